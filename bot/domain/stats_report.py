"""What moderators are told of a time: its figures, and the reports that wait for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.errors import ShowreelError
from bot.domain.ids import GuildId, JobId
from bot.domain.moments import TimeRange
from bot.domain.usage_stats import DAY, HOUR, StatsFilter, UsageStats


class StatsPeriod(StrEnum):
    """How far back the figures go, today included."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    @property
    def days(self) -> int:
        return {StatsPeriod.DAY: 1, StatsPeriod.WEEK: 7, StatsPeriod.MONTH: 30}[self]


@dataclass(frozen=True, kw_only=True, slots=True)
class StatsReport:
    """How things stand in the server is told beside the figures, whatever their time.

    `undecided` names each case once, the oldest first; there may be more reports than cases.

    `undecided_is_all` is false where there are more reports than are counted.
    """

    asked: StatsFilter
    figures: UsageStats
    undecided_count: int
    undecided_is_all: bool
    undecided: Sequence[JobId]
    blocked_count: int
    paused_since: datetime | None


def stats_filter(
    guild_id: GuildId, *, period: StatsPeriod, typed: TimeRange, now: datetime
) -> StatsFilter:
    """Raise ShowreelError for a time that has not come yet.

    A period is made of whole hours or days in UTC, the last of them under way, so that each bar
    of a chart is one of them. A time that was typed is taken as it is.
    """
    until = now if typed.until is None else min(typed.until, now)
    if typed.since is not None:
        since = typed.since
    elif typed.until is not None:
        since = until - timedelta(days=period.days)
    else:
        since = _first_step(period, now)
    if since >= until:
        raise ShowreelError("range-ahead")
    return StatsFilter(guild_id=guild_id, since=since, until=until)


def _first_step(period: StatsPeriod, now: datetime) -> datetime:
    if period is StatsPeriod.DAY:
        return now.replace(minute=0, second=0, microsecond=0) - 23 * HOUR
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return today - (period.days - 1) * DAY
