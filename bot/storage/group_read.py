"""Lets reads that wait at the same time share a transaction: each costs less, all see the same."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Final, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.storage.errors import driver_errors_become_ours
from bot.storage.pending import PendingWork, WaitingLine, Work, carry_over

T = TypeVar("T")

# A slow one holds up those behind it in its group, so groups stay small.
MOST_TOGETHER: Final = 16


class GroupRead:
    """Carries out reads in order of arrival, several at a time.

    Only those that wait when a transaction begins are part of it: nobody sees a moment that lay
    before they asked.
    """

    def __init__(
        self,
        engine: AsyncEngine,
        *,
        readers: int,
        start: Callable[[Coroutine[Any, Any, None]], object],
    ) -> None:
        """`start` makes a task that no caller can cancel."""
        self._engine = engine
        self._readers = readers
        self._start = start
        self._line = WaitingLine()
        self._at_work = 0  # tasks that look for reads
        self._busy = 0  # those of them that have some

    def add(self, work: Work[T]) -> PendingWork[T]:
        read = PendingWork(work)
        self._line.add(read)
        if self._at_work < self._readers:
            self._at_work += 1
            self._start(self._read_all())
        return read

    def begin_nothing(self) -> None:
        """From now on refuse what has not begun."""
        self._line.shut()

    async def _read_all(self) -> None:
        try:
            while group := self._take_group():
                self._busy += 1
                try:
                    await self._read_group(group)
                finally:
                    self._busy -= 1
        finally:
            self._at_work -= 1
            if not self._at_work:
                self._line.cancel_all()

    def _take_group(self) -> list[PendingWork[Any]]:
        """Share what waits among the readers that are free: a slow one holds up few others."""
        free = self._readers - self._busy
        share = min(-(-len(self._line) // free), MOST_TOGETHER)
        taken = (self._line.take() for _ in range(share))
        return [read for read in taken if read is not None]

    async def _read_group(self, group: list[PendingWork[Any]]) -> None:
        try:
            with driver_errors_become_ours():
                async with self._engine.begin() as connection:
                    await carry_over(connection, self._run(connection, group))
        except Exception as error:  # noqa: BLE001 - those who wait for it know it
            for read in group:
                read.fail(error)
        finally:
            for read in group:
                read.tell()

    async def _run(self, connection: AsyncConnection, group: list[PendingWork[Any]]) -> None:
        for read in group:
            try:
                self._line.check_in_time(read)
                with driver_errors_become_ours():
                    await read.run(connection)
            except asyncio.CancelledError:
                continue  # its own: this coroutine is no task that could be cancelled
            except Exception as error:  # noqa: BLE001 - its caller knows it
                read.fail(error)
