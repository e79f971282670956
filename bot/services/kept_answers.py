"""What was read a moment ago, for all who ask by the same key."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.domain.ports import Clock

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Kept(Generic[V]):
    answer: V
    read_at_s: float


class KeptAnswers(Generic[K, V]):
    """An answer is never older than `reread_after_s`, and than a change that was made here.

    For what another process may change too, but hardly ever does.
    """

    def __init__(
        self,
        read: Callable[[K], Awaitable[V]],
        *,
        clock: Clock,
        reread_after_s: float,
        at_most: int,
    ) -> None:
        self._read = read
        self._clock = clock
        self._reread_after_s = reread_after_s
        self._at_most = at_most
        self._kept: OrderedDict[K, _Kept[V]] = OrderedDict()
        self._readings: dict[K, asyncio.Task[V]] = {}

    async def get(self, key: K) -> V:
        """Raise what reading raised. Cancelling one who asks does not take it from the others."""
        kept = self._kept.get(key)
        if kept is not None and self._clock.monotonic() - kept.read_at_s < self._reread_after_s:
            self._kept.move_to_end(key)
            return kept.answer
        reading = self._readings.get(key)
        if reading is None:
            reading = asyncio.create_task(self._read_and_keep(key))
            self._readings[key] = reading
            reading.add_done_callback(_note_error)
        return await asyncio.shield(reading)

    def last(self, key: K) -> V | None:
        """What was read last, however long ago, if it is still there."""
        kept = self._kept.get(key)
        return None if kept is None else kept.answer

    def forget(self, key: K) -> None:
        """What is being read at this moment may be older than the change, so it is not kept."""
        self._kept.pop(key, None)
        self._readings.pop(key, None)

    async def close(self) -> None:
        """Cancel what is under way; those who still ask are cancelled with it."""
        readings = tuple(self._readings.values())
        for reading in readings:
            reading.cancel()
        await asyncio.gather(*readings, return_exceptions=True)

    async def _read_and_keep(self, key: K) -> V:
        read_at_s = self._clock.monotonic()
        is_wanted = False
        try:
            answer = await self._read(key)
        finally:
            if self._readings.get(key) is asyncio.current_task():
                del self._readings[key]
                is_wanted = True
        if is_wanted:
            self._keep(key, _Kept(answer=answer, read_at_s=read_at_s))
        return answer

    def _keep(self, key: K, kept: _Kept[V]) -> None:
        self._kept[key] = kept
        self._kept.move_to_end(key)
        while len(self._kept) > self._at_most:
            self._kept.popitem(last=False)


def _note_error(task: asyncio.Task[V]) -> None:
    """Those who asked may all have gone, and asyncio would complain of an error nobody saw."""
    if not task.cancelled():
        task.exception()
