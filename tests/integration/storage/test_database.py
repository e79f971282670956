"""What a caller may rely on, however it ends."""

import asyncio
import logging
import random
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
import structlog
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import IntegrityError

from bot.domain.errors import StorageUnavailableError
from bot.domain.job import JobStatus
from bot.storage import database as database_module
from bot.storage.database import TIME_OUT_S, Database
from bot.storage.location import DatabaseUrlError
from bot.storage.tables import job_events, switches
from tests.support.gate import Gate
from tests.support.waiting import some_turns


def put(key, value="1"):
    async def work(connection):
        await connection.execute(insert(switches).values(key=key, value=value))

    return work


async def count_switches(connection):
    return (await connection.execute(select(func.count()).select_from(switches))).scalar_one()


def pragma(name):
    async def work(connection):
        return (await connection.execute(text(f"PRAGMA {name}"))).scalar_one()

    return work


def write_lock_is_free(path: Path) -> bool:
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    return True


@pytest.mark.parametrize(
    ("name", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)],
)
async def test_the_writer_is_safe_against_power_cuts_and_keeps_no_erased_text(
    database, name, value
):
    assert value == await database.write(pragma(name))


async def test_an_event_without_its_job_cannot_be_written(database, clock):
    async def work(connection):
        await connection.execute(
            insert(job_events).values(
                job_id=99, at=clock.now(), status_after=JobStatus.QUEUED, actor="x", detail=""
            )
        )

    # A broken rule is a defect: it is not dressed up as a database that is away for a while.
    with pytest.raises(IntegrityError):
        await database.write(work)


async def test_a_write_holds_the_lock_before_its_first_statement(database, database_file):
    async def work(_connection):
        return write_lock_is_free(database_file)

    assert await database.write(work) is False
    assert write_lock_is_free(database_file)


async def test_a_failing_write_leaves_nothing_behind(database, database_file):
    async def work(connection):
        await put("half")(connection)
        raise LookupError("the second half failed")

    with pytest.raises(LookupError):
        await database.write(work)

    assert await database.read(count_switches) == 0
    assert write_lock_is_free(database_file)


async def test_a_read_sees_one_moment_though_others_write(database):
    may_go_on = Gate()

    async def work(connection):
        before = await count_switches(connection)
        may_go_on.pass_through()
        return before, await count_switches(connection)

    reading = asyncio.create_task(database.read(work))
    await may_go_on.reached()
    await database.write(put("meanwhile"))
    may_go_on.open()

    assert await reading == (0, 0)
    assert await database.read(count_switches) == 1


async def test_a_read_cannot_write(database):
    with pytest.raises(StorageUnavailableError, match="readonly"):
        await database.read(put("by a reader"))


async def test_a_rollback_of_one_caller_does_not_undo_another(database):
    async def fail(connection):
        await put("lost")(connection)
        raise LookupError

    results = await asyncio.gather(
        *(database.write(put(f"kept {n}")) for n in range(5)),
        database.write(fail),
        *(database.write(put(f"kept {n}")) for n in range(5, 10)),
        return_exceptions=True,
    )

    assert [type(result) for result in results if result is not None] == [LookupError]
    assert await database.read(count_switches) == 10


async def test_a_cancelled_caller_does_not_cancel_its_write(database):
    may_go_on = Gate()

    async def work(connection):
        await put("written")(connection)
        may_go_on.pass_through()

    caller = asyncio.create_task(database.write(work))
    await may_go_on.reached()
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    may_go_on.open()

    await database.write(put("next"))
    assert await database.read(count_switches) == 2


async def test_callers_cancelled_at_random_points_leave_no_lock(database, database_file):
    chance = random.Random(20260301)
    begun = 0

    async def write(number):
        async def work(connection):
            nonlocal begun
            begun += 1
            await put(f"row {number}")(connection)
            await connection.execute(select(func.count()).select_from(switches))

        await database.write(work)

    async def cancelled_somewhere(number):
        caller = asyncio.create_task(write(number) if number % 3 else database.read(count_switches))
        for _ in range(chance.randrange(12)):
            await asyncio.sleep(0)
        await asyncio.sleep(chance.random() * 0.004)
        caller.cancel()
        await asyncio.wait([caller])

    for batch in range(20):
        await asyncio.gather(*(cancelled_somewhere(batch * 6 + n) for n in range(6)))

    await asyncio.wait_for(database.write(put("last")), timeout=60)
    assert begun > 20
    assert await database.read(count_switches) == begun + 1
    assert write_lock_is_free(database_file)


async def test_after_a_time_out_the_outcome_is_unknown_and_the_write_still_happens(database, clock):
    may_go_on = Gate()

    async def work(connection):
        may_go_on.pass_through()
        await put("late")(connection)

    caller = asyncio.create_task(database.write(work))
    await may_go_on.reached()
    clock.advance(timedelta(seconds=TIME_OUT_S))
    with pytest.raises(StorageUnavailableError, match="outcome unknown"):
        await caller
    may_go_on.open()

    await database.write(put("next"))
    assert await database.read(count_switches) == 2


async def test_what_fails_after_its_caller_left_is_logged_without_its_text(database, clock):
    may_go_on = Gate()

    async def work(_connection):
        may_go_on.pass_through()
        raise LookupError("a prompt")

    with structlog.testing.capture_logs() as logs:
        caller = asyncio.create_task(database.write(work))
        await may_go_on.reached()
        clock.advance(timedelta(seconds=TIME_OUT_S))
        with pytest.raises(StorageUnavailableError):
            await caller
        may_go_on.open()
        await database.write(put("next"))
        await asyncio.sleep(0)

    assert logs == [
        {"event": "abandoned_transaction_failed", "error": "LookupError", "log_level": "warning"}
    ]


async def test_a_transaction_cancelled_from_inside_is_rolled_back(database):
    """The loop cancels every task when the program ends without a close."""

    async def work(connection):
        await put("half")(connection)
        raise asyncio.CancelledError

    caller = asyncio.create_task(database.write(work))
    await asyncio.wait([caller])

    assert caller.cancelled()
    await database.write(put("next"))
    assert await database.read(count_switches) == 1


async def test_a_transaction_may_be_cancelled_after_its_caller(database):
    may_go_on = Gate()

    async def work(connection):
        await put("half")(connection)
        may_go_on.pass_through()
        raise asyncio.CancelledError

    caller = asyncio.create_task(database.write(work))
    await may_go_on.reached()
    caller.cancel()
    await asyncio.wait([caller])
    may_go_on.open()

    await database.write(put("next"))
    assert await database.read(count_switches) == 1


async def test_close_waits_for_what_runs(database_file, clock):
    database = await Database.open(f"sqlite:///{database_file}", clock=clock)
    may_go_on = Gate()

    async def work(connection):
        may_go_on.pass_through()
        await put("last")(connection)

    caller = asyncio.create_task(database.write(work))
    await asyncio.sleep(0)
    closing = asyncio.create_task(database.close())
    await may_go_on.reached()
    await some_turns()
    assert not closing.done()
    may_go_on.open()
    await caller
    await closing

    with sqlite3.connect(database_file) as connection:
        assert connection.execute("SELECT key FROM switches").fetchall() == [("last",)]
    connection.close()


async def test_a_closed_database_says_so(database_file, clock):
    database = await Database.open(f"sqlite:///{database_file}", clock=clock)
    await database.close()
    await database.close()

    with pytest.raises(StorageUnavailableError, match="closed"):
        await database.read(count_switches)


async def test_a_lock_held_elsewhere_is_storage_that_is_away(database_file, clock, monkeypatch):
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT_S", 0.02)
    database = await Database.open(f"sqlite:///{database_file}", clock=clock)
    other = sqlite3.connect(database_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StorageUnavailableError, match="locked"):
        await database.write(put("blocked"))
    assert await database.read(count_switches) == 0

    other.execute("ROLLBACK")
    other.close()
    await database.write(put("free again"))
    await database.close()


async def test_a_full_disk_is_storage_that_is_away(database):
    async def fill(connection):
        pages = (await connection.execute(text("PRAGMA page_count"))).scalar_one()
        await connection.execute(text(f"PRAGMA max_page_count = {pages}"))
        await put("large", "x" * 100_000)(connection)

    with pytest.raises(StorageUnavailableError, match="full"):
        await database.write(fill)
    assert await database.read(count_switches) == 0


async def test_a_file_that_is_no_database_is_refused_at_the_start(tmp_path, clock):
    path = tmp_path / "notes.txt"
    path.write_text("nothing but words, " * 100)

    with pytest.raises(StorageUnavailableError, match="not a database"):
        await Database.open(f"sqlite:///{path}", clock=clock)


async def test_a_folder_that_cannot_be_made_is_storage_that_is_away(tmp_path, clock):
    (tmp_path / "file").touch()

    with pytest.raises(StorageUnavailableError):
        await Database.open(f"sqlite:///{tmp_path}/file/showreel.db", clock=clock)


async def test_the_folder_is_made_and_the_file_is_its_owners_alone(tmp_path, clock):
    path = tmp_path / "data" / "deep" / "showreel.db"
    database = await Database.open(f"sqlite:///{path}", clock=clock)
    await database.close()

    assert path.stat().st_mode & 0o777 == 0o600


async def test_a_database_in_memory_is_refused_with_a_sentence(clock):
    with pytest.raises(DatabaseUrlError, match="must name a file"):
        await Database.open("sqlite:///:memory:", clock=clock)


async def test_values_stand_neither_in_logs_nor_in_errors(database, caplog):
    caplog.set_level(logging.DEBUG)
    secret = "prompt that nobody may read"

    await database.write(put("first", secret))
    with pytest.raises(IntegrityError) as caught:
        await database.write(put("first", secret))

    assert secret not in caplog.text
    assert secret not in str(caught.value)
