"""`/video-mod feed`: a channel that is told of every request as it ends."""

from dataclasses import dataclass
from typing import Any, Final

import discord
from discord import app_commands

from bot.domain.errors import MessengerError, ShowreelError
from bot.domain.feed import Feed, FeedCategory
from bot.domain.ids import ChannelId, GuildId, UserId
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.command_words import command_words
from bot.messaging.feed_answers import channel_mention, render_set, render_tested
from bot.messaging.feed_samples import FeedSamples
from bot.messaging.replies import Replies
from bot.services.feed import FeedService
from bot.services.feed_settings import FeedSettings
from cogs.feed_access import access_to, writable_channel
from cogs.places import guild_id_of

_OFFERED: Final = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.public_thread,
    discord.ChannelType.private_thread,
    discord.ChannelType.news_thread,
]


class FeedChannel(app_commands.Transformer):
    """Only the id: whether it is a channel of this server is asked of the server."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        return _OFFERED

    async def transform(self, _interaction: discord.Interaction[Any], value: Any, /) -> ChannelId:
        return ChannelId(value.id)


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedDesk:
    """What the subcommands need."""

    settings: FeedSettings
    service: FeedService
    samples: FeedSamples
    catalogue: Catalogue
    replies: Replies


class FeedGroup(app_commands.Group):
    """Every answer is its asker's alone, and about the server it is asked in."""

    def __init__(self, desk: FeedDesk) -> None:
        words = desk.catalogue
        super().__init__(
            name="feed", description=words.text(FALLBACK_LOCALE, "video-mod-feed-description")
        )
        self._desk = desk
        _describe(self, words)

    @app_commands.command(name="set")
    async def set_feed(
        self,
        interaction: discord.Interaction,
        channel: app_commands.Transform[ChannelId, FeedChannel],
        *,
        delivered: bool = True,
        refused: bool = True,
        failed: bool = True,
        cancelled: bool = True,
        reports: bool = True,
    ) -> None:
        guild_id, desk = _guild(interaction), self._desk
        if writable_channel(interaction, channel) is None:
            raise ShowreelError("feed-channel-unknown")
        wanted = {
            FeedCategory.DELIVERED: delivered,
            FeedCategory.REFUSED: refused,
            FeedCategory.FAILED: failed,
            FeedCategory.CANCELLED: cancelled,
            FeedCategory.REPORTS: reports,
        }
        feed = await desk.replies.while_waiting(
            interaction,
            desk.settings.set(
                guild_id,
                channel,
                frozenset(category for category, is_told in wanted.items() if is_told),
                by=UserId(interaction.user.id),
            ),
            in_place=False,
        )
        content = render_set(
            desk.catalogue, interaction.locale.value, feed, access_to(interaction, channel)
        )
        await desk.replies.show(interaction, content, about="feed-set")

    @app_commands.command(name="off")
    async def turn_off(self, interaction: discord.Interaction) -> None:
        guild_id, desk = _guild(interaction), self._desk
        feed = await desk.replies.while_waiting(
            interaction,
            desk.settings.turn_off(guild_id, by=UserId(interaction.user.id)),
            in_place=False,
        )
        await desk.replies.say(interaction, "feed-off", channel=channel_mention(feed))

    @app_commands.command(name="test")
    async def test(self, interaction: discord.Interaction) -> None:
        guild_id, desk = _guild(interaction), self._desk
        feed, was_sent = await desk.replies.while_waiting(
            interaction, self._try_out(interaction, guild_id), in_place=False
        )
        content = render_tested(
            desk.catalogue,
            interaction.locale.value,
            feed,
            access_to(interaction, feed.channel_id),
            was_sent=was_sent,
        )
        await desk.replies.show(interaction, content, about="feed-test")

    async def _try_out(
        self, interaction: discord.Interaction[Any], guild_id: GuildId
    ) -> tuple[Feed, bool]:
        """Say whether Discord took the sample; then whatever waits for the channel may go on."""
        feed = await self._desk.settings.of(guild_id)
        locale = (interaction.guild_locale or interaction.locale).value
        try:
            await self._desk.samples.send(feed, user_id=UserId(interaction.user.id), locale=locale)
        except MessengerError:
            return feed, False
        self._desk.service.try_again(guild_id)
        return feed, True


def _describe(group: FeedGroup, catalogue: Catalogue) -> None:
    """Fill in the words from the catalogue, so that other languages can follow."""
    for command in (group.set_feed, group.turn_off, group.test):
        key = f"video-mod-feed-{command.name}-description"
        command.description = catalogue.text(FALLBACK_LOCALE, key)
    app_commands.describe(
        channel=command_words(catalogue, "video-mod-feed-set-channel"),
        **{
            category.value: command_words(catalogue, f"video-mod-feed-set-{category.value}")
            for category in FeedCategory
        },
    )(group.set_feed)


def _guild(interaction: discord.Interaction[Any]) -> GuildId:
    guild_id = guild_id_of(interaction)
    if guild_id is None:
        raise ShowreelError("feed-in-servers")
    return guild_id
