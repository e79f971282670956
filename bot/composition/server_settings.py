"""What a server's moderators set for it."""

from bot.composition.equipment import Equipment, FrontTools
from bot.domain.limit_ceilings import ceilings_of
from bot.services.server_settings import ServerSettings
from bot.services.server_terms import ServerTerms
from cogs.settings_menu import SettingsMenu
from cogs.video_mod_settings import SettingsDesk, settings_command


def settings_part(tools: FrontTools) -> Equipment:
    ceilings = ceilings_of(tools.policy)
    terms = ServerTerms(tools.guild_settings)
    menu = SettingsMenu(catalogue=tools.catalogue)
    desk = SettingsDesk(
        settings=ServerSettings(
            settings=tools.guild_settings,
            defaults=tools.stores.defaults,
            feeds=tools.stores.feed,
            ceilings=ceilings,
            clock=tools.clock,
        ),
        ceilings=ceilings,
        catalogue=tools.catalogue,
        replies=tools.replies,
        menu=menu,
    )
    menu.serve(desk)
    return Equipment(
        video_mod=(settings_command(desk),),
        items=menu.classes,
        forms=desk.modal_kinds,
        terms=(terms.settled,),
        checks=(terms.private, terms.age),
    )
