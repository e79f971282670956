"""What somebody outside says about a job: a reason to look now, and never more than that."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from bot.domain.ids import JobId, PredictionId
from bot.domain.ports import Clock
from bot.services.waiting import ended_within


class Hint:
    """What was said about one job while somebody listens."""

    def __init__(self, clock: Clock) -> None:
        self.prediction_id: PredictionId | None = None
        self._clock = clock
        self._given = asyncio.Event()

    def give(self, prediction_id: PredictionId | None) -> None:
        self.prediction_id = prediction_id or self.prediction_id
        self._given.set()

    def forget(self) -> None:
        """What was claimed turned out wrong."""
        self.prediction_id = None

    async def wait(self, *, timeout_s: float) -> None:
        """Sleep that long, or until something is said."""
        await ended_within(self._given.wait(), self._clock, timeout_s=timeout_s)
        self._given.clear()


class Hints:
    """Hints reach only those who listen: whoever comes later looks anyway."""

    def __init__(self, *, clock: Clock) -> None:
        self._clock = clock
        self._heard: dict[JobId, Hint] = {}

    @contextmanager
    def listen(self, job_id: JobId) -> Iterator[Hint]:
        """Listen for one job; it has at most one listener."""
        hint = Hint(self._clock)
        self._heard[job_id] = hint
        try:
            yield hint
        finally:
            if self._heard.get(job_id) is hint:
                del self._heard[job_id]

    def give(self, job_id: JobId, prediction_id: PredictionId | None) -> None:
        """Tell the listener, if there is one. The id is a claim that is yet to be checked."""
        hint = self._heard.get(job_id)
        if hint is not None:
            hint.give(prediction_id)
