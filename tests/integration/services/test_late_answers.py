"""What Eachlabs says of a prediction that was given up is still money, or a clip."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.errors import TryLaterError, UnknownPredictionError
from bot.domain.ids import PredictionId
from bot.domain.job import Job, JobStatus
from bot.domain.prediction import PredictionStatus
from bot.services.generation import EXPIRED_HOLD, HELD_ASK_EVERY_S, LATE_ASK_EVERY_S
from tests.support.workshop import JOB_TIMEOUT_S, Workshop, open_workshop

FIRST = PredictionId("prediction-1")
URL = "https://clips.example/fox.mp4"
ESTIMATE = Decimal("1.40")
DAY_HOURS = 24
WITHOUT_A_CLIP = [PredictionStatus.FAILED, PredictionStatus.CANCELLED]


async def expired_job(workshop: Workshop) -> Job:
    workshop.start()
    job = await workshop.running_job()
    await workshop.clock.leap(JOB_TIMEOUT_S)
    return await workshop.until_status(job.id, JobStatus.EXPIRED)


async def details(workshop: Workshop, job: Job) -> list[str]:
    return [event.detail for event in await workshop.store.events(job.id)]


async def spent_today(workshop: Workshop) -> Decimal:
    return await workshop.store.usd_since(workshop.clock.now() - timedelta(days=1))


async def let_hours_pass(workshop: Workshop, hours: int) -> None:
    for _ in range(hours):
        await workshop.clock.leap(LATE_ASK_EVERY_S)


class TestALateAnswerWithoutAClip:
    @pytest.mark.parametrize("status", WITHOUT_A_CLIP)
    async def test_what_it_cost_is_written_down_and_counts_instead_of_the_estimate(
        self, workshop: Workshop, status: PredictionStatus
    ) -> None:
        job = await expired_job(workshop)
        assert await spent_today(workshop) == ESTIMATE
        workshop.api.finish(FIRST, status, cost_usd=Decimal("0.70"), predict_seconds=211.5)
        await workshop.clock.advance(2 * HELD_ASK_EVERY_S)

        job = await workshop.job(job.id)
        assert (job.status, job.cost_usd, job.predict_seconds) == (
            JobStatus.EXPIRED,
            Decimal("0.70"),
            211.5,
        )
        assert await spent_today(workshop) == Decimal("0.70")
        assert (await details(workshop, job))[-1] == f"late_answer:{status.value}"
        assert (await workshop.store.events(job.id))[-1].actor == "eachlabs"

    @pytest.mark.parametrize("status", WITHOUT_A_CLIP)
    async def test_a_cost_that_it_does_not_name_stays_unknown_and_reserved(
        self, workshop: Workshop, status: PredictionStatus
    ) -> None:
        job = await expired_job(workshop)
        workshop.api.finish(FIRST, status)
        await workshop.clock.advance(2 * HELD_ASK_EVERY_S)

        job = await workshop.job(job.id)
        assert job.cost_usd is None
        assert await spent_today(workshop) == ESTIMATE
        assert "It may have been charged." in workshop.ending(job)

    async def test_that_it_cost_nothing_is_money_back(self, workshop: Workshop) -> None:
        job = await expired_job(workshop)
        workshop.api.finish(FIRST, PredictionStatus.CANCELLED, cost_usd=Decimal(0))
        await workshop.clock.advance(2 * HELD_ASK_EVERY_S)

        assert await spent_today(workshop) == Decimal(0)
        assert "Nothing was charged." in workshop.ending(await workshop.job(job.id))

    async def test_the_card_says_what_it_cost_and_nobody_is_called_again(
        self, workshop: Workshop
    ) -> None:
        job = await expired_job(workshop)
        await workshop.until(lambda: workshop.messenger.ends)
        workshop.api.finish(FIRST, PredictionStatus.CANCELLED, cost_usd=Decimal(0))
        await workshop.clock.advance(2 * HELD_ASK_EVERY_S)

        shown, _view = workshop.messenger.cards[-1]
        assert (shown.id, shown.cost_usd) == (job.id, Decimal(0))
        assert len(workshop.messenger.ends) == 1

    async def test_a_defect_in_one_question_is_not_the_end_of_asking(
        self, workshop: Workshop
    ) -> None:
        job = await expired_job(workshop)
        workshop.api.predictions[FIRST] = ZeroDivisionError()
        await workshop.clock.advance(2 * HELD_ASK_EVERY_S)
        workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)

        await workshop.until_status(job.id, JobStatus.DELIVERED)

        told = [key for key, _ in workshop.messenger.told]
        assert told == ["incident-job-stuck", "incident-job-stuck-over"]

    async def test_a_hint_makes_the_bot_ask_at_once(self, workshop: Workshop) -> None:
        job = await expired_job(workshop)
        workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
        workshop.worker.hint(job.id, FIRST)
        await workshop.clock.advance(1)

        assert JobStatus.DELIVERED is (await workshop.job(job.id)).status

    async def test_it_is_the_last_question_and_frees_the_slot_at_once(
        self, workshop: Workshop
    ) -> None:
        await expired_job(workshop)
        assert workshop.queue.running_count == 1
        workshop.api.finish(FIRST, PredictionStatus.CANCELLED, cost_usd=Decimal(0))
        await workshop.clock.advance(HELD_ASK_EVERY_S + 1)
        asked = len(workshop.api.asked)
        assert workshop.queue.running_count == 0

        await let_hours_pass(workshop, DAY_HOURS)

        assert len(workshop.api.asked) == asked

    async def test_it_is_written_once_though_the_bot_restarts(self, tmp_path: Path) -> None:
        async with open_workshop(tmp_path) as workshop:
            job = await expired_job(workshop)
            workshop.api.finish(FIRST, PredictionStatus.FAILED, cost_usd=Decimal("0.70"))
            await workshop.clock.advance(2 * HELD_ASK_EVERY_S)
            clock, api = workshop.clock, workshop.api
            before = await details(workshop, job)

        async with open_workshop(tmp_path, clock=clock, api=api) as workshop:
            workshop.start()
            await workshop.clock.settle()
            await let_hours_pass(workshop, 3)

            assert await details(workshop, job) == before

    async def test_a_database_that_is_away_does_not_lose_it(self, workshop: Workshop) -> None:
        job = await expired_job(workshop)
        workshop.api.finish(FIRST, PredictionStatus.FAILED, cost_usd=Decimal("0.70"))
        workshop.database.is_away = True
        await workshop.clock.advance(3 * HELD_ASK_EVERY_S)
        workshop.database.is_away = False
        await workshop.clock.advance(HELD_ASK_EVERY_S)

        assert (await workshop.job(job.id)).cost_usd == Decimal("0.70")


class TestADayWithoutAnAnswer:
    async def test_its_end_is_written_down_and_the_cost_stays_unknown(
        self, workshop: Workshop
    ) -> None:
        job = await expired_job(workshop)
        await let_hours_pass(workshop, DAY_HOURS + 1)

        job = await workshop.job(job.id)
        assert (job.status, job.cost_usd) == (JobStatus.EXPIRED, None)
        assert (await details(workshop, job))[-1] == "late_asking_over"

    async def test_the_reservation_outlasts_the_job_for_its_day(self, workshop: Workshop) -> None:
        await expired_job(workshop)
        await let_hours_pass(workshop, DAY_HOURS - 1)
        assert await spent_today(workshop) == ESTIMATE

        await let_hours_pass(workshop, 1)

        assert await spent_today(workshop) == Decimal(0)


class TestTheCancelAtTheDeadline:
    async def test_it_is_sent_until_it_is_taken(self, workshop: Workshop) -> None:
        workshop.api.cancel_errors = [TryLaterError("eachlabs_unreachable")] * 3
        await expired_job(workshop)
        assert workshop.api.cancelled == [FIRST]

        await workshop.clock.advance(2 * HELD_ASK_EVERY_S)
        assert workshop.api.cancelled == [FIRST] * 3
        await workshop.clock.advance(EXPIRED_HOLD.total_seconds())

        assert workshop.api.cancelled == [FIRST] * 4

    async def test_one_that_was_taken_is_not_sent_again(self, workshop: Workshop) -> None:
        await expired_job(workshop)
        await workshop.clock.advance(EXPIRED_HOLD.total_seconds())

        assert workshop.api.cancelled == [FIRST]

    async def test_nothing_is_left_to_stop_where_nobody_knows_it(self, workshop: Workshop) -> None:
        workshop.api.cancel_errors = [UnknownPredictionError("unknown_prediction")]
        await expired_job(workshop)
        await workshop.clock.advance(EXPIRED_HOLD.total_seconds())

        assert workshop.api.cancelled == [FIRST]

    async def test_the_next_process_sends_it_too(self, tmp_path: Path) -> None:
        async with open_workshop(tmp_path) as workshop:
            workshop.api.cancel_errors = [TryLaterError("eachlabs_unreachable")]
            await expired_job(workshop)
            clock, api = workshop.clock, workshop.api
        api.cancelled.clear()

        async with open_workshop(tmp_path, clock=clock, api=api) as workshop:
            workshop.start()
            await workshop.clock.settle()
            await workshop.clock.advance(2 * HELD_ASK_EVERY_S)

            assert workshop.api.cancelled == [FIRST]

    async def test_a_clip_that_was_finished_before_the_cancel_is_delivered(
        self, workshop: Workshop
    ) -> None:
        workshop.api.cancel_errors = [TryLaterError("eachlabs_unreachable")]
        job = await expired_job(workshop)
        workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL, cost_usd=ESTIMATE)

        delivered = await workshop.until_status(job.id, JobStatus.DELIVERED)

        assert delivered.cost_usd == ESTIMATE
        assert workshop.queue.running_count == 0


@pytest.mark.parametrize("status", WITHOUT_A_CLIP)
async def test_an_end_in_time_without_a_cost_is_told_and_counted_as_not_known(
    workshop: Workshop, status: PredictionStatus
) -> None:
    workshop.start()
    job = await workshop.running_job()
    workshop.api.finish(FIRST, status)
    ended = await workshop.until_status(job.id, JobStatus.FAILED, JobStatus.CANCELLED)

    assert ended.cost_usd is None
    assert "It may have been charged." in workshop.ending(ended)
    assert await spent_today(workshop) == ESTIMATE
    assert workshop.clock.now() - ended.created_at < timedelta(seconds=JOB_TIMEOUT_S)


async def test_a_defect_after_the_step_was_written_leaves_nobody_stranded(
    workshop: Workshop,
) -> None:
    job = await expired_job(workshop)
    told = workshop.worker.job_changed

    def fail_once(_written: Job) -> None:
        workshop.ledger.tell(told)
        raise ZeroDivisionError

    workshop.ledger.tell(fail_once)
    workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)

    await workshop.until_status(job.id, JobStatus.DELIVERED)
