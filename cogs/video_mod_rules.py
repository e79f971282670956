"""`/video-mod rules`: what must not be asked for in this server."""

import io
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands

from bot.domain.clip import PROMPT_MAX_CHARS
from bot.domain.errors import ShowreelError
from bot.domain.ids import GuildId, UserId
from bot.domain.ports import Clock
from bot.domain.rules import PATTERN_MAX_CHARS, RuleKind
from bot.domain.suggestions import CHOICES_AT_MOST
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.command_words import command_words
from bot.messaging.prompt_rules import (
    RULES_FILE_NAME,
    render_hits,
    render_rules,
    rule_label,
    rule_line,
)
from bot.messaging.replies import Replies
from bot.services.prompt_rules import RuleService
from cogs.choices import Choices, offered_in_time
from cogs.places import guild_id_of


@dataclass(frozen=True, kw_only=True, slots=True)
class RulesDesk:
    """What the subcommands need."""

    rules: RuleService
    catalogue: Catalogue
    replies: Replies
    clock: Clock


class RulesGroup(app_commands.Group):
    """Every answer is its asker's alone, and about the server it is asked in."""

    def __init__(self, desk: RulesDesk) -> None:
        words = desk.catalogue
        super().__init__(
            name="rules", description=words.text(FALLBACK_LOCALE, "video-mod-rules-description")
        )
        self._desk = desk
        _describe(self, words)

    @app_commands.command(name="add")
    async def add(
        self,
        interaction: discord.Interaction,
        kind: str,
        text: app_commands.Range[str, 1, PATTERN_MAX_CHARS],
    ) -> None:
        guild_id, desk = _guild(interaction), self._desk
        if kind not in set(RuleKind):
            raise ShowreelError("rule-kind-unknown")
        rule = await desk.replies.while_waiting(
            interaction,
            desk.rules.add(
                RuleKind(kind), str(text), guild_id=guild_id, by=UserId(interaction.user.id)
            ),
            in_place=False,
        )
        line = rule_line(desk.catalogue, interaction.locale.value, rule)
        await desk.replies.say(interaction, "rule-added", rule=line)

    @app_commands.command(name="remove")
    async def remove(self, interaction: discord.Interaction, rule: str) -> None:
        guild_id, desk = _guild(interaction), self._desk
        removed = await desk.replies.while_waiting(
            interaction,
            desk.rules.remove(str(rule), guild_id=guild_id, by=UserId(interaction.user.id)),
            in_place=False,
        )
        line = rule_line(desk.catalogue, interaction.locale.value, removed)
        await desk.replies.say(interaction, "rule-removed", rule=line)

    @remove.autocomplete("rule")
    async def offer_rules(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return await offered_in_time(
            interaction, self._choices(interaction, str(typed)), clock=self._desk.clock
        )

    @app_commands.command(name="list")
    async def list_rules(self, interaction: discord.Interaction) -> None:
        guild_id, desk = _guild(interaction), self._desk
        rules = await desk.replies.while_waiting(
            interaction, desk.rules.rules(guild_id), in_place=False
        )
        rendered = render_rules(desk.catalogue, interaction.locale.value, rules)
        await desk.replies.show(
            interaction, rendered.content, about="rules", file=_file(rendered.file)
        )

    @app_commands.command(name="test")
    async def test(
        self,
        interaction: discord.Interaction,
        text: app_commands.Range[str, 1, PROMPT_MAX_CHARS],
    ) -> None:
        guild_id, desk = _guild(interaction), self._desk
        hits = await desk.replies.while_waiting(
            interaction, desk.rules.hits(str(text), guild_id=guild_id), in_place=False
        )
        content = render_hits(desk.catalogue, interaction.locale.value, hits)
        await desk.replies.show(interaction, content, about="rules-test")

    async def _choices(self, interaction: discord.Interaction[Any], typed: str) -> Choices:
        guild_id, catalogue = guild_id_of(interaction), self._desk.catalogue
        if guild_id is None:
            return []
        locale, wanted = interaction.locale.value, typed.strip().casefold()
        labels = {
            str(rule.id): rule_label(catalogue, locale, rule)
            for rule in await self._desk.rules.rules(guild_id)
        }
        fitting = [(value, label) for value, label in labels.items() if wanted in label.casefold()]
        return [
            app_commands.Choice(name=label, value=value)
            for value, label in fitting[:CHOICES_AT_MOST]
        ]


def _describe(group: RulesGroup, catalogue: Catalogue) -> None:
    """Fill in the words from the catalogue, so that other languages can follow."""
    for command in (group.add, group.remove, group.list_rules, group.test):
        key = f"video-mod-rules-{command.name}-description"
        command.description = catalogue.text(FALLBACK_LOCALE, key)
    app_commands.describe(
        kind=command_words(catalogue, "video-mod-rules-add-kind"),
        text=command_words(catalogue, "video-mod-rules-add-text"),
    )(group.add)
    app_commands.choices(
        kind=[
            app_commands.Choice(
                name=command_words(catalogue, f"video-mod-rules-add-kind-{kind.value}"),
                value=kind.value,
            )
            for kind in RuleKind
        ]
    )(group.add)
    app_commands.describe(rule=command_words(catalogue, "video-mod-rules-remove-rule"))(
        group.remove
    )
    app_commands.describe(text=command_words(catalogue, "video-mod-rules-test-text"))(group.test)


def _guild(interaction: discord.Interaction[Any]) -> GuildId:
    guild_id = guild_id_of(interaction)
    if guild_id is None:
        raise ShowreelError("rules-in-servers")
    return guild_id


def _file(text: str | None) -> discord.File | None:
    if text is None:
        return None
    return discord.File(io.BytesIO(text.encode("utf-8", "replace")), filename=RULES_FILE_NAME)
