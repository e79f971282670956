"""A clock that stands still until a test moves it."""

import asyncio
import heapq
import itertools
from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta
from typing import Any

EPOCH = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def _no_tasks() -> Collection[asyncio.Task[Any]]:
    return ()


class ManualClock:
    """Implements the Clock port; nothing sleeps longer than a test says."""

    def __init__(self, *, start: datetime = EPOCH) -> None:
        self._start = start
        self._elapsed_s = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._number = itertools.count()
        # Work that goes on in threads, such as a database's: time waits for it.
        self.busy_tasks: Callable[[], Collection[asyncio.Task[Any]]] = _no_tasks

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
        """Move on, letting what wakes up run before the next sleeper is woken."""
        until_s = self._elapsed_s + seconds
        while self._sleepers and self._sleepers[0][0] <= until_s:
            wake_at_s, _, woken = heapq.heappop(self._sleepers)
            if not woken.done():
                self._elapsed_s = wake_at_s
                woken.set_result(None)
                await self.settle()
        self._elapsed_s = until_s
        await self.settle()

    async def leap(self, seconds: float) -> None:
        """Move on at once, as for a machine that was asleep: all that is due wakes late."""
        self._elapsed_s += seconds
        while self._sleepers and self._sleepers[0][0] <= self._elapsed_s:
            _, _, woken = heapq.heappop(self._sleepers)
            if not woken.done():
                woken.set_result(None)
        await self.settle()

    async def settle(self) -> None:
        """Let tasks run until all of them wait: for this clock, a test, or the network."""
        # The loop's own queue says exactly when nothing is left to run.
        ready = asyncio.get_running_loop()._ready
        while True:
            await asyncio.sleep(0)
            if ready:
                continue
            busy = self.busy_tasks()
            if busy:
                await asyncio.wait(busy, return_when=asyncio.FIRST_COMPLETED)
            elif _threads_are_busy():
                await asyncio.sleep(0.001)
            else:
                return


def _threads_are_busy() -> bool:
    """Whether something runs that was handed to `asyncio.to_thread`."""
    threads = asyncio.get_running_loop()._default_executor
    if threads is None:
        return False
    return len(threads._threads) > threads._idle_semaphore._value or not threads._work_queue.empty()
