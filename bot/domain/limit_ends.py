"""When a limit that refuses lets a clip through again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Final

from bot.domain.limits import DAY, LimitBreach
from bot.domain.reasons import Reason

_MONEY: Final = frozenset(
    {
        Reason.USER_MONEY_LIMIT,
        Reason.USER_MONTHLY_MONEY_LIMIT,
        Reason.GUILD_MONEY_LIMIT,
        Reason.GUILD_MONTHLY_MONEY_LIMIT,
        Reason.TOTAL_MONEY_LIMIT,
    }
)
_NEVER: Final = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True, slots=True)
class CountedJob:
    """A row that counts against the limits of a day or a month."""

    queued_at: datetime
    usd: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitEnd:
    """A limit that refuses, and when it frees; None when it never will for such a clip."""

    breach: LimitBreach
    frees_at: datetime | None


def last_to_free(ends: Sequence[LimitEnd]) -> LimitEnd:
    """Return the limit to name: once it frees, none of the others is in the way either.

    The first one of those that free at the same time, or never.
    """
    return max(ends, key=lambda end: end.frees_at or _NEVER)


def breach_frees_at(
    breach: LimitBreach, counted: Sequence[CountedJob], *, estimate_usd: Decimal
) -> datetime | None:
    """When this limit lets such a clip through again, by the rows that it looked at."""
    if breach.looks_back is None:
        return None
    length = breach.looks_back.length
    if breach.reason in _MONEY:
        return money_frees_at(counted, breach.limit, estimate_usd, length=length)
    return count_frees_at(counted, int(breach.limit), length=length)


def count_frees_at(
    counted: Sequence[CountedJob], limit: int, *, length: timedelta = DAY
) -> datetime | None:
    """When the count drops below `limit`; None when it never will (a limit of 0)."""
    if limit <= 0:
        return None
    newest_first = sorted((job.queued_at for job in counted), reverse=True)
    if len(newest_first) < limit:
        return None
    return newest_first[limit - 1] + length


def money_frees_at(
    counted: Sequence[CountedJob],
    limit_usd: Decimal,
    estimate_usd: Decimal,
    *,
    length: timedelta = DAY,
) -> datetime | None:
    """When enough old money has left; None when one clip alone is more than the limit."""
    if estimate_usd > limit_usd or limit_usd == 0:
        return None
    left_usd = sum((job.usd for job in counted), Decimal(0))
    for job in sorted(counted, key=lambda job: job.queued_at):
        left_usd -= job.usd
        if left_usd + estimate_usd <= limit_usd:
            return job.queued_at + length
    return None
