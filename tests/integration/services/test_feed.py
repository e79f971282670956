"""The feed tells of every attempt once, in order, whatever stops in between; and never floods."""

import asyncio
import random
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from bot.domain.clip import ClipRequest
from bot.domain.errors import (
    DiscordAwayError,
    MessageRefusedError,
    NothingSentError,
    ShowreelError,
    WayClosedError,
)
from bot.domain.feed import FeedCategory
from bot.domain.ids import ChannelId, UserId
from bot.domain.job import OPERATOR, WORKER, JobStatus
from bot.domain.ports import NewAttempt
from bot.messaging.feed_lines import MESSAGE_MAX_CHARS, render_feed
from bot.services.bell import Bell
from bot.services.feed import CLOSED_WAIT_S, FeedService
from bot.services.feed_settings import FeedSettings
from bot.services.refused_lines import RefusedLines
from bot.services.report_cards import ReportCardKeeper
from bot.storage.encryption import TextCipher
from bot.storage.feed import SqlFeedStore
from bot.storage.moderation_tables import audit_log
from bot.storage.report_cards import SqlReportCards
from bot.storage.tables import job_events
from tests.support.workshop import GUILD, MODERATOR, OTHER_GUILD, load_catalogue

CHANNEL = ChannelId(900)
OTHER_CHANNEL = ChannelId(901)
ALL = frozenset(FeedCategory)
TO_DELIVERING = (JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING)


@dataclass
class Discord:
    """Channels that take messages: a repeated nonce gives the first one, as Discord does."""

    standing: dict[tuple[ChannelId, object], list] = field(default_factory=dict)
    trouble: dict[ChannelId, Exception] = field(default_factory=dict)
    refuses: set[int] = field(default_factory=set)
    loses_answers: bool = False
    is_throttled: bool = False
    tries: int = 0

    def how_many_fit(self, ends):
        return render_feed(load_catalogue(), "en-US", ends).ends_told

    async def tell(self, feed, ends):
        self.tries += 1
        if any(end.job.id in self.refuses for end in ends):
            raise MessageRefusedError("400/50035")
        if feed.channel_id in self.trouble:
            raise self.trouble[feed.channel_id]
        nonce = (ends[0].job.id, ends[0].status)
        self.standing.setdefault((feed.channel_id, nonce), list(ends))
        if self.loses_answers:
            raise DiscordAwayError("no answer")

    def told(self, channel=CHANNEL):
        return [
            end
            for (where, _nonce), ends in self.standing.items()
            if where == channel
            for end in ends
        ]

    def references(self, channel=CHANNEL):
        return [end.job.reference for end in self.told(channel)]

    def messages(self, channel=CHANNEL):
        return [ends for (where, _nonce), ends in self.standing.items() if where == channel]


@dataclass
class Asked:
    """What the service asks of the store, counted."""

    store: SqlFeedStore
    looks: int = 0

    async def guilds_with_ends(self, **between):
        self.looks += 1
        return await self.store.guilds_with_ends(**between)

    def __getattr__(self, name):
        return getattr(self.store, name)


class Office:
    """The feed as the product wires it; `restart` is what a new process does."""

    def __init__(self, workshop):
        self.workshop = workshop
        self.clock = workshop.clock
        self.discord = Discord()
        self.store = Asked(SqlFeedStore(workshop.database, cipher=TextCipher()))
        self.bell = Bell()
        self._running = None
        self._count = 0
        self.settings = FeedSettings(store=self.store, clock=self.clock, changed=self._changed)

    def _changed(self, guild):
        self.service.try_again(guild)

    def start(self):
        refused_lines = RefusedLines(incidents=self.workshop.incidents, clock=self.clock)
        self.service = FeedService(
            store=self.store,
            messenger=self.discord,
            cards=ReportCardKeeper(
                store=SqlReportCards(self.workshop.database, cipher=TextCipher()),
                messenger=self.discord,
                refused_lines=refused_lines,
                clock=self.clock,
            ),
            refused_lines=refused_lines,
            clock=self.clock,
            bell=self.bell,
        )
        self._running = asyncio.create_task(self.service.run())

    async def stop(self):
        self._running.cancel()
        await asyncio.gather(self._running, return_exceptions=True)

    async def restart(self):
        await self.stop()
        self.start()

    async def turn_on(self, guild=GUILD, channel=CHANNEL, categories=ALL):
        return await self.settings.set(guild, channel, categories, by=MODERATOR)

    async def wait(self, seconds=8.0):
        await self.clock.settle()
        await self.clock.advance(seconds)

    def attempt(self, guild=GUILD, *, user=70, prompt="a red fox", **destination):
        self._count += 1
        order = self.workshop.order(
            ClipRequest(prompt=prompt), guild_id=guild, user_id=UserId(user), **destination
        )
        return NewAttempt(
            request=order.request,
            destination=order.destination,
            reference=f"R{self._count:05}",
            created_at=self.clock.now(),
            interaction_token="token",
            interaction_token_expires_at=order.interaction_token_expires_at,
            cost_estimated_usd=Decimal("1.40"),
        )

    async def refused(self, guild=GUILD, reason="prompt_rule:1", **attempt):
        return await self.workshop.store.refuse(self.attempt(guild, **attempt), reason)

    async def accepted(self, guild=GUILD, **attempt):
        submitted = await self.workshop.store.submit(
            self.attempt(guild, **attempt), lambda _usage: None
        )
        return submitted.job

    async def take(self, job, *steps, actor=WORKER, **changes):
        for step in steps:
            job = await self.workshop.store.transition(
                job.id,
                step,
                actor=actor,
                at=self.clock.now(),
                **(changes if step is steps[-1] else {}),
            )
        return job

    async def delivered(self, guild=GUILD, **attempt):
        return await self.take(
            await self.accepted(guild, **attempt), *TO_DELIVERING, JobStatus.DELIVERED
        )


@pytest.fixture
async def office(workshop):
    office = Office(workshop)
    office.start()
    await office.wait(1)
    yield office
    await office.stop()


class TestTelling:
    async def test_each_end_is_told_once_whatever_kind_it_is(self, office):
        await office.turn_on()
        done = await office.delivered()
        refused = await office.refused()
        job = await office.accepted()
        cancelled = await office.take(job, JobStatus.CANCELLED, reason="cancelled_by_member")
        failed = await office.take(
            await office.accepted(), JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.FAILED
        )
        kept = await office.take(await office.accepted(), *TO_DELIVERING, JobStatus.KEPT)
        await office.accepted()

        await office.wait()
        await office.wait(60)

        wanted = [job.reference for job in (done, refused, cancelled, failed, kept)]
        assert office.discord.references() == wanted

    async def test_only_the_chosen_kinds_are_told(self, office):
        await office.turn_on(categories=frozenset({FeedCategory.REFUSED}))
        await office.delivered()
        refused = await office.refused()

        await office.wait()

        assert office.discord.references() == [refused.reference]

    async def test_a_kept_clip_is_told_once_though_it_is_fetched_later(self, office):
        await office.turn_on()
        kept = await office.take(await office.accepted(), *TO_DELIVERING, JobStatus.KEPT)
        await office.take(kept, JobStatus.DELIVERED)

        await office.wait()

        assert [end.status for end in office.discord.told()] == [JobStatus.KEPT]

    async def test_an_unclear_end_is_told_again_when_it_is_settled(self, office):
        await office.turn_on()
        job = await office.take(await office.accepted(), JobStatus.SUBMITTING, JobStatus.UNKNOWN)
        await office.wait()
        await office.take(job, JobStatus.FAILED, actor=OPERATOR, cost_usd=Decimal(0))

        await office.wait()

        assert [end.status for end in office.discord.told()] == [
            JobStatus.UNKNOWN,
            JobStatus.FAILED,
        ]

    async def test_what_is_no_step_is_not_told(self, office):
        await office.turn_on()
        job = await office.delivered()
        await office.wait()
        await office.workshop.store.mark_deleted(job.id, actor=WORKER, at=office.clock.now())
        await office.workshop.store.note(
            job.id, actor=WORKER, at=office.clock.now(), detail="cost", cost_usd=Decimal(2)
        )

        await office.wait()

        assert len(office.discord.told()) == 1

    async def test_a_step_that_rings_is_told_within_two_seconds(self, office):
        await office.turn_on()
        await office.wait()
        await office.delivered()
        office.bell.ring()

        await office.wait(2)

        assert len(office.discord.told()) == 1

    async def test_each_server_is_told_of_its_own_attempts_alone(self, office):
        await office.turn_on()
        await office.turn_on(OTHER_GUILD, OTHER_CHANNEL)
        here, there = await office.delivered(), await office.refused(OTHER_GUILD)

        await office.wait()

        assert office.discord.references() == [here.reference]
        assert office.discord.references(OTHER_CHANNEL) == [there.reference]


class TestBeginning:
    async def test_what_ended_before_the_feed_was_set_is_not_told(self, office):
        await office.delivered()
        await office.wait()
        await office.turn_on()
        await office.wait()

        assert office.discord.tries == 0

    async def test_what_ended_before_is_not_told_though_the_log_is_read_only_afterwards(
        self, office
    ):
        """Another server's feed stands, so the log is read on from where it was."""
        await office.turn_on(OTHER_GUILD, OTHER_CHANNEL)
        await office.wait()
        await office.stop()
        await office.refused()
        await office.clock.leap(1)
        await office.turn_on()
        after = await office.refused()

        office.start()
        await office.wait()

        assert office.discord.references() == [after.reference]

    async def test_after_a_day_of_standstill_only_what_is_younger_is_told(self, office):
        await office.turn_on()
        await office.wait()
        await office.stop()
        await office.delivered()
        await office.clock.leap(timedelta(hours=25).total_seconds())
        young = await office.delivered()

        office.start()
        await office.wait()

        assert office.discord.references() == [young.reference]

    async def test_what_ends_right_after_the_feed_was_set_is_told(self, office):
        """However the two fall into a look at the log."""
        await office.turn_on(OTHER_GUILD, OTHER_CHANNEL)
        read, jobs = office.store.store.all, []

        async def set_meanwhile():
            feeds = await read()
            if not jobs:
                await office.turn_on()
                jobs.append(await office.refused())
            return feeds

        office.store.store.all = set_meanwhile
        await office.wait(20)

        assert office.discord.references() == [job.reference for job in jobs]

    async def test_a_clock_that_is_set_back_does_not_silence_a_new_feed(self, office):
        await office.turn_on()
        office.clock._start -= timedelta(hours=1)
        job = await office.refused()

        await office.wait()

        assert office.discord.references() == [job.reference]

    async def test_without_a_feed_no_attempt_is_looked_at(self, office):
        for _ in range(30):
            await office.refused()
        await office.wait(600)

        assert office.store.looks == 0

    async def test_a_feed_that_is_switched_off_tells_no_more(self, office):
        await office.turn_on()
        await office.delivered()
        await office.wait()
        await office.settings.turn_off(GUILD, by=MODERATOR)
        await office.delivered()
        await office.wait()

        assert len(office.discord.told()) == 1
        with pytest.raises(ShowreelError, match="feed-not-set"):
            await office.settings.of(GUILD)

    async def test_a_feed_that_tells_nothing_is_none(self, office):
        with pytest.raises(ShowreelError, match="feed-set-nothing"):
            await office.turn_on(categories=frozenset())

    async def test_both_changes_are_on_record(self, office):
        await office.turn_on(categories=frozenset({FeedCategory.REPORTS}))
        await office.settings.turn_off(GUILD, by=MODERATOR)

        async def work(connection):
            found = await connection.execute(select(audit_log).order_by(audit_log.c.id))
            return [(row.action.value, row.actor_id, row.before, row.after) for row in found]

        reports = {"channel": CHANNEL, "categories": "reports"}
        assert await office.workshop.database.read(work) == [
            ("feed_set", MODERATOR, None, reports),
            ("feed_off", MODERATOR, reports, None),
        ]


class TestBacklog:
    async def test_a_flood_is_told_in_few_messages_and_nothing_of_it_is_lost(self, office):
        await office.turn_on()
        office.discord.is_throttled = True
        jobs = [await office.refused(prompt="a red fox " * 20) for _ in range(60)]
        await office.wait(30)
        assert office.discord.tries == 0
        office.discord.is_throttled = False

        await office.wait(60)

        assert office.discord.references() == [job.reference for job in jobs]
        assert len(office.discord.messages()) < 12
        for ends in office.discord.messages():
            text = render_feed(load_catalogue(), "en-US", ends)
            assert len(text.content) <= MESSAGE_MAX_CHARS
            assert len(text.jobs) <= 25

    async def test_a_member_who_is_refused_again_and_again_takes_one_line(self, office):
        await office.turn_on()
        await office.wait(1)  # else it may look while the first of them are being written
        for _ in range(20):
            await office.refused(reason="user_daily_limit")

        await office.wait()

        (ends,) = office.discord.messages()
        assert len(ends) == 20
        assert "20 times" in render_feed(load_catalogue(), "en-US", ends).content

    async def test_many_events_of_others_are_passed_over(self, office, monkeypatch):
        monkeypatch.setattr("bot.services.feed.EVENTS_AT_ONCE", 5)
        await office.turn_on()
        first = await office.delivered()
        for _ in range(20):
            await office.refused(OTHER_GUILD)
        last = await office.delivered()

        await office.wait(20)

        assert office.discord.references() == [first.reference, last.reference]

    async def test_events_whose_numbers_come_again_are_told(self, office):
        await office.turn_on()
        await office.delivered()
        await office.wait()

        async def forget(connection):
            await connection.execute(job_events.delete())

        await office.workshop.database.write(forget)
        await office.wait()
        again = await office.delivered()
        await office.wait()

        assert office.discord.references()[-1] == again.reference


class TestInterruptions:
    async def test_a_restart_goes_on_where_it_was(self, office):
        await office.turn_on()
        told = await office.delivered()
        await office.wait()
        await office.stop()
        meanwhile = await office.delivered()

        office.start()
        await office.wait()

        assert office.discord.references() == [told.reference, meanwhile.reference]

    async def test_what_was_cut_off_before_it_was_recorded_stands_once(self, office):
        await office.turn_on()
        office.discord.loses_answers = True
        first = await office.delivered()
        await office.wait()
        later = [await office.delivered() for _ in range(3)]
        office.discord.loses_answers = False

        await office.restart()
        await office.wait(20)

        assert office.discord.references() == [job.reference for job in (first, *later)]
        assert office.discord.messages()[0][0].job.id == first.id
        assert len(office.discord.messages()[0]) == 1

    @pytest.mark.parametrize("trouble", [NothingSentError("429"), DiscordAwayError("503")])
    async def test_a_discord_that_is_away_is_waited_for(self, office, trouble):
        await office.turn_on()
        office.discord.trouble[CHANNEL] = trouble
        jobs = [await office.delivered() for _ in range(3)]
        await office.wait(200)
        office.discord.trouble.clear()
        await office.wait(700)

        assert office.discord.references() == [job.reference for job in jobs]

    async def test_a_closed_channel_delays_nobody_else(self, office, logged):
        await office.turn_on()
        await office.turn_on(OTHER_GUILD, OTHER_CHANNEL)
        office.discord.trouble[CHANNEL] = WayClosedError("403/50001")
        await office.delivered()
        for _ in range(4):
            await office.delivered(OTHER_GUILD)
            await office.wait(CLOSED_WAIT_S)

        assert len(office.discord.told(OTHER_CHANNEL)) == 4
        assert [event["event"] for event in logged].count("feed_closed") == 1

    async def test_a_channel_that_is_opened_is_told_what_it_missed(self, office):
        await office.turn_on()
        office.discord.trouble[CHANNEL] = WayClosedError("403/50001")
        jobs = [await office.delivered() for _ in range(2)]
        await office.wait(60)
        office.discord.trouble.clear()
        await office.turn_on()

        await office.wait(4)

        assert office.discord.references() == [job.reference for job in jobs]

    async def test_a_channel_that_stays_closed_for_a_day_is_forgiven_the_rest(self, office):
        await office.turn_on()
        office.discord.trouble[CHANNEL] = WayClosedError("403/50001")
        await office.delivered()
        await office.clock.leap(timedelta(hours=25).total_seconds())
        office.discord.trouble.clear()
        tries = office.discord.tries
        await office.wait(2 * CLOSED_WAIT_S)

        assert office.discord.told() == []
        assert office.discord.tries == tries
        assert (await office.store.cursor()).behind == {}

    async def test_a_database_that_is_away_is_waited_for(self, office):
        await office.turn_on()
        job = await office.delivered()
        office.workshop.database.is_away = True
        await office.wait(60)
        office.workshop.database.is_away = False
        await office.wait(15)

        assert office.discord.references() == [job.reference]

    async def test_a_defect_in_one_look_does_not_end_the_feed(self, office, logged):
        await office.turn_on()
        read, office.store.store.all = office.store.store.all, _defective
        job = await office.delivered()
        await office.wait(20)
        office.store.store.all = read
        await office.wait()

        assert office.discord.references() == [job.reference]
        assert "feed_look_failed" in {event["event"] for event in logged}

    async def test_one_that_cannot_be_put_into_words_keeps_no_other_back(
        self, office, logged, monkeypatch
    ):
        await office.turn_on()
        jobs = [await office.refused() for _ in range(4)]
        tell = office.discord.tell

        async def stumble(feed, ends):
            if jobs[2].id in [end.job.id for end in ends]:
                raise ValueError("a defect")
            await tell(feed, ends)

        monkeypatch.setattr(office.discord, "tell", stumble)
        await office.wait(30)

        told = [jobs[0], jobs[1], jobs[3]]
        assert office.discord.references() == [job.reference for job in told]
        assert "feed_message_failed" in {event["event"] for event in logged}

    @pytest.mark.parametrize("seed", [4, 6, 39])
    async def test_each_end_stands_once_and_in_order_whatever_happens(self, office, seed):
        chance = random.Random(seed)
        await office.turn_on()
        wanted = []
        for _ in range(25):
            wanted.append((await office.refused()).reference)
            match chance.randrange(6):
                case 0:
                    await office.restart()
                case 1:
                    office.discord.loses_answers = not office.discord.loses_answers
                case 2:
                    office.workshop.database.is_away = True
                    await office.wait(3)
                    office.workshop.database.is_away = False
                case 3:
                    office.discord.trouble[CHANNEL] = NothingSentError("429")
                    await office.wait(4)
                    office.discord.trouble.clear()
                case _:
                    await office.wait(chance.choice((0.5, 3, 11)))
        office.discord.loses_answers = False
        await office.wait(3000)

        assert office.discord.references() == wanted


class TestRefusedLines:
    """A line that Discord never takes (400) is left out, and stops nothing."""

    async def test_one_bad_line_keeps_no_other_back(self, office, logged):
        await office.turn_on()
        jobs = [await office.refused() for _ in range(5)]
        office.discord.refuses = {jobs[0].id, jobs[2].id}
        await office.wait(30)

        told = [jobs[1], jobs[3], jobs[4]]
        assert office.discord.references() == [job.reference for job in told]
        assert (await office.store.cursor()).behind == {}
        events = [event for event in logged if event["event"] == "feed_line_refused"]
        assert [event["about"] for event in events] == [f"job {jobs[0].id}", f"job {jobs[2].id}"]
        assert {event["cause"] for event in events} == {"400/50035"}
        assert "feed_closed" not in {event["event"] for event in logged}

    async def test_the_operator_is_told_once_and_when_a_day_has_passed_without_one(self, office):
        await office.turn_on()
        for _ in range(3):
            job = await office.refused()
            office.discord.refuses.add(job.id)
            await office.wait()
            await office.refused()
            await office.wait()
        begun = ("incident-feed-line-refused", {"subject": str(GUILD)})
        assert office.workshop.messenger.told == [begun]

        await office.clock.leap(timedelta(hours=24).total_seconds())
        await office.refused()
        await office.wait()

        over = ("incident-feed-line-refused-over", {"subject": str(GUILD)})
        assert office.workshop.messenger.told == [begun, over]

    async def test_a_restart_neither_repeats_the_line_nor_the_word_to_the_operator(self, office):
        await office.turn_on()
        bad = await office.refused()
        office.discord.refuses = {bad.id}
        await office.wait()
        tries = office.discord.tries

        await office.restart()
        good = await office.refused()
        await office.wait(20)

        assert office.discord.references() == [good.reference]
        assert office.discord.tries == tries + 1
        assert len(office.workshop.messenger.told) == 1

    async def test_one_that_was_cut_off_and_then_refused_is_left_out_too(self, office):
        await office.turn_on()
        office.discord.trouble[CHANNEL] = DiscordAwayError("no answer")
        jobs = [await office.refused() for _ in range(3)]
        await office.wait()
        office.discord.trouble.clear()
        office.discord.refuses = {jobs[0].id}

        await office.restart()
        await office.wait(20)

        assert office.discord.references() == [job.reference for job in jobs[1:]]


async def _defective():
    raise ValueError("a defect")
