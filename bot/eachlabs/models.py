"""The answers of Eachlabs, as far as they are documented or were seen, made safe to use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from bot.eachlabs.failures import Failure, read_failure
from bot.eachlabs.values import (
    as_mapping,
    aware_time,
    finite,
    parse_json,
    safe_id,
    usd,
    web_url,
    word,
)

_ID_KEYS: Final = ("predictionID", "id", "prediction_id")
_URL_KEYS: Final = ("url", "video_url", "video", "output", "videos")
_MAX_OUTPUT_DEPTH: Final = 6
_MAX_CURSOR_CHARS: Final = 2048
_UNREADABLE_WORD: Final = "unreadable"


class Progress(StrEnum):
    """How far a prediction is. The service's own words for it changed over the years."""

    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


_RUNNING_WORDS: Final = frozenset(
    {"created", "starting", "processing", "queued", "pending", "in_queue", "running"}
)
_PROGRESS_BY_WORD: Final[Mapping[str, Progress]] = {
    **dict.fromkeys(_RUNNING_WORDS, Progress.RUNNING),
    **dict.fromkeys(("success", "succeeded", "completed"), Progress.SUCCEEDED),
    **dict.fromkeys(("error", "failed"), Progress.FAILED),
    **dict.fromkeys(("cancelled", "canceled"), Progress.CANCELLED),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Status:
    """`is_known` is False for a word nobody has seen yet; such a prediction counts as running."""

    word: str
    progress: Progress
    is_known: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class PredictionAnswer:
    """What is known of one prediction. `failure` is set when it FAILED."""

    status: Status
    output_url: str | None
    predict_seconds: float | None
    cost_usd: Decimal | None
    failure: Failure | None
    input: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class ExecutionRow:
    """One line of the account's history."""

    id: str
    status: Status
    created_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class ExecutionsPage:
    """`next_cursor` is None on the last page; `unreadable_rows` were left out."""

    rows: Sequence[ExecutionRow]
    unreadable_rows: int
    next_cursor: str | None


def read_created_id(body: Any) -> str | None:
    """Try the documented key first, then those that clients have met."""
    answer = as_mapping(body)
    ids = (safe_id(answer.get(key)) for key in _ID_KEYS)
    return next((found for found in ids if found is not None), None)


def read_prediction(
    body: Any, *, prediction_id: str, secrets: Sequence[str]
) -> PredictionAnswer | None:
    """None when the body is no prediction, or is another one than was asked for."""
    answer = as_mapping(body)
    status = _read_status(answer.get("status"))
    if status is None or not _is_about(answer, prediction_id):
        return None
    metrics = as_mapping(answer.get("metrics"))
    given = as_mapping(answer.get("input"))
    progress = status.progress
    return PredictionAnswer(
        status=status,
        output_url=find_url(answer.get("output")) if progress is Progress.SUCCEEDED else None,
        predict_seconds=_predict_seconds(metrics.get("predict_time"), progress),
        cost_usd=_cost(metrics.get("cost"), progress),
        failure=(
            read_failure(body, secrets=_secrets(given, secrets))
            if progress is Progress.FAILED
            else None
        ),
        input=given,
    )


def read_executions(body: Any) -> ExecutionsPage | None:
    """None when it is no page, or promises another one without saying where."""
    answer = as_mapping(body)
    listed = answer.get("executions")
    if not isinstance(listed, list):
        return None
    rows = [row for row in map(_read_row, listed) if row is not None]
    cursor = _read_cursor(answer.get("next_cursor")) if answer.get("has_more") is True else None
    if answer.get("has_more") is True and cursor is None:
        return None
    return ExecutionsPage(rows=rows, unreadable_rows=len(listed) - len(rows), next_cursor=cursor)


def read_balance_usd(body: Any) -> Decimal | None:
    """Negative is a valid balance; a missing one is not zero."""
    return usd(as_mapping(body).get("balance_usd"))


def find_url(output: Any, depth: int = 0) -> str | None:
    """Find the first address in a string, JSON in a string, a list or an object."""
    if depth > _MAX_OUTPUT_DEPTH:
        return None
    if isinstance(output, str):
        return web_url(output) or find_url(_decoded(output), depth + 1)
    candidates: Sequence[Any] = ()
    if isinstance(output, list):
        candidates = output
    if isinstance(output, dict):
        candidates = [output[key] for key in _URL_KEYS if key in output]
    urls = (find_url(candidate, depth + 1) for candidate in candidates)
    return next((url for url in urls if url is not None), None)


def _decoded(text: str) -> Any:
    if not text.lstrip().startswith(("{", "[", '"')):
        return None
    try:
        return parse_json(text)
    except ValueError:
        return None


def _read_status(value: Any) -> Status | None:
    if not isinstance(value, str):
        return None
    text = value.strip().casefold()
    progress = _PROGRESS_BY_WORD.get(text)
    return Status(
        word=word(text) or _UNREADABLE_WORD,
        progress=progress or Progress.RUNNING,
        is_known=progress is not None,
    )


def _is_about(answer: Mapping[str, Any], prediction_id: str) -> bool:
    """Some answers carry no id; one that names another prediction must not be believed."""
    named = answer.get("id")
    return named is None or (
        isinstance(named, str) and named.casefold() == prediction_id.casefold()
    )


def _secrets(given: Mapping[str, Any], secrets: Sequence[str]) -> Sequence[str] | None:
    """Learn the prompt from the answer's own input; without one nothing may be quoted."""
    if not isinstance(given.get("prompt"), str):
        return None
    return [*secrets, *(value for value in given.values() if isinstance(value, str))]


def _predict_seconds(value: Any, progress: Progress) -> float | None:
    """While it runs the field reads 0 or a guess, and 0 afterwards means not measured."""
    seconds = finite(value)
    if progress is Progress.RUNNING or seconds is None or seconds <= 0:
        return None
    return seconds


def _cost(value: Any, progress: Progress) -> Decimal | None:
    """0 is believed of what failed or was cancelled; no clip is free, so there it is unknown."""
    cost_usd = usd(value)
    if progress is Progress.RUNNING or cost_usd is None or cost_usd < 0:
        return None
    return None if progress is Progress.SUCCEEDED and cost_usd == 0 else cost_usd


def _read_row(value: Any) -> ExecutionRow | None:
    row = as_mapping(value)
    prediction_id, status = safe_id(row.get("id")), _read_status(row.get("status"))
    created_at = aware_time(row.get("created_at"))
    if prediction_id is None or status is None or created_at is None:
        return None
    return ExecutionRow(id=prediction_id, status=status, created_at=created_at)


def _read_cursor(value: Any) -> str | None:
    is_cursor = isinstance(value, str) and value.isprintable()
    return value if is_cursor and 0 < len(value) <= _MAX_CURSOR_CHARS else None
