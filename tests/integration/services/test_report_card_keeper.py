"""Cards of reports are posted once and kept true, and nobody's closed channel delays another's."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from bot.domain.errors import DiscordAwayError, MessageRefusedError, WayClosedError
from bot.domain.feed import Feed, FeedCategory
from bot.domain.ids import ChannelId, MessageId, UserId
from bot.domain.job import WORKER, JobStatus
from bot.domain.reporting import NewReport
from bot.services.refused_lines import RefusedLines
from bot.services.report_cards import REST_S, ReportCardKeeper
from bot.storage.encryption import TextCipher
from bot.storage.report_cards import SqlReportCards
from bot.storage.report_decisions import SqlReportDecisions
from bot.storage.reports import SqlReportStore
from tests.support.workshop import GUILD, MODERATOR, OTHER_GUILD

CHANNEL, OTHER_CHANNEL = ChannelId(900), ChannelId(901)
TO_DELIVERED = (
    JobStatus.SUBMITTING,
    JobStatus.RUNNING,
    JobStatus.DELIVERING,
    JobStatus.DELIVERED,
)


@dataclass
class Discord:
    """Takes cards as it is told to; what it did stands in `posted` and `edited`."""

    trouble: dict[ChannelId, Exception] = field(default_factory=dict)
    edit_trouble: Exception | None = None
    is_throttled: bool = False
    refusals: int = 0
    posted: list = field(default_factory=list)
    edited: list = field(default_factory=list)

    async def post(self, feed, card):
        if feed.channel_id in self.trouble:
            raise self.trouble[feed.channel_id]
        self.posted.append(card.report.id)
        return MessageId(1000 + card.report.id)

    async def edit(self, card):
        if self.edit_trouble is not None:
            raise self.edit_trouble
        self.edited.append((card.report.id, card.report.decision))


class Desk:
    def __init__(self, workshop):
        self.workshop = workshop
        self.clock = workshop.clock
        self.discord = Discord()
        cipher = TextCipher()
        self.reports = SqlReportStore(
            workshop.database, cipher=cipher, pseudonyms=workshop.pseudonyms
        )
        self.decisions = SqlReportDecisions(workshop.database, cipher=cipher)
        self.cards = SqlReportCards(workshop.database, cipher=cipher)
        self.feeds = {
            GUILD: self.feed(GUILD, CHANNEL),
            OTHER_GUILD: self.feed(OTHER_GUILD, OTHER_CHANNEL),
        }
        self.restart()

    def restart(self):
        self.keeper = ReportCardKeeper(
            store=self.cards,
            messenger=self.discord,
            refused_lines=RefusedLines(incidents=self.workshop.incidents, clock=self.clock),
            clock=self.clock,
        )

    def feed(self, guild, channel):
        return Feed(
            guild_id=guild,
            channel_id=channel,
            categories=frozenset(FeedCategory),
            set_at=self.clock.now(),
        )

    async def show(self):
        await self.keeper.show_due(self.feeds)

    async def filed(self, guild=GUILD):
        order = self.workshop.order(guild_id=guild)
        job = (await self.workshop.submission.submit(order)).job
        for step in TO_DELIVERED:
            await self.workshop.store.transition(job.id, step, actor=WORKER, at=self.clock.now())
        new = NewReport(
            job_id=job.id,
            guild_id=guild,
            reporter_id=UserId(7),
            text="!",
            created_at=self.clock.now(),
        )
        day_ago = self.clock.now() - timedelta(days=1)
        return (await self.reports.file(new, since=day_ago, at_most=50)).report

    async def dismiss(self, report):
        await self.decisions.dismiss(
            report.id, guild_id=report.guild_id, by=MODERATOR, at=self.clock.now()
        )


@pytest.fixture
def desk(workshop):
    return Desk(workshop)


async def test_a_card_is_posted_once_and_edited_when_it_is_decided(desk):
    report = await desk.filed()
    for _ in range(2):
        await desk.show()
    desk.restart()
    await desk.dismiss(report)
    for _ in range(2):
        await desk.show()

    assert desk.discord.posted == [report.id]
    assert desk.discord.edited == [(report.id, "dismissed")]


async def test_a_card_is_edited_although_the_feed_was_switched_off_since(desk):
    report = await desk.filed()
    await desk.show()
    desk.feeds = {}
    await desk.dismiss(report)

    await desk.show()

    assert desk.discord.edited == [(report.id, "dismissed")]


async def test_a_card_that_discord_refuses_keeps_no_other_back_and_is_told_of_once(desk):
    refused, good = await desk.filed(), await desk.filed()
    post = desk.discord.post

    async def refuse_one(feed, card):
        if card.report.id == refused.id:
            desk.discord.refusals += 1
            raise MessageRefusedError("400/50035")
        return await post(feed, card)

    desk.discord.post = refuse_one
    for _ in range(3):
        await desk.show()
        await desk.clock.leap(REST_S)

    assert (desk.discord.posted, desk.discord.refusals) == ([good.id], 1)
    assert desk.workshop.messenger.told == [
        ("incident-feed-line-refused", {"subject": str(GUILD)}),
    ]


@pytest.mark.parametrize(
    "trouble", [WayClosedError("403/50001"), ValueError("a card that cannot be put into words")]
)
async def test_a_closed_channel_or_a_defect_delays_no_other_servers_cards(desk, trouble):
    desk.discord.trouble[CHANNEL] = trouble
    shut = [await desk.filed() for _ in range(2)]
    there = await desk.filed(OTHER_GUILD)
    await desk.show()
    assert desk.discord.posted == [there.id]

    desk.discord.trouble.clear()
    await desk.show()
    assert desk.discord.posted == [there.id]
    await desk.clock.leap(REST_S + 1)
    await desk.show()

    assert desk.discord.posted == [there.id, *(report.id for report in shut)]


async def test_a_feed_that_is_set_anew_is_tried_at_once(desk):
    desk.discord.trouble[CHANNEL] = DiscordAwayError("503")
    report = await desk.filed()
    await desk.show()
    desk.discord.trouble.clear()
    desk.keeper.try_again(GUILD)

    await desk.show()

    assert desk.discord.posted == [report.id]


async def test_an_edit_waits_for_a_discord_that_is_away(desk):
    report = await desk.filed()
    await desk.show()
    await desk.dismiss(report)
    desk.discord.edit_trouble = DiscordAwayError("503")
    await desk.show()
    desk.discord.edit_trouble = None
    await desk.clock.leap(REST_S + 1)

    await desk.show()

    assert desk.discord.edited == [(report.id, "dismissed")]


async def test_a_card_that_somebody_deleted_is_left_alone(desk):
    report = await desk.filed()
    await desk.show()
    await desk.dismiss(report)
    desk.discord.edit_trouble = WayClosedError("404/10008")
    await desk.show()
    desk.discord.edit_trouble = None

    await desk.show()

    assert desk.discord.edited == []
    assert desk.discord.posted == [report.id]


async def test_a_throttled_discord_and_an_absent_database_are_waited_for(desk):
    report = await desk.filed()
    desk.discord.is_throttled = True
    await desk.show()
    desk.discord.is_throttled = False
    desk.workshop.database.is_away = True
    await desk.show()
    assert desk.discord.posted == []
    desk.workshop.database.is_away = False

    await desk.show()

    assert desk.discord.posted == [report.id]
