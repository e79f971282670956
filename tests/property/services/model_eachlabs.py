"""An Eachlabs that makes predictions, charges for them, and remembers what it was sent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from bot.domain.clip import ClipRequest
from bot.domain.errors import (
    ConcurrencyCapError,
    KeyRefusedError,
    NeverAgainError,
    NoBalanceError,
    OutcomeUnknownError,
    StorageUnavailableError,
    TryLaterError,
    UnknownPredictionError,
)
from bot.domain.ids import GuildId, JobId, PredictionId
from bot.domain.prediction import Execution, Prediction, PredictionStatus
from bot.domain.reasons import Reason
from tests.property.services.lifeline import Lifeline
from tests.property.services.trouble import Trouble
from tests.support.clock import ManualClock
from tests.support.fakes import ScriptedApi

FULL_PRICE_USD = Decimal("1.40")
PART_PRICE_USD = Decimal("0.35")
HELD_BACK_S = 30.0
SLOW_S = 20.0
CUT_OFF_AFTER_S = 90.0
LISTED_AFTER_S = 200.0
PRICED_AFTER_S = 100.0

_REFUSALS: Mapping[str, TryLaterError | NeverAgainError] = {
    "concurrency_cap": ConcurrencyCapError("concurrency_cap"),
    "no_balance": NoBalanceError("no_balance"),
    "key_refused": KeyRefusedError("key_refused"),
    "not_reached": TryLaterError("not_reached"),
    "refused": NeverAgainError(Reason.CREATE_REJECTED),
}
_CUT = frozenset({"cut", "unseen", "slow_unseen", "unseen_listed_late"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """How a prediction ends: what it charges, and what it says of that at first, and later."""

    status: PredictionStatus
    charged_usd: Decimal
    is_priced: bool = True
    is_priced_late: bool = False
    has_output: bool = True


_S = PredictionStatus
OUTCOMES: Mapping[str, Outcome] = {
    "success": Outcome(status=_S.SUCCEEDED, charged_usd=FULL_PRICE_USD),
    "success_unpriced": Outcome(status=_S.SUCCEEDED, charged_usd=FULL_PRICE_USD, is_priced=False),
    "success_priced_late": Outcome(
        status=_S.SUCCEEDED, charged_usd=FULL_PRICE_USD, is_priced_late=True
    ),
    "success_without_output": Outcome(
        status=_S.SUCCEEDED, charged_usd=FULL_PRICE_USD, has_output=False
    ),
    "failure_for_free": Outcome(status=_S.FAILED, charged_usd=Decimal(0)),
    "failure_at_a_price": Outcome(status=_S.FAILED, charged_usd=PART_PRICE_USD),
    "failure_unpriced": Outcome(status=_S.FAILED, charged_usd=PART_PRICE_USD, is_priced=False),
    "cancelled_upstream": Outcome(status=_S.CANCELLED, charged_usd=Decimal(0)),
}


@dataclass(kw_only=True, slots=True)
class Made:
    """A prediction as the service knows it, and for whom it was made."""

    id: PredictionId
    job_id: JobId
    input: Mapping[str, Any]
    created_at: datetime
    listed_at: datetime
    outcome: Outcome | None = None
    ended_at: datetime | None = None

    @property
    def charged_usd(self) -> Decimal:
        return Decimal(0) if self.outcome is None else self.outcome.charged_usd


class ModelEachlabs(ScriptedApi):
    def __init__(self, *, clock: ManualClock, trouble: Trouble) -> None:
        super().__init__()
        self.lifeline = Lifeline()
        self.made: dict[PredictionId, Made] = {}
        self.violations: list[str] = []
        self.may_be_made: Callable[[JobId], bool] = lambda _job_id: True
        self._clock = clock
        self._trouble = trouble
        # Creates that left and were not refused: a second one might be charged.
        self._may_be_charged: set[JobId] = set()

    def running(self) -> Sequence[Made]:
        return [made for made in self.made.values() if made.outcome is None]

    def end(self, made: Made, outcome: str) -> None:
        if made.outcome is None:
            made.outcome = OUTCOMES[outcome]
            made.ended_at = self._clock.now()

    async def create(
        self,
        request: ClipRequest,
        *,
        guild_id: GuildId,  # noqa: ARG002 - the port's signature
        job_id: JobId,
        sending: Callable[[], None],
    ) -> PredictionId:
        fault = self._fault("create")
        if fault == "not_logged":
            raise StorageUnavailableError("request not logged")
        if fault == "held_back":
            await self._clock.sleep(HELD_BACK_S)
        await self.lifeline.step()
        sending()
        self._note_sending(job_id)
        if fault in _REFUSALS:
            await self.lifeline.step()
            self._may_be_charged.discard(job_id)
            raise _REFUSALS[fault]
        prediction_id = None if fault == "cut" else self._make(request, job_id, fault)
        if fault == "slow":
            await self._clock.sleep(SLOW_S)
        if fault == "slow_unseen":
            await self._clock.sleep(CUT_OFF_AFTER_S)
        await self.lifeline.step()
        if prediction_id is None or fault in _CUT:
            raise OutcomeUnknownError("cut_off")
        return prediction_id

    async def get(self, prediction_id: PredictionId, *, guild_id: GuildId) -> Prediction:  # noqa: ARG002 - the port's signature
        fault = self._fault("get")
        if fault == "slow":
            await self._clock.sleep(SLOW_S)
        if fault == "not_reached":
            raise TryLaterError("not_reached")
        made = self.made.get(prediction_id)
        if made is None or fault == "not_known":
            raise UnknownPredictionError("not_known")
        return self._as_told(made)

    async def cancel(self, prediction_id: PredictionId, *, guild_id: GuildId) -> None:  # noqa: ARG002 - the port's signature
        await self.lifeline.step()
        fault = self._fault("cancel")
        if fault == "not_reached":
            raise TryLaterError("not_reached")
        if fault == "too_late":
            raise NeverAgainError("too_late")
        if fault != "ignored":
            self.end(self.made[prediction_id], "cancelled_upstream")
        await self.lifeline.step()
        if fault == "unseen":
            raise TryLaterError("no answer")

    async def balance_usd(self) -> Decimal:
        fault = self._fault("balance")
        if fault == "not_reached":
            raise TryLaterError("not_reached")
        return Decimal(0) if fault == "too_low" else Decimal(100)

    async def executions(self, *, since: datetime, until: datetime) -> Sequence[Execution]:
        fault = self._fault("list")
        if fault == "slow":
            await self._clock.sleep(SLOW_S)
        if fault == "not_reached":
            raise TryLaterError("not_reached")
        now = self._clock.now()
        return [
            Execution(id=made.id, status=self._as_told(made).status, created_at=made.created_at)
            for made in self.made.values()
            if since <= made.created_at <= until and made.listed_at <= now
        ]

    def _fault(self, call: str) -> str:
        return "not_reached" if self._trouble.is_away("eachlabs") else self._trouble.next(call)

    def _note_sending(self, job_id: JobId) -> None:
        if job_id in self._may_be_charged:
            self.violations.append(f"the create of job {job_id} was sent again")
        if not self.may_be_made(job_id):
            self.violations.append(f"job {job_id} was sent although its card never stood")
        self._may_be_charged.add(job_id)

    def _make(self, request: ClipRequest, job_id: JobId, fault: str) -> PredictionId:
        now = self._clock.now()
        lag_s = LISTED_AFTER_S if fault == "unseen_listed_late" else 0.0
        made = Made(
            id=PredictionId(f"prediction-{len(self.made) + 1}"),
            job_id=job_id,
            input=request.model_input,
            created_at=now,
            listed_at=now + timedelta(seconds=lag_s),
        )
        self.made[made.id] = made
        return made.id

    def _as_told(self, made: Made) -> Prediction:
        outcome = made.outcome
        if outcome is None or made.ended_at is None:
            return Prediction(id=made.id, status=PredictionStatus.RUNNING, input=made.input)
        succeeded = outcome.status is PredictionStatus.SUCCEEDED
        failed = outcome.status is PredictionStatus.FAILED
        return Prediction(
            id=made.id,
            status=outcome.status,
            output_url=f"https://clips.test/{made.id}.mp4"
            if succeeded and outcome.has_output
            else None,
            predict_seconds=(made.ended_at - made.created_at).total_seconds(),
            cost_usd=outcome.charged_usd if self._tells_price(outcome, made.ended_at) else None,
            reason=Reason.PROVIDER_ERROR if failed else "",
            input=made.input,
        )

    def _tells_price(self, outcome: Outcome, ended_at: datetime) -> bool:
        if outcome.is_priced_late:
            return self._clock.now() >= ended_at + timedelta(seconds=PRICED_AFTER_S)
        return outcome.is_priced
