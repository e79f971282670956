"""Reads what the limits see, without asking for a clip."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.limit_ends import CountedJob
from bot.domain.limits import LimitScope, LimitUsage, LookBack
from bot.storage.database import Database
from bot.storage.limit_usage import counted_jobs_at, usage_at


class SqlLimitLog:
    """The port `LimitLog`; the statements are those that accept or refuse a request."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def limit_usage(self, scope: LimitScope, *, at: datetime) -> LimitUsage:
        async def work(connection: AsyncConnection) -> LimitUsage:
            return await usage_at(connection, scope, at=at)

        return await self._database.read(work)

    async def counted_jobs(
        self, looks_back: LookBack, *, scope: LimitScope, at: datetime
    ) -> Sequence[CountedJob]:
        async def work(connection: AsyncConnection) -> Sequence[CountedJob]:
            return await counted_jobs_at(connection, looks_back, scope, at=at)

        return await self._database.read(work)
