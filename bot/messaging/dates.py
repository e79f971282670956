"""Days in the reader's own way of writing, for places where Discord's timestamps mean nothing."""

from datetime import UTC, datetime

from babel import Locale
from babel.dates import format_skeleton
from fluent.runtime.types import FluentType


class _Written(FluentType):
    """A day in UTC that is written once the language is known."""

    def __init__(self, seconds: float, *, skeleton: str) -> None:
        self._at = datetime.fromtimestamp(float(seconds), UTC)
        self._skeleton = skeleton

    def format(self, locale: Locale) -> str:
        return format_skeleton(self._skeleton, self._at, locale=locale)


def as_day(seconds: float) -> FluentType:
    """Write "Mar 1"."""
    return _Written(seconds, skeleton="MMMd")


def as_month(seconds: float) -> FluentType:
    """Write "Mar 2026"."""
    return _Written(seconds, skeleton="yMMM")


def as_date(seconds: float) -> FluentType:
    """Write "Mar 1, 2026"."""
    return _Written(seconds, skeleton="yMMMd")
