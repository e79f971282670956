"""What erases and looks after members' data finds its rows by an index, never by a scan."""

import sqlite3
from datetime import timedelta

import pytest
from sqlalchemy import event, insert, update

from bot.domain.erasure import Erasure, WhatIsOver
from bot.domain.ids import GuildId, UserId
from bot.domain.job import JobStatus
from bot.domain.usage import UsageFilter
from bot.storage.encryption import TextCipher
from bot.storage.member_tables import reports
from bot.storage.tables import jobs
from bot.stores import Stores

MEMBER = UserId(7)
PSEUDONYM = UserId(-7)
# Long tables; a scan of one of the others, which have a row for each server, is none.
LONG = ("jobs", "job_events", "reports", "case_notes", "audit_log", "blocks", "option_defaults")


def erasure(clock):
    return Erasure(user_id=MEMBER, requested_at=clock.now())


def over(clock):
    return WhatIsOver(given_up_before=clock.now(), untold_before=clock.now())


async def read_all(stores):
    return [job async for job in stores.usage_log.stream(UsageFilter(user_id=MEMBER))]


WORK = {
    "outlook": lambda s, _c: s.erasures.outlook(MEMBER),
    "request": lambda s, c: s.erasures.request(erasure(c)),
    "kept clips": lambda s, c: s.erasures.kept_clips(erasure(c), at_most=9),
    "jobs": lambda s, c: s.erasures.erase_jobs(
        erasure(c), pseudonym=PSEUDONYM, over=over(c), at_most=9
    ),
    "reports": lambda s, c: s.erasures.erase_reports(erasure(c), pseudonym=PSEUDONYM, at_most=9),
    "finish": lambda s, c: s.erasures.finish(erasure(c)),
    "pseudonyms": lambda s, c: s.erasures.forget_pseudonyms(created_before=c.now(), at_most=9),
    "reporters": lambda s, c: s.erasures.forget_reporters(created_before=c.now(), at_most=9),
    "retention": lambda s, c: s.jobs.erase_texts(created_before=c.now(), at_most=9),
    "export": lambda s, _c: read_all(s),
    "own reports": lambda s, _c: s.own_data.reports_by(MEMBER),
    "own blocks": lambda s, _c: s.own_data.blocks_about(MEMBER),
    "own blocks on record": lambda s, _c: s.own_data.blocks_on_record(MEMBER),
    "own wish": lambda s, _c: s.own_data.wish_of(MEMBER),
    "own notes": lambda s, _c: s.own_data.notes_by(MEMBER),
    "own deeds": lambda s, _c: s.own_data.deeds_of(MEMBER, after=None, at_most=9),
    "known servers": lambda s, _c: s.presence.known(),
    "left servers": lambda s, c: s.presence.left(before=c.now(), at_most=9),
    "a server's jobs": lambda s, c: s.presence.erase_jobs(
        GuildId(100), left_before=c.now(), at_most=9
    ),
    "a server's records": lambda s, c: s.presence.erase_records(
        GuildId(100), left_before=c.now(), at_most=9
    ),
    "a server itself": lambda s, c: s.presence.finish(GuildId(100), left_before=c.now()),
}


@pytest.fixture
def stores(database):
    return Stores.over(database, cipher=TextCipher())


@pytest.fixture
async def furnished(stores, new_attempt, clock):
    """A row where each statement looks, so that all of them are sent."""
    ended = (await stores.jobs.submit(new_attempt(user=MEMBER), lambda _usage: None)).job
    erased = (await stores.jobs.submit(new_attempt(user=PSEUDONYM), lambda _usage: None)).job
    long_ago = clock.now() - timedelta(days=60)

    filed = {"job_id": ended.id, "guild_id": 100, "text": "!", "created_at": long_ago}

    async def work(connection):
        failed = update(jobs).where(jobs.c.id.in_((ended.id, erased.id)))
        await connection.execute(failed.values(status=JobStatus.FAILED))
        rows = [{**filed, "reporter_id": each} for each in (MEMBER, PSEUDONYM)]
        await connection.execute(insert(reports), rows)

    await stores.database.write(work)
    await stores.presence.mark_left([GuildId(100)], at=long_ago)
    clock.advance(timedelta(seconds=1))
    return stores


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
async def test_it_searches_an_index(furnished, database, database_file, clock, work):
    sent = []
    for engine in (database._readers, database._writer):
        event.listen(
            engine.sync_engine,
            "before_cursor_execute",
            lambda _c, _cursor, statement, values, *_: sent.append((statement, values)),
        )

    await work(furnished, clock)

    looked_at = [
        pair for pair in sent if pair[0].startswith(("SELECT", "UPDATE", "DELETE", "WITH"))
    ]
    assert looked_at
    connection = sqlite3.connect(database_file)
    scans = [
        (statement, row[3])
        for statement, values in looked_at
        for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)
        if row[3].startswith(tuple(f"SCAN {table}" for table in LONG))
    ]
    connection.close()
    assert scans == []
