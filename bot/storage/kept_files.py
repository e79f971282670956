"""The files of kept clips: which a row names, and when it names one no longer."""

from typing import Final

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import JobId
from bot.domain.job import JobStatus
from bot.storage.tables import HAS_KEPT_FILE, jobs

# Its member has the clip, and nobody holds as evidence what is left of it here.
IS_TO_LET_GO_OF: Final[tuple[ColumnElement[bool], ...]] = (
    jobs.c.status == JobStatus.DELIVERED,
    jobs.c.held.is_(False),
    HAS_KEPT_FILE,
)


async def let_go_of_file(connection: AsyncConnection, job_id: JobId) -> str | None:
    due = jobs.c.id == job_id, *IS_TO_LET_GO_OF
    named = select(jobs.c.kept_file).where(*due)
    kept_file: str | None = (await connection.execute(named)).scalar_one_or_none()
    await connection.execute(update(jobs).where(*due).values(kept_file=None))
    return kept_file


async def kept_files(connection: AsyncConnection) -> frozenset[str]:
    named = select(jobs.c.kept_file).where(HAS_KEPT_FILE)
    return frozenset((await connection.execute(named)).scalars())
