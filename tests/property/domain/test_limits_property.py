"""No request is ever accepted beyond a cap."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.limits import LimitPolicy, LimitUsage, Spent, find_breach

COUNTS = st.integers(0, 12)
CAPS = st.none() | COUNTS
USD = st.decimals(min_value=0, max_value=20, places=6)
USD_CAPS = st.none() | USD
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
