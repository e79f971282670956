"""A database at the newest schema: migrated once, copied for every test."""

import functools
import tempfile
from pathlib import Path

from bot.storage.migrate import upgrade


@functools.cache
def migrated_file() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "showreel.db"
        upgrade(f"sqlite:///{path}")
        return path.read_bytes()


def put_migrated(folder: Path) -> Path:
    """Put it where a bot over this folder looks, unless one is there already."""
    path = folder / "showreel.db"
    if not path.exists():
        path.write_bytes(migrated_file())
    return path
