"""`/privacy`: what is kept about whoever asks, to be read, taken along, and erased."""

import io
from dataclasses import dataclass
from typing import cast

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.ids import UserId
from bot.domain.privacy import PrivacyTerms
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.privacy import render_policy, render_question
from bot.messaging.replies import Replies
from bot.services.forgetting import ForgettingService
from bot.services.own_data import OwnDataService
from cogs.forget_buttons import ForgetButtons


@dataclass(frozen=True, kw_only=True, slots=True)
class PrivacyDesk:
    """What the subcommands need."""

    terms: PrivacyTerms
    own_data: OwnDataService
    forgetting: ForgettingService
    buttons: ForgetButtons


@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=False)
class PrivacyCog(commands.GroupCog, group_name="privacy"):
    """Everyone's, and about their asker alone, in all servers, wherever it is asked."""

    def __init__(self, *, desk: PrivacyDesk, catalogue: Catalogue, replies: Replies) -> None:
        self._desk = desk
        self._catalogue = catalogue
        self._replies = replies
        self._describe()

    @app_commands.command(name="policy")
    async def policy(self, interaction: discord.Interaction) -> None:
        content = render_policy(self._catalogue, interaction.locale.value, self._desk.terms)
        await self._replies.show(interaction, content, about="privacy-policy")

    @app_commands.command(name="export")
    async def export(self, interaction: discord.Interaction) -> None:
        await self._replies.take_time(interaction)
        exported = await self._desk.own_data.export(
            UserId(interaction.user.id), limit_bytes=interaction.filesize_limit
        )
        content = self._catalogue.text(
            interaction.locale.value, "privacy-export-done", requests=exported.requests
        )
        file = discord.File(io.BytesIO(exported.content), filename=exported.name)
        await self._replies.show(interaction, content, about="privacy-export", file=file)

    @app_commands.command(name="delete")
    async def delete(self, interaction: discord.Interaction) -> None:
        user_id, locale = UserId(interaction.user.id), interaction.locale.value
        outlook = await self._replies.while_waiting(
            interaction, self._desk.forgetting.outlook(user_id), in_place=False
        )
        await self._replies.show(
            interaction,
            render_question(self._catalogue, locale, outlook),
            about="privacy-delete",
            view=self._desk.buttons.view(user_id, outlook, locale=locale),
        )

    def _describe(self) -> None:
        """Fill in the words from the catalogue, so that other languages can follow."""
        group = cast("app_commands.Group", self.app_command)
        group.description = self._catalogue.text(FALLBACK_LOCALE, "privacy-description")
        for command in (self.policy, self.export, self.delete):
            key = f"privacy-{command.name}-description"
            command.description = self._catalogue.text(FALLBACK_LOCALE, key)
