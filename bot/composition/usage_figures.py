"""What moderators learn from the log as a whole: figures, and the log itself as files."""

from dataclasses import dataclass

from bot.composition.equipment import Equipment, FrontTools
from bot.domain.charts import ChartPainter
from bot.services.stats import StatsService
from cogs.usage_stats import StatsDesk, stats_command


@dataclass(frozen=True, kw_only=True, slots=True)
class FiguresTools:
    """What works beside the event loop for it."""

    painter: ChartPainter


def usage_figures_part(tools: FrontTools, figures: FiguresTools) -> Equipment:
    stats = StatsDesk(
        stats=StatsService(
            log=tools.stores.usage_log, reports=tools.stores.reports, clock=tools.clock
        ),
        painter=figures.painter,
        catalogue=tools.catalogue,
        replies=tools.replies,
    )
    return Equipment(usage=(stats_command(stats, tools.catalogue),))
