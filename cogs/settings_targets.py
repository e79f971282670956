"""Whom a form of a server's settings is about: read from ids that anybody may have forged."""

from typing import Any, Final

import discord

from bot.domain.errors import NotFoundError
from bot.domain.guild_settings import LimitsOwner, LimitsScope
from bot.domain.ids import ChannelId, RoleId
from bot.domain.option_defaults import DefaultsPlace
from cogs.places import guild_of
from cogs.settings_fields import number_in

ID: Final = "[0-9]{1,20}"


def limits_owner(interaction: discord.Interaction[Any], whose: str) -> LimitsOwner:
    """Everybody has the role that is named like the server: its limits are those of members.

    Raises NotFoundError for a role that this server does not have.
    """
    if whose in {LimitsScope.SERVER, LimitsScope.MEMBER}:
        return LimitsOwner(scope=LimitsScope(whose))
    role_id = number_in(whose)
    if role_id == interaction.guild_id:
        return LimitsOwner(scope=LimitsScope.MEMBER)
    if role_id not in standing_roles(interaction):
        raise NotFoundError("settings-role-unknown")
    return LimitsOwner(scope=LimitsScope.ROLE, role_id=RoleId(role_id))


def defaults_place(interaction: discord.Interaction[Any], where: str) -> DefaultsPlace:
    """Raise NotFoundError for a channel that this server does not have."""
    guild_id = guild_of(interaction)
    if where == LimitsScope.SERVER:
        return DefaultsPlace(guild_id=guild_id)
    channel_id, guild = number_in(where), interaction.guild
    if guild is None or guild.get_channel(channel_id) is None:
        raise NotFoundError("settings-channel-unknown")
    return DefaultsPlace(guild_id=guild_id, channel_id=ChannelId(channel_id))


def channel_name(interaction: discord.Interaction[Any], place: DefaultsPlace) -> str | None:
    if interaction.guild is None or place.channel_id is None:
        return None
    channel = interaction.guild.get_channel(place.channel_id)
    return None if channel is None else channel.name


def standing_roles(interaction: discord.Interaction[Any]) -> frozenset[RoleId]:
    guild = interaction.guild
    return frozenset(() if guild is None else (RoleId(role.id) for role in guild.roles))
