"""Owns every transaction: one writer, readers beside it, and no caller can leave a lock behind."""

import asyncio
import logging
from collections.abc import Coroutine
from functools import partial
from pathlib import Path
from typing import Any, Final, Self, TypeVar

import structlog
from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.domain.errors import StorageUnavailableError
from bot.domain.ports import Clock
from bot.storage.driver import connecting
from bot.storage.errors import driver_errors_become_ours
from bot.storage.group_commit import GroupCommit
from bot.storage.group_read import GroupRead
from bot.storage.location import async_url, database_path, prepare_file
from bot.storage.pending import Work

log = structlog.get_logger(__name__)

T = TypeVar("T")

READERS: Final = 4
TIME_OUT_S: Final = 10.0
BUSY_TIMEOUT_S: Final = 5.0
# A foreign lock makes a queue; as the program ends, it must not be sat out to its end.
CLOSE_PATIENCE_S: Final = 2.0

# FULL: a commit is on the disk before it is reported. With NORMAL a power cut may forget the
# row that says a create was sent, and the clip would be paid for twice.
# secure_delete: an erased prompt or token must not linger in free pages.
_WRITER_PRAGMAS: Final = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "journal_size_limit = 67108864",
)
_READER_PRAGMAS: Final = ("query_only = ON",)


class Database:
    """The only door to the database file.

    Every transaction runs in a task of its own. Cancelling a caller, or its time running out,
    never cancels SQL: a connection dropped in mid-transaction would keep its lock. One whose
    caller's time ran out before it began does not begin: behind a foreign lock they would pile up.
    """

    def __init__(
        self, *, writer: AsyncEngine, readers: AsyncEngine, clock: Clock, time_out_s: float
    ) -> None:
        self._writer = writer
        self._readers = readers
        self._clock = clock
        self._time_out_s = time_out_s
        self._writes = GroupCommit(writer, clock=clock, start=self._start)
        self._reads = GroupRead(readers, readers=READERS, start=self._start)
        self._running: set[asyncio.Task[Any]] = set()
        self._is_closed = False

    @classmethod
    async def open(cls, url: str, *, clock: Clock, time_out_s: float = TIME_OUT_S) -> Self:
        """Open the file of `url`, made if missing. Raises DatabaseUrlError for other URLs."""
        # The driver's debug lines carry statements with their values: prompts and tokens.
        logging.getLogger("aiosqlite").setLevel(logging.WARNING)
        path = database_path(url)
        with driver_errors_become_ours():
            await asyncio.to_thread(prepare_file, path)
        database = cls(
            writer=_engine(path, size=1, begin="BEGIN IMMEDIATE", pragmas=_WRITER_PRAGMAS),
            readers=_engine(path, size=READERS, begin="BEGIN", pragmas=_READER_PRAGMAS),
            clock=clock,
            time_out_s=time_out_s,
        )
        try:
            await database.write(_nothing)  # sets WAL, and finds out now what is wrong
        except BaseException:
            await database.close()
            raise
        return database

    async def close(self) -> None:
        """Wait for the running transactions, then close. May be called twice."""
        self._is_closed = True
        impatience = asyncio.create_task(self._begin_nothing_after(CLOSE_PATIENCE_S))
        try:
            while self._running:
                await asyncio.wait(self._running)
        finally:
            impatience.cancel()
        await self._readers.dispose()
        await self._writer.dispose()

    async def write(self, work: Work[T]) -> T:
        """Run `work` in a transaction that holds the write lock from its first statement.

        Others may share the transaction; that one of them fails is not felt here.
        StorageUnavailableError after a time-out means that the outcome is not known.
        """
        return await self._outcome_of(work, of=self._writes)

    async def read(self, work: Work[T]) -> T:
        """Run `work` in a transaction that sees one moment of the database, not before now."""
        return await self._outcome_of(work, of=self._reads)

    def _start(self, coroutine: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        task = asyncio.create_task(coroutine)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def _outcome_of(self, work: Work[T], *, of: GroupCommit | GroupRead) -> T:
        if self._is_closed:
            raise StorageUnavailableError("the database is closed")
        pending = of.add(work)
        outcome = pending.outcome
        alarm = asyncio.ensure_future(self._clock.sleep(self._time_out_s))
        try:
            await asyncio.wait((outcome, alarm), return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            outcome.add_done_callback(_report_unseen_failure)
            raise
        finally:
            alarm.cancel()
        if not outcome.done():
            pending.give_up()
            outcome.add_done_callback(_report_unseen_failure)
            raise StorageUnavailableError(f"no answer within {self._time_out_s} s; outcome unknown")
        return outcome.result()

    async def _begin_nothing_after(self, seconds: float) -> None:
        await self._clock.sleep(seconds)
        self._writes.begin_nothing()
        self._reads.begin_nothing()


async def _nothing(_: AsyncConnection) -> None:
    """Opens a transaction and ends it."""


def _report_unseen_failure(task: asyncio.Future[Any]) -> None:
    if task.cancelled():
        return
    error = task.exception()
    if error is not None:
        log.warning("abandoned_transaction_failed", error=type(error).__name__)


def _engine(path: Path, *, size: int, begin: str, pragmas: tuple[str, ...]) -> AsyncEngine:
    engine = create_async_engine(
        async_url(path),
        pool_size=size,
        max_overflow=0,
        hide_parameters=True,
        # SQLAlchemy awaits what this returns, though its types ask for a coroutine function.
        async_creator=partial(connecting, path, busy_timeout_s=BUSY_TIMEOUT_S),
    )

    def set_pragmas(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    def begin_explicitly(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine.sync_engine, "connect", set_pragmas)
    event.listen(engine.sync_engine, "begin", begin_explicitly)
    return engine
