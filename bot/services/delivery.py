"""One finished prediction, from its URL to a message, or to a clip that is kept."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import chain, repeat
from typing import Final
from urllib.parse import urlsplit

import structlog

from bot.domain.errors import (
    ClipTooLargeError,
    ClipUnreachableError,
    ClipUnusableError,
    DiscordAwayError,
    TooLargeForDiscordError,
    WayClosedError,
)
from bot.domain.job import WORKER, DeliveryWay, Job, JobStatus
from bot.domain.ports import Clip, ClipSource, ClipStore, Clock, Messenger, Result, SentMessage
from bot.domain.reasons import Reason
from bot.services.background import CriticalSections
from bot.services.ledger import Ledger

log = structlog.get_logger(__name__)

# Discord counts the whole request against the limit, so a file needs some room around it.
ATTACHMENT_SHARE: Final = 0.95
# Discord's limit where no server boosts it: direct messages.
DIRECT_LIMIT_BYTES: Final = 10 * 1024 * 1024
# An output link may fail at first; it is promised for 24 hours, so patience is cheap.
FETCH_WAITS_S: Final = (2.0, 5.0, 15.0, 30.0, 60.0, 120.0)
# While Discord is away nothing says that a way is closed; the last wait is repeated.
SEND_WAITS_S: Final = (1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0)
# Output links are promised for a day, so after that a link would lead nowhere.
SEND_PATIENCE: Final = timedelta(days=1)
LINK_MAX_CHARS: Final = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class _Way:
    """One way to the member. `name` is the log's word where it does not depend on the load."""

    send: Callable[[Result], Awaitable[SentMessage]]
    limit_bytes: int
    name: DeliveryWay | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Load:
    """What there is to hand over: a file, a link, or both."""

    clip: Clip | None
    link: str | None

    def result_for(self, job: Job, way: _Way) -> Result | None:
        if self.clip is not None and self.clip.size_bytes <= way.limit_bytes * ATTACHMENT_SHARE:
            return Result(job=job, clip=self.clip, link=None)
        return None if self.link is None else Result(job=job, clip=None, link=self.link)


class DeliveryService:
    """Paid for is delivered: by message, as a link, directly, or kept until it is fetched."""

    def __init__(
        self,
        *,
        ledger: Ledger,
        clips: ClipSource,
        kept_clips: ClipStore,
        messenger: Messenger,
        critical: CriticalSections,
        clock: Clock,
    ) -> None:
        self._ledger = ledger
        self._clips = clips
        self._kept_clips = kept_clips
        self._messenger = messenger
        self._critical = critical
        self._clock = clock

    async def deliver(self, job: Job) -> Job:
        """Return the job as delivered, kept or failed."""
        if job.output_url is None:
            return await self._unusable(job, ClipUnusableError(Reason.OUTPUT_MISSING))
        link = plain_link(job.output_url)
        waits_s = iter(FETCH_WAITS_S)
        while True:
            try:
                async with self._clips.fetch(job.output_url, name=f"job-{job.id}") as clip:
                    return await self._hand_over(job, clip, link)
            except ClipTooLargeError as error:
                log.info("clip_too_large", job_id=job.id)
                return await self._hand_over_link(job, link, error)
            except ClipUnreachableError as error:
                wait_s = next(waits_s, None)
                log.warning("clip_unreachable", job_id=job.id, cause=error.detail, wait_s=wait_s)
                if wait_s is None:
                    return await self._unusable(job, error)
                await self._clock.sleep(wait_s)
            except ClipUnusableError as error:
                return await self._unusable(job, error)

    async def _hand_over_link(self, job: Job, link: str | None, error: ClipUnusableError) -> Job:
        if link is None:
            return await self._unusable(job, error)
        delivered = await self._try_ways(job, _Load(clip=None, link=link))
        if delivered is not None:
            return delivered
        nowhere = ClipUnusableError(Reason.NOWHERE_TO_DELIVER, detail=error.detail)
        return await self._unusable(job, nowhere)

    async def _hand_over(self, job: Job, clip: Clip, link: str | None) -> Job:
        delivered = await self._try_ways(job, _Load(clip=clip, link=link))
        if delivered is not None:
            return delivered
        return await self._critical.run(self._keep(job, clip))

    async def _try_ways(self, job: Job, load: _Load) -> Job | None:
        """Return None when every way is closed, or Discord stayed away for a day."""
        try:
            return await self._first_open_way(job, load)
        except DiscordAwayError as error:
            log.warning("delivery_given_up", job_id=job.id, cause=str(error))
            return None

    async def _first_open_way(self, job: Job, load: _Load) -> Job | None:
        for way in self._ways(job):
            result = load.result_for(job, way)
            if result is None:
                continue
            delivered = await self._try_way(way, result, load)
            if delivered is not None:
                return delivered
        return None

    def _ways(self, job: Job) -> Sequence[_Way]:
        where = job.destination
        to_channel = _Way(
            send=self._messenger.send_to_channel, limit_bytes=where.filesize_limit_bytes
        )
        by_interaction = _Way(
            send=self._messenger.send_by_interaction,
            limit_bytes=where.attachment_size_limit_bytes,
        )
        directly = _Way(
            send=self._messenger.send_directly,
            limit_bytes=DIRECT_LIMIT_BYTES,
            name=DeliveryWay.DIRECT_MESSAGE,
        )
        token_lives = job.live_token(self._clock.now()) is not None
        public = () if where.private else (to_channel,)
        return (*public, *((by_interaction,) if token_lives else ()), directly)

    async def _try_way(self, way: _Way, result: Result, load: _Load) -> Job | None:
        """Return None when this way is closed. Raises DiscordAwayError when patience is over."""
        job = result.job
        patient_until = (job.finished_at or self._clock.now()) + SEND_PATIENCE
        waits_s = chain(SEND_WAITS_S, repeat(SEND_WAITS_S[-1]))
        while True:
            try:
                return await self._critical.run(self._send_and_record(way, result, load))
            except WayClosedError as error:
                log.info("way_closed", job_id=job.id, cause=str(error))
                return None
            except TooLargeForDiscordError:
                if result.clip is None or load.link is None:
                    return None
                result = replace(result, clip=None, link=load.link)
            except DiscordAwayError as error:
                if self._clock.now() >= patient_until:
                    raise
                wait_s = next(waits_s)
                log.warning("discord_away", job_id=job.id, cause=str(error), wait_s=wait_s)
                await self._clock.sleep(wait_s)

    async def _send_and_record(self, way: _Way, result: Result, load: _Load) -> Job:
        sent = await way.send(result)
        carried = DeliveryWay.LINK if result.clip is None else DeliveryWay.ATTACHMENT
        return await self._ledger.write(
            result.job.id,
            JobStatus.DELIVERED,
            actor=WORKER,
            delivered_at=self._clock.now(),
            delivery=way.name or carried,
            output_bytes=None if load.clip is None else load.clip.size_bytes,
            result_message_id=sent.message_id,
            message_url=sent.url,
        )

    async def _keep(self, job: Job, clip: Clip) -> Job:
        kept_file = await self._kept_clips.keep(clip, name=f"job-{job.id}.mp4")
        return await self._ledger.write(
            job.id,
            JobStatus.KEPT,
            actor=WORKER,
            reason=Reason.NOWHERE_TO_DELIVER,
            output_bytes=clip.size_bytes,
            kept_file=kept_file,
        )

    async def _unusable(self, job: Job, error: ClipUnusableError) -> Job:
        log.warning("clip_unusable", job_id=job.id, cause=error.reason, detail=error.detail)
        # A finished prediction was paid for, whether or not its cost was reported.
        cost_usd = job.cost_estimated_usd if job.cost_usd is None else job.cost_usd
        return await self._ledger.write(
            job.id,
            JobStatus.FAILED,
            actor=WORKER,
            detail=error.detail,
            reason=error.reason,
            cost_usd=cost_usd,
        )


def plain_link(url: str) -> str | None:
    """Return the output's URL if it can stand in a message as nothing but a link."""
    if len(url) > LINK_MAX_CHARS or not url.isascii() or not url.isprintable():
        return None
    if any(character in " <>()[]|`*\"'\\" for character in url):
        return None
    parts = urlsplit(url)
    is_web_link = parts.scheme in {"http", "https"} and bool(parts.hostname)
    return url if is_web_link and parts.username is None else None
