"""How long clips take: learned from the log's newest predictions, starting from the settings."""

import math
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from bot.domain.forecast import TimeRange
from bot.scheduling.generation_times import GenerationTimes
from bot.scheduling.log_normal_fit import fit_log_normal

# Enough that a range of eight in ten holds to some two points, few enough to follow changes.
SAMPLES: Final = 200
_RANGE_SHARE: Final = 0.8
_MOST_EARLY_LEFT_OUT: Final = 0.15


class LatencyModel:
    """One distribution of generation times per length of clip, kept up to date.

    `first_guess_s` is the typical time, by length, that counts until the log knows better. An
    unknown length takes as long as the next longer known one, or the longest.
    """

    def __init__(self, first_guess_s: Mapping[int, float]) -> None:
        if not first_guess_s or min(first_guess_s.values()) <= 0:
            raise ValueError("typical times must be given, and be positive")
        self._learned = {
            duration_s: _LearnedTimes(guess_s) for duration_s, guess_s in first_guess_s.items()
        }

    def learn(self, duration_s: int, generation_s: float) -> None:
        """Note how long one more prediction took."""
        self._at(duration_s).add([generation_s])

    def relearn(self, duration_s: int, generation_times_s: Sequence[float]) -> None:
        """Start anew from what the log has, newest first."""
        learned = self._at(duration_s)
        learned.forget()
        learned.add(reversed(generation_times_s))

    def times(self, duration_s: int) -> GenerationTimes:
        return self._at(duration_s).times

    def typical_s(self, duration_s: int) -> float:
        """The mean of those that are not rejected early."""
        return self.times(duration_s).typical_s

    def remaining(self, duration_s: int, age_s: float) -> TimeRange:
        """Seconds within which eight in ten of those that run at that age come to their end.

        The range leaves out as many at either end, but of early rejections as many as it may:
        nobody who waits for a clip wants to read that it takes from three seconds to five minutes.
        """
        times = self.times(duration_s)
        outside = (1 - _RANGE_SHARE) / 2
        shift = min(times.early_left(age_s), _MOST_EARLY_LEFT_OUT) / 2
        earliest_s, latest_s = (
            times.quantile(p + shift, given_age_s=age_s) for p in (outside, 1 - outside)
        )
        return TimeRange(earliest_s=earliest_s - age_s, latest_s=latest_s - age_s)

    def _at(self, duration_s: int) -> "_LearnedTimes":
        if learned := self._learned.get(duration_s):
            return learned
        longer = [known for known in self._learned if known >= duration_s]
        return self._learned[min(longer) if longer else max(self._learned)]


class _LearnedTimes:
    """The newest times of one length, and their distribution once somebody asks for it."""

    def __init__(self, first_guess_s: float) -> None:
        self._first_guess_s = first_guess_s
        self._newest_s: deque[float] = deque(maxlen=SAMPLES)
        self._fit: GenerationTimes | None = None

    @property
    def times(self) -> GenerationTimes:
        if self._fit is None:
            self._fit = fit_log_normal(self._newest_s, first_guess_s=self._first_guess_s)
        return self._fit

    def add(self, times_s: Iterable[float]) -> None:
        self._newest_s.extend(time_s for time_s in times_s if 0 < time_s < math.inf)
        self._fit = None

    def forget(self) -> None:
        self._newest_s.clear()
        self._fit = None
