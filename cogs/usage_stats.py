"""`/usage stats`: a server's figures, in words and in a picture."""

import io
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands

from bot.domain.charts import ChartError, ChartPainter
from bot.domain.stats_report import StatsPeriod, StatsReport
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.command_words import command_words
from bot.messaging.replies import Replies
from bot.messaging.stats import alt_text, render_stats
from bot.messaging.stats_chart import PICTURE_NAME, chart_sheets
from bot.services.stats import StatsService
from cogs.command_groups import CommandPart
from cogs.places import guild_of


@dataclass(frozen=True, kw_only=True, slots=True)
class _Answer:
    """Words, and a picture where there is something to draw and it could be drawn."""

    content: str
    picture: discord.File | None = None


class StatsDesk:
    """Reads the figures and has them drawn. Without a picture the words still come."""

    def __init__(
        self, *, stats: StatsService, painter: ChartPainter, catalogue: Catalogue, replies: Replies
    ) -> None:
        self._stats = stats
        self._painter = painter
        self._catalogue = catalogue
        self._replies = replies

    async def show(
        self,
        interaction: discord.Interaction,
        period: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> None:
        guild_id = guild_of(interaction)

        async def answered() -> _Answer:
            report = await self._stats.report(guild_id, period=period, since=since, until=until)
            return await self._answer(interaction.locale.value, report)

        answer = await self._replies.while_waiting(interaction, answered(), in_place=False)
        await self._replies.show(
            interaction, answer.content, about="usage-stats", file=answer.picture
        )

    async def _answer(self, locale: str, report: StatsReport) -> _Answer:
        content = render_stats(self._catalogue, locale, report)
        if not report.figures.attempts:
            return _Answer(content=content)
        try:
            picture = await self._painter.paint(chart_sheets(self._catalogue, locale, report))
        except ChartError:
            without = self._catalogue.text(locale, "stats-no-picture")
            return _Answer(content=f"{content}\n{without}")
        file = discord.File(
            io.BytesIO(picture),
            filename=PICTURE_NAME,
            description=alt_text(self._catalogue, locale, report),
        )
        return _Answer(content=content, picture=file)


def stats_command(desk: StatsDesk, catalogue: Catalogue) -> CommandPart:
    command: app_commands.Command[Any, ..., None] = app_commands.Command(
        name="stats",
        description=catalogue.text(FALLBACK_LOCALE, "usage-stats-description"),
        callback=desk.show,
    )
    app_commands.describe(
        **{
            option: command_words(catalogue, f"usage-stats-{option}")
            for option in ("period", "since", "until")
        }
    )(command)
    app_commands.choices(
        period=[
            app_commands.Choice(
                name=command_words(catalogue, f"usage-stats-period-{period.value}"),
                value=period.value,
            )
            for period in StatsPeriod
        ]
    )(command)
    return command
