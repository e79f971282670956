"""Works out when a limit that refuses frees, in the database: a month is many rows."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, Select, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.limit_ends import (
    MONEY_REASONS,
    LimitEnd,
    jobs_that_may_stay,
    last_to_free,
    usd_that_may_stay,
)
from bot.domain.limits import LimitBreach, LimitScope, LookBack
from bot.domain.ports import NewAttempt
from bot.storage.columns import MicroUsd
from bot.storage.limit_usage import AFTER, SHARES, USD, limit_values
from bot.storage.tables import COUNTS, jobs

_AT_MOST_JOBS: Final = bindparam("at_most", type_=Integer)
_AT_MOST_USD: Final = bindparam("at_most", type_=MicroUsd)


def _one_too_many(scope: Sequence[ColumnElement[bool]]) -> Select[Any]:
    """When the newest was queued that has to leave before no more than so many count."""
    return (
        select(jobs.c.queued_at)
        .where(COUNTS, jobs.c.queued_at > AFTER, *scope)
        .order_by(jobs.c.queued_at.desc())
        .limit(1)
        .offset(_AT_MOST_JOBS)
    )


def _one_too_dear(scope: Sequence[ColumnElement[bool]]) -> Select[Any]:
    """The same for money: with what is newer, it is more than that."""
    newest_first = jobs.c.queued_at.desc()
    added_up = (
        select(jobs.c.queued_at, func.sum(USD).over(order_by=newest_first).label("usd"))
        .where(COUNTS, jobs.c.queued_at > AFTER, *scope)
        .subquery()
    )
    return select(func.max(added_up.c.queued_at)).where(added_up.c.usd > _AT_MOST_USD)


_ONE_TOO_MANY: Final = {share: _one_too_many(scope) for share, scope in SHARES.items()}
_ONE_TOO_DEAR: Final = {share: _one_too_dear(scope) for share, scope in SHARES.items()}


async def jobs_down_to(
    connection: AsyncConnection,
    at_most: int,
    looks_back: LookBack,
    scope: LimitScope,
    *,
    at: datetime,
) -> datetime | None:
    """When no more than so many of the jobs that count now still count."""
    statement = _ONE_TOO_MANY[looks_back.share]
    return await _when_left(connection, statement, at_most, looks_back, scope, at)


async def usd_down_to(
    connection: AsyncConnection,
    at_most: Decimal,
    looks_back: LookBack,
    scope: LimitScope,
    *,
    at: datetime,
) -> datetime | None:
    """When no more than so much of the money that counts now still counts."""
    statement = _ONE_TOO_DEAR[looks_back.share]
    return await _when_left(connection, statement, at_most, looks_back, scope, at)


async def end_of(
    connection: AsyncConnection, breach: LimitBreach, scope: LimitScope, attempt: NewAttempt
) -> LimitEnd:
    """Of the limits that refuse, the one that frees last."""
    ends = [
        LimitEnd(breach=each, frees_at=await _frees_at(connection, each, scope, attempt))
        for each in (breach, *breach.others)
    ]
    return last_to_free(ends)


async def _frees_at(
    connection: AsyncConnection, breach: LimitBreach, scope: LimitScope, attempt: NewAttempt
) -> datetime | None:
    looks_back, at = breach.looks_back, attempt.created_at
    if looks_back is None:
        return None
    if breach.reason in MONEY_REASONS:
        usd = usd_that_may_stay(breach.limit, attempt.cost_estimated_usd)
        return None if usd is None else await usd_down_to(connection, usd, looks_back, scope, at=at)
    count = jobs_that_may_stay(int(breach.limit))
    if count is None:
        return None
    return await jobs_down_to(connection, count, looks_back, scope, at=at)


async def _when_left(
    connection: AsyncConnection,
    statement: Select[Any],
    at_most: int | Decimal,
    looks_back: LookBack,
    scope: LimitScope,
    at: datetime,
) -> datetime | None:
    values = {**limit_values(scope, since=at - looks_back.length), "at_most": at_most}
    queued_at = (await connection.execute(statement, values)).scalar_one_or_none()
    return None if queued_at is None else queued_at + looks_back.length
