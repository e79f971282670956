"""What the server sees of its client's promises: exact, on the handed-in clock."""

import asyncio

from sandbox.eachlabs import FaultKind, Promise, RequestKind, Violation


async def poll_nothing(caller, times):
    for _ in range(times):
        await caller.call("GET", "/v1/prediction/none")


async def test_the_window_is_rolling_and_exact_to_its_edge(opened, clock):
    async with opened(rate_requests=3, rate_seconds=60.0) as caller:
        await poll_nothing(caller, 2)
        clock.pass_s(59)
        await poll_nothing(caller, 1)
        clock.pass_s(1)
        await poll_nothing(caller, 2)

        assert caller.eachlabs.violations == ()
        assert caller.eachlabs.window_peak == 3

        clock.pass_s(58.9)
        await poll_nothing(caller, 1)

        breach = Violation(promise=Promise.RATE, at=clock.at, reached=4, allowed=3)
        assert (breach,) == caller.eachlabs.violations
        assert caller.eachlabs.window_peak == 4


async def test_every_kind_of_call_counts_refused_ones_too_but_no_download(opened):
    async with opened(rate_requests=5) as caller:
        prediction_id = await caller.created_id()
        await caller.poll(prediction_id)
        await caller.cancel(prediction_id)
        await caller.call("GET", "/v2/executions", headers={})
        await caller.call("GET", "/v1/billing/balance")
        async with caller.session.get(f"{caller.eachlabs.base_url}/uploads/none.mp4"):
            pass

        assert caller.eachlabs.window_peak == 5
        assert caller.eachlabs.requests == {
            RequestKind.CREATE: 1,
            RequestKind.POLL: 1,
            RequestKind.CANCEL: 1,
            RequestKind.LIST: 1,
            RequestKind.BALANCE: 1,
            RequestKind.DOWNLOAD: 1,
        }
        assert caller.eachlabs.answers == {
            (RequestKind.CREATE, 200): 1,
            (RequestKind.POLL, 200): 1,
            (RequestKind.CANCEL, 200): 1,
            (RequestKind.LIST, 401): 1,
            (RequestKind.BALANCE, 200): 1,
        }


async def test_the_rate_can_be_enforced(opened, clock):
    async with opened(rate_requests=2, rate_seconds=60.0, enforce_rate=True) as caller:
        await poll_nothing(caller, 1)
        clock.pass_s(30)
        await poll_nothing(caller, 1)
        clock.pass_s(0.5)
        refused = await caller.call("GET", "/v1/prediction/none")
        clock.pass_s(60)
        allowed, _ = await caller.call("GET", "/v1/prediction/none")

        assert refused == (429, {"error": "Rate limit exceeded. Please retry after 30 seconds."})
        assert allowed == 404
        assert [breach.promise for breach in caller.eachlabs.violations] == [Promise.RATE]


async def test_more_predictions_than_slots_is_a_breach_where_the_cap_is_not_enforced(opened, clock):
    async with opened(max_concurrent=2, enforce_concurrency=False) as caller:
        for _ in range(3):
            await caller.created_id()

        assert caller.eachlabs.concurrency_peak == 3
        breach = Violation(promise=Promise.CONCURRENCY, at=clock.at, reached=3, allowed=2)
        assert (breach,) == caller.eachlabs.violations


async def test_open_requests_are_counted_until_they_end(opened):
    async with opened(max_open_requests=2) as caller:
        caller.eachlabs.faults.switch_on(FaultKind.POLL_SLOW, amount=0.3)
        prediction_id = await caller.created_id()
        await asyncio.gather(*(caller.poll(prediction_id) for _ in range(3)))
        caller.eachlabs.faults.clear()
        await caller.poll(prediction_id)

        assert caller.eachlabs.open_peak == 3
        assert [breach.promise for breach in caller.eachlabs.violations] == [Promise.OPEN_REQUESTS]


async def test_a_request_that_its_client_gave_up_is_open_no_longer(opened):
    async with opened(max_open_requests=1) as caller:
        caller.eachlabs.faults.switch_on(FaultKind.CREATE_HANGS)
        for number in (1, 2, 3):
            create = asyncio.create_task(caller.create())
            while len(caller.eachlabs.ledger) < number:
                await asyncio.sleep(0.002)
            create.cancel()
            await asyncio.gather(create, return_exceptions=True)
            while caller.eachlabs.open_requests:
                await asyncio.sleep(0.002)

        assert len(caller.eachlabs.ledger) == 3
        assert caller.eachlabs.open_peak == 1


async def test_slot_use_follows_from_the_slot_log(opened, clock):
    async with opened(max_concurrent=2) as caller:
        started_at = clock.at
        await caller.created_id()
        clock.pass_s(50)
        await caller.created_id()
        clock.pass_s(150)
        used = caller.eachlabs.slot_log.mean_in_flight(since=started_at, until=clock.at)

        assert used == 2 * 100 / 200
