"""The log of a server as attachments: their names, and as many as a message takes. Pure."""

from collections.abc import Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Final

from bot.domain.exporting import Exported, Part
from bot.domain.moments import TimeRange
from bot.messaging.catalogue import Catalogue
from bot.messaging.job_words import exact_time
from bot.messaging.rest import Upload

FILES_IN_MESSAGE: Final = 10
# Discord bounds a whole request besides each of its files; a single file may use it up.
MESSAGE_MAX_BYTES: Final = 24 * 1024 * 1024
_RANGE_KEYS: Final = MappingProxyType(
    {
        (): "audit-range-all",
        ("since",): "audit-range-since",
        ("until",): "audit-range-until",
        ("since", "until"): "audit-range",
    }
)


def uploads_of(exported: Exported, *, now: datetime) -> Sequence[Sequence[Upload]]:
    """Return the files of each message, in their order."""
    messages: list[list[Upload]] = []
    room_bytes = 0
    for number, part in enumerate(exported.parts, start=1):
        is_full = not messages or len(messages[-1]) == FILES_IN_MESSAGE
        if is_full or part.size_bytes > room_bytes:
            messages.append([])
            room_bytes = MESSAGE_MAX_BYTES
        room_bytes -= part.size_bytes
        name = _name(exported, part, number=number, now=now)
        messages[-1].append(Upload(name=name, source=part.path))
    return messages


def range_words(catalogue: Catalogue, locale: str, span: TimeRange) -> str:
    """Say which time was asked for; either end may be open."""
    ends = {
        name: exact_time(moment)
        for name, moment in (("since", span.since), ("until", span.until))
        if moment is not None
    }
    return catalogue.text(locale, _RANGE_KEYS[tuple(ends)], **ends)


def _name(exported: Exported, part: Part, *, number: int, now: datetime) -> str:
    count = len(exported.parts)
    place = f"-part-{number}-of-{count}" if count > 1 else ""
    compressed = ".gz" if part.is_compressed else ""
    return f"showreel-usage-{now:%Y-%m-%d}{place}.{exported.format.value}{compressed}"
