"""Cards of reports in a server's feed: what is reported, by whom, and what a moderator decides."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

from bot.domain.feed import Feed
from bot.domain.ids import ChannelId, GuildId, JobId, MessageId, ReportId, UserId
from bot.domain.job import Actor, Job
from bot.domain.reporting import Report, ReportDecision

# How far back a requester's clips are counted.
HISTORY_WINDOW: Final = timedelta(days=30)


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportHistory:
    """What is known in this server of the two: of the requester, and of who reports.

    `earlier` are reports against the requester, `blocks` how often they were blocked; `filed` and
    `dismissed` are the reporter's own reports.
    """

    clips: int = 0
    earlier: int = 0
    blocks: int = 0
    is_blocked: bool = False
    filed: int = 1
    dismissed: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportCard:
    """All that a card says. `deleted_by` is who took the clip away, where that is known."""

    report: Report
    job: Job
    history: ReportHistory
    deleted_by: Actor | None = None


class ReportDecisionStore(Protocol):
    """Each decision is written with its event, its entry in the record, and who still holds it.

    A report of another server is one that does not exist. May raise StorageUnavailableError.
    """

    async def get(self, report_id: ReportId, *, guild_id: GuildId) -> Report | None: ...

    async def dismiss(
        self, report_id: ReportId, *, guild_id: GuildId, by: UserId, at: datetime
    ) -> bool:
        """Return False when there is no such report that nobody has decided."""
        ...

    async def decide_all(
        self, job_id: JobId, decision: ReportDecision, *, by: UserId, at: datetime
    ) -> int:
        """Decide every undecided report about a job; return how many there were."""
        ...


class ReportCardStore(Protocol):
    """Cards that do not stand yet, or say what was so before. May raise StorageUnavailableError."""

    async def due(
        self, *, feeds: Collection[GuildId], not_in: Collection[GuildId], at_most: int
    ) -> Sequence[Report]:
        """Those that stand somewhere, and those that are to stand in these feeds.

        By server, oldest first.
        """
        ...

    async def card(self, report: Report, *, clips_since: datetime) -> ReportCard | None: ...

    async def shown(
        self, card: ReportCard, *, channel_id: ChannelId, message_id: MessageId
    ) -> None:
        """The card stands there and says this; it stays due when that has changed since."""
        ...


class ReportCardMessenger(Protocol):
    """Raises MessengerError and its kinds."""

    @property
    def is_throttled(self) -> bool: ...

    async def post(self, feed: Feed, card: ReportCard) -> MessageId:
        """Posted again within minutes, it does not stand twice."""
        ...

    async def edit(self, card: ReportCard) -> None: ...
