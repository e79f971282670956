"""What the bot may do in the channel of a feed, and who else reads there."""

from typing import Any, Final

import discord

from bot.domain.ids import ChannelId
from bot.messaging.feed_answers import FeedAccess

_IN_CHANNELS: Final = ("view_channel", "send_messages", "attach_files")
_IN_THREADS: Final = ("view_channel", "send_messages_in_threads", "attach_files")
_WRITABLE: Final = (
    discord.TextChannel,
    discord.Thread,
    discord.VoiceChannel,
    discord.StageChannel,
)

Writable = discord.TextChannel | discord.Thread | discord.VoiceChannel | discord.StageChannel


def writable_channel(
    interaction: discord.Interaction[Any], channel_id: ChannelId
) -> Writable | None:
    """Find a channel of the server where this is asked; one of another server is none."""
    guild = interaction.guild
    channel = None if guild is None else guild.get_channel_or_thread(channel_id)
    return channel if isinstance(channel, _WRITABLE) else None


def access_to(interaction: discord.Interaction[Any], channel_id: ChannelId) -> FeedAccess:
    channel = writable_channel(interaction, channel_id)
    if channel is None:
        return FeedAccess(is_there=False)
    may = channel.permissions_for(channel.guild.me)
    needed = _IN_THREADS if isinstance(channel, discord.Thread) else _IN_CHANNELS
    is_closed = isinstance(channel, discord.Thread) and channel.is_private()
    everyone = channel.permissions_for(channel.guild.default_role)
    return FeedAccess(
        lacks=tuple(name for name in needed if not getattr(may, name)),
        is_public=everyone.view_channel and not is_closed,
    )
