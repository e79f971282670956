"""Each switch, as a client on the wire meets it."""

import asyncio
import contextlib
import gc
import json
import socket
from decimal import Decimal

import aiohttp
import pytest
from yarl import URL

from sandbox.eachlabs import FAULTS, FaultKind
from tests.support.waiting import until

CUT_OFF = (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError)


async def raw(caller, method, path, **more):
    url = caller.eachlabs.base_url + path
    headers = {"X-API-Key": caller.eachlabs.api_key}
    async with caller.session.request(method, url, headers=headers, **more) as response:
        return response.status, response.content_type, await response.text()


async def test_nothing_goes_wrong_until_a_switch_is_on(caller):
    assert caller.eachlabs.faults.active == ()
    assert caller.eachlabs.faults.struck == {}


async def test_a_refused_key_refuses_every_call(caller):
    prediction_id = await caller.created_id()
    caller.eachlabs.faults.switch_on(FaultKind.KEY_REFUSED)
    answers = [
        await caller.create(),
        await caller.call("GET", f"/v1/prediction/{prediction_id}"),
        await caller.call("GET", "/v2/executions"),
        await caller.call("GET", "/v1/billing/balance"),
    ]

    assert answers == [(401, {"error": "Invalid or missing API key"})] * 4


@pytest.mark.parametrize(
    ("kind", "status", "error"),
    [
        (FaultKind.CREATE_NO_BALANCE, 402, "payment required"),
        (FaultKind.CREATE_TOO_MANY, 429, "too many requests"),
        (FaultKind.CREATE_REFUSED, 400, "Invalid input for model"),
        (FaultKind.CREATE_EMPTY_ERROR, 422, None),
        (FaultKind.CREATE_ERROR_BEFORE, 500, "Failed to create prediction"),
    ],
)
async def test_a_refused_create_creates_nothing(caller, kind, status, error):
    caller.eachlabs.faults.switch_on(kind, times=1)
    answered, body = await caller.create()

    assert (status, error) == (answered, body.get("error"))
    assert caller.eachlabs.ledger == []
    assert (await caller.create())[0] == 200


async def test_a_create_may_fail_although_it_was_carried_out(caller, clock):
    caller.eachlabs.faults.switch_on(FaultKind.CREATE_ERROR_AFTER, times=1)
    answer = await caller.create()
    clock.pass_s(100)

    assert answer == (500, {"error": "Failed to create prediction"})
    assert Decimal("1.40") == caller.eachlabs.charged_usd


@pytest.mark.parametrize(
    ("kind", "created"), [(FaultKind.CREATE_CUT_BEFORE, 0), (FaultKind.CREATE_CUT_AFTER, 1)]
)
async def test_a_create_may_be_cut_off_before_or_after_it_was_carried_out(caller, kind, created):
    caller.eachlabs.faults.switch_on(kind)
    with pytest.raises(CUT_OFF):
        await caller.create()

    assert created == len(caller.eachlabs.ledger)


async def test_a_create_may_hang_after_it_was_carried_out(caller):
    caller.eachlabs.faults.switch_on(FaultKind.CREATE_HANGS)
    asking = asyncio.create_task(caller.create())
    await until(lambda: caller.eachlabs.ledger)
    await asyncio.wait({asking}, timeout=0.1)

    assert not asking.done()
    assert len(caller.eachlabs.ledger) == 1
    asking.cancel()
    await asyncio.wait({asking})


async def test_a_create_that_hangs_is_cut_off_in_the_end(caller):
    caller.eachlabs.faults.switch_on(FaultKind.CREATE_HANGS, amount=0.01)
    with pytest.raises(CUT_OFF):
        await caller.create()

    assert len(caller.eachlabs.ledger) == 1


async def test_a_create_may_be_answered_with_a_web_page(caller):
    caller.eachlabs.faults.switch_on(FaultKind.CREATE_NONSENSE)
    body = {"model": "kling-v2-text-to-video", "input": {"prompt": "A fox"}}
    status, content_type, text = await raw(caller, "POST", "/v1/prediction/", json=body)

    assert (status, content_type) == (200, "text/html")
    assert text.startswith("<!doctype html>")
    assert len(caller.eachlabs.ledger) == 1


@pytest.mark.parametrize(
    ("kind", "status", "body"),
    [
        (FaultKind.POLL_ERROR, 500, {"error": "Internal server error"}),
        (FaultKind.POLL_EMPTY_ERROR, 500, {}),
        (FaultKind.POLL_NOT_FOUND, 404, {"error": "Prediction not found"}),
        (FaultKind.POLL_WRONG_SHAPE, 200, [{"status": 7, "metrics": "none"}]),
    ],
)
async def test_a_spoilt_poll_leaves_the_prediction_as_it_is(caller, clock, kind, status, body):
    prediction_id = await caller.created_id()
    caller.eachlabs.faults.switch_on(kind, times=1)
    answer = await caller.call("GET", f"/v1/prediction/{prediction_id}")
    clock.pass_s(100)

    assert (status, body) == answer
    assert (await caller.poll(prediction_id))["status"] == "success"


async def test_a_poll_may_be_answered_with_a_web_page(caller):
    prediction_id = await caller.created_id()
    caller.eachlabs.faults.switch_on(FaultKind.POLL_HTML)

    assert (await raw(caller, "GET", f"/v1/prediction/{prediction_id}"))[:2] == (200, "text/html")


async def test_a_poll_may_be_cut_off_in_the_middle_of_its_answer(caller):
    prediction_id = await caller.created_id()
    caller.eachlabs.faults.switch_on(FaultKind.POLL_CUT)
    with pytest.raises(aiohttp.ClientPayloadError):
        await raw(caller, "GET", f"/v1/prediction/{prediction_id}")


async def test_a_slow_poll_is_answered_all_the_same(caller):
    prediction_id = await caller.created_id()
    caller.eachlabs.faults.switch_on(FaultKind.POLL_SLOW, amount=0.05)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(caller.poll(prediction_id), timeout=0.01)

    assert (await caller.poll(prediction_id))["status"] == "created"


async def test_a_status_nobody_knows_shows_only_while_it_runs(caller, clock):
    prediction_id = await caller.created_id()
    caller.eachlabs.faults.switch_on(FaultKind.POLL_UNKNOWN_STATUS)
    running = await caller.poll(prediction_id)
    clock.pass_s(100)

    assert (running["status"], running["output"]) == ("awaiting_capacity", "")
    assert (await caller.poll(prediction_id))["status"] == "success"


async def test_a_cancel_may_fail_or_be_confirmed_and_ignored(caller, clock):
    prediction_id = await caller.created_id()
    caller.eachlabs.faults.switch_on(FaultKind.CANCEL_ERROR, times=1)
    failed, _ = await caller.cancel(prediction_id)
    caller.eachlabs.faults.switch_on(FaultKind.CANCEL_IGNORED, times=1)
    ignored, body = await caller.cancel(prediction_id)
    clock.pass_s(100)

    assert (failed, ignored, body["status"]) == (500, 200, "cancelled")
    assert Decimal("1.40") == caller.eachlabs.charged_usd


@pytest.mark.parametrize(
    ("kind", "shape"),
    [
        (FaultKind.OUTPUT_MISSING, lambda _url: None),
        (FaultKind.OUTPUT_EMPTY, lambda _url: ""),
        (FaultKind.OUTPUT_LIST, lambda url: [url]),
        (FaultKind.OUTPUT_OBJECT, lambda url: {"url": url}),
        (FaultKind.OUTPUT_JSON_TEXT, lambda url: json.dumps({"video": {"url": url}})),
        (FaultKind.OUTPUT_PRIVATE_ADDRESS, lambda _url: "http://169.254.169.254/uploads/clip.mp4"),
        (FaultKind.OUTPUT_NO_SUCH_HOST, lambda _url: "https://clips.invalid/uploads/clip.mp4"),
    ],
)
async def test_an_output_of_another_shape_is_charged_and_stays_that_way(caller, clock, kind, shape):
    prediction_id = await caller.created_id()
    caller.eachlabs.faults.switch_on(kind, times=1)
    clock.pass_s(100)
    first = await caller.poll(prediction_id)
    second = await caller.poll(prediction_id)

    expected = shape(f"{caller.eachlabs.base_url}/uploads/{prediction_id}.mp4")
    assert ("success", 1.4, expected) == (
        first["status"],
        first["metrics"]["cost"],
        first["output"],
    )
    assert first == second
    assert caller.eachlabs.faults.active == ()


async def test_away_means_refused_until_it_is_back_and_the_books_are_kept(caller, clock):
    prediction_id = await caller.created_id()
    caller.eachlabs.faults.switch_on(FaultKind.AWAY)
    caller.eachlabs.faults.switch_on(FaultKind.AWAY)
    with pytest.raises(aiohttp.ClientConnectorError):
        await caller.poll(prediction_id)
    away = caller.eachlabs.is_away
    clock.pass_s(100)
    caller.eachlabs.faults.clear()

    assert (away, caller.eachlabs.is_away) == (True, False)
    assert (await caller.poll(prediction_id))["status"] == "success"


async def test_going_away_cuts_a_call_in_the_middle(caller):
    prediction_id = await caller.created_id()
    caller.eachlabs.faults.switch_on(FaultKind.POLL_SLOW, amount=30)
    poll = asyncio.create_task(caller.poll(prediction_id))
    while not caller.eachlabs.faults.struck:
        await asyncio.sleep(0.002)
    caller.eachlabs.faults.switch_on(FaultKind.AWAY)

    with pytest.raises(CUT_OFF):
        await poll


@pytest.mark.parametrize("turns", range(6))
async def test_whoever_connects_while_it_goes_away_is_cut_and_nothing_of_them_stays(caller, turns):
    address = URL(caller.eachlabs.base_url)
    with socket.create_connection((address.host, address.port)) as client:
        client.sendall(b"GET /v1/billing/balance HTTP/1.1\r\nHost: eachlabs\r\n\r\n")
        for _ in range(turns):
            await asyncio.sleep(0)
        answered = sum(caller.eachlabs.requests.values())
        caller.eachlabs.faults.switch_on(FaultKind.AWAY)
        await asyncio.to_thread(until_cut, client)

    assert sum(caller.eachlabs.requests.values()) == answered
    with pytest.raises(aiohttp.ClientConnectorError):
        await caller.create()
    gc.collect()  # an unclosed socket is an error here


def until_cut(client: socket.socket) -> None:
    client.settimeout(30)
    with contextlib.suppress(ConnectionResetError):
        while client.recv(1024):
            pass


async def test_nobody_else_gets_the_port_of_a_server_that_is_away(caller):
    caller.eachlabs.faults.switch_on(FaultKind.AWAY)
    address = URL(caller.eachlabs.base_url)

    with pytest.raises(OSError, match="in use"):
        socket.create_server((address.host, address.port))


async def test_a_server_that_is_away_can_be_closed(opened):
    async with opened() as caller:
        caller.eachlabs.faults.switch_on(FaultKind.AWAY)
        caller.eachlabs.faults.switch_off(FaultKind.AWAY)
        caller.eachlabs.faults.switch_on(FaultKind.AWAY)

    assert caller.eachlabs.is_away


async def test_every_fault_has_its_words():
    assert set(FaultKind) == set(FAULTS)
    assert len(FAULTS) == len({told.title for told in FAULTS.values()})
