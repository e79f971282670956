"""A bot that leaves: what is under way is answered, and whoever comes now is told to come again."""

import asyncio

import pytest

from bot import client
from bot.domain.job import JobStatus
from bot.services.cancellation import CancellationService

pytestmark = pytest.mark.simcord(shard_count=1)


class SlowCancellation(CancellationService):
    """A service that takes a second."""

    seconds = 1.0

    async def cancel(self, job_id, *, presser):
        await asyncio.sleep(self.seconds)
        return await super().cancel(job_id, presser=presser)


class EndlessCancellation(SlowCancellation):
    """A service that takes longer than a leaving bot waits."""

    seconds = 60.0


async def test_a_press_is_asked_to_come_again(house, town, env, accepted):
    job = await accepted()
    await env.bot.stop_answering()

    answer = await town.alice.click(town.message(job.card_message_id), label="Cancel")

    assert answer.response.ephemeral
    assert answer.response.content == (
        "Showreel is just being restarted, so this was not done. "
        "Nothing was changed or charged. Try again in a minute."
    )
    assert (await house.job(job.id)).status is JobStatus.QUEUED


async def test_a_request_is_asked_to_come_again_and_reserves_nothing(house, town, env):
    await env.bot.stop_answering()

    answer = await town.alice.slash(town.channel, "video", prompt="a red fox")

    assert answer.response.ephemeral
    assert answer.response.content.startswith("Showreel is just being restarted")
    assert await house.jobs() == []


async def test_a_leaving_bot_suggests_nothing_and_says_nothing_in_its_place(town, env, accepted):
    await accepted()
    await env.bot.stop_answering()
    sent = len(env.http_requests)

    assert await town.alice.autocomplete(town.channel, "videos cancel", "clip", "") == []
    assert len(env.http_requests) == sent


async def test_a_press_under_way_is_answered_before_the_bot_is_gone(house, town, env, accepted):
    job = await accepted()
    house.cancellation.__class__ = SlowCancellation
    answer = await town.alice.click(town.message(job.card_message_id), label="Cancel")

    leaving = asyncio.create_task(env.bot.stop_answering())
    await env.advance_time(0.5)
    assert not leaving.done()
    await env.advance_time(1)

    assert leaving.done()
    assert answer.response.content.startswith("Cancelled before it started.")


async def test_one_that_takes_too_long_is_cut_off_without_a_word_of_error(
    town, env, house, accepted, capsys, monkeypatch
):
    # It leaves in real time: nothing that the bot began runs on to move another one.
    monkeypatch.setattr(client, "ANSWER_WITHIN_S", 0.1)
    job = await accepted()
    house.cancellation.__class__ = EndlessCancellation
    await town.alice.click(town.message(job.card_message_id), label="Cancel")

    closing = asyncio.create_task(env.bot.close())
    await closing

    logged = capsys.readouterr().out
    assert "answers_cut_off" in logged
    assert "Traceback" not in logged


async def test_what_comes_when_all_is_closed_is_let_be(house, town, env, accepted, capsys):
    job = await accepted()
    env.bot._is_gone = True

    await town.alice.click(town.message(job.card_message_id), label="Cancel")

    assert (await house.job(job.id)).status is JobStatus.QUEUED
    logged = capsys.readouterr().out
    assert "interaction_came_too_late" in logged
    assert "Traceback" not in logged
