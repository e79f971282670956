"""What stands under the lines of a feed, for moderators alone."""

from collections.abc import Sequence

import discord

from bot.domain.ids import JobId
from bot.domain.job import Job
from bot.domain.ports import Clock
from bot.services.results import is_within_reach
from cogs.job_button import JobButton
from cogs.moderator_buttons import ModeratorButtons


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
        view = discord.ui.View(timeout=None)
        for button in self._of(job, locale):
            view.add_item(button)
        return view

    def cases(self, labelled: Sequence[tuple[JobId, str]], *, locale: str) -> discord.ui.View:
        view = discord.ui.View(timeout=None)
        view.add_item(self._buttons.case_menu(labelled, locale=locale))
        return view

    def sample(self, job: Job, *, locale: str) -> discord.ui.View:
        """All that a line may have, and nothing of it does anything."""
        shown = (
            self._buttons.case(job.id, locale=locale),
            self._buttons.mod_delete(job.id, locale=locale),
            self._buttons.block(job.id, locale=locale),
        )
        view = discord.ui.View(timeout=None)
        for button in shown:
            button.item.disabled = True
            view.add_item(button)
        return view

    def _of(self, job: Job, locale: str) -> list[JobButton]:
        found: list[JobButton] = [self._buttons.case(job.id, locale=locale)]
        if not job.destination.private and is_within_reach(job, now=self._clock.now()):
            found.append(self._buttons.mod_delete(job.id, locale=locale))
        if job.destination.user_id > 0:
            found.append(self._buttons.block(job.id, locale=locale))
        return found
