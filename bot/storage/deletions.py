"""A result's message is gone: noted with its event, and a moderator's deed on record.

What a moderator deletes needs no other decision: the reports about it are decided with it.
"""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.audit import AuditAction, NewAuditEntry
from bot.domain.ids import GuildId, JobId, UserId
from bot.domain.job import Actor
from bot.domain.reporting import ReportDecision
from bot.storage.audit import write_entry
from bot.storage.job_steps import change_job, row_to_change
from bot.storage.member_tables import reports
from bot.storage.report_decisions import decide_about
from bot.storage.tables import job_events

_DELETED: Final = "result_deleted"
_FOUND_GONE: Final = "result_found_gone"


async def mark_deleted(
    connection: AsyncConnection, job_id: JobId, *, actor: Actor, at: datetime, was_gone: bool
) -> Row[Any]:
    """Change nothing when it is noted already: the first time counts.

    Of several at once, who deleted it is noted after who found it gone, too.
    """
    row = await row_to_change(connection, job_id)
    moderator = actor.user_id if actor.kind == "moderator" else None
    if row.deleted_at is None or not (was_gone or await deleted_by(connection, job_id)):
        row = await change_job(
            connection,
            row,
            actor=actor,
            at=at,
            detail=_FOUND_GONE if was_gone else _DELETED,
            values={"deleted_at": row.deleted_at or at},
        )
        await _renew_cards(connection, job_id)
        if moderator is not None:
            await _put_on_record(connection, row, moderator, at=at, was_gone=was_gone)
    if moderator is not None:
        await decide_about(connection, job_id, ReportDecision.DELETED, by=moderator, at=at)
    return row


async def deleted_by(connection: AsyncConnection, job_id: JobId) -> Actor | None:
    """Return None where it was found gone only, or stands."""
    deeds = (
        select(job_events.c.actor)
        .where(job_events.c.job_id == job_id, job_events.c.detail == _DELETED)
        .order_by(job_events.c.id)
        .limit(1)
    )
    actor = (await connection.execute(deeds)).scalar_one_or_none()
    return None if actor is None else Actor.read(actor)


async def _renew_cards(connection: AsyncConnection, job_id: JobId) -> None:
    """Those that stand still link to the clip."""
    await connection.execute(
        update(reports)
        .where(reports.c.job_id == job_id, reports.c.card_message_id.is_not(None))
        .values(card_due=True)
    )


async def _put_on_record(
    connection: AsyncConnection, row: Row[Any], moderator: UserId, *, at: datetime, was_gone: bool
) -> None:
    entry = NewAuditEntry(
        guild_id=GuildId(row.guild_id),
        actor_id=moderator,
        action=AuditAction.RESULT_DELETED,
        at=at,
        subject=row.reference,
        job_id=JobId(row.id),
        after={"was_gone": True} if was_gone else None,
    )
    await write_entry(connection, entry)
