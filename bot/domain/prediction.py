"""A prediction as the domain sees it, whatever the service's wire shapes are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from bot.domain.ids import PredictionId


class PredictionStatus(StrEnum):
    """A status the service invents later counts as RUNNING until the deadline."""

    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, kw_only=True, slots=True)
class Prediction:
    """`reason` is set when FAILED: a stable word of the log. Money is US dollars."""

    id: PredictionId
    status: PredictionStatus
    output_url: str | None = None
    predict_seconds: float | None = None
    cost_usd: Decimal | None = None
    reason: str = ""
    detail: str = ""
    input: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_finished(self) -> bool:
        return self.status is not PredictionStatus.RUNNING


@dataclass(frozen=True, kw_only=True, slots=True)
class Execution:
    """A row of the account's list of executions; the list carries no inputs."""

    id: PredictionId
    status: PredictionStatus
    created_at: datetime
