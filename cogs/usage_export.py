"""`/usage export`: a server's log as files, with its progress while they are written."""

import asyncio
from dataclasses import dataclass
from typing import Any, Final

import discord
import structlog
from discord import app_commands

from bot.domain.errors import MessengerError, ShowreelError
from bot.domain.exporting import Exported, ExportFormat, NothingToExportError
from bot.domain.ids import UserId
from bot.domain.moments import TimeRange
from bot.domain.ports import Clock
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.command_words import command_words
from bot.messaging.exports import range_words, uploads_of
from bot.messaging.long_answers import LongAnswer
from bot.messaging.replies import Replies
from bot.services.ladder import ATTACHMENT_SHARE
from bot.services.log_export import ExportProgress, ExportWish, LogExportService
from cogs.command_groups import CommandPart
from cogs.places import guild_of

log = structlog.get_logger(__name__)

TELL_EVERY_S: Final = 3.0


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportDesk:
    """Has the files written and hands them over."""

    exports: LogExportService
    catalogue: Catalogue
    replies: Replies
    clock: Clock

    async def export(
        self,
        interaction: discord.Interaction[Any],
        *,
        file_format: str | None,
        since: str | None,
        until: str | None,
    ) -> None:
        guild_id = guild_of(interaction)
        await self.replies.take_time(interaction)
        wish = ExportWish(
            guild_id=guild_id,
            by=UserId(interaction.user.id),
            format=file_format,
            since=since,
            until=until,
            part_max_bytes=int(interaction.filesize_limit * ATTACHMENT_SHARE),
        )
        progress, answer = ExportProgress(), LongAnswer(interaction)
        telling = asyncio.create_task(self._tell(answer, interaction.locale.value, progress))
        try:
            async with self.exports.export(wish, progress) as exported:
                await _ended(telling)
                await self._hand_over(answer, interaction.locale.value, exported)
        except NothingToExportError as empty:
            if empty.span == TimeRange():
                raise ShowreelError("log-empty") from None
            words = range_words(self.catalogue, interaction.locale.value, empty.span)
            raise ShowreelError("export-none", range=words) from None
        finally:
            await _ended(telling)

    async def _tell(self, answer: LongAnswer, locale: str, progress: ExportProgress) -> None:
        """Say how far it is, every few seconds; what is done before then needs no word."""
        while True:
            await self.clock.sleep(TELL_EVERY_S)
            if progress.total:
                content = self.catalogue.text(
                    locale,
                    "export-progress",
                    written=min(progress.written, progress.total),
                    total=progress.total,
                )
                await answer.tell(content)

    async def _hand_over(self, answer: LongAnswer, locale: str, exported: Exported) -> None:
        messages = uploads_of(exported, now=self.clock.now())
        done = self.catalogue.text(
            locale, "export-done", rows=exported.rows, files=len(exported.parts)
        )
        if exported.parts[0].is_compressed:
            done = f"{done} {self.catalogue.text(locale, 'export-compressed')}"
        if exported.unreadable:
            unreadable = self.catalogue.text(locale, "export-unreadable", count=exported.unreadable)
            done = f"{done} {unreadable}"
        try:
            await answer.finish(done, messages[0])
            for number, uploads in enumerate(messages[1:], start=2):
                content = self.catalogue.text(
                    locale, "export-more", number=number, count=len(messages)
                )
                await answer.add(content, uploads)
        except MessengerError as error:
            log.warning("export_not_sent", cause=str(error))
            if not answer.is_over:
                raise ShowreelError("export-not-sent") from error


async def _ended(task: asyncio.Task[None]) -> None:
    """A last word about the progress must not come after the result."""
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def export_command(desk: ExportDesk) -> CommandPart:
    """Who may type it is up to the server, so Discord's check is the check."""

    async def export(
        interaction: discord.Interaction,
        format: str | None = None,  # noqa: A002 -- the option's name
        since: str | None = None,
        until: str | None = None,
    ) -> None:
        await desk.export(interaction, file_format=format, since=since, until=until)

    command: app_commands.Command[Any, ..., None] = app_commands.Command(
        name="export",
        description=desk.catalogue.text(FALLBACK_LOCALE, "usage-export-description"),
        callback=export,
    )
    app_commands.describe(
        format=command_words(desk.catalogue, "usage-export-format"),
        # The same words as beside the figures.
        since=command_words(desk.catalogue, "usage-stats-since"),
        until=command_words(desk.catalogue, "usage-stats-until"),
    )(command)
    app_commands.choices(
        format=[
            app_commands.Choice(
                name=command_words(desk.catalogue, f"usage-export-format-{each.value}"),
                value=each.value,
            )
            for each in ExportFormat
        ]
    )(command)
    return command
