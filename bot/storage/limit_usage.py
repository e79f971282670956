"""Counts what the limits are about, in one statement over the log's own rows."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import CTE, ColumnElement, Select, bindparam, case, func, literal, select, true
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


def _members_with(name: str, *statuses: JobStatus) -> CTE:
    """How many jobs each member has in these states; such rows are few beside the log."""
    return (
        select(jobs.c.guild_id, jobs.c.user_id, func.count().label("jobs"))
        .where(jobs.c.status.in_(statuses))
        .group_by(jobs.c.guild_id, jobs.c.user_id)
        .cte(name)
    )


def _sum(table: CTE, *conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return select(func.coalesce(func.sum(table.c.jobs), 0)).where(*conditions).scalar_subquery()


def _one_number(name: str, number: ColumnElement[int]) -> ColumnElement[int]:
    """A number that is worked out once, however often the statement names it."""
    return select(select(number.label("jobs")).cte(name).c.jobs).scalar_subquery()


def _at_most(count: ColumnElement[int], most: ColumnElement[int]) -> ColumnElement[int]:
    return case((count > most, most), else_=count)


def _today(name: str, *scope: ColumnElement[bool]) -> CTE:
    """Jobs and money of the last 24 hours; a row that is exactly a day old is out."""
    columns = func.count().label("jobs"), USD_SUM.label("usd")
    return select(*columns).where(COUNTS, jobs.c.queued_at > _AFTER, *scope).cte(name)


def _usage_statement() -> Select[Any]:
    waiting = _members_with("waiting", JobStatus.QUEUED)
    running = _members_with("in_slots", *sorted(SLOT_STATES))
    in_guild = waiting.c.guild_id == _GUILD
    own = _one_number("own", _sum(waiting, in_guild, waiting.c.user_id == _USER))
    # The fair order takes turns: before a member's next job, each other member of the guild
    # starts at most one more than this member has waiting, and each other guild at most one
    # more than this guild starts before it.
    others = (
        select(func.coalesce(func.sum(_at_most(waiting.c.jobs, own + 1)), 0))
        .where(in_guild, waiting.c.user_id != _USER)
        .scalar_subquery()
    )
    guild_ahead = _one_number("guild_ahead", own + others)
    other_guilds = (
        select(func.sum(waiting.c.jobs).label("jobs"))
        .where(waiting.c.guild_id != _GUILD)
        .group_by(waiting.c.guild_id)
        .cte("other_guilds")
    )
    elsewhere = select(
        func.coalesce(func.sum(_at_most(other_guilds.c.jobs, guild_ahead + 1)), 0)
    ).scalar_subquery()
    user_day, guild_day = _today("user_day", _IS_USERS), _today("guild_day", _IS_GUILDS)
    total_day = _today("total_day")
    return select(
        _sum(waiting, waiting.c.user_id == _USER).label("user_queued"),
        _sum(running, running.c.user_id == _USER).label("user_running"),
        user_day.c.jobs.label("user_jobs_day"),
        user_day.c.usd.label("user_usd_day"),
        _sum(waiting, in_guild).label("guild_queued"),
        _sum(running, running.c.guild_id == _GUILD).label("guild_running"),
        guild_day.c.jobs.label("guild_jobs_day"),
        guild_day.c.usd.label("guild_usd_day"),
        total_day.c.usd.label("total_usd_day"),
        _sum(running).label("running"),
        guild_ahead.label("guild_ahead"),
        (guild_ahead + elsewhere).label("ahead"),
    ).select_from(user_day.join(guild_day, true()).join(total_day, true()))


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
