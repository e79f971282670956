"""Tasks with an owner: what they raise is seen, and what must not be cut is not cut."""

import asyncio

import pytest
from structlog.typing import EventDict

from bot.services.background import BackgroundTasks, CriticalSections
from bot.services.waiting import ended_within
from tests.support.clock import ManualClock


async def fail() -> None:
    raise ZeroDivisionError


async def test_what_a_background_task_raises_is_logged_with_its_name(
    logged: list[EventDict],
) -> None:
    tasks = BackgroundTasks()
    tasks.start(fail(), name="doomed")
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    assert [(event["event"], event["task"]) for event in logged] == [
        ("background_task_failed", "doomed")
    ]


async def test_stopping_waits_until_every_task_has_ended() -> None:
    tasks, ended = BackgroundTasks(), []

    async def work(name: str) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            ended.append(name)

    tasks.start(work("one"), name="one")
    tasks.start(work("two"), name="two")
    await asyncio.sleep(0)
    await tasks.stop()

    assert sorted(ended) == ["one", "two"]


async def test_a_critical_section_outlives_its_caller_and_is_drained() -> None:
    sections, done = CriticalSections(), []
    may_end = asyncio.Event()

    async def work() -> None:
        await may_end.wait()
        done.append(True)

    caller = asyncio.create_task(sections.run(work()))
    await asyncio.sleep(0)
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    may_end.set()

    assert await sections.drain(clock=ManualClock(), timeout_s=5)
    assert done == [True]


async def test_a_section_that_takes_too_long_is_cancelled_and_reported() -> None:
    sections, clock = CriticalSections(), ManualClock()
    caller = asyncio.create_task(sections.run(asyncio.Event().wait()))
    await asyncio.sleep(0)

    draining = asyncio.create_task(sections.drain(clock=clock, timeout_s=5))
    await clock.settle()
    await clock.advance(4.9)
    assert not draining.done()
    await clock.advance(0.1)

    assert await draining is False
    with pytest.raises(asyncio.CancelledError):
        await caller


async def test_a_section_that_fails_tells_its_caller_and_the_log(logged: list[EventDict]) -> None:
    sections = CriticalSections()

    with pytest.raises(ZeroDivisionError):
        await sections.run(fail())
    await asyncio.sleep(0)

    assert [(event["event"], event["error"]) for event in logged] == [
        ("critical_section_raised", "ZeroDivisionError")
    ]
    assert await sections.drain(clock=ManualClock(), timeout_s=5)


async def test_a_wait_cancels_its_own_coroutine_and_never_a_shared_future() -> None:
    clock, cancelled = ManualClock(), []
    shared = asyncio.get_running_loop().create_future()

    async def own() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.append(True)
            raise

    for_shared = asyncio.create_task(ended_within(shared, clock, timeout_s=1))
    for_own = asyncio.create_task(ended_within(own(), clock, timeout_s=1))
    await clock.settle()
    await clock.advance(1)

    assert [await for_shared, await for_own] == [False, False]
    assert not shared.cancelled()
    assert cancelled == [True]
    shared.set_result(None)
    assert await ended_within(shared, clock, timeout_s=1)
