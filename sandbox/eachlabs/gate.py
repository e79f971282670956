"""Every API call passes here first: it is counted, then let in or turned away."""

import hmac
import math
import uuid
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Final

from aiohttp import hdrs, web

from sandbox.eachlabs import wire
from sandbox.eachlabs.faults import FaultKind, Faults
from sandbox.eachlabs.limits import Promises, RequestKind

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

REQUEST_ID_HEADER: Final = "X-Request-Id"
UPLOADS_PATH: Final = "/uploads/"


class Gate:
    """Middleware. It never touches downloads beyond counting them."""

    def __init__(
        self, *, api_key: str, promises: Promises, faults: Faults, enforce_rate: bool
    ) -> None:
        self._api_key = api_key
        self._promises = promises
        self._faults = faults
        self._enforce_rate = enforce_rate
        self._answers: Counter[tuple[RequestKind, int]] = Counter()

    @property
    def answers(self) -> Mapping[tuple[RequestKind, int], int]:
        """How often each kind of request was answered with each status."""
        return MappingProxyType(self._answers)

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path.startswith(UPLOADS_PATH):
            self._promises.download_arrived()
            return await handler(request)
        kind = request_kind(request)
        within_rate = self._promises.request_arrived(kind)
        try:
            refusal = self._refusal(request, within_rate=within_rate)
            response = refusal or await handler(request)
        except web.HTTPException as error:
            response = web.json_response(wire.short_error("not found"), status=error.status)
        finally:
            self._promises.request_ended()
        self._answers[kind, response.status] += 1
        return response

    def _refusal(self, request: web.Request, *, within_rate: bool) -> web.Response | None:
        key_refused = self._faults.strike(FaultKind.KEY_REFUSED)
        if key_refused or not self._knows_key(request):
            return web.json_response(wire.short_error("Invalid or missing API key"), status=401)
        if within_rate or not self._enforce_rate:
            return None
        retry_after_s = math.ceil(self._promises.within_rate_again_in_s())
        return web.json_response(
            wire.rate_exceeded_body(retry_after_s),
            status=429,
            headers={hdrs.RETRY_AFTER: str(retry_after_s)},
        )

    def _knows_key(self, request: web.Request) -> bool:
        bearer = request.headers.get(hdrs.AUTHORIZATION, "").removeprefix("Bearer ")
        expected = self._api_key.encode()
        return any(
            hmac.compare_digest(offered.encode("utf-8", "surrogateescape"), expected)
            for offered in (request.headers.get("X-API-Key", ""), bearer)
        )


async def echo_request_id(request: web.Request, response: web.StreamResponse) -> None:
    """A client that sends an id gets it back; any other gets a new one."""
    response.headers[REQUEST_ID_HEADER] = request.headers.get(REQUEST_ID_HEADER) or str(
        uuid.uuid4()
    )


def request_kind(request: web.Request) -> RequestKind:
    path = request.path.rstrip("/")
    if path.startswith("/v1/prediction"):
        if request.method == hdrs.METH_GET:
            return RequestKind.POLL
        return RequestKind.CANCEL if path.endswith("/cancel") else RequestKind.CREATE
    if path == "/v2/executions":
        return RequestKind.LIST
    return RequestKind.BALANCE if path == "/v1/billing/balance" else RequestKind.OTHER
