"""`/video`: what may be asked for, in the words of the catalogue."""

from typing import Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.clip import (
    CFG_SCALE_DEFAULT,
    CFG_SCALE_MAX,
    CFG_SCALE_MIN,
    DURATION_DEFAULT_S,
    DURATIONS_S,
    NEGATIVE_PROMPT_MAX_CHARS,
    PROMPT_MAX_CHARS,
    AspectRatio,
    ClipRequest,
)
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.command_words import command_words
from cogs.asking import Asking

_OPTIONS: Final = (
    "prompt",
    "duration",
    "aspect_ratio",
    "cfg_scale",
    "negative_prompt",
    "private",
)


class VideoCog(commands.Cog):
    """Thin: what happens with a request is the business of those who ask."""

    def __init__(self, *, asking: Asking, catalogue: Catalogue) -> None:
        self._asking = asking
        self._catalogue = catalogue
        self._describe()

    @app_commands.command(name="video")
    @app_commands.guild_only()
    @app_commands.allowed_installs(guilds=True, users=False)
    async def video(
        self,
        interaction: discord.Interaction,
        prompt: app_commands.Range[str, 1, PROMPT_MAX_CHARS],
        duration: int = DURATION_DEFAULT_S,
        aspect_ratio: str = AspectRatio.LANDSCAPE.value,
        cfg_scale: app_commands.Range[float, CFG_SCALE_MIN, CFG_SCALE_MAX] = CFG_SCALE_DEFAULT,
        negative_prompt: app_commands.Range[str, None, NEGATIVE_PROMPT_MAX_CHARS] = "",
        private: bool = False,  # noqa: FBT001, FBT002 -- options of a slash command
    ) -> None:
        request = ClipRequest(
            prompt=prompt,
            duration_s=duration,
            aspect_ratio=aspect_ratio,
            cfg_scale=cfg_scale,
            negative_prompt=negative_prompt,
        )
        await self._asking.ask(interaction, request, private=private)

    async def cog_unload(self) -> None:
        await self._asking.close()

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
