"""A server's figures for its moderators."""

from typing import Final

from bot.domain.errors import ShowreelError
from bot.domain.ids import GuildId
from bot.domain.moments import read_range
from bot.domain.ports import Clock
from bot.domain.reporting import ReportStore
from bot.domain.stats_report import StatsPeriod, StatsReport, stats_filter
from bot.domain.usage_log import UsageLog

# A server with more undecided reports has other worries than their exact number.
COUNTED_REPORTS: Final = 100


class StatsService:
    """Figures of the server that asks, and of no other."""

    def __init__(self, *, log: UsageLog, reports: ReportStore, clock: Clock) -> None:
        self._log = log
        self._reports = reports
        self._clock = clock

    async def report(
        self, guild_id: GuildId, *, period: str | None, since: str | None, until: str | None
    ) -> StatsReport:
        """Raise ShowreelError for what cannot be read, and StorageUnavailableError."""
        now = self._clock.now()
        asked = stats_filter(
            guild_id,
            period=_period(period),
            typed=read_range(since, until, now=now),
            now=now,
        )
        figures = await self._log.stats(asked)
        undecided = await self._reports.undecided(guild_id, at_most=COUNTED_REPORTS + 1)
        return StatsReport(
            asked=asked,
            figures=figures,
            undecided_count=min(len(undecided), COUNTED_REPORTS),
            undecided_is_all=len(undecided) <= COUNTED_REPORTS,
            undecided=tuple(dict.fromkeys(report.job_id for report in undecided)),
        )


def _period(word: str | None) -> StatsPeriod:
    if word is None:
        return StatsPeriod.WEEK
    if word not in set(StatsPeriod):
        raise ShowreelError("stats-period-unknown")
    return StatsPeriod(word)
