"""Who may turn the pages of the record of changes."""

from bot.domain.errors import NotAllowedError
from bot.domain.ports import Clock
from bot.domain.usage import PageFilter
from bot.domain.usage_views import LogQuery, LogView, UsageViewStore, ViewId
from bot.services.log_pages import may_go_on
from bot.services.people import Presser


class AuditReaders:
    """Moderators, and whom a server let in by its Integrations settings: a press does not show it.

    So what these people opened is noted, as pages of the log are. Who had Manage Messages and
    lost it has no such note.
    """

    def __init__(self, *, views: UsageViewStore, clock: Clock) -> None:
        self._views = views
        self._clock = clock

    async def let_in(self, asker: Presser) -> ViewId | None:
        """Note that Discord let them open the record; moderators need no note."""
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
            )
        )

    async def check(self, view_id: ViewId | None, asker: Presser) -> None:
        """Raise NotAllowedError unless they are a moderator, or were let in here themselves."""
        if asker.may_manage_messages:
            return
        view = None if view_id is None else await self._views.get(view_id)
        if view is None or not may_go_on(view, asker, now=self._clock.now()):
            raise NotAllowedError("moderators-only")
