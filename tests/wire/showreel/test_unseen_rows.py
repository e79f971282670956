"""A row that is written while its member reads that nothing was charged is never carried out."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.errors import StorageUnavailableError
from bot.domain.job import FRONT, Job, JobStatus
from bot.domain.reasons import Reason
from bot.services import housekeeping
from bot.storage.jobs import SqlJobStore
from sandbox.discord.faults import FaultName
from tests.support.stage import Stage

# The front has 2.2 seconds; by then the member reads that it took too long.
LATE_S = 2.6


@pytest.fixture
def _impatient_sweeper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(housekeeping, "CONFIRM_GRACE", timedelta(seconds=1))
    monkeypatch.setattr(housekeeping, "SWEEP_EVERY_S", 0.5)


@pytest.fixture
def _late_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reservations are written late, and the answer is lost on the way back."""
    submit = SqlJobStore.submit

    async def submit_late(self, attempt, decide, **scope):
        await asyncio.sleep(LATE_S)
        await submit(self, attempt, decide, **scope)
        raise StorageUnavailableError("no answer; outcome unknown")

    monkeypatch.setattr(SqlJobStore, "submit", submit_late)


@pytest.fixture
def _front_cannot_withdraw(monkeypatch: pytest.MonkeyPatch) -> None:
    transition = SqlJobStore.transition

    async def refuse_front(self, job_id, to, *, actor, **values) -> Job:
        if actor == FRONT:
            raise StorageUnavailableError("away")
        return await transition(self, job_id, to, actor=actor, **values)

    monkeypatch.setattr(SqlJobStore, "transition", refuse_front)


async def charged_nothing(stage: Stage) -> Job:
    """Ask for a clip, read that nothing was charged, and wait for the row's end."""
    answered = await stage.video()
    apology = stage.answer(answered)["content"]
    assert "did not get to your request in time. Nothing was charged." in apology

    job = await stage.until_status(JobStatus.CANCELLED, JobStatus.RUNNING, JobStatus.DELIVERED)

    assert (job.status, job.reason) == (JobStatus.CANCELLED, Reason.NOT_ACKNOWLEDGED)
    assert stage.charged == []
    assert list(stage.eachlabs.ledger) == []
    assert stage.answer(answered)["content"] == apology
    return job


@pytest.mark.usefixtures("_impatient_sweeper", "_late_rows", "_front_cannot_withdraw")
async def test_an_apology_is_not_taken_for_the_card(stage: Stage) -> None:
    await charged_nothing(stage)


@pytest.mark.usefixtures("_late_rows")
async def test_the_front_takes_back_the_row_it_never_saw(stage: Stage) -> None:
    job = await charged_nothing(stage)

    assert (await stage.events(job.id))[-1].actor == str(FRONT)


@pytest.mark.usefixtures("_impatient_sweeper")
async def test_a_card_whose_confirmation_was_lost_is_found_and_its_clip_made(stage: Stage) -> None:
    stage.discord.faults.switch_on(FaultName.LOSE_CALLBACK_ANSWER, times=1)
    await stage.video()

    await stage.until_status(JobStatus.DELIVERED)

    assert await stage.until_clip()
    assert len(stage.charged) == 1
