"""Closes creation while Eachlabs would refuse every create, without failing anybody's job."""

import random
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

import structlog

from bot.domain.errors import (
    ConcurrencyCapError,
    KeyRefusedError,
    NoBalanceError,
    PredictionApiError,
    StorageUnavailableError,
    TryLaterError,
)
from bot.domain.ports import Clock, PredictionApi
from bot.services.incidents import (
    CONCURRENCY_CAP,
    EACHLABS_AWAY,
    KEY_REFUSED,
    NO_BALANCE,
    IncidentDesk,
)

log = structlog.get_logger(__name__)

# Hammering after a 429 keeps the account refused; a minute or two of silence clears it.
CONCURRENCY_PAUSE_S: Final = (60.0, 120.0)
AWAY_PAUSE_S: Final = (5.0, 15.0)
PROBE_EVERY_S: Final = 60.0


class CreationClosedError(TryLaterError):
    """The gate was closed while this create waited for room: it was not sent."""


@dataclass(kw_only=True, slots=True)
class _Closure:
    incident: str
    until: float
    needs_probe: bool


class CreationGate:
    """Open, closed until a moment, or closed until a probe of the balance succeeds."""

    def __init__(
        self,
        *,
        api: PredictionApi,
        incidents: IncidentDesk,
        clock: Clock,
        random_source: random.Random,
        dearest_clip_usd: Decimal,
    ) -> None:
        self._api = api
        self._incidents = incidents
        self._clock = clock
        self._random = random_source
        self._dearest_clip_usd = dearest_clip_usd
        self._closure: _Closure | None = None

    @property
    def is_open(self) -> bool:
        return self._closure is None

    def pass_through(self) -> None:
        """Raise CreationClosedError unless open. For a create whose first byte is about to leave.

        Others that were claimed with it may have been refused while it waited for room.
        """
        if self._closure is not None:
            raise CreationClosedError(self._closure.incident)

    def close(self, error: TryLaterError) -> str:
        """A create was refused for a cause that is nobody's job: close until it may be over.

        A stricter closure stays. Returns the kind of incident this is.
        """
        closure = self._closure_for(error)
        log.warning("creation_closed", cause=error.reason, incident=closure.incident)
        standing = self._closure
        if standing is not None:
            closure.until = max(closure.until, standing.until)
            if standing.needs_probe and not closure.needs_probe:
                self._closure = replace(standing, until=closure.until)
                return closure.incident
        self._closure = closure
        return closure.incident

    async def succeeded(self) -> None:
        """A create went through, so whatever stood against it is over: unless it has come back."""
        if self._closure is not None:
            return
        for kind in (CONCURRENCY_CAP, EACHLABS_AWAY, NO_BALANCE, KEY_REFUSED):
            await self._incidents.close(kind)

    async def reconsider(self) -> bool:
        """Open again when the time is up and, where needed, a probe succeeds."""
        closure = self._closure
        if closure is None:
            return True
        if self._clock.monotonic() < closure.until:
            return False
        if closure.needs_probe and not await self._probe(closure):
            closure.until = self._clock.monotonic() + PROBE_EVERY_S
            return False
        self._closure = None
        log.info("creation_opened", incident=closure.incident)
        return True

    def _closure_for(self, error: TryLaterError) -> _Closure:
        now = self._clock.monotonic()
        match error:
            case KeyRefusedError():
                return _Closure(incident=KEY_REFUSED, until=now + PROBE_EVERY_S, needs_probe=True)
            case NoBalanceError():
                return _Closure(incident=NO_BALANCE, until=now + PROBE_EVERY_S, needs_probe=True)
            case ConcurrencyCapError():
                pause_s = max(self._random.uniform(*CONCURRENCY_PAUSE_S), error.retry_after_s or 0)
                return _Closure(incident=CONCURRENCY_CAP, until=now + pause_s, needs_probe=False)
            case _:
                pause_s = max(self._random.uniform(*AWAY_PAUSE_S), error.retry_after_s or 0)
                return _Closure(incident=EACHLABS_AWAY, until=now + pause_s, needs_probe=False)

    async def _probe(self, closure: _Closure) -> bool:
        try:
            balance_usd = await self._api.balance_usd()
        except (PredictionApiError, StorageUnavailableError) as error:
            log.info("probe_failed", incident=closure.incident, cause=str(error))
            return False
        # The incident itself ends with the next create that succeeds.
        return closure.incident != NO_BALANCE or balance_usd >= self._dearest_clip_usd
