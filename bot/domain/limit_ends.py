"""When a limit that refuses lets a clip through again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Final

from bot.domain.limits import LimitBreach
from bot.domain.reasons import Reason

MONEY_REASONS: Final = frozenset(
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
class LimitEnd:
    """A limit that refuses, and when it frees; None when it never will for such a clip."""

    breach: LimitBreach
    frees_at: datetime | None


def last_to_free(ends: Sequence[LimitEnd]) -> LimitEnd:
    """Return the limit to name: once it frees, none of the others is in the way either.

    The first one of those that free at the same time, or never.
    """
    return max(ends, key=lambda end: end.frees_at or _NEVER)


def jobs_that_may_stay(limit: int) -> int | None:
    """How many of those that count leave room for another one; None when it never has any."""
    return limit - 1 if limit > 0 else None


def usd_that_may_stay(limit_usd: Decimal, estimate_usd: Decimal) -> Decimal | None:
    """How much of what was spent leaves room for such a clip; None when it never has any."""
    if estimate_usd > limit_usd or limit_usd == 0:
        return None
    return limit_usd - estimate_usd
