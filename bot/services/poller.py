"""Asks about running predictions, one paced request after another, until each has ended."""

import asyncio
from dataclasses import dataclass

import structlog

from bot.domain.errors import PredictionApiError, StorageUnavailableError
from bot.domain.ids import GuildId, JobId, PredictionId
from bot.domain.job import Job
from bot.domain.ports import Clock, PredictionApi
from bot.domain.prediction import Prediction
from bot.scheduling.budget import RequestBudget
from bot.scheduling.poll_planner import PollPlanner
from bot.services.background import BackgroundTasks
from bot.services.waiting import ended_within

log = structlog.get_logger(__name__)

# The loop looks again at least this often, whatever the planner says.
IDLE_WAIT_S = 5.0


@dataclass(kw_only=True, slots=True)
class _Watch:
    prediction_id: PredictionId
    guild_id: GuildId
    duration_s: int
    started_at: float
    ended: asyncio.Future[Prediction]


class Poller:
    """Job tasks wait here; which of them is asked about next is the planner's business."""

    def __init__(
        self, *, api: PredictionApi, planner: PollPlanner, budget: RequestBudget, clock: Clock
    ) -> None:
        self._api = api
        self._planner = planner
        self._budget = budget
        self._clock = clock
        self._watches: dict[JobId, _Watch] = {}
        self._hurried: set[JobId] = set()
        self._changed = asyncio.Event()
        self._asking = BackgroundTasks()

    async def wait_until_ended(self, job: Job, *, age_s: float, timeout_s: float) -> Prediction:
        """Return the finished prediction. Raises TimeoutError when the time is over first."""
        if job.prediction_id is None:
            raise ValueError("a job that runs has a prediction id")
        watch = _Watch(
            prediction_id=job.prediction_id,
            guild_id=job.destination.guild_id,
            duration_s=job.request.duration_s,
            started_at=self._clock.monotonic() - age_s,
            ended=asyncio.get_running_loop().create_future(),
        )
        self._watches[job.id] = watch
        self._plan(job.id, watch, last_asked_at=None)
        try:
            if not await ended_within(watch.ended, self._clock, timeout_s=timeout_s):
                raise TimeoutError
            return watch.ended.result()
        finally:
            del self._watches[job.id]
            self._hurried.discard(job.id)
            self._planner.remove(job.id)

    def hurry(self, job_id: JobId) -> None:
        """Ask about this job next: something is known to have changed."""
        if job_id in self._watches:
            self._hurried.add(job_id)
            self._planner.hurry(job_id)
            self._changed.set()

    async def run(self) -> None:
        """Ask, pace, ask: until cancelled."""
        try:
            while True:
                await self._turn()
        finally:
            await self._asking.stop()

    async def _turn(self) -> None:
        try:
            await self._ask_next()
        except Exception:  # the supervisor: a defect in one turn must not end all polling
            log.exception("poller_turn_failed")
            await self._clock.sleep(self._budget.poll_gap_s)

    async def _ask_next(self) -> None:
        now = self._clock.monotonic()
        job_id = self._planner.choose(now, may_ask=self._budget.guild_has_room)
        if job_id is None:
            await self._wait_for_change(now)
            return
        self._planner.remove(job_id)
        self._asking.start(self._ask(job_id, self._watches[job_id]), name=f"ask-{job_id}")
        await self._clock.sleep(self._budget.poll_gap_s)

    async def _wait_for_change(self, now: float) -> None:
        self._changed.clear()
        due_at = self._planner.next_at(now)
        # Something may be due while its guild's share is used up: the pace bounds the looking.
        due_in_s = IDLE_WAIT_S if due_at is None else max(due_at - now, self._budget.poll_gap_s)
        wait_s = min(due_in_s, IDLE_WAIT_S)
        await ended_within(self._changed.wait(), self._clock, timeout_s=wait_s)

    async def _ask(self, job_id: JobId, watch: _Watch) -> None:
        self._hurried.discard(job_id)
        try:
            prediction = await self._api.get(watch.prediction_id, guild_id=watch.guild_id)
        except (PredictionApiError, StorageUnavailableError) as error:
            # Whatever it was, the prediction may still end well: it is asked about until its
            # deadline.
            log.warning("poll_failed", job_id=job_id, cause=str(error))
        else:
            if prediction.is_finished and not watch.ended.done():
                watch.ended.set_result(prediction)
        finally:
            # A defect in one answer, too, must not be the last time that this job was asked about.
            if self._watches.get(job_id) is watch and not watch.ended.done():
                self._plan(job_id, watch, last_asked_at=self._clock.monotonic())

    def _plan(self, job_id: JobId, watch: _Watch, *, last_asked_at: float | None) -> None:
        self._planner.add(
            job_id,
            guild_id=watch.guild_id,
            duration_s=watch.duration_s,
            started_at=watch.started_at,
            last_asked_at=last_asked_at,
        )
        if job_id in self._hurried:
            self._planner.hurry(job_id)
        self._changed.set()
