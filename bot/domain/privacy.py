"""What a member is told of their data, and what of it they can take along."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.audit import AuditAction
from bot.domain.ids import AuditId, GuildId, JobId, UserId
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


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnNote:
    """What somebody wrote on a case as a moderator. Empty where no key that is given opens it."""

    job_id: JobId
    guild_id: GuildId
    text: str
    created_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnSearch:
    """What somebody looked for in the log as a moderator, as it is kept for their pages."""

    guild_id: GuildId
    looked_for: str
    created_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnDeed:
    """That somebody changed something in a server. From what to what is the server's own."""

    id: AuditId
    guild_id: GuildId
    at: datetime
    action: AuditAction
    job_id: JobId | None


@dataclass(frozen=True, kw_only=True, slots=True)
class BlockOnRecord:
    """That somebody was blocked or unblocked; who decided is not among it."""

    guild_id: GuildId
    at: datetime
    action: AuditAction
    reason: str
    expires_at: str | None


class OwnDataStore(Protocol):
    """What stands under a member's id beside their requests. May raise StorageUnavailableError."""

    async def reports_by(self, user_id: UserId) -> Sequence[Report]:
        """Oldest first."""
        ...

    async def blocks_about(self, user_id: UserId) -> Sequence[BlockAboutMember]: ...

    async def blocks_on_record(self, user_id: UserId) -> Sequence[BlockOnRecord]:
        """Oldest first; also of blocks that have ended."""
        ...

    async def wish_of(self, user_id: UserId) -> datetime | None:
        """When they asked to be erased, where that is not carried out yet."""
        ...

    async def notes_by(self, user_id: UserId) -> Sequence[OwnNote]:
        """Oldest first."""
        ...

    async def searches_by(self, user_id: UserId) -> Sequence[OwnSearch]: ...

    async def deeds_of(
        self, user_id: UserId, *, after: AuditId | None, at_most: int
    ) -> Sequence[OwnDeed]:
        """Oldest first; a moderator of years has done a lot."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnDataFile:
    """A file for a member, and how many requests it tells of."""

    name: str
    content: bytes
    requests: int
