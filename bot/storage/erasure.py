"""Erases what must not stay: dead tokens, and texts and links past their time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Delete, Update, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.job import LIVE_STATES, JobStatus
from bot.storage.member_tables import IS_DECIDED_TEXT, reports
from bot.storage.moderation_tables import case_notes
from bot.storage.tables import HAS_TEXTS, HAS_TOKEN, jobs

# A kept clip still waits for its member, who is shown the prompt with it.
_STILL_NEEDED: Final = LIVE_STATES | {JobStatus.KEPT}


async def erase_dead_tokens(connection: AsyncConnection, now: datetime) -> int:
    erased = await connection.execute(
        update(jobs)
        .where(HAS_TOKEN, jobs.c.interaction_token_expires_at <= now)
        .values(interaction_token=None)
    )
    return erased.rowcount


async def erase_texts(connection: AsyncConnection, created_before: datetime, at_most: int) -> int:
    """Oldest first. What was counted and paid stays, and so does what is held as evidence.

    What was said about a request goes with its texts; what is said later, by its own age.
    """
    due = (
        select(jobs.c.id)
        .where(HAS_TEXTS, jobs.c.created_at < created_before)
        .where(jobs.c.status.not_in(_STILL_NEEDED), jobs.c.held.is_(False))
        .order_by(jobs.c.created_at)
        .limit(at_most)
    )
    job_ids = (await connection.execute(due)).scalars().all()
    if job_ids:
        await erase_texts_of(connection, job_ids)
    notes = await connection.execute(_old_notes(created_before, at_most))
    said = await connection.execute(_old_report_texts(created_before, at_most))
    return len(job_ids) + notes.rowcount + said.rowcount


async def erase_texts_of(connection: AsyncConnection, job_ids: Sequence[int]) -> None:
    """Erase what these requests say, what they led to, and what was said about them."""
    await connection.execute(
        update(jobs)
        .where(jobs.c.id.in_(job_ids))
        .values(
            prompt="",
            negative_prompt="",
            output_url=None,
            message_url=None,
            texts_erased=True,
        )
    )
    await connection.execute(delete(case_notes).where(case_notes.c.job_id.in_(job_ids)))
    await connection.execute(
        update(reports)
        .where(reports.c.job_id.in_(job_ids), reports.c.decided_at.is_not(None))
        .values(text="")
    )


def _old_notes(created_before: datetime, at_most: int) -> Delete:
    """Notes on requests whose texts had gone already, or are held no longer."""
    due = (
        select(case_notes.c.id)
        .join(jobs, jobs.c.id == case_notes.c.job_id)
        .where(case_notes.c.created_at < created_before)
        .where(jobs.c.texts_erased.is_(True), jobs.c.held.is_(False))
        .order_by(case_notes.c.created_at)
        .limit(at_most)
    )
    return delete(case_notes).where(case_notes.c.id.in_(due))


def _old_report_texts(created_before: datetime, at_most: int) -> Update:
    due = (
        select(reports.c.id)
        .join(jobs, jobs.c.id == reports.c.job_id)
        .where(IS_DECIDED_TEXT, reports.c.created_at < created_before)
        .where(jobs.c.texts_erased.is_(True), jobs.c.held.is_(False))
        .order_by(reports.c.created_at)
        .limit(at_most)
    )
    return update(reports).where(reports.c.id.in_(due)).values(text="")
