"""Keeps what is looked for in the log, sealed: it may hold words of prompts."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import UnreadableTextError
from bot.domain.ids import GuildId, UserId
from bot.domain.job import JobStatus
from bot.domain.usage import PageFilter
from bot.domain.usage_views import LogQuery, LogView, PagedCommand, ViewId
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.moderation_tables import usage_views


class SqlUsageViewStore:
    """The port `UsageViewStore` over the database."""

    def __init__(self, database: Database, *, cipher: TextCipher) -> None:
        self._database = database
        self._cipher = cipher

    async def add(self, view: LogView) -> ViewId:
        values = {
            "guild_id": view.guild_id,
            "user_id": view.user_id,
            "filter": self._cipher.seal(_written(view)),
            "created_at": view.created_at,
        }

        async def work(connection: AsyncConnection) -> ViewId:
            added = await connection.execute(
                insert(usage_views).values(**values).returning(usage_views.c.id)
            )
            return ViewId(added.scalar_one())

        return await self._database.write(work)

    async def get(self, view_id: ViewId) -> LogView | None:
        wanted = select(usage_views).where(usage_views.c.id == view_id)

        async def work(connection: AsyncConnection) -> Row[Any] | None:
            row: Row[Any] | None = (await connection.execute(wanted)).one_or_none()
            return row

        row = await self._database.read(work)
        return None if row is None else self._view(row)

    async def forget(self, *, created_before: datetime, at_most: int) -> int:
        oldest = (
            select(usage_views.c.id)
            .where(usage_views.c.created_at < created_before)
            .order_by(usage_views.c.created_at)
            .limit(at_most)
        )

        async def work(connection: AsyncConnection) -> int:
            gone = await connection.execute(delete(usage_views).where(usage_views.c.id.in_(oldest)))
            return gone.rowcount

        return await self._database.write(work)

    def _view(self, row: Row[Any]) -> LogView | None:
        """One that an older key sealed is as good as gone: it would go within a day."""
        try:
            written = json.loads(self._cipher.open(row.filter))
        except UnreadableTextError:
            return None
        return LogView(
            guild_id=GuildId(row.guild_id),
            user_id=UserId(row.user_id),
            as_moderator=written["as_moderator"],
            query=_query(written, GuildId(row.guild_id)),
            created_at=row.created_at,
            command=PagedCommand(written.get("command", PagedCommand.USAGE)),
        )


def _written(view: LogView) -> str:
    wanted = view.query.page_filter
    return json.dumps(
        {
            "command": view.command.value,
            "as_moderator": view.as_moderator,
            "words": view.query.words,
            "user_id": wanted.user_id,
            "statuses": sorted(wanted.statuses),
            "duration_s": wanted.duration_s,
            "reason": wanted.reason,
            "since": None if wanted.since is None else wanted.since.isoformat(),
            "until": None if wanted.until is None else wanted.until.isoformat(),
        }
    )


def _query(written: dict[str, Any], guild_id: GuildId) -> LogQuery:
    return LogQuery(
        page_filter=PageFilter(
            guild_id=guild_id,
            user_id=written["user_id"],
            statuses=frozenset(map(JobStatus, written["statuses"])),
            duration_s=written["duration_s"],
            reason=written["reason"],
            since=_moment(written["since"]),
            until=_moment(written["until"]),
        ),
        words=written["words"],
    )


def _moment(written: str | None) -> datetime | None:
    return None if written is None else datetime.fromisoformat(written)
