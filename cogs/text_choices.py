"""Offers a member texts for `/video` while they type: their own, and usual phrases."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands

from bot.domain.ids import UserId
from bot.domain.ports import Clock
from bot.domain.suggestions import Suggestion, TextKind
from bot.messaging.choice_labels import label_of
from bot.services.suggestions import SuggestionService
from cogs.choices import Choices, offered_in_time
from cogs.places import guild_id_of


class TextChoices:
    """Labels are texts as they were typed, so they are in no catalogue."""

    def __init__(self, *, suggestions: SuggestionService, clock: Clock) -> None:
        self._suggestions = suggestions
        self._clock = clock

    async def offer(
        self, kind: TextKind, interaction: discord.Interaction[Any], typed: str
    ) -> Choices:
        return await offered_in_time(
            interaction, self._choices(kind, interaction, typed), clock=self._clock
        )

    async def _choices(
        self, kind: TextKind, interaction: discord.Interaction[Any], typed: str
    ) -> Choices:
        guild_id = guild_id_of(interaction)
        if guild_id is None:
            return []
        found = await self._suggestions.matching(
            kind, typed, user_id=UserId(interaction.user.id), guild_id=guild_id
        )
        return _choices_of(found)


def _choices_of(suggestions: Sequence[Suggestion]) -> Choices:
    """Discord refuses all of them for one without a name."""
    labelled = ((label_of(suggestion.text), suggestion.value) for suggestion in suggestions)
    return [app_commands.Choice(name=label, value=value) for label, value in labelled if label]
