"""What a create is answered, and what it leaves in the books."""

import uuid
from decimal import Decimal

import aiohttp
import pytest

from sandbox.eachlabs import Status

GOOD = {"prompt": "A fox"}


async def test_a_create_is_answered_with_a_new_uuid(caller):
    status, body = await caller.create()

    assert status == 200
    assert {
        "status": "success",
        "message": "Prediction created successfully",
        "predictionID": body["predictionID"],
    } == body
    assert str(uuid.UUID(body["predictionID"])) == body["predictionID"]


async def test_the_slash_at_the_end_is_optional(caller):
    body = {"model": "kling-v2-text-to-video", "input": GOOD}

    with_slash = await caller.call("POST", "/v1/prediction/", json=body)
    without = await caller.call("POST", "/v1/prediction", json=body)

    assert (with_slash[0], without[0]) == (200, 200)
    assert with_slash[1]["predictionID"] != without[1]["predictionID"]


async def test_the_same_create_twice_is_two_predictions(caller):
    first = await caller.created_id()
    second = await caller.created_id()

    assert [first, second] == [row.prediction_id for row in caller.eachlabs.ledger]


@pytest.mark.parametrize(
    "headers",
    [{"X-API-Key": "smk_of_a_test"}, {"Authorization": "Bearer smk_of_a_test"}],
)
async def test_either_way_to_send_the_key_is_accepted(caller, headers):
    status, _ = await caller.call("GET", "/v1/billing/balance", headers=headers)

    assert status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-API-Key": "another"},
        {"X-API-Key": "smk_of_a_test\u00e9"},
        {"Authorization": "Bearer another"},
    ],
)
async def test_a_wrong_or_missing_key_is_refused(caller, headers):
    answer = await caller.call("GET", "/v1/billing/balance", headers=headers)

    assert answer == (401, {"error": "Invalid or missing API key"})


async def test_a_request_id_is_echoed_and_otherwise_made(caller):
    url = f"{caller.eachlabs.base_url}/v1/billing/balance"

    async with caller.session.get(url, headers={"X-Request-Id": "mine"}) as response:
        echoed = response.headers["X-Request-Id"]
    async with caller.session.get(url) as response:
        made = response.headers["X-Request-Id"]

    assert echoed == "mine"
    assert str(uuid.UUID(made)) == made


@pytest.mark.parametrize(
    ("model_input", "details"),
    [
        ({}, "prompt is required"),
        ({"prompt": "  "}, "prompt must not be empty"),
        ({"prompt": 7}, "prompt must be a string"),
        ({"prompt": "x" * 2501}, "prompt must have at most 2500 characters"),
        ({**GOOD, "negative_prompt": None}, "negative_prompt must be a string"),
        ({**GOOD, "duration": 8}, "duration must be one of the integers 5, 10"),
        ({**GOOD, "duration": "5"}, "duration must be one of the integers 5, 10"),
        ({**GOOD, "duration": True}, "duration must be one of the integers 5, 10"),
        ({**GOOD, "aspect_ratio": "4:3"}, "aspect_ratio must be one of 16:9, 9:16, 1:1"),
        ({**GOOD, "aspect_ratio": ["16:9"]}, "aspect_ratio must be one of 16:9, 9:16, 1:1"),
        ({**GOOD, "cfg_scale": "0.5"}, "cfg_scale must be a number"),
        ({**GOOD, "cfg_scale": False}, "cfg_scale must be a number"),
        ({**GOOD, "cfg_scale": 1.01}, "cfg_scale must be between 0 and 1"),
        ({**GOOD, "seed": 1}, "additional properties are not allowed: seed"),
    ],
)
async def test_an_input_outside_the_schema_is_refused_and_creates_nothing(
    caller, model_input, details
):
    answer = await caller.create(model_input=model_input)

    expected = {"status": 400, "error": "Invalid input for model", "details": details}
    assert (400, expected) == answer
    assert caller.eachlabs.ledger == []


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ([], "invalid request body"),
        ({"input": GOOD}, "model field is required"),
        ({"model": "kling-v2-text-to-video"}, "input field is required"),
        (
            {"model": "kling-v2-text-to-video", "input": GOOD, "webhook_url": 1},
            "webhook_url must be a string",
        ),
    ],
)
async def test_a_body_of_another_shape_is_refused(caller, body, error):
    assert (400, {"error": error}) == await caller.call("POST", "/v1/prediction/", json=body)


async def test_a_body_that_is_no_json_is_refused(caller):
    answer = await caller.call("POST", "/v1/prediction/", data=b"{")

    assert answer == (400, {"error": "invalid request body"})


async def test_another_model_is_not_found(caller):
    answer = await caller.create(model="kling-v9")

    assert answer == (404, {"error": "Failed to fetch model: model not found"})


async def test_an_unknown_path_is_not_found_and_still_counts_as_a_request(caller):
    assert await caller.call("GET", "/v1/nothing") == (404, {"error": "not found"})
    assert caller.eachlabs.requests["other"] == 1


async def test_what_runs_is_reserved_in_the_balance(opened):
    async with opened(balance_usd=Decimal("2.80")) as caller:
        await caller.created_id()
        await caller.created_id()
        status, body = await caller.create()

        assert (status, body["status"], body["error"]) == (402, 402, "payment required")
        assert "($2.80)" in body["details"]
        assert len(caller.eachlabs.ledger) == 2


async def test_a_create_beyond_the_cap_is_refused_until_a_slot_is_free(opened, clock):
    async with opened(max_concurrent=2) as caller:
        await caller.created_id()
        clock.pass_s(50)
        await caller.created_id()
        status, body = await caller.create()
        clock.pass_s(50)
        afterwards, _ = await caller.create()

        assert (status, body["status"], body["error"]) == (429, 429, "too many requests")
        assert "limited to 2 concurrent executions" in body["details"]
        assert afterwards == 200
        assert len(caller.eachlabs.ledger) == 3
        assert caller.eachlabs.violations == ()


async def test_left_out_inputs_have_the_schema_s_defaults(caller, clock):
    await caller.create(model_input=GOOD)
    clock.pass_s(100)

    (row,) = caller.eachlabs.ledger
    assert row.input == GOOD
    assert (Status.SUCCESS, Decimal("1.40")) == (row.status, row.cost_usd)


async def test_nobody_else_can_reach_the_server(caller):
    """It listens on the loopback address only."""
    assert caller.eachlabs.base_url.startswith("http://127.0.0.1:")
    with pytest.raises(aiohttp.ClientConnectorError):
        await caller.session.get(caller.eachlabs.base_url.replace("127.0.0.1", "127.0.0.2"))
