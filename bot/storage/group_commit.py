"""Lets writes that wait at the same time share one transaction, and so one wait for the disk."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Final, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.domain.errors import StorageUnavailableError
from bot.domain.ports import Clock
from bot.storage.errors import driver_errors_become_ours
from bot.storage.pending import PendingWork, WaitingLine, Work, carry_over, driver_of, is_to_end

T = TypeVar("T")

# The first of a group waits for all that join it: they must be few, and end joining soon.
MOST_TOGETHER: Final = 32
JOIN_WITHIN_S: Final = 0.05


class GroupCommit:
    """Carries out writes in order of arrival; those that wait go into one transaction.

    Each sees what the ones before it wrote. One that raises is undone by itself, back to its
    savepoint. Nobody hears of success before the common COMMIT, and when that fails, all failed.
    """

    def __init__(
        self,
        engine: AsyncEngine,
        *,
        clock: Clock,
        start: Callable[[Coroutine[Any, Any, None]], object],
    ) -> None:
        """`start` makes a task that no caller can cancel."""
        self._engine = engine
        self._clock = clock
        self._start = start
        self._line = WaitingLine()
        self._is_at_work = False

    def add(self, work: Work[T]) -> PendingWork[T]:
        write = PendingWork(work)
        self._line.add(write)
        if not self._is_at_work:
            self._is_at_work = True
            self._start(self._write_all())
        return write

    def begin_nothing(self) -> None:
        """From now on refuse what has not begun."""
        self._line.shut()

    async def _write_all(self) -> None:
        try:
            while (first := self._line.take()) is not None:
                await self._write_group([first])
        finally:
            self._is_at_work = False
            self._line.cancel_all()

    async def _write_group(self, group: list[PendingWork[Any]]) -> None:
        """Grow the group by those that join."""
        try:
            self._line.check_in_time(group[0])
            with driver_errors_become_ours():
                async with self._engine.begin() as connection:
                    await carry_over(connection, self._run(connection, group))
        except asyncio.CancelledError:
            for write in group:
                write.outcome.cancel()
            if is_to_end():
                raise
        except Exception as error:  # noqa: BLE001 - those who wait for it know it
            for write in group:
                write.fail(error)
        for write in group:
            write.tell()

    async def _run(self, connection: AsyncConnection, group: list[PendingWork[Any]]) -> None:
        self._line.check_in_time(group[0])  # the lock may have been long in coming
        # Alone so far: if it fails, there is nothing else to undo.
        await group[0].run(connection)
        await _check_open(connection)
        join_until = self._clock.monotonic() + JOIN_WITHIN_S
        while len(group) < MOST_TOGETHER and self._clock.monotonic() <= join_until:
            write = self._line.take()
            if write is None:
                return
            group.append(write)
            await self._run_alone(write, connection)
            await _check_open(connection)

    async def _run_alone(self, write: PendingWork[Any], connection: AsyncConnection) -> None:
        """Run a write among others, so that its failure is its own.

        Savepoints of one name stand one upon another; the COMMIT releases them all.
        """
        await connection.exec_driver_sql("SAVEPOINT joined")
        try:
            self._line.check_in_time(write)
            with driver_errors_become_ours():
                await write.run(connection)
        except Exception as error:  # noqa: BLE001 - its caller knows it
            await connection.exec_driver_sql("ROLLBACK TO joined")
            write.fail(error)


async def _check_open(connection: AsyncConnection) -> None:
    """When the disk is full or broken, SQLite may end a transaction by itself.

    What came next would then be written outside of any.
    """
    if not (await driver_of(connection)).in_transaction:
        raise StorageUnavailableError("the disk failed, and everything was undone")
