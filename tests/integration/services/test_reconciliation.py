"""A create whose answer was lost is looked up, and never sent again."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.errors import OutcomeUnknownError, TryLaterError, UnknownPredictionError
from bot.domain.ids import PredictionId
from bot.domain.job import OPERATOR, WORKER, Actor, Job, JobStatus
from bot.domain.prediction import Execution, Prediction, PredictionStatus
from bot.domain.reasons import Reason
from bot.services.reconciliation import LOOK_EVERY_S, LOOKING, MOST_CANDIDATES, SEARCH_WAITS_S
from tests.support.clock import ManualClock
from tests.support.fakes import RecordingMessenger, ScriptedApi
from tests.support.workshop import JOB_TIMEOUT_S, MEMBER, OTHER_GUILD, Workshop, open_workshop

FOX = ClipRequest(prompt="a red fox crosses a snowy road")
OWL = ClipRequest(prompt="an owl")
LOST = PredictionId("prediction-lost")
OTHER = PredictionId("prediction-other")
URL = "https://clips.example/fox.mp4"
CUT_OFF = OutcomeUnknownError(Reason.CREATE_OUTCOME_UNKNOWN, detail="connection cut")

Process = Callable[..., AbstractAsyncContextManager[Workshop]]


@pytest.fixture
def process(tmp_path: Path) -> Process:
    """Each call is one process over the same folder, in the same world at the same time."""
    return partial(
        open_workshop,
        tmp_path,
        clock=ManualClock(),
        api=ScriptedApi(),
        messenger=RecordingMessenger(),
    )


def listed(
    workshop: Workshop,
    prediction_id: PredictionId = LOST,
    *,
    request: ClipRequest = FOX,
    status: PredictionStatus = PredictionStatus.RUNNING,
    age_s: float = 0,
    **values: object,
) -> None:
    """Put an execution into the account's list, and its prediction behind it."""
    workshop.api.execution_rows.append(
        Execution(
            id=prediction_id,
            status=status,
            created_at=workshop.clock.now() - timedelta(seconds=age_s),
        )
    )
    workshop.api.predictions[prediction_id] = Prediction(
        id=prediction_id,
        status=status,
        input=dict(request.model_input),
        **values,  # type: ignore[arg-type] - a test names the fields it needs
    )


async def cut_off(workshop: Workshop, **order: object) -> Job:
    """Accept a job whose create gets no answer."""
    workshop.api.create_errors.append(CUT_OFF)
    return (await workshop.accept(workshop.order(**order))).job


async def start_with_creates_at_once(workshop: Workshop, creates: int) -> None:
    """Let none of them be answered, and so none be looked for, before all have been sent."""
    workshop.api.may_answer.clear()
    workshop.start()
    await workshop.until(lambda: len(workshop.api.created) == creates)
    workshop.api.may_answer.set()


async def unknown_job(workshop: Workshop, **order: object) -> Job:
    job = await cut_off(workshop, **order)
    return await workshop.until_status(job.id, JobStatus.UNKNOWN)


async def told(workshop: Workshop) -> list[str]:
    await workshop.clock.settle()
    return [key for key, _ in workshop.messenger.told]


class TestSearching:
    async def test_a_cut_off_create_is_found_in_the_list_and_delivered(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        listed(workshop, OTHER, request=OWL)
        listed(workshop)
        job = await cut_off(workshop)

        running = await workshop.until_status(job.id, JobStatus.RUNNING)
        assert running.prediction_id == LOST
        workshop.api.finish(LOST, PredictionStatus.SUCCEEDED, output_url=URL)
        await workshop.until_status(job.id, JobStatus.DELIVERED)

        assert len(workshop.api.created) == 1
        assert await told(workshop) == []
        details = [event.detail for event in await workshop.store.events(job.id)]
        assert details[:4] == ["", "", "connection cut", "found"]

    async def test_one_that_comes_late_into_the_list_is_found_before_the_member_is_told(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await cut_off(workshop)
        await workshop.clock.advance(SEARCH_WAITS_S[1] + 1)
        listed(workshop)

        await workshop.until_status(job.id, JobStatus.RUNNING)

        assert JobStatus.UNKNOWN not in await workshop.states(job.id)

    @pytest.mark.parametrize("status", list(PredictionStatus))
    async def test_it_is_found_in_any_state(
        self, workshop: Workshop, status: PredictionStatus
    ) -> None:
        workshop.start()
        listed(workshop, status=status, output_url=URL, cost_usd=Decimal("1.40"))
        job = await cut_off(workshop)
        ends = {
            PredictionStatus.RUNNING: JobStatus.RUNNING,
            PredictionStatus.SUCCEEDED: JobStatus.DELIVERED,
            PredictionStatus.FAILED: JobStatus.FAILED,
            PredictionStatus.CANCELLED: JobStatus.CANCELLED,
        }

        ended = await workshop.until_status(job.id, ends[status])

        assert ended.prediction_id == LOST

    async def test_after_a_crash_the_create_is_looked_up_too(self, process: Process) -> None:
        async with process() as workshop:
            job = (await workshop.accept()).job
            await workshop.store.transition(
                job.id,
                JobStatus.SUBMITTING,
                actor=WORKER,
                at=workshop.clock.now(),
                submitted_at=workshop.clock.now(),
            )
            listed(workshop)

        async with process() as workshop:
            workshop.start()
            found = await workshop.until_status(job.id, JobStatus.RUNNING)

            assert found.prediction_id == LOST
            assert workshop.api.created == []

    async def test_the_list_is_read_around_the_time_of_the_create(self, workshop: Workshop) -> None:
        workshop.start()
        job = await unknown_job(workshop)

        claimed_at = job.submitted_at
        assert claimed_at is not None
        assert len(workshop.api.listed) == len(SEARCH_WAITS_S)
        for since, until in workshop.api.listed:
            assert since < claimed_at < until
            assert until - since < timedelta(minutes=15)


class TestNoProof:
    """Without exactly one match for exactly one job, the answer is `unknown`."""

    async def test_nothing_in_the_list(self, workshop: Workshop) -> None:
        workshop.start()
        job = await unknown_job(workshop)

        assert job.reason == Reason.CREATE_OUTCOME_UNKNOWN
        assert job.cost_usd is None
        assert await told(workshop) == ["incident-outcome-unknown"]
        assert len(workshop.api.created) == 1

    @pytest.mark.parametrize(
        "other",
        [
            ClipRequest(prompt="a red fox crosses a snowy road "),
            ClipRequest(prompt=FOX.prompt, duration_s=10),
            ClipRequest(prompt=FOX.prompt, aspect_ratio="1:1"),
            ClipRequest(prompt=FOX.prompt, cfg_scale=0.6),
            ClipRequest(prompt=FOX.prompt, negative_prompt="blur"),
        ],
    )
    async def test_any_one_of_the_five_inputs_differs(
        self, workshop: Workshop, other: ClipRequest
    ) -> None:
        workshop.start()
        listed(workshop, request=other)

        job = await unknown_job(workshop)

        assert job.prediction_id is None
        assert workshop.api.asked.count(LOST) == 1

    async def test_a_prediction_that_another_job_owns(self, workshop: Workshop) -> None:
        workshop.start()
        owner = await workshop.running_job()
        assert owner.prediction_id is not None
        listed(workshop, owner.prediction_id)

        await unknown_job(workshop)

        assert (await workshop.job(owner.id)).prediction_id == owner.prediction_id

    async def test_two_matches(self, workshop: Workshop) -> None:
        workshop.start()
        listed(workshop, LOST)
        listed(workshop, OTHER)

        assert (await unknown_job(workshop)).prediction_id is None

    async def test_two_jobs_that_may_have_made_the_same_match(self, workshop: Workshop) -> None:
        listed(workshop)
        first = await cut_off(workshop)
        second = await cut_off(workshop, guild_id=OTHER_GUILD)
        await start_with_creates_at_once(workshop, 2)

        await workshop.until_status(first.id, JobStatus.UNKNOWN)
        await workshop.until_status(second.id, JobStatus.UNKNOWN)

    async def test_one_that_was_made_before_the_create(self, workshop: Workshop) -> None:
        workshop.start()
        listed(workshop, age_s=3600)

        await unknown_job(workshop)

    async def test_more_candidates_than_can_be_asked_about(self, workshop: Workshop) -> None:
        workshop.start()
        for number in range(MOST_CANDIDATES + 1):
            listed(workshop, PredictionId(f"prediction-x{number}"))

        await unknown_job(workshop)

        assert workshop.api.asked == []

    @pytest.mark.parametrize(
        "answer", [UnknownPredictionError("prediction_unknown"), TryLaterError("eachlabs_away")]
    )
    async def test_a_candidate_that_cannot_be_asked_about(
        self, workshop: Workshop, answer: Exception
    ) -> None:
        workshop.start()
        listed(workshop)
        workshop.api.predictions[LOST] = answer

        await unknown_job(workshop)

    async def test_one_that_the_service_lists_and_does_not_know_hides_no_other(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        ghost = PredictionId("prediction-a-ghost")
        listed(workshop, ghost)
        workshop.api.predictions[ghost] = UnknownPredictionError("prediction_lost")
        listed(workshop)
        job = await cut_off(workshop)

        found = await workshop.until_status(job.id, JobStatus.RUNNING)

        assert found.prediction_id == LOST


class TestLookingOn:
    """The member knows the truth; the search goes on."""

    async def test_a_list_that_was_away_is_read_again_until_the_job_is_found(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        workshop.api.list_errors = [TryLaterError("eachlabs_away")] * len(SEARCH_WAITS_S)
        listed(workshop)
        job = await unknown_job(workshop)

        found = await workshop.until_status(job.id, JobStatus.RUNNING)

        assert (found.prediction_id, found.reason) == (LOST, "")
        assert await told(workshop) == [
            "incident-outcome-unknown",
            "incident-outcome-unknown-over",
        ]

    async def test_a_second_job_is_found_once_its_rival_is_settled(
        self, workshop: Workshop
    ) -> None:
        listed(workshop)
        first = await cut_off(workshop)
        second = await cut_off(workshop, guild_id=OTHER_GUILD)
        await start_with_creates_at_once(workshop, 2)
        await workshop.until_status(first.id, JobStatus.UNKNOWN)
        await workshop.until_status(second.id, JobStatus.UNKNOWN)
        await workshop.store.transition(
            first.id,
            JobStatus.FAILED,
            actor=OPERATOR,
            at=workshop.clock.now(),
            cost_usd=Decimal(0),
        )

        found = await workshop.until_status(second.id, JobStatus.RUNNING)

        assert found.prediction_id == LOST

    async def test_a_rival_that_was_settled_as_charged_may_own_the_match(
        self, workshop: Workshop
    ) -> None:
        listed(workshop)
        first = await cut_off(workshop)
        second = await cut_off(workshop, guild_id=OTHER_GUILD)
        await start_with_creates_at_once(workshop, 2)
        await workshop.until_status(first.id, JobStatus.UNKNOWN)
        await workshop.until_status(second.id, JobStatus.UNKNOWN)
        await workshop.store.transition(
            first.id,
            JobStatus.FAILED,
            actor=OPERATOR,
            at=workshop.clock.now(),
            cost_usd=Decimal("1.40"),
        )

        await workshop.clock.advance(2 * LOOK_EVERY_S)

        assert JobStatus.UNKNOWN is (await workshop.job(second.id)).status

    async def test_one_that_is_found_after_its_slot_was_let_go_takes_it_again(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await unknown_job(workshop)
        await workshop.clock.leap(JOB_TIMEOUT_S)
        assert workshop.queue.running_count == 0

        listed(workshop, age_s=JOB_TIMEOUT_S)
        await workshop.until(lambda: workshop.queue.running_count)

        await workshop.until_status(job.id, JobStatus.RUNNING, JobStatus.EXPIRED)

    async def test_one_that_is_found_before_the_deadline_keeps_its_slot_past_the_old_hold(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await unknown_job(workshop)
        listed(workshop, age_s=60)
        await workshop.until_status(job.id, JobStatus.RUNNING)

        await workshop.until_status(job.id, JobStatus.EXPIRED)

        assert workshop.queue.running_count == 1

    async def test_a_settled_job_is_looked_for_no_longer(self, workshop: Workshop) -> None:
        workshop.start()
        job = await unknown_job(workshop)
        await workshop.store.transition(
            job.id, JobStatus.FAILED, actor=OPERATOR, at=workshop.clock.now(), cost_usd=Decimal(0)
        )
        reads = len(workshop.api.listed)

        await workshop.clock.advance(3 * LOOK_EVERY_S)

        assert len(workshop.api.listed) == reads

    async def test_after_a_day_it_is_left_to_the_operator(self, workshop: Workshop) -> None:
        workshop.start()
        job = await unknown_job(workshop)
        await workshop.clock.leap(LOOKING.total_seconds())
        reads = len(workshop.api.listed)

        await workshop.clock.advance(3 * LOOK_EVERY_S)

        assert len(workshop.api.listed) == reads
        assert JobStatus.UNKNOWN is (await workshop.job(job.id)).status

    async def test_after_a_restart_an_unknown_job_is_looked_for_on(self, process: Process) -> None:
        async with process() as workshop:
            workshop.start()
            job = await unknown_job(workshop)

        async with process() as workshop:
            listed(workshop, age_s=60)
            workshop.start()
            await workshop.until_status(job.id, JobStatus.RUNNING)

    async def test_the_operator_is_told_though_the_process_died_before_it_could(
        self, process: Process
    ) -> None:
        async with process() as workshop:
            job = (await workshop.accept()).job
            for state in (JobStatus.SUBMITTING, JobStatus.UNKNOWN):
                await workshop.store.transition(
                    job.id, state, actor=WORKER, at=workshop.clock.now()
                )

        async with process() as workshop:
            workshop.start()

            assert await told(workshop) == ["incident-outcome-unknown"]

    async def test_a_wish_to_cancel_is_carried_out_when_the_job_is_found(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await unknown_job(workshop)
        await workshop.store.request_cancel(
            job.id, actor=Actor.member(MEMBER), at=workshop.clock.now()
        )
        listed(workshop, age_s=60)

        await workshop.until_status(job.id, JobStatus.RUNNING)
        await workshop.until(lambda: workshop.api.cancelled)

        assert workshop.api.cancelled == [LOST]


class TestHints:
    async def test_a_running_job_is_asked_about_at_once(self, workshop: Workshop) -> None:
        workshop.start()
        job = await workshop.running_job()
        assert job.prediction_id is not None
        await workshop.clock.advance(1)
        asked = len(workshop.api.asked)

        workshop.worker.hint(job.id, job.prediction_id)
        await workshop.clock.advance(1)

        assert len(workshop.api.asked) > asked

    async def test_an_unknown_job_is_found_by_what_the_caller_names(
        self, workshop: Workshop
    ) -> None:
        """The list is of no use here: two predictions match."""
        workshop.start()
        listed(workshop, LOST)
        listed(workshop, OTHER)
        job = await unknown_job(workshop)

        workshop.worker.hint(job.id, OTHER)
        found = await workshop.until_status(job.id, JobStatus.RUNNING)

        assert found.prediction_id == OTHER

    async def test_what_the_caller_names_is_checked(self, workshop: Workshop) -> None:
        workshop.start()
        job = await unknown_job(workshop)
        listed(workshop, OTHER, request=OWL)

        workshop.worker.hint(job.id, OTHER)
        await workshop.clock.advance(10)

        assert JobStatus.UNKNOWN is (await workshop.job(job.id)).status

    async def test_a_wrong_name_does_not_keep_the_list_from_being_read(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await unknown_job(workshop)
        workshop.api.predictions[OTHER] = UnknownPredictionError("prediction_unknown")
        listed(workshop, age_s=60)

        workshop.worker.hint(job.id, OTHER)
        await workshop.clock.advance(1)

        assert JobStatus.RUNNING is (await workshop.job(job.id)).status

    async def test_another_jobs_prediction_is_not_taken_over(self, workshop: Workshop) -> None:
        workshop.start()
        owner = await workshop.running_job()
        assert owner.prediction_id is not None
        job = await unknown_job(workshop)

        workshop.worker.hint(job.id, owner.prediction_id)
        await workshop.clock.advance(10)

        assert JobStatus.UNKNOWN is (await workshop.job(job.id)).status

    async def test_a_hint_without_a_name_makes_the_list_be_read_again(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await unknown_job(workshop)
        listed(workshop, age_s=60)

        workshop.worker.hint(job.id, None)
        await workshop.clock.advance(1)

        assert JobStatus.RUNNING is (await workshop.job(job.id)).status

    async def test_a_hint_for_a_job_that_nobody_works_on_changes_nothing(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = (await workshop.submission.submit(workshop.order())).job

        workshop.worker.hint(job.id, LOST)
        await workshop.clock.advance(5)

        assert JobStatus.QUEUED is (await workshop.job(job.id)).status
