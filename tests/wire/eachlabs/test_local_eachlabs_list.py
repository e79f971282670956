"""The list of executions and the balance."""

from decimal import Decimal

import pytest

from sandbox.eachlabs import FaultKind


async def listed(caller, **params):
    status, body = await caller.call("GET", "/v2/executions", params=params)

    assert status == 200

    return body


async def test_the_list_is_newest_first_and_carries_no_inputs(caller, clock):
    first = await caller.created_id()
    clock.pass_s(99.5)
    second = await caller.created_id()
    clock.pass_s(0.5)
    body = await listed(caller)

    assert [second, first] == [row["id"] for row in body["executions"]]
    assert (body["next_cursor"], body["has_more"]) == (None, False)
    assert {
        "id": first,
        "model": "kling-v2-text-to-video",
        "status": "success",
        "execution_cost": 1.4,
        "run_time": 100,
        "created_at": "2026-01-01T00:16:40Z",
        "started_at": "2026-01-01T00:16:40Z",
        "completed_at": "2026-01-01T00:18:20Z",
        "output": f"{caller.eachlabs.base_url}/uploads/{first}.mp4",
    } == body["executions"][1]
    assert tuple(
        body["executions"][0][key] for key in ("status", "started_at", "completed_at")
    ) == ("created", None, None)


async def test_pages_follow_the_cursor_even_while_new_predictions_come(opened):
    async with opened(max_concurrent=30) as caller:
        ids = [await caller.created_id() for _ in range(5)]
        pages, cursor = [], {}
        while True:
            body = await listed(caller, limit="2", **cursor)
            pages.append([row["id"] for row in body["executions"]])
            if not body["has_more"]:
                break
            cursor = {"cursor": body["next_cursor"]}
            await caller.created_id()

        newest_first = ids[::-1]
        assert [newest_first[:2], newest_first[2:4], newest_first[4:]] == pages


async def test_a_page_holds_twenty_rows_unless_told(opened):
    async with opened(max_concurrent=30) as caller:
        for _ in range(21):
            await caller.created_id()
        body = await listed(caller)
        larger = await listed(caller, limit="100")

        assert (len(body["executions"]), body["has_more"]) == (20, True)
        assert (len(larger["executions"]), larger["has_more"]) == (21, False)


async def test_filters_by_model_status_and_time_of_creation(caller, clock):
    old = await caller.created_id()
    clock.pass_s(60)
    middle = await caller.created_id()
    clock.pass_s(60)
    new = await caller.created_id()

    async def ids(**params):
        return [row["id"] for row in (await listed(caller, **params))["executions"]]

    assert await ids(model="another") == []
    assert [new, middle, old] == await ids(model="kling-v2-text-to-video")
    assert [old] == await ids(status="success")
    assert [new, old] == await ids(status="created,success")
    assert [new, middle] == await ids(**{"from": "2026-01-01T00:17:40Z"})
    assert [middle, old] == await ids(to="2026-01-01T00:17:40")


@pytest.mark.parametrize(
    ("params", "error"),
    [
        ({"limit": "0"}, "limit must be between 1 and 100"),
        ({"limit": "101"}, "limit must be between 1 and 100"),
        ({"limit": "many"}, "limit must be between 1 and 100"),
        ({"from": "yesterday"}, "from must be an RFC 3339 time"),
        ({"to": "31.12."}, "to must be an RFC 3339 time"),
        ({"cursor": "%%%"}, "invalid cursor"),
        ({"cursor": "WzFd"}, "invalid cursor"),
    ],
)
async def test_an_ill_query_is_refused(caller, params, error):
    assert (400, {"error": error}) == await caller.call("GET", "/v2/executions", params=params)


async def test_a_cursor_is_good_only_with_the_filters_it_came_with(caller):
    await caller.created_id()
    await caller.created_id()
    cursor = (await listed(caller, limit="1"))["next_cursor"]

    answer = await caller.call(
        "GET", "/v2/executions", params={"limit": "1", "status": "created", "cursor": cursor}
    )

    assert answer == (400, {"error": "cursor does not match the filters"})


async def test_the_balance_falls_with_what_was_charged(opened, clock):
    async with opened(balance_usd=Decimal("53.475")) as caller:
        await caller.created_id()
        clock.pass_s(100)

        assert await caller.call("GET", "/v1/billing/balance") == (200, {"balance_usd": 52.075})


async def test_the_balance_may_be_asked_three_times_a_second(caller, clock):
    async def ask():
        url = f"{caller.eachlabs.base_url}/v1/billing/balance"
        async with caller.session.get(
            url, headers={"X-API-Key": caller.eachlabs.api_key}
        ) as response:
            return response.status, response.headers.get("Retry-After")

    at_once = [await ask() for _ in range(4)]
    clock.pass_s(0.5)
    later = [await ask() for _ in range(2)]

    assert at_once == [(200, None)] * 3 + [(429, "1")]
    assert later == [(200, None), (429, "1")]


async def test_money_can_be_paid_in_while_it_runs(opened):
    async with opened(balance_usd=Decimal(0)) as caller:
        refused, _ = await caller.create()
        caller.eachlabs.balance_usd = Decimal(10)
        accepted, _ = await caller.create()

        assert (refused, accepted) == (402, 200)


async def test_a_list_or_a_balance_may_be_unavailable(caller):
    caller.eachlabs.faults.switch_on(FaultKind.LIST_ERROR, times=1)
    caller.eachlabs.faults.switch_on(FaultKind.BALANCE_UNAVAILABLE, times=1)

    assert (await caller.call("GET", "/v2/executions"))[0] == 500
    assert (await caller.call("GET", "/v1/billing/balance"))[0] == 503
    assert (await caller.call("GET", "/v2/executions"))[0] == 200
    assert (await caller.call("GET", "/v1/billing/balance"))[0] == 200
