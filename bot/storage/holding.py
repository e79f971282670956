"""Who holds evidence: the moderator who said so, and every report that nobody has decided."""

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import JobId, UserId
from bot.storage.member_tables import IS_UNDECIDED, reports


async def is_still_held(
    connection: AsyncConnection, job_id: JobId, *, held_by: UserId | None
) -> bool:
    """Say what `jobs.held` has to be, once the moderator's hold or a report has changed."""
    if held_by is not None:
        return True
    undecided = select(exists().where(reports.c.job_id == job_id, IS_UNDECIDED))
    return bool((await connection.execute(undecided)).scalar_one())
