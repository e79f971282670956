"""Temporary files that are private, known by their lock, and never outlive their use."""

import contextlib
import fcntl
import hashlib
import os
import re
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

import structlog

log = structlog.get_logger(__name__)

SCRATCH_SUFFIX: Final = ".part"
_SAFE_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}")
# Leaves room for what is put behind a name: a token, an ending.
_GIVEN_NAME_CHARS: Final = 100
_UNSAFE_CHARACTER: Final = re.compile(r"[^A-Za-z0-9_-]")

T = TypeVar("T")


def is_safe_name(name: str) -> bool:
    """Whether a name stays inside its folder and is no temporary file's."""
    return _SAFE_NAME.fullmatch(name) is not None and not name.endswith(SCRATCH_SUFFIX)


def safe_name(name: str) -> str:
    """Return the name if it is safe, or one made from it that no other name gives."""
    if len(name) <= _GIVEN_NAME_CHARS and is_safe_name(name):
        return name
    digest = hashlib.sha256(name.encode(errors="surrogatepass")).hexdigest()[:16]
    return f"x{_UNSAFE_CHARACTER.sub('_', name)[:60]}-{digest}"


class ScratchFile:
    """One temporary file, for its owner's eyes only.

    It is locked while in use, and the kernel drops the lock when the process dies: a
    later start can tell what was left behind from what another process still writes.
    """

    def __init__(self, directory: Path, *, name: str) -> None:
        self.path = directory / f"{safe_name(name)}-{secrets.token_hex(8)}{SCRATCH_SUFFIX}"
        self._file: BinaryIO | None = None

    def create(self) -> None:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
        self._file = os.fdopen(os.open(self.path, flags, 0o600), "w+b")
        fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def append(self, data: bytes | bytearray) -> None:
        self._opened().write(data)

    def save(self) -> None:
        """Let others read what was written so far."""
        self._opened().flush()

    def examine(self, look: Callable[[BinaryIO], T]) -> T:
        """Let `look` read what was written so far."""
        file = self._opened()
        file.flush()
        return look(file)

    def make_durable(self) -> None:
        """Return when what was written would survive a power cut."""
        file = self._opened()
        file.flush()
        os.fsync(file.fileno())

    def close_and_remove(self) -> None:
        """End the file's life here; one that was moved away lives on under its new name."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            log.warning("scratch_file_left", file=self.path.name, errno=error.errno)
        if self._file is not None:
            # What a full disk has not taken is refused again here; the file is closed all the same.
            with contextlib.suppress(OSError):
                self._file.close()

    def _opened(self) -> BinaryIO:
        if self._file is None:
            raise RuntimeError("the scratch file was not created")
        return self._file


def sweep(directory: Path) -> int:
    """Remove temporary files whose process is gone; returns how many."""
    return sum(_remove_orphan(path) for path in directory.glob(f"*{SCRATCH_SUFFIX}"))


def _remove_orphan(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
    except OSError as error:
        log.info("scratch_file_in_use", file=path.name, errno=error.errno)
        return False
    return True
