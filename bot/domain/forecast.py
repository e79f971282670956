"""What is expected of a job's future. Ranges hold four times out of five."""

from dataclasses import dataclass


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
