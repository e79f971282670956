"""Kills the process at an exact moment of a request, as the servers see it."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from aiohttp import hdrs, web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

CREATE_PATH = "/v1/prediction"
FIRST_ANSWER = re.compile(r"/api/v10/interactions/(\d+)/[^/]+/callback")


class Moment(Enum):
    """How far a request has come when the process dies."""

    ARRIVED = auto()
    UNDER_WAY = auto()
    CARRIED_OUT = auto()
    ANSWERED = auto()


@dataclass(frozen=True, kw_only=True, slots=True)
class Sight:
    """What the server knows of a request; `answer` once it was carried out."""

    method: str
    path: str
    body: Mapping[str, Any] = field(default_factory=dict)
    answer: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Trap:
    """Where the process dies. `carried_out_after_s`: the server goes on with it afterwards.

    `ready` is waited for while the request is under way; it says whether to strike at all.
    """

    moment: Moment
    matches: Callable[[Sight], bool]
    delay_s: float = 0.0
    carried_out_after_s: float | None = None
    ready: Callable[[Sight], Awaitable[bool]] | None = None
    ready_for_s: float = 0.0


class Snare:
    """Watches every request of both servers. One trap is set at a time, and it springs once."""

    def __init__(self) -> None:
        self.kill: Callable[[], None] = _kill_nobody
        self.card_stands: Callable[[int], None] = _look_away
        self._trap: Trap | None = None
        self._late: set[asyncio.Task[web.StreamResponse]] = set()
        self.caught: asyncio.Future[Sight] = asyncio.get_running_loop().create_future()
        self.prompts_received: set[str] = set()

    def set(self, trap: Trap | None) -> None:
        self._trap = trap
        self.caught = asyncio.get_running_loop().create_future()

    @web.middleware
    async def watch(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        sight = await self._seen(request)
        if self._strikes(Moment.ARRIVED, sight):
            return await self._strike_on_arrival(request, handler, sight)
        if self._strikes(Moment.UNDER_WAY, sight):
            return await self._strike_under_way(request, handler, sight)
        response = await handler(request)
        answered = Sight(
            method=sight.method, path=sight.path, body=sight.body, answer=_json_of(response)
        )
        if is_first_answer(sight):
            self.card_stands(interaction_of(sight))
        if self._strikes(Moment.CARRIED_OUT, answered):
            self._spring(answered)
            return _cut(request)
        if self._strikes(Moment.ANSWERED, answered):
            trap = self._taken()
            await response.prepare(request)
            await response.write_eof()
            # Not in this task, which ends with the connection.
            asyncio.get_running_loop().call_later(trap.delay_s, self._spring, answered)
        return response

    async def close(self) -> None:
        """Wait for what the server still carries out for a process that is gone."""
        await asyncio.gather(*self._late, return_exceptions=True)

    async def _seen(self, request: web.Request) -> Sight:
        body: Mapping[str, Any] = {}
        if is_create(Sight(method=request.method, path=request.path)):
            body = json.loads(await request.read())
            self.prompts_received.add(body["input"]["prompt"])
        return Sight(method=request.method, path=request.path, body=body)

    def _strikes(self, moment: Moment, sight: Sight) -> bool:
        trap = self._trap
        return trap is not None and trap.moment is moment and trap.matches(sight)

    async def _strike_on_arrival(
        self, request: web.Request, handler: Handler, sight: Sight
    ) -> web.StreamResponse:
        trap = self._taken()
        self._spring(sight)
        if trap.carried_out_after_s is not None:
            later = asyncio.create_task(_later(request, handler, trap.carried_out_after_s))
            self._late.add(later)
        return _cut(request)

    async def _strike_under_way(
        self, request: web.Request, handler: Handler, sight: Sight
    ) -> web.StreamResponse:
        trap = self._taken()
        handling = asyncio.ensure_future(handler(request))
        try:
            if trap.ready is not None and await trap.ready(sight):
                await asyncio.sleep(trap.ready_for_s)
                if not handling.done():
                    self._spring(sight)
            return await handling
        finally:
            handling.cancel()

    def _taken(self) -> Trap:
        """The trap, which others pass from now on."""
        trap, self._trap = self._trap, None
        if trap is None:
            raise RuntimeError("no trap is set")
        return trap

    def _spring(self, sight: Sight) -> None:
        self._trap = None
        self.kill()
        if not self.caught.done():
            self.caught.set_result(sight)


def is_first_answer(sight: Sight) -> bool:
    return FIRST_ANSWER.fullmatch(sight.path) is not None


def interaction_of(sight: Sight) -> int:
    return int(sight.path.split("/")[4])


def is_create(sight: Sight) -> bool:
    return sight.method == hdrs.METH_POST and sight.path.rstrip("/") == CREATE_PATH


def _kill_nobody() -> None:
    """Stands in until there is a process."""


def _look_away(_interaction_id: int) -> None:
    """Stands in until somebody watches for cards."""


async def _later(request: web.Request, handler: Handler, after_s: float) -> web.StreamResponse:
    await asyncio.sleep(after_s)
    return await handler(request)


def _cut(request: web.Request) -> web.Response:
    """Whoever asked is gone: no byte of an answer leaves."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=499)


def _json_of(response: web.StreamResponse) -> Mapping[str, Any]:
    if not isinstance(response, web.Response) or response.content_type != "application/json":
        return {}
    if not isinstance(response.body, bytes):
        return {}
    content = json.loads(response.body)
    return content if isinstance(content, dict) else {}
