"""Finds the prediction of a create whose answer was lost, or says honestly that it cannot."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.domain.errors import (
    IllegalTransitionError,
    PredictionApiError,
    StorageUnavailableError,
    UnknownPredictionError,
)
from bot.domain.ids import PredictionId
from bot.domain.job import EACHLABS, WORKER, Job, JobStatus
from bot.domain.ports import Clock, JobStore, PredictionApi
from bot.domain.reasons import Reason
from bot.services.hints import Hint, Hints
from bot.services.incidents import OUTCOME_UNKNOWN, IncidentDesk
from bot.services.ledger import Ledger

log = structlog.get_logger(__name__)

# What was created just now may come late into the list.
SEARCH_WAITS_S: Final = (0.0, 5.0, 15.0, 40.0)
# Then the member is told the truth, and the search goes on at leisure.
LOOK_EVERY_S: Final = 300.0
LOOKING: Final = timedelta(days=1)
# A claim waits for room in the request window before its create leaves.
SENT_WITHIN: Final = timedelta(minutes=10)
# The service's clock is not ours.
CLOCK_SKEW: Final = timedelta(minutes=2)
# Each candidate costs a request; among more than these, nothing would be certain anyway.
MOST_CANDIDATES: Final = 50


class ReconciliationService:
    """A create is never sent again: what became of it is looked up.

    The account's list of executions has no inputs, so each that no job owns is asked for and
    compared. Only one match for one job is proof; an identical request that may have made it
    just as well leaves both open.
    """

    def __init__(
        self,
        *,
        api: PredictionApi,
        store: JobStore,
        ledger: Ledger,
        incidents: IncidentDesk,
        hints: Hints,
        clock: Clock,
    ) -> None:
        self._api = api
        self._store = store
        self._ledger = ledger
        self._incidents = incidents
        self._hints = hints
        self._clock = clock

    async def search(self, job: Job) -> Job:
        """Take a job from `submitting` to `running`, or after a minute to `unknown`."""
        compared: set[PredictionId] = set()
        with self._hints.listen(job.id) as hint:
            for wait_s in SEARCH_WAITS_S:
                await hint.wait(timeout_s=wait_s)
                found = await self._find(job, hint, compared)
                if found is not None:
                    return found
        return await self._give_up(job)

    async def keep_looking(self, job: Job) -> Job:
        """Look for an `unknown` job's prediction until it is found, settled, or a day is over."""
        await self._incidents.open(OUTCOME_UNKNOWN, subject=str(job.id))
        compared: set[PredictionId] = set()
        with self._hints.listen(job.id) as hint:
            while (
                job.status is JobStatus.UNKNOWN and self._clock.now() < _claimed_at(job) + LOOKING
            ):
                await hint.wait(timeout_s=LOOK_EVERY_S)
                job = await self._ledger.read(job.id)
                if job.status is JobStatus.UNKNOWN:
                    job = await self._find(job, hint, compared) or job
        return job

    async def _find(self, job: Job, hint: Hint, compared: set[PredictionId]) -> Job | None:
        """Return the job as `running`, or None when it was not found this time."""
        if job.texts_unreadable:
            return None  # what cannot be read equals nothing
        try:
            prediction_id = await self._hinted(job, hint) or await self._only_match(job, compared)
        except (PredictionApiError, StorageUnavailableError) as error:
            log.warning("reconciliation_waits", job_id=job.id, cause=str(error))
            return None
        if prediction_id is None:
            return None
        try:
            found = await self._ledger.write(
                job.id,
                JobStatus.RUNNING,
                actor=EACHLABS,
                detail="found",
                only_from=job.status,
                reason="",
                prediction_id=prediction_id,
            )
        except IllegalTransitionError as error:
            log.info("found_too_late", job_id=job.id, cause=str(error))
            return None
        log.info("create_found", job_id=job.id, prediction_id=prediction_id)
        await self._incidents.close(OUTCOME_UNKNOWN, subject=str(job.id))
        return found

    async def _hinted(self, job: Job, hint: Hint) -> PredictionId | None:
        """A webhook's address names the job: its prediction needs only to be the right one."""
        prediction_id = hint.prediction_id
        if prediction_id is None or await self._store.owned_predictions([prediction_id]):
            return None
        with suppress(UnknownPredictionError):
            if await self._is_made_of(prediction_id, job):
                return prediction_id
        hint.forget()
        return None

    async def _only_match(self, job: Job, compared: set[PredictionId]) -> PredictionId | None:
        claimed_at = _claimed_at(job)
        executions = await self._api.executions(
            since=claimed_at - CLOCK_SKEW,
            until=min(claimed_at + SENT_WITHIN, self._clock.now()) + CLOCK_SKEW,
        )
        ids = {execution.id for execution in executions} - compared
        candidates = ids - await self._store.owned_predictions(ids)
        if len(candidates) > MOST_CANDIDATES:
            log.warning("too_many_candidates", job_id=job.id, candidates=len(candidates))
            return None
        matches = [
            prediction_id
            for prediction_id in sorted(candidates)
            if await self._compare(prediction_id, job, compared)
        ]
        return await self._proven(job, matches)

    async def _compare(
        self, prediction_id: PredictionId, job: Job, compared: set[PredictionId]
    ) -> bool:
        """Ask once about each that is not this job's: its inputs will not change.

        One that is listed and not known hides no other; the next look asks about it again.
        """
        try:
            is_match = await self._is_made_of(prediction_id, job)
        except UnknownPredictionError:
            return False
        if not is_match:
            compared.add(prediction_id)
        return is_match

    async def _is_made_of(self, prediction_id: PredictionId, job: Job) -> bool:
        prediction = await self._api.get(prediction_id, guild_id=job.destination.guild_id)
        return job.request.is_input(prediction.input)

    async def _proven(self, job: Job, matches: Collection[PredictionId]) -> PredictionId | None:
        """Looked at last, when whoever created a match meanwhile owns it or still waits for it."""
        free = [*(set(matches) - await self._store.owned_predictions(matches))]
        if len(free) != 1:
            return None
        if await self._has_rival(job):
            log.info("create_found_for_several", job_id=job.id)
            return None
        return free[0]

    async def _has_rival(self, job: Job) -> bool:
        """Whether another job may have made the same prediction."""
        apart = SENT_WITHIN + 2 * CLOCK_SKEW
        claimed_at = _claimed_at(job)
        others = await self._store.creates_without_prediction(
            since=claimed_at - apart, until=claimed_at + apart
        )
        return any(
            other.id != job.id and _may_ask_for_the_same(other, job) and _may_own(other)
            for other in others
        )

    async def _give_up(self, job: Job) -> Job:
        return await self._ledger.write(
            job.id,
            JobStatus.UNKNOWN,
            actor=WORKER,
            detail="not_found",
            reason=Reason.CREATE_OUTCOME_UNKNOWN,
        )


def _claimed_at(job: Job) -> datetime:
    return job.submitted_at or job.created_at


def _may_ask_for_the_same(other: Job, job: Job) -> bool:
    """Of one that cannot be read only the options are known."""
    if not other.texts_unreadable:
        return other.request == job.request
    wanted = job.request
    return wanted == replace(
        other.request, prompt=wanted.prompt, negative_prompt=wanted.negative_prompt
    )


def _may_own(job: Job) -> bool:
    """Of those that failed, one made a prediction that nobody knows: the operator saw a charge."""
    if job.status is not JobStatus.FAILED:
        return True
    return job.reason == Reason.CREATE_OUTCOME_UNKNOWN and bool(job.cost_usd)
