"""An event loop that is held up is noticed."""

import asyncio
from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from bot.observability.loop_lag import LoopLagMonitor


class LateClock:
    """Wakes sleepers too late, by the given seconds one after the other."""

    def __init__(self, *late_s):
        self._late_s = list(late_s)
        self._monotonic = 100.0

    def now(self):
        return datetime(2026, 1, 1, tzinfo=UTC)

    def monotonic(self):
        return self._monotonic

    async def sleep(self, seconds):
        if not self._late_s:
            raise asyncio.CancelledError
        self._monotonic += seconds + self._late_s.pop(0)


class Recorder:
    def __init__(self):
        self.lags_s = []

    def loop_lagged(self, lag_s):
        self.lags_s.append(lag_s)


async def run(*late_s):
    recorder = Recorder()
    with capture_logs() as logs, pytest.raises(asyncio.CancelledError):
        await LoopLagMonitor(LateClock(*late_s), recorder).run()
    return recorder.lags_s, logs


async def test_each_delay_is_measured():
    lags_s, logs = await run(0.0, 0.25, 0.5)

    assert lags_s == [0.0, 0.25, 0.5]
    assert logs == []


async def test_waking_early_is_no_delay():
    lags_s, _ = await run(-0.25)

    assert lags_s == [0.0]


async def test_a_standstill_is_a_warning():
    _, logs = await run(3.0)

    assert [(line["event"], line["log_level"], line["lag_s"]) for line in logs] == [
        ("event_loop_stalled", "warning", 3.0)
    ]
