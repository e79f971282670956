"""Counts and times the requests that pass a gate."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.domain.ids import GuildId
from bot.domain.ports import Clock, RequestGate, RequestKind
from bot.observability.metrics import Metrics


class MeasuredGate:
    """A RequestGate around another one: waiting for room is not counted as request time."""

    def __init__(self, gate: RequestGate, *, metrics: Metrics, clock: Clock) -> None:
        self._gate = gate
        self._metrics = metrics
        self._clock = clock

    @asynccontextmanager
    async def admit(
        self, kind: RequestKind, guild_id: GuildId | None = None
    ) -> AsyncIterator[None]:
        async with self._gate.admit(kind, guild_id):
            started_at = self._clock.monotonic()
            outcome = "ok"
            try:
                yield
            except BaseException as error:
                outcome = _label(type(error).__name__)
                raise
            finally:
                seconds = self._clock.monotonic() - started_at
                self._metrics.request_ended(kind, outcome=outcome, seconds=seconds)

    def hold_until(self, monotonic: float) -> None:
        self._gate.hold_until(monotonic)


def _label(class_name: str) -> str:
    """Turn `RateLimitedError` into `rate_limited`."""
    words = "".join(f"_{char.lower()}" if char.isupper() else char for char in class_name)
    return words.removeprefix("_").removesuffix("_error")
