"""`/usage case`: one attempt whole."""

from typing import Any, Final

import discord
from discord import app_commands

from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.command_words import command_words
from cogs.case_choices import CaseChoices
from cogs.case_desk import CaseDesk
from cogs.choices import Choices

TYPED_MAX_CHARS: Final = 40


def case_command(
    desk: CaseDesk, *, choices: CaseChoices, catalogue: Catalogue
) -> app_commands.Command[Any, ..., Any]:
    """Who may type it is up to the server, so Discord's check is the check."""

    async def case(
        interaction: discord.Interaction,
        id: app_commands.Range[str, 1, TYPED_MAX_CHARS],  # noqa: A002 -- the option's name
    ) -> None:
        await desk.open_named(interaction, str(id))

    async def offer(interaction: discord.Interaction, typed: str) -> Choices:
        return await choices.offer(interaction, typed)

    command: app_commands.Command[Any, ..., Any] = app_commands.Command(
        name="case",
        description=catalogue.text(FALLBACK_LOCALE, "usage-case-description"),
        callback=case,
    )
    command.autocomplete("id")(offer)
    app_commands.describe(id=command_words(catalogue, "usage-case-id"))(command)
    return command
