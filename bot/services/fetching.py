"""Fetches a finished clip for as long as its link is promised, and tells of trouble in time."""

from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from itertools import chain, repeat
from typing import Final

import structlog

from bot.domain.errors import ClipNotStoredError, ClipUnreachableError
from bot.domain.job import Job
from bot.domain.ports import Clip, ClipSource, Clock
from bot.services.disk_trouble import DiskTrouble
from bot.services.incidents import OUTPUT_UNREACHABLE, IncidentDesk

log = structlog.get_logger(__name__)

# An output link may fail at first; the last wait is repeated.
FETCH_WAITS_S: Final = (2.0, 5.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0)
# What mends itself within some minutes is nobody's business.
UNTOLD_FAILURES: Final = 6
LINK_PROMISE: Final = timedelta(days=1)
# With our own disk refusing, the member is given the link itself while it still has some time.
LAST_HOUR: Final = timedelta(hours=1)


class PatientFetcher:
    """A clip that was paid for is fetched sooner or later, whichever side has the trouble."""

    def __init__(
        self, *, clips: ClipSource, disk: DiskTrouble, incidents: IncidentDesk, clock: Clock
    ) -> None:
        self._clips = clips
        self._disk = disk
        self._incidents = incidents
        self._clock = clock

    async def fetch(self, stack: AsyncExitStack, job: Job, *, url: str) -> Clip:
        """Fetch into the stack. Raises ClipUnusableError's kinds, or ClipNotStoredError.

        ClipUnreachableError and ClipNotStoredError mean here that patience is over.
        """
        finished_at = job.finished_at or self._clock.now()
        waits_s = chain(FETCH_WAITS_S, repeat(FETCH_WAITS_S[-1]))
        failures = 0
        while True:
            try:
                clip = await stack.enter_async_context(self._clips.fetch(url, name=f"job-{job.id}"))
            except ClipNotStoredError:
                await self._disk.refused(job.id)
                if self._is_over(finished_at + LINK_PROMISE - LAST_HOUR):
                    raise
            except ClipUnreachableError as error:
                failures += 1
                if self._is_over(finished_at + LINK_PROMISE):
                    raise
                if failures > UNTOLD_FAILURES:
                    await self._incidents.open(
                        OUTPUT_UNREACHABLE, subject=str(job.id), detail=error.detail
                    )
            else:
                await self._disk.took(job.id)
                await self.end_of_trouble(job)
                return clip
            wait_s = next(waits_s)
            log.warning("clip_not_fetched", job_id=job.id, wait_s=wait_s)
            await self._clock.sleep(wait_s)

    async def end_of_trouble(self, job: Job) -> None:
        """The clip is here, or is no longer waited for."""
        await self._incidents.close(OUTPUT_UNREACHABLE, subject=str(job.id))

    def _is_over(self, moment: datetime) -> bool:
        return self._clock.now() >= moment
