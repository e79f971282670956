"""Figures of the log, held against what plain Python makes of the same attempts."""

import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import event

from bench.dataset import make_log
from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.job import WORKER, DeliveryWay, JobStatus
from bot.domain.usage import UsageFilter
from bot.domain.usage_stats import DAY, HOUR, WEEK, Ranking, Standing, StatsFilter, TimesTaken
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.usage_log import SqlUsageLog

UNTIL = datetime(2026, 3, 1, 12, tzinfo=UTC)
MONTH = timedelta(days=30)
YEAR = timedelta(days=366)
NOTHING = Ranking(by_clips=[], by_usd=[])
S = JobStatus
MADE = {S.DELIVERING, S.DELIVERED, S.KEPT}


@pytest.fixture(scope="module")
def made_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("stats") / "log.db"
    make_log(path, rows=3000, until=UNTIL, guilds=4, members=40)
    return path


@pytest.fixture
async def made(made_file, tmp_path, clock):
    path = shutil.copy(made_file, tmp_path / "made.db")
    database = await Database.open(f"sqlite:///{path}", clock=clock)
    yield database
    await database.close()


@pytest.fixture
def made_log(made):
    return SqlUsageLog(made, cipher=TextCipher())


@pytest.fixture
async def attempts(made_log):
    return [job async for job in made_log.stream(UsageFilter())]


@pytest.fixture
def big_guild(attempts):
    ((guild_id, _),) = Counter(job.destination.guild_id for job in attempts).most_common(1)
    return guild_id


@pytest.fixture
def log(database):
    return SqlUsageLog(database, cipher=TextCipher())


def usd_of(jobs):
    return sum((job.cost_usd or charged_or_expected(job) for job in jobs), Decimal(0))


def charged_or_expected(job):
    return Decimal(0) if job.cost_usd is not None else job.cost_estimated_usd or Decimal(0)


def seconds(jobs, start, end):
    return sorted((getattr(job, end) - getattr(job, start)).total_seconds() for job in jobs)


def ranked(jobs, who):
    by_id = {}
    for job in jobs:
        by_id.setdefault(getattr(job.destination, who), []).append(job)
    standings = [
        Standing(id=key, clips=sum(job.status is S.DELIVERED for job in own), usd=usd_of(own))
        for key, own in by_id.items()
    ]
    return Ranking(
        by_clips=sorted((s for s in standings if s.clips), key=lambda s: (-s.clips, s.id))[:5],
        by_usd=sorted((s for s in standings if s.usd), key=lambda s: (-s.usd, s.id))[:5],
    )


@pytest.mark.parametrize("length", [DAY, WEEK, MONTH, YEAR])
@pytest.mark.parametrize("whole_log", [False, True])
async def test_the_figures_are_those_of_the_attempts(
    made_log, attempts, big_guild, length, whole_log
):
    guild_id = None if whole_log else big_guild
    stats = await made_log.stats(StatsFilter(guild_id=guild_id, since=UNTIL - length, until=UNTIL))
    jobs = [
        job
        for job in attempts
        if job.created_at >= UNTIL - length and guild_id in {None, job.destination.guild_id}
    ]
    delivered = [job for job in jobs if job.status is S.DELIVERED]

    assert stats.attempts == Counter(job.status for job in jobs)
    assert stats.clips_delivered == len(delivered)
    assert stats.video_s == sum(job.request.duration_s for job in delivered)
    assert stats.usd == usd_of(jobs)
    assert stats.members == ranked(jobs, "user_id")
    assert stats.channels == ranked(jobs, "channel_id")
    sent = [job for job in jobs if job.submitted_at is not None]
    made = [job for job in jobs if job.status in MADE]
    check_times(stats.waiting, seconds(sent, "queued_at", "submitted_at"))
    check_times(stats.generating, seconds(made, "submitted_at", "finished_at"))


def check_times(taken, expected):
    assert taken.jobs == len(expected)
    assert taken.mean_s == pytest.approx(sum(expected) / len(expected))
    assert taken.median_s == pytest.approx(expected[(len(expected) - 1) // 2], abs=0.51)
    assert taken.p90_s == pytest.approx(expected[-(-len(expected) * 9 // 10) - 1], abs=0.51)


@pytest.mark.parametrize(
    ("length", "step", "points"), [(DAY, HOUR, 24), (MONTH, DAY, 30), (2 * YEAR, WEEK, 105)]
)
async def test_the_series_covers_the_whole_time_in_even_steps(
    made_log, attempts, big_guild, length, step, points
):
    since = UNTIL - length
    stats = await made_log.stats(StatsFilter(guild_id=big_guild, since=since, until=UNTIL))

    assert (stats.step, len(stats.series)) == (step, points)
    for n, point in enumerate(stats.series):
        own = [
            job
            for job in attempts
            if job.destination.guild_id == big_guild
            and since + n * step <= job.created_at < since + (n + 1) * step
        ]
        assert point.since == since + n * step
        assert point.attempts == Counter(job.status for job in own)
        assert point.usd == usd_of(own)


async def test_since_is_included_and_until_is_not(store, new_attempt, log, clock):
    for second in range(4):
        await store.refuse(new_attempt(at=clock.now() + timedelta(seconds=second)), "x")
    stats = await log.stats(
        StatsFilter(
            guild_id=GuildId(100),
            since=clock.now() + timedelta(seconds=1),
            until=clock.now() + timedelta(seconds=3),
        )
    )

    assert stats.attempts == {S.REFUSED: 2}


@pytest.mark.parametrize("guild_id", [None, GuildId(100)])
async def test_where_nothing_was_asked_for_there_is_nothing_to_tell(log, clock, guild_id):
    stats = await log.stats(
        StatsFilter(guild_id=guild_id, since=clock.now() - DAY, until=clock.now())
    )

    assert (stats.attempts, stats.clips_delivered, stats.video_s) == ({}, 0, 0)
    assert stats.usd == Decimal(0)
    assert (stats.waiting, stats.generating) == (None, None)
    assert (stats.members, stats.channels) == (NOTHING, NOTHING)
    assert [point.attempts for point in stats.series] == [{}] * 24


async def test_another_servers_attempts_are_not_counted(store, new_attempt, log, clock):
    await store.refuse(new_attempt(guild=200), "x")
    a_day = {"since": clock.now(), "until": clock.now() + DAY}

    assert (await log.stats(StatsFilter(guild_id=GuildId(100), **a_day))).attempts == {}
    assert (await log.stats(StatsFilter(guild_id=None, **a_day))).attempts == {S.REFUSED: 1}


@pytest.fixture
def deliver(store, clock):
    async def deliver(attempt, *, waits_s, takes_s, usd):
        job = (await store.submit(attempt, lambda _usage: None)).job
        sent_at = clock.now() + timedelta(seconds=waits_s)
        made_at = sent_at + timedelta(seconds=takes_s)
        for status, changes in [
            (S.SUBMITTING, {"submitted_at": sent_at}),
            (S.RUNNING, {"prediction_id": f"p-{job.id}"}),
            (S.DELIVERING, {"finished_at": made_at, "cost_usd": usd}),
            (S.DELIVERED, {"delivered_at": made_at, "delivery": DeliveryWay.LINK}),
        ]:
            await store.transition(job.id, status, actor=WORKER, at=made_at, **changes)

    return deliver


async def test_money_is_what_was_charged_and_the_estimate_while_that_is_unknown(
    store, new_attempt, deliver, log, clock
):
    await deliver(new_attempt(user=1, usd="1.40"), waits_s=2, takes_s=340, usd=Decimal("1.25"))
    await deliver(new_attempt(user=2, usd="2.80"), waits_s=6, takes_s=720, usd=None)
    await store.submit(new_attempt(user=3, usd="1.40"), lambda _usage: None)
    stats = await log.stats(
        StatsFilter(guild_id=GuildId(100), since=clock.now(), until=clock.now() + DAY)
    )

    assert stats.usd == Decimal("5.45")
    assert stats.waiting == TimesTaken(jobs=2, mean_s=4.0, median_s=2, p90_s=6)
    assert stats.generating == TimesTaken(jobs=2, mean_s=530.0, median_s=340, p90_s=720)
    assert stats.members == Ranking(
        by_clips=[
            Standing(id=UserId(1), clips=1, usd=Decimal("1.25")),
            Standing(id=UserId(2), clips=1, usd=Decimal("2.80")),
        ],
        by_usd=[
            Standing(id=UserId(2), clips=1, usd=Decimal("2.80")),
            Standing(id=UserId(3), clips=0, usd=Decimal("1.40")),
            Standing(id=UserId(1), clips=1, usd=Decimal("1.25")),
        ],
    )
    assert stats.channels.by_clips == [Standing(id=ChannelId(200), clips=2, usd=Decimal("5.45"))]


@pytest.mark.parametrize("whole_log", [False, True])
async def test_only_the_index_is_read_server_by_server(made, made_log, made_file, whole_log):
    sent = []
    event.listen(
        made._readers.sync_engine,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, values, *_rest: sent.append((statement, values)),
    )
    guild_id = None if whole_log else GuildId(1)
    await made_log.stats(StatsFilter(guild_id=guild_id, since=UNTIL - MONTH, until=UNTIL))

    statements = [(statement, values) for statement, values in sent if "SELECT" in statement]
    assert len(statements) == 5
    for statement, values in statements:
        with closing(sqlite3.connect(made_file)) as connection:
            plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}", values).fetchall()
        steps = [row[3] for row in plan if "jobs" in row[3]]
        assert steps[-1] == (
            "SEARCH jobs USING COVERING INDEX jobs_by_guild_and_time "
            "(guild_id=? AND created_at>? AND created_at<?)"
        )
        assert [step for step in steps if "SCAN jobs" in step or "USING INDEX" in step] == []
