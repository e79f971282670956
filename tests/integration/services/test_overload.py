"""More requests than can be answered: some are taken, the others hear so at once."""

from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack

import pytest

from bot.domain.ids import MessageId
from bot.domain.job import JobStatus
from bot.domain.reasons import Reason
from bot.scheduling.answer_pace import REMEMBERED
from bot.services.refusal_log import WRITE_AFTER_S
from bot.services.submission import ANSWER_WITHIN_S, FIRST_GUESS_S, RefusedError
from tests.support.workshop import Workshop

ROOM = int(ANSWER_WITHIN_S / FIRST_GUESS_S)


@pytest.fixture
def taken() -> Iterator[ExitStack]:
    """Requests in hand that stay there."""
    with ExitStack() as stack:
        yield stack


async def fill(workshop: Workshop, taken: ExitStack, size: int = ROOM) -> None:
    for _ in range(size):
        taken.enter_context(workshop.submission.in_hand(workshop.order()))


def refusal(workshop: Workshop) -> RefusedError:
    with pytest.raises(RefusedError) as raised, workshop.submission.in_hand(workshop.order()):
        pass
    return raised.value


async def test_as_many_are_taken_as_can_be_answered_in_time(
    workshop: Workshop, taken: ExitStack
) -> None:
    await fill(workshop, taken)

    error = refusal(workshop)

    assert error.key == "refused-overloaded"
    assert workshop.sentence(error) == (
        "More requests came at once than can be answered in time. Nothing was charged. "
        f"Try again in a minute. Reference `{error.values['reference']}`."
    )


async def test_the_refusal_asks_nothing_of_the_database_and_is_a_row_a_moment_later(
    workshop: Workshop, taken: ExitStack
) -> None:
    await fill(workshop, taken)
    workshop.database.is_away = True
    error = refusal(workshop)
    workshop.database.is_away = False
    await workshop.clock.settle()
    assert list(await workshop.jobs()) == []

    await workshop.clock.advance(WRITE_AFTER_S)

    (job,) = await workshop.jobs()
    assert (job.status, job.reason) == (JobStatus.REFUSED, Reason.OVERLOADED)
    assert job.reference == error.values["reference"]
    assert (job.cost_estimated_usd, job.interaction_token) == (None, None)


async def test_whoever_is_answered_makes_room(workshop: Workshop, taken: ExitStack) -> None:
    await fill(workshop, taken)
    refusal(workshop)
    taken.close()

    with workshop.submission.in_hand(workshop.order()):
        accepted = await workshop.submission.submit(workshop.order())

    assert JobStatus.QUEUED is accepted.job.status


async def test_where_answers_take_longer_fewer_are_taken(
    workshop: Workshop, taken: ExitStack
) -> None:
    await fill(workshop, taken, size=20)
    job = (await workshop.submission.submit(workshop.order())).job
    for _ in range(2 * REMEMBERED):
        await workshop.clock.advance(10 * FIRST_GUESS_S)
        await workshop.submission.confirm(job.id, card_message_id=MessageId(1))
    taken.close()

    with pytest.raises(RefusedError):
        await fill(workshop, taken, size=ROOM // 5)


async def test_when_nothing_moves_nobody_is_let_in(workshop: Workshop, taken: ExitStack) -> None:
    await fill(workshop, taken, size=1)
    await workshop.clock.advance(ANSWER_WITHIN_S)
    await fill(workshop, taken, size=1)

    await workshop.clock.advance(0.001)

    refusal(workshop)


@pytest.fixture(autouse=True)
async def closed_in_time(workshop: Workshop) -> AsyncIterator[None]:
    """Let what is held be written before the workshop closes."""
    yield
    await workshop.clock.advance(WRITE_AFTER_S)
