"""Watches the event loop from within, and the memory of its process."""

import asyncio
import time
from typing import Final, Self

import psutil

MIB: Final = 1024 * 1024
TICK_S: Final = 0.001


class LoopWatch:
    """The longest time in which the event loop did nothing else, and the most memory in use."""

    def __init__(self) -> None:
        self._process = psutil.Process()
        self.longest_block_s = 0.0
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
        due = time.perf_counter()
        while True:
            due += TICK_S
            await asyncio.sleep(TICK_S)
            self.longest_block_s = max(self.longest_block_s, time.perf_counter() - due)
            self.most_bytes = max(self.most_bytes, self._process.memory_info().rss)
            due = time.perf_counter()
