"""Reads what stands under a member's id beside their requests."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import AuditId, UserId
from bot.domain.privacy import (
    BlockAboutMember,
    BlockOnRecord,
    OwnDeed,
    OwnNote,
    OwnSearch,
)
from bot.domain.reporting import Report
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.member_tables import erasures, reports
from bot.storage.moderation_tables import (
    IS_ABOUT_MEMBER,
    audit_log,
    blocks,
    case_notes,
    usage_views,
)
from bot.storage.reports import report_from
from bot.storage.tables import jobs


class SqlOwnData:
    """The port `OwnDataStore` over the database."""

    def __init__(self, database: Database, *, cipher: TextCipher) -> None:
        self._database = database
        self._cipher = cipher

    async def reports_by(self, user_id: UserId) -> Sequence[Report]:
        filed = (
            select(reports)
            .where(reports.c.reporter_id == user_id)
            .order_by(reports.c.created_at, reports.c.id)
        )

        async def work(connection: AsyncConnection) -> Sequence[Report]:
            return [report_from(row, self._cipher) for row in await connection.execute(filed)]

        return await self._database.read(work)

    async def blocks_about(self, user_id: UserId) -> Sequence[BlockAboutMember]:
        about = select(blocks).where(blocks.c.user_id == user_id).order_by(blocks.c.id)

        async def work(connection: AsyncConnection) -> Sequence[BlockAboutMember]:
            return [
                BlockAboutMember(
                    guild_id=row.guild_id,
                    reason=self._cipher.open_if_possible(row.reason),
                    created_at=row.created_at,
                    expires_at=row.expires_at,
                )
                for row in await connection.execute(about)
            ]

        return await self._database.read(work)

    async def blocks_on_record(self, user_id: UserId) -> Sequence[BlockOnRecord]:
        about = (
            select(audit_log)
            .where(IS_ABOUT_MEMBER, audit_log.c.subject == str(user_id))
            .order_by(audit_log.c.id)
        )

        async def work(connection: AsyncConnection) -> Sequence[BlockOnRecord]:
            found = []
            for row in await connection.execute(about):
                block = row.after or row.before or {}
                found.append(
                    BlockOnRecord(
                        guild_id=row.guild_id,
                        at=row.at,
                        action=row.action,
                        reason=self._cipher.open_if_possible(block.get("reason") or ""),
                        expires_at=block.get("expires_at"),
                    )
                )
            return found

        return await self._database.read(work)

    async def wish_of(self, user_id: UserId) -> datetime | None:
        wish = select(erasures.c.requested_at).where(erasures.c.user_id == user_id)

        async def work(connection: AsyncConnection) -> datetime | None:
            asked_at: datetime | None = (await connection.execute(wish)).scalar_one_or_none()
            return asked_at

        return await self._database.read(work)

    async def notes_by(self, user_id: UserId) -> Sequence[OwnNote]:
        written = (
            select(case_notes, jobs.c.guild_id)
            .join(jobs, jobs.c.id == case_notes.c.job_id)
            .where(case_notes.c.author_id == user_id)
            .order_by(case_notes.c.id)
        )

        async def work(connection: AsyncConnection) -> Sequence[OwnNote]:
            return [
                OwnNote(
                    job_id=row.job_id,
                    guild_id=row.guild_id,
                    text=self._cipher.open_if_possible(row.text),
                    created_at=row.created_at,
                )
                for row in await connection.execute(written)
            ]

        return await self._database.read(work)

    async def searches_by(self, user_id: UserId) -> Sequence[OwnSearch]:
        kept = (
            select(usage_views).where(usage_views.c.user_id == user_id).order_by(usage_views.c.id)
        )

        async def work(connection: AsyncConnection) -> Sequence[OwnSearch]:
            return [
                OwnSearch(
                    guild_id=row.guild_id,
                    looked_for=self._cipher.open_if_possible(row.filter),
                    created_at=row.created_at,
                )
                for row in await connection.execute(kept)
            ]

        return await self._database.read(work)

    async def deeds_of(
        self, user_id: UserId, *, after: AuditId | None, at_most: int
    ) -> Sequence[OwnDeed]:
        columns = audit_log.c
        own = (
            select(columns.id, columns.guild_id, columns.at, columns.action, columns.job_id)
            .where(columns.actor_id == user_id, columns.id > (after or 0))
            .order_by(columns.id)
            .limit(at_most)
        )

        async def work(connection: AsyncConnection) -> Sequence[OwnDeed]:
            return [OwnDeed(**row._mapping) for row in await connection.execute(own)]  # noqa: SLF001 -- SQLAlchemy's documented name

        return await self._database.read(work)
