"""An answer that only its asker sees, kept up to date while the work for it goes on."""

from collections.abc import Sequence
from typing import Any

import discord
import structlog

from bot.domain.errors import MessengerError
from bot.messaging.discord_errors import discord_call
from bot.messaging.replies import REPLY_TIMEOUT_S
from bot.messaging.rest import NOBODY, UPLOAD_TIMEOUT_S, Upload, opened_files

log = structlog.get_logger(__name__)


class LongAnswer:
    """The interaction must have been deferred, to its asker alone."""

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        self._interaction = interaction

    @property
    def is_over(self) -> bool:
        """Whether Discord takes nothing more for it."""
        return self._interaction.is_expired()

    async def tell(self, content: str) -> None:
        """Say how far the work is, if there still is a way to say it."""
        try:
            async with discord_call(timeout_s=REPLY_TIMEOUT_S):
                await self._interaction.edit_original_response(
                    content=content, allowed_mentions=NOBODY
                )
        except MessengerError as error:
            log.info("progress_not_told", cause=str(error))

    async def finish(self, content: str, uploads: Sequence[Upload]) -> None:
        """Put the result in the place of the progress. Raises MessengerError's kinds."""
        async with discord_call(timeout_s=UPLOAD_TIMEOUT_S), opened_files(uploads) as files:
            await self._interaction.edit_original_response(
                content=content, attachments=files, allowed_mentions=NOBODY
            )

    async def add(self, content: str, uploads: Sequence[Upload]) -> None:
        """Send more of it, below. Raises MessengerError's kinds."""
        async with discord_call(timeout_s=UPLOAD_TIMEOUT_S), opened_files(uploads) as files:
            await self._interaction.followup.send(
                content, files=files, ephemeral=True, allowed_mentions=NOBODY
            )
