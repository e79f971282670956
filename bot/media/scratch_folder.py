"""A folder of temporary files that leaves nothing behind, not even after a crash."""

from pathlib import Path

from bot.media.off_loop import off_loop
from bot.media.scratch import ScratchFile, sweep


class DirectoryScratchFolder:
    """The port `ScratchFolder`: each file is locked while in use, and removed after it."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def file(self, name: str) -> ScratchFile:
        return ScratchFile(self._directory, name=name)

    async def sweep(self) -> int:
        """Remove what a process that is gone has left; returns how many files."""
        return await off_loop(sweep, self._directory)
