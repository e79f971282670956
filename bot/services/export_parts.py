"""Writes rows into files of a bounded size: one as it is, or compressed ones, never half a row."""

import threading
import zlib
from collections.abc import Iterable, Sequence
from typing import Final

from bot.domain.exporting import ExportTooLargeError, Part, Scratch, ScratchFolder

_GZIP: Final = 16 + zlib.MAX_WBITS
_LEVEL: Final = 6
# What gzip adds at the worst to what it cannot make smaller: marks between blocks, head and foot.
_ADDED_SHARE: Final = 100
_ADDED_BYTES: Final = 512


class RowParts:
    """Takes rows one by one, as a text file does, and keeps both ways open until it knows better.

    Rows are written as they are while one file holds them, and compressed beside it: into as many
    files as it takes. Threads write; whoever closes it waits for the row under way, and no row
    comes after.
    """

    def __init__(
        self, folder: ScratchFolder, *, part_max_bytes: int, parts_at_most: int, has_header: bool
    ) -> None:
        self._folder = folder
        self._part_max_bytes = part_max_bytes
        self._parts_at_most = parts_at_most
        self._awaits_header = has_header
        self._header = b""
        self._plain: _Plain | None = None
        self._compressed: list[_Compressed] = []
        self._fits_plain = True
        self._is_closed = False
        self._turn = threading.Lock()

    def write(self, row: str, /) -> int:
        """Raise ExportTooLargeError when there would be too many parts, and OSError."""
        with self._turn:
            if self._is_closed:
                raise ValueError("no row is written any more")
            data = row.encode()
            if self._awaits_header:
                self._awaits_header = False
                self._header = data
            else:
                self._add(data)
        return len(row)

    def writelines(self, rows: Iterable[str], /) -> None:
        for row in rows:
            self.write(row)

    def finish(self) -> Sequence[Part]:
        """Return the files, of the plainest kind that fits."""
        with self._turn:
            if self._fits_plain:
                return [self._opened_plain().finished()]
            return [each.finished() for each in self._compressed]

    def close(self) -> None:
        """Remove all files."""
        with self._turn:
            self._is_closed = True
            if self._plain is not None:
                self._plain.remove()
            for part in self._compressed:
                part.remove()

    def _add(self, row: bytes) -> None:
        if self._fits_plain:
            self._add_plain(row)
        self._compressed_with_room_for(len(row)).add(row)

    def _add_plain(self, row: bytes) -> None:
        plain = self._opened_plain()
        if plain.size_bytes + len(row) <= self._part_max_bytes:
            plain.add(row)
            return
        self._fits_plain = False
        plain.remove()

    def _opened_plain(self) -> "_Plain":
        if self._plain is None:
            self._plain = _Plain(self._folder.file("plain"), header=self._header)
        return self._plain

    def _compressed_with_room_for(self, row_bytes: int) -> "_Compressed":
        if self._compressed and self._compressed[-1].has_room_for(row_bytes, self._part_max_bytes):
            return self._compressed[-1]
        if len(self._compressed) == self._parts_at_most:
            raise ExportTooLargeError
        part = _Compressed(self._folder.file("compressed"), header=self._header)
        self._compressed.append(part)
        return part


class _Plain:
    def __init__(self, file: Scratch, *, header: bytes) -> None:
        self._file = file
        self.size_bytes = 0
        file.create()
        self.add(header)

    def add(self, data: bytes) -> None:
        self._file.append(data)
        self.size_bytes += len(data)

    def finished(self) -> Part:
        self._file.save()
        return Part(path=self._file.path, size_bytes=self.size_bytes, is_compressed=False)

    def remove(self) -> None:
        self._file.close_and_remove()


class _Compressed:
    def __init__(self, file: Scratch, *, header: bytes) -> None:
        self._file = file
        self._gzip = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
        self._size_bytes = 0
        # Of which it is not known yet how small they become.
        self._pending_bytes = 0
        file.create()
        self.add(header)

    def add(self, data: bytes) -> None:
        self._write(self._gzip.compress(data))
        self._pending_bytes += len(data)

    def has_room_for(self, row_bytes: int, part_max_bytes: int) -> bool:
        if self._largest_with(row_bytes) <= part_max_bytes:
            return True
        self._write(self._gzip.flush(zlib.Z_SYNC_FLUSH))
        self._pending_bytes = 0
        return self._largest_with(row_bytes) <= part_max_bytes

    def finished(self) -> Part:
        self._write(self._gzip.flush())
        self._file.save()
        return Part(path=self._file.path, size_bytes=self._size_bytes, is_compressed=True)

    def remove(self) -> None:
        self._file.close_and_remove()

    def _largest_with(self, row_bytes: int) -> int:
        coming = self._pending_bytes + row_bytes
        return self._size_bytes + coming + coming // _ADDED_SHARE + _ADDED_BYTES

    def _write(self, data: bytes) -> None:
        self._file.append(data)
        self._size_bytes += len(data)
