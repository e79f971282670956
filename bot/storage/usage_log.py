"""Reads the usage log: as a stream of pages, a page at a time, in figures."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.job import Job
from bot.domain.usage import LookedThrough, PageFilter, PagePlace, UsageFilter, UsagePage
from bot.domain.usage_log import SHOWN_ROWS, TextTest
from bot.domain.usage_stats import StatsFilter, UsageStats
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.job_rows import job_from
from bot.storage.tables import jobs
from bot.storage.usage_pages import SEARCHED_ENTRIES, Stretch, UsagePages
from bot.storage.usage_stats import read_stats

STREAMED_ROWS: Final = 200


class SqlUsageLog:
    """The port `UsageLog`. Each page is a read of its own, so no reader holds back the WAL."""

    def __init__(
        self,
        database: Database,
        *,
        cipher: TextCipher,
        streamed_rows: int = STREAMED_ROWS,
        searched_entries: int = SEARCHED_ENTRIES,
    ) -> None:
        self._database = database
        self._cipher = cipher
        self._streamed_rows = streamed_rows
        self._pages = UsagePages(cipher=cipher, searched_entries=searched_entries)

    async def stream(self, usage_filter: UsageFilter) -> AsyncIterator[Job]:
        """Oldest first. An attempt that comes in meanwhile may or may not be among them."""
        last: Row[Any] | None = None
        while True:
            rows = await self._rows(_stream_statement(usage_filter, last, self._streamed_rows))
            # In a thread: hundreds of rows would hold up the loop, page after page.
            for job in await asyncio.to_thread(self._jobs, rows):
                yield job
            if len(rows) < self._streamed_rows:
                return
            last = rows[-1]

    async def count(self, usage_filter: UsageFilter) -> int:
        statement = select(func.count()).select_from(jobs).where(*_conditions(usage_filter))

        async def work(connection: AsyncConnection) -> int:
            return (await connection.execute(statement)).scalar_one()

        return await self._database.read(work)

    async def page(
        self,
        page_filter: PageFilter,
        *,
        before: PagePlace | None = None,
        after: PagePlace | None = None,
        rows: int = SHOWN_ROWS,
    ) -> UsagePage:
        async def work(connection: AsyncConnection) -> UsagePage:
            if after is not None:
                return await self._pages.newer(connection, page_filter, after=after, rows=rows)
            return await self._pages.older(connection, page_filter, before=before, rows=rows)

        return await self._database.read(work)

    async def look_through(
        self,
        page_filter: PageFilter,
        fits: TextTest,
        *,
        before: PagePlace | None = None,
        after: PagePlace | None = None,
        rows: int,
        at_most: int,
    ) -> LookedThrough:
        stretch = await self._database.read(
            lambda connection: self._pages.stretch(
                connection, page_filter, before=before, after=after, at_most=at_most
            )
        )
        # In a thread: opening and folding hundreds of texts would hold up the loop.
        found, unreadable = await asyncio.to_thread(self._fitting, stretch, fits, rows)
        jobs_found = await self._database.read(
            lambda connection: self._pages.jobs_at(connection, found)
        )
        return LookedThrough(
            jobs=jobs_found, go_on=_go_on(stretch, found, rows), unreadable=unreadable
        )

    async def stats(self, stats_filter: StatsFilter) -> UsageStats:
        return await self._database.read(lambda connection: read_stats(connection, stats_filter))

    async def _rows(self, statement: Select[Any]) -> Sequence[Row[Any]]:
        async def work(connection: AsyncConnection) -> Sequence[Row[Any]]:
            rows: Sequence[Row[Any]] = (await connection.execute(statement)).all()
            return rows

        return await self._database.read(work)

    def _fitting(
        self, stretch: Stretch, fits: TextTest, rows: int
    ) -> tuple[Sequence[PagePlace], int]:
        """As many as are wanted, and how many on the way there could not be looked at."""
        found: list[PagePlace] = []
        unreadable = 0
        for row in stretch.rows:
            texts = [self._cipher.readable(text) for text in (row.prompt, row.negative_prompt)]
            unreadable += None in texts
            if fits(texts[0] or "", texts[1] or ""):
                found.append(row.place)
                if len(found) == rows:
                    break
        return found, unreadable

    def _jobs(self, rows: Sequence[Row[Any]]) -> Sequence[Job]:
        return [job_from(row, self._cipher) for row in rows]


def _go_on(stretch: Stretch, found: Sequence[PagePlace], rows: int) -> PagePlace | None:
    """When there is as much as was wanted, the rest of the stretch is still to be looked at."""
    is_enough = len(found) == rows
    if is_enough and found[-1] != stretch.rows[-1].place:
        return found[-1]
    return stretch.go_on


def _stream_statement(usage_filter: UsageFilter, last: Row[Any] | None, rows: int) -> Select[Any]:
    statement = (
        select(jobs)
        .where(*_conditions(usage_filter))
        .order_by(jobs.c.created_at, jobs.c.id)
        .limit(rows)
    )
    if last is None:
        return statement
    return statement.where(tuple_(jobs.c.created_at, jobs.c.id) > (last.created_at, last.id))


def _conditions(usage_filter: UsageFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if usage_filter.guild_id is not None:
        conditions.append(jobs.c.guild_id == usage_filter.guild_id)
    if usage_filter.user_id is not None:
        conditions.append(jobs.c.user_id == usage_filter.user_id)
    if usage_filter.since is not None:
        conditions.append(jobs.c.created_at >= usage_filter.since)
    if usage_filter.until is not None:
        conditions.append(jobs.c.created_at < usage_filter.until)
    return conditions
