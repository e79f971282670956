"""Who changed what: the record of everything that moderators and operators do in a server."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.ids import AuditId, GuildId, JobId, UserId

AuditValue = str | int | float | bool | None


class AuditAction(StrEnum):
    """What was done. The words stand in the log for good."""

    SETTINGS_CHANGED = "settings_changed"
    DEFAULTS_CHANGED = "defaults_changed"
    MEMBER_BLOCKED = "member_blocked"
    MEMBER_UNBLOCKED = "member_unblocked"
    RULE_ADDED = "rule_added"
    RULE_REMOVED = "rule_removed"
    PAUSED = "paused"
    RESUMED = "resumed"
    FEED_SET = "feed_set"
    FEED_OFF = "feed_off"
    LOG_EXPORTED = "log_exported"
    RESULT_DELETED = "result_deleted"
    NOTE_ADDED = "note_added"
    EVIDENCE_HELD = "evidence_held"
    EVIDENCE_RELEASED = "evidence_released"
    REPORT_DECIDED = "report_decided"
    MEMBER_DATA_ERASED = "member_data_erased"


@dataclass(frozen=True, kw_only=True, slots=True)
class NewAuditEntry:
    """One change, with what it was before and is now; `subject` names whom or what it is about."""

    guild_id: GuildId
    actor_id: UserId
    action: AuditAction
    at: datetime
    subject: str = ""
    job_id: JobId | None = None
    before: Mapping[str, AuditValue] | None = None
    after: Mapping[str, AuditValue] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class AuditEntry(NewAuditEntry):
    """An entry as it stands in the log.

    `unreadable` names the values that no key opens, which are None: `before.reason`.
    """

    id: AuditId
    unreadable: frozenset[str] = frozenset()


class AuditLog(Protocol):
    """Every method may raise StorageUnavailableError."""

    async def record(self, entry: NewAuditEntry) -> None:
        """Write an entry by itself. A change writes its own in its own transaction."""
        ...

    async def page(
        self,
        guild_id: GuildId,
        *,
        before: AuditId | None = None,
        after: AuditId | None = None,
        rows: int,
    ) -> Sequence[AuditEntry]:
        """Newest first: the newest, those just before an entry, or those just after one."""
        ...
