"""What the picture is asked to show: every attempt once, in words of the reader's language."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.job import JobStatus
from bot.domain.stats_report import StatsPeriod
from bot.messaging.stats_chart import BARS_AT_MOST, chart_sheets, marks_up_to
from tests.support.figures import long_ago, report_of


def sheet_of(catalogue, locale="en-US", **options):
    return chart_sheets(catalogue, locale, report_of(**options))[0]


def total(panel):
    return sum(sum(layer.values) for layer in panel.layers)


@pytest.mark.parametrize("days", [1, 7, 30, 90, 399, 3000])
def test_every_attempt_and_every_dollar_is_drawn_however_long_the_time(catalogue, days):
    report = report_of(since=long_ago(days))
    attempts, spend = chart_sheets(catalogue, "en-US", report)[0].bars

    assert total(attempts) == sum(report.figures.attempts.values())
    assert total(spend) == pytest.approx(float(report.figures.usd))
    assert all(len(layer.values) <= BARS_AT_MOST for layer in attempts.layers)


def test_states_that_do_not_occur_have_no_colour(catalogue):
    attempts, _ = sheet_of(catalogue, statuses=(JobStatus.DELIVERED, JobStatus.FAILED)).bars

    assert [layer.name for layer in attempts.layers] == ["Delivered: 21", "Failed: 21"]


def test_a_day_is_marked_by_hours_and_a_week_by_days(catalogue):
    day = sheet_of(catalogue, period=StatsPeriod.DAY).bars[0].along
    week = sheet_of(catalogue, "de", period=StatsPeriod.WEEK).bars[0].along

    assert [tick.text for tick in day] == ["10:00", "15:00", "20:00", "01:00", "06:00"]
    assert [tick.text for tick in week] == ["4. März", "6. März", "8. März", "10. März"]


def test_english_stands_behind_every_other_language(catalogue):
    titles = [sheet.title for sheet in chart_sheets(catalogue, "ja", report_of())]

    assert titles == ["このサーバーの動画", "Clips in this server"]
    assert len(chart_sheets(catalogue, "en-US", report_of())) == 1


def test_times_are_left_out_where_there_are_none(catalogue):
    assert sheet_of(catalogue, times=False).lengths == []
    assert len(sheet_of(catalogue).lengths[0].lengths) == 4


@given(st.floats(min_value=0.01, max_value=1e12), st.sampled_from([0.01, 1.0]))
def test_marks_begin_at_nothing_and_end_above_the_highest_bar(top, least_step):
    marks = marks_up_to(top, least_step=least_step)

    assert marks[0] == 0
    assert marks[-1] >= top * (1 - 1e-6)
    assert 2 <= len(marks) <= 5
    assert least_step < 1 or all(mark == int(mark) for mark in marks)


def test_no_money_has_one_mark(catalogue):
    spend = sheet_of(catalogue, price=Decimal(0)).bars[1]

    assert [tick.text for tick in spend.up] == ["$0.00"]
