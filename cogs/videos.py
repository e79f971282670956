"""`/videos`: a member's own requests, and the clips that are kept for them."""

from typing import cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.ids import GuildId, UserId
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.own_jobs import render_own_jobs
from bot.messaging.replies import Replies
from bot.services.shelf import Shelf
from cogs.buttons import JobButtons


@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
class VideosCog(commands.GroupCog, group_name="videos"):
    """In a server it is about that server's requests, in direct messages about all of them."""

    def __init__(
        self, *, shelf: Shelf, catalogue: Catalogue, buttons: JobButtons, replies: Replies
    ) -> None:
        self._shelf = shelf
        self._catalogue = catalogue
        self._buttons = buttons
        self._replies = replies
        self._describe()

    @app_commands.command(name="list")
    async def list_own(self, interaction: discord.Interaction) -> None:
        guild_id = interaction.guild_id
        listed = await self._replies.while_waiting(
            interaction,
            self._shelf.own_jobs(
                UserId(interaction.user.id),
                guild_id=None if guild_id is None else GuildId(guild_id),
            ),
            in_place=False,
        )
        locale = interaction.locale.value
        text = render_own_jobs(self._catalogue, locale, listed, in_server=guild_id is not None)
        view = self._buttons.fetch(text.kept, locale=locale)
        await self._replies.show(interaction, text.content, about="own-jobs", view=view)

    def _describe(self) -> None:
        """Fill in the words from the catalogue, so that other languages can follow."""
        group = cast("app_commands.Group", self.app_command)
        group.description = self._catalogue.text(FALLBACK_LOCALE, "videos-description")
        self.list_own.description = self._catalogue.text(FALLBACK_LOCALE, "videos-list-description")
