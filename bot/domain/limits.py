"""What one member, one guild and everyone together may ask for, and which limit refuses.

Nothing is counted beside the log: the numbers come from its rows, in the transaction that
inserts the next one. For counts and money None means no cap and 0 means nothing is allowed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

from bot.domain.reasons import Reason

DAY: Final = timedelta(hours=24)


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitPolicy:
    """The limits that hold for one request."""

    user_max_running: int | None
    user_max_queued: int | None
    user_jobs_per_day: int | None
    user_usd_per_day: Decimal | None
    guild_max_running: int | None
    guild_max_queued: int | None
    guild_jobs_per_day: int | None
    guild_usd_per_day: Decimal | None
    total_usd_per_day: Decimal | None
    max_wait_s: float


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitUsage:
    """What the log says at the moment of deciding. `…_day` covers the last 24 hours.

    Money is what was charged, or the estimate while that is not known. `…_ahead` counts the
    waiting jobs that the fair order would start before a new one of this member.
    """

    user_queued: int
    user_running: int
    user_jobs_day: int
    user_usd_day: Decimal
    guild_queued: int
    guild_running: int
    guild_jobs_day: int
    guild_usd_day: Decimal
    total_usd_day: Decimal
    running: int
    guild_ahead: int
    ahead: int


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitBreach:
    """The limit that refuses. `limit` is a count, dollars or seconds, as the reason says."""

    reason: Reason
    limit: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class CountedJob:
    """A row that counts against a day's limits."""

    queued_at: datetime
    usd: Decimal


def find_breach(
    policy: LimitPolicy, usage: LimitUsage, *, estimate_usd: Decimal, expected_wait_s: float
) -> LimitBreach | None:
    """Name the first limit that a new job would break; the narrowest scope comes first."""
    counts = (
        (Reason.RUNNING_NOT_ALLOWED, policy.user_max_running, 0),
        (Reason.RUNNING_NOT_ALLOWED, policy.guild_max_running, 0),
        (Reason.USER_WAITING_LIMIT, policy.user_max_queued, usage.user_queued),
        (Reason.USER_DAILY_LIMIT, policy.user_jobs_per_day, usage.user_jobs_day),
        (Reason.GUILD_WAITING_LIMIT, policy.guild_max_queued, usage.guild_queued),
        (Reason.GUILD_DAILY_LIMIT, policy.guild_jobs_per_day, usage.guild_jobs_day),
    )
    for reason, cap, used in counts:
        if cap is not None and used >= cap:
            return LimitBreach(reason=reason, limit=Decimal(cap))
    sums = (
        (Reason.USER_MONEY_LIMIT, policy.user_usd_per_day, usage.user_usd_day),
        (Reason.GUILD_MONEY_LIMIT, policy.guild_usd_per_day, usage.guild_usd_day),
        (Reason.TOTAL_MONEY_LIMIT, policy.total_usd_per_day, usage.total_usd_day),
    )
    for reason, cap_usd, spent_usd in sums:
        if cap_usd is not None and (cap_usd == 0 or spent_usd + estimate_usd > cap_usd):
            return LimitBreach(reason=reason, limit=cap_usd)
    if expected_wait_s > policy.max_wait_s:
        return LimitBreach(
            reason=Reason.WAIT_TOO_LONG, limit=Decimal(str(round(expected_wait_s, 3)))
        )
    return None


def count_frees_at(counted: Sequence[CountedJob], limit: int) -> datetime | None:
    """When a day's count drops below `limit`; None when it never will (a limit of 0)."""
    if limit <= 0:
        return None
    newest_first = sorted((job.queued_at for job in counted), reverse=True)
    if len(newest_first) < limit:
        return None
    return newest_first[limit - 1] + DAY


def money_frees_at(
    counted: Sequence[CountedJob], limit_usd: Decimal, estimate_usd: Decimal
) -> datetime | None:
    """When enough old money leaves the day; None when one clip alone is more than the limit."""
    if estimate_usd > limit_usd or limit_usd == 0:
        return None
    left_usd = sum((job.usd for job in counted), Decimal(0))
    for job in sorted(counted, key=lambda job: job.queued_at):
        left_usd -= job.usd
        if left_usd + estimate_usd <= limit_usd:
            return job.queued_at + DAY
    return None
