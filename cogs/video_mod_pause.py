"""`/video-mod pause` and `resume`: a server stops what is asked for there, and lets it go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands

from bot.domain.guild_pauses import PAUSE_REASON_MAX_CHARS
from bot.domain.ids import UserId
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.command_words import command_words
from bot.messaging.replies import Replies
from bot.services.guild_pauses import GuildPauses
from cogs.command_groups import CommandPart
from cogs.places import guild_of


@dataclass(frozen=True, kw_only=True, slots=True)
class PauseDesk:
    """What the subcommands need."""

    pauses: GuildPauses
    catalogue: Catalogue
    replies: Replies

    async def pause(self, interaction: discord.Interaction[Any], reason: str) -> None:
        pause = await self.replies.while_waiting(
            interaction,
            self.pauses.pause(guild_of(interaction), by=UserId(interaction.user.id), reason=reason),
            in_place=False,
        )
        await self.replies.say(interaction, "pause-done", text=pause.reason)

    async def resume(self, interaction: discord.Interaction[Any]) -> None:
        operators = await self.replies.while_waiting(
            interaction,
            self.pauses.resume(guild_of(interaction), by=UserId(interaction.user.id)),
            in_place=False,
        )
        if operators is None:
            await self.replies.say(interaction, "resume-done")
        else:
            await self.replies.say(interaction, "resume-done-here", text=operators.reason)


def pause_commands(desk: PauseDesk) -> Sequence[CommandPart]:
    def description(name: str) -> str:
        return desk.catalogue.text(FALLBACK_LOCALE, f"video-mod-{name}-description")

    @app_commands.command(name="pause", description=description("pause"))
    @app_commands.describe(reason=command_words(desk.catalogue, "video-mod-pause-reason"))
    async def pause(
        interaction: discord.Interaction,
        reason: app_commands.Range[str, 1, PAUSE_REASON_MAX_CHARS] = "",
    ) -> None:
        await desk.pause(interaction, str(reason))

    @app_commands.command(name="resume", description=description("resume"))
    async def resume(interaction: discord.Interaction) -> None:
        await desk.resume(interaction)

    return pause, resume
