"""A real local server that plays one answer after the other, and the ports the client needs."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from pydantic import SecretStr

from bot.domain.clip import ClipRequest
from bot.domain.ids import GuildId
from bot.domain.ports import RequestKind
from bot.eachlabs.adapter import EachlabsPredictionApi
from bot.eachlabs.client import EachlabsClient

KEY = "smk_0123456789abcdef"
PROMPT = "A crimson walrus juggles lanterns beneath glaciers"
NEGATIVE_PROMPT = "blurry tentacles"
# Long enough for a busy machine, and short enough where a time-out is what is tested.
PATIENT = aiohttp.ClientTimeout(total=20, connect=10, sock_connect=10, sock_read=10)
HASTY = aiohttp.ClientTimeout(total=1.0, connect=0.6, sock_connect=0.3, sock_read=0.3)


class FakeClock:
    def __init__(self) -> None:
        self.started_at = datetime(2026, 9, 20, 12, 0, tzinfo=UTC)
        self.elapsed_s = 0.0
        self.sleeps: list[float] = []

    def now(self) -> datetime:
        return self.started_at + timedelta(seconds=self.elapsed_s)

    def monotonic(self) -> float:
        return 1000.0 + self.elapsed_s

    async def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.elapsed_s += seconds
        await asyncio.sleep(0)


class RecordingGate:
    def __init__(self) -> None:
        self.admitted: list[tuple[RequestKind, GuildId | None]] = []
        self.holds: list[float] = []
        self.open = 0

    @asynccontextmanager
    async def admit(
        self, kind: RequestKind, guild_id: GuildId | None = None
    ) -> AsyncIterator[None]:
        self.admitted.append((kind, guild_id))
        self.open += 1
        try:
            yield
        finally:
            self.open -= 1

    def hold_until(self, monotonic: float) -> None:
        self.holds.append(monotonic)


Reply = Callable[[web.Request], Any]


@dataclass
class Service:
    """Plays `script` in order; each request is kept with its body."""

    gate: RecordingGate
    script: deque[Reply] = field(default_factory=deque)
    requests: list[web.Request] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    opened_under_the_gate: list[int] = field(default_factory=list)
    url: str = ""

    def will(self, *replies: Reply) -> None:
        self.script.extend(replies)

    def will_say(self, body: Any, *, status: int = 200, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        text = body if isinstance(body, str) else json.dumps(body)
        self.will(lambda _: web.Response(status=status, text=text, headers=named))

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(request)
        self.bodies.append(await request.read())
        self.opened_under_the_gate.append(self.gate.open)
        reply = self.script.popleft()(request)
        return await reply if asyncio.iscoroutine(reply) else reply


async def cut_off(request: web.Request) -> web.StreamResponse:
    """Close the connection although an answer is due."""
    assert request.transport is not None
    request.transport.close()
    return web.Response()


def cut_off_in_body(status: int) -> Reply:
    async def reply(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(status=status, headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b'{"predictionID": "abc')
        assert request.transport is not None
        request.transport.close()
        return response

    return reply


async def never_answer(_: web.Request) -> web.StreamResponse:
    await asyncio.sleep(5)
    return web.Response()


def slow_body(status: int) -> Reply:
    async def reply(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(status=status)
        await response.prepare(request)
        await response.write(b"{")
        await asyncio.sleep(5)
        return response

    return reply


def endless_body(status: int) -> Reply:
    async def reply(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(status=status)
        await response.prepare(request)
        while True:
            await response.write(b" " * 65536)

    return reply


FAULTS: dict[str, Callable[[int], Reply]] = {
    "cut off": lambda _: cut_off,
    "cut off in the body": cut_off_in_body,
    "no answer": lambda _: never_answer,
    "slow body": slow_body,
    "endless body": endless_body,
}


@pytest.fixture
def fault() -> Callable[..., Reply]:
    return lambda name, *, status=200: FAULTS[name](status)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def gate() -> RecordingGate:
    return RecordingGate()


@pytest.fixture
async def service(gate: RecordingGate) -> AsyncIterator[Service]:
    service = Service(gate=gate)
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", service.answer)
    server = TestServer(app, host="127.0.0.1")
    await server.start_server()
    service.url = str(server.make_url("")).rstrip("/")
    yield service
    await server.close()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    connector = aiohttp.TCPConnector(force_close=True)
    async with aiohttp.ClientSession(connector=connector) as session:
        yield session


@pytest.fixture
def make_client(session: aiohttp.ClientSession, clock: FakeClock) -> Callable[..., EachlabsClient]:
    def make(base_url: str, *, key: str = KEY, is_hasty: bool = False) -> EachlabsClient:
        timeout = HASTY if is_hasty else PATIENT
        return EachlabsClient(
            session,
            base_url=base_url,
            api_key=SecretStr(key),
            clock=clock,
            create_timeout=timeout,
            call_timeout=timeout,
        )

    return make


@pytest.fixture
def client(make_client: Callable[..., EachlabsClient], service: Service) -> EachlabsClient:
    return make_client(service.url)


@pytest.fixture
def hasty_client(make_client: Callable[..., EachlabsClient], service: Service) -> EachlabsClient:
    return make_client(service.url, is_hasty=True)


@pytest.fixture
def make_api(gate: RecordingGate, clock: FakeClock) -> Callable[..., EachlabsPredictionApi]:
    def make(client: EachlabsClient, **more: Any) -> EachlabsPredictionApi:
        return EachlabsPredictionApi(
            client,
            gate=gate,
            clock=clock,
            model="kling-v2-text-to-video",
            version="0.0.1",
            jitter=lambda: 0.5,
            **more,
        )

    return make


@pytest.fixture
def api(
    make_api: Callable[..., EachlabsPredictionApi], client: EachlabsClient
) -> EachlabsPredictionApi:
    return make_api(client)


@pytest.fixture
def hasty_api(
    make_api: Callable[..., EachlabsPredictionApi], hasty_client: EachlabsClient
) -> EachlabsPredictionApi:
    return make_api(hasty_client)


@pytest.fixture
def clip_request() -> ClipRequest:
    return ClipRequest(
        prompt=PROMPT,
        negative_prompt=NEGATIVE_PROMPT,
        duration_s=10,
        aspect_ratio="9:16",
        cfg_scale=0.7,
    )


@pytest.fixture
def key() -> str:
    return KEY
