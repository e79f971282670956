"""Whether Discord has just asked for fewer requests, so that niceties can wait."""

import math
from types import SimpleNamespace
from typing import Final

import aiohttp

from bot.domain.ports import Clock

TOO_MANY_REQUESTS: Final = 429
# A 429 without a usable Retry-After; and no 429 holds niceties for longer than this.
DEFAULT_HOLD_S: Final = 10.0
LONGEST_HOLD_S: Final = 600.0


class Throttle:
    """Hears of every answer of Discord's that passes the client's session."""

    def __init__(self, *, clock: Clock) -> None:
        self._clock = clock
        self._holds_until = float("-inf")

    @property
    def is_on(self) -> bool:
        return self._clock.monotonic() < self._holds_until

    def trace(self) -> aiohttp.TraceConfig:
        """What the client's session is given, to tell of its answers."""
        config = aiohttp.TraceConfig()
        config.on_request_end.append(self._hear)
        return config

    async def _hear(
        self,
        _session: aiohttp.ClientSession,
        _context: SimpleNamespace,
        ended: aiohttp.TraceRequestEndParams,
    ) -> None:
        if ended.response.status == TOO_MANY_REQUESTS:
            hold_s = _hold_s(ended.response.headers.get("Retry-After"))
            self._holds_until = max(self._holds_until, self._clock.monotonic() + hold_s)


def _hold_s(retry_after: str | None) -> float:
    try:
        told_s = float(retry_after or "")
    except ValueError:
        return DEFAULT_HOLD_S
    if math.isnan(told_s):
        return DEFAULT_HOLD_S
    return min(max(told_s, DEFAULT_HOLD_S), LONGEST_HOLD_S)
