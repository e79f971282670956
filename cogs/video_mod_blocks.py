"""`/video-mod block`, `unblock` and `blocks`: who may ask for nothing in this server."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

import discord
from discord import app_commands

from bot.domain.blocks import REASON_MAX_CHARS, Block, BlockDone, BlockPage
from bot.domain.errors import ShowreelError
from bot.domain.ids import GuildId, UserId
from bot.domain.ports import Clock
from bot.domain.suggestions import CHOICES_AT_MOST
from bot.domain.usage_views import ViewId
from bot.messaging.blocks import (
    BLOCKS_ON_PAGE,
    LENGTH_MAX_CHARS,
    block_label,
    mention,
    render_done,
    render_page,
)
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.command_words import command_words
from bot.messaging.replies import Replies
from bot.services.blocks import BlockService, BlockWish
from bot.services.page_readers import PageReaders
from cogs.choices import Choices, offered_in_time
from cogs.command_groups import CommandPart
from cogs.lasting import LastingButton, presser_of
from cogs.member_names import MemberNames
from cogs.places import guild_id_of, guild_of

# As a mention, or as the bare id that Discord copies.
_MEMBER: Final = re.compile(r"<@!?(?P<mentioned>[0-9]{1,20})>|(?P<typed>[0-9]{1,20})")
# Fits the integers that the database takes.
_ID_BELOW: Final = 2**63
_BLOCKS_OFFERED_OF: Final = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class BlocksDesk:
    """What the subcommands and the buttons under the list need."""

    blocks: BlockService
    catalogue: Catalogue
    replies: Replies
    clock: Clock
    names: MemberNames
    readers: PageReaders
    page_button: "type[BlocksPageButton]"

    async def block(
        self,
        interaction: discord.Interaction[Any],
        user: discord.abc.User,
        *,
        length: str,
        why: str,
    ) -> None:
        wish = BlockWish(
            user_id=UserId(user.id),
            guild_id=guild_of(interaction),
            by=UserId(interaction.user.id),
            length=length,
            reason=why,
        )
        if user == interaction.client.user:
            raise ShowreelError("block-bot")
        done: BlockDone = await self.replies.while_waiting(
            interaction, self.blocks.block(wish), in_place=False
        )
        self.names.note(user)
        content = render_done(self.catalogue, interaction.locale.value, done)
        await self.replies.show(interaction, content, about="block")

    async def unblock(self, interaction: discord.Interaction[Any], member: str) -> None:
        guild_id = guild_of(interaction)
        user_id = _member_id(member)
        if user_id is None:
            raise ShowreelError("unblock-unreadable")
        lifted: Block = await self.replies.while_waiting(
            interaction,
            self.blocks.unblock(user_id, guild_id=guild_id, by=UserId(interaction.user.id)),
            in_place=False,
        )
        await self.replies.say(interaction, "unblock-done", member=mention(lifted.user_id))

    async def list_blocks(self, interaction: discord.Interaction[Any]) -> None:
        asker = presser_of(interaction)

        async def opened() -> tuple[ViewId | None, BlockPage]:
            return await self.readers.let_in(asker), await self._page(asker.guild_id, 0)

        view_id, page = await self.replies.while_waiting(interaction, opened(), in_place=False)
        content, view = self._rendered(interaction, page, number=0, view_id=view_id)
        await self.replies.show(interaction, content, about="blocks", view=view)

    async def turn(
        self, interaction: discord.Interaction[Any], number: int, view_id: ViewId | None
    ) -> None:
        """Show another page in the place of the one whose button was pressed."""
        asker = presser_of(interaction)

        async def turned() -> BlockPage:
            await self.readers.check(view_id, asker)
            return await self._page(asker.guild_id, number)

        page = await self.replies.while_waiting(interaction, turned(), in_place=True)
        content, view = self._rendered(interaction, page, number=number, view_id=view_id)
        await self.replies.put_in_place(interaction, content, about="blocks", view=view)

    async def choices(self, interaction: discord.Interaction[Any], typed: str) -> Choices:
        guild_id = guild_id_of(interaction)
        if guild_id is None:
            return []
        page = await self.blocks.page(guild_id, number=0, rows=_BLOCKS_OFFERED_OF)
        names = await self.names.of(interaction, [block.user_id for block in page.blocks])
        labelled = {
            str(block.user_id): block_label(block, name=names.get(block.user_id))
            for block in page.blocks
        }
        wanted = typed.strip().casefold()
        return [
            app_commands.Choice(name=label, value=value)
            for value, label in labelled.items()
            if wanted in label.casefold()
        ][:CHOICES_AT_MOST]

    async def _page(self, guild_id: GuildId, number: int) -> BlockPage:
        return await self.blocks.page(guild_id, number=number, rows=BLOCKS_ON_PAGE)

    def _rendered(
        self,
        interaction: discord.Interaction[Any],
        page: BlockPage,
        *,
        number: int,
        view_id: ViewId | None,
    ) -> tuple[str, discord.ui.View | None]:
        locale, last = interaction.locale.value, max(0, page.count - 1) // BLOCKS_ON_PAGE
        number = min(number, last)
        content = render_page(self.catalogue, locale, page, number=number)
        turns = {"blocks-newer": number - 1, "blocks-older": number + 1}
        buttons = [
            self.page_button(turned, view_id, label=self.catalogue.text(locale, key))
            for key, turned in turns.items()
            if 0 <= turned <= last
        ]
        if not buttons:
            return content, None
        view = discord.ui.View(timeout=None)
        for button in buttons:
            view.add_item(button)
        return content, view


class BlocksPageButton(
    LastingButton,
    template=re.compile(
        r"showreel:blocks-page:(?P<number>[0-9]{1,6})(?::(?P<view_id>[0-9]{1,18}))?"
    ),
):
    """Turns to another page of the list, for moderators and those who were let in."""

    desk: ClassVar[BlocksDesk]

    def __init__(self, number: int, view_id: ViewId | None = None, *, label: str | None) -> None:
        note = "" if view_id is None else f":{view_id}"
        super().__init__(f"showreel:blocks-page:{number}{note}", label=label)
        self._number = number
        self._view_id = view_id

    @classmethod
    def matched(cls, match: re.Match[str], *, label: str | None) -> Self:
        noted = match["view_id"]
        view_id = None if noted is None else ViewId(int(noted))
        return cls(int(match["number"]), view_id, label=label)

    async def press(self, interaction: discord.Interaction[Any]) -> None:
        await self.desk.turn(interaction, self._number, self._view_id)


def block_commands(desk: BlocksDesk) -> Sequence[CommandPart]:
    def words(key: str) -> app_commands.locale_str:
        return command_words(desk.catalogue, key)

    def description(name: str) -> str:
        return desk.catalogue.text(FALLBACK_LOCALE, f"video-mod-{name}-description")

    @app_commands.command(name="block", description=description("block"))
    @app_commands.describe(
        member=words("video-mod-block-member"),
        duration=words("video-mod-block-duration"),
        reason=words("video-mod-block-reason"),
    )
    async def block(
        interaction: discord.Interaction,
        member: discord.User,
        duration: app_commands.Range[str, 1, LENGTH_MAX_CHARS] = "",
        reason: app_commands.Range[str, 1, REASON_MAX_CHARS] = "",
    ) -> None:
        await desk.block(interaction, member, length=str(duration), why=str(reason))

    @app_commands.command(name="unblock", description=description("unblock"))
    @app_commands.describe(member=words("video-mod-unblock-member"))
    async def unblock(interaction: discord.Interaction, member: str) -> None:
        await desk.unblock(interaction, member)

    @unblock.autocomplete("member")
    async def offer_blocked(
        interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return await offered_in_time(
            interaction, desk.choices(interaction, str(typed)), clock=desk.clock
        )

    @app_commands.command(name="blocks", description=description("blocks"))
    async def blocks(interaction: discord.Interaction) -> None:
        await desk.list_blocks(interaction)

    return block, unblock, blocks


def _member_id(typed: str) -> UserId | None:
    match = _MEMBER.fullmatch(typed.strip())
    if match is None:
        return None
    number = int(match["mentioned"] or match["typed"])
    return UserId(number) if number < _ID_BELOW else None
