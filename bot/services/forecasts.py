"""What to expect of jobs: who runs for how long is heard, how long clips take is learned."""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Final

import structlog

from bot.domain.clip import DURATIONS_S
from bot.domain.errors import StorageUnavailableError
from bot.domain.forecast import Forecast
from bot.domain.ids import JobId
from bot.domain.job import SLOT_STATES, Job, JobStatus
from bot.domain.ports import Clock, JobStore, WaitingJob
from bot.domain.reasons import Reason
from bot.scheduling.fair_queue import FairQueue
from bot.scheduling.forecast import Belief, forecast_line, forecast_running
from bot.scheduling.latency import SAMPLES, LatencyModel
from bot.scheduling.line_simulation import Line, RunningClip
from bot.services.generation import EXPIRED_HOLD

log = structlog.get_logger(__name__)

LEARN_AGAIN_S: Final = 30.0
_SEED: Final = 0
# Nobody watches these generate: all that is known is until when their slot is held.
_UNWATCHED: Final = frozenset({JobStatus.UNKNOWN, JobStatus.EXPIRED})
# Where Eachlabs' answer leads: only such an end tells how long a clip takes.
_ANSWERED: Final = frozenset({JobStatus.DELIVERING, JobStatus.FAILED})


class Forecasts:
    """Forecasts every job in line from one model of generation times, and keeps that up to date.

    The fair queue says who holds a slot and who waits; `job_changed` is told of every step that is
    written, and so knows since when a clip runs and how long it took in the end.
    """

    def __init__(
        self,
        *,
        store: JobStore,
        queue: FairQueue,
        latency: LatencyModel,
        clock: Clock,
        model: str,
        job_timeout_s: float,
        slots: int,
        guild_max_running: int | None,
        user_max_running: int | None,
    ) -> None:
        """`model` is the name and version whose times the log is asked for."""
        self._store = store
        self._queue = queue
        self._latency = latency
        self._clock = clock
        self._model = model
        self._job_timeout = timedelta(seconds=job_timeout_s)
        self._slots = slots
        self._guild_max_running = guild_max_running
        self._user_max_running = user_max_running
        # As many as there are slots, and a few that were given up.
        self._in_slots: dict[JobId, Job] = {}

    async def run(self) -> None:
        """Learn from the log, as soon as the database answers. Until then the first guess holds."""
        while not await self.learn_from_log():
            await self._clock.sleep(LEARN_AGAIN_S)

    async def learn_from_log(self) -> bool:
        """Read how long clips took; False when it must be tried again."""
        try:
            await self._learn_times()
        except StorageUnavailableError:
            log.warning("learning_waits_for_database")
            return False
        return True

    def job_changed(self, job: Job) -> None:
        """A step was written. Cheap: it is called for each."""
        before = self._in_slots.pop(job.id, None)
        if _holds_slot(job):
            self._in_slots[job.id] = job
        elif before is not None and before.status is JobStatus.RUNNING:
            self._learn_from(job)

    def of_running(self, job: Job) -> Forecast:
        """The future of a job that is submitting or running."""
        duration_s = job.request.duration_s
        return forecast_running(age_s=self._age_s(job), belief=self._belief(duration_s))

    async def forecast_all(self, *, waiting_at_most: int) -> Mapping[JobId, Forecast]:
        """Forecast those who run, and the first of those who wait.

        Left out are jobs whose outcome is unknown, and those that no cap ever lets start. Works
        in a thread, as it takes some 20 ms for fifty who wait.
        """
        line = self._line(waiting_at_most)
        durations_s = {job.duration_s for job in (*self._queue.running_jobs(), *line.waiting)}
        beliefs = {duration_s: self._belief(duration_s) for duration_s in durations_s}
        # The dice fall alike each time, so that a range told again moves with the line alone.
        dice = Random(_SEED)  # noqa: S311 - see above
        return await asyncio.to_thread(
            forecast_line, line, beliefs=beliefs.__getitem__, random_source=dice
        )

    async def _learn_times(self) -> None:
        for duration_s in DURATIONS_S:
            times_s = await self._store.generation_times_s(
                model=self._model, duration_s=duration_s, at_most=SAMPLES
            )
            self._latency.relearn(duration_s, times_s)
            log.info(
                "generation_times_learned",
                duration_s=duration_s,
                clips=len(times_s),
                typical_s=round(self._latency.typical_s(duration_s)),
            )

    def _learn_from(self, ended: Job) -> None:
        """Cancelled and given up, a clip tells nothing: others would have run on.

        Nor does one that another model was asked for, before the settings changed.
        """
        if ended.status not in _ANSWERED or ended.prediction_id is None:
            return
        if ended.model != self._model:
            return
        if ended.submitted_at is None or ended.finished_at is None:
            return
        took_s = (ended.finished_at - ended.submitted_at).total_seconds()
        self._latency.learn(ended.request.duration_s, took_s)

    def _belief(self, duration_s: int) -> Belief:
        return Belief(
            times=self._latency.times(duration_s),
            doubt=self._latency.doubt(duration_s),
            longest_s=self._job_timeout.total_seconds(),
        )

    def _line(self, waiting_at_most: int) -> Line:
        self._forget_given_up()
        waiting = self._queue.waiting_jobs(limit=waiting_at_most)
        return Line(
            running=[self._clip(job) for job in self._queue.running_jobs()],
            waiting=waiting,
            last_turns=self._queue.last_turns(waiting),
            slots=self._slots,
            guild_max_running=self._guild_max_running,
            user_max_running=self._user_max_running,
        )

    def _clip(self, holder: WaitingJob) -> RunningClip:
        """One that nothing was heard of yet counts as just begun: its slot is taken, at least."""
        job = self._in_slots.get(holder.job_id)
        frees_in_s = self._frees_in_s(job) if job and job.status in _UNWATCHED else None
        return RunningClip(
            job_id=holder.job_id,
            guild_id=holder.guild_id,
            user_id=holder.user_id,
            duration_s=holder.duration_s,
            age_s=0.0 if job is None else self._age_s(job),
            frees_in_s=frees_in_s,
        )

    def _forget_given_up(self) -> None:
        """Nobody tells when the slot of such a job is let go of."""
        for job in tuple(self._in_slots.values()):
            if job.status is JobStatus.EXPIRED and not self._frees_in_s(job):
                del self._in_slots[job.id]

    def _frees_in_s(self, job: Job) -> float:
        held_for = self._job_timeout
        if job.status is JobStatus.EXPIRED:
            held_for += EXPIRED_HOLD
        return max(0.0, held_for.total_seconds() - self._age_s(job))

    def _age_s(self, job: Job) -> float:
        """The wall clock may have been set back."""
        return max(0.0, (self._clock.now() - _submitted_at(job)).total_seconds())


def _holds_slot(job: Job) -> bool:
    is_given_up = job.status is JobStatus.EXPIRED and job.reason == Reason.DEADLINE_PASSED
    return job.status in SLOT_STATES or is_given_up


def _submitted_at(job: Job) -> datetime:
    return job.submitted_at or job.created_at
