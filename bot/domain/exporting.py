"""The log of a server as files that fit into messages."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from bot.domain.moments import TimeRange


class ExportFormat(StrEnum):
    """How a row is written. The words are also the endings of the files."""

    CSV = "csv"
    JSONL = "jsonl"


class ExportTooLargeError(Exception):
    """More parts than may be made."""


class NothingToExportError(Exception):
    """The log has no attempt in the time that was asked for."""

    def __init__(self, span: TimeRange) -> None:
        super().__init__("nothing to export")
        self.span = span


class Scratch(Protocol):
    """A temporary file that its process takes along when it dies. Raises OSError."""

    @property
    def path(self) -> Path: ...

    def create(self) -> None: ...

    def append(self, data: bytes) -> None: ...

    def save(self) -> None:
        """Let others read what was written so far."""
        ...

    def close_and_remove(self) -> None: ...


class ScratchFolder(Protocol):
    """Where temporary files are made."""

    def file(self, name: str) -> Scratch: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One file: whole rows, under a header of its own where the format has one."""

    path: Path
    size_bytes: int
    is_compressed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Exported:
    """All rows of a range, in one file or several.

    `unreadable` counts the rows without texts, since no key that is given opens them.
    """

    rows: int
    format: ExportFormat
    parts: Sequence[Part]
    unreadable: int = 0
