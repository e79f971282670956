"""Notices when the event loop is held up: then everything is, the gateway's heartbeat too."""

from typing import Final

import structlog

from bot.domain.ports import Clock
from bot.observability.metrics import Metrics

log = structlog.get_logger(__name__)

INTERVAL_S: Final = 1.0
STALL_S: Final = 1.0


class LoopLagMonitor:
    """Sleeps a second at a time and measures by how much it woke too late."""

    def __init__(self, clock: Clock, metrics: Metrics) -> None:
        self._clock = clock
        self._metrics = metrics

    async def run(self) -> None:
        """Measure until cancelled."""
        while True:
            due = self._clock.monotonic() + INTERVAL_S
            await self._clock.sleep(INTERVAL_S)
            lag_s = max(0.0, self._clock.monotonic() - due)
            self._metrics.loop_lagged(lag_s)
            if lag_s >= STALL_S:
                log.warning("event_loop_stalled", lag_s=round(lag_s, 3))
