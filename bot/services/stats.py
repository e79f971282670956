"""A server's figures for its moderators."""

from typing import Final

from bot.domain.blocks import BlockStore
from bot.domain.errors import ShowreelError
from bot.domain.guild_pauses import GuildPauseStore
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

    def __init__(
        self,
        *,
        log: UsageLog,
        reports: ReportStore,
        blocks: BlockStore,
        pauses: GuildPauseStore,
        clock: Clock,
    ) -> None:
        self._log = log
        self._reports = reports
        self._blocks = blocks
        self._pauses = pauses
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
        blocked = await self._blocks.page(guild_id, at=now, skip=0, rows=1)
        pause = await self._pauses.of(guild_id)
        return StatsReport(
            asked=asked,
            figures=figures,
            undecided_count=min(len(undecided), COUNTED_REPORTS),
            undecided_is_all=len(undecided) <= COUNTED_REPORTS,
            blocked_count=blocked.count,
            paused_since=None if pause is None else pause.since,
            undecided=tuple(dict.fromkeys(report.job_id for report in undecided)),
        )


def _period(word: str | None) -> StatsPeriod:
    if word is None:
        return StatsPeriod.WEEK
    if word not in set(StatsPeriod):
        raise ShowreelError("stats-period-unknown")
    return StatsPeriod(word)
