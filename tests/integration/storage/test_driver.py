"""The way from the loop to SQLite's threads: short, and with all that SQLAlchemy asks for."""

import asyncio
import threading

import pytest
from sqlalchemy import insert, select, update

from bot.storage.driver import Connection
from bot.storage.tables import switches


@pytest.fixture
def crossings(monkeypatch):
    seen = []
    cross = Connection._execute

    async def counted(connection, *call, **options):
        seen.append(call)
        return await cross(connection, *call, **options)

    monkeypatch.setattr(Connection, "_execute", counted)
    return seen


async def put_many(connection):
    rows = [{"key": f"key {number}", "value": str(number)} for number in range(3)]
    return (await connection.execute(insert(switches), rows)).rowcount


async def all_keys(connection):
    return (await connection.execute(select(switches.c.key).order_by(switches.c.key))).scalars()


async def several(connection):
    for _ in range(5):
        await all_keys(connection)


async def test_all_statements_of_a_transaction_cross_together(database, crossings):
    """BEGIN, the work, COMMIT; nothing for cursors, rows and the way back to the pool."""
    await database.read(all_keys)  # connects
    crossings.clear()

    await database.read(several)

    assert len(crossings) == 3


async def test_writes_that_wait_cross_together(database, crossings):
    crossings.clear()

    await asyncio.gather(*(database.write(several) for _ in range(20)))

    assert len(crossings) == 3


async def test_work_that_waits_for_anything_else_is_a_defect(database):
    async def waits(connection):
        await all_keys(connection)
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="nothing but its connection"):
        await database.read(waits)
    with pytest.raises(RuntimeError, match="nothing but its connection"):
        await database.write(waits)
    assert list(await database.read(all_keys)) == []


async def test_a_statement_outside_of_such_work_crosses_by_itself(database):
    async with database._readers.connect() as connection:
        assert list(await all_keys(connection)) == []


async def test_many_rows_are_one_crossing(database, crossings):
    crossings.clear()

    assert await database.write(put_many) == 3

    assert len(crossings) == 3
    assert list(await database.read(all_keys)) == ["key 0", "key 1", "key 2"]


async def test_a_change_tells_how_many_rows_it_met_and_what_it_left(database):
    async def change(connection):
        changed = await connection.execute(update(switches).values(value="new"))
        returned = await connection.execute(
            update(switches)
            .where(switches.c.key == "key 1")
            .values(value="newer")
            .returning(switches.c.key, switches.c.value)
        )
        return changed.rowcount, returned.one()

    await database.write(put_many)

    assert await database.write(change) == (3, ("key 1", "newer"))


async def test_its_threads_do_not_hold_up_the_end_of_the_program(database):
    await database.read(all_keys)

    threads = [thread for thread in threading.enumerate() if "_connection_worker" in thread.name]
    assert threads
    assert all(thread.daemon for thread in threads)
