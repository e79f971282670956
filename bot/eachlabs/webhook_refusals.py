"""Strangers may call a public address as often as they like; the log stays short."""

from collections import Counter
from typing import Final

import structlog

from bot.domain.ports import Clock

log = structlog.get_logger(__name__)

LINE_EVERY_S: Final = 60.0


class RefusalTally:
    """Counts refused calls by cause and logs the counts, once a minute at most."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._counts: Counter[str] = Counter()
        self._told_at: float | None = None

    def add(self, cause: str) -> None:
        self._counts[cause] += 1
        now = self._clock.monotonic()
        if self._told_at is None or now - self._told_at >= LINE_EVERY_S:
            self._told_at = now
            self.tell()

    def tell(self) -> None:
        """Log what was counted since the last line, if anything was."""
        if self._counts:
            log.info("webhook_calls_refused", causes=dict(self._counts))
            self._counts.clear()
