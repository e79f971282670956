"""How high a server's own limits may go: never above what the operator allows."""

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Final, TypeVar

from bot.domain.guild_settings import Allowance
from bot.domain.limits import LimitPolicy

# A month is any 30 days, so a limit of a day bounds it too.
DAYS_PER_MONTH: Final = 30
ALLOWANCE_NAMES: Final = tuple(each.name for each in fields(Allowance))

AmountT = TypeVar("AmountT", int, Decimal)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ceilings:
    """What the operator allows a whole server, and each of its members, whatever their roles."""

    server: Allowance
    member: Allowance


def ceilings_of(policy: LimitPolicy) -> Ceilings:
    """What holds for all of a server, or for all servers, bounds each part of it too."""
    server_usd = _lowest(policy.guild_usd_per_day, policy.total_usd_per_day)
    return Ceilings(
        server=_over_a_month(policy.guild_jobs_per_day, server_usd),
        member=_over_a_month(
            _lowest(policy.user_jobs_per_day, policy.guild_jobs_per_day),
            _lowest(policy.user_usd_per_day, server_usd),
        ),
    )


def first_above(wanted: Allowance, ceiling: Allowance) -> str | None:
    """Name the first limit that is above its ceiling."""
    for name in ALLOWANCE_NAMES:
        limit, highest = getattr(wanted, name), getattr(ceiling, name)
        if limit is not None and highest is not None and limit > highest:
            return name
    return None


def _over_a_month(jobs_per_day: int | None, usd_per_day: Decimal | None) -> Allowance:
    return Allowance(
        jobs_per_day=jobs_per_day,
        jobs_per_month=_times_a_month(jobs_per_day),
        usd_per_day=usd_per_day,
        usd_per_month=_times_a_month(usd_per_day),
    )


def _times_a_month(amount: AmountT | None) -> AmountT | None:
    return None if amount is None else amount * DAYS_PER_MONTH


def _lowest(*limits: AmountT | None) -> AmountT | None:
    return min((limit for limit in limits if limit is not None), default=None)
