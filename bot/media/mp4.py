"""Walks the boxes of an MP4, so that half a clip or a web page is never taken for one."""

import os
from dataclasses import dataclass
from enum import Enum, auto
from typing import BinaryIO, Final

HEAD_BYTES: Final = 8
_LARGE_HEAD_BYTES: Final = 16
# Brand and version after the head; a shorter file type box says nothing.
_FTYP_MIN_BYTES: Final = 16
# A film of seconds has a handful; in pieces, a few hundred.
_MAX_BOXES: Final = 10_000
_NEEDED: Final = frozenset({b"ftyp", b"moov", b"mdat"})
_PRINTABLE: Final = range(0x20, 0x7F)


class Mp4Finding(Enum):
    """What a walk over the boxes shows."""

    WHOLE = auto()
    NOT_MP4 = auto()
    CUT_SHORT = auto()
    # The boxes end where the file does, but there is no film among them.
    WITHOUT_FILM = auto()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Box:
    kind: bytes
    end: int


def starts_as_mp4(head: bytes) -> bool:
    """Judge by the first eight bytes, so that fetching can stop there."""
    return head[4:HEAD_BYTES] == b"ftyp" and int.from_bytes(head[:4]) >= _FTYP_MIN_BYTES


def inspect(file: BinaryIO) -> Mp4Finding:
    """Walk from box to box to the end, reading heads only."""
    size_bytes = file.seek(0, os.SEEK_END)
    file.seek(0)
    head = file.read(HEAD_BYTES)
    if len(head) == HEAD_BYTES and not starts_as_mp4(head):
        return Mp4Finding.NOT_MP4
    kinds: set[bytes] = set()
    position = 0
    for _ in range(_MAX_BOXES):
        box = _box_at(file, position=position, size_bytes=size_bytes)
        if isinstance(box, Mp4Finding):
            return box
        kinds.add(box.kind)
        position = box.end
        if position == size_bytes:
            return Mp4Finding.WHOLE if kinds >= _NEEDED else Mp4Finding.WITHOUT_FILM
    return Mp4Finding.NOT_MP4


def _box_at(file: BinaryIO, *, position: int, size_bytes: int) -> _Box | Mp4Finding:
    file.seek(position)
    head = file.read(_LARGE_HEAD_BYTES)
    if len(head) < HEAD_BYTES:
        return Mp4Finding.CUT_SHORT
    kind = head[4:HEAD_BYTES]
    if any(byte not in _PRINTABLE for byte in kind):
        return Mp4Finding.NOT_MP4
    length, head_bytes = int.from_bytes(head[:4]), HEAD_BYTES
    if length == 1:
        if len(head) < _LARGE_HEAD_BYTES:
            return Mp4Finding.CUT_SHORT
        length, head_bytes = int.from_bytes(head[HEAD_BYTES:]), _LARGE_HEAD_BYTES
    elif length == 0:
        # Written when a box runs to the end of the file.
        length = size_bytes - position
    if length < head_bytes:
        return Mp4Finding.NOT_MP4
    if position + length > size_bytes:
        return Mp4Finding.CUT_SHORT
    return _Box(kind=kind, end=position + length)
