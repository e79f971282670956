"""Tells cheaply whether the database has the newest schema, without loading Alembic."""

from typing import Final

from sqlalchemy import Connection, String, column, inspect, select, table
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database

# The newest step in migrations/versions; a test holds it there.
HEAD_REVISION: Final = "0008"
_VERSION_TABLE: Final = "alembic_version"


async def is_current(database: Database) -> bool:
    """Whether a start may go without a migration."""

    async def work(connection: AsyncConnection) -> bool:
        if not await connection.run_sync(_has_version_table):
            return False
        versions = await connection.execute(
            select(column("version_num", String)).select_from(table(_VERSION_TABLE))
        )
        return versions.scalars().all() == [HEAD_REVISION]

    return await database.read(work)


def _has_version_table(connection: Connection) -> bool:
    return inspect(connection).has_table(_VERSION_TABLE)
