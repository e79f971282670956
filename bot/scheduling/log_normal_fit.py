"""Fits generation times to the finished predictions of the log, whatever some of them are.

The settings' first guess stands in as five made-up times spread round it. Then, on logarithms:

    1. Early rejections are told apart: a time below a fifth of the median is one. The median is
       taken without times below a twentieth of the first guess, or a wave of rejections would
       move it.
    2. Location and scale start from the median and the median deviation, which stand up to any
       outliers short of half, and are then the mean and the deviation of whatever lies within
       three scales, taken again until nothing changes: as good as the plain ones on clean data,
       untouched by clips that were noticed hours late. Where the log tells otherwise than the
       first guess, the made-up times are outliers, too.
    3. The early share counts a first share like twenty predictions.
    4. The doubt about the location is that of n times and of a first guess that is itself right
       to some thirty per cent: 1 / doubt^2 = 1 / 0.3^2 + n / sigma^2.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean, median
from typing import Final

from bot.scheduling.generation_times import GenerationTimes

# The first guess names a mean alone; this spread is what video models show.
_FIRST_SIGMA: Final = 0.3
_FIRST_DOUBT: Final = 0.3
# Five quantiles of a normal, with its variance.
_FIRST_PATTERN: Final = (-1.46, -0.6, 0.0, 0.6, 1.46)
_FIRST_EARLY_SHARE: Final = 0.02
_FIRST_EARLY_WEIGHT: Final = 20
_EARLY_SHARES: Final = (0.005, 0.25)
# Rejections come within seconds where clips take minutes.
_EARLY_MEAN_OF_TYPICAL: Final = 0.012
_EARLY_OF_MEDIAN: Final = 0.2
_SURELY_EARLY_OF_GUESS: Final = 0.05
_SIGMAS: Final = (0.05, 0.8)
_CUT: Final = 3.0
_ROUNDS: Final = 10

_NORMAL: Final = NormalDist()
_MEDIAN_DEVIATION: Final = _NORMAL.inv_cdf(0.75)
# What cutting at three scales leaves of a normal's deviation.
_KEPT_SHARE: Final = 2 * _NORMAL.cdf(_CUT) - 1
_KEPT_DEVIATION: Final = math.sqrt(1 - 2 * _CUT * _NORMAL.pdf(_CUT) / _KEPT_SHARE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fit:
    """A distribution, and how far log(its typical time) may be off, as a standard deviation."""

    times: GenerationTimes
    doubt: float


def fit_log_normal(times_s: Iterable[float], *, first_guess_s: float) -> Fit:
    """Fit a distribution to positive times; without any it is the first guess."""
    logs = [math.log(time_s) for time_s in times_s]
    first_mu = math.log(first_guess_s) - _FIRST_SIGMA**2 / 2
    made_up = [first_mu + _FIRST_SIGMA * step for step in _FIRST_PATTERN]
    surely_early = math.log(_SURELY_EARLY_OF_GUESS * first_guess_s)
    centre = median([*made_up, *(log for log in logs if log >= surely_early)])
    rest = [log for log in logs if log >= centre + math.log(_EARLY_OF_MEDIAN)]
    mu, sigma = _robust_normal([*made_up, *rest]) if rest else (first_mu, _FIRST_SIGMA)
    times = GenerationTimes(
        mu=mu,
        sigma=_within(_SIGMAS, sigma),
        early_share=_early_share(early=len(logs) - len(rest), total=len(logs)),
        early_mean_s=_EARLY_MEAN_OF_TYPICAL * first_guess_s,
    )
    doubt = (_FIRST_DOUBT**-2 + len(rest) / times.sigma**2) ** -0.5
    return Fit(times=times, doubt=doubt)


def _robust_normal(values: Sequence[float]) -> tuple[float, float]:
    location = median(values)
    scale = median(abs(value - location) for value in values) / _MEDIAN_DEVIATION
    kept: list[float] = []
    for _ in range(_ROUNDS):
        reach = _CUT * max(scale, _SIGMAS[0])
        before, kept = kept, [value for value in values if abs(value - location) <= reach]
        if kept == before:
            break
        location = fmean(kept)
        variance = fmean((value - location) ** 2 for value in kept)
        scale = math.sqrt(variance) / _KEPT_DEVIATION
    return location, scale


def _early_share(*, early: int, total: int) -> float:
    share = (_FIRST_EARLY_SHARE * _FIRST_EARLY_WEIGHT + early) / (_FIRST_EARLY_WEIGHT + total)
    return _within(_EARLY_SHARES, share)


def _within(bounds: tuple[float, float], value: float) -> float:
    return min(max(value, bounds[0]), bounds[1])
