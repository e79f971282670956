"""Tasks with an owner: nothing runs unseen, and nothing that costs money is cut in half."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import structlog

from bot.domain.ports import Clock
from bot.services.waiting import ended_within

log = structlog.get_logger(__name__)

T = TypeVar("T")


class BackgroundTasks:
    """Holds references to running tasks, logs what they raise, and ends them together."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, coroutine: Coroutine[Any, Any, Any], *, name: str) -> asyncio.Task[Any]:
        task = asyncio.create_task(coroutine, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    async def finish(self, *, clock: Clock, timeout_s: float) -> None:
        """Let the tasks end by themselves; those that are not done in time are cancelled."""
        if self._tasks:
            await ended_within(asyncio.wait(tuple(self._tasks)), clock, timeout_s=timeout_s)
        await self.stop()

    async def stop(self) -> None:
        """Cancel every task and wait until all have ended."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            log.error("background_task_failed", task=task.get_name(), exc_info=error)


class CriticalSections:
    """Runs what must not be cut: cancelling the caller lets the section finish by itself."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    async def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        task = asyncio.create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return await asyncio.shield(task)

    async def drain(self, *, clock: Clock, timeout_s: float) -> bool:
        """Wait for open sections; those that are not done in time are cancelled."""
        tasks = tuple(self._tasks)
        if not tasks:
            return True
        await ended_within(asyncio.wait(tasks), clock, timeout_s=timeout_s)
        late = [task for task in tasks if not task.done()]
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        return not late

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.info("critical_section_raised", error=type(error).__name__)
