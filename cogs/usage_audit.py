"""`/usage audit`: who changed what in this server, page by page."""

import re
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

import discord
from discord import app_commands

from bot.domain.ids import AuditId
from bot.messaging.audit import render_audit
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.replies import Replies
from bot.services.audit_pages import AuditPage, AuditPages
from cogs.command_groups import CommandPart
from cogs.lasting import Lasting, moderator_of
from cogs.places import guild_of

_NEWER: Final = "newer"
_OLDER: Final = "older"


@dataclass(frozen=True, kw_only=True, slots=True)
class AuditDesk:
    """Reads pages of the server that asks, for its command and for the buttons below them."""

    pages: AuditPages
    catalogue: Catalogue
    replies: Replies
    turn_button: "type[AuditTurnButton]"

    async def show(self, interaction: discord.Interaction) -> None:
        guild_id = guild_of(interaction)
        page = await self.replies.while_waiting(
            interaction, self.pages.newest(guild_id), in_place=False
        )
        content, view = self._rendered(interaction, page)
        await self.replies.show(interaction, content, about="usage-audit", view=view)

    async def turn(
        self, interaction: discord.Interaction[Any], way: str, entry_id: AuditId
    ) -> None:
        """Show another page in the place of the one whose button was pressed."""
        guild_id = moderator_of(interaction).guild_id
        look = self.pages.newer if way == _NEWER else self.pages.older
        page = await self.replies.while_waiting(
            interaction, look(guild_id, than=entry_id), in_place=True
        )
        content, view = self._rendered(interaction, page)
        await self.replies.put_in_place(interaction, content, about="usage-audit", view=view)

    def _rendered(
        self, interaction: discord.Interaction[Any], page: AuditPage
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
            view.add_item(self.turn_button(way, entry_id, label=label))
        return content, view


class AuditTurnButton(
    Lasting,
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    template=re.compile(r"showreel:audit:(?P<way>newer|older):(?P<entry_id>[0-9]{1,18})"),
):
    """Turns to the page above or below an entry; moderators' only."""

    desk: ClassVar[AuditDesk]

    def __init__(self, way: str, entry_id: AuditId, *, label: str | None) -> None:
        super().__init__(
            discord.ui.Button(
                label=label,
                style=discord.ButtonStyle.secondary,
                custom_id=f"showreel:audit:{way}:{entry_id}",
            )
        )
        self._way = way
        self._entry_id = entry_id

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003 -- Discord's library hands it over
        item: discord.ui.Item[Any],
        match: re.Match[str],
        /,
    ) -> Self:
        label = item.label if isinstance(item, discord.ui.Button) else None
        return cls(match["way"], AuditId(int(match["entry_id"])), label=label)

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await self.desk.turn(interaction, self._way, self._entry_id)


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
