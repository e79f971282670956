"""GET /v2/executions: newest first, page by page, behind an opaque cursor."""

import base64
import binascii
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sandbox.eachlabs.prediction import Prediction, Status

LIMIT_DEFAULT: Final = 20
LIMIT_MAX: Final = 100


class InvalidQueryError(Exception):
    """Answered with 400 and this text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ExecutionQuery:
    """`before_number` comes from the cursor: only predictions created earlier are listed."""

    model: str
    statuses: frozenset[str]
    since: datetime | None
    until: datetime | None
    limit: int
    before_number: int | None

    def matches(self, prediction: Prediction, status: Status) -> bool:
        created_at = prediction.created_at
        return (
            (self.before_number is None or prediction.number < self.before_number)
            and (not self.model or prediction.request.model == self.model)
            and (not self.statuses or status in self.statuses)
            and (self.since is None or created_at >= self.since)
            and (self.until is None or created_at <= self.until)
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class ExecutionPage:
    """One page; `next_cursor` is None on the last."""

    rows: Sequence[tuple[Prediction, Status]]
    next_cursor: str | None


def parse_query(query: Mapping[str, str]) -> ExecutionQuery:
    """A cursor is good only with the filters and the limit that it came with."""
    return ExecutionQuery(
        model=query.get("model", ""),
        statuses=frozenset(part for part in query.get("status", "").split(",") if part),
        since=_moment("from", query.get("from", "")),
        until=_moment("to", query.get("to", "")),
        limit=_limit(query.get("limit", str(LIMIT_DEFAULT))),
        before_number=_read_cursor(query),
    )


def list_page(
    rows: Iterable[tuple[Prediction, Status]], query: ExecutionQuery, raw: Mapping[str, str]
) -> ExecutionPage:
    """`rows` come newest first; `raw` is the query as it was sent."""
    page: list[tuple[Prediction, Status]] = []
    for prediction, status in rows:
        if not query.matches(prediction, status):
            continue
        if len(page) == query.limit:
            return ExecutionPage(rows=page, next_cursor=_cursor(page[-1][0].number, raw))
        page.append((prediction, status))
    return ExecutionPage(rows=page, next_cursor=None)


def _moment(name: str, text: str) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise InvalidQueryError(f"{name} must be an RFC 3339 time") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _limit(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= LIMIT_MAX:
        raise InvalidQueryError(f"limit must be between 1 and {LIMIT_MAX}")
    return int(text)


def _cursor(number: int, raw: Mapping[str, str]) -> str:
    content = json.dumps({"before": number, "query": _fingerprint(raw)})
    return base64.urlsafe_b64encode(content.encode()).decode()


def _read_cursor(query: Mapping[str, str]) -> int | None:
    if not query.get("cursor"):
        return None
    try:
        content = json.loads(base64.urlsafe_b64decode(query["cursor"]))
        number = int(content["before"])
        fingerprint = content["query"]
    except (binascii.Error, ValueError, KeyError, TypeError) as error:
        raise InvalidQueryError("invalid cursor") from error
    if fingerprint != _fingerprint(query):
        raise InvalidQueryError("cursor does not match the filters")
    return number


def _fingerprint(query: Mapping[str, str]) -> str:
    filters = sorted((name, value) for name, value in query.items() if name != "cursor")
    return hashlib.sha256(json.dumps(filters).encode()).hexdigest()[:16]
