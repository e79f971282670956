"""What a server's moderators see and steer, part by part."""

from collections.abc import Sequence

from bot.composition.equipment import Equipment, FrontTools
from bot.services.prompt_rules import RuleService
from cogs.video_mod_rules import RulesDesk, RulesGroup


def moderation_parts(tools: FrontTools, *, rules: RuleService) -> Sequence[Equipment]:
    return (_rules(tools, rules),)


def _rules(tools: FrontTools, rules: RuleService) -> Equipment:
    desk = RulesDesk(
        rules=rules, catalogue=tools.catalogue, replies=tools.replies, clock=tools.clock
    )
    return Equipment(video_mod=(RulesGroup(desk),))
