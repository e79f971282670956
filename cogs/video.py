"""`/video`: what may be asked for, in the words of the catalogue."""

from dataclasses import dataclass
from functools import partial
from typing import Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.clip import (
    CFG_SCALE_MAX,
    CFG_SCALE_MIN,
    DURATIONS_S,
    NEGATIVE_PROMPT_MAX_CHARS,
    PROMPT_MAX_CHARS,
    AspectRatio,
)
from bot.domain.ids import UserId
from bot.domain.job import Job
from bot.domain.option_defaults import OptionValues
from bot.domain.suggestions import TextKind
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.command_words import command_words
from bot.messaging.prompt_hints import render_hints
from bot.messaging.replies import Replies
from bot.services.advice import Advice
from bot.services.drafting import Draft, DraftService
from cogs.asking import Asking
from cogs.choices import Choices
from cogs.places import channel_ids_of, guild_id_of
from cogs.text_choices import TextChoices

_OPTIONS: Final = (
    "prompt",
    "duration",
    "aspect_ratio",
    "cfg_scale",
    "negative_prompt",
    "private",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class VideoDesk:
    """What the command needs, from the first letter that is typed to a word after the card."""

    choices: TextChoices
    drafts: DraftService
    asking: Asking
    advice: Advice


class VideoCog(commands.Cog):
    """Thin: what happens with a request is the business of those who ask."""

    def __init__(self, *, desk: VideoDesk, catalogue: Catalogue, replies: Replies) -> None:
        self._desk = desk
        self._catalogue = catalogue
        self._replies = replies
        self._describe()

    @app_commands.command(name="video")
    @app_commands.guild_only()
    @app_commands.allowed_installs(guilds=True, users=False)
    async def video(
        self,
        interaction: discord.Interaction,
        prompt: app_commands.Range[str, 1, PROMPT_MAX_CHARS],
        duration: int | None = None,
        aspect_ratio: str | None = None,
        cfg_scale: app_commands.Range[float, CFG_SCALE_MIN, CFG_SCALE_MAX] | None = None,
        negative_prompt: app_commands.Range[str, None, NEGATIVE_PROMPT_MAX_CHARS] | None = None,
        private: bool | None = None,  # noqa: FBT001 -- options of a slash command
    ) -> None:
        options = OptionValues(
            duration_s=duration,
            aspect_ratio=aspect_ratio,
            cfg_scale=cfg_scale,
            negative_prompt=negative_prompt,
            private=private,
        )
        draft = Draft(
            prompt=prompt,
            options=options,
            user_id=UserId(interaction.user.id),
            channel_ids=channel_ids_of(interaction),
            guild_id=guild_id_of(interaction),
        )
        job = await self._desk.asking.ask_for(
            interaction, draft.as_typed, complete=partial(self._desk.drafts.complete, draft)
        )
        if job is not None:
            await self._advise(interaction, job)

    @video.autocomplete("prompt")
    async def offer_prompts(self, interaction: discord.Interaction, typed: str) -> Choices:
        return await self._desk.choices.offer(TextKind.PROMPT, interaction, str(typed))

    @video.autocomplete("negative_prompt")
    async def offer_negative_prompts(self, interaction: discord.Interaction, typed: str) -> Choices:
        return await self._desk.choices.offer(TextKind.NEGATIVE_PROMPT, interaction, str(typed))

    async def cog_unload(self) -> None:
        await self._desk.asking.close()

    async def _advise(self, interaction: discord.Interaction, job: Job) -> None:
        """After the card, and lost if it cannot be sent: it is about the next clip."""
        hints = self._desk.advice.due(job.request, user_id=UserId(interaction.user.id))
        if hints:
            content = render_hints(self._catalogue, interaction.locale.value, hints)
            await self._replies.show(interaction, content, about="hints")

    def _describe(self) -> None:
        """Fill in the words from the catalogue, so that other languages can follow."""
        command = self.video
        command.description = self._catalogue.text(FALLBACK_LOCALE, "video-description")
        options = {
            name: command_words(self._catalogue, f"video-{_dashed(name)}") for name in _OPTIONS
        }
        app_commands.describe(**options)(command)
        app_commands.choices(
            duration=[self._choice("duration", seconds) for seconds in DURATIONS_S],
            aspect_ratio=[self._choice("aspect_ratio", ratio.value) for ratio in AspectRatio],
        )(command)

    def _choice(self, option: str, value: str | float) -> app_commands.Choice[str | int | float]:
        key = f"video-{_dashed(option)}-{_dashed(str(value))}"
        return app_commands.Choice(name=command_words(self._catalogue, key), value=value)


def _dashed(name: str) -> str:
    return name.replace("_", "-").replace(":", "-")
