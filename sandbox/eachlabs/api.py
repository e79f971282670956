"""The account's routes. A fault changes the answer, never the books behind it."""

import asyncio
import json
from typing import Any, Final

from aiohttp import hdrs, web

from sandbox.eachlabs import wire
from sandbox.eachlabs.account import Account, NotEnoughBalanceError, TooManyExecutionsError
from sandbox.eachlabs.execution_list import InvalidQueryError, list_page, parse_query
from sandbox.eachlabs.faults import FaultKind, Faults, FaultSwitch
from sandbox.eachlabs.input_schema import (
    CreateRequest,
    InvalidInputError,
    UnknownModelError,
    parse_create,
)
from sandbox.eachlabs.limits import BalanceLimit
from sandbox.eachlabs.prediction import Prediction

FAULTS_BEFORE_CREATE: Final = (
    FaultKind.CREATE_NO_BALANCE,
    FaultKind.CREATE_TOO_MANY,
    FaultKind.CREATE_REFUSED,
    FaultKind.CREATE_EMPTY_ERROR,
    FaultKind.CREATE_ERROR_BEFORE,
    FaultKind.CREATE_CUT_BEFORE,
)
FAULTS_AFTER_CREATE: Final = (
    FaultKind.CREATE_ERROR_AFTER,
    FaultKind.CREATE_CUT_AFTER,
    FaultKind.CREATE_HANGS,
    FaultKind.CREATE_NONSENSE,
)
FAULTS_OF_POLL: Final = (
    FaultKind.POLL_ERROR,
    FaultKind.POLL_EMPTY_ERROR,
    FaultKind.POLL_CUT,
    FaultKind.POLL_HTML,
    FaultKind.POLL_WRONG_SHAPE,
    FaultKind.POLL_NOT_FOUND,
)
UNKNOWN_STATUS: Final = "awaiting_capacity"
WEB_PAGE: Final = "<!doctype html><title>Just a moment</title><p>Checking your connection.</p>"


class Api:
    """Handlers for /v1 and /v2."""

    def __init__(
        self,
        *,
        account: Account,
        faults: Faults,
        balance_limit: BalanceLimit,
        model: str,
        max_concurrent: int,
        base_url: str,
    ) -> None:
        self._account = account
        self._faults = faults
        self._balance_limit = balance_limit
        self._model = model
        self._max_concurrent = max_concurrent
        self._base_url = base_url

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/v1/prediction", self._create),
            web.post("/v1/prediction/", self._create),
            web.get("/v1/prediction/{id}", self._get, allow_head=False),
            web.post("/v1/prediction/{id}/cancel", self._cancel),
            web.get("/v2/executions", self._list, allow_head=False),
            web.get("/v1/billing/balance", self._balance, allow_head=False),
        ]

    async def _create(self, request: web.Request) -> web.StreamResponse:
        fault = self._faults.strike(*FAULTS_BEFORE_CREATE)
        if fault is not None:
            return self._create_refused(request, fault.kind)
        try:
            wanted = parse_create(await _json_body(request), model=self._model)
        except UnknownModelError:
            return _error(404, "Failed to fetch model: model not found")
        except InvalidInputError as error:
            return _invalid_input(error)
        return await self._carry_out(request, wanted)

    async def _carry_out(self, request: web.Request, wanted: CreateRequest) -> web.StreamResponse:
        try:
            prediction = self._account.create(wanted)
        except NotEnoughBalanceError as error:
            return web.json_response(wire.no_balance_body(error.balance_usd), status=402)
        except TooManyExecutionsError:
            return web.json_response(wire.too_many_body(self._max_concurrent), status=429)
        fault = self._faults.strike(*FAULTS_AFTER_CREATE)
        if fault is not None:
            return await _answer_lost(request, fault)
        return web.json_response(wire.created_body(prediction))

    def _create_refused(self, request: web.Request, kind: FaultKind) -> web.Response:
        match kind:
            case FaultKind.CREATE_NO_BALANCE:
                body = wire.no_balance_body(self._account.balance_usd)
                return web.json_response(body, status=402)
            case FaultKind.CREATE_TOO_MANY:
                return web.json_response(wire.too_many_body(self._max_concurrent), status=429)
            case FaultKind.CREATE_REFUSED:
                return _error(400, "Invalid input for model")
            case FaultKind.CREATE_EMPTY_ERROR:
                return web.json_response({}, status=422)
            case FaultKind.CREATE_CUT_BEFORE:
                return _cut(request)
            case _:
                return _error(500, "Failed to create prediction")

    async def _get(self, request: web.Request) -> web.StreamResponse:
        slow = self._faults.strike(FaultKind.POLL_SLOW)
        if slow is not None:
            await asyncio.sleep(slow.amount)
        prediction = self._account.get(request.match_info["id"])
        if prediction is None:
            return _error(404, "Prediction not found")
        fault = self._faults.strike(*FAULTS_OF_POLL)
        if fault is not None:
            return await self._spoilt(request, fault.kind, prediction)
        body = self._body(prediction)
        if prediction.ending is None and self._faults.strike(FaultKind.POLL_UNKNOWN_STATUS):
            body["status"] = UNKNOWN_STATUS
        return web.json_response(body)

    async def _spoilt(
        self, request: web.Request, kind: FaultKind, prediction: Prediction
    ) -> web.StreamResponse:
        match kind:
            case FaultKind.POLL_EMPTY_ERROR:
                return web.json_response({}, status=500)
            case FaultKind.POLL_CUT:
                return await _half_an_answer(request, self._body(prediction))
            case FaultKind.POLL_HTML:
                return _web_page()
            case FaultKind.POLL_WRONG_SHAPE:
                return web.json_response([{"status": 7, "metrics": "none"}])
            case FaultKind.POLL_NOT_FOUND:
                return _error(404, "Prediction not found")
            case _:
                return _error(500, "Internal server error")

    async def _cancel(self, request: web.Request) -> web.Response:
        prediction = self._account.get(request.match_info["id"])
        if prediction is None:
            return _error(404, "Prediction not found")
        if self._faults.strike(FaultKind.CANCEL_ERROR):
            return _error(500, "Internal server error")
        if not self._faults.strike(FaultKind.CANCEL_IGNORED):
            self._account.cancel(prediction)
        return web.json_response(wire.cancelled_body(prediction))

    async def _list(self, request: web.Request) -> web.Response:
        if self._faults.strike(FaultKind.LIST_ERROR):
            return _error(500, "Internal server error")
        try:
            query = parse_query(request.query)
        except InvalidQueryError as error:
            return _error(400, str(error))
        rows = ((item, self._account.status(item)) for item in self._account.newest_first())
        page = list_page(rows, query, request.query)
        return web.json_response(
            {
                "executions": [
                    wire.execution_body(item, status=state) for item, state in page.rows
                ],
                "next_cursor": page.next_cursor,
                "has_more": page.next_cursor is not None,
            }
        )

    async def _balance(self, _request: web.Request) -> web.Response:
        if not self._balance_limit.allow():
            return _error(429, "rate limit exceeded", headers={hdrs.RETRY_AFTER: "1"})
        if self._faults.strike(FaultKind.BALANCE_UNAVAILABLE):
            return _error(503, "balance unavailable")
        return web.json_response({"balance_usd": float(self._account.balance_usd)})

    def _body(self, prediction: Prediction) -> wire.Json:
        status = self._account.status(prediction)
        return wire.prediction_body(prediction, status=status, base_url=self._base_url)


async def _json_body(request: web.Request) -> Any:
    try:
        return await request.json()
    except ValueError as error:
        raise InvalidInputError("invalid request body") from error


async def _answer_lost(request: web.Request, fault: FaultSwitch) -> web.Response:
    match fault.kind:
        case FaultKind.CREATE_CUT_AFTER:
            return _cut(request)
        case FaultKind.CREATE_HANGS:
            await asyncio.sleep(fault.amount)
            return _cut(request)
        case FaultKind.CREATE_NONSENSE:
            return _web_page()
        case _:
            return _error(500, "Failed to create prediction")


async def _half_an_answer(request: web.Request, body: wire.Json) -> web.StreamResponse:
    content = json.dumps(body).encode()
    response = web.StreamResponse(headers={hdrs.CONTENT_TYPE: "application/json"})
    response.content_length = len(content)
    await response.prepare(request)
    await response.write(content[: len(content) // 2])
    _close(request)
    return response


def _cut(request: web.Request) -> web.Response:
    """End the connection without a byte of an answer; what is returned goes nowhere."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=499)


def _close(request: web.Request) -> None:
    """What was written still leaves, then the connection ends."""
    if request.transport is not None:
        request.transport.close()


def _invalid_input(error: InvalidInputError) -> web.Response:
    if error.details is None:
        return _error(400, error.error)
    return web.json_response(wire.error_with_details(400, error.error, error.details), status=400)


def _error(status: int, error: str, headers: dict[str, str] | None = None) -> web.Response:
    return web.json_response(wire.short_error(error), status=status, headers=headers)


def _web_page() -> web.Response:
    return web.Response(text=WEB_PAGE, content_type="text/html")
