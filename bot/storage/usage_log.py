"""Streams the usage log page by page: its length costs neither memory nor a long transaction."""

from collections.abc import AsyncIterator, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.job import Job
from bot.domain.usage import UsageFilter
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.job_rows import job_from
from bot.storage.tables import jobs

PAGE_ROWS: Final = 200


class SqlUsageLog:
    """The port `UsageLog`. Each page is a read of its own, so no reader holds back the WAL."""

    def __init__(
        self, database: Database, *, cipher: TextCipher, page_rows: int = PAGE_ROWS
    ) -> None:
        self._database = database
        self._cipher = cipher
        self._page_rows = page_rows

    async def stream(self, usage_filter: UsageFilter) -> AsyncIterator[Job]:
        """Oldest first. An attempt that comes in meanwhile may or may not be among them."""
        last: Row[Any] | None = None
        while True:
            page = await self._page(_page_statement(usage_filter, last, self._page_rows))
            for row in page:
                yield job_from(row, self._cipher)
            if len(page) < self._page_rows:
                return
            last = page[-1]

    async def count(self, usage_filter: UsageFilter) -> int:
        statement = select(func.count()).select_from(jobs).where(*_conditions(usage_filter))

        async def work(connection: AsyncConnection) -> int:
            return (await connection.execute(statement)).scalar_one()

        return await self._database.read(work)

    async def _page(self, statement: Select[Any]) -> Sequence[Row[Any]]:
        async def work(connection: AsyncConnection) -> Sequence[Row[Any]]:
            rows: Sequence[Row[Any]] = (await connection.execute(statement)).all()
            return rows

        return await self._database.read(work)


def _page_statement(
    usage_filter: UsageFilter, last: Row[Any] | None, page_rows: int
) -> Select[Any]:
    statement = (
        select(jobs)
        .where(*_conditions(usage_filter))
        .order_by(jobs.c.created_at, jobs.c.id)
        .limit(page_rows)
    )
    if last is None:
        return statement
    return statement.where(tuple_(jobs.c.created_at, jobs.c.id) > (last.created_at, last.id))


def _conditions(usage_filter: UsageFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if usage_filter.guild_id is not None:
        conditions.append(jobs.c.guild_id == usage_filter.guild_id)
    if usage_filter.since is not None:
        conditions.append(jobs.c.created_at >= usage_filter.since)
    if usage_filter.until is not None:
        conditions.append(jobs.c.created_at < usage_filter.until)
    return conditions
