"""Again: the same request once more, for its requester, under the limits of now."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import discord
import pytest

from bot.domain.clip import ClipRequest
from bot.domain.job import DeliveryWay, JobStatus
from bot.domain.reasons import Reason
from bot.storage.jobs import SqlJobStore

pytestmark = pytest.mark.simcord(shard_count=1)

EXPIRY_S = 16 * 60
REQUEST = ClipRequest(
    prompt="A lighthouse in a storm",
    duration_s=10,
    aspect_ratio="9:16",
    cfg_scale=0.7,
    negative_prompt="ships",
)
OPTIONS = {
    "prompt": REQUEST.prompt,
    "duration": 10,
    "aspect_ratio": "9:16",
    "cfg_scale": 0.7,
    "negative_prompt": "ships",
}


@pytest.fixture
def published(house, town):
    """A clip of alice, made with options of all kinds, and its message."""

    async def build(*, private=False):
        answer = await town.alice.slash(town.channel, "video", private=private, **OPTIONS)
        (job,) = [job for job in await house.jobs() if job.card_message_id == answer.response.id]
        job = await house.job(job.id)
        send = house.messenger.send_by_interaction if private else house.messenger.send_to_channel
        sent = await send(house.result(job))
        job = await house.delivered(job, sent, delivery=DeliveryWay.ATTACHMENT)
        return job, town.message(job.result_message_id)

    return build


async def newest(house):
    jobs = await house.jobs()
    return await house.job(max(job.id for job in jobs))


@pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
class TestWhose:
    async def test_the_requester_gets_a_new_card_for_the_same_request(
        self, house, town, env, published, restarted
    ):
        job, message = await published()
        if restarted:
            await env.restart_bot(house.new_bot())

        answer = await town.alice.click(message, label="Again")

        again = await newest(house)
        assert again.id != job.id
        assert again.request == REQUEST
        assert (again.status, again.acknowledged_at) == (JobStatus.QUEUED, env.now())
        assert (again.card_message_id, again.destination.private) == (answer.response.id, False)
        assert not answer.response.ephemeral
        assert answer.response.content.startswith("**A lighthouse in a storm**\n10 s · 9:16")
        (button,) = answer.response.components[0]["components"]
        assert button["custom_id"] == f"showreel:cancel:{again.id}"

    @pytest.mark.parametrize("who", ["bob", "mod"])
    async def test_anybody_else_is_told_politely_and_nothing_is_charged(
        self, house, town, env, published, restarted, who
    ):
        job, message = await published()
        if restarted:
            await env.restart_bot(house.new_bot())

        answer = await getattr(town, who).click(message, label="Again")

        assert answer.response.ephemeral
        assert answer.response.content == (
            "Only the person who asked for this clip can ask for it again here. "
            "Nothing was changed or charged. Type `/video` to ask for one of your own."
        )
        assert [found.id for found in await house.jobs()] == [job.id]


@pytest.mark.parametrize("private", [False, True], ids=["public", "private"])
async def test_old_buttons_work_because_each_press_brings_a_fresh_token(
    house, town, env, published, private
):
    await published(private=private)
    await env.advance_time(EXPIRY_S)
    job = await house.only_job()

    answer = await town.alice.click(town.message(job.result_message_id), label="Again")

    again = await newest(house)
    assert again.request == REQUEST
    assert again.card_message_id == answer.response.id
    assert again.live_token(env.now()) is not None


async def test_a_private_clip_is_made_again_in_private(house, town, published):
    _job, message = await published(private=True)
    seen_by_bob = town.channel.history(viewer=town.bob)

    answer = await town.alice.click(message, label="Again")

    assert answer.response.ephemeral
    assert (await newest(house)).destination.private
    assert town.channel.history(viewer=town.bob) == seen_by_bob == []


class TestOneFinger:
    """Who presses twice by accident must not pay twice."""

    async def test_a_second_press_at_once_asks_for_nothing_more(self, house, town, published):
        _job, message = await published()

        first = await town.alice.click(message, label="Again")
        second = await town.alice.click(message, label="Again")

        assert not first.response.ephemeral
        assert second.response.ephemeral
        assert second.response.content == (
            "You pressed Again a moment ago, so this press asked for nothing more. It cost "
            "nothing. If you want yet another clip, press Again in a few seconds."
        )
        assert len(await house.jobs()) == 2

    @pytest.mark.simcord(shard_count=1)
    async def test_a_second_press_while_the_first_is_written_down_asks_for_nothing_more(
        self, house, town, env, published
    ):
        _job, message = await published()
        house.store.__class__ = SlowToWrite

        first = await town.alice.click(message, label="Again")
        assert not first.acknowledged
        second = await town.alice.click(message, label="Again")
        await env.advance_time(2)

        assert not first.response.ephemeral
        assert second.response.content.startswith("You pressed Again a moment ago")
        assert len(await house.jobs()) == 2

    async def test_a_press_that_is_meant_is_taken_after_a_few_seconds(
        self, house, town, env, published
    ):
        _job, message = await published()
        await town.alice.click(message, label="Again")
        await env.advance_time(10)

        answer = await town.alice.click(message, label="Again")

        assert not answer.response.ephemeral
        assert len(await house.jobs()) == 3

    async def test_two_clips_are_asked_for_again_side_by_side(self, house, town, published):
        _job, one = await published()
        _job, other = await published()

        for message in (one, other):
            assert not (await town.alice.click(message, label="Again")).response.ephemeral

        assert len(await house.jobs()) == 4


class TestLimits:
    @pytest.fixture
    def simcord_bot(self, house):
        house.policy = replace(house.policy, user_jobs_per_day=1)
        return house.new_bot()

    async def test_a_used_up_day_refuses_and_a_refused_press_is_no_first_press(
        self, house, town, env, published
    ):
        _job, message = await published()

        for _ in range(2):
            answer = await town.alice.click(message, label="Again")
            assert answer.response.ephemeral
            assert answer.response.content.startswith("You may ask for one clip in 24 hours")

        refused = [job for job in await house.jobs() if job.status is JobStatus.REFUSED]
        assert [job.reason for job in refused] == [Reason.USER_DAILY_LIMIT] * 2
        assert [(await house.job(job.id)).request for job in refused] == [REQUEST] * 2

        await env.advance_time(timedelta(hours=24).total_seconds())
        answer = await town.alice.click(message, label="Again")
        assert not answer.response.ephemeral


class TestNothingToRepeat:
    async def test_a_request_that_is_no_longer_kept_is_said_so(self, house, town, env, published):
        _job, message = await published()
        await house.store.erase_texts(created_before=env.now() + timedelta(days=1), at_most=10)

        answer = await town.alice.click(message, label="Again")

        assert answer.response.ephemeral
        assert answer.response.content.startswith("What was asked for here is no longer kept.")
        assert len(await house.jobs()) == 1

    async def test_a_deleted_clip_is_not_brought_back_by_a_button_that_was_left_over(
        self, house, town, env, published
    ):
        job, message = await published()
        copy = await env.bot.get_partial_messageable(town.channel.id).send(
            "copied", view=house.buttons.result(job)
        )
        await town.mod.click(message, label="Delete")

        answer = await town.alice.click(copy, label="Again")

        assert answer.response.content.startswith("This clip was deleted")
        assert len(await house.jobs()) == 1


class TestForgery:
    async def test_a_button_of_another_server_finds_no_such_clip(self, house, env, published):
        job, _message = await published()
        elsewhere = env.create_guild("elsewhere")
        channel = elsewhere.create_text_channel("clips")
        carol = elsewhere.add_member(env.create_user("carol"))
        copy = await env.bot.get_partial_messageable(channel.id).send(
            "copied", view=house.buttons.result(job)
        )

        answer = await carol.click(copy, label="Again")

        assert answer.response.content.startswith("There is no such clip in this server.")
        assert len(await house.jobs()) == 1

    async def test_in_a_direct_message_it_is_for_servers_only(self, house, env, town, published):
        job, _message = await published()
        dm = await env.bot.create_dm(discord.Object(town.alice.id))
        copy = await dm.send("copied", view=house.buttons.result(job))

        answer = await town.alice.user.click(copy, label="Again")

        assert answer.response.content.startswith("Clips are made in servers only.")
        assert len(await house.jobs()) == 1


class SlowToWrite(SqlJobStore):
    """A database that takes more than a second over a reservation."""

    async def submit(self, attempt, decide, **scope):
        await asyncio.sleep(1.2)
        return await super().submit(attempt, decide, **scope)


class SlowToRead(SqlJobStore):
    """A database that takes ten seconds over a row."""

    async def get(self, job_id):
        await asyncio.sleep(10)
        return await super().get(job_id)


class TestTrouble:
    async def test_a_log_that_is_away_is_told(self, house, town, published):
        _job, message = await published()
        await house.store._database.close()

        answer = await town.alice.click(message, label="Again")

        assert answer.response.content.startswith("The log does not answer at the moment")

    @pytest.mark.simcord(shard_count=1)
    async def test_a_slow_log_is_told_within_discords_three_seconds(
        self, house, town, env, published
    ):
        _job, message = await published()
        house.store.__class__ = SlowToRead
        asked_at = env.now()

        answer = await town.alice.click(message, label="Again")
        await env.advance_time(1.1)

        assert env.now() - asked_at < timedelta(seconds=3)
        assert answer.response.content.startswith("The log does not answer at the moment")
        house.store.__class__ = SqlJobStore
        assert len(await house.jobs()) == 1

    async def test_a_card_that_certainly_does_not_stand_is_withdrawn_and_may_be_pressed_again(
        self, house, town, env, published
    ):
        _job, message = await published()
        env.inject_error("POST", "/interactions/*/callback", status=400, code=50035)

        answer = await town.alice.click(message, label="Again")

        assert answer.response.content.startswith("The card could not be shown here")
        withdrawn = await newest(house)
        assert (withdrawn.status, withdrawn.reason) == (
            JobStatus.CANCELLED,
            Reason.NOT_ACKNOWLEDGED,
        )
        assert not (await town.alice.click(message, label="Again")).response.ephemeral
