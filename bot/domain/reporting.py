"""What a member reports about a result, for the moderators of the server."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol

from bot.domain.ids import ChannelId, GuildId, JobId, MessageId, ReportId, UserId

REPORT_MAX_CHARS: Final = 1000
# Enough for one bad evening in a channel, and too few to bury the moderators.
REPORTS_AT_MOST: Final = 5
REPORTING_WINDOW: Final = timedelta(hours=24)
# A report may be put right; whoever goes on rewriting it keeps the moderators busy.
CHANGES_AT_MOST: Final = 3


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
    message_id: MessageId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """One report; undecided until a moderator has looked at it.

    Its card stands in the feed of the server, where there is one. It is due while it does not
    stand there yet, or says what was so before. Until it is decided, `message_id` says where the
    clip was seen: the job's own row knows no more once its member is erased. The text is empty
    where no key that is given opens it.
    """

    id: ReportId
    job_id: JobId
    guild_id: GuildId
    reporter_id: UserId
    text: str
    created_at: datetime
    decided_at: datetime | None = None
    decided_by: UserId | None = None
    decision: ReportDecision | None = None
    message_id: MessageId | None = None
    card_channel_id: ChannelId | None = None
    card_message_id: MessageId | None = None
    card_due: bool = True
    is_unreadable: bool = False


class FilingOutcome(StrEnum):
    """What becomes of a filed report: one for each job and member, until it is decided."""

    FILED = "filed"
    CHANGED = "changed"
    CHANGED_ENOUGH = "changed_enough"
    TOO_MANY = "too_many"
    DECIDED = "decided"


@dataclass(frozen=True, kw_only=True, slots=True)
class Filing:
    """The outcome, and the member's report about this job, where there is one.

    `counted` are the times of the member's reports that count towards the limit, oldest first.
    """

    outcome: FilingOutcome
    report: Report | None = None
    counted: Sequence[datetime] = ()


class ReportStore(Protocol):
    """Reports and the evidence they hold. Every method may raise StorageUnavailableError."""

    async def file(self, report: NewReport, *, since: datetime, at_most: int) -> Filing:
        """Write the report, its event and the hold on the evidence, in one transaction.

        Nothing is written when the member has filed `at_most` after `since`, or when the report
        was decided. A second report of the same member about the same job changes the first
        one's text: up to CHANGES_AT_MOST times, and counts no more. What it says already is no
        change.
        """
        ...

    async def prospect(
        self, job_id: JobId, reporter_id: UserId, *, since: datetime, at_most: int
    ) -> Filing:
        """Say what would become of a report now; the report is the one that stands already."""
        ...

    async def of_job(self, job_id: JobId) -> Sequence[Report]:
        """All reports about a job, oldest first."""
        ...

    async def undecided(self, guild_id: GuildId, *, at_most: int) -> Sequence[Report]:
        """Reports nobody has decided yet, oldest first."""
        ...
