"""What is forecast of real jobs, and what is learned from them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from structlog.typing import EventDict

from bot.domain.clip import ClipRequest
from bot.domain.errors import OutcomeUnknownError
from bot.domain.forecast import TimeRange
from bot.domain.job import OPERATOR, Job, JobStatus
from bot.domain.prediction import PredictionStatus
from bot.domain.reasons import Reason
from bot.scheduling.forecast import Belief, forecast_running
from bot.scheduling.latency import LatencyModel
from bot.services.forecasts import LEARN_AGAIN_S, Forecasts
from bot.services.generation import EXPIRED_HOLD
from tests.support.workshop import MODEL, Workshop, open_workshop

URL = "https://storage.test/clip.mp4"
FIRST_GUESS_S = {5: 340.0, 10: 720.0}
SLOTS = 2
Listening = Callable[[], None]


@pytest.fixture
def job_timeout_s() -> float:
    return 600.0


@pytest.fixture
async def workshop(tmp_path: Path, job_timeout_s: float) -> AsyncIterator[Workshop]:
    async with open_workshop(tmp_path, slots=SLOTS, job_timeout_s=job_timeout_s) as opened:
        opened.start()
        yield opened


@pytest.fixture
def latency() -> LatencyModel:
    return LatencyModel(FIRST_GUESS_S)


@pytest.fixture
def forecasts(workshop: Workshop, latency: LatencyModel, job_timeout_s: float) -> Forecasts:
    return Forecasts(
        store=workshop.store,
        queue=workshop.queue,
        latency=latency,
        clock=workshop.clock,
        model=MODEL,
        job_timeout_s=job_timeout_s,
        slots=SLOTS,
        guild_max_running=None,
        user_max_running=None,
    )


@pytest.fixture
def listen(workshop: Workshop, forecasts: Forecasts) -> Listening:
    """Tell of the steps written since the last time, in their order."""

    def tell() -> None:
        while workshop.steps:
            forecasts.job_changed(workshop.steps.pop(0))

    return tell


def belief(latency: LatencyModel, duration_s: int = 5) -> Belief:
    return Belief(
        times=latency.times(duration_s),
        doubt=latency.doubt(duration_s),
        longest_s=600.0,
    )


async def end(workshop: Workshop, job: Job, status: PredictionStatus, **values: object) -> None:
    running = await workshop.until_status(job.id, JobStatus.RUNNING)
    assert running.prediction_id is not None
    workshop.api.finish(running.prediction_id, status, **values)


async def finish(workshop: Workshop, job: Job) -> Job:
    await end(workshop, job, PredictionStatus.SUCCEEDED, output_url=URL)
    return await workshop.until_status(job.id, JobStatus.DELIVERED)


def took_s(job: Job) -> float:
    assert job.finished_at is not None
    assert job.submitted_at is not None
    return (job.finished_at - job.submitted_at).total_seconds()


def age_s(workshop: Workshop, job: Job) -> float:
    assert job.submitted_at is not None
    return (workshop.clock.now() - job.submitted_at).total_seconds()


def taught(*times_s: float) -> LatencyModel:
    model = LatencyModel(FIRST_GUESS_S)
    for time_s in times_s:
        model.learn(5, time_s)
    return model


class TestForecasts:
    async def test_a_running_job_is_forecast_by_its_age(
        self, workshop: Workshop, forecasts: Forecasts, listen: Listening, latency: LatencyModel
    ) -> None:
        job = await workshop.running_job()
        listen()
        await workshop.clock.advance(120)
        expected = forecast_running(age_s=age_s(workshop, job), belief=belief(latency))

        assert expected == forecasts.of_running(job)
        assert {job.id: expected} == await forecasts.forecast_all(waiting_at_most=50)

    async def test_who_waits_is_forecast_from_those_who_run(
        self, workshop: Workshop, forecasts: Forecasts, listen: Listening
    ) -> None:
        first, second = await workshop.running_job(), await workshop.running_job()
        await workshop.clock.advance(100)
        third = (await workshop.accept()).job
        await workshop.clock.advance(3)
        listen()
        told = await forecasts.forecast_all(waiting_at_most=50)

        assert told.keys() == {first.id, second.id, third.id}
        starts_in = told[third.id].starts_in
        assert starts_in is not None
        # Of two clips, the sooner end is awaited.
        assert 0 < starts_in.earliest_s < told[first.id].ends_in.earliest_s
        assert starts_in.latest_s < told[first.id].ends_in.latest_s
        assert told[third.id].ends_in.earliest_s > starts_in.earliest_s + 100

    async def test_a_length_of_clip_that_only_waits_is_believed_too(
        self, workshop: Workshop, forecasts: Forecasts, listen: Listening
    ) -> None:
        for _ in range(SLOTS):
            await workshop.running_job()
        long = workshop.order(ClipRequest(prompt="a long way home", duration_s=10))
        waiting = (await workshop.accept(long)).job
        await workshop.clock.advance(3)
        listen()
        told = (await forecasts.forecast_all(waiting_at_most=50))[waiting.id]

        assert told.starts_in is not None
        assert told.ends_in.earliest_s - told.starts_in.earliest_s > 340

    async def test_only_as_many_who_wait_are_forecast_as_are_asked_for(
        self, workshop: Workshop, forecasts: Forecasts
    ) -> None:
        jobs = [(await workshop.accept()).job for _ in range(SLOTS + 3)]
        await workshop.clock.advance(3)
        told = await forecasts.forecast_all(waiting_at_most=1)

        assert told.keys() == {job.id for job in jobs[: SLOTS + 1]}

    async def test_the_event_loop_goes_on_meanwhile(
        self, workshop: Workshop, forecasts: Forecasts
    ) -> None:
        for _ in range(SLOTS + 3):
            await workshop.accept()
        await workshop.clock.advance(3)
        forecasting = asyncio.create_task(forecasts.forecast_all(waiting_at_most=50))
        await asyncio.sleep(0)

        assert not forecasting.done()
        assert len(await forecasting) == SLOTS + 3

    async def test_a_range_told_again_at_once_is_the_same(
        self, workshop: Workshop, forecasts: Forecasts
    ) -> None:
        for _ in range(SLOTS + 3):
            await workshop.accept()
        await workshop.clock.advance(3)
        told = [await forecasts.forecast_all(waiting_at_most=50) for _ in range(2)]

        assert told[0] == told[1]

    async def test_a_clip_nobody_told_of_still_takes_its_slot(
        self, workshop: Workshop, forecasts: Forecasts, latency: LatencyModel
    ) -> None:
        """As while the database is away after a restart: it counts as just begun."""
        job = await workshop.running_job()
        await workshop.clock.advance(200)
        told = await forecasts.forecast_all(waiting_at_most=50)

        assert {job.id: forecast_running(age_s=0.0, belief=belief(latency))} == told


class TestHeldSlots:
    @pytest.fixture
    def job_timeout_s(self) -> float:
        """Soon over."""
        return 180.0

    async def test_a_job_of_unknown_outcome_is_not_forecast_and_frees_its_slot_at_the_deadline(
        self, workshop: Workshop, forecasts: Forecasts, listen: Listening, job_timeout_s: float
    ) -> None:
        lost = []
        for _ in range(SLOTS):
            workshop.api.create_errors = [OutcomeUnknownError(Reason.CREATE_OUTCOME_UNKNOWN)]
            job = (await workshop.accept()).job
            lost.append(await workshop.until_status(job.id, JobStatus.UNKNOWN))
        waiting = (await workshop.accept()).job
        await workshop.clock.advance(3)
        listen()
        told = await forecasts.forecast_all(waiting_at_most=50)

        assert told.keys() == {waiting.id}
        left_s = job_timeout_s - age_s(workshop, lost[0])
        assert told[waiting.id].starts_in == TimeRange(earliest_s=left_s, latest_s=left_s)

    async def test_a_job_that_was_given_up_holds_its_slot_ten_minutes_longer(
        self, workshop: Workshop, forecasts: Forecasts, listen: Listening
    ) -> None:
        given_up = [await workshop.running_job() for _ in range(SLOTS)]
        for job in given_up:
            await workshop.until_status(job.id, JobStatus.EXPIRED)
        waiting = (await workshop.accept()).job
        await workshop.clock.advance(3)
        listen()
        told = await forecasts.forecast_all(waiting_at_most=50)

        assert told.keys() == {waiting.id}
        starts_in = told[waiting.id].starts_in
        assert starts_in is not None
        assert starts_in.latest_s == pytest.approx(EXPIRED_HOLD.total_seconds(), abs=30)

    async def test_a_slot_that_was_let_go_of_is_forgotten(
        self, workshop: Workshop, forecasts: Forecasts, listen: Listening
    ) -> None:
        job = await workshop.running_job()
        await workshop.until_status(job.id, JobStatus.EXPIRED)
        await workshop.clock.advance(EXPIRED_HOLD.total_seconds() + 60)
        listen()

        assert await forecasts.forecast_all(waiting_at_most=50) == {}
        assert not forecasts._in_slots

    async def test_who_was_given_up_before_the_start_holds_its_slot(
        self, workshop: Workshop, forecasts: Forecasts
    ) -> None:
        job = await workshop.running_job()
        await workshop.until_status(job.id, JobStatus.EXPIRED)
        forecasts.job_changed(await workshop.job(job.id))

        assert await forecasts.forecast_all(waiting_at_most=50) == {}
        assert forecasts._in_slots.keys() == {job.id}

    async def test_a_clip_that_was_given_up_teaches_nothing_even_if_it_ends_after_all(
        self, workshop: Workshop, listen: Listening, latency: LatencyModel
    ) -> None:
        job = await workshop.running_job()
        running = await workshop.job(job.id)
        await workshop.until_status(job.id, JobStatus.EXPIRED)
        assert running.prediction_id is not None
        workshop.api.finish(running.prediction_id, PredictionStatus.SUCCEEDED, output_url=URL)
        await workshop.until_status(job.id, JobStatus.DELIVERED)
        listen()

        assert taught().times(5) == latency.times(5)

    async def test_ended_jobs_are_forgotten(
        self, workshop: Workshop, forecasts: Forecasts, listen: Listening
    ) -> None:
        job = await workshop.running_job()
        listen()
        assert forecasts._in_slots.keys() == {job.id}
        await finish(workshop, job)
        listen()

        assert not forecasts._in_slots


class TestLearning:
    async def test_a_clip_that_finished_is_learned_from_create_to_when_its_end_was_seen(
        self, workshop: Workshop, listen: Listening, latency: LatencyModel
    ) -> None:
        job = await workshop.running_job()
        await workshop.clock.advance(410)
        delivered = await finish(workshop, job)
        listen()

        assert took_s(delivered) >= 410
        assert taught(took_s(delivered)).times(5) == latency.times(5)
        assert LatencyModel(FIRST_GUESS_S).times(10) == latency.times(10)

    async def test_a_rejection_is_learned_as_an_end(
        self, workshop: Workshop, listen: Listening, latency: LatencyModel
    ) -> None:
        job = await workshop.running_job()
        await end(workshop, job, PredictionStatus.FAILED, reason=Reason.PROVIDER_REJECTED)
        failed = await workshop.until_status(job.id, JobStatus.FAILED)
        listen()

        assert taught(took_s(failed)).times(5) == latency.times(5)
        assert latency.times(5).early_share > LatencyModel(FIRST_GUESS_S).times(5).early_share

    async def test_a_cancelled_clip_teaches_nothing(
        self, workshop: Workshop, listen: Listening, latency: LatencyModel
    ) -> None:
        job = await workshop.running_job()
        await end(workshop, job, PredictionStatus.CANCELLED)
        await workshop.until_status(job.id, JobStatus.CANCELLED)
        listen()

        assert taught().times(5) == latency.times(5)

    async def test_a_clip_of_a_model_that_was_set_before_teaches_nothing(
        self, workshop: Workshop, forecasts: Forecasts, listen: Listening, latency: LatencyModel
    ) -> None:
        job = await workshop.running_job()
        listen()
        forecasts.job_changed(replace(job, model="another@1"))
        await finish(workshop, job)
        for ended in (step for step in workshop.steps if step.status is JobStatus.DELIVERING):
            forecasts.job_changed(replace(ended, model="another@1"))

        assert taught().times(5) == latency.times(5)

    async def test_a_job_the_operator_settled_teaches_nothing(
        self, workshop: Workshop, forecasts: Forecasts, listen: Listening, latency: LatencyModel
    ) -> None:
        workshop.api.create_errors = [OutcomeUnknownError(Reason.CREATE_OUTCOME_UNKNOWN)]
        job = (await workshop.accept()).job
        await workshop.until_status(job.id, JobStatus.UNKNOWN)
        listen()
        settled = await workshop.store.transition(
            job.id,
            JobStatus.FAILED,
            actor=OPERATOR,
            at=workshop.clock.now(),
            finished_at=workshop.clock.now(),
        )
        forecasts.job_changed(settled)

        assert taught().times(5) == latency.times(5)

    async def test_an_end_without_times_teaches_nothing(
        self, workshop: Workshop, forecasts: Forecasts, listen: Listening, latency: LatencyModel
    ) -> None:
        job = await workshop.running_job()
        listen()
        forecasts.job_changed(replace(job, status=JobStatus.FAILED, finished_at=None))

        assert taught().times(5) == latency.times(5)


class TestStart:
    async def test_times_are_learned_from_the_log(
        self, workshop: Workshop, forecasts: Forecasts, latency: LatencyModel
    ) -> None:
        ended = []
        for wait_s in (280, 300, 320):
            job = await workshop.running_job()
            await workshop.clock.advance(wait_s)
            ended.append(await finish(workshop, job))

        assert await forecasts.learn_from_log()
        assert taught(*(took_s(job) for job in ended)).times(5) == latency.times(5)

    async def test_while_the_database_is_away_the_first_guess_holds_and_it_is_asked_again(
        self,
        workshop: Workshop,
        forecasts: Forecasts,
        latency: LatencyModel,
        logged: list[EventDict],
    ) -> None:
        job = await workshop.running_job()
        await workshop.clock.advance(250)
        ended = await finish(workshop, job)
        workshop.database.is_away = True
        learning = asyncio.create_task(forecasts.run())
        await workshop.clock.settle()

        assert "learning_waits_for_database" in {event["event"] for event in logged}
        assert taught().times(5) == latency.times(5)

        workshop.database.is_away = False
        await workshop.clock.advance(LEARN_AGAIN_S)
        await learning

        assert taught(took_s(ended)).times(5) == latency.times(5)
