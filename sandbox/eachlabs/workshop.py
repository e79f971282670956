"""Makes the clips beside the event loop, one at a time, and keeps the newest."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final

from sandbox.eachlabs.clip_maker import ClipPlan, make_clip
from sandbox.eachlabs.prediction import Prediction

MakeClip = Callable[[ClipPlan, Path], None]

CLIPS_KEPT: Final = 200


class Workshop:
    """A clip is begun when its prediction starts, so that it is ready at the end.

    One thread is enough: the encoder lets go of the interpreter while it works, and a
    second would only take time from the bot that shares the process.
    """

    def __init__(self, *, directory: Path, make: MakeClip = make_clip) -> None:
        self._directory = directory
        self._make = make
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="clip-maker")
        # The pool's own futures: cancelling one takes effect at once, not at the loop's next turn.
        self._orders: OrderedDict[str, Future[None]] = OrderedDict()

    def order(self, prediction: Prediction) -> None:
        plan = ClipPlan(
            prompt=prediction.request.prompt,
            duration_s=prediction.request.duration_s,
            aspect_ratio=prediction.request.aspect_ratio,
        )
        order = self._executor.submit(self._make, plan, self._path(prediction.id))
        self._orders[prediction.id] = order
        while len(self._orders) > CLIPS_KEPT:
            self._forget(next(iter(self._orders)))

    def abandon(self, prediction: Prediction) -> None:
        """A cancelled prediction needs no clip; one that is being made is finished first."""
        order = self._orders.get(prediction.id)
        if order is not None:
            order.cancel()

    async def clip(self, prediction_id: str) -> Path | None:
        """Wait for the clip; None when there is none, or no longer."""
        order = self._orders.get(prediction_id)
        if order is None:
            return None
        if order.cancelled():
            return None
        made = asyncio.wrap_future(order)
        await asyncio.wait([made])
        if made.cancelled():
            return None
        made.result()
        return self._path(prediction_id)

    async def close(self) -> None:
        """Drop what waits and let the clip in hand be finished."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        await asyncio.to_thread(self._executor.shutdown)

    def _forget(self, prediction_id: str) -> None:
        self._orders.pop(prediction_id).cancel()
        self._path(prediction_id).unlink(missing_ok=True)

    def _path(self, prediction_id: str) -> Path:
        return self._directory / f"{prediction_id}.mp4"
