"""From a claim to a prediction: the one step that costs money, and that is never taken twice."""

from decimal import Decimal
from functools import partial
from typing import Final

import structlog

from bot.domain.errors import (
    IllegalTransitionError,
    NeverAgainError,
    OutcomeUnknownError,
    StorageUnavailableError,
    TryLaterError,
    UnreadableTextError,
)
from bot.domain.ids import JobId
from bot.domain.job import EACHLABS, WORKER, Job, JobStatus
from bot.domain.ports import Clock, PredictionApi
from bot.services.background import CriticalSections
from bot.services.creation_gate import CreationClosedError, CreationGate
from bot.services.incidents import IncidentDesk
from bot.services.ledger import Ledger

log = structlog.get_logger(__name__)

# As a process ends, a database that is away must not hold it up for long.
GIVE_BACK_S: Final = 3.0


class CreationService:
    """Every way a create can end has exactly one next state."""

    def __init__(
        self,
        *,
        api: PredictionApi,
        ledger: Ledger,
        gate: CreationGate,
        incidents: IncidentDesk,
        critical: CriticalSections,
        clock: Clock,
        model: str,
    ) -> None:
        """`model` is the name and version that creates ask for, as the log keeps it."""
        self._api = api
        self._ledger = ledger
        self._gate = gate
        self._incidents = incidents
        self._critical = critical
        self._clock = clock
        self._model = model
        self._unsent: set[JobId] = set()

    async def claim(self, job_id: JobId) -> Job | None:
        """Write `submitting` before the first byte leaves; None when the job no longer waits.

        Raises UnreadableTextError, and the job waits on, when no key opens what it asks for.
        """
        self._unsent.add(job_id)
        try:
            job = await self._ledger.write(
                job_id,
                JobStatus.SUBMITTING,
                actor=WORKER,
                submitted_at=self._clock.now(),
                model=self._model,
            )
        except IllegalTransitionError:
            self._unsent.discard(job_id)
            return None
        except UnreadableTextError:
            self._unsent.discard(job_id)
            raise
        if job.cancel_requested_at is None:
            return job
        # The wish was recorded while a create was under way that came to nothing. Back in line,
        # it is carried out.
        await self._give_back(job_id, detail="cancel_wanted")
        return None

    async def create(self, job: Job) -> Job:
        """Send the create once. The job leaves as running, queued or failed.

        Cut off, it stays `submitting`: what became of it is to be looked up, never tried again.
        """
        return await self._critical.run(self._create(job))

    def is_unsent(self, job_id: JobId) -> bool:
        """Whether this process claimed the job and its create has certainly not left."""
        return job_id in self._unsent

    async def give_back_unsent(self) -> None:
        """As the process ends, put back in line what was claimed and certainly never sent.

        The next process could not tell it from a create that was cut off.
        """
        for job_id in tuple(self._unsent):
            await self._give_back(job_id, detail="not_sent")

    async def _give_back(self, job_id: JobId, *, detail: str) -> None:
        self._unsent.discard(job_id)
        try:
            await self._ledger.write(
                job_id,
                JobStatus.QUEUED,
                actor=WORKER,
                detail=detail,
                only_from=JobStatus.SUBMITTING,
            )
        except IllegalTransitionError:
            return
        log.info("claim_given_back", job_id=job_id, cause=detail)

    async def _create(self, job: Job) -> Job:
        try:
            prediction_id = await self._api.create(
                job.request,
                guild_id=job.destination.guild_id,
                job_id=job.id,
                sending=partial(self._sending, job.id),
            )
        except CreationClosedError as error:
            return await self._not_sent(job, detail=error.reason)
        except TryLaterError as error:
            return await self._put_off(job, error)
        except StorageUnavailableError:
            # Every request is logged before it is sent, so this one was not sent.
            return await self._not_sent(job, detail="request_not_logged")
        except NeverAgainError as error:
            return await self._ledger.write(
                job.id,
                JobStatus.FAILED,
                actor=EACHLABS,
                detail=error.detail,
                reason=error.reason,
                finished_at=self._clock.now(),
                cost_usd=Decimal(0),
            )
        except OutcomeUnknownError as error:
            return await self._ledger.note(
                job.id, actor=EACHLABS, detail=error.detail or "create_cut_off"
            )
        job = await self._ledger.write(
            job.id, JobStatus.RUNNING, actor=EACHLABS, prediction_id=prediction_id
        )
        await self._gate.succeeded()
        return job

    async def _not_sent(self, job: Job, *, detail: str) -> Job:
        waiting = await self._ledger.write(job.id, JobStatus.QUEUED, actor=WORKER, detail=detail)
        self._unsent.discard(job.id)
        return waiting

    def _sending(self, job_id: JobId) -> None:
        self._gate.pass_through()
        self._unsent.discard(job_id)

    async def _put_off(self, job: Job, error: TryLaterError) -> Job:
        """Close the gate first: the job must not be claimed again before it is closed."""
        self._unsent.discard(job.id)
        closure = self._gate.close(error)
        job = await self._ledger.write(
            job.id, JobStatus.QUEUED, actor=EACHLABS, detail=error.reason
        )
        await self._incidents.open(closure, detail=error.reason)
        return job
