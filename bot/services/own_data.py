"""Puts together, as one file, what is kept about a member."""

import asyncio
import gzip
import io
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

import structlog

from bot.domain.errors import ShowreelError, StorageUnavailableError
from bot.domain.ids import UserId
from bot.domain.job import Job
from bot.domain.option_defaults import DefaultsOwner, DefaultsScope, DefaultsStore
from bot.domain.ports import Clock
from bot.domain.privacy import BlockAboutMember, OwnDataFile, OwnDataStore
from bot.domain.reporting import Report
from bot.domain.usage import LogCell, UsageFilter, log_row
from bot.domain.usage_log import UsageLog

log = structlog.get_logger(__name__)

FILE_NAME: Final = "showreel-data.jsonl"
CHUNK_ROWS: Final = 200
# What is built is held in memory until Discord has taken it.
FILE_MAX_BYTES: Final = 8 * 1024 * 1024
# Room for what an upload carries beside the file.
FILE_SHARE: Final = 0.95

Line = Mapping[str, LogCell]


class OwnDataService:
    """One file at a time: each is bounded, and a crowd that asks waits its turn."""

    def __init__(
        self,
        *,
        usage_log: UsageLog,
        defaults: DefaultsStore,
        own_data: OwnDataStore,
        clock: Clock,
    ) -> None:
        self._usage_log = usage_log
        self._defaults = defaults
        self._own_data = own_data
        self._clock = clock
        self._turn = asyncio.Lock()

    async def export(self, user_id: UserId, *, limit_bytes: int) -> OwnDataFile:
        """Raise ShowreelError when it does not fit, or the log is away."""
        at_most_bytes = min(int(limit_bytes * FILE_SHARE), FILE_MAX_BYTES)
        try:
            async with self._turn:
                return await self._export(user_id, _Lines(at_most_bytes=at_most_bytes))
        except StorageUnavailableError:
            log.exception("own_data_not_exported")
            raise ShowreelError("privacy-log-away") from None

    async def _export(self, user_id: UserId, lines: "_Lines") -> OwnDataFile:
        owner = DefaultsOwner(scope=DefaultsScope.MEMBER, id=user_id)
        (defaults,) = await self._defaults.of(owner)
        own: list[Line] = [{"kind": "export", "made_at": _iso(self._clock.now())}]
        if defaults.said:
            own.append({"kind": "defaults", **defaults.said})
        own += [_report_line(report) for report in await self._own_data.reports_by(user_id)]
        own += [_block_line(block) for block in await self._own_data.blocks_about(user_id)]
        await asyncio.to_thread(lines.add, own)
        requests = await self._add_requests(user_id, lines)
        name, content = await asyncio.to_thread(lines.finish)
        return OwnDataFile(name=name, content=content, requests=requests)

    async def _add_requests(self, user_id: UserId, lines: "_Lines") -> int:
        """Hand them over in chunks, off the loop."""
        chunk: list[Job] = []
        written = 0

        async def flush() -> None:
            nonlocal written
            rows: list[Line] = [{"kind": "request", **log_row(job)} for job in chunk]
            await asyncio.to_thread(lines.add, rows)
            written += len(chunk)
            chunk.clear()

        async for job in self._usage_log.stream(UsageFilter(user_id=user_id)):
            chunk.append(job)
            if len(chunk) == CHUNK_ROWS:
                await flush()
        await flush()
        return written


class _Lines:
    """Lines of JSON: plain while they fit, and packed beside it, until neither fits."""

    def __init__(self, *, at_most_bytes: int) -> None:
        self._at_most_bytes = at_most_bytes
        self._plain: io.BytesIO | None = io.BytesIO()
        self._packed = io.BytesIO()
        self._packer = gzip.GzipFile(fileobj=self._packed, mode="wb", mtime=0)

    def add(self, lines: Sequence[Line]) -> None:
        """Raise ShowreelError as soon as it is known not to fit."""
        text = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
        # UTF-8 has no lone surrogates; one of them must not end the whole export.
        content = text.encode("utf-8", "replace")
        if self._plain is not None:
            self._plain.write(content)
            if self._plain.tell() > self._at_most_bytes:
                self._plain = None
        self._packer.write(content)
        self._check_size()

    def finish(self) -> tuple[str, bytes]:
        self._packer.close()
        if self._plain is not None:
            return FILE_NAME, self._plain.getvalue()
        self._check_size()
        return f"{FILE_NAME}.gz", self._packed.getvalue()

    def _check_size(self) -> None:
        if self._packed.tell() > self._at_most_bytes:
            raise ShowreelError("privacy-export-too-large")


def _report_line(report: Report) -> Line:
    return {
        "kind": "report",
        "job_id": report.job_id,
        "guild_id": str(report.guild_id),
        "created_at": _iso(report.created_at),
        "text": report.text,
        "decided_at": _iso(report.decided_at),
        "decision": None if report.decision is None else report.decision.value,
    }


def _block_line(block: BlockAboutMember) -> Line:
    return {
        "kind": "block",
        "guild_id": str(block.guild_id),
        "created_at": _iso(block.created_at),
        "expires_at": _iso(block.expires_at),
        "reason": block.reason,
    }


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
