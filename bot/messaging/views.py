"""The buttons under a message, as the messenger sees them; the cogs build them."""

from typing import Protocol

import discord

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
