"""Listens for servers that take the bot in or remove it. One that is only away says nothing."""

import discord
import structlog
from discord.ext import commands

from bot.domain.errors import StorageUnavailableError
from bot.domain.ids import GuildId
from bot.services.presence import PresenceService

log = structlog.get_logger(__name__)


class PresenceCog(commands.Cog):
    """What the database did not take is made up for by the next look at all servers."""

    def __init__(self, presence: PresenceService) -> None:
        self._presence = presence

    @commands.Cog.listener("on_guild_remove")
    async def removed(self, guild: discord.Guild) -> None:
        try:
            await self._presence.left(GuildId(guild.id))
        except StorageUnavailableError:
            log.warning("server_left_not_written", guild_id=guild.id)

    @commands.Cog.listener("on_guild_join")
    async def joined(self, guild: discord.Guild) -> None:
        try:
            await self._presence.joined(GuildId(guild.id))
        except StorageUnavailableError:
            log.warning("server_joined_not_written", guild_id=guild.id)

    @commands.Cog.listener("on_ready")
    async def ready(self) -> None:
        try:
            await self._presence.compare()
        except StorageUnavailableError:
            log.warning("servers_not_compared")
