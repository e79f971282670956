"""Offers a member their own live clips while they type."""

from typing import Any

import discord
from discord import app_commands

from bot.domain.ids import UserId
from bot.domain.ports import Clock
from bot.domain.suggestions import CHOICES_AT_MOST
from bot.messaging.cancel_choices import cancel_label
from bot.messaging.catalogue import Catalogue
from bot.services.own_clips import OwnClips
from cogs.choices import Choices, offered_in_time
from cogs.places import guild_id_of


class CancelChoices:
    """Nothing to choose from is an answer too: a reference can still be typed by hand."""

    def __init__(self, *, own_clips: OwnClips, catalogue: Catalogue, clock: Clock) -> None:
        self._own_clips = own_clips
        self._catalogue = catalogue
        self._clock = clock

    async def offer(self, interaction: discord.Interaction[Any], typed: str) -> Choices:
        return await offered_in_time(
            interaction, self._choices(interaction, typed), clock=self._clock
        )

    async def _choices(self, interaction: discord.Interaction[Any], typed: str) -> Choices:
        found = await self._own_clips.cancellable(
            UserId(interaction.user.id), guild_id=guild_id_of(interaction), typed=typed
        )
        locale = interaction.locale.value
        return [
            app_commands.Choice(
                name=cancel_label(self._catalogue, locale, job), value=job.reference
            )
            for job in found[:CHOICES_AT_MOST]
        ]
