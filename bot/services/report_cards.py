"""Posts the cards of reports into feeds, and brings those that stand up to date."""

from collections.abc import Mapping
from typing import Final

import structlog

from bot.domain.errors import (
    DiscordAwayError,
    MessageRefusedError,
    MessengerError,
    StorageUnavailableError,
)
from bot.domain.feed import Feed, FeedCategory
from bot.domain.ids import GuildId, ReportId
from bot.domain.ports import Clock
from bot.domain.report_cards import (
    HISTORY_WINDOW,
    ReportCard,
    ReportCardMessenger,
    ReportCardStore,
)
from bot.domain.reporting import Report
from bot.services.refused_lines import RefusedLines

log = structlog.get_logger(__name__)

CARDS_AT_ONCE: Final = 20
# How long a server is left alone whose channel is closed, or while Discord is away.
REST_S: Final = 60.0


class ReportCardKeeper:
    """A report without a feed waits for one; a card that is gone is not posted again.

    One that Discord refuses is left out, until a restart at least: another version of this
    program may put it into other words.
    """

    def __init__(
        self,
        *,
        store: ReportCardStore,
        messenger: ReportCardMessenger,
        refused_lines: RefusedLines,
        clock: Clock,
    ) -> None:
        self._store = store
        self._messenger = messenger
        self._clock = clock
        self._refused_lines = refused_lines
        self._left_out: set[ReportId] = set()
        self._rests_until: dict[GuildId, float] = {}

    def try_again(self, guild_id: GuildId) -> None:
        self._rests_until.pop(guild_id, None)

    async def show_due(self, feeds: Mapping[GuildId, Feed]) -> None:
        """Say what is due, oldest first; what Discord does not take is due again later."""
        if self._messenger.is_throttled:
            return
        told = {
            guild_id for guild_id, feed in feeds.items() if FeedCategory.REPORTS in feed.categories
        }
        try:
            for report in await self._store.due(
                feeds=told, not_in=self._resting(), at_most=CARDS_AT_ONCE + len(self._left_out)
            ):
                if report.guild_id not in self._resting() and report.id not in self._left_out:
                    await self._show(report, feeds.get(report.guild_id))
        except StorageUnavailableError:
            log.warning("report_cards_wait_for_database")

    async def _show(self, report: Report, feed: Feed | None) -> None:
        card = await self._store.card(report, clips_since=self._clock.now() - HISTORY_WINDOW)
        if card is None:
            return
        try:
            if report.card_message_id is not None and report.card_channel_id is not None:
                await self._edit(card)
                place = (report.card_channel_id, report.card_message_id)
            elif feed is not None:
                place = (feed.channel_id, await self._messenger.post(feed, card))
            else:
                return
        except MessageRefusedError as error:
            self._left_out.add(report.id)
            about = f"report {report.id}"
            await self._refused_lines.left_out(report.guild_id, about=about, cause=str(error))
            return
        except MessengerError as error:
            log.warning("report_card_not_shown", report_id=report.id, cause=str(error))
            self._rest(report.guild_id)
            return
        except Exception:  # a defect with one card must not keep the others back
            log.exception("report_card_failed", report_id=report.id)
            self._rest(report.guild_id)
            return
        channel_id, message_id = place
        await self._store.shown(card, channel_id=channel_id, message_id=message_id)

    async def _edit(self, card: ReportCard) -> None:
        """A card that somebody deleted, or whose channel is closed, needs no more words."""
        try:
            await self._messenger.edit(card)
        except DiscordAwayError:
            raise
        except MessengerError as error:
            log.info("report_card_out_of_reach", report_id=card.report.id, cause=str(error))

    def _rest(self, guild_id: GuildId) -> None:
        self._rests_until[guild_id] = self._clock.monotonic() + REST_S

    def _resting(self) -> frozenset[GuildId]:
        now = self._clock.monotonic()
        self._rests_until = {
            guild_id: until for guild_id, until in self._rests_until.items() if until > now
        }
        return frozenset(self._rests_until)
