"""The buttons under cards and clips. They work after a restart: the job id is in their id."""

import re
import types
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

import discord

from bot.client import DynamicItemType, ShowreelBot
from bot.domain.errors import ShowreelError
from bot.domain.ids import GuildId, JobId, MessageId, UserId
from bot.domain.job import SLOT_STATES, Job, JobStatus
from bot.messaging.cards import reader_locale
from bot.messaging.catalogue import Catalogue
from bot.messaging.handover import Handover
from bot.messaging.replies import Replies
from bot.services.cancellation import CancellationService
from bot.services.people import Presser
from bot.services.results import ResultService
from bot.services.shelf import Shelf, Taker


@dataclass(frozen=True, kw_only=True, slots=True)
class ButtonDesk:
    """What a pressed button needs."""

    cancellation: CancellationService
    results: ResultService
    shelf: Shelf
    handover: Handover
    replies: Replies


def _template(verb: str) -> re.Pattern[str]:
    return re.compile(rf"showreel:{verb}:(?P<job_id>[0-9]{{1,18}})")


class JobButton(discord.ui.DynamicItem[discord.ui.Button[Any]], ABC, template=_template("[a-z]+")):
    """A button about one job. Its class knows the desk, since Discord makes the instances."""

    desk: ClassVar[ButtonDesk]
    verb: ClassVar[str]

    def __init__(self, job_id: JobId, *, label: str | None) -> None:
        super().__init__(
            discord.ui.Button(
                label=label,
                style=discord.ButtonStyle.secondary,
                custom_id=self.custom_id_for(job_id),
            )
        )
        self.job_id = job_id

    @classmethod
    def custom_id_for(cls, job_id: JobId) -> str:
        return f"showreel:{cls.verb}:{job_id}"

    @classmethod
    def for_one_bot(cls) -> type[Self]:
        """Make a class of one bot's own; no state is shared between two in one process."""
        return types.new_class(cls.__name__, (cls,), {"template": _template(cls.verb)})

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003 -- Discord's library hands it over
        item: discord.ui.Item[Any],
        match: re.Match[str],
        /,
    ) -> Self:
        label = item.label if isinstance(item, discord.ui.Button) else None
        return cls(JobId(int(match["job_id"])), label=label)

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
        """Do what the button says."""


class CancelButton(JobButton, template=_template("cancel")):
    """The requester's, and that of those with Manage Messages in the channel."""

    verb = "cancel"

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        job = await self.desk.replies.while_waiting(
            interaction,
            self.desk.cancellation.cancel(self.job_id, presser=_presser(interaction)),
            in_place=False,
        )
        ended = job.status is JobStatus.CANCELLED
        await self.desk.replies.say(interaction, "cancel-done" if ended else "cancel-asked")


class DeleteButton(JobButton, template=_template("delete")):
    """As above. An ephemeral message is taken away by the press itself."""

    verb = "delete"

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        message = interaction.message
        if message is None:
            raise ValueError("a button is pressed on a message")
        in_place = message.flags.ephemeral
        replies = self.desk.replies
        await replies.while_waiting(
            interaction,
            self.desk.results.delete(
                self.job_id, presser=_presser(interaction), message_id=MessageId(message.id)
            ),
            in_place=in_place,
        )
        if in_place:
            await replies.replace(interaction, "delete-done")
        else:
            await replies.say(interaction, "delete-done")


class FetchButton(JobButton, template=_template("fetch")):
    """The requester's alone: what is kept for one person is handed to nobody else."""

    verb = "fetch"

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        """Trying a link and sending a file take longer than Discord waits for a first answer."""
        await self.desk.replies.take_time(interaction)
        await self.desk.shelf.hand_over(
            self.job_id,
            taker=_taker(interaction),
            give=lambda result: self.desk.handover.give(
                result, token=interaction.token, locale=interaction.locale.value
            ),
        )


class JobButtons:
    """Builds the views that the messenger shows, and names the classes for the client.

    A view holds nothing but dynamic items: one that mixed them with others would unregister
    their classes for the whole bot when it timed out.
    """

    def __init__(self, *, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._cancel = CancelButton.for_one_bot()
        self._delete = DeleteButton.for_one_bot()
        self._fetch = FetchButton.for_one_bot()

    @property
    def classes(self) -> tuple[DynamicItemType, ...]:
        return (self._cancel, self._delete, self._fetch)

    def serve(self, desk: ButtonDesk) -> None:
        """Hand over what a press needs: it comes later, as its messenger needs these views."""
        for button in (self._cancel, self._delete, self._fetch):
            button.desk = desk

    def card(self, job: Job) -> discord.ui.View | None:
        can_cancel = job.status is JobStatus.QUEUED or job.status in SLOT_STATES
        if not can_cancel or job.cancel_requested_at is not None:
            return None
        label = self._catalogue.text(reader_locale(job), "button-cancel")
        return _view(self._cancel(job.id, label=label))

    def card_mark(self, job: Job) -> str:
        return self._cancel.custom_id_for(job.id)

    def result(self, job: Job) -> discord.ui.View | None:
        label = self._catalogue.text(reader_locale(job), "button-delete")
        return _view(self._delete(job.id, label=label))

    def result_mark(self, job: Job) -> str:
        return self._delete.custom_id_for(job.id)

    def fetch(self, kept: Sequence[JobId], *, locale: str) -> discord.ui.View | None:
        """One button for each clip, numbered as the list numbers them."""
        if not kept:
            return None
        buttons = (
            self._fetch(
                job_id,
                label=self._catalogue.text(locale, "button-fetch", kept=len(kept), number=number),
            )
            for number, job_id in enumerate(kept, start=1)
        )
        return _view(*buttons)


def _view(*buttons: JobButton) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    for button in buttons:
        view.add_item(button)
    return view


def _presser(interaction: discord.Interaction[Any]) -> Presser:
    if interaction.guild_id is None:
        raise ShowreelError("servers-only")
    return Presser(
        user_id=UserId(interaction.user.id),
        guild_id=GuildId(interaction.guild_id),
        may_manage_messages=interaction.permissions.manage_messages,
    )


def _taker(interaction: discord.Interaction[Any]) -> Taker:
    guild_id = interaction.guild_id
    return Taker(
        user_id=UserId(interaction.user.id),
        guild_id=None if guild_id is None else GuildId(guild_id),
        limit_bytes=interaction.filesize_limit,
    )
