"""What a member reports about a result, for the moderators of the server."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.ids import GuildId, JobId, ReportId, UserId


class ReportDecision(StrEnum):
    """What a moderator made of a report."""

    DELETED = "deleted"
    BLOCKED = "blocked"
    DISMISSED = "dismissed"


@dataclass(frozen=True, kw_only=True, slots=True)
class NewReport:
    """What a member says is wrong with a result."""

    job_id: JobId
    guild_id: GuildId
    reporter_id: UserId
    text: str
    created_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """One report; undecided until a moderator has looked at it."""

    id: ReportId
    job_id: JobId
    guild_id: GuildId
    reporter_id: UserId
    text: str
    created_at: datetime
    decided_at: datetime | None = None
    decided_by: UserId | None = None
    decision: ReportDecision | None = None


class ReportStore(Protocol):
    """Reports and the evidence they hold. Every method may raise StorageUnavailableError."""

    async def file(self, report: NewReport, *, since: datetime, at_most: int) -> Report | None:
        """Write the report, its event and the hold on the evidence, in one transaction.

        None when the member has filed `at_most` since that moment. A second report of the same
        member about the same job changes the first one's text and counts no more.
        """
        ...

    async def of_job(self, job_id: JobId) -> Sequence[Report]:
        """All reports about a job, oldest first."""
        ...

    async def undecided(self, guild_id: GuildId, *, at_most: int) -> Sequence[Report]:
        """Reports nobody has decided yet, oldest first."""
        ...
