"""Cancels what waits of members who are blocked: nothing more of theirs is started."""

from typing import Final

import structlog

from bot.domain.blocks import BlockStore, NewBlock
from bot.domain.errors import StorageUnavailableError
from bot.domain.job import Actor, JobStatus
from bot.domain.ports import Clock, JobStore
from bot.services.cancellation import CancellationService

log = structlog.get_logger(__name__)

# Each look takes so many at most, and a member so many looks: the sweep takes what is left over.
JOBS_AT_ONCE: Final = 50
LOOKS: Final = 4
ERASED_AT_ONCE: Final = 200


class BlockEnforcement:
    """What is being made already is finished: it is paid for, and nobody is left in doubt."""

    def __init__(
        self, *, store: BlockStore, jobs: JobStore, cancellation: CancellationService, clock: Clock
    ) -> None:
        self._store = store
        self._jobs = jobs
        self._cancellation = cancellation
        self._clock = clock

    async def cancel_waiting_of(self, block: NewBlock) -> int | None:
        """Return how many were cancelled; None where the database kept it from being done now."""
        actor, cancelled = Actor.moderator(block.created_by), 0
        try:
            for _ in range(LOOKS):
                waiting = await self._jobs.of_member(
                    block.user_id,
                    guild_id=block.guild_id,
                    at_most=JOBS_AT_ONCE,
                    status=JobStatus.QUEUED,
                )
                for job in waiting:
                    cancelled += await self._cancellation.cancel_waiting(job, by=actor)
                if len(waiting) < JOBS_AT_ONCE:
                    return cancelled
        except StorageUnavailableError:
            log.warning("waiting_not_cancelled", user_id=block.user_id, guild_id=block.guild_id)
        return None

    async def sweep(self) -> None:
        """Cancel what slipped through: a request in hand, a crash, a create that was put back.

        Then erase what has ended. Raises StorageUnavailableError.
        """
        now = self._clock.now()
        for blocked in await self._store.waiting_jobs(at=now, at_most=JOBS_AT_ONCE):
            job = await self._jobs.get(blocked.job_id)
            if job is not None:
                actor = Actor.moderator(blocked.blocked_by)
                await self._cancellation.cancel_waiting(job, by=actor)
        await self._store.forget_ended(at=now, at_most=ERASED_AT_ONCE)
