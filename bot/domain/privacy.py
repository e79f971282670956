"""What a member is told of their data, and what of it they can take along."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.ids import GuildId, UserId
from bot.domain.reporting import Report


@dataclass(frozen=True, kw_only=True, slots=True)
class PrivacyTerms:
    """What the operator has set. `policy_url` is their own policy, where they have one."""

    retention_days: float
    kept_days: float
    policy_url: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class BlockAboutMember:
    """What a member may know of a block of theirs; who decided is not among it."""

    guild_id: GuildId
    reason: str
    created_at: datetime
    expires_at: datetime | None


class OwnDataStore(Protocol):
    """What stands under a member's id beside their requests. May raise StorageUnavailableError."""

    async def reports_by(self, user_id: UserId) -> Sequence[Report]:
        """Oldest first."""
        ...

    async def blocks_about(self, user_id: UserId) -> Sequence[BlockAboutMember]: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnDataFile:
    """A file for a member, and how many requests it tells of."""

    name: str
    content: bytes
    requests: int
