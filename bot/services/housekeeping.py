"""What the clock makes happen: unconfirmed cards, words still owed, old texts, old clips."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Final

import structlog

from bot.domain.errors import (
    IllegalTransitionError,
    MessengerError,
    StorageUnavailableError,
)
from bot.domain.job import WORKER, Job, JobStatus
from bot.domain.messenger import Messenger
from bot.domain.ports import ClipStore, Clock, JobStore
from bot.domain.reasons import Reason
from bot.domain.usage_views import VIEWS_KEPT_FOR, UsageViewStore
from bot.services.block_enforcement import BlockEnforcement
from bot.services.cards import CardKeeper
from bot.services.delivery import is_kept_name, kept_name
from bot.services.incidents import MEDIA_FULL, IncidentDesk
from bot.services.rounds import repeat

log = structlog.get_logger(__name__)

SWEEP_EVERY_S: Final = 15.0
SPEAK_EVERY_S: Final = 60.0
ERASE_EVERY_S: Final = 3600.0
# A front normally confirms within a second or two; before this nobody asks Discord.
CONFIRM_GRACE: Final = timedelta(seconds=20)
CONFIRM_WITHIN: Final = timedelta(seconds=60)
ERASE_BATCH: Final = 200
# Hours in line, a day in which it may be finished after all, a day of trying to deliver it.
LONGEST_LIFE: Final = timedelta(days=3)


class Housekeeping:
    """A loop each for what is impatient, for what members are owed, and for the rest."""

    def __init__(
        self,
        *,
        store: JobStore,
        messenger: Messenger,
        kept_clips: ClipStore,
        incidents: IncidentDesk,
        clock: Clock,
        retention: timedelta,
        kept_for: timedelta,
        wake_worker: Callable[[], None],
        job_changed: Callable[[Job], None],
        cards: CardKeeper,
        blocks: BlockEnforcement,
        usage_views: UsageViewStore,
    ) -> None:
        self._store = store
        self._messenger = messenger
        self._kept_clips = kept_clips
        self._incidents = incidents
        self._clock = clock
        self._retention = retention
        self._kept_for = kept_for
        self._wake_worker = wake_worker
        self._job_changed = job_changed
        self._cards = cards
        self._blocks = blocks
        self._usage_views = usage_views

    async def run(self) -> None:
        """Run the loops until cancelled; one that ended by itself would end them all, and loudly.

        What is left over from before is seen to at once.
        """
        async with asyncio.TaskGroup() as loops:
            for work, every_s in (
                (self.sweep, SWEEP_EVERY_S),
                (self.speak, SPEAK_EVERY_S),
                (self.erase, ERASE_EVERY_S),
            ):
                rounds = repeat(work, every_s=every_s, clock=self._clock)
                loops.create_task(rounds, name=work.__name__)

    async def sweep(self) -> None:
        """Settle what only time settles: what slips past blocks, unconfirmed cards, dead tokens."""
        await self._blocks.sweep()
        unconfirmed = await self._store.unacknowledged(
            created_before=self._clock.now() - CONFIRM_GRACE
        )
        for job in unconfirmed:
            await self._settle_unconfirmed(job)
        await self._store.erase_dead_tokens(self._clock.now())
        await self._incidents.tell_again()
        if await self._kept_clips.has_room():
            await self._incidents.close(MEDIA_FULL)

    async def speak(self) -> None:
        """Have the last words said that were cut off, or that Discord was away for."""
        longest_ago = LONGEST_LIFE + self._kept_for
        await self._cards.say_what_is_owed(created_after=self._clock.now() - longest_ago)

    async def erase(self) -> None:
        """Erase texts past retention in small batches, and clips that nobody fetched."""
        await self._forget_views()
        before = self._clock.now() - self._retention
        while await self._store.erase_texts(created_before=before, at_most=ERASE_BATCH):
            await self._clock.sleep(0)
        for job in await self._store.kept_before(self._clock.now() - self._kept_for):
            await self._let_go(job)
        for job in await self._store.fetched_with_file():
            await self._let_go_of_file(job)
        await self._discard_left_over()

    async def _forget_views(self) -> None:
        """What moderators looked for in the log may be as private as what they found."""
        before = self._clock.now() - VIEWS_KEPT_FOR
        while await self._usage_views.forget(created_before=before, at_most=ERASE_BATCH):
            await self._clock.sleep(0)

    async def _settle_unconfirmed(self, job: Job) -> None:
        """Discord knows whether the card stands: a member who saw it waits for the clip."""
        try:
            card_message_id = await self._messenger.card_message_id(job)
        except MessengerError as error:
            log.info("card_not_checked", job_id=job.id, cause=str(error))
            if self._clock.now() - job.created_at >= CONFIRM_WITHIN:
                await self._cancel(job)
            return
        if card_message_id is None:
            await self._cancel(job)
            return
        await self._store.acknowledge(job.id, card_message_id=card_message_id, at=self._clock.now())
        log.info("card_found", job_id=job.id)
        self._wake_worker()

    async def _cancel(self, job: Job) -> None:
        now = self._clock.now()
        try:
            cancelled = await self._store.transition(
                job.id,
                JobStatus.CANCELLED,
                actor=WORKER,
                at=now,
                only_from=JobStatus.QUEUED,
                reason=Reason.NOT_ACKNOWLEDGED,
                finished_at=now,
                cost_usd=Decimal(0),
            )
        except IllegalTransitionError:
            return
        self._job_changed(cancelled)

    async def _let_go(self, job: Job) -> None:
        """The step comes first: a clip that is being handed over keeps its file."""
        try:
            expired = await self._store.transition(
                job.id,
                JobStatus.EXPIRED,
                actor=WORKER,
                at=self._clock.now(),
                only_from=JobStatus.KEPT,
                reason=Reason.KEPT_TOO_LONG,
                kept_file=None,
            )
        except IllegalTransitionError:
            return
        log.info("kept_clip_expired", job_id=job.id)
        self._job_changed(expired)
        if job.kept_file is not None:
            await self._discard(job.kept_file)

    async def _let_go_of_file(self, job: Job) -> None:
        """Its member has it, and what was held as evidence is held no longer."""
        kept_file = await self._store.let_go_of_file(job.id)
        if kept_file is not None:
            log.info("fetched_clip_discarded", job_id=job.id)
            await self._discard(kept_file)

    async def _discard_left_over(self) -> None:
        """A process may die, or the disk refuse, between the last step of a clip and its file."""
        # The files first: what comes into the folder after this look is not among them.
        names = await self._kept_clips.kept_before(self._clock.now() - self._kept_for)
        if not names:
            return
        jobs = await self._store.with_status(JobStatus.KEPT, JobStatus.DELIVERING)
        # Also what the row of a clip that is being kept does not name yet.
        wanted = {kept_name(job) for job in jobs} | await self._store.kept_files()
        for name in names:
            if is_kept_name(name) and name not in wanted:
                log.info("left_over_clip_discarded", kept_file=name)
                await self._discard(name)

    async def _discard(self, kept_file: str) -> None:
        try:
            await self._kept_clips.discard(kept_file)
        except StorageUnavailableError:
            log.warning("kept_clip_not_discarded", kept_file=kept_file)
