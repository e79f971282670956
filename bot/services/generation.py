"""A prediction that runs, until it has ended or was given up."""

from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.domain.errors import (
    NeverAgainError,
    PredictionApiError,
    StorageUnavailableError,
)
from bot.domain.ids import JobId
from bot.domain.job import EACHLABS, WORKER, Job, JobStatus
from bot.domain.ports import Clock, PredictionApi
from bot.domain.prediction import Prediction, PredictionStatus
from bot.domain.reasons import CANCEL_REASONS, Reason
from bot.services.hints import Hints
from bot.services.ledger import Ledger
from bot.services.poller import Poller

log = structlog.get_logger(__name__)

# A cancel upstream is best effort; after this long the account no longer counts the prediction.
EXPIRED_HOLD: Final = timedelta(minutes=10)
# A wish to cancel outlives a short absence of Eachlabs; the clip is paid for meanwhile.
CANCEL_WAITS_S: Final = (5.0, 15.0, 60.0, 300.0)
LATE_ASKING: Final = timedelta(days=1)
LATE_ASK_EVERY_S: Final = 3600.0
HELD_ASK_EVERY_S: Final = 60.0
ANSWER_WAITS_S: Final = (5.0, 15.0, 60.0)
# Events of an expired job that are no steps of it.
LATE_ANSWER: Final = "late_answer"
LATE_ASKING_OVER: Final = "late_asking_over"


class GenerationService:
    """Every way a prediction can end has exactly one next state."""

    def __init__(
        self,
        *,
        api: PredictionApi,
        ledger: Ledger,
        poller: Poller,
        hints: Hints,
        clock: Clock,
        job_timeout_s: float,
    ) -> None:
        self._api = api
        self._ledger = ledger
        self._poller = poller
        self._hints = hints
        self._clock = clock
        self._job_timeout_s = job_timeout_s
        # Expired, and Eachlabs took the cancel; after a restart it is simply sent once more.
        self._told_to_stop: set[JobId] = set()

    async def wait(self, job: Job) -> Job:
        """Poll a running job to its end: delivering, failed, cancelled or expired."""
        submitted_at = job.submitted_at or job.created_at
        # A wall clock that was set back must not put off the first question, or the deadline.
        age_s = max(0.0, (self._clock.now() - submitted_at).total_seconds())
        prediction: Prediction | None
        try:
            prediction = await self._poller.wait_until_ended(
                job, age_s=age_s, timeout_s=max(self._job_timeout_s - age_s, 0)
            )
        except TimeoutError:
            # It may have ended before its deadline, while nobody could ask: nothing is given up
            # without one answer.
            prediction = await self._ask_until_answered(job)
        if prediction is None or not prediction.is_finished:
            return await self._expire(job)
        return await self._settle(job, prediction)

    async def cancel_upstream(self, job: Job) -> None:
        """Ask Eachlabs to stop, for minutes if need be. What became of it is what polling says."""
        for wait_s in CANCEL_WAITS_S:
            if await self._cancel_once(job):
                return
            await self._clock.sleep(wait_s)
        await self._cancel_once(job)

    async def wait_late(self, job: Job) -> Job:
        """Ask about an expired job for a day: finished after all, it was paid for.

        Returns the job as delivering, or as expired with what it cost, as far as that is known.
        """
        if job.cost_usd is not None:
            return job  # a late answer brought this before a restart, and no clip
        try:
            prediction = await self._ask_for_a_day(job)
        finally:
            self._told_to_stop.discard(job.id)
        if prediction is not None:
            return await self._settle_late(job, prediction)
        # What it cost will not be known: the limits count the estimate for its day.
        return await self._ledger.note(job.id, actor=WORKER, detail=LATE_ASKING_OVER)

    async def _ask_for_a_day(self, job: Job) -> Prediction | None:
        """Return the finished prediction, or None when the day is over."""
        last_ask_at = (job.submitted_at or job.created_at) + LATE_ASKING
        with self._hints.listen(job.id) as hint:
            while self._clock.now() < last_ask_at:
                await hint.wait(timeout_s=self._until_next_late_ask_s(job))
                prediction = await self._ask(job)
                if prediction is not None and prediction.is_finished:
                    return prediction
                await self._tell_to_stop(job)
        return None

    def slot_free_at(self, job: Job) -> datetime:
        """When a job that is no longer watched certainly holds no slot at Eachlabs."""
        deadline = self._deadline(job)
        return deadline + EXPIRED_HOLD if job.status is JobStatus.EXPIRED else deadline

    def _until_next_late_ask_s(self, job: Job) -> float:
        """Every minute while the slot is held for it, then every hour.

        Counted from the deadline, so that restarts do not put the question off.
        """
        overdue = self._clock.now() - self._deadline(job)
        every_s = HELD_ASK_EVERY_S if overdue < EXPIRED_HOLD else LATE_ASK_EVERY_S
        return every_s - overdue.total_seconds() % every_s

    def _deadline(self, job: Job) -> datetime:
        return (job.submitted_at or job.created_at) + timedelta(seconds=self._job_timeout_s)

    async def _ask_until_answered(self, job: Job) -> Prediction | None:
        """None when the service answers that it knows no such prediction."""
        waits_s = iter(ANSWER_WAITS_S)
        wait_s = ANSWER_WAITS_S[-1]
        while job.prediction_id is not None:
            try:
                return await self._api.get(job.prediction_id, guild_id=job.destination.guild_id)
            except NeverAgainError:
                return None
            except (PredictionApiError, StorageUnavailableError) as error:
                wait_s = next(waits_s, wait_s)
                log.info("deadline_waits_for_an_answer", job_id=job.id, cause=str(error))
            await self._clock.sleep(wait_s)
        return None

    async def _ask(self, job: Job) -> Prediction | None:
        """Ask once, outside the poller's turns; None when there is no answer."""
        if job.prediction_id is None:
            return None
        try:
            return await self._api.get(job.prediction_id, guild_id=job.destination.guild_id)
        except (PredictionApiError, StorageUnavailableError) as error:
            log.info("late_poll_failed", job_id=job.id, cause=str(error))
            return None

    async def _settle(self, job: Job, prediction: Prediction) -> Job:
        match prediction.status:
            case PredictionStatus.SUCCEEDED:
                return await self._succeed(job, prediction)
            case PredictionStatus.CANCELLED:
                return await self._ledger.write(
                    job.id,
                    JobStatus.CANCELLED,
                    actor=EACHLABS,
                    reason=cancel_reason(await self._ledger.read(job.id)),
                    finished_at=self._clock.now(),
                    predict_seconds=prediction.predict_seconds,
                    cost_usd=prediction.cost_usd,
                )
            case _:
                return await self._ledger.write(
                    job.id,
                    JobStatus.FAILED,
                    actor=EACHLABS,
                    detail=prediction.detail,
                    reason=prediction.reason or Reason.PROVIDER_ERROR,
                    finished_at=self._clock.now(),
                    predict_seconds=prediction.predict_seconds,
                    cost_usd=prediction.cost_usd,
                )

    async def _settle_late(self, job: Job, prediction: Prediction) -> Job:
        """No step leads from given up to failed or cancelled, but what it cost is money spent."""
        if prediction.status is PredictionStatus.SUCCEEDED:
            return await self._succeed(job, prediction)
        log.info("late_answer", job_id=job.id, status=prediction.status.value)
        return await self._ledger.note(
            job.id,
            actor=EACHLABS,
            detail=f"{LATE_ANSWER}:{prediction.status.value}",
            predict_seconds=prediction.predict_seconds,
            cost_usd=prediction.cost_usd,
        )

    async def _succeed(self, job: Job, prediction: Prediction) -> Job:
        return await self._ledger.write(
            job.id,
            JobStatus.DELIVERING,
            actor=EACHLABS,
            reason="",
            finished_at=self._clock.now(),
            predict_seconds=prediction.predict_seconds,
            cost_usd=prediction.cost_usd,
            output_url=prediction.output_url,
        )

    async def _cancel_once(self, job: Job) -> bool:
        """Say whether there is nothing left to ask: the wish was taken, or can never be."""
        if job.prediction_id is None:
            return True
        try:
            await self._api.cancel(job.prediction_id, guild_id=job.destination.guild_id)
        except NeverAgainError as error:
            log.warning("cancel_refused", job_id=job.id, cause=error.reason)
            return True
        except (PredictionApiError, StorageUnavailableError) as error:
            log.warning("cancel_not_taken", job_id=job.id, cause=type(error).__name__)
            return False
        log.info("cancel_sent", job_id=job.id)
        self._poller.hurry(job.id)
        return True

    async def _tell_to_stop(self, job: Job) -> None:
        """Until Eachlabs takes it: what goes on there goes on costing money."""
        if job.id not in self._told_to_stop and await self._cancel_once(job):
            self._told_to_stop.add(job.id)

    async def _expire(self, job: Job) -> Job:
        log.warning("deadline_passed", job_id=job.id, prediction_id=job.prediction_id)
        await self._tell_to_stop(job)
        return await self._ledger.write(
            job.id,
            JobStatus.EXPIRED,
            actor=WORKER,
            reason=Reason.DEADLINE_PASSED,
            finished_at=self._clock.now(),
        )


def cancel_reason(job: Job) -> Reason:
    """Say whose wish ended the job, as far as one was recorded."""
    if job.cancel_requested_by is None:
        return Reason.CANCELLED_UPSTREAM
    kind = job.cancel_requested_by.partition(":")[0]
    return CANCEL_REASONS.get(kind, Reason.CANCELLED_UPSTREAM)
