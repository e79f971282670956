"""Which limit refuses, what it names, and when it frees."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from bot.domain.limit_ends import LimitEnd, jobs_that_may_stay, last_to_free, usd_that_may_stay
from bot.domain.limits import (
    GUILD_DAY,
    MEMBER_MONTH,
    USER_DAY,
    LimitBreach,
    LimitPolicy,
    LimitUsage,
    Spent,
    find_breach,
)
from bot.domain.reasons import Reason

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PRICE = Decimal("1.40")

UNLIMITED = LimitPolicy(
    user_max_running=None,
    user_max_queued=None,
    user_jobs_per_day=None,
    user_usd_per_day=None,
    guild_max_running=None,
    guild_max_queued=None,
    guild_jobs_per_day=None,
    guild_usd_per_day=None,
    total_usd_per_day=None,
    max_wait_s=14400,
)
UNUSED = LimitUsage(
    user_queued=0,
    user_running=0,
    user_jobs_day=0,
    user_usd_day=Decimal(0),
    member_jobs_day=0,
    member_usd_day=Decimal(0),
    guild_queued=0,
    guild_running=0,
    guild_jobs_day=0,
    guild_usd_day=Decimal(0),
    total_usd_day=Decimal(0),
    running=0,
    guild_ahead=0,
    ahead=0,
)
HEAVILY_USED = LimitUsage(
    user_queued=10**6,
    user_running=10**6,
    user_jobs_day=10**6,
    user_usd_day=Decimal(10**6),
    member_jobs_day=10**6,
    member_usd_day=Decimal(10**6),
    guild_queued=10**6,
    guild_running=10**6,
    guild_jobs_day=10**6,
    guild_usd_day=Decimal(10**6),
    total_usd_day=Decimal(10**6),
    running=10**6,
    guild_ahead=10**6,
    ahead=10**6,
)

COUNT_LIMITS = [
    ("user_max_queued", "user_queued", Reason.USER_WAITING_LIMIT),
    ("user_jobs_per_day", "user_jobs_day", Reason.USER_DAILY_LIMIT),
    ("member_jobs_per_day", "member_jobs_day", Reason.USER_DAILY_LIMIT),
    ("guild_max_queued", "guild_queued", Reason.GUILD_WAITING_LIMIT),
    ("guild_jobs_per_day", "guild_jobs_day", Reason.GUILD_DAILY_LIMIT),
]
MONEY_LIMITS = [
    ("user_usd_per_day", "user_usd_day", Reason.USER_MONEY_LIMIT),
    ("member_usd_per_day", "member_usd_day", Reason.USER_MONEY_LIMIT),
    ("guild_usd_per_day", "guild_usd_day", Reason.GUILD_MONEY_LIMIT),
    ("total_usd_per_day", "total_usd_day", Reason.TOTAL_MONEY_LIMIT),
]

MONTHS = [
    ("member", Reason.USER_MONTHLY_LIMIT, Reason.USER_MONTHLY_MONEY_LIMIT),
    ("guild", Reason.GUILD_MONTHLY_LIMIT, Reason.GUILD_MONTHLY_MONEY_LIMIT),
]


def breach(policy: LimitPolicy, usage: LimitUsage = UNUSED, *, wait_s: float = 0.0):
    return find_breach(policy, usage, estimate_usd=PRICE, expected_wait_s=wait_s)


def test_without_caps_nothing_but_the_wait_refuses() -> None:
    assert breach(UNLIMITED, HEAVILY_USED) is None


@pytest.mark.parametrize(("cap", "used", "reason"), COUNT_LIMITS)
def test_a_count_is_allowed_up_to_its_cap_and_not_beyond(
    cap: str, used: str, reason: Reason
) -> None:
    policy = replace(UNLIMITED, **{cap: 3})

    assert breach(policy, replace(UNUSED, **{used: 2})) is None

    found = breach(policy, replace(UNUSED, **{used: 3}))

    assert found is not None
    assert (reason, Decimal(3)) == (found.reason, found.limit)


@pytest.mark.parametrize(("cap", "used", "reason"), MONEY_LIMITS)
def test_money_is_allowed_to_the_cent_and_not_beyond(cap: str, used: str, reason: Reason) -> None:
    policy = replace(UNLIMITED, **{cap: Decimal("10.00")})

    assert breach(policy, replace(UNUSED, **{used: Decimal("8.60")})) is None

    found = breach(policy, replace(UNUSED, **{used: Decimal("8.600001")}))

    assert found is not None
    assert (reason, Decimal("10.00")) == (found.reason, found.limit)


@pytest.mark.parametrize(
    ("cap", "reason"),
    [
        *((cap, reason) for cap, _, reason in COUNT_LIMITS + MONEY_LIMITS),
        ("user_max_running", Reason.RUNNING_NOT_ALLOWED),
        ("guild_max_running", Reason.RUNNING_NOT_ALLOWED),
    ],
)
def test_a_cap_of_0_allows_nothing(cap: str, reason: Reason) -> None:
    zero = Decimal(0) if "usd" in cap else 0

    found = breach(replace(UNLIMITED, **{cap: zero}))

    assert found is not None
    assert (reason, Decimal(0)) == (found.reason, found.limit)


@pytest.mark.parametrize(("cap", "used", "reason"), MONEY_LIMITS)
def test_a_money_cap_of_0_refuses_even_what_costs_nothing(
    cap: str, used: str, reason: Reason
) -> None:
    policy = replace(UNLIMITED, **{cap: Decimal(0)})

    found = find_breach(
        policy, replace(UNUSED, **{used: Decimal(0)}), estimate_usd=Decimal(0), expected_wait_s=0
    )

    assert found is not None
    assert reason is found.reason


@pytest.mark.parametrize(("whose", "reason", "money_reason"), MONTHS)
def test_a_month_has_limits_of_its_own(whose: str, reason: Reason, money_reason: Reason) -> None:
    by_count = replace(UNLIMITED, **{f"{whose}_jobs_per_month": 30})
    by_money = replace(UNLIMITED, **{f"{whose}_usd_per_month": Decimal("42.00")})

    def used(jobs: int, usd: str) -> LimitUsage:
        return replace(UNUSED, **{f"{whose}_month": Spent(jobs=jobs, usd=Decimal(usd))})

    assert breach(by_count, used(29, "99999")) is None
    assert breach(by_money, used(99999, "40.60")) is None
    found, money_found = breach(by_count, used(30, "0")), breach(by_money, used(0, "40.61"))
    assert found is not None
    assert money_found is not None
    assert (found.reason, found.limit) == (reason, Decimal(30))
    assert (money_found.reason, money_found.limit) == (money_reason, Decimal("42.00"))


@pytest.mark.parametrize("cap", ["member_jobs_per_month", "guild_usd_per_month"])
def test_a_month_that_nobody_counted_never_passes_for_an_empty_one(cap: str) -> None:
    with pytest.raises(ValueError, match="not counted"):
        breach(replace(UNLIMITED, **{cap: 10**9}))


def test_all_that_refuse_for_a_day_or_a_month_are_named_beside_the_first() -> None:
    policy = replace(UNLIMITED, user_jobs_per_day=1, guild_max_queued=1, guild_jobs_per_day=1)

    found = breach(policy, HEAVILY_USED)

    assert found is not None
    assert (found.looks_back, [other.looks_back for other in found.others]) == (
        USER_DAY,
        [GUILD_DAY],
    )


def test_the_limit_to_name_is_the_one_that_frees_last_and_never_is_later_than_any_time() -> None:
    def end(reason: Reason, minutes: int | None) -> LimitEnd:
        breach = LimitBreach(reason=reason, limit=Decimal(1), looks_back=MEMBER_MONTH)
        frees_at = None if minutes is None else NOON + timedelta(minutes=minutes)
        return LimitEnd(breach=breach, frees_at=frees_at)

    daily, monthly = end(Reason.USER_DAILY_LIMIT, 90), end(Reason.USER_MONTHLY_LIMIT, 60)
    never = end(Reason.USER_MONEY_LIMIT, None)

    assert last_to_free([monthly, daily]) is daily
    assert last_to_free([daily, never, monthly]) is never
    assert last_to_free([daily, replace(daily)]) is daily


@pytest.mark.parametrize("cap", ["user_max_running", "guild_max_running"])
def test_a_full_running_cap_lets_a_job_wait_for_its_turn(cap: str) -> None:
    assert breach(replace(UNLIMITED, **{cap: 1}), HEAVILY_USED) is None


def test_a_wait_is_refused_only_beyond_the_longest() -> None:
    assert breach(UNLIMITED, wait_s=14400) is None

    found = breach(UNLIMITED, wait_s=14400.0625)

    assert found is not None
    assert (Reason.WAIT_TOO_LONG, Decimal("14400.062")) == (found.reason, found.limit)


def test_the_narrowest_limit_is_the_one_that_is_named() -> None:
    everything_off = LimitPolicy(
        user_max_running=0,
        user_max_queued=0,
        user_jobs_per_day=0,
        user_usd_per_day=Decimal(0),
        guild_max_running=0,
        guild_max_queued=0,
        guild_jobs_per_day=0,
        guild_usd_per_day=Decimal(0),
        total_usd_per_day=Decimal(0),
        max_wait_s=0,
        member_jobs_per_day=0,
        member_usd_per_day=Decimal(0),
        member_jobs_per_month=0,
        member_usd_per_month=Decimal(0),
        guild_jobs_per_month=0,
        guild_usd_per_month=Decimal(0),
    )
    nothing = Spent(jobs=0, usd=Decimal(0))
    unused = replace(UNUSED, member_month=nothing, guild_month=nothing)
    in_order = [
        ("user_max_running", Reason.RUNNING_NOT_ALLOWED),
        ("guild_max_running", Reason.RUNNING_NOT_ALLOWED),
        ("user_max_queued", Reason.USER_WAITING_LIMIT),
        ("member_jobs_per_day", Reason.USER_DAILY_LIMIT),
        ("user_jobs_per_day", Reason.USER_DAILY_LIMIT),
        ("member_jobs_per_month", Reason.USER_MONTHLY_LIMIT),
        ("guild_max_queued", Reason.GUILD_WAITING_LIMIT),
        ("guild_jobs_per_day", Reason.GUILD_DAILY_LIMIT),
        ("guild_jobs_per_month", Reason.GUILD_MONTHLY_LIMIT),
        ("member_usd_per_day", Reason.USER_MONEY_LIMIT),
        ("user_usd_per_day", Reason.USER_MONEY_LIMIT),
        ("member_usd_per_month", Reason.USER_MONTHLY_MONEY_LIMIT),
        ("guild_usd_per_day", Reason.GUILD_MONEY_LIMIT),
        ("guild_usd_per_month", Reason.GUILD_MONTHLY_MONEY_LIMIT),
        ("total_usd_per_day", Reason.TOTAL_MONEY_LIMIT),
    ]
    policy = everything_off
    for cap, reason in in_order:
        found = breach(policy, unused, wait_s=1)
        assert found is not None
        assert reason is found.reason
        policy = replace(policy, **{cap: None})

    last = breach(policy, unused, wait_s=1)
    assert last is not None
    assert Reason.WAIT_TOO_LONG is last.reason


@pytest.mark.parametrize(("limit", "stay"), [(3, 2), (1, 0), (0, None)])
def test_a_count_has_room_when_all_but_one_of_its_limit_are_left(
    limit: int, stay: int | None
) -> None:
    assert jobs_that_may_stay(limit) == stay


@pytest.mark.parametrize(
    ("limit_usd", "price_usd", "stay"),
    [
        ("4.20", "1.40", "2.80"),
        ("1.40", "1.40", "0"),
        ("1.39", "1.40", None),  # dearer than the limit
        ("0", "0", None),  # 0 allows nothing, even for what costs nothing
    ],
)
def test_money_has_room_when_the_price_fits_beside_what_is_left(
    limit_usd: str, price_usd: str, stay: str | None
) -> None:
    expected = None if stay is None else Decimal(stay)

    assert usd_that_may_stay(Decimal(limit_usd), Decimal(price_usd)) == expected
