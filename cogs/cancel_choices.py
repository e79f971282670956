"""Offers a member their own live clips while they type, in time or not at all."""

import asyncio
from datetime import timedelta
from typing import Any, Final

import discord
import structlog
from discord import app_commands

from bot.domain.errors import StorageUnavailableError
from bot.domain.ids import UserId
from bot.domain.ports import Clock
from bot.messaging.cancel_choices import cancel_label
from bot.messaging.catalogue import Catalogue
from bot.services.own_clips import OwnClips
from cogs.places import guild_id_of

log = structlog.get_logger(__name__)

CHOICES_AT_MOST: Final = 25
# Discord waits three seconds; the way there and back takes a part of them.
ANSWER_WITHIN_S: Final = 2.0
# A machine whose clock runs ahead sees every question as old; each still gets this long.
ANSWER_AT_LEAST_S: Final = 0.5


class CancelChoices:
    """Nothing to choose from is an answer too: a reference can still be typed by hand."""

    def __init__(self, *, own_clips: OwnClips, catalogue: Catalogue, clock: Clock) -> None:
        self._own_clips = own_clips
        self._catalogue = catalogue
        self._clock = clock

    async def offer(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        age = self._clock.now() - interaction.created_at
        left_s = ANSWER_WITHIN_S - max(age, timedelta(0)).total_seconds()
        try:
            async with asyncio.timeout(max(left_s, ANSWER_AT_LEAST_S)):
                return await self._choices(interaction, typed)
        except (StorageUnavailableError, TimeoutError) as error:
            log.warning("choices_not_offered", cause=type(error).__name__)
        except Exception:
            # The edge: Discord shows a failure here as if the whole command were broken.
            log.exception("choices_not_offered")
        return []

    async def _choices(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
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
