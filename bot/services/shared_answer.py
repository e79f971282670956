"""One look for all who ask at the same time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class SharedAnswer(Generic[T]):
    """Whoever asks while a look is under way shares the next one with all others who do.

    Nobody gets an answer that was looked for before they asked, so it is never older than one of
    their own would be.
    """

    def __init__(self, look: Callable[[], Awaitable[T]]) -> None:
        self._look = look
        self._under_way: asyncio.Task[T] | None = None
        self._next: asyncio.Task[T] | None = None

    async def get(self) -> T:
        """Raise what the look raised. Cancelling one who asks does not take it from the others."""
        if self._next is None:
            self._next = asyncio.create_task(self._look_after(self._under_way))
            self._next.add_done_callback(_note_error)
        return await asyncio.shield(self._next)

    async def close(self) -> None:
        """Cancel what is under way; those who still ask are cancelled with it."""
        tasks = [task for task in (self._under_way, self._next) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _look_after(self, earlier: asyncio.Task[T] | None) -> T:
        if earlier is not None and not earlier.done():
            await asyncio.wait({earlier})
        self._under_way, self._next = self._next, None
        return await self._look()


def _note_error(task: asyncio.Task[T]) -> None:
    """Those who asked may all have gone, and asyncio would complain of an error nobody saw."""
    if not task.cancelled():
        task.exception()
