"""Cancels a job: at once while it waits, upstream while its clip is being made."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

import structlog

from bot.domain.errors import IllegalTransitionError, ShowreelError, StorageUnavailableError
from bot.domain.ids import JobId
from bot.domain.job import SLOT_STATES, Actor, Job, JobStatus
from bot.domain.ports import Clock, JobStore
from bot.domain.reasons import CANCEL_REASONS
from bot.services.people import Presser, acting_as, job_for

log = structlog.get_logger(__name__)

_CANCELLABLE: Final = SLOT_STATES | {JobStatus.QUEUED}


class CancellationService:
    """Records the wish; the worker carries it out upstream."""

    def __init__(
        self, *, store: JobStore, clock: Clock, cancel_wanted: Callable[[Job], None]
    ) -> None:
        self._store = store
        self._clock = clock
        self._cancel_wanted = cancel_wanted

    async def cancel(self, job_id: JobId, *, presser: Presser) -> Job:
        """Return the job after the wish: `cancelled`, or in its state with the wish recorded.

        Raises NotFoundError, NotAllowedError, and ShowreelError when it is too late.
        """
        try:
            job = await job_for(self._store, job_id, presser)
            actor = acting_as(job, presser, refusal_key="not-yours-cancel")
            job = await self._cancel(job, actor)
        except StorageUnavailableError:
            log.exception("cancel_failed", job_id=job_id)
            raise ShowreelError("storage-unavailable-now") from None
        log.info("cancel_wanted", job_id=job_id, actor=str(actor), status=job.status.value)
        self._cancel_wanted(job)
        return job

    async def cancel_waiting(self, job: Job, *, by: Actor) -> bool:
        """Cancel it if it still waits, and say whether it did: what has begun is left alone.

        Raises StorageUnavailableError.
        """
        cancelled = await self._cancel_if_waiting(job, by)
        if cancelled is None:
            return False
        log.info("waiting_cancelled", job_id=job.id, actor=str(by))
        self._cancel_wanted(cancelled)
        return True

    async def _cancel(self, job: Job, actor: Actor) -> Job:
        cancelled = await self._cancel_if_waiting(job, actor)
        if cancelled is not None:
            return cancelled
        job = await self._store.request_cancel(job.id, actor=actor, at=self._clock.now())
        # A refused create may have put it back in line just now, where nobody reads the wish.
        cancelled = await self._cancel_if_waiting(job, actor)
        if cancelled is None and job.status not in _CANCELLABLE:
            raise ShowreelError("cancel-too-late")
        return cancelled or job

    async def _cancel_if_waiting(self, job: Job, actor: Actor) -> Job | None:
        if job.status is not JobStatus.QUEUED:
            return None
        now = self._clock.now()
        try:
            return await self._store.transition(
                job.id,
                JobStatus.CANCELLED,
                actor=actor,
                at=now,
                only_from=JobStatus.QUEUED,
                reason=CANCEL_REASONS[actor.kind],
                finished_at=now,
                cost_usd=Decimal(0),
            )
        except IllegalTransitionError:
            return None
