"""The limits of one request: a server's own, and never more than the operator's."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Final, TypeVar

from bot.domain.guild_settings import Allowance, GuildSettings
from bot.domain.ids import RoleId
from bot.domain.limits import LimitPolicy
from bot.domain.reasons import Reason

CapT = TypeVar("CapT", int, Decimal)


# What a member is refused for, by the limit of an allowance.
_REASONS: Final[Mapping[str, Reason]] = MappingProxyType(
    {
        "jobs_per_day": Reason.USER_DAILY_LIMIT,
        "jobs_per_month": Reason.USER_MONTHLY_LIMIT,
        "usd_per_day": Reason.USER_MONEY_LIMIT,
        "usd_per_month": Reason.USER_MONTHLY_MONEY_LIMIT,
    }
)


def policy_for(
    ceilings: LimitPolicy, settings: GuildSettings, role_ids: Collection[RoleId]
) -> LimitPolicy:
    """Take the operator's ceilings together with what the server sets for this member."""
    server, member = settings.server, allowance_of(settings, role_ids)
    policy = replace(
        ceilings,
        member_jobs_per_day=_below(ceilings.user_jobs_per_day, member.jobs_per_day),
        member_usd_per_day=_below(ceilings.user_usd_per_day, member.usd_per_day),
        member_jobs_per_month=member.jobs_per_month,
        member_usd_per_month=member.usd_per_month,
        guild_jobs_per_day=_lower(ceilings.guild_jobs_per_day, server.jobs_per_day),
        guild_usd_per_day=_lower(ceilings.guild_usd_per_day, server.usd_per_day),
        guild_jobs_per_month=server.jobs_per_month,
        guild_usd_per_month=server.usd_per_month,
    )
    return replace(policy, of_roles=MappingProxyType(dict(_of_roles(policy, settings, role_ids))))


def _of_roles(
    policy: LimitPolicy, settings: GuildSettings, role_ids: Collection[RoleId]
) -> Iterator[tuple[Reason, RoleId]]:
    """A limit that the operator's lowers is no role's; of roles that set the same, the oldest."""
    allowed = allowance_of(settings, role_ids)
    known = sorted(role_id for role_id in role_ids if role_id in settings.roles)
    for name, reason in _REASONS.items():
        cap = getattr(allowed, name)
        if cap is None or cap != getattr(policy, f"member_{name}"):
            continue
        setting = (each for each in known if getattr(settings.roles[each], name) == cap)
        role_id = next(setting, None)
        if role_id is not None:
            yield reason, role_id


def allowance_of(settings: GuildSettings, role_ids: Collection[RoleId]) -> Allowance:
    """Return what the server allows a member with these roles.

    Roles that have an allowance stand in the place of what all members have; of several, the most
    generous counts, for each kind of limit by itself.
    """
    of_roles = [settings.roles[role_id] for role_id in role_ids if role_id in settings.roles]
    if not of_roles:
        return settings.member
    return Allowance(
        jobs_per_day=_most_generous([each.jobs_per_day for each in of_roles]),
        jobs_per_month=_most_generous([each.jobs_per_month for each in of_roles]),
        usd_per_day=_most_generous([each.usd_per_day for each in of_roles]),
        usd_per_month=_most_generous([each.usd_per_month for each in of_roles]),
    )


def _lower(ceiling: CapT | None, cap: CapT | None) -> CapT | None:
    return ceiling if cap is None else _below(ceiling, cap)


def _below(ceiling: CapT | None, cap: CapT | None) -> CapT | None:
    """Nothing where nothing is set: the ceiling holds by itself, in all servers together."""
    return cap if ceiling is None or cap is None else min(ceiling, cap)


def _most_generous(caps: Sequence[CapT | None]) -> CapT | None:
    """No cap at all is the most generous."""
    known = [cap for cap in caps if cap is not None]
    return max(known) if len(known) == len(caps) else None
