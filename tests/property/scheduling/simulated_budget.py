"""The gate under any schedule, in virtual time, with what a server would have seen of it."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import looptime

from bot.domain.errors import StorageUnavailableError
from bot.domain.ports import RequestKind
from bot.scheduling.budget import BudgetSnapshot, RequestBudget

LENGTH_S = 8.0
URGENT = {RequestKind.CREATE, RequestKind.CANCEL}
_LONG_AFTER_ALL_S = 10_000.0
_EXPECTED_ENDS = (StorageUnavailableError, asyncio.CancelledError, type(None))


@dataclass(kw_only=True)
class Wish:
    """One caller, and afterwards what became of it."""

    at_s: float
    kind: RequestKind
    guild_id: int | None
    log_s: float
    log_fails: bool
    answer_s: float
    arrives_after_s: float
    retry_after_s: float | None
    cancelled_at_s: float | None
    process: int | None = None
    granted_no: int | None = None
    granted_at_s: float | None = None
    started_at_s: float | None = None
    arrived_at_s: float | None = None
    over_at_s: float | None = None
    refused: bool = False
    was_killed: bool = False

    @property
    def is_urgent(self):
        return self.kind in URGENT

    @property
    def was_given_up(self):
        return self.refused or self.was_killed or self.cancelled_at_s is not None


@dataclass(frozen=True, kw_only=True)
class Hold:
    set_at_s: float
    until_s: float


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """What happens from outside. Kills are the moment and for how long no process runs then."""

    wishes: Sequence[Wish]
    caps: dict
    holds: Sequence[tuple[float, float]] = ()
    busy_changes: Sequence[tuple[float, frozenset]] = ()
    kills: Sequence[tuple[float, float]] = ()


@dataclass(kw_only=True)
class Run:
    """What was seen."""

    most_open: int = 0
    most_urgent_open: int = 0
    holds: list[Hold] = field(default_factory=list)
    granted_while_bound: dict[int, list[Wish]] = field(default_factory=dict)
    left_over: BudgetSnapshot | None = None


class LoopClock:
    def now(self):
        return datetime(2031, 5, 1, tzinfo=UTC) + timedelta(seconds=self.monotonic())

    def monotonic(self):
        return asyncio.get_running_loop().time()

    async def sleep(self, seconds):
        await asyncio.sleep(seconds)


class WatchedLog:
    """The gate writes here first of all once it has let somebody in, in that caller's task."""

    def __init__(self):
        self.rows = []
        self.granted = []
        self.wish_of = {}
        self.busy = frozenset()
        self.busy_since_s = -1.0

    async def record(self, at, kind, guild_id):
        wish = self.wish_of[asyncio.current_task()]
        if wish.granted_no is None:
            wish.granted_no = len(self.granted)
            wish.granted_at_s = asyncio.get_running_loop().time()
            # At the very moment of a change it is open which of the two came first.
            settled = self.busy_since_s < wish.granted_at_s
            self.granted.append((wish, self.busy if settled else frozenset()))
        await asyncio.sleep(wish.log_s)
        if wish.log_fails:
            raise StorageUnavailableError
        self.rows.append((at, kind, guild_id))

    async def since(self, since):
        return [row for row in self.rows if row[0] >= since]


def simulate(schedule):
    with asyncio.Runner(loop_factory=looptime.new_event_loop) as runner:
        return runner.run(_Simulation(schedule).run())


class _Simulation:
    def __init__(self, schedule):
        self.schedule = schedule
        self.log = WatchedLog()
        self.seen = Run()
        self.process = -1
        self.is_up = asyncio.Event()
        self.tasks = {}
        self.open = Counter()

    async def run(self):
        await self._start_process()
        loop = asyncio.get_running_loop()
        for at_s, length_s in self.schedule.holds:
            loop.call_at(at_s, self._hold_for, length_s)
        for at_s, guilds in self.schedule.busy_changes:
            loop.call_at(at_s, self._set_busy, guilds)
        for wish in self.schedule.wishes:
            self.tasks[asyncio.create_task(self._send(wish))] = wish
        for task, wish in self.tasks.items():
            if wish.cancelled_at_s is not None:
                loop.call_at(wish.cancelled_at_s, task.cancel)
        killer = asyncio.create_task(self._kill_now_and_then())
        async with asyncio.timeout(_LONG_AFTER_ALL_S):
            results = await asyncio.gather(*self.tasks, killer, return_exceptions=True)
        assert all(isinstance(result, _EXPECTED_ENDS) for result in results), results
        await asyncio.sleep(0)
        assert asyncio.all_tasks() == {asyncio.current_task()}
        for wish, busy in self.log.granted:
            if wish.guild_id is not None and busy - {wish.guild_id}:
                self.seen.granted_while_bound.setdefault(wish.guild_id, []).append(wish)
        await asyncio.sleep(2 * LENGTH_S)
        self.seen.left_over = self.budget.snapshot()
        return self.seen

    async def _start_process(self):
        self.process += 1
        self.budget = RequestBudget(
            clock=LoopClock(), request_log=self.log, rate_seconds=LENGTH_S, **self.schedule.caps
        )
        await self.budget.restore()
        self.budget.set_busy_guilds(self.log.busy)
        self.is_up.set()

    async def _kill_now_and_then(self):
        for at_s, down_s in sorted(self.schedule.kills):
            await asyncio.sleep(at_s - asyncio.get_running_loop().time())
            self.is_up.clear()
            for task, wish in self.tasks.items():
                if wish.process is not None and not task.done():
                    wish.was_killed = True
                    task.cancel()
            await asyncio.sleep(down_s)
            await self._start_process()

    async def _send(self, wish):
        self.log.wish_of[asyncio.current_task()] = wish
        await asyncio.sleep(wish.at_s)
        await self.is_up.wait()
        wish.process = self.process
        budget = self.budget
        try:
            async with budget.admit(wish.kind, wish.guild_id):
                self._count_open(wish)
                try:
                    await self._exchange(wish)
                finally:
                    self.open[wish.is_urgent] -= 1
        except StorageUnavailableError:
            wish.refused = True
            raise
        finally:
            wish.over_at_s = asyncio.get_running_loop().time()
        if wish.retry_after_s is not None and self.budget is budget:
            self._hold_for(wish.retry_after_s)

    async def _exchange(self, wish):
        loop = asyncio.get_running_loop()
        wish.started_at_s = loop.time()
        wish.arrived_at_s = wish.started_at_s + wish.arrives_after_s
        try:
            await asyncio.sleep(wish.answer_s)
        except asyncio.CancelledError:
            # A request that was cut off may still have reached the server until then.
            wish.arrived_at_s = min(wish.arrived_at_s, loop.time())
            raise

    def _count_open(self, wish):
        self.open[wish.is_urgent] += 1
        self.seen.most_open = max(self.seen.most_open, self.open.total())
        self.seen.most_urgent_open = max(self.seen.most_urgent_open, self.open[True])

    def _hold_for(self, length_s):
        now = asyncio.get_running_loop().time()
        self.budget.hold_until(now + length_s)
        self.seen.holds.append(Hold(set_at_s=now, until_s=now + length_s))

    def _set_busy(self, guilds):
        self.log.busy, self.log.busy_since_s = guilds, asyncio.get_running_loop().time()
        self.budget.set_busy_guilds(guilds)
