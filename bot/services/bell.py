"""Wakes who waits for news, however often it was rung since they last heard it."""

import asyncio

from bot.domain.ports import Clock
from bot.services.waiting import ended_within


class Bell:
    """Rung by who changed something; heard by the one loop that looks after it."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        self._rung.set()

    async def heard_within(self, clock: Clock, *, timeout_s: float) -> bool:
        """Say whether it was rung in time, since it was last heard."""
        heard = await ended_within(self._rung.wait(), clock, timeout_s=timeout_s)
        self._rung.clear()
        return heard
