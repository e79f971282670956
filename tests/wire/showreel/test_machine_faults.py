"""The machine's own bad days, really produced: they delay jobs and lose none."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from bot.domain.job import JobStatus
from sandbox.discord.faults import FaultName
from sandbox.eachlabs.limits import RequestKind
from tests.support.full_disk import full_disk
from tests.support.process_stage import ProcessStage
from tests.support.stage import Stage
from tests.support.waiting import until

DELIVERED, DELIVERING = JobStatus.DELIVERED, JobStatus.DELIVERING
QUEUED, RUNNING = JobStatus.QUEUED, JobStatus.RUNNING
# Longer than a write waits for a lock, and than a caller waits for a write.
LOCKED_S = 12.0
FULL_S = 8.0
AWAY_S = 6.0
# What goes on by itself mends itself within a retry or two.
MENDED_WITHIN_S = 60.0


@asynccontextmanager
async def three_lives(folder: Path) -> AsyncIterator[ProcessStage]:
    """One clip on its way, one being made, one waiting; and a process that can be hurt."""
    async with ProcessStage.open(
        folder, generation_s=[0.3, 8.0, 1.0], eachlabs_max_concurrent=1
    ) as stage:
        stage.eachlabs.faults.switch_on("file_slow", times=1, amount=6)
        await stage.start_ready()
        await stage.video("on its way")
        await stage.until_statuses(DELIVERING)
        await stage.video("being made")
        await stage.until_statuses(DELIVERING, RUNNING)
        await stage.video("waiting")
        await stage.until_statuses(DELIVERING, RUNNING, QUEUED)
        yield stage


async def all_delivered_once(stage: ProcessStage) -> None:
    await stage.until_statuses(DELIVERED, DELIVERED, DELIVERED, within_s=MENDED_WITHIN_S)
    assert await stage.is_ready()
    made_and_charged_once(stage)


def made_and_charged_once(stage: Stage) -> None:
    assert stage.eachlabs.requests[RequestKind.CREATE] == len(stage.eachlabs.ledger) == 3
    assert stage.eachlabs.requests.get(RequestKind.CANCEL, 0) == 0
    clips = [message for message in stage.sees() if message["attachments"]]
    assert len(stage.charged) == len(clips) == 3
    assert stage.eachlabs.violations == ()


async def nothing_is_asked_for(stage: ProcessStage, *, for_s: float) -> None:
    """Requests to Eachlabs are written down first: what cannot be written is not sent."""
    await asyncio.sleep(0.5)  # what was written down before is on its way
    kinds = (RequestKind.CREATE, RequestKind.POLL, RequestKind.CANCEL)
    asked = [stage.eachlabs.requests.get(kind, 0) for kind in kinds]
    await asyncio.sleep(for_s)
    assert [stage.eachlabs.requests.get(kind, 0) for kind in kinds] == asked


async def refused_with_a_sentence(stage: ProcessStage) -> None:
    """Limits fail closed: nobody is promised a clip that cannot be written down."""
    answered = await stage.video("now of all times")
    assert answered["ephemeral"]
    assert "Nothing was charged" in stage.answer(answered)["content"]


async def no_longer_counted(stage: ProcessStage) -> None:
    """The refused request may have left a row; it ends unpaid, and its member may ask again."""
    jobs = (await stage.jobs())[3:]
    assert all(job.status is JobStatus.CANCELLED and job.cost_usd == 0 for job in jobs)


async def until_three_are_delivered(stage: ProcessStage) -> None:
    """Wait for the three, whatever became of a fourth that was refused."""
    async with asyncio.timeout(MENDED_WITHIN_S):
        while (await stage.statuses())[:3] != [DELIVERED] * 3:
            await asyncio.sleep(0.05)


async def test_a_database_that_is_locked_for_a_while_delays_and_loses_nothing(tmp_path) -> None:
    async with three_lives(tmp_path) as stage:
        with closing(sqlite3.connect(tmp_path / "showreel.db", isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            await refused_with_a_sentence(stage)
            assert not (await stage.readiness())["database"]
            await nothing_is_asked_for(stage, for_s=LOCKED_S)
            assert (await stage.statuses())[:3] == [DELIVERING, RUNNING, QUEUED]
            assert (await stage.readiness())["status"] == 503

        await until_three_are_delivered(stage)
        made_and_charged_once(stage)
        await no_longer_counted(stage)
        assert (await stage.readiness())["status"] == 200


async def test_a_disk_that_is_full_for_a_while_delays_and_loses_nothing(tmp_path) -> None:
    """Nothing can be written at all: no row, no clip, no line of the log."""
    async with three_lives(tmp_path) as stage:
        said = stage.output.stat().st_size
        with full_disk(stage.pid):
            await refused_with_a_sentence(stage)
            assert not (await stage.readiness())["database"]
            await nothing_is_asked_for(stage, for_s=FULL_S)
            assert await stage.statuses() == [DELIVERING, RUNNING, QUEUED]
            assert stage.output.stat().st_size == said

        await all_delivered_once(stage)
        assert stage.output.stat().st_size > said
        assert list((tmp_path / "media" / "incoming").iterdir()) == []


async def test_a_disk_too_full_for_clips_delays_them_and_the_operator_is_told(tmp_path) -> None:
    """The database still grows, and a clip no longer fits."""
    async with ProcessStage.open(tmp_path, generation_s=[0.3]) as stage:
        robin = stage.world.owner
        await stage.start_ready()
        await stage.video("while there is room")
        await stage.until_statuses(DELIVERED)
        stage.eachlabs.faults.switch_on("file_huge", amount=9)
        with full_disk(stage.pid, at_bytes=8 * 1024 * 1024):
            await stage.video("too large")
            await stage.video("too large as well")
            await stage.until_statuses(DELIVERED, DELIVERING, DELIVERING)
            direct = await stage.world.open_direct_messages(person_id=robin.id)

            def told() -> list[str] | None:
                messages = stage.world.messages(int(direct["id"]), person_id=robin.id)
                texts = [message["content"] for message in messages]
                return [text for text in texts if "disk" in text.lower()] or None

            assert len(await stage.world.until(told, timeout_s=30)) == 1
            await asyncio.sleep(3)
            assert await stage.statuses() == [DELIVERED, DELIVERING, DELIVERING]

        await all_delivered_once(stage)


async def test_a_full_disk_and_a_sudden_death_together_lose_nothing(tmp_path) -> None:
    async with three_lives(tmp_path) as stage:
        with full_disk(stage.pid):
            await asyncio.sleep(4)
            await stage.kill(stage.running)
        await stage.start_ready()

        await all_delivered_once(stage)


async def test_a_network_that_is_away_for_a_while_delays_and_loses_nothing(tmp_path) -> None:
    """Eachlabs and its files, the gateway and Discord's REST side: all at once."""
    async with three_lives(tmp_path) as stage:
        stage.eachlabs.faults.switch_on("away")
        stage.discord.faults.switch_on(FaultName.CUT_GATEWAY)
        stage.discord.faults.switch_on(FaultName.SERVER_ERROR)
        await asyncio.sleep(AWAY_S)
        assert not await stage.is_ready()
        assert JobStatus.FAILED not in await stage.statuses()
        stage.discord.faults.all_off()
        stage.eachlabs.faults.clear()

        await stage.until_statuses(DELIVERED, DELIVERED, DELIVERED, within_s=MENDED_WITHIN_S)
        await until(lambda: len(stage.clips()) == 3)
        made_and_charged_once(stage)
        await stage.until_ready()


@pytest.mark.parametrize("fault", [FaultName.CUT_GATEWAY, FaultName.SERVER_ERROR])
async def test_each_side_of_discord_may_be_away_alone(open_stage, fault) -> None:
    async with open_stage(eachlabs_max_concurrent=2, user_max_running=None) as stage:
        for number in range(3):
            await stage.video(f"clip {number}")
        stage.discord.faults.switch_on(fault)
        await asyncio.sleep(3)
        stage.discord.faults.all_off()

        for number in range(3):
            await stage.until_status(DELIVERED, number=number, within_s=MENDED_WITHIN_S)
        made_and_charged_once(stage)
