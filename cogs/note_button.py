"""Add note under a case, and the form that it opens."""

import re
from typing import Any, ClassVar, Final

import discord

from bot.domain.cases import NOTE_MAX_CHARS
from bot.domain.ids import JobId
from bot.messaging.form_fields import Fields
from cogs.case_desk import CaseDesk
from cogs.job_button import JobButton, button_template
from cogs.lasting import moderator_of
from cogs.modals import ModalKind, open_modal

NOTE_LABEL_KEY: Final = "button-note"

_TEXT_FIELD: Final = "text"
_MODAL_TEMPLATE: Final = re.compile(r"showreel:note-form:(?P<job_id>[0-9]{1,18})")


class NoteDesk:
    """Asks for a note, and writes it down."""

    def __init__(self, desk: CaseDesk) -> None:
        self._desk = desk
        self.replies = desk.replies

    @property
    def modal_kind(self) -> ModalKind:
        return ModalKind(template=_MODAL_TEMPLATE, submitted=self.take)

    async def ask(self, interaction: discord.Interaction[Any], job_id: JobId) -> None:
        moderator_of(interaction)
        modal = self._modal(job_id, locale=interaction.locale.value)
        await open_modal(interaction, modal, replies=self.replies)

    async def take(
        self, interaction: discord.Interaction[Any], match: re.Match[str], fields: Fields
    ) -> None:
        """Write it down: hours may have passed since the form was opened."""
        moderator, job_id = moderator_of(interaction), JobId(int(match["job_id"]))
        await self._desk.change(
            interaction,
            self._desk.cases.add_note(job_id, fields.text(_TEXT_FIELD), by=moderator),
        )
        await self._desk.tell(interaction, job_id, "note-added", by=moderator)

    def _modal(self, job_id: JobId, *, locale: str) -> discord.ui.Modal:
        def say(key: str) -> str:
            return self._desk.catalogue.text(locale, key)

        modal = discord.ui.Modal(
            title=say("note-form-title"), custom_id=f"showreel:note-form:{job_id}"
        )
        field: discord.ui.TextInput[discord.ui.Modal] = discord.ui.TextInput(
            custom_id=_TEXT_FIELD,
            style=discord.TextStyle.paragraph,
            min_length=1,
            max_length=NOTE_MAX_CHARS,
            required=True,
        )
        modal.add_item(
            discord.ui.Label(
                text=say("note-form-label"), description=say("note-form-note"), component=field
            )
        )
        return modal


class NoteButton(JobButton, template=button_template("note")):
    """Moderators' only."""

    desk: ClassVar[NoteDesk]
    verb = "note"

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await self.desk.ask(interaction, self.job_id)
