"""The gate under any interleaving, in virtual time, as seen from the server's end."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import looptime
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.errors import StorageUnavailableError
from bot.domain.ports import RequestKind
from bot.scheduling.budget import BudgetSnapshot, RequestBudget

# Times are whole ticks of an eighth of a second: exact as floats, and as the loop's microseconds.
TICK_S = 0.125
LENGTH_S = 8.0
GUILDS = (100, 200)
URGENT = {RequestKind.CREATE, RequestKind.CANCEL}
LONG_AFTER_ALL_S = 10_000.0


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
    cancelled_at_s: float | None
    granted_no: int | None = None
    granted_at_s: float | None = None
    started_at_s: float | None = None
    arrived_at_s: float | None = None
    refused: bool = False

    @property
    def was_cancelled(self):
        return self.cancelled_at_s is not None


@dataclass(kw_only=True)
class Run:
    wishes: list[Wish]
    budget: RequestBudget
    most_open: int = 0
    left_over: BudgetSnapshot | None = None
    granted_while_bound: dict[int, list[Wish]] = field(default_factory=dict)


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
        self.granted = []
        self.wish_of = {}
        self.busy = frozenset()
        self.busy_since_s = -1.0

    async def record(self, _at, _kind, _guild_id):
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

    async def since(self, _since):
        return []


def ticks(most):
    return st.integers(0, most).map(lambda count: count * TICK_S)


@st.composite
def wishes(draw):
    answer = draw(st.integers(0, 80))
    cancelled_at_s = draw(st.none() | st.none() | ticks(400))
    return Wish(
        at_s=draw(ticks(160)),
        kind=draw(st.sampled_from(RequestKind)),
        guild_id=draw(st.sampled_from((*GUILDS, None))),
        log_s=draw(st.sampled_from((0.0, 0.0, TICK_S, 1.0))),
        log_fails=draw(st.integers(0, 9)) == 9,
        answer_s=answer * TICK_S,
        arrives_after_s=draw(st.integers(0, answer)) * TICK_S,
        cancelled_at_s=cancelled_at_s,
    )


many_wishes = st.lists(wishes(), min_size=1, max_size=25)
holds = st.lists(st.tuples(ticks(200), ticks(80)), max_size=3)
busy_changes = st.lists(st.tuples(ticks(300), st.frozensets(st.sampled_from(GUILDS))), max_size=4)
caps = st.fixed_dictionaries(
    {
        "rate_requests": st.integers(1, 5),
        "guild_rate_requests": st.integers(1, 3),
        "max_open": st.integers(1, 4),
    }
)


def simulate(wishes, *, caps, holds=(), busy_changes=()):
    with asyncio.Runner(loop_factory=looptime.new_event_loop) as runner:
        return runner.run(_simulate(wishes, caps, holds, busy_changes))


async def _simulate(wishes, caps, holds, busy_changes):
    loop = asyncio.get_running_loop()
    log = WatchedLog()
    budget = RequestBudget(clock=LoopClock(), request_log=log, rate_seconds=LENGTH_S, **caps)
    run = Run(wishes=wishes, budget=budget)

    def set_busy(guilds):
        log.busy, log.busy_since_s = guilds, loop.time()
        budget.set_busy_guilds(guilds)

    for at_s, length_s in holds:
        loop.call_at(at_s, budget.hold_until, at_s + length_s)
    for at_s, guilds in busy_changes:
        loop.call_at(at_s, set_busy, guilds)
    tasks = [asyncio.create_task(_send(run, wish, log)) for wish in wishes]
    for task, wish in zip(tasks, wishes, strict=True):
        if wish.cancelled_at_s is not None:
            loop.call_at(wish.cancelled_at_s, task.cancel)
    async with asyncio.timeout(LONG_AFTER_ALL_S):
        results = await asyncio.gather(*tasks, return_exceptions=True)
    expected = (StorageUnavailableError, asyncio.CancelledError, type(None))
    assert all(isinstance(result, expected) for result in results), results
    await asyncio.sleep(0)
    assert asyncio.all_tasks() == {asyncio.current_task()}
    for wish, busy in log.granted:
        if wish.guild_id is not None and busy - {wish.guild_id}:
            run.granted_while_bound.setdefault(wish.guild_id, []).append(wish)
    await asyncio.sleep(LENGTH_S)
    run.left_over = budget.snapshot()
    return run


async def _send(run, wish, log):
    loop = asyncio.get_running_loop()
    log.wish_of[asyncio.current_task()] = wish
    await asyncio.sleep(wish.at_s)
    try:
        async with run.budget.admit(wish.kind, wish.guild_id):
            run.most_open = max(run.most_open, run.budget.snapshot().open)
            wish.started_at_s = loop.time()
            wish.arrived_at_s = wish.started_at_s + wish.arrives_after_s
            try:
                await asyncio.sleep(wish.answer_s)
            except asyncio.CancelledError:
                # A request that was cut off may still have reached the server until then.
                wish.arrived_at_s = min(wish.arrived_at_s, loop.time())
                raise
    except StorageUnavailableError:
        wish.refused = True
        raise


def arrivals_of(wishes):
    return [wish.arrived_at_s for wish in wishes if wish.arrived_at_s is not None]


@settings(max_examples=80)
@given(many=many_wishes, caps=caps, holds=holds, busy_changes=busy_changes)
def test_no_cap_is_ever_passed_and_nobody_is_lost(many, caps, holds, busy_changes):
    run = simulate(many, caps=caps, holds=holds, busy_changes=busy_changes)
    arrivals = arrivals_of(many)

    for start in arrivals:
        assert sum(start <= other < start + LENGTH_S for other in arrivals) <= caps["rate_requests"]
    assert run.most_open <= caps["max_open"]
    assert all(wish.started_at_s is not None or wish.refused or wish.was_cancelled for wish in many)


@settings(max_examples=60)
@given(many=many_wishes, caps=caps, holds=holds, busy_changes=busy_changes)
def test_everything_is_given_back_in_the_end(many, caps, holds, busy_changes):
    run = simulate(many, caps=caps, holds=holds, busy_changes=busy_changes)

    assert (run.left_over.open, run.left_over.used) == (0, 0)
    assert not any(run.left_over.waiting.values())


@settings(max_examples=60)
@given(many=many_wishes, caps=caps, holds=holds)
def test_nothing_is_sent_during_a_hold(many, caps, holds):
    simulate(many, caps=caps, holds=holds)

    for wish in many:
        if wish.started_at_s is not None:
            assert not any(
                set_at < wish.started_at_s < set_at + length_s for set_at, length_s in holds
            )


@settings(max_examples=80)
@given(many=many_wishes, caps=caps, busy_changes=busy_changes)
def test_beside_another_busy_guild_a_guild_keeps_to_its_share(many, caps, busy_changes):
    run = simulate(many, caps=caps, busy_changes=busy_changes)

    for guild_id, bound in run.granted_while_bound.items():
        sent = [w for w in many if w.guild_id == guild_id and w.arrived_at_s is not None]
        for wish in bound:
            if wish.arrived_at_s is None:
                continue
            before = [w for w in sent if w.granted_no <= wish.granted_no]
            near = [w for w in before if w.arrived_at_s > wish.arrived_at_s - LENGTH_S]
            assert len(near) <= caps["guild_rate_requests"]


@settings(max_examples=80)
@given(many=many_wishes, caps=caps, holds=holds)
def test_creates_and_cancels_overtake_and_equals_never_do(many, caps, holds):
    simulate(many, caps=caps, holds=holds)
    granted = [wish for wish in many if wish.granted_no is not None]

    for later in granted:
        for earlier in granted:
            was_waiting = later.at_s < earlier.granted_at_s
            if later.kind in URGENT and earlier.kind not in URGENT and was_waiting:
                assert later.granted_at_s <= earlier.granted_at_s
            if (later.kind in URGENT) == (earlier.kind in URGENT) and earlier.at_s < later.at_s:
                assert earlier.granted_at_s <= later.granted_at_s
