"""Remembers the requests sent to Eachlabs, so that its cap holds across restarts."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import GuildId
from bot.domain.ports import RequestKind
from bot.storage.database import Database
from bot.storage.tables import api_requests

KEPT_FOR: Final = timedelta(hours=1)
PRUNED_EVERY: Final = timedelta(minutes=5)


class SqlRequestLog:
    """The port `RequestLog`. `kept_for` must cover the account's window."""

    def __init__(self, database: Database, *, kept_for: timedelta = KEPT_FOR) -> None:
        self._database = database
        self._kept_for = kept_for
        self._pruned_at: datetime | None = None

    async def record(self, at: datetime, kind: RequestKind, guild_id: GuildId | None) -> None:
        is_prune_due = self._pruned_at is None or at - self._pruned_at >= PRUNED_EVERY

        async def work(connection: AsyncConnection) -> None:
            if is_prune_due:
                await connection.execute(
                    delete(api_requests).where(api_requests.c.at < at - self._kept_for)
                )
            await connection.execute(
                insert(api_requests).values(at=at, kind=kind, guild_id=guild_id)
            )

        await self._database.write(work)
        if is_prune_due:
            self._pruned_at = at

    async def since(
        self, since: datetime
    ) -> Sequence[tuple[datetime, RequestKind, GuildId | None]]:
        """Oldest first; `since` itself is included."""
        columns = api_requests.c.at, api_requests.c.kind, api_requests.c.guild_id
        statement = select(*columns).where(api_requests.c.at >= since).order_by(api_requests.c.at)

        async def work(
            connection: AsyncConnection,
        ) -> Sequence[tuple[datetime, RequestKind, GuildId | None]]:
            rows = await connection.execute(statement)
            return [(at, RequestKind(kind), guild_id) for at, kind, guild_id in rows]

        return await self._database.read(work)
