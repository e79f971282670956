"""Starts the migration as a child process and waits for it."""

import asyncio
import sys
from collections.abc import Sequence
from typing import Final

_STDERR_TAIL_CHARS: Final = 2000


class MigrationError(Exception):
    """The schema is as it was; the text ends with what the child said."""


async def upgrade_in_child(url: str, *, pass_fds: Sequence[int] = ()) -> None:
    """Bring the database to the newest schema. `pass_fds` hands the lock on to the child."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.storage.migrate",
        url,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        pass_fds=pass_fds,
    )
    try:
        _, stderr = await child.communicate()
    except asyncio.CancelledError:
        child.terminate()  # its transaction is rolled back
        await child.wait()
        raise
    if child.returncode != 0:
        tail = stderr.decode(errors="replace").strip()[-_STDERR_TAIL_CHARS:]
        raise MigrationError(f"the migration ended with status {child.returncode}: {tail}")
