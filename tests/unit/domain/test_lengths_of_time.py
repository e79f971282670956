"""Lengths of time are read as people write them, and never guessed at."""

from datetime import timedelta

import pytest

from bot.domain.lengths_of_time import LONGEST, TooLongError, read_length

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)


@pytest.mark.parametrize(
    ("typed", "length"),
    [
        ("1h", HOUR),
        ("90 min", 1.5 * HOUR),
        ("3d", 3 * DAY),
        ("2 weeks", 2 * WEEK),
        ("  2 WEEKS ", 2 * WEEK),
        ("1d 12h", 1.5 * DAY),
        ("1 week, 2 days", WEEK + 2 * DAY),
        ("1h30m", 1.5 * HOUR),
        ("1 month", 30 * DAY),
        ("1 year", 365 * DAY),
        ("\uff13d", 3 * DAY),
        ("2 Wochen", 2 * WEEK),
        ("3 Tage", 3 * DAY),
        ("3 jours", 3 * DAY),
        ("2 semaines", 2 * WEEK),
        ("3 días", 3 * DAY),
        ("2 semanas", 2 * WEEK),
        ("1 mês", 30 * DAY),
        ("3 gün", 3 * DAY),
        ("2 hafta", 2 * WEEK),
        ("1 y\N{LATIN SMALL LETTER DOTLESS I}l", 365 * DAY),
        ("1 YIL", 365 * DAY),
        ("2週間", 2 * WEEK),
        ("3日", 3 * DAY),
        ("1ヶ月", 30 * DAY),
        ("6時間", 6 * HOUR),
        ("10 years", LONGEST),
    ],
)
def test_a_length_is_read_in_any_of_the_languages(typed, length):
    assert read_length(typed) == length


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "soon",
        "5",
        "h",
        "1.5h",
        "-3d",
        "0d",
        "3 d ago",
        "3 fortnights",
        "1h 5",
        "∞ d",
    ],
)
def test_what_is_no_length_is_not_guessed_at(typed):
    assert read_length(typed) is None


@pytest.mark.parametrize("typed", ["11 years", "3651d", "10 years 1 min", "999999999 years"])
def test_nothing_is_longer_than_ten_years(typed):
    with pytest.raises(TooLongError):
        read_length(typed)
