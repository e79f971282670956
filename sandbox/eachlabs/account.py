"""The account: who may create, what runs, what ended, what it cost.

Nothing here sleeps. Each prediction has an end on the provider's clock, and `advance`
brings the books up to now in the order in which things happened.
"""

import math
import random
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from sandbox.eachlabs.faults import FaultKind, Faults
from sandbox.eachlabs.input_schema import CreateRequest
from sandbox.eachlabs.limits import Promises
from sandbox.eachlabs.outputs import draw_output
from sandbox.eachlabs.prediction import (
    PROVIDER_FAILED,
    REJECTED,
    Ending,
    Failure,
    LedgerRow,
    Prediction,
    Status,
)
from sandbox.eachlabs.slot_log import SlotLog
from sandbox.eachlabs.time_lapse import GenerationSeconds, TimeLapse, draw_generation_s

# The provider's safety check answers long before a clip would be ready.
REJECTED_WITHIN_S: Final = (3.0, 15.0)


class NotEnoughBalanceError(Exception):
    """What runs would cost more than there is."""

    def __init__(self, balance_usd: Decimal) -> None:
        super().__init__(balance_usd)
        self.balance_usd = balance_usd


class TooManyExecutionsError(Exception):
    """The account's cap on predictions in flight."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AccountTerms:
    """What the account was opened with."""

    max_concurrent: int
    enforce_concurrency: bool
    prices_usd: Mapping[int, Decimal]
    balance_usd: Decimal
    generation_seconds: GenerationSeconds


@dataclass(frozen=True, kw_only=True, slots=True)
class AccountEvents:
    """Whom the account tells: clips are made from the start on, webhooks go out at the end."""

    started: Callable[[Prediction], None]
    ended: Callable[[Prediction], None]


class Account:
    """All predictions that were ever created, and the money."""

    def __init__(
        self,
        *,
        terms: AccountTerms,
        faults: Faults,
        promises: Promises,
        time_lapse: TimeLapse,
        clock: Callable[[], float],
        now: Callable[[], datetime],
        chance: random.Random,
        output_url: Callable[[str], str],
        events: AccountEvents,
    ) -> None:
        self._terms = terms
        self._faults = faults
        self._promises = promises
        self._time_lapse = time_lapse
        self._clock = clock
        self._now = now
        self._chance = chance
        self._output_url = output_url
        self._events = events
        self._predictions: dict[str, Prediction] = {}
        self._in_flight: dict[str, Prediction] = {}
        self._balance_usd = terms.balance_usd
        self.slot_log = SlotLog()

    def create(self, request: CreateRequest) -> Prediction:
        """Raise NotEnoughBalanceError or TooManyExecutionsError, creating nothing."""
        self.advance()
        self._check_balance(request)
        if self._terms.enforce_concurrency and len(self._in_flight) >= self._terms.max_concurrent:
            raise TooManyExecutionsError
        prediction = self._new_prediction(request)
        self._predictions[prediction.id] = prediction
        self._in_flight[prediction.id] = prediction
        self._promises.in_flight(len(self._in_flight))
        self.slot_log.note(at=prediction.created_clock, in_flight=len(self._in_flight))
        self._events.started(prediction)
        return prediction

    def get(self, prediction_id: str) -> Prediction | None:
        self.advance()
        return self._predictions.get(prediction_id)

    def status(self, prediction: Prediction) -> Status:
        return prediction.status_at(self._time_lapse.lapsed_s())

    def cancel(self, prediction: Prediction) -> None:
        """An ended prediction stays as it is: the service only promises to try."""
        if prediction.ending is None:
            self._end(prediction, Ending(status=Status.CANCELLED, at=self._clock()))

    def newest_first(self) -> Iterator[Prediction]:
        self.advance()
        return reversed(self._predictions.values())

    def advance(self) -> None:
        """End, in order, everything whose time has come."""
        lapsed_s = self._time_lapse.lapsed_s()
        due = [item for item in self._in_flight.values() if item.ends_lapsed_s <= lapsed_s]
        for prediction in sorted(due, key=lambda item: item.ends_lapsed_s):
            self._end(prediction, self._natural_ending(prediction))

    def change_speed(self, speed: float) -> None:
        self.advance()
        self._time_lapse.change_speed(speed)

    @property
    def next_end_clock(self) -> float | None:
        """The clock's reading when the next prediction ends, if one does by itself."""
        ends = [item.ends_lapsed_s for item in self._in_flight.values()]
        first = min(ends, default=math.inf)
        return self._time_lapse.clock_at(first) if math.isfinite(first) else None

    @property
    def in_flight(self) -> int:
        self.advance()
        return len(self._in_flight)

    @property
    def balance_usd(self) -> Decimal:
        self.advance()
        return self._balance_usd

    @balance_usd.setter
    def balance_usd(self, balance_usd: Decimal) -> None:
        self._balance_usd = balance_usd

    @property
    def ledger(self) -> Sequence[LedgerRow]:
        self.advance()
        return [self._ledger_row(prediction) for prediction in self._predictions.values()]

    def _check_balance(self, request: CreateRequest) -> None:
        reserved_usd = sum(self._price_usd(item.request) for item in self._in_flight.values())
        if reserved_usd + self._price_usd(request) > self._balance_usd:
            raise NotEnoughBalanceError(self._balance_usd)

    def _price_usd(self, request: CreateRequest) -> Decimal:
        return self._terms.prices_usd[request.duration_s]

    def _new_prediction(self, request: CreateRequest) -> Prediction:
        lapsed_s = self._time_lapse.lapsed_s()
        generation_s = draw_generation_s(
            self._terms.generation_seconds, duration_s=request.duration_s, chance=self._chance
        )
        runs_s, failure = self._draw_fate(generation_s)
        return Prediction(
            id=str(uuid.uuid4()),
            number=len(self._predictions),
            request=request,
            created_at=self._now(),
            created_clock=self._clock(),
            created_lapsed_s=lapsed_s,
            generation_s=generation_s,
            ends_lapsed_s=lapsed_s + runs_s,
            failure=failure,
        )

    def _draw_fate(self, generation_s: float) -> tuple[float, Failure | None]:
        fate = self._faults.strike(
            FaultKind.STUCK, FaultKind.PROMPT_REJECTED, FaultKind.PROVIDER_ERROR
        )
        if fate is None:
            return generation_s, None
        if fate.kind is FaultKind.STUCK:
            return math.inf, None
        if fate.kind is FaultKind.PROVIDER_ERROR:
            return generation_s, PROVIDER_FAILED
        return min(generation_s, self._chance.uniform(*REJECTED_WITHIN_S)), REJECTED

    def _natural_ending(self, prediction: Prediction) -> Ending:
        at = self._time_lapse.clock_at(prediction.ends_lapsed_s)
        if prediction.failure is not None:
            return Ending(status=Status.ERROR, at=at, failure=prediction.failure)
        output = draw_output(self._output_url(prediction.id), faults=self._faults)
        return Ending(
            status=Status.SUCCESS,
            at=at,
            cost_usd=self._price_usd(prediction.request),
            output=output.value,
            file_fault=output.file_fault,
        )

    def _end(self, prediction: Prediction, ending: Ending) -> None:
        prediction.ending = ending
        del self._in_flight[prediction.id]
        self._balance_usd -= ending.cost_usd
        self.slot_log.note(at=ending.at, in_flight=len(self._in_flight))
        self._events.ended(prediction)

    def _ledger_row(self, prediction: Prediction) -> LedgerRow:
        ending = prediction.ending
        return LedgerRow(
            prediction_id=prediction.id,
            input=MappingProxyType(dict(prediction.request.model_input)),
            created_at=prediction.created_at,
            status=self.status(prediction),
            cost_usd=ending.cost_usd if ending else Decimal(0),
            run_time_s=prediction.run_time_s,
        )
