"""Writes a job's steps so that none is lost when the database is away for a while."""

from collections.abc import Callable
from typing import Final, Unpack

import structlog

from bot.domain.errors import (
    IllegalTransitionError,
    StorageUnavailableError,
    UnreadableTextError,
)
from bot.domain.ids import JobId
from bot.domain.job import Actor, Job, JobStatus
from bot.domain.ports import Clock, JobChanges, JobStore

log = structlog.get_logger(__name__)

FIRST_RETRY_S: Final = 0.5
LONGEST_RETRY_S: Final = 30.0


class Ledger:
    """The worker's pen: what happened outside is written down, however often it must try."""

    def __init__(self, *, store: JobStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._tell: Callable[[Job], None] = _tell_nobody

    def tell(self, written: Callable[[Job], None]) -> None:
        """Name who hears of every step, as soon as it is written."""
        self._tell = written

    async def write(
        self,
        job_id: JobId,
        to: JobStatus,
        *,
        actor: Actor,
        detail: str = "",
        only_from: JobStatus | None = None,
        **changes: Unpack[JobChanges],
    ) -> Job:
        """Take the step, trying until the database answers.

        Raises IllegalTransitionError when the job is no longer in a state that allows it, and
        UnreadableTextError when it is to be claimed and cannot be read. A write whose outcome was
        not known and that did happen counts as done.
        """
        written = await self._take(
            job_id, to, actor=actor, detail=detail, only_from=only_from, **changes
        )
        self._tell(written)
        return written

    async def _take(
        self,
        job_id: JobId,
        to: JobStatus,
        *,
        actor: Actor,
        detail: str,
        only_from: JobStatus | None,
        **changes: Unpack[JobChanges],
    ) -> Job:
        retry_s = FIRST_RETRY_S
        unsure = False
        while True:
            try:
                return await self._store.transition(
                    job_id,
                    to,
                    actor=actor,
                    at=self._clock.now(),
                    detail=detail,
                    only_from=only_from,
                    **changes,
                )
            except IllegalTransitionError:
                written = await self.read(job_id)
                if unsure and written.status is to:
                    return written
                raise
            except UnreadableTextError:
                raise  # waiting does not bring its key back
            except StorageUnavailableError:
                unsure = True
                log.warning("step_not_written", job_id=job_id, to=to.value, retry_s=retry_s)
                await self._clock.sleep(retry_s)
                retry_s = min(retry_s * 2, LONGEST_RETRY_S)

    async def note(
        self, job_id: JobId, *, actor: Actor, detail: str, **changes: Unpack[JobChanges]
    ) -> Job:
        """Write an event that is no step, trying until the database answers."""
        retry_s = FIRST_RETRY_S
        while True:
            try:
                return await self._store.note(
                    job_id, actor=actor, at=self._clock.now(), detail=detail, **changes
                )
            except StorageUnavailableError:
                log.warning("event_not_written", job_id=job_id, retry_s=retry_s)
                await self._clock.sleep(retry_s)
                retry_s = min(retry_s * 2, LONGEST_RETRY_S)

    async def catch_up(self, job: Job) -> Job:
        """Read the row, and tell of it when somebody else has moved it on."""
        written = await self.read(job.id)
        if written.status is not job.status:
            self._tell(written)
        return written

    async def read(self, job_id: JobId) -> Job:
        """Read the row, trying until the database answers."""
        retry_s = FIRST_RETRY_S
        while True:
            try:
                job = await self._store.get(job_id)
            except StorageUnavailableError:
                await self._clock.sleep(retry_s)
                retry_s = min(retry_s * 2, LONGEST_RETRY_S)
                continue
            if job is None:
                raise IllegalTransitionError(f"job {job_id} is gone")
            return job


def _tell_nobody(_written: Job) -> None:
    """Stands in until somebody wants to hear."""
