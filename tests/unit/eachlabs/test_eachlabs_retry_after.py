"""A waiting time is understood in both forms, and never stops the bot for long."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.eachlabs.retry_after import MAX_RETRY_AFTER_S, read_retry_after

NOW = datetime(2026, 9, 20, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("1", 1.0),
        (" 30 ", 30.0),
        ("0", 0.0),
        ("0.7", 0.7),
        ("86400", MAX_RETRY_AFTER_S),
        ("Sun, 20 Sep 2026 12:00:30 GMT", 30.0),
        ("Sun, 20 Sep 2026 12:00:30 -0000", 30.0),
        ("Sun, 20 Sep 2026 11:00:00 GMT", 0.0),
        ("Sun, 20 Sep 2099 12:00:00 GMT", MAX_RETRY_AFTER_S),
    ],
)
def test_seconds_and_dates_are_understood(header, expected):
    assert read_retry_after(header, now=NOW) == expected


@pytest.mark.parametrize(
    "header", [None, "", "soon", "-5", "nan", "inf", "1e9", "1_0", "٣", "9" * 400, "Sun, 99 Sep 1"]
)
def test_anything_else_is_no_waiting_time(header):
    assert read_retry_after(header, now=NOW) is None


@given(st.text() | st.from_regex(r"[A-Z][a-z]{2}, \d{1,3} [A-Z][a-z]{2} \d{1,5} [\d:]{1,9} .{0,6}"))
def test_no_header_crashes_or_waits_longer_than_the_cap(header):
    wait_s = read_retry_after(header, now=NOW)

    assert wait_s is None or 0 <= wait_s <= MAX_RETRY_AFTER_S
