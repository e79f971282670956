"""Where the database lies: the contract's `DATABASE_URL`, and what it means here."""

from pathlib import Path
from typing import Final

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

_DRIVERS: Final = frozenset({"sqlite", "sqlite+aiosqlite", "sqlite+pysqlite"})


class DatabaseUrlError(ValueError):
    """`DATABASE_URL` names nothing that can be opened; the text is a sentence for the operator."""


def database_path(url: str) -> Path:
    """The database file. Raises DatabaseUrlError for all that is not a file on this machine."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise DatabaseUrlError("DATABASE_URL is not a database URL.") from None
    if parsed.drivername not in _DRIVERS:
        raise DatabaseUrlError(
            f"DATABASE_URL starts with {parsed.drivername!r}; only 'sqlite:///' is supported."
        )
    name = parsed.database
    if not name or name.startswith((":memory:", "file:")):
        raise DatabaseUrlError(
            "DATABASE_URL must name a file: jobs that live only in memory are lost at a restart."
        )
    if parsed.query:
        raise DatabaseUrlError("DATABASE_URL must not carry options after a question mark.")
    return Path(name)


def async_url(path: Path) -> URL:
    return URL.create("sqlite+aiosqlite", database=str(path))


def sync_url(path: Path) -> URL:
    return URL.create("sqlite", database=str(path))


def prepare_file(path: Path) -> None:
    """Make the folder and an empty file that only its owner may read: it will hold prompts."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600, exist_ok=True)
