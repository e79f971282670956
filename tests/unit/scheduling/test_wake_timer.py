import asyncio

import pytest

from bot.scheduling.wake_timer import WakeTimer, sleep_until

pytestmark = pytest.mark.looptime


class DrowsyClock:
    """Wakes a little early, as timers may."""

    def __init__(self):
        self.time = 0.0
        self.sleeps = []

    def monotonic(self):
        return self.time

    async def sleep(self, seconds):
        self.sleeps.append(seconds)
        self.time += seconds if seconds <= 0.001 else seconds - 1e-9


async def test_sleeping_until_a_moment_never_returns_before_it():
    clock = DrowsyClock()
    await sleep_until(clock, 10.0)

    assert clock.time >= 10.0
    assert clock.sleeps == [10.0, 0.001]


async def test_an_earlier_moment_replaces_a_later_one(clock):
    rings = []
    timer = WakeTimer(clock=clock, on_ring=lambda: rings.append(clock.monotonic()))
    timer.set(10.0)
    timer.set(5.0)
    await asyncio.sleep(20)

    assert rings == [5.0]


async def test_an_earlier_alarm_outlives_a_later_wish(clock):
    rings = []
    timer = WakeTimer(clock=clock, on_ring=lambda: rings.append(clock.monotonic()))
    timer.set(5.0)
    timer.set(10.0)
    await asyncio.sleep(20)

    assert rings == [5.0]


async def test_a_stopped_timer_is_silent_and_can_be_set_again(clock):
    rings = []
    timer = WakeTimer(clock=clock, on_ring=lambda: rings.append(clock.monotonic()))
    timer.stop()
    timer.set(5.0)
    timer.stop()
    await asyncio.sleep(20)
    timer.set(30.0)
    await asyncio.sleep(20)

    assert rings == [30.0]
