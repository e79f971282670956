"""Reads what the limits see, without asking for a clip."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.limits import LimitScope, LimitUsage, LookBack
from bot.storage.database import Database
from bot.storage.limit_ends import jobs_down_to, usd_down_to
from bot.storage.limit_usage import usage_at


class SqlLimitLog:
    """The port `LimitLog`; the statements are those that accept or refuse a request."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def limit_usage(self, scope: LimitScope, *, at: datetime) -> LimitUsage:
        async def work(connection: AsyncConnection) -> LimitUsage:
            return await usage_at(connection, scope, at=at)

        return await self._database.read(work)

    async def jobs_down_to(
        self, at_most: int, looks_back: LookBack, *, scope: LimitScope, at: datetime
    ) -> datetime | None:
        async def work(connection: AsyncConnection) -> datetime | None:
            return await jobs_down_to(connection, at_most, looks_back, scope, at=at)

        return await self._database.read(work)

    async def usd_down_to(
        self, at_most: Decimal, looks_back: LookBack, *, scope: LimitScope, at: datetime
    ) -> datetime | None:
        async def work(connection: AsyncConnection) -> datetime | None:
            return await usd_down_to(connection, at_most, looks_back, scope, at=at)

        return await self._database.read(work)
