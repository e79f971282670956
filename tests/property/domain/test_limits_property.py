"""No request is ever accepted beyond a cap, and the told end of a limit is exact."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.limit_ends import CountedJob, count_frees_at, money_frees_at
from bot.domain.limits import DAY, LimitPolicy, LimitUsage, Spent, find_breach

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
COUNTS = st.integers(0, 12)
CAPS = st.none() | COUNTS
USD = st.decimals(min_value=0, max_value=20, places=6)
USD_CAPS = st.none() | USD
ROWS = st.lists(
    st.builds(
        CountedJob,
        queued_at=st.integers(0, 86_399).map(lambda s: NOON - timedelta(seconds=s)),
        usd=USD,
    ),
    max_size=12,
)
POLICIES = st.builds(
    LimitPolicy,
    user_max_running=CAPS,
    user_max_queued=CAPS,
    user_jobs_per_day=CAPS,
    user_usd_per_day=USD_CAPS,
    guild_max_running=CAPS,
    guild_max_queued=CAPS,
    guild_jobs_per_day=CAPS,
    guild_usd_per_day=USD_CAPS,
    total_usd_per_day=USD_CAPS,
    max_wait_s=st.floats(1, 1000),
    member_jobs_per_day=CAPS,
    member_usd_per_day=USD_CAPS,
    member_jobs_per_month=CAPS,
    member_usd_per_month=USD_CAPS,
    guild_jobs_per_month=CAPS,
    guild_usd_per_month=USD_CAPS,
)
SPENT = st.builds(Spent, jobs=COUNTS, usd=USD)
USAGES = st.builds(
    LimitUsage,
    user_queued=COUNTS,
    user_running=COUNTS,
    user_jobs_day=COUNTS,
    user_usd_day=USD,
    member_jobs_day=COUNTS,
    member_usd_day=USD,
    guild_queued=COUNTS,
    guild_running=COUNTS,
    guild_jobs_day=COUNTS,
    guild_usd_day=USD,
    total_usd_day=USD,
    running=COUNTS,
    guild_ahead=COUNTS,
    ahead=COUNTS,
    member_month=SPENT,
    guild_month=SPENT,
)


def in_the_day(rows: Sequence[CountedJob], moment: datetime) -> list[CountedJob]:
    return [row for row in rows if row.queued_at > moment - DAY]


@given(policy=POLICIES, usage=USAGES, estimate_usd=USD, wait_s=st.floats(0, 2000))
def test_what_is_accepted_keeps_every_cap(
    policy: LimitPolicy, usage: LimitUsage, estimate_usd: Decimal, wait_s: float
) -> None:
    breach = find_breach(policy, usage, estimate_usd=estimate_usd, expected_wait_s=wait_s)
    counts = [
        (policy.user_max_queued, usage.user_queued),
        (policy.user_jobs_per_day, usage.user_jobs_day),
        (policy.guild_max_queued, usage.guild_queued),
        (policy.guild_jobs_per_day, usage.guild_jobs_day),
        (policy.member_jobs_per_day, usage.member_jobs_day),
        (policy.member_jobs_per_month, usage.member_month.jobs),
        (policy.guild_jobs_per_month, usage.guild_month.jobs),
    ]
    sums = [
        (policy.user_usd_per_day, usage.user_usd_day),
        (policy.guild_usd_per_day, usage.guild_usd_day),
        (policy.total_usd_per_day, usage.total_usd_day),
        (policy.member_usd_per_day, usage.member_usd_day),
        (policy.member_usd_per_month, usage.member_month.usd),
        (policy.guild_usd_per_month, usage.guild_month.usd),
    ]
    keeps_all = (
        all(cap is None or used + 1 <= cap for cap, used in counts)
        and all(cap is None or (cap > 0 and used + estimate_usd <= cap) for cap, used in sums)
        and policy.user_max_running != 0
        and policy.guild_max_running != 0
        and wait_s <= policy.max_wait_s
    )

    assert keeps_all is (breach is None)


@given(rows=ROWS, limit=st.integers(0, 12))
def test_a_count_has_room_at_the_told_moment_and_not_a_moment_before(
    rows: list[CountedJob], limit: int
) -> None:
    frees_at = count_frees_at(rows, limit)

    if frees_at is None:
        assert limit == 0 or len(rows) < limit
        return
    assert len(in_the_day(rows, frees_at)) < limit
    assert len(in_the_day(rows, frees_at - MICROSECOND)) >= limit


@given(rows=ROWS, limit_usd=USD, estimate_usd=USD)
def test_money_has_room_at_the_told_moment_and_not_a_moment_before(
    rows: list[CountedJob], limit_usd: Decimal, estimate_usd: Decimal
) -> None:
    def fits(moment: datetime) -> bool:
        spent_usd = sum((row.usd for row in in_the_day(rows, moment)), Decimal(0))
        return limit_usd > 0 and spent_usd + estimate_usd <= limit_usd

    assume(not fits(NOON))  # it is asked only when the limit has refused

    frees_at = money_frees_at(rows, limit_usd, estimate_usd)

    if frees_at is None:
        assert limit_usd == 0 or estimate_usd > limit_usd
        return
    assert fits(frees_at)
    assert not fits(frees_at - MICROSECOND)
