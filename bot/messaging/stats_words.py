"""The words that the text and the picture of figures share. Pure text."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bot.domain.job import JobStatus
from bot.messaging.catalogue import Catalogue

_MINUTE_S: Final = 60
_HOUR_MINUTES: Final = 60


class Outcome(StrEnum):
    """What became of an attempt, as coarse as a chart tells it."""

    DELIVERED = "delivered"
    KEPT = "kept"
    UNDER_WAY = "under-way"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    FAILED = "failed"


_OUTCOMES: Final[Mapping[JobStatus, Outcome]] = MappingProxyType(
    {
        JobStatus.REFUSED: Outcome.REFUSED,
        JobStatus.QUEUED: Outcome.UNDER_WAY,
        JobStatus.SUBMITTING: Outcome.UNDER_WAY,
        JobStatus.RUNNING: Outcome.UNDER_WAY,
        JobStatus.DELIVERING: Outcome.UNDER_WAY,
        JobStatus.DELIVERED: Outcome.DELIVERED,
        JobStatus.KEPT: Outcome.KEPT,
        JobStatus.FAILED: Outcome.FAILED,
        JobStatus.EXPIRED: Outcome.FAILED,
        JobStatus.UNKNOWN: Outcome.FAILED,
        JobStatus.CANCELLED: Outcome.CANCELLED,
    }
)


def by_outcome(attempts: Mapping[JobStatus, int]) -> Mapping[Outcome, int]:
    """Every outcome, in the order in which they are told."""
    counts = dict.fromkeys(Outcome, 0)
    for status, count in attempts.items():
        counts[_OUTCOMES[status]] += count
    return counts


def outcome_text(catalogue: Catalogue, locale: str, outcome: Outcome, count: int) -> str:
    return catalogue.text(locale, f"stats-outcome-{outcome.value}", count=count)


def length_text(catalogue: Catalogue, locale: str, seconds: float) -> str:
    """Say how long something takes, in the two units that matter."""
    minutes, rest_s = divmod(round(seconds), _MINUTE_S)
    if minutes == 0:
        return catalogue.text(locale, "stats-length-seconds", seconds=rest_s)
    if minutes < _HOUR_MINUTES:
        return catalogue.text(locale, "stats-length-minutes", minutes=minutes, seconds=rest_s)
    hours, rest_minutes = divmod(minutes, _HOUR_MINUTES)
    return catalogue.text(locale, "stats-length-hours", hours=hours, minutes=rest_minutes)
