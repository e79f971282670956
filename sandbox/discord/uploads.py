"""Reads what the bot sends: JSON, or a form whose files go straight to disk."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import BodyPartReader, web
from simcord.backend.errors import BackendError

from sandbox.discord.attachments import AttachmentStore, ReceivedFile
from sandbox.discord.records import RecordedFile

CHUNK_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """One file of a form, in the shape in which SimCord's routes take files."""

    field_name: str
    filename: str
    content: ReceivedFile
    description: str | None = None

    @property
    def fp(self) -> Self:
        return self

    def read(self) -> ReceivedFile:
        return self.content


@dataclass(slots=True, kw_only=True)
class RequestBody:
    payload: Any = None
    files: list[Upload] = field(default_factory=list)
    too_large: bool = False

    def recorded_files(self) -> tuple[RecordedFile, ...]:
        return tuple(
            RecordedFile(
                field=upload.field_name,
                filename=upload.filename,
                size_bytes=upload.content.size_bytes,
            )
            for upload in self.files
        )


async def read_body(
    request: web.Request, *, store: AttachmentStore, file_limit_bytes: int
) -> RequestBody:
    """A file beyond the limit is read to its end and dropped, so that the answer gets through."""
    if request.content_type == "multipart/form-data":
        return await _read_form(request, store=store, file_limit_bytes=file_limit_bytes)
    text = await request.text()
    return RequestBody(payload=_parsed(text) if text else None)


def discard_unused(body: RequestBody, store: AttachmentStore) -> None:
    """Files that became no attachment leave nothing behind."""
    for upload in body.files:
        if not store.holds(upload.content.path):
            upload.content.path.unlink(missing_ok=True)


async def _read_form(
    request: web.Request, *, store: AttachmentStore, file_limit_bytes: int
) -> RequestBody:
    body = RequestBody()
    fields: dict[str, str] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise BackendError(400, 50035, "Invalid Form Body")
        if part.filename is None:
            fields[part.name or ""] = await part.text()
            continue
        received = await _receive(part, store=store, file_limit_bytes=file_limit_bytes)
        body.too_large = body.too_large or received.size_bytes > file_limit_bytes
        body.files.append(
            Upload(field_name=part.name or "", filename=part.filename, content=received)
        )
    body.payload = _parsed(fields["payload_json"]) if "payload_json" in fields else fields
    body.files = _described(body)
    return body


async def _receive(
    part: BodyPartReader, *, store: AttachmentStore, file_limit_bytes: int
) -> ReceivedFile:
    path = store.new_file()
    size_bytes = 0
    with store.writing(path) as sink:
        while chunk := await part.read_chunk(CHUNK_BYTES):
            size_bytes += len(chunk)
            if size_bytes <= file_limit_bytes:
                sink.write(chunk)
    return ReceivedFile(path=path, size_bytes=size_bytes)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise BackendError(400, 50109, "The request body contains invalid JSON.") from error


def _described(body: RequestBody) -> list[Upload]:
    """Files in the order of their numbers, with what the payload says about each."""
    about = {str(entry.get("id")): entry for entry in _attachment_entries(body.payload)}
    ordered = sorted(body.files, key=_file_number)
    if [_file_number(upload) for upload in ordered] != list(range(len(ordered))):
        raise BackendError(400, 50035, "Invalid Form Body: files are numbered from 0")
    return [
        Upload(
            field_name=upload.field_name,
            filename=about.get(str(number), {}).get("filename", upload.filename),
            content=upload.content,
            description=about.get(str(number), {}).get("description"),
        )
        for number, upload in enumerate(ordered)
    ]


def _attachment_entries(payload: Any) -> Sequence[dict[str, Any]]:
    """An interaction's first answer keeps them one level deeper."""
    if not isinstance(payload, dict):
        return []
    holder = payload["data"] if isinstance(payload.get("data"), dict) else payload
    entries = holder.get("attachments") or []
    return [entry for entry in entries if isinstance(entry, dict)]


def _file_number(upload: Upload) -> int:
    digits = upload.field_name.removeprefix("files[").removesuffix("]")
    return int(digits) if digits.isdecimal() else -1
