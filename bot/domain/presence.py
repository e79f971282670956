"""Servers that have removed the bot: what is kept about them goes after a while."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.ids import GuildId


@dataclass(frozen=True, kw_only=True, slots=True)
class ErasedJobs:
    """How many rows went, and the files of clips that were kept for their members."""

    count: int
    kept_files: Sequence[str]


class PresenceStore(Protocol):
    """Every method may raise StorageUnavailableError, and may be repeated."""

    async def known(self) -> Mapping[GuildId, datetime | None]:
        """Every server that anything is kept about, and since when the bot is gone from it."""
        ...

    async def runs_as(self, application_id: int, *, at: datetime) -> datetime | None:
        """Write down as which application the bot runs; another one's name takes the place.

        Returns since when it is this one, where it was another before.
        """
        ...

    async def mark_left(self, guild_ids: Collection[GuildId], *, at: datetime) -> None:
        """Write down when they removed the bot; the first time counts."""
        ...

    async def mark_present(self, guild_ids: Collection[GuildId]) -> None: ...

    async def left(self, *, before: datetime, at_most: int) -> Sequence[GuildId]:
        """Servers that removed the bot before then, the longest ago first."""
        ...

    async def erase_jobs(
        self, guild_id: GuildId, *, left_before: datetime, at_most: int
    ) -> ErasedJobs:
        """Erase some of a server's attempts with all that hangs on them, unless it is back."""
        ...

    async def erase_records(self, guild_id: GuildId, *, left_before: datetime, at_most: int) -> int:
        """Erase some of what its moderators decided, and of the record of it."""
        ...

    async def finish(self, guild_id: GuildId, *, left_before: datetime) -> None:
        """Forget the server itself, unless an attempt of it is still open."""
        ...
