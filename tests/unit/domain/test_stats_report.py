"""Which time the figures are of: whole days and hours by themselves, or what was typed."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.errors import ShowreelError
from bot.domain.ids import GuildId
from bot.domain.moments import read_range
from bot.domain.stats_report import StatsPeriod, stats_filter

NOW = datetime(2026, 3, 10, 9, 30, 15, tzinfo=UTC)


def asked(period=StatsPeriod.WEEK, *, since=None, until=None):
    typed = read_range(since, until, now=NOW)
    found = stats_filter(GuildId(1), period=period, typed=typed, now=NOW)
    return found.since, found.until


@pytest.mark.parametrize(
    ("period", "since", "bars"),
    [
        (StatsPeriod.DAY, datetime(2026, 3, 9, 10, tzinfo=UTC), 24),
        (StatsPeriod.WEEK, datetime(2026, 3, 4, tzinfo=UTC), 7),
        (StatsPeriod.MONTH, datetime(2026, 2, 9, tzinfo=UTC), 30),
    ],
)
def test_a_period_is_made_of_whole_hours_or_days_and_ends_now(period, since, bars):
    found = stats_filter(GuildId(1), period=period, typed=read_range(None, None, now=NOW), now=NOW)

    assert (found.since, found.until) == (since, NOW)
    assert -((found.since - found.until) // found.step) == bars


def test_what_was_typed_is_taken_as_it_is():
    assert asked(since="3d") == (NOW - timedelta(days=3), NOW)
    assert asked(since="2026-03-01", until="2026-03-02") == (
        datetime(2026, 3, 1, tzinfo=UTC),
        datetime(2026, 3, 3, tzinfo=UTC),
    )


def test_an_end_alone_is_the_end_of_a_period():
    assert asked(StatsPeriod.DAY, until="2026-03-02 12:00") == (
        datetime(2026, 3, 1, 12, tzinfo=UTC),
        datetime(2026, 3, 2, 12, tzinfo=UTC),
    )


def test_no_figures_are_drawn_for_days_to_come():
    assert asked(since="2026-03-09", until="2026-04-30")[1] == NOW


@pytest.mark.parametrize("since", ["2026-03-11", "2026-03-10 09:30:15"])
def test_a_beginning_that_has_not_come_is_refused(since):
    with pytest.raises(ShowreelError, match="range-ahead"):
        asked(since=since)
