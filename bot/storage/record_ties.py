"""Cuts what leads from the record of changes, which stays, to the requests of an erased member."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.audit import AuditAction
from bot.domain.ids import UserId
from bot.domain.job import Actor
from bot.domain.reporting import ReportDecision
from bot.storage.member_tables import reports
from bot.storage.moderation_tables import audit_log
from bot.storage.report_decisions import DECIDED_DETAIL
from bot.storage.tables import job_events

_A_MODERATOR: Final = str(Actor(kind="moderator"))


async def cut_ties_to_record(
    connection: AsyncConnection, job_ids: Sequence[int], user_id: UserId
) -> None:
    """Leave neither a case's number beside a name, nor the same deed and moment in two places.

    A report that a block decided stays decided: how, when and by whom goes.
    """
    about_them = audit_log.c.job_id.in_(job_ids)
    await connection.execute(
        update(audit_log)
        .where(about_them, audit_log.c.action == AuditAction.MEMBER_BLOCKED)
        .values(job_id=None)
    )
    # What they did about their own requests as a moderator.
    await connection.execute(
        update(audit_log)
        .where(about_them, audit_log.c.actor_id == user_id)
        .values(job_id=None, subject="")
    )
    decided_by_it = select(reports).where(
        reports.c.job_id.in_(job_ids), reports.c.decision == ReportDecision.BLOCKED
    )
    for report in await connection.execute(decided_by_it):
        await _forget_decision(connection, report)


async def _forget_decision(connection: AsyncConnection, report: Row[Any]) -> None:
    await connection.execute(
        update(audit_log)
        .where(
            audit_log.c.job_id == report.job_id,
            audit_log.c.action == AuditAction.REPORT_DECIDED,
            audit_log.c.subject == str(report.id),
        )
        .values(job_id=None, subject="")
    )
    await connection.execute(
        update(job_events)
        .where(
            job_events.c.job_id == report.job_id,
            job_events.c.detail == DECIDED_DETAIL,
            job_events.c.at == report.decided_at,
        )
        .values(at=report.created_at, actor=_A_MODERATOR)
    )
    await connection.execute(
        update(reports)
        .where(reports.c.id == report.id)
        .values(decided_at=report.created_at, decided_by=None, decision=None)
    )
