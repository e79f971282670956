"""A process that can die between any two of its steps, and the database it dies over."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.domain.errors import StorageUnavailableError
from bot.storage.database import Database, Work
from tests.property.services.trouble import Trouble

T = TypeVar("T")


class Lifeline:
    """What a process does to the outside passes here, before and after; past a cut nothing does.

    A kill runs no clean-up, but tasks end only by being cancelled, and then they clean up. So
    first everything they could still reach is taken from them.
    """

    def __init__(self) -> None:
        self.is_cut = False
        self._steps_left: int | None = None

    def cut(self) -> None:
        self.is_cut = True

    def cut_after(self, steps: int | None) -> None:
        """Die at a step to come; None takes that back."""
        self._steps_left = steps

    async def step(self) -> None:
        if self._steps_left is not None and not self.is_cut:
            self._steps_left -= 1
            self.is_cut = self._steps_left < 0
        if self.is_cut:
            await asyncio.Event().wait()


class MortalDatabase:
    """The real database, one transaction after another, so that a story goes the same each time."""

    def __init__(self, database: Database, *, lifeline: Lifeline, trouble: Trouble) -> None:
        self._database = database
        self._lifeline = lifeline
        self._trouble = trouble
        self._turn = asyncio.Lock()
        self.busy: set[asyncio.Task[object]] = set()

    async def write(self, work: Work[T]) -> T:
        await self._lifeline.step()
        self._refuse_if_away()
        fault = self._trouble.next("write")
        if fault == "refused":
            raise StorageUnavailableError("busy")
        answer = await self._in_turn(lambda: self._database.write(work))
        await self._lifeline.step()
        if fault == "unseen":
            raise StorageUnavailableError("no answer; outcome unknown")
        return answer

    async def read(self, work: Work[T]) -> T:
        self._refuse_if_away()
        return await self._in_turn(lambda: self._database.read(work))

    async def close(self) -> None:
        await self._database.close()

    def _refuse_if_away(self) -> None:
        if self._trouble.is_away("database"):
            raise StorageUnavailableError("away")

    async def _in_turn(self, transact: Callable[[], Awaitable[T]]) -> T:
        """In a task that no caller can cancel, as the database itself runs it."""
        task = asyncio.create_task(self._alone(transact))
        self.busy.add(task)
        task.add_done_callback(self._ended)
        return await asyncio.shield(task)

    async def _alone(self, transact: Callable[[], Awaitable[T]]) -> T:
        async with self._turn:
            return await transact()

    def _ended(self, task: asyncio.Task[object]) -> None:
        self.busy.discard(task)
        if not task.cancelled():
            task.exception()
