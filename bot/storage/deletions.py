"""A result's message is gone: noted with its event, and a moderator's deed on record.

What a moderator deletes needs no other decision: the reports about it are decided with it.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.audit import AuditAction, NewAuditEntry
from bot.domain.ids import GuildId, JobId
from bot.domain.job import Actor
from bot.domain.reporting import ReportDecision
from bot.storage.audit import write_entry
from bot.storage.job_steps import change_job, row_to_change
from bot.storage.report_decisions import decide_about


async def mark_deleted(
    connection: AsyncConnection, job_id: JobId, *, actor: Actor, at: datetime
) -> Row[Any]:
    """Change nothing when it is noted already: the first time counts."""
    before = await row_to_change(connection, job_id)
    if before.deleted_at is not None:
        return before
    row = await change_job(
        connection,
        before,
        actor=actor,
        at=at,
        detail="result_deleted",
        values={"deleted_at": at},
    )
    if actor.kind == "moderator" and actor.user_id is not None:
        await write_entry(
            connection,
            NewAuditEntry(
                guild_id=GuildId(row.guild_id),
                actor_id=actor.user_id,
                action=AuditAction.RESULT_DELETED,
                at=at,
                subject=row.reference,
                job_id=job_id,
            ),
        )
        await decide_about(connection, job_id, ReportDecision.DELETED, by=actor.user_id, at=at)
    return row
