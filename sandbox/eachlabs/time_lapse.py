"""The provider's own time, which may run faster than ours and change its pace."""

import math
import random
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

# Drawn from a log-normal: generation times have a long tail to the right.
GENERATION_MEAN_S: Final[Mapping[int, float]] = MappingProxyType({5: 340.0, 10: 720.0})
GENERATION_CV: Final = 0.2

GenerationSeconds = Mapping[int, float] | Callable[[int], float]


class TimeLapse:
    """Lapsed seconds pass `speed` times as fast as the clock's."""

    def __init__(self, *, clock: Callable[[], float], speed: float) -> None:
        self._clock = clock
        self._speed = _checked(speed)
        self._anchor_s = clock()
        self._lapsed_at_anchor_s = 0.0

    @property
    def speed(self) -> float:
        return self._speed

    def change_speed(self, speed: float) -> None:
        """What has lapsed so far stays as it is."""
        checked = _checked(speed)
        self._lapsed_at_anchor_s = self.lapsed_s()
        self._anchor_s = self._clock()
        self._speed = checked

    def lapsed_s(self) -> float:
        return self._lapsed_at_anchor_s + (self._clock() - self._anchor_s) * self._speed

    def clock_at(self, lapsed_s: float) -> float:
        """The clock's reading at a lapsed time, if the speed stays as it is."""
        return self._anchor_s + (lapsed_s - self._lapsed_at_anchor_s) / self._speed


def draw_generation_s(
    generation_seconds: GenerationSeconds, *, duration_s: int, chance: random.Random
) -> float:
    """A mapping gives the means of log-normals; a callable the exact figure."""
    if callable(generation_seconds):
        return generation_seconds(duration_s)
    spread = math.log(1 + GENERATION_CV**2)
    centre = math.log(generation_seconds[duration_s]) - spread / 2
    return chance.lognormvariate(centre, math.sqrt(spread))


def _checked(speed: float) -> float:
    if not (math.isfinite(speed) and speed > 0):
        raise ValueError(f"a time-lapse needs a positive speed, not {speed}")
    return speed
