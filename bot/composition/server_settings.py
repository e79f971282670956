"""What a server's moderators set for it."""

from bot.composition.equipment import Equipment, FrontTools
from bot.services.server_terms import ServerTerms


def settings_part(tools: FrontTools) -> Equipment:
    terms = ServerTerms(tools.guild_settings)
    return Equipment(terms=(terms.settled,), checks=(terms.private, terms.age))
