"""The Report button under a public clip, and the form that it opens."""

import asyncio
import re
from typing import Any, ClassVar, Final

import discord
import structlog

from bot.domain.ids import JobId, MessageId
from bot.domain.reporting import REPORT_MAX_CHARS, FilingOutcome
from bot.messaging.catalogue import Catalogue
from bot.messaging.form_fields import Fields
from bot.messaging.replies import Replies
from bot.services.people import Presser
from bot.services.reporting import ReportingService
from cogs.job_button import JobButton, button_template
from cogs.lasting import presser_of
from cogs.modals import ModalKind, open_modal

log = structlog.get_logger(__name__)

REPORT_LABEL_KEY: Final = "button-report"
# A form must be the first answer, and Discord waits three seconds for that.
LOOK_WITHIN_S: Final = 1.0

_TEXT_FIELD: Final = "text"
_MODAL_TEMPLATE: Final = re.compile(r"showreel:report-form:(?P<job_id>[0-9]{1,18})")


class ReportDesk:
    """Asks what is wrong, and files the answer."""

    def __init__(
        self, *, reporting: ReportingService, catalogue: Catalogue, replies: Replies
    ) -> None:
        self._reporting = reporting
        self._catalogue = catalogue
        self.replies = replies

    @property
    def modal_kind(self) -> ModalKind:
        return ModalKind(template=_MODAL_TEMPLATE, submitted=self.take)

    async def ask(self, interaction: discord.Interaction[Any], job_id: JobId) -> None:
        """Open the form, with what the presser wrote before. Whoever may not report is told."""
        written = await self._written_before(job_id, presser_of(interaction))
        modal = self._modal(job_id, locale=interaction.locale.value, written=written)
        await open_modal(interaction, modal, replies=self.replies)

    async def take(
        self, interaction: discord.Interaction[Any], match: re.Match[str], fields: Fields
    ) -> None:
        """File it: hours may have passed since the form was opened, so all is looked at anew."""
        job_id = JobId(int(match["job_id"]))
        outcome = await self.replies.while_waiting(
            interaction,
            self._reporting.file(
                job_id,
                reporter=presser_of(interaction),
                text=fields.text(_TEXT_FIELD),
                message_id=_pressed(interaction, ReportButton.custom_id_for(job_id)),
            ),
            in_place=False,
        )
        was_changed = outcome is FilingOutcome.CHANGED
        await self.replies.say(interaction, "report-changed" if was_changed else "report-filed")

    async def _written_before(self, job_id: JobId, reporter: Presser) -> str:
        """A slow log must not keep the form closed: filing asks everything again."""
        try:
            async with asyncio.timeout(LOOK_WITHIN_S):
                return await self._reporting.draft(job_id, reporter=reporter)
        except TimeoutError:
            log.info("report_form_opened_unseen", job_id=job_id)
            return ""

    def _modal(self, job_id: JobId, *, locale: str, written: str) -> discord.ui.Modal:
        def say(key: str) -> str:
            return self._catalogue.text(locale, key)

        modal = discord.ui.Modal(
            title=say("report-form-title"), custom_id=f"showreel:report-form:{job_id}"
        )
        field: discord.ui.TextInput[discord.ui.Modal] = discord.ui.TextInput(
            custom_id=_TEXT_FIELD,
            style=discord.TextStyle.paragraph,
            min_length=1,
            max_length=REPORT_MAX_CHARS,
            default=written or None,
            required=True,
        )
        modal.add_item(
            discord.ui.Label(
                text=say("report-form-label"),
                description=say("report-form-note"),
                component=field,
            )
        )
        return modal


def _pressed(interaction: discord.Interaction[Any], custom_id: str) -> MessageId | None:
    """Name the message whose button opened the form; it has to carry that button."""
    message = interaction.message
    if message is None:
        return None
    rows = (row for row in message.components if isinstance(row, discord.ActionRow))
    ids = {getattr(item, "custom_id", None) for row in rows for item in row.children}
    return MessageId(message.id) if custom_id in ids else None


class ReportButton(JobButton, template=button_template("report")):
    """Anyone's in the server."""

    desk: ClassVar[ReportDesk]
    verb = "report"

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await self.desk.ask(interaction, self.job_id)
