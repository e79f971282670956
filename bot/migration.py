"""Brings the database to the newest schema, in a child process that holds the lock, too."""

import structlog

from bot.config import Settings
from bot.domain.ports import Clock
from bot.storage.database import Database
from bot.storage.lock import DatabaseLock
from bot.storage.migration_child import upgrade_in_child
from bot.storage.schema import is_current

log = structlog.get_logger(__name__)


async def migrate_if_needed(settings: Settings, lock: DatabaseLock, *, clock: Clock) -> bool:
    """Say whether there was anything to do. Raises MigrationError and StorageUnavailableError."""
    database = await Database.open(settings.database_url, clock=clock)
    try:
        if await is_current(database):
            return False
    finally:
        await database.close()
    await upgrade_in_child(settings.database_url, pass_fds=(lock.fileno(),))
    log.info("database_migrated")
    return True
