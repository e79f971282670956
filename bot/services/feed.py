"""Tells each server's moderators, in their feed, what became of every attempt."""

import asyncio
from collections.abc import Mapping, Sequence
from itertools import chain, repeat
from typing import Final

import structlog

from bot.domain.errors import (
    DiscordAwayError,
    MessageRefusedError,
    MessengerError,
    NothingSentError,
    StorageUnavailableError,
)
from bot.domain.feed import Backlog, End, Feed, FeedMessenger, FeedStore, is_news
from bot.domain.ids import EventId, GuildId
from bot.domain.ports import Clock
from bot.services.background import BackgroundTasks
from bot.services.bell import Bell
from bot.services.feed_place import FeedPlace
from bot.services.refused_lines import RefusedLines
from bot.services.report_cards import ReportCardKeeper

log = structlog.get_logger(__name__)

# Refusals ring no bell; this is how late they may be told.
LOOK_EVERY_S: Final = 5.0
# Between two messages in one feed: what comes meanwhile is told together.
GAP_S: Final = 2.0
# Events looked at in one statement, and attempts told of in one message at the most.
EVENTS_AT_ONCE: Final = 1000
ENDS_AT_ONCE: Final = 25
THROTTLED_WAIT_S: Final = 5.0
AWAY_WAITS_S: Final = (1.0, 5.0, 30.0, 120.0, 600.0)
# A channel that is gone or closed; its feed being set, or tested, ends the wait.
CLOSED_WAIT_S: Final = 600.0
STORAGE_WAIT_S: Final = 5.0


class FeedService:
    """Follows the log's events, server by server: one whose channel is closed delays no other.

    Before a message is sent, it is written down what it tells of. So what a crash cuts off is
    sent again just as it was, and Discord knows it by its nonce.
    """

    def __init__(
        self,
        *,
        store: FeedStore,
        messenger: FeedMessenger,
        cards: ReportCardKeeper,
        refused_lines: RefusedLines,
        clock: Clock,
        bell: Bell,
    ) -> None:
        self._store = store
        self._messenger = messenger
        self._cards = cards
        self._refused_lines = refused_lines
        self._showing_cards: asyncio.Task[None] | None = None
        self._clock = clock
        self._bell = bell
        self._place = FeedPlace(store)
        self._feeds: Mapping[GuildId, Feed] = {}
        self._telling: dict[GuildId, asyncio.Task[None]] = {}
        self._closed: dict[GuildId, Bell] = {}
        self._tasks = BackgroundTasks()

    async def run(self) -> None:
        """Tell until cancelled; what is untold then is told by the next process."""
        try:
            while True:
                await self._look()
                await self._bell.heard_within(self._clock, timeout_s=LOOK_EVERY_S)
        finally:
            await self._tasks.stop()

    def try_again(self, guild_id: GuildId) -> None:
        """The feed was set anew, or its channel was seen to be open."""
        self._cards.try_again(guild_id)
        closed = self._closed.get(guild_id)
        if closed is not None:
            closed.ring()
        self._bell.ring()

    async def _look(self) -> None:
        try:
            await self._place.restore()
            # In this order: a feed that is set between the two is told of what ends after.
            newest = await self._store.newest_event()
            self._feeds = {feed.guild_id: feed for feed in await self._store.all()}
            await self._read_on(newest)
        except StorageUnavailableError:
            log.warning("feed_waits_for_database")
            return
        except Exception:  # the supervisor: the next look must come whatever this one met
            log.exception("feed_look_failed")
            return
        for guild_id in self._place.guilds_behind:
            if guild_id not in self._telling:
                self._start_telling(guild_id)
        if self._showing_cards is None or self._showing_cards.done():
            showing = self._cards.show_due(self._feeds)
            self._showing_cards = self._tasks.start(showing, name="report-cards")

    async def _read_on(self, newest: EventId) -> None:
        # Without feeds nothing is looked at; and events that are gone give their numbers back.
        if not self._feeds or newest < self._place.read_until:
            self._place.skip_to(newest)
            return
        while self._place.read_until < newest:
            after = self._place.read_until
            until = EventId(min(after + EVENTS_AT_ONCE, newest))
            guilds = await self._store.guilds_with_ends(after=after, until=until)
            self._place.read_on(until, guilds=guilds & self._feeds.keys())
            if self._place.guilds_behind or until - after == EVENTS_AT_ONCE:
                await self._place.save()

    def _start_telling(self, guild_id: GuildId) -> None:
        task = self._tasks.start(self._tell(guild_id), name=f"feed-{guild_id}")
        self._telling[guild_id] = task
        task.add_done_callback(lambda _task: self._telling.pop(guild_id, None))

    async def _tell(self, guild_id: GuildId) -> None:
        """Tell a server what it has not been told, message by message."""
        away_waits_s = chain(AWAY_WAITS_S, repeat(AWAY_WAITS_S[-1]))
        while (feed := self._feeds.get(guild_id)) is not None:
            if self._messenger.is_throttled:
                await self._clock.sleep(THROTTLED_WAIT_S)
                continue
            try:
                if not await self._tell_next(feed):
                    return
            except StorageUnavailableError:
                log.warning("feed_waits_for_database", guild_id=guild_id)
                await self._clock.sleep(STORAGE_WAIT_S)
            except DiscordAwayError as error:
                wait_s = next(away_waits_s)
                log.info("feed_waits", guild_id=guild_id, cause=str(error), wait_s=wait_s)
                await self._clock.sleep(wait_s)
            except MessengerError as error:
                await self._set_aside(guild_id, cause=str(error))
            else:
                away_waits_s = chain(AWAY_WAITS_S, repeat(AWAY_WAITS_S[-1]))
                await self._clock.sleep(GAP_S)
        self._closed.pop(guild_id, None)
        self._place.caught_up(guild_id)

    async def _tell_next(self, feed: Feed) -> bool:
        """Send the next message; return False when there is nothing to be told any more."""
        while (backlog := self._place.of(feed.guild_id)) is not None:
            until = self._end_of_window(backlog)
            ends = await self._store.ends(
                feed.guild_id, after=backlog.told_until, until=until, at_most=ENDS_AT_ONCE
            )
            news = [end for end in ends if is_news(end, feed, now=self._clock.now())]
            if news:
                await self._send(feed, news, is_repeated=backlog.sending_until is not None)
                return True
            seen_until = ends[-1].event_id if len(ends) == ENDS_AT_ONCE else until
            if seen_until < self._place.read_until:
                self._place.told(feed.guild_id, seen_until)
            else:
                self._place.caught_up(feed.guild_id)
                await self._place.save()
        return False

    def _end_of_window(self, backlog: Backlog) -> EventId:
        if backlog.sending_until is not None:
            return backlog.sending_until
        return EventId(min(backlog.told_until + EVENTS_AT_ONCE, self._place.read_until))

    async def _send(self, feed: Feed, news: Sequence[End], *, is_repeated: bool) -> None:
        """An attempt that no words tell of, or none that Discord takes, keeps no other back."""
        try:
            await self._send_together(feed, news, is_repeated=is_repeated)
        except MessageRefusedError as error:
            await self._pass_over(feed, news, refused=str(error))
        except (MessengerError, StorageUnavailableError):
            raise
        except Exception:  # a defect, which would be met each time anew
            log.exception("feed_message_failed", guild_id=feed.guild_id)
            await self._pass_over(feed, news)

    async def _pass_over(self, feed: Feed, news: Sequence[End], *, refused: str = "") -> None:
        """Of several it may be any: the first is told alone, and only its own trouble counts."""
        first = news[0]
        if len(news) > 1:
            await self._send(feed, [first], is_repeated=False)
            return
        if refused:
            about = f"job {first.job.id}"
            await self._refused_lines.left_out(feed.guild_id, about=about, cause=refused)
        self._place.told(feed.guild_id, first.event_id)
        await self._place.save()

    async def _send_together(self, feed: Feed, news: Sequence[End], *, is_repeated: bool) -> None:
        told = news[: self._messenger.how_many_fit(news)]
        last = told[-1].event_id
        if not is_repeated:
            self._place.sending(feed.guild_id, last)
            await self._place.save()
        try:
            await self._messenger.tell(feed, told)
        except MessengerError as error:
            # What an earlier try may have sent is still to be told just as it was.
            if not is_repeated and not _may_stand(error):
                self._place.not_sent(feed.guild_id)
            raise
        self._closed.pop(feed.guild_id, None)
        self._place.told(feed.guild_id, last)
        await self._place.save()
        await self._refused_lines.taken(feed.guild_id)

    async def _set_aside(self, guild_id: GuildId, *, cause: str) -> None:
        """Wait for somebody to open the channel; what is older than a day then is no news."""
        if guild_id not in self._closed:
            log.warning("feed_closed", guild_id=guild_id, cause=cause)
        closed = self._closed.setdefault(guild_id, Bell())
        await closed.heard_within(self._clock, timeout_s=CLOSED_WAIT_S)


def _may_stand(error: MessengerError) -> bool:
    return isinstance(error, DiscordAwayError) and not isinstance(error, NothingSentError)
