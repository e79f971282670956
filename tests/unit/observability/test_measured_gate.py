"""Requests that pass the gate are counted and timed; waiting before it is not request time."""

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from bot.domain.errors import ConcurrencyCapError
from bot.domain.ids import GuildId
from bot.domain.ports import RequestKind
from bot.observability.measured_gate import MeasuredGate


class HandClock:
    """Stands still until somebody moves it."""

    def __init__(self):
        self.at_s = 50.0

    def now(self):
        return datetime(2026, 1, 1, tzinfo=UTC)

    def monotonic(self):
        return self.at_s

    async def sleep(self, seconds):
        self.at_s += seconds


class SlowGate:
    """Lets everybody wait for seven seconds."""

    def __init__(self, clock):
        self.clock = clock
        self.admitted = []
        self.held_until = None

    @asynccontextmanager
    async def admit(self, kind, guild_id=None):
        await self.clock.sleep(7)
        self.admitted.append((kind, guild_id))
        yield

    def hold_until(self, monotonic):
        self.held_until = monotonic


class Recorder:
    def __init__(self):
        self.requests = []

    def request_ended(self, kind, *, outcome, seconds):
        self.requests.append((kind, outcome, seconds))


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def inner(clock):
    return SlowGate(clock)


@pytest.fixture
def recorder():
    return Recorder()


@pytest.fixture
def gate(inner, recorder, clock):
    return MeasuredGate(inner, metrics=recorder, clock=clock)


async def test_only_the_request_itself_is_timed(gate, inner, recorder, clock):
    async with gate.admit(RequestKind.POLL, GuildId(5)):
        clock.at_s += 2

    assert recorder.requests == [(RequestKind.POLL, "ok", 2)]
    assert inner.admitted == [(RequestKind.POLL, GuildId(5))]


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (ConcurrencyCapError("busy"), "concurrency_cap"),
        (TimeoutError(), "timeout"),
        (asyncio.CancelledError(), "cancelled"),
    ],
)
async def test_a_failure_is_counted_by_its_kind_and_passes_on(gate, recorder, error, outcome):
    with pytest.raises(type(error)):
        async with gate.admit(RequestKind.CREATE):
            raise error

    assert recorder.requests == [(RequestKind.CREATE, outcome, 0)]


def test_a_hold_reaches_the_gate_itself(gate, inner):
    gate.hold_until(99.0)

    assert inner.held_until == 99.0
