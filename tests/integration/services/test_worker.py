"""Claims in fair order, never more than the slots, and only while nothing speaks against it."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import (
    ConcurrencyCapError,
    IllegalTransitionError,
    KeyRefusedError,
    NoBalanceError,
    OutcomeUnknownError,
    StorageUnavailableError,
    TryLaterError,
    UnknownPredictionError,
)
from bot.domain.ids import JobId, MessageId, PredictionId, UserId
from bot.domain.job import OPERATOR, Job, JobStatus
from bot.domain.ports import Pause
from bot.domain.prediction import PredictionStatus
from bot.scheduling.fair_queue import FairQueue
from bot.scheduling.poll_planner import PollPlanner
from bot.services.cards import REFRESH_EVERY_S
from bot.services.worker import LEARN_ALL_EVERY_S, TICK_S
from bot.storage.encryption import TextCipher
from bot.storage.tables import jobs
from tests.support.clock import ManualClock
from tests.support.fakes import RecordingMessenger, ScriptedApi
from tests.support.workshop import (
    GENEROUS,
    GUILD,
    JOB_TIMEOUT_S,
    MEMBER,
    OTHER_GUILD,
    Workshop,
    open_workshop,
)

FIRST = PredictionId("prediction-1")
URL = "https://clips.example/fox.mp4"


async def finish(workshop: Workshop, job: Job) -> None:
    """Let a running job's clip be made and delivered."""
    running = await workshop.until_status(job.id, JobStatus.RUNNING)
    assert running.prediction_id is not None
    workshop.api.finish(running.prediction_id, PredictionStatus.SUCCEEDED, output_url=URL)
    await workshop.until_status(job.id, JobStatus.DELIVERED)


async def started(workshop: Workshop) -> list[JobId]:
    """The jobs that were ever claimed, in the order of their claims."""
    claimed = [job for job in await workshop.jobs() if job.submitted_at is not None]
    return [job.id for job in sorted(claimed, key=lambda job: (job.submitted_at, job.id))]


class TestALostKey:
    async def test_a_request_that_no_key_opens_waits_for_its_key_and_holds_up_nobody(
        self, workshop: Workshop
    ) -> None:
        locked = await workshop.accept()
        others = await workshop.accept(workshop.order(guild_id=OTHER_GUILD))
        sealed = TextCipher([Fernet.generate_key().decode()]).seal("a red fox")
        await rewrite_prompt(workshop, locked.job.id, sealed)

        workshop.start()
        await workshop.until_status(others.job.id, JobStatus.RUNNING)
        await workshop.clock.advance(2 * LEARN_ALL_EVERY_S)
        assert len(workshop.api.created) == 1
        await rewrite_prompt(workshop, locked.job.id, "a red fox")

        await workshop.until_status(locked.job.id, JobStatus.RUNNING)


async def rewrite_prompt(workshop: Workshop, job_id: JobId, stored: str) -> None:
    async def work(connection: AsyncConnection) -> None:
        await connection.execute(update(jobs).where(jobs.c.id == job_id).values(prompt=stored))

    await workshop.database.write(work)


class TestLearning:
    async def test_a_confirmation_written_long_after_its_time_is_still_seen(
        self, workshop: Workshop
    ) -> None:
        """The machine slept between taking the time and writing it down."""
        workshop.start()
        await workshop.clock.advance(5)
        job = (await workshop.submission.submit(workshop.order())).job
        confirmed_at = workshop.clock.now()
        await workshop.clock.leap(300)
        await workshop.clock.advance(3)
        await workshop.store.acknowledge(job.id, card_message_id=MessageId(1), at=confirmed_at)

        await workshop.clock.advance(LEARN_ALL_EVERY_S + TICK_S)

        assert JobStatus.RUNNING is (await workshop.job(job.id)).status


class TestOrder:
    async def test_a_flood_of_one_guild_does_not_hold_up_another(self, tmp_path: Path) -> None:
        async with open_workshop(tmp_path, slots=1) as workshop:
            flood = [(await workshop.accept()).job for _ in range(4)]
            late = (await workshop.accept(workshop.order(guild_id=OTHER_GUILD))).job
            workshop.start()

            await finish(workshop, flood[0])
            await finish(workshop, late)
            await finish(workshop, flood[1])

            assert [flood[0].id, late.id, flood[1].id] == (await started(workshop))[:3]

    async def test_a_flood_of_one_member_does_not_hold_up_another(self, tmp_path: Path) -> None:
        async with open_workshop(tmp_path, slots=1) as workshop:
            flood = [(await workshop.accept()).job for _ in range(3)]
            late = (await workshop.accept(workshop.order(user_id=UserId(99)))).job
            workshop.start()

            await finish(workshop, flood[0])
            await finish(workshop, late)

            assert [flood[0].id, late.id] == (await started(workshop))[:2]

    async def test_no_more_run_than_there_are_slots_and_no_slot_stays_idle(
        self, tmp_path: Path
    ) -> None:
        async with open_workshop(tmp_path, slots=3) as workshop:
            jobs = [(await workshop.accept()).job for _ in range(7)]
            workshop.start()
            await workshop.clock.advance(5)
            assert len(workshop.api.created) == 3

            for job in jobs[:4]:
                await finish(workshop, job)
                running = await workshop.store.with_status(JobStatus.SUBMITTING, JobStatus.RUNNING)
                assert len(running) <= 3

            assert len(workshop.api.created) == 7

    @pytest.mark.parametrize("cap", ["user_max_running", "guild_max_running"])
    async def test_a_member_or_guild_at_its_cap_is_stepped_over(
        self, tmp_path: Path, cap: str
    ) -> None:
        async with open_workshop(tmp_path, policy=replace(GENEROUS, **{cap: 1})) as workshop:
            mine = [(await workshop.accept()).job for _ in range(3)]
            theirs = (
                await workshop.accept(workshop.order(user_id=UserId(99), guild_id=OTHER_GUILD))
            ).job
            workshop.start()
            await workshop.clock.advance(5)

            assert {mine[0].id, theirs.id} == set(await started(workshop))

            await finish(workshop, mine[0])
            await workshop.until_status(mine[1].id, JobStatus.RUNNING)
            assert JobStatus.QUEUED is (await workshop.job(mine[2].id)).status

    async def test_the_request_budget_knows_whose_jobs_are_in_flight(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await workshop.running_job()

        assert {GUILD} == workshop.queue.busy_guilds()

        await finish(workshop, job)
        assert set() == workshop.queue.busy_guilds()


class TestPause:
    async def test_waiting_jobs_stay_and_running_ones_finish(self, tmp_path: Path) -> None:
        async with open_workshop(tmp_path, slots=1) as workshop:
            workshop.start()
            running = await workshop.running_job()
            waiting = (await workshop.accept()).job

            await workshop.switches.set_pause(Pause(reason="", since=workshop.clock.now()))
            await workshop.clock.advance(TICK_S)
            await finish(workshop, running)
            await workshop.clock.advance(60)
            assert JobStatus.QUEUED is (await workshop.job(waiting.id)).status
            assert workshop.messenger.cards[-1][1].paused

            await workshop.switches.set_pause(None)
            await workshop.clock.advance(TICK_S)

            assert JobStatus.RUNNING is (await workshop.job(waiting.id)).status

    async def test_nothing_more_starts_though_slots_are_being_filled(self, tmp_path: Path) -> None:
        async with open_workshop(tmp_path, slots=5) as workshop:
            jobs = [(await workshop.accept()).job for _ in range(5)]
            claim, claimed = workshop.creation.claim, []

            async def pause_before_the_third(job_id: JobId) -> Job | None:
                claimed.append(job_id)
                job = await claim(job_id)
                if len(claimed) == 2:
                    pause = Pause(reason="", since=workshop.clock.now())
                    await workshop.switches.set_pause(pause)
                return job

            workshop.creation.claim = pause_before_the_third  # type: ignore[method-assign] -- sets the moment
            workshop.start()
            await workshop.clock.advance(TICK_S)

            assert claimed == [job.id for job in jobs[:2]]


class TestDatabaseAway:
    async def test_a_turn_without_it_is_made_up_for(self, workshop: Workshop) -> None:
        workshop.start()
        job = (await workshop.submission.submit(workshop.order())).job
        await workshop.clock.advance(TICK_S)
        beat = workshop.worker.last_beat
        workshop.database.is_away = True
        await workshop.clock.advance(30)
        assert workshop.worker.last_beat == beat

        workshop.database.is_away = False
        await workshop.submission.confirm(job.id, card_message_id=1)
        await workshop.until_status(job.id, JobStatus.RUNNING)

        assert workshop.worker.last_beat > beat

    async def test_what_the_service_answered_meanwhile_is_written_when_it_is_back(
        self, workshop: Workshop
    ) -> None:
        workshop.api.may_answer.clear()
        workshop.start()
        job = (await workshop.accept()).job
        await workshop.until(lambda: workshop.api.created)
        workshop.database.is_away = True
        workshop.api.may_answer.set()
        await workshop.clock.advance(120)

        workshop.database.is_away = False
        running = await workshop.until_status(job.id, JobStatus.RUNNING)

        assert running.prediction_id == FIRST
        assert len(workshop.api.created) == 1

    async def test_a_claim_whose_answer_was_lost_is_sent_once(self, workshop: Workshop) -> None:
        job = (await workshop.accept()).job
        workshop.database.loses_written_answers = True
        workshop.start()
        await workshop.clock.advance(1)
        workshop.database.loses_written_answers = False

        await workshop.until_status(job.id, JobStatus.RUNNING)

        assert len(workshop.api.created) == 1
        assert await workshop.states(job.id) == [
            JobStatus.QUEUED,
            JobStatus.SUBMITTING,
            JobStatus.RUNNING,
        ]

    async def test_a_request_that_could_not_be_logged_was_not_sent_and_is_tried_again(
        self, workshop: Workshop
    ) -> None:
        workshop.api.create_errors = [StorageUnavailableError("the request log is away")]
        workshop.start()
        job = (await workshop.accept()).job

        await workshop.until_status(job.id, JobStatus.RUNNING)

        assert await workshop.states(job.id) == [
            JobStatus.QUEUED,
            JobStatus.SUBMITTING,
            JobStatus.QUEUED,
            JobStatus.SUBMITTING,
            JobStatus.RUNNING,
        ]
        events = await workshop.store.events(job.id)
        assert events[2].detail == "request_not_logged"

    async def test_a_create_that_met_a_closed_gate_is_remembered_no_longer_than_its_claim(
        self, workshop: Workshop
    ) -> None:
        job = (await workshop.accept()).job
        claimed = await workshop.creation.claim(job.id)
        assert claimed is not None
        workshop.gate.close(NoBalanceError("no_balance"))
        await workshop.creation.create(claimed)

        assert not workshop.creation.is_unsent(job.id)

    async def test_polls_that_could_not_be_logged_are_asked_again(self, workshop: Workshop) -> None:
        workshop.start()
        job = await workshop.running_job()
        workshop.api.predictions[FIRST] = StorageUnavailableError("the request log is away")
        await workshop.clock.advance(30)
        workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)

        await workshop.until_status(job.id, JobStatus.DELIVERED)

    async def test_a_look_for_settled_jobs_is_repeated_when_it_is_back(
        self, workshop: Workshop
    ) -> None:
        workshop.api.create_errors = [OutcomeUnknownError("create_outcome_unknown")]
        workshop.start()
        job = (await workshop.accept()).job
        await workshop.until_status(job.id, JobStatus.UNKNOWN)
        await workshop.store.transition(
            job.id, JobStatus.FAILED, actor=OPERATOR, at=workshop.clock.now()
        )
        workshop.database.is_away = True
        await workshop.clock.advance(2 * REFRESH_EVERY_S)
        assert workshop.queue.running_count == 1
        workshop.database.is_away = False

        await workshop.clock.advance(2 * REFRESH_EVERY_S)

        assert workshop.queue.running_count == 0


class TestDefects:
    async def test_a_defect_in_a_turn_ends_neither_the_worker_nor_a_job(
        self, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        job = (await workshop.accept()).job
        broken = iter([True, True])

        def take(queue: FairQueue):
            if next(broken, False):
                raise ZeroDivisionError
            return real_take(queue)

        real_take = FairQueue.take
        monkeypatch.setattr(FairQueue, "take", take)
        workshop.start()

        await workshop.until_status(job.id, JobStatus.RUNNING)

    async def test_a_defect_in_a_claim_leaves_the_job_in_line(
        self, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        job = (await workshop.accept()).job
        claim = workshop.creation.claim
        broken = [ZeroDivisionError()]

        async def claim_at_the_second_try(job_id: JobId) -> Job | None:
            if broken:
                raise broken.pop()
            return await claim(job_id)

        monkeypatch.setattr(workshop.creation, "claim", claim_at_the_second_try)
        workshop.start()

        await workshop.until_status(job.id, JobStatus.RUNNING)
        assert workshop.queue.running_count == 1

    async def test_a_defect_in_the_choice_of_a_poll_does_not_end_all_polling(
        self, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        workshop.start()
        job = await workshop.running_job()
        choose = PollPlanner.choose
        broken = [ZeroDivisionError(), ZeroDivisionError()]

        def choose_at_the_third_try(planner: PollPlanner, *args, **values):
            if broken:
                raise broken.pop()
            return choose(planner, *args, **values)

        monkeypatch.setattr(PollPlanner, "choose", choose_at_the_third_try)
        workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)

        await workshop.until_status(job.id, JobStatus.DELIVERED)

    async def test_a_defect_in_a_step_is_reported_and_the_step_tried_again(
        self, workshop: Workshop
    ) -> None:
        workshop.clips.errors = [ZeroDivisionError(), ZeroDivisionError()]
        workshop.start()
        job = await workshop.running_job()
        workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)

        await workshop.until_status(job.id, JobStatus.DELIVERED)
        await workshop.clock.settle()

        assert [key for key, _ in workshop.messenger.told] == [
            "incident-job-stuck",
            "incident-job-stuck-over",
        ]
        assert len(workshop.messenger.results) == 1

    async def test_a_defect_in_a_create_leaves_its_outcome_unknown(
        self, workshop: Workshop
    ) -> None:
        workshop.api.create_errors = [ZeroDivisionError()]
        workshop.start()
        job = (await workshop.accept()).job
        await workshop.until_status(job.id, JobStatus.UNKNOWN)

        assert len(workshop.api.created) == 1

    async def test_a_job_that_somebody_else_ended_is_let_go(self, workshop: Workshop) -> None:
        workshop.start()
        job = await workshop.running_job()
        await workshop.store.transition(
            job.id, JobStatus.FAILED, actor=OPERATOR, at=workshop.clock.now()
        )
        workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
        await workshop.clock.advance(60)

        assert JobStatus.FAILED is (await workshop.job(job.id)).status
        assert workshop.messenger.results == []
        assert workshop.queue.running_count == 0

    async def test_a_prediction_that_the_service_does_not_know_is_asked_about_to_its_deadline(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await workshop.running_job()
        workshop.api.predictions[FIRST] = UnknownPredictionError("prediction_unknown")
        await workshop.clock.advance(60)
        assert JobStatus.RUNNING is (await workshop.job(job.id)).status
        await workshop.clock.leap(JOB_TIMEOUT_S)

        await workshop.until_status(job.id, JobStatus.EXPIRED)


class TestCreationGate:
    async def test_the_gate_stays_shut_until_the_balance_covers_a_clip(
        self, workshop: Workshop
    ) -> None:
        workshop.api.create_errors = [NoBalanceError("no_balance")]
        workshop.api.balance_answers = [Decimal(0), Decimal("1.39"), Decimal("1.40")]
        workshop.start()
        job = (await workshop.accept()).job
        await workshop.clock.advance(59)
        assert len(workshop.api.balance_answers) == 3

        await workshop.clock.advance(1 + 2 * 62)
        await workshop.until_status(job.id, JobStatus.RUNNING)

        assert workshop.api.balance_answers == []
        assert [key for key, _ in workshop.messenger.told] == [
            "incident-no-balance",
            "incident-no-balance-over",
        ]

    async def test_any_balance_proves_that_the_key_is_taken_again(self, workshop: Workshop) -> None:
        workshop.api.create_errors = [KeyRefusedError("key_refused")]
        workshop.api.balance_answers = [
            KeyRefusedError("key_refused"),
            StorageUnavailableError("not logged"),
            Decimal(0),
        ]
        workshop.start()
        job = (await workshop.accept()).job

        await workshop.until_status(job.id, JobStatus.SUBMITTING, JobStatus.RUNNING)
        await workshop.until(lambda: len(workshop.api.created) == 2)

        assert workshop.api.balance_answers == []

    @pytest.mark.parametrize("error", [ConcurrencyCapError, TryLaterError])
    async def test_the_service_is_obeyed_when_it_names_a_longer_wait(
        self, workshop: Workshop, error: type[TryLaterError]
    ) -> None:
        workshop.api.create_errors = [error("later", retry_after_s=300)]
        workshop.start()
        await workshop.accept()
        await workshop.clock.advance(295)
        assert len(workshop.api.created) == 1

        await workshop.clock.advance(10)

        assert len(workshop.api.created) == 2

    async def test_while_the_gate_is_shut_running_clips_are_asked_about(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        running = await workshop.running_job()
        workshop.api.create_errors = [ConcurrencyCapError("concurrency_cap")]
        await workshop.accept()
        await workshop.until(lambda: workshop.messenger.told)
        workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
        await workshop.clock.advance(10)

        assert JobStatus.DELIVERED is (await workshop.job(running.id)).status
        assert len(workshop.api.created) == 2

    async def test_a_shut_gate_costs_nobody_a_job_and_keeps_the_order(self, tmp_path: Path) -> None:
        async with open_workshop(tmp_path, slots=1) as workshop:
            workshop.api.create_errors = [TryLaterError("eachlabs_unreachable")] * 3
            jobs = [(await workshop.accept()).job for _ in range(3)]
            workshop.start()
            for job in jobs:
                await finish(workshop, job)

            assert {JobStatus.DELIVERED} == {job.status for job in await workshop.jobs()}
            assert [job.id for job in jobs] == await started(workshop)


async def test_a_job_that_is_gone_cannot_be_worked_on(workshop: Workshop) -> None:
    with pytest.raises(IllegalTransitionError):
        await workshop.ledger.read(JobId(404))


async def test_a_restart_keeps_the_queues_order(tmp_path: Path) -> None:
    clock, api, messenger = ManualClock(), ScriptedApi(), RecordingMessenger()
    async with open_workshop(tmp_path, clock=clock, api=api, messenger=messenger) as workshop:
        jobs = []
        for _ in range(3):
            jobs.append((await workshop.accept()).job)
            await clock.advance(1)

    async with open_workshop(
        tmp_path, clock=clock, api=api, messenger=messenger, slots=1
    ) as workshop:
        workshop.start()
        for job in jobs:
            await finish(workshop, job)

        assert [job.id for job in jobs] == await started(workshop)
        assert {MEMBER} == {job.destination.user_id for job in jobs}
