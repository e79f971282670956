"""Cases in the database: found by an index, of one server only, their notes sealed."""

import sqlite3
from contextlib import closing

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import event

from bot.domain.audit import AuditAction
from bot.domain.cases import CaseNote, HoldOutcome, TooManyNotesError
from bot.domain.ids import GuildId, JobId, UserId
from bot.storage.audit import SqlAuditLog
from bot.storage.cases import SqlCaseStore
from bot.storage.encryption import TextCipher

GUILD, OTHER = GuildId(100), GuildId(200)
MODERATOR = UserId(99)


@pytest.fixture
def cases(database):
    return SqlCaseStore(database, cipher=TextCipher())


def note(clock, text="seen before"):
    return CaseNote(author_id=MODERATOR, text=text, created_at=clock.now())


async def test_a_reference_names_the_newest_of_this_server(cases, store, new_attempt):
    """Six characters are drawn by chance, so two attempts may share them."""
    older = await store.refuse(new_attempt(guild=GUILD), "x")
    newer = await store.refuse(new_attempt(guild=GUILD), "x")
    elsewhere = await store.refuse(new_attempt(guild=OTHER), "x")
    assert len({older.reference, newer.reference, elsewhere.reference}) == 1

    assert await cases.newest_with("A1B2C3", guild_id=GUILD) == newer.id
    assert await cases.newest_with("A1B2C3", guild_id=OTHER) == elsewhere.id
    assert await cases.newest_with("A1B2C4", guild_id=GUILD) is None


async def test_every_statement_about_a_case_searches_an_index(
    cases, store, new_attempt, database, database_file, clock
):
    job = await store.refuse(new_attempt(guild=GUILD), "x")
    sent = []
    for engine in (database._readers, database._writer):
        event.listen(
            engine.sync_engine,
            "before_cursor_execute",
            lambda _c, _cursor, statement, values, *_: sent.append((statement, values)),
        )
    await cases.newest_with("A1B2C3", guild_id=GUILD)
    await cases.case(job.id, guild_id=GUILD)
    await cases.add_note(job.id, note(clock), guild_id=GUILD, at_most=50)
    await cases.hold(job.id, guild_id=GUILD, by=MODERATOR, at=clock.now())
    await cases.release(job.id, guild_id=GUILD, by=MODERATOR, at=clock.now())

    reads = [pair for pair in sent if pair[0].lstrip().startswith(("SELECT", "UPDATE"))]
    assert len(reads) >= 8
    with closing(sqlite3.connect(database_file)) as connection:
        plans = {
            statement: [
                row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)
            ]
            for statement, values in reads
        }
    for plan in plans.values():
        assert not [step for step in plan if step.startswith("SCAN") and "CONSTANT" not in step]
    assert any("jobs_by_reference" in step for plan in plans.values() for step in plan)


async def test_no_change_reaches_another_servers_case(cases, store, new_attempt, clock, database):
    job = await store.refuse(new_attempt(guild=GUILD), "x")
    at = clock.now()

    assert await cases.case(job.id, guild_id=OTHER) is None
    assert not await cases.add_note(job.id, note(clock), guild_id=OTHER, at_most=50)
    assert await cases.hold(job.id, guild_id=OTHER, by=MODERATOR, at=at) is None
    assert await cases.release(job.id, guild_id=OTHER, by=MODERATOR, at=at) is None

    whole = await cases.case(job.id, guild_id=GUILD)
    assert (whole.notes, whole.is_held) == ([], False)
    for guild_id in (GUILD, OTHER):
        assert (
            await SqlAuditLog(database, cipher=TextCipher()).page(guild_id, before=None, rows=9)
            == []
        )


async def test_a_note_is_sealed_and_stands_on_record_without_its_text(
    database, store, new_attempt, clock, database_file
):
    job = await store.refuse(new_attempt(guild=GUILD), "x")
    cases = SqlCaseStore(database, cipher=TextCipher([Fernet.generate_key().decode()]))

    await cases.add_note(job.id, note(clock, "a secret remark"), guild_id=GUILD, at_most=50)

    with closing(sqlite3.connect(database_file)) as connection:
        ((stored,),) = connection.execute("SELECT text FROM case_notes")
    assert stored.startswith("fernet:")
    assert [each.text for each in (await cases.case(job.id, guild_id=GUILD)).notes] == [
        "a secret remark"
    ]
    (entry,) = await SqlAuditLog(database, cipher=TextCipher()).page(GUILD, before=None, rows=9)
    assert (entry.action, entry.actor_id, entry.job_id, entry.subject) == (
        AuditAction.NOTE_ADDED,
        MODERATOR,
        job.id,
        job.reference,
    )
    assert (entry.before, entry.after) == (None, None)


async def test_a_case_takes_so_many_notes_and_no_more(cases, store, new_attempt, clock):
    job = await store.refuse(new_attempt(guild=GUILD), "x")
    for number in range(3):
        await cases.add_note(job.id, note(clock, f"{number}"), guild_id=GUILD, at_most=3)

    with pytest.raises(TooManyNotesError):
        await cases.add_note(job.id, note(clock), guild_id=GUILD, at_most=3)

    assert [each.text for each in (await cases.case(job.id, guild_id=GUILD)).notes] == [*"012"]


async def test_what_is_held_outlasts_its_time_until_it_is_released(
    cases, store, new_attempt, clock
):
    job = await store.refuse(new_attempt(guild=GUILD, prompt="A fox"), "x")
    at = clock.now()
    later = {"created_before": at.replace(year=2027), "at_most": 9}

    assert await cases.hold(job.id, guild_id=GUILD, by=MODERATOR, at=at) is HoldOutcome.HELD
    again = await cases.hold(job.id, guild_id=GUILD, by=UserId(7), at=at)
    assert again is HoldOutcome.HELD_ALREADY
    assert await store.erase_texts(**later) == 0
    assert await cases.release(job.id, guild_id=GUILD, by=MODERATOR, at=at) is HoldOutcome.RELEASED
    assert await cases.release(job.id, guild_id=GUILD, by=MODERATOR, at=at) is HoldOutcome.NOT_HELD
    assert await store.erase_texts(**later) == 1
    assert await cases.hold(job.id, guild_id=GUILD, by=MODERATOR, at=at) is HoldOutcome.ERASED

    whole = await cases.case(JobId(job.id), guild_id=GUILD)
    assert whole.is_erased
    assert [event.detail for event in whole.events] == ["x", "evidence_held", "evidence_released"]
