"""Follows which servers have the bot, and erases what is kept about those that removed it."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

import structlog

from bot.domain.errors import IllegalTransitionError, StorageUnavailableError
from bot.domain.ids import GuildId, JobId
from bot.domain.job import OPERATOR, Job, JobStatus
from bot.domain.ports import ClipStore, Clock, JobStore
from bot.domain.presence import PresenceStore
from bot.domain.reasons import Reason
from bot.services.rounds import repeat

log = structlog.get_logger(__name__)

LOOK_EVERY_S: Final = 3600.0
KEPT_AFTER_LEAVING: Final = timedelta(days=30)
BATCH: Final = 50
# A wrong token is another bot's, which most servers do not have; this is time to notice.
UNTRUSTED_AFTER_CHANGE: Final = timedelta(days=1)


class PresenceService:
    """A server's waiting clips are cancelled: they would be paid for and reach nobody.

    What is being made is paid for already, and goes to its member directly, or is kept.
    """

    def __init__(
        self,
        *,
        store: PresenceStore,
        jobs: JobStore,
        kept_clips: ClipStore,
        clock: Clock,
        present: Callable[[], Collection[GuildId] | None],
        application_id: Callable[[], int | None],
        cancelled: Callable[[Job], None],
    ) -> None:
        self._store = store
        self._jobs = jobs
        self._kept_clips = kept_clips
        self._clock = clock
        self._present = present
        self._application_id = application_id
        self._cancelled = cancelled

    async def run(self) -> None:
        """Run until cancelled."""
        await repeat(self.look_after, every_s=LOOK_EVERY_S, clock=self._clock)

    async def look_after(self) -> None:
        """Make up for what was missed, and erase what is due. Raises StorageUnavailableError.

        A server may have come back unseen: nothing is erased before that is known.
        """
        if await self.compare():
            await self.erase()

    async def left(self, guild_id: GuildId) -> None:
        """A server has removed the bot. Raises StorageUnavailableError."""
        log.info("server_left", guild_id=guild_id)
        await self._store.mark_left((guild_id,), at=self._clock.now())
        await self._cancel_waiting({guild_id})

    async def joined(self, guild_id: GuildId) -> None:
        """It has the bot, perhaps again. Raises StorageUnavailableError."""
        await self._store.mark_present((guild_id,))

    async def compare(self) -> bool:
        """Hold what is known against what Discord says, and say whether that can be believed.

        Raises StorageUnavailableError.

        Servers may have removed the bot, or taken it back, while no bot ran. Nothing is known
        before Discord has told all of them. To another application than before, a server that
        is missing may be one where it never was: for a day, that is not held against it.
        """
        present, application_id = self._present(), self._application_id()
        if present is None or application_id is None:
            return False
        known = await self._store.known()
        back = {each for each, left_at in known.items() if left_at is not None and each in present}
        if back:
            await self._store.mark_present(back)
        gone = {each for each in known if each not in present}
        if await self._is_new(application_id):
            log.warning("servers_missing_for_new_application", count=len(gone))
            return False
        new = {each for each in gone if known[each] is None}
        if new:
            log.info("servers_left_unseen", count=len(new))
            await self._store.mark_left(new, at=self._clock.now())
        if gone:
            await self._cancel_waiting(gone)
        return True

    async def _is_new(self, application_id: int) -> bool:
        now = self._clock.now()
        since = await self._store.runs_as(application_id, at=now)
        return since is not None and since > now - UNTRUSTED_AFTER_CHANGE

    async def erase(self) -> None:
        """Erase the servers whose time is over. Raises StorageUnavailableError."""
        left_before = self._clock.now() - KEPT_AFTER_LEAVING
        for guild_id in await self._store.left(before=left_before, at_most=BATCH):
            await self._erase_jobs(guild_id, left_before)
            while (
                await self._store.erase_records(guild_id, left_before=left_before, at_most=BATCH)
                == BATCH
            ):
                await self._clock.sleep(0)
            await self._store.finish(guild_id, left_before=left_before)
            log.info("server_erased", guild_id=guild_id)

    async def _erase_jobs(self, guild_id: GuildId, left_before: datetime) -> None:
        """Others have their turn at the database between two batches."""
        while True:
            erased = await self._store.erase_jobs(guild_id, left_before=left_before, at_most=BATCH)
            for kept_file in erased.kept_files:
                await self._discard(kept_file)
            if erased.count < BATCH:
                return
            await self._clock.sleep(0)

    async def _discard(self, kept_file: str) -> None:
        """What stays behind here goes with what is left over, when its days are over."""
        try:
            await self._kept_clips.discard(kept_file)
        except StorageUnavailableError:
            log.warning("kept_clip_not_discarded", kept_file=kept_file)

    async def _cancel_waiting(self, guild_ids: Collection[GuildId]) -> None:
        for waiting in await self._jobs.waiting():
            if waiting.guild_id in guild_ids:
                await self._cancel(waiting.job_id)

    async def _cancel(self, job_id: JobId) -> None:
        now = self._clock.now()
        try:
            job = await self._jobs.transition(
                job_id,
                JobStatus.CANCELLED,
                actor=OPERATOR,
                at=now,
                detail="server_left",
                only_from=JobStatus.QUEUED,
                reason=Reason.CANCELLED_BY_OPERATOR,
                finished_at=now,
                cost_usd=Decimal(0),
            )
        except IllegalTransitionError:
            return
        self._cancelled(job)
