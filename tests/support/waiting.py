"""Waits for something that another task is about to make true."""

import asyncio
from collections.abc import Awaitable, Callable

LONGEST_S = 30.0


async def until(condition: Callable[[], object], *, within_s: float = LONGEST_S) -> None:
    """Fail with TimeoutError when it does not become true."""
    async with asyncio.timeout(within_s):
        while not condition():
            await asyncio.sleep(0.005)


async def until_async(
    condition: Callable[[], Awaitable[object]], *, within_s: float = LONGEST_S
) -> None:
    """Fail with TimeoutError when it does not become true."""
    async with asyncio.timeout(within_s):
        while not await condition():
            await asyncio.sleep(0.01)


async def some_turns() -> None:
    """Let what needs no thread and no time come as far as it gets."""
    for _ in range(100):
        await asyncio.sleep(0)
