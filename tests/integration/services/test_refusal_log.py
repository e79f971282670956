"""Refusals of a rush: written behind it, each once, and counted where they cannot be."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from structlog.typing import EventDict

from bot.domain.job import FRONT, JobStatus
from bot.domain.ports import NewAttempt
from bot.domain.reasons import Reason
from bot.services.refusal_log import CLOSE_WITHIN_S, MOST_AT_ONCE, WRITE_AFTER_S, RefusalLog
from tests.support.workshop import Workshop

CAPACITY = 3 * MOST_AT_ONCE


@pytest.fixture
async def refusals(workshop: Workshop) -> AsyncIterator[RefusalLog]:
    refusals = RefusalLog(
        store=workshop.store, clock=workshop.clock, reason=Reason.OVERLOADED, capacity=CAPACITY
    )
    yield refusals
    closing = asyncio.create_task(refusals.close())
    await workshop.clock.settle()
    await workshop.clock.advance(CLOSE_WITHIN_S)
    await closing


def attempts(workshop: Workshop, count: int) -> list[NewAttempt]:
    first = workshop.submission._attempt(workshop.order())
    return [
        replace(
            first,
            reference=f"R{number:05}",
            created_at=first.created_at + timedelta(milliseconds=number),
        )
        for number in range(count)
    ]


async def test_each_refusal_becomes_a_row_with_its_event_once_the_rush_is_over(
    workshop: Workshop, refusals: RefusalLog
) -> None:
    wanted = attempts(workshop, MOST_AT_ONCE + 1)
    for attempt in wanted:
        refusals.add(attempt)
    await workshop.clock.settle()
    await workshop.clock.advance(WRITE_AFTER_S - 0.001)
    assert list(await workshop.jobs()) == []

    await workshop.clock.advance(0.001)

    jobs = await workshop.jobs()
    assert {job.reference for job in jobs} == {attempt.reference for attempt in wanted}
    assert len(jobs) == len(wanted)
    assert {(job.status, job.reason) for job in jobs} == {(JobStatus.REFUSED, "overloaded")}
    assert {job.interaction_token for job in jobs} == {None}
    (event,) = await workshop.store.events(jobs[0].id)
    assert (event.before, event.after, event.actor) == (None, JobStatus.REFUSED, str(FRONT))
    assert (event.at, event.detail) == (jobs[0].created_at, "overloaded")


async def test_a_database_that_is_away_gets_them_later_each_once(
    workshop: Workshop, refusals: RefusalLog
) -> None:
    for attempt in attempts(workshop, 3):
        refusals.add(attempt)
    await workshop.clock.settle()
    workshop.database.is_away = True
    await workshop.clock.advance(5)
    workshop.database.is_away = False

    await workshop.clock.advance(WRITE_AFTER_S)

    assert [job.reference for job in await workshop.jobs()] == ["R00000", "R00001", "R00002"]


async def test_a_write_whose_answer_was_lost_is_not_written_twice(
    workshop: Workshop, refusals: RefusalLog
) -> None:
    workshop.database.loses_written_answers = True
    for attempt in attempts(workshop, 3):
        refusals.add(attempt)
    await workshop.clock.settle()
    await workshop.clock.advance(WRITE_AFTER_S)
    workshop.database.loses_written_answers = False
    refusals.add(attempts(workshop, 4)[-1])

    await workshop.clock.advance(2 * WRITE_AFTER_S)

    assert len(await workshop.jobs()) == 4


async def test_what_finds_no_room_is_counted_and_told(
    workshop: Workshop, refusals: RefusalLog, logged: list[EventDict]
) -> None:
    for attempt in attempts(workshop, CAPACITY + 7):
        refusals.add(attempt)
    await workshop.clock.settle()

    await workshop.clock.advance(WRITE_AFTER_S)

    assert len(await workshop.jobs()) == CAPACITY
    told = [event for event in logged if event["event"] == "refusals_not_logged"]
    assert [event["count"] for event in told] == [7]


async def test_a_close_writes_what_is_held(workshop: Workshop, refusals: RefusalLog) -> None:
    for attempt in attempts(workshop, MOST_AT_ONCE + 1):
        refusals.add(attempt)

    await refusals.close()

    assert len(await workshop.jobs()) == MOST_AT_ONCE + 1


async def test_a_close_while_the_database_is_away_says_what_is_missing(
    workshop: Workshop, refusals: RefusalLog, logged: list[EventDict]
) -> None:
    for attempt in attempts(workshop, 5):
        refusals.add(attempt)
    workshop.database.is_away = True

    await refusals.close()

    workshop.database.is_away = False
    assert [e["count"] for e in logged if e["event"] == "refusals_not_logged"] == [5]
    assert list(await workshop.jobs()) == []


async def test_a_close_does_not_wait_for_ever(
    workshop: Workshop, refusals: RefusalLog, logged: list[EventDict]
) -> None:
    refusals.add(attempts(workshop, 1)[0])
    workshop.database.may_write.clear()
    closing = asyncio.create_task(refusals.close())
    await workshop.clock.settle()

    await workshop.clock.advance(CLOSE_WITHIN_S)

    assert closing.done()
    assert [e["count"] for e in logged if e["event"] == "refusals_not_logged"] == [1]


async def test_a_close_with_nothing_to_write_is_nothing(
    refusals: RefusalLog, logged: list[EventDict]
) -> None:
    await refusals.close()

    assert logged == []
