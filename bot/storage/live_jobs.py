"""Reads one member's jobs that wait or are being made."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ids import GuildId, UserId
from bot.domain.job import SLOT_STATES, Job, JobStatus
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.job_rows import job_from
from bot.storage.tables import jobs

_LIVE: Final = sorted({JobStatus.QUEUED, *SLOT_STATES})


class SqlLiveJobs:
    """The port `LiveJobs`: a live job may be much older than a member's newest ones."""

    def __init__(self, database: Database, *, cipher: TextCipher) -> None:
        self._database = database
        self._cipher = cipher

    async def live_of(
        self, user_id: UserId, *, guild_id: GuildId | None, at_most: int
    ) -> Sequence[Job]:
        in_guild = () if guild_id is None else (jobs.c.guild_id == guild_id,)
        statement = (
            select(jobs)
            .where(jobs.c.user_id == user_id, jobs.c.status.in_(_LIVE), *in_guild)
            .order_by(jobs.c.created_at.desc(), jobs.c.id.desc())
            .limit(at_most)
        )

        async def work(connection: AsyncConnection) -> Sequence[Job]:
            rows = await connection.execute(statement)
            return [job_from(row, self._cipher) for row in rows]

        return await self._database.read(work)
