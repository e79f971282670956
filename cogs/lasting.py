"""What all buttons and menus share that outlive the bot: an answer to every press."""

import re
import types
from abc import ABC, abstractmethod
from typing import Any, ClassVar, Protocol, Self, cast

import discord

from bot.client import ShowreelBot
from bot.domain.errors import NotAllowedError
from bot.domain.ids import UserId
from bot.messaging.replies import Replies
from bot.services.people import Presser
from cogs.places import guild_of


class Desk(Protocol):
    """What a pressed item needs, whatever it does; each kind knows more of its own."""

    @property
    def replies(self) -> Replies: ...


class Lasting(ABC):
    """Goes before `discord.ui.DynamicItem` among an item's bases.

    Its class knows the desk, since Discord's library makes the instances.
    """

    desk: ClassVar[Desk]

    @classmethod
    def for_one_bot(cls) -> type[Self]:
        """Make a class of one bot's own; no state is shared between two in one process."""
        template: re.Pattern[str] = cls.__discord_ui_compiled_template__  # type: ignore[attr-defined]  # the item's
        return cast("type[Self]", types.new_class(cls.__name__, (cls,), {"template": template}))

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        bot: ShowreelBot = interaction.client
        return await bot.may_answer(interaction)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        try:
            await self.press(interaction)
        except Exception as error:  # noqa: BLE001 -- the edge: no error may pass unanswered
            await self.desk.replies.report(interaction, error)

    @abstractmethod
    async def press(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the item says."""


class LastingButton(
    Lasting,
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    ABC,
    template=re.compile(r"showreel:.+"),
):
    """A button whose id says what it is about."""

    def __init__(
        self,
        custom_id: str,
        *,
        label: str | None,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> None:
        super().__init__(discord.ui.Button(label=label, style=style, custom_id=custom_id))

    @classmethod
    @abstractmethod
    def matched(cls, match: re.Match[str], *, label: str | None) -> Self:
        """Make the button that was pressed, from its id."""

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003 -- Discord's library hands it over
        item: discord.ui.Item[Any],
        match: re.Match[str],
        /,
    ) -> Self:
        label = item.label if isinstance(item, discord.ui.Button) else None
        return cls.matched(match, label=label)


def presser_of(interaction: discord.Interaction[Any]) -> Presser:
    """Say who pressed or submitted, and where; raises ShowreelError outside of servers."""
    return Presser(
        user_id=UserId(interaction.user.id),
        guild_id=guild_of(interaction),
        may_manage_messages=interaction.permissions.manage_messages,
    )


def moderator_of(interaction: discord.Interaction[Any]) -> Presser:
    """Say which moderator pressed or submitted; raises NotAllowedError for everybody else.

    For what is pressed. Who may type a command is up to the server's Integrations settings.
    """
    presser = presser_of(interaction)
    if not presser.may_manage_messages:
        raise NotAllowedError("moderators-only")
    return presser
