"""Tells the operator once that something is wrong, and once that it is over."""

from collections.abc import Sequence
from typing import Final

import structlog

from bot.domain.errors import MessengerError, StorageUnavailableError
from bot.domain.messenger import Messenger
from bot.domain.ports import Clock, Incident, IncidentStore

log = structlog.get_logger(__name__)

KEY_REFUSED: Final = "key-refused"
NO_BALANCE: Final = "no-balance"
CONCURRENCY_CAP: Final = "concurrency-cap"
EACHLABS_AWAY: Final = "eachlabs-away"
GUILD_REFUSED: Final = "guild-refused"
OUTCOME_UNKNOWN: Final = "outcome-unknown"
MEDIA_FULL: Final = "media-full"
JOB_STUCK: Final = "job-stuck"
OUTPUT_UNREACHABLE: Final = "output-unreachable"
DISK_FULL: Final = "disk-full"
KEY_MISSING: Final = "key-missing"
FEED_LINE_REFUSED: Final = "feed-line-refused"


# An operator who cannot be reached for long needs the newest reports, not all of them.
UNTOLD_KEPT: Final = 100


class IncidentDesk:
    """Opens and closes incidents. Failing to report one never stops the work it is about."""

    def __init__(self, *, store: IncidentStore, messenger: Messenger, clock: Clock) -> None:
        self._store = store
        self._messenger = messenger
        self._clock = clock
        self._open: set[tuple[str, str]] | None = None
        self._untold: list[tuple[str, str]] = []

    async def open(self, kind: str, *, subject: str = "", detail: str = "") -> None:
        """Report an incident unless this kind is open for this subject already.

        It is told though the database does not take it: a full disk is told of as well.
        """
        incident = Incident(kind=kind, subject=subject, opened_at=self._clock.now(), detail=detail)
        try:
            known = await self._known()
            if (kind, subject) in known:
                return
            known.add((kind, subject))
            await self._store.open(incident)
        except StorageUnavailableError:
            log.warning("incident_not_stored", kind=kind, subject=subject)
            if self._open is None:
                return  # nobody knows whether it was told before a restart
        log.error("incident_opened", kind=kind, subject=subject, detail=detail)
        await self._tell(f"incident-{kind}", subject)

    async def close(self, kind: str, *, subject: str = "") -> None:
        """Report the end of an incident, if it was open; cheap when it was not."""
        try:
            known = await self._known()
            if (kind, subject) not in known:
                return
            await self._store.close(kind, subject, self._clock.now())
        except StorageUnavailableError:
            log.warning("incident_end_not_stored", kind=kind, subject=subject)
            return
        if (kind, subject) not in known:
            return  # two ended it at once, and the other one tells
        known.discard((kind, subject))
        log.info("incident_closed", kind=kind, subject=subject)
        await self._tell(f"incident-{kind}-over", subject)

    async def tell_again(self) -> None:
        """Repeat, in their order, the reports that Discord did not take."""
        untold, self._untold = self._untold, []
        for key, subject in untold:
            await self._tell(key, subject)

    async def open_subjects(self, kind: str) -> Sequence[str]:
        """Name what incidents of this kind are open about. Raises StorageUnavailableError."""
        return [subject for known, subject in await self._known() if known == kind]

    async def _known(self) -> set[tuple[str, str]]:
        """Read once which are open from before; from then on only this desk opens any."""
        if self._open is None:
            found = await self._store.open_incidents()
            if self._open is None:  # another one may have read them meanwhile, and added to them
                self._open = {(incident.kind, incident.subject) for incident in found}
        return self._open

    async def _tell(self, key: str, subject: str) -> None:
        try:
            await self._messenger.tell_operator(key, subject=subject)
        except MessengerError as error:
            log.warning("operator_not_reached", key=key, error=type(error).__name__)
            self._untold = [*self._untold, (key, subject)][-UNTOLD_KEPT:]
