"""One look for all who ask at the same time, and never one that is older than the question."""

import asyncio

import pytest

from bot.services.shared_answer import SharedAnswer


class Looking:
    """Answers with the number of the look, when it is let."""

    def __init__(self):
        self.looks = 0
        self.may_end = asyncio.Event()
        self.may_end.set()
        self.error = None

    async def __call__(self):
        self.looks += 1
        number = self.looks
        await self.may_end.wait()
        if self.error is not None:
            raise self.error
        return number


@pytest.fixture
def look():
    return Looking()


@pytest.fixture
def answer(look):
    return SharedAnswer(look)


async def test_many_who_ask_at_once_share_one_look(answer, look):
    found = await asyncio.gather(*(answer.get() for _ in range(100)))

    assert (set(found), look.looks) == ({1}, 1)


async def test_who_asks_later_gets_a_look_of_their_own(answer):
    assert [await answer.get(), await answer.get()] == [1, 2]


async def test_nobody_gets_an_answer_that_was_looked_for_before_they_asked(answer, look):
    look.may_end.clear()
    early = asyncio.create_task(answer.get())
    await asyncio.sleep(0.01)
    late = [asyncio.create_task(answer.get()) for _ in range(3)]
    await asyncio.sleep(0.01)
    assert look.looks == 1

    look.may_end.set()

    assert await early == 1
    assert await asyncio.gather(*late) == [2, 2, 2]


async def test_who_goes_away_does_not_take_the_answer_from_the_others(answer, look):
    look.may_end.clear()
    first, second = [asyncio.create_task(answer.get()) for _ in range(2)]
    await asyncio.sleep(0.01)
    first.cancel()
    await asyncio.wait([first])
    look.may_end.set()

    assert first.cancelled()
    assert await second == 1


async def test_a_look_that_fails_fails_for_all_who_shared_it_and_for_nobody_else(answer, look):
    look.error = LookupError()
    found = await asyncio.gather(*(answer.get() for _ in range(3)), return_exceptions=True)
    look.error = None

    assert [type(error) for error in found] == [LookupError] * 3
    assert await answer.get() == 2


async def test_an_error_that_nobody_waits_for_is_no_complaint(answer, look):
    look.may_end.clear()
    asking = asyncio.create_task(answer.get())
    await asyncio.sleep(0.01)
    asking.cancel()
    await asyncio.wait([asking])
    look.error = LookupError()
    look.may_end.set()
    await asyncio.sleep(0.01)
    look.error = None

    assert await answer.get() == 2


async def test_a_close_leaves_nothing_behind(answer, look):
    look.may_end.clear()
    asking = [asyncio.create_task(answer.get())]
    await asyncio.sleep(0.01)
    asking.append(asyncio.create_task(answer.get()))
    await asyncio.sleep(0.01)

    await answer.close()
    await asyncio.wait(asking)

    assert [task.cancelled() for task in asking] == [True, True]
    assert look.looks == 1
