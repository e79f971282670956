"""Writes that share a transaction: one wait for the disk, and still each for itself."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import event, insert, select, text
from sqlalchemy.exc import IntegrityError

from bot.domain.errors import StorageUnavailableError
from bot.storage.database import TIME_OUT_S
from bot.storage.group_commit import JOIN_WITHIN_S, MOST_TOGETHER
from bot.storage.tables import switches
from tests.support.gate import Gate
from tests.support.waiting import some_turns


def put(key):
    async def work(connection):
        await connection.execute(insert(switches).values(key=key, value="1"))
        return key

    return work


async def keys(connection):
    return set((await connection.execute(select(switches.c.key))).scalars())


def keys_on_disk(database_file):
    with closing(sqlite3.connect(database_file)) as connection:
        return {key for (key,) in connection.execute("SELECT key FROM switches")}


@pytest.fixture
def commits(database):
    """One entry for each COMMIT."""
    seen = []
    event.listen(database._writer.sync_engine, "commit", seen.append)
    return seen


async def together(database, *works):
    """Let these wait at the same time, and return what each found or raised."""
    return await asyncio.gather(*(database.write(work) for work in works), return_exceptions=True)


async def test_writes_that_wait_share_one_commit(database, commits):
    found = await together(database, *(put(f"key {number}") for number in range(10)))

    assert found == [f"key {number}" for number in range(10)]
    assert len(commits) == 1
    assert len(await database.read(keys)) == 10


async def test_a_write_that_comes_while_others_are_written_joins_them(database, commits):
    may_go_on = Gate()

    async def work(connection):
        may_go_on.pass_through()
        return await put("first")(connection)

    first = asyncio.create_task(database.write(work))
    await may_go_on.reached()
    joining = asyncio.create_task(database.write(put("joined")))
    await asyncio.sleep(0)
    may_go_on.open()
    await first
    await joining

    assert len(commits) == 1
    assert await database.read(keys) == {"first", "joined"}


@pytest.mark.parametrize("place", [0, 1, 3])
async def test_one_that_raises_is_undone_alone_and_hears_its_own_error(database, place):
    async def fail(connection):
        await put("half")(connection)
        raise LookupError("the second half failed")

    works = [put("a"), put("b"), put("c")]
    works.insert(place, fail)

    found = await together(database, *works)

    assert isinstance(found.pop(place), LookupError)
    assert found == ["a", "b", "c"]
    assert await database.read(keys) == {"a", "b", "c"}


async def test_a_broken_rule_is_the_defect_of_the_one_that_broke_it(database):
    first, second, third = await together(database, put("same"), put("same"), put("other"))

    assert (first, third) == ("same", "other")
    assert isinstance(second, IntegrityError)
    assert await database.read(keys) == {"same", "other"}


async def test_each_sees_what_those_before_it_wrote_and_nothing_of_what_was_undone(database):
    async def fail(connection):
        await put("undone")(connection)
        raise LookupError

    *_, seen = await together(database, put("a"), fail, put("b"), keys)

    assert seen == {"a", "b"}


async def test_nobody_hears_of_success_before_all_are_on_the_disk(database, database_file):
    may_go_on = Gate()

    async def slow(connection):
        may_go_on.pass_through()
        return await put("slow")(connection)

    first = asyncio.create_task(database.write(put("first")))
    second = asyncio.create_task(database.write(slow))
    await may_go_on.reached()

    assert not first.done()
    assert keys_on_disk(database_file) == set()

    may_go_on.open()
    assert await first == "first"
    assert keys_on_disk(database_file) == {"first", "slow"}
    assert await second == "slow"


async def test_when_the_commit_fails_all_failed(database):
    def refuse(_connection):
        raise sqlite3.OperationalError("disk I/O error")

    engine = database._writer.sync_engine
    event.listen(engine, "commit", refuse)
    found = await together(database, put("a"), put("b"), put("c"))
    event.remove(engine, "commit", refuse)

    assert [type(error) for error in found] == [StorageUnavailableError] * 3
    assert await database.read(keys) == set()
    assert await database.write(put("next")) == "next"


@pytest.mark.parametrize("raises", [True, False])
async def test_when_sqlite_ends_a_transaction_by_itself_all_in_it_failed_and_others_are_written(
    database, raises
):
    async def lose(connection):
        await connection.execute(text("ROLLBACK"))  # as SQLite does when the disk is full
        if raises:
            raise LookupError

    before, lost, after = await together(database, put("before"), lose, put("after"))

    assert {type(before), type(lost)} == {StorageUnavailableError}
    assert after == "after"
    assert await database.read(keys) == {"after"}


async def test_a_lone_write_whose_transaction_was_ended_by_sqlite_failed(database):
    async def lose(connection):
        await put("lost")(connection)
        await connection.execute(text("ROLLBACK"))

    (error,) = await together(database, lose)

    assert isinstance(error, StorageUnavailableError)
    assert await database.read(keys) == set()


async def test_a_group_has_an_end_so_that_its_first_is_told_soon(database, commits):
    await together(database, *(put(f"key {number}") for number in range(2 * MOST_TOGETHER + 1)))

    assert len(commits) == 3


async def test_nobody_joins_a_group_that_takes_long(database, clock, commits):
    async def slow(connection):
        clock.advance(timedelta(seconds=2 * JOIN_WITHIN_S))
        return await put("slow")(connection)

    await together(database, put("a"), slow, put("b"))

    assert len(commits) == 2
    assert await database.read(keys) == {"a", "slow", "b"}


async def test_one_that_was_given_up_in_the_middle_of_a_group_does_not_begin(database, clock):
    may_go_on = Gate()

    async def slow(connection):
        may_go_on.pass_through()
        return await put("slow")(connection)

    callers = [asyncio.create_task(database.write(work)) for work in (put("a"), slow, put("b"))]
    await may_go_on.reached()
    clock.advance(timedelta(seconds=TIME_OUT_S))
    found = await asyncio.gather(*callers, return_exceptions=True)
    may_go_on.open()
    await database.write(put("next"))

    assert [type(error) for error in found] == [StorageUnavailableError] * 3
    assert await database.read(keys) == {"a", "slow", "next"}


async def test_one_whose_time_ran_out_behind_a_foreign_lock_does_not_begin(
    database, database_file, clock
):
    other = sqlite3.connect(database_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    caller = asyncio.create_task(database.write(put("late")))
    await some_turns()
    clock.advance(timedelta(seconds=TIME_OUT_S))
    with pytest.raises(StorageUnavailableError, match="outcome unknown"):
        await caller
    other.execute("ROLLBACK")
    other.close()

    await database.write(put("next"))

    assert await database.read(keys) == {"next"}


async def test_when_the_loop_ends_all_that_wait_end_and_nothing_is_half_written(
    database, database_file
):
    may_go_on = Gate()

    async def hang(connection):
        await put("half")(connection)
        may_go_on.pass_through()

    callers = [asyncio.create_task(database.write(work)) for work in (hang, put("a"), put("b"))]
    await may_go_on.reached()
    (running,) = database._running
    running.cancel()
    await some_turns()
    may_go_on.open()
    await asyncio.wait(callers)

    assert [caller.cancelled() for caller in callers] == [True] * 3
    assert keys_on_disk(database_file) == set()
