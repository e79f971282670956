"""What a server's moderators set: limits below the operator's, and who may do what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from bot.domain.ids import GuildId, RoleId, UserId


class PrivateUse(StrEnum):
    """Who may ask for a clip that only they see. The words stand in the database."""

    EVERYONE = "everyone"
    MODERATORS = "moderators"
    NOBODY = "nobody"


@dataclass(frozen=True, kw_only=True, slots=True)
class Allowance:
    """Jobs and US dollars in any 24 hours and any 30 days.

    None where nothing is set, 0 where nothing is allowed.
    """

    jobs_per_day: int | None = None
    jobs_per_month: int | None = None
    usd_per_day: Decimal | None = None
    usd_per_month: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class GuildSettings:
    """A server that has set nothing has these, and the operator's limits alone.

    `roles` are the allowances of their members, in place of `member`.
    """

    server: Allowance = Allowance()
    member: Allowance = Allowance()
    roles: Mapping[RoleId, Allowance] = field(default_factory=lambda: MappingProxyType({}))
    private_use: PrivateUse = PrivateUse.EVERYONE
    spoiler_results: bool = False
    age_restricted_only: bool = False


class LimitsScope(StrEnum):
    """Whose limits they are."""

    SERVER = "server"
    MEMBER = "member"
    ROLE = "role"


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitsOwner:
    """`role_id` is set for a role's."""

    scope: LimitsScope
    role_id: RoleId | None = None

    def limits_in(self, settings: GuildSettings) -> Allowance:
        match self.scope:
            case LimitsScope.SERVER:
                return settings.server
            case LimitsScope.MEMBER:
                return settings.member
            case LimitsScope.ROLE if self.role_id is not None:
                return settings.roles.get(self.role_id, Allowance())
            case _:
                raise ValueError("a role has an id")

    def with_limits(self, settings: GuildSettings, limits: Allowance) -> GuildSettings:
        """A role of which nothing is set stands nowhere: its members have those of all."""
        match self.scope:
            case LimitsScope.SERVER:
                return replace(settings, server=limits)
            case LimitsScope.MEMBER:
                return replace(settings, member=limits)
            case LimitsScope.ROLE if self.role_id is not None:
                others = {
                    role: each for role, each in settings.roles.items() if role != self.role_id
                }
                own = {} if limits == Allowance() else {self.role_id: limits}
                return replace(settings, roles=MappingProxyType({**others, **own}))
            case _:
                raise ValueError("a role has an id")


class GuildSettingsStore(Protocol):
    """Settings by server. Every method may raise StorageUnavailableError."""

    async def of(self, guild_id: GuildId) -> GuildSettings: ...

    async def change(
        self,
        guild_id: GuildId,
        change: Callable[[GuildSettings], GuildSettings],
        *,
        by: UserId,
        at: datetime,
    ) -> GuildSettings:
        """Read, change, write, and put what changed on record, in one transaction.

        Returns what holds now. What `change` raises is passed on, and nothing is written.
        """
        ...
