"""Pages of a server's log: everything that fits, once, newest first, found by an index."""

import random
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import event

from bench.dataset import make_log
from bot.domain.ids import GuildId, JobId, UserId
from bot.domain.job import JobStatus
from bot.domain.usage import PageFilter, PagePlace, UsageFilter
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.jobs import SqlJobStore
from bot.storage.usage_log import SqlUsageLog

UNTIL = datetime(2026, 3, 1, 12, tzinfo=UTC)
ROWS = 900
SECOND = timedelta(seconds=1)
S = JobStatus


@pytest.fixture(scope="module")
def made_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("pages") / "log.db"
    make_log(path, rows=ROWS, until=UNTIL, guilds=3, members=12)
    return path


@pytest.fixture
async def made(made_file, tmp_path, clock):
    """A database of nine hundred attempts in three servers."""
    path = shutil.copy(made_file, tmp_path / "made.db")
    database = await Database.open(f"sqlite:///{path}", clock=clock)
    yield database
    await database.close()


@pytest.fixture
def made_log(made):
    return SqlUsageLog(made, cipher=TextCipher())


@pytest.fixture
async def attempts(made_log):
    """Newest first, as plain Python sees them."""
    return [job async for job in made_log.stream(UsageFilter())][::-1]


@pytest.fixture
def big_guild(attempts):
    guilds = [job.destination.guild_id for job in attempts]
    return max(set(guilds), key=guilds.count)


def fits(job, wanted):
    return (
        job.destination.guild_id == wanted.guild_id
        and wanted.user_id in {None, job.destination.user_id}
        and (not wanted.statuses or job.status in wanted.statuses)
        and wanted.duration_s in {None, job.request.duration_s}
        and wanted.reason in {None, job.reason}
        and (wanted.since is None or job.created_at >= wanted.since)
        and (wanted.until is None or job.created_at < wanted.until)
    )


def filters_of(attempts, guild_id):
    """Every combination of what can be asked for, with values that occur and that do not."""
    source = random.Random(1)
    own = [job for job in attempts if job.destination.guild_id == guild_id]
    users = [None, own[0].destination.user_id, attempts[1].destination.user_id, UserId(1)]
    some_statuses = [(), (S.FAILED,), (S.REFUSED, S.CANCELLED), (S.DELIVERED,), (S.UNKNOWN,)]
    reasons = [None, "provider_rejected", "user_daily_limit", "never_occurs"]
    times = [(None, None), (own[-40].created_at, own[40].created_at), (own[20].created_at, None)]
    for user_id, statuses, duration_s, reason, (since, until) in product(
        users, some_statuses, [None, 5, 10, 7], reasons, times
    ):
        if source.random() < 0.2:
            yield PageFilter(
                guild_id=guild_id,
                user_id=user_id,
                statuses=frozenset(statuses),
                duration_s=duration_s,
                reason=reason,
                since=since,
                until=until,
            )


async def pages_back(log, wanted, rows):
    pages = [await log.page(wanted, rows=rows)]
    while pages[-1].older is not None:
        pages.append(await log.page(wanted, before=pages[-1].older, rows=rows))
    return pages


def jobs_of(pages):
    return [job for page in pages for job in page.jobs]


async def test_a_page_shows_what_fits_whatever_is_asked_for(made_log, attempts, big_guild):
    for wanted in filters_of(attempts, big_guild):
        expected = [job for job in attempts if fits(job, wanted)]
        page = await made_log.page(wanted, rows=10)

        assert page.jobs == expected[:10]
        assert (page.older is not None) == (len(expected) > 10)
        assert page.newer is None
        assert page.searched_back_to is None


async def test_paging_to_the_end_shows_everything_once(made_log, attempts, big_guild):
    for wanted in [
        PageFilter(guild_id=big_guild),
        PageFilter(guild_id=big_guild, statuses=frozenset({S.FAILED, S.REFUSED, S.CANCELLED})),
        PageFilter(guild_id=big_guild, duration_s=10, since=attempts[600].created_at),
    ]:
        pages = await pages_back(made_log, wanted, rows=7)

        assert jobs_of(pages) == [job for job in attempts if fits(job, wanted)]
        assert {len(page.jobs) for page in pages[:-1]} == {7}
        assert pages[-1].jobs


async def test_paging_back_up_shows_the_same_pages_again(made_log, big_guild):
    wanted = PageFilter(guild_id=big_guild, statuses=frozenset({S.FAILED, S.REFUSED}))
    down = await pages_back(made_log, wanted, rows=6)
    up = [down[-1]]
    while up[-1].newer is not None:
        up.append(await made_log.page(wanted, after=up[-1].newer, rows=6))

    assert [page.jobs for page in up] == [page.jobs for page in down[::-1]]
    assert [page.older for page in up[1:]] == [page.older for page in down[-2::-1]]


async def test_attempts_of_one_moment_are_neither_lost_nor_shown_twice(
    store, new_attempt, database
):
    logged = [await store.refuse(new_attempt(), "x") for _ in range(7)]
    log = SqlUsageLog(database, cipher=TextCipher())
    pages = await pages_back(log, PageFilter(guild_id=GuildId(100)), rows=2)
    up = await log.page(PageFilter(guild_id=GuildId(100)), after=pages[2].newer, rows=2)

    assert jobs_of(pages) == logged[::-1]
    assert up.jobs == pages[1].jobs


async def test_a_server_with_no_attempts_has_an_empty_page(made_log):
    page = await made_log.page(PageFilter(guild_id=GuildId(1)))

    assert (page.jobs, page.older, page.newer, page.searched_back_to) == ([], None, None, None)


async def test_nothing_newer_than_the_newest_leads_back_to_it(made_log, attempts, big_guild):
    newest = next(job for job in attempts if job.destination.guild_id == big_guild)
    place = PagePlace(created_at=newest.created_at, job_id=newest.id)
    page = await made_log.page(PageFilter(guild_id=big_guild), after=place)

    assert (page.jobs, page.older, page.newer) == ([], place, None)


async def test_another_servers_attempts_never_come_up_even_for_its_member(
    store, new_attempt, database
):
    await store.refuse(new_attempt(user=7, guild=200), "x")
    own = await store.refuse(new_attempt(user=7, guild=100), "x")
    log = SqlUsageLog(database, cipher=TextCipher())
    page = await log.page(PageFilter(guild_id=GuildId(100), user_id=UserId(7)))

    assert page.jobs == [own]


async def test_sealed_prompts_are_opened(new_attempt, database):
    cipher = TextCipher([Fernet.generate_key().decode()])
    await SqlJobStore(database, cipher=cipher).refuse(new_attempt(prompt="A secret"), "x")
    page = await SqlUsageLog(database, cipher=cipher).page(PageFilter(guild_id=GuildId(100)))

    assert [job.request.prompt for job in page.jobs] == ["A secret"]


@pytest.mark.parametrize("searched_entries", [1, 10, 30])
async def test_a_long_search_says_how_far_back_it_came_and_goes_on_from_there(
    made, attempts, big_guild, searched_entries
):
    log = SqlUsageLog(made, cipher=TextCipher(), searched_entries=searched_entries)
    own = [job for job in attempts if job.destination.guild_id == big_guild]
    wanted = PageFilter(guild_id=big_guild, duration_s=10)
    pages = await pages_back(log, wanted, rows=12)

    assert jobs_of(pages) == [job for job in own if fits(job, wanted)]
    assert pages[0].searched_back_to == own[searched_entries - 1].created_at
    assert pages[0].older.created_at == pages[0].searched_back_to
    assert pages[-1].searched_back_to is None
    for page in pages:
        assert (page.searched_back_to is None) == (len(page.jobs) == 12 or page.older is None)


async def test_a_search_on_the_way_back_up_goes_on_too(made, attempts, big_guild):
    log = SqlUsageLog(made, cipher=TextCipher(), searched_entries=16)
    wanted = PageFilter(guild_id=big_guild, duration_s=10)
    oldest = attempts[-1]
    page = await log.page(
        wanted,
        after=PagePlace(created_at=oldest.created_at - SECOND, job_id=JobId(1)),
        rows=12,
    )
    found = list(page.jobs)
    while page.newer is not None:
        page = await log.page(wanted, after=page.newer, rows=12)
        found = [*page.jobs, *found]

    assert found == [job for job in attempts if fits(job, wanted)]


async def test_what_needs_no_search_is_never_cut_short(made, attempts, big_guild):
    log = SqlUsageLog(made, cipher=TextCipher(), searched_entries=1)
    for wanted in [
        PageFilter(guild_id=big_guild),
        PageFilter(guild_id=big_guild, statuses=frozenset({S.FAILED, S.QUEUED})),
        PageFilter(guild_id=big_guild, reason="provider_rejected"),
    ]:
        page = await log.page(wanted, rows=400)

        assert page.jobs == [job for job in attempts if fits(job, wanted)]
        assert page.searched_back_to is None


async def test_every_page_is_found_in_an_index_and_nothing_is_sorted(
    made, made_log, made_file, attempts, big_guild
):
    sent = []
    event.listen(
        made._readers.sync_engine,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, values, *_rest: sent.append((statement, values)),
    )
    place = PagePlace(created_at=attempts[300].created_at, job_id=attempts[300].id)
    for wanted in filters_of(attempts, big_guild):
        await made_log.page(wanted)
        await made_log.page(wanted, before=place)
        await made_log.page(wanted, after=place)
    selects = {statement: values for statement, values in sent if statement.startswith("SELECT")}

    assert len(selects) > 50
    for statement, values in selects.items():
        for step in plan(made_file, statement, values):
            assert "SCAN" not in step
            assert "TEMP B-TREE" not in step
            if step.startswith("SEARCH"):
                assert "COVERING INDEX" in step or "INTEGER PRIMARY KEY" in step


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        ({}, "jobs_by_guild_and_time (guild_id=?)"),
        ({"duration_s": 10}, "jobs_by_guild_and_time (guild_id=?)"),
        ({"statuses": {S.FAILED}}, "jobs_by_guild_and_status (guild_id=? AND status=?)"),
        (
            {"statuses": {S.FAILED}, "duration_s": 10},
            "jobs_by_guild_and_status (guild_id=? AND status=?)",
        ),
        (
            {"statuses": {S.FAILED}, "reason": "x"},
            "jobs_by_guild_and_reason (guild_id=? AND reason=?)",
        ),
        (
            {"statuses": {S.FAILED}, "reason": "x", "user_id": UserId(1)},
            "jobs_by_user_and_time (user_id=?)",
        ),
        (
            {"since": UNTIL, "until": UNTIL},
            "jobs_by_guild_and_time (guild_id=? AND created_at>? AND created_at<?)",
        ),
    ],
)
async def test_the_narrowest_index_is_used(made, made_log, made_file, asked, index):
    sent = []
    event.listen(
        made._readers.sync_engine,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, values, *_rest: sent.append((statement, values)),
    )
    statuses = frozenset(asked.pop("statuses", ()))
    await made_log.page(PageFilter(guild_id=GuildId(1), statuses=statuses, **asked))

    selects = [(statement, values) for statement, values in sent if "SELECT" in statement]
    for statement, values in selects:
        assert plan(made_file, statement, values) == [f"SEARCH jobs USING COVERING INDEX {index}"]


def plan(file, statement, values):
    with closing(sqlite3.connect(file)) as connection:
        return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
