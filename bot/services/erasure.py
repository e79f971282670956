"""Carries out what members ask to have erased, and lets go of pseudonyms in time."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final

import structlog

from bot.domain.erasure import Erasure, ErasureStore, LastingPseudonyms, WhatIsOver
from bot.domain.errors import IllegalTransitionError, StorageUnavailableError
from bot.domain.ids import UserId
from bot.domain.job import WORKER, Actor, Job, JobStatus
from bot.domain.limits import MONTH
from bot.domain.ports import ClipStore, Clock, JobStore
from bot.domain.reasons import Reason
from bot.services.generation import LATE_ASKING
from bot.services.housekeeping import LONGEST_LIFE
from bot.services.rounds import repeat

log = structlog.get_logger(__name__)

# How soon what was still in the making is erased once it has ended.
ERASE_EVERY_S: Final = 60.0
FORGET_EVERY_S: Final = 3600.0
BATCH: Final = 50
# No limit looks back further.
LONGEST_WINDOW: Final = MONTH
# After its last question to Eachlabs, a job is given this long to be written down.
SETTLING: Final = timedelta(hours=1)


class Eraser:
    """Each batch is whole and may be repeated, so a process may die between any two of them."""

    def __init__(
        self,
        *,
        store: ErasureStore,
        jobs: JobStore,
        pseudonyms: LastingPseudonyms,
        kept_clips: ClipStore,
        clock: Clock,
        kept_for: timedelta,
        job_changed: Callable[[Job], None],
    ) -> None:
        self._store = store
        self._jobs = jobs
        self._pseudonyms = pseudonyms
        self._kept_clips = kept_clips
        self._clock = clock
        self._kept_for = kept_for
        self._job_changed = job_changed
        self._wakened = asyncio.Event()

    def wake(self) -> None:
        """Somebody has just asked."""
        self._wakened.set()

    async def run(self) -> None:
        """Run until cancelled; what is left over from before is seen to at once."""
        clock = self._clock
        async with asyncio.TaskGroup() as loops:
            loops.create_task(
                repeat(self.erase, every_s=ERASE_EVERY_S, clock=clock, wakened=self._wakened),
                name="erase-for-members",
            )
            loops.create_task(
                repeat(self.forget, every_s=FORGET_EVERY_S, clock=clock), name="forget-pseudonyms"
            )

    async def erase(self) -> None:
        """Erase for all who asked what is over by now. Raises StorageUnavailableError."""
        after: UserId | None = None
        while erasures := await self._store.pending(after=after, at_most=BATCH):
            await self._pseudonyms.keep()
            for erasure in erasures:
                await self._erase(erasure)
            after = erasures[-1].user_id

    async def forget(self) -> None:
        """Let go of pseudonyms that no limit needs. Raises StorageUnavailableError."""
        before = self._clock.now() - LONGEST_WINDOW
        await self._until_done(
            lambda: self._store.forget_pseudonyms(created_before=before, at_most=BATCH)
        )
        await self._until_done(
            lambda: self._store.forget_reporters(created_before=before, at_most=BATCH)
        )

    async def _erase(self, erasure: Erasure) -> None:
        for job in await self._store.kept_clips(erasure, at_most=BATCH):
            await self._let_go(job)
        pseudonym, over = self._pseudonyms.of(erasure.user_id), self._what_is_over()
        await self._until_done(
            lambda: self._store.erase_jobs(erasure, pseudonym=pseudonym, over=over, at_most=BATCH)
        )
        await self._until_done(
            lambda: self._store.erase_reports(erasure, pseudonym=pseudonym, at_most=BATCH)
        )
        if await self._store.finish(erasure):
            log.info("member_erased")

    async def _until_done(self, batch: Callable[[], Awaitable[int]]) -> None:
        """Others have their turn at the database between two batches."""
        while await batch() == BATCH:
            await self._clock.sleep(0)

    def _what_is_over(self) -> WhatIsOver:
        now = self._clock.now()
        return WhatIsOver(
            given_up_before=now - LATE_ASKING - SETTLING,
            untold_before=now - LONGEST_LIFE - self._kept_for,
        )

    async def _let_go(self, job: Job) -> None:
        """The step comes first: a clip that is being handed over keeps its file."""
        if job.status is JobStatus.KEPT:
            try:
                job = await self._jobs.transition(
                    job.id,
                    JobStatus.EXPIRED,
                    actor=Actor.member(job.destination.user_id),
                    at=self._clock.now(),
                    only_from=JobStatus.KEPT,
                    reason=Reason.ERASED,
                )
            except IllegalTransitionError:
                return
            self._job_changed(job)
        await self._discard(job)

    async def _discard(self, job: Job) -> None:
        """The row names the file until it is gone, so that the next round goes on from there."""
        if job.kept_file is None:
            return
        try:
            await self._kept_clips.discard(job.kept_file)
        except StorageUnavailableError:
            log.warning("kept_clip_not_discarded", kept_file=job.kept_file)
            return
        await self._jobs.note(
            job.id, actor=WORKER, at=self._clock.now(), detail="clip_erased", kept_file=None
        )
