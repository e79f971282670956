"""Pauses by server, in the rows of their settings. Each change stands on record beside it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, Select, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.audit import AuditAction, AuditValue, NewAuditEntry
from bot.domain.guild_pauses import GuildPause
from bot.domain.ids import GuildId, UserId
from bot.storage.audit import write_entry
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.moderation_tables import IS_PAUSED, guild_settings

# As many ids go into one condition.
ASKED_AT_ONCE: Final = 500

_COLUMNS: Final = guild_settings.c
_NO_PAUSE: Final = {"paused_at": None, "paused_by": None, "pause_reason": None}


class SqlGuildPauseStore:
    """The port `GuildPauseStore` over the database. Reasons are sealed, on record too."""

    def __init__(self, database: Database, *, cipher: TextCipher) -> None:
        self._database = database
        self._cipher = cipher

    async def of(self, guild_id: GuildId) -> GuildPause | None:
        return await self._database.read(lambda connection: self._read(connection, guild_id))

    async def begin(self, pause: GuildPause) -> GuildPause | None:
        values = {
            "paused_at": pause.since,
            "paused_by": pause.by,
            "pause_reason": self._cipher.seal(pause.reason),
        }
        paused = (
            insert(guild_settings)
            .values(guild_id=pause.guild_id, settings={}, **values)
            .on_conflict_do_update(index_elements=["guild_id"], set_=values)
        )

        async def work(connection: AsyncConnection) -> GuildPause | None:
            standing = await self._read(connection, pause.guild_id)
            if standing is not None:
                return standing
            await connection.execute(paused)
            entry = NewAuditEntry(
                guild_id=pause.guild_id,
                actor_id=pause.by,
                action=AuditAction.PAUSED,
                at=pause.since,
                after=self._on_record(pause),
            )
            await write_entry(connection, entry)
            return None

        return await self._database.write(work)

    async def end(self, guild_id: GuildId, *, by: UserId, at: datetime) -> GuildPause | None:
        resumed = update(guild_settings).where(_COLUMNS.guild_id == guild_id).values(_NO_PAUSE)

        async def work(connection: AsyncConnection) -> GuildPause | None:
            standing = await self._read(connection, guild_id)
            if standing is None:
                return None
            await connection.execute(resumed)
            entry = NewAuditEntry(
                guild_id=guild_id,
                actor_id=by,
                action=AuditAction.RESUMED,
                at=at,
                before=self._on_record(standing),
            )
            await write_entry(connection, entry)
            return standing

        return await self._database.write(work)

    async def paused_among(self, guild_ids: Collection[GuildId]) -> frozenset[GuildId]:
        wanted = list(guild_ids)
        statements = [
            select(_COLUMNS.guild_id).where(
                _COLUMNS.guild_id.in_(wanted[first : first + ASKED_AT_ONCE]), IS_PAUSED
            )
            for first in range(0, len(wanted), ASKED_AT_ONCE)
        ]

        async def work(connection: AsyncConnection) -> frozenset[GuildId]:
            found: set[GuildId] = set()
            for statement in statements:
                found.update((await connection.execute(statement)).scalars())
            return frozenset(found)

        return await self._database.read(work)

    async def all(self, *, at_most: int) -> Sequence[GuildPause]:
        wanted = _paused().order_by(_COLUMNS.guild_id).limit(at_most)

        async def work(connection: AsyncConnection) -> Sequence[GuildPause]:
            return [self._pause(row) for row in await connection.execute(wanted)]

        return await self._database.read(work)

    async def _read(self, connection: AsyncConnection, guild_id: GuildId) -> GuildPause | None:
        wanted = _paused().where(_COLUMNS.guild_id == guild_id)
        row = (await connection.execute(wanted)).one_or_none()
        return None if row is None else self._pause(row)

    def _pause(self, row: Row[Any]) -> GuildPause:
        return GuildPause(
            guild_id=GuildId(row.guild_id),
            reason=self._cipher.open_if_possible(row.pause_reason),
            since=row.paused_at,
            by=UserId(row.paused_by),
        )

    def _on_record(self, pause: GuildPause) -> dict[str, AuditValue]:
        return {"since": pause.since.isoformat(), "reason": self._cipher.seal(pause.reason)}


def _paused() -> Select[Any]:
    return select(
        _COLUMNS.guild_id, _COLUMNS.paused_at, _COLUMNS.paused_by, _COLUMNS.pause_reason
    ).where(IS_PAUSED)
