"""What a server's moderators decided of every request: who may hide it, where, and how it shows."""

from dataclasses import replace
from typing import Final

from bot.domain.guild_settings import GuildSettings, PrivateUse
from bot.domain.option_defaults import DefaultsScope
from bot.domain.order import Order
from bot.domain.reasons import Reason
from bot.services.admission import Refusal, RefusedError, plain_refusal
from bot.services.guild_settings import GuildSettingsService

_OF_A_PLACE: Final = frozenset({DefaultsScope.CHANNEL, DefaultsScope.GUILD})


class ServerTerms:
    """Terms and checks of requests. Each may raise StorageUnavailableError: then none passes."""

    def __init__(self, guild_settings: GuildSettingsService) -> None:
        self._guild_settings = guild_settings

    async def settled(self, order: Order) -> Order:
        """Fix how the result will show, and hide nothing by a default that holds for others.

        Where a place's default hides clips from all and only some may do that, it is meant for
        those. A member's own default is never overruled: what they hide must not show unasked.
        """
        settings = await self._settings_for(order)
        where = order.destination
        hides_for_others = order.private_by in _OF_A_PLACE and not _may_hide(order, settings)
        settled = replace(
            where,
            spoiler=settings.spoiler_results,
            private=where.private and not hides_for_others,
        )
        return replace(order, destination=settled)

    async def private(self, order: Order) -> Refusal | None:
        if not order.destination.private:
            return None
        settings = await self._settings_for(order)
        if _may_hide(order, settings):
            return None
        suffix = "-default" if order.private_by is DefaultsScope.MEMBER else ""
        error = RefusedError(Reason.PRIVATE_NOT_ALLOWED, suffix, allowed=settings.private_use.value)
        return Refusal(reason=Reason.PRIVATE_NOT_ALLOWED, error=error)

    async def age(self, order: Order) -> Refusal | None:
        if order.is_age_restricted:
            return None
        settings = await self._settings_for(order)
        return plain_refusal(Reason.AGE_RESTRICTED_ONLY) if settings.age_restricted_only else None

    async def _settings_for(self, order: Order) -> GuildSettings:
        return await self._guild_settings.of(order.destination.guild_id)


def _may_hide(order: Order, settings: GuildSettings) -> bool:
    match settings.private_use:
        case PrivateUse.EVERYONE:
            return True
        case PrivateUse.MODERATORS:
            return order.may_manage_messages
        case PrivateUse.NOBODY:
            return False
