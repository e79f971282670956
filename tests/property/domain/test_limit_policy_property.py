"""What a server sets never exceeds the operator's ceilings, and its roles add up in one way."""

from dataclasses import fields, replace
from decimal import Decimal
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.guild_settings import Allowance, GuildSettings
from bot.domain.ids import RoleId
from bot.domain.limit_policy import allowance_of, policy_for
from bot.domain.limits import LimitPolicy, LimitUsage, Spent, find_breach
from bot.domain.reasons import Reason

COUNT_CAPS = st.none() | st.integers(0, 9)
USD_CAPS = st.none() | st.decimals(min_value=0, max_value=9, places=2)
ALLOWANCES = st.builds(
    Allowance,
    jobs_per_day=COUNT_CAPS,
    jobs_per_month=COUNT_CAPS,
    usd_per_day=USD_CAPS,
    usd_per_month=USD_CAPS,
)
ROLE_IDS = st.integers(1, 5).map(RoleId)
SETTINGS = st.builds(
    GuildSettings,
    server=ALLOWANCES,
    member=ALLOWANCES,
    roles=st.dictionaries(ROLE_IDS, ALLOWANCES, max_size=4).map(MappingProxyType),
)
CEILINGS = st.builds(
    LimitPolicy,
    user_max_running=COUNT_CAPS,
    user_max_queued=COUNT_CAPS,
    user_jobs_per_day=COUNT_CAPS,
    user_usd_per_day=USD_CAPS,
    guild_max_running=COUNT_CAPS,
    guild_max_queued=COUNT_CAPS,
    guild_jobs_per_day=COUNT_CAPS,
    guild_usd_per_day=USD_CAPS,
    total_usd_per_day=USD_CAPS,
    max_wait_s=st.just(100.0),
)
HELD_ROLES = st.lists(ROLE_IDS, unique=True, max_size=5)
COUNTS = st.integers(0, 9)
USD = st.decimals(min_value=0, max_value=9, places=2)
SPENT = st.builds(Spent, jobs=COUNTS, usd=USD)


@st.composite
def usages(draw):
    """What a member has in one server is no more than what they have in all."""
    jobs, usd = draw(COUNTS), draw(USD)
    return LimitUsage(
        user_queued=draw(COUNTS),
        user_running=0,
        user_jobs_day=jobs,
        user_usd_day=usd,
        member_jobs_day=draw(st.integers(0, jobs)),
        member_usd_day=draw(st.decimals(min_value=0, max_value=usd, places=2)),
        guild_queued=draw(COUNTS),
        guild_running=0,
        guild_jobs_day=draw(COUNTS),
        guild_usd_day=draw(USD),
        total_usd_day=draw(USD),
        running=0,
        guild_ahead=0,
        ahead=0,
        member_month=draw(SPENT),
        guild_month=draw(SPENT),
    )


def breach(policy, usage):
    return find_breach(policy, usage, estimate_usd=Decimal("1.40"), expected_wait_s=0.0)


def is_at_least(cap, other):
    """Whether a cap lets through all that the other does."""
    return cap is None or (other is not None and cap >= other)


def caps_of(allowance):
    return {field.name: getattr(allowance, field.name) for field in fields(Allowance)}


@given(ceilings=CEILINGS, settings=SETTINGS, held=HELD_ROLES, usage=usages())
def test_what_the_operator_refuses_no_server_and_no_role_lets_through(
    ceilings, settings, held, usage
):
    if breach(ceilings, usage) is not None:
        assert breach(policy_for(ceilings, settings, held), usage) is not None


@given(ceilings=CEILINGS, settings=SETTINGS, held=HELD_ROLES)
def test_no_limit_stands_above_its_ceiling(ceilings, settings, held):
    policy = policy_for(ceilings, settings, held)

    for kind in ("jobs_per_day", "usd_per_day"):
        own = getattr(policy, f"member_{kind}")
        assert own is None or is_at_least(getattr(ceilings, f"user_{kind}"), own)
        guild_ceiling = getattr(ceilings, f"guild_{kind}")
        assert is_at_least(guild_ceiling, getattr(policy, f"guild_{kind}"))


@given(ceilings=CEILINGS, held=HELD_ROLES)
def test_a_server_that_set_nothing_leaves_the_operators_limits_as_they_are(ceilings, held):
    assert policy_for(ceilings, GuildSettings(), held) == ceilings


REASONS = {
    "jobs_per_day": Reason.USER_DAILY_LIMIT,
    "jobs_per_month": Reason.USER_MONTHLY_LIMIT,
    "usd_per_day": Reason.USER_MONEY_LIMIT,
    "usd_per_month": Reason.USER_MONTHLY_MONEY_LIMIT,
}


@given(CEILINGS, SETTINGS, HELD_ROLES)
def test_a_limit_is_said_to_be_a_roles_only_where_that_role_sets_it(ceilings, settings, held):
    policy, allowed = policy_for(ceilings, settings, held), allowance_of(settings, held)

    for name, reason in REASONS.items():
        cap = getattr(allowed, name)
        role_id = policy.of_roles.get(reason)
        if role_id is None:
            roles = [settings.roles[role] for role in held if role in settings.roles]
            assert not roles or cap is None or cap != getattr(policy, f"member_{name}")
        else:
            assert role_id in held
            assert getattr(settings.roles[role_id], name) == cap
            assert getattr(policy, f"member_{name}") == cap


@given(settings=SETTINGS, held=HELD_ROLES, another=ROLE_IDS)
def test_one_more_role_with_an_allowance_never_takes_anything_from_who_has_one(
    settings, held, another
):
    if not settings.roles.keys() & set(held):
        return
    before, after = allowance_of(settings, held), allowance_of(settings, [*held, another])

    for name, cap in caps_of(after).items():
        assert is_at_least(cap, caps_of(before)[name])


@given(settings=SETTINGS, held=HELD_ROLES)
def test_of_several_roles_each_kind_of_limit_is_one_of_theirs_and_none_is_more_generous(
    settings, held
):
    own = [settings.roles[role_id] for role_id in held if role_id in settings.roles]
    for name, cap in caps_of(allowance_of(settings, held)).items():
        theirs = [caps_of(allowance)[name] for allowance in own]
        if not own:
            assert cap == caps_of(settings.member)[name]
        else:
            assert cap in theirs
            assert all(is_at_least(cap, other) for other in theirs)


@given(ceilings=CEILINGS, settings=SETTINGS, held=HELD_ROLES, chance=st.randoms())
def test_the_order_of_the_roles_does_not_matter(ceilings, settings, held, chance):
    shuffled, roles = list(held), list(settings.roles.items())
    chance.shuffle(shuffled)
    chance.shuffle(roles)
    stirred = replace(settings, roles=MappingProxyType(dict(roles)))

    assert policy_for(ceilings, settings, held) == policy_for(ceilings, stirred, shuffled)
