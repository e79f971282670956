"""The buttons under cards and clips. They work after a restart: the job id is in their id."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import discord

from bot.client import DynamicItemType
from bot.domain.ids import GuildId, JobId, MessageId, UserId
from bot.domain.job import SLOT_STATES, Job, JobStatus
from bot.messaging.cards import reader_locale
from bot.messaging.catalogue import Catalogue
from bot.messaging.ends import may_be_edited, may_be_repeated
from bot.messaging.handover import Handover
from bot.messaging.replies import Replies
from bot.services.cancellation import CancellationService
from bot.services.results import ResultService
from bot.services.shelf import Shelf, Taker
from cogs.again_button import AgainButton, AgainDesk, PublicButton
from cogs.edit_prompt import EditButton, EditDesk
from cogs.job_button import JobButton, button_template
from cogs.lasting import presser_of
from cogs.report_button import REPORT_LABEL_KEY, ReportButton, ReportDesk


@dataclass(frozen=True, kw_only=True, slots=True)
class ButtonDesk:
    """What a pressed button needs."""

    cancellation: CancellationService
    results: ResultService
    shelf: Shelf
    handover: Handover
    replies: Replies


class CancelButton(JobButton, template=button_template("cancel")):
    """The requester's, and that of those with Manage Messages in the channel."""

    desk: ClassVar[ButtonDesk]
    verb = "cancel"

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        job = await self.desk.replies.while_waiting(
            interaction,
            self.desk.cancellation.cancel(self.job_id, presser=presser_of(interaction)),
            in_place=False,
        )
        ended = job.status is JobStatus.CANCELLED
        await self.desk.replies.say(interaction, "cancel-done" if ended else "cancel-asked")


class DeleteButton(JobButton, template=button_template("delete")):
    """As above. An ephemeral message is taken away by the press itself."""

    desk: ClassVar[ButtonDesk]
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
                self.job_id, presser=presser_of(interaction), message_id=MessageId(message.id)
            ),
            in_place=in_place,
        )
        if in_place:
            await replies.replace(interaction, "delete-done")
        else:
            await replies.say(interaction, "delete-done")


class FetchButton(JobButton, template=button_template("fetch")):
    """The requester's alone: what is kept for one person is handed to nobody else."""

    desk: ClassVar[ButtonDesk]
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
        self._again = AgainButton.for_one_bot()
        self._publicly = PublicButton.for_one_bot()
        self._edit = EditButton.for_one_bot()
        self._report = ReportButton.for_one_bot()

    @property
    def classes(self) -> tuple[DynamicItemType, ...]:
        return (
            self._cancel,
            self._delete,
            self._fetch,
            self._again,
            self._publicly,
            self._edit,
            self._report,
        )

    def serve(
        self, desk: ButtonDesk, *, again: AgainDesk, edit: EditDesk, report: ReportDesk
    ) -> None:
        """Hand over what a press needs: it comes later, as its messenger needs these views."""
        for button in (self._cancel, self._delete, self._fetch):
            button.desk = desk
        self._again.desk = again
        self._publicly.desk = again
        self._edit.desk = edit
        self._report.desk = report

    def card(self, job: Job) -> discord.ui.View | None:
        """No message follows a cancelled request, so its card itself lets it be taken up again."""
        locale = reader_locale(job)
        if job.status is JobStatus.CANCELLED:
            return _view(self._edit_of(job.id, locale)) if may_be_edited(job) else None
        can_cancel = job.status is JobStatus.QUEUED or job.status in SLOT_STATES
        if not can_cancel or job.cancel_requested_at is not None:
            return None
        return _view(self._cancel(job.id, label=self._catalogue.text(locale, "button-cancel")))

    def card_mark(self, job: Job) -> str:
        return self._cancel.custom_id_for(job.id)

    def result(self, job: Job) -> discord.ui.View | None:
        """What only its member sees, nobody else can report."""
        locale = reader_locale(job)
        buttons: list[JobButton] = [
            self._again_of(job.id, locale),
            self._edit_of(job.id, locale),
            self._delete(job.id, label=self._catalogue.text(locale, "button-delete")),
        ]
        if not job.destination.private:
            label = self._catalogue.text(locale, REPORT_LABEL_KEY)
            buttons.append(self._report(job.id, label=label))
        return _view(*buttons)

    def result_mark(self, job: Job) -> str:
        return self._delete.custom_id_for(job.id)

    def end(self, job: Job) -> discord.ui.View | None:
        if not may_be_edited(job):
            return None
        locale = reader_locale(job)
        again = (self._again_of(job.id, locale),) if may_be_repeated(job) else ()
        return _view(*again, self._edit_of(job.id, locale))

    def request(self, job_id: JobId, *, locale: str) -> discord.ui.View:
        return _view(self._edit_of(job_id, locale))

    def hidden_request(self, job_id: JobId, *, locale: str) -> discord.ui.View:
        publicly = self._publicly(job_id, label=self._catalogue.text(locale, "button-publicly"))
        return _view(publicly, self._edit_of(job_id, locale))

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

    def _again_of(self, job_id: JobId, locale: str) -> AgainButton:
        return self._again(job_id, label=self._catalogue.text(locale, "button-again"))

    def _edit_of(self, job_id: JobId, locale: str) -> EditButton:
        return self._edit(job_id, label=self._catalogue.text(locale, "button-edit"))


def _view(*buttons: JobButton) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    for button in buttons:
        view.add_item(button)
    return view


def _taker(interaction: discord.Interaction[Any]) -> Taker:
    guild_id = interaction.guild_id
    return Taker(
        user_id=UserId(interaction.user.id),
        guild_id=None if guild_id is None else GuildId(guild_id),
        limit_bytes=interaction.filesize_limit,
    )
