"""Eachlabs as the domain's PredictionApi: admission, patience, and translated errors."""

import math
import random
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from typing import Final, TypeVar

import structlog

from bot.domain.clip import ClipRequest
from bot.domain.errors import TryLaterError
from bot.domain.ids import GuildId, JobId, PredictionId
from bot.domain.ports import Clock, RequestGate, RequestKind
from bot.domain.prediction import Execution, Prediction, PredictionStatus
from bot.eachlabs.client import EachlabsClient
from bot.eachlabs.errors import EachlabsError, StatusError
from bot.eachlabs.models import ExecutionRow, PredictionAnswer, Status
from bot.eachlabs.translation import (
    INCOMPLETE,
    REASON_BY_FAILURE,
    TOO_MANY,
    call_error,
    create_error,
    prediction_error,
)
from bot.eachlabs.webhook_target import WebhookTarget

log = structlog.get_logger(__name__)

# Whoever asks comes back anyway, so a call is repeated only over a short disturbance.
MAX_TRIES: Final = 3
BACKOFF_S: Final = 0.5
# A longer Retry-After is left to the gate: meanwhile the caller can do something else.
MAX_PATIENCE_S: Final = 10.0
# 1000 predictions of one model in the few minutes around a create: more is not searchable.
MAX_PAGES: Final = 10
# So that a service which puts, say, a time into its status cannot fill the memory.
_MAX_REMEMBERED_WORDS: Final = 50

ValueT = TypeVar("ValueT")


class EachlabsPredictionApi:
    """Implements PredictionApi. Every attempt and every page passes the gate by itself.

    `create` is sent once, whatever happens. The other calls are repeated over short
    disturbances; `cancel` too, since ending what has ended changes nothing.
    `duration_type` is how the model wants its duration: int for Kling v2 and v2.1, str for v2.5
    and later. With a `webhook`, each create carries the address of its own job. A question about
    a prediction is repeated no sooner than `poll_min_s`.
    """

    def __init__(
        self,
        client: EachlabsClient,
        *,
        gate: RequestGate,
        clock: Clock,
        model: str,
        version: str,
        duration_type: type[int] | type[str] = int,
        webhook: WebhookTarget | None = None,
        poll_min_s: float = 0.0,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._client = client
        self._gate = gate
        self._clock = clock
        self._model = model
        self._version = version
        self._duration_type = duration_type
        self._webhook = webhook
        self._poll_min_s = poll_min_s
        self._jitter = jitter
        self._unknown_words: set[str] = set()

    async def create(
        self,
        request: ClipRequest,
        *,
        guild_id: GuildId,
        job_id: JobId,
        sending: Callable[[], None] = lambda: None,
    ) -> PredictionId:
        duration = self._duration_type(request.duration_s)
        call = partial(
            self._client.create,
            model=self._model,
            version=self._version,
            model_input={**request.model_input, "duration": duration},
            webhook_url=self._webhook.url_for(job_id) if self._webhook else None,
            webhook_secret=self._webhook.secret if self._webhook else None,
        )

        async def send() -> str:
            sending()
            return await call()

        try:
            return PredictionId(await self._admitted(RequestKind.CREATE, guild_id, send))
        except EachlabsError as error:
            raise create_error(error) from error

    async def get(self, prediction_id: PredictionId, *, guild_id: GuildId) -> Prediction:
        call = partial(self._client.get, prediction_id)
        try:
            answer = await self._patiently(RequestKind.POLL, guild_id, call)
        except EachlabsError as error:
            raise prediction_error(error) from error
        self._note(answer.status)
        return _prediction(prediction_id, answer)

    async def cancel(self, prediction_id: PredictionId, *, guild_id: GuildId) -> None:
        call = partial(self._client.cancel, prediction_id)
        try:
            await self._patiently(RequestKind.CANCEL, guild_id, call)
        except EachlabsError as error:
            raise prediction_error(error) from error

    async def balance_usd(self) -> Decimal:
        try:
            return await self._patiently(RequestKind.BALANCE, None, self._client.balance_usd)
        except EachlabsError as error:
            raise call_error(error) from error

    async def executions(self, *, since: datetime, until: datetime) -> Sequence[Execution]:
        """All of them or TryLaterError: of half a list, no match would be certain."""
        # Whole seconds, outwards: the service's own times may be cut to seconds.
        first = since.astimezone(UTC).replace(microsecond=0)
        last = datetime.fromtimestamp(math.ceil(until.timestamp()), tz=UTC)
        try:
            rows = await self._execution_rows(first, last)
        except EachlabsError as error:
            raise call_error(error) from error
        for row in rows:
            self._note(row.status)
        within = {row.id: row for row in rows if first <= row.created_at <= last}
        return [_execution(row) for row in within.values()]

    async def _execution_rows(self, since: datetime, until: datetime) -> Sequence[ExecutionRow]:
        rows: list[ExecutionRow] = []
        cursor: str | None = None
        for _ in range(MAX_PAGES):
            call = partial(
                self._client.executions_page,
                model=self._model,
                since=since,
                until=until,
                cursor=cursor,
            )
            page = await self._patiently(RequestKind.LIST, None, call)
            if page.unreadable_rows:
                raise TryLaterError(INCOMPLETE, detail=f"{page.unreadable_rows} rows unreadable")
            rows += page.rows
            cursor = page.next_cursor
            if cursor is None:
                return rows
        raise TryLaterError(INCOMPLETE, detail=f"more than {MAX_PAGES} pages")

    async def _admitted(
        self,
        kind: RequestKind,
        guild_id: GuildId | None,
        call: Callable[[], Awaitable[ValueT]],
    ) -> ValueT:
        async with self._gate.admit(kind, guild_id):
            try:
                return await call()
            except StatusError as error:
                if error.retry_after_s is not None and not _is_concurrency_cap(error, kind):
                    self._gate.hold_until(self._clock.monotonic() + error.retry_after_s)
                raise

    async def _patiently(
        self,
        kind: RequestKind,
        guild_id: GuildId | None,
        call: Callable[[], Awaitable[ValueT]],
    ) -> ValueT:
        tries = 0
        while True:
            tries += 1
            try:
                return await self._admitted(kind, guild_id, call)
            except EachlabsError as error:
                wait_s = self._wait_s(kind, error, tries)
                if not error.is_passing or tries == MAX_TRIES or wait_s > MAX_PATIENCE_S:
                    raise
            log.info("eachlabs_call_repeated", kind=kind.value, tries=tries, wait_s=wait_s)
            await self._clock.sleep(wait_s)

    def _wait_s(self, kind: RequestKind, error: EachlabsError, tries: int) -> float:
        """Spread the repeats of many callers, and never come before we are asked to."""
        backoff_s = BACKOFF_S * float(2 ** (tries - 1)) * (1 + self._jitter())
        asked_s = error.retry_after_s if isinstance(error, StatusError) else None
        least_s = self._poll_min_s if kind is RequestKind.POLL else 0.0
        return max(backoff_s, asked_s or 0.0, least_s)

    def _note(self, status: Status) -> None:
        is_new = not status.is_known and status.word not in self._unknown_words
        if is_new and len(self._unknown_words) < _MAX_REMEMBERED_WORDS:
            self._unknown_words.add(status.word)
            log.warning("eachlabs_status_unknown", status=status.word)


def _is_concurrency_cap(error: StatusError, kind: RequestKind) -> bool:
    """It leaves polling alone; when to create again is the caller's to decide."""
    return kind is RequestKind.CREATE and error.status == TOO_MANY


def _prediction(prediction_id: PredictionId, answer: PredictionAnswer) -> Prediction:
    failure = answer.failure
    return Prediction(
        id=prediction_id,
        status=PredictionStatus(answer.status.progress.value),
        output_url=answer.output_url,
        predict_seconds=answer.predict_seconds,
        cost_usd=answer.cost_usd,
        reason="" if failure is None else REASON_BY_FAILURE[failure.kind].value,
        detail="" if failure is None else failure.detail,
        input=answer.input,
    )


def _execution(row: ExecutionRow) -> Execution:
    return Execution(
        id=PredictionId(row.id),
        status=PredictionStatus(row.status.progress.value),
        created_at=row.created_at,
    )
