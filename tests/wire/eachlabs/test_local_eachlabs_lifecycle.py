"""A prediction from its create to its end, and the money."""

import statistics
from decimal import Decimal

import pytest

from sandbox.eachlabs import FaultKind, Status
from sandbox.eachlabs.time_lapse import GENERATION_MEAN_S


async def test_a_prediction_runs_through_its_states_and_then_has_a_clip(caller, clock):
    prediction_id = await caller.created_id()
    seen = []
    for wait_s in (0.5, 1.5, 50.0, 48.0):
        clock.pass_s(wait_s)
        body = await caller.poll(prediction_id)
        seen.append((body["status"], body["output"], body["metrics"]))

    nothing_yet = {"predict_time": 0, "cost": 0}
    url = f"{caller.eachlabs.base_url}/uploads/{prediction_id}.mp4"
    assert [
        ("created", "", nothing_yet),
        ("starting", "", nothing_yet),
        ("processing", None, nothing_yet),
        ("success", url, {"predict_time": 100, "cost": 1.4}),
    ] == seen


async def test_a_prediction_repeats_its_input_and_tells_its_addresses(caller):
    prediction_id = await caller.created_id(duration=10, prompt="Ünïcode 🦊")

    body = await caller.poll(prediction_id)

    address = f"{caller.eachlabs.base_url}/v1/prediction/{prediction_id}"
    assert prediction_id == body["id"]
    assert (body["input"]["duration"], body["input"]["prompt"]) == (10, "Ünïcode 🦊")
    assert {"cancel": f"{address}/cancel", "get": address} == body["urls"]
    assert body["logs"] is None


@pytest.mark.parametrize(("duration", "cost"), [(5, "1.40"), (10, "2.80")])
async def test_a_success_is_charged_by_its_length(caller, clock, duration, cost):
    await caller.created_id(duration=duration)
    before_usd = caller.eachlabs.balance_usd
    clock.pass_s(100)

    assert Decimal(cost) == caller.eachlabs.charged_usd
    assert before_usd - Decimal(cost) == caller.eachlabs.balance_usd


async def test_a_cancelled_prediction_is_never_charged(caller, clock):
    prediction_id = await caller.created_id()
    clock.pass_s(40)
    answer = await caller.cancel(prediction_id)
    clock.pass_s(400)
    body = await caller.poll(prediction_id)

    confirmed = {
        "status": "cancelled",
        "message": "Prediction canceled successfully",
        "predictionID": prediction_id,
    }
    assert (200, confirmed) == answer
    assert (body["status"], body["output"]) == ("cancelled", None)
    assert body["metrics"] == {"predict_time": 40, "cost": 0}
    assert Decimal(0) == caller.eachlabs.charged_usd


async def test_a_cancel_that_comes_too_late_changes_nothing(caller, clock):
    prediction_id = await caller.created_id()
    clock.pass_s(100)
    status, _ = await caller.cancel(prediction_id)

    assert status == 200
    assert (await caller.poll(prediction_id))["status"] == "success"
    assert Decimal("1.40") == caller.eachlabs.charged_usd


async def test_an_unknown_prediction_is_not_found(caller):
    unknown = "00000000-0000-4000-8000-000000000000"

    assert await caller.cancel(unknown) == (404, {"error": "Prediction not found"})
    assert await caller.call("GET", f"/v1/prediction/{unknown}") == (
        404,
        {"error": "Prediction not found"},
    )


async def test_the_time_lapse_shortens_generations(opened, clock):
    async with opened(speed=20) as caller:
        prediction_id = await caller.created_id()
        clock.pass_s(4.9)
        shortly_before = (await caller.poll(prediction_id))["status"]
        clock.pass_s(0.2)
        body = await caller.poll(prediction_id)

        assert (shortly_before, body["status"]) == ("processing", "success")
        assert pytest.approx(5) == body["metrics"]["predict_time"]


async def test_the_time_lapse_may_change_while_predictions_run(opened, clock):
    """Half of the time at speed 1, the other half at speed 50."""
    async with opened() as caller:
        prediction_id = await caller.created_id()
        clock.pass_s(50)
        caller.eachlabs.speed = 50
        clock.pass_s(0.9)
        shortly_before = (await caller.poll(prediction_id))["status"]
        clock.pass_s(0.2)
        body = await caller.poll(prediction_id)

        assert caller.eachlabs.speed == 50
        assert (shortly_before, body["status"]) == ("processing", "success")
        assert pytest.approx(51) == body["metrics"]["predict_time"]


@pytest.mark.parametrize("speed", [0, -1, float("inf"), float("nan")])
async def test_a_time_lapse_without_a_pace_is_refused(caller, speed):
    with pytest.raises(ValueError, match="positive speed"):
        caller.eachlabs.speed = speed

    assert caller.eachlabs.speed == 1


@pytest.mark.parametrize("duration", [5, 10])
async def test_generation_times_scatter_around_the_model_s_mean(opened, clock, duration):
    options = {"generation_seconds": GENERATION_MEAN_S, "max_concurrent": 300}
    async with opened(**options, balance_usd=Decimal(10_000), max_open_requests=300) as caller:
        for _ in range(300):
            await caller.created_id(duration=duration)
        clock.pass_s(10_000)
        times_s = [row.run_time_s for row in caller.eachlabs.ledger]

    mean_s = GENERATION_MEAN_S[duration]
    assert pytest.approx(mean_s, rel=0.05) == statistics.fmean(times_s)
    assert pytest.approx(0.2 * mean_s, rel=0.2) == statistics.stdev(times_s)


async def test_the_same_seed_draws_the_same_times(opened, clock):
    async def run_times(seed):
        async with opened(seed=seed, generation_seconds=GENERATION_MEAN_S) as caller:
            for _ in range(3):
                await caller.created_id()
            clock.pass_s(5000)
            return [round(row.run_time_s, 6) for row in caller.eachlabs.ledger]

    assert await run_times(7) == await run_times(7)
    assert await run_times(7) != await run_times(8)


async def test_predictions_end_in_order_and_each_end_is_logged_at_its_own_time(opened, clock):
    times_s = iter([30.0, 10.0, 20.0])
    async with opened(generation_seconds=lambda _duration_s: next(times_s)) as caller:
        for _ in range(3):
            await caller.created_id()
        clock.pass_s(100)
        samples = caller.eachlabs.slot_log.samples

    assert [(sample.at, sample.in_flight) for sample in samples] == [
        (1000, 1), (1000, 2), (1000, 3), (1010, 2), (1020, 1), (1030, 0),
    ]  # fmt: skip


async def test_a_rejected_prompt_ends_within_seconds_and_costs_nothing(caller, clock):
    caller.eachlabs.faults.switch_on(FaultKind.PROMPT_REJECTED, times=1)
    rejected = await caller.created_id()
    accepted = await caller.created_id()
    clock.pass_s(15)
    body = await caller.poll(rejected)

    assert body["status"] == "error"
    assert body["output"]["error_code"] == "PROVIDER_REJECTED"
    assert (False, rejected) == (body["output"]["retryable"], body["output"]["execution_id"])
    assert 3 <= body["metrics"]["predict_time"] <= 15
    assert body["metrics"]["cost"] == 0
    assert (await caller.poll(accepted))["status"] == "processing"


async def test_a_provider_error_comes_at_the_end_and_costs_nothing(caller, clock):
    caller.eachlabs.faults.switch_on(FaultKind.PROVIDER_ERROR)
    prediction_id = await caller.created_id()
    clock.pass_s(99)
    before = await caller.poll(prediction_id)
    clock.pass_s(1)
    body = await caller.poll(prediction_id)

    assert (before["status"], body["status"]) == ("processing", "error")
    assert (
        body["output"]["error_code"],
        body["output"]["retryable"],
    ) == ("PROVIDER_SERVER_ERROR", True)
    assert Decimal(0) == caller.eachlabs.charged_usd


async def test_a_stuck_prediction_can_still_be_cancelled(caller, clock):
    caller.eachlabs.faults.switch_on(FaultKind.STUCK)
    prediction_id = await caller.created_id()
    clock.pass_s(1e6)

    assert (await caller.poll(prediction_id))["status"] == "processing"
    assert caller.eachlabs.in_flight == 1

    await caller.cancel(prediction_id)

    assert caller.eachlabs.ledger[0].status == Status.CANCELLED
    assert caller.eachlabs.in_flight == 0
