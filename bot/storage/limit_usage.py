"""Counts what the limits are about, in one statement over the log's own rows."""

from collections.abc import Mapping
from dataclasses import replace
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

from bot.domain.job import SLOT_STATES, JobStatus
from bot.domain.limits import (
    DAY,
    GUILD_MONTH,
    MEMBER_MONTH,
    LimitScope,
    LimitUsage,
    LookBack,
    Share,
    Spent,
)
from bot.domain.ports import NewAttempt
from bot.storage.columns import MicroUsd
from bot.storage.moderation_tables import IS_PAUSED, guild_settings
from bot.storage.tables import COUNTS, jobs

# A member's own id, and what stands in the rows that were erased for them.
_USERS: Final = tuple(bindparam(name, type_=jobs.c.user_id.type) for name in ("user_id", "alias"))
_GUILD: Final = bindparam("guild_id", type_=jobs.c.guild_id.type)
AFTER: Final = bindparam("after", type_=jobs.c.queued_at.type)

# What was charged, or the estimate while that is not known.
_NOTHING: Final = literal(Decimal(0), MicroUsd)
USD: Final = func.coalesce(jobs.c.cost_usd, jobs.c.cost_estimated_usd, _NOTHING)
USD_SUM: Final = func.coalesce(func.sum(USD), _NOTHING)

_IS_USERS: Final = jobs.c.user_id.in_(_USERS)
_IS_GUILDS: Final = jobs.c.guild_id == _GUILD
# Not a bare column: SQLite would rather look through all that a guild asked for.
_IS_IN_GUILD: Final = jobs.c.guild_id + literal_column("0") == _GUILD
SHARES: Final[Mapping[Share, tuple[ColumnElement[bool], ...]]] = {
    Share.USER: (_IS_USERS,),
    Share.MEMBER: (_IS_USERS, _IS_IN_GUILD),
    Share.GUILD: (_IS_GUILDS,),
    Share.EVERYBODY: (),
}


def _in_state(status: JobStatus) -> ColumnElement[bool]:
    """Say the state as a literal, as it stands in conditions of indexes.

    With a bound value SQLite plans the whole statement anew each time, which takes longer than
    carrying it out.
    """
    return jobs.c.status == literal_column(f"'{status.value}'", jobs.c.status.type)


# What waits for a paused server to go on is ahead of nobody.
_GOES_ON: Final = jobs.c.guild_id.not_in(select(guild_settings.c.guild_id).where(IS_PAUSED))
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
    return select(*columns).where(COUNTS, jobs.c.queued_at > AFTER, *scope).cte(name)


def _members_day() -> CTE:
    """The member's day in all servers, and what of it was asked for in this one."""
    here = func.sum(USD).filter(_IS_GUILDS)
    return (
        select(
            func.count().label("jobs"),
            USD_SUM.label("usd"),
            func.count().filter(_IS_GUILDS).label("jobs_here"),
            func.coalesce(here, _NOTHING).label("usd_here"),
        )
        .where(COUNTS, jobs.c.queued_at > AFTER, _IS_USERS)
        .cte("user_day")
    )


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
        jobs.c.user_id.not_in(_USERS),
        each=jobs.c.user_id,
        at_most=waiting.c.users_in_guild + 1,
    )
    ahead = select((waiting.c.users_in_guild + others).label("in_guild")).cte("ahead")
    # Asked for as a value, it is worked out once; joined, once for each other guild.
    guild_ahead = select(ahead.c.in_guild).scalar_subquery()
    elsewhere = _taking_turns(
        jobs.c.guild_id != _GUILD, _GOES_ON, each=jobs.c.guild_id, at_most=guild_ahead + 1
    )
    user_day, guild_day = _members_day(), _today("guild_day", _IS_GUILDS)
    total_day = _today("total_day")
    row: FromClause = waiting
    for more in (in_slots, user_day, guild_day, total_day):
        row = row.join(more, true())
    return select(
        waiting.c.users.label("user_queued"),
        in_slots.c.users.label("user_running"),
        user_day.c.jobs.label("user_jobs_day"),
        user_day.c.usd.label("user_usd_day"),
        user_day.c.jobs_here.label("member_jobs_day"),
        user_day.c.usd_here.label("member_usd_day"),
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


def _spent_statement(share: Share) -> Select[int, Decimal]:
    columns = func.count().label("jobs"), USD_SUM.label("usd")
    return select(*columns).where(COUNTS, jobs.c.queued_at > AFTER, *SHARES[share])


_SPENT: Final = {share: _spent_statement(share) for share in (Share.MEMBER, Share.GUILD)}


async def usage_at(connection: AsyncConnection, scope: LimitScope, *, at: datetime) -> LimitUsage:
    """What the log says at this moment. Months are many rows: they are counted where asked for."""
    counted = await connection.execute(USAGE, limit_values(scope, since=at - DAY))
    usage = LimitUsage(**counted.one()._mapping)  # noqa: SLF001 -- SQLAlchemy's documented name
    if not scope.months:
        return usage
    member = await _spent(connection, MEMBER_MONTH, scope, at=at)
    guild = await _spent(connection, GUILD_MONTH, scope, at=at)
    return replace(usage, member_month=member, guild_month=guild)


async def _spent(
    connection: AsyncConnection, looks_back: LookBack, scope: LimitScope, *, at: datetime
) -> Spent | None:
    if looks_back not in scope.months:
        return None
    values = limit_values(scope, since=at - looks_back.length)
    row = (await connection.execute(_SPENT[looks_back.share], values)).one()
    return Spent(jobs=row.jobs, usd=row.usd)


def own_scope(attempt: NewAttempt) -> LimitScope:
    where = attempt.destination
    return LimitScope(user_ids=(where.user_id,), guild_id=where.guild_id)


def limit_values(scope: LimitScope, *, since: datetime) -> dict[str, int | datetime]:
    """Two ids always, so that it is one and the same statement: a member may be their own alias."""
    return {
        "user_id": scope.user_ids[0],
        "alias": scope.user_ids[-1],
        "guild_id": scope.guild_id,
        "after": since,
    }
