"""Sends a sample of what stands in a feed into it."""

from typing import Protocol

from bot.domain.feed import Feed
from bot.domain.ids import UserId
from bot.domain.ports import Clock
from bot.messaging.catalogue import Catalogue
from bot.messaging.feed import feed_place
from bot.messaging.feed_lines import render_feed
from bot.messaging.feed_sample import sample_end, sample_report
from bot.messaging.report_cards import REPORT_FILE_NAME, render_report_card
from bot.messaging.rest import DiscordRest, Outgoing, Upload
from bot.messaging.views import FeedViews, ReportViews


class SampleViews(FeedViews, ReportViews, Protocol):
    """What stands under lines and cards, without effect."""


class FeedSamples:
    """What it sends is made up, says so, and has buttons that cannot be pressed."""

    def __init__(
        self, rest: DiscordRest, *, catalogue: Catalogue, views: SampleViews, clock: Clock
    ) -> None:
        self._rest = rest
        self._catalogue = catalogue
        self._views = views
        self._clock = clock

    async def send(self, feed: Feed, *, user_id: UserId, locale: str) -> None:
        """A line, and the card of a report with a file. Raises MessengerError's kinds."""
        at = self._clock.now()
        end = sample_end(self._catalogue, locale, feed, user_id=user_id, at=at)
        card = sample_report(self._catalogue, locale, feed, user_id=user_id, at=at)
        line = render_feed(self._catalogue, locale, [end]).content
        shown = render_report_card(self._catalogue, locale, card).content
        await self._rest.send(
            feed_place(feed),
            Outgoing(
                content=self._marked(line, locale),
                view=self._views.sample(end.job, locale=locale),
            ),
        )
        await self._rest.send(
            feed_place(feed),
            Outgoing(
                content=self._marked(shown, locale),
                view=self._views.sample_report(card, locale=locale),
                uploads=(Upload(name=REPORT_FILE_NAME, source=card.report.text),),
            ),
        )

    def _marked(self, content: str, locale: str) -> str:
        return f"{self._catalogue.text(locale, 'feed-sample')}\n{content}"
