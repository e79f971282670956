"""The commands of moderators. Each part of the product brings its own subcommands."""

from collections.abc import Sequence
from typing import Any, cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue

CommandPart = app_commands.Command[Any, Any, Any] | app_commands.Group


@app_commands.default_permissions(discord.Permissions(manage_messages=True))
@app_commands.guild_only()
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
class VideoModCog(commands.GroupCog, group_name="video-mod"):
    """A server may change the audience under its Integrations, so Discord's check is the check."""

    def __init__(self, *, catalogue: Catalogue, parts: Sequence[CommandPart]) -> None:
        group = cast("app_commands.Group", self.app_command)
        group.description = catalogue.text(FALLBACK_LOCALE, "video-mod-description")
        _fill(group, parts)


@app_commands.default_permissions(discord.Permissions(manage_messages=True))
@app_commands.guild_only()
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
class UsageCog(commands.GroupCog, group_name="usage"):
    """As above. Every answer is about the server in which it is asked, and its asker's alone."""

    def __init__(self, *, catalogue: Catalogue, parts: Sequence[CommandPart]) -> None:
        group = cast("app_commands.Group", self.app_command)
        group.description = catalogue.text(FALLBACK_LOCALE, "usage-description")
        _fill(group, parts)


def _fill(group: app_commands.Group, parts: Sequence[CommandPart]) -> None:
    for part in parts:
        group.add_command(part)
