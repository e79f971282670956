"""How soon one more would be answered: known before it is begun, and learned from crowds only."""

from contextlib import ExitStack

import pytest

from bot.scheduling.answer_pace import CROWD, REMEMBERED, AnswerPace
from tests.support.clock import ManualClock

GUESS_S = 0.01


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def pace(clock):
    return AnswerPace(clock=clock, first_guess_s=GUESS_S)


@pytest.fixture
def crowd(pace):
    """Some requests in hand, that stay there."""
    with ExitStack() as stack:

        def gather(size):
            for _ in range(size):
                stack.enter_context(pace.holding())

        yield gather


def test_with_nobody_before_it_a_request_takes_as_long_as_one_does(pace):
    assert (pace.in_hand, pace.expected_s()) == (0, pytest.approx(GUESS_S))


def test_each_request_in_hand_is_answered_before_the_next(pace, crowd):
    crowd(99)

    assert (pace.in_hand, pace.expected_s()) == (99, pytest.approx(100 * GUESS_S))


def test_what_is_over_is_not_in_the_way_however_it_ended(pace):
    with pytest.raises(LookupError), pace.holding():
        raise LookupError

    assert pace.in_hand == 0


async def test_a_crowd_that_sees_no_answer_tells_of_a_standstill(pace, crowd, clock):
    crowd(CROWD)
    await clock.advance(5)
    crowd(1)
    assert pace.expected_s() == 5

    pace.answered()
    assert pace.expected_s() < 5


async def test_one_request_that_hangs_is_in_nobodys_way(pace, crowd, clock):
    crowd(CROWD - 2)
    await clock.advance(60)
    crowd(1)

    assert pace.expected_s() == pytest.approx(CROWD * GUESS_S)


async def test_a_crowd_teaches_how_long_one_takes(pace, crowd, clock):
    crowd(CROWD)
    for _ in range(5 * REMEMBERED):
        await clock.leap(0.1)
        pace.answered()

    with_itself = CROWD + 1
    assert pace._crowded_s / pace._answers == pytest.approx(0.1, rel=0.02)
    assert pace.expected_s() == pytest.approx(with_itself * 0.1, rel=0.02)


async def test_answers_in_heaps_count_as_if_they_came_one_by_one(pace, crowd, clock):
    crowd(CROWD)
    for number in range(10 * REMEMBERED):
        if number % 32 == 0:
            await clock.leap(32 * 0.002)
        pace.answered()

    assert pace._crowded_s / pace._answers == pytest.approx(0.002, rel=0.1)


async def test_the_wait_before_a_crowds_first_answer_is_shared_by_all_its_answers(
    pace, crowd, clock
):
    crowd(CROWD)
    await clock.leap(0.256)
    pace.answered()

    assert pace._crowded_s / pace._answers == pytest.approx(GUESS_S + 0.001, rel=0.01)


async def test_a_few_teach_nothing(pace, crowd, clock):
    crowd(CROWD - 1)
    for _ in range(100):
        await clock.leap(1)
        pace.answered()

    assert pace._crowded_s / pace._answers == GUESS_S


async def test_the_time_between_two_crowds_belongs_to_neither(pace, clock):
    for _ in range(2):
        with ExitStack() as stack:
            for _ in range(CROWD):
                stack.enter_context(pace.holding())
            for _ in range(REMEMBERED * 4):
                await clock.leap(0.001)
                pace.answered()
        await clock.leap(3600)

    assert pace.expected_s() == pytest.approx(0.001, rel=0.05)
