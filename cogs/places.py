"""Where an interaction comes from, and from whom, as the services name it."""

from typing import Any

import discord

from bot.domain.errors import ShowreelError
from bot.domain.ids import ChannelId, GuildId, RoleId


def guild_id_of(interaction: discord.Interaction[Any]) -> GuildId | None:
    """None in direct messages."""
    return None if interaction.guild_id is None else GuildId(interaction.guild_id)


def guild_of(interaction: discord.Interaction[Any]) -> GuildId:
    """Raise ShowreelError in direct messages."""
    guild_id = guild_id_of(interaction)
    if guild_id is None:
        raise ShowreelError("servers-only")
    return guild_id


def channel_ids_of(interaction: discord.Interaction[Any]) -> tuple[ChannelId, ...]:
    """Nearest first: a thread's own id, then its parent's; none in direct messages."""
    channel = interaction.channel
    if channel is None or interaction.guild_id is None:
        return ()
    if isinstance(channel, discord.Thread):
        return ChannelId(channel.id), ChannelId(channel.parent_id)
    return (ChannelId(channel.id),)


def is_age_restricted(interaction: discord.Interaction[Any]) -> bool:
    """A thread is what its parent is. What is not known of a channel counts against it."""
    channel = interaction.channel
    if channel is None or not hasattr(channel, "is_nsfw"):
        return False
    return bool(channel.is_nsfw())


def role_ids_of(interaction: discord.Interaction[Any]) -> frozenset[RoleId]:
    """As Discord vouches for them with the interaction; `@everyone` is the server's own id."""
    member = interaction.user
    if interaction.guild_id is None or not isinstance(member, discord.Member):
        return frozenset()
    # `roles` leaves out what is not cached, such as all roles of a server in an outage.
    own = member._roles  # noqa: SLF001 -- the only place where the ids are
    return frozenset({RoleId(interaction.guild_id), *map(RoleId, own)})
