"""The buttons under a message, as messaging sees them; the cogs build them."""

from typing import Protocol

import discord

from bot.domain.ids import JobId
from bot.domain.job import Job


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
