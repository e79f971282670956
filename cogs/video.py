"""`/video`: a request becomes an order, and the answer a card, within Discord's three seconds."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Final

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.domain.clip import (
    CFG_SCALE_DEFAULT,
    CFG_SCALE_MAX,
    CFG_SCALE_MIN,
    DURATION_DEFAULT_S,
    DURATIONS_S,
    NEGATIVE_PROMPT_MAX_CHARS,
    PROMPT_MAX_CHARS,
    AspectRatio,
    ClipRequest,
)
from bot.domain.errors import DiscordAwayError, ShowreelError, WayClosedError
from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.job import Destination
from bot.domain.ports import Clock
from bot.messaging.cards import render_card
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.replies import Replies
from bot.messaging.views import JobViews
from bot.services.submission import Accepted, Order, SubmissionService

log = structlog.get_logger(__name__)

# Of Discord's three seconds, this much may pass before the request is reserved.
SUBMIT_WITHIN_S: Final = 2.2
# A machine whose clock runs ahead sees every request as old; each still gets this long.
SUBMIT_AT_LEAST_S: Final = 0.5
# How long a closing bot waits for requests that are between the card and its confirmation.
CLOSE_WITHIN_S: Final = 3.0

_OPTIONS: Final = (
    "prompt",
    "duration",
    "aspect_ratio",
    "cfg_scale",
    "negative_prompt",
    "private",
)


class VideoCog(commands.Cog):
    """Thin: what may be asked for, and what happens then, is the service's business."""

    def __init__(
        self,
        *,
        submission: SubmissionService,
        catalogue: Catalogue,
        views: JobViews,
        replies: Replies,
        clock: Clock,
    ) -> None:
        self._submission = submission
        self._catalogue = catalogue
        self._views = views
        self._replies = replies
        self._clock = clock
        self._open_requests: set[asyncio.Task[object]] = set()
        self._describe()

    @app_commands.command(name="video")
    @app_commands.guild_only()
    @app_commands.allowed_installs(guilds=True, users=False)
    async def video(
        self,
        interaction: discord.Interaction,
        prompt: app_commands.Range[str, 1, PROMPT_MAX_CHARS],
        duration: int = DURATION_DEFAULT_S,
        aspect_ratio: str = AspectRatio.LANDSCAPE.value,
        cfg_scale: app_commands.Range[float, CFG_SCALE_MIN, CFG_SCALE_MAX] = CFG_SCALE_DEFAULT,
        negative_prompt: app_commands.Range[str, None, NEGATIVE_PROMPT_MAX_CHARS] = "",
        private: bool = False,  # noqa: FBT001, FBT002 -- options of a slash command
    ) -> None:
        request = ClipRequest(
            prompt=prompt,
            duration_s=duration,
            aspect_ratio=aspect_ratio,
            cfg_scale=cfg_scale,
            negative_prompt=negative_prompt,
        )
        async with self._noted():
            try:
                accepted = await self._submit(interaction, request, private=private)
            except ShowreelError as error:
                await self._replies.report(interaction, error)
                return
            if accepted is None:
                await self._replies.say(interaction, "answer-too-slow")
                return
            await self._show(interaction, accepted)

    async def cog_unload(self) -> None:
        """Let open requests reach their end: a card that stands should also count."""
        if self._open_requests:
            await asyncio.wait(self._open_requests, timeout=CLOSE_WITHIN_S)

    async def _submit(
        self, interaction: discord.Interaction, request: ClipRequest, *, private: bool
    ) -> Accepted | None:
        """Return None when time ran out; the service then takes the reservation back."""
        order = Order(
            request=request,
            destination=_destination(interaction, private=private),
            interaction_token=interaction.token,
            interaction_token_expires_at=interaction.expires_at,
        )
        age = self._clock.now() - interaction.created_at
        left_s = SUBMIT_WITHIN_S - max(age, timedelta(0)).total_seconds()
        try:
            async with asyncio.timeout(max(left_s, SUBMIT_AT_LEAST_S)) as limit:
                return await self._submission.submit(order)
        except TimeoutError:
            if not limit.expired():
                raise
            log.warning("submit_too_slow", guild_id=interaction.guild_id)
            return None

    async def _show(self, interaction: discord.Interaction, accepted: Accepted) -> None:
        """Accepted means that Discord confirmed the card."""
        job = accepted.job
        content = render_card(self._catalogue, job, accepted.view)
        try:
            card_message_id = await self._replies.open_card(
                interaction,
                content,
                view=self._views.card(job),
                ephemeral=job.destination.private,
            )
        except WayClosedError as error:
            log.warning("card_refused", job_id=job.id, cause=str(error))
            await self._submission.withdraw(job.id)
            await self._replies.say(interaction, "card-not-shown")
            return
        except DiscordAwayError as error:
            # The card may stand: the sweeper asks Discord before it takes the request back.
            log.warning("card_uncertain", job_id=job.id, cause=str(error))
            return
        if card_message_id is None:
            log.warning("card_without_id", job_id=job.id)
            return
        await self._submission.confirm(job.id, card_message_id=card_message_id)

    @asynccontextmanager
    async def _noted(self) -> AsyncIterator[None]:
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("a command runs in a task")
        self._open_requests.add(task)
        try:
            yield
        finally:
            self._open_requests.discard(task)

    def _describe(self) -> None:
        """Fill in the words from the catalogue, so that other languages can follow."""
        command = self.video
        command.description = self._words("video-description")
        app_commands.describe(**{name: self._words(f"video-{_dashed(name)}") for name in _OPTIONS})(
            command
        )
        app_commands.choices(
            duration=[self._choice("duration", seconds) for seconds in DURATIONS_S],
            aspect_ratio=[self._choice("aspect_ratio", ratio.value) for ratio in AspectRatio],
        )(command)

    def _choice(self, option: str, value: str | float) -> app_commands.Choice[str | int | float]:
        key = f"video-{_dashed(option)}-{_dashed(str(value))}"
        return app_commands.Choice(name=self._words(key), value=value)

    def _words(self, key: str) -> str:
        return self._catalogue.text(FALLBACK_LOCALE, key)


def _dashed(name: str) -> str:
    return name.replace("_", "-").replace(":", "-")


def _destination(interaction: discord.Interaction, *, private: bool) -> Destination:
    if interaction.guild_id is None or interaction.channel_id is None:
        raise ShowreelError("servers-only")
    guild_locale = interaction.guild_locale
    return Destination(
        guild_id=GuildId(interaction.guild_id),
        channel_id=ChannelId(interaction.channel_id),
        user_id=UserId(interaction.user.id),
        attachment_size_limit_bytes=interaction.filesize_limit,
        filesize_limit_bytes=_filesize_limit_bytes(interaction.guild),
        app_permissions=interaction.app_permissions.value,
        user_locale=interaction.locale.value,
        guild_locale=FALLBACK_LOCALE if guild_locale is None else guild_locale.value,
        private=private,
    )


def _filesize_limit_bytes(guild: discord.Guild | None) -> int:
    """A server that Discord has not told of yet, as in an outage, gets what every server has."""
    return discord.utils.DEFAULT_FILE_SIZE_LIMIT_BYTES if guild is None else guild.filesize_limit
