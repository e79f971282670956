"""Where a server's feed is, and of what it is told: set, switched off and read by moderators."""

from collections.abc import Callable

import structlog

from bot.domain.errors import ShowreelError
from bot.domain.feed import Feed, FeedCategory, FeedStore
from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.ports import Clock

log = structlog.get_logger(__name__)


class FeedSettings:
    """`changed` hears at once that there is a feed to look after anew.

    Every method may raise StorageUnavailableError.
    """

    def __init__(
        self, *, store: FeedStore, clock: Clock, changed: Callable[[GuildId], None]
    ) -> None:
        self._store = store
        self._clock = clock
        self._changed = changed

    async def set(
        self,
        guild_id: GuildId,
        channel_id: ChannelId,
        categories: frozenset[FeedCategory],
        *,
        by: UserId,
    ) -> Feed:
        if not categories:
            raise ShowreelError("feed-set-nothing")
        wanted = Feed(
            guild_id=guild_id,
            channel_id=channel_id,
            categories=categories,
            set_at=self._clock.now(),
        )
        feed = await self._store.set(wanted, by=by)
        log.info("feed_set", guild_id=guild_id, channel_id=channel_id, user_id=by)
        self._changed(guild_id)
        return feed

    async def turn_off(self, guild_id: GuildId, *, by: UserId) -> Feed:
        """Return the feed that was on. Raises ShowreelError when none was."""
        before = await self._store.turn_off(guild_id, by=by, at=self._clock.now())
        if before is None:
            raise ShowreelError("feed-not-set")
        log.info("feed_turned_off", guild_id=guild_id, user_id=by)
        self._changed(guild_id)
        return before

    async def of(self, guild_id: GuildId) -> Feed:
        """Raise ShowreelError where there is none."""
        feed = await self._store.of(guild_id)
        if feed is None:
            raise ShowreelError("feed-not-set")
        return feed
