"""`/usage audit`: who changed what in this server, page by page."""

import re
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

import discord
from discord import app_commands

from bot.domain.ids import AuditId
from bot.domain.usage_views import ViewId
from bot.messaging.audit import render_audit
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.replies import Replies
from bot.services.audit_pages import AuditPage, AuditPages
from bot.services.page_readers import PageReaders
from cogs.command_groups import CommandPart
from cogs.lasting import LastingButton, presser_of

_NEWER: Final = "newer"
_OLDER: Final = "older"


@dataclass(frozen=True, kw_only=True, slots=True)
class AuditDesk:
    """Reads pages of the server that asks, for its command and for the buttons below them."""

    pages: AuditPages
    readers: PageReaders
    catalogue: Catalogue
    replies: Replies
    turn_button: "type[AuditTurnButton]"

    async def show(self, interaction: discord.Interaction) -> None:
        asker = presser_of(interaction)

        async def opened() -> tuple[ViewId | None, AuditPage]:
            return await self.readers.let_in(asker), await self.pages.newest(asker.guild_id)

        view_id, page = await self.replies.while_waiting(interaction, opened(), in_place=False)
        content, view = self._rendered(interaction, page, view_id)
        await self.replies.show(interaction, content, about="usage-audit", view=view)

    async def turn(
        self,
        interaction: discord.Interaction[Any],
        way: str,
        entry_id: AuditId,
        view_id: ViewId | None,
    ) -> None:
        """Show another page in the place of the one whose button was pressed."""
        asker = presser_of(interaction)
        look = self.pages.newer if way == _NEWER else self.pages.older

        async def turned() -> AuditPage:
            await self.readers.check(view_id, asker)
            return await look(asker.guild_id, than=entry_id)

        page = await self.replies.while_waiting(interaction, turned(), in_place=True)
        content, view = self._rendered(interaction, page, view_id)
        await self.replies.put_in_place(interaction, content, about="usage-audit", view=view)

    def _rendered(
        self, interaction: discord.Interaction[Any], page: AuditPage, view_id: ViewId | None
    ) -> tuple[str, discord.ui.View | None]:
        locale = interaction.locale.value
        turns: dict[str, AuditId] = {}
        if page.has_newer:
            turns[_NEWER] = page.entries[0].id
        if page.has_older:
            turns[_OLDER] = page.entries[-1].id
        content = render_audit(self.catalogue, locale, page.entries)
        if not turns:
            return content, None
        view = discord.ui.View(timeout=None)
        for way, entry_id in turns.items():
            label = self.catalogue.text(locale, f"blocks-{way}")
            view.add_item(self.turn_button(way, entry_id, view_id, label=label))
        return content, view


class AuditTurnButton(
    LastingButton,
    template=re.compile(
        r"showreel:audit:(?P<way>newer|older):(?P<entry_id>[0-9]{1,18})(?::(?P<view_id>[0-9]{1,18}))?"
    ),
):
    """Turns to the page above or below an entry, for moderators and those who were let in."""

    desk: ClassVar[AuditDesk]

    def __init__(
        self, way: str, entry_id: AuditId, view_id: ViewId | None = None, *, label: str | None
    ) -> None:
        note = "" if view_id is None else f":{view_id}"
        super().__init__(f"showreel:audit:{way}:{entry_id}{note}", label=label)
        self._way = way
        self._entry_id = entry_id
        self._view_id = view_id

    @classmethod
    def matched(cls, match: re.Match[str], *, label: str | None) -> Self:
        noted = match["view_id"]
        view_id = None if noted is None else ViewId(int(noted))
        return cls(match["way"], AuditId(int(match["entry_id"])), view_id, label=label)

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await self.desk.turn(interaction, self._way, self._entry_id, self._view_id)


def audit_command(desk: AuditDesk) -> CommandPart:
    """Who may type it is up to the server, so Discord's check is the check."""

    async def audit(interaction: discord.Interaction) -> None:
        await desk.show(interaction)

    command: app_commands.Command[Any, ..., None] = app_commands.Command(
        name="audit",
        description=desk.catalogue.text(FALLBACK_LOCALE, "usage-audit-description"),
        callback=audit,
    )
    return command
