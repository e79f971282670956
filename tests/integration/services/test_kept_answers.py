"""What hardly ever changes is not read for each who asks, and a change is never missed."""

import asyncio

import pytest

from bot.domain.errors import StorageUnavailableError
from bot.services.kept_answers import KeptAnswers
from tests.support.clock import ManualClock


class Library:
    """Counts how often it is asked, and answers when it may."""

    def __init__(self):
        self.answers = {}
        self.asked = []
        self.may_answer = asyncio.Event()
        self.may_answer.set()
        self.fault = None

    async def read(self, key):
        self.asked.append(key)
        answer = self.answers.get(key)
        await self.may_answer.wait()
        if self.fault is not None:
            raise self.fault
        return answer


@pytest.fixture
def library():
    return Library()


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
async def kept(library, clock):
    kept = KeptAnswers(library.read, clock=clock, reread_after_s=5, at_most=2)
    yield kept
    await kept.close()


async def test_an_answer_is_read_again_only_after_a_while(kept, library, clock):
    library.answers["a"] = 1
    assert [await kept.get("a"), await kept.get("a")] == [1, 1]
    library.answers["a"] = 2

    await clock.advance(4.9)
    assert await kept.get("a") == 1
    await clock.advance(0.1)

    assert await kept.get("a") == 2
    assert library.asked == ["a", "a"]


async def test_all_who_ask_at_once_share_one_reading(kept, library):
    library.may_answer.clear()
    asking = [asyncio.create_task(kept.get("a")) for _ in range(5)]
    await asyncio.sleep(0)
    library.may_answer.set()

    await asyncio.gather(*asking)

    assert library.asked == ["a"]


async def test_what_was_read_before_a_change_is_not_kept(kept, library):
    """A reading that began before the change would otherwise hide it for seconds."""
    library.answers["a"] = "old"
    library.may_answer.clear()
    early = asyncio.create_task(kept.get("a"))
    while not library.asked:
        await asyncio.sleep(0)
    library.answers["a"] = "new"
    kept.forget("a")
    late = asyncio.create_task(kept.get("a"))
    await asyncio.sleep(0)
    library.may_answer.set()

    assert await late == "new"
    assert await early == "old"
    assert await kept.get("a") == "new"


async def test_one_who_gives_up_takes_the_answer_from_nobody(kept, library):
    library.answers["a"] = 1
    library.may_answer.clear()
    patient, hasty = (asyncio.create_task(kept.get("a")) for _ in range(2))
    await asyncio.sleep(0)

    hasty.cancel()
    library.may_answer.set()

    assert await patient == 1
    with pytest.raises(asyncio.CancelledError):
        await hasty


async def test_a_fault_is_told_to_all_who_asked_and_not_kept(kept, library):
    library.fault = StorageUnavailableError()
    with pytest.raises(StorageUnavailableError):
        await kept.get("a")
    library.fault = None

    assert await kept.get("a") is None


async def test_only_so_many_are_kept_and_the_least_asked_for_goes(kept, library):
    for key in ("a", "b", "a", "c", "a"):
        await kept.get(key)

    assert library.asked == ["a", "b", "c"]
    assert (kept.last("b"), "a" in library.asked) == (None, True)


async def test_closing_ends_what_is_being_read(kept, library):
    library.may_answer.clear()
    asking = asyncio.create_task(kept.get("a"))
    await asyncio.sleep(0)

    await kept.close()

    with pytest.raises(asyncio.CancelledError):
        await asking
