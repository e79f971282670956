"""The buttons of moderators that stand under cases, lines of the feed and report cards."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.client import DynamicItemType
from bot.domain.ids import JobId, ReportId
from bot.messaging.catalogue import Catalogue
from cogs.block_button import BLOCK_LABEL_KEY, BlockButton, BlockDesk
from cogs.case_button import CASE_LABEL_KEY, MOD_DELETE_LABEL_KEY, CaseButton, ModDeleteButton
from cogs.case_desk import CaseDesk
from cogs.case_menu import CASE_MENU_KEY, CaseMenu
from cogs.evidence_buttons import HOLD_LABEL_KEY, RELEASE_LABEL_KEY, HoldButton, ReleaseButton
from cogs.note_button import NOTE_LABEL_KEY, NoteButton, NoteDesk
from cogs.report_decisions import (
    DISMISS_LABEL_KEY,
    BlockReportedButton,
    DecisionDesk,
    DeleteReportedButton,
    DismissReportButton,
)


class ModeratorButtons:
    """One bot's own classes of them: each is served by its part, and shown by any."""

    def __init__(self, *, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._block = BlockButton.for_one_bot()
        self._case = CaseButton.for_one_bot()
        self._case_menu = CaseMenu.for_one_bot()
        self._mod_delete = ModDeleteButton.for_one_bot()
        self._note = NoteButton.for_one_bot()
        self._hold = HoldButton.for_one_bot()
        self._release = ReleaseButton.for_one_bot()
        self._delete_reported = DeleteReportedButton.for_one_bot()
        self._block_reported = BlockReportedButton.for_one_bot()
        self._dismiss = DismissReportButton.for_one_bot()

    @property
    def classes(self) -> tuple[DynamicItemType, ...]:
        return (
            self._block,
            self._case,
            self._case_menu,
            self._mod_delete,
            self._note,
            self._hold,
            self._release,
            self._delete_reported,
            self._block_reported,
            self._dismiss,
        )

    def serve_block(self, desk: BlockDesk) -> None:
        self._block.desk = desk

    def serve_cases(self, desk: CaseDesk, *, notes: NoteDesk) -> None:
        for button in (self._case, self._mod_delete, self._hold, self._release):
            button.desk = desk
        self._case_menu.desk = desk
        self._note.desk = notes

    def serve_reports(self, desk: DecisionDesk) -> None:
        for button in (self._delete_reported, self._block_reported, self._dismiss):
            button.desk = desk

    async def ask_to_block(self, interaction: discord.Interaction[Any], job_id: JobId) -> None:
        """Open the form of the Block button."""
        await self._block.desk.ask(interaction, job_id)

    def block(self, job_id: JobId, *, locale: str) -> BlockButton:
        return self._block(job_id, label=self._catalogue.text(locale, BLOCK_LABEL_KEY))

    def case(self, job_id: JobId, *, locale: str) -> CaseButton:
        return self._case(job_id, label=self._catalogue.text(locale, CASE_LABEL_KEY))

    def case_menu(self, labelled: Sequence[tuple[JobId, str]], *, locale: str) -> CaseMenu:
        """For 25 attempts at the most."""
        return self._case_menu(labelled, placeholder=self._catalogue.text(locale, CASE_MENU_KEY))

    def mod_delete(self, job_id: JobId, *, locale: str) -> ModDeleteButton:
        return self._mod_delete(job_id, label=self._catalogue.text(locale, MOD_DELETE_LABEL_KEY))

    def note(self, job_id: JobId, *, locale: str) -> NoteButton:
        return self._note(job_id, label=self._catalogue.text(locale, NOTE_LABEL_KEY))

    def hold(self, job_id: JobId, *, locale: str) -> HoldButton:
        return self._hold(job_id, label=self._catalogue.text(locale, HOLD_LABEL_KEY))

    def release(self, job_id: JobId, *, locale: str) -> ReleaseButton:
        return self._release(job_id, label=self._catalogue.text(locale, RELEASE_LABEL_KEY))

    def delete_reported(self, report_id: ReportId, *, locale: str) -> DeleteReportedButton:
        label = self._catalogue.text(locale, MOD_DELETE_LABEL_KEY)
        return self._delete_reported(report_id, label=label)

    def block_reported(self, report_id: ReportId, *, locale: str) -> BlockReportedButton:
        label = self._catalogue.text(locale, BLOCK_LABEL_KEY)
        return self._block_reported(report_id, label=label)

    def dismiss(self, report_id: ReportId, *, locale: str) -> DismissReportButton:
        return self._dismiss(report_id, label=self._catalogue.text(locale, DISMISS_LABEL_KEY))
