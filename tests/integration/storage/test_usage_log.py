"""The log, streamed."""

import random
import sqlite3
from datetime import timedelta

import pytest
from sqlalchemy import event

from bot.domain.ids import GuildId
from bot.domain.usage import UsageFilter
from bot.storage.encryption import TextCipher
from bot.storage.usage_log import SqlUsageLog

SECOND = timedelta(seconds=1)
EVERYTHING = UsageFilter()


@pytest.fixture
def usage_log(database):
    return SqlUsageLog(database, cipher=TextCipher(), streamed_rows=3)


@pytest.fixture
def log_attempts(store, new_attempt, clock):
    async def log(*seconds, **attempt):
        return [
            await store.refuse(new_attempt(at=clock.now() + n * SECOND, **attempt), "x")
            for n in seconds
        ]

    return log


async def read(usage_log, usage_filter=EVERYTHING):
    return [job async for job in usage_log.stream(usage_filter)]


@pytest.mark.parametrize("rows", [0, 1, 2, 3, 4, 6, 7])
async def test_every_attempt_comes_once_oldest_first_whatever_the_page(
    usage_log, log_attempts, rows
):
    seconds = list(range(rows))
    random.Random(1).shuffle(seconds)
    logged = await log_attempts(*seconds)

    assert await read(usage_log) == sorted(logged, key=lambda job: job.created_at)
    assert await usage_log.count(EVERYTHING) == rows


async def test_attempts_of_one_moment_are_not_lost_between_pages(usage_log, log_attempts):
    logged = await log_attempts(*[0] * 8)

    assert await read(usage_log) == logged


async def test_since_is_included_and_until_is_not(usage_log, log_attempts, clock):
    logged = await log_attempts(0, 1, 2, 3)
    window = UsageFilter(since=clock.now() + SECOND, until=clock.now() + 3 * SECOND)

    assert await read(usage_log, window) == logged[1:3]
    assert await usage_log.count(window) == 2


async def test_a_server_sees_its_own_log_only(usage_log, log_attempts, clock):
    await log_attempts(0, 1, guild=100)
    own = await log_attempts(0, 1, 2, 3, 4, guild=200)
    of_guild = UsageFilter(guild_id=GuildId(200), since=clock.now() + SECOND)

    assert await read(usage_log, UsageFilter(guild_id=GuildId(200))) == own
    assert await read(usage_log, of_guild) == own[1:]
    assert await usage_log.count(of_guild) == 4


async def test_what_comes_in_meanwhile_disturbs_nothing(usage_log, log_attempts):
    logged = await log_attempts(*range(5))
    seen = []
    async for job in usage_log.stream(EVERYTHING):
        seen.append(job)
        if len(seen) == 2:
            logged += await log_attempts(9)

    assert seen == logged


async def test_a_reader_who_leaves_early_holds_nothing_up(usage_log, log_attempts, database):
    await log_attempts(*range(5))
    stream = usage_log.stream(EVERYTHING)
    await anext(stream)
    await stream.aclose()

    await log_attempts(9)
    await database.close()


@pytest.mark.parametrize("guild_id", [None, GuildId(100)])
async def test_a_later_page_is_found_by_the_index_and_needs_no_sorting(
    usage_log, log_attempts, database, database_file, clock, guild_id
):
    await log_attempts(*range(4))
    sent = []
    readers = database._readers.sync_engine
    event.listen(
        readers,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, values, *_rest: sent.append((statement, values)),
    )
    await read(usage_log, UsageFilter(guild_id=guild_id, since=clock.now()))

    statement, values = sent[-1]
    connection = sqlite3.connect(database_file)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
    connection.close()
    assert [step.split(" INDEX ")[0] for step in plan] == ["SEARCH jobs USING"]
    assert "(created_at,id)>" in plan[0] or "created_at>" in plan[0]
