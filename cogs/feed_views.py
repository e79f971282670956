"""What stands under the lines of a feed, for moderators alone."""

from collections.abc import Iterable, Sequence
from typing import Any

import discord

from bot.domain.ids import JobId
from bot.domain.job import Job
from bot.domain.ports import Clock
from bot.domain.report_cards import ReportCard
from bot.services.results import is_within_reach
from cogs.moderator_buttons import ModeratorButtons

_Button = discord.ui.DynamicItem[discord.ui.Button[Any]]


class FeedButtons:
    """Holds nothing but dynamic items, as every view here."""

    def __init__(
        self,
        *,
        buttons: ModeratorButtons,
        clock: Clock,
    ) -> None:
        self._buttons = buttons
        self._clock = clock

    def line(self, job: Job, *, locale: str) -> discord.ui.View:
        return _view(self._of(job, locale))

    def cases(self, labelled: Sequence[tuple[JobId, str]], *, locale: str) -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(self._buttons.case_menu(labelled, locale=locale))
        return view

    def report(self, card: ReportCard, *, locale: str) -> discord.ui.View | None:
        return None if card.report.decided_at is not None else _view(self._on_card(card, locale))

    def sample(self, job: Job, *, locale: str) -> discord.ui.View:
        """All that a line may have, and nothing of it does anything."""
        return _disabled(
            self._buttons.case(job.id, locale=locale),
            self._buttons.mod_delete(job.id, locale=locale),
            self._buttons.block(job.id, locale=locale),
        )

    def sample_report(self, card: ReportCard, *, locale: str) -> discord.ui.View:
        return _disabled(*self._on_card(card, locale))

    def _on_card(self, card: ReportCard, locale: str) -> list[_Button]:
        report_id = card.report.id
        found: list[_Button] = [
            self._buttons.case(card.job.id, locale=locale),
            self._buttons.delete_reported(report_id, locale=locale),
        ]
        if card.job.destination.user_id > 0:
            found.append(self._buttons.block_reported(report_id, locale=locale))
        found.append(self._buttons.dismiss(report_id, locale=locale))
        return found

    def _of(self, job: Job, locale: str) -> list[_Button]:
        found: list[_Button] = [self._buttons.case(job.id, locale=locale)]
        if not job.destination.private and is_within_reach(job, now=self._clock.now()):
            found.append(self._buttons.mod_delete(job.id, locale=locale))
        if job.destination.user_id > 0:
            found.append(self._buttons.block(job.id, locale=locale))
        return found


def _view(buttons: Iterable[_Button]) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    for button in buttons:
        view.add_item(button)
    return view


def _disabled(*buttons: _Button) -> discord.ui.View:
    for button in buttons:
        button.item.disabled = True
    return _view(buttons)
