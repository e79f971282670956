"""Which limits hold for a request, and whose rows they count."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.domain.ids import GuildId, RoleId, UserId
from bot.domain.limit_policy import policy_for
from bot.domain.limits import LimitPolicy, LimitScope
from bot.domain.pseudonyms import Pseudonyms
from bot.services.guild_settings import GuildSettingsService


@dataclass(frozen=True, kw_only=True, slots=True)
class HeldTo:
    """What one member is held to in one server. `by_role`: a role of theirs sets their share."""

    policy: LimitPolicy
    scope: LimitScope
    by_role: bool


class RequestLimits:
    """The operator's ceilings, and below them what each server sets.

    What was erased for a member goes on counting for them, under their pseudonym.
    """

    def __init__(
        self,
        *,
        ceilings: LimitPolicy,
        guild_settings: GuildSettingsService,
        pseudonyms: Pseudonyms,
    ) -> None:
        self._ceilings = ceilings
        self._guild_settings = guild_settings
        self._pseudonyms = pseudonyms

    async def of(
        self, *, user_id: UserId, guild_id: GuildId, role_ids: Collection[RoleId]
    ) -> HeldTo:
        """Raise StorageUnavailableError when it cannot tell: nothing is accepted unseen."""
        settings = await self._guild_settings.of(guild_id)
        policy = policy_for(self._ceilings, settings, role_ids)
        scope = LimitScope(
            user_ids=(user_id, self._pseudonyms.of(user_id)),
            guild_id=guild_id,
            months=policy.months,
        )
        return HeldTo(
            policy=policy,
            scope=scope,
            by_role=any(role_id in settings.roles for role_id in role_ids),
        )

    async def close(self) -> None:
        await self._guild_settings.close()
