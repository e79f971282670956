"""The clock of a real run."""

import asyncio
import time
from datetime import UTC, datetime


class SystemClock:
    """Implements the Clock port with the machine's own clocks."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
