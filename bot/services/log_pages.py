"""Pages of a server's log for its moderators: opened by a command, turned by buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Final

from bot.domain.errors import NotFoundError
from bot.domain.ids import GuildId
from bot.domain.job import Job
from bot.domain.log_query import LogWish, read_query
from bot.domain.ports import Clock
from bot.domain.text_search import WordSearch
from bot.domain.usage import LookedThrough, PageFilter, PagePlace, UsagePage, place_above
from bot.domain.usage_log import SHOWN_ROWS, UsageLog
from bot.domain.usage_views import (
    VIEWS_KEPT_FOR,
    LogQuery,
    LogView,
    PagedCommand,
    UsageViewStore,
    ViewId,
)
from bot.services.people import Presser

# A search goes on while Discord waits; then the moderator decides whether it goes further.
SEARCH_FOR_S: Final = 2.0
STRETCH_ROWS: Final = 250
# A few times what fits a list of choices, so that a word that is typed narrows it.
RECENT_ROWS: Final = 100


class Way(StrEnum):
    """Where a page is turned to; the words stand in buttons."""

    NEWEST = "newest"
    NEWER = "newer"
    OLDER = "older"


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownPage:
    """A page, what was looked for, and what its buttons go on with."""

    view_id: ViewId
    query: LogQuery
    page: UsagePage
    way: Way


class LogPages:
    """Whoever turns a page must be the one who opened it, in the server where it was opened."""

    def __init__(
        self,
        *,
        usage_log: UsageLog,
        views: UsageViewStore,
        clock: Clock,
        stretch_rows: int = STRETCH_ROWS,
    ) -> None:
        self._log = usage_log
        self._views = views
        self._clock = clock
        self._stretch_rows = stretch_rows

    async def open(self, wish: LogWish, *, asker: Presser) -> ShownPage:
        """Raise ShowreelError for a wish that cannot be read."""
        now = self._clock.now()
        view = LogView(
            guild_id=asker.guild_id,
            user_id=asker.user_id,
            as_moderator=asker.may_manage_messages,
            query=read_query(wish, guild_id=asker.guild_id, now=now),
            created_at=now,
        )
        view_id = await self._views.add(view)
        return await self._newest(view_id, view.query)

    async def turn(
        self, view_id: ViewId, way: Way, place: PagePlace | None, *, asker: Presser
    ) -> ShownPage:
        """Raise NotFoundError for a page that is not the asker's, or not kept any more."""
        query = (await self.view(view_id, asker=asker)).query
        if place is None or way is Way.NEWEST:
            return await self._newest(view_id, query)
        if way is Way.OLDER:
            page = await self._older(query, place)
            return ShownPage(view_id=view_id, query=query, page=page, way=way)
        page = await self._newer(query, place)
        # At the top, a page of a few would only be the newest page without its end.
        if page.newer is None:
            return await self._newest(view_id, query)
        return ShownPage(view_id=view_id, query=query, page=page, way=way)

    async def view(self, view_id: ViewId, *, asker: Presser) -> LogView:
        """Raise NotFoundError unless it is the asker's own, here, and they still may see it."""
        view = await self._views.get(view_id)
        if view is None or not may_go_on(view, asker, now=self._clock.now()):
            raise NotFoundError("log-view-gone")
        return view

    async def recent(self, guild_id: GuildId) -> Sequence[Job]:
        """Return the newest attempts, to be chosen from."""
        page = await self._log.page(PageFilter(guild_id=guild_id), rows=RECENT_ROWS)
        return page.jobs

    async def _newest(self, view_id: ViewId, query: LogQuery) -> ShownPage:
        page = await self._older(query, None)
        return ShownPage(view_id=view_id, query=query, page=page, way=Way.NEWEST)

    async def _older(self, query: LogQuery, before: PagePlace | None) -> UsagePage:
        if not query.words:
            return await self._log.page(query.page_filter, before=before)
        found, go_on, unreadable = await self._search(query, before=before)
        return UsagePage(
            jobs=found,
            older=go_on,
            newer=place_above(_place(found[0]) if found else None, before=before),
            searched_back_to=None
            if go_on is None or len(found) == SHOWN_ROWS
            else go_on.created_at,
            unreadable=unreadable,
        )

    async def _newer(self, query: LogQuery, after: PagePlace) -> UsagePage:
        if not query.words:
            return await self._log.page(query.page_filter, after=after)
        found, go_on, unreadable = await self._search(query, after=after)
        return UsagePage(
            jobs=found[::-1],
            older=_place(found[-1]) if found else after,
            newer=go_on,
            unreadable=unreadable,
        )

    async def _search(
        self,
        query: LogQuery,
        *,
        before: PagePlace | None = None,
        after: PagePlace | None = None,
    ) -> tuple[Sequence[Job], PagePlace | None, int]:
        """What was found, in the order of the way, and where to go on: None at the log's end.

        The last figure says how many attempts on the way could not be looked at.
        One more than a page is looked for: then a full page knows whether it is the last.
        """
        look = partial(
            self._log.look_through,
            query.page_filter,
            WordSearch(query.words).fits,
            at_most=self._stretch_rows,
        )
        found: list[Job] = []
        unreadable = 0
        give_up_at = self._clock.monotonic() + SEARCH_FOR_S
        while True:
            wanted = SHOWN_ROWS + 1 - len(found)
            step: LookedThrough = await look(before=before, after=after, rows=wanted)
            found += step.jobs
            unreadable += step.unreadable
            if len(found) > SHOWN_ROWS:
                return found[:SHOWN_ROWS], _place(found[SHOWN_ROWS - 1]), unreadable
            if step.go_on is None or self._clock.monotonic() >= give_up_at:
                return found, step.go_on, unreadable
            before, after = (step.go_on, None) if after is None else (None, step.go_on)


def may_go_on(
    view: LogView,
    asker: Presser,
    *,
    now: datetime,
    command: PagedCommand = PagedCommand.USAGE,
) -> bool:
    """Whether it is the asker's own, here, not too old, and nothing they may see no more."""
    return (
        (view.guild_id, view.user_id) == (asker.guild_id, asker.user_id)
        and view.command is command
        and (asker.may_manage_messages or not view.as_moderator)
        and now - view.created_at < VIEWS_KEPT_FOR
    )


def _place(job: Job) -> PagePlace:
    return PagePlace(created_at=job.created_at, job_id=job.id)
