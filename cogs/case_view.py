"""The buttons under a case: what can be done about it as it stands."""

from typing import Any

import discord

from bot.domain.cases import Case
from bot.domain.ports import Clock
from bot.services.results import is_within_reach
from cogs.moderator_buttons import ModeratorButtons

CaseItem = discord.ui.DynamicItem[discord.ui.Button[Any]]


class CaseButtons:
    """Holds nothing but dynamic items, as every view here."""

    def __init__(self, *, buttons: ModeratorButtons, clock: Clock) -> None:
        self._buttons = buttons
        self._clock = clock

    def case(self, case: Case, *, locale: str) -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        for button in self._of(case, locale):
            view.add_item(button)
        return view

    def _of(self, case: Case, locale: str) -> list[CaseItem]:
        """Reports are dismissed one after another, the oldest first."""
        job, buttons = case.job, self._buttons
        found: list[CaseItem] = []
        if is_within_reach(job, now=self._clock.now()):
            found.append(buttons.mod_delete(job.id, locale=locale))
        if job.destination.user_id > 0:
            found.append(buttons.block(job.id, locale=locale))
        found.append(buttons.note(job.id, locale=locale))
        if case.may_be_released:
            found.append(buttons.release(job.id, locale=locale))
        elif not case.is_erased:
            found.append(buttons.hold(job.id, locale=locale))
        undecided = [report.id for report in case.reports if report.decided_at is None]
        if undecided:
            found.append(buttons.dismiss(undecided[0], locale=locale))
        return found
