"""Where feeds are and how far they are told, in a real file, found by an index."""

import sqlite3

import pytest
from sqlalchemy import event, update

from bot.domain.feed import Backlog, Feed, FeedCategory, FeedCursor
from bot.domain.ids import ChannelId, EventId, GuildId, UserId
from bot.storage.encryption import TextCipher
from bot.storage.feed import SqlFeedStore
from bot.storage.moderation_tables import guild_settings

GUILD = GuildId(100)
BETWEEN = {"after": EventId(0), "until": EventId(1000)}
READS = {
    "whose attempts ended": (
        lambda feeds: feeds.guilds_with_ends(**BETWEEN),
        ("SEARCH job_events USING INTEGER PRIMARY KEY", "SEARCH jobs USING INTEGER PRIMARY KEY"),
    ),
    "a server's ends": (
        lambda feeds: feeds.ends(GUILD, **BETWEEN, at_most=25),
        ("SEARCH job_events USING INTEGER PRIMARY KEY", "SEARCH jobs USING INTEGER PRIMARY KEY"),
    ),
    "the newest event": (lambda feeds: feeds.newest_event(), ("SEARCH job_events",)),
    "all feeds": (
        lambda feeds: feeds.all(),
        ("SCAN guild_settings USING INDEX guild_settings_with_feed",),
    ),
}


@pytest.fixture
def feeds(database):
    return SqlFeedStore(database, cipher=TextCipher())


@pytest.fixture
def feed(clock):
    return Feed(
        guild_id=GUILD,
        channel_id=ChannelId(900),
        categories=frozenset({FeedCategory.REFUSED, FeedCategory.REPORTS}),
        set_at=clock.now(),
    )


@pytest.mark.parametrize(("read", "steps"), READS.values(), ids=READS)
async def test_no_statement_looks_at_more_than_it_needs(
    feeds, database, database_file, read, steps
):
    sent = []
    event.listen(
        database._readers.sync_engine,
        "before_cursor_execute",
        lambda _c, _cursor, statement, values, *_: sent.append((statement, values)),
    )
    await read(feeds)

    statement, values = next(pair for pair in sent if pair[0].startswith("SELECT"))
    connection = sqlite3.connect(database_file)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
    connection.close()
    for step, begin in zip(plan, steps, strict=False):
        assert step.startswith(begin)


async def test_a_feed_stands_as_it_was_set_and_keeps_its_beginning(feeds, feed, clock):
    await feeds.set(feed, by=UserId(1))
    moved = Feed(
        guild_id=GUILD,
        channel_id=ChannelId(901),
        categories=frozenset(FeedCategory),
        set_at=clock.now().replace(year=2027),
    )

    standing = await feeds.set(moved, by=UserId(1))

    assert (standing.channel_id, standing.set_at) == (ChannelId(901), feed.set_at)
    assert await feeds.all() == [standing]
    assert await feeds.of(GuildId(7)) is None


async def test_a_server_that_the_bot_has_left_is_told_nothing(feeds, feed, database, clock):
    await feeds.set(feed, by=UserId(1))
    await database.write(
        lambda connection: connection.execute(update(guild_settings).values(left_at=clock.now()))
    )

    assert await feeds.all() == []


async def test_how_far_feeds_are_told_is_read_as_it_was_saved(feeds):
    assert await feeds.cursor() is None
    backlog = Backlog(told_until=EventId(3), sending_until=EventId(5))
    cursor = FeedCursor(
        read_until=EventId(9), behind={GUILD: backlog, GuildId(7): Backlog(told_until=EventId(0))}
    )

    await feeds.save(FeedCursor(read_until=EventId(1)))
    await feeds.save(cursor)

    assert await feeds.cursor() == cursor


async def test_a_category_of_another_version_is_left_out(feeds, feed, database):
    await feeds.set(feed, by=UserId(1))
    words = ["refused", "from_the_future"]
    await database.write(
        lambda connection: connection.execute(update(guild_settings).values(feed_categories=words))
    )

    assert (await feeds.of(GUILD)).categories == {FeedCategory.REFUSED}
