"""Offers the log's reasons while a moderator types: those in words, and this server's rules."""

from typing import Any

import discord
from discord import app_commands

from bot.domain.ports import Clock
from bot.domain.reasons import Reason, prompt_rule
from bot.domain.suggestions import CHOICES_AT_MOST
from bot.messaging.catalogue import Catalogue
from bot.messaging.choice_labels import label_of
from bot.messaging.prompt_rules import rule_label
from bot.messaging.reason_words import reason_words
from bot.services.prompt_rules import RuleService
from cogs.choices import Choices, offered_in_time
from cogs.places import guild_id_of


class ReasonChoices:
    """What is typed by hand remains: there are more reasons than choices."""

    def __init__(self, *, rules: RuleService, catalogue: Catalogue, clock: Clock) -> None:
        self._rules = rules
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
        labels = {
            reason.value: label_of(reason_words(self._catalogue, locale, reason))
            for reason in Reason
        }
        for rule in await self._rules.rules(guild_id):
            labels[prompt_rule(rule.id)] = rule_label(self._catalogue, locale, rule)
        wanted = typed.strip().casefold()
        fitting = [
            (value, label)
            for value, label in labels.items()
            if wanted in label.casefold() or wanted in value
        ]
        return [
            app_commands.Choice(name=label, value=value)
            for value, label in fitting[:CHOICES_AT_MOST]
        ]
