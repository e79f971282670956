"""What a moderator reads who sets or tries a feed. Pure text."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.feed import Feed, FeedCategory
from bot.messaging.catalogue import Catalogue
from bot.messaging.job_words import listed


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedAccess:
    """What the bot lacks in the channel of a feed, as Discord names it, and who reads there."""

    is_there: bool = True
    lacks: Sequence[str] = ()
    is_public: bool = False


def channel_mention(feed: Feed) -> str:
    return f"<#{feed.channel_id}>"


def categories_in_words(catalogue: Catalogue, locale: str, feed: Feed) -> str:
    told = (
        catalogue.text(locale, f"feed-category-{category.value}")
        for category in FeedCategory
        if category in feed.categories
    )
    return listed(catalogue, locale, told)


def render_set(catalogue: Catalogue, locale: str, feed: Feed, access: FeedAccess) -> str:
    told = categories_in_words(catalogue, locale, feed)
    done = catalogue.text(locale, "feed-set", channel=channel_mention(feed), categories=told)
    return "\n".join([done, *_notes(catalogue, locale, feed, access)])


def render_tested(
    catalogue: Catalogue, locale: str, feed: Feed, access: FeedAccess, *, was_sent: bool
) -> str:
    key = "feed-test-done" if was_sent else "feed-test-failed"
    outcome = catalogue.text(locale, key, channel=channel_mention(feed))
    return "\n".join([outcome, *_notes(catalogue, locale, feed, access)])


def _notes(catalogue: Catalogue, locale: str, feed: Feed, access: FeedAccess) -> Sequence[str]:
    if not access.is_there:
        return (catalogue.text(locale, "feed-channel-gone"),)
    notes: list[str] = []
    if access.lacks:
        names = [
            catalogue.text(locale, f"feed-permission-{name.replace('_', '-')}")
            for name in access.lacks
        ]
        lacked = listed(catalogue, locale, names)
        notes.append(catalogue.text(locale, "feed-lacks", permissions=lacked))
    if access.is_public:
        notes.append(catalogue.text(locale, "feed-public", channel=channel_mention(feed)))
    return notes
