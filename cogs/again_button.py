"""The Again button: the same request once more, under the limits of now."""

from typing import Any, ClassVar, Final

import discord

from bot.domain.errors import ShowreelError
from bot.domain.ids import JobId
from bot.domain.job import Job
from bot.domain.ports import Clock
from bot.messaging.replies import Replies
from bot.services.own_requests import OwnRequests
from cogs.asking import Asking
from cogs.job_button import JobButton, button_template
from cogs.lasting import presser_of

# Longer than a finger that presses twice, and shorter than a thought of one clip more.
ONE_PRESS_S: Final = 10.0


class AgainDesk:
    """Asks for the same clip, once for each press that is meant.

    Presses are remembered here alone: two of one finger reach the same process.
    """

    def __init__(
        self, *, own_requests: OwnRequests, asking: Asking, replies: Replies, clock: Clock
    ) -> None:
        self._own_requests = own_requests
        self._asking = asking
        self.replies = replies
        self._clock = clock
        self._pressed_at: dict[JobId, float] = {}

    async def repeat(self, interaction: discord.Interaction[Any], job_id: JobId) -> None:
        """Private stays private."""
        job = await self._own_requests.to_repeat(job_id, presser=presser_of(interaction))
        await self._ask(interaction, job, private=job.destination.private)

    async def repeat_publicly(self, interaction: discord.Interaction[Any], job_id: JobId) -> None:
        """For what may not be private here: it is shown to others only when that is asked for."""
        job = await self._own_requests.to_repeat(job_id, presser=presser_of(interaction))
        await self._ask(interaction, job, private=False)

    async def _ask(self, interaction: discord.Interaction[Any], job: Job, *, private: bool) -> None:
        job_id, pressed_at = job.id, self._press(job.id)
        asked = None
        try:
            asked = await self._asking.ask(interaction, job.request, private=private)
        finally:
            if asked is None and self._pressed_at.get(job_id) == pressed_at:
                del self._pressed_at[job_id]

    def _press(self, job_id: JobId) -> float:
        """Raise ShowreelError for the second press of what was meant as one."""
        now = self._clock.monotonic()
        self._pressed_at = {
            pressed: at for pressed, at in self._pressed_at.items() if now - at < ONE_PRESS_S
        }
        if job_id in self._pressed_at:
            raise ShowreelError("again-twice")
        self._pressed_at[job_id] = now
        return now


class AgainButton(JobButton, template=button_template("again")):
    """The requester's alone: it spends from their share."""

    desk: ClassVar[AgainDesk]
    verb = "again"

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await self.desk.repeat(interaction, self.job_id)


class PublicButton(JobButton, template=button_template("publicly")):
    """As above, under a refusal of what was to be private."""

    desk: ClassVar[AgainDesk]
    verb = "publicly"

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await self.desk.repeat_publicly(interaction, self.job_id)
