"""Many attempts that were refused alike, as rows."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.job import FRONT
from bot.domain.ports import NewAttempt
from bot.storage.encryption import TextCipher
from bot.storage.job_rows import refused_row
from bot.storage.job_steps import insert_jobs
from bot.storage.tables import jobs

_WRITTEN: Final = select(jobs.c.created_at, jobs.c.reference).where(
    jobs.c.created_at.between(bindparam("first_at"), bindparam("last_at"))
)


async def insert_refused(
    connection: AsyncConnection, attempts: Sequence[NewAttempt], reason: str, cipher: TextCipher
) -> None:
    """Write those that are missing: whoever repeats this did not hear how it ended before."""
    times = [attempt.created_at for attempt in attempts]
    found = await connection.execute(_WRITTEN, {"first_at": min(times), "last_at": max(times)})
    written = {(created_at, reference) for created_at, reference in found}
    missing = [
        refused_row(attempt, reason, cipher)
        for attempt in attempts
        if (attempt.created_at, attempt.reference) not in written
    ]
    await insert_jobs(connection, missing, actor=FRONT)
