"""Shows pages of the log, with the buttons that turn them and the menu that opens their cases."""

from collections.abc import Iterator
from typing import Any, Protocol

import discord

from bot.domain.ids import JobId
from bot.domain.log_query import LogWish
from bot.domain.usage import PagePlace
from bot.domain.usage_views import ViewId
from bot.messaging.catalogue import Catalogue
from bot.messaging.replies import Replies
from bot.messaging.usage_lines import render_page
from bot.services.log_pages import LogPages, ShownPage, Way
from cogs.case_desk import CaseDesk
from cogs.lasting import presser_of


class PageViews(Protocol):
    """What stands under a page."""

    def page(self, shown: ShownPage, *, locale: str) -> discord.ui.View | None: ...


class LogDesk:
    """A page goes on for its asker alone: who else presses is told that there is none."""

    def __init__(
        self,
        *,
        pages: LogPages,
        cases: CaseDesk,
        views: PageViews,
        catalogue: Catalogue,
        replies: Replies,
    ) -> None:
        self.replies = replies
        self._pages = pages
        self._cases = cases
        self._views = views
        self._catalogue = catalogue

    async def open(self, interaction: discord.Interaction[Any], wish: LogWish) -> None:
        shown = await self.replies.while_waiting(
            interaction, self._pages.open(wish, asker=presser_of(interaction)), in_place=False
        )
        locale = interaction.locale.value
        await self.replies.show(
            interaction,
            render_page(self._catalogue, locale, shown.query, shown.page),
            about="log",
            view=self._views.page(shown, locale=locale),
        )

    async def turn(
        self,
        interaction: discord.Interaction[Any],
        view_id: ViewId,
        way: Way,
        place: PagePlace | None,
    ) -> None:
        shown = await self.replies.while_waiting(
            interaction,
            self._pages.turn(view_id, way, place, asker=presser_of(interaction)),
            in_place=True,
        )
        locale = interaction.locale.value
        await self.replies.put_in_place(
            interaction,
            render_page(self._catalogue, locale, shown.query, shown.page),
            about="log",
            view=self._views.page(shown, locale=locale),
        )

    async def open_case(
        self, interaction: discord.Interaction[Any], view_id: ViewId, job_id: JobId
    ) -> None:
        await self._pages.view(view_id, asker=presser_of(interaction))
        await self._cases.open(interaction, job_id)


def ways_on(shown: ShownPage) -> Iterator[tuple[Way, PagePlace | None]]:
    """Where the page can be turned to from here."""
    page = shown.page
    if shown.way is not Way.NEWEST:
        yield Way.NEWEST, None
        if page.newer is not None:
            yield Way.NEWER, page.newer
    if page.older is not None:
        yield Way.OLDER, page.older
