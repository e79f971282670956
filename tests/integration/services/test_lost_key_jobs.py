"""A job whose texts no key opens stops nobody: not the start, not the others, not its own clip."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.clip import ClipRequest
from bot.domain.errors import OutcomeUnknownError, ShowreelError, UnreadableTextError
from bot.domain.ids import JobId, MessageId, PredictionId
from bot.domain.job import OPERATOR, WORKER, DeliveryWay, Job, JobStatus
from bot.domain.prediction import Execution, Prediction, PredictionStatus
from bot.domain.reasons import Reason
from bot.services.cancellation import CancellationService
from bot.services.missing_keys import LOOK_EVERY_S as KEYS_EVERY_S
from bot.services.missing_keys import NAMED_AT_ONCE
from bot.services.reconciliation import LOOK_EVERY_S
from bot.storage.encryption import TextCipher
from bot.storage.tables import jobs
from tests.support.clock import ManualClock
from tests.support.fakes import RecordingMessenger, ScriptedApi
from tests.support.workshop import (
    MEMBER,
    MODERATOR,
    OTHER_GUILD,
    STRANGER,
    Workshop,
    open_workshop,
    presser,
)

LOST = TextCipher([Fernet.generate_key().decode()])
KEPT = TextCipher([Fernet.generate_key().decode()])
FOX = ClipRequest(prompt="a red fox crosses a snowy road")
FIRST = PredictionId("prediction-before")
EMPTY = PredictionId("prediction-of-nothing")
URL = "https://clips.example/fox.mp4"

Process = Callable[..., AbstractAsyncContextManager[Workshop]]


@pytest.fixture
def process(tmp_path: Path) -> Process:
    """Each call is one process over the same folder; its cipher is what `DATA_KEY` holds."""
    return partial(
        open_workshop,
        tmp_path,
        clock=ManualClock(),
        api=ScriptedApi(),
        messenger=RecordingMessenger(),
    )


async def left_in(process: Process, *states: JobStatus, **order: object) -> Job:
    """Leave behind the row of a process that had the key and ended in the last of these."""
    changes: dict[JobStatus, dict[str, object]] = {
        JobStatus.RUNNING: {"prediction_id": FIRST},
        JobStatus.UNKNOWN: {"reason": Reason.CREATE_OUTCOME_UNKNOWN},
        JobStatus.DELIVERING: {"output_url": URL, "cost_usd": Decimal("1.40")},
    }
    async with process(cipher=LOST) as workshop:
        job = (await workshop.accept(workshop.order(**order))).job
        now = workshop.clock.now()
        changes[JobStatus.SUBMITTING] = {"submitted_at": now}
        for state in states:
            job = await workshop.store.transition(
                job.id,
                state,
                actor=WORKER,
                at=now,
                **changes[state],  # type: ignore[arg-type] - the columns that each state needs
            )
        workshop.api.finish(FIRST, PredictionStatus.RUNNING)
        return job


async def stored_texts(workshop: Workshop, job_id: JobId) -> tuple[str, str]:
    async def work(connection: AsyncConnection) -> tuple[str, str]:
        columns = select(jobs.c.prompt, jobs.c.negative_prompt).where(jobs.c.id == job_id)
        return tuple((await connection.execute(columns)).one())

    return await workshop.database.read(work)


def listed(workshop: Workshop, prediction_id: PredictionId, request: ClipRequest) -> None:
    """Put an execution into the account's list, and its prediction behind it."""
    running = PredictionStatus.RUNNING
    workshop.api.execution_rows.append(
        Execution(id=prediction_id, status=running, created_at=workshop.clock.now())
    )
    workshop.api.predictions[prediction_id] = Prediction(
        id=prediction_id, status=running, input=dict(request.model_input)
    )


async def cancel_by_operator(workshop: Workshop, job: Job) -> None:
    """As `showreel jobs cancel` does in a process of its own."""
    beside = CancellationService(
        store=workshop.store, clock=workshop.clock, cancel_wanted=lambda _job: None
    )
    assert await beside.cancel_waiting(job, by=OPERATOR)


def told(workshop: Workshop) -> list[tuple[str, object]]:
    return [(key, values["subject"]) for key, values in workshop.messenger.told]


class TestBeingMade:
    @pytest.mark.parametrize(
        "states",
        [
            (JobStatus.SUBMITTING,),
            (JobStatus.SUBMITTING, JobStatus.UNKNOWN),
            (JobStatus.SUBMITTING, JobStatus.RUNNING),
            (JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING),
        ],
    )
    async def test_the_start_waits_for_none_of_them(
        self, process: Process, states: tuple[JobStatus, ...]
    ) -> None:
        await left_in(process, *states)

        async with process(cipher=KEPT) as workshop:
            other = (await workshop.accept(workshop.order(guild_id=OTHER_GUILD))).job
            workshop.start()

            await workshop.until_status(other.id, JobStatus.RUNNING)

            assert len(workshop.api.created) == 1

    @pytest.mark.parametrize(
        "states",
        [
            (JobStatus.SUBMITTING, JobStatus.RUNNING),
            (JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING),
        ],
    )
    async def test_what_was_paid_for_is_delivered_and_its_text_reads_again_with_the_key(
        self, process: Process, states: tuple[JobStatus, ...]
    ) -> None:
        job = await left_in(process, *states)

        async with process(cipher=KEPT) as workshop:
            sealed = await stored_texts(workshop, job.id)
            workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
            workshop.start()
            delivered = await workshop.until_status(job.id, JobStatus.DELIVERED)

            ((way, result),) = workshop.messenger.results
            assert (way, result.clip is not None) == ("channel", True)
            assert result.job.texts_unreadable
            assert (delivered.texts_unreadable, delivered.request.prompt) == (True, "")
            assert workshop.api.created == []
            assert await stored_texts(workshop, job.id) == sealed

        async with process(cipher=LOST) as workshop:
            assert (await workshop.job(job.id)).request == FOX

    async def test_a_private_clip_goes_by_direct_message_since_its_token_is_lost_too(
        self, process: Process
    ) -> None:
        job = await left_in(process, JobStatus.SUBMITTING, JobStatus.RUNNING, private=True)

        async with process(cipher=KEPT) as workshop:
            workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
            workshop.start()
            await workshop.until_status(job.id, JobStatus.DELIVERED)

            assert [way for way, _result in workshop.messenger.results] == ["direct"]

    async def test_its_member_can_still_stop_it(self, process: Process) -> None:
        job = await left_in(process, JobStatus.SUBMITTING, JobStatus.RUNNING)

        async with process(cipher=KEPT) as workshop:
            workshop.start()
            await workshop.clock.settle()
            await workshop.cancellation.cancel(job.id, presser=presser(MEMBER))
            await workshop.clock.settle()

            assert workshop.api.cancelled == [FIRST]

    async def test_a_clip_that_was_fetched_is_in_no_moderators_reach(
        self, process: Process
    ) -> None:
        job = await left_in(process, JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING)

        async with process(cipher=KEPT) as workshop:
            await workshop.store.transition(
                job.id,
                JobStatus.DELIVERED,
                actor=WORKER,
                at=workshop.clock.now(),
                delivery=DeliveryWay.ATTACHMENT,
                result_message_id=MessageId(9),
            )

            with pytest.raises(ShowreelError, match="mod-delete-out-of-reach"):
                await workshop.results.delete_from_afar(
                    job.id, moderator=presser(MODERATOR, moderator=True)
                )


class TestAnUnknownOutcome:
    async def test_it_stays_unknown_without_its_text_and_is_delivered_when_the_key_is_back(
        self, process: Process
    ) -> None:
        job = await left_in(process, JobStatus.SUBMITTING)

        async with process(cipher=KEPT) as workshop:
            listed(workshop, FIRST, FOX)
            # What an empty text would be taken for.
            listed(workshop, EMPTY, replace(FOX, prompt=""))
            workshop.start()
            unknown = await workshop.until_status(job.id, JobStatus.UNKNOWN)
            workshop.worker.hint(job.id, EMPTY)
            await workshop.clock.advance(2 * LOOK_EVERY_S)

            assert unknown.reason == Reason.CREATE_OUTCOME_UNKNOWN
            assert await workshop.states(job.id) == ["queued", "submitting", "unknown"]
            assert told(workshop) == [("incident-outcome-unknown", str(job.id))]

        async with process(cipher=LOST) as workshop:
            workshop.api.predictions[FIRST] = replace(
                workshop.api.predictions[FIRST], status=PredictionStatus.SUCCEEDED, output_url=URL
            )
            workshop.start()
            found = await workshop.until_status(job.id, JobStatus.DELIVERED)

            assert found.prediction_id == FIRST
            assert workshop.api.created == []

    async def test_the_operator_can_settle_it(self, process: Process) -> None:
        job = await left_in(process, JobStatus.SUBMITTING, JobStatus.UNKNOWN)

        async with process(cipher=KEPT) as workshop:
            workshop.start()
            await workshop.clock.settle()
            settled = await workshop.store.transition(
                job.id,
                JobStatus.FAILED,
                actor=OPERATOR,
                at=workshop.clock.now(),
                only_from=JobStatus.UNKNOWN,
                cost_usd=Decimal(0),
            )
            await workshop.until(lambda: workshop.messenger.ends)

            assert "Nothing was charged." in workshop.ending(settled)

    @pytest.mark.parametrize(
        ("request_of_other", "outcome"),
        [
            (FOX, JobStatus.UNKNOWN),
            (replace(FOX, prompt="an owl"), JobStatus.UNKNOWN),
            (replace(FOX, duration_s=10), JobStatus.RUNNING),
        ],
    )
    async def test_a_match_may_be_its_own_too_unless_its_options_say_otherwise(
        self, process: Process, request_of_other: ClipRequest, outcome: JobStatus
    ) -> None:
        await left_in(process, JobStatus.SUBMITTING, request=request_of_other)

        async with process(cipher=KEPT) as workshop:
            workshop.api.create_errors.append(
                OutcomeUnknownError(Reason.CREATE_OUTCOME_UNKNOWN, detail="connection cut")
            )
            listed(workshop, FIRST, FOX)
            job = (await workshop.accept(workshop.order(FOX, guild_id=OTHER_GUILD))).job
            workshop.start()

            await workshop.until_status(job.id, outcome)


class TestWaiting:
    async def test_the_operator_is_told_once_which_wait_and_that_they_wait_no_longer(
        self, process: Process
    ) -> None:
        first, second = await left_in(process), await left_in(process)
        named = f"{first.id}, {second.id}"

        for _ in range(2):
            async with process(cipher=KEPT) as workshop:
                workshop.start()
                await workshop.clock.advance(2 * KEYS_EVERY_S)

                assert told(workshop) == [("incident-key-missing", named)]
                assert workshop.api.created == []

        async with process(cipher=KEPT) as workshop:
            workshop.start()
            await cancel_by_operator(workshop, first)
            await workshop.clock.advance(2 * KEYS_EVERY_S)
            assert len(told(workshop)) == 1

            await cancel_by_operator(workshop, second)
            await workshop.clock.advance(2 * KEYS_EVERY_S)

            assert told(workshop)[1:] == [("incident-key-missing-over", named)]

    async def test_with_the_key_back_they_are_made_and_the_operator_is_told(
        self, process: Process
    ) -> None:
        job = await left_in(process)
        async with process(cipher=KEPT) as workshop:
            workshop.start()
            await workshop.clock.advance(KEYS_EVERY_S)
            assert JobStatus.QUEUED is (await workshop.job(job.id)).status

        async with process(cipher=LOST) as workshop:
            workshop.start()
            await workshop.until_status(job.id, JobStatus.RUNNING)

            assert workshop.api.created == [FOX]
            assert [key for key, _ in told(workshop)] == [
                "incident-key-missing",
                "incident-key-missing-over",
            ]

    async def test_no_report_is_too_long_to_be_sent(self, process: Process) -> None:
        async with process(cipher=LOST) as workshop:
            for _ in range(NAMED_AT_ONCE + 1):
                await workshop.accept()

        async with process(cipher=KEPT) as workshop:
            workshop.start()
            await workshop.clock.settle()

            first, second = (
                workshop.catalogue.text("en-US", key, subject=str(subject))
                for key, subject in told(workshop)
            )
            assert f"{NAMED_AT_ONCE}`" in first
            assert f"`{NAMED_AT_ONCE + 1}`" in second
            assert len(first) < 2000

    async def test_one_that_is_claimed_all_the_same_is_not_sent_and_waits_on(
        self, process: Process
    ) -> None:
        job = await left_in(process)

        async with process(cipher=KEPT) as workshop:
            with pytest.raises(UnreadableTextError):
                await workshop.creation.claim(job.id)

            assert not workshop.creation.is_unsent(job.id)
            assert await workshop.states(job.id) == ["queued"]

    @pytest.mark.parametrize("where", [{"private": False}, {"private": True}])
    async def test_its_member_is_told_that_it_was_given_up_and_not_charged(
        self, process: Process, where: dict[str, bool]
    ) -> None:
        job = await left_in(process, **where)

        async with process(cipher=KEPT) as workshop:
            workshop.start()
            await workshop.clock.settle()
            await cancel_by_operator(workshop, job)
            await workshop.housekeeping.speak()
            await workshop.clock.settle()
            await workshop.housekeeping.speak()
            await workshop.clock.settle()

            (given_up,) = workshop.messenger.ends
            assert given_up.id == job.id
            assert workshop.ending(given_up).startswith(
                "Cancelled by the operator of this bot. Nothing was charged."
            )

    async def test_its_member_can_give_it_up(self, process: Process) -> None:
        job = await left_in(process)

        async with process(cipher=KEPT) as workshop:
            workshop.start()
            cancelled = await workshop.cancellation.cancel(job.id, presser=presser(MEMBER))

            assert (cancelled.status, cancelled.cost_usd) == (JobStatus.CANCELLED, 0)

    async def test_one_whose_card_never_stood_keeps_no_other_from_being_settled(
        self, process: Process
    ) -> None:
        async with process(cipher=LOST) as workshop:
            locked = (await workshop.submission.submit(workshop.order())).job

        async with process(cipher=KEPT) as workshop:
            other = (await workshop.submission.submit(workshop.order(user_id=STRANGER))).job
            await workshop.clock.advance(120)
            await workshop.housekeeping.sweep()

            for job in (locked, other):
                settled = await workshop.job(job.id)
                assert (settled.status, settled.reason) == ("cancelled", "not_acknowledged")
