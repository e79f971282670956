"""Cuts the last tie to members of whom a pseudonym alone is left."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.erasure import NOBODY
from bot.storage.actor_names import forget_actors, role_alone
from bot.storage.member_tables import IS_PSEUDONYMOUS_REPORT, reports
from bot.storage.tables import IS_PSEUDONYMOUS, jobs


async def forget_pseudonyms(
    connection: AsyncConnection, created_before: datetime, at_most: int
) -> int:
    due = (
        select(jobs.c.id)
        .where(IS_PSEUDONYMOUS, jobs.c.created_at < created_before)
        .order_by(jobs.c.created_at)
        .limit(at_most)
    )
    job_ids = (await connection.execute(due)).scalars().all()
    if not job_ids:
        return 0
    await connection.execute(forget_actors(job_ids))
    await connection.execute(
        update(jobs)
        .where(jobs.c.id.in_(job_ids))
        .values(user_id=NOBODY, cancel_requested_by=role_alone(jobs.c.cancel_requested_by))
    )
    return len(job_ids)


async def forget_reporters(
    connection: AsyncConnection, created_before: datetime, at_most: int
) -> int:
    due = (
        select(reports.c.id, reports.c.job_id)
        .where(IS_PSEUDONYMOUS_REPORT, reports.c.created_at < created_before)
        .order_by(reports.c.created_at)
        .limit(at_most)
    )
    rows = (await connection.execute(due)).all()
    if not rows:
        return 0
    await connection.execute(forget_actors([row.job_id for row in rows]))
    # Nobody's, and still one for each report: a job may have several of these.
    await connection.execute(
        update(reports)
        .where(reports.c.id.in_([row.id for row in rows]))
        .values(reporter_id=-reports.c.id)
    )
    return len(rows)
