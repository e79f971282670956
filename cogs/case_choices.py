"""Offers a moderator the newest attempts of their server while they name a case."""

from typing import Any

import discord
from discord import app_commands

from bot.domain.job import Job
from bot.domain.ports import Clock
from bot.domain.suggestions import CHOICES_AT_MOST
from bot.domain.text_search import WordSearch
from bot.messaging.catalogue import Catalogue
from bot.messaging.choice_labels import label_of
from bot.messaging.job_words import prompt_label, state_words
from bot.services.log_pages import LogPages
from cogs.choices import Choices, offered_in_time
from cogs.places import guild_id_of


class CaseChoices:
    """Any other attempt is named by hand: by its number, or by its reference."""

    def __init__(self, *, pages: LogPages, catalogue: Catalogue, clock: Clock) -> None:
        self._pages = pages
        self._catalogue = catalogue
        self._clock = clock

    async def offer(self, interaction: discord.Interaction[Any], typed: str) -> Choices:
        return await offered_in_time(
            interaction, self._choices(interaction, str(typed)), clock=self._clock
        )

    async def _choices(self, interaction: discord.Interaction[Any], typed: str) -> Choices:
        guild_id, locale = guild_id_of(interaction), interaction.locale.value
        if guild_id is None:
            return []
        wanted = WordSearch(typed)
        fitting = [
            job
            for job in await self._pages.recent(guild_id)
            if wanted.fits(f"#{job.id} {job.reference} {job.request.prompt}")
        ]
        return [
            app_commands.Choice(name=self._label(job, locale), value=f"#{job.id}")
            for job in fitting[:CHOICES_AT_MOST]
        ]

    def _label(self, job: Job, locale: str) -> str:
        state = state_words(self._catalogue, locale, job)
        about = prompt_label(self._catalogue, locale, job)
        return label_of(f"{job.reference} · {state} · {about}")
