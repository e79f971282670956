"""A member's own clips that can still be cancelled, and their cancelling by name."""

from collections.abc import Sequence
from typing import Final, Protocol

import structlog

from bot.domain.errors import NotFoundError, ShowreelError, StorageUnavailableError
from bot.domain.ids import GuildId, UserId
from bot.domain.job import Job
from bot.domain.ports import JobStore
from bot.services.cancellation import CancellationService
from bot.services.people import Presser

log = structlog.get_logger(__name__)

# More than a member is ever shown at once: what they type looks through all of these.
LOOKED_THROUGH: Final = 100


class LiveJobs(Protocol):
    """A member's jobs that wait or are being made. May raise StorageUnavailableError."""

    async def live_of(
        self, user_id: UserId, *, guild_id: GuildId | None, at_most: int
    ) -> Sequence[Job]:
        """Newest first; `guild_id` None means in all servers."""
        ...


class OwnClips:
    """Only its member's jobs are ever looked at: somebody else's is as good as none."""

    def __init__(
        self, *, live_jobs: LiveJobs, store: JobStore, cancellation: CancellationService
    ) -> None:
        self._live_jobs = live_jobs
        self._store = store
        self._cancellation = cancellation

    async def cancellable(
        self, user_id: UserId, *, guild_id: GuildId | None, typed: str
    ) -> Sequence[Job]:
        """Those whose prompt or reference has what was typed, newest first.

        Raises StorageUnavailableError.
        """
        wanted = typed.strip().casefold()
        live = await self._live_jobs.live_of(user_id, guild_id=guild_id, at_most=LOOKED_THROUGH)
        return [job for job in live if job.cancel_requested_at is None and _has(job, wanted)]

    async def cancel(self, reference: str, *, user_id: UserId, guild_id: GuildId | None) -> Job:
        """Cancel the member's own job of this reference.

        Raises NotFoundError where there is none, and what CancellationService raises.
        """
        try:
            job = await self._find(reference.strip().casefold(), user_id, guild_id)
        except StorageUnavailableError:
            log.exception("own_clip_not_found")
            raise ShowreelError("storage-unavailable-now") from None
        # In direct messages there is no server, so it is the job's own that counts.
        presser = Presser(
            user_id=user_id, guild_id=job.destination.guild_id, may_manage_messages=False
        )
        return await self._cancellation.cancel(job.id, presser=presser)

    async def _find(self, reference: str, user_id: UserId, guild_id: GuildId | None) -> Job:
        live = await self._live_jobs.live_of(user_id, guild_id=guild_id, at_most=LOOKED_THROUGH)
        found = _first(live, reference)
        if found is None:
            # One that ended while its member chose: they are told that it was too late.
            newest = await self._store.of_member(user_id, guild_id=guild_id, at_most=LOOKED_THROUGH)
            found = _first(newest, reference)
        if found is None:
            raise NotFoundError("cancel-not-found")
        return found


def _first(jobs: Sequence[Job], reference: str) -> Job | None:
    return next((job for job in jobs if job.reference.casefold() == reference), None)


def _has(job: Job, wanted: str) -> bool:
    return wanted in job.request.prompt.casefold() or wanted in job.reference.casefold()
