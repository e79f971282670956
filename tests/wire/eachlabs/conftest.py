from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sandbox.eachlabs import ClipPlan, LocalEachlabs

KEY = "smk_of_a_test"
FILE = b"\x00\x00\x00\x10ftypisom\x00\x00\x02\x00" + bytes(range(256)) * 8
MODEL_INPUT = {
    "prompt": "A red fox crosses a snowy road at dawn",
    "negative_prompt": "",
    "duration": 5,
    "aspect_ratio": "16:9",
    "cfg_scale": 0.5,
}


class HandClock:
    """Time goes on when the test says so."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at

    def pass_s(self, seconds: float) -> None:
        self.at += seconds

    def now(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=self.at)


@dataclass(frozen=True, kw_only=True)
class Caller:
    """A plain HTTP client that knows the key."""

    eachlabs: LocalEachlabs
    session: aiohttp.ClientSession

    async def call(
        self, method: str, path: str, *, headers: dict[str, str] | None = None, **more: Any
    ) -> tuple[int, Any]:
        sent = {"X-API-Key": self.eachlabs.api_key} if headers is None else headers
        url = self.eachlabs.base_url + path
        async with self.session.request(method, url, headers=sent, **more) as response:
            return response.status, await response.json()

    async def create(self, *, model_input: dict[str, Any] | None = None, **top: Any) -> Any:
        body = {
            "model": "kling-v2-text-to-video",
            "version": "0.0.1",
            "input": MODEL_INPUT if model_input is None else model_input,
            **top,
        }
        return await self.call("POST", "/v1/prediction/", json=body)

    async def created_id(self, **model_input: Any) -> str:
        status, body = await self.create(model_input={**MODEL_INPUT, **model_input})

        assert (status, body["status"]) == (200, "success")

        return body["predictionID"]

    async def poll(self, prediction_id: str) -> Any:
        status, body = await self.call("GET", f"/v1/prediction/{prediction_id}")

        assert status == 200

        return body

    async def cancel(self, prediction_id: str) -> Any:
        return await self.call("POST", f"/v1/prediction/{prediction_id}/cancel")


Opener = Callable[..., AbstractAsyncContextManager[Caller]]


def write_small_file(_plan: ClipPlan, path: Path) -> None:
    """Stands in for the encoder where only the transport is looked at."""
    path.write_bytes(FILE)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def opened(clock: HandClock) -> Opener:
    """A server on the test's clock: every generation takes 100 s, the small file is its clip."""

    @asynccontextmanager
    async def open_(**options: Any) -> AsyncIterator[Caller]:
        usual: dict[str, Any] = {
            "api_key": KEY,
            "speed": 1.0,
            "clock": clock,
            "now": clock.now,
            "generation_seconds": lambda _duration_s: 100.0,
            "make_clip": write_small_file,
        }
        async with (
            LocalEachlabs.open(**{**usual, **options}) as eachlabs,
            aiohttp.ClientSession() as session,
        ):
            yield Caller(eachlabs=eachlabs, session=session)

    return open_


@pytest.fixture
async def caller(opened: Opener) -> AsyncIterator[Caller]:
    async with opened() as caller:
        yield caller


@pytest.fixture
def small_file() -> bytes:
    """What a download of a finished clip gives, unless a test asks for the real encoder."""
    return FILE
