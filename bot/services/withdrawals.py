"""Takes back reservations whose members were told that nothing was started."""

import asyncio
from decimal import Decimal
from typing import Final

import structlog

from bot.domain.errors import IllegalTransitionError, StorageUnavailableError
from bot.domain.ids import JobId
from bot.domain.job import FRONT, JobStatus
from bot.domain.ports import Clock, JobStore, Submission
from bot.domain.reasons import Reason
from bot.services.background import BackgroundTasks

log = structlog.get_logger(__name__)

# After these, the sweeper settles what is left: it asks Discord for the card.
TRY_AGAIN_AFTER_S: Final = (1.0, 5.0, 15.0)
# How long a closing front waits for withdrawals that are under way.
CLOSE_WITHIN_S: Final = 3.0


class Withdrawals:
    """A withdrawn job ends unpaid, and no longer counts against its member."""

    def __init__(self, *, store: JobStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._tasks = BackgroundTasks()

    async def withdraw(self, job_id: JobId) -> None:
        """Try at once; while the database is away, again in the background."""
        try:
            await self._cancel(job_id)
        except StorageUnavailableError:
            self._tasks.start(self._withdraw_later(job_id), name=f"withdraw-{job_id}")

    def withdraw_unseen(self, writing: asyncio.Task[Submission], *, reference: str) -> None:
        """Take back the row that `writing` makes, when nobody waits for its answer any more."""
        self._tasks.start(
            self._withdraw_written(writing, reference=reference), name=f"withdraw-{reference}"
        )

    async def close(self) -> None:
        await self._tasks.finish(clock=self._clock, timeout_s=CLOSE_WITHIN_S)

    async def _withdraw_written(self, writing: asyncio.Task[Submission], *, reference: str) -> None:
        try:
            submission = await writing
        except StorageUnavailableError:
            await self._withdraw_by_reference(reference)
            return
        if submission.breach is not None:
            return
        try:
            await self._cancel(submission.job.id)
        except StorageUnavailableError:
            await self._withdraw_later(submission.job.id)

    async def _withdraw_by_reference(self, reference: str) -> None:
        """The write gave no answer, and its row may be there, come later, or never come."""
        for wait_s in TRY_AGAIN_AFTER_S:
            await self._clock.sleep(wait_s)
            try:
                unconfirmed = await self._store.unacknowledged(created_before=self._clock.now())
                for job in unconfirmed:
                    if job.reference == reference:
                        return await self._cancel(job.id)
            except StorageUnavailableError:
                continue
        log.info("unseen_row_not_found", reference=reference)
        return None

    async def _withdraw_later(self, job_id: JobId) -> None:
        for wait_s in TRY_AGAIN_AFTER_S:
            await self._clock.sleep(wait_s)
            try:
                return await self._cancel(job_id)
            except StorageUnavailableError:
                continue
        log.warning("withdraw_failed", job_id=job_id)
        return None

    async def _cancel(self, job_id: JobId) -> None:
        now = self._clock.now()
        try:
            await self._store.transition(
                job_id,
                JobStatus.CANCELLED,
                actor=FRONT,
                at=now,
                only_from=JobStatus.QUEUED,
                reason=Reason.NOT_ACKNOWLEDGED,
                finished_at=now,
                cost_usd=Decimal(0),
            )
        except IllegalTransitionError:
            log.info("withdraw_came_late", job_id=job_id)
