"""One alarm for many waiters."""

import asyncio
from collections.abc import Callable
from typing import Final

from bot.domain.ports import Clock

# Loops round timers; a sleep shorter than that might return without time having passed.
_SHORTEST_SLEEP_S: Final = 0.001


async def sleep_until(clock: Clock, at: float) -> None:
    """Return at that monotonic moment or just after it, never before."""
    while (left_s := at - clock.monotonic()) > 0:
        await clock.sleep(max(left_s, _SHORTEST_SLEEP_S))


class WakeTimer:
    """Calls `on_ring` at the moment it is set to, or at an earlier one it was set to before.

    Its task lives only while somebody waits, so there is nothing to close.
    """

    def __init__(self, *, clock: Clock, on_ring: Callable[[], None]) -> None:
        self._clock = clock
        self._on_ring = on_ring
        self._rings_at = 0.0
        self._task: asyncio.Task[None] | None = None

    def set(self, at: float) -> None:
        """Ring at that moment. An earlier alarm is kept: whoever hears it sets the next."""
        if self._task is not None and self._rings_at <= at:
            return
        self.stop()
        self._rings_at = at
        self._task = asyncio.create_task(self._ring(at), name="wake-timer")

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _ring(self, at: float) -> None:
        await sleep_until(self._clock, at)
        self._task = None
        self._on_ring()
