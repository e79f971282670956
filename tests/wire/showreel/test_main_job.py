"""A prompt becomes a clip, seen by the people in the channel."""

import hashlib
from decimal import Decimal
from urllib.parse import urlsplit

import aiohttp

from bot.domain.job import DeliveryWay, JobStatus
from tests.support.stage import PROMPT, Stage


async def test_a_prompt_becomes_a_clip_in_the_channel(stage: Stage) -> None:
    answered = await stage.video()
    card = stage.answer(answered)

    assert not answered["ephemeral"]
    assert PROMPT in card["content"]
    assert "5 s · 16:9 · cfg 0.5" in card["content"]

    result = await stage.until_clip()
    job = await stage.until_status(JobStatus.DELIVERED)

    mira = str(stage.world.person("Mira").id)
    assert result["pinged_user_ids"] == [mira]
    assert result["message_reference"]["message_id"] == card["id"]
    assert "AI-generated" in result["content"]
    assert result["attachments"][0]["filename"].endswith(".mp4")
    assert PROMPT in result["attachments"][0]["description"]
    assert job.delivery is DeliveryWay.ATTACHMENT
    assert job.cost_usd == Decimal("1.40")
    assert job.message_url is not None
    folded = await stage.until_message(job.message_url)
    assert folded["id"] == card["id"]
    assert not folded["components"]
    assert len(stage.charged) == 1


async def test_the_uploaded_bytes_are_the_clips_bytes(stage: Stage) -> None:
    await stage.video()
    result = await stage.until_clip()
    job = await stage.until_status(JobStatus.DELIVERED)

    async with (
        aiohttp.ClientSession(connector=stage.discord.connector()) as session,
        session.get(result["attachments"][0]["url"]) as response,
    ):
        uploaded = await response.read()
    async with aiohttp.ClientSession() as session, session.get(job.output_url) as response:
        made = await response.read()

    assert hashlib.sha256(uploaded).digest() == hashlib.sha256(made).digest()
    assert len(made) == job.output_bytes
    assert urlsplit(job.output_url).hostname == "127.0.0.1"


async def test_a_private_request_is_seen_by_the_member_alone_and_logged_all_the_same(
    stage: Stage,
) -> None:
    answered = await stage.video(private=True)
    await stage.until_clip()
    job = await stage.until_status(JobStatus.DELIVERED)

    assert answered["ephemeral"]
    assert all(message["ephemeral"] for message in stage.sees())
    assert stage.sees("Jonas") == []
    assert stage.sees("Ada") == []
    assert job.destination.private
    assert job.request.prompt == PROMPT


async def test_the_options_reach_eachlabs_as_they_were_chosen(stage: Stage) -> None:
    await stage.video(
        duration=10, aspect_ratio="9:16", cfg_scale=0.8, negative_prompt="blurry, distorted"
    )
    await stage.until_clip()

    assert dict(stage.eachlabs.ledger[0].input) == {
        "prompt": PROMPT,
        "negative_prompt": "blurry, distorted",
        "duration": 10,
        "aspect_ratio": "9:16",
        "cfg_scale": 0.8,
    }
    assert [cost for _, cost in stage.charged] == [Decimal("2.80")]


async def test_a_waiting_job_is_cancelled_at_once_and_costs_nothing(open_stage) -> None:
    async with open_stage(eachlabs_max_concurrent=1, speed=100) as stage:
        await stage.video("the first")
        await stage.until_status(JobStatus.RUNNING)
        card = stage.answer(await stage.video("the second"))

        answered = await stage.press("Cancel", card)
        job = await stage.until_status(JobStatus.CANCELLED, number=1)

        assert "Nothing was charged" in stage.answer(answered)["content"]
        assert job.reason == "cancelled_by_member"
        assert job.cost_usd == 0
        assert len(stage.eachlabs.ledger) == 1


async def test_a_running_job_is_cancelled_upstream(open_stage) -> None:
    async with open_stage(speed=20) as stage:
        card = stage.answer(await stage.video())
        await stage.until_status(JobStatus.RUNNING)

        await stage.press("Cancel", card)
        job = await stage.until_status(JobStatus.CANCELLED)

        assert job.reason == "cancelled_by_member"
        assert [row.status.value for row in stage.eachlabs.ledger] == ["cancelled"]
        assert stage.charged == []


async def test_strangers_may_not_cancel_or_delete_and_moderators_may(open_stage) -> None:
    async with open_stage(speed=340) as stage:
        card = stage.answer(await stage.video())
        refused = stage.answer(await stage.press("Cancel", card, person="Jonas"), "Jonas")
        assert refused["ephemeral"]
        result = await stage.until_clip()

        refused = stage.answer(await stage.press("Delete", result, person="Jonas"), "Jonas")
        assert refused["ephemeral"]
        assert await stage.until_clip()

        await stage.press("Delete", result, person="Ada")
        assert not any(message["attachments"] for message in stage.sees())
        job = await stage.job()
        assert job.deleted_at is not None
        assert job.cost_usd == Decimal("1.40")


async def test_a_clip_too_large_to_attach_comes_as_a_link(stage: Stage) -> None:
    stage.eachlabs.faults.switch_on("file_huge", amount=12)
    await stage.video()
    job = await stage.until_status(JobStatus.DELIVERED)

    assert job.delivery is DeliveryWay.LINK
    assert job.output_bytes > 12 * 1000 * 1000
    assert await stage.until_message(job.output_url)


async def test_after_a_restart_waiting_jobs_wait_on_and_running_ones_are_polled_on(
    open_stage,
) -> None:
    async with open_stage(speed=100, eachlabs_max_concurrent=1) as stage:
        await stage.video("the first")
        await stage.until_status(JobStatus.RUNNING)
        await stage.video("the second")
        await stage.until_status(JobStatus.QUEUED, number=1)

        await stage.sandbox.stop_bot()
        stopped = await stage.jobs()
        await stage.sandbox.start_bot()
        await stage.until_status(JobStatus.DELIVERED, number=0)
        await stage.until_status(JobStatus.DELIVERED, number=1)

        assert [job.status for job in stopped] == [JobStatus.RUNNING, JobStatus.QUEUED]
        assert len(stage.charged) == 2


async def test_buttons_of_before_a_restart_still_work(open_stage) -> None:
    async with open_stage() as stage:
        await stage.video()
        result = await stage.until_clip()
        await stage.sandbox.stop_bot()
        await stage.sandbox.start_bot()

        await stage.press("Delete", result)

        assert not any(message["attachments"] for message in stage.sees())
