"""When jobs start and end, as ranges that hold four times out of five.

A clip that runs ends by the distribution of generation times alone, given its age:

    ends in   Q(10 %) - age .. Q(90 %) - age          Q the quantiles of those that got as old

One that waits depends on all before it. The line is played forward many times, each time with
other drawn generation times; its range lies between the same quantiles of what was played. Of n
plays, the quantile p is the value of rank p (n + 1): one more play falls below that with the
probability p exactly, however few they are.

Early rejections end a clip within seconds. A range of ends leaves them out below, as far as there
is room outside of it, and so reaches further above: nobody wants to read that a clip takes from
three seconds to five minutes.

What is known of the times is itself uncertain, above all at first. A clip by itself may be off by
its own luck and by that doubt together, which widens the distribution:

    sigma'^2 = sigma^2 + doubt^2

Luck evens out along a line, but doubt does not: it is the same for all clips. So each play first
draws how far off the typical times are, and then the clips' times around that.

How late an end is noticed needs no room of its own. The log's generation times run from create to
when the bot saw the end, so they contain it; and a slot is free when the bot knows that it is.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from bot.domain.forecast import Forecast, TimeRange
from bot.domain.ids import JobId
from bot.scheduling.generation_times import GenerationTimes
from bot.scheduling.line_simulation import Future, Line, LineSimulation

SHARE_INSIDE: Final = 0.8
# As many as take some 20 ms of processor time for fifty that wait. Ranks 10 and 90 of 100.
PLAYS: Final = 99
_LATE_BEYOND: Final = 0.95
# Early rejections may take so much of what is outside a range.
_EARLY_OF_OUTSIDE: Final = 0.75
# How sharply the progress bends away from its end, where it would be full at the typical time.
_PROGRESS_BEND: Final = 4
_PROGRESS_MOST: Final = 0.99


@dataclass(frozen=True, kw_only=True, slots=True)
class Belief:
    """What is thought of the clips of one length.

    `doubt` is how far log(typical time) may be off, as a standard deviation. A clip is given up
    when it has run for `longest_s`.
    """

    times: GenerationTimes
    doubt: float = 0.0
    longest_s: float = math.inf

    def of_one_clip(self) -> GenerationTimes:
        """The distribution for a clip by itself, doubt included."""
        return replace(self.times, sigma=math.hypot(self.times.sigma, self.doubt))

    def of_one_play(self, random_source: Random) -> GenerationTimes:
        """One that may be the true distribution."""
        return replace(self.times, mu=random_source.gauss(self.times.mu, self.doubt))


Beliefs = Callable[[int], Belief]


def forecast_running(
    *, age_s: float, belief: Belief, share_inside: float = SHARE_INSIDE
) -> Forecast:
    """The future of a clip that was created so long ago and still runs."""
    times = belief.of_one_clip()
    low, high = _quantiles(share_inside, early=times.early_left(age_s))
    earliest_s, latest_s = (
        max(0.0, min(times.quantile(p, given_age_s=age_s), belief.longest_s) - age_s)
        for p in (low, high)
    )
    return Forecast(
        starts_in=None,
        ends_in=TimeRange(earliest_s=earliest_s, latest_s=latest_s),
        progress=_progress(age_s, typical_s=times.quantile(0.5)),
        is_late=age_s > times.quantile(_LATE_BEYOND),
    )


def forecast_line(
    line: Line, *, beliefs: Beliefs, random_source: Random, share_inside: float = SHARE_INSIDE
) -> dict[JobId, Forecast]:
    """Forecast all who have a future that is known: not what never starts or nobody watches.

    Takes milliseconds of processor time. The same random numbers give the same answer.
    """
    durations_s = {clip.duration_s for clip in line.running} | {
        job.duration_s for job in line.waiting
    }
    believed = {duration_s: beliefs(duration_s) for duration_s in sorted(durations_s)}
    running = {
        clip.job_id: forecast_running(
            age_s=clip.age_s, belief=believed[clip.duration_s], share_inside=share_inside
        )
        for clip in line.running
        if clip.frees_in_s is None
    }
    return running | _forecast_waiting(line, believed, random_source, share_inside)


def _forecast_waiting(
    line: Line, believed: Mapping[int, Belief], random_source: Random, share_inside: float
) -> dict[JobId, Forecast]:
    simulation = LineSimulation(line)
    futures = [_play(simulation, line, believed, random_source) for _ in range(PLAYS)]
    starts_s = zip(*(future.starts_s for future in futures), strict=True)
    ends_s = zip(*(future.ends_s for future in futures), strict=True)
    return {
        job.job_id: Forecast(
            starts_in=_range(starts, share_inside, early=0.0),
            ends_in=_range(ends, share_inside, early=believed[job.duration_s].times.early_share),
        )
        for job, starts, ends in zip(simulation.jobs, starts_s, ends_s, strict=True)
        # Caps alone decide whether a job ever starts, so it is the same in every play.
        if not math.isnan(starts[0])
    }


def _play(
    simulation: LineSimulation,
    line: Line,
    believed: Mapping[int, Belief],
    random_source: Random,
) -> Future:
    times = {
        duration_s: belief.of_one_play(random_source) for duration_s, belief in believed.items()
    }

    def end_s(duration_s: int, *, age_s: float = 0.0) -> float:
        drawn_s = times[duration_s].draw(random_source, given_age_s=age_s)
        return max(age_s, min(drawn_s, believed[duration_s].longest_s))

    # All is drawn before the play, in the same order each time: then a range that is worked out
    # again moves with the line and not with the dice.
    return simulation.play(
        remaining_s=[
            end_s(clip.duration_s, age_s=clip.age_s) - clip.age_s
            if clip.frees_in_s is None
            else clip.frees_in_s
            for clip in line.running
        ],
        generation_s=[end_s(job.duration_s) for job in simulation.jobs],
    )


def _quantiles(share_inside: float, *, early: float) -> tuple[float, float]:
    outside = (1 - share_inside) / 2
    shift = min(early, 2 * outside * _EARLY_OF_OUTSIDE) / 2
    return outside + shift, 1 - outside + shift


def _range(values_s: Sequence[float], share_inside: float, *, early: float) -> TimeRange:
    ordered = sorted(values_s)
    earliest_s, latest_s = (_at(ordered, p) for p in _quantiles(share_inside, early=early))
    return TimeRange(earliest_s=earliest_s, latest_s=latest_s)


def _at(ordered: Sequence[float], p: float) -> float:
    """The value of rank p (n + 1), between two where that is no whole number."""
    rank = min(max(p * (len(ordered) + 1), 1), len(ordered))
    below = min(int(rank), len(ordered) - 1)
    return ordered[below - 1] + (rank - below) * (ordered[below] - ordered[below - 1])


def _progress(age_s: float, *, typical_s: float) -> float:
    """How far the bar is: in step with time at first, ever slower, and never full.

        x / (1 + x^4)^(1/4)      with x the age in typical times: 0.50 at 0.51, 0.84 at 1

    It depends on nothing but the age, so it never goes back.
    """
    x = max(0.0, age_s) / typical_s
    return min(x / math.pow(1 + x**_PROGRESS_BEND, 1 / _PROGRESS_BEND), _PROGRESS_MOST)
