"""Who may turn the pages of what a moderators' command has opened."""

from bot.domain.errors import NotAllowedError
from bot.domain.ports import Clock
from bot.domain.usage import PageFilter
from bot.domain.usage_views import LogQuery, LogView, PagedCommand, UsageViewStore, ViewId
from bot.services.log_pages import may_go_on
from bot.services.people import Presser


class PageReaders:
    """Moderators, and whom a server let in by its Integrations settings: a press does not show it.

    So what these people opened is noted, as pages of the log are. Who had Manage Messages and
    lost it has no such note. Who is let into one command is not let into another.
    """

    def __init__(self, *, command: PagedCommand, views: UsageViewStore, clock: Clock) -> None:
        self._command = command
        self._views = views
        self._clock = clock

    async def let_in(self, asker: Presser) -> ViewId | None:
        """Note that Discord let them use the command; moderators need no note."""
        if asker.may_manage_messages:
            return None
        everything = LogQuery(page_filter=PageFilter(guild_id=asker.guild_id))
        return await self._views.add(
            LogView(
                guild_id=asker.guild_id,
                user_id=asker.user_id,
                as_moderator=False,
                query=everything,
                created_at=self._clock.now(),
                command=self._command,
            )
        )

    async def check(self, view_id: ViewId | None, asker: Presser) -> None:
        """Raise NotAllowedError unless they are a moderator, or were let in here themselves."""
        if asker.may_manage_messages:
            return
        view = None if view_id is None else await self._views.get(view_id)
        now = self._clock.now()
        if view is None or not may_go_on(view, asker, now=now, command=self._command):
            raise NotAllowedError("moderators-only")
