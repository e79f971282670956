"""What is expected of a job's future. Ranges hold four times out of five for the line as it is."""

import math
from dataclasses import dataclass
from typing import Final, Self


@dataclass(frozen=True, kw_only=True, slots=True)
class TimeRange:
    """Seconds from now, of which the truth is expected to lie between the two."""

    earliest_s: float
    latest_s: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Forecast:
    """When a job starts and ends. `starts_in` is None for one that runs."""

    starts_in: TimeRange | None
    ends_in: TimeRange
    # The part of its generating time that is over, from 0 to below 1; 0 for one that waits.
    progress: float = 0.0
    # It runs for longer than nineteen in twenty did.
    is_late: bool = False


# Nobody counts on the minute of a wait that long.
_FINE_UP_TO_MIN: Final = 20
_COARSE_STEP_MIN: Final = 5
_BAR_PARTS: Final = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class MinuteRange:
    """A range as people are told it: rounded outwards, so that it is never less than is known."""

    from_min: int
    to_min: int

    @classmethod
    def around(cls, times: TimeRange) -> Self:
        earliest, latest = times.earliest_s / 60, times.latest_s / 60
        step = 1 if latest <= _FINE_UP_TO_MIN else _COARSE_STEP_MIN
        to_min = max(1, math.ceil(latest / step) * step)
        return cls(from_min=min(to_min, math.floor(earliest / step) * step), to_min=to_min)


def bar_parts(progress: float) -> int:
    """How many of ten parts of a progress bar are full."""
    return math.floor(progress * _BAR_PARTS)
