"""Where uploaded files live: on disk, so that a large clip never sits in memory."""

import mimetypes
import shutil
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote

from simcord.backend.cdn import CdnStore

CDN_BASE = "https://cdn.discordapp.com"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedFile:
    """The bytes of one upload on disk. SimCord carries it where it expects the bytes themselves."""

    path: Path
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAttachment:
    attachment_id: int
    channel_id: int
    filename: str
    content_type: str
    path: Path
    size_bytes: int


def content_type_of(filename: str) -> str:
    """What Discord tells of a file; a packed one is what it was packed with, not what is inside."""
    content_type, packing = mimetypes.guess_type(filename)
    if packing is not None:
        return f"application/{packing}"
    return content_type or "application/octet-stream"


class AttachmentStore(CdnStore):
    """SimCord's file host with the bytes moved out of memory."""

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self._stored: dict[int, StoredAttachment] = {}
        if folder is None:
            folder = Path(tempfile.mkdtemp(prefix="local-discord-"))
            weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        self.folder = folder

    def new_file(self) -> Path:
        """A path nobody uses yet, for an upload that is about to arrive."""
        with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as file:
            return Path(file.name)

    def store_attachment(
        self,
        attachment_id: int,
        channel_id: int,
        filename: str,
        data: bytes | ReceivedFile,
        description: str | None,
    ) -> dict[str, Any]:
        received = self._on_disk(data) if isinstance(data, bytes) else data
        content_type = content_type_of(filename)
        self._stored[attachment_id] = StoredAttachment(
            attachment_id=attachment_id,
            channel_id=channel_id,
            filename=filename,
            content_type=content_type,
            path=received.path,
            size_bytes=received.size_bytes,
        )
        url = f"{CDN_BASE}/attachments/{channel_id}/{attachment_id}/{quote(filename)}"
        payload: dict[str, Any] = {
            "id": str(attachment_id),
            "filename": filename,
            "size": received.size_bytes,
            "url": url,
            "proxy_url": url.replace(CDN_BASE, "https://media.discordapp.net"),
            "content_type": content_type,
        }
        if description is not None:
            payload["description"] = description
        return payload

    @contextmanager
    def writing(self, path: Path) -> Iterator[BinaryIO]:
        with path.open("wb") as sink:
            yield sink

    def holds(self, path: Path) -> bool:
        return any(stored.path == path for stored in self._stored.values())

    def find(self, attachment_id: int) -> StoredAttachment | None:
        return self._stored.get(attachment_id)

    def forget(self, attachment_id: int) -> None:
        """A file's address stops working when its message is deleted."""
        stored = self._stored.pop(attachment_id, None)
        if stored is not None:
            stored.path.unlink(missing_ok=True)

    def _on_disk(self, data: bytes) -> ReceivedFile:
        path = self.new_file()
        path.write_bytes(data)
        return ReceivedFile(path=path, size_bytes=len(data))
