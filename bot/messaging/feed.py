"""The port `FeedMessenger` over Discord's REST API."""

from collections.abc import Sequence
from typing import Final

from bot.domain.feed import End, Feed
from bot.messaging.catalogue import Catalogue
from bot.messaging.feed_lines import render_feed
from bot.messaging.rest import DiscordRest, Outgoing, Place
from bot.messaging.throttle import Throttle
from bot.messaging.views import FeedViews

NONCE_STATUS_CHARS: Final = 4


class DiscordFeed:
    """Speaks the server's language, with the bot's own token."""

    def __init__(
        self,
        rest: DiscordRest,
        *,
        catalogue: Catalogue,
        views: FeedViews,
        throttle: Throttle,
    ) -> None:
        self._rest = rest
        self._catalogue = catalogue
        self._views = views
        self._throttle = throttle

    @property
    def is_throttled(self) -> bool:
        return self._throttle.is_on

    def how_many_fit(self, ends: Sequence[End]) -> int:
        return render_feed(self._catalogue, _locale(ends), ends).ends_told

    async def tell(self, feed: Feed, ends: Sequence[End]) -> None:
        locale = _locale(ends)
        text = render_feed(self._catalogue, locale, ends)
        if len(text.jobs) == 1:
            ((job, _label),) = text.jobs
            view = self._views.line(job, locale=locale)
        else:
            view = self._views.cases([(job.id, label) for job, label in text.jobs], locale=locale)
        message = Outgoing(content=text.content, view=view, nonce=_nonce(ends[0]))
        await self._rest.send(feed_place(feed), message)


def feed_place(feed: Feed) -> Place:
    return Place(guild_id=feed.guild_id, channel_id=feed.channel_id)


def _locale(ends: Sequence[End]) -> str:
    return ends[-1].job.destination.guild_locale


def _nonce(end: End) -> str:
    """Told first in a message once at the most; of Discord's 25 characters an id may take 15."""
    return f"feed-{end.job.id}-{end.status.value[:NONCE_STATUS_CHARS]}"
