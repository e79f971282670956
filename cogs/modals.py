"""Forms that people fill in. One is understood by its id alone, so it may outlive the bot."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import discord
import structlog
from discord.ext import commands

from bot.client import ShowreelBot
from bot.domain.errors import MessengerError, ShowreelError
from bot.messaging.discord_errors import discord_call
from bot.messaging.form_fields import Fields, data_of
from bot.messaging.replies import REPLY_TIMEOUT_S, Replies

log = structlog.get_logger(__name__)


ModalHandler = Callable[[discord.Interaction[Any], re.Match[str], Fields], Awaitable[None]]


@dataclass(frozen=True, kw_only=True, slots=True)
class ModalKind:
    """Forms whose whole id matches the template, and what is done with a filled-in one."""

    template: re.Pattern[str]
    submitted: ModalHandler


class ModalsCog(commands.Cog):
    """Takes every submitted form.

    Discord's library knows only those that this process has opened, so it is never asked.
    """

    def __init__(self, *, kinds: Sequence[ModalKind], replies: Replies) -> None:
        self._kinds = kinds
        self._replies = replies

    @commands.Cog.listener("on_interaction")
    async def take(self, interaction: discord.Interaction[Any]) -> None:
        if interaction.type is not discord.InteractionType.modal_submit:
            return
        bot: ShowreelBot = interaction.client
        if not await bot.may_answer(interaction):
            return
        try:
            await self._hand_over(interaction)
        except Exception as error:  # noqa: BLE001 -- the edge: no error may pass unanswered
            await self._replies.report(interaction, error)

    async def _hand_over(self, interaction: discord.Interaction[Any]) -> None:
        custom_id = str(data_of(interaction).get("custom_id", ""))
        for kind in self._kinds:
            match = kind.template.fullmatch(custom_id)
            if match is not None:
                await kind.submitted(interaction, match, Fields.submitted(interaction))
                return
        # Opened by a version that had other forms.
        raise ShowreelError("modal-out-of-date")


async def open_modal(
    interaction: discord.Interaction[Any], modal: discord.ui.Modal, *, replies: Replies
) -> None:
    """Open a form as the first answer; its id must match the template of a ModalKind."""
    # A stopped one is not remembered by the library, which would keep those that are never sent.
    modal.stop()
    try:
        async with discord_call(timeout_s=REPLY_TIMEOUT_S):
            await interaction.response.send_modal(modal)
    except MessengerError as error:
        log.info("modal_not_opened", cause=str(error))
        await replies.say(interaction, "modal-not-opened")
