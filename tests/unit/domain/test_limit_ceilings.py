"""A server's own limits stay below the operator's, whichever of those is the lowest."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.domain.guild_settings import Allowance, GuildSettings, LimitsOwner, LimitsScope
from bot.domain.ids import RoleId
from bot.domain.limit_ceilings import ceilings_of, first_above
from bot.domain.limits import LimitPolicy

NO_LIMITS = LimitPolicy(
    user_max_running=None,
    user_max_queued=None,
    user_jobs_per_day=None,
    user_usd_per_day=None,
    guild_max_running=None,
    guild_max_queued=None,
    guild_jobs_per_day=None,
    guild_usd_per_day=None,
    total_usd_per_day=None,
    max_wait_s=1.0,
)


def test_without_limits_of_the_operator_there_is_no_ceiling():
    ceilings = ceilings_of(NO_LIMITS)

    assert ceilings.server == Allowance()
    assert ceilings.member == Allowance()


def test_a_month_holds_thirty_days():
    ceilings = ceilings_of(
        replace(
            NO_LIMITS, guild_jobs_per_day=100, user_jobs_per_day=10, guild_usd_per_day=Decimal(5)
        )
    )

    assert ceilings.server == Allowance(
        jobs_per_day=100, jobs_per_month=3000, usd_per_day=Decimal(5), usd_per_month=Decimal(150)
    )
    assert ceilings.member == Allowance(
        jobs_per_day=10, jobs_per_month=300, usd_per_day=Decimal(5), usd_per_month=Decimal(150)
    )


def test_what_bounds_all_bounds_each():
    ceilings = ceilings_of(
        replace(
            NO_LIMITS,
            guild_jobs_per_day=5,
            user_jobs_per_day=10,
            guild_usd_per_day=Decimal(80),
            total_usd_per_day=Decimal(50),
        )
    )

    assert ceilings.member.jobs_per_day == 5
    assert ceilings.server.usd_per_day == ceilings.member.usd_per_day == Decimal(50)


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        (Allowance(), None),
        (Allowance(jobs_per_day=10), None),
        (Allowance(jobs_per_day=11), "jobs_per_day"),
        (Allowance(jobs_per_month=301), "jobs_per_month"),
        (Allowance(usd_per_day=Decimal(1000)), None),
        (Allowance(jobs_per_day=0), None),
    ],
)
def test_the_first_limit_above_its_ceiling_is_named(wanted, name):
    ceiling = ceilings_of(replace(NO_LIMITS, user_jobs_per_day=10)).member

    assert first_above(wanted, ceiling) == name


def test_a_role_of_which_nothing_is_set_stands_nowhere():
    role = LimitsOwner(scope=LimitsScope.ROLE, role_id=RoleId(7))
    limits = Allowance(jobs_per_day=3)

    settings = role.with_limits(GuildSettings(), limits)

    assert role.limits_in(settings) == limits
    assert role.with_limits(settings, Allowance()) == GuildSettings()
    assert role.limits_in(GuildSettings()) == Allowance()


@pytest.mark.parametrize("scope", [LimitsScope.SERVER, LimitsScope.MEMBER])
def test_limits_of_one_scope_leave_the_other_alone(scope):
    limits = Allowance(usd_per_day=Decimal(1))

    settings = LimitsOwner(scope=scope).with_limits(GuildSettings(), limits)

    assert getattr(settings, scope.value) == limits
    assert replace(settings, **{scope.value: Allowance()}) == GuildSettings()
