"""Which limit refuses, what it names, and when it frees."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from bot.domain.limits import (
    CountedJob,
    LimitPolicy,
    LimitUsage,
    count_frees_at,
    find_breach,
    money_frees_at,
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
    ("guild_max_queued", "guild_queued", Reason.GUILD_WAITING_LIMIT),
    ("guild_jobs_per_day", "guild_jobs_day", Reason.GUILD_DAILY_LIMIT),
]
MONEY_LIMITS = [
    ("user_usd_per_day", "user_usd_day", Reason.USER_MONEY_LIMIT),
    ("guild_usd_per_day", "guild_usd_day", Reason.GUILD_MONEY_LIMIT),
    ("total_usd_per_day", "total_usd_day", Reason.TOTAL_MONEY_LIMIT),
]


def breach(policy: LimitPolicy, usage: LimitUsage = UNUSED, *, wait_s: float = 0.0):
    return find_breach(policy, usage, estimate_usd=PRICE, expected_wait_s=wait_s)


def counted(*minutes_and_usd: tuple[int, str]) -> list[CountedJob]:
    return [
        CountedJob(queued_at=NOON + timedelta(minutes=minutes), usd=Decimal(usd))
        for minutes, usd in minutes_and_usd
    ]


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
    )
    in_order = [
        ("user_max_running", Reason.RUNNING_NOT_ALLOWED),
        ("guild_max_running", Reason.RUNNING_NOT_ALLOWED),
        ("user_max_queued", Reason.USER_WAITING_LIMIT),
        ("user_jobs_per_day", Reason.USER_DAILY_LIMIT),
        ("guild_max_queued", Reason.GUILD_WAITING_LIMIT),
        ("guild_jobs_per_day", Reason.GUILD_DAILY_LIMIT),
        ("user_usd_per_day", Reason.USER_MONEY_LIMIT),
        ("guild_usd_per_day", Reason.GUILD_MONEY_LIMIT),
        ("total_usd_per_day", Reason.TOTAL_MONEY_LIMIT),
    ]
    policy = everything_off
    for cap, reason in in_order:
        found = breach(policy, wait_s=1)
        assert found is not None
        assert reason is found.reason
        policy = replace(policy, **{cap: None})

    last = breach(policy, wait_s=1)
    assert last is not None
    assert Reason.WAIT_TOO_LONG is last.reason


def test_a_count_frees_when_the_oldest_row_above_the_limit_is_a_day_old() -> None:
    rows = counted((20, "0"), (0, "0"), (10, "0"))

    assert count_frees_at(rows, 3) == NOON + timedelta(days=1)
    # More rows than the limit, since it was lowered meanwhile: two must leave first.
    assert count_frees_at(rows, 2) == NOON + timedelta(days=1, minutes=10)


def test_a_count_that_is_not_reached_or_is_0_has_no_end() -> None:
    assert count_frees_at(counted((0, "0")), 2) is None
    assert count_frees_at(counted((0, "0")), 0) is None


def test_money_frees_when_enough_of_the_oldest_is_a_day_old() -> None:
    rows = counted((10, "1.40"), (0, "1.00"), (20, "1.40"))

    assert money_frees_at(rows, Decimal("4.20"), PRICE) == NOON + timedelta(days=1)
    assert money_frees_at(rows, Decimal("4.19"), PRICE) == NOON + timedelta(days=1, minutes=10)


@pytest.mark.parametrize("limit_usd", ["0", "1.39"])
def test_a_clip_dearer_than_the_limit_never_fits(limit_usd: str) -> None:
    assert money_frees_at(counted((0, "1.00")), Decimal(limit_usd), PRICE) is None


def test_a_money_limit_of_0_has_no_end_even_for_what_costs_nothing() -> None:
    assert money_frees_at(counted((0, "0")), Decimal(0), Decimal(0)) is None


def test_money_of_no_rows_has_nothing_to_wait_for() -> None:
    assert money_frees_at([], Decimal(5), PRICE) is None
