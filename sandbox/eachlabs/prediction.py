"""One prediction: what was asked for, how far it is, and how it ended."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from sandbox.eachlabs.faults import FaultSwitch
from sandbox.eachlabs.input_schema import CreateRequest

NOTHING_USD: Final = Decimal(0)
# Shares of the generation time that pass before the next state shows.
STARTING_FROM: Final = 0.01
PROCESSING_FROM: Final = 0.03


class Status(StrEnum):
    """The six states of the service."""

    CREATED = "created"
    STARTING = "starting"
    PROCESSING = "processing"
    SUCCESS = "success"
    ERROR = "error"
    CANCELLED = "cancelled"


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """Why the provider gave no clip, in the service's own codes."""

    error_code: str
    error_message: str
    category: str
    retryable: bool


REJECTED: Final = Failure(
    error_code="PROVIDER_REJECTED",
    error_message="The request could not be processed: failure to pass the risk control system",
    category="VALIDATION",
    retryable=False,
)
PROVIDER_FAILED: Final = Failure(
    error_code="PROVIDER_SERVER_ERROR",
    error_message="The provider returned an unexpected error",
    category="PROVIDER",
    retryable=True,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ending:
    """`at` is the clock's reading; `output` is set on success, `failure` on error."""

    status: Status
    at: float
    cost_usd: Decimal = NOTHING_USD
    output: Any = None
    file_fault: FaultSwitch | None = None
    failure: Failure | None = None


@dataclass(kw_only=True, slots=True, eq=False)
class Prediction:
    """Lapsed times are the provider's own (see TimeLapse); `ends_lapsed_s` may be infinite."""

    id: str
    number: int
    request: CreateRequest
    created_at: datetime
    created_clock: float
    created_lapsed_s: float
    generation_s: float
    ends_lapsed_s: float
    failure: Failure | None
    ending: Ending | None = None

    @property
    def will_make_a_clip(self) -> bool:
        return self.failure is None and math.isfinite(self.ends_lapsed_s)

    def status_at(self, lapsed_s: float) -> Status:
        if self.ending is not None:
            return self.ending.status
        progress = (lapsed_s - self.created_lapsed_s) / max(self.generation_s, 1e-9)
        if progress < STARTING_FROM:
            return Status.CREATED
        return Status.STARTING if progress < PROCESSING_FROM else Status.PROCESSING

    @property
    def run_time_s(self) -> float:
        """Seconds of the clock from create to end; 0 until then, as the service reports it."""
        return 0.0 if self.ending is None else self.ending.at - self.created_clock


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerRow:
    """What one create led to and what it was charged."""

    prediction_id: str
    input: Mapping[str, Any]
    created_at: datetime
    status: Status
    cost_usd: Decimal
    run_time_s: float
