"""One finished prediction, from its URL to a message, or to a clip that is kept."""

import re
from contextlib import AsyncExitStack
from itertools import chain, repeat
from typing import Final
from urllib.parse import urlsplit

import structlog

from bot.domain.errors import (
    ClipNotStoredError,
    ClipTooLargeError,
    ClipUnreachableError,
    ClipUnusableError,
    StorageUnavailableError,
)
from bot.domain.job import WORKER, Job, JobStatus
from bot.domain.messenger import Messenger
from bot.domain.ports import Clip, ClipSource, ClipStore, Clock
from bot.domain.reasons import Reason
from bot.services.background import CriticalSections
from bot.services.disk_trouble import DiskTrouble
from bot.services.fetching import PatientFetcher
from bot.services.incidents import IncidentDesk
from bot.services.ladder import DeliveryLadder, Load
from bot.services.ledger import Ledger

log = structlog.get_logger(__name__)

# A disk that refuses is asked again for as long as it takes; the last wait is repeated.
KEEP_WAITS_S: Final = (5.0, 15.0, 30.0, 60.0, 120.0, 300.0)
LINK_MAX_CHARS: Final = 1000
_KEPT_NAME: Final = re.compile(r"job-[0-9]+-[0-9A-Za-z]+\.mp4")


class DeliveryService:
    """Paid for is delivered: by message, as a link, directly, or kept until it is fetched."""

    def __init__(
        self,
        *,
        ledger: Ledger,
        clips: ClipSource,
        kept_clips: ClipStore,
        messenger: Messenger,
        incidents: IncidentDesk,
        critical: CriticalSections,
        clock: Clock,
    ) -> None:
        self._ledger = ledger
        self._disk = DiskTrouble(incidents)
        self._fetcher = PatientFetcher(
            clips=clips, disk=self._disk, incidents=incidents, clock=clock
        )
        self._kept_clips = kept_clips
        self._messenger = messenger
        self._critical = critical
        self._clock = clock

    async def deliver(self, job: Job) -> Job:
        """Return the job as delivered, kept or failed."""
        ladder = DeliveryLadder(
            job,
            ledger=self._ledger,
            messenger=self._messenger,
            critical=self._critical,
            clock=self._clock,
        )
        try:
            ended = await ladder.find() or await self._fetch_and_hand_over(job, ladder)
        finally:
            self._disk.no_longer_tried(job.id)
        await self._fetcher.end_of_trouble(job)
        if ended.status is JobStatus.DELIVERED:
            await self._forget_saved(job)
        return ended

    async def _fetch_and_hand_over(self, job: Job, ladder: DeliveryLadder) -> Job:
        if job.output_url is None:
            return await self._unusable(job, ClipUnusableError(Reason.OUTPUT_MISSING))
        link = plain_link(job.output_url)
        async with AsyncExitStack() as stack:
            try:
                clip = await self._saved(job) or await self._fetcher.fetch(
                    stack, job, url=job.output_url
                )
            except ClipTooLargeError as error:
                log.info("clip_too_large", job_id=job.id)
                return await self._hand_over_link(job, link, ladder, error)
            except ClipNotStoredError as error:
                refused = ClipUnreachableError(Reason.OUTPUT_UNREACHABLE, detail=str(error))
                return await self._hand_over_link(job, link, ladder, refused)
            except ClipUnusableError as error:
                return await self._unusable(job, error)
            return await self._hand_over(job, clip, link, ladder)

    async def _hand_over_link(
        self, job: Job, link: str | None, ladder: DeliveryLadder, error: ClipUnusableError
    ) -> Job:
        """Without a file there is only the link: where nobody takes it, it is kept in the row."""
        if link is None:
            return await self._unusable(job, error)
        delivered = await ladder.climb(Load(clip=None, link=link))
        if delivered is not None:
            return delivered
        return await self._ledger.write(
            job.id,
            JobStatus.KEPT,
            actor=WORKER,
            detail=ladder.doubt,
            reason=Reason.NOWHERE_TO_DELIVER,
        )

    async def _hand_over(
        self, job: Job, clip: Clip, link: str | None, ladder: DeliveryLadder
    ) -> Job:
        delivered = await ladder.climb(Load(clip=clip, link=link))
        return delivered or await self._keep(job, clip, detail=ladder.doubt)

    async def _keep(self, job: Job, clip: Clip, *, detail: str) -> Job:
        """Try until the disk takes it: the clip was paid for, and its link may be dead by now."""
        waits_s = chain(KEEP_WAITS_S, repeat(KEEP_WAITS_S[-1]))
        while True:
            try:
                kept = await self._critical.run(self._keep_and_record(job, clip, detail=detail))
            except StorageUnavailableError:
                wait_s = next(waits_s)
                log.warning("clip_not_kept", job_id=job.id, wait_s=wait_s)
                await self._disk.refused(job.id)
                await self._clock.sleep(wait_s)
                # It may have arrived although the disk complained.
                clip = await self._saved(job) or clip
            else:
                await self._disk.took(job.id)
                return kept

    async def _keep_and_record(self, job: Job, clip: Clip, *, detail: str) -> Job:
        kept_file = await self._kept_clips.keep(clip, name=kept_name(job))
        return await self._ledger.write(
            job.id,
            JobStatus.KEPT,
            actor=WORKER,
            detail=detail,
            reason=Reason.NOWHERE_TO_DELIVER,
            output_bytes=clip.size_bytes,
            kept_file=kept_file,
        )

    async def _saved(self, job: Job) -> Clip | None:
        """Return the clip if an earlier run kept it and was cut off before it wrote that down."""
        try:
            return await self._kept_clips.clip(kept_name(job))
        except (ClipUnusableError, StorageUnavailableError):
            return None

    async def _forget_saved(self, job: Job) -> None:
        try:
            await self._kept_clips.discard(kept_name(job))
        except StorageUnavailableError:
            log.warning("saved_clip_not_discarded", job_id=job.id)

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


def kept_name(job: Job) -> str:
    """The reference keeps a job from taking a file that another log's job of this id left."""
    return f"job-{job.id}-{job.reference}.mp4"


def is_kept_name(file_name: str) -> bool:
    return _KEPT_NAME.fullmatch(file_name) is not None
