"""The jobs and their events, in a real file."""

import asyncio
import math
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import select

from bot.domain.clip import ClipRequest
from bot.domain.errors import IllegalTransitionError
from bot.domain.ids import JobId, MessageId, PredictionId, UserId
from bot.domain.job import (
    EACHLABS,
    FIRST_STATES,
    FRONT,
    TRANSITIONS,
    WORKER,
    Actor,
    DeliveryWay,
    JobEvent,
    JobStatus,
    SendWay,
)
from bot.domain.limits import LimitBreach
from bot.domain.ports import WaitingJob
from bot.domain.reasons import Reason
from bot.storage.encryption import TextCipher
from bot.storage.jobs import SqlJobStore
from bot.storage.tables import jobs

CARD = MessageId(900)
MINUTE = timedelta(minutes=1)
# The shortest way to each state.
ROADS = {
    JobStatus.QUEUED: [],
    JobStatus.CANCELLED: [JobStatus.CANCELLED],
    JobStatus.SUBMITTING: [JobStatus.SUBMITTING],
    JobStatus.UNKNOWN: [JobStatus.SUBMITTING, JobStatus.UNKNOWN],
    JobStatus.FAILED: [JobStatus.SUBMITTING, JobStatus.FAILED],
    JobStatus.RUNNING: [JobStatus.SUBMITTING, JobStatus.RUNNING],
    JobStatus.EXPIRED: [JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.EXPIRED],
    JobStatus.DELIVERING: [JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING],
    JobStatus.KEPT: [
        JobStatus.SUBMITTING,
        JobStatus.RUNNING,
        JobStatus.DELIVERING,
        JobStatus.KEPT,
    ],
    JobStatus.DELIVERED: [
        JobStatus.SUBMITTING,
        JobStatus.RUNNING,
        JobStatus.DELIVERING,
        JobStatus.DELIVERED,
    ],
}


def accept(_usage):
    return None


def breach(reason):
    return lambda _usage: LimitBreach(reason=reason, limit=Decimal(1))


@pytest.fixture
def bring_to(store, new_attempt, clock):
    async def bring(status, **attempt):
        if status is JobStatus.REFUSED:
            return await store.refuse(new_attempt(**attempt), "guild_not_allowed")
        job = (await store.submit(new_attempt(**attempt), accept)).job
        for step in ROADS[status]:
            job = await store.transition(job.id, step, actor=WORKER, at=clock.now())
        return job

    return bring


async def stored_texts(database, job_id):
    async def work(connection):
        columns = jobs.c.prompt, jobs.c.negative_prompt, jobs.c.interaction_token
        return (await connection.execute(select(*columns).where(jobs.c.id == job_id))).one()

    return await database.read(work)


class TestSubmit:
    async def test_an_accepted_attempt_reads_back_as_it_was_asked_for(
        self, store, new_attempt, clock
    ):
        attempt = new_attempt()
        submission = await store.submit(attempt, accept)

        job = await store.get(submission.job.id)
        assert job == submission.job
        assert job.status is JobStatus.QUEUED
        assert (attempt.request, attempt.destination) == (job.request, job.destination)
        assert job.created_at == job.queued_at == clock.now()
        assert job.acknowledged_at is None
        assert Decimal("1.40") == job.cost_estimated_usd
        assert job.interaction_token == "interaction-token"
        assert (submission.breach, submission.frees_at, submission.ahead) == (None, None, 0)

    async def test_its_first_event_tells_who_asked(self, store, new_attempt, clock):
        job = (await store.submit(new_attempt(user=7), accept)).job

        assert await store.events(job.id) == [
            JobEvent(
                job_id=job.id,
                at=clock.now(),
                before=None,
                after=JobStatus.QUEUED,
                actor="member:7",
                detail="",
            )
        ]

    async def test_a_refused_attempt_is_a_row_without_token_and_estimate(self, store, new_attempt):
        submission = await store.submit(new_attempt(), breach(Reason.USER_WAITING_LIMIT))

        job = await store.get(submission.job.id)
        assert (job.status, job.reason) == (JobStatus.REFUSED, "user_waiting_limit")
        assert (job.queued_at, job.interaction_token) == (None, None)
        assert job.interaction_token_expires_at is None
        assert job.cost_estimated_usd is None
        assert submission.breach.reason is Reason.USER_WAITING_LIMIT
        (event,) = await store.events(job.id)
        assert (event.actor, event.detail) == (str(FRONT), "user_waiting_limit")

    async def test_an_attempt_refused_before_any_limit_is_logged(self, store, new_attempt):
        job = await store.refuse(new_attempt(), Reason.GUILD_NOT_ALLOWED)

        assert await store.get(job.id) == job
        assert (job.status, job.reason) == (JobStatus.REFUSED, "guild_not_allowed")

    async def test_a_decision_that_fails_writes_nothing(self, store, new_attempt):
        def decide(_usage):
            raise LookupError

        with pytest.raises(LookupError):
            await store.submit(new_attempt(), decide)
        assert await store.with_status(*JobStatus) == []

    async def test_a_forged_request_is_logged_as_far_as_text_goes(self, store, new_attempt):
        forged = ClipRequest(
            prompt="\ud800" + "x" * 3000, aspect_ratio="y" * 99, cfg_scale=math.nan, duration_s=7
        )
        job = await store.refuse(new_attempt(request=forged), "invalid_text_unreadable")

        assert job.request.prompt == "?" + "x" * 2499
        assert (len(job.request.aspect_ratio), job.request.duration_s) == (16, 7)
        assert math.isnan(job.request.cfg_scale)

    async def test_an_infinite_scale_is_logged_too(self, store, new_attempt):
        forged = ClipRequest(prompt="x", cfg_scale=math.inf)

        job = await store.refuse(new_attempt(request=forged), "invalid_cfg_scale_out_of_range")
        assert job.request.cfg_scale == math.inf

    async def test_two_at_once_cannot_both_take_the_last_place(self, store, new_attempt):
        def one_only(usage):
            return breach(Reason.USER_WAITING_LIMIT)(usage) if usage.user_queued else None

        submissions = await asyncio.gather(
            *(store.submit(new_attempt(), one_only) for _ in range(5))
        )

        assert [s.breach is None for s in submissions].count(True) == 1

    async def test_ids_are_never_used_again(self, store, new_attempt, database):
        first = await store.refuse(new_attempt(), "x")

        async def forget(connection):
            await connection.execute(jobs.delete())

        await database.write(forget)
        assert (await store.refuse(new_attempt(), "x")).id > first.id


class TestTransitions:
    @pytest.mark.parametrize("before", JobStatus)
    async def test_every_step_of_the_table_and_no_other(self, store, bring_to, clock, before):
        for after in JobStatus:
            job = await bring_to(before)
            events = await store.events(job.id)
            step = store.transition(job.id, after, actor=WORKER, at=clock.now(), detail="d")
            if after in TRANSITIONS[before]:
                changed = await step
                assert changed == await store.get(job.id)
                assert changed.status is after
                last = (await store.events(job.id))[-1]
                assert (last.before, last.after, last.actor, last.detail) == (
                    before,
                    after,
                    "worker",
                    "d",
                )
            else:
                with pytest.raises(IllegalTransitionError):
                    await step
                assert await store.get(job.id) == job
                assert await store.events(job.id) == events

    def test_the_roads_above_lead_to_every_state(self):
        assert set(ROADS) | FIRST_STATES == set(JobStatus)

    async def test_a_step_sets_what_comes_with_it(self, store, bring_to, clock):
        job = await bring_to(JobStatus.DELIVERING)
        changes = {
            "reason": Reason.DEADLINE_PASSED.value,
            "submitted_at": clock.now() - 3 * MINUTE,
            "finished_at": clock.now() - MINUTE,
            "delivered_at": clock.now(),
            "prediction_id": PredictionId("p-1"),
            "predict_seconds": 339.25,
            "cost_usd": Decimal("1.234567"),
            "output_url": "https://example.com/clip.mp4",
            "output_bytes": 12_345_678,
            "kept_file": "job-1.mp4",
            "delivery": DeliveryWay.LINK,
            "result_message_id": MessageId(901),
            "message_url": "https://discord.com/channels/1/2/3",
            "sending": SendWay.CHANNEL,
        }
        done = await store.transition(
            job.id, JobStatus.DELIVERED, actor=WORKER, at=clock.now(), **changes
        )

        assert done == replace(job, status=JobStatus.DELIVERED, owes_word=True, **changes)
        assert done == await store.get(job.id)

    async def test_a_job_that_does_not_exist_takes_no_step(self, store, clock):
        with pytest.raises(IllegalTransitionError, match="4711"):
            await store.transition(JobId(4711), JobStatus.RUNNING, actor=WORKER, at=clock.now())
        assert await store.get(JobId(4711)) is None

    async def test_the_last_step_leaves_a_live_token_for_the_card(self, bring_to, clock):
        job = await bring_to(JobStatus.DELIVERED)
        assert job.live_token(clock.now()) == "interaction-token"

    async def test_a_step_erases_a_dead_token(self, store, bring_to, clock):
        job = await bring_to(JobStatus.RUNNING)
        job = await store.transition(
            job.id, JobStatus.DELIVERING, actor=EACHLABS, at=clock.now() + 15 * MINUTE
        )
        assert job.interaction_token is None

    async def test_of_two_that_race_one_wins(self, store, bring_to, clock):
        job = await bring_to(JobStatus.QUEUED)
        results = await asyncio.gather(
            store.transition(job.id, JobStatus.SUBMITTING, actor=WORKER, at=clock.now()),
            store.transition(job.id, JobStatus.CANCELLED, actor=FRONT, at=clock.now()),
            return_exceptions=True,
        )
        assert [isinstance(r, IllegalTransitionError) for r in results] == [False, True]


class TestAcknowledge:
    async def test_only_a_confirmed_job_waits_for_a_slot(self, store, new_attempt, clock):
        job = (await store.submit(new_attempt(), accept)).job
        assert await store.waiting() == []

        confirmed = await store.acknowledge(job.id, card_message_id=CARD, at=clock.now())

        assert (confirmed.acknowledged_at, confirmed.card_message_id) == (clock.now(), CARD)
        assert await store.waiting() == [
            WaitingJob(
                job_id=job.id,
                guild_id=job.destination.guild_id,
                user_id=job.destination.user_id,
                queued_at=job.queued_at,
                duration_s=job.request.duration_s,
            )
        ]

    @pytest.mark.parametrize("status", [JobStatus.CANCELLED, JobStatus.RUNNING])
    async def test_a_job_that_no_longer_waits_learns_of_its_card_alone(
        self, store, bring_to, clock, status
    ):
        job = await bring_to(status)

        assert await store.acknowledge(job.id, card_message_id=CARD, at=clock.now()) is None
        assert await store.get(job.id) == replace(job, card_message_id=CARD)

    async def test_told_twice_it_keeps_its_first_time(self, store, bring_to, clock):
        job = await bring_to(JobStatus.QUEUED)
        first = clock.now()
        await store.acknowledge(job.id, card_message_id=CARD, at=first)
        again = await store.acknowledge(job.id, card_message_id=CARD, at=first + MINUTE)

        assert again.acknowledged_at == first

    async def test_unconfirmed_jobs_are_found_after_their_grace(self, store, bring_to, clock):
        old = await bring_to(JobStatus.QUEUED, at=clock.now() - MINUTE)
        confirmed = await bring_to(JobStatus.QUEUED, at=clock.now() - MINUTE)
        await store.acknowledge(confirmed.id, card_message_id=CARD, at=clock.now())
        await bring_to(JobStatus.QUEUED)
        await bring_to(JobStatus.CANCELLED, at=clock.now() - MINUTE)

        assert await store.unacknowledged(created_before=clock.now()) == [old]
        assert await store.unacknowledged(created_before=clock.now() - MINUTE) == []

    async def test_waiting_jobs_come_oldest_first_or_only_the_newly_confirmed(
        self, store, bring_to, clock
    ):
        now = clock.now()
        younger = await bring_to(JobStatus.QUEUED, at=now)
        older = await bring_to(JobStatus.QUEUED, at=now - MINUTE)
        await store.acknowledge(older.id, card_message_id=CARD, at=now)
        await store.acknowledge(younger.id, card_message_id=CARD, at=now + MINUTE)

        assert [w.job_id for w in await store.waiting()] == [older.id, younger.id]
        newly = await store.waiting(acknowledged_after=now)
        assert [w.job_id for w in newly] == [younger.id]


class TestCancelAndDelete:
    @pytest.mark.parametrize(
        "status",
        [JobStatus.QUEUED, JobStatus.SUBMITTING, JobStatus.UNKNOWN, JobStatus.RUNNING],
    )
    async def test_the_first_wish_is_recorded_and_stays(self, store, bring_to, clock, status):
        job = await bring_to(status)
        now = clock.now()
        wished = await store.request_cancel(job.id, actor=Actor.member(UserId(5)), at=now)
        again = await store.request_cancel(
            job.id, actor=Actor.moderator(UserId(6)), at=now + MINUTE
        )

        assert wished == again
        assert wished.status is status
        assert (wished.cancel_requested_by, wished.cancel_requested_at) == ("member:5", now)
        last = (await store.events(job.id))[-1]
        assert (last.before, last.after, last.actor) == (status, status, "member:5")

    @pytest.mark.parametrize(
        "status", [JobStatus.DELIVERING, JobStatus.DELIVERED, JobStatus.FAILED, JobStatus.EXPIRED]
    )
    async def test_a_wish_that_comes_too_late_changes_nothing(self, store, bring_to, clock, status):
        job = await bring_to(status)

        assert job == await store.request_cancel(job.id, actor=FRONT, at=clock.now())
        assert job == await store.get(job.id)

    async def test_a_deleted_result_is_noted_once_with_who_did_it(self, store, bring_to, clock):
        job = await bring_to(JobStatus.DELIVERED)
        now = clock.now()
        deleted = await store.mark_deleted(job.id, actor=Actor.moderator(UserId(6)), at=now)
        again = await store.mark_deleted(job.id, actor=FRONT, at=now + MINUTE)

        assert deleted == again == replace(job, deleted_at=now)
        events = await store.events(job.id)
        assert [event.actor for event in events if event.detail == "result_deleted"] == [
            "moderator:6"
        ]


class TestLookingUp:
    async def test_jobs_by_status(self, store, bring_to):
        running = await bring_to(JobStatus.RUNNING)
        unknown = await bring_to(JobStatus.UNKNOWN)
        await bring_to(JobStatus.DELIVERED)

        assert [running, unknown] == await store.with_status(JobStatus.RUNNING, JobStatus.UNKNOWN)
        assert await store.with_status() == []

    async def test_kept_clips_whose_time_is_over(self, store, bring_to, clock):
        kept = []
        for finished_at in (clock.now() - MINUTE, clock.now()):
            job = await bring_to(JobStatus.DELIVERING)
            kept.append(
                await store.transition(
                    job.id,
                    JobStatus.KEPT,
                    actor=WORKER,
                    at=clock.now(),
                    finished_at=finished_at,
                    kept_file="clip.mp4",
                )
            )

        assert await store.kept_before(clock.now()) == kept[:1]

    async def test_expired_predictions_that_may_finish_after_all(self, store, bring_to, clock):
        now = clock.now()

        async def expire(before, *, submitted_at, reason):
            job = await bring_to(before)
            changes = {"submitted_at": submitted_at, "reason": reason}
            return await store.transition(
                job.id, JobStatus.EXPIRED, actor=WORKER, at=now, **changes
            )

        late = Reason.DEADLINE_PASSED
        recent = await expire(JobStatus.RUNNING, submitted_at=now, reason=late)
        await expire(JobStatus.RUNNING, submitted_at=now - MINUTE, reason=late)
        await expire(JobStatus.KEPT, submitted_at=now, reason=Reason.KEPT_TOO_LONG)

        assert await store.expired_since(now - MINUTE) == [recent]

    async def test_money_since_a_moment(self, store, bring_to, clock):
        now = clock.now()
        await bring_to(JobStatus.QUEUED, at=now - MINUTE, usd="100")
        await bring_to(JobStatus.QUEUED, at=now, usd="1.40")
        free = await bring_to(JobStatus.QUEUED, at=now, usd="50")
        await store.transition(
            free.id, JobStatus.CANCELLED, actor=WORKER, at=now, cost_usd=Decimal(0)
        )
        await bring_to(JobStatus.REFUSED, at=now, usd="50")
        charged = await bring_to(JobStatus.DELIVERING, at=now, usd="1.40")
        await store.transition(
            charged.id, JobStatus.FAILED, actor=WORKER, at=now, cost_usd=Decimal("2.345678")
        )

        assert await store.usd_since(now) == Decimal("3.745678")
        assert await store.usd_since(now + MINUTE) == Decimal(0)


class TestErasure:
    async def test_dead_tokens_go_and_live_ones_stay(self, store, bring_to, clock, database):
        dead = await bring_to(JobStatus.DELIVERED, at=clock.now() - 15 * MINUTE)
        alive = await bring_to(JobStatus.QUEUED, at=clock.now() - 14 * MINUTE)

        # One is dead already when its steps are written, so bring it back for the sweep.
        async def revive(connection):
            await connection.execute(
                jobs.update().where(jobs.c.id == dead.id).values(interaction_token="t")
            )

        await database.write(revive)
        assert await store.erase_dead_tokens(clock.now()) == 1
        assert (await store.get(dead.id)).interaction_token is None
        assert (await store.get(alive.id)).interaction_token is not None
        assert await store.erase_dead_tokens(clock.now()) == 0

    @pytest.mark.parametrize("status", JobStatus)
    async def test_texts_of_ended_jobs_go_when_their_time_is_over(
        self, store, bring_to, clock, status
    ):
        job = await bring_to(status, at=clock.now() - MINUTE)
        is_needed = status in {
            JobStatus.QUEUED,
            JobStatus.SUBMITTING,
            JobStatus.UNKNOWN,
            JobStatus.RUNNING,
            JobStatus.DELIVERING,
            JobStatus.KEPT,
        }

        assert await store.erase_texts(created_before=clock.now(), at_most=9) == (not is_needed)
        assert (await store.get(job.id)).request.prompt == ("A red fox" if is_needed else "")

    async def test_links_go_with_the_texts_and_counts_and_costs_stay(self, store, bring_to, clock):
        job = await bring_to(JobStatus.DELIVERING)
        job = await store.transition(
            job.id,
            JobStatus.DELIVERED,
            actor=WORKER,
            at=clock.now(),
            cost_usd=Decimal("1.40"),
            output_url="https://example.com/clip.mp4",
            message_url="https://discord.com/channels/1/2/3",
        )
        await store.erase_texts(created_before=clock.now() + MINUTE, at_most=1)

        assert await store.get(job.id) == replace(
            job,
            request=replace(job.request, prompt="", negative_prompt=""),
            output_url=None,
            message_url=None,
        )

    async def test_a_batch_is_small_and_takes_the_oldest(self, store, bring_to, clock):
        ages = (1, 3, 2)
        old = [await bring_to(JobStatus.FAILED, at=clock.now() - n * MINUTE) for n in ages]

        assert await store.erase_texts(created_before=clock.now(), at_most=2) == 2
        left = [bool((await store.get(job.id)).request.prompt) for job in old]
        assert left == [True, False, False]
        assert await store.erase_texts(created_before=clock.now(), at_most=2) == 1
        assert await store.erase_texts(created_before=clock.now(), at_most=2) == 0


class TestEncryption:
    async def test_with_a_key_no_private_text_stands_in_the_file(
        self, database, database_file, new_attempt
    ):
        store = SqlJobStore(database, cipher=TextCipher([Fernet.generate_key().decode()]))
        attempt = new_attempt(prompt="a prompt to keep", token="a-token-to-keep")
        job = (await store.submit(attempt, accept)).job

        assert await store.get(job.id) == job
        assert (job.request, job.interaction_token) == (attempt.request, "a-token-to-keep")
        written = (
            database_file.read_bytes() + database_file.with_name("showreel.db-wal").read_bytes()
        )
        assert b"to keep" not in written
        assert b"to-keep" not in written

    async def test_texts_written_without_a_key_stay_readable_with_one(
        self, database, store, new_attempt
    ):
        plain = (await store.submit(new_attempt(), accept)).job
        with_key = SqlJobStore(database, cipher=TextCipher([Fernet.generate_key().decode()]))

        assert await with_key.get(plain.id) == plain

    async def test_a_prompt_that_looks_encrypted_comes_back_as_it_was(
        self, store, new_attempt, database
    ):
        prompt = "fernet:gAAAAA is how I start"
        job = (await store.submit(new_attempt(prompt=prompt), accept)).job

        assert (await store.get(job.id)).request.prompt == prompt
        assert (await stored_texts(database, job.id)).prompt != prompt

    async def test_a_lost_key_is_said_and_not_guessed_around(self, database, store, new_attempt):
        sealed = SqlJobStore(database, cipher=TextCipher([Fernet.generate_key().decode()]))
        job = (await sealed.submit(new_attempt(), accept)).job

        read = await store.get(job.id)
        assert (read.texts_unreadable, read.request.prompt) == (True, "")
        assert read.interaction_token is None


class TestRefuseAll:
    """Many attempts that were refused alike, in one write."""

    @pytest.fixture
    def attempts(self, new_attempt, clock):
        return [
            replace(
                new_attempt(user=number, at=clock.now() + timedelta(milliseconds=number)),
                reference=f"R{number:05}",
            )
            for number in range(120)
        ]

    async def test_each_is_the_row_and_the_event_that_a_single_refusal_is(self, store, attempts):
        await store.refuse_all(attempts[:2], "overloaded")
        single = await store.refuse(attempts[0], "overloaded")

        first, second, _ = await store.with_status(JobStatus.REFUSED)
        assert replace(first, id=single.id) == single
        assert second.destination.user_id == 1
        (event,) = await store.events(first.id)
        (single_event,) = await store.events(single.id)
        assert replace(event, job_id=single.id) == single_event

    async def test_what_stands_there_already_is_left_out(self, store, attempts):
        await store.refuse_all(attempts[:70], "overloaded")
        await store.refuse_all(attempts, "overloaded")
        await store.refuse_all(attempts, "overloaded")

        written = await store.with_status(JobStatus.REFUSED)
        assert [job.reference for job in written] == [attempt.reference for attempt in attempts]

    async def test_texts_are_sealed(self, database, attempts):
        cipher = TextCipher([Fernet.generate_key().decode()])
        store = SqlJobStore(database, cipher=cipher)
        await store.refuse_all(attempts[:1], "overloaded")

        async def stored(connection):
            return (await connection.execute(select(jobs.c.prompt))).scalar_one()

        assert attempts[0].request.prompt not in await database.read(stored)
        assert (await store.with_status(JobStatus.REFUSED))[0].request == attempts[0].request
