"""A restart in any state goes on where the last process stopped, and pays for nothing twice."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from bot.domain.errors import DiscordAwayError, TryLaterError
from bot.domain.ids import PredictionId
from bot.domain.job import WORKER, Actor, Job, JobStatus
from bot.domain.prediction import PredictionStatus
from bot.domain.reasons import Reason
from bot.services.cards import REFRESH_EVERY_S
from bot.services.creation import GIVE_BACK_S
from bot.services.generation import LATE_ASK_EVERY_S
from bot.services.incidents import JOB_STUCK, OUTPUT_UNREACHABLE
from bot.services.worker import DRAIN_S
from tests.support.clock import ManualClock
from tests.support.fakes import RecordingMessenger, ScriptedApi
from tests.support.waiting import until
from tests.support.workshop import (
    GUILD,
    JOB_TIMEOUT_S,
    MEMBER,
    OTHER_GUILD,
    Workshop,
    open_workshop,
)

FIRST = PredictionId("prediction-1")
URL = "https://clips.example/fox.mp4"
DAY_S = 24 * 3600

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


async def step(workshop: Workshop, job: Job, to: JobStatus, **changes: object) -> Job:
    """Write what the process that died had written last."""
    return await workshop.store.transition(
        job.id,
        to,
        actor=WORKER,
        at=workshop.clock.now(),
        **changes,
    )


async def crashed_in(process: Process, *states: JobStatus, **order: object) -> Job:
    """Leave behind the row of a process that died in the last of these states."""
    async with process() as workshop:
        job = (await workshop.accept(workshop.order(**order))).job
        changes: dict[JobStatus, dict[str, object]] = {
            JobStatus.SUBMITTING: {"submitted_at": workshop.clock.now()},
            JobStatus.RUNNING: {"prediction_id": FIRST},
            JobStatus.DELIVERING: {"output_url": URL, "cost_usd": Decimal("1.40")},
            JobStatus.EXPIRED: {"reason": Reason.DEADLINE_PASSED},
        }
        for state in states:
            job = await step(workshop, job, state, **changes.get(state, {}))
        workshop.api.finish(FIRST, PredictionStatus.RUNNING)
        return job


class TestAfterACrash:
    async def test_a_waiting_job_waits_on_and_is_made(self, process: Process) -> None:
        job = await crashed_in(process)

        async with process() as workshop:
            workshop.start()
            await workshop.until_status(job.id, JobStatus.RUNNING)

            assert len(workshop.api.created) == 1

    async def test_a_job_without_a_confirmed_card_is_not_made(self, process: Process) -> None:
        async with process() as workshop:
            job = (await workshop.submission.submit(workshop.order())).job

        async with process() as workshop:
            workshop.start()
            await workshop.clock.advance(30)

            assert JobStatus.QUEUED is (await workshop.job(job.id)).status
            assert workshop.api.created == []

    async def test_a_create_that_may_have_left_is_never_sent_again(self, process: Process) -> None:
        job = await crashed_in(process, JobStatus.SUBMITTING)

        async with process() as workshop:
            workshop.start()
            unknown = await workshop.until_status(job.id, JobStatus.UNKNOWN)
            await workshop.until(lambda: workshop.messenger.ends)
            await workshop.clock.advance(60)

            assert unknown.reason == Reason.CREATE_OUTCOME_UNKNOWN
            assert unknown.cost_usd is None
            assert workshop.api.created == []
            assert [("incident-outcome-unknown", {"subject": str(job.id)})] == (
                workshop.messenger.told
            )
            assert "Whether it was charged is not known yet." in workshop.ending(unknown)

    async def test_an_unknown_outcome_holds_its_slot_only_until_its_own_deadline(
        self, process: Process
    ) -> None:
        await crashed_in(process, JobStatus.SUBMITTING, JobStatus.UNKNOWN)

        async with process() as workshop:
            await workshop.clock.leap(JOB_TIMEOUT_S - 10)
            workshop.start()
            await workshop.clock.settle()
            assert workshop.queue.running_count == 1

            await workshop.clock.advance(11)

            assert workshop.queue.running_count == 0
            assert workshop.messenger.ends == []

    async def test_a_running_prediction_is_asked_about_and_delivered(
        self, process: Process
    ) -> None:
        job = await crashed_in(process, JobStatus.SUBMITTING, JobStatus.RUNNING)

        async with process() as workshop:
            workshop.start()
            await workshop.clock.advance(5)
            workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
            await workshop.until_status(job.id, JobStatus.DELIVERED)

            assert workshop.api.created == []
            assert len(workshop.messenger.results) == 1

    async def test_a_running_prediction_keeps_its_deadline(self, process: Process) -> None:
        job = await crashed_in(process, JobStatus.SUBMITTING, JobStatus.RUNNING)

        async with process() as workshop:
            await workshop.clock.leap(JOB_TIMEOUT_S - 30)
            workshop.start()
            await workshop.clock.advance(29)
            assert JobStatus.RUNNING is (await workshop.job(job.id)).status

            await workshop.until_status(job.id, JobStatus.EXPIRED)

    async def test_a_clip_that_was_ready_before_a_long_absence_is_delivered(
        self, process: Process
    ) -> None:
        job = await crashed_in(process, JobStatus.SUBMITTING, JobStatus.RUNNING)

        async with process() as workshop:
            workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
            await workshop.clock.leap(3 * JOB_TIMEOUT_S)
            workshop.start()
            await workshop.until_status(job.id, JobStatus.DELIVERED)

            assert JobStatus.EXPIRED not in await workshop.states(job.id)
            assert workshop.api.cancelled == []

    async def test_a_wish_to_cancel_is_carried_out_by_the_next_process(
        self, process: Process
    ) -> None:
        job = await crashed_in(process, JobStatus.SUBMITTING, JobStatus.RUNNING)
        async with process() as workshop:
            await workshop.store.request_cancel(
                job.id, actor=Actor.member(MEMBER), at=workshop.clock.now()
            )

        async with process() as workshop:
            workshop.start()
            await workshop.clock.advance(1)

            assert workshop.api.cancelled == [FIRST]

    async def test_a_delivery_is_finished(self, process: Process) -> None:
        job = await crashed_in(
            process, JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING
        )

        async with process() as workshop:
            workshop.start()
            delivered = await workshop.until_status(job.id, JobStatus.DELIVERED)

            assert workshop.api.asked == []
            assert Decimal("1.40") == delivered.cost_usd

    async def test_all_slots_of_the_last_process_count_from_the_start(
        self, process: Process
    ) -> None:
        await crashed_in(process, JobStatus.SUBMITTING, JobStatus.RUNNING)

        async with process(slots=1) as workshop:
            waiting = await workshop.accept()
            workshop.start()
            await workshop.clock.advance(10)

            assert JobStatus.QUEUED is (await workshop.job(waiting.job.id)).status
            assert workshop.api.created == []

    async def test_the_guilds_whose_clips_run_are_known_to_the_budget_from_the_start(
        self, process: Process
    ) -> None:
        async with process() as before:
            before.start()
            await before.running_job()
            await before.accept(before.order(guild_id=OTHER_GUILD))
            await before.clock.settle()
        async with process() as after:
            after.start()
            await after.clock.settle()

            assert {GUILD, OTHER_GUILD} == after.budget._shares._busy

    async def test_while_the_database_is_away_the_start_waits(self, process: Process) -> None:
        job = await crashed_in(process, JobStatus.SUBMITTING, JobStatus.RUNNING)

        async with process() as workshop:
            workshop.database.is_away = True
            workshop.start()
            await workshop.clock.advance(30)
            assert workshop.worker.last_beat is None

            workshop.database.is_away = False
            workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)

            await workshop.until_status(job.id, JobStatus.DELIVERED)


class TestExpired:
    async def expired(self, process: Process) -> Job:
        return await crashed_in(process, JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.EXPIRED)

    async def test_it_is_asked_about_every_hour_and_delivered_if_it_finishes(
        self, process: Process
    ) -> None:
        job = await self.expired(process)

        async with process(job_timeout_s=1.0) as workshop:
            workshop.start()
            await workshop.clock.settle()
            await workshop.clock.leap(LATE_ASK_EVERY_S + 1)
            await workshop.clock.leap(LATE_ASK_EVERY_S)
            assert workshop.api.asked == [FIRST] * 2

            workshop.api.finish(
                FIRST, PredictionStatus.SUCCEEDED, output_url=URL, cost_usd=Decimal("1.40")
            )
            await workshop.clock.leap(LATE_ASK_EVERY_S)
            delivered = await workshop.until_status(job.id, JobStatus.DELIVERED)

            assert ("", Decimal("1.40")) == (delivered.reason, delivered.cost_usd)
            assert len(workshop.messenger.results) == 1

    async def test_restarts_do_not_put_the_question_off(self, process: Process) -> None:
        await self.expired(process)

        for _ in range(3):
            async with process(job_timeout_s=0.0) as workshop:
                workshop.start()
                await workshop.clock.settle()
                await workshop.clock.leap(LATE_ASK_EVERY_S / 2)
                await workshop.clock.settle()

        # Once while the slot was still held for it, and once when its hour was full.
        assert workshop.api.asked == [FIRST] * 2

    async def test_after_a_day_nobody_asks_any_more(self, process: Process) -> None:
        job = await self.expired(process)

        async with process() as workshop:
            workshop.start()
            await workshop.clock.settle()
            for _ in range(30):
                await workshop.clock.leap(LATE_ASK_EVERY_S)
            asked = len(workshop.api.asked)
            await workshop.clock.leap(DAY_S)

            assert 23 <= asked <= 25
            assert asked == len(workshop.api.asked)
            assert JobStatus.EXPIRED is (await workshop.job(job.id)).status

    async def test_a_later_process_does_not_ask_about_last_weeks(self, process: Process) -> None:
        await self.expired(process)

        async with process() as workshop:
            await workshop.clock.leap(7 * DAY_S)
            workshop.start()
            await workshop.clock.leap(2 * LATE_ASK_EVERY_S)

            assert workshop.api.asked == []
            assert workshop.queue.running_count == 0

    async def test_a_question_that_fails_is_asked_again(self, process: Process) -> None:
        job = await self.expired(process)

        async with process() as workshop:
            workshop.api.predictions[FIRST] = TryLaterError("eachlabs_unreachable")
            workshop.start()
            await workshop.clock.settle()
            await workshop.clock.leap(2 * LATE_ASK_EVERY_S)
            workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
            await workshop.clock.leap(LATE_ASK_EVERY_S)

            await workshop.until_status(job.id, JobStatus.DELIVERED)

    @pytest.mark.parametrize("status", [PredictionStatus.FAILED, PredictionStatus.CANCELLED])
    async def test_one_that_ended_without_a_clip_is_left_alone(
        self, process: Process, status: PredictionStatus
    ) -> None:
        job = await self.expired(process)

        async with process() as workshop:
            workshop.api.finish(FIRST, status)
            workshop.start()
            await workshop.clock.settle()
            for _ in range(4):
                await workshop.clock.leap(LATE_ASK_EVERY_S)

            assert workshop.api.asked == [FIRST]
            assert JobStatus.EXPIRED is (await workshop.job(job.id)).status

    async def test_its_slot_is_free_ten_minutes_after_the_deadline(self, process: Process) -> None:
        await self.expired(process)

        async with process() as workshop:
            workshop.start()
            await workshop.clock.settle()
            await workshop.clock.leap(JOB_TIMEOUT_S + 599)
            assert workshop.queue.running_count == 1

            await workshop.clock.leap(2)

            assert workshop.queue.running_count == 0


class TestParking:
    async def test_the_answer_to_a_create_under_way_is_still_written(
        self, process: Process
    ) -> None:
        async with process() as workshop:
            workshop.api.may_answer.clear()
            workshop.start()
            job = (await workshop.accept()).job
            await workshop.until(lambda: workshop.api.created)

            stopping = asyncio.create_task(workshop.stop())
            await workshop.clock.settle()
            assert not stopping.done()
            workshop.api.may_answer.set()
            await stopping

            assert (
                (await workshop.job(job.id)).status,
                (await workshop.job(job.id)).prediction_id,
            ) == (JobStatus.RUNNING, FIRST)

    async def test_a_create_without_an_answer_is_left_behind_in_time_and_never_sent_again(
        self, process: Process
    ) -> None:
        async with process() as workshop:
            workshop.api.may_answer.clear()
            workshop.start()
            job = (await workshop.accept()).job
            await workshop.until(lambda: workshop.api.created)

            stopping = asyncio.create_task(workshop.stop())
            await workshop.clock.settle()
            await workshop.clock.advance(DRAIN_S)
            await asyncio.wait_for(stopping, 30)
            assert JobStatus.SUBMITTING is (await workshop.job(job.id)).status

        async with process() as workshop:
            workshop.start()
            await workshop.until_status(job.id, JobStatus.UNKNOWN)

            assert len(workshop.api.created) == 1

    async def test_a_create_that_still_waited_for_its_turn_goes_back_in_line(
        self, process: Process
    ) -> None:
        async with process() as workshop:
            workshop.api.may_send.clear()
            workshop.start()
            job = (await workshop.accept()).job
            await workshop.until_status(job.id, JobStatus.SUBMITTING)

            stopping = asyncio.create_task(workshop.stop())
            await workshop.clock.settle()
            await workshop.clock.advance(DRAIN_S)
            await asyncio.wait_for(stopping, 30)

            assert JobStatus.QUEUED is (await workshop.job(job.id)).status
            assert (await workshop.store.events(job.id))[-1].detail == "not_sent"

        async with process() as workshop:
            workshop.api.may_send.set()
            workshop.start()
            await workshop.until_status(job.id, JobStatus.RUNNING)

            assert len(workshop.api.created) == 1

    async def test_a_claim_that_was_being_written_goes_back_in_line(self, process: Process) -> None:
        async with process() as workshop:
            job = (await workshop.accept()).job
            workshop.start()
            workshop.database.may_write.clear()
            await until(lambda: workshop.database.waiting_writers)

            stopping = asyncio.create_task(workshop.stop())
            await workshop.clock.settle()
            workshop.database.may_write.set()
            await stopping

            assert JobStatus.QUEUED is (await workshop.job(job.id)).status
            assert workshop.api.created == []

    async def test_a_database_that_is_away_does_not_hold_up_the_end(self, process: Process) -> None:
        async with process() as workshop:
            workshop.api.may_send.clear()
            workshop.start()
            job = (await workshop.accept()).job
            await workshop.until_status(job.id, JobStatus.SUBMITTING)
            workshop.database.is_away = True

            stopping = asyncio.create_task(workshop.stop())
            await workshop.clock.settle()
            await workshop.clock.advance(DRAIN_S + GIVE_BACK_S)
            await asyncio.wait_for(stopping, 30)

    async def test_a_message_under_way_is_recorded_before_the_end(self, process: Process) -> None:
        async with process() as workshop:
            workshop.start()
            job = await workshop.running_job()
            workshop.messenger.may_send.clear()
            workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
            await workshop.until(lambda: workshop.messenger.sending)

            stopping = asyncio.create_task(workshop.stop())
            await workshop.clock.settle()
            workshop.messenger.may_send.set()
            await stopping

            assert JobStatus.DELIVERED is (await workshop.job(job.id)).status

    async def test_a_delivery_that_waits_for_discord_goes_on_in_the_next_process(
        self, process: Process
    ) -> None:
        async with process() as workshop:
            workshop.start()
            job = await workshop.running_job()
            workshop.messenger.errors["channel"] = [DiscordAwayError("503")] * 3
            workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
            await workshop.until(lambda: len(workshop.messenger.errors["channel"]) < 3)
            await workshop.stop()
            assert JobStatus.DELIVERING is (await workshop.job(job.id)).status

        async with process() as workshop:
            workshop.start()
            await workshop.until_status(job.id, JobStatus.DELIVERED)

            assert [("channel", job.id)] == [
                (way, sent.job.id) for way, sent in workshop.messenger.results
            ]


@pytest.mark.parametrize("kind", [JOB_STUCK, OUTPUT_UNREACHABLE])
async def test_trouble_with_a_job_that_has_ended_since_is_told_to_be_over(
    process: Process, kind: str
) -> None:
    async with process() as workshop:
        job = (await workshop.accept()).job
        await workshop.incidents.open(kind, subject=str(job.id))
        for state in (JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING):
            await step(workshop, job, state)
        await step(workshop, job, JobStatus.DELIVERED)

    async with process() as workshop:
        workshop.start()
        await workshop.clock.advance(2 * REFRESH_EVERY_S)

        assert workshop.messenger.told[-1] == (f"incident-{kind}-over", {"subject": str(job.id)})
        assert await workshop.incident_store.open_incidents() == []


async def test_a_wall_clock_that_was_set_back_delays_no_question_and_no_deadline(
    process: Process,
) -> None:
    job = await crashed_in(process, JobStatus.SUBMITTING, JobStatus.RUNNING)
    async with process() as workshop:
        workshop.clock._start -= timedelta(hours=2)
        workshop.start()
        await workshop.clock.settle()
        await workshop.clock.advance(60)
        assert FIRST in workshop.api.asked

        await workshop.clock.advance(JOB_TIMEOUT_S)
        assert (await workshop.job(job.id)).status is JobStatus.EXPIRED
