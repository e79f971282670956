import asyncio
from datetime import UTC, datetime, timedelta

import pytest

STARTED_AT = datetime(2031, 5, 1, 12, 0, tzinfo=UTC)


class LoopClock:
    """The event loop's virtual time; the wall clock can be set apart from it."""

    def __init__(self):
        self.wall_offset_s = 0.0

    def now(self):
        return STARTED_AT + timedelta(seconds=self.monotonic() + self.wall_offset_s)

    def monotonic(self):
        return asyncio.get_running_loop().time()

    async def sleep(self, seconds):
        await asyncio.sleep(seconds)


class MemoryRequestLog:
    """A request log whose writes take as long, and fail as often, as a test says."""

    def __init__(self):
        self.rows = []
        self.write_s = 0.0
        self.failures = []

    async def record(self, at, kind, guild_id):
        await asyncio.sleep(self.write_s)
        if self.failures:
            raise self.failures.pop()
        self.rows.append((at, kind, guild_id))

    async def since(self, since):
        if self.failures:
            raise self.failures.pop()
        return [row for row in self.rows if row[0] >= since]


@pytest.fixture
def clock():
    return LoopClock()


@pytest.fixture
def request_log():
    return MemoryRequestLog()
