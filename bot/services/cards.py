"""Keeps the cards true: each says what its job is doing, and folds when the job has ended."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

import structlog

from bot.domain.errors import DiscordAwayError, MessengerError, StorageUnavailableError
from bot.domain.ids import JobId
from bot.domain.job import LIVE_STATES, Job, JobStatus
from bot.domain.ports import CardView, Clock, JobStore, Messenger
from bot.services.background import BackgroundTasks

log = structlog.get_logger(__name__)

# Sooner than this a waiting member learns little, and Discord is asked for much.
REFRESH_EVERY_S: Final = 10.0
# Far-back places change all the time and matter little; this bounds one round of edits.
PLACES_SHOWN: Final = 50
# How long a last word waits for a Discord that is away before it is given up.
LAST_WORD_WAITS_S: Final = (1.0, 5.0, 30.0, 120.0, 600.0)

# Ends that no clip announces: the requester is told with a message of its own.
TOLD_ENDS: Final = frozenset(
    {JobStatus.FAILED, JobStatus.EXPIRED, JobStatus.UNKNOWN, JobStatus.KEPT}
)

STOP_WITHIN_S: Final = 3.0

_NOTHING_SHOWN: Final = CardView(place=-1)


class CardKeeper:
    """Edits are a nicety: none of them delays a job. The last edit of each card wins."""

    def __init__(self, *, store: JobStore, messenger: Messenger, clock: Clock) -> None:
        self._store = store
        self._messenger = messenger
        self._clock = clock
        self._waiting: dict[JobId, CardView] = {}
        self._latest: dict[JobId, tuple[Job, CardView]] = {}
        self._edits = BackgroundTasks()

    def changed(self, job: Job) -> None:
        """Show a job's new state, in the background."""
        self._waiting.pop(job.id, None)
        self._queue_edit(job, CardView())

    async def refresh_waiting(self, places: Mapping[JobId, int], *, paused: bool) -> None:
        """Edit the waiting cards whose place has changed since they were last shown."""
        for job_id in self._waiting.keys() - places.keys():
            del self._waiting[job_id]
        for job_id, place in places.items():
            view = CardView(place=place, paused=paused)
            if self._waiting.setdefault(job_id, _NOTHING_SHOWN) != view:
                await self._refresh(job_id, view)

    async def stop(self) -> None:
        """Say what is left to say, for a few seconds: after a restart nobody would."""
        await self._edits.finish(clock=self._clock, timeout_s=STOP_WITHIN_S)

    async def _refresh(self, job_id: JobId, view: CardView) -> None:
        try:
            job = await self._store.get(job_id)
        except StorageUnavailableError:
            return
        # While the row was read, the job may have left the queue: then its card is newer.
        if job is not None and job.status is JobStatus.QUEUED and job_id in self._waiting:
            self._waiting[job_id] = view
            self._queue_edit(job, view)

    def _queue_edit(self, job: Job, view: CardView) -> None:
        is_editing = job.id in self._latest
        self._latest[job.id] = (job, view)
        if not is_editing:
            self._edits.start(self._edit(job.id), name=f"card-{job.id}")

    async def _edit(self, job_id: JobId) -> None:
        shown: tuple[Job, CardView] | None = None
        try:
            while (latest := self._latest[job_id]) is not shown:
                await self._show(*latest)
                shown = latest
        finally:
            del self._latest[job_id]
        job = latest[0]
        if job.status in TOLD_ENDS:
            await self._last_word(job, lambda: self._messenger.announce_end(job))

    async def _show(self, job: Job, view: CardView) -> None:
        if job.status not in LIVE_STATES:
            await self._last_word(job, lambda: self._messenger.show_card(job, view))
            return
        try:
            await self._messenger.show_card(job, view)
        except MessengerError as error:
            log.info("card_not_shown", job_id=job.id, cause=str(error))

    async def _last_word(self, job: Job, say: Callable[[], Awaitable[None]]) -> None:
        for wait_s in (*LAST_WORD_WAITS_S, None):
            try:
                return await say()
            except DiscordAwayError as error:
                log.info("last_word_waits", job_id=job.id, cause=str(error), wait_s=wait_s)
            except MessengerError as error:
                log.warning("last_word_not_said", job_id=job.id, cause=str(error))
                return None
            if wait_s is not None:
                await self._clock.sleep(wait_s)
        return None
