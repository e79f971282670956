"""A step is written however often it must be tried, and never twice."""

import asyncio

import pytest

from bot.domain.errors import IllegalTransitionError
from bot.domain.ids import JobId
from bot.domain.job import OPERATOR, WORKER, Job, JobStatus
from bot.services.ledger import LONGEST_RETRY_S
from tests.support.workshop import Workshop


async def waiting_job(workshop: Workshop) -> Job:
    return (await workshop.submission.submit(workshop.order())).job


async def test_a_step_is_tried_until_the_database_answers(workshop: Workshop) -> None:
    job = await waiting_job(workshop)
    workshop.database.is_away = True
    writing = asyncio.create_task(workshop.ledger.write(job.id, JobStatus.SUBMITTING, actor=WORKER))
    await workshop.clock.settle()
    await workshop.clock.advance(600)
    assert not writing.done()
    workshop.database.is_away = False
    await workshop.clock.advance(LONGEST_RETRY_S)

    assert JobStatus.SUBMITTING is (await writing).status


async def test_a_step_that_was_taken_unseen_counts_as_done(workshop: Workshop) -> None:
    job = await waiting_job(workshop)
    workshop.database.loses_written_answers = True
    writing = asyncio.create_task(workshop.ledger.write(job.id, JobStatus.SUBMITTING, actor=WORKER))
    await workshop.clock.settle()
    await workshop.clock.advance(1)
    written = await writing

    assert JobStatus.SUBMITTING is written.status
    assert await workshop.states(job.id) == [JobStatus.QUEUED, JobStatus.SUBMITTING]


async def test_a_step_that_was_never_legal_raises_at_once(workshop: Workshop) -> None:
    job = await waiting_job(workshop)

    with pytest.raises(IllegalTransitionError):
        await workshop.ledger.write(job.id, JobStatus.DELIVERED, actor=WORKER)


async def test_a_state_that_somebody_else_reached_does_not_count_as_ours(
    workshop: Workshop,
) -> None:
    job = await waiting_job(workshop)
    await workshop.store.transition(
        job.id, JobStatus.CANCELLED, actor=OPERATOR, at=workshop.clock.now()
    )

    with pytest.raises(IllegalTransitionError):
        await workshop.ledger.write(job.id, JobStatus.CANCELLED, actor=WORKER)


async def test_a_step_meant_for_one_state_is_not_taken_from_another(workshop: Workshop) -> None:
    workshop.start()
    job = await workshop.running_job()

    with pytest.raises(IllegalTransitionError):
        await workshop.ledger.write(
            job.id, JobStatus.CANCELLED, actor=WORKER, only_from=JobStatus.QUEUED
        )

    assert JobStatus.RUNNING is (await workshop.job(job.id)).status


async def test_a_row_is_read_when_the_database_is_back(workshop: Workshop) -> None:
    job = await waiting_job(workshop)
    workshop.database.is_away = True
    reading = asyncio.create_task(workshop.ledger.read(job.id))
    await workshop.clock.settle()
    await workshop.clock.advance(5)
    workshop.database.is_away = False
    await workshop.clock.advance(LONGEST_RETRY_S)

    assert job.id == (await reading).id


async def test_a_job_that_is_not_there_cannot_be_read(workshop: Workshop) -> None:
    with pytest.raises(IllegalTransitionError):
        await workshop.ledger.read(JobId(404))
