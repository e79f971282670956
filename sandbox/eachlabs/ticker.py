"""Wakes the account when a prediction ends, so that webhooks and logs are on time."""

import asyncio
from collections.abc import Callable
from typing import Final

from sandbox.eachlabs.account import Account

# A timer may fire a moment early; the next try then comes after this much at the soonest.
SHORTEST_WAIT_S: Final = 0.002


class Ticker:
    """One timer, always set for the next end."""

    def __init__(self, *, account: Account, clock: Callable[[], float]) -> None:
        self._account = account
        self._clock = clock
        self._timer: asyncio.TimerHandle | None = None

    def reset(self) -> None:
        """Look again when the next end is: something began, ended or changed pace."""
        self.stop()
        next_end = self._account.next_end_clock
        if next_end is None:
            return
        wait_s = max(SHORTEST_WAIT_S, next_end - self._clock())
        self._timer = asyncio.get_running_loop().call_later(wait_s, self._tick)

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _tick(self) -> None:
        self._account.advance()
        self.reset()
