"""How long clips take is read from the log, for each model and length by itself."""

from datetime import timedelta

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.ids import PredictionId
from bot.domain.job import EACHLABS, FRONT, WORKER, JobStatus

MODEL = "kling-v2-text-to-video@0.0.1"
ALLOWED = lambda _usage: None  # noqa: E731 -- a limit that never refuses


@pytest.fixture
def run_to(store, new_attempt, clock):
    """Bring a new job to its end, after that many seconds of generating."""

    async def run(status, *, took_s, model=MODEL, duration_s=5, reason=""):
        request = ClipRequest(prompt="A red fox", duration_s=duration_s)
        job = (await store.submit(new_attempt(request=request), ALLOWED)).job
        await store.transition(
            job.id,
            JobStatus.SUBMITTING,
            actor=WORKER,
            at=clock.now(),
            submitted_at=clock.now(),
            model=model,
        )
        await store.transition(
            job.id,
            JobStatus.RUNNING,
            actor=EACHLABS,
            at=clock.now(),
            prediction_id=PredictionId(f"prediction-{job.id}"),
        )
        ended_at = clock.now() + timedelta(seconds=took_s)
        await store.transition(
            job.id, status, actor=EACHLABS, at=ended_at, reason=reason, finished_at=ended_at
        )

    return run


async def times_of(store, *, model=MODEL, duration_s=5, at_most=10):
    return list(await store.generation_times_s(model=model, duration_s=duration_s, at_most=at_most))


class TestWhatTeaches:
    async def test_the_newest_come_first_and_no_more_than_asked_for(self, store, run_to):
        for took_s in (300, 310, 320):
            await run_to(JobStatus.DELIVERING, took_s=took_s)
        assert await times_of(store, at_most=2) == [320, 310]

    async def test_an_early_rejection_teaches_too(self, store, run_to):
        await run_to(JobStatus.FAILED, took_s=4.5, reason="provider_rejected")
        assert await times_of(store) == [4.5]

    @pytest.mark.parametrize("status", [JobStatus.CANCELLED, JobStatus.EXPIRED])
    async def test_what_was_cut_short_or_given_up_does_not(self, store, run_to, status):
        await run_to(status, took_s=100)
        assert await times_of(store) == []

    async def test_another_length_or_another_model_does_not(self, store, run_to):
        await run_to(JobStatus.DELIVERING, took_s=700, duration_s=10)
        await run_to(JobStatus.DELIVERING, took_s=90, model="another-model@1.0")
        assert await times_of(store) == []
        assert await times_of(store, duration_s=10) == [700]

    async def test_what_never_became_a_prediction_does_not(self, store, new_attempt, clock):
        job = (await store.submit(new_attempt(), ALLOWED)).job
        await store.transition(
            job.id,
            JobStatus.CANCELLED,
            actor=FRONT,
            at=clock.now(),
            finished_at=clock.now(),
        )
        assert await times_of(store) == []
