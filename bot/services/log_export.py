"""A server's log for its moderators, as files: counted, bounded, put on record."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Final

import structlog

from bot.domain.audit import AuditAction, AuditLog, NewAuditEntry
from bot.domain.errors import ShowreelError
from bot.domain.exporting import (
    Exported,
    ExportFormat,
    ExportTooLargeError,
    NothingToExportError,
    ScratchFolder,
)
from bot.domain.ids import GuildId, UserId
from bot.domain.moments import TimeRange, read_range
from bot.domain.ports import Clock
from bot.domain.usage import UsageFilter
from bot.domain.usage_log import UsageLog
from bot.services.export_parts import RowParts
from bot.services.usage_export import export_csv, export_jsonl

log = structlog.get_logger(__name__)

PARTS_AT_MOST: Final = 10
EXPORTS_AT_ONCE: Final = 2
# The answer's token lives for fifteen minutes, and the files have to be sent within them too.
WRITTEN_WITHIN_S: Final = 420.0


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportWish:
    """Who wants what, as they typed it. `part_max_bytes` is what one file may have."""

    guild_id: GuildId
    by: UserId
    format: str | None
    since: str | None
    until: str | None
    part_max_bytes: int


@dataclass(slots=True)
class ExportProgress:
    """How far an export is; 0 of 0 until it has been counted."""

    written: int = 0
    total: int = 0
    unreadable: int = 0

    def tell_written(self, rows: int) -> None:
        self.written = rows

    def tell_unreadable(self, rows: int) -> None:
        self.unreadable = rows


class LogExportService:
    """One export at a time for each server, and few in all."""

    def __init__(
        self,
        *,
        log: UsageLog,
        audit: AuditLog,
        folder: ScratchFolder,
        clock: Clock,
        written_within_s: float = WRITTEN_WITHIN_S,
        parts_at_most: int = PARTS_AT_MOST,
    ) -> None:
        self._log = log
        self._audit = audit
        self._folder = folder
        self._clock = clock
        self._written_within_s = written_within_s
        self._parts_at_most = parts_at_most
        self._under_way: set[GuildId] = set()

    @asynccontextmanager
    async def export(self, wish: ExportWish, progress: ExportProgress) -> AsyncIterator[Exported]:
        """Hand over files that are there for as long as they are held.

        Raises NothingToExportError, ShowreelError for what else cannot be done, and
        StorageUnavailableError.
        """
        now = self._clock.now()
        kind, span = _format(wish.format), read_range(wish.since, wish.until, now=now)
        if span.since is not None and span.since >= now:
            raise ShowreelError("range-ahead")
        with self._place_of(wish.guild_id):
            parts = RowParts(
                self._folder,
                part_max_bytes=wish.part_max_bytes,
                parts_at_most=self._parts_at_most,
                has_header=kind is ExportFormat.CSV,
            )
            try:
                exported = await self._written(wish, kind, span, parts, progress)
                await self._audit.record(_entry(wish, span, exported, self._clock))
                yield exported
            finally:
                # A row that is under way in its thread is waited for there, and not here.
                await asyncio.shield(asyncio.to_thread(parts.close))

    async def _written(
        self,
        wish: ExportWish,
        kind: ExportFormat,
        span: TimeRange,
        parts: RowParts,
        progress: ExportProgress,
    ) -> Exported:
        usage_filter = UsageFilter(guild_id=wish.guild_id, since=span.since, until=span.until)
        progress.total = await self._log.count(usage_filter)
        if not progress.total:
            raise NothingToExportError(span)
        export = export_csv if kind is ExportFormat.CSV else export_jsonl
        try:
            async with asyncio.timeout(self._written_within_s):
                rows = await export(
                    self._log,
                    usage_filter,
                    parts,
                    on_progress=progress.tell_written,
                    on_unreadable=progress.tell_unreadable,
                )
                files = await asyncio.to_thread(parts.finish)
        except ExportTooLargeError:
            raise ShowreelError("export-too-large", rows=progress.total) from None
        except TimeoutError:
            raise ShowreelError("export-too-slow", rows=progress.total) from None
        except OSError as error:
            log.warning("export_not_written", guild_id=wish.guild_id, errno=error.errno)
            raise ShowreelError("export-no-room") from error
        log.info("log_exported", guild_id=wish.guild_id, rows=rows, parts=len(files))
        return Exported(rows=rows, format=kind, parts=files, unreadable=progress.unreadable)

    @contextmanager
    def _place_of(self, guild_id: GuildId) -> Iterator[None]:
        if guild_id in self._under_way:
            raise ShowreelError("export-busy-here")
        if len(self._under_way) >= EXPORTS_AT_ONCE:
            raise ShowreelError("export-busy")
        self._under_way.add(guild_id)
        try:
            yield
        finally:
            self._under_way.discard(guild_id)


def _format(word: str | None) -> ExportFormat:
    if word is None:
        return ExportFormat.CSV
    if word not in set(ExportFormat):
        raise ShowreelError("export-format-unknown")
    return ExportFormat(word)


def _entry(wish: ExportWish, span: TimeRange, exported: Exported, clock: Clock) -> NewAuditEntry:
    """Nothing is handed over that is not on record."""
    return NewAuditEntry(
        guild_id=wish.guild_id,
        actor_id=wish.by,
        action=AuditAction.LOG_EXPORTED,
        at=clock.now(),
        after={
            "format": exported.format.value,
            "since": None if span.since is None else span.since.isoformat(),
            "until": None if span.until is None else span.until.isoformat(),
            "rows": exported.rows,
        },
    )
