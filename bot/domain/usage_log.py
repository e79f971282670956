"""The usage log as the services see it: read only, and never all at once."""

from collections.abc import AsyncIterator, Callable
from typing import Final, Protocol

from bot.domain.job import Job
from bot.domain.usage import LookedThrough, PageFilter, PagePlace, UsageFilter, UsagePage
from bot.domain.usage_stats import StatsFilter, UsageStats

SHOWN_ROWS: Final = 10

# Of a prompt and what it leaves out.
TextTest = Callable[[str, str], bool]


class UsageLog(Protocol):
    """What any question costs is bounded. Every method may raise StorageUnavailableError."""

    def stream(self, usage_filter: UsageFilter) -> AsyncIterator[Job]:
        """Oldest first; memory does not grow with the log's length."""
        ...

    async def count(self, usage_filter: UsageFilter) -> int: ...

    async def page(
        self,
        page_filter: PageFilter,
        *,
        before: PagePlace | None = None,
        after: PagePlace | None = None,
        rows: int = SHOWN_ROWS,
    ) -> UsagePage:
        """Newest first: the newest, those just before a place, or those just after one."""
        ...

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
        """Find up to `rows` attempts whose texts fit, among the next `at_most`.

        From the newest or `before` a place on towards older ones; `after` a place, towards newer.
        """
        ...

    async def stats(self, stats_filter: StatsFilter) -> UsageStats: ...
