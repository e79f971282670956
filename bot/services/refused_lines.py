"""Tells the operator, once for each server, of lines of a feed that Discord refuses."""

from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.domain.ids import GuildId
from bot.domain.ports import Clock
from bot.services.incidents import FEED_LINE_REFUSED, IncidentDesk

log = structlog.get_logger(__name__)

# Told again only when none was refused for so long.
QUIET_FOR: Final = timedelta(hours=24)


class RefusedLines:
    """Such a line is never taken, so it is left out; the log has what it was about."""

    def __init__(self, *, incidents: IncidentDesk, clock: Clock) -> None:
        self._incidents = incidents
        self._clock = clock
        self._last: dict[GuildId, datetime] = {}
        self._began_at = clock.now()

    async def left_out(self, guild_id: GuildId, *, about: str, cause: str) -> None:
        """`about` names what the line would have told of."""
        log.error("feed_line_refused", guild_id=guild_id, about=about, cause=cause)
        self._last[guild_id] = self._clock.now()
        await self._incidents.open(
            FEED_LINE_REFUSED, subject=str(guild_id), detail=f"{about}: {cause}"
        )

    async def taken(self, guild_id: GuildId) -> None:
        """Another line of this feed was taken: it may be a day since the last refused one."""
        last = self._last.get(guild_id, self._began_at)
        if self._clock.now() - last >= QUIET_FOR:
            self._last.pop(guild_id, None)
            await self._incidents.close(FEED_LINE_REFUSED, subject=str(guild_id))
