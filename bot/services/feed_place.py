"""How far feeds are told, kept in memory and in the database alike."""

import asyncio
from collections.abc import Collection
from types import MappingProxyType

from bot.domain.feed import Backlog, FeedCursor, FeedStore
from bot.domain.ids import EventId, GuildId


class FeedPlace:
    """Every server reads the events of the log from its own place; most from where all are."""

    def __init__(self, store: FeedStore) -> None:
        self._store = store
        self._saving = asyncio.Lock()
        self._is_restored = False
        self._behind: dict[GuildId, Backlog] = {}
        self.read_until = EventId(0)

    @property
    def guilds_behind(self) -> Collection[GuildId]:
        return tuple(self._behind)

    async def restore(self) -> None:
        """Go on where the last process was; the very first one begins with what comes."""
        if self._is_restored:
            return
        cursor = await self._store.cursor()
        if cursor is None:
            self.read_until = await self._store.newest_event()
        else:
            self.read_until = cursor.read_until
            self._behind = dict(cursor.behind)
        self._is_restored = True

    def of(self, guild_id: GuildId) -> Backlog | None:
        return self._behind.get(guild_id)

    def skip_to(self, event_id: EventId) -> None:
        self.read_until = event_id

    def read_on(self, until: EventId, *, guilds: Collection[GuildId]) -> None:
        """Everything up to there is seen; these servers have something to be told of in it."""
        for guild_id in guilds:
            self._behind.setdefault(guild_id, Backlog(told_until=self.read_until))
        self.read_until = until

    def told(self, guild_id: GuildId, until: EventId) -> None:
        self._behind[guild_id] = Backlog(told_until=until)

    def sending(self, guild_id: GuildId, until: EventId) -> None:
        backlog = self._behind[guild_id]
        self._behind[guild_id] = Backlog(told_until=backlog.told_until, sending_until=until)

    def not_sent(self, guild_id: GuildId) -> None:
        """What was about to be sent certainly was not: it may be put together anew."""
        self.told(guild_id, self._behind[guild_id].told_until)

    def caught_up(self, guild_id: GuildId) -> None:
        self._behind.pop(guild_id, None)

    async def save(self) -> None:
        """Write down how it is at that moment; a later call never writes what is older."""
        async with self._saving:
            cursor = FeedCursor(
                read_until=self.read_until, behind=MappingProxyType(dict(self._behind))
            )
            await self._store.save(cursor)
