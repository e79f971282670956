"""More requests than can be answered: some are taken, the others hear so at once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from bot.domain.ids import MessageId
from bot.domain.job import JobStatus
from bot.domain.reasons import Reason
from bot.scheduling.answer_pace import CROWD, REMEMBERED
from bot.services.admission import RefusedError
from bot.services.refusal_log import WRITE_AFTER_S
from bot.services.submission import (
    ANSWER_WITHIN_S,
    FIRST_GUESS_S,
    REFUSALS_APART_S,
    REFUSE_WITHIN_S,
)
from tests.support.workshop import Workshop

ROOM = int(ANSWER_WITHIN_S / FIRST_GUESS_S)


@pytest.fixture
async def taken() -> AsyncIterator[AsyncExitStack]:
    """Requests in hand that stay there."""
    async with AsyncExitStack() as stack:
        yield stack


async def fill(workshop: Workshop, taken: AsyncExitStack, size: int = ROOM) -> None:
    for _ in range(size):
        await taken.enter_async_context(workshop.submission.in_hand(workshop.order()))


async def refusal(workshop: Workshop) -> RefusedError:
    with pytest.raises(RefusedError) as raised:
        async with workshop.submission.in_hand(workshop.order()):
            pass
    return raised.value


async def test_as_many_are_taken_as_can_be_answered_in_time(
    workshop: Workshop, taken: AsyncExitStack
) -> None:
    await fill(workshop, taken)

    error = await refusal(workshop)

    assert error.key == "refused-overloaded"
    assert workshop.sentence(error) == (
        "More requests came at once than can be answered in time. Nothing was charged. "
        f"Try again in a minute. Reference `{error.values['reference']}`."
    )


async def test_the_refusal_asks_nothing_of_the_database_and_is_a_row_a_moment_later(
    workshop: Workshop, taken: AsyncExitStack
) -> None:
    await fill(workshop, taken)
    workshop.database.is_away = True
    error = await refusal(workshop)
    workshop.database.is_away = False
    await workshop.clock.settle()
    assert list(await workshop.jobs()) == []

    await workshop.clock.advance(WRITE_AFTER_S)

    (job,) = await workshop.jobs()
    assert (job.status, job.reason) == (JobStatus.REFUSED, Reason.OVERLOADED)
    assert job.reference == error.values["reference"]
    assert (job.cost_estimated_usd, job.interaction_token) == (None, None)


async def test_whoever_is_answered_makes_room(workshop: Workshop, taken: AsyncExitStack) -> None:
    await fill(workshop, taken)
    await refusal(workshop)
    await taken.aclose()

    async with workshop.submission.in_hand(workshop.order()):
        accepted = await workshop.submission.submit(workshop.order())

    assert JobStatus.QUEUED is accepted.job.status


async def test_where_answers_take_longer_fewer_are_taken(
    workshop: Workshop, taken: AsyncExitStack
) -> None:
    await fill(workshop, taken, size=20)
    job = (await workshop.submission.submit(workshop.order())).job
    for _ in range(2 * REMEMBERED):
        await workshop.clock.advance(10 * FIRST_GUESS_S)
        await workshop.submission.confirm(job.id, card_message_id=MessageId(1))
    await taken.aclose()

    with pytest.raises(RefusedError):
        await fill(workshop, taken, size=ROOM // 5)


async def test_when_nothing_moves_nobody_is_let_in(
    workshop: Workshop, taken: AsyncExitStack
) -> None:
    await fill(workshop, taken, size=CROWD)
    await workshop.clock.advance(ANSWER_WITHIN_S)
    await fill(workshop, taken, size=1)

    await workshop.clock.advance(0.001)

    await refusal(workshop)


async def test_one_request_that_hangs_keeps_nobody_out(
    workshop: Workshop, taken: AsyncExitStack
) -> None:
    await fill(workshop, taken, size=1)
    await workshop.clock.advance(20 * ANSWER_WITHIN_S)

    await fill(workshop, taken, size=1)


async def test_refusals_come_one_after_another_and_in_time(
    workshop: Workshop, taken: AsyncExitStack
) -> None:
    await fill(workshop, taken)
    begun_at = workshop.clock.monotonic()
    refused_at: list[float] = []

    async def ask() -> None:
        await refusal(workshop)
        refused_at.append(workshop.clock.monotonic() - begun_at)

    asking = [asyncio.create_task(ask()) for _ in range(1500)]
    await workshop.clock.settle()
    await workshop.clock.leap(REFUSALS_APART_S)
    assert len(refused_at) == 2

    await workshop.clock.leap(REFUSE_WITHIN_S)

    assert all(task.done() for task in asking)


@pytest.fixture(autouse=True)
async def closed_in_time(workshop: Workshop) -> AsyncIterator[None]:
    """Let what is held be written before the workshop closes."""
    yield
    await workshop.clock.advance(WRITE_AFTER_S)
