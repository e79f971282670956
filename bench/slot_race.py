"""Plays who gets the slots, in virtual time: the bot's own queue and budget, clips made of sleep.

Slots, creates, polls and their answers are as in life; only the clips' lengths are given.
"""

import asyncio
import math
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

import looptime

from bot.domain.ids import GuildId, JobId, UserId
from bot.domain.ports import RequestKind, WaitingJob
from bot.scheduling.budget import RequestBudget
from bot.scheduling.fair_queue import FairQueue

SLOTS = 10
RATE_REQUESTS = 60
RATE_S = 60.0
GUILD_RATE_REQUESTS = 30
CREATE_S = 0.5
POLL_S = 0.2
STARTED_AT = datetime(2031, 5, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """One clip that somebody asks for, and how long making it will take."""

    asked_at_s: float
    guild_id: GuildId
    user_id: UserId
    generation_s: float


@dataclass(kw_only=True, slots=True)
class Clip:
    """A clip that was started; its slot is free again when its end was noticed."""

    wish: Wish
    started_at_s: float
    freed_at_s: float = math.inf

    @property
    def wait_s(self) -> float:
        return self.started_at_s - self.wish.asked_at_s

    @property
    def ended_at_s(self) -> float:
        return self.started_at_s + self.wish.generation_s


class Line(Protocol):
    """Whoever decides which job takes the next free slot."""

    def add(self, job: WaitingJob) -> None: ...

    def take(self) -> WaitingJob | None: ...

    def release(self, job_id: JobId) -> bool: ...

    def busy_guilds(self) -> frozenset[GuildId]: ...


class FirstInFirstOut:
    """The order most bots have: the reference."""

    def __init__(self) -> None:
        self._waiting: deque[WaitingJob] = deque()
        self._running: dict[JobId, WaitingJob] = {}

    def add(self, job: WaitingJob) -> None:
        self._waiting.append(job)

    def take(self) -> WaitingJob | None:
        if not self._waiting or len(self._running) >= SLOTS:
            return None
        job = self._waiting.popleft()
        self._running[job.job_id] = job
        return job

    def release(self, job_id: JobId) -> bool:
        return self._running.pop(job_id, None) is not None

    def busy_guilds(self) -> frozenset[GuildId]:
        return frozenset(job.guild_id for job in self._running.values())


def fair_queue() -> FairQueue:
    """Without caps on anybody's running jobs: the order alone has to be fair."""
    return FairQueue(slots=SLOTS, guild_max_running=None, user_max_running=None)


def race(
    wishes: Sequence[Wish], new_line: Callable[[], Line], *, until_s: float = math.inf
) -> list[Clip]:
    """Return the clips in the order of their starts, up to that moment or until all have ended."""
    with asyncio.Runner(loop_factory=looptime.new_event_loop) as runner:
        return runner.run(_Race(wishes, new_line()).run(until_s))


class _LoopClock:
    def now(self) -> datetime:
        return STARTED_AT + timedelta(seconds=self.monotonic())

    def monotonic(self) -> float:
        return asyncio.get_running_loop().time()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class _NoLog:
    """Nothing here lives through a restart."""

    async def record(self, at: datetime, kind: RequestKind, guild_id: GuildId | None) -> None: ...

    async def since(
        self,
        since: datetime,  # noqa: ARG002 - the port's signature
    ) -> Sequence[tuple[datetime, RequestKind, GuildId | None]]:
        return ()


class _Race:
    def __init__(self, wishes: Sequence[Wish], line: Line) -> None:
        self._wishes = {JobId(number): wish for number, wish in enumerate(wishes, 1)}
        self._line = line
        self._clock = _LoopClock()
        self._budget = RequestBudget(
            clock=self._clock,
            request_log=_NoLog(),
            rate_requests=RATE_REQUESTS,
            rate_seconds=RATE_S,
            guild_rate_requests=GUILD_RATE_REQUESTS,
            max_open=SLOTS,
        )
        self._clips: list[Clip] = []
        self._to_ask: deque[tuple[JobId, Clip]] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
        self._left = len(wishes)
        self._is_over = asyncio.Event()

    async def run(self, until_s: float) -> list[Clip]:
        loop = asyncio.get_running_loop()
        for job_id, wish in self._wishes.items():
            loop.call_at(wish.asked_at_s, self._ask_for, job_id, wish)
        if until_s < math.inf:
            loop.call_at(until_s, self._is_over.set)
        polling = asyncio.create_task(self._poll_in_turn())
        await self._is_over.wait()
        for task in (polling, *self._tasks):
            task.cancel()
        await asyncio.gather(polling, *self._tasks, return_exceptions=True)
        return self._clips

    def _ask_for(self, job_id: JobId, wish: Wish) -> None:
        self._line.add(
            WaitingJob(
                job_id=job_id,
                guild_id=wish.guild_id,
                user_id=wish.user_id,
                queued_at=STARTED_AT + timedelta(seconds=wish.asked_at_s),
                duration_s=5,
            )
        )
        self._fill_slots()

    def _fill_slots(self) -> None:
        while (job := self._line.take()) is not None:
            task = asyncio.create_task(self._create(job.job_id))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        self._budget.set_busy_guilds(self._line.busy_guilds())

    async def _create(self, job_id: JobId) -> None:
        wish = self._wishes[job_id]
        async with self._budget.admit(RequestKind.CREATE, wish.guild_id):
            await self._clock.sleep(CREATE_S)
        clip = Clip(wish=wish, started_at_s=self._clock.monotonic())
        self._clips.append(clip)
        self._to_ask.append((job_id, clip))

    async def _poll_in_turn(self) -> None:
        while True:
            await self._clock.sleep(self._budget.poll_gap_s)
            for _ in range(len(self._to_ask)):
                job_id, clip = self._to_ask.popleft()
                if self._budget.guild_has_room(clip.wish.guild_id):
                    await self._poll(job_id, clip)
                    break
                self._to_ask.append((job_id, clip))

    async def _poll(self, job_id: JobId, clip: Clip) -> None:
        async with self._budget.admit(RequestKind.POLL, clip.wish.guild_id):
            has_ended = clip.ended_at_s <= self._clock.monotonic()
            await self._clock.sleep(POLL_S)
        if not has_ended:
            self._to_ask.append((job_id, clip))
            return
        clip.freed_at_s = self._clock.monotonic()
        self._line.release(job_id)
        self._fill_slots()
        self._left -= 1
        if not self._left:
            self._is_over.set()
