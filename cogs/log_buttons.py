"""What stands under a page of the log. All that a press needs is in its id, or in the database."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any, ClassVar, Final, Self

import discord

from bot.domain.errors import NotFoundError
from bot.domain.ids import JobId
from bot.domain.job import Job
from bot.domain.usage import PagePlace
from bot.domain.usage_views import ViewId
from bot.messaging.catalogue import Catalogue
from bot.messaging.choice_labels import label_of
from bot.messaging.form_fields import data_of
from bot.messaging.job_words import prompt_label, state_words
from bot.services.log_pages import ShownPage, Way
from cogs.lasting import Lasting, LastingButton
from cogs.log_desk import LogDesk, ways_on

# A place in base 36, so that its two numbers stay short: at most the year 6000.
_PLACE: Final = r"(?P<at>[0-9a-z]{1,11})-(?P<job_id>[0-9a-z]{1,12})"
_TURN: Final = re.compile(
    rf"showreel:log:(?P<view_id>[0-9]{{1,18}}):(?P<way>newest|newer|older)(?::{_PLACE})?"
)
_MENU: Final = re.compile(r"showreel:log-case:(?P<view_id>[0-9]{1,18})")
_JOB_ID: Final = re.compile(r"[0-9]{1,18}")

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
_LABELS: Final[Mapping[Way, str]] = MappingProxyType(
    {
        Way.NEWEST: "button-log-newest",
        Way.NEWER: "button-log-newer",
        Way.OLDER: "button-log-older",
    }
)
_SEARCH_ON_KEY: Final = "button-log-search-on"


class TurnButton(LastingButton, template=_TURN):
    """Its asker's alone."""

    desk: ClassVar[LogDesk]

    def __init__(
        self, view_id: ViewId, way: Way, place: PagePlace | None, *, label: str | None
    ) -> None:
        super().__init__(turn_id(view_id, way, place), label=label)
        self._view_id = view_id
        self._way = way
        self._place = place

    @classmethod
    def matched(cls, match: re.Match[str], *, label: str | None) -> Self:
        return cls(ViewId(int(match["view_id"])), Way(match["way"]), place_in(match), label=label)

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await self.desk.turn(interaction, self._view_id, self._way, self._place)


class PageMenu(Lasting, discord.ui.DynamicItem[discord.ui.Select[Any]], template=_MENU):
    """Opens a case of the page, for its asker alone."""

    desk: ClassVar[LogDesk]

    def __init__(self, view_id: ViewId, select: discord.ui.Select[Any]) -> None:
        super().__init__(select)
        self._view_id = view_id

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003 -- Discord's library hands it over
        item: discord.ui.Item[Any],
        match: re.Match[str],
        /,
    ) -> Self:
        if not isinstance(item, discord.ui.Select):
            raise TypeError("a menu's id on what is no menu")
        return cls(ViewId(int(match["view_id"])), item)

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        chosen = str(next(iter(data_of(interaction).get("values", ())), ""))
        if not _JOB_ID.fullmatch(chosen):
            raise NotFoundError("case-not-found")
        await self.desk.open_case(interaction, self._view_id, JobId(int(chosen)))


class LogButtons:
    """One bot's own classes, and the views that they make."""

    def __init__(self, *, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._turn = TurnButton.for_one_bot()
        self._menu = PageMenu.for_one_bot()

    @property
    def classes(self) -> tuple[type[TurnButton], type[PageMenu]]:
        return (self._turn, self._menu)

    def serve(self, desk: LogDesk) -> None:
        self._turn.desk = desk
        self._menu.desk = desk

    def page(self, shown: ShownPage, *, locale: str) -> discord.ui.View | None:
        view = discord.ui.View(timeout=None)
        if shown.page.jobs:
            view.add_item(self._menu_of(shown, locale))
        for way, place in ways_on(shown):
            label = self._catalogue.text(locale, _label_key(shown, way))
            view.add_item(self._turn(shown.view_id, way, place, label=label))
        return view if view.children else None

    def _menu_of(self, shown: ShownPage, locale: str) -> PageMenu:
        select: discord.ui.Select[Any] = discord.ui.Select(
            custom_id=f"showreel:log-case:{shown.view_id}",
            placeholder=self._catalogue.text(locale, "log-open-placeholder"),
            options=[self._option(job, locale) for job in shown.page.jobs],
        )
        return self._menu(shown.view_id, select)

    def _option(self, job: Job, locale: str) -> discord.SelectOption:
        state = state_words(self._catalogue, locale, job)
        return discord.SelectOption(
            label=label_of(f"{job.reference} · {state}"),
            value=str(job.id),
            description=label_of(prompt_label(self._catalogue, locale, job)) or None,
        )


def turn_id(view_id: ViewId, way: Way, place: PagePlace | None) -> str:
    start = f"showreel:log:{view_id}:{way.value}"
    if place is None:
        return start
    at = (place.created_at - _EPOCH) // _MICROSECOND
    return f"{start}:{_in_base_36(at)}-{_in_base_36(place.job_id)}"


def place_in(match: re.Match[str]) -> PagePlace | None:
    if match["at"] is None:
        return None
    return PagePlace(
        created_at=_EPOCH + int(match["at"], 36) * _MICROSECOND,
        job_id=JobId(int(match["job_id"], 36)),
    )


def _in_base_36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
        if not number:
            return digits


def _label_key(shown: ShownPage, way: Way) -> str:
    is_unfinished = way is Way.OLDER and shown.page.searched_back_to is not None
    return _SEARCH_ON_KEY if is_unfinished else _LABELS[way]
