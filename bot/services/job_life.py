"""Carries one claimed job through its states, whatever fails on the way."""

from collections.abc import Awaitable, Callable
from typing import Final

import structlog

from bot.domain.errors import IllegalTransitionError, StorageUnavailableError
from bot.domain.job import Job, JobStatus
from bot.domain.ports import Clock
from bot.services.creation import CreationService
from bot.services.delivery import DeliveryService
from bot.services.generation import GenerationService
from bot.services.incidents import JOB_STUCK, IncidentDesk
from bot.services.ledger import Ledger
from bot.services.reconciliation import ReconciliationService

log = structlog.get_logger(__name__)

FIRST_RETRY_S: Final = 5.0
LONGEST_RETRY_S: Final = 300.0
WORKED_ON: Final = frozenset({JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING})


class JobLife:
    """Each step starts from the state that is written down, so any step may be tried again."""

    def __init__(
        self,
        *,
        creation: CreationService,
        reconciliation: ReconciliationService,
        generation: GenerationService,
        delivery: DeliveryService,
        ledger: Ledger,
        incidents: IncidentDesk,
        clock: Clock,
    ) -> None:
        self._creation = creation
        self._reconciliation = reconciliation
        self._generation = generation
        self._delivery = delivery
        self._ledger = ledger
        self._incidents = incidents
        self._clock = clock

    async def live(self, job: Job) -> None:
        """Work on the job until it ends, waits again, or cannot be worked on (`unknown`)."""
        retry_s = FIRST_RETRY_S
        while job.status in WORKED_ON:
            try:
                job = await self._step(job)
            except (IllegalTransitionError, StorageUnavailableError):
                log.exception("step_failed", job_id=job.id, status=job.status.value)
            except Exception:  # the supervisor: a defect must not strand what was paid for
                log.exception("step_failed", job_id=job.id, status=job.status.value)
                await self._incidents.open(JOB_STUCK, subject=str(job.id))
            else:
                retry_s = FIRST_RETRY_S
                continue
            await self._clock.sleep(retry_s)
            retry_s = min(retry_s * 2, LONGEST_RETRY_S)
            job = await self._ledger.catch_up(job)
        await self._incidents.close(JOB_STUCK, subject=str(job.id))

    async def live_late(self, job: Job) -> Job:
        """Go on with an expired job if it finishes within the day after all.

        Returns it as the day of asking left it.
        """
        late = await self._insist(job, self._generation.wait_late)
        if late.status is JobStatus.DELIVERING:
            await self.live(late)
        return late

    async def live_unknown(self, job: Job) -> None:
        """Go on with a job whose create was lost, once its prediction is found."""
        found = await self._insist(job, self._reconciliation.keep_looking)
        if found.status is JobStatus.RUNNING:
            await self.live(found)

    async def _insist(self, job: Job, work: Callable[[Job], Awaitable[Job]]) -> Job:
        """Take up again what a defect broke off: nobody else would until the next start.

        A defect may come after the step that was to be taken: then the job has gone on.
        """
        before = job.status
        while job.status is before:
            try:
                job = await work(job)
            except Exception:  # the supervisor, as above
                log.exception("step_failed", job_id=job.id, status=job.status.value)
                await self._incidents.open(JOB_STUCK, subject=str(job.id))
                await self._clock.sleep(LONGEST_RETRY_S)
                job = await self._ledger.catch_up(job)
            else:
                break
        await self._incidents.close(JOB_STUCK, subject=str(job.id))
        return job

    async def _step(self, job: Job) -> Job:
        match job.status:
            case JobStatus.SUBMITTING if self._creation.is_unsent(job.id):
                return await self._creation.create(job)
            case JobStatus.SUBMITTING:
                return await self._reconciliation.search(job)
            case JobStatus.RUNNING:
                return await self._generation.wait(job)
            case _:
                return await self._delivery.deliver(job)
