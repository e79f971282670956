"""A line of clips in virtual time: what is forecast is written down and held to what came true.

The fair queue, the latency model and the forecast are the product's own; only the generation times
are drawn. The model is told what it would see: the first guess, and then clips as they end.
"""

import heapq
import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import partial
from random import Random
from typing import Final

from bot.domain.forecast import TimeRange
from bot.domain.ids import GuildId, JobId, UserId
from bot.domain.ports import WaitingJob
from bot.scheduling.fair_queue import FairQueue
from bot.scheduling.forecast import SHARE_INSIDE, Belief, forecast_line, forecast_running
from bot.scheduling.generation_times import GenerationTimes
from bot.scheduling.latency import LatencyModel
from bot.scheduling.line_simulation import Line, RunningClip

BEGINNING: Final = datetime(2031, 5, 1, 12, 0, tzinfo=UTC)
FIRST_GUESS_S: Final = {5: 340.0, 10: 720.0}
LONG_S: Final = 10
SHORT_S: Final = 5
SHOWN: Final = 50
# A running clip is asked about at these parts of the first guess.
AGES: Final = (0.25, 0.5, 0.75, 1.0, 1.25)
MOST_BETWEEN_BURSTS_S: Final = 60.0


class Told(StrEnum):
    """What is forecast, and when."""

    START = "start, told on acceptance"
    END_ON_ACCEPTANCE = "end, told on acceptance"
    END_AT_START = "end, told at the start"
    END_WHILE_RUNNING = "end, told while running"


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """What the line is like.

    `bursts_wait`: each burst comes when nobody waits any more, so that nobody overtakes whom
    something was told already. Otherwise they come at random, and fill `load` of the slots.
    """

    truth: Mapping[int, GenerationTimes]
    jobs: int = 1000
    slots: int = 10
    guild_max_running: int | None = 6
    user_max_running: int | None = 2
    guilds: int = 5
    members_each: int = 6
    burst: tuple[int, int] = (5, 40)
    long_share: float = 0.2
    bursts_wait: bool = True
    load: float = 0.9
    shares_inside: Sequence[float] = (SHARE_INSIDE,)

    @property
    def mean_gap_s(self) -> float:
        """The mean time between bursts that do not wait."""
        mean_s = self.long_share * self.truth[LONG_S].mean_s + (
            (1 - self.long_share) * self.truth[SHORT_S].mean_s
        )
        return sum(self.burst) / 2 * mean_s / (self.slots * self.load)


@dataclass(frozen=True, kw_only=True, slots=True)
class Promise:
    """A range that was told. Times are seconds of the scene; it is kept or not in the end."""

    kind: Told
    share_inside: float
    told_at_s: float
    told: TimeRange
    came_true_at_s: float

    @property
    def is_kept(self) -> bool:
        took_s = self.came_true_at_s - self.told_at_s
        return self.told.earliest_s <= took_s <= self.told.latest_s


# Waits for the moment at which it is decided.
_Undecided = Callable[[float], Promise]


@dataclass(kw_only=True, slots=True)
class _Clip:
    job: WaitingJob
    started_at_s: float = 0.0
    start_told: list[_Undecided] = field(default_factory=list)
    end_told: list[_Undecided] = field(default_factory=list)


class SimulatedLine:
    """Runs one scene; the same seed gives the same promises."""

    def __init__(self, scene: Scene, *, seed: int) -> None:
        self.model = LatencyModel(FIRST_GUESS_S)
        self._scene = scene
        self._fate = Random(seed)
        self._dice = Random(seed + 1)
        self._queue = FairQueue(
            slots=scene.slots,
            guild_max_running=scene.guild_max_running,
            user_max_running=scene.user_max_running,
        )
        self._now_s = 0.0
        self._events: list[tuple[float, int, Callable[[], None]]] = []
        self._numbers = itertools.count()
        self._new_ids = (JobId(number) for number in range(1, scene.jobs + 1))
        self._clips: dict[JobId, _Clip] = {}
        self._promises: list[Promise] = []

    def run(self) -> Sequence[Promise]:
        self._plan(0.0, self._burst)
        while self._events:
            self._now_s, _, happen = heapq.heappop(self._events)
            happen()
        return self._promises

    def _plan(self, in_s: float, happen: Callable[[], None]) -> None:
        heapq.heappush(self._events, (self._now_s + in_s, next(self._numbers), happen))

    def _burst(self) -> None:
        size = self._fate.randint(*self._scene.burst)
        jobs = [self._job(job_id) for job_id in itertools.islice(self._new_ids, size)]
        if not jobs:
            return
        for job in jobs:
            self._clips[job.job_id] = _Clip(job=job)
            self._queue.add(job)
        self._start_all()
        self._tell_on_acceptance(jobs)
        if not self._scene.bursts_wait:
            self._plan(self._fate.expovariate(1 / self._scene.mean_gap_s), self._burst)
        elif not self._queue.waiting_count:
            self._plan_next_burst()

    def _plan_next_burst(self) -> None:
        self._plan(self._fate.uniform(0, MOST_BETWEEN_BURSTS_S), self._burst)

    def _job(self, job_id: JobId) -> WaitingJob:
        # The smaller of two: a few guilds and people ask for most.
        guild = min(self._fate.randrange(self._scene.guilds) for _ in range(2))
        member = min(self._fate.randrange(self._scene.members_each) for _ in range(2))
        return WaitingJob(
            job_id=job_id,
            guild_id=GuildId(guild),
            user_id=UserId(guild * self._scene.members_each + member),
            queued_at=BEGINNING + timedelta(seconds=self._now_s),
            duration_s=LONG_S if self._fate.random() < self._scene.long_share else SHORT_S,
        )

    def _start_all(self) -> None:
        while (job := self._queue.take()) is not None:
            clip = self._clips[job.job_id]
            clip.started_at_s = self._now_s
            self._decide(clip.start_told)
            self._tell_end(clip, kind=Told.END_AT_START)
            takes_s = self._scene.truth[job.duration_s].draw(self._fate)
            for age in AGES:
                age_s = age * FIRST_GUESS_S[job.duration_s]
                if age_s < takes_s:
                    self._plan(age_s, partial(self._tell_end, clip, kind=Told.END_WHILE_RUNNING))
            self._plan(takes_s, partial(self._end, clip))

    def _end(self, clip: _Clip) -> None:
        job_id = clip.job.job_id
        del self._clips[job_id]
        self._queue.release(job_id)
        self.model.learn(clip.job.duration_s, self._now_s - clip.started_at_s)
        self._decide(clip.end_told)
        had_waiting = self._queue.waiting_count > 0
        self._start_all()
        if self._scene.bursts_wait and had_waiting and not self._queue.waiting_count:
            self._plan_next_burst()

    def _tell_on_acceptance(self, jobs: Sequence[WaitingJob]) -> None:
        line = self._line()
        for share_inside in self._scene.shares_inside:
            forecasts = forecast_line(
                line, beliefs=self._belief, random_source=self._dice, share_inside=share_inside
            )
            for job in jobs:
                forecast = forecasts.get(job.job_id)
                # One that starts at once has nothing told about its start.
                if forecast is None or forecast.starts_in is None:
                    continue
                clip = self._clips[job.job_id]
                clip.start_told.append(self._tell(Told.START, share_inside, forecast.starts_in))
                clip.end_told.append(
                    self._tell(Told.END_ON_ACCEPTANCE, share_inside, forecast.ends_in)
                )

    def _tell_end(self, clip: _Clip, *, kind: Told) -> None:
        for share_inside in self._scene.shares_inside:
            forecast = forecast_running(
                age_s=self._now_s - clip.started_at_s,
                belief=self._belief(clip.job.duration_s),
                share_inside=share_inside,
            )
            clip.end_told.append(self._tell(kind, share_inside, forecast.ends_in))

    def _tell(self, kind: Told, share_inside: float, told: TimeRange) -> _Undecided:
        told_at_s = self._now_s
        return lambda came_true_at_s: Promise(
            kind=kind,
            share_inside=share_inside,
            told_at_s=told_at_s,
            told=told,
            came_true_at_s=came_true_at_s,
        )

    def _decide(self, undecided: Sequence[_Undecided]) -> None:
        self._promises.extend(promise(self._now_s) for promise in undecided)

    def _belief(self, duration_s: int) -> Belief:
        return Belief(times=self.model.times(duration_s), doubt=self.model.doubt(duration_s))

    def _line(self) -> Line:
        waiting = self._queue.waiting_jobs(limit=SHOWN)
        return Line(
            running=[
                RunningClip(
                    job_id=job.job_id,
                    guild_id=job.guild_id,
                    user_id=job.user_id,
                    duration_s=job.duration_s,
                    age_s=self._now_s - self._clips[job.job_id].started_at_s,
                )
                for job in self._queue.running_jobs()
            ],
            waiting=waiting,
            last_turns=self._queue.last_turns(waiting),
            slots=self._scene.slots,
            guild_max_running=self._scene.guild_max_running,
            user_max_running=self._scene.user_max_running,
        )
