"""Completion webhooks, received by a real server."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from sandbox.eachlabs import FaultKind


@dataclass
class Receiver:
    url: str = ""
    statuses: list[int] = field(default_factory=list)
    calls: "asyncio.Queue[tuple[dict[str, str], bytes]]" = field(default_factory=asyncio.Queue)

    async def take(self, request: web.Request) -> web.Response:
        self.calls.put_nowait((dict(request.headers), await request.read()))
        return web.Response(status=self.statuses.pop(0) if self.statuses else 204)

    async def next(self) -> tuple[dict[str, str], bytes]:
        return await asyncio.wait_for(self.calls.get(), timeout=5)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/done", receiver.take)
    async with TestServer(app, host="127.0.0.1") as server:
        receiver.url = str(server.make_url("/done"))
        yield receiver


async def test_a_success_is_announced_with_a_signature_over_time_and_body(caller, clock, receiver):
    _, created = await caller.create(webhook_url=receiver.url, webhook_secret="of the test")
    clock.pass_s(100)
    body = await caller.poll(created["predictionID"])
    headers, content = await receiver.next()

    assert {
        "exec_id": created["predictionID"],
        "flow_id": None,
        "status": "succeeded",
        "output": body["output"],
        "error": "",
    } == json.loads(content)
    signed = headers["X-Webhook-Timestamp"].encode() + b"." + content
    digest = hmac.new(b"of the test", signed, hashlib.sha256).hexdigest()
    assert f"sha256={digest}" == headers["X-Webhook-Signature"]
    assert str(int(clock.now().timestamp())) == headers["X-Webhook-Timestamp"]
    assert headers["X-Webhook-Secret"] == "of the test"


async def test_a_failure_is_announced_in_its_own_words(caller, clock, receiver):
    caller.eachlabs.faults.switch_on(FaultKind.PROVIDER_ERROR)
    _, created = await caller.create(webhook_url=receiver.url)
    clock.pass_s(100)
    await caller.poll(created["predictionID"])
    headers, content = await receiver.next()

    body = json.loads(content)
    assert (
        body["status"],
        body["output"][0]["error"]["error_code"],
    ) == ("failed", "PROVIDER_SERVER_ERROR")
    assert "X-Webhook-Signature" not in headers


async def test_an_end_is_announced_on_time_without_anybody_asking(opened, receiver):
    """The server's own timer, on the real clock."""
    loop = asyncio.get_running_loop()
    async with opened(speed=1000, clock=loop.time) as caller:
        await caller.create(webhook_url=receiver.url)
        await receiver.next()

        assert caller.eachlabs.in_flight == 0


async def test_a_webhook_is_tried_three_times_at_most_under_one_signature(opened, clock, receiver):
    receiver.statuses = [500, 302, 400, 204]
    async with opened(webhook_retry_s=0.01) as caller:
        _, created = await caller.create(webhook_url=receiver.url, webhook_secret="of the test")
        clock.pass_s(100)
        await caller.poll(created["predictionID"])
        attempts = []
        for _ in range(3):
            headers, body = await receiver.next()
            attempts.append((headers["X-Webhook-Signature"], headers["X-Webhook-Timestamp"], body))
            clock.pass_s(10)
        await asyncio.sleep(0.03)

        assert len(set(attempts)) == 1
        assert receiver.calls.empty()


async def test_an_announced_end_is_not_announced_again(opened, clock, receiver):
    async with opened(webhook_retry_s=0.01) as caller:
        _, created = await caller.create(webhook_url=receiver.url)
        clock.pass_s(100)
        await caller.poll(created["predictionID"])
        await receiver.next()
        await asyncio.sleep(0.03)

        assert receiver.calls.empty()


@pytest.mark.parametrize(
    "url", ["https://example.org/done", "http://10.0.0.1/done", "http://[bad", "nonsense"]
)
async def test_no_webhook_leaves_the_machine(caller, clock, url, capsys):
    _, created = await caller.create(webhook_url=url)
    clock.pass_s(100)
    await caller.poll(created["predictionID"])
    await asyncio.sleep(0)

    assert "webhook_target_not_loopback" in capsys.readouterr().out


async def test_nothing_is_announced_after_a_cancel_nor_when_it_is_lost(caller, clock, receiver):
    _, cancelled = await caller.create(webhook_url=receiver.url)
    await caller.cancel(cancelled["predictionID"])
    caller.eachlabs.faults.switch_on(FaultKind.WEBHOOK_LOST)
    await caller.create(webhook_url=receiver.url)
    clock.pass_s(100)

    assert [row.status for row in caller.eachlabs.ledger] == ["cancelled", "success"]
    await asyncio.sleep(0.03)
    assert receiver.calls.empty()


async def test_closing_the_server_ends_its_tries(opened, clock, receiver):
    receiver.statuses = [500]
    async with opened(webhook_retry_s=3600) as caller:
        _, created = await caller.create(webhook_url=receiver.url)
        clock.pass_s(100)
        await caller.poll(created["predictionID"])
        await receiver.next()

    assert receiver.calls.empty()


async def test_a_receiver_that_comes_up_late_is_still_told(
    opened, clock, receiver, unused_tcp_port
):
    """Refused at first, as while the bot restarts."""
    port = unused_tcp_port
    app = web.Application()
    app.router.add_post("/done", receiver.take)
    async with opened(webhook_retry_s=0.3) as caller:
        _, created = await caller.create(webhook_url=f"http://127.0.0.1:{port}/done")
        clock.pass_s(100)
        await caller.poll(created["predictionID"])
        async with TestServer(app, host="127.0.0.1", port=port):
            _, content = await receiver.next()

    assert json.loads(content)["exec_id"] == created["predictionID"]
