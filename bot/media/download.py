"""Fetches an output from an address we were told, trusting neither address nor content."""

import asyncio
import contextlib
import os
import re
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

import aiohttp
import structlog
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.domain.errors import (
    ClipHostAwayError,
    ClipNotStoredError,
    ClipTooLargeError,
    ClipUnreachableError,
    ClipUnusableError,
)
from bot.domain.ports import Clip, Clock
from bot.domain.reasons import Reason
from bot.media.mp4 import HEAD_BYTES, Mp4Finding, inspect, starts_as_mp4
from bot.media.off_loop import off_loop
from bot.media.scratch import ScratchFile, sweep
from bot.media.session import FetchTimeouts, NotPublicError, open_session

log = structlog.get_logger(__name__)

MAX_REDIRECTS: Final = 3
# What is held in memory before it is written: few thread hops, little memory.
BLOCK_BYTES: Final = 512 * 1024
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_HOST_FAULTS: Final = frozenset({408, 425, 429, *range(500, 600)})
_READY_TO_SEND: Final = re.compile(r"[\x21-\x7e]+")


class SafeClipSource:
    """A `ClipSource`: streams to disk, public addresses only, and only a whole MP4 passes.

    Raises ClipNotStoredError when our own disk refuses. Any port is allowed, since what is
    connected to must be public anyway. Build it inside a running event loop.
    """

    def __init__(
        self,
        *,
        directory: Path,
        max_bytes: int,
        allow_private: bool,
        clock: Clock,
        resolver: AbstractResolver | None = None,
        ssl_context: ssl.SSLContext | None = None,
        timeouts: FetchTimeouts | None = None,
        on_fetched: Callable[[int], None] | None = None,
    ) -> None:
        self._directory = directory
        self._max_bytes = max_bytes
        self._schemes = frozenset({"https", "http"} if allow_private else {"https"})
        self._clock = clock
        self._timeouts = timeouts or FetchTimeouts()
        self._on_fetched = on_fetched
        self._session = open_session(
            allow_private=allow_private,
            timeouts=self._timeouts,
            resolver=resolver,
            ssl_context=ssl_context,
        )

    async def close(self) -> None:
        await self._session.close()

    async def sweep(self) -> int:
        """Remove what an earlier process left half fetched; returns how many files."""
        return await off_loop(sweep, self._directory)

    @contextlib.asynccontextmanager
    async def fetch(self, url: str, *, name: str) -> AsyncIterator[Clip]:
        async with _scratch_file(self._directory, name=name) as scratch:
            started_s = self._clock.monotonic()
            with _as_clip_errors():
                async with asyncio.timeout(self._timeouts.total_s):
                    size_bytes = await self._download(url, scratch)
            seconds = round(self._clock.monotonic() - started_s, 3)
            log.info("clip_fetched", name=name, size_bytes=size_bytes, seconds=seconds)
            if self._on_fetched is not None:
                self._on_fetched(size_bytes)
            yield Clip(path=scratch.path, size_bytes=size_bytes)

    async def _download(self, url: str, scratch: ScratchFile) -> int:
        target = self._permitted(_parse(url))
        for _ in range(MAX_REDIRECTS + 1):
            async with self._session.get(target, allow_redirects=False) as response:
                if response.status not in _REDIRECTS:
                    return await self._receive(response, scratch)
                target = self._permitted(_next_target(response))
        raise _unreachable(f"more than {MAX_REDIRECTS} redirects")

    def _permitted(self, target: URL) -> URL:
        if target.scheme not in self._schemes:
            raise _forbidden("another scheme")
        if target.raw_user is not None or target.raw_password is not None:
            raise _forbidden("credentials in the address")
        return target

    async def _receive(self, response: aiohttp.ClientResponse, scratch: ScratchFile) -> int:
        if response.status != HTTPStatus.OK:
            raise _refused(response.status)
        announced_bytes = response.content_length
        self._check_size(announced_bytes or 0)
        size_bytes = await self._stream_to(scratch, response.content)
        _check_finding(
            await _written(scratch.examine, inspect), length_known=announced_bytes is not None
        )
        return size_bytes

    async def _stream_to(self, scratch: ScratchFile, content: aiohttp.StreamReader) -> int:
        block = bytearray(await _mp4_head(content))
        size_bytes = len(block)
        async for data in content.iter_any():
            size_bytes += len(data)
            self._check_size(size_bytes)
            block += data
            if len(block) >= BLOCK_BYTES:
                await _written(scratch.append, block)
                block = bytearray()
        await _written(scratch.append, block)
        return size_bytes

    def _check_size(self, size_bytes: int) -> None:
        if size_bytes > self._max_bytes:
            raise ClipTooLargeError(
                Reason.OUTPUT_TOO_LARGE, detail=f"more than {self._max_bytes} bytes"
            )


@contextlib.asynccontextmanager
async def _scratch_file(directory: Path, *, name: str) -> AsyncIterator[ScratchFile]:
    scratch = ScratchFile(directory, name=name)
    try:
        await _written(scratch.create)
        yield scratch
    finally:
        await off_loop(scratch.close_and_remove)


async def _mp4_head(content: aiohttp.StreamReader) -> bytes:
    try:
        head = await content.readexactly(HEAD_BYTES)
    except asyncio.IncompleteReadError as error:
        raise _cut_short(f"{len(error.partial)} bytes") from error
    if not starts_as_mp4(head):
        raise ClipUnusableError(Reason.OUTPUT_NOT_MP4, detail="no ftyp box at the start")
    return head


def _check_finding(finding: Mp4Finding, *, length_known: bool) -> None:
    if finding is Mp4Finding.WHOLE:
        return
    # A body without a length may just as well have been cut between two boxes.
    if finding is Mp4Finding.CUT_SHORT or (finding is Mp4Finding.WITHOUT_FILM and not length_known):
        raise _cut_short("the boxes run past the end of the file")
    raise ClipUnusableError(Reason.OUTPUT_NOT_MP4, detail="no film in the file")


def _parse(address: str, *, base: URL | None = None) -> URL:
    # Signed addresses break when they are quoted anew; an ill one is quoted once.
    try:
        relative = URL(address, encoded=_READY_TO_SEND.fullmatch(address) is not None)
        url = relative if base is None else base.join(relative)
        # yarl takes an address apart only when it is asked for a part.
        complete = url.host is not None and url.port is not None
    except ValueError as error:
        raise _forbidden("not an address") from error
    if not complete:
        raise _forbidden("not a full address")
    return url


def _next_target(response: aiohttp.ClientResponse) -> URL:
    location = response.headers.get("Location")
    if not location:
        raise _unreachable(f"status {response.status} without a Location")
    return _parse(location, base=response.url)


async def _written(work: Callable[..., Any], *args: Any) -> Any:
    """Do file work; a full or broken disk is no fault of the clip's."""
    try:
        return await off_loop(work, *args)
    except OSError as error:
        log.warning("clip_not_written", errno=error.errno)
        raise ClipNotStoredError(f"clip: {os.strerror(error.errno or 0)}") from error


@contextlib.contextmanager
def _as_clip_errors() -> Iterator[None]:
    """Make aiohttp's errors ours. Details name no address: it may be signed."""
    try:
        yield
    except aiohttp.ClientConnectorError as error:
        if isinstance(error.__cause__, NotPublicError):
            raise _forbidden("not a public address") from error
        if _is_unknown_name(error):
            raise _unreachable("no such host") from error
        raise _host_away(type(error).__name__) from error
    except aiohttp.ClientPayloadError as error:
        raise _cut_short("the body ended early") from error
    except (aiohttp.InvalidURL, UnicodeError) as error:
        raise _forbidden("not an address") from error
    except (aiohttp.ClientConnectionError, OSError) as error:
        raise _host_away(type(error).__name__) from error
    except aiohttp.ClientError as error:
        raise _unreachable(type(error).__name__) from error


def _is_unknown_name(error: aiohttp.ClientConnectorError) -> bool:
    """While our own network is away, resolvers say that they could not ask."""
    is_lookup = isinstance(error, aiohttp.ClientConnectorDNSError)
    return is_lookup and error.os_error.errno == socket.EAI_NONAME


def _refused(status: int) -> ClipUnreachableError:
    """A file may appear a little late; a host that cannot answer may be away for long."""
    detail = f"status {status}"
    return _host_away(detail) if status in _HOST_FAULTS else _unreachable(detail)


def _forbidden(detail: str) -> ClipUnusableError:
    return ClipUnusableError(Reason.OUTPUT_ADDRESS_FORBIDDEN, detail=detail)


def _host_away(detail: str) -> ClipHostAwayError:
    return ClipHostAwayError(Reason.OUTPUT_UNREACHABLE, detail=detail)


def _unreachable(detail: str) -> ClipUnreachableError:
    return ClipUnreachableError(Reason.OUTPUT_UNREACHABLE, detail=detail)


def _cut_short(detail: str) -> ClipUnreachableError:
    """Worth another try: the connection may have broken, or the file was still being stored."""
    return ClipUnreachableError(Reason.OUTPUT_CUT_SHORT, detail=detail)
