"""`/video-mod`: what moderators set and decide. Each part brings its own subcommands."""

from collections.abc import Sequence
from typing import Any, cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue

ModerationPart = app_commands.Command[Any, Any, Any] | app_commands.Group


@app_commands.default_permissions(discord.Permissions(manage_messages=True))
@app_commands.guild_only()
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
class VideoModCog(commands.GroupCog, group_name="video-mod"):
    """A server may change the audience under its Integrations, so Discord's check is the check."""

    def __init__(self, *, catalogue: Catalogue, parts: Sequence[ModerationPart]) -> None:
        group = cast("app_commands.Group", self.app_command)
        group.description = catalogue.text(FALLBACK_LOCALE, "video-mod-description")
        for part in parts:
            group.add_command(part)
