"""From a request to a card that stands, within Discord's three seconds."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from typing import Any, Final

import discord
import structlog

from bot.domain.clip import ClipRequest
from bot.domain.errors import DiscordAwayError, NotFoundError, ShowreelError, WayClosedError
from bot.domain.ids import ChannelId, GuildId, MessageId, UserId
from bot.domain.job import Destination, Job
from bot.domain.order import Order
from bot.domain.ports import Clock
from bot.domain.suggestions import is_reference
from bot.messaging.cards import render_card
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.replies import Replies
from bot.messaging.views import JobViews
from bot.services.drafting import Wish
from bot.services.submission import Accepted, SubmissionService
from cogs.places import is_age_restricted, role_ids_of

log = structlog.get_logger(__name__)

# Of Discord's three seconds, this much may pass before the request is reserved.
SUBMIT_WITHIN_S: Final = 2.2
# A machine whose clock runs ahead sees every request as old; each still gets this long.
SUBMIT_AT_LEAST_S: Final = 0.5
# How long a closing bot waits for requests that are between the card and its confirmation.
CLOSE_WITHIN_S: Final = 3.0


class Asking:
    """The one way to ask for a clip: of the command, of Again and of an edited prompt."""

    def __init__(
        self,
        *,
        submission: SubmissionService,
        catalogue: Catalogue,
        views: JobViews,
        replies: Replies,
        clock: Clock,
        show_prices: bool,
    ) -> None:
        self._submission = submission
        self._catalogue = catalogue
        self._views = views
        self._replies = replies
        self._clock = clock
        self._show_prices = show_prices
        self._open_requests: set[asyncio.Task[object]] = set()

    async def ask(
        self, interaction: discord.Interaction[Any], request: ClipRequest, *, private: bool
    ) -> Job | None:
        """Answer the interaction with a card or a sentence. Return the job whose card stands."""
        wish = Wish(request=request, private=private)
        return await self.ask_for(interaction, wish, complete=partial(_as_it_is, wish))

    async def ask_for(
        self,
        interaction: discord.Interaction[Any],
        typed: Wish,
        *,
        complete: Callable[[], Awaitable[Wish]],
    ) -> Job | None:
        """The same for a wish that is yet to be completed, which takes its part of the time."""
        async with self._noted():
            try:
                async with self._submission.in_hand(_order(interaction, typed)):
                    return await self._answer(interaction, complete)
            except ShowreelError as error:
                # A chosen text stands in the log, and its reference tells nobody anything.
                texts = (typed.request.prompt, typed.request.negative_prompt)
                typed_texts = [text for text in texts if not is_reference(text)]
                await self._replies.report(interaction, error, typed=typed_texts)
                return None

    async def close(self) -> None:
        """Let open requests reach their end: a card that stands should also count."""
        if self._open_requests:
            await asyncio.wait(self._open_requests, timeout=CLOSE_WITHIN_S)

    async def _answer(
        self, interaction: discord.Interaction[Any], complete: Callable[[], Awaitable[Wish]]
    ) -> Job | None:
        accepted = await self._submit(interaction, complete)
        card_message_id = await self._show(interaction, accepted)
        if card_message_id is None:
            return None
        await self._submission.confirm(accepted.job.id, card_message_id=card_message_id)
        return accepted.job

    async def _submit(
        self, interaction: discord.Interaction[Any], complete: Callable[[], Awaitable[Wish]]
    ) -> Accepted:
        """When time runs out, the service takes the reservation back."""
        age = self._clock.now() - interaction.created_at
        left_s = SUBMIT_WITHIN_S - max(age, timedelta(0)).total_seconds()
        try:
            async with asyncio.timeout(max(left_s, SUBMIT_AT_LEAST_S)) as limit:
                wish = await complete()
                return await self._submission.submit(_order(interaction, wish))
        except TimeoutError:
            if not limit.expired():
                raise
            log.warning("submit_too_slow", guild_id=interaction.guild_id)
            raise ShowreelError("answer-too-slow") from None

    async def _show(
        self, interaction: discord.Interaction[Any], accepted: Accepted
    ) -> MessageId | None:
        """Accepted means that Discord confirmed the card: None when that is not known."""
        job = accepted.job
        content = render_card(self._catalogue, job, accepted.view, shows_price=self._show_prices)
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
            refusal = ShowreelError("card-not-shown")
            refusal.job_id = job.id
            raise refusal from None
        except DiscordAwayError as error:
            # The card may stand: the sweeper asks Discord before it takes the request back.
            log.warning("card_uncertain", job_id=job.id, cause=str(error))
            return None
        if card_message_id is None:
            log.warning("card_without_id", job_id=job.id)
        return card_message_id

    @asynccontextmanager
    async def _noted(self) -> AsyncIterator[None]:
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("an interaction is answered in a task")
        self._open_requests.add(task)
        try:
            yield
        finally:
            self._open_requests.discard(task)


async def _as_it_is(wish: Wish) -> Wish:
    """A reference is no prompt: it may stand in a row that was refused before it was looked up."""
    if is_reference(wish.request.prompt) or is_reference(wish.request.negative_prompt):
        raise NotFoundError("suggestion-gone")
    return wish


def _order(interaction: discord.Interaction[Any], wish: Wish) -> Order:
    return Order(
        request=wish.request,
        destination=_destination(interaction, private=wish.private),
        interaction_token=interaction.token,
        interaction_token_expires_at=interaction.expires_at,
        may_manage_messages=interaction.permissions.manage_messages,
        is_age_restricted=is_age_restricted(interaction),
        private_by=wish.private_by,
        role_ids=role_ids_of(interaction),
    )


def _destination(interaction: discord.Interaction[Any], *, private: bool) -> Destination:
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
