"""People type times as they think of them; what cannot be read is said, and never guessed."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import ShowreelError
from bot.domain.moments import read_end, read_range, read_start

NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-03-01", datetime(2026, 3, 1, tzinfo=UTC)),
        (" 2026-03-01 ", datetime(2026, 3, 1, tzinfo=UTC)),
        ("2026-03-01 14:30", datetime(2026, 3, 1, 14, 30, tzinfo=UTC)),
        ("2026-03-01T14:30", datetime(2026, 3, 1, 14, 30, tzinfo=UTC)),
        ("2026-03-01t14:30:15z", datetime(2026, 3, 1, 14, 30, 15, tzinfo=UTC)),
        ("2026-03-01 14:30 UTC", datetime(2026, 3, 1, 14, 30, tzinfo=UTC)),
        ("2026-03-01 14:30 +02:00", datetime(2026, 3, 1, 12, 30, tzinfo=UTC)),
        ("2026-03-01 14:30-0530", datetime(2026, 3, 1, 20, 0, tzinfo=UTC)),
        ("3d", NOW - timedelta(days=3)),
        ("12h", NOW - timedelta(hours=12)),
        ("12 H", NOW - timedelta(hours=12)),
        ("2w", NOW - timedelta(days=14)),
        ("1 week, 2 days", NOW - timedelta(days=9)),
        ("3 Tage", NOW - timedelta(days=3)),
        ("2週間", NOW - timedelta(days=14)),
        ("10m", NOW - timedelta(minutes=10)),
        ("10 years", NOW - timedelta(days=3650)),
    ],
)
def test_a_time_is_read_as_it_is_meant(typed, meant):
    assert read_start(typed, now=NOW) == meant


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "yesterday", "2026", "2026-13-01", "2026-02-30", "01.03.2026", "3", "d", "-3d"),
        *(
            "0h",
            "9999w",
            "99999d",
            "2026-03-01 25:00",
            "2026-03-01 14",
            "20260301",
            "2026-W10-1",
            "1e3h",
        ),
        *("0001-01-01", "9999-12-31", "٣d", "2026-03-01 14:30 +99:00", "2026-03-01\n14:30 x"),
    ],
)
def test_what_is_no_time_is_refused_with_what_was_typed(typed):
    with pytest.raises(ShowreelError) as refused:
        read_start(typed, now=NOW)

    assert (refused.value.key, refused.value.values) == ("moment-unreadable", {"text": typed})


@given(st.text(max_size=40))
def test_nothing_that_is_typed_is_a_defect(typed):
    try:
        moment = read_end(typed, now=NOW)
    except ShowreelError:
        return
    assert moment.tzinfo is UTC


def test_a_day_is_meant_whole():
    read = read_range("2026-03-01", "2026-03-01", now=NOW)

    assert read.since == datetime(2026, 3, 1, tzinfo=UTC)
    assert read.until == datetime(2026, 3, 2, tzinfo=UTC)


def test_a_range_may_be_open_at_either_end():
    assert read_range(None, None, now=NOW).since is None
    assert read_range("3d", None, now=NOW).until is None
    assert read_range(None, "3d", now=NOW).since is None


@pytest.mark.parametrize(("since", "until"), [("3d", "4d"), ("2026-03-02", "2026-03-01")])
def test_a_range_does_not_end_before_it_begins(since, until):
    with pytest.raises(ShowreelError, match="range-backwards"):
        read_range(since, until, now=NOW)
