"""`/usage log`: what was asked for in this server, page by page."""

from typing import Any, Final

import discord
from discord import app_commands

from bot.domain.clip import DURATIONS_S
from bot.domain.ids import UserId
from bot.domain.job import JobStatus
from bot.domain.log_query import REASON_MAX_CHARS, WORDS_MAX_CHARS, LogWish
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.command_words import command_words
from cogs.choices import Choices
from cogs.log_desk import LogDesk
from cogs.reason_choices import ReasonChoices

_TIME_MAX_CHARS: Final = 40


def log_command(
    desk: LogDesk, *, reasons: ReasonChoices, catalogue: Catalogue
) -> app_commands.Command[Any, ..., Any]:
    """Who may type it is up to the server, so Discord's check is the check."""

    async def log(
        interaction: discord.Interaction,
        member: discord.User | None = None,
        state: str | None = None,
        duration: int | None = None,
        since: app_commands.Range[str, 1, _TIME_MAX_CHARS] | None = None,
        until: app_commands.Range[str, 1, _TIME_MAX_CHARS] | None = None,
        text: app_commands.Range[str, 1, WORDS_MAX_CHARS] | None = None,
        reason: app_commands.Range[str, 1, REASON_MAX_CHARS] | None = None,
    ) -> None:
        wish = LogWish(
            user_id=None if member is None else UserId(member.id),
            state=state,
            duration_s=duration,
            since=since,
            until=until,
            words=text,
            reason=reason,
        )
        await desk.open(interaction, wish)

    async def offer(interaction: discord.Interaction, typed: str) -> Choices:
        return await reasons.offer(interaction, typed)

    command: app_commands.Command[Any, ..., Any] = app_commands.Command(
        name="log",
        description=catalogue.text(FALLBACK_LOCALE, "usage-log-description"),
        callback=log,
    )
    command.autocomplete("reason")(offer)
    _describe(command, catalogue)
    return command


def _describe(command: app_commands.Command[Any, ..., Any], catalogue: Catalogue) -> None:
    """Fill in the words from the catalogue, so that other languages can follow."""
    options = (parameter.name for parameter in command.parameters)
    app_commands.describe(
        **{name: command_words(catalogue, f"usage-log-{name}") for name in options}
    )(command)
    app_commands.choices(
        state=[
            app_commands.Choice(
                name=command_words(catalogue, f"log-state-{status.value}"), value=status.value
            )
            for status in JobStatus
        ]
    )(command)
    app_commands.choices(
        duration=[
            app_commands.Choice(
                name=command_words(catalogue, f"video-duration-{seconds}"), value=seconds
            )
            for seconds in DURATIONS_S
        ]
    )(command)
