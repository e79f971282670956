"""Reads that share a transaction: cheaper, and each still as if it were alone."""

import asyncio
from collections import Counter

import pytest
from sqlalchemy import event, insert, select

from bot.domain.errors import StorageUnavailableError
from bot.storage.database import READERS
from bot.storage.group_read import MOST_TOGETHER
from bot.storage.tables import switches
from tests.support.gate import Gate
from tests.support.waiting import some_turns

LONGEST_S = 60


def put(key):
    async def work(connection):
        await connection.execute(insert(switches).values(key=key, value="1"))

    return work


async def keys(connection):
    return set((await connection.execute(select(switches.c.key))).scalars())


async def fail(connection):
    await keys(connection)
    raise LookupError


@pytest.fixture
def begins(database):
    """One entry for each transaction of a reader."""
    seen = []
    event.listen(database._readers.sync_engine, "begin", seen.append)
    return seen


async def together(database, *works):
    return await asyncio.gather(*(database.read(work) for work in works), return_exceptions=True)


async def test_reads_that_wait_share_a_few_transactions(database, begins):
    await database.write(put("a"))

    found = await together(database, *[keys] * (READERS * MOST_TOGETHER))

    assert found == [{"a"}] * (READERS * MOST_TOGETHER)
    assert len(begins) == READERS


async def test_a_few_reads_are_carried_out_beside_each_other(database, begins):
    found = await together(database, *[keys] * READERS)

    assert (len(found), len(begins)) == (READERS, READERS)


async def test_one_that_fails_fails_alone(database):
    await database.write(put("a"))
    works = [keys, fail, put("by a reader"), keys] * 10

    found = await together(database, *works)

    assert [result for result in found if result == {"a"}] == [{"a"}] * 20
    errors = Counter(type(error) for error in found if isinstance(error, Exception))
    assert errors == {LookupError: 10, StorageUnavailableError: 10}


async def test_whoever_wrote_reads_what_they_wrote_though_others_are_reading(database):
    async def write_and_read(number):
        await database.write(put(f"key {number}"))
        return f"key {number}" in await database.read(keys)

    seen = await asyncio.gather(*(write_and_read(number) for number in range(60)))

    assert all(seen)


async def test_a_slow_read_holds_up_its_share_and_no_more(database):
    may_go_on = Gate()

    async def slow(connection):
        may_go_on.pass_through()
        return await keys(connection)

    first = asyncio.create_task(database.read(slow))
    await may_go_on.reached()
    others = [asyncio.create_task(database.read(keys)) for _ in range(30)]
    await asyncio.wait(others, timeout=LONGEST_S)

    assert not first.done()
    assert all(other.done() for other in others)
    may_go_on.open()
    assert await first == set()


async def test_when_a_transaction_cannot_begin_all_in_it_hear_so(database):
    def refuse(_connection):
        raise OSError("gone")

    engine = database._readers.sync_engine
    event.listen(engine, "begin", refuse)
    found = await together(database, *[keys] * 40)
    event.remove(engine, "begin", refuse)

    assert {type(error) for error in found} == {StorageUnavailableError}
    assert await database.read(keys) == set()


async def test_a_read_that_raises_a_cancel_of_its_own_takes_nobody_with_it(database):
    async def cancelled(_connection):
        raise asyncio.CancelledError

    callers = [asyncio.create_task(database.read(work)) for work in [keys, cancelled] * 20]
    await asyncio.wait(callers)

    assert [caller.cancelled() for caller in callers] == [False, True] * 20


async def test_when_the_loop_ends_all_that_wait_end(database):
    may_go_on = Gate()

    async def hang(connection):
        await keys(connection)
        may_go_on.pass_through()

    running = [asyncio.create_task(database.read(hang)) for _ in range(READERS)]
    await may_go_on.reached(READERS)
    waiting = [asyncio.create_task(database.read(keys)) for _ in range(READERS)]
    await asyncio.sleep(0)
    for task in tuple(database._running):
        task.cancel()
    await some_turns()
    may_go_on.open()
    await asyncio.wait(running + waiting, timeout=LONGEST_S)

    assert all(caller.done() for caller in running)
    assert all(caller.cancelled() for caller in waiting)
    assert await database.read(keys) == set()
