"""Work for the database whose turn has yet to come, and whoever waits for it.

Work is carried out in a connection's thread: it may wait for nothing but its connection, and what
it calls must not be the event loop's own. Whoever waits is told in the event loop.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any, Generic, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import StorageUnavailableError
from bot.storage.driver import Connection

T = TypeVar("T")
Work = Callable[[AsyncConnection], Awaitable[T]]


class PendingWork(Generic[T]):
    """Its outcome is told apart from its running: a write may yet be undone."""

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
        """Tell whoever waits; one that was neither run nor failed is cancelled."""
        if not self.outcome.done():
            self._end()


class WaitingLine:
    """Work in order of arrival. The event loop adds, and a connection's thread may take."""

    def __init__(self) -> None:
        self._waiting: deque[PendingWork[Any]] = deque()
        self._is_shut = False

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, work: PendingWork[Any]) -> None:
        self._waiting.append(work)

    def take(self) -> PendingWork[Any] | None:
        return self._waiting.popleft() if self._waiting else None

    def shut(self) -> None:
        """From now on refuse what has not begun."""
        self._is_shut = True

    def check_in_time(self, work: PendingWork[Any]) -> None:
        """Raise StorageUnavailableError when it is not to begin any more."""
        if work.has_given_up or self._is_shut:
            raise StorageUnavailableError("it came too late to begin")

    def cancel_all(self) -> None:
        while (work := self.take()) is not None:
            work.outcome.cancel()


async def carry_over(connection: AsyncConnection, coroutine: Coroutine[Any, Any, None]) -> None:
    """Let the connection's own thread carry it out, in one crossing."""
    await (await driver_of(connection)).carry_over(coroutine)


async def driver_of(connection: AsyncConnection) -> Connection:
    driver = (await connection.get_raw_connection()).driver_connection
    if not isinstance(driver, Connection):
        raise TypeError("the engine was not opened with this driver")
    return driver


def is_to_end() -> bool:
    """Tell a cancel of this task, as when the loop ends, from one that work raised itself."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
