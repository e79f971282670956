"""One after another, and nobody for ever."""

import asyncio

import pytest

from bot.scheduling.turnstile import Turnstile
from tests.support.clock import ManualClock

APART_S = 0.25
LONGEST_S = 1.0


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def turnstile(clock):
    return Turnstile(clock=clock, apart_s=APART_S, longest_s=LONGEST_S)


@pytest.fixture
def arrive(turnstile, clock):
    """Let some come at once; each notes when it got through."""
    begun_at = clock.monotonic()
    through = []

    async def one():
        await turnstile.pass_through()
        through.append(clock.monotonic() - begun_at)

    async def arrive(count):
        tasks.extend(asyncio.create_task(one()) for _ in range(count))
        await clock.settle()
        return through

    tasks = []
    return arrive


async def test_the_first_goes_through_at_once_and_the_others_one_after_another(arrive, clock):
    through = await arrive(4)
    assert through == [0.0]

    await clock.advance(3 * APART_S)

    assert through == [0.0, 0.25, 0.5, 0.75]


async def test_nobody_waits_longer_than_is_of_use(arrive, clock):
    through = await arrive(9)

    await clock.advance(LONGEST_S)

    assert through == [0.0, 0.25, 0.5, 0.75, *[1.0] * 5]


async def test_who_comes_when_all_are_through_does_not_wait(arrive, clock):
    await arrive(2)
    await clock.advance(10)

    assert await arrive(1) == [0.0, 0.25, 10.0]


async def test_who_comes_later_waits_for_their_turn_only(arrive, clock):
    await arrive(3)
    await clock.advance(APART_S)
    through = await arrive(1)
    await clock.advance(2 * APART_S)

    assert through == [0.0, 0.25, 0.5, 0.75]
