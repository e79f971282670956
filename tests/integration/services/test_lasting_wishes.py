"""Wishes, reports and questions that must outlive a bad moment."""

from decimal import Decimal

from bot.domain.errors import (
    ConcurrencyCapError,
    DiscordAwayError,
    KeyRefusedError,
    NoBalanceError,
    OutcomeUnknownError,
    TryLaterError,
)
from bot.domain.ids import PredictionId
from bot.domain.job import OPERATOR, Actor, JobStatus
from bot.domain.ports import Pause
from bot.domain.prediction import PredictionStatus
from bot.domain.reasons import Reason
from tests.support.workshop import JOB_TIMEOUT_S, MEMBER, Workshop, presser

FIRST = PredictionId("prediction-1")
URL = "https://clips.example/fox.mp4"
DAY_S = 24 * 3600


def told(workshop: Workshop) -> list[str]:
    return [key for key, _ in workshop.messenger.told]


async def test_a_wish_that_was_recorded_on_a_waiting_job_is_carried_out_before_any_create(
    workshop: Workshop,
) -> None:
    job = (await workshop.accept()).job
    await workshop.store.request_cancel(job.id, actor=Actor.member(MEMBER), at=workshop.clock.now())
    workshop.start()

    cancelled = await workshop.until_status(job.id, JobStatus.CANCELLED)

    assert workshop.api.created == []
    assert (cancelled.reason, cancelled.cost_usd) == (Reason.CANCELLED_BY_MEMBER, Decimal(0))
    assert workshop.queue.running_count == 0


async def test_a_clip_that_was_finished_while_nobody_could_ask_for_a_day_is_delivered(
    workshop: Workshop,
) -> None:
    workshop.start()
    job = await workshop.running_job()
    workshop.api.predictions[FIRST] = TryLaterError("eachlabs_unreachable")
    await workshop.clock.leap(DAY_S + JOB_TIMEOUT_S)
    await workshop.clock.advance(200)
    assert (await workshop.job(job.id)).status is JobStatus.RUNNING

    workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL, cost_usd=Decimal("1.40"))

    delivered = await workshop.until_status(job.id, JobStatus.DELIVERED)
    assert delivered.cost_usd == Decimal("1.40")


async def test_an_answer_that_is_a_defect_is_not_the_last_one_asked_for(
    workshop: Workshop,
) -> None:
    workshop.start()
    job = await workshop.running_job()
    workshop.api.predictions[FIRST] = ValueError("an answer that nobody thought of")
    await workshop.clock.advance(10)
    workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)

    await workshop.until_status(job.id, JobStatus.DELIVERED)


async def test_a_refused_create_is_written_down_before_anybody_is_told(
    workshop: Workshop,
) -> None:
    workshop.api.create_errors = [NoBalanceError("no_balance")]
    job = (await workshop.accept()).job
    await workshop.switches.set_pause(None)
    workshop.start()

    await workshop.until(lambda: told(workshop))

    assert (await workshop.job(job.id)).status is JobStatus.QUEUED


async def test_a_balance_that_covers_a_short_clip_only_does_not_flap(workshop: Workshop) -> None:
    workshop.api.create_errors = [NoBalanceError("no_balance")]
    workshop.api.balance_answers = [Decimal("2.00")] * 5
    workshop.start()
    job = (await workshop.accept()).job
    await workshop.clock.advance(250)
    assert told(workshop) == ["incident-no-balance"]

    await workshop.until_status(job.id, JobStatus.RUNNING)
    await workshop.until(lambda: len(told(workshop)) == 2)

    assert told(workshop) == ["incident-no-balance", "incident-no-balance-over"]


async def test_a_lost_connection_does_not_shorten_the_silence_after_the_cap(
    workshop: Workshop,
) -> None:
    workshop.gate.close(ConcurrencyCapError("concurrency_cap"))
    workshop.gate.close(TryLaterError("eachlabs_unreachable"))
    await workshop.clock.leap(59)

    assert not await workshop.gate.reconsider()


async def test_a_lost_connection_does_not_spare_a_refused_key_its_probe(
    workshop: Workshop,
) -> None:
    workshop.gate.close(KeyRefusedError("key_refused"))
    workshop.gate.close(TryLaterError("eachlabs_unreachable"))
    workshop.api.balance_answers = [KeyRefusedError("key_refused")]
    await workshop.clock.leap(61)

    assert not await workshop.gate.reconsider()


async def test_a_late_success_does_not_end_an_incident_while_creation_is_closed(
    workshop: Workshop,
) -> None:
    await workshop.incidents.open(workshop.gate.close(NoBalanceError("no_balance")))

    await workshop.gate.succeeded()

    assert told(workshop) == ["incident-no-balance"]


async def test_a_report_that_discord_did_not_take_is_made_again(workshop: Workshop) -> None:
    workshop.messenger.errors["operator"] = [DiscordAwayError("503")]
    await workshop.incidents.open("no-balance")
    assert told(workshop) == []

    await workshop.housekeeping.sweep()
    await workshop.housekeeping.sweep()

    assert told(workshop) == ["incident-no-balance"]


async def test_a_settled_job_is_told_to_its_member_and_its_slot_is_free(
    workshop: Workshop,
) -> None:
    workshop.api.create_errors = [OutcomeUnknownError(Reason.CREATE_OUTCOME_UNKNOWN)]
    workshop.start()
    job = (await workshop.accept()).job
    await workshop.until_status(job.id, JobStatus.UNKNOWN)
    await workshop.store.transition(
        job.id,
        JobStatus.FAILED,
        actor=OPERATOR,
        at=workshop.clock.now(),
        finished_at=workshop.clock.now(),
        cost_usd=Decimal(0),
    )

    await workshop.until(lambda: len(told(workshop)) == 2)
    await workshop.until(lambda: workshop.messenger.ends[-1].status is JobStatus.FAILED)

    assert told(workshop) == ["incident-outcome-unknown", "incident-outcome-unknown-over"]
    assert workshop.queue.running_count == 0


async def test_a_pause_that_ends_lets_a_recorded_wish_come_first(workshop: Workshop) -> None:
    await workshop.switches.set_pause(None)
    job = (await workshop.accept()).job
    await workshop.switches.set_pause(Pause(reason="a break", since=workshop.clock.now()))
    await workshop.store.request_cancel(job.id, actor=Actor.member(MEMBER), at=workshop.clock.now())
    workshop.start()
    await workshop.clock.advance(10)
    await workshop.switches.set_pause(None)

    await workshop.until_status(job.id, JobStatus.CANCELLED)

    assert workshop.api.created == []


async def test_the_card_of_an_unknown_job_offers_no_second_cancel(workshop: Workshop) -> None:
    workshop.start()
    workshop.api.create_errors = [OutcomeUnknownError("create_outcome_unknown")]
    accepted = await workshop.accept()
    job = await workshop.until_status(accepted.job.id, JobStatus.UNKNOWN)

    await workshop.cancellation.cancel(job.id, presser=presser(MEMBER))
    await workshop.clock.settle()

    shown, _view = workshop.messenger.cards[-1]
    assert shown.cancel_requested_at is not None
    assert [end.status for end in workshop.messenger.ends] == [JobStatus.UNKNOWN]
