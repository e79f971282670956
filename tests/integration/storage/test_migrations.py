"""The schema that the migrations make is the schema that the program uses."""

import asyncio
import re
import sqlite3
import subprocess
import sys

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from bot.storage import member_tables, migration_child, moderation_tables, schema
from bot.storage.database import Database
from bot.storage.location import database_path, sync_url
from bot.storage.lock import DatabaseLock
from bot.storage.migrate import alembic_config, main, upgrade
from bot.storage.migration_child import MigrationError, upgrade_in_child
from bot.storage.tables import metadata


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path}/data/showreel.db"


def engine_for(url):
    return create_engine(sync_url(database_path(url)), poolclass=NullPool)


def schema_of(path):
    """Every table, CHECK and index as SQLite keeps it, whatever the spacing and the order."""
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'alembic%'"
    ).fetchall()
    connection.close()
    return {name: sorted(re.split(r",?\s+", sql)) for name, sql in rows}


def test_the_migrated_schema_is_the_tables_schema(url, tmp_path):
    upgrade(url)
    direct = f"sqlite:///{tmp_path}/direct.db"
    engine = engine_for(direct)
    metadata.create_all(engine)

    assert schema_of(database_path(url)) == schema_of(database_path(direct))


def test_autogenerate_finds_nothing_to_do(url):
    upgrade(url)
    with engine_for(url).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})

        assert {member_tables.metadata, moderation_tables.metadata} == {metadata}
        assert compare_metadata(context, metadata) == []


def test_the_fast_check_knows_the_newest_step():
    script = ScriptDirectory.from_config(alembic_config())

    assert script.get_current_head() == schema.HEAD_REVISION


def test_a_second_upgrade_changes_nothing(url):
    upgrade(url)
    before = schema_of(database_path(url))
    upgrade(url)

    assert schema_of(database_path(url)) == before


def test_a_step_that_fails_leaves_no_half_schema(url, monkeypatch):
    def upgrade_and_fail(config, revision):
        original(config, revision)
        raise LookupError("the last step failed")

    original = command.upgrade
    monkeypatch.setattr(command, "upgrade", upgrade_and_fail)
    with pytest.raises(LookupError):
        upgrade(url)

    assert schema_of(database_path(url)) == {}


async def test_a_start_without_migration_needs_no_child(database):
    assert await schema.is_current(database)


async def test_an_empty_or_an_older_database_is_not_current(url, clock):
    database = await Database.open(url, clock=clock)
    assert not await schema.is_current(database)

    await upgrade_in_child(url)
    assert await schema.is_current(database)

    connection = sqlite3.connect(database_path(url))
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.close()
    assert not await schema.is_current(database)
    await database.close()


async def test_the_child_works_under_its_parents_lock(url):
    with DatabaseLock.acquire(url) as lock:
        await upgrade_in_child(url, pass_fds=[lock.fileno()])

    assert "jobs" in schema_of(database_path(url))


async def test_a_database_from_a_newer_program_is_left_alone_with_a_sentence(url):
    upgrade(url)
    connection = sqlite3.connect(database_path(url))
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()

    with pytest.raises(MigrationError, match="Can't locate revision identified by '9999'"):
        await upgrade_in_child(url)


async def test_a_cancelled_start_does_not_leave_a_child_behind(url, monkeypatch):
    started = []
    create = asyncio.create_subprocess_exec

    async def start_a_sleeper(program, *_arguments, **options):
        child = await create(program, "-c", "import time; time.sleep(60)", **options)
        started.append(child)
        return child

    monkeypatch.setattr(migration_child.asyncio, "create_subprocess_exec", start_a_sleeper)
    waiting = asyncio.create_task(upgrade_in_child(url))
    while not started:
        await asyncio.sleep(0.001)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting

    assert started[0].returncode is not None


def test_the_child_ends_with_0_or_with_1_and_a_sentence(url, capsys):
    assert main([url]) == 0
    assert main(["sqlite://"]) == 1
    assert "must name a file" in capsys.readouterr().err


def test_importing_the_running_bots_part_loads_no_alembic():
    code = (
        "import sys, bot.storage.schema, bot.storage.migration_child, bot.storage.jobs; "
        "sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
