"""Discord's REST API on the wire: SimCord's routes behind authorization, limits and faults."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import structlog
from aiohttp import web
from simcord.backend import serializers
from simcord.backend.errors import BackendError
from simcord.http import routes as _routes  # noqa: F401 - importing registers SimCord's routes
from simcord.http.router import RouteNotImplemented, UnsupportedField, dispatch

from sandbox.discord.faults import FaultName, FaultSwitches
from sandbox.discord.ratelimits import RateLimits, limited_headers
from sandbox.discord.records import RecordedRequest, RequestLog
from sandbox.discord.rules import (
    Call,
    ChannelRules,
    Nonces,
    file_limit_bytes,
    interaction_id_of,
)
from sandbox.discord.uploads import discard_unused, read_body
from sandbox.discord.world import World

log = structlog.get_logger(__name__)

VIA = {"Via": "1.1 google"}
TOKENLESS_ROOTS = ("/interactions/", "/webhooks/")
GATEWAY_URL = "wss://gateway.discord.gg"
SESSION_STARTS_A_DAY = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    status: int
    payload: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def to_response(self) -> web.Response:
        """discord.py reads JSON only when the content type carries no charset."""
        headers = {**VIA, **self.headers}
        if self.payload is None:
            return web.Response(status=self.status, headers=headers)
        body = json.dumps(self.payload, separators=(",", ":")).encode()
        return web.Response(
            status=self.status, body=body, content_type="application/json", headers=headers
        )


def error_answer(
    status: int, code: int, message: str, *, headers: Mapping[str, str] | None = None
) -> Answer:
    return Answer(status=status, payload={"message": message, "code": code}, headers=headers or {})


def limited_answer(retry_after_s: float, *, headers: Mapping[str, str]) -> Answer:
    return Answer(
        status=HTTPStatus.TOO_MANY_REQUESTS,
        payload={
            "message": "You are being rate limited.",
            "retry_after": round(retry_after_s, 3),
            "global": False,
        },
        headers=headers,
    )


class RestApi:
    def __init__(
        self,
        world: World,
        *,
        token: str,
        shards: int,
        faults: FaultSwitches,
        requests: RequestLog,
        rate_limits: RateLimits,
    ) -> None:
        self._world = world
        self._token = token
        self._shards = shards
        self._faults = faults
        self._requests = requests
        self._rate_limits = rate_limits
        self._channel_rules = ChannelRules(world, faults)
        self._nonces = Nonces(world)

    async def handle(self, request: web.Request) -> web.Response:
        method, path = request.method, f"/{request.match_info['path']}"
        if fault := self._faults.take(FaultName.SLOW_REQUEST, method=method, path=path):
            await asyncio.sleep(fault.seconds)
        store = self._world.backend.attachments
        limit = file_limit_bytes(self._world, path)
        try:
            body = await read_body(request, store=store, file_limit_bytes=limit)
        except BackendError as error:
            return error_answer(error.status, error.code, error.message).to_response()
        call = Call(method=method, path=path, query=dict(request.query), body=body)
        authorized = request.headers.get("Authorization") == f"Bot {self._token}"
        answer = self._answer(call, authorized=authorized)
        discard_unused(body, store)
        self._record(request, call, answer, authorized=authorized)
        if fault := self._faults.take(FaultName.SLOW_ANSWER, method=method, path=path):
            await asyncio.sleep(fault.seconds)
        if self._answer_is_lost(call) and request.transport is not None:
            request.transport.abort()
        return answer.to_response()

    def _answer(self, call: Call, *, authorized: bool) -> Answer:
        if not authorized and not call.path.startswith(TOKENLESS_ROOTS):
            return error_answer(HTTPStatus.UNAUTHORIZED, 0, "401: Unauthorized")
        allowance = self._rate_limits.use(call.method, call.path)
        now = self._world.backend.clock.now()
        headers = allowance.headers(now_unix_s=now.timestamp())
        if not allowance.allowed:
            return limited_answer(allowance.reset_after_s, headers=headers)
        struck = self._struck_by_fault(call)
        if struck is not None:
            return struck
        if call.body.too_large:
            return too_large_answer()
        return self._carried_out(call, headers)

    def _struck_by_fault(self, call: Call) -> Answer | None:
        take = self._faults.take
        method, path = call.method, call.path
        if fault := take(FaultName.SERVER_ERROR, method=method, path=path):
            return error_answer(fault.status, 0, f"{fault.status}: Internal Server Error")
        if fault := take(FaultName.RATE_LIMIT, method=method, path=path):
            return limited_answer(fault.seconds, headers=limited_headers(fault.seconds))
        if call.body.files and take(FaultName.REFUSE_ATTACHMENTS, method=method, path=path):
            return too_large_answer()
        is_new = call.is_new_channel_message
        if is_new and take(FaultName.REFUSE_MESSAGES, method=method, path=path):
            return error_answer(HTTPStatus.BAD_REQUEST, 50035, "Invalid Form Body")
        is_token_use = path.startswith("/webhooks/")
        if is_token_use and take(FaultName.DEAD_INTERACTION_TOKEN, method=method, path=path):
            return error_answer(HTTPStatus.UNAUTHORIZED, 50027, "Invalid Webhook Token")
        return None

    def _carried_out(self, call: Call, headers: Mapping[str, str]) -> Answer:
        try:
            payload = self._own_route(call) or self._simcord_route(call)
        except (RouteNotImplemented, UnsupportedField) as error:
            log.warning("discord_route_missing", method=call.method, detail=error.message)
            return error_answer(HTTPStatus.NOT_IMPLEMENTED, 0, error.message)
        except BackendError as error:
            return Answer(status=error.status, payload=error.to_json(), headers=headers)
        except (KeyError, TypeError, ValueError) as error:
            log.warning("discord_request_unreadable", method=call.method, error=repr(error))
            return error_answer(HTTPStatus.BAD_REQUEST, 50035, "Invalid Form Body")
        finally:
            self._tell_of_interaction(call)
        if payload is None or self._wants_no_answer(call):
            return Answer(status=HTTPStatus.NO_CONTENT, headers=headers)
        return Answer(status=HTTPStatus.OK, payload=payload, headers=headers)

    def _simcord_route(self, call: Call) -> Any:
        self._channel_rules.check(call)
        earlier = self._nonces.earlier_message(call)
        if earlier is not None:
            return earlier
        answer = dispatch(
            self._world.backend,
            call.method,
            call.path,
            json=call.body.payload,
            params=dict(call.query),
            files=list(call.body.files),
            message_content_access=False,
        )
        if call.is_new_channel_message:
            return self._nonces.remember(call, answer)
        if isinstance(answer, dict) and "premium_tier" in answer:
            return {**answer, "premium_tier": self._world.backend.boost_tier(int(answer["id"]))}
        if isinstance(answer, dict) and "permission_overwrites" in answer:
            return self._world.backend.with_age(answer)
        return answer

    def _own_route(self, call: Call) -> Any:
        match call.method, call.parts:
            case "GET", ["gateway"]:
                return {"url": GATEWAY_URL}
            case "GET", ["gateway", "bot"]:
                return {
                    "url": GATEWAY_URL,
                    "shards": self._shards,
                    "session_start_limit": {
                        "total": SESSION_STARTS_A_DAY,
                        "remaining": SESSION_STARTS_A_DAY,
                        "reset_after": 0,
                        "max_concurrency": 1,
                    },
                }
            case "GET", ["oauth2", "applications", "@me"] | ["applications", "@me"]:
                return self._application()
            case _:
                return None

    def _application(self) -> dict[str, Any]:
        """SimCord makes the bot its own owner; ours belongs to a person who can be written to."""
        backend = self._world.backend
        application: dict[str, Any] = dispatch(backend, "GET", "/oauth2/applications/@me")
        owner = backend.get_user(self._world.owner.id)
        return {**application, "owner": dict(serializers.user_payload(owner))}

    def _tell_of_interaction(self, call: Call) -> None:
        interaction_id = interaction_id_of(self._world, call.path)
        if interaction_id is not None:
            self._world.news.interaction_changed(interaction_id)

    @staticmethod
    def _wants_no_answer(call: Call) -> bool:
        if call.is_first_answer:
            return call.query.get("with_response", "").lower() not in {"1", "true"}
        is_webhook_execution = call.method == "POST" and call.parts[0] == "webhooks"
        return is_webhook_execution and call.query.get("wait", "").lower() == "false"

    def _answer_is_lost(self, call: Call) -> bool:
        if call.method == "GET":
            return False
        method, path = call.method, call.path
        callback_lost = call.is_first_answer and self._faults.take(
            FaultName.LOSE_CALLBACK_ANSWER, method=method, path=path
        )
        return bool(
            callback_lost or self._faults.take(FaultName.LOSE_ANSWER, method=method, path=path)
        )

    def _record(
        self, request: web.Request, call: Call, answer: Answer, *, authorized: bool
    ) -> None:
        self._requests.append(
            RecordedRequest(
                method=call.method,
                path=call.path,
                query=call.query,
                content_type=request.content_type,
                json=call.body.payload,
                files=call.body.recorded_files(),
                authorized=authorized,
                status=int(answer.status),
            )
        )


def too_large_answer() -> Answer:
    return error_answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, 40005, "Request entity too large")
