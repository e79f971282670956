"""Claims jobs in fair order, supervises their tasks, and goes on where a restart left off."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

import structlog

from bot.domain.errors import (
    IllegalTransitionError,
    StorageUnavailableError,
    UnreadableTextError,
)
from bot.domain.guild_pauses import GuildPauseStore
from bot.domain.ids import GuildId, JobId, PredictionId
from bot.domain.job import SLOT_STATES, WORKER, Job, JobStatus
from bot.domain.ports import Clock, JobStore, Switches, WaitingJob
from bot.domain.reasons import Reason
from bot.scheduling.fair_queue import FairQueue
from bot.services.background import BackgroundTasks, CriticalSections
from bot.services.cards import REFRESH_EVERY_S, CardKeeper
from bot.services.creation import GIVE_BACK_S, CreationService
from bot.services.creation_gate import CreationGate
from bot.services.forecasts import Forecasts
from bot.services.generation import LATE_ASKING, GenerationService, cancel_reason
from bot.services.hints import Hints
from bot.services.incidents import (
    JOB_STUCK,
    OUTCOME_UNKNOWN,
    OUTPUT_UNREACHABLE,
    IncidentDesk,
)
from bot.services.job_life import JobLife
from bot.services.ledger import Ledger
from bot.services.missing_keys import MissingKeys
from bot.services.poller import Poller
from bot.services.waiting import ended_within

log = structlog.get_logger(__name__)

# Switches are set beside a running bot by other processes; this is how late it may notice.
TICK_S: Final = 2.0
# A row may commit a moment after the time it carries; looking back this far misses few.
LOOK_BACK: Final = timedelta(seconds=60)
# A machine that slept makes that moment long: now and then all of them are read.
LEARN_ALL_EVERY_S: Final = 60.0
# After so many, everything else has its turn: a line of thousands would hold up heartbeats.
LEARNED_AT_ONCE: Final = 250
DRAIN_S: Final = 8.0
NOTHING_LEFT_TO_DO: Final = frozenset(
    {JobStatus.DELIVERED, JobStatus.KEPT, JobStatus.FAILED, JobStatus.CANCELLED}
)


class Worker:
    """Everything slow happens here; the front and this share nothing but the database."""

    def __init__(
        self,
        *,
        store: JobStore,
        ledger: Ledger,
        switches: Switches,
        guild_pauses: GuildPauseStore,
        queue: FairQueue,
        life: JobLife,
        creation: CreationService,
        generation: GenerationService,
        gate: CreationGate,
        cards: CardKeeper,
        forecasts: Forecasts,
        poller: Poller,
        hints: Hints,
        incidents: IncidentDesk,
        critical: CriticalSections,
        clock: Clock,
        busy_guilds_changed: Callable[[frozenset[GuildId]], None],
        step_written: Callable[[Job], None],
    ) -> None:
        self._store = store
        self._ledger = ledger
        self._switches = switches
        self._guild_pauses = guild_pauses
        self._queue = queue
        self._life = life
        self._creation = creation
        self._generation = generation
        self._gate = gate
        self._cards = cards
        self._forecasts = forecasts
        self._poller = poller
        self._hints = hints
        self._incidents = incidents
        self._missing_keys = MissingKeys(store=store, incidents=incidents, clock=clock)
        self._critical = critical
        self._clock = clock
        self._busy_guilds_changed = busy_guilds_changed
        self._step_written = step_written
        self._wakened = asyncio.Event()
        self._tasks = BackgroundTasks()
        # Jobs that nobody works on, whose slot is held because a prediction may run upstream.
        self._held: dict[JobId, JobStatus] = {}
        self._seen_until: datetime | None = None
        self._learned_all_at = float("-inf")
        self._cards_refreshed_at = float("-inf")
        self._paused = False
        self.last_beat: float | None = None
        ledger.tell(self.job_changed)

    def wake(self) -> None:
        """Look at once: something was accepted, cancelled or switched."""
        self._wakened.set()

    def cancel_wanted(self, job: Job) -> None:
        """A wish to cancel was recorded: carry out what the job's state allows now."""
        if job.status is JobStatus.CANCELLED:
            self._queue.discard(job.id)
            self.job_changed(job)
        if job.status is JobStatus.RUNNING:
            self._tasks.start(self._generation.cancel_upstream(job), name=f"cancel-{job.id}")
        if job.status in SLOT_STATES:
            self._cards.changed(job)
        self.wake()

    async def run(self) -> None:
        """Recover, then claim until cancelled; running tasks park with their state written."""
        self._tasks.start(self._forecasts.run(), name="learn-from-log")
        self._tasks.start(self._missing_keys.run(), name="missing-keys")
        try:
            await self._recover_when_possible()
            while True:
                await self._turn()
                await self._wait_for_wake()
        finally:
            await self._park()

    async def _recover_when_possible(self) -> None:
        while True:
            try:
                return await self._recover()
            except StorageUnavailableError:
                log.warning("recovery_waits_for_database")
                await self._clock.sleep(TICK_S)

    async def _recover(self) -> None:
        jobs = (
            *await self._store.with_status(*SLOT_STATES, JobStatus.DELIVERING),
            *await self._store.expired_since(self._clock.now() - LATE_ASKING),
        )
        for job in jobs:
            self._forecasts.job_changed(job)
            if job.status in SLOT_STATES or job.status is JobStatus.EXPIRED:
                self._queue.occupy(_as_waiting(job))
        self._busy_guilds_changed(self._queue.busy_guilds())
        for job in jobs:
            await self._resume(job)
        log.info("recovered", jobs=len(jobs))

    async def _resume(self, job: Job) -> None:
        if job.status in {JobStatus.UNKNOWN, JobStatus.EXPIRED}:
            self._hold_slot(job)
            return
        self._start(job)
        if job.status is JobStatus.RUNNING and job.cancel_requested_at is not None:
            self.cancel_wanted(job)

    async def _turn(self) -> None:
        try:
            self._paused = await self._switches.pause() is not None
            await self._learn_waiting()
            may_create = not self._paused and await self._gate.reconsider()
            await self._learn_pauses()
            if may_create:
                await self._claim_all()
        except StorageUnavailableError:
            log.warning("worker_waits_for_database")
        except Exception:  # the supervisor: a defect in one turn must not end all of them
            log.exception("worker_turn_failed")
        else:
            self.last_beat = self._clock.monotonic()
        self._refresh_cards_if_due()

    async def _wait_for_wake(self) -> None:
        await ended_within(self._wakened.wait(), self._clock, timeout_s=TICK_S)
        self._wakened.clear()

    async def _learn_waiting(self) -> None:
        looked_at, learned_at = self._clock.now(), self._clock.monotonic()
        learns_all = learned_at - self._learned_all_at >= LEARN_ALL_EVERY_S
        since = None if learns_all else self._seen_until
        for learned, waiting in enumerate(await self._store.waiting(acknowledged_after=since), 1):
            self._queue.add(waiting)
            if learned % LEARNED_AT_ONCE == 0:
                await asyncio.sleep(0)
        self._seen_until = looked_at - LOOK_BACK
        if learns_all:
            self._learned_all_at = learned_at

    async def _learn_pauses(self) -> None:
        """The operator pauses all servers, and moderators theirs, beside this process as well."""
        self._paused = await self._switches.pause() is not None
        asked: frozenset[GuildId] = frozenset()
        paused = asked
        # What is put back in line meanwhile may be of a server that was not asked about.
        while not (waiting := self._queue.waiting_guilds()) <= asked:
            asked, paused = waiting, await self._guild_pauses.paused_among(waiting)
        self._queue.pause(paused)

    async def _claim_all(self) -> None:
        while (waiting := self._next_to_claim()) is not None:
            try:
                job = await self._creation.claim(waiting.job_id)
            except UnreadableTextError:
                # Learned again within a minute: its key may come back, and nobody else waits.
                log.warning("job_waits_for_its_key", job_id=waiting.job_id)
                self._queue.release(waiting.job_id)
                continue
            except Exception:
                self._queue.put_back(waiting)
                raise
            if job is None:
                self._queue.release(waiting.job_id)
            else:
                self._start(job)
            await self._learn_pauses()

    def _next_to_claim(self) -> WaitingJob | None:
        return None if self._paused or not self._gate.is_open else self._queue.take()

    def _start(self, job: Job) -> None:
        self._tasks.start(self._life.live(job), name=f"job-{job.id}")

    def job_changed(self, job: Job) -> None:
        """A step was written: settle the slot, show the card, act on a wish to cancel."""
        self._forecasts.job_changed(job)
        wants_cancel = job.cancel_requested_at is not None
        match job.status:
            case JobStatus.QUEUED if wants_cancel:
                self._queue.release(job.id)
                self._tasks.start(self._cancel_waiting(job), name=f"cancel-{job.id}")
            case JobStatus.QUEUED:
                self._queue.put_back(_as_waiting(job))
            case JobStatus.RUNNING | JobStatus.SUBMITTING:
                self._go_on_in_slot(job)
            case JobStatus.UNKNOWN:
                self._hold_slot(job)
            case JobStatus.EXPIRED if job.reason == Reason.DEADLINE_PASSED:
                self._hold_slot(job)
            case _:
                self._held.pop(job.id, None)
                self._queue.release(job.id)
        self._busy_guilds_changed(self._queue.busy_guilds())
        self._cards.changed(job)
        self._step_written(job)
        self.wake()

    def hint(self, job_id: JobId, prediction_id: PredictionId | None) -> None:
        """Somebody says that the job's prediction has ended: look now."""
        self._poller.hurry(job_id)
        self._hints.give(job_id, prediction_id)

    def _go_on_in_slot(self, job: Job) -> None:
        """One that was found late may have lost its slot, and takes it again."""
        self._held.pop(job.id, None)
        self._queue.occupy(_as_waiting(job))
        if job.status is JobStatus.RUNNING and job.cancel_requested_at is not None:
            self.cancel_wanted(job)

    def _hold_slot(self, job: Job) -> None:
        """A prediction may still run upstream: its slot stays taken until that is over."""
        if self._held.get(job.id) is job.status:
            return
        self._held[job.id] = job.status
        self._tasks.start(self._release_slot_later(job), name=f"slot-{job.id}")
        later = self._live_late if job.status is JobStatus.EXPIRED else self._life.live_unknown
        self._tasks.start(later(job), name=f"{job.status.value}-{job.id}")

    async def _live_late(self, job: Job) -> None:
        late = await self._life.live_late(job)
        self._let_go_of_slot(job)
        if late.status is JobStatus.EXPIRED:
            self._cards.changed(late)  # its card can say now what it cost

    async def _release_slot_later(self, job: Job) -> None:
        free_at = self._generation.slot_free_at(job)
        await self._clock.sleep(max((free_at - self._clock.now()).total_seconds(), 0))
        self._let_go_of_slot(job)

    def _let_go_of_slot(self, job: Job) -> None:
        """Unless the job has gone on meanwhile, which then holds the slot by itself."""
        if self._held.get(job.id) is job.status:
            del self._held[job.id]
            self._queue.release(job.id)
            self._busy_guilds_changed(self._queue.busy_guilds())
            self.wake()

    async def _cancel_waiting(self, job: Job) -> None:
        """Carry out a wish that was recorded while a create was under way."""
        try:
            await self._ledger.write(
                job.id,
                JobStatus.CANCELLED,
                actor=WORKER,
                only_from=JobStatus.QUEUED,
                reason=cancel_reason(job),
                finished_at=self._clock.now(),
                cost_usd=Decimal(0),
            )
        except IllegalTransitionError:
            return  # cancelled already, or claimed again: then the wish is carried out upstream

    def _refresh_cards_if_due(self) -> None:
        now = self._clock.monotonic()
        if now - self._cards_refreshed_at < REFRESH_EVERY_S:
            return
        self._cards_refreshed_at = now
        self._tasks.start(self._notice_what_is_over(), name="notice-what-is-over")
        # Whatever keeps creates from being sent, nobody is told when they would be.
        starts_nothing = self._paused or not self._gate.is_open
        self._tasks.start(self._cards.refresh(paused=starts_nothing), name="refresh-cards")

    async def _notice_what_is_over(self) -> None:
        try:
            await self._notice_settled()
            await self._notice_ended(JOB_STUCK)
            await self._notice_ended(OUTPUT_UNREACHABLE)
        except StorageUnavailableError:
            log.warning("ends_of_incidents_wait_for_database")

    async def _notice_settled(self) -> None:
        """The operator settles unknown outcomes from another process, or while no bot runs."""
        for subject in await self._incidents.open_subjects(OUTCOME_UNKNOWN):
            job = await self._store.get(JobId(int(subject)))
            if job is None or job.status is JobStatus.UNKNOWN:
                continue
            await self._incidents.close(OUTCOME_UNKNOWN, subject=subject)
            if job.status is JobStatus.FAILED:
                self.job_changed(job)

    async def _notice_ended(self, kind: str) -> None:
        """A process may die between the last step of a job and the end of its incident."""
        for subject in await self._incidents.open_subjects(kind):
            job = await self._store.get(JobId(int(subject)))
            if job is not None and job.status in NOTHING_LEFT_TO_DO:
                await self._incidents.close(kind, subject=subject)

    async def _park(self) -> None:
        await self._tasks.stop()
        if not await self._critical.drain(clock=self._clock, timeout_s=DRAIN_S):
            log.warning("parked_with_open_steps")
        await ended_within(self._creation.give_back_unsent(), self._clock, timeout_s=GIVE_BACK_S)
        await self._tasks.stop()
        await self._cards.stop()


def _as_waiting(job: Job) -> WaitingJob:
    return WaitingJob(
        job_id=job.id,
        guild_id=job.destination.guild_id,
        user_id=job.destination.user_id,
        queued_at=job.queued_at or job.created_at,
        duration_s=job.request.duration_s,
    )
