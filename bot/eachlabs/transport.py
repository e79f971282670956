"""The one door to the network: one request out, one checked answer or one of our errors back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

import aiohttp
import structlog
from pydantic import SecretStr
from yarl import URL

from bot.domain.ports import Clock
from bot.eachlabs.errors import (
    AnswerLostError,
    AnswerUnreadableError,
    ConnectionNotMadeError,
    EachlabsError,
    StatusError,
)
from bot.eachlabs.failures import read_failure
from bot.eachlabs.retry_after import read_retry_after
from bot.eachlabs.values import parse_json

log = structlog.get_logger(__name__)

# A full page of executions is about 60 KiB; more than this is no answer to any of our calls.
MAX_BODY_BYTES: Final = 1024 * 1024
_CHUNK_BYTES: Final = 64 * 1024
_OK: Final = range(200, 300)
_NOTHING_SENT: Final = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
)

ValueT = TypeVar("ValueT")


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One request. `secrets` are the texts it carries; None: a prompt that is not known here."""

    name: str
    method: str
    path: str
    secrets: Sequence[str] | None = field(repr=False)
    timeout: aiohttp.ClientTimeout
    params: Mapping[str, str] | None = None
    json: Mapping[str, Any] | None = field(default=None, repr=False)
    # The newer calls are documented with a bearer token only.
    as_bearer: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """A 2xx answer; `body` is None when it was not JSON or too large."""

    body: Any
    request_id: str

    def expect(self, value: ValueT | None, what: str) -> ValueT:
        """Raise AnswerUnreadableError when the body did not hold `what`."""
        if value is None:
            log.warning("eachlabs_answer_unreadable", missing=what, request_id=self.request_id)
            raise AnswerUnreadableError(f"no {what} in the answer", request_id=self.request_id)
        return value


class Transport:
    """Sends each call exactly once and follows no redirect.

    An error of aiohttp's ends here and is not even chained: some of them hold the request's
    headers, and with them the key.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        base_url: str,
        api_key: SecretStr,
        clock: Clock,
        new_request_id: Callable[[], str],
    ) -> None:
        self._session = session
        self._base_url = _checked_base_url(base_url)
        self._api_key = _checked_key(api_key)
        self._clock = clock
        self._new_request_id = new_request_id

    async def request(self, call: Call) -> Answer:
        """Every outcome is logged under the id that Eachlabs logs, too."""
        request_id = self._new_request_id()
        started = self._clock.monotonic()
        outcome = await self._outcome(call, request_id)
        elapsed_s = round(self._clock.monotonic() - started, 3)
        fields = {"call": call.name, "request_id": request_id, "elapsed_s": elapsed_s}
        if isinstance(outcome, EachlabsError):
            error = type(outcome).__name__
            log.warning("eachlabs_call_failed", error=error, detail=outcome.detail, **fields)
            raise outcome
        log.debug("eachlabs_call_answered", **fields)
        return outcome

    async def _outcome(self, call: Call, request_id: str) -> Answer | EachlabsError:
        if self._session.closed:
            return ConnectionNotMadeError("the session is closed", request_id=request_id)
        try:
            return await self._exchange(call, request_id)
        except _NOTHING_SENT as error:
            return ConnectionNotMadeError(type(error).__name__, request_id=request_id)
        except _CutOffError as error:
            return AnswerLostError(str(error), request_id=request_id)
        except (aiohttp.ClientError, OSError) as error:
            return AnswerLostError(type(error).__name__, request_id=request_id)

    async def _exchange(self, call: Call, request_id: str) -> Answer | StatusError:
        async with self._session.request(
            call.method,
            URL(self._base_url + call.path),
            params=call.params,
            json=call.json,
            headers=self._headers(call, request_id),
            timeout=call.timeout,
            allow_redirects=False,
            middlewares=(_sent_once,),
        ) as response:
            if response.status not in _OK:
                return await self._status_error(call, response, request_id)
            return Answer(body=_json_or_none(await _read(response)), request_id=request_id)

    def _headers(self, call: Call, request_id: str) -> Mapping[str, str]:
        key = self._api_key.get_secret_value()
        headers = {
            "X-API-Key": key,
            "X-Request-Id": request_id,
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "User-Agent": "Showreel",
        }
        return {**headers, "Authorization": f"Bearer {key}"} if call.as_bearer else headers

    async def _status_error(
        self, call: Call, response: aiohttp.ClientResponse, request_id: str
    ) -> StatusError:
        """The status has arrived, and counts, even when the body behind it never does."""
        try:
            body = _json_or_none(await _read(response))
        except (aiohttp.ClientError, OSError):
            body = None
        key = self._api_key.get_secret_value()
        secrets = None if call.secrets is None else [key, *call.secrets]
        header = response.headers.get("Retry-After")
        return StatusError(
            response.status,
            failure=read_failure(body, secrets=secrets),
            is_from_api=isinstance(body, dict),
            retry_after_s=read_retry_after(header, now=self._clock.now()),
            request_id=request_id,
        )


class _CutOffError(aiohttp.ClientError):
    """Stands for aiohttp's own errors of a cut connection, which it would answer by resending."""


async def _sent_once(
    request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType
) -> aiohttp.ClientResponse:
    """Keep aiohttp from resending a GET by itself, unseen by the gate and by our own patience."""
    try:
        return await handler(request)
    except _NOTHING_SENT:
        raise
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise _CutOffError(type(error).__name__) from None


async def _read(response: aiohttp.ClientResponse) -> bytes | None:
    """None for a body that is larger than any answer; the rest of it is not read."""
    body = bytearray()
    async for chunk in response.content.iter_chunked(_CHUNK_BYTES):
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            return None
    return bytes(body)


def _json_or_none(body: bytes | None) -> Any:
    try:
        return None if body is None else parse_json(body)
    except ValueError:
        return None


def _checked_base_url(base_url: str) -> str:
    url = URL(base_url)
    if url.scheme not in {"http", "https"} or not url.host or url.user or "?" in base_url:
        raise ValueError("the base URL needs http or https and a host, and no user and no query")
    return base_url.rstrip("/")


def _checked_key(api_key: SecretStr) -> SecretStr:
    key = api_key.get_secret_value()
    if not key or not key.isascii() or not key.isprintable() or " " in key:
        raise ValueError("the API key is empty or holds characters that no header can carry")
    return api_key
