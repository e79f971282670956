"""Takes a member's wish to be erased; the eraser carries it out."""

from collections.abc import Callable
from typing import Final

import structlog

from bot.domain.erasure import Erasure, ErasureOutlook, ErasureStore
from bot.domain.errors import ShowreelError, StorageUnavailableError
from bot.domain.ids import UserId
from bot.domain.ports import Clock
from bot.services.cancellation import CancellationService
from bot.services.own_clips import LiveJobs
from bot.services.people import Presser

log = structlog.get_logger(__name__)

# More than anybody's limits let wait and run at once.
CANCELLED_AT_MOST: Final = 500


class ForgettingService:
    """Every method raises ShowreelError when the log is away."""

    def __init__(
        self,
        *,
        store: ErasureStore,
        live_jobs: LiveJobs,
        cancellation: CancellationService,
        clock: Clock,
        wake_eraser: Callable[[], None],
    ) -> None:
        self._store = store
        self._live_jobs = live_jobs
        self._cancellation = cancellation
        self._clock = clock
        self._wake_eraser = wake_eraser

    async def outlook(self, user_id: UserId) -> ErasureOutlook:
        """Say what there is, before anything is asked."""
        try:
            return await self._store.outlook(user_id)
        except StorageUnavailableError:
            log.exception("erasure_outlook_not_read")
            raise ShowreelError("privacy-log-away") from None

    async def forget(self, user_id: UserId) -> ErasureOutlook:
        """Have all erased that was asked for until now; what is under way finishes before.

        Returns what cannot go at once.
        """
        await self._write_down(user_id)
        return await self._left(user_id)

    async def forget_and_cancel(self, user_id: UserId) -> ErasureOutlook:
        """Do the same, and cancel what waits or is being made."""
        await self._write_down(user_id)
        try:
            live = await self._live_jobs.live_of(user_id, guild_id=None, at_most=CANCELLED_AT_MOST)
        except StorageUnavailableError:
            log.exception("erasure_not_cancelling")
            return await self._left(user_id)
        for job in live:
            presser = Presser(
                user_id=user_id, guild_id=job.destination.guild_id, may_manage_messages=False
            )
            try:
                await self._cancellation.cancel(job.id, presser=presser)
            except ShowreelError as error:
                # It has just ended, or the log is away: then it finishes, and is erased after.
                log.info("not_cancelled_for_erasure", job_id=job.id, key=error.key)
        return await self._left(user_id)

    async def _write_down(self, user_id: UserId) -> None:
        erasure = Erasure(user_id=user_id, requested_at=self._clock.now())
        try:
            await self._store.request(erasure)
        except StorageUnavailableError:
            log.exception("erasure_not_written")
            raise ShowreelError("privacy-delete-uncertain") from None
        log.info("erasure_requested")
        self._wake_eraser()

    async def _left(self, user_id: UserId) -> ErasureOutlook:
        try:
            return await self._store.outlook(user_id)
        except StorageUnavailableError:
            log.warning("erasure_outlook_not_read")
            return ErasureOutlook(requests=0, waiting=0, working=0, kept=0, held=0)
