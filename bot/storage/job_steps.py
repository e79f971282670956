"""A job's row and the event that tells of it are always written together."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, bindparam, case, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import IllegalTransitionError
from bot.domain.ids import JobId, MessageId
from bot.domain.job import Actor, JobStatus
from bot.storage.columns import UtcMicroseconds
from bot.storage.tables import job_events, jobs

# Built once: building a statement of so many columns costs more than carrying it out.
_INSERT_JOB: Final = insert(jobs).returning(jobs)
_INSERT_JOBS: Final = insert(jobs).returning(
    jobs.c.id, jobs.c.status, jobs.c.created_at, jobs.c.reason
)
_INSERT_EVENT: Final = insert(job_events)
# A confirmation that is told twice keeps its first time; the card is known in any case.
_CONFIRM_CARD: Final = (
    update(jobs)
    .where(jobs.c.id == bindparam("job_id"))
    .values(
        acknowledged_at=case(
            (
                jobs.c.status == JobStatus.QUEUED,
                func.coalesce(jobs.c.acknowledged_at, bindparam("at", type_=UtcMicroseconds)),
            ),
            else_=jobs.c.acknowledged_at,
        ),
        card_message_id=bindparam("message_id"),
    )
    .returning(jobs)
)
_JOB: Final = select(jobs).where(jobs.c.id == bindparam("job_id"))


async def insert_job(
    connection: AsyncConnection, values: dict[str, Any], *, actor: Actor, detail: str = ""
) -> Row[Any]:
    row: Row[Any] = (await connection.execute(_INSERT_JOB, values)).one()
    await _tell(connection, None, row, actor=actor, at=row.created_at, detail=detail)
    return row


async def insert_jobs(
    connection: AsyncConnection, rows: Sequence[dict[str, Any]], *, actor: Actor
) -> None:
    """Insert many in two statements."""
    if not rows:
        return
    inserted = await connection.execute(_INSERT_JOBS, rows)
    events = [
        _event(None, row, actor=actor, at=row.created_at, detail=row.reason) for row in inserted
    ]
    await connection.execute(_INSERT_EVENT, events)


async def confirm_card(
    connection: AsyncConnection, job_id: JobId, *, card_message_id: MessageId, at: datetime
) -> Row[Any] | None:
    """No step: the job waits as before, but may be claimed."""
    values = {"job_id": job_id, "message_id": card_message_id, "at": at}
    row: Row[Any] | None = (await connection.execute(_CONFIRM_CARD, values)).one_or_none()
    return row


async def row_to_change(connection: AsyncConnection, job_id: JobId) -> Row[Any]:
    """Read the row inside a write, where nobody else can change it before we do."""
    found = await connection.execute(_JOB, {"job_id": job_id})
    row: Row[Any] | None = found.one_or_none()
    if row is None:
        raise IllegalTransitionError(f"job {job_id} does not exist")
    return row


async def change_job(
    connection: AsyncConnection,
    before: Row[Any],
    *,
    actor: Actor,
    at: datetime,
    detail: str,
    values: dict[str, Any],
) -> Row[Any]:
    changed = await connection.execute(
        update(jobs).where(jobs.c.id == before.id).values(values).returning(jobs)
    )
    row: Row[Any] = changed.one()
    await _tell(connection, before.status, row, actor=actor, at=at, detail=detail)
    return row


async def _tell(
    connection: AsyncConnection,
    before: JobStatus | None,
    row: Row[Any],
    *,
    actor: Actor,
    at: datetime,
    detail: str,
) -> None:
    event = _event(before, row, actor=actor, at=at, detail=detail)
    await connection.execute(_INSERT_EVENT, event)


def _event(
    before: JobStatus | None, row: Row[Any], *, actor: Actor, at: datetime, detail: str
) -> dict[str, Any]:
    return {
        "job_id": row.id,
        "at": at,
        "status_before": before,
        "status_after": row.status,
        "actor": str(actor),
        "detail": detail,
    }
