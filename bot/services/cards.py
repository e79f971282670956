"""Keeps the cards true: each says what its job is doing, and folds when the job has ended."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

import structlog

from bot.domain.errors import DiscordAwayError, MessengerError, StorageUnavailableError
from bot.domain.ids import ChannelId, JobId
from bot.domain.job import TOLD_STATES, Job, JobStatus
from bot.domain.messenger import CardView, Messenger
from bot.domain.ports import Clock, JobStore
from bot.domain.reasons import Reason
from bot.services.background import BackgroundTasks
from bot.services.card_views import CardViews, has_more_to_say
from bot.services.waiting import ended_within

log = structlog.get_logger(__name__)

# Sooner than this a waiting member learns little, and Discord is asked for much.
REFRESH_EVERY_S: Final = 10.0
# Discord takes about one edit a second in a channel. The rest is for steps and last words, which
# would wait behind a round; whose card is left out comes first in the next one.
REFRESHED_IN_CHANNEL: Final = 5
# How long a last word waits for a Discord that is away before it is left to a later round.
LAST_WORD_WAITS_S: Final = (1.0, 5.0, 30.0, 120.0, 600.0)
# Bounds one round of words that are still owed; the next round takes the rest.
OWED_AT_ONCE: Final = 100

# Ends that no clip announces: the requester is told with a message of its own.
TOLD_ENDS: Final = frozenset(
    {JobStatus.FAILED, JobStatus.EXPIRED, JobStatus.UNKNOWN, JobStatus.KEPT}
)

STOP_WITHIN_S: Final = 3.0

# What a round of refreshing may speak of; every other state says it all with its step.
_REFRESHED: Final = frozenset({JobStatus.QUEUED, JobStatus.SUBMITTING, JobStatus.RUNNING})


@dataclass(frozen=True, kw_only=True, slots=True)
class _Edit:
    """What a card is to say, and whether something newer is to be said instead."""

    job: Job
    view: CardView
    is_outdated: asyncio.Event = field(default_factory=asyncio.Event)


class CardKeeper:
    """Edits are a nicety: none of them delays a job. The last edit of each card wins.

    A last word is more than that: it is owed, in the log, until it was said. Its card is folded,
    its end announced, and only then is it marked as told. What is cut off before the mark is said
    again: within minutes Discord knows the announcement by its nonce and makes no second one.
    After that, or where it goes by an interaction's token, the member may read it twice, which is
    better than never.
    """

    def __init__(
        self, *, store: JobStore, messenger: Messenger, views: CardViews, clock: Clock
    ) -> None:
        self._store = store
        self._messenger = messenger
        self._views = views
        self._clock = clock
        # What each open card says, as far as a round of refreshing or a step has said it; the one
        # that was said longest ago comes first.
        self._said: dict[JobId, CardView] = {}
        # A private card can be edited until its interaction's token dies.
        self._last_edit_by: dict[JobId, datetime] = {}
        self._latest: dict[JobId, _Edit] = {}
        self._round = asyncio.Lock()
        # Whose row the round is reading; None again as soon as that job takes a step.
        self._being_read: JobId | None = None
        # Announced, but the database did not take the mark: only that is tried again.
        self._unmarked: dict[JobId, tuple[JobStatus, str]] = {}
        self._edits = BackgroundTasks()

    def changed(self, job: Job) -> None:
        """Show a job's new state, in the background."""
        if job.id == self._being_read:
            self._being_read = None
        view = self._views.of_step(job)
        if job.status in _REFRESHED:
            view = self._note_said(job, view)
        else:
            self._forget_said(job.id)
        self._queue_edit(job, view)

    async def say_what_is_owed(self, *, created_after: datetime) -> None:
        """Say last words that were cut off, or that Discord was away for. In the background.

        Raises StorageUnavailableError.
        """
        owed = await self._store.untold(created_after=created_after, at_most=OWED_AT_ONCE)
        for job in owed:
            if job.id not in self._latest:
                log.info("last_word_owed", job_id=job.id, status=job.status.value)
                self._queue_edit(job, CardView())

    async def refresh(self, *, paused: bool) -> None:
        """Edit the open cards that would say something new; none while Discord is throttling.

        One round at a time: what a slow one has still to say is older than what the next would.
        """
        if self._messenger.is_throttled:
            log.info("cards_not_refreshed", cause="throttled")
            return
        if self._round.locked():
            log.info("cards_not_refreshed", cause="still_refreshing")
            return
        async with self._round:
            await self._refresh_all(await self._views.all(paused=paused))

    async def stop(self) -> None:
        """Say what is left to say, for a few seconds; the next process says the rest."""
        await self._edits.finish(clock=self._clock, timeout_s=STOP_WITHIN_S)

    async def _refresh_all(self, views: Mapping[JobId, CardView]) -> None:
        edits_in: Counter[ChannelId] = Counter()
        unsaid = [job_id for job_id in views if job_id not in self._said]
        for job_id in (*unsaid, *self._said):
            said = self._said.get(job_id)
            # Far back in line, no place is told: the one told before is not left standing.
            view = views.get(job_id, CardView())
            if said is None or (not said.is_last and said != self._to_say(job_id, view)):
                await self._refresh(job_id, view, edits_in)
            elif job_id not in views:
                self._forget_said(job_id)

    async def _refresh(self, job_id: JobId, view: CardView, edits_in: Counter[ChannelId]) -> None:
        self._being_read = job_id
        try:
            job = await self._store.get(job_id)
        except StorageUnavailableError:
            return
        # While the row was read, the job may have taken a step: then its card is newer.
        if self._being_read != job_id:
            return
        if job is None or job.status not in _REFRESHED:
            self._forget_said(job_id)
            return
        if not _is_about(view, job):
            return
        view = self._to_say(job_id, view if has_more_to_say(job) else CardView())
        if view == self._said.get(job_id):
            return
        # A private card is edited by its interaction's token, in nobody's way.
        if not job.destination.private:
            if edits_in[job.destination.channel_id] >= REFRESHED_IN_CHANNEL:
                return
            edits_in[job.destination.channel_id] += 1
        self._queue_edit(job, self._note_said(job, view))

    def _note_said(self, job: Job, view: CardView) -> CardView:
        last_edit_by = job.interaction_token_expires_at
        if job.destination.private and last_edit_by is not None:
            self._last_edit_by[job.id] = last_edit_by
        view = self._to_say(job.id, view)
        self._said.pop(job.id, None)
        self._said[job.id] = view
        return view

    def _to_say(self, job_id: JobId, view: CardView) -> CardView:
        """The view with what the card's own past adds. Its bar never goes back."""
        said = self._said.get(job_id)
        bar_parts = view.bar_parts
        if bar_parts is not None and said is not None:
            bar_parts = max(bar_parts, said.bar_parts or 0)
        is_last = self._views.is_nearly_over(self._last_edit_by.get(job_id))
        return replace(view, bar_parts=bar_parts, is_last=is_last)

    def _forget_said(self, job_id: JobId) -> None:
        self._said.pop(job_id, None)
        self._last_edit_by.pop(job_id, None)

    def _queue_edit(self, job: Job, view: CardView) -> None:
        before = self._latest.get(job.id)
        self._latest[job.id] = _Edit(job=job, view=view)
        if before is None:
            self._edits.start(self._keep(job.id), name=f"card-{job.id}")
        else:
            before.is_outdated.set()

    async def _keep(self, job_id: JobId) -> None:
        """One task for a card: nothing about a job is said by two at once."""
        shown: _Edit | None = None
        try:
            while (latest := self._latest[job_id]) is not shown:
                await self._show(latest)
                shown = latest
        finally:
            del self._latest[job_id]

    async def _show(self, edit: _Edit) -> None:
        job = edit.job
        if job.status in TOLD_STATES:
            await self._say_last_word(edit)
            return
        try:
            await self._messenger.show_card(job, edit.view)
        except MessengerError as error:
            log.info("card_not_shown", job_id=job.id, cause=str(error))
            if self._said.get(job.id) is edit.view:
                self._forget_said(job.id)  # so that a later round says it

    async def _say_last_word(self, edit: _Edit) -> None:
        job = edit.job
        if not await self._until_taken(edit, lambda: self._messenger.show_card(job, edit.view)):
            return
        try:
            if await self._is_to_be_announced(job) and not await self._announce(edit):
                return
            await self._store.mark_told(job.id, job.status)
        except StorageUnavailableError:
            log.warning("last_word_not_marked", job_id=job.id)
        else:
            self._unmarked.pop(job.id, None)

    async def _is_to_be_announced(self, job: Job) -> bool:
        """Ask the log, and not the copy at hand: it may be older than what was said since."""
        if not _needs_message(job) or self._unmarked.get(job.id) == (job.status, job.reason):
            return False
        written = await self._store.get(job.id)
        return written is not None and written.status is job.status and written.owes_word

    async def _announce(self, edit: _Edit) -> bool:
        job = edit.job
        if not await self._until_taken(edit, lambda: self._messenger.announce_end(job)):
            return False
        self._unmarked[job.id] = (job.status, job.reason)
        return True

    async def _until_taken(self, edit: _Edit, say: Callable[[], Awaitable[None]]) -> bool:
        """Say whether nothing is left to try; a way that is closed for good counts as tried.

        False while Discord stays away, and as soon as something newer is to be said.
        """
        for wait_s in (*LAST_WORD_WAITS_S, None):
            try:
                await say()
            except DiscordAwayError as error:
                log.info("last_word_waits", job_id=edit.job.id, cause=str(error), wait_s=wait_s)
            except MessengerError as error:
                log.warning("last_word_not_said", job_id=edit.job.id, cause=str(error))
                return True
            else:
                return True
            if wait_s is None or await ended_within(
                edit.is_outdated.wait(), self._clock, timeout_s=wait_s
            ):
                return False
        return False


def _needs_message(job: Job) -> bool:
    """Beside those ends, one whose folded card may go unseen: its token went with its key."""
    is_given_up = job.texts_unreadable and job.reason == Reason.CANCELLED_BY_OPERATOR
    return is_given_up or job.status in TOLD_ENDS


def _is_about(view: CardView, job: Job) -> bool:
    """A place and a pause are for one that waits, a bar for one whose clip is being made."""
    if job.status is JobStatus.QUEUED:
        return view.ends_in is None
    return view.place is None and not view.paused
