"""What became of the attempts of a day, a week or a month, in figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final, Generic, TypeVar

from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.job import JobStatus

IdT = TypeVar("IdT")

HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)
WEEK: Final = timedelta(days=7)
# The longest time that is still told by hours, or by days: a series stays short enough to draw.
_LONGEST_BY_HOUR: Final = 2 * DAY
_LONGEST_BY_DAY: Final = 400 * DAY


@dataclass(frozen=True, kw_only=True, slots=True)
class StatsFilter:
    """One server's attempts, or all servers'. `since` is included, `until` is not."""

    guild_id: GuildId | None
    since: datetime
    until: datetime

    @property
    def step(self) -> timedelta:
        """How long each point of the series is."""
        length = self.until - self.since
        if length <= _LONGEST_BY_HOUR:
            return HOUR
        return DAY if length <= _LONGEST_BY_DAY else WEEK


@dataclass(frozen=True, kw_only=True, slots=True)
class TimesTaken:
    """How long some jobs took. The mean is exact; median and ninth decile are whole seconds."""

    jobs: int
    mean_s: float
    median_s: int
    p90_s: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing(Generic[IdT]):
    """What one member, or one channel, got and cost."""

    id: IdT
    clips: int
    usd: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranking(Generic[IdT]):
    """The few who got most, and the few who cost most; who got or cost nothing is not named."""

    by_clips: Sequence[Standing[IdT]]
    by_usd: Sequence[Standing[IdT]]


@dataclass(frozen=True, kw_only=True, slots=True)
class UsagePoint:
    """The attempts of one step of the series, which begins at `since`."""

    since: datetime
    attempts: Mapping[JobStatus, int]
    usd: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class UsageStats:
    """Figures of the attempts that came in within a time, whatever became of them later.

    Money is what was charged, and what a job was expected to cost while that is not known.
    `waiting` is from acceptance to the last create; `generating` from there to the finished
    clip, for clips that were made. Either is None when there is nothing to tell it from.
    """

    attempts: Mapping[JobStatus, int]
    clips_delivered: int
    video_s: int
    usd: Decimal
    waiting: TimesTaken | None
    generating: TimesTaken | None
    members: Ranking[UserId]
    channels: Ranking[ChannelId]
    step: timedelta
    series: Sequence[UsagePoint]
