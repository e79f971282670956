"""Signals that end the program, from the first to the last impatient one."""

import asyncio
import signal
from contextlib import contextmanager

import pytest

from bot.endings import STOP_SIGNALS, ignore_stop_signals, stop_event

each_signal = pytest.mark.parametrize("number", STOP_SIGNALS, ids=lambda number: number.name)


@contextmanager
def handlers_given_back():
    before = {number: signal.getsignal(number) for number in STOP_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@each_signal
def test_a_signal_wakes_whoever_waits_for_the_end(number):
    async def serve():
        stop = stop_event()
        asyncio.get_running_loop().call_later(0.01, signal.raise_signal, number)
        await stop.wait()

    with handlers_given_back():
        asyncio.run(asyncio.wait_for(serve(), 30))


@each_signal
def test_no_further_signal_kills_between_the_last_of_the_work_and_the_last_word(number):
    async def serve():
        stop = stop_event()
        signal.raise_signal(number)
        await stop.wait()

    with handlers_given_back():
        asyncio.run(serve())
        signal.raise_signal(number)
        ignore_stop_signals()
        signal.raise_signal(number)
