"""A server's own pause: its commands, and the check of every request."""

from collections.abc import Callable

from bot.composition.equipment import Equipment, FrontTools
from bot.services.guild_pauses import GuildPauseCheck, GuildPauses
from cogs.video_mod_pause import PauseDesk, pause_commands


def guild_pauses(tools: FrontTools, wake_worker: Callable[[], None]) -> GuildPauses:
    stores = tools.stores
    return GuildPauses(
        store=stores.guild_pauses,
        switches=stores.switches,
        clock=tools.clock,
        wake_worker=wake_worker,
    )


def pauses_part(tools: FrontTools, pauses: GuildPauses) -> Equipment:
    desk = PauseDesk(pauses=pauses, catalogue=tools.catalogue, replies=tools.replies)
    return Equipment(video_mod=pause_commands(desk), checks=(GuildPauseCheck(pauses),))
