"""Watches the event loop from within, and the memory of its process."""

import asyncio
import time
from typing import Final, Self

import psutil

MIB: Final = 1024 * 1024
TICK_S: Final = 0.001


class LoopWatch:
    """For how long the event loop was held up at most, and the most memory in use.

    On a machine that others use too, a hold may be theirs: `longest_work_s` counts of each only
    what this process worked meanwhile, in all its threads.
    """

    def __init__(self) -> None:
        self._process = psutil.Process()
        self.longest_hold_s = 0.0
        self.longest_work_s = 0.0
        self.most_bytes = 0

    async def __aenter__(self) -> Self:
        self.bytes_before = self._process.memory_info().rss
        self._watching = asyncio.create_task(self._watch())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._watching.cancel()
        await asyncio.gather(self._watching, return_exceptions=True)

    @property
    def more_mib(self) -> float:
        return max(0, self.most_bytes - self.bytes_before) / MIB

    async def _watch(self) -> None:
        while True:
            worked_s, due = time.process_time(), time.perf_counter() + TICK_S
            await asyncio.sleep(TICK_S)
            hold_s = time.perf_counter() - due
            work_s = min(hold_s, time.process_time() - worked_s)
            self.longest_hold_s = max(self.longest_hold_s, hold_s)
            self.longest_work_s = max(self.longest_work_s, work_s)
            self.most_bytes = max(self.most_bytes, self._process.memory_info().rss)
