"""The delivery ladder over real connections: channel, interaction, direct message, kept."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import aiohttp
import pytest

from bot.domain.job import DeliveryWay, Job, JobStatus
from bot.domain.reasons import Reason
from sandbox.discord.faults import FaultName
from tests.support.stage import Stage

# A clip takes some two seconds: time enough to take something away from the bot meanwhile.
SPEED = 170.0
CHANNEL = "showreel"
IN_CHANNELS = "/channels/*/messages"
BY_TOKEN = "/webhooks/*"
HISTORY_DENIED = "read_message_history"

Loss = Callable[[Stage], None]


def deny(permission: str) -> Loss:
    def lose(stage: Stage) -> None:
        stage.world.set_bot_permission(
            permission, channel_id=stage.world.place(CHANNEL).id, allowed=False
        )

    return lose


def delete_channel(stage: Stage) -> None:
    stage.world.delete_channel(stage.world.place(CHANNEL).id)


def remove_bot(stage: Stage) -> None:
    channel = stage.world.backend.get_channel(stage.world.place(CHANNEL).id)
    assert channel.guild_id is not None
    stage.world.remove_bot(channel.guild_id)


PERMISSIONS = {
    permission: deny(permission)
    for permission in ("view_channel", "send_messages", "attach_files", HISTORY_DENIED)
}
LOSSES = {**PERMISSIONS, "channel_deleted": delete_channel, "bot_removed": remove_bot}


@pytest.fixture
def open_ladder(open_stage):
    return lambda **options: open_stage(**{"speed": SPEED, **options})


@pytest.fixture
async def stage(open_ladder):
    async with open_ladder() as opened:
        yield opened


async def asked(stage: Stage, **options: object) -> None:
    """Ask for a clip and wait until it is being made."""
    await stage.video(**options)
    await stage.until_status(JobStatus.RUNNING)


def no_token(stage: Stage) -> None:
    stage.discord.faults.switch_on(FaultName.DEAD_INTERACTION_TOKEN)


def no_direct_messages(stage: Stage) -> None:
    stage.world.set_direct_messages(person_id=stage.world.person("Mira").id, is_open=False)


async def direct_messages(stage: Stage) -> list[dict]:
    mira = stage.world.person("Mira").id
    channel = await stage.world.open_direct_messages(person_id=mira)
    return stage.world.messages(int(channel["id"]), person_id=mira)


def with_files(messages: list[dict]) -> list[dict]:
    return [message for message in messages if message["attachments"]]


async def made(job: Job) -> bytes:
    """The clip's bytes as Eachlabs has them."""
    assert job.output_url is not None
    async with aiohttp.ClientSession() as session, session.get(job.output_url) as response:
        return await response.read()


async def details(stage: Stage, job: Job) -> list[str]:
    events = await stage.events(job.id)
    return [event.detail for event in events if event.before is JobStatus.DELIVERING]


class TestDownTheLadder:
    @pytest.mark.parametrize("lose", PERMISSIONS.values(), ids=PERMISSIONS)
    async def test_without_a_permission_the_interaction_carries_it(
        self, stage: Stage, lose: Loss
    ) -> None:
        await asked(stage)
        lose(stage)

        job = await stage.until_status(JobStatus.DELIVERED)

        assert job.delivery is DeliveryWay.ATTACHMENT
        assert len(with_files(stage.sees())) == 1
        assert await details(stage, job) == ["sending:channel", "sending:interaction", ""]

    @pytest.mark.parametrize("lose", [deny("send_messages"), delete_channel])
    async def test_with_a_dead_token_too_the_member_is_written_to_directly(
        self, stage: Stage, lose: Loss
    ) -> None:
        await asked(stage)
        no_token(stage)
        lose(stage)

        job = await stage.until_status(JobStatus.DELIVERED)

        assert job.delivery is DeliveryWay.DIRECT_MESSAGE
        (message,) = with_files(await direct_messages(stage))
        assert job.message_url is not None
        assert job.message_url.endswith(f"/{message['id']}")

    @pytest.mark.parametrize("lose", LOSSES.values(), ids=LOSSES)
    async def test_with_every_way_closed_the_very_bytes_are_kept(
        self, stage: Stage, tmp_path: Path, lose: Loss
    ) -> None:
        await asked(stage)
        no_token(stage)
        no_direct_messages(stage)
        lose(stage)

        job = await stage.until_status(JobStatus.KEPT)

        assert job.reason == Reason.NOWHERE_TO_DELIVER
        assert job.kept_file is not None
        kept = await asyncio.to_thread((tmp_path / "media" / job.kept_file).read_bytes)
        assert kept == await made(job)
        assert len(kept) == job.output_bytes
        assert len(stage.charged) == 1
        assert (await details(stage, job))[-1] == ""

    async def test_a_private_clip_never_comes_into_the_channel(self, stage: Stage) -> None:
        await asked(stage, private=True)
        no_token(stage)
        no_direct_messages(stage)

        job = await stage.until_status(JobStatus.KEPT)

        assert job.kept_file is not None
        assert stage.sees("Jonas") == []
        assert (
            stage.discord.requests.matching(
                "POST", f"/channels/{stage.world.place(CHANNEL).id}/messages"
            )
            == []
        )

    async def test_a_clip_too_large_to_fetch_is_kept_as_its_link(self, open_ladder) -> None:
        async with open_ladder(max_download_mib=1) as stage:
            stage.eachlabs.faults.switch_on("file_huge", amount=3)
            await asked(stage)
            no_token(stage)
            no_direct_messages(stage)
            delete_channel(stage)

            job = await stage.until_status(JobStatus.KEPT)

            assert (job.kept_file, job.output_bytes) == (None, None)
            assert job.output_url is not None
            assert len(stage.charged) == 1


class TestDiscordsMoods:
    async def test_files_that_are_refused_come_as_a_link_by_the_same_way(
        self, stage: Stage
    ) -> None:
        await asked(stage)
        stage.discord.faults.switch_on(FaultName.REFUSE_ATTACHMENTS, path=IN_CHANNELS)

        job = await stage.until_status(JobStatus.DELIVERED)

        assert job.delivery is DeliveryWay.LINK
        assert await stage.until_message(str(job.output_url))
        assert await details(stage, job) == ["sending:channel", ""]

    @pytest.mark.parametrize(
        "fault",
        [
            {"name": FaultName.SERVER_ERROR, "status": 500},
            {"name": FaultName.SERVER_ERROR, "status": 503},
            {"name": FaultName.RATE_LIMIT, "seconds": 0.2},
        ],
        ids=["500", "503", "429"],
    )
    async def test_a_mood_that_passes_delays_a_clip_and_closes_no_way(
        self, stage: Stage, fault: dict
    ) -> None:
        await asked(stage)
        stage.discord.faults.switch_on(**fault, times=2, method="POST", path=IN_CHANNELS)

        job = await stage.until_status(JobStatus.DELIVERED, within_s=30)

        assert job.delivery is DeliveryWay.ATTACHMENT
        assert len(with_files(stage.sees())) == 1
        assert (await details(stage, job))[0] == "sending:channel"
        assert with_files(await direct_messages(stage)) == []


class TestSentAndNotAnswered:
    async def test_in_the_channel_it_is_found_and_not_repeated(self, stage: Stage) -> None:
        await asked(stage)
        stage.discord.faults.switch_on(
            FaultName.LOSE_ANSWER, times=1, method="POST", path=IN_CHANNELS
        )

        job = await stage.until_status(JobStatus.DELIVERED)

        (message,) = with_files(stage.sees())
        assert str(job.result_message_id) == message["id"]
        assert job.delivery is DeliveryWay.ATTACHMENT
        assert job.output_bytes == message["attachments"][0]["size"]
        assert await details(stage, job) == ["sending:channel", "found"]

    async def test_of_an_interaction_it_is_found_in_the_channel(self, stage: Stage) -> None:
        await asked(stage)
        deny("send_messages")(stage)
        stage.discord.faults.switch_on(FaultName.LOSE_ANSWER, times=1, method="POST", path=BY_TOKEN)

        job = await stage.until_status(JobStatus.DELIVERED)

        assert len(with_files(stage.sees())) == 1
        assert (await details(stage, job))[-1] == "found"

    async def test_directly_it_is_found_too(self, stage: Stage) -> None:
        await asked(stage)
        no_token(stage)
        delete_channel(stage)
        direct = await stage.world.open_direct_messages(person_id=stage.world.person("Mira").id)
        stage.discord.faults.switch_on(
            FaultName.LOSE_ANSWER, times=1, method="POST", path=f"/channels/{direct['id']}/messages"
        )

        job = await stage.until_status(JobStatus.DELIVERED)

        assert len(with_files(await direct_messages(stage))) == 1
        assert job.delivery is DeliveryWay.DIRECT_MESSAGE
        assert (await details(stage, job))[-1] == "found"

    @pytest.mark.parametrize(
        "fault", [FaultName.LOSE_ANSWER, FaultName.SERVER_ERROR], ids=lambda name: name.value
    )
    async def test_where_nobody_can_look_the_log_says_that_there_may_be_two(
        self, stage: Stage, fault: FaultName
    ) -> None:
        await asked(stage, private=True)
        before = len(stage.discord.requests)
        stage.discord.faults.switch_on(fault, times=1, method="POST", path=BY_TOKEN)

        job = await stage.until_status(JobStatus.DELIVERED)

        assert (await details(stage, job))[-1] == "second_copy_possible"
        sends = [
            request
            for request in list(stage.discord.requests)[before:]
            if request.method == "POST" and request.path.startswith("/webhooks/") and request.files
        ]
        assert len(sends) == 2
        copies = 2 if fault is FaultName.LOSE_ANSWER else 1
        assert len(with_files(stage.sees())) == copies

    async def test_without_the_history_the_log_says_so_too(self, stage: Stage) -> None:
        """Discord shows such a bot an empty history: it must not be taken for an empty channel."""
        await asked(stage)
        stage.discord.faults.switch_on(
            FaultName.LOSE_ANSWER, times=1, method="POST", path=IN_CHANNELS
        )
        channel = stage.world.place(CHANNEL).id
        stage.discord.faults.switch_on(FaultName.SERVER_ERROR, method="GET", path=IN_CHANNELS)
        await stage.world.until(lambda: with_files(stage.sees()) or None)
        stage.world.set_bot_permission(HISTORY_DENIED, channel_id=channel, allowed=False)
        stage.discord.faults.all_off()

        job = await stage.until_status(JobStatus.DELIVERED, within_s=30)

        assert (await details(stage, job))[-1] == "second_copy_possible"

    async def test_a_restart_finds_it_as_well(self, stage: Stage) -> None:
        await asked(stage)
        stage.discord.faults.switch_on(
            FaultName.LOSE_ANSWER, times=1, method="POST", path=IN_CHANNELS
        )
        stage.discord.faults.switch_on(FaultName.SERVER_ERROR, method="GET", path=IN_CHANNELS)
        await stage.world.until(lambda: with_files(stage.sees()) or None)
        await stage.sandbox.stop_bot()
        assert (await stage.job()).status is JobStatus.DELIVERING
        stage.discord.faults.all_off()

        await stage.sandbox.start_bot()
        job = await stage.until_status(JobStatus.DELIVERED)

        assert len(with_files(stage.sees())) == 1
        assert await details(stage, job) == ["sending:channel", "found"]
