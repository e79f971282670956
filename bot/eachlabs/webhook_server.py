"""An HTTP server for strangers: few connections, short patience, curt answers, a quiet log."""

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any, Final, cast

import structlog
from aiohttp import hdrs, web
from aiohttp.http import HttpProcessingError

from bot.eachlabs.webhook_refusals import RefusalTally

log = structlog.get_logger(__name__)

# A proxy adds a dozen headers to a call's own; with these caps a connection costs little memory.
_MAX_LINE_BYTES: Final = 2048
_MAX_HEADERS: Final = 64
_MAX_HEADER_BYTES: Final = 4096
# How long what is still being sent is thrown away, so that the sender can read our answer.
_LINGER_S: Final = 0.5
_FAULTS_OF_THE_CALLER: Final = (HttpProcessingError, web.RequestPayloadError, ConnectionError)

Answer = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


class CurtServer(web.Server):
    """Takes one request from each of at most `max_connections` connections.

    A connection that has not sent all its headers after `header_s` is closed.
    """

    def __init__(
        self, answer: Answer, *, max_connections: int, header_s: float, refusals: RefusalTally
    ) -> None:
        super().__init__(answer)
        self._max_connections = max_connections
        self._header_s = header_s
        self._refusals = refusals

    def __call__(self) -> web.RequestHandler:
        options: dict[str, Any] = {
            "access_log": None,
            # The body is signed as it was sent; and nothing swells.
            "auto_decompress": False,
            # This also is the time from the connection to the end of its first headers.
            "keepalive_timeout": self._header_s,
            "lingering_time": _LINGER_S,
            "max_line_size": _MAX_LINE_BYTES,
            "max_headers": _MAX_HEADERS,
            "max_field_size": _MAX_HEADER_BYTES,
        }
        return _Connection(
            self,
            loop=asyncio.get_running_loop(),
            has_room=lambda: len(self.connections) < self._max_connections,
            refusals=self._refusals,
            **options,
        )


class _Connection(web.RequestHandler):
    """The library's own answers show its version and what was sent, and log every ill call."""

    __slots__ = ("_has_room", "_refusals")

    def __init__(
        self,
        server: CurtServer,
        *,
        loop: asyncio.AbstractEventLoop,
        has_room: Callable[[], bool],
        refusals: RefusalTally,
        **options: Any,
    ) -> None:
        super().__init__(server, loop=loop, **options)
        self._has_room = has_room
        self._refusals = refusals

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if self._has_room():
            super().connection_made(transport)
            return
        self._refusals.add("too_many_connections")
        cast("asyncio.Transport", transport).abort()

    def handle_error(
        self,
        request: web.BaseRequest,  # noqa: ARG002 - the signature is the library's
        status: int = HTTPStatus.INTERNAL_SERVER_ERROR,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002 - it quotes what was sent
    ) -> web.StreamResponse:
        self._note(exc)
        return curt_answer(HTTPStatus(status))

    def log_exception(self, *_args: Any, **kw: Any) -> None:
        error = kw.get("exc_info")
        self._note(error if isinstance(error, BaseException) else None)

    def _note(self, error: BaseException | None) -> None:
        if isinstance(error, _FAULTS_OF_THE_CALLER):
            self._refusals.add("not_http")
            return
        # A defect of ours. Its text may hold what a stranger sent; its frames do not.
        frames = traceback.format_tb(error.__traceback__) if error is not None else []
        log.error("webhook_call_failed", error=type(error).__name__, frames=frames)


def curt_answer(status: HTTPStatus) -> web.Response:
    """Without a body, without a word about what answers, and the last one of its connection."""
    response = web.Response(status=status, headers={hdrs.SERVER: "showreel"})
    if status is HTTPStatus.METHOD_NOT_ALLOWED:
        response.headers[hdrs.ALLOW] = hdrs.METH_POST
    response.force_close()
    return response
