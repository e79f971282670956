"""A cancel is carried out as far as the job's state allows, and never costs what it should not."""

from decimal import Decimal
from typing import Any

import pytest

from bot.domain.errors import (
    ConcurrencyCapError,
    NotAllowedError,
    NotFoundError,
    OutcomeUnknownError,
    ShowreelError,
    TryLaterError,
    UnknownPredictionError,
)
from bot.domain.ids import JobId, PredictionId
from bot.domain.job import OPERATOR, WORKER, Job, JobStatus
from bot.domain.prediction import PredictionStatus
from bot.domain.reasons import Reason
from bot.services.generation import CANCEL_WAITS_S, cancel_reason
from bot.services.people import Presser
from tests.support.workshop import (
    MEMBER,
    MODERATOR,
    OTHER_GUILD,
    STRANGER,
    Workshop,
    open_workshop,
    presser,
)

FIRST = PredictionId("prediction-1")
URL = "https://clips.example/fox.mp4"
ITS_MEMBER = presser(MEMBER)


async def cancel(workshop: Workshop, job_id: JobId, by: Presser = ITS_MEMBER) -> Job:
    return await workshop.cancellation.cancel(job_id, presser=by)


async def submitting_job(workshop: Workshop) -> Job:
    """A job whose create has left and is not answered until `may_answer` is set."""
    workshop.api.may_answer.clear()
    workshop.start()
    accepted = await workshop.accept()
    return await workshop.until_status(accepted.job.id, JobStatus.SUBMITTING)


class TestWaiting:
    @pytest.mark.parametrize(
        ("by", "reason"),
        [
            (ITS_MEMBER, Reason.CANCELLED_BY_MEMBER),
            (presser(MODERATOR, moderator=True), Reason.CANCELLED_BY_MODERATOR),
        ],
    )
    async def test_a_waiting_job_is_cancelled_at_once_and_costs_nothing(
        self, workshop: Workshop, by: Presser, reason: Reason
    ) -> None:
        accepted = await workshop.accept()

        job = await cancel(workshop, accepted.job.id, by)

        assert (JobStatus.CANCELLED, reason) == (job.status, job.reason)
        assert (Decimal(0), workshop.clock.now()) == (job.cost_usd, job.finished_at)
        assert "Nothing was charged." in workshop.ending(job)
        workshop.start()
        await workshop.clock.advance(5)
        assert workshop.api.created == []

    async def test_its_card_folds(self, workshop: Workshop) -> None:
        workshop.start()
        accepted = await workshop.submission.submit(workshop.order())

        await cancel(workshop, accepted.job.id)
        await workshop.clock.settle()

        assert [job.status for job, _ in workshop.messenger.cards] == [JobStatus.CANCELLED]

    async def test_a_job_that_waits_behind_a_full_house_is_never_created(self, tmp_path) -> None:
        async with open_workshop(tmp_path, slots=1) as workshop:
            workshop.start()
            running = await workshop.running_job()
            waiting = await workshop.accept()
            await workshop.clock.advance(3)

            await cancel(workshop, waiting.job.id)
            workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
            await workshop.until_status(running.id, JobStatus.DELIVERED)
            await workshop.clock.advance(10)

            assert len(workshop.api.created) == 1

    async def test_a_job_that_started_meanwhile_is_asked_to_stop_and_not_written_off(
        self, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        workshop.start()
        accepted = await workshop.submission.submit(workshop.order())
        await start_before_the_next_step(workshop, accepted.job.id, monkeypatch)

        job = await cancel(workshop, accepted.job.id)
        await workshop.clock.settle()

        assert JobStatus.RUNNING is job.status
        assert job.cancel_requested_by == f"member:{MEMBER}"
        assert workshop.api.cancelled == [FIRST]

    async def test_a_job_that_fell_back_into_the_queue_meanwhile_is_cancelled_there(
        self, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        accepted = await workshop.accept()
        real_transition = workshop.store.transition
        steps = [JobStatus.SUBMITTING, JobStatus.QUEUED]

        async def in_another_state(job_id: JobId, to: JobStatus, **values: Any) -> Job:
            """Let the worker claim before the first try, and give back after it."""
            if to is JobStatus.CANCELLED and len(steps) == 2:
                await real_transition(job_id, steps.pop(0), actor=WORKER, at=workshop.clock.now())
                try:
                    return await real_transition(job_id, to, **values)
                finally:
                    await real_transition(
                        job_id, steps.pop(0), actor=WORKER, at=workshop.clock.now()
                    )
            return await real_transition(job_id, to, **values)

        monkeypatch.setattr(workshop.store, "transition", in_another_state)

        job = await cancel(workshop, accepted.job.id)

        assert JobStatus.CANCELLED is job.status


async def start_before_the_next_step(
    workshop: Workshop, job_id: JobId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let the worker get as far as a running prediction between a look and the step after it."""
    real_get = workshop.store.get

    async def get_and_start(asked: JobId) -> Job | None:
        monkeypatch.undo()
        found = await real_get(asked)
        await workshop.submission.confirm(job_id, card_message_id=1)
        await workshop.until_status(job_id, JobStatus.RUNNING)
        return found

    monkeypatch.setattr(workshop.store, "get", get_and_start)


class TestBeingSent:
    async def test_a_wish_while_the_create_is_under_way_is_carried_out_when_it_runs(
        self, workshop: Workshop
    ) -> None:
        job = await submitting_job(workshop)

        wished = await cancel(workshop, job.id)
        assert (JobStatus.SUBMITTING, f"member:{MEMBER}") == (
            wished.status,
            wished.cancel_requested_by,
        )
        assert workshop.api.cancelled == []
        workshop.api.may_answer.set()
        await workshop.until_status(job.id, JobStatus.RUNNING)
        await workshop.clock.settle()

        assert workshop.api.cancelled == [FIRST]

    async def test_a_wish_while_the_create_is_under_way_ends_it_when_it_is_refused(
        self, workshop: Workshop
    ) -> None:
        workshop.api.create_errors = [ConcurrencyCapError("concurrency_cap")]
        job = await submitting_job(workshop)

        await cancel(workshop, job.id)
        workshop.api.may_answer.set()
        cancelled = await workshop.until_status(job.id, JobStatus.CANCELLED)

        assert (Reason.CANCELLED_BY_MEMBER, Decimal(0)) == (cancelled.reason, cancelled.cost_usd)
        await workshop.clock.advance(180)
        assert len(workshop.api.created) == 1
        assert workshop.queue.running_count == workshop.queue.waiting_count == 0

    async def test_a_wish_for_a_job_of_unknown_outcome_is_recorded(
        self, workshop: Workshop
    ) -> None:
        workshop.api.create_errors = [OutcomeUnknownError("create_outcome_unknown")]
        workshop.start()
        accepted = await workshop.accept()
        await workshop.until_status(accepted.job.id, JobStatus.UNKNOWN)

        job = await cancel(workshop, accepted.job.id)

        assert JobStatus.UNKNOWN is job.status
        assert job.cancel_requested_by == f"member:{MEMBER}"
        assert workshop.api.cancelled == []


class TestRunning:
    async def test_the_service_is_asked_to_stop_and_its_word_ends_the_job(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await workshop.running_job()

        wished = await cancel(workshop, job.id)
        await workshop.clock.settle()
        assert JobStatus.RUNNING is wished.status
        assert workshop.api.cancelled == [FIRST]
        workshop.api.finish(FIRST, PredictionStatus.CANCELLED, cost_usd=Decimal("0.35"))
        cancelled = await workshop.until_status(job.id, JobStatus.CANCELLED)

        assert (Reason.CANCELLED_BY_MEMBER, Decimal("0.35")) == (
            cancelled.reason,
            cancelled.cost_usd,
        )
        assert "This clip was charged." in workshop.ending(cancelled)
        assert workshop.queue.running_count == 0

    async def test_its_card_says_that_it_was_asked_to_stop(self, workshop: Workshop) -> None:
        workshop.start()
        job = await workshop.running_job()
        workshop.messenger.cards.clear()

        await cancel(workshop, job.id)
        await workshop.clock.settle()

        (shown,) = [job for job, _ in workshop.messenger.cards]
        assert shown.cancel_requested_at is not None

    async def test_a_clip_that_finishes_anyway_was_paid_for_and_is_delivered(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await workshop.running_job()

        await cancel(workshop, job.id)
        workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)

        await workshop.until_status(job.id, JobStatus.DELIVERED)
        assert len(workshop.messenger.results) == 1

    async def test_a_moderators_wish_is_named_as_theirs(self, workshop: Workshop) -> None:
        workshop.start()
        job = await workshop.running_job()

        await cancel(workshop, job.id, presser(MODERATOR, moderator=True))
        workshop.api.finish(FIRST, PredictionStatus.CANCELLED, cost_usd=Decimal(0))
        cancelled = await workshop.until_status(job.id, JobStatus.CANCELLED)

        assert cancelled.reason == Reason.CANCELLED_BY_MODERATOR
        assert workshop.ending(cancelled).startswith(
            "Cancelled by a moderator. Nothing was charged."
        )

    async def test_a_cancel_that_nobody_here_asked_for_says_so(self, workshop: Workshop) -> None:
        workshop.start()
        job = await workshop.running_job()

        workshop.api.finish(FIRST, PredictionStatus.CANCELLED, cost_usd=Decimal(0))
        cancelled = await workshop.until_status(job.id, JobStatus.CANCELLED)

        assert cancelled.reason == Reason.CANCELLED_UPSTREAM

    async def test_the_first_wish_counts_when_two_press(self, workshop: Workshop) -> None:
        workshop.start()
        job = await workshop.running_job()

        await cancel(workshop, job.id)
        again = await cancel(workshop, job.id, presser(MODERATOR, moderator=True))

        assert again.cancel_requested_by == f"member:{MEMBER}"

    async def test_a_cancel_that_the_service_does_not_take_is_sent_again(
        self, workshop: Workshop
    ) -> None:
        workshop.api.cancel_errors = [TryLaterError("eachlabs_unreachable")] * 2
        workshop.start()
        job = await workshop.running_job()

        await cancel(workshop, job.id)
        await workshop.until(lambda: len(workshop.api.cancelled) == 3)
        await workshop.clock.advance(300)

        assert len(workshop.api.cancelled) == 3

    async def test_a_wish_that_the_service_never_takes_is_given_up_in_the_end(
        self, workshop: Workshop
    ) -> None:
        workshop.api.cancel_errors = [TryLaterError("eachlabs_unreachable")] * 100
        workshop.start()
        job = await workshop.running_job()

        await cancel(workshop, job.id)
        await workshop.clock.settle()
        for wait_s in CANCEL_WAITS_S:
            await workshop.clock.leap(wait_s)
        tries = len(CANCEL_WAITS_S) + 1
        assert len(workshop.api.cancelled) == tries

        workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
        await workshop.until_status(job.id, JobStatus.DELIVERED)
        assert len(workshop.api.cancelled) == tries

    async def test_a_wish_that_can_never_be_taken_is_sent_once(self, workshop: Workshop) -> None:
        workshop.api.cancel_errors = [UnknownPredictionError("prediction_unknown")]
        workshop.start()
        job = await workshop.running_job()

        await cancel(workshop, job.id)
        await workshop.clock.advance(60)

        assert len(workshop.api.cancelled) == 1


class TestRefused:
    async def test_a_stranger_may_not(self, workshop: Workshop) -> None:
        accepted = await workshop.accept()

        with pytest.raises(NotAllowedError) as raised:
            await cancel(workshop, accepted.job.id, presser(STRANGER))

        assert "Nothing was changed or charged." in workshop.sentence(raised.value)
        assert JobStatus.QUEUED is (await workshop.job(accepted.job.id)).status

    @pytest.mark.parametrize("user", [MODERATOR, MEMBER])
    async def test_another_servers_people_learn_not_even_that_it_exists(
        self, workshop: Workshop, user: Any
    ) -> None:
        accepted = await workshop.accept()

        with pytest.raises(NotFoundError) as raised:
            await cancel(
                workshop, accepted.job.id, presser(user, moderator=True, guild_id=OTHER_GUILD)
            )

        assert raised.value.key == "job-not-found"
        assert JobStatus.QUEUED is (await workshop.job(accepted.job.id)).status

    async def test_a_job_that_is_not_there_is_not_found(self, workshop: Workshop) -> None:
        with pytest.raises(NotFoundError):
            await cancel(workshop, JobId(99))

    @pytest.mark.parametrize(
        ("status", "values"),
        [
            (PredictionStatus.SUCCEEDED, {"output_url": URL}),
            (PredictionStatus.FAILED, {"reason": "provider_error"}),
        ],
    )
    async def test_what_has_ended_is_too_late_to_cancel(
        self, workshop: Workshop, status: PredictionStatus, values: dict[str, Any]
    ) -> None:
        workshop.start()
        job = await workshop.running_job()
        workshop.api.finish(FIRST, status, **values)
        await workshop.until_status(job.id, JobStatus.DELIVERED, JobStatus.FAILED)

        with pytest.raises(ShowreelError) as raised:
            await cancel(workshop, job.id)

        assert raised.value.key == "cancel-too-late"
        assert (await workshop.job(job.id)).cancel_requested_at is None

    async def test_while_the_database_is_away_the_member_is_told(self, workshop: Workshop) -> None:
        accepted = await workshop.accept()
        workshop.database.is_away = True

        with pytest.raises(ShowreelError) as raised:
            await cancel(workshop, accepted.job.id)

        assert raised.value.key == "storage-unavailable-now"
        assert "not certain that this was done" in workshop.sentence(raised.value)


async def test_the_operators_wish_is_named_too(workshop: Workshop) -> None:
    workshop.start()
    job = await workshop.running_job()

    wished = await workshop.store.request_cancel(job.id, actor=OPERATOR, at=workshop.clock.now())

    assert Reason.CANCELLED_BY_OPERATOR is cancel_reason(wished)
