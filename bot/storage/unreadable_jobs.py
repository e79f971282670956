"""Finds the accepted jobs that wait and whose texts no key opens."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import JobId
from bot.domain.job import JobStatus
from bot.storage.encryption import TextCipher
from bot.storage.tables import jobs

_WAITING: Final = (
    select(jobs.c.id, jobs.c.prompt, jobs.c.negative_prompt, jobs.c.interaction_token)
    .where(jobs.c.status == JobStatus.QUEUED, jobs.c.acknowledged_at.is_not(None))
    .order_by(jobs.c.id)
)


async def waiting_texts(connection: AsyncConnection) -> Sequence[Row[Any]]:
    """Each job's id, and behind it what may be sealed."""
    return [*await connection.execute(_WAITING)]


def unreadable_of(rows: Sequence[Row[Any]], cipher: TextCipher) -> Sequence[JobId]:
    def is_unreadable(row: Row[Any]) -> bool:
        texts = (row.prompt, row.negative_prompt, row.interaction_token)
        return any(text is not None and cipher.readable(text) is None for text in texts)

    return [JobId(row.id) for row in rows if is_unreadable(row)]
