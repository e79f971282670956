"""The host of the outputs: whole files with ranges and lengths, or what a fault makes of them."""

import asyncio
import struct
from collections import Counter
from pathlib import Path
from typing import Final

from aiohttp import hdrs, web

from sandbox.eachlabs.account import Account
from sandbox.eachlabs.api import WEB_PAGE
from sandbox.eachlabs.faults import FaultKind, FaultSwitch
from sandbox.eachlabs.prediction import Ending, Status
from sandbox.eachlabs.workshop import Workshop

MEBIBYTE: Final = 1024 * 1024
BOX_HEADER_BYTES: Final = 8
BOX_MAX_BYTES: Final = 2**32 - 1
SLOW_PIECES: Final = 20


class FileHost:
    """Handlers for /uploads. Anyone who knows the address may read, as at the real host."""

    def __init__(self, *, account: Account, workshop: Workshop) -> None:
        self._account = account
        self._workshop = workshop
        self._requests: Counter[str] = Counter()

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/uploads/{id}.mp4", self._download)]

    async def _download(self, request: web.Request) -> web.StreamResponse:
        prediction_id = request.match_info["id"]
        self._requests[prediction_id] += 1
        ending = self._ending(prediction_id)
        if ending is None or self._is_missing(prediction_id, ending.file_fault):
            raise web.HTTPNotFound
        redirect_to = _next_address(request, ending.file_fault)
        if redirect_to is not None:
            raise web.HTTPFound(redirect_to)
        clip = await self._workshop.clip(prediction_id)
        if clip is None:
            raise web.HTTPNotFound
        return await _send(request, clip, ending.file_fault)

    def _ending(self, prediction_id: str) -> Ending | None:
        prediction = self._account.get(prediction_id)
        ending = prediction.ending if prediction else None
        return ending if ending and ending.status is Status.SUCCESS else None

    def _is_missing(self, prediction_id: str, fault: FaultSwitch | None) -> bool:
        if fault is None:
            return False
        if fault.kind is FaultKind.FILE_GONE:
            return True
        late = fault.kind is FaultKind.FILE_LATE
        return late and self._requests[prediction_id] <= fault.amount


async def _send(request: web.Request, clip: Path, fault: FaultSwitch | None) -> web.StreamResponse:
    match fault.kind if fault else None:
        case FaultKind.FILE_NOT_MP4:
            return web.Response(text=WEB_PAGE, content_type="text/html")
        case FaultKind.FILE_CUT_SHORT:
            return await _send_half(request, clip)
        case FaultKind.FILE_SLOW if fault:
            return await _send_slowly(request, clip, seconds=fault.amount)
        case FaultKind.FILE_HUGE if fault:
            size_bytes = round(fault.amount * MEBIBYTE)
            clip = await asyncio.to_thread(padded_clip, clip, at_least_bytes=size_bytes)
    return web.FileResponse(clip, headers={hdrs.CONTENT_TYPE: "video/mp4"})


def padded_clip(clip: Path, *, at_least_bytes: int) -> Path:
    """The same film in a larger file: MP4 allows a `free` box, which players skip.

    The padding is a hole in the file, so that even a large one takes no room on disk.
    """
    padded = clip.with_name(f"{clip.stem}-{at_least_bytes}.mp4")
    content = clip.read_bytes()
    padding_bytes = max(BOX_HEADER_BYTES, at_least_bytes - len(content))
    if padding_bytes > BOX_MAX_BYTES:
        raise ValueError("a box of this kind is at most 4 GiB long")
    with padded.open("wb") as file:
        file.write(content)
        file.write(struct.pack(">I4s", padding_bytes, b"free"))
        file.truncate(len(content) + padding_bytes)
    return padded


def _next_address(request: web.Request, fault: FaultSwitch | None) -> str | None:
    if fault is None or fault.kind is not FaultKind.FILE_REDIRECTED:
        return None
    hop = request.query.get("hop", "0")
    hops_done = int(hop) if hop.isdecimal() else 0
    return f"{request.path}?hop={hops_done + 1}" if hops_done < fault.amount else None


async def _send_half(request: web.Request, clip: Path) -> web.StreamResponse:
    content = await asyncio.to_thread(clip.read_bytes)
    response = await _begin(request, len(content))
    await response.write(content[: len(content) // 2])
    if request.transport is not None:
        request.transport.close()
    return response


async def _send_slowly(request: web.Request, clip: Path, *, seconds: float) -> web.StreamResponse:
    content = await asyncio.to_thread(clip.read_bytes)
    response = await _begin(request, len(content))
    piece_bytes = len(content) // SLOW_PIECES + 1
    for start in range(0, len(content), piece_bytes):
        await asyncio.sleep(seconds / SLOW_PIECES)
        await response.write(content[start : start + piece_bytes])
    return response


async def _begin(request: web.Request, length: int) -> web.StreamResponse:
    response = web.StreamResponse(headers={hdrs.CONTENT_TYPE: "video/mp4"})
    response.content_length = length
    await response.prepare(request)
    return response
