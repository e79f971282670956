"""The buttons under a message, as messaging sees them; the cogs build them."""

from collections.abc import Sequence
from typing import Protocol

import discord

from bot.domain.ids import JobId
from bot.domain.job import Job
from bot.domain.report_cards import ReportCard


class JobViews(Protocol):
    """Buttons need services, which messaging may not know, so their views are handed in.

    A view is built fresh for each message.
    """

    def card(self, job: Job) -> discord.ui.View | None:
        """The buttons of the card in the job's present state."""
        ...

    def card_mark(self, job: Job) -> str:
        """The button id that only this job's card has, whatever state the job is in."""
        ...

    def result(self, job: Job) -> discord.ui.View | None:
        """The buttons under the clip."""
        ...

    def result_mark(self, job: Job) -> str:
        """The button id that only this job's result has."""
        ...

    def end(self, job: Job) -> discord.ui.View | None:
        """The buttons under the message that says there is no clip."""
        ...


class RequestViews(Protocol):
    """The buttons with which a member takes up again what they asked for in vain."""

    def request(self, job_id: JobId, *, locale: str) -> discord.ui.View: ...

    def hidden_request(self, job_id: JobId, *, locale: str) -> discord.ui.View:
        """For what was refused because it was to be private."""
        ...


class FeedViews(Protocol):
    """What moderators find under the lines of their feed."""

    def line(self, job: Job, *, locale: str) -> discord.ui.View:
        """Buttons about one attempt."""
        ...

    def cases(self, labelled: Sequence[tuple[JobId, str]], *, locale: str) -> discord.ui.View:
        """A menu that opens one of several attempts."""
        ...

    def sample(self, job: Job, *, locale: str) -> discord.ui.View:
        """What a line may have; nothing of it can be pressed."""
        ...


class ReportViews(Protocol):
    """What moderators find under the card of a report."""

    def report(self, card: ReportCard, *, locale: str) -> discord.ui.View | None:
        """The ways to decide it; nothing once it is decided."""
        ...

    def sample_report(self, card: ReportCard, *, locale: str) -> discord.ui.View:
        """The same; nothing of it can be pressed."""
        ...
