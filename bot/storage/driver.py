"""SQLite in a thread for each connection, and few crossings to that thread.

aiosqlite crosses for the cursor, the statement, its rows and the close. Each crossing waits for the
event loop's next turn, so beside hundreds of tasks the crossings take longer than all that SQLite
does. Here a statement crosses once, and what is carried over whole crosses once with all its
statements. SQLAlchemy finds what it asks a connection and a cursor for, and nothing more.
"""

import sqlite3
import threading
from collections.abc import Callable, Coroutine, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final, Self, TypeVar

import aiosqlite

_UNUSED_CHUNK: Final = 64

T = TypeVar("T")
Row = tuple[Any, ...]
Executed = tuple[sqlite3.Cursor, list[Row]]
Description = tuple[tuple[str, None, None, None, None, None, None], ...]


def connecting(path: Path, *, busy_timeout_s: float) -> "Connection":
    """Return a connection that opens the file when it is awaited."""
    connect = partial(
        sqlite3.connect,
        path,
        timeout=busy_timeout_s,
        # The driver never begins a transaction by itself.
        isolation_level=None,
        # The pool asks from the loop's thread whether a transaction is open.
        check_same_thread=False,
    )
    return Connection(connect, _UNUSED_CHUNK)


class Connection(aiosqlite.Connection):
    """One thread, which lives until the connection is closed or the program ends."""

    def __init__(self, connect: "partial[sqlite3.Connection]", chunk_size: int) -> None:
        super().__init__(connect, chunk_size)
        self._thread.daemon = True

    def cursor(self) -> "Cursor":  # type: ignore[override] # SQLAlchemy enters it by itself
        return Cursor(self)

    async def rollback(self) -> None:
        """Do nothing where nothing is open: the pool asks after every transaction."""
        if self.in_transaction:
            await super().rollback()

    async def run(self, sql: str, parameters: Sequence[Any]) -> Executed:
        """Execute a statement, and fetch all that it returns."""

        def execute() -> Executed:
            cursor = self._conn.execute(sql, parameters)
            return cursor, cursor.fetchall()

        return await self._in_thread(execute)

    async def run_many(self, sql: str, parameters: Iterable[Sequence[Any]]) -> Executed:
        """Execute a statement that returns nothing, once for each set of parameters."""

        def execute() -> Executed:
            return self._conn.executemany(sql, parameters), []

        return await self._in_thread(execute)

    async def carry_over(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """Let the thread carry out a coroutine that waits for nothing but this connection.

        Its statements are already where they are to be executed, so it never really waits.
        """

        def carry_out() -> T:
            try:
                coroutine.send(None)
            except StopIteration as end:
                result: T = end.value
                return result
            coroutine.close()
            raise RuntimeError("work on the database may wait for nothing but its connection")

        return await self._in_thread(carry_out)

    async def _in_thread(self, call: Callable[[], T]) -> T:
        if threading.get_ident() == self._thread.ident:
            return call()
        crossing = self._execute(call)  # type: ignore[no-untyped-call] # aiosqlite has no types here
        result: T = await crossing
        return result


class Cursor:
    """One statement and its rows. Nothing of it is left open in SQLite when it was executed."""

    arraysize = 1

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._executed: sqlite3.Cursor | None = None
        self._rows: list[Row] = []

    async def __aenter__(self) -> Self:
        return self

    @property
    def description(self) -> Description | None:
        return None if self._executed is None else self._executed.description

    @property
    def rowcount(self) -> int:
        return -1 if self._executed is None else self._executed.rowcount

    @property
    def lastrowid(self) -> int | None:
        return None if self._executed is None else self._executed.lastrowid

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        self._executed, self._rows = await self._connection.run(sql, parameters)

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> None:
        self._executed, self._rows = await self._connection.run_many(sql, parameters)

    async def fetchall(self) -> list[Row]:
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        self._rows = []
