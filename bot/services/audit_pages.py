"""The record of changes, page by page: a server's own, and no other's."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.audit import AuditEntry, AuditLog
from bot.domain.ids import AuditId, GuildId


@dataclass(frozen=True, kw_only=True, slots=True)
class AuditPage:
    """Some entries, newest first, and whether others stand on either side."""

    entries: Sequence[AuditEntry]
    has_newer: bool
    has_older: bool


class AuditPages:
    """Every method may raise StorageUnavailableError."""

    def __init__(self, log: AuditLog, *, rows: int) -> None:
        self._log = log
        self._rows = rows

    async def newest(self, guild_id: GuildId) -> AuditPage:
        found = await self._log.page(guild_id, rows=self._rows + 1)
        return AuditPage(
            entries=found[: self._rows], has_newer=False, has_older=len(found) > self._rows
        )

    async def older(self, guild_id: GuildId, *, than: AuditId) -> AuditPage:
        """Go on below an entry; back to the newest where nothing is below it."""
        found = await self._log.page(guild_id, before=than, rows=self._rows + 1)
        if not found:
            return await self.newest(guild_id)
        return AuditPage(
            entries=found[: self._rows], has_newer=True, has_older=len(found) > self._rows
        )

    async def newer(self, guild_id: GuildId, *, than: AuditId) -> AuditPage:
        """Go on above an entry. The newest page is full, so that it does not begin with a rest."""
        found = await self._log.page(guild_id, after=than, rows=self._rows + 1)
        if len(found) <= self._rows:
            return await self.newest(guild_id)
        return AuditPage(entries=found[1:], has_newer=True, has_older=True)
