"""Erases what must not stay: dead tokens, and texts and links past their time."""

from datetime import datetime
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.job import LIVE_STATES, JobStatus
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
    """Oldest first. What was counted and paid stays, and so does what is held as evidence."""
    due = (
        select(jobs.c.id)
        .where(HAS_TEXTS, jobs.c.created_at < created_before)
        .where(jobs.c.status.not_in(_STILL_NEEDED), jobs.c.held.is_(False))
        .order_by(jobs.c.created_at)
        .limit(at_most)
    )
    erased = await connection.execute(
        update(jobs)
        .where(jobs.c.id.in_(due))
        .values(
            prompt="",
            negative_prompt="",
            output_url=None,
            message_url=None,
            texts_erased=True,
        )
    )
    return erased.rowcount
