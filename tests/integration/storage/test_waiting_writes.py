"""Writes that wait behind another: none that was given up begins, and none holds up the end."""

import asyncio
import sqlite3
import time
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from bot.clock import SystemClock
from bot.domain.errors import StorageUnavailableError
from bot.storage import database as database_module
from bot.storage.database import CLOSE_PATIENCE_S, READERS, TIME_OUT_S, Database
from bot.storage.tables import switches
from tests.support.gate import Gate
from tests.support.waiting import some_turns


def put(key):
    async def work(connection):
        await connection.execute(insert(switches).values(key=key, value="1"))

    return work


def put_when(may_go_on, key):
    async def work(connection):
        may_go_on.pass_through()
        await put(key)(connection)

    return work


async def keys(connection):
    return set((await connection.execute(select(switches.c.key))).scalars())


def keys_in(database_file):
    with closing(sqlite3.connect(database_file)) as connection:
        return {key for (key,) in connection.execute("SELECT key FROM switches")}


@pytest.fixture
def may_go_on():
    return Gate()


async def begun(database, gate, key):
    """Start a transaction and let it take the lock; it goes on when the gate opens."""
    caller = asyncio.create_task(database.write(put_when(gate, key)))
    await gate.reached()
    return caller


async def test_a_write_that_was_given_up_before_it_began_never_begins(database, clock, may_go_on):
    first = await begun(database, may_go_on, "first")
    late = [asyncio.create_task(database.write(put(f"late {n}"))) for n in range(5)]
    await some_turns()

    clock.advance(timedelta(seconds=TIME_OUT_S))
    given_up = await asyncio.gather(first, *late, return_exceptions=True)
    may_go_on.open()
    await database.write(put("next"))

    assert {type(error) for error in given_up} == {StorageUnavailableError}
    assert await database.read(keys) == {"first", "next"}


async def test_a_write_that_waits_still_happens_when_its_caller_is_cancelled(database, may_go_on):
    first = await begun(database, may_go_on, "first")
    waiting = asyncio.create_task(database.write(put("waiting")))
    await some_turns()
    waiting.cancel()
    await asyncio.wait([waiting])
    may_go_on.open()
    await first

    await database.write(put("next"))

    assert await database.read(keys) == {"first", "waiting", "next"}


async def test_a_close_lets_waiting_writes_happen_while_nothing_is_in_their_way(
    database_file, clock, may_go_on
):
    database = await Database.open(f"sqlite:///{database_file}", clock=clock)
    callers = [await begun(database, may_go_on, "first")]
    callers += [asyncio.create_task(database.write(put(f"waiting {n}"))) for n in range(5)]
    await some_turns()
    closing_task = asyncio.create_task(database.close())
    await some_turns()
    may_go_on.open()

    await asyncio.gather(closing_task, *callers)

    assert keys_in(database_file) == {"first", *(f"waiting {n}" for n in range(5))}


async def test_a_close_in_a_hurry_ends_what_runs_and_begins_nothing_more(
    database_file, clock, may_go_on
):
    database = await Database.open(f"sqlite:///{database_file}", clock=clock)
    first = await begun(database, may_go_on, "first")
    waiting = asyncio.create_task(database.write(put("waiting")))
    await some_turns()
    closing_task = asyncio.create_task(database.close())
    await some_turns()
    clock.advance(timedelta(seconds=CLOSE_PATIENCE_S))
    await some_turns()
    may_go_on.open()

    await asyncio.gather(first, closing_task)

    with pytest.raises(StorageUnavailableError, match="too late"):
        await waiting
    assert keys_in(database_file) == {"first"}


async def test_a_foreign_lock_does_not_hold_up_the_end(database_file, monkeypatch):
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT_S", 0.3)
    monkeypatch.setattr(database_module, "CLOSE_PATIENCE_S", 0.1)
    database = await Database.open(f"sqlite:///{database_file}", clock=SystemClock())
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        callers = [asyncio.create_task(database.write(put(f"{n}"))) for n in range(100)]
        await some_turns()
        started_at = time.monotonic()

        await database.close()

        assert time.monotonic() - started_at < 15  # one after the other they would take 30 s
        results = await asyncio.gather(*callers, return_exceptions=True)
    assert {type(result) for result in results} == {StorageUnavailableError}
    assert keys_in(database_file) == set()


async def test_a_read_that_was_given_up_before_it_began_never_begins(database, clock, may_go_on):
    begun_reads = []

    async def slow(_connection):
        begun_reads.append("slow")
        may_go_on.pass_through()

    async def late(_connection):
        begun_reads.append("late")

    callers = [asyncio.create_task(database.read(slow)) for _ in range(READERS)]
    await may_go_on.reached(READERS)
    callers.append(asyncio.create_task(database.read(late)))
    await some_turns()
    clock.advance(timedelta(seconds=TIME_OUT_S))
    found = await asyncio.gather(*callers, return_exceptions=True)
    may_go_on.open()
    await database.read(keys)

    assert {type(error) for error in found} == {StorageUnavailableError}
    assert begun_reads == ["slow"] * READERS
