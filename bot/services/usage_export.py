"""Writes the usage log as CSV or JSON lines, for spreadsheets and for programs."""

import asyncio
import csv
import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, Protocol

from bot.domain.job import Job
from bot.domain.usage import COLUMNS, LogCell, UsageFilter, log_row
from bot.domain.usage_log import UsageLog

CHUNK_ROWS: Final = 200


class RowFile(Protocol):
    """A text file, or whatever takes rows like one: a row at a time."""

    def write(self, row: str, /) -> int: ...

    def writelines(self, rows: Iterable[str], /) -> None: ...


LogRow = Mapping[str, LogCell]
Write = Callable[[Sequence[Job]], None]
Progress = Callable[[int], None]

# Free text, or text of another service. The others are ours: ids, times, numbers, known words.
_FOREIGN_TEXT: Final = frozenset(
    {
        "reason",
        "prompt",
        "negative_prompt",
        "aspect_ratio",
        "prediction_id",
        "output_url",
        "message_url",
    }
)
_FOREIGN_PLACES: Final = tuple(n for n, column in enumerate(COLUMNS) if column in _FOREIGN_TEXT)
_TRUTH_PLACE: Final = COLUMNS.index("private")
_FORMULA_STARTS: Final = frozenset("=+-@")
_BREAKS: Final = frozenset("\t\r\n")
_INVISIBLE_CATEGORIES: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})


async def export_csv(
    log: UsageLog,
    usage_filter: UsageFilter,
    file: RowFile,
    *,
    on_progress: Progress | None = None,
    on_unreadable: Progress | None = None,
) -> int:
    """Write RFC 4180 rows under the contract's header; returns how many attempts there are.

    `file` must be UTF-8 and opened with `newline=""`, so that row ends stay as written.
    `on_unreadable` is told how many of those so far are without texts that no key opens.
    No cell of foreign text can start a spreadsheet's formula: an apostrophe goes before it.
    """
    writer = csv.writer(file, lineterminator="\r\n")
    await asyncio.to_thread(writer.writerow, COLUMNS)

    def write(jobs: Sequence[Job]) -> None:
        writer.writerows([_csv_row(log_row(job)) for job in jobs])

    return await _export(log, usage_filter, write, on_progress, on_unreadable)


async def export_jsonl(
    log: UsageLog,
    usage_filter: UsageFilter,
    file: RowFile,
    *,
    on_progress: Progress | None = None,
    on_unreadable: Progress | None = None,
) -> int:
    """Write one JSON object a line, texts as they are; returns how many attempts there are."""

    def write(jobs: Sequence[Job]) -> None:
        file.writelines([f"{_json_line(log_row(job))}\n" for job in jobs])

    return await _export(log, usage_filter, write, on_progress, on_unreadable)


async def _export(
    log: UsageLog,
    usage_filter: UsageFilter,
    write: Write,
    on_progress: Progress | None,
    on_unreadable: Progress | None,
) -> int:
    """Hand jobs over in chunks, off the loop: neither their number nor a slow disk holds it up."""
    written = unreadable = 0
    chunk: list[Job] = []

    async def flush() -> None:
        nonlocal written, unreadable
        await asyncio.to_thread(write, chunk)
        written += len(chunk)
        unreadable += sum(job.texts_unreadable for job in chunk)
        chunk.clear()
        if on_progress is not None:
            on_progress(written)
        if on_unreadable is not None:
            on_unreadable(unreadable)

    async for job in log.stream(usage_filter):
        chunk.append(job)
        if len(chunk) == CHUNK_ROWS:
            await flush()
    if chunk:
        await flush()
    return written


def _csv_row(row: LogRow) -> Sequence[LogCell]:
    cells = list(row.values())
    for place in _FOREIGN_PLACES:
        if cells[place]:
            cells[place] = _harmless(str(cells[place]))
    cells[_TRUTH_PLACE] = "true" if cells[_TRUTH_PLACE] else "false"
    return cells


def _harmless(foreign: str) -> str:
    text = _writable(foreign)
    return f"'{text}" if _could_start_formula(text) else text


def _could_start_formula(text: str) -> bool:
    """Whether a spreadsheet might run the text, or a reader might take its apostrophe for ours.

    Some programs drop what is invisible in front, and take full-width signs for the plain ones.
    """
    own = text.lstrip("'")
    if own[:1].isascii() and own[:1].isalnum():
        return False
    if own[:1] in _BREAKS:
        return True
    visible = (char for char in own if unicodedata.category(char) not in _INVISIBLE_CATEGORIES)
    first = unicodedata.normalize("NFKC", next(visible, ""))
    return first[:1] in _FORMULA_STARTS


def _json_line(row: LogRow) -> str:
    return _writable(json.dumps(row, ensure_ascii=False, allow_nan=False))


def _writable(text: str) -> str:
    """UTF-8 has no lone surrogates; one of them must not end the whole export."""
    if text.isascii():
        return text
    return text.encode("utf-8", "replace").decode()
