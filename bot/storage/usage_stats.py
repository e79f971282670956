"""Figures of the log over a time, added up by SQLite from the entries of one index.

What comes back to the event loop is the answer and not what it is made of, however many attempts
there were. All servers' figures are read server by server, since the index begins with the server.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    Row,
    Select,
    case,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.job import JobStatus
from bot.domain.usage_stats import (
    Ranking,
    Standing,
    StatsFilter,
    TimesTaken,
    UsagePoint,
    UsageStats,
)
from bot.storage.limit_usage import USD_SUM
from bot.storage.tables import jobs

NAMED: Final = 5

_SECOND: Final = 1_000_000
_MICROSECOND: Final = timedelta(microseconds=1)
_IS_DELIVERED: Final = jobs.c.status == JobStatus.DELIVERED
# The clip was made, whether or not it has reached its member.
_IS_MADE: Final = jobs.c.status.in_([JobStatus.DELIVERING, JobStatus.DELIVERED, JobStatus.KEPT])
_CLIPS: Final = func.count().filter(_IS_DELIVERED)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Attempts:
    """Where the attempts are read from, and which they are."""

    source: FromClause
    conditions: Sequence[ColumnElement[bool]]

    def select(self, *columns: ColumnElement[Any]) -> Select[Any]:
        return select(*columns).select_from(self.source).where(*self.conditions)


async def read_stats(connection: AsyncConnection, stats_filter: StatsFilter) -> UsageStats:
    attempts = _attempts(stats_filter)
    cells = (await connection.execute(_series_statement(attempts, stats_filter))).all()
    by_status: defaultdict[JobStatus, int] = defaultdict(int)
    for cell in cells:
        by_status[cell.status] += cell.attempts
    return UsageStats(
        attempts=dict(by_status),
        clips_delivered=by_status.get(JobStatus.DELIVERED, 0),
        video_s=sum(cell.video_s for cell in cells if cell.status is JobStatus.DELIVERED),
        usd=sum((cell.usd for cell in cells), Decimal(0)),
        waiting=await _times_taken(
            connection,
            attempts,
            jobs.c.submitted_at.is_not(None),
            start=jobs.c.queued_at,
            end=jobs.c.submitted_at,
        ),
        generating=await _times_taken(
            connection, attempts, _IS_MADE, start=jobs.c.submitted_at, end=jobs.c.finished_at
        ),
        members=await _ranking(connection, attempts, jobs.c.user_id),
        channels=await _ranking(connection, attempts, jobs.c.channel_id),
        step=stats_filter.step,
        series=_series(cells, stats_filter),
    )


def _attempts(stats_filter: StatsFilter) -> _Attempts:
    in_time = [jobs.c.created_at >= stats_filter.since, jobs.c.created_at < stats_filter.until]
    if stats_filter.guild_id is not None:
        in_guild = jobs.c.guild_id == stats_filter.guild_id
        return _Attempts(source=jobs, conditions=[in_guild, *in_time])
    guilds = _guilds()
    each_guilds = guilds.join(jobs, jobs.c.guild_id == guilds.c.guild_id)
    return _Attempts(source=each_guilds, conditions=in_time)


def _guilds() -> FromClause:
    """Every server there is, by jumping from one to the next in an index."""
    known = select(func.min(jobs.c.guild_id).label("guild_id")).cte("guilds", recursive=True)
    following = (
        select(func.min(jobs.c.guild_id))
        .where(jobs.c.guild_id > known.c.guild_id)
        .scalar_subquery()
    )
    return known.union_all(select(following).where(known.c.guild_id.is_not(None)))


def _series_statement(attempts: _Attempts, stats_filter: StatsFilter) -> Select[Any]:
    """One row for each step and state that occurs: the totals are their sums."""
    since = type_coerce(stats_filter.since, jobs.c.created_at.type)
    past = type_coerce(jobs.c.created_at, BigInteger) - type_coerce(since, BigInteger)
    step = (past // (stats_filter.step // _MICROSECOND)).label("step")
    return attempts.select(
        step,
        jobs.c.status,
        func.count().label("attempts"),
        func.sum(jobs.c.duration_s).label("video_s"),
        USD_SUM.label("usd"),
    ).group_by(step, jobs.c.status)


def _series(cells: Sequence[Row[Any]], stats_filter: StatsFilter) -> Sequence[UsagePoint]:
    """A point for each step, those too in which nothing was asked for."""
    by_step: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for cell in cells:
        by_step[cell.step].append(cell)
    points: list[UsagePoint] = []
    since: datetime = stats_filter.since
    while since < stats_filter.until:
        own = by_step[len(points)]
        points.append(
            UsagePoint(
                since=since,
                attempts={cell.status: cell.attempts for cell in own},
                usd=sum((cell.usd for cell in own), Decimal(0)),
            )
        )
        since += stats_filter.step
    return points


async def _times_taken(
    connection: AsyncConnection,
    attempts: _Attempts,
    is_meant: ColumnElement[bool],
    *,
    start: ColumnElement[datetime],
    end: ColumnElement[datetime],
) -> TimesTaken | None:
    """Counted by whole seconds, so that only as many seconds as occur are put in order."""
    took = type_coerce(end, BigInteger) - type_coerce(start, BigInteger)
    seconds = ((took + _SECOND // 2) // _SECOND).label("seconds")
    counted = (
        attempts.select(seconds, func.count().label("jobs"), func.sum(took).label("took"))
        .where(is_meant)
        .group_by(seconds)
        .cte("counted")
    )
    ranked = select(
        counted.c.seconds,
        counted.c.jobs,
        counted.c.took,
        func.sum(counted.c.jobs).over(order_by=counted.c.seconds).label("no_longer"),
        func.sum(counted.c.jobs).over().label("all_jobs"),
    ).cte("ranked")
    statement = select(
        func.sum(ranked.c.jobs).label("jobs"),
        func.sum(ranked.c.took).label("took"),
        _first_second(ranked, tenths=5).label("median"),
        _first_second(ranked, tenths=9).label("p90"),
    )
    row = (await connection.execute(statement)).one()
    if row.jobs is None:
        return None
    return TimesTaken(
        jobs=row.jobs,
        mean_s=row.took / row.jobs / _SECOND,
        median_s=row.median,
        p90_s=row.p90,
    )


def _first_second(ranked: FromClause, *, tenths: int) -> ColumnElement[int]:
    """The least number of seconds that so many tenths of the jobs did not exceed."""
    is_reached = ranked.c.no_longer * 10 >= ranked.c.all_jobs * tenths
    return func.min(case((is_reached, ranked.c.seconds)))


async def _ranking(
    connection: AsyncConnection, attempts: _Attempts, who: ColumnElement[Any]
) -> Ranking[Any]:
    standings = (
        attempts.select(who.label("who"), _CLIPS.label("clips"), USD_SUM.label("usd"))
        .group_by(who)
        .cte("standings")
    )
    clips, usd = standings.c.clips, standings.c.usd
    ranked = select(
        standings,
        func.row_number().over(order_by=(clips.desc(), standings.c.who)).label("by_clips"),
        func.row_number().over(order_by=(usd.desc(), standings.c.who)).label("by_usd"),
    ).cte("ranked")
    is_named = or_(ranked.c.by_clips <= NAMED, ranked.c.by_usd <= NAMED)
    rows = (await connection.execute(select(ranked).where(is_named))).all()
    named = [(row, Standing(id=row.who, clips=row.clips, usd=row.usd)) for row in rows]
    return Ranking(
        by_clips=[
            standing
            for row, standing in sorted(named, key=lambda pair: pair[0].by_clips)
            if row.by_clips <= NAMED and standing.clips
        ],
        by_usd=[
            standing
            for row, standing in sorted(named, key=lambda pair: pair[0].by_usd)
            if row.by_usd <= NAMED and standing.usd
        ],
    )
