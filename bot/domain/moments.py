"""Reads the times that people type: a day, an hour of a day, how long ago. All of them in UTC."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from bot.domain.errors import ShowreelError
from bot.domain.lengths_of_time import TooLongError, read_length

_DAY: Final = timedelta(days=1)
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATE_AND_TIME: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T]+[0-9]{2}:[0-9]{2}(:[0-9]{2})?"
    r"( ?(Z|UTC|[+-][0-9]{2}:?[0-9]{2}))?",
    re.IGNORECASE,
)
# What any database and any clock can tell; a year outside of it is a slip of the finger.
_FIRST_YEAR: Final = 2000
_LAST_YEAR: Final = 2999


@dataclass(frozen=True, kw_only=True, slots=True)
class TimeRange:
    """`since` is included, `until` is not; either is None where nothing was said."""

    since: datetime | None = None
    until: datetime | None = None


def read_range(since: str | None, until: str | None, *, now: datetime) -> TimeRange:
    """Raise ShowreelError for a text that is no time, and for an end before its beginning."""
    begin = None if since is None else read_start(since, now=now)
    end = None if until is None else read_end(until, now=now)
    if begin is not None and end is not None and begin >= end:
        raise ShowreelError("range-backwards")
    return TimeRange(since=begin, until=end)


def read_start(text: str, *, now: datetime) -> datetime:
    """Read a time that something begins with; a day is its first moment."""
    return _read(text, now=now)


def read_end(text: str, *, now: datetime) -> datetime:
    """Read a time that something ends before. A day by itself is meant whole: to its end."""
    moment = _read(text, now=now)
    return moment + _DAY if _DATE.fullmatch(text.strip()) else moment


def _read(text: str, *, now: datetime) -> datetime:
    typed = text.strip()
    ago = _length(text)
    if ago is not None:
        return now - ago
    if not (_DATE.fullmatch(typed) or _DATE_AND_TIME.fullmatch(typed)):
        raise _unreadable(text)
    try:
        moment = datetime.fromisoformat(_as_iso(typed))
    except ValueError:
        raise _unreadable(text) from None
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise _unreadable(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _length(text: str) -> timedelta | None:
    """None where it is none. There is nothing to be found from longer ago than any length."""
    try:
        return read_length(text)
    except TooLongError:
        raise _unreadable(text) from None


def _as_iso(typed: str) -> str:
    return re.sub(r"\s+", "T", typed.upper().replace("UTC", "Z").replace(" Z", "Z"), count=1)


def _unreadable(text: str) -> ShowreelError:
    return ShowreelError("moment-unreadable", text=text)
