"""Says whether the database takes a write: a full disk or a foreign lock still reads well."""

from sqlalchemy import delete, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import StorageUnavailableError
from bot.storage.database import Database
from bot.storage.tables import switches

_KEY = "write_check"


async def is_writable(database: Database) -> bool:
    """Write a row and let it go with the next check; nothing less finds a full disk."""

    async def work(connection: AsyncConnection) -> None:
        await connection.execute(delete(switches).where(switches.c.key == _KEY))
        await connection.execute(insert(switches).values(key=_KEY, value=""))

    try:
        await database.write(work)
    except StorageUnavailableError:
        return False
    return True
