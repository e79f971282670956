"""What one member, one guild and everyone together may ask for, and which limit refuses.

Nothing is counted beside the log: the numbers come from its rows, in the transaction that
inserts the next one. For counts and money None means no cap and 0 means nothing is allowed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bot.domain.ids import GuildId, RoleId, UserId
from bot.domain.reasons import Reason

DAY: Final = timedelta(hours=24)
MONTH: Final = timedelta(days=30)


class Share(StrEnum):
    """Whose rows a limit of a day or of a month looks at."""

    USER = "user"  # the member's, in all servers
    MEMBER = "member"  # the member's, in this server
    GUILD = "guild"
    EVERYBODY = "everybody"


@dataclass(frozen=True, kw_only=True, slots=True)
class LookBack:
    """The rows that a limit looks at: whose, and how far back."""

    share: Share
    length: timedelta


USER_DAY: Final = LookBack(share=Share.USER, length=DAY)
MEMBER_DAY: Final = LookBack(share=Share.MEMBER, length=DAY)
MEMBER_MONTH: Final = LookBack(share=Share.MEMBER, length=MONTH)
GUILD_DAY: Final = LookBack(share=Share.GUILD, length=DAY)
GUILD_MONTH: Final = LookBack(share=Share.GUILD, length=MONTH)
EVERYBODYS_DAY: Final = LookBack(share=Share.EVERYBODY, length=DAY)


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitPolicy:
    """The limits that hold for one request.

    `user_…` are the operator's, for a member in all servers together. `member_…` are what a
    server sets for its members, and count what they ask for there. `of_roles` names, by the
    reason of a refusal, the role that such a limit is set for.
    """

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
    member_jobs_per_day: int | None = None
    member_usd_per_day: Decimal | None = None
    member_jobs_per_month: int | None = None
    member_usd_per_month: Decimal | None = None
    guild_jobs_per_month: int | None = None
    guild_usd_per_month: Decimal | None = None
    of_roles: Mapping[Reason, RoleId] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def has_member_month(self) -> bool:
        return (self.member_jobs_per_month, self.member_usd_per_month) != (None, None)

    @property
    def has_guild_month(self) -> bool:
        return (self.guild_jobs_per_month, self.guild_usd_per_month) != (None, None)

    @property
    def months(self) -> frozenset[LookBack]:
        """Those that have to be counted."""
        limited = ((MEMBER_MONTH, self.has_member_month), (GUILD_MONTH, self.has_guild_month))
        return frozenset(month for month, is_limited in limited if is_limited)


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitScope:
    """Whose rows are counted for one request. `months` are those that have to be counted.

    `user_ids` are the member's own, and the pseudonym in rows that were erased for them.
    """

    user_ids: tuple[UserId, ...]
    guild_id: GuildId
    months: frozenset[LookBack] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Spent:
    """Jobs and their money in a stretch of time."""

    jobs: int
    usd: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitUsage:
    """What the log says at the moment of deciding. `…_day` covers the last 24 hours.

    Money is what was charged, or the estimate while that is not known. `…_ahead` counts the
    waiting jobs that the fair order would start before a new one of this member. A month is None
    where it was not counted.
    """

    user_queued: int
    user_running: int
    user_jobs_day: int
    user_usd_day: Decimal
    member_jobs_day: int
    member_usd_day: Decimal
    guild_queued: int
    guild_running: int
    guild_jobs_day: int
    guild_usd_day: Decimal
    total_usd_day: Decimal
    running: int
    guild_ahead: int
    ahead: int
    member_month: Spent | None = None
    guild_month: Spent | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitBreach:
    """The limit that refuses. `limit` is a count, dollars or seconds, as the reason says.

    `others` are those of a day or a month that refuse as well: one of them may free later.
    `role_id` is set where it is a limit of a role.
    """

    reason: Reason
    limit: Decimal
    looks_back: LookBack | None = None
    others: "tuple[LimitBreach, ...]" = ()
    role_id: RoleId | None = None


_Count = tuple[Reason, int | None, int, LookBack | None]
_Sum = tuple[Reason, Decimal | None, Decimal, LookBack]


def find_breach(
    policy: LimitPolicy, usage: LimitUsage, *, estimate_usd: Decimal, expected_wait_s: float
) -> LimitBreach | None:
    """Name the first limit that a new job would break; the narrowest scope comes first."""
    breaches = tuple(_breaches(policy, usage, estimate_usd))
    if breaches:
        first, *others = breaches
        if first.looks_back is None:
            return first
        return replace(first, others=tuple(each for each in others if each.looks_back))
    if expected_wait_s > policy.max_wait_s:
        return LimitBreach(
            reason=Reason.WAIT_TOO_LONG, limit=Decimal(str(round(expected_wait_s, 3)))
        )
    return None


def _breaches(
    policy: LimitPolicy, usage: LimitUsage, estimate_usd: Decimal
) -> Iterator[LimitBreach]:
    for reason, cap, used, looks_back in _counts(policy, usage):
        if cap is not None and used >= cap:
            yield LimitBreach(
                reason=reason,
                limit=Decimal(cap),
                looks_back=looks_back,
                role_id=_role_behind(policy, reason, looks_back),
            )
    for reason, cap_usd, spent_usd, looks_back in _sums(policy, usage):
        if cap_usd is not None and (cap_usd == 0 or spent_usd + estimate_usd > cap_usd):
            yield LimitBreach(
                reason=reason,
                limit=cap_usd,
                looks_back=looks_back,
                role_id=_role_behind(policy, reason, looks_back),
            )


def _role_behind(policy: LimitPolicy, reason: Reason, looks_back: LookBack | None) -> RoleId | None:
    """The operator's limits have the same reasons, and are nobody's role's."""
    is_of_member = looks_back is not None and looks_back.share is Share.MEMBER
    return policy.of_roles.get(reason) if is_of_member else None


def _counts(policy: LimitPolicy, usage: LimitUsage) -> Sequence[_Count]:
    member_month = _month(usage.member_month, is_limited=policy.has_member_month).jobs
    guild_month = _month(usage.guild_month, is_limited=policy.has_guild_month).jobs
    daily, monthly = Reason.USER_DAILY_LIMIT, Reason.USER_MONTHLY_LIMIT
    guild_daily, guild_monthly = Reason.GUILD_DAILY_LIMIT, Reason.GUILD_MONTHLY_LIMIT
    return (
        (Reason.RUNNING_NOT_ALLOWED, policy.user_max_running, 0, None),
        (Reason.RUNNING_NOT_ALLOWED, policy.guild_max_running, 0, None),
        (Reason.USER_WAITING_LIMIT, policy.user_max_queued, usage.user_queued, None),
        (daily, policy.member_jobs_per_day, usage.member_jobs_day, MEMBER_DAY),
        (daily, policy.user_jobs_per_day, usage.user_jobs_day, USER_DAY),
        (monthly, policy.member_jobs_per_month, member_month, MEMBER_MONTH),
        (Reason.GUILD_WAITING_LIMIT, policy.guild_max_queued, usage.guild_queued, None),
        (guild_daily, policy.guild_jobs_per_day, usage.guild_jobs_day, GUILD_DAY),
        (guild_monthly, policy.guild_jobs_per_month, guild_month, GUILD_MONTH),
    )


def _sums(policy: LimitPolicy, usage: LimitUsage) -> Sequence[_Sum]:
    member_month = _month(usage.member_month, is_limited=policy.has_member_month).usd
    guild_month = _month(usage.guild_month, is_limited=policy.has_guild_month).usd
    daily, monthly = Reason.USER_MONEY_LIMIT, Reason.USER_MONTHLY_MONEY_LIMIT
    guild_daily, guild_monthly = Reason.GUILD_MONEY_LIMIT, Reason.GUILD_MONTHLY_MONEY_LIMIT
    return (
        (daily, policy.member_usd_per_day, usage.member_usd_day, MEMBER_DAY),
        (daily, policy.user_usd_per_day, usage.user_usd_day, USER_DAY),
        (monthly, policy.member_usd_per_month, member_month, MEMBER_MONTH),
        (guild_daily, policy.guild_usd_per_day, usage.guild_usd_day, GUILD_DAY),
        (guild_monthly, policy.guild_usd_per_month, guild_month, GUILD_MONTH),
        (Reason.TOTAL_MONEY_LIMIT, policy.total_usd_per_day, usage.total_usd_day, EVERYBODYS_DAY),
    )


def _month(counted: Spent | None, *, is_limited: bool) -> Spent:
    """A limit must never pass for kept because nobody counted."""
    if counted is not None:
        return counted
    if is_limited:
        raise ValueError("a month is limited and was not counted")
    return Spent(jobs=0, usd=Decimal(0))
