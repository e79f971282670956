"""Keeps clips on disk that could not be handed over (`MEDIA_DIR`)."""

import os
import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import structlog

from bot.domain.errors import ClipUnusableError, StorageUnavailableError
from bot.domain.ports import Clip
from bot.domain.reasons import Reason
from bot.media.off_loop import off_loop
from bot.media.scratch import SCRATCH_SUFFIX, ScratchFile, is_safe_name, safe_name, sweep

log = structlog.get_logger(__name__)

CLIP_SUFFIX: Final = ".mp4"
# The database and the system want some of the disk too.
MIN_FREE_BYTES: Final = 512 * 1024 * 1024
_COPY_BYTES: Final = 1024 * 1024


class DirectoryClipStore:
    """A `ClipStore`: one flat folder, a file for each kept clip.

    When it is full, `keep` goes on (the clip was paid for) and `has_room` says no, so
    that nothing new starts. Raises StorageUnavailableError when the disk refuses.
    """

    def __init__(
        self, directory: Path, *, max_bytes: int, min_free_bytes: int = MIN_FREE_BYTES
    ) -> None:
        self._directory = directory
        self._max_bytes = max_bytes
        self._min_free_bytes = min_free_bytes

    async def keep(self, clip: Clip, *, name: str) -> str:
        """Move the clip in, and return when it would survive a power cut.

        The same name again replaces: a delivery that is repeated after a crash keeps one clip.
        """
        kept_file = safe_name(name.removesuffix(CLIP_SUFFIX)) + CLIP_SUFFIX
        try:
            await off_loop(self._move_in, clip.path, kept_file)
        except OSError as error:
            raise _unavailable("keep", error) from error
        log.info("clip_kept", kept_file=kept_file, size_bytes=clip.size_bytes)
        return kept_file

    async def clip(self, kept_file: str) -> Clip:
        path = self._path(kept_file)
        try:
            size_bytes = (await off_loop(path.stat)).st_size
        except FileNotFoundError as error:
            raise ClipUnusableError(Reason.OUTPUT_MISSING, detail="no longer kept") from error
        except OSError as error:
            raise _unavailable("clip", error) from error
        return Clip(path=path, size_bytes=size_bytes)

    async def discard(self, kept_file: str) -> None:
        try:
            await off_loop(self._path(kept_file).unlink, missing_ok=True)
        except OSError as error:
            raise _unavailable("discard", error) from error

    async def kept_before(self, moment: datetime) -> Sequence[str]:
        try:
            return await off_loop(self._made_before, moment.timestamp())
        except OSError as error:
            raise _unavailable("kept_before", error) from error

    async def has_room(self) -> bool:
        """Whether another clip may be kept; a folder that cannot be used has no room."""
        try:
            return await off_loop(self._has_room)
        except OSError as error:
            log.warning("media_folder_unreadable", errno=error.errno)
            return False

    async def usage_bytes(self) -> int:
        try:
            return await off_loop(self._usage_bytes)
        except OSError as error:
            raise _unavailable("usage_bytes", error) from error

    async def sweep(self) -> int:
        """Remove half-made copies of an earlier process; returns how many."""
        return await off_loop(sweep, self._directory)

    def _path(self, kept_file: str) -> Path:
        if not is_safe_name(kept_file):
            raise ValueError("not the name of a kept clip")
        return self._directory / kept_file

    def _move_in(self, source: Path, kept_file: str) -> None:
        self._make_folder()
        target = self._path(kept_file)
        if _are_on_one_disk(source, self._directory):
            _make_durable(source)
            source.replace(target)
        else:
            self._copy_in(source, target)
            source.unlink()
        _make_durable(self._directory)

    def _copy_in(self, source: Path, target: Path) -> None:
        """Bring it over from another disk without ever showing half of it."""
        copy = ScratchFile(self._directory, name=target.stem)
        try:
            copy.create()
            with source.open("rb") as file:
                while block := file.read(_COPY_BYTES):
                    copy.append(block)
            copy.make_durable()
            copy.path.replace(target)
        finally:
            copy.close_and_remove()

    def _has_room(self) -> bool:
        self._make_folder()
        if not os.access(self._directory, os.W_OK) or self._usage_bytes() >= self._max_bytes:
            return False
        return shutil.disk_usage(self._directory).free >= self._min_free_bytes

    def _usage_bytes(self) -> int:
        if not self._directory.exists():
            return 0
        with os.scandir(self._directory) as entries:
            return sum(_size_bytes(entry) for entry in entries)

    def _made_before(self, timestamp: float) -> Sequence[str]:
        if not self._directory.exists():
            return []
        with os.scandir(self._directory) as entries:
            return [entry.name for entry in entries if _is_clip_made_before(entry, timestamp)]

    def _make_folder(self) -> None:
        self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)


def _are_on_one_disk(one: Path, other: Path) -> bool:
    return one.stat().st_dev == other.stat().st_dev


def _size_bytes(entry: os.DirEntry[str]) -> int:
    if entry.name.endswith(SCRATCH_SUFFIX):
        return 0
    try:
        return entry.stat(follow_symlinks=False).st_size if entry.is_file() else 0
    except FileNotFoundError:
        # Handed over while we were counting.
        return 0


def _is_clip_made_before(entry: os.DirEntry[str], timestamp: float) -> bool:
    if not entry.name.endswith(CLIP_SUFFIX) or not is_safe_name(entry.name):
        return False
    try:
        is_file = entry.is_file(follow_symlinks=False)
        return is_file and entry.stat(follow_symlinks=False).st_mtime < timestamp
    except FileNotFoundError:
        # Handed over while we were looking.
        return False


def _make_durable(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unavailable(step: str, error: OSError) -> StorageUnavailableError:
    return StorageUnavailableError(f"media folder, {step}: {os.strerror(error.errno or 0)}")
