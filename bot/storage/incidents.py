"""Open incidents, so that each is reported once and its end once, across restarts too."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.ports import Incident
from bot.storage.database import Database
from bot.storage.tables import IS_OPEN, incidents


class SqlIncidentStore:
    """The port `IncidentStore`. Ended ones stay for the record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open(self, incident: Incident) -> bool:
        async def work(connection: AsyncConnection) -> bool:
            if await _open_row(connection, incident.kind, incident.subject) is not None:
                return False
            await connection.execute(
                insert(incidents).values(
                    kind=incident.kind,
                    subject=incident.subject,
                    opened_at=incident.opened_at,
                    detail=incident.detail,
                )
            )
            return True

        return await self._database.write(work)

    async def close(self, kind: str, subject: str, at: datetime) -> Incident | None:
        async def work(connection: AsyncConnection) -> Incident | None:
            row = await _open_row(connection, kind, subject)
            if row is None:
                return None
            await connection.execute(
                update(incidents).where(incidents.c.id == row.id).values(closed_at=at)
            )
            return _incident(row)

        return await self._database.write(work)

    async def open_incidents(self) -> Sequence[Incident]:
        """Oldest first."""
        statement = select(incidents).where(IS_OPEN).order_by(incidents.c.opened_at)

        async def work(connection: AsyncConnection) -> Sequence[Incident]:
            return [_incident(row) for row in await connection.execute(statement)]

        return await self._database.read(work)


async def _open_row(connection: AsyncConnection, kind: str, subject: str) -> Row[Any] | None:
    found = await connection.execute(
        select(incidents).where(IS_OPEN, incidents.c.kind == kind, incidents.c.subject == subject)
    )
    return found.one_or_none()


def _incident(row: Row[Any]) -> Incident:
    return Incident(kind=row.kind, subject=row.subject, opened_at=row.opened_at, detail=row.detail)
