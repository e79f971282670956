"""Answers to presses and commands that only their author sees, errors above all."""

import asyncio
import io
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Final, TypeVar

import discord
import structlog
from discord import app_commands

from bot.domain.errors import (
    MessageValue,
    MessengerError,
    ShowreelError,
    StorageUnavailableError,
)
from bot.domain.ids import MessageId
from bot.domain.ports import Clock
from bot.messaging.catalogue import Catalogue, MissingMessageError
from bot.messaging.discord_errors import MessageGoneError, discord_call
from bot.messaging.plain_text import role_mention
from bot.messaging.rest import NOBODY
from bot.messaging.results import PROMPT_FILE_NAME
from bot.messaging.typed_texts import give_back, typed_in
from bot.messaging.views import RequestViews

log = structlog.get_logger(__name__)

T = TypeVar("T")

REPLY_TIMEOUT_S: Final = 10.0
# Discord waits three seconds for the first answer; the way there takes a part of them.
DEFER_AFTER_S: Final = 1.5

_REFUSED_FOR_HIDING: Final = frozenset(
    {"refused-private-not-allowed", "refused-private-not-allowed-default"}
)
_OUT_OF_DATE: Final = (
    app_commands.CommandNotFound,
    app_commands.CommandSignatureMismatch,
    app_commands.TransformerError,
)


class Replies:
    """Cogs, buttons and the command tree share it, so one mistake has one answer."""

    def __init__(
        self,
        *,
        catalogue: Catalogue,
        views: RequestViews,
        clock: Clock,
        new_reference: Callable[[], str],
    ) -> None:
        self._catalogue = catalogue
        self._views = views
        self._clock = clock
        self._new_reference = new_reference

    async def open_card(
        self,
        interaction: discord.Interaction,
        content: str,
        *,
        view: discord.ui.View | None,
        ephemeral: bool,
    ) -> MessageId | None:
        """Answer with a card that stays. Returns its message id, as far as Discord names it.

        Raises WayClosedError when it certainly does not stand, and DiscordAwayError when that
        is not known.
        """
        extras: dict[str, Any] = {} if view is None else {"view": view}
        async with discord_call(timeout_s=REPLY_TIMEOUT_S):
            answer = await interaction.response.send_message(
                content, ephemeral=ephemeral, allowed_mentions=NOBODY, **extras
            )
        return None if answer.message_id is None else MessageId(answer.message_id)

    async def say(
        self, interaction: discord.Interaction, key: str, /, **values: MessageValue
    ) -> None:
        """Say one sentence, if there still is a way to say it."""
        content = self._catalogue.text(interaction.locale.value, key, **values)
        if interaction.is_expired():
            log.info("reply_came_late", key=key)
            return
        await self._send_if_possible(interaction, content, about=key)

    async def show(
        self,
        interaction: discord.Interaction,
        content: str,
        *,
        about: str,
        view: discord.ui.View | None = None,
        file: discord.File | None = None,
    ) -> None:
        """Show what was put together already; `about` names it in the log."""
        extras: dict[str, Any] = {} if view is None else {"view": view}
        if file is not None:
            extras["file"] = file
        await self._send_if_possible(interaction, content, about=about, **extras)

    async def take_time(self, interaction: discord.Interaction) -> None:
        """Tell Discord at once that the answer, for its author only, takes a while."""
        await self._defer(interaction, in_place=False)

    async def replace(self, interaction: discord.Interaction, key: str, /) -> None:
        """Put one sentence in the place of the ephemeral message whose button was pressed."""
        content = self._catalogue.text(interaction.locale.value, key)
        await self.put_in_place(interaction, content, about=key, view=None)

    async def put_in_place(
        self,
        interaction: discord.Interaction,
        content: str,
        *,
        about: str,
        view: discord.ui.View | None,
        file: discord.File | None = None,
    ) -> None:
        """The same for what was put together already; `about` names it in the log."""
        files = [] if file is None else [file]
        try:
            async with discord_call(timeout_s=REPLY_TIMEOUT_S):
                await _replace(interaction, content, view=view, files=files)
        except MessageGoneError:
            for each in files:
                each.reset()
            await self.show(interaction, content, about=about, view=view, file=file)
        except MessengerError as error:
            log.info("reply_not_sent", key=about, cause=str(error))

    async def while_waiting(
        self, interaction: discord.Interaction, work: Coroutine[Any, Any, T], *, in_place: bool
    ) -> T:
        """Do the work, and tell Discord in time that the answer comes later.

        `in_place`: the answer will change the message that was pressed.
        """
        task = asyncio.create_task(work)
        try:
            done, _ = await asyncio.wait({task}, timeout=self._may_wait_s(interaction))
            if not done:
                await self._defer(interaction, in_place=in_place)
            return await task
        finally:
            task.cancel()

    def _may_wait_s(self, interaction: discord.Interaction) -> float:
        """A press that was long on its way is answered the sooner."""
        age = self._clock.now() - interaction.created_at
        return min(max(DEFER_AFTER_S - age.total_seconds(), 0.0), DEFER_AFTER_S)

    async def report(
        self,
        interaction: discord.Interaction,
        error: Exception,
        *,
        typed: Sequence[str] | None = None,
        view: discord.ui.View | None = None,
    ) -> None:
        """Tell the person what they can know of an error; a defect also goes to the log.

        What they typed is handed back: by a button where a row keeps it, else in the answer.
        `typed` is for who knows it better than the interaction; `view` stands under an answer
        that no row is behind.
        """
        if isinstance(error, app_commands.CommandInvokeError):
            error = error.original
        key, content = self._in_words(interaction, error)
        if interaction.is_expired():
            log.info("reply_came_late", key=key)
            return
        job_id = error.job_id if isinstance(error, ShowreelError) else None
        if job_id is not None:
            build = (
                self._views.hidden_request if key in _REFUSED_FOR_HIDING else self._views.request
            )
            view = build(job_id, locale=interaction.locale.value)
            await self._send_if_possible(interaction, content, about=key, view=view)
            return
        texts = typed_in(interaction) if typed is None else typed
        given = give_back(self._catalogue, interaction.locale.value, content, texts)
        extras: dict[str, Any] = {} if given.file is None else {"file": _text_file(given.file)}
        if view is not None:
            extras["view"] = view
        await self._send_if_possible(interaction, given.content, about=key, **extras)

    def _in_words(self, interaction: discord.Interaction, error: Exception) -> tuple[str, str]:
        """Return the sentence and its key, and log as much as the operator needs."""
        match error:
            case ShowreelError():
                return self._explained(interaction, error)
            case StorageUnavailableError():
                log.error("storage_unavailable", exc_info=error)
                return self._plain(interaction, "storage-unavailable-now")
            case _ if isinstance(error, _OUT_OF_DATE):
                log.warning("command_unavailable", cause=type(error).__name__)
                return self._plain(interaction, "command-unavailable")
            case app_commands.CheckFailure():
                log.info("command_not_allowed", cause=type(error).__name__)
                return self._plain(interaction, "command-not-allowed")
            case _:
                return self._admitted(interaction, error)

    def _plain(self, interaction: discord.Interaction, key: str, /) -> tuple[str, str]:
        return key, self._catalogue.text(interaction.locale.value, key)

    def _explained(self, interaction: discord.Interaction, error: ShowreelError) -> tuple[str, str]:
        log.info("refused", key=error.key, user_id=interaction.user.id)
        locale = interaction.locale.value
        try:
            said = self._catalogue.text(locale, error.key, **error.values)
        except MissingMessageError as missing:
            return self._admitted(interaction, missing)
        if error.role_id is None:
            return error.key, said
        whose = self._catalogue.text(locale, "limit-by-role", role=role_mention(error.role_id))
        return error.key, f"{said}\n{whose}"

    def _admitted(self, interaction: discord.Interaction, error: Exception) -> tuple[str, str]:
        """A defect: the person and the log share a reference, and nothing else."""
        reference = self._new_reference()
        log.error("unexpected_error", reference=reference, exc_info=error)
        locale = interaction.locale.value
        return "unexpected", self._catalogue.text(locale, "unexpected", reference=reference)

    async def _send_if_possible(
        self, interaction: discord.Interaction, content: str, *, about: str, **extras: Any
    ) -> None:
        try:
            async with discord_call(timeout_s=REPLY_TIMEOUT_S):
                await _send(interaction, content, **extras)
        except MessengerError as error:
            log.info("reply_not_sent", key=about, cause=str(error))

    async def _defer(self, interaction: discord.Interaction, *, in_place: bool) -> None:
        try:
            async with discord_call(timeout_s=REPLY_TIMEOUT_S):
                if in_place:
                    await interaction.response.defer()
                else:
                    await interaction.response.defer(ephemeral=True, thinking=True)
        except MessengerError as error:
            log.info("defer_not_sent", cause=str(error))


async def _send(interaction: discord.Interaction, content: str, **extras: Any) -> None:
    is_answered = interaction.response.is_done()
    send = interaction.followup.send if is_answered else interaction.response.send_message
    await send(content, ephemeral=True, allowed_mentions=NOBODY, **extras)


async def _replace(
    interaction: discord.Interaction,
    content: str,
    *,
    view: discord.ui.View | None,
    files: Sequence[discord.File],
) -> None:
    what: dict[str, Any] = {"content": content, "attachments": files, "view": view}
    if interaction.response.is_done():
        await interaction.edit_original_response(**what, allowed_mentions=NOBODY)
    else:
        await interaction.response.edit_message(**what, allowed_mentions=NOBODY)


def _text_file(text: str) -> discord.File:
    return discord.File(io.BytesIO(text.encode("utf-8", "replace")), filename=PROMPT_FILE_NAME)
