"""The buttons of the question before erasing. They are their asker's alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Final, Self

import discord

from bot.client import DynamicItemType
from bot.domain.erasure import ErasureOutlook
from bot.domain.errors import NotAllowedError
from bot.domain.ids import UserId
from bot.messaging.catalogue import Catalogue
from bot.messaging.privacy import render_done
from bot.messaging.replies import Replies
from bot.services.forgetting import ForgettingService
from cogs.lasting import LastingButton


class Choice(StrEnum):
    """The words stand in the buttons' ids."""

    FINISH = "finish"
    CANCEL = "cancel"
    KEEP = "keep"


_TEMPLATE: Final = re.compile(
    r"showreel:forget:(?P<choice>finish|cancel|keep):(?P<user_id>[0-9]{1,20})"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ForgetDesk:
    """What a pressed button needs."""

    forgetting: ForgettingService
    catalogue: Catalogue
    replies: Replies


class ForgetButton(LastingButton, template=_TEMPLATE):
    """Erases for who presses it, and only where they are who was asked."""

    desk: ClassVar[ForgetDesk]

    def __init__(self, choice: Choice, user_id: UserId, *, label: str | None) -> None:
        is_final = choice is not Choice.KEEP
        super().__init__(
            f"showreel:forget:{choice.value}:{user_id}",
            label=label,
            style=discord.ButtonStyle.danger if is_final else discord.ButtonStyle.secondary,
        )
        self._choice = choice
        self._user_id = user_id

    @classmethod
    def matched(cls, match: re.Match[str], *, label: str | None) -> Self:
        return cls(Choice(match["choice"]), UserId(int(match["user_id"])), label=label)

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        presser = UserId(interaction.user.id)
        if presser != self._user_id:
            raise NotAllowedError("privacy-not-yours")
        desk = self.desk
        if self._choice is Choice.KEEP:
            await desk.replies.replace(interaction, "privacy-delete-not-done")
            return
        forget = (
            desk.forgetting.forget_and_cancel
            if self._choice is Choice.CANCEL
            else desk.forgetting.forget
        )
        left = await desk.replies.while_waiting(interaction, forget(presser), in_place=True)
        content = render_done(desk.catalogue, interaction.locale.value, left)
        await desk.replies.put_in_place(interaction, content, about="privacy-delete", view=None)


class ForgetButtons:
    """Builds the view under the question, and names the class for the client."""

    def __init__(self, desk: ForgetDesk) -> None:
        self._catalogue = desk.catalogue
        self._button = ForgetButton.for_one_bot()
        self._button.desk = desk

    @property
    def classes(self) -> Sequence[DynamicItemType]:
        return (self._button,)

    def view(self, user_id: UserId, outlook: ErasureOutlook, *, locale: str) -> discord.ui.View:
        labels = {Choice.FINISH: "button-forget", Choice.KEEP: "button-forget-not"}
        if outlook.live:
            labels = {
                Choice.FINISH: "button-forget-finish",
                Choice.CANCEL: "button-forget-cancel",
                Choice.KEEP: "button-forget-not",
            }
        view = discord.ui.View(timeout=None)
        for choice, key in labels.items():
            view.add_item(self._button(choice, user_id, label=self._catalogue.text(locale, key)))
        return view
