"""What moderators learn of their server as a whole: figures, the log as files, who changed what."""

from dataclasses import dataclass

from bot.composition.equipment import Equipment, FrontTools
from bot.domain.charts import ChartPainter
from bot.domain.exporting import ScratchFolder
from bot.domain.usage_views import PagedCommand
from bot.messaging.audit import AUDIT_ROWS
from bot.services.audit_pages import AuditPages
from bot.services.log_export import LogExportService
from bot.services.page_readers import PageReaders
from bot.services.stats import StatsService
from cogs.usage_audit import AuditDesk, AuditTurnButton, audit_command
from cogs.usage_export import ExportDesk, export_command
from cogs.usage_stats import StatsDesk, stats_command


@dataclass(frozen=True, kw_only=True, slots=True)
class FiguresTools:
    """What works beside the event loop for it."""

    painter: ChartPainter
    exports: ScratchFolder


def usage_figures_part(tools: FrontTools, figures: FiguresTools) -> Equipment:
    stats = StatsDesk(
        stats=StatsService(
            log=tools.stores.usage_log,
            reports=tools.stores.reports,
            blocks=tools.stores.blocks,
            pauses=tools.stores.guild_pauses,
            clock=tools.clock,
        ),
        painter=figures.painter,
        catalogue=tools.catalogue,
        replies=tools.replies,
    )
    export = ExportDesk(
        exports=LogExportService(
            log=tools.stores.usage_log,
            audit=tools.stores.audit,
            folder=figures.exports,
            clock=tools.clock,
        ),
        catalogue=tools.catalogue,
        replies=tools.replies,
        clock=tools.clock,
    )
    turn_button = AuditTurnButton.for_one_bot()
    audit = AuditDesk(
        pages=AuditPages(tools.stores.audit, rows=AUDIT_ROWS),
        readers=PageReaders(
            command=PagedCommand.USAGE, views=tools.stores.usage_views, clock=tools.clock
        ),
        catalogue=tools.catalogue,
        replies=tools.replies,
        turn_button=turn_button,
    )
    turn_button.desk = audit
    return Equipment(
        usage=(
            stats_command(stats, tools.catalogue),
            export_command(export),
            audit_command(audit),
        ),
        items=(turn_button,),
    )
