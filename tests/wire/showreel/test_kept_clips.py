"""A clip that could be handed over nowhere reaches its member by `/videos list`, byte for byte."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.domain.job import DeliveryWay, Job, JobStatus
from sandbox.discord.faults import FaultName
from tests.support.stage import PROMPT, Stage
from tests.wire.openapi import DESCRIPTION, DiscordDescription

# A clip takes some two seconds: time enough to close every way meanwhile.
SPEED = 170.0
CHANNEL = "showreel"
SAVE_IT = "Save the clip: only you see this message"

Place = Callable[[Stage], Awaitable[int]]


async def in_its_channel(stage: Stage) -> int:
    return int(stage.world.place(CHANNEL).id)


async def directly(stage: Stage) -> int:
    opened = await stage.world.open_direct_messages(person_id=stage.world.person("Mira").id)
    return int(opened["id"])


def close_every_way(stage: Stage) -> None:
    stage.discord.faults.switch_on(FaultName.DEAD_INTERACTION_TOKEN)
    stage.world.set_direct_messages(person_id=stage.world.person("Mira").id, is_open=False)
    for permission in ("view_channel", "send_messages"):
        stage.world.set_bot_permission(
            permission, channel_id=stage.world.place(CHANNEL).id, allowed=False
        )


async def kept_clip(stage: Stage, **options: Any) -> Job:
    """Ask for a clip that can be handed over nowhere; only new interactions work afterwards."""
    await stage.video(**options)
    await stage.until_status(JobStatus.RUNNING)
    close_every_way(stage)
    job = await stage.until_status(JobStatus.KEPT)
    stage.discord.faults.switch_off(FaultName.DEAD_INTERACTION_TOKEN)
    return job


async def list_own(stage: Stage, channel_id: int, *, person: str = "Mira") -> dict[str, Any]:
    begun = await stage.world.run_command(
        "videos list", {}, person_id=stage.world.person(person).id, channel_id=channel_id
    )
    return await answer(stage, begun, person=person)


async def get_the_clip(
    stage: Stage, listed: dict[str, Any], channel_id: int, **options: Any
) -> dict[str, Any]:
    """Press the button below the list."""
    ((button,),) = [row["components"] for row in listed["components"]]
    assert button["label"] == "Get the clip"
    begun = await stage.world.press_button(
        button["custom_id"],
        person_id=stage.world.person("Mira").id,
        channel_id=channel_id,
        message_id=int(listed["id"]),
        **options,
    )
    return await answer(stage, begun)


async def answer(stage: Stage, begun: Any, *, person: str = "Mira") -> dict[str, Any]:
    """Wait until the answer stands, and is no longer a promise of one."""
    interaction = dict(await stage.world.settled(int(begun["id"])))
    person_id = stage.world.person(person).id

    def standing() -> dict[str, Any] | None:
        messages = stage.world.messages(int(interaction["channel_id"]), person_id=person_id)
        (found,) = [m for m in messages if m["id"] == interaction["message_id"]]
        return found if found["content"] else None

    return await stage.world.until(standing, timeout_s=30)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def attached(stage: Stage, message: dict[str, Any]) -> Path:
    (attachment,) = message["attachments"]
    stored = stage.world.attachment(int(attachment["id"]))
    assert stored is not None
    return stored.path


@pytest.fixture
async def stage(open_stage):
    async with open_stage(speed=SPEED) as opened:
        yield opened


@pytest.mark.parametrize("place", [in_its_channel, directly])
@pytest.mark.parametrize("private", [False, True], ids=["public", "private"])
async def test_with_every_way_closed_the_member_fetches_the_very_bytes(
    stage: Stage, tmp_path: Path, place: Place, *, private: bool
) -> None:
    job = await kept_clip(stage, private=private)
    assert job.kept_file is not None
    kept_path = tmp_path / "media" / job.kept_file
    kept = await asyncio.to_thread(sha256, kept_path)
    channel_id = await place(stage)

    listed = await list_own(stage, channel_id)
    assert PROMPT in listed["content"]
    got = await get_the_clip(stage, listed, channel_id)

    assert kept == await asyncio.to_thread(sha256, attached(stage, got))
    assert SAVE_IT in got["content"]
    assert listed["ephemeral"]
    assert got["ephemeral"]
    job = await stage.until_status(JobStatus.DELIVERED)
    assert (job.delivery, job.message_url) == (DeliveryWay.ATTACHMENT, None)
    await stage.world.until(lambda: not kept_path.exists() or None, timeout_s=30)
    again = await get_the_clip(stage, listed, channel_id)
    assert "This clip was handed over" in again["content"]
    assert not again["attachments"]
    assert len(stage.charged) == 1


async def test_after_a_restart_the_button_still_hands_it_over(open_stage) -> None:
    async with open_stage(speed=SPEED) as stage:
        await kept_clip(stage)
        channel_id = await in_its_channel(stage)
        listed = await list_own(stage, channel_id)
        await stage.sandbox.stop_bot()
        await stage.sandbox.start_bot()

        got = await get_the_clip(stage, listed, channel_id)

        assert got["attachments"]


async def test_a_lost_answer_loses_no_clip(stage: Stage, tmp_path: Path) -> None:
    """Discord may show the file and the bot not hear of it: then it is handed over once more."""
    job = await kept_clip(stage)
    assert job.kept_file is not None
    channel_id = await in_its_channel(stage)
    listed = await list_own(stage, channel_id)
    stage.discord.faults.switch_on(
        FaultName.LOSE_ANSWER, times=1, method="POST", path="/webhooks/*"
    )

    await get_the_clip(stage, listed, channel_id)
    assert (await stage.job()).status is JobStatus.KEPT
    assert (tmp_path / "media" / job.kept_file).exists()
    got = await get_the_clip(stage, listed, channel_id)

    assert got["attachments"]
    await stage.until_status(JobStatus.DELIVERED)


async def test_where_the_file_does_not_fit_its_link_is_handed_over(stage: Stage) -> None:
    job = await kept_clip(stage)
    channel_id = await in_its_channel(stage)
    listed = await list_own(stage, channel_id)

    got = await get_the_clip(stage, listed, channel_id, attachment_size_limit=100)

    assert got["content"].splitlines()[-1] == job.output_url
    assert not got["attachments"]
    assert (await stage.until_status(JobStatus.DELIVERED)).delivery is DeliveryWay.LINK


async def test_nobody_elses_list_has_it(stage: Stage) -> None:
    await kept_clip(stage)

    listed = await list_own(stage, await in_its_channel(stage), person="Jonas")

    assert "Du hast auf diesem Server noch keinen Clip angefordert" in listed["content"]
    assert not listed["components"]


@pytest.mark.skipif(
    not DESCRIPTION.is_file(), reason="Discord's description of its API is not on this machine"
)
async def test_all_that_is_sent_is_as_discord_describes_it(stage: Stage) -> None:
    await kept_clip(stage)
    channel_id = await in_its_channel(stage)
    await get_the_clip(stage, await list_own(stage, channel_id), channel_id)
    description = DiscordDescription.from_file()

    faults = [
        fault
        for request in stage.discord.requests
        for fault in description.faults(request.method, request.path, request.json)
    ]

    assert faults == []
    assert [r for r in stage.discord.requests if r.path.endswith("/commands")]
