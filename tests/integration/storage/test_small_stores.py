"""Requests, switches and incidents survive a restart."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text

from bot.domain.ids import GuildId
from bot.domain.ports import Incident, Pause, RequestKind
from bot.storage.database import Database
from bot.storage.incidents import SqlIncidentStore
from bot.storage.requests import KEPT_FOR, PRUNED_EVERY, SqlRequestLog
from bot.storage.switches import SqlSwitches
from bot.storage.tables import api_requests, incidents
from bot.storage.writability import is_writable

SECOND = timedelta(seconds=1)


@pytest.fixture
async def reopened(database_file, clock):
    """The same file, opened by another process as it were."""
    other = await Database.open(f"sqlite:///{database_file}", clock=clock)
    yield other
    await other.close()


class TestRequestLog:
    async def test_requests_are_read_back_from_a_moment_on_oldest_first(
        self, database, reopened, clock
    ):
        log = SqlRequestLog(database)
        now = clock.now()
        await log.record(now + SECOND, RequestKind.POLL, GuildId(1))
        await log.record(now, RequestKind.BALANCE, None)
        await log.record(now - SECOND, RequestKind.CREATE, GuildId(2))

        assert await SqlRequestLog(reopened).since(now) == [
            (now, RequestKind.BALANCE, None),
            (now + SECOND, RequestKind.POLL, 1),
        ]

    async def test_old_ones_are_let_go_now_and_then(self, database, clock):
        log = SqlRequestLog(database)
        now = clock.now()

        async def count(connection):
            statement = select(func.count()).select_from(api_requests)
            return (await connection.execute(statement)).scalar_one()

        await log.record(now, RequestKind.POLL, None)
        await log.record(now + PRUNED_EVERY - SECOND, RequestKind.POLL, None)
        await log.record(now + KEPT_FOR, RequestKind.POLL, None)
        assert await database.read(count) == 3

        await log.record(now + KEPT_FOR + PRUNED_EVERY, RequestKind.POLL, None)
        kept = [at for at, *_ in await log.since(now)]
        assert kept == [now + KEPT_FOR, now + KEPT_FOR + PRUNED_EVERY]

    async def test_a_longer_window_keeps_them_longer(self, database, clock):
        log = SqlRequestLog(database, kept_for=timedelta(hours=2))
        await log.record(clock.now(), RequestKind.POLL, None)

        later = clock.now() + timedelta(hours=2)
        await log.record(later, RequestKind.POLL, None)
        assert len(await log.since(clock.now())) == 2


class TestSwitches:
    async def test_a_pause_set_by_a_command_is_seen_by_the_running_bot(
        self, database, reopened, clock
    ):
        running, command = SqlSwitches(database), SqlSwitches(reopened)
        assert await running.pause() is None
        pause = Pause(reason="no money until Monday: „später“", since=clock.now())

        await command.set_pause(pause)
        assert await running.pause() == pause
        await command.set_pause(Pause(reason="", since=clock.now() + SECOND))
        assert await running.pause() == Pause(reason="", since=clock.now() + SECOND)
        await command.set_pause(None)
        assert await running.pause() is None
        await command.set_pause(None)

    async def test_the_hash_of_the_registered_commands_is_kept(self, database):
        switches = SqlSwitches(database)
        assert await switches.command_hash() is None
        await switches.set_command_hash("abc")
        await switches.set_command_hash("def")
        assert await switches.command_hash() == "def"


class TestWritability:
    async def test_a_sound_database_takes_a_write_again_and_again(self, database):
        assert await is_writable(database)
        assert await is_writable(database)

    async def test_a_database_that_takes_none_is_found_though_reading_still_works(self, database):
        async def forbid_writes(connection):
            await connection.execute(text("PRAGMA query_only = ON"))

        await database.write(forbid_writes)

        assert not await is_writable(database)
        assert await SqlSwitches(database).pause() is None


class TestIncidents:
    @pytest.fixture
    def incident(self, clock):
        return Incident(kind="no-balance", subject="", opened_at=clock.now(), detail="402")

    async def test_an_incident_is_new_once_across_restarts(self, database, reopened, incident):
        assert await SqlIncidentStore(database).open(incident)
        assert not await SqlIncidentStore(reopened).open(incident)
        assert await SqlIncidentStore(reopened).open_incidents() == [incident]

    async def test_another_subject_is_another_incident(self, database, incident, clock):
        store = SqlIncidentStore(database)
        other = Incident(kind="no-balance", subject="7", opened_at=clock.now() - SECOND, detail="")
        assert await store.open(incident)
        assert await store.open(other)
        assert await store.open_incidents() == [other, incident]

    async def test_its_end_is_told_once_and_it_may_come_again(self, database, incident, clock):
        store = SqlIncidentStore(database)
        assert await store.close("no-balance", "", clock.now()) is None
        await store.open(incident)

        assert await store.close("no-balance", "", clock.now()) == incident
        assert await store.close("no-balance", "", clock.now()) is None
        assert await store.open_incidents() == []
        assert await store.open(incident)

        async def ends(connection):
            rows = await connection.execute(select(incidents.c.closed_at).order_by(incidents.c.id))
            return rows.scalars().all()

        assert await database.read(ends) == [clock.now(), None]

    async def test_of_two_reports_at_once_one_is_new(self, database, incident):
        store = SqlIncidentStore(database)

        reports = await asyncio.gather(*(store.open(incident) for _ in range(4)))
        assert sorted(reports) == [False, False, False, True]
