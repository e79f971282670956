"""Pages of one server's log, each found by an index, however selective the filter is.

What the filter asks for is looked for in the index that narrows most: the member's, else the
reason's, else the states', else the server's. The rest is looked at in that index's entries,
without the rows; so many of them at most that a page never takes long.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    Tuple,
    desc,
    func,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.job import Job
from bot.domain.usage import PageFilter, PagePlace, UsagePage, place_above
from bot.storage.encryption import TextCipher
from bot.storage.job_rows import job_from
from bot.storage.tables import HAS_REASON, jobs

# A few milliseconds' work. More than a keen member's attempts of a year.
SEARCHED_ENTRIES: Final = 25_000

Conditions = Sequence[ColumnElement[bool]]
Places = Select[Any] | CompoundSelect[Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Search:
    """Ranges of an index, each in order of time, and what their entries must still fulfil."""

    ranges: Sequence[Conditions]
    checks: Conditions


@dataclass(frozen=True, kw_only=True, slots=True)
class _Way:
    """From where, in which order, and how far at most; `stopping_at` is how to stop earlier."""

    order: tuple[str | ColumnElement[Any], ...]
    start: Conditions
    end: Conditions
    stopping_at: Callable[[PagePlace], ColumnElement[bool]]


@dataclass(frozen=True, kw_only=True, slots=True)
class SealedTexts:
    """What may be looked through for words, as the row holds it."""

    place: PagePlace
    prompt: str
    negative_prompt: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """Attempts in the order of the way, and where to go on."""

    rows: Sequence[SealedTexts]
    go_on: PagePlace | None


class UsagePages:
    """Finds pages. `searched_entries` bounds how many entries are looked at for one."""

    def __init__(self, *, cipher: TextCipher, searched_entries: int) -> None:
        self._cipher = cipher
        self._searched_entries = searched_entries

    async def older(
        self,
        connection: AsyncConnection,
        page_filter: PageFilter,
        *,
        before: PagePlace | None,
        rows: int,
    ) -> UsagePage:
        """The newest attempts; with `before`, the newest of those that are older."""
        way = _older(page_filter, before)
        found, go_on = await self._walk(connection, _search(page_filter), way, rows)
        searched_to = go_on if len(found) < rows else None
        return UsagePage(
            jobs=await self.jobs_at(connection, found),
            older=go_on,
            newer=place_above(found[0] if found else None, before=before),
            searched_back_to=None if searched_to is None else searched_to.created_at,
        )

    async def newer(
        self, connection: AsyncConnection, page_filter: PageFilter, *, after: PagePlace, rows: int
    ) -> UsagePage:
        """The oldest of the attempts that are newer than `after`."""
        way = _newer(page_filter, after)
        found, go_on = await self._walk(connection, _search(page_filter), way, rows)
        found.reverse()
        return UsagePage(
            jobs=await self.jobs_at(connection, found),
            older=found[-1] if found else after,
            newer=go_on,
        )

    async def stretch(
        self,
        connection: AsyncConnection,
        page_filter: PageFilter,
        *,
        before: PagePlace | None,
        after: PagePlace | None,
        at_most: int,
    ) -> Stretch:
        """The next attempts on the way with their texts, still sealed."""
        way = _older(page_filter, before) if after is None else _newer(page_filter, after)
        found, go_on = await self._walk(connection, _search(page_filter), way, at_most)
        texts = select(jobs.c.id, jobs.c.prompt, jobs.c.negative_prompt).where(
            jobs.c.id.in_([place.job_id for place in found])
        )
        by_id = {row.id: row for row in await connection.execute(texts)}
        rows = [
            SealedTexts(
                place=place,
                prompt=by_id[place.job_id].prompt,
                negative_prompt=by_id[place.job_id].negative_prompt,
            )
            for place in found
        ]
        return Stretch(rows=rows, go_on=go_on)

    async def jobs_at(
        self, connection: AsyncConnection, places: Sequence[PagePlace]
    ) -> Sequence[Job]:
        """Whole rows, in the order of their places."""
        if not places:
            return []
        ids = [place.job_id for place in places]
        rows = await connection.execute(select(jobs).where(jobs.c.id.in_(ids)))
        by_id = {row.id: job_from(row, self._cipher) for row in rows}
        return [by_id[job_id] for job_id in ids]

    async def _walk(
        self, connection: AsyncConnection, search: _Search, way: _Way, rows: int
    ) -> tuple[list[PagePlace], PagePlace | None]:
        """What fits, and the place from where to go on: None when there is nothing more."""
        stop = await self._last_searched(connection, search, way)
        end = way.end if stop is None else [way.stopping_at(stop)]
        statement = _statement(search.ranges, [*way.start, *end, *search.checks], way)
        found = await _places(connection, statement.limit(rows + 1))
        return found[:rows], stop if len(found) <= rows else found[rows - 1]

    async def _last_searched(
        self, connection: AsyncConnection, search: _Search, way: _Way
    ) -> PagePlace | None:
        """The entry at which the search stops; None when it may look at all."""
        if not search.checks:
            return None
        entries = _statement(search.ranges, [*way.start, *way.end], way)
        last = await _places(connection, entries.limit(2).offset(self._searched_entries - 1))
        return last[0] if len(last) > 1 else None


def _older(page_filter: PageFilter, before: PagePlace | None) -> _Way:
    return _Way(
        order=(desc("created_at"), desc("id")),
        start=_until(page_filter) if before is None else [_own_place() < _values(before)],
        end=_since(page_filter),
        stopping_at=lambda place: _own_place() >= _values(place),
    )


def _newer(page_filter: PageFilter, after: PagePlace) -> _Way:
    return _Way(
        order=("created_at", "id"),
        start=[_own_place() > _values(after)],
        end=_until(page_filter),
        stopping_at=lambda place: _own_place() <= _values(place),
    )


def _statement(ranges: Sequence[Conditions], conditions: Conditions, way: _Way) -> Places:
    """Places in order. Several ranges are merged as they are read; nothing is sorted."""
    selects: list[Select[Any]] = [
        select(jobs.c.created_at, jobs.c.id).where(*one_range, *conditions) for one_range in ranges
    ]
    if len(selects) == 1:
        return selects[0].order_by(*way.order)
    return union_all(*selects).order_by(*way.order)


async def _places(connection: AsyncConnection, statement: Places) -> list[PagePlace]:
    return [
        PagePlace(created_at=row.created_at, job_id=row.id)
        for row in await connection.execute(statement)
    ]


def _search(page_filter: PageFilter) -> _Search:
    in_guild = jobs.c.guild_id == page_filter.guild_id
    duration_s = page_filter.duration_s
    checks = [] if duration_s is None else [jobs.c.duration_s == duration_s]
    statuses = sorted(page_filter.statuses)
    check_status = [_checked(jobs.c.status).in_(statuses)] if statuses else []
    if page_filter.user_id is not None:
        check_guild = _checked(jobs.c.guild_id) == page_filter.guild_id
        check_reason = [_checked(jobs.c.reason) == page_filter.reason] if page_filter.reason else []
        return _Search(
            ranges=[[jobs.c.user_id == page_filter.user_id]],
            checks=[check_guild, *check_status, *check_reason, *checks],
        )
    if page_filter.reason:
        for_reason = [in_guild, HAS_REASON, jobs.c.reason == page_filter.reason]
        return _Search(ranges=[for_reason], checks=[*check_status, *checks])
    if statuses:
        each = [[in_guild, jobs.c.status == status] for status in statuses]
        return _Search(ranges=each, checks=checks)
    return _Search(ranges=[[in_guild]], checks=checks)


def _checked(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The column as a value only: SQLite must not look for it in an index of its own."""
    return func.coalesce(column, column)


def _own_place() -> Tuple:
    """Where a row stands: attempts of one moment are in the order of their numbers."""
    return tuple_(jobs.c.created_at, jobs.c.id)


def _values(place: PagePlace) -> tuple[Any, ...]:
    return place.created_at, place.job_id


def _since(page_filter: PageFilter) -> list[ColumnElement[bool]]:
    return [] if page_filter.since is None else [jobs.c.created_at >= page_filter.since]


def _until(page_filter: PageFilter) -> list[ColumnElement[bool]]:
    return [] if page_filter.until is None else [jobs.c.created_at < page_filter.until]
