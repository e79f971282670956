"""A report comes to the feed as a card, and a moderator decides it there."""

from dataclasses import replace
from functools import partial

import discord
import pytest
from cryptography.fernet import Fernet

from bot.domain.audit import AuditAction
from bot.domain.erasure import Erasure, WhatIsOver
from bot.domain.ids import GuildId, UserId
from bot.domain.job import DeliveryWay, JobStatus
from bot.domain.reporting import REPORT_MAX_CHARS, ReportDecision
from bot.storage.encryption import TextCipher
from bot.storage.member_tables import reports
from cogs.report_decisions import DismissReportButton
from tests.integration.cogs.conftest import PROMPT, Town
from tests.support.feed_channel import moderators_channel, run_feed

pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)

TEXT = "It shows a real person."


@pytest.fixture
def log_channel(town):
    return moderators_channel(town)


@pytest.fixture
def feed(house, env):
    return partial(run_feed, house, env)


@pytest.fixture
def turn_on(town, log_channel):
    async def build(**kinds):
        only = dict.fromkeys(("delivered", "refused", "failed", "cancelled"), False)
        await town.mod.slash(
            town.channel, "video-mod feed set", channel=log_channel, **{**only, **kinds}
        )

    return build


@pytest.fixture
def published(house, accepted):
    async def build():
        job = await accepted()
        sent = await house.messenger.send_to_channel(house.result(job))
        return await house.delivered(job, sent, delivery=DeliveryWay.ATTACHMENT)

    return build


@pytest.fixture
def report(town):
    """File a report about a clip, as a member does."""

    async def build(job, *, by=None, text=TEXT):
        who = by or town.bob
        opened = await who.click(town.message(job.result_message_id), label="Report")
        await who.submit_modal(opened, {"text": text})

    return build


@pytest.fixture
def cards(log_channel):
    def look():
        return sorted(log_channel.history(), key=lambda message: message.id)

    return look


@pytest.fixture
async def carded(turn_on, published, report, feed, cards):
    """A clip that was reported, and the card about it."""
    await turn_on()
    job = await published()
    await report(job)
    await feed()
    (card,) = cards()
    return job, card


async def unreadable(house):
    """The key that sealed the report is lost, and its card has to be shown anew."""
    sealed = TextCipher([Fernet.generate_key().decode()]).seal(TEXT)
    lost = reports.update().values(text=sealed, card_due=True)
    await house.stores.database.write(lambda connection: connection.execute(lost))


def text_field(text):
    return {"type": 18, "id": 1, "component": {"type": 4, "custom_id": "text", "value": text}}


def labels(message):
    return [button.label for row in message.components for button in row.children]


class TestTheCard:
    async def test_it_says_what_is_reported_by_whom_and_what_was_before(self, town, carded):
        job, card = carded

        heading, prompt, facts, text, requester, reporter = card.content.splitlines()
        assert heading == (f"**Reported**: a clip of {town.alice.mention} · <#{town.channel.id}>")
        assert prompt == f"> {PROMPT}"
        assert facts.endswith(f"`{job.reference}` · {job.message_url}")
        assert text.startswith(f"{town.bob.mention} reported <t:")
        assert text.endswith(TEXT.replace(".", "."))
        assert requester.endswith("one clip in 30 days · not reported before · never blocked")
        assert reporter.endswith("one report so far · none dismissed")
        assert labels(card) == ["Case", "Delete result", "Block member", "Dismiss"]

    async def test_without_a_feed_a_report_waits_for_one(
        self, turn_on, published, report, feed, cards
    ):
        await report(await published())
        await feed()
        await turn_on(reports=False)
        await feed()
        assert cards() == []

        await turn_on()
        await feed()

        assert len(cards()) == 1

    async def test_it_stands_once_across_restarts(self, house, env, carded, feed, cards):
        await env.restart_bot(house.new_bot())
        await feed()

        assert [card.id for card in cards()] == [carded[1].id]

    async def test_a_report_that_is_changed_changes_its_card(self, carded, report, feed, cards):
        await report(carded[0], text="And it says my name.")
        await feed()

        (card,) = cards()
        assert "And it says my name." in card.content
        assert labels(card)

    async def test_a_long_report_is_attached_whole(self, turn_on, published, report, feed, cards):
        await turn_on()
        await report(await published(), text="word " * (REPORT_MAX_CHARS // 5))
        await feed()

        (card,) = cards()
        assert "The whole report is attached." in card.content
        assert [each.filename for each in card.attachments] == ["report.txt"]


class TestTheFile:
    """What the card says is attached is what the report says."""

    LONG, OTHER_LONG = "word " * 180, "other " * 150

    @pytest.fixture
    def attached(self, cards):
        async def look():
            (card,) = cards()
            files = [(await each.read()).decode() for each in card.attachments]
            return "The whole report is attached." in card.content, files

        return look

    async def test_a_report_that_becomes_long_is_attached_whole(
        self, carded, report, feed, attached
    ):
        await report(carded[0], text=self.LONG)
        await feed()

        assert await attached() == (True, [self.LONG.strip()])

    async def test_another_long_text_takes_the_place_of_the_first(
        self, carded, report, feed, attached
    ):
        for text in (self.LONG, self.OTHER_LONG):
            await report(carded[0], text=text)
            await feed()

        assert await attached() == (True, [self.OTHER_LONG.strip()])

    async def test_a_report_that_is_short_again_has_no_file(
        self, turn_on, published, report, feed, attached
    ):
        await turn_on()
        job = await published()
        await report(job, text=self.LONG)
        await feed()
        assert await attached() == (True, [self.LONG.strip()])

        await report(job, text=TEXT)
        await feed()

        assert await attached() == (False, [])

    async def test_it_stays_when_the_report_is_decided(
        self, town, carded, report, feed, cards, attached
    ):
        await report(carded[0], text=self.LONG)
        await feed()

        await town.mod.click(cards()[0], label="Dismiss")
        await feed()

        assert await attached() == (True, [self.LONG.strip()])
        assert "dismissed the report" in cards()[0].content

    async def test_where_no_file_is_taken_any_more_the_card_speaks_of_none(
        self, town, env, carded, report, feed, cards, attached
    ):
        await report(carded[0], text=self.LONG)
        await feed()
        await town.mod.click(cards()[0], label="Dismiss")
        env.inject_error("PATCH", "/channels/*", status=403, code=50013)

        await feed()

        assert await attached() == (False, [])
        assert "dismissed the report" in cards()[0].content

    async def test_it_is_left_alone_while_no_key_opens_the_report(
        self, house, carded, report, feed, cards
    ):
        await report(carded[0], text=self.LONG)
        await feed()
        await unreadable(house)

        await feed()

        (card,) = cards()
        assert [each.filename for each in card.attachments] == ["report.txt"]


class TestAnErasedMember:
    @pytest.fixture
    async def reported(self, house, turn_on, published, report, feed, cards):
        """A clip that stands, was erased for its member, and is reported only then."""
        await turn_on()
        job = await published()
        await house.store.mark_told(job.id, job.status)
        erasure = Erasure(user_id=job.destination.user_id, requested_at=house.clock.now())
        over = WhatIsOver(given_up_before=house.clock.now(), untold_before=house.clock.now())
        assert await house.stores.erasures.erase_jobs(
            erasure, pseudonym=UserId(-7), over=over, at_most=9
        )
        await report(job)
        await feed()
        (card,) = cards()
        return job, card

    async def test_a_clip_that_still_stands_is_found_and_deleted(self, town, reported, feed, cards):
        job, card = reported
        assert job.message_url in card.content

        answer = await town.mod.click(card, label="Delete result")
        await feed()

        assert "all reports about it are decided" in answer.response.content
        assert job.result_message_id not in [each.id for each in town.messages()]
        assert labels(cards()[0]) == []

    async def test_a_decided_report_says_no_more_where_it_was(self, house, town, reported):
        job, card = reported
        (before,) = await house.reports.of_job(job.id)
        assert before.message_id == job.result_message_id

        await town.mod.click(card, label="Dismiss")

        (after,) = await house.reports.of_job(job.id)
        assert after.message_id is None


class TestDeciding:
    async def test_delete_takes_the_clip_away_and_decides_all_reports_about_it(
        self, house, town, carded, report, feed, cards
    ):
        job, card = carded
        await report(job, by=town.mod)
        await feed()

        answer = await town.mod.click(card, label="Delete result")
        await feed()

        assert "all reports about it are decided" in answer.response.content
        assert job.result_message_id not in [each.id for each in town.messages()]
        decided = [each.decision for each in await house.reports.of_job(job.id)]
        assert decided == [ReportDecision.DELETED] * 2
        for each in cards():
            assert f"**Decided**: {town.mod.mention} deleted the clip" in each.content
            assert labels(each) == []

    async def test_a_report_about_a_clip_that_is_deleted_already_is_decided_all_the_same(
        self, house, town, env, carded
    ):
        job, card = carded
        await town.alice.click(town.message(job.result_message_id), label="Delete")
        before = await house.store.events(job.id)
        asked = len(env.http_requests)

        answer = await town.mod.click(card, label="Delete result")

        assert answer.response.ephemeral
        (decided,) = await house.reports.of_job(job.id)
        assert (decided.decision, decided.decided_by) == (ReportDecision.DELETED, town.mod.id)
        # Nothing is deleted a second time, and nobody is said to have done it.
        assert "DELETE" not in {each.method for each in env.http_requests[asked:]}
        after = (await house.store.events(job.id))[len(before) :]
        assert "result_deleted" not in {event.detail for event in after}

    async def test_dismiss_decides_one_and_says_nothing_to_anybody(
        self, house, town, carded, feed, cards
    ):
        job, card = carded

        answer = await town.mod.click(card, label="Dismiss")
        await feed()

        assert answer.response.ephemeral
        (decided,) = await house.reports.of_job(job.id)
        assert (decided.decision, decided.decided_by) == (
            ReportDecision.DISMISSED,
            town.mod.id,
        )
        (card,) = cards()
        assert f"**Decided**: {town.mod.mention} dismissed the report" in card.content
        record = await house.stores.audit.page(GuildId(town.guild.id), before=None, rows=1)
        assert record[0].action is AuditAction.REPORT_DECIDED

    async def test_block_opens_the_form_and_decides_when_it_is_sent(
        self, house, town, carded, feed, cards
    ):
        job, card = carded
        opened = await town.mod.click(card, label="Block member")
        assert (await house.reports.of_job(job.id))[0].decision is None

        await town.mod.submit_modal(opened, {"duration": "1 day", "reason": "real people"})
        await feed()

        (decided,) = await house.reports.of_job(job.id)
        assert decided.decision is ReportDecision.BLOCKED
        (card,) = cards()
        assert "blocked its member" in card.content
        assert "blocked now" in card.content

    @pytest.mark.parametrize("label", ["Delete result", "Block member", "Dismiss"])
    async def test_what_was_decided_says_by_whom_and_how(self, town, carded, label):
        _, card = carded
        await town.mod.click(card, label="Dismiss")

        answer = await town.mod.click(card, label=label)

        assert answer.response.content.startswith(f"{town.mod.mention} decided this report <t:")
        assert "it was dismissed" in answer.response.content

    async def test_buttons_of_before_a_restart_still_work(self, house, town, env, carded):
        job, card = carded
        await env.restart_bot(house.new_bot())

        await town.mod.click(card, label="Dismiss")

        assert (await house.reports.of_job(job.id))[0].decision is ReportDecision.DISMISSED


class TestAClipThatIsGone:
    """The card says who deleted it, and its report can be decided."""

    @pytest.fixture
    def decide(self, town, feed, cards):
        """Press Delete result, and read what the card says then."""

        async def build():
            (card,) = cards()
            answer = await town.mod.click(card, label="Delete result")
            await feed()
            (card,) = cards()
            return answer.response.content, card

        return build

    async def test_its_members_own_deletion_changes_the_card(self, town, carded, feed, cards):
        job, _ = carded
        await town.alice.click(town.message(job.result_message_id), label="Delete")

        await feed()

        (card,) = cards()
        assert card.content.splitlines()[2].endswith(
            f"`{job.reference}` · deleted by its own member"
        )
        assert job.message_url not in card.content
        assert labels(card) == ["Case", "Delete result", "Block member", "Dismiss"]

    async def test_what_its_member_deleted_is_decided_and_is_no_moderators_deed(
        self, house, town, env, carded, decide
    ):
        """There is nothing to ask Discord for."""
        job, _ = carded
        await town.alice.click(town.message(job.result_message_id), label="Delete")
        await env.advance_time(20 * 60)
        env.inject_error("DELETE", "/channels/*", status=403, code=50013)

        answer, card = await decide()

        assert "all reports about it are decided" in answer
        (report,) = await house.reports.of_job(job.id)
        assert (report.decision, report.decided_by) == (ReportDecision.DELETED, town.mod.id)
        assert "deleted by its own member" in card.content
        assert f"**Decided**: {town.mod.mention} settled this <t:" in card.content
        assert card.content.endswith("the clip was gone already.")
        assert labels(card) == []

    async def test_what_was_deleted_by_hand_is_said_of_nobody(self, town, carded, decide):
        job, _ = carded
        await town.mod.delete(town.message(job.result_message_id))

        answer, card = await decide()

        assert "all reports about it are decided" in answer
        assert "its message is deleted" in card.content
        assert card.content.endswith("the clip was gone already.")

    async def test_with_its_channel_it_is_deleted_too(self, house, town, env, carded, decide):
        job, _ = carded
        await env.advance_time(20 * 60)
        env.backend.delete_channel(town.channel.id)

        answer, card = await decide()

        assert "all reports about it are decided" in answer
        assert (await house.reports.of_job(job.id))[0].decision is ReportDecision.DELETED
        assert (await house.job(job.id)).deleted_at is not None
        assert card.content.endswith("the clip was gone already.")

    async def test_a_channel_that_the_bot_may_not_see_still_holds_it(
        self, house, env, carded, decide
    ):
        job, _ = carded
        await env.advance_time(20 * 60)
        env.inject_error("DELETE", "/channels/*", status=403, code=50001)

        answer, card = await decide()

        assert answer.startswith("Discord does not let this bot delete that message.")
        assert (await house.reports.of_job(job.id))[0].decision is None
        assert (await house.job(job.id)).deleted_at is None
        assert job.message_url in card.content

    async def test_who_reports_it_only_then_learns_nothing_and_moderators_who_deleted_it(
        self, town, turn_on, published, feed, cards
    ):
        await turn_on()
        job = await published()
        message = town.message(job.result_message_id)
        opened = await town.bob.click(message, label="Report")
        await town.mod.click(message, label="Delete")

        await town.submit_forged(
            town.bob, town.channel, opened.modal["custom_id"], [text_field(TEXT)]
        )
        await feed()

        (card,) = cards()
        assert f"deleted by {town.mod.mention}" in card.content

    async def test_a_message_that_nobody_could_confirm_is_deleted_though_its_member_has_the_clip(
        self, house, town, turn_on, accepted, report, feed, decide
    ):
        await turn_on()
        job = await accepted()
        sent = await house.messenger.send_to_channel(house.result(job))
        job = await house.keep(job)
        await report(replace(job, result_message_id=sent.message_id))
        listed = await town.alice.slash(town.channel, "videos list")
        await town.alice.click(listed.response, label="Get the clip")
        assert (await house.job(job.id)).status is JobStatus.DELIVERED
        await feed()

        answer, card = await decide()

        assert "all reports about it are decided" in answer
        assert sent.message_id not in [message.id for message in town.messages()]
        assert f"{town.mod.mention} deleted the clip" in card.content


class TestElsewhere:
    async def test_a_case_offers_to_dismiss_what_nobody_has_decided(
        self, house, town, published, report
    ):
        job = await published()
        await report(job)
        case = await town.mod.slash(town.channel, "usage case", id=job.reference)

        answer = await town.mod.click(case.response, label="Dismiss")

        assert answer.response.content.startswith("The report is dismissed.")
        assert (await house.reports.of_job(job.id))[0].decision is ReportDecision.DISMISSED
        again = await town.mod.slash(town.channel, "usage case", id=job.reference)
        assert "report-dismiss" not in str(again.response.components)


class TestForgery:
    @pytest.mark.parametrize("label", ["Delete result", "Block member", "Dismiss"])
    async def test_whoever_is_no_moderator_decides_nothing(
        self, house, town, published, report, feed, label
    ):
        await town.mod.slash(town.channel, "video-mod feed set", channel=town.channel)
        job = await published()
        await report(job)
        await feed()
        (card,) = [each for each in town.messages() if "**Reported**" in each.content]

        answer = await town.bob.click(card, label=label)

        assert answer.response.content.startswith("This is for moderators")
        assert (await house.reports.of_job(job.id))[0].decision is None

    async def test_a_report_of_another_server_answers_like_one_that_does_not_exist(
        self, house, env, carded
    ):
        job, _ = carded
        (theirs,) = await house.reports.of_job(job.id)
        other = Town(env)
        (dismiss,) = [each for each in house.parts.items if issubclass(each, DismissReportButton)]
        answers = set()
        for report_id in (theirs.id, 12345):
            view = discord.ui.View(timeout=None)
            view.add_item(dismiss(report_id, label="Dismiss"))
            message = await env.bot.get_partial_messageable(other.channel.id).send("x", view=view)
            answers.add((await other.mod.click(message, label="Dismiss")).response.content)

        assert len(answers) == 1
        assert answers.pop().startswith("There is no such report in this server.")
        assert (await house.reports.of_job(job.id))[0].decision is None
