"""SIGTERM: nothing new is claimed, nothing is cancelled upstream, and the next start goes on."""

import asyncio
import signal
import sqlite3
from asyncio.subprocess import Process
from contextlib import closing

from bot.domain.job import JobStatus
from sandbox.discord.faults import FaultName
from sandbox.eachlabs.limits import RequestKind
from tests.support.process_stage import ProcessStage
from tests.support.signals import send_signal

DELIVERED, DELIVERING = JobStatus.DELIVERED, JobStatus.DELIVERING
QUEUED, RUNNING = JobStatus.QUEUED, JobStatus.RUNNING
# An orchestrator kills after 30 seconds; a machine that goes down, often after 20.
WELL_INSIDE_S = 18.0
# Clips that do not end before the bot has left, however busy the machine; and then soon.
LONG_S, HASTE = 200.0, 200.0


async def left(stage: ProcessStage, process: Process, record_property) -> None:
    """Send SIGTERM and check how it ends; note after how long."""
    status, seconds = await stage.terminate(process)
    record_property("seconds_to_leave", round(seconds, 2))
    print(f"left {seconds:.2f} s after SIGTERM")  # noqa: T201 - a figure to read

    assert status == 0
    assert seconds < WELL_INSIDE_S
    said = stage.output.read_text()
    assert "Traceback" not in said
    assert "was never retrieved" not in said


async def delivered_once(stage: ProcessStage, count: int) -> None:
    """Start again, and see every clip come: made once, charged once, sent once."""
    await stage.start_ready()
    stage.eachlabs.speed = HASTE
    await stage.until_statuses(*[DELIVERED] * count, within_s=30)

    assert stage.eachlabs.requests[RequestKind.CREATE] == count
    assert stage.eachlabs.requests.get(RequestKind.CANCEL, 0) == 0
    assert len(stage.charged) == len(stage.clips()) == count


async def test_leaving_with_three_jobs_running_and_one_waiting(tmp_path, record_property) -> None:
    async with ProcessStage.open(
        tmp_path, generation_s=[LONG_S], eachlabs_max_concurrent=3
    ) as stage:
        bot = await stage.start_ready()
        for number in range(4):
            await stage.video(f"clip {number}")
        await stage.until_statuses(RUNNING, RUNNING, RUNNING, QUEUED)

        await left(stage, bot, record_property)

        assert await stage.statuses() == [RUNNING, RUNNING, RUNNING, QUEUED]
        assert all(job.prediction_id for job in (await stage.jobs())[:3])
        assert len(stage.eachlabs.ledger) == 3
        assert stage.eachlabs.requests.get(RequestKind.CANCEL, 0) == 0
        await delivered_once(stage, 4)


async def test_leaving_while_clips_are_on_their_way(tmp_path, record_property) -> None:
    """One is being downloaded, and one waits for a Discord that is away."""
    async with ProcessStage.open(tmp_path, generation_s=[0.5]) as stage:
        stage.eachlabs.faults.switch_on("file_slow", times=1, amount=8)
        bot = await stage.start_ready()
        await stage.video("slow to arrive")
        await stage.until_statuses(DELIVERING)
        stage.discord.faults.switch_on(
            FaultName.SERVER_ERROR, method="POST", path="/channels/*/messages"
        )
        await stage.video("nobody takes it")
        await stage.until_statuses(DELIVERING, DELIVERING)
        await asyncio.sleep(1)

        await left(stage, bot, record_property)

        assert await stage.statuses() == [DELIVERING, DELIVERING]
        assert list((tmp_path / "media" / "incoming").glob("*")) == []
        stage.discord.faults.all_off()
        stage.eachlabs.faults.clear()
        await delivered_once(stage, 2)


async def test_leaving_while_a_create_has_no_answer_yet(tmp_path, record_property) -> None:
    """It may be charged, so it is given some seconds; then the next start looks it up."""
    async with ProcessStage.open(tmp_path, generation_s=[1.0]) as stage:
        stage.eachlabs.faults.switch_on("create_hangs", times=1)
        bot = await stage.start_ready()
        await stage.video()
        await stage.world.until(lambda: len(stage.eachlabs.ledger) == 1 or None, timeout_s=30)

        await left(stage, bot, record_property)

        (status,) = await stage.statuses()
        assert status in {JobStatus.SUBMITTING, JobStatus.UNKNOWN}
        assert stage.eachlabs.requests.get(RequestKind.CANCEL, 0) == 0
        await stage.start_ready()
        await stage.until_statuses(DELIVERED, within_s=60)
        assert len(stage.eachlabs.ledger) == len(stage.charged) == len(stage.clips()) == 1


async def test_leaving_while_the_database_is_locked(tmp_path, record_property) -> None:
    async with ProcessStage.open(tmp_path, generation_s=[LONG_S]) as stage:
        bot = await stage.start_ready()
        for number in range(3):
            await stage.video(f"clip {number}")
        await stage.until_statuses(RUNNING, RUNNING, RUNNING)
        with closing(sqlite3.connect(tmp_path / "showreel.db", isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            await asyncio.sleep(10)

            await left(stage, bot, record_property)

        assert await stage.statuses() == [RUNNING, RUNNING, RUNNING]
        await delivered_once(stage, 3)


async def test_impatient_further_signals_change_nothing(tmp_path) -> None:
    async with ProcessStage.open(tmp_path, generation_s=[LONG_S]) as stage:
        bot = await stage.start_ready()
        await stage.video()
        await stage.until_statuses(RUNNING)

        while bot.returncode is None:
            send_signal(bot, signal.SIGTERM)
            await asyncio.sleep(0.001)

        assert bot.returncode == 0
        assert await stage.statuses() == [RUNNING]
        await delivered_once(stage, 1)
