"""Lets writes that wait at the same time share one transaction, and so one wait for the disk."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any, Final, Generic, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.domain.errors import StorageUnavailableError
from bot.domain.ports import Clock
from bot.storage.errors import driver_errors_become_ours

T = TypeVar("T")
Work = Callable[[AsyncConnection], Awaitable[T]]

# The first of a group waits for all that join it: they must be few, and end joining soon.
MOST_TOGETHER: Final = 32
JOIN_WITHIN_S: Final = 0.05


class PendingWrite(Generic[T]):
    """A write on its way. Its outcome is told only once the disk has it."""

    def __init__(self, work: Work[T]) -> None:
        self._work = work
        self.outcome: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._end: Callable[[], object] = self.outcome.cancel
        self.has_given_up = False

    def give_up(self) -> None:
        """Nobody waits any more: unless it has begun, it is not to begin."""
        self.has_given_up = True

    async def run(self, connection: AsyncConnection) -> None:
        result = await self._work(connection)
        self._end = partial(self.outcome.set_result, result)

    def fail(self, error: Exception) -> None:
        self._end = partial(self.outcome.set_exception, error)

    def tell(self) -> None:
        self._end()


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
        self._waiting: deque[PendingWrite[Any]] = deque()
        self._is_at_work = False
        self._begins_nothing = False

    def add(self, work: Work[T]) -> PendingWrite[T]:
        write = PendingWrite(work)
        self._waiting.append(write)
        if not self._is_at_work:
            self._is_at_work = True
            self._start(self._write_all())
        return write

    def begin_nothing(self) -> None:
        """From now on refuse what has not begun."""
        self._begins_nothing = True

    async def _write_all(self) -> None:
        try:
            while (first := self._next()) is not None:
                await self._write_group(first)
        finally:
            self._is_at_work = False
            for write in self._waiting:
                write.outcome.cancel()
            self._waiting.clear()

    async def _write_group(self, first: PendingWrite[Any]) -> None:
        group = [first]
        try:
            with driver_errors_become_ours():
                async with self._engine.begin() as connection:
                    self._check_in_time(first)
                    # Alone so far: if it fails, there is nothing else to undo.
                    await first.run(connection)
                    await self._let_join(connection, group)
        except asyncio.CancelledError:
            for write in group:
                write.outcome.cancel()
            if _is_to_end():
                raise
            return
        except Exception as error:  # noqa: BLE001 - those who wait for it know it
            for write in group:
                write.fail(error)
        for write in group:
            write.tell()

    async def _let_join(self, connection: AsyncConnection, group: list[PendingWrite[Any]]) -> None:
        join_until = self._clock.monotonic() + JOIN_WITHIN_S
        await _check_open(connection)
        while len(group) < MOST_TOGETHER and self._clock.monotonic() <= join_until:
            write = self._next()
            if write is None:
                return
            group.append(write)
            await _run_alone(write, connection)
            await _check_open(connection)

    def _next(self) -> PendingWrite[Any] | None:
        """Return the first that may still begin, and refuse those before it."""
        while self._waiting:
            write = self._waiting.popleft()
            try:
                self._check_in_time(write)
            except StorageUnavailableError as error:
                write.fail(error)
                write.tell()
            else:
                return write
        return None

    def _check_in_time(self, write: PendingWrite[Any]) -> None:
        if write.has_given_up or self._begins_nothing:
            raise StorageUnavailableError("it came too late to begin")


async def _run_alone(write: PendingWrite[Any], connection: AsyncConnection) -> None:
    """Run a write among others, so that its failure is its own.

    Savepoints of one name stand one upon another; the COMMIT releases them all.
    """
    await connection.exec_driver_sql("SAVEPOINT joined")
    try:
        with driver_errors_become_ours():
            await write.run(connection)
    except Exception as error:  # noqa: BLE001 - its caller knows it
        await connection.exec_driver_sql("ROLLBACK TO joined")
        write.fail(error)


async def _check_open(connection: AsyncConnection) -> None:
    """When the disk is full or broken, SQLite may end a transaction by itself.

    What came next would then be written outside of any.
    """
    driver_connection: Any = (await connection.get_raw_connection()).driver_connection
    if not driver_connection.in_transaction:
        raise StorageUnavailableError("the disk failed, and everything was undone")


def _is_to_end() -> bool:
    """Tell a cancel of this task, as when the loop ends, from one that a write raised itself."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
