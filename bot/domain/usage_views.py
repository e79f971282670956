"""What a moderator looks for in the log, and how it is remembered while pages are turned."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, NewType, Protocol

from bot.domain.ids import GuildId, UserId
from bot.domain.usage import PageFilter

ViewId = NewType("ViewId", int)

# A list of yesterday is asked for anew; what was looked for need not be kept for longer.
VIEWS_KEPT_FOR: Final = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class LogQuery:
    """Which attempts are wanted. All `words` stand in the prompt or what it leaves out."""

    page_filter: PageFilter
    words: str = ""


class PagedCommand(StrEnum):
    """A command whose pages turn. The words stand in the database."""

    USAGE = "usage"
    VIDEO_MOD = "video-mod"


@dataclass(frozen=True, kw_only=True, slots=True)
class LogView:
    """What was asked for, and by whom: nobody else may go on with it.

    `as_moderator` is set when the asker had Manage Messages: who loses it must not go on either.
    `command` is what Discord let the asker use.
    """

    guild_id: GuildId
    user_id: UserId
    as_moderator: bool
    query: LogQuery
    created_at: datetime
    command: PagedCommand = PagedCommand.USAGE


class UsageViewStore(Protocol):
    """Every method may raise StorageUnavailableError."""

    async def add(self, view: LogView) -> ViewId: ...

    async def get(self, view_id: ViewId) -> LogView | None: ...

    async def forget(self, *, created_before: datetime, at_most: int) -> int:
        """Forget the oldest, in a small batch; returns how many."""
        ...
