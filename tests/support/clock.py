"""A clock that stands still until a test moves it."""

import asyncio
import heapq
import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

SETTLING_TURNS = 12
EPOCH = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


class ManualClock:
    """Implements the Clock port; `advance` wakes every sleeper whose time has come, in order."""

    def __init__(self, *, start: datetime = EPOCH) -> None:
        self._start = start
        self._elapsed_s = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._number = itertools.count()
        self.is_busy: Callable[[], bool] = lambda: False

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._elapsed_s)

    def monotonic(self) -> float:
        return 1000.0 + self._elapsed_s

    async def sleep(self, seconds: float) -> None:
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        woken = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._elapsed_s + seconds, next(self._number), woken))
        await woken

    async def advance(self, seconds: float) -> None:
        """Move on, letting what wakes up run before the next one is woken."""
        until_s = self._elapsed_s + seconds
        while self._sleepers and self._sleepers[0][0] <= until_s:
            self._elapsed_s, _, woken = heapq.heappop(self._sleepers)
            if not woken.done():
                woken.set_result(None)
                await self.settle()
        self._elapsed_s = until_s
        await self.settle()

    async def settle(self) -> None:
        """Let tasks run until they wait for this clock, those of a database's thread included."""
        for _ in range(SETTLING_TURNS):
            await asyncio.sleep(0)
            while self.is_busy():
                await asyncio.sleep(0.0002)
