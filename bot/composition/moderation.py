"""What a server's moderators see and steer, part by part."""

from collections.abc import Callable, Sequence

from bot.composition.blocks import block_service, blocks_part
from bot.composition.equipment import Equipment, FrontTools
from bot.composition.feed import feed_part
from bot.composition.pauses import guild_pauses, pauses_part
from bot.composition.server_settings import settings_part
from bot.composition.usage_figures import FiguresTools, usage_figures_part
from bot.composition.usage_log import usage_log_part
from bot.services.cancellation import CancellationService
from bot.services.prompt_rules import RuleService
from cogs.moderator_buttons import ModeratorButtons
from cogs.video_mod_rules import RulesDesk, RulesGroup


def moderation_parts(
    tools: FrontTools,
    *,
    rules: RuleService,
    cancellation: CancellationService,
    wake_worker: Callable[[], None],
    figures: FiguresTools,
) -> Sequence[Equipment]:
    """Buttons that several parts show are one bot's own: each part serves its own of them."""
    buttons = ModeratorButtons(catalogue=tools.catalogue)
    blocks = block_service(tools, cancellation)
    return (
        _rules(tools, rules),
        pauses_part(tools, guild_pauses(tools, wake_worker)),
        blocks_part(tools, blocks=blocks, buttons=buttons),
        settings_part(tools),
        usage_log_part(tools, rules=rules, buttons=buttons),
        usage_figures_part(tools, figures),
        feed_part(tools, buttons=buttons),
        Equipment(items=buttons.classes),
    )


def _rules(tools: FrontTools, rules: RuleService) -> Equipment:
    desk = RulesDesk(
        rules=rules, catalogue=tools.catalogue, replies=tools.replies, clock=tools.clock
    )
    return Equipment(video_mod=(RulesGroup(desk),))
