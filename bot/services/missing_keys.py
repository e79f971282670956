"""Tells the operator which requests wait because no key of `DATA_KEY` opens them."""

from collections.abc import Sequence
from typing import Final

import structlog

from bot.domain.errors import StorageUnavailableError
from bot.domain.ids import JobId
from bot.domain.ports import Clock, JobStore
from bot.services.incidents import KEY_MISSING, IncidentDesk

log = structlog.get_logger(__name__)

LOOK_EVERY_S: Final = 60.0
# Bounds a report, which names them all.
NAMED_AT_ONCE: Final = 100
_BETWEEN: Final = ", "


class MissingKeys:
    """Looks at the start, and then until none waits: what comes later is sealed with a key."""

    def __init__(self, *, store: JobStore, incidents: IncidentDesk, clock: Clock) -> None:
        self._store = store
        self._incidents = incidents
        self._clock = clock

    async def run(self) -> None:
        while await self._look():
            await self._clock.sleep(LOOK_EVERY_S)

    async def _look(self) -> bool:
        """Say whether there is a reason to look again."""
        try:
            waiting = await self._store.waiting_unreadable()
            await self._tell(waiting)
        except StorageUnavailableError:
            log.warning("missing_keys_wait_for_database")
            return True
        return bool(waiting)

    async def _tell(self, waiting: Sequence[JobId]) -> None:
        """A report is over when none of those that it names waits any more."""
        told: set[JobId] = set()
        for subject in await self._incidents.open_subjects(KEY_MISSING):
            named = {JobId(int(number)) for number in subject.split(_BETWEEN)}
            told |= named
            if named.isdisjoint(waiting):
                await self._incidents.close(KEY_MISSING, subject=subject)
        untold = [job_id for job_id in waiting if job_id not in told]
        for first in range(0, len(untold), NAMED_AT_ONCE):
            subject = _BETWEEN.join(map(str, untold[first : first + NAMED_AT_ONCE]))
            await self._incidents.open(KEY_MISSING, subject=subject)
