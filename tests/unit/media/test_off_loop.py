"""File work in a thread is waited for, whatever happens to its caller."""

import asyncio
import threading

import pytest

from bot.media.off_loop import off_loop


async def reached(event):
    await asyncio.to_thread(event.wait, 5)


async def test_the_result_comes_from_another_thread():
    assert threading.get_ident() != await off_loop(threading.get_ident)


async def test_an_error_reaches_the_caller():
    with pytest.raises(ZeroDivisionError):
        await off_loop(lambda: 1 // 0)


@pytest.mark.parametrize("times", [1, 3])
async def test_a_cancelled_caller_waits_for_its_thread(times):
    entered, may_end = threading.Event(), threading.Event()
    written = []

    def write():
        entered.set()
        may_end.wait(5)
        written.append("block")

    caller = asyncio.create_task(off_loop(write))
    await reached(entered)
    for _ in range(times):
        caller.cancel()
        await asyncio.sleep(0.01)

    assert not caller.done()
    may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await caller
    assert written == ["block"]


async def test_an_error_nobody_waits_for_is_not_reported_as_lost(caplog):
    entered, may_end = threading.Event(), threading.Event()

    def fail():
        entered.set()
        may_end.wait(5)
        raise OSError("disk")

    caller = asyncio.create_task(off_loop(fail))
    await reached(entered)
    caller.cancel()
    may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await caller

    assert caplog.records == []
