"""Cards of reports: which are due, what they say, and where they stand."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.audit import AuditAction
from bot.domain.ids import ChannelId, GuildId, JobId, MessageId, UserId
from bot.domain.job import JobStatus
from bot.domain.report_cards import ReportCard, ReportHistory
from bot.domain.reporting import Report, ReportDecision
from bot.storage.database import Database
from bot.storage.deletions import deleted_by
from bot.storage.encryption import TextCipher
from bot.storage.job_rows import job_from
from bot.storage.member_tables import CARD_IS_DUE, reports
from bot.storage.moderation_tables import audit_log, blocks
from bot.storage.reports import report_from
from bot.storage.tables import jobs


class SqlReportCards:
    """The port `ReportCardStore` over the database."""

    def __init__(self, database: Database, *, cipher: TextCipher) -> None:
        self._database = database
        self._cipher = cipher

    async def due(
        self, *, feeds: Collection[GuildId], not_in: Collection[GuildId], at_most: int
    ) -> Sequence[Report]:
        by_server = (
            select(reports)
            .where(
                CARD_IS_DUE,
                or_(reports.c.card_message_id.is_not(None), reports.c.guild_id.in_(feeds)),
                reports.c.guild_id.not_in(not_in),
            )
            .order_by(reports.c.guild_id, reports.c.id)
            .limit(at_most)
        )

        async def work(connection: AsyncConnection) -> Sequence[Report]:
            return [report_from(row, self._cipher) for row in await connection.execute(by_server)]

        return await self._database.read(work)

    async def card(self, report: Report, *, clips_since: datetime) -> ReportCard | None:
        async def work(connection: AsyncConnection) -> ReportCard | None:
            found = await connection.execute(select(jobs).where(jobs.c.id == report.job_id))
            row = found.one_or_none()
            if row is None:
                return None
            job = job_from(row, self._cipher)
            history = await _history(
                connection, report, job.destination.user_id, clips_since=clips_since
            )
            gone_by = None if job.deleted_at is None else await deleted_by(connection, job.id)
            return ReportCard(report=report, job=job, history=history, deleted_by=gone_by)

        return await self._database.read(work)

    async def shown(
        self, card: ReportCard, *, channel_id: ChannelId, message_id: MessageId
    ) -> None:
        report, own = card.report, reports.c.id == card.report.id

        async def work(connection: AsyncConnection) -> None:
            row = (await connection.execute(select(reports).where(own))).one_or_none()
            if row is None:
                return
            standing = report_from(row, self._cipher)
            is_as_shown = (
                (standing.text, standing.decided_at) == (report.text, report.decided_at)
                and await deleted_by(connection, card.job.id) == card.deleted_by
                and await _deleted_at(connection, card.job.id) == card.job.deleted_at
            )
            await connection.execute(
                update(reports)
                .where(own)
                .values(
                    card_channel_id=channel_id,
                    card_message_id=message_id,
                    card_due=not is_as_shown,
                )
            )

        await self._database.write(work)


async def _deleted_at(connection: AsyncConnection, job_id: JobId) -> datetime | None:
    found = await connection.execute(select(jobs.c.deleted_at).where(jobs.c.id == job_id))
    deleted_at: datetime | None = found.scalar_one_or_none()
    return deleted_at


async def _history(
    connection: AsyncConnection, report: Report, requester: UserId, *, clips_since: datetime
) -> ReportHistory:
    clips = select(func.count()).where(
        jobs.c.user_id == requester,
        jobs.c.created_at > clips_since,
        jobs.c.guild_id == report.guild_id,
        jobs.c.status.in_((JobStatus.DELIVERED, JobStatus.KEPT)),
    )
    earlier = (
        select(func.count())
        .select_from(jobs.join(reports, reports.c.job_id == jobs.c.id))
        .where(
            jobs.c.user_id == requester,
            reports.c.guild_id == report.guild_id,
            reports.c.id < report.id,
            reports.c.job_id != report.job_id,
        )
    )
    blocked = select(func.count()).where(
        audit_log.c.guild_id == report.guild_id,
        audit_log.c.action == AuditAction.MEMBER_BLOCKED,
        audit_log.c.subject == str(requester),
    )
    holding = select(func.count()).where(
        blocks.c.guild_id == report.guild_id,
        blocks.c.user_id == requester,
        or_(blocks.c.expires_at.is_(None), blocks.c.expires_at > report.created_at),
    )
    filed = select(func.count()).where(
        reports.c.reporter_id == report.reporter_id,
        reports.c.guild_id == report.guild_id,
        reports.c.id <= report.id,
    )
    dismissed = filed.where(reports.c.decision == ReportDecision.DISMISSED)
    counts = [
        (await connection.execute(statement)).scalar_one()
        for statement in (clips, earlier, blocked, holding, filed, dismissed)
    ]
    return ReportHistory(
        clips=counts[0],
        earlier=counts[1],
        blocks=counts[2],
        is_blocked=counts[3] > 0,
        filed=counts[4],
        dismissed=counts[5],
    )
