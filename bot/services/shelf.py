"""A member's own requests, and the clips that wait among them to be handed over."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.domain.errors import (
    ClipHostAwayError,
    ClipNotStoredError,
    ClipTooLargeError,
    ClipUnusableError,
    DiscordAwayError,
    IllegalTransitionError,
    NotAllowedError,
    NotFoundError,
    ShowreelError,
    StorageUnavailableError,
    TooLargeForDiscordError,
    WayClosedError,
)
from bot.domain.ids import GuildId, JobId, MessageId, UserId
from bot.domain.job import Actor, DeliveryWay, Job, JobStatus
from bot.domain.messenger import OwnJob, OwnJobs, Result
from bot.domain.ports import Clip, ClipSource, ClipStore, Clock, JobStore
from bot.services.background import CriticalSections
from bot.services.delivery import plain_link
from bot.services.ladder import ATTACHMENT_SHARE
from bot.services.ledger import Ledger

log = structlog.get_logger(__name__)

LISTED_AT_MOST: Final = 10
# Kept clips of long ago leave room for what was asked for just now.
OTHERS_AT_LEAST: Final = 3
KEPT_LOOKED_THROUGH: Final = 200
LINK_PROMISED_FOR: Final = timedelta(days=1)

# Sends the result to who takes it, and names the message once Discord has confirmed it.
Give = Callable[[Result], Awaitable[MessageId]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Taker:
    """Who asks for a kept clip, and what fits where they ask; no server in direct messages."""

    user_id: UserId
    guild_id: GuildId | None
    limit_bytes: int


class Shelf:
    """Hands a kept clip to its requester: to nobody else, and its file stays until they have it.

    What is held as evidence stays longer: handing it over is no way to have it deleted.
    """

    def __init__(
        self,
        *,
        store: JobStore,
        ledger: Ledger,
        kept_clips: ClipStore,
        clips: ClipSource,
        critical: CriticalSections,
        clock: Clock,
        kept_for: timedelta,
    ) -> None:
        self._store = store
        self._ledger = ledger
        self._kept_clips = kept_clips
        self._clips = clips
        self._critical = critical
        self._clock = clock
        self._kept_for = kept_for
        self._under_way: set[JobId] = set()

    async def own_jobs(self, user_id: UserId, *, guild_id: GuildId | None) -> OwnJobs:
        """The newest requests, and kept clips however old they are.

        Of more kept clips than there is room for, those are listed whose time is over first.
        """
        try:
            kept = await self._store.of_member(
                user_id, guild_id=guild_id, at_most=KEPT_LOOKED_THROUGH, status=JobStatus.KEPT
            )
            newest = await self._store.of_member(user_id, guild_id=guild_id, at_most=LISTED_AT_MOST)
        except StorageUnavailableError:
            log.exception("own_jobs_not_read")
            raise ShowreelError("shelf-log-away") from None
        others = [job for job in newest if job.status is not JobStatus.KEPT]
        room = LISTED_AT_MOST - min(len(others), OTHERS_AT_LEAST)
        fetched_next = sorted(kept, key=self._kept_until)[:room]
        listed = [*fetched_next, *others[: LISTED_AT_MOST - len(fetched_next)]]
        listed.sort(key=lambda job: (job.created_at, job.id), reverse=True)
        return OwnJobs(
            listed=[self._as_own(job) for job in listed],
            kept_besides=len(kept) - len(fetched_next),
        )

    async def hand_over(self, job_id: JobId, *, taker: Taker, give: Give) -> None:
        """Give the clip, then write it down, then let go of the file.

        Raises ShowreelError with the sentence that says why nothing was handed over.
        """
        try:
            job = await self._kept_job(job_id, taker)
            if job_id in self._under_way:
                raise ShowreelError("fetch-under-way")
            self._under_way.add(job_id)
            try:
                await self._hand_over(job, taker, give)
            finally:
                self._under_way.discard(job_id)
        except StorageUnavailableError:
            log.exception("kept_clip_not_read", job_id=job_id)
            raise ShowreelError("shelf-log-away") from None
        except DiscordAwayError as error:
            log.warning("hand_over_uncertain", job_id=job_id, cause=str(error))
            raise ShowreelError("fetch-uncertain") from None
        except (WayClosedError, TooLargeForDiscordError) as error:
            log.warning("hand_over_refused", job_id=job_id, cause=str(error))
            raise ShowreelError("fetch-refused") from None

    async def _kept_job(self, job_id: JobId, taker: Taker) -> Job:
        job = await self._store.get(job_id)
        if job is None or taker.guild_id not in {None, job.destination.guild_id}:
            raise NotFoundError("job-not-found")
        if job.destination.user_id != taker.user_id:
            raise NotAllowedError("not-yours-fetch")
        match job.status:
            case JobStatus.KEPT:
                return job
            case JobStatus.DELIVERED:
                raise ShowreelError("fetch-done")
            case JobStatus.EXPIRED:
                raise ShowreelError("fetch-too-late")
            case _:
                raise ShowreelError("fetch-not-kept")

    async def _hand_over(self, job: Job, taker: Taker, give: Give) -> None:
        clip = await self._kept_clip(job)
        if clip is not None and clip.size_bytes <= taker.limit_bytes * ATTACHMENT_SHARE:
            result = Result(job=job, clip=clip, link=None)
            try:
                return await self._critical.run(self._give_and_record(result, give))
            except TooLargeForDiscordError as error:
                log.info("kept_clip_does_not_fit", job_id=job.id, cause=str(error))
        link = await self._working_link(job, clip)
        result = Result(job=job, clip=None, link=link)
        return await self._critical.run(self._give_and_record(result, give))

    async def _kept_clip(self, job: Job) -> Clip | None:
        if job.kept_file is None:
            return None
        try:
            return await self._kept_clips.clip(job.kept_file)
        except ClipUnusableError as error:
            log.warning("kept_clip_missing", job_id=job.id, detail=error.detail)
            return None

    async def _working_link(self, job: Job, clip: Clip | None) -> str:
        """Give out no link that leads nowhere: one past its promise is tried before."""
        link = None if job.output_url is None else plain_link(job.output_url)
        if link is None:
            raise self._out_of_reach(job, clip)
        if clip is None and self._is_promised(job):
            return link
        try:
            async with self._clips.fetch(link, name=f"job-{job.id}-link"):
                return link
        except ClipTooLargeError:
            return link
        except (ClipHostAwayError, ClipNotStoredError) as error:
            log.warning("kept_link_not_tried", job_id=job.id, cause=type(error).__name__)
            raise ShowreelError("fetch-link-unsure") from None
        except ClipUnusableError as error:
            log.info("kept_link_is_dead", job_id=job.id, cause=error.reason)
            raise self._out_of_reach(job, clip) from None

    def _out_of_reach(self, job: Job, clip: Clip | None) -> ShowreelError:
        if clip is None:
            return ShowreelError("fetch-gone", reference=job.reference)
        return ShowreelError("fetch-too-large", kept_until=self._kept_until(job))

    async def _give_and_record(self, result: Result, give: Give) -> None:
        """A crash or a lost answer in between leaves the clip kept: it can be fetched again."""
        job = result.job
        message_id = await give(result)
        log.info("kept_clip_handed_over", job_id=job.id)
        try:
            await self._ledger.write(
                job.id,
                JobStatus.DELIVERED,
                actor=Actor.member(job.destination.user_id),
                only_from=JobStatus.KEPT,
                delivered_at=self._clock.now(),
                delivery=DeliveryWay.LINK if result.clip is None else DeliveryWay.ATTACHMENT,
                result_message_id=message_id,
            )
        except IllegalTransitionError:
            log.info("kept_clip_had_gone_on", job_id=job.id)
            return
        await self._let_go(job.id)

    async def _let_go(self, job_id: JobId) -> None:
        """The housekeeping looks after what is left: held evidence, and what did not work."""
        try:
            kept_file = await self._store.let_go_of_file(job_id)
            if kept_file is not None:
                await self._kept_clips.discard(kept_file)
        except StorageUnavailableError:
            log.warning("kept_clip_not_discarded", job_id=job_id)

    def _as_own(self, job: Job) -> OwnJob:
        is_kept = job.status is JobStatus.KEPT
        return OwnJob(job=job, kept_until=self._kept_until(job) if is_kept else None)

    def _kept_until(self, job: Job) -> datetime:
        return (job.finished_at or job.created_at) + self._kept_for

    def _is_promised(self, job: Job) -> bool:
        return self._clock.now() < (job.finished_at or job.created_at) + LINK_PROMISED_FOR
