"""The moderators' feed: a channel of a server that is told of every attempt as it ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol

from bot.domain.ids import ChannelId, EventId, GuildId, UserId
from bot.domain.job import Job, JobStatus

# What is older stands in the log, and is no news any more.
NEWS_FOR: Final = timedelta(hours=24)


class FeedCategory(StrEnum):
    """What a server's moderators can choose to be told of. The words stand in the database."""

    DELIVERED = "delivered"
    REFUSED = "refused"
    FAILED = "failed"
    CANCELLED = "cancelled"
    REPORTS = "reports"


CATEGORIES: Final[Mapping[JobStatus, FeedCategory]] = MappingProxyType(
    {
        JobStatus.DELIVERED: FeedCategory.DELIVERED,
        JobStatus.KEPT: FeedCategory.DELIVERED,
        JobStatus.REFUSED: FeedCategory.REFUSED,
        JobStatus.FAILED: FeedCategory.FAILED,
        JobStatus.EXPIRED: FeedCategory.FAILED,
        JobStatus.UNKNOWN: FeedCategory.FAILED,
        JobStatus.CANCELLED: FeedCategory.CANCELLED,
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """Where a server's moderators are told, of what, and since when."""

    guild_id: GuildId
    channel_id: ChannelId
    categories: frozenset[FeedCategory]
    set_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class End:
    """An attempt came to an end; the job is as the log has it now.

    `detail` is what the step told of it.
    """

    event_id: EventId
    at: datetime
    status: JobStatus
    job: Job
    detail: str = ""

    @property
    def is_overtaken(self) -> bool:
        """Whether another end has followed that is told of itself.

        A kept clip that is fetched, or is not, was told of already.
        """
        return self.status is not JobStatus.KEPT and self.status is not self.job.status


def is_news(end: End, feed: Feed, *, now: datetime) -> bool:
    # A clock that shows a time before the feed was set has been set back since.
    is_since_set = end.at >= feed.set_at or now < feed.set_at
    return (
        CATEGORIES[end.status] in feed.categories
        and is_since_set
        and end.at > now - NEWS_FOR
        and not end.is_overtaken
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Backlog:
    """A server's ends up to `told_until` are told.

    Those up to `sending_until`, where it is set, may be told: they were about to be sent.
    """

    told_until: EventId
    sending_until: EventId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedCursor:
    """How far the log is told: up to `read_until`, but for servers that are behind."""

    read_until: EventId
    behind: Mapping[GuildId, Backlog] = field(default_factory=lambda: MappingProxyType({}))


class FeedStore(Protocol):
    """Feeds by server, and how far they are told. May raise StorageUnavailableError.

    A change writes its entry in the record of changes beside it.
    """

    async def of(self, guild_id: GuildId) -> Feed | None: ...

    async def all(self) -> Sequence[Feed]:
        """The feeds of servers that the bot has not left."""
        ...

    async def set(self, feed: Feed, *, by: UserId) -> Feed:
        """One that is on goes on from where it is, in its new channel.

        The first of all of them begins with what comes.
        """
        ...

    async def turn_off(self, guild_id: GuildId, *, by: UserId, at: datetime) -> Feed | None:
        """Return the feed that was on; None when none was."""
        ...

    async def cursor(self) -> FeedCursor | None: ...

    async def save(self, cursor: FeedCursor) -> None: ...

    async def newest_event(self) -> EventId: ...

    async def guilds_with_ends(self, *, after: EventId, until: EventId) -> frozenset[GuildId]: ...

    async def ends(
        self, guild_id: GuildId, *, after: EventId, until: EventId, at_most: int
    ) -> Sequence[End]:
        """The ends of a server's attempts among these events, oldest first."""
        ...


class FeedMessenger(Protocol):
    """Writes into feeds. Raises MessengerError and its kinds."""

    @property
    def is_throttled(self) -> bool:
        """Whether Discord has asked for fewer requests just now: a feed can wait."""
        ...

    def how_many_fit(self, ends: Sequence[End]) -> int:
        """How many of these, from the first on, one message can tell of."""
        ...

    async def tell(self, feed: Feed, ends: Sequence[End]) -> None:
        """Tell of all of these in one message.

        Told again within minutes with the same first one, it does not stand twice.
        """
        ...
