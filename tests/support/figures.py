"""Figures as a log might hold them, for texts and pictures of them."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from bot.domain.ids import GuildId, JobId
from bot.domain.job import JobStatus
from bot.domain.moments import TimeRange
from bot.domain.stats_report import StatsPeriod, StatsReport, stats_filter
from bot.domain.usage_stats import Ranking, Standing, TimesTaken, UsagePoint, UsageStats

NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
NOBODY = Ranking(by_clips=(), by_usd=())


def report_of(
    *,
    period=StatsPeriod.WEEK,
    since=None,
    scale=1,
    statuses=tuple(JobStatus),
    price=Decimal("1.40"),
    is_empty=False,
    undecided=(),
    who=(),
    times=True,
    blocked=0,
    paused_since=None,
):
    """Some of everything, rising and falling over the time."""
    asked = stats_filter(GuildId(1), period=period, typed=TimeRange(since=since), now=NOW)
    places = -((asked.since - asked.until) // asked.step)
    series = [
        UsagePoint(
            since=asked.since + place * asked.step,
            attempts=_attempts(place, statuses, scale, is_empty=is_empty),
            usd=Decimal(0) if is_empty else price * (place * 7 % 11) * scale,
        )
        for place in range(places)
    ]
    totals = {status: sum(point.attempts.get(status, 0) for point in series) for status in statuses}
    attempts = {status: count for status, count in totals.items() if count}
    clips = attempts.get(JobStatus.DELIVERED, 0)
    ranking = Ranking(
        by_clips=[Standing(id=each, clips=10**6, usd=Decimal("1234567.89")) for each in who],
        by_usd=[Standing(id=each, clips=10**6, usd=Decimal("1234567.89")) for each in who[::-1]],
    )
    figures = UsageStats(
        attempts=attempts,
        clips_delivered=clips,
        video_s=clips * 7,
        usd=sum((point.usd for point in series), Decimal(0)),
        waiting=TimesTaken(jobs=9, mean_s=20.0, median_s=12, p90_s=95) if times else None,
        generating=TimesTaken(jobs=9, mean_s=350.0, median_s=340, p90_s=4000) if times else None,
        members=ranking,
        channels=ranking,
        step=asked.step,
        series=series,
    )
    return StatsReport(
        asked=asked,
        figures=figures,
        undecided_count=len(undecided),
        undecided_is_all=True,
        undecided=[JobId(each) for each in undecided],
        blocked_count=blocked,
        paused_since=paused_since,
    )


def long_ago(days):
    return NOW - timedelta(days=days)


def _attempts(place, statuses, scale, *, is_empty):
    if is_empty:
        return {}
    return {status: (place * 5 + number * 3) % 7 * scale for number, status in enumerate(statuses)}
