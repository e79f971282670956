"""Waits with an end, on the clock that was handed in."""

import asyncio
from collections.abc import Awaitable
from typing import Any

from bot.domain.ports import Clock


async def ended_within(waited_for: Awaitable[Any], clock: Clock, *, timeout_s: float) -> bool:
    """Say whether it ended in time; a coroutine that did not is cancelled, a future is not."""
    task = asyncio.ensure_future(waited_for)
    timer = asyncio.ensure_future(clock.sleep(timeout_s))
    is_shared = task is waited_for
    try:
        await asyncio.wait({task, timer}, return_when=asyncio.FIRST_COMPLETED)
        return task.done()
    finally:
        timer.cancel()
        if not is_shared:
            task.cancel()
