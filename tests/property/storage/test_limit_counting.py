"""The statements count what a plain reading of the log counts, months and erased rows too.

The told end of a limit is exact.
"""

import asyncio
import tempfile
from collections import Counter
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert

from bot.domain.clip import ClipRequest
from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.job import SLOT_STATES, Destination, JobStatus
from bot.domain.limits import (
    DAY,
    EVERYBODYS_DAY,
    GUILD_DAY,
    GUILD_MONTH,
    MEMBER_DAY,
    MEMBER_MONTH,
    MONTH,
    USER_DAY,
    LimitBreach,
    LimitScope,
    LimitUsage,
    Share,
    Spent,
)
from bot.domain.ports import NewAttempt
from bot.domain.reasons import Reason
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.job_rows import accepted_row
from bot.storage.jobs import SqlJobStore
from bot.storage.limit_log import SqlLimitLog
from bot.storage.migrate import upgrade
from bot.storage.tables import job_events, jobs

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
AGES = [
    timedelta(0),
    timedelta(hours=1),
    DAY - MICROSECOND,
    DAY,
    2 * DAY,
    MONTH - MICROSECOND,
    MONTH,
]
# What stands in the rows that were erased for member 1.
ERASED = {1: -901}
FREE_ENDS = {JobStatus.FAILED, JobStatus.CANCELLED}

ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "user_id": st.sampled_from([1, 2, 3, -901]),
            "guild_id": st.integers(100, 102),
            "status": st.sampled_from(
                [JobStatus.QUEUED, JobStatus.QUEUED, JobStatus.QUEUED, *JobStatus]
            ),
            "age": st.sampled_from(AGES),
            "cost_usd": st.sampled_from([None, Decimal(0), Decimal("0.000001"), Decimal("1.25")]),
            "cost_estimated_usd": st.sampled_from([None, Decimal("1.40"), Decimal("2.80")]),
        }
    ),
    max_size=25,
)


class StandingClock:
    def now(self):
        return NOW

    def monotonic(self):
        return 0.0

    async def sleep(self, _seconds):
        await asyncio.Event().wait()


def attempt(user_id, guild_id):
    return NewAttempt(
        request=ClipRequest(prompt="A red fox"),
        destination=Destination(
            guild_id=GuildId(guild_id),
            channel_id=ChannelId(1),
            user_id=UserId(user_id),
            attachment_size_limit_bytes=1,
            filesize_limit_bytes=1,
            app_permissions=0,
            user_locale="en-GB",
            guild_locale="en-GB",
            private=False,
        ),
        reference="A1B2C3",
        created_at=NOW,
        interaction_token="t",
        interaction_token_expires_at=NOW,
        cost_estimated_usd=Decimal("1.40"),
    )


def stored_row(row):
    is_refused = row["status"] is JobStatus.REFUSED
    at = NOW - row["age"]
    return {
        **accepted_row(attempt(row["user_id"], row["guild_id"]), TextCipher()),
        "status": row["status"],
        "created_at": at,
        "queued_at": None if is_refused else at,
        "cost_usd": None if is_refused else row["cost_usd"],
        "cost_estimated_usd": row["cost_estimated_usd"],
    }


def usd(row):
    known = (row["cost_usd"], row["cost_estimated_usd"], Decimal(0))
    return next(price for price in known if price is not None)


def is_counted(row, length):
    if row["status"] is JobStatus.REFUSED or row["age"] >= length:
        return False
    return row["status"] not in FREE_ENDS or row["cost_usd"] != 0


def read_plainly(rows, user_id, guild_id, months):
    """The same numbers, row by row."""

    day = [row for row in rows if is_counted(row, DAY)]
    month = [row for row in rows if is_counted(row, MONTH)]
    waiting = [row for row in rows if row["status"] is JobStatus.QUEUED]
    running = [row for row in rows if row["status"] in SLOT_STATES]

    def of_user(some):
        return [row for row in some if row["user_id"] in {user_id, ERASED.get(user_id)}]

    def of_guild(some):
        return [row for row in some if row["guild_id"] == guild_id]

    def spent(some):
        return Spent(jobs=len(some), usd=sum(map(usd, some), Decimal(0)))

    own = len(of_user(of_guild(waiting)))
    members = Counter(
        row["user_id"] for row in of_guild(waiting) if row not in of_user(of_guild(waiting))
    )
    guilds = Counter(row["guild_id"] for row in waiting if row["guild_id"] != guild_id)
    guild_ahead = own + sum(min(count, own + 1) for count in members.values())
    return LimitUsage(
        user_queued=len(of_user(waiting)),
        user_running=len(of_user(running)),
        user_jobs_day=len(of_user(day)),
        user_usd_day=sum(map(usd, of_user(day)), Decimal(0)),
        member_jobs_day=len(of_guild(of_user(day))),
        member_usd_day=sum(map(usd, of_guild(of_user(day))), Decimal(0)),
        guild_queued=len(of_guild(waiting)),
        guild_running=len(of_guild(running)),
        guild_jobs_day=len(of_guild(day)),
        guild_usd_day=sum(map(usd, of_guild(day)), Decimal(0)),
        total_usd_day=sum(map(usd, day), Decimal(0)),
        running=len(running),
        guild_ahead=guild_ahead,
        ahead=guild_ahead + sum(min(count, guild_ahead + 1) for count in guilds.values()),
        member_month=spent(of_guild(of_user(month))) if MEMBER_MONTH in months else None,
        guild_month=spent(of_guild(month)) if GUILD_MONTH in months else None,
    )


def scope_of(user_id, guild_id, months):
    ids = (user_id, ERASED[user_id]) if user_id in ERASED else (user_id,)
    return LimitScope(
        user_ids=tuple(map(UserId, ids)), guild_id=GuildId(guild_id), months=frozenset(months)
    )


async def count_by_statement(url, rows, asking, scope):
    seen = []

    def decide(usage):
        seen.append(usage)
        return LimitBreach(reason=Reason.WAIT_TOO_LONG, limit=Decimal(0))

    async with log_of(url, rows) as database:
        await SqlJobStore(database, cipher=TextCipher()).submit(asking, decide, scope=scope)
    return seen[0]


@asynccontextmanager
async def log_of(url, rows):
    async def replace_rows(connection):
        await connection.execute(delete(job_events))
        await connection.execute(delete(jobs))
        if rows:
            await connection.execute(insert(jobs), [stored_row(row) for row in rows])

    database = await Database.open(url, clock=StandingClock())
    try:
        await database.write(replace_rows)
        yield database
    finally:
        await database.close()


async def ends_by_statement(url, rows, looks_back, scope, limits):
    """When each limit frees, of jobs and of money."""
    jobs_stay, usd_stay = limits
    async with log_of(url, rows) as database:
        log = SqlLimitLog(database)
        return (
            await log.jobs_down_to(jobs_stay, looks_back, scope=scope, at=NOW),
            await log.usd_down_to(usd_stay, looks_back, scope=scope, at=NOW),
        )


@pytest.fixture(scope="module")
def url():
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'showreel.db'}"
        upgrade(url)
        yield url


@given(
    rows=ROWS,
    user_id=st.integers(1, 3),
    guild_id=st.integers(100, 102),
    months=st.sets(st.sampled_from([MEMBER_MONTH, GUILD_MONTH])),
)
@settings(max_examples=60)
def test_the_statements_and_a_plain_reading_agree(url, rows, user_id, guild_id, months):
    asking, scope = attempt(user_id, guild_id), scope_of(user_id, guild_id, months)
    counted = asyncio.run(count_by_statement(url, rows, asking, scope))

    assert counted == read_plainly(rows, user_id, guild_id, months)


@given(
    rows=ROWS,
    user_id=st.integers(1, 3),
    guild_id=st.integers(100, 102),
    looks_back=st.sampled_from(
        [USER_DAY, MEMBER_DAY, MEMBER_MONTH, GUILD_DAY, GUILD_MONTH, EVERYBODYS_DAY]
    ),
    jobs_stay=st.integers(0, 5),
    usd_stay=st.sampled_from([Decimal(0), Decimal("1.40"), Decimal("4.05"), Decimal(10)]),
)
@settings(max_examples=60)
def test_a_limit_has_room_at_the_told_moment_and_not_a_moment_before(
    url, rows, user_id, guild_id, looks_back, jobs_stay, usd_stay
):
    scope = scope_of(user_id, guild_id, ())
    by_jobs, by_usd = asyncio.run(
        ends_by_statement(url, rows, looks_back, scope, (jobs_stay, usd_stay))
    )

    def counting(moment):
        """The rows of NOW that still count then."""
        share = looks_back.share
        return [
            row
            for row in rows
            if is_counted(row, looks_back.length)
            and NOW - row["age"] > moment - looks_back.length
            and (share in {Share.GUILD, Share.EVERYBODY} or row["user_id"] in scope.user_ids)
            and (share in {Share.USER, Share.EVERYBODY} or row["guild_id"] == guild_id)
        ]

    def fits_jobs(moment):
        return len(counting(moment)) <= jobs_stay

    def fits_usd(moment):
        return sum(map(usd, counting(moment)), Decimal(0)) <= usd_stay

    for frees_at, fits in ((by_jobs, fits_jobs), (by_usd, fits_usd)):
        if frees_at is None:
            assert fits(NOW)
        else:
            assert fits(frees_at)
            assert not fits(frees_at - MICROSECOND)
