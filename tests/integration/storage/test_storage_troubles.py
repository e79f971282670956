"""A database that is locked, read-only or out of room, really so: what is alive waits for it."""

import os
import sqlite3
import subprocess
import sys
from contextlib import asynccontextmanager, closing

import pytest
from sqlalchemy.util import greenlet_spawn
from structlog.testing import capture_logs

from bot.domain.errors import ShowreelError, StorageUnavailableError, WayClosedError
from bot.domain.job import WORKER, JobStatus
from bot.domain.ports import RequestKind
from bot.domain.prediction import PredictionStatus
from bot.storage import database as database_module
from bot.storage.writability import is_writable
from tests.support.full_disk import as_ordinary_user, full_disk, read_only
from tests.support.migrated import migrated_file
from tests.support.workshop import GUILD, open_workshop

URL = "https://clips.example/fox.mp4"
WAYS = ("channel", "interaction", "direct")
LONG_S = 300
LIFE = [
    JobStatus.QUEUED,
    JobStatus.SUBMITTING,
    JobStatus.RUNNING,
    JobStatus.DELIVERING,
    JobStatus.DELIVERED,
]


@asynccontextmanager
async def locked(workshop):
    """Another program holds the write lock, for longer than a write waits."""
    path = workshop.folder / "showreel.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@asynccontextmanager
async def unwritable(workshop):
    """What a file system does that mounts itself read-only after an error."""
    await _set_query_only(workshop, "ON")
    yield
    await _set_query_only(workshop, "OFF")


async def _set_query_only(workshop, value):
    connection = await workshop.database._database._writer.raw_connection()
    await connection.driver_connection.execute(f"PRAGMA query_only = {value}")
    await greenlet_spawn(connection.close)


@asynccontextmanager
async def out_of_room(workshop):
    """No file can grow or be written: the clips have no room either."""
    del workshop
    with capture_logs(), full_disk():
        yield


TROUBLES = [locked, unwritable, out_of_room]


@pytest.fixture
async def workshop(tmp_path, monkeypatch):
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT_S", 0.01)
    async with open_workshop(tmp_path) as opened:
        yield opened


@pytest.fixture(params=TROUBLES, ids=lambda trouble: trouble.__name__)
def trouble(request, workshop):
    return request.param(workshop)


def finish(workshop, job):
    workshop.api.finish(job.prediction_id, PredictionStatus.SUCCEEDED, output_url=URL)


async def lived_once(workshop, job_id, *, end=JobStatus.DELIVERED):
    """The job comes to its end, made once, handed over once, by the steps of a good day."""
    await workshop.until_status(job_id, end)
    states = dict.fromkeys(await workshop.states(job_id))
    assert list(states) == [*LIFE[:-1], end]
    assert len(workshop.api.created) == 1
    assert len(workshop.messenger.results) == (end is JobStatus.DELIVERED)


async def test_a_waiting_job_waits_on(workshop, trouble):
    accepted = await workshop.accept()
    async with trouble:
        workshop.start()
        await workshop.clock.advance(LONG_S)

        assert (await workshop.job(accepted.job.id)).status is JobStatus.QUEUED
        assert workshop.api.created == []

    job = await workshop.until_status(accepted.job.id, JobStatus.RUNNING)
    finish(workshop, job)
    await lived_once(workshop, job.id)


async def test_a_create_that_was_sent_is_written_down_and_never_sent_again(workshop, trouble):
    workshop.api.may_send.clear()
    workshop.start()
    accepted = await workshop.accept()
    await workshop.until_status(accepted.job.id, JobStatus.SUBMITTING)
    async with trouble:
        workshop.api.may_send.set()
        await workshop.clock.advance(LONG_S)

        assert (await workshop.job(accepted.job.id)).status is JobStatus.SUBMITTING
        assert len(workshop.api.created) == 1

    job = await workshop.until_status(accepted.job.id, JobStatus.RUNNING)
    finish(workshop, job)
    await lived_once(workshop, job.id)


async def test_a_running_job_runs_on(workshop, trouble):
    workshop.start()
    job = await workshop.running_job()
    async with trouble:
        finish(workshop, job)
        await workshop.clock.advance(LONG_S)

        assert (await workshop.job(job.id)).status is JobStatus.RUNNING
        assert workshop.api.cancelled == []

    await lived_once(workshop, job.id)


async def test_a_clip_that_was_sent_is_not_sent_again(workshop, trouble):
    workshop.messenger.may_send.clear()
    workshop.start()
    job = await workshop.running_job()
    finish(workshop, job)
    await workshop.until(lambda: workshop.messenger.sending)
    async with trouble:
        workshop.messenger.may_send.set()
        await workshop.clock.advance(LONG_S)

        assert (await workshop.job(job.id)).status is JobStatus.DELIVERING
        assert len(workshop.messenger.results) == 1

    await lived_once(workshop, job.id)


async def test_a_clip_that_is_to_be_kept_is_kept_in_the_end(workshop, trouble):
    for way in WAYS:
        workshop.messenger.errors[way] = [WayClosedError("50007")]
    workshop.messenger.may_send.clear()
    workshop.start()
    job = await workshop.running_job()
    finish(workshop, job)
    await workshop.until(lambda: workshop.messenger.sending)
    async with trouble:
        workshop.messenger.may_send.set()
        await workshop.clock.advance(LONG_S)

        assert (await workshop.job(job.id)).status is JobStatus.DELIVERING

    await lived_once(workshop, job.id, end=JobStatus.KEPT)
    kept_file = (await workshop.job(job.id)).kept_file
    assert (await workshop.kept_clips.clip(kept_file)).size_bytes == 1000


async def test_a_wish_to_cancel_is_refused_or_carried_out_and_never_half_done(workshop, trouble):
    workshop.start()
    job = await workshop.running_job()
    async with trouble:
        await workshop.clock.advance(LONG_S)
        with pytest.raises(StorageUnavailableError):
            await workshop.store.request_cancel(job.id, actor=WORKER, at=workshop.clock.now())

    assert (await workshop.job(job.id)).cancel_requested_at is None
    assert workshop.api.cancelled == []


async def test_a_request_is_refused_with_a_sentence_and_leaves_nothing_to_carry_out(
    workshop, trouble
):
    workshop.start()
    async with trouble:
        with pytest.raises(ShowreelError) as refused:
            await workshop.submission.submit(workshop.order())
        await workshop.clock.advance(LONG_S)

    assert "Nothing was charged" in workshop.sentence(refused.value)
    await workshop.clock.advance(LONG_S)
    assert workshop.api.created == []
    assert [job.status for job in await workshop.jobs()] == []


async def test_a_request_that_cannot_be_written_down_is_not_sent_to_eachlabs(workshop, trouble):
    sent = []
    async with trouble:
        for kind in RequestKind:
            with pytest.raises(StorageUnavailableError):
                async with workshop.budget.admit(kind, GUILD):
                    sent.append(kind)
    assert (sent, workshop.budget.snapshot().used) == ([], 0)

    async with workshop.budget.admit(RequestKind.POLL, GUILD):
        sent.append(RequestKind.POLL)
    assert sent == [RequestKind.POLL]


async def test_readiness_says_no_and_then_yes(workshop, trouble):
    async with trouble:
        assert not await is_writable(workshop.database)
    assert await is_writable(workshop.database)


async def test_what_was_written_before_is_whole_afterwards(workshop, trouble):
    accepted = await workshop.accept()
    async with trouble:
        for _ in range(20):
            with pytest.raises(StorageUnavailableError):
                await workshop.store.mark_deleted(
                    accepted.job.id, actor=WORKER, at=workshop.clock.now()
                )

    assert (await workshop.job(accepted.job.id)).deleted_at is None
    with closing(sqlite3.connect(workshop.folder / "showreel.db")) as other:
        assert other.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("command", [("migrate",), ("status",), ("pause",), ("run",)], ids=str)
def test_a_command_over_a_read_only_folder_ends_with_a_sentence(tmp_path, command):
    data = tmp_path / "data"
    data.mkdir()
    (data / "showreel.db").write_bytes(migrated_file())
    environment = {
        "PATH": os.environ["PATH"],
        "DISCORD_TOKEN": "token",
        "EACHLABS_API_KEY": "key",
        "DATABASE_URL": f"sqlite:///{data}/showreel.db",
        "HTTP_PORT": "0",
    }

    with read_only(data, data / "showreel.db"):
        ended = subprocess.run(
            [*as_ordinary_user(), sys.executable, "-m", "bot", *command],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("The database cannot be used: ")
    assert "Traceback" not in ended.stderr
    assert [path.name for path in data.iterdir()] == ["showreel.db"]
