"""The port `Messenger` over Discord's REST API: which words, which way."""

from datetime import timedelta
from typing import Final

import structlog
from discord.utils import time_snowflake

from bot.domain.errors import MessageValue, WayClosedError
from bot.domain.ids import ChannelId, MessageId
from bot.domain.job import DeliveryWay, Job, SendWay
from bot.domain.messenger import CardView, Result, SentMessage, StandingResult
from bot.domain.ports import Clock
from bot.messaging.cards import render_card
from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue
from bot.messaging.rest import DiscordRest, FoundMessage, Outgoing, Place
from bot.messaging.results import (
    clip_file_names,
    render_direct_end,
    render_private_end,
    render_private_result,
    render_public_end,
    render_public_result,
)
from bot.messaging.throttle import Throttle
from bot.messaging.uploads import prompt_uploads, result_uploads
from bot.messaging.views import JobViews

log = structlog.get_logger(__name__)

# Discord takes 25 characters: an end's nonce differs from the result's, and from another end's.
NONCE_STATUS_CHARS: Final = 4
# Discord's clock numbers messages, ours says when a clip was finished.
CLOCKS_DIFFER_BY_AT_MOST: Final = timedelta(minutes=10)


class DiscordMessenger:
    """Public messages go out under the bot's own token, which does not die."""

    def __init__(
        self,
        rest: DiscordRest,
        *,
        catalogue: Catalogue,
        views: JobViews,
        throttle: Throttle,
        clock: Clock,
        operator_channel_id: ChannelId | None,
        show_prices: bool,
    ) -> None:
        self._rest = rest
        self._catalogue = catalogue
        self._views = views
        self._throttle = throttle
        self._clock = clock
        self._operator_channel_id = operator_channel_id
        self._show_prices = show_prices

    @property
    def is_throttled(self) -> bool:
        return self._throttle.is_on

    async def show_card(self, job: Job, view: CardView) -> None:
        """Edit the card by whatever way is open; with none open there is nothing to be done."""
        message_id = job.card_message_id or await self.card_message_id(job)
        if message_id is None:
            return
        content = render_card(self._catalogue, job, view, shows_price=self._show_prices)
        try:
            await self._edit_card(job, message_id, content)
        except WayClosedError as error:
            log.info("card_out_of_reach", job_id=job.id, cause=str(error))

    async def card_message_id(self, job: Job) -> MessageId | None:
        """Return None when the first response is not the card, or Discord takes no such token."""
        token = job.live_token(self._clock.now())
        if token is None:
            return None
        try:
            return await self._rest.first_response_id(token, having=self._views.card_mark(job))
        except WayClosedError:
            return None

    async def send_to_channel(self, result: Result) -> SentMessage:
        job = result.job
        text = render_public_result(self._catalogue, result)
        message = Outgoing(
            content=text.content,
            view=self._views.result(job),
            uploads=result_uploads(result, text),
            mentions=job.destination.user_id,
            reply_to=job.card_message_id,
            nonce=str(job.id),
        )
        return await self._rest.send(_place(job), message)

    async def send_by_interaction(self, result: Result) -> SentMessage:
        """Discord takes no nonce here, so a repetition after a lost answer may stand twice."""
        job = result.job
        private = job.destination.private
        render = render_private_result if private else render_public_result
        text = render(self._catalogue, result)
        message = Outgoing(
            content=text.content,
            view=self._views.result(job),
            uploads=result_uploads(result, text),
            mentions=None if private else job.destination.user_id,
        )
        token = self._token(job)
        return await self._rest.send_by_token(token, _place(job), message, ephemeral=private)

    async def send_directly(self, result: Result) -> SentMessage:
        """No buttons: they act on a server's message, and this one stands in none."""
        job = result.job
        text = render_private_result(self._catalogue, result)
        message = Outgoing(
            content=text.content, uploads=result_uploads(result, text), nonce=str(job.id)
        )
        return await self._rest.send_directly(job.destination.user_id, message)

    async def standing_result(self, job: Job, way: SendWay) -> StandingResult | None:
        """A public answer to an interaction stands in the channel too, an ephemeral one unseen."""
        if way is SendWay.DIRECT:
            found = await self._rest.find_directly(
                job.destination.user_id,
                after_id=_sent_after(job),
                wanted=lambda message: _is_direct_result(message, job),
            )
        elif job.destination.private:
            raise WayClosedError("nobody but its reader sees an ephemeral message")
        else:
            mark = self._views.result_mark(job)
            found = await self._rest.find(
                _place(job),
                after_id=_sent_after(job),
                wanted=lambda message: mark in message.button_ids,
            )
        return None if found is None else _standing(found, job)

    async def announce_end(self, job: Job) -> None:
        if not job.destination.private:
            await self._announce_publicly(job)
            return
        content = render_private_end(self._catalogue, job)
        message = Outgoing(content=content, view=self._views.end(job))
        await self._announce_beside_channel(job, message)

    async def delete_result(self, job: Job) -> bool:
        """Delete the message, if it still stands. It is in the server: elsewhere none has buttons.

        An ephemeral one outlives its token and is then in nobody's reach but its reader's: the
        press of the button itself takes it away.
        """
        message_id = job.result_message_id
        if message_id is None:
            return False
        token = job.live_token(self._clock.now())
        if job.destination.private:
            return token is not None and await self._rest.delete_by_token(token, message_id)
        try:
            return await self._rest.delete(_place(job), message_id)
        except WayClosedError:
            if token is None:
                raise
            return await self._rest.delete_by_token(token, message_id)

    async def tell_operator(self, key: str, **values: MessageValue) -> None:
        content = self._catalogue.text(FALLBACK_LOCALE, key, **values)
        await self._rest.send_to_operator(self._operator_channel_id, content)

    async def _edit_card(self, job: Job, message_id: MessageId, content: str) -> None:
        token = job.live_token(self._clock.now())
        if not job.destination.private:
            try:
                await self._rest.edit(_place(job), message_id, content, self._views.card(job))
            except WayClosedError:
                if token is None:
                    raise
            else:
                return
        if token is None:
            raise WayClosedError("no live token")
        await self._rest.edit_by_token(token, message_id, content, self._views.card(job))

    async def _announce_publicly(self, job: Job) -> None:
        message = Outgoing(
            content=render_public_end(self._catalogue, job),
            view=self._views.end(job),
            mentions=job.destination.user_id,
            reply_to=job.card_message_id,
            nonce=_end_nonce(job),
        )
        try:
            await self._rest.send(_place(job), message)
        except WayClosedError as error:
            log.info("end_not_announced_here", job_id=job.id, cause=str(error))
            await self._announce_beside_channel(job, message)

    async def _announce_beside_channel(self, job: Job, message: Outgoing) -> None:
        """By the interaction's token while it lives, then directly, as results go too."""
        token = job.live_token(self._clock.now())
        if token is not None:
            private = job.destination.private
            try:
                await self._rest.send_by_token(token, _place(job), message, ephemeral=private)
            except WayClosedError as error:
                log.info("end_not_announced_by_token", job_id=job.id, cause=str(error))
            else:
                return
        await self._rest.send_directly(job.destination.user_id, self._direct_end(job))

    def _direct_end(self, job: Job) -> Outgoing:
        """No buttons, as under a result that is sent directly: so the prompt itself comes back."""
        text = render_direct_end(self._catalogue, job)
        uploads = prompt_uploads(text.prompt_file)
        return Outgoing(content=text.content, uploads=uploads, nonce=_end_nonce(job))

    def _token(self, job: Job) -> str:
        token = job.live_token(self._clock.now())
        if token is None:
            raise WayClosedError("no live token")
        return token


def _place(job: Job) -> Place:
    where = job.destination
    return Place(guild_id=where.guild_id, channel_id=where.channel_id)


def _sent_after(job: Job) -> int:
    """Before the card there is nothing, and before the clip was finished hardly anything."""
    finished_at = job.finished_at or job.submitted_at or job.created_at
    return max(job.card_message_id or 0, time_snowflake(finished_at - CLOCKS_DIFFER_BY_AT_MOST))


def _is_direct_result(message: FoundMessage, job: Job) -> bool:
    """The reference stands in other messages about the job too; the clip only in this one."""
    if _clip_bytes(message, job) is not None:
        return True
    return job.output_url is not None and job.output_url in message.content.splitlines()


def _standing(found: FoundMessage, job: Job) -> StandingResult:
    size_bytes = _clip_bytes(found, job)
    carried = DeliveryWay.LINK if size_bytes is None else DeliveryWay.ATTACHMENT
    return StandingResult(message=found.sent, carried=carried, size_bytes=size_bytes)


def _clip_bytes(message: FoundMessage, job: Job) -> int | None:
    """The size of the clip's file, by whichever of its names; None where there is none."""
    sizes = (message.files.get(name) for name in clip_file_names(job))
    return next((size for size in sizes if size is not None), None)


def _end_nonce(job: Job) -> str:
    return f"{job.id}-{job.status.value[:NONCE_STATUS_CHARS]}"
