"""`/videos`: a member's own requests, what they have left, and the options they set beforehand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.clip import (
    CFG_SCALE_MAX,
    CFG_SCALE_MIN,
    DURATIONS_S,
    NEGATIVE_PROMPT_MAX_CHARS,
    AspectRatio,
)
from bot.domain.errors import ShowreelError
from bot.domain.ids import UserId
from bot.domain.job import JobStatus
from bot.domain.option_defaults import HeldOption, OptionValues
from bot.domain.ports import Clock
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.command_words import command_words
from bot.messaging.defaults import render_defaults
from bot.messaging.own_jobs import render_own_jobs
from bot.messaging.quota import render_quota
from bot.messaging.replies import Replies
from bot.services.option_defaults import DefaultsService
from bot.services.own_clips import OwnClips
from bot.services.quota import QuotaService
from bot.services.shelf import Shelf
from cogs.buttons import JobButtons
from cogs.cancel_choices import CancelChoices
from cogs.places import channel_ids_of, guild_id_of, role_ids_of

_DEFAULTS_WORDS: Final = {
    "duration": "videos-defaults-duration",
    "aspect_ratio": "videos-defaults-aspect-ratio",
    "cfg_scale": "videos-defaults-cfg-scale",
    "negative_prompt": "videos-defaults-negative-prompt",
    "private": "videos-defaults-private",
    "clear": "videos-defaults-clear",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class VideosDesk:
    """What the subcommands need."""

    shelf: Shelf
    own_clips: OwnClips
    quota: QuotaService
    defaults: DefaultsService


@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
class VideosCog(commands.GroupCog, group_name="videos"):
    """In a server it is about that server's requests, in direct messages about all of them."""

    def __init__(
        self,
        *,
        desk: VideosDesk,
        catalogue: Catalogue,
        buttons: JobButtons,
        replies: Replies,
        clock: Clock,
    ) -> None:
        self._desk = desk
        self._catalogue = catalogue
        self._buttons = buttons
        self._replies = replies
        self._choices = CancelChoices(own_clips=desk.own_clips, catalogue=catalogue, clock=clock)
        self._describe()

    @app_commands.command(name="list")
    async def list_own(self, interaction: discord.Interaction) -> None:
        guild_id = guild_id_of(interaction)
        listed = await self._replies.while_waiting(
            interaction,
            self._desk.shelf.own_jobs(UserId(interaction.user.id), guild_id=guild_id),
            in_place=False,
        )
        locale = interaction.locale.value
        text = render_own_jobs(self._catalogue, locale, listed, in_server=guild_id is not None)
        view = self._buttons.fetch(text.kept, locale=locale)
        await self._replies.show(interaction, text.content, about="own-jobs", view=view)

    @app_commands.command(name="cancel")
    async def cancel(self, interaction: discord.Interaction, clip: str) -> None:
        job = await self._replies.while_waiting(
            interaction,
            self._desk.own_clips.cancel(
                str(clip), user_id=UserId(interaction.user.id), guild_id=guild_id_of(interaction)
            ),
            in_place=False,
        )
        ended = job.status is JobStatus.CANCELLED
        await self._replies.say(interaction, "cancel-done" if ended else "cancel-asked")

    @cancel.autocomplete("clip")
    async def offer_clips(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return await self._choices.offer(interaction, str(typed))

    @app_commands.command(name="quota")
    async def quota(self, interaction: discord.Interaction) -> None:
        guild_id = guild_id_of(interaction)
        if guild_id is None:
            raise ShowreelError("quota-in-servers")
        quota = await self._replies.while_waiting(
            interaction,
            self._desk.quota.quota(
                user_id=UserId(interaction.user.id),
                guild_id=guild_id,
                role_ids=role_ids_of(interaction),
            ),
            in_place=False,
        )
        content = render_quota(self._catalogue, interaction.locale.value, quota)
        await self._replies.show(interaction, content, about="quota")

    @app_commands.command(name="defaults")
    async def defaults(
        self,
        interaction: discord.Interaction,
        duration: int | None = None,
        aspect_ratio: str | None = None,
        cfg_scale: app_commands.Range[float, CFG_SCALE_MIN, CFG_SCALE_MAX] | None = None,
        negative_prompt: app_commands.Range[str, None, NEGATIVE_PROMPT_MAX_CHARS] | None = None,
        private: bool | None = None,  # noqa: FBT001 -- options of a slash command
        clear: bool = False,  # noqa: FBT001, FBT002 -- options of a slash command
    ) -> None:
        said = OptionValues(
            duration_s=duration,
            aspect_ratio=aspect_ratio,
            cfg_scale=cfg_scale,
            negative_prompt=negative_prompt,
            private=private,
        )
        in_server = interaction.guild_id is not None
        news_key, held = await self._replies.while_waiting(
            interaction, self._set_and_read(interaction, said, clear=clear is True), in_place=False
        )
        content = render_defaults(
            self._catalogue,
            interaction.locale.value,
            held,
            news_key=news_key,
            in_server=in_server,
        )
        await self._replies.show(interaction, content, about="defaults")

    async def _set_and_read(
        self, interaction: discord.Interaction, said: OptionValues, *, clear: bool
    ) -> tuple[str | None, Sequence[HeldOption]]:
        """Return what is news about it, and what holds now."""
        defaults, user_id = self._desk.defaults, UserId(interaction.user.id)
        news_key = None
        if clear:
            await defaults.start_over(user_id, said)
            news_key = "defaults-forgotten" if said.is_empty else "defaults-started-over"
        elif not said.is_empty:
            await defaults.change(user_id, said)
            news_key = "defaults-changed"
        held = await defaults.held(
            user_id=user_id,
            channel_ids=channel_ids_of(interaction),
            guild_id=guild_id_of(interaction),
        )
        return news_key, held

    def _describe(self) -> None:
        """Fill in the words from the catalogue, so that other languages can follow."""
        group = cast("app_commands.Group", self.app_command)
        group.description = self._words("videos-description")
        self.list_own.description = self._words("videos-list-description")
        self.cancel.description = self._words("videos-cancel-description")
        self.quota.description = self._words("videos-quota-description")
        self.defaults.description = self._words("videos-defaults-description")
        app_commands.describe(clip=command_words(self._catalogue, "videos-cancel-clip"))(
            self.cancel
        )
        options = {
            name: command_words(self._catalogue, key) for name, key in _DEFAULTS_WORDS.items()
        }
        app_commands.describe(**options)(self.defaults)
        app_commands.choices(
            duration=[self._choice("duration", seconds) for seconds in DURATIONS_S],
            aspect_ratio=[self._choice("aspect-ratio", ratio.value) for ratio in AspectRatio],
        )(self.defaults)

    def _choice(self, option: str, value: str | float) -> app_commands.Choice[str | int | float]:
        """The same words as in `/video`."""
        key = f"video-{option}-{str(value).replace(':', '-')}"
        return app_commands.Choice(name=command_words(self._catalogue, key), value=value)

    def _words(self, key: str) -> str:
        return self._catalogue.text(FALLBACK_LOCALE, key)
