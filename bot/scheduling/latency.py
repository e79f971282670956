"""How long clips take: learned from the log's newest predictions, starting from the settings."""

import math
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from bot.domain.forecast import TimeRange
from bot.scheduling.forecast import Belief, forecast_running
from bot.scheduling.generation_times import GenerationTimes
from bot.scheduling.log_normal_fit import Fit, fit_log_normal

# Enough that a range of eight in ten holds to some two points, few enough to follow changes.
SAMPLES: Final = 200


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
        return self._at(duration_s).fit.times

    def typical_s(self, duration_s: int) -> float:
        """The mean of those that are not rejected early."""
        return self.times(duration_s).typical_s

    def doubt(self, duration_s: int) -> float:
        """How far log(typical time) may be off, as a standard deviation."""
        return self._at(duration_s).fit.doubt

    def remaining(self, duration_s: int, age_s: float) -> TimeRange:
        """Seconds within which eight in ten of those that run at that age come to their end."""
        belief = Belief(times=self.times(duration_s), doubt=self.doubt(duration_s))
        return forecast_running(age_s=age_s, belief=belief).ends_in

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
        self._fit: Fit | None = None

    @property
    def fit(self) -> Fit:
        if self._fit is None:
            self._fit = fit_log_normal(self._newest_s, first_guess_s=self._first_guess_s)
        return self._fit

    def add(self, times_s: Iterable[float]) -> None:
        self._newest_s.extend(time_s for time_s in times_s if 0 < time_s < math.inf)
        self._fit = None

    def forget(self) -> None:
        self._newest_s.clear()
        self._fit = None
