"""The log as any other program reads it, so that nothing of the bot's own reading is believed."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from bot.domain.job import JobStatus

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True, slots=True)
class EventRow:
    before: JobStatus | None
    after: JobStatus
    actor: str
    detail: str

    def __str__(self) -> str:
        step = self.after if self.before is self.after else f"{self.before} -> {self.after}"
        return f"{step} ({self.actor}{f': {self.detail}' if self.detail else ''})"


@dataclass(frozen=True, kw_only=True, slots=True)
class JobRow:
    id: int
    status: JobStatus
    reason: str
    prompt: str
    private: bool
    submitted_at: datetime | None
    prediction_id: str | None
    cost_usd: Decimal | None
    cost_estimated_usd: Decimal
    output_url: str | None
    kept_file: str | None
    result_message_id: int | None
    owes_word: bool
    events: Sequence[EventRow]

    def __str__(self) -> str:
        story = "; ".join(map(str, self.events))
        return f"job {self.id} {self.status} {self.reason} cost={self.cost_usd}: {story}"

    @property
    def was_settled(self) -> bool:
        return any(event.actor == "operator" for event in self.events)

    def says(self, word: str) -> bool:
        return any(word in event.detail for event in self.events)


class UsageRows:
    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self._connection.row_factory = sqlite3.Row

    def close(self) -> None:
        self._connection.close()

    def pauses(self) -> Sequence[tuple[datetime, datetime]]:
        """From when to when the server was paused, as far as that is on record."""
        spans: list[tuple[datetime, datetime]] = []
        query = "SELECT action, at FROM audit_log WHERE action IN ('paused', 'resumed') ORDER BY id"
        for row in self._connection.execute(query):
            at = _EPOCH + timedelta(microseconds=row["at"])
            if row["action"] == "paused":
                spans.append((at, datetime.max.replace(tzinfo=UTC)))
            else:
                spans[-1] = (spans[-1][0], at)
        return spans

    def read(self) -> Sequence[JobRow]:
        events: dict[int, list[EventRow]] = {}
        for row in self._connection.execute("SELECT * FROM job_events ORDER BY id"):
            events.setdefault(row["job_id"], []).append(_event(row))
        rows = self._connection.execute("SELECT * FROM jobs ORDER BY id")
        return [_job(row, events.get(row["id"], [])) for row in rows]


def _event(row: Mapping[str, str]) -> EventRow:
    before = row["status_before"]
    return EventRow(
        before=None if before is None else JobStatus(before),
        after=JobStatus(row["status_after"]),
        actor=row["actor"],
        detail=row["detail"],
    )


def _job(row: sqlite3.Row, events: Sequence[EventRow]) -> JobRow:
    submitted_at, cost_usd = row["submitted_at"], row["cost_usd"]
    return JobRow(
        id=row["id"],
        status=JobStatus(row["status"]),
        reason=row["reason"],
        prompt=row["prompt"],
        private=bool(row["private"]),
        submitted_at=None
        if submitted_at is None
        else _EPOCH + timedelta(microseconds=submitted_at),
        prediction_id=row["prediction_id"],
        cost_usd=None if cost_usd is None else Decimal(cost_usd).scaleb(-6),
        cost_estimated_usd=Decimal(row["cost_estimated_usd"] or 0).scaleb(-6),
        output_url=row["output_url"],
        kept_file=row["kept_file"],
        result_message_id=row["result_message_id"],
        owes_word=bool(row["owes_word"]),
        events=events,
    )
