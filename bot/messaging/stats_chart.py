"""The picture that goes with figures: its words in the reader's language, its bars and marks."""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.domain.charts import BarPanel, ChartSheet, Layer, Length, LengthPanel, Tick
from bot.domain.stats_report import StatsReport
from bot.domain.usage_stats import DAY, TimesTaken, UsagePoint
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.stats_words import Outcome, by_outcome, length_text, outcome_text

PICTURE_NAME: Final = "usage.png"
BARS_AT_MOST: Final = 62

_MARKS_ALONG: Final = 5
_MONTHS_ALONG: Final = 3
_MARKS_UP: Final = 4
# Beyond it a day and a month do not tell which year is meant.
_LONGEST_BY_DAY: Final = 300 * DAY
# Told apart by most who do not see all colours: after Okabe and Ito, lightened for a dark ground.
_COLORS: Final = {
    Outcome.DELIVERED: "#2bb38a",
    Outcome.KEPT: "#d48ab8",
    Outcome.UNDER_WAY: "#9aa0a6",
    Outcome.REFUSED: "#f0b429",
    Outcome.CANCELLED: "#6cc0f0",
    Outcome.FAILED: "#e2653c",
}
_SPEND_COLOR: Final = "#6cc0f0"
_WAITING_COLOR: Final = "#9aa0a6"
_GENERATING_COLOR: Final = "#2bb38a"


def chart_sheets(catalogue: Catalogue, locale: str, report: StatsReport) -> Sequence[ChartSheet]:
    """Return the picture in the reader's language, and in English where that has no letters."""
    return [
        _Painting(catalogue, each, report).sheet()
        for each in dict.fromkeys((locale, FALLBACK_LOCALE))
    ]


class _Painting:
    """One picture in one language."""

    def __init__(self, catalogue: Catalogue, locale: str, report: StatsReport) -> None:
        self._catalogue = catalogue
        self._locale = locale
        self._report = report
        self._points = _gathered(report.figures.series)

    def sheet(self) -> ChartSheet:
        asked = self._report.asked
        return ChartSheet(
            title=self._say("chart-title"),
            subtitle=self._say(
                "chart-range",
                begin_s=asked.since.timestamp(),
                # The last moment that counts: a range of whole days ends on its last one.
                end_s=(asked.until - timedelta(microseconds=1)).timestamp(),
            ),
            bars=[self._attempts(), self._spend()],
            lengths=self._lengths(),
        )

    def _attempts(self) -> BarPanel:
        totals = by_outcome(self._report.figures.attempts)
        told = [outcome for outcome, count in totals.items() if count]
        counts = [by_outcome(point.attempts) for point in self._points]
        return BarPanel(
            title=self._say("stats-attempts", count=sum(totals.values())),
            layers=[
                Layer(
                    name=outcome_text(self._catalogue, self._locale, outcome, totals[outcome]),
                    color=_COLORS[outcome],
                    values=[each[outcome] for each in counts],
                )
                for outcome in told
            ],
            along=self._along(),
            up=[
                Tick(at=mark, text=self._say("chart-count", count=mark))
                for mark in marks_up_to(max(sum(each.values()) for each in counts), least_step=1)
            ],
        )

    def _spend(self) -> BarPanel:
        values = [float(point.usd) for point in self._points]
        return BarPanel(
            title=self._say("chart-spend", usd=float(self._report.figures.usd)),
            layers=[Layer(name="", color=_SPEND_COLOR, values=values)],
            along=self._along(),
            up=[
                Tick(at=mark, text=self._say("chart-usd", usd=mark))
                for mark in marks_up_to(max(values), least_step=0.01)
            ],
        )

    def _lengths(self) -> Sequence[LengthPanel]:
        figures = self._report.figures
        lengths = [
            *self._times("waiting", figures.waiting, _WAITING_COLOR),
            *self._times("generating", figures.generating, _GENERATING_COLOR),
        ]
        return [LengthPanel(title=self._say("chart-times"), lengths=lengths)] if lengths else []

    def _times(self, what: str, times: TimesTaken | None, color: str) -> Sequence[Length]:
        if times is None:
            return ()
        return [
            Length(
                name=self._say(f"chart-{what}-{share}"),
                color=color,
                value=seconds,
                text=length_text(self._catalogue, self._locale, seconds),
            )
            for share, seconds in (("half", times.median_s), ("most", times.p90_s))
        ]

    def _along(self) -> Sequence[Tick]:
        marks = _MONTHS_ALONG if self._is_long else _MARKS_ALONG
        apart = max(1, math.ceil(len(self._points) / marks))
        return [
            Tick(at=place, text=self._when(self._points[place].since))
            for place in range(0, len(self._points), apart)
        ]

    def _when(self, since: datetime) -> str:
        if self._report.figures.step < DAY:
            return f"{since:%H:%M}"
        key = "chart-month" if self._is_long else "chart-day"
        return self._say(key, at_s=since.timestamp())

    @property
    def _is_long(self) -> bool:
        return self._report.asked.until - self._report.asked.since > _LONGEST_BY_DAY

    def _say(self, key: str, **values: float) -> str:
        return self._catalogue.text(self._locale, key, **values)


def _gathered(series: Sequence[UsagePoint]) -> Sequence[UsagePoint]:
    """Put neighbours together where there are more than a phone can show."""
    together = max(1, math.ceil(len(series) / BARS_AT_MOST))
    return [_sum(series[at : at + together]) for at in range(0, len(series), together)]


def _sum(points: Sequence[UsagePoint]) -> UsagePoint:
    if len(points) == 1:
        return points[0]
    statuses = {status for point in points for status in point.attempts}
    return UsagePoint(
        since=points[0].since,
        attempts={
            status: sum(point.attempts.get(status, 0) for point in points) for status in statuses
        },
        usd=sum((point.usd for point in points), start=points[0].usd * 0),
    )


def marks_up_to(top: float, *, least_step: float) -> Sequence[float]:
    """Round figures from 0 to just above the highest bar; 0 alone where there is none."""
    if not top:
        return [0.0]
    step = max(least_step, _round_step(top / _MARKS_UP))
    count = max(1, math.ceil(top / step - 1e-9))
    return [round(step * number, 2) for number in range(count + 1)]


def _round_step(least: float) -> float:
    """Return the least of 1, 2 and 5 times a power of ten that is no less."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * (1 - 1e-9))
