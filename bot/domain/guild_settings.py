"""What a server's moderators set: limits below the operator's, and who may do what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
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
