"""A server's own pause: its moderators stop what is asked for there, and let it go on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from bot.domain.ids import GuildId, UserId

PAUSE_REASON_MAX_CHARS: Final = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class GuildPause:
    """New requests are refused with the reason, those that wait keep their order."""

    guild_id: GuildId
    reason: str
    since: datetime
    by: UserId


class GuildPauseStore(Protocol):
    """Pauses by server, and the record of changes. Every method may raise StorageUnavailableError.

    Another process may have written: nothing is remembered here.
    """

    async def of(self, guild_id: GuildId) -> GuildPause | None: ...

    async def begin(self, pause: GuildPause) -> GuildPause | None:
        """Return the pause that holds already, which is left as it is; None when it has begun."""
        ...

    async def end(self, guild_id: GuildId, *, by: UserId, at: datetime) -> GuildPause | None:
        """Return the pause that held; None when none did."""
        ...

    async def paused_among(self, guild_ids: Collection[GuildId]) -> frozenset[GuildId]: ...

    async def all(self, *, at_most: int) -> Sequence[GuildPause]:
        """Every server's, in the order of their ids."""
        ...
