"""Puts together, as one file, what is kept about a member."""

import asyncio
import gzip
import io
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from typing import Final, TextIO

import structlog

from bot.domain.errors import ShowreelError, StorageUnavailableError
from bot.domain.ids import AuditId, UserId
from bot.domain.job import Job
from bot.domain.option_defaults import DefaultsOwner, DefaultsScope, DefaultsStore
from bot.domain.ports import Clock
from bot.domain.privacy import (
    BlockAboutMember,
    BlockOnRecord,
    OwnDataFile,
    OwnDataStore,
    OwnDeed,
    OwnNote,
    OwnSearch,
)
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


class OwnData:
    """Everything that is kept under a member's id, piece by piece."""

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

    async def lines(self, user_id: UserId) -> AsyncIterator[Sequence[Line]]:
        """A few hundred at a time, requests last. Raises StorageUnavailableError."""
        yield await self._about_member(user_id)
        yield await self._by_moderator(user_id)
        async for deeds in self._deeds(user_id):
            yield deeds
        chunk: list[Job] = []
        async for job in self._usage_log.stream(UsageFilter(user_id=user_id)):
            chunk.append(job)
            if len(chunk) == CHUNK_ROWS:
                yield [_request_line(each) for each in chunk]
                chunk.clear()
        yield [_request_line(each) for each in chunk]

    async def _about_member(self, user_id: UserId) -> Sequence[Line]:
        store, owner = self._own_data, DefaultsOwner(scope=DefaultsScope.MEMBER, id=user_id)
        lines: list[Line] = [{"kind": "export", "made_at": _iso(self._clock.now())}]
        (defaults,) = await self._defaults.of(owner)
        if defaults.said:
            lines.append({"kind": "defaults", **defaults.said})
        asked_at = await store.wish_of(user_id)
        if asked_at is not None:
            lines.append({"kind": "erasure", "requested_at": _iso(asked_at)})
        lines += [_report_line(report) for report in await store.reports_by(user_id)]
        lines += [_block_line(block) for block in await store.blocks_about(user_id)]
        lines += [_block_on_record_line(each) for each in await store.blocks_on_record(user_id)]
        return lines

    async def _by_moderator(self, user_id: UserId) -> Sequence[Line]:
        notes = await self._own_data.notes_by(user_id)
        searches = await self._own_data.searches_by(user_id)
        return [*map(_note_line, notes), *map(_search_line, searches)]

    async def _deeds(self, user_id: UserId) -> AsyncIterator[Sequence[Line]]:
        after: AuditId | None = None
        while deeds := await self._own_data.deeds_of(user_id, after=after, at_most=CHUNK_ROWS):
            yield [_deed_line(deed) for deed in deeds]
            after = deeds[-1].id


class OwnDataService:
    """One file at a time: each is bounded, and a crowd that asks waits its turn."""

    def __init__(self, own_data: OwnData) -> None:
        self._own_data = own_data
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
        """Build it off the loop."""
        requests = 0
        async for some in self._own_data.lines(user_id):
            await asyncio.to_thread(lines.add, some)
            requests += _requests_among(some)
        name, content = await asyncio.to_thread(lines.finish)
        return OwnDataFile(name=name, content=content, requests=requests)


async def write_own_data(own_data: OwnData, user_id: UserId, file: TextIO) -> None:
    """Write it, however large it is.

    `file` must be UTF-8. Raises StorageUnavailableError, and OSError where the file is refused.
    """
    async for some in own_data.lines(user_id):
        await asyncio.to_thread(file.write, _as_text(some))


class _Lines:
    """Lines of JSON: plain while they fit, and packed beside it, until neither fits."""

    def __init__(self, *, at_most_bytes: int) -> None:
        self._at_most_bytes = at_most_bytes
        self._plain: io.BytesIO | None = io.BytesIO()
        self._packed = io.BytesIO()
        self._packer = gzip.GzipFile(fileobj=self._packed, mode="wb", mtime=0)

    def add(self, lines: Sequence[Line]) -> None:
        """Raise ShowreelError as soon as it is known not to fit."""
        content = _as_text(lines).encode()
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


def _as_text(lines: Sequence[Line]) -> str:
    text = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
    # UTF-8 has no lone surrogates; one of them must not end the whole export.
    return text.encode("utf-8", "replace").decode()


def _requests_among(lines: Sequence[Line]) -> int:
    return sum(line["kind"] == "request" for line in lines)


def _request_line(job: Job) -> Line:
    return {"kind": "request", **log_row(job)}


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


def _block_on_record_line(block: BlockOnRecord) -> Line:
    return {
        "kind": block.action.value,
        "guild_id": str(block.guild_id),
        "at": _iso(block.at),
        "expires_at": block.expires_at,
        "reason": block.reason,
    }


def _note_line(note: OwnNote) -> Line:
    return {
        "kind": "note",
        "job_id": note.job_id,
        "guild_id": str(note.guild_id),
        "created_at": _iso(note.created_at),
        "text": note.text,
    }


def _search_line(search: OwnSearch) -> Line:
    return {
        "kind": "search",
        "guild_id": str(search.guild_id),
        "created_at": _iso(search.created_at),
        "looked_for": search.looked_for,
    }


def _deed_line(deed: OwnDeed) -> Line:
    return {
        "kind": "deed",
        "guild_id": str(deed.guild_id),
        "at": _iso(deed.at),
        "action": deed.action.value,
        "job_id": deed.job_id,
    }


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
