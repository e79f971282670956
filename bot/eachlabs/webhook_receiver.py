"""Takes completion webhooks: a signed call is a hint to look at its job now, and no more.

It listens at an address of its own, which a proxy makes public. Everything that can be refused
without the body is refused before the body is read. Polling goes on whatever arrives here.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

import structlog
from aiohttp import hdrs, web
from pydantic import SecretStr

from bot.domain.ids import JobId, PredictionId
from bot.domain.ports import Clock
from bot.eachlabs.values import as_mapping, parse_json, safe_id
from bot.eachlabs.webhook_refusals import RefusalTally
from bot.eachlabs.webhook_server import CurtServer, curt_answer
from bot.eachlabs.webhook_signature import (
    SIGNATURE_HEADER,
    TIMESTAMP_HEADER,
    SeenSignatures,
    WebhookSignature,
    WebhookSignatureError,
)
from bot.eachlabs.webhook_target import job_called
from bot.http_listener import HttpListener
from bot.scheduling.window import RollingWindow

log = structlog.get_logger(__name__)

SHUTDOWN_TIMEOUT_S: Final = 1.0
_KIB: Final = 1024
# The name of today, then the one it had before.
_ID_KEYS: Final = ("exec_id", "id")


@dataclass(frozen=True, kw_only=True, slots=True)
class ReceiverLimits:
    """What a stranger can cost at most. Ten slots end about two clips a minute."""

    body_bytes: int = 64 * _KIB
    header_s: float = 5.0
    body_s: float = 5.0
    calls: int = 300
    calls_in_s: float = 60.0
    connections: int = 32


class _RefusedError(Exception):
    """Turned away with a status; `cause` is a word for the log."""

    def __init__(self, status: HTTPStatus, cause: str) -> None:
        super().__init__(cause)
        self.status = status
        self.cause = cause


class WebhookReceiver:
    """Calls `called` once for each signed call, with the prediction's id where it has one.

    The address is not signed, only time and body: whoever is called must not take the job and
    the prediction for belonging together before the service has confirmed it.
    """

    def __init__(
        self,
        *,
        host: str,
        port: int,
        secret: SecretStr,
        clock: Clock,
        called: Callable[[JobId, PredictionId | None], None],
        limits: ReceiverLimits | None = None,
    ) -> None:
        if not secret.get_secret_value():
            raise ValueError("without a secret anybody could sign")
        self._listener = HttpListener(
            host=host, port=port, host_setting="WEBHOOK_HOST", port_setting="WEBHOOK_PORT"
        )
        self._secret = secret
        self._clock = clock
        self._called = called
        self._limits = limits or ReceiverLimits()
        self._window = RollingWindow(self._limits.calls, self._limits.calls_in_s)
        self._seen = SeenSignatures()
        self._refusals = RefusalTally(clock)

    @property
    def port(self) -> int:
        """The port that is listened on: with port 0, the one the system chose."""
        return self._listener.port

    async def start(self) -> None:
        """Raise CannotListenError where nothing can listen."""
        server = CurtServer(
            self._answer,
            max_connections=self._limits.connections,
            header_s=self._limits.header_s,
            refusals=self._refusals,
        )
        await self._listener.start(
            web.ServerRunner(server, handle_signals=False, shutdown_timeout=SHUTDOWN_TIMEOUT_S)
        )
        log.info("webhook_receiver_started", host=self._listener.host, port=self.port)

    async def stop(self) -> None:
        await self._listener.stop()
        self._refusals.tell()

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        try:
            await self._take(request)
        except _RefusedError as error:
            self._refusals.add(error.cause)
            return curt_answer(error.status)
        except WebhookSignatureError as error:
            self._refusals.add(error.cause)
            return curt_answer(HTTPStatus.UNAUTHORIZED)
        return curt_answer(HTTPStatus.NO_CONTENT)

    async def _take(self, request: web.BaseRequest) -> None:
        job_id = _job_id(request)
        signature = WebhookSignature.read(
            signatures=request.headers.getall(SIGNATURE_HEADER, ()),
            timestamps=request.headers.getall(TIMESTAMP_HEADER, ()),
            now=self._clock.now(),
        )
        self._admit(request)
        body = await self._body(request)
        signature.check(body, secret=self._secret)
        if self._seen.is_new(signature, monotonic=self._clock.monotonic()):
            self._pass_on(job_id, _prediction_id(body))
        else:
            self._refusals.add("repeated")

    def _admit(self, request: web.BaseRequest) -> None:
        if (request.content_length or 0) > self._limits.body_bytes:
            raise _RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "body_too_large")
        now = self._clock.monotonic()
        if not self._window.has_room(now):
            raise _RefusedError(HTTPStatus.TOO_MANY_REQUESTS, "too_many_calls")
        self._window.restore(now)

    async def _body(self, request: web.BaseRequest) -> bytes:
        try:
            async with asyncio.timeout(self._limits.body_s):
                return await _read(request, at_most=self._limits.body_bytes)
        except TimeoutError:
            raise _RefusedError(HTTPStatus.REQUEST_TIMEOUT, "body_too_slow") from None
        except (web.RequestPayloadError, ConnectionError):
            raise _RefusedError(HTTPStatus.BAD_REQUEST, "body_cut_off") from None

    def _pass_on(self, job_id: JobId, prediction_id: PredictionId | None) -> None:
        log.info("webhook_received", job_id=job_id, prediction_id=prediction_id)
        try:
            self._called(job_id, prediction_id)
        except Exception:
            # Told the sender, it would only be sent again; polling finds the clip in any case.
            log.exception("webhook_hint_failed", job_id=job_id, prediction_id=prediction_id)


def _job_id(request: web.BaseRequest) -> JobId:
    job_id = job_called(request.path)
    if job_id is None:
        raise _RefusedError(HTTPStatus.NOT_FOUND, "other_path")
    if request.method != hdrs.METH_POST:
        raise _RefusedError(HTTPStatus.METHOD_NOT_ALLOWED, "other_method")
    return job_id


async def _read(request: web.BaseRequest, *, at_most: int) -> bytes:
    """Stop as soon as it is too much: chunks come without an announced length."""
    if request.headers.get(hdrs.EXPECT, "").lower() == "100-continue":
        await request.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
    body = bytearray()
    async for part in request.content.iter_any():
        body += part
        if len(body) > at_most:
            raise _RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "body_too_large")
    return bytes(body)


def _prediction_id(body: bytes) -> PredictionId | None:
    try:
        fields = as_mapping(parse_json(body))
    except ValueError:
        return None
    found = next((value for key in _ID_KEYS if (value := safe_id(fields.get(key)))), None)
    return None if found is None else PredictionId(found)
