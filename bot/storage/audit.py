"""The record of changes. Each is written in the transaction that makes the change."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Row, Select, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.audit import AuditEntry, AuditValue, NewAuditEntry
from bot.domain.ids import AuditId, GuildId
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.moderation_tables import audit_log

# Private texts: whoever writes one of these, before or after, seals it.
SEALED_VALUES: Final = frozenset({"reason", "negative_prompt"})

_ENTRY_COLUMNS = tuple(NewAuditEntry.__dataclass_fields__)


async def write_entry(connection: AsyncConnection, entry: NewAuditEntry) -> None:
    """Write an entry beside the change that it tells of."""
    values = {name: getattr(entry, name) for name in _ENTRY_COLUMNS}
    await connection.execute(insert(audit_log).values(**values))


class SqlAuditLog:
    """The port `AuditLog` over the database."""

    def __init__(self, database: Database, *, cipher: TextCipher) -> None:
        self._database = database
        self._cipher = cipher

    async def record(self, entry: NewAuditEntry) -> None:
        await self._database.write(lambda connection: write_entry(connection, entry))

    async def page(
        self,
        guild_id: GuildId,
        *,
        before: AuditId | None = None,
        after: AuditId | None = None,
        rows: int,
    ) -> Sequence[AuditEntry]:
        own = select(audit_log).where(audit_log.c.guild_id == guild_id).limit(rows)
        if after is not None:
            nearest_first = own.where(audit_log.c.id > after).order_by(audit_log.c.id)
            return (await self._entries(nearest_first))[::-1]
        if before is not None:
            own = own.where(audit_log.c.id < before)
        return await self._entries(own.order_by(audit_log.c.id.desc()))

    async def _entries(self, statement: Select[Any]) -> Sequence[AuditEntry]:
        async def work(connection: AsyncConnection) -> Sequence[AuditEntry]:
            return [self._entry(row) for row in await connection.execute(statement)]

        return await self._database.read(work)

    def _entry(self, row: Row[Any]) -> AuditEntry:
        values = {name: getattr(row, name) for name in _ENTRY_COLUMNS}
        opened = {name: self._opened(values[name]) for name in ("before", "after")}
        unreadable = {
            f"{side}.{name}"
            for side, known in opened.items()
            for name, value in (known or {}).items()
            if value is None and values[side][name] is not None
        }
        return AuditEntry(
            id=AuditId(row.id), unreadable=frozenset(unreadable), **{**values, **opened}
        )

    def _opened(self, values: Mapping[str, AuditValue] | None) -> Mapping[str, AuditValue] | None:
        if values is None:
            return None
        return {
            name: self._cipher.readable(value)
            if name in SEALED_VALUES and isinstance(value, str)
            else value
            for name, value in values.items()
        }
