"""Cancel and Delete: whose they are, what they answer, and that they outlive the bot."""

import asyncio
from datetime import timedelta

import discord
import pytest

from bot.domain.job import DeliveryWay, JobStatus
from bot.domain.messenger import CardView
from bot.domain.reasons import Reason
from bot.services.cancellation import CancellationService
from bot.services.results import ResultService

pytestmark = pytest.mark.simcord(shard_count=1)


def card_of(town, job):
    return town.message(job.card_message_id)


async def publish(house, job):
    sent = await house.messenger.send_to_channel(house.result(job))
    return await house.delivered(job, sent, delivery=DeliveryWay.ATTACHMENT)


@pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
class TestCancel:
    @pytest.fixture
    async def job(self, accepted, house, env, restarted):
        job = await accepted()
        if restarted:
            await env.restart_bot(house.new_bot())
        return job

    async def test_the_requester_cancels_before_it_starts_for_nothing(self, house, town, job):
        answer = await town.alice.click(card_of(town, job), label="Cancel")

        assert answer.response.ephemeral
        assert answer.response.content == (
            "Cancelled before it started. Nothing was charged. Ask again whenever you like."
        )
        job = await house.job(job.id)
        assert (job.status, job.reason) == (JobStatus.CANCELLED, Reason.CANCELLED_BY_MEMBER)
        assert [job.id] == [cancelled.id for cancelled in house.cancels]

    async def test_a_moderator_may_too(self, house, town, job):
        answer = await town.mod.click(card_of(town, job), label="Cancel")

        assert answer.response.content.startswith("Cancelled before it started.")
        assert (await house.job(job.id)).reason == Reason.CANCELLED_BY_MODERATOR

    async def test_a_stranger_is_told_politely_and_changes_nothing(self, house, town, job):
        answer = await town.bob.click(card_of(town, job), label="Cancel")

        assert answer.response.ephemeral
        assert answer.response.content.startswith("Only the person who asked for this clip")
        assert (await house.job(job.id)).status is JobStatus.QUEUED

    async def test_a_running_clip_is_asked_to_stop(self, house, town, job):
        await house.take(job, JobStatus.SUBMITTING, JobStatus.RUNNING)

        answer = await town.alice.click(card_of(town, job), label="Cancel")

        assert answer.response.content.startswith("Asked to stop. It may have been charged")
        job = await house.job(job.id)
        assert job.status is JobStatus.RUNNING
        assert job.cancel_requested_by == f"member:{town.alice.id}"

    async def test_a_finished_clip_is_past_cancelling(self, house, town, job):
        await house.take(job, JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING)

        answer = await town.alice.click(card_of(town, job), label="Cancel")

        assert answer.response.content.startswith("This clip can no longer be cancelled")


@pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
class TestDelete:
    @pytest.fixture
    async def job(self, accepted, house, env, restarted):
        job = await publish(house, await accepted())
        if restarted:
            await env.restart_bot(house.new_bot())
        return job

    @pytest.mark.parametrize("who", ["alice", "mod"])
    async def test_requester_and_moderator_take_the_clip_away(self, house, town, job, who):
        result = town.message(job.result_message_id)

        answer = await getattr(town, who).click(result, label="Delete")

        assert answer.response.ephemeral
        assert answer.response.content.startswith("The clip is deleted.")
        assert job.result_message_id not in [message.id for message in town.messages()]
        assert (await house.job(job.id)).deleted_at is not None

    async def test_a_stranger_is_told_politely_and_the_clip_stays(self, house, town, job):
        result = town.message(job.result_message_id)

        answer = await town.bob.click(result, label="Delete")

        assert answer.response.ephemeral
        assert answer.response.content.startswith("Only the person who asked for this clip")
        assert town.message(job.result_message_id)
        assert (await house.job(job.id)).deleted_at is None


async def test_a_clip_is_deleted_even_before_its_delivery_is_written_down(house, town, accepted):
    job = await house.take(
        await accepted(), JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING
    )
    sent = await house.messenger.send_to_channel(house.result(job))

    await town.alice.click(town.message(sent.message_id), label="Delete")

    assert [message.id for message in town.messages()] == [job.card_message_id]
    assert (await house.job(job.id)).deleted_at is not None


async def test_the_message_that_is_pressed_goes_though_the_log_knows_only_a_direct_one(
    house, town, accepted
):
    job = await accepted()
    unrecorded = await house.messenger.send_to_channel(house.result(job))
    sent = await house.messenger.send_directly(house.result(job))
    job = await house.delivered(job, sent, delivery=DeliveryWay.DIRECT_MESSAGE)

    answer = await town.mod.click(town.message(unrecorded.message_id), label="Delete")

    assert answer.response.content.startswith("The clip is deleted.")
    assert [message.id for message in town.messages()] == [job.card_message_id]


async def test_a_clip_that_discord_does_not_let_go_is_said_so(house, town, env, accepted):
    job = await publish(house, await accepted())
    result = town.message(job.result_message_id)
    env.inject_error("DELETE", "/channels/*", status=403, code=50001)
    env.inject_error("DELETE", "/webhooks/*", status=404, code=10015)

    answer = await town.alice.click(result, label="Delete")

    assert answer.response.content.startswith("Discord does not let this bot delete")
    assert (await house.job(job.id)).deleted_at is None


async def test_a_private_clip_is_deleted_by_its_own_press_when_the_token_is_dead(
    house, town, env, accepted
):
    job = await accepted(private=True)
    sent = await house.messenger.send_by_interaction(house.result(job))
    job = await house.delivered(job, sent, delivery=DeliveryWay.ATTACHMENT)
    await env.advance_time(16 * 60)
    result = town.message(job.result_message_id)
    assert result.flags.ephemeral
    assert len(result.attachments) == 1

    await town.alice.click(result, label="Delete")

    replaced = town.message(job.result_message_id)
    assert replaced.content.startswith("The clip is deleted.")
    assert replaced.attachments == []
    assert replaced.components == []
    assert (await house.job(job.id)).deleted_at is not None
    assert (await house.store.events(job.id))[-1].detail == "result_deleted"


async def test_a_private_clip_whose_token_lives_is_deleted_whole(house, town, accepted):
    job = await accepted(private=True)
    sent = await house.messenger.send_by_interaction(house.result(job))
    job = await house.delivered(job, sent, delivery=DeliveryWay.ATTACHMENT)

    answer = await town.alice.click(town.message(job.result_message_id), label="Delete")

    seen = town.channel.history(viewer=town.alice)
    assert job.result_message_id not in [message.id for message in seen]
    assert answer.response.content.startswith("The clip is deleted.")
    assert (await house.job(job.id)).deleted_at is not None


async def test_expired_private_views_leave_all_old_public_buttons_working(
    house, town, env, accepted
):
    """Views of every kind that only one person sees, and a public button of every class."""
    waiting, delivered = await accepted(), await publish(house, await accepted())
    await accepted(private=True)
    private = await accepted(private=True)
    await house.messenger.send_by_interaction(house.result(private))
    failed = await house.take(
        await accepted(private=True), JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.FAILED
    )
    await house.messenger.announce_end(failed)
    assert (await town.forge(prompt="a fox", duration=7)).response.components
    await env.advance_time(20 * 60)
    result = town.message(delivered.result_message_id)

    answers = [
        await town.bob.click(result, label="Report"),
        await town.alice.click(result, label="Edit prompt"),
        await town.alice.click(result, label="Again"),
        await town.alice.click(result, label="Delete"),
        await town.alice.click(card_of(town, waiting), label="Cancel"),
    ]

    assert [answer.modal is not None for answer in answers] == [True, True, False, False, False]
    assert [answer.response.content[:30] for answer in answers[2:]] == [
        "**A red fox crosses a snowy ro",
        "The clip is deleted. Its cost ",
        "Cancelled before it started. N",
    ]


async def test_a_button_of_another_server_finds_no_such_clip(house, env, accepted):
    job = await accepted()
    elsewhere = env.create_guild("elsewhere")
    channel = elsewhere.create_text_channel("clips")
    carol = elsewhere.add_member(env.create_user("carol"))
    copy = await env.bot.get_partial_messageable(channel.id).send(
        "copied", view=house.buttons.card(job)
    )

    answer = await carol.click(copy, label="Cancel")

    assert answer.response.content.startswith("There is no such clip in this server.")
    assert (await house.job(job.id)).status is JobStatus.QUEUED


async def test_a_button_in_a_direct_message_is_for_servers_only(house, env, town, accepted):
    job = await accepted()
    dm = await env.bot.create_dm(discord.Object(town.alice.id))
    copy = await dm.send("copied", view=house.buttons.card(job))

    answer = await town.alice.user.click(copy, label="Cancel")

    assert answer.response.content.startswith("Clips are made in servers only.")


async def test_a_database_that_is_away_is_told(house, town, accepted):
    job = await accepted()
    await house.store._database.close()

    answer = await town.alice.click(card_of(town, job), label="Cancel")

    assert answer.response.content.startswith("The log cannot be reached at the moment")


class FaultyCancellation(CancellationService):
    """A service with a defect."""

    async def cancel(self, job_id, *, presser):  # noqa: ARG002 -- the service's signature
        raise ZeroDivisionError("defect")


class SlowCancellation(CancellationService):
    """A service that takes ten seconds."""

    async def cancel(self, job_id, *, presser):
        await asyncio.sleep(10)
        return await super().cancel(job_id, presser=presser)


async def test_a_defect_is_answered_with_the_reference_that_stands_in_the_log(
    house, town, accepted, capsys
):
    job = await accepted()
    house.cancellation.__class__ = FaultyCancellation

    answer = await town.alice.click(card_of(town, job), label="Cancel")

    assert answer.response.ephemeral
    assert "Something went wrong here" in answer.response.content
    assert "ZeroDivisionError" not in answer.response.content
    assert "`REF002`" in answer.response.content
    logged = capsys.readouterr().out
    assert "reference=REF002" in logged.replace("\x1b[0m", "").replace("\x1b[36m", "").replace(
        "\x1b[35m", ""
    )
    assert "ZeroDivisionError" in logged


class SlowResults(ResultService):
    """A service that takes ten seconds."""

    async def delete(self, job_id, **values):
        await asyncio.sleep(10)
        await super().delete(job_id, **values)


class TestSlowWork:
    """Discord hears in time that the answer comes later."""

    pytestmark = pytest.mark.simcord(shard_count=1)

    async def test_the_answer_is_deferred_and_then_given(self, house, town, env, accepted):
        job = await accepted()
        house.cancellation.__class__ = SlowCancellation

        answer = await town.alice.click(card_of(town, job), label="Cancel")
        await env.advance_time(1.6)
        assert answer.deferred
        await env.advance_time(10)

        assert answer.ephemeral
        assert answer.response.content.startswith("Cancelled before it started.")

    async def test_a_press_that_was_long_on_its_way_is_deferred_sooner(
        self, house, town, env, accepted, monkeypatch
    ):
        job = await accepted()
        house.cancellation.__class__ = SlowCancellation
        now = house.clock.now
        monkeypatch.setattr(house.clock, "now", lambda: now() + timedelta(seconds=1.2))

        answer = await town.alice.click(card_of(town, job), label="Cancel")
        await env.advance_time(0.4)

        assert answer.deferred
        await env.advance_time(10)

    async def test_a_slow_deletion_of_a_private_clip_ends_in_its_place(
        self, house, town, env, accepted
    ):
        job = await accepted(private=True)
        sent = await house.messenger.send_by_interaction(house.result(job))
        job = await house.delivered(job, sent, delivery=DeliveryWay.ATTACHMENT)
        await env.advance_time(16 * 60)
        house.results.__class__ = SlowResults

        answer = await town.alice.click(town.message(job.result_message_id), label="Delete")
        await env.advance_time(1.6)
        assert answer.acknowledged
        await env.advance_time(10)

        replaced = town.message(job.result_message_id)
        assert replaced.content.startswith("The clip is deleted.")
        assert replaced.attachments == []

    async def test_a_deferral_that_fails_does_not_stop_the_work(self, house, town, env, accepted):
        job = await accepted()
        house.cancellation.__class__ = SlowCancellation
        env.inject_error("POST", "/interactions/*", status=500)

        await town.alice.click(card_of(town, job), label="Cancel")
        await env.advance_time(12)

        assert (await house.job(job.id)).status is JobStatus.CANCELLED


async def test_a_replacement_that_fails_leaves_the_clip_marked_as_deleted(
    house, town, env, accepted
):
    job = await accepted(private=True)
    sent = await house.messenger.send_by_interaction(house.result(job))
    job = await house.delivered(job, sent, delivery=DeliveryWay.ATTACHMENT)
    await env.advance_time(16 * 60)
    env.inject_error("POST", "/interactions/*", status=500)

    await town.alice.click(town.message(job.result_message_id), label="Delete")

    assert (await house.job(job.id)).deleted_at is not None


async def test_a_card_offers_no_cancel_once_it_is_asked_for_or_too_late(house, accepted):
    job = await accepted()
    views = house.buttons
    assert views.card(job) is not None

    running = await house.take(job, JobStatus.SUBMITTING, JobStatus.RUNNING)
    assert views.card(running) is not None
    delivering = await house.take(running, JobStatus.DELIVERING)
    assert views.card(delivering) is None


async def test_the_folded_card_of_a_cancelled_request_lets_it_be_taken_up_again(
    house, town, accepted
):
    job = await accepted()
    await town.alice.click(card_of(town, job), label="Cancel")

    await house.messenger.show_card(await house.job(job.id), CardView())

    card = card_of(town, job)
    (row,) = card.components
    assert [button.custom_id for button in row.children] == [f"showreel:edit:{job.id}"]
    assert card.content.startswith(
        "**A red fox crosses a snowy road at dawn**\nCancelled, as asked. Nothing was charged."
    )
