"""What becomes of an accepted job, in every way a create and a prediction can end."""

from decimal import Decimal

import pytest

from bot.domain.errors import (
    ConcurrencyCapError,
    KeyRefusedError,
    NeverAgainError,
    NoBalanceError,
    OutcomeUnknownError,
    TryLaterError,
)
from bot.domain.ids import PredictionId
from bot.domain.job import DeliveryWay, JobStatus
from bot.domain.prediction import PredictionStatus
from bot.domain.reasons import Reason
from tests.support.workshop import JOB_TIMEOUT_S, Workshop

FIRST = PredictionId("prediction-1")
URL = "https://clips.example/fox.mp4"


async def test_an_accepted_job_becomes_a_delivered_clip(workshop: Workshop) -> None:
    workshop.start()
    accepted = await workshop.accept()
    await workshop.until_status(accepted.job.id, JobStatus.RUNNING)
    workshop.api.finish(
        FIRST,
        PredictionStatus.SUCCEEDED,
        output_url=URL,
        cost_usd=Decimal("1.40"),
        predict_seconds=300.5,
    )

    job = await workshop.until_status(accepted.job.id, JobStatus.DELIVERED)

    assert DeliveryWay.ATTACHMENT is job.delivery
    assert Decimal("1.40") == job.cost_usd
    assert job.predict_seconds == 300.5
    assert job.output_bytes == 1000
    assert [("channel", job.id)] == [(way, sent.job.id) for way, sent in workshop.messenger.results]
    events = await workshop.store.events(job.id)
    assert [event.after for event in events if event.after is not event.before] == [
        JobStatus.QUEUED,
        JobStatus.SUBMITTING,
        JobStatus.RUNNING,
        JobStatus.DELIVERING,
        JobStatus.DELIVERED,
    ]


async def test_a_job_whose_card_is_not_confirmed_is_never_sent(workshop: Workshop) -> None:
    workshop.start()
    accepted = await workshop.submission.submit(workshop.order())

    await workshop.clock.advance(30)

    assert workshop.api.created == []
    assert JobStatus.QUEUED is (await workshop.job(accepted.job.id)).status


@pytest.mark.parametrize(
    ("error", "incident"),
    [
        (KeyRefusedError("key_refused"), "key-refused"),
        (NoBalanceError("no_balance"), "no-balance"),
        (ConcurrencyCapError("concurrency_cap"), "concurrency-cap"),
        (TryLaterError("eachlabs_unreachable"), "eachlabs-away"),
    ],
)
async def test_what_is_nobodys_fault_delays_a_job_and_tells_the_operator_once_and_when_it_ends(
    workshop: Workshop, error: TryLaterError, incident: str
) -> None:
    workshop.api.create_errors = [error]
    workshop.api.balance_answers = [error]
    workshop.start()
    accepted = await workshop.accept()
    await workshop.until(lambda: workshop.messenger.told)

    assert (
        JobStatus.QUEUED is (await workshop.until_status(accepted.job.id, JobStatus.QUEUED)).status
    )
    assert len(workshop.api.created) == 1

    await workshop.until_status(accepted.job.id, JobStatus.RUNNING)
    await workshop.until(lambda: len(workshop.messenger.told) == 2)

    assert [f"incident-{incident}", f"incident-{incident}-over"] == [
        key for key, _ in workshop.messenger.told
    ]


async def test_after_the_concurrency_cap_nothing_is_created_for_at_least_a_minute(
    workshop: Workshop,
) -> None:
    workshop.api.create_errors = [ConcurrencyCapError("concurrency_cap")]
    workshop.start()
    await workshop.accept()
    await workshop.until(lambda: workshop.messenger.told)

    await workshop.clock.advance(59)

    assert len(workshop.api.created) == 1


async def test_creates_that_wait_for_room_while_the_gate_closes_are_not_sent(
    workshop: Workshop,
) -> None:
    workshop.api.may_send.clear()
    workshop.start()
    jobs = [(await workshop.accept()).job for _ in range(2)]
    for job in jobs:
        await workshop.until_status(job.id, JobStatus.SUBMITTING)
    workshop.gate.close(ConcurrencyCapError("concurrency_cap"))
    workshop.api.may_send.set()
    for job in jobs:
        await workshop.until_status(job.id, JobStatus.QUEUED)

    assert workshop.api.created == []

    for job in jobs:
        await workshop.until_status(job.id, JobStatus.RUNNING)

    assert len(workshop.api.created) == len(jobs)


async def test_a_create_that_can_never_succeed_fails_the_job_and_costs_nothing(
    workshop: Workshop,
) -> None:
    workshop.api.create_errors = [NeverAgainError(Reason.CREATE_REJECTED)]
    workshop.start()
    accepted = await workshop.accept()

    job = await workshop.until_status(accepted.job.id, JobStatus.FAILED)
    await workshop.until(lambda: workshop.messenger.ends)

    assert job.reason == Reason.CREATE_REJECTED
    assert Decimal(0) == job.cost_usd
    assert [job.id] == [told.id for told in workshop.messenger.ends]


async def test_a_create_that_was_cut_off_is_never_sent_twice(workshop: Workshop) -> None:
    workshop.api.create_errors = [OutcomeUnknownError(Reason.CREATE_OUTCOME_UNKNOWN)]
    workshop.start()
    accepted = await workshop.accept()

    job = await workshop.until_status(accepted.job.id, JobStatus.UNKNOWN)
    await workshop.clock.leap(JOB_TIMEOUT_S * 2)

    assert len(workshop.api.created) == 1
    assert JobStatus.UNKNOWN is (await workshop.job(job.id)).status
    assert job.cost_usd is None


async def test_an_unknown_outcome_holds_its_slot_until_the_deadline(workshop: Workshop) -> None:
    workshop.api.create_errors = [OutcomeUnknownError(Reason.CREATE_OUTCOME_UNKNOWN)]
    workshop.start()
    accepted = await workshop.accept()
    await workshop.until_status(accepted.job.id, JobStatus.UNKNOWN)

    assert workshop.queue.running_count == 1

    await workshop.clock.leap(JOB_TIMEOUT_S + 1)

    assert workshop.queue.running_count == 0


@pytest.mark.parametrize(
    ("reason", "cost"),
    [(Reason.PROVIDER_REJECTED, Decimal(0)), (Reason.PROVIDER_ERROR, Decimal("1.40"))],
)
async def test_a_failed_prediction_is_told_with_its_reason_and_its_cost(
    workshop: Workshop, reason: Reason, cost: Decimal
) -> None:
    workshop.start()
    accepted = await workshop.accept()
    await workshop.until_status(accepted.job.id, JobStatus.RUNNING)
    workshop.api.finish(FIRST, PredictionStatus.FAILED, reason=reason, cost_usd=cost)

    job = await workshop.until_status(accepted.job.id, JobStatus.FAILED)
    await workshop.until(lambda: workshop.messenger.ends)

    assert (reason, cost) == (job.reason, job.cost_usd)
    assert workshop.queue.running_count == 0


async def test_polls_that_fail_do_not_fail_the_job(workshop: Workshop) -> None:
    workshop.start()
    accepted = await workshop.accept()
    await workshop.until_status(accepted.job.id, JobStatus.RUNNING)
    workshop.api.predictions[FIRST] = TryLaterError("eachlabs_unreachable")
    await workshop.clock.advance(120)
    workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)

    await workshop.until_status(accepted.job.id, JobStatus.DELIVERED)


async def test_a_prediction_past_its_deadline_is_given_up_and_cancelled_upstream(
    workshop: Workshop,
) -> None:
    workshop.start()
    accepted = await workshop.accept()
    await workshop.until_status(accepted.job.id, JobStatus.RUNNING)
    await workshop.clock.leap(JOB_TIMEOUT_S + 5)

    job = await workshop.until_status(accepted.job.id, JobStatus.EXPIRED)

    assert job.reason == Reason.DEADLINE_PASSED
    assert workshop.api.cancelled == [FIRST]
    assert job.cost_usd is None
