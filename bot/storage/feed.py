"""Feeds by server, the ends that they tell of, and how far they are told."""

import json
from collections.abc import Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Row, Select, and_, bindparam, func, literal_column, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.audit import AuditAction, AuditValue, NewAuditEntry
from bot.domain.feed import CATEGORIES, Backlog, End, Feed, FeedCategory, FeedCursor
from bot.domain.ids import ChannelId, EventId, GuildId, UserId
from bot.domain.job import JobStatus
from bot.storage.audit import write_entry
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.job_rows import job_from
from bot.storage.moderation_tables import HAS_FEED, guild_settings
from bot.storage.tables import job_events, jobs, switches

_CURSOR: Final = "feed_cursor"
_EVENTS: Final = job_events.c
# An event that is no step is no end; and what becomes of a kept clip is no news of the attempt.
_IS_END: Final = and_(
    _EVENTS.status_after.in_(CATEGORIES),
    or_(
        _EVENTS.status_before.is_(None),
        and_(
            _EVENTS.status_before != _EVENTS.status_after,
            _EVENTS.status_before != JobStatus.KEPT,
        ),
    ),
)
_AMONG: Final = and_(_EVENTS.id > bindparam("after"), _EVENTS.id <= bindparam("until"))
_OF_THEIR_JOBS: Final = job_events.join(jobs, jobs.c.id == _EVENTS.job_id)
_GUILDS_WITH_ENDS: Final = (
    select(jobs.c.guild_id).select_from(_OF_THEIR_JOBS).where(_AMONG, _IS_END).distinct()
)
# A sum is in no index: SQLite would rather read all of a server's jobs than a few events.
_GUILD: Final = jobs.c.guild_id + literal_column("0")
_ENDS: Final = (
    select(
        _EVENTS.id.label("event_id"),
        _EVENTS.at.label("event_at"),
        _EVENTS.status_after.label("event_status"),
        _EVENTS.detail.label("event_detail"),
        jobs,
    )
    .select_from(_OF_THEIR_JOBS)
    .where(_AMONG, _IS_END, bindparam("guild") == _GUILD)
    .order_by(_EVENTS.id)
    .limit(bindparam("at_most"))
)
_NEWEST: Final = select(func.coalesce(func.max(_EVENTS.id), 0))
_FEEDS: Final[Select[Any]] = select(
    guild_settings.c.guild_id,
    guild_settings.c.feed_channel_id,
    guild_settings.c.feed_categories,
    guild_settings.c.feed_set_at,
).where(HAS_FEED)


class SqlFeedStore:
    """The port `FeedStore` over the database."""

    def __init__(self, database: Database, *, cipher: TextCipher) -> None:
        self._database = database
        self._cipher = cipher

    async def of(self, guild_id: GuildId) -> Feed | None:
        return await self._database.read(lambda connection: _feed_of(connection, guild_id))

    async def all(self) -> Sequence[Feed]:
        async def work(connection: AsyncConnection) -> Sequence[Feed]:
            found = await connection.execute(_FEEDS.where(guild_settings.c.left_at.is_(None)))
            return [_feed(row) for row in found]

        return await self._database.read(work)

    async def set(self, feed: Feed, *, by: UserId) -> Feed:
        async def work(connection: AsyncConnection) -> Feed:
            before = await _feed_of(connection, feed.guild_id)
            if (await connection.execute(_FEEDS.limit(1))).first() is None:
                newest = EventId((await connection.execute(_NEWEST)).scalar_one())
                await _save(connection, FeedCursor(read_until=newest))
            values = {
                "feed_channel_id": feed.channel_id,
                "feed_categories": sorted(feed.categories),
                "feed_set_at": feed.set_at if before is None else before.set_at,
            }
            await connection.execute(
                upsert(guild_settings)
                .values(guild_id=feed.guild_id, settings={}, **values)
                .on_conflict_do_update(index_elements=["guild_id"], set_=values)
            )
            await write_entry(
                connection, _entry(AuditAction.FEED_SET, before, feed, by=by, at=feed.set_at)
            )
            standing = await _feed_of(connection, feed.guild_id)
            return feed if standing is None else standing

        return await self._database.write(work)

    async def turn_off(self, guild_id: GuildId, *, by: UserId, at: datetime) -> Feed | None:
        nothing = {"feed_channel_id": None, "feed_categories": None, "feed_set_at": None}

        async def work(connection: AsyncConnection) -> Feed | None:
            before = await _feed_of(connection, guild_id)
            if before is None:
                return None
            await connection.execute(
                update(guild_settings).where(guild_settings.c.guild_id == guild_id).values(nothing)
            )
            await write_entry(connection, _entry(AuditAction.FEED_OFF, before, None, by=by, at=at))
            return before

        return await self._database.write(work)

    async def cursor(self) -> FeedCursor | None:
        stored = select(switches.c.value).where(switches.c.key == _CURSOR)

        async def work(connection: AsyncConnection) -> FeedCursor | None:
            value = (await connection.execute(stored)).scalar_one_or_none()
            return None if value is None else _cursor_from(json.loads(value))

        return await self._database.read(work)

    async def save(self, cursor: FeedCursor) -> None:
        await self._database.write(lambda connection: _save(connection, cursor))

    async def newest_event(self) -> EventId:
        async def work(connection: AsyncConnection) -> EventId:
            return EventId((await connection.execute(_NEWEST)).scalar_one())

        return await self._database.read(work)

    async def guilds_with_ends(self, *, after: EventId, until: EventId) -> frozenset[GuildId]:
        async def work(connection: AsyncConnection) -> frozenset[GuildId]:
            found = await connection.execute(_GUILDS_WITH_ENDS, {"after": after, "until": until})
            return frozenset(GuildId(guild_id) for guild_id in found.scalars())

        return await self._database.read(work)

    async def ends(
        self, guild_id: GuildId, *, after: EventId, until: EventId, at_most: int
    ) -> Sequence[End]:
        values = {"guild": guild_id, "after": after, "until": until, "at_most": at_most}

        async def work(connection: AsyncConnection) -> Sequence[End]:
            return [self._end(row) for row in await connection.execute(_ENDS, values)]

        return await self._database.read(work)

    def _end(self, row: Row[Any]) -> End:
        return End(
            event_id=EventId(row.event_id),
            at=row.event_at,
            status=row.event_status,
            detail=row.event_detail,
            job=job_from(row, self._cipher),
        )


async def _save(connection: AsyncConnection, cursor: FeedCursor) -> None:
    value = json.dumps(_stored(cursor))
    await connection.execute(
        upsert(switches)
        .values(key=_CURSOR, value=value)
        .on_conflict_do_update(index_elements=["key"], set_={"value": value})
    )


async def _feed_of(connection: AsyncConnection, guild_id: GuildId) -> Feed | None:
    own = _FEEDS.where(guild_settings.c.guild_id == guild_id)
    row = (await connection.execute(own)).one_or_none()
    return None if row is None else _feed(row)


def _feed(row: Row[Any]) -> Feed:
    """A category that only a newer version knows is left out."""
    known = {word.value for word in FeedCategory}
    return Feed(
        guild_id=GuildId(row.guild_id),
        channel_id=ChannelId(row.feed_channel_id),
        categories=frozenset(FeedCategory(word) for word in row.feed_categories if word in known),
        set_at=row.feed_set_at,
    )


def _entry(
    action: AuditAction, before: Feed | None, after: Feed | None, *, by: UserId, at: datetime
) -> NewAuditEntry:
    feed = after or before
    if feed is None:
        raise ValueError("there is no feed that changed")
    return NewAuditEntry(
        guild_id=feed.guild_id,
        actor_id=by,
        action=action,
        at=at,
        subject=str(feed.channel_id),
        before=_told(before),
        after=_told(after),
    )


def _told(feed: Feed | None) -> dict[str, AuditValue] | None:
    if feed is None:
        return None
    return {"channel": feed.channel_id, "categories": ", ".join(sorted(feed.categories))}


def _stored(cursor: FeedCursor) -> dict[str, Any]:
    behind = {
        str(guild_id): [backlog.told_until, backlog.sending_until]
        for guild_id, backlog in cursor.behind.items()
    }
    return {"read_until": cursor.read_until, "behind": behind}


def _cursor_from(stored: dict[str, Any]) -> FeedCursor:
    behind = {
        GuildId(int(guild_id)): Backlog(told_until=told_until, sending_until=sending_until)
        for guild_id, (told_until, sending_until) in stored["behind"].items()
    }
    return FeedCursor(read_until=stored["read_until"], behind=MappingProxyType(behind))
