"""One bot per database: a lock that the kernel frees when its last holder dies."""

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from bot.storage.errors import driver_errors_become_ours
from bot.storage.location import database_path


class DatabaseHeldError(Exception):
    """Another process holds this database."""


class DatabaseLock:
    """Held from `acquire` to `release`, or until this process and its heirs are dead.

    The lock belongs to the open file, so a child that inherits `fileno()` (by `pass_fds`)
    keeps it held should its parent die in mid-migration.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def acquire(cls, url: str) -> Self:
        """Raise DatabaseHeldError at once when it is held, DatabaseUrlError for a wrong URL.

        Raises StorageUnavailableError when there can be no lock file.
        """
        path = lock_path(url)
        with driver_errors_become_ours():
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise DatabaseHeldError(f"another process holds {path}") from None
        except OSError:
            os.close(descriptor)
            raise
        return cls(descriptor)

    def fileno(self) -> int:
        """For `pass_fds`."""
        if self._descriptor is None:
            raise ValueError("the lock was released")
        return self._descriptor

    def release(self) -> None:
        """Close only: unlocking would take the lock from a child that still migrates."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()


def lock_path(url: str) -> Path:
    """Beside the database, wherever the process goes later; symbolic links lead to one lock."""
    path = database_path(url).resolve()
    return path.with_name(f"{path.name}.lock")
