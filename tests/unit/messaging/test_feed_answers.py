"""What a moderator reads who sets or tries a feed."""

from datetime import UTC, datetime

import pytest

from bot.domain.feed import Feed, FeedCategory
from bot.domain.ids import ChannelId, GuildId
from bot.messaging.feed_answers import FeedAccess, render_set, render_tested

FEED = Feed(
    guild_id=GuildId(1),
    channel_id=ChannelId(2),
    categories=frozenset({FeedCategory.DELIVERED, FeedCategory.FAILED, FeedCategory.REPORTS}),
    set_at=datetime(2026, 3, 1, tzinfo=UTC),
)


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        ("en-US", "clips that were made, failures, reports."),
        ("ja", "できあがった動画、失敗、報告。"),
    ],
)
def test_what_a_feed_tells_of_is_listed_as_the_language_lists(catalogue, locale, told):
    assert render_set(catalogue, locale, FEED, FeedAccess()).endswith(told)


@pytest.mark.parametrize(
    ("locale", "lacked"),
    [
        ("en-US", "Send Messages, Attach Files"),
        ("ja", "メッセージを送信、ファイルを添付"),
    ],
)
def test_lacking_permissions_are_listed_as_the_language_lists(catalogue, locale, lacked):
    access = FeedAccess(lacks=["send_messages", "attach_files"])

    assert lacked in render_tested(catalogue, locale, FEED, access, was_sent=True)
