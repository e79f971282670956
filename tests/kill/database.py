"""The bot's database as an onlooker reads it: plain SQL, beside the process or after its death."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

ALL_JOBS = (
    "SELECT id, reference, status, reason, prompt, acknowledged_at, prediction_id, cost_usd,"
    " result_message_id FROM jobs ORDER BY id"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class JobRow:
    id: int
    reference: str
    status: str
    reason: str
    prompt: str
    acknowledged_at: int | None
    prediction_id: str | None
    cost_usd: int | None
    result_message_id: int | None

    @property
    def is_unconfirmed(self) -> bool:
        return self.status == "queued" and self.acknowledged_at is None


@dataclass(frozen=True, kw_only=True, slots=True)
class EventRow:
    before: str | None
    after: str
    detail: str


class Onlooker:
    """Reads only. Before the first start there is no file, and so there are no jobs."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def jobs(self, *statuses: str) -> list[JobRow]:
        jobs = [_job(row) for row in self._rows(ALL_JOBS)]
        return [job for job in jobs if not statuses or job.status in statuses]

    def ids(self, status: str) -> frozenset[int]:
        return frozenset(
            row["id"] for row in self._rows("SELECT id FROM jobs WHERE status = ?", status)
        )

    def job_of_prompt(self, prompt: str) -> JobRow | None:
        return next((job for job in self.jobs() if job.prompt == prompt), None)

    def job_of_prediction(self, prediction_id: str) -> JobRow | None:
        return next((job for job in self.jobs() if job.prediction_id == prediction_id), None)

    def job_of_reference(self, reference: str) -> JobRow | None:
        return next((job for job in self.jobs() if job.reference == reference), None)

    def delivered_card(self, message_id: int) -> bool:
        sql = "SELECT 1 FROM jobs WHERE card_message_id = ? AND status = 'delivered'"
        return any(True for _ in self._rows(sql, message_id))

    def events(self, job_id: int) -> list[EventRow]:
        sql = (
            "SELECT status_before, status_after, detail FROM job_events"
            " WHERE job_id = ? ORDER BY id"
        )
        return [
            EventRow(before=row["status_before"], after=row["status_after"], detail=row["detail"])
            for row in self._rows(sql, job_id)
        ]

    def integrity(self) -> str:
        return str(next(self._rows("PRAGMA integrity_check"))["integrity_check"])

    def _rows(self, sql: str, *values: object) -> Iterator[sqlite3.Row]:
        if self._connection is None:
            if not self._path.exists():
                return
            self._connection = sqlite3.connect(f"file:{self._path}?mode=ro", uri=True, timeout=5)
            self._connection.row_factory = sqlite3.Row
        try:
            with closing(self._connection.execute(sql, values)) as cursor:
                yield from cursor.fetchall()
        except sqlite3.OperationalError as error:
            if "no such table" not in str(error):
                raise


def _job(row: sqlite3.Row) -> JobRow:
    return JobRow(**dict(row))
