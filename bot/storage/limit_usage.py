"""Counts what the limits are about, in one statement over the log's own rows."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import (
    CTE,
    Column,
    ColumnElement,
    FromClause,
    Select,
    bindparam,
    case,
    func,
    literal,
    literal_column,
    or_,
    select,
    true,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import GuildId, UserId
from bot.domain.job import SLOT_STATES, JobStatus
from bot.domain.limits import DAY, CountedJob, LimitUsage
from bot.domain.ports import NewAttempt
from bot.domain.reasons import Reason
from bot.storage.columns import MicroUsd
from bot.storage.tables import COUNTS, jobs

_USER: Final = bindparam("user_id", type_=jobs.c.user_id.type)
_GUILD: Final = bindparam("guild_id", type_=jobs.c.guild_id.type)
_AFTER: Final = bindparam("after", type_=jobs.c.queued_at.type)

# What was charged, or the estimate while that is not known.
_NOTHING: Final = literal(Decimal(0), MicroUsd)
_USD: Final = func.coalesce(jobs.c.cost_usd, jobs.c.cost_estimated_usd, _NOTHING)
USD_SUM: Final = func.coalesce(func.sum(_USD), _NOTHING)

_IS_USERS: Final = jobs.c.user_id == _USER
_IS_GUILDS: Final = jobs.c.guild_id == _GUILD
_SCOPES: Final[dict[Reason, tuple[ColumnElement[bool], ...]]] = {
    Reason.USER_DAILY_LIMIT: (_IS_USERS,),
    Reason.USER_MONEY_LIMIT: (_IS_USERS,),
    Reason.GUILD_DAILY_LIMIT: (_IS_GUILDS,),
    Reason.GUILD_MONEY_LIMIT: (_IS_GUILDS,),
    Reason.TOTAL_MONEY_LIMIT: (),
}


def _in_state(status: JobStatus) -> ColumnElement[bool]:
    """Say the state as a literal, as it stands in conditions of indexes.

    With a bound value SQLite plans the whole statement anew each time, which takes longer than
    carrying it out.
    """
    return jobs.c.status == literal_column(f"'{status.value}'", jobs.c.status.type)


_WAITING: Final = _in_state(JobStatus.QUEUED)
_IN_SLOTS: Final = or_(*map(_in_state, sorted(SLOT_STATES)))


def _now(name: str, in_state: ColumnElement[bool]) -> CTE:
    """Everyone's jobs in these states; such rows are few beside the log.

    Whose they are is a filter and no condition: SQLite would then look through all that a member
    ever asked for.
    """
    return (
        select(
            func.count().label("jobs"),
            func.count().filter(_IS_USERS).label("users"),
            func.count().filter(_IS_GUILDS).label("guilds"),
            func.count().filter(_IS_GUILDS, _IS_USERS).label("users_in_guild"),
        )
        .where(in_state)
        .cte(name)
    )


def _today(name: str, *scope: ColumnElement[bool]) -> CTE:
    """Jobs and money of the last 24 hours; a row that is exactly a day old is out."""
    columns = func.count().label("jobs"), USD_SUM.label("usd")
    return select(*columns).where(COUNTS, jobs.c.queued_at > _AFTER, *scope).cte(name)


def _taking_turns(
    *scope: ColumnElement[bool], each: Column[Any], at_most: ColumnElement[int]
) -> ColumnElement[int]:
    """How many waiting jobs start when each member, or each guild, starts at most so many."""
    lines = select(func.count().label("jobs")).where(_WAITING, *scope).group_by(each).subquery()
    starting = case((lines.c.jobs > at_most, at_most), else_=lines.c.jobs)
    return select(func.coalesce(func.sum(starting), 0)).select_from(lines).scalar_subquery()


def _usage_statement() -> Select[Any]:
    waiting, in_slots = _now("waiting", _WAITING), _now("in_slots", _IN_SLOTS)
    # The fair order takes turns: before a member's next job, each other member of the guild
    # starts at most one more than this member has waiting, and each other guild at most one
    # more than this guild starts before it.
    others = _taking_turns(
        _IS_GUILDS,
        jobs.c.user_id != _USER,
        each=jobs.c.user_id,
        at_most=waiting.c.users_in_guild + 1,
    )
    ahead = select((waiting.c.users_in_guild + others).label("in_guild")).cte("ahead")
    # Asked for as a value, it is worked out once; joined, once for each other guild.
    guild_ahead = select(ahead.c.in_guild).scalar_subquery()
    elsewhere = _taking_turns(
        jobs.c.guild_id != _GUILD, each=jobs.c.guild_id, at_most=guild_ahead + 1
    )
    user_day, guild_day = _today("user_day", _IS_USERS), _today("guild_day", _IS_GUILDS)
    total_day = _today("total_day")
    row: FromClause = waiting
    for more in (in_slots, user_day, guild_day, total_day):
        row = row.join(more, true())
    return select(
        waiting.c.users.label("user_queued"),
        in_slots.c.users.label("user_running"),
        user_day.c.jobs.label("user_jobs_day"),
        user_day.c.usd.label("user_usd_day"),
        waiting.c.guilds.label("guild_queued"),
        in_slots.c.guilds.label("guild_running"),
        guild_day.c.jobs.label("guild_jobs_day"),
        guild_day.c.usd.label("guild_usd_day"),
        total_day.c.usd.label("total_usd_day"),
        in_slots.c.jobs.label("running"),
        guild_ahead.label("guild_ahead"),
        (guild_ahead + elsewhere).label("ahead"),
    ).select_from(row)


USAGE: Final = _usage_statement()


async def count_usage(connection: AsyncConnection, attempt: NewAttempt) -> LimitUsage:
    """What the log says at the moment of the attempt."""
    where = attempt.destination
    return await usage_at(
        connection, user_id=where.user_id, guild_id=where.guild_id, at=attempt.created_at
    )


async def usage_at(
    connection: AsyncConnection, *, user_id: UserId, guild_id: GuildId, at: datetime
) -> LimitUsage:
    counted = await connection.execute(USAGE, _scope_values(user_id, guild_id, at))
    return LimitUsage(**counted.one()._mapping)  # noqa: SLF001 -- SQLAlchemy's documented name


async def counted_jobs(
    connection: AsyncConnection, attempt: NewAttempt, reason: Reason
) -> Sequence[CountedJob]:
    """The day's rows that the refusing limit looked at; none for a limit without a day."""
    where = attempt.destination
    return await counted_jobs_at(
        connection, reason, user_id=where.user_id, guild_id=where.guild_id, at=attempt.created_at
    )


async def counted_jobs_at(
    connection: AsyncConnection,
    reason: Reason,
    *,
    user_id: UserId,
    guild_id: GuildId,
    at: datetime,
) -> Sequence[CountedJob]:
    scope = _SCOPES.get(reason)
    if scope is None:
        return ()
    rows = await connection.execute(_counted_statement(scope), _scope_values(user_id, guild_id, at))
    return [CountedJob(queued_at=queued_at, usd=usd) for queued_at, usd in rows]


def _counted_statement(scope: tuple[ColumnElement[bool], ...]) -> Select[datetime, Decimal]:
    return select(jobs.c.queued_at, _USD).where(COUNTS, jobs.c.queued_at > _AFTER, *scope)


def _scope_values(user_id: UserId, guild_id: GuildId, at: datetime) -> dict[str, int | datetime]:
    return {"user_id": user_id, "guild_id": guild_id, "after": at - DAY}
