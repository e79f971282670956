"""Moderators decide reports: with the event, the entry in the record, and the hold let go."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.audit import AuditAction, NewAuditEntry
from bot.domain.ids import GuildId, JobId, ReportId, UserId
from bot.domain.job import Actor
from bot.domain.reporting import Report, ReportDecision
from bot.storage.audit import write_entry
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.holding import is_still_held
from bot.storage.job_steps import change_job, row_to_change
from bot.storage.member_tables import IS_UNDECIDED, reports
from bot.storage.reports import report_from

DECIDED_DETAIL: Final = "report_decided"


class SqlReportDecisions:
    """The port `ReportDecisionStore` over the database."""

    def __init__(self, database: Database, *, cipher: TextCipher) -> None:
        self._database = database
        self._cipher = cipher

    async def get(self, report_id: ReportId, *, guild_id: GuildId) -> Report | None:
        own = select(reports).where(reports.c.id == report_id, reports.c.guild_id == guild_id)

        async def work(connection: AsyncConnection) -> Report | None:
            row = (await connection.execute(own)).one_or_none()
            return None if row is None else report_from(row, self._cipher)

        return await self._database.read(work)

    async def dismiss(
        self, report_id: ReportId, *, guild_id: GuildId, by: UserId, at: datetime
    ) -> bool:
        own = select(reports).where(
            reports.c.id == report_id, reports.c.guild_id == guild_id, IS_UNDECIDED
        )

        async def work(connection: AsyncConnection) -> bool:
            rows = (await connection.execute(own)).all()
            await _decide(connection, rows, ReportDecision.DISMISSED, by=by, at=at)
            return bool(rows)

        return await self._database.write(work)

    async def decide_all(
        self, job_id: JobId, decision: ReportDecision, *, by: UserId, at: datetime
    ) -> int:
        return await self._database.write(
            lambda connection: decide_about(connection, job_id, decision, by=by, at=at)
        )


async def decide_about(
    connection: AsyncConnection,
    job_id: JobId,
    decision: ReportDecision,
    *,
    by: UserId,
    at: datetime,
) -> int:
    """Decide all reports about a job beside the deed that decides them; return how many."""
    undecided = select(reports).where(reports.c.job_id == job_id, IS_UNDECIDED)
    rows = (await connection.execute(undecided)).all()
    await _decide(connection, rows, decision, by=by, at=at)
    return len(rows)


async def _decide(
    connection: AsyncConnection,
    rows: Sequence[Row[Any]],
    decision: ReportDecision,
    *,
    by: UserId,
    at: datetime,
) -> None:
    """All of them are about one job."""
    if not rows:
        return
    for row in rows:
        await connection.execute(
            update(reports)
            .where(reports.c.id == row.id)
            .values(
                decided_at=at,
                decided_by=by,
                decision=decision,
                message_id=None,
                card_due=row.card_message_id is not None,
            )
        )
        await write_entry(connection, _entry(row, decision, by=by, at=at))
    job = await row_to_change(connection, JobId(rows[0].job_id))
    held = await is_still_held(connection, JobId(job.id), held_by=job.held_by)
    await change_job(
        connection,
        job,
        actor=Actor.moderator(by),
        at=at,
        detail=DECIDED_DETAIL,
        values={"held": held},
    )


def _entry(row: Row[Any], decision: ReportDecision, *, by: UserId, at: datetime) -> NewAuditEntry:
    return NewAuditEntry(
        guild_id=GuildId(row.guild_id),
        actor_id=by,
        action=AuditAction.REPORT_DECIDED,
        at=at,
        subject=str(row.id),
        job_id=JobId(row.job_id),
        after={"decision": decision.value},
    )
