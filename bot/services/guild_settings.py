"""What a server's moderators set, at hand for every request."""

from collections.abc import Callable
from typing import Final

import structlog

from bot.domain.guild_settings import GuildSettings, GuildSettingsStore
from bot.domain.ids import GuildId, UserId
from bot.domain.ports import Clock
from bot.services.kept_answers import KeptAnswers

log = structlog.get_logger(__name__)

# Another process may change settings; they are never older than this.
REREAD_AFTER_S: Final = 5.0
GUILDS_AT_MOST: Final = 1000


class GuildSettingsService:
    """Settings are read once for all who ask within seconds, and anew after a change of ours.

    Every method may raise StorageUnavailableError.
    """

    def __init__(self, *, store: GuildSettingsStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._kept = KeptAnswers(
            store.of, clock=clock, reread_after_s=REREAD_AFTER_S, at_most=GUILDS_AT_MOST
        )

    async def of(self, guild_id: GuildId) -> GuildSettings:
        return await self._kept.get(guild_id)

    async def change(
        self,
        guild_id: GuildId,
        change: Callable[[GuildSettings], GuildSettings],
        *,
        by: UserId,
    ) -> GuildSettings:
        """Return what holds from now on. What `change` raises is passed on, changing nothing."""
        try:
            changed = await self._store.change(guild_id, change, by=by, at=self._clock.now())
        finally:
            # Even when the answer was lost: it may have been written.
            self._kept.forget(guild_id)
        log.info("guild_settings_changed", guild_id=guild_id, user_id=by)
        return changed

    async def close(self) -> None:
        await self._kept.close()
