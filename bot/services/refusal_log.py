"""Writes the refusals of a rush into the log behind it: they must not take the time of others."""

import asyncio
from collections import deque
from itertools import islice
from typing import Final

import structlog

from bot.domain.errors import StorageUnavailableError
from bot.domain.ports import Clock, JobStore, NewAttempt
from bot.services.waiting import ended_within

log = structlog.get_logger(__name__)

CAPACITY: Final = 10_000
WRITE_AFTER_S: Final = 1.0
# A request that comes meanwhile waits behind one such batch at the most.
MOST_AT_ONCE: Final = 50
CLOSE_WITHIN_S: Final = 3.0


class RefusalLog:
    """Holds attempts that were refused for one reason, until the database has a moment for them.

    Those for which there is no room, or which a closing program cannot write any more, are missing
    in the log of jobs; the program's own log says how many.
    """

    def __init__(
        self, *, store: JobStore, clock: Clock, reason: str, capacity: int = CAPACITY
    ) -> None:
        self._store = store
        self._clock = clock
        self._reason = reason
        self._capacity = capacity
        self._held: deque[NewAttempt] = deque()
        self._lost = 0
        self._writing: asyncio.Task[None] | None = None
        self._resting: asyncio.Future[None] | None = None
        self._is_closing = False

    def add(self, attempt: NewAttempt) -> None:
        if len(self._held) >= self._capacity:
            self._lost += 1
            return
        self._held.append(attempt)
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_behind(), name="write-refusals")

    async def close(self) -> None:
        """Write what is held, as far as that goes quickly."""
        self._is_closing = True
        if self._resting is not None:
            self._resting.cancel()
        if self._writing is not None:
            await ended_within(self._writing, self._clock, timeout_s=CLOSE_WITHIN_S)
            self._writing.cancel()
            await asyncio.gather(self._writing, return_exceptions=True)
        self._lost += len(self._held)
        self._held.clear()
        self._tell_losses()

    async def _write_behind(self) -> None:
        await self._let_others_go_first()
        while self._held:
            batch = list(islice(self._held, MOST_AT_ONCE))
            try:
                await self._store.refuse_all(batch, self._reason)
            except StorageUnavailableError:
                if self._is_closing:
                    return
                await self._let_others_go_first()
                continue
            for _ in batch:
                self._held.popleft()
            log.info("refusals_logged", reason=self._reason, count=len(batch))
            self._tell_losses()

    async def _let_others_go_first(self) -> None:
        """Rest a moment, unless there is none left."""
        if self._is_closing:
            return
        self._resting = asyncio.ensure_future(self._clock.sleep(WRITE_AFTER_S))
        try:
            await asyncio.wait({self._resting})
        finally:
            self._resting.cancel()

    def _tell_losses(self) -> None:
        if self._lost:
            log.warning("refusals_not_logged", reason=self._reason, count=self._lost)
            self._lost = 0
