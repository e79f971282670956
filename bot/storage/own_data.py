"""Reads what stands under a member's id beside their requests."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import UserId
from bot.domain.privacy import BlockAboutMember
from bot.domain.reporting import Report
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.member_tables import reports
from bot.storage.moderation_tables import blocks
from bot.storage.reports import report_from


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
