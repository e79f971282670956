"""Reads the texts of one member's newest requests in one server."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import UnreadableTextError
from bot.domain.ids import GuildId, JobId, UserId
from bot.domain.suggestions import PastRequest
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.tables import jobs


class SqlRecentTexts:
    """The port `RecentTexts`."""

    def __init__(self, database: Database, *, cipher: TextCipher) -> None:
        self._database = database
        self._cipher = cipher

    async def recent_of(
        self, user_id: UserId, *, guild_id: GuildId, at_most: int
    ) -> Sequence[PastRequest]:
        statement = (
            select(jobs.c.id, jobs.c.prompt, jobs.c.negative_prompt)
            .where(jobs.c.user_id == user_id, jobs.c.guild_id == guild_id, jobs.c.prompt != "")
            .order_by(jobs.c.created_at.desc(), jobs.c.id.desc())
            .limit(at_most)
        )

        async def work(connection: AsyncConnection) -> Sequence[tuple[int, str, str]]:
            return [
                (row.id, row.prompt, row.negative_prompt)
                for row in await connection.execute(statement)
            ]

        rows = await self._database.read(work)
        return [request for row in rows if (request := self._opened(*row)) is not None]

    def _opened(self, job_id: int, prompt: str, negative_prompt: str) -> PastRequest | None:
        """One that was sealed with a lost key is left out, and the others are still there."""
        try:
            return PastRequest(
                job_id=JobId(job_id),
                prompt=self._cipher.open(prompt),
                negative_prompt=self._cipher.open(negative_prompt),
            )
        except UnreadableTextError:
            return None
