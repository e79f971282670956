"""Brings a database to the newest schema; `python -m bot.storage.migrate URL` does only that.

A running bot starts it as a child, so that Alembic's memory is gone when the work is done.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from bot.storage.location import DatabaseUrlError, database_path, prepare_file, sync_url

MIGRATIONS: Final = Path(__file__).parent / "migrations"
_BUSY_TIMEOUT_S: Final = 30.0


def alembic_config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def upgrade(url: str) -> None:
    """Take every step that is missing, in one transaction: all of them or none."""
    path = database_path(url)
    prepare_file(path)
    engine = create_engine(
        sync_url(path),
        poolclass=NullPool,
        connect_args={"isolation_level": None, "timeout": _BUSY_TIMEOUT_S},
    )
    event.listen(engine, "begin", _begin_immediate)
    config = alembic_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def main(arguments: Sequence[str]) -> int:
    """0 when the schema is the newest; else 1 and a sentence on stderr."""
    (url,) = arguments
    try:
        upgrade(url)
    except (CommandError, DBAPIError, DatabaseUrlError, OSError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)  # noqa: T201 -- read by parent
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
