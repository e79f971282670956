"""Accepted or refused: every attempt is a row, and the member reads why and until when."""

import asyncio
import math
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from structlog.typing import EventDict

from bot.domain.clip import ClipRequest
from bot.domain.errors import InvalidOptionError, ShowreelError, StorageUnavailableError
from bot.domain.ids import MessageId
from bot.domain.job import FRONT, Job, JobStatus
from bot.domain.ports import Pause, Submission
from bot.domain.prediction import PredictionStatus
from bot.domain.reasons import Reason
from bot.services.admission import RefusedError
from bot.services.withdrawals import CLOSE_WITHIN_S
from tests.support.waiting import until
from tests.support.workshop import (
    GENEROUS,
    GUILD,
    MEMBER,
    OTHER_GUILD,
    STRANGER,
    Workshop,
    open_workshop,
    presser,
)

Open = Callable[..., AbstractAsyncContextManager[Workshop]]


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    return partial(open_workshop, tmp_path)


@asynccontextmanager
async def limited(opened: Open, **caps: Any) -> AsyncIterator[Workshop]:
    async with opened(policy=replace(GENEROUS, **caps)) as workshop:
        yield workshop


async def refusal(workshop: Workshop, **destination: object) -> ShowreelError:
    with pytest.raises(ShowreelError) as raised:
        await workshop.submission.submit(workshop.order(**destination))
    return raised.value


class TestAccepted:
    async def test_an_accepted_request_is_a_row_with_all_that_a_delivery_needs(
        self, workshop: Workshop
    ) -> None:
        order = workshop.order(private=True, guild_locale="de")

        accepted = await workshop.submission.submit(order)

        job = await workshop.job(accepted.job.id)
        assert job == accepted.job
        assert JobStatus.QUEUED is job.status
        assert order.request == job.request
        assert order.destination == job.destination
        assert order.interaction_token == job.interaction_token
        assert job.cost_estimated_usd == Decimal("1.40")
        assert (job.reason, job.cost_usd, job.acknowledged_at) == ("", None, None)

    async def test_the_estimate_is_the_price_of_that_length(self, workshop: Workshop) -> None:
        accepted = await workshop.submission.submit(
            workshop.order(ClipRequest(prompt="a fox", duration_s=10))
        )

        assert accepted.job.cost_estimated_usd == Decimal("2.80")

    async def test_the_first_card_tells_the_place_in_line(self, workshop: Workshop) -> None:
        first = await workshop.submission.submit(workshop.order())
        second = await workshop.submission.submit(workshop.order())

        assert [first.view.place, second.view.place] == [1, 2]

    async def test_confirming_makes_it_claimable_and_wakes_the_worker(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        await workshop.clock.settle()
        accepted = await workshop.submission.submit(workshop.order())
        assert list(await workshop.store.waiting()) == []

        await workshop.submission.confirm(accepted.job.id, card_message_id=MessageId(1001))
        await workshop.clock.settle()

        job = await workshop.job(accepted.job.id)
        assert JobStatus.RUNNING is job.status
        assert job.card_message_id == MessageId(1001)
        assert job.acknowledged_at == workshop.clock.now()

    async def test_a_confirmation_that_cannot_be_written_is_left_to_the_sweeper(
        self, workshop: Workshop
    ) -> None:
        accepted = await workshop.submission.submit(workshop.order())
        workshop.database.is_away = True

        await workshop.submission.confirm(accepted.job.id, card_message_id=MessageId(1001))

        workshop.database.is_away = False
        assert (await workshop.job(accepted.job.id)).acknowledged_at is None

    async def test_confirming_what_was_cancelled_meanwhile_only_tells_of_the_card(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        accepted = await workshop.submission.submit(workshop.order())
        await workshop.submission.withdraw(accepted.job.id)

        await workshop.submission.confirm(accepted.job.id, card_message_id=MessageId(1001))
        await workshop.clock.advance(5)

        job = await workshop.job(accepted.job.id)
        assert (job.status, job.card_message_id) == (JobStatus.CANCELLED, MessageId(1001))
        assert job.acknowledged_at is None
        assert workshop.api.created == []


class TestWithdrawn:
    async def test_a_card_that_never_appeared_ends_the_job_unpaid(self, workshop: Workshop) -> None:
        accepted = await workshop.submission.submit(workshop.order())

        await workshop.submission.withdraw(accepted.job.id)

        job = await workshop.job(accepted.job.id)
        assert (job.status, job.reason) == (JobStatus.CANCELLED, Reason.NOT_ACKNOWLEDGED)
        assert (Decimal(0), workshop.clock.now()) == (job.cost_usd, job.finished_at)
        assert "Nothing was charged. Ask again." in workshop.ending(job)

    async def test_a_withdrawn_job_counts_against_no_limit(self, opened: Open) -> None:
        async with limited(opened, user_jobs_per_day=1) as workshop:
            accepted = await workshop.submission.submit(workshop.order())
            await workshop.submission.withdraw(accepted.job.id)

            await workshop.submission.submit(workshop.order())

    async def test_a_withdrawal_that_comes_late_changes_nothing(self, workshop: Workshop) -> None:
        workshop.start()
        job = await workshop.running_job()

        await workshop.submission.withdraw(job.id)

        assert JobStatus.RUNNING is (await workshop.job(job.id)).status

    async def test_a_withdrawal_that_cannot_be_written_is_tried_again(
        self, workshop: Workshop
    ) -> None:
        accepted = await workshop.submission.submit(workshop.order())
        workshop.database.is_away = True
        await workshop.submission.withdraw(accepted.job.id)
        await workshop.clock.advance(2)
        workshop.database.is_away = False

        await workshop.clock.advance(5)

        job = await workshop.job(accepted.job.id)
        assert (job.status, job.reason) == (JobStatus.CANCELLED, Reason.NOT_ACKNOWLEDGED)

    async def test_a_withdrawal_that_was_never_written_is_left_to_the_sweeper(
        self, workshop: Workshop
    ) -> None:
        accepted = await workshop.submission.submit(workshop.order())
        workshop.database.is_away = True
        await workshop.submission.withdraw(accepted.job.id)
        await workshop.clock.settle()
        await workshop.clock.advance(60)
        workshop.database.is_away = False

        await workshop.clock.advance(60)
        assert JobStatus.QUEUED is (await workshop.job(accepted.job.id)).status
        await workshop.housekeeping.sweep()

        assert JobStatus.CANCELLED is (await workshop.job(accepted.job.id)).status

    async def test_a_closing_front_finishes_its_withdrawals_first(self, workshop: Workshop) -> None:
        workshop.database.may_write.clear()
        submitting = asyncio.create_task(workshop.submission.submit(workshop.order()))
        await until(lambda: workshop.database.waiting_writers)
        submitting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await submitting
        closing = asyncio.create_task(workshop.submission.close())
        await workshop.clock.advance(2)
        assert not closing.done()

        workshop.database.may_write.set()
        await closing

        (job,) = await workshop.jobs()
        assert (job.status, job.reason) == (JobStatus.CANCELLED, Reason.NOT_ACKNOWLEDGED)

    async def test_a_closing_front_does_not_wait_for_ever(self, workshop: Workshop) -> None:
        accepted = await workshop.submission.submit(workshop.order())
        workshop.database.may_write.clear()
        withdrawing = asyncio.create_task(workshop.submission.withdraw(accepted.job.id))
        workshop.database.is_away = True
        workshop.database.may_write.set()
        await withdrawing
        await workshop.clock.settle()
        closing = asyncio.create_task(workshop.submission.close())
        await workshop.clock.settle()
        assert not closing.done()

        await workshop.clock.advance(CLOSE_WITHIN_S)

        assert closing.done()

    async def test_a_late_row_is_withdrawn_though_the_database_goes_away_again(
        self, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        workshop.database.may_write.clear()
        submitting = asyncio.create_task(workshop.submission.submit(workshop.order()))
        await until(lambda: workshop.database.waiting_writers)
        submitting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await submitting
        transition = workshop.store.transition

        async def no_answer(*_args: object, **_values: object) -> Job:
            monkeypatch.setattr(workshop.store, "transition", transition)
            raise StorageUnavailableError("away")

        monkeypatch.setattr(workshop.store, "transition", no_answer)
        workshop.database.may_write.set()
        await workshop.clock.settle()
        assert [job.status for job in await workshop.jobs()] == [JobStatus.QUEUED]

        await workshop.clock.advance(1)

        assert [job.status for job in await workshop.jobs()] == [JobStatus.CANCELLED]

    async def test_a_write_that_never_arrives_is_given_up(
        self, workshop: Workshop, monkeypatch: pytest.MonkeyPatch, logged: list[EventDict]
    ) -> None:
        other = (await workshop.submission.submit(workshop.order())).job

        async def never_arrives(*_args: object, **_scope: object) -> Submission:
            raise StorageUnavailableError("no answer; outcome unknown")

        monkeypatch.setattr(workshop.store, "submit", never_arrives)
        await refusal(workshop)
        workshop.database.is_away = True
        await workshop.clock.settle()
        await workshop.clock.advance(3)
        workshop.database.is_away = False

        await workshop.clock.advance(60)

        assert "unseen_row_not_found" in [event["event"] for event in logged]
        assert list(await workshop.jobs()) == [other]

    async def test_a_row_that_nobody_saw_written_is_found_and_withdrawn(
        self, workshop: Workshop
    ) -> None:
        workshop.database.may_write.clear()
        submitting = asyncio.create_task(workshop.submission.submit(workshop.order()))
        await until(lambda: workshop.database.waiting_writers)
        submitting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await submitting
        workshop.database.loses_written_answers = True
        workshop.database.may_write.set()
        await workshop.clock.settle()
        workshop.database.loses_written_answers = False

        await workshop.clock.advance(1)

        (job,) = await workshop.jobs()
        assert (job.status, job.reason) == (JobStatus.CANCELLED, Reason.NOT_ACKNOWLEDGED)
        assert str(FRONT) == (await workshop.store.events(job.id))[-1].actor

    async def test_a_front_that_ran_out_of_time_withdraws_the_row_it_never_saw(
        self, workshop: Workshop
    ) -> None:
        workshop.database.may_write.clear()
        submitting = asyncio.create_task(workshop.submission.submit(workshop.order()))
        await until(lambda: workshop.database.waiting_writers)
        submitting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await submitting
        workshop.database.may_write.set()
        await workshop.clock.settle()

        (job,) = await workshop.jobs()
        assert (job.status, job.reason) == (JobStatus.CANCELLED, Reason.NOT_ACKNOWLEDGED)

    async def test_a_front_that_ran_out_of_time_leaves_a_refusal_as_it_is(
        self, opened: Open
    ) -> None:
        async with limited(opened, user_jobs_per_day=0) as workshop:
            workshop.database.may_write.clear()
            submitting = asyncio.create_task(workshop.submission.submit(workshop.order()))
            await until(lambda: workshop.database.waiting_writers)
            submitting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await submitting
            workshop.database.may_write.set()
            await workshop.clock.settle()

            (job,) = await workshop.jobs()
            assert JobStatus.REFUSED is job.status


class TestSwitches:
    async def test_a_guild_that_is_not_allowed_is_refused_and_reported_once(
        self, opened: Open
    ) -> None:
        async with opened(allowed_guilds=frozenset({OTHER_GUILD})) as workshop:
            error = await refusal(workshop)
            await refusal(workshop)
            await workshop.clock.settle()

            assert error.key == "refused-guild-not-allowed"
            assert "Nothing was charged" in workshop.sentence(error)
            assert [("incident-guild-refused", {"subject": str(GUILD)})] == workshop.messenger.told
            jobs = await workshop.jobs()
            assert [(job.status, job.reason) for job in jobs] == [
                (JobStatus.REFUSED, "guild_not_allowed")
            ] * 2
            assert next(job.reference for job in jobs) == error.values["reference"]
            assert next(job.id for job in jobs) == error.job_id
            assert {None} == {job.interaction_token for job in jobs}

            await workshop.submission.submit(workshop.order(guild_id=OTHER_GUILD))

    async def test_during_a_pause_the_member_reads_the_operators_reason(
        self, workshop: Workshop
    ) -> None:
        await workshop.switches.set_pause(
            Pause(reason="back at *nine*", since=workshop.clock.now())
        )

        error = await refusal(workshop)

        assert error.key == "refused-paused-by-operator"
        assert r"(back at \*nine\*). Nothing was charged." in workshop.sentence(error)
        (refused,) = await workshop.jobs()
        assert (refused.reason, refused.id) == (Reason.PAUSED_BY_OPERATOR, error.job_id)

        await workshop.switches.set_pause(None)

        await workshop.submission.submit(workshop.order())

    async def test_when_the_media_folder_is_full_nothing_new_starts(self, opened: Open) -> None:
        async with opened(max_media_bytes=0) as workshop:
            error = await refusal(workshop)
            await workshop.clock.settle()

            assert error.key == "refused-storage-full"
            assert "Nothing was charged. Try again later." in workshop.sentence(error)
            (refused,) = await workshop.jobs()
            assert (refused.reason, refused.id) == (Reason.STORAGE_FULL, error.job_id)
            assert [key for key, _ in workshop.messenger.told] == ["incident-media-full"]


FULL_CAPS: list[tuple[dict[str, Any], str, dict[str, object]]] = [
    ({"user_max_queued": 1}, "refused-user-waiting-limit", {}),
    ({"guild_max_queued": 1}, "refused-guild-waiting-limit", {"user_id": STRANGER}),
    ({"user_jobs_per_day": 1}, "refused-user-daily-limit-until", {}),
    ({"guild_jobs_per_day": 1}, "refused-guild-daily-limit-until", {"user_id": STRANGER}),
    ({"user_usd_per_day": Decimal("2.79")}, "refused-user-money-limit-until", {}),
    (
        {"guild_usd_per_day": Decimal("2.79")},
        "refused-guild-money-limit-until",
        {"user_id": STRANGER},
    ),
    (
        {"total_usd_per_day": Decimal("2.79")},
        "refused-total-money-limit-until",
        {"user_id": STRANGER, "guild_id": OTHER_GUILD},
    ),
]


class TestLimits:
    @pytest.mark.parametrize(("caps", "key", "second"), FULL_CAPS)
    async def test_the_first_fits_and_the_second_is_refused_by_name_and_costs_nothing(
        self, opened: Open, caps: dict[str, Any], key: str, second: dict[str, object]
    ) -> None:
        async with limited(opened, **caps) as workshop:
            first = await workshop.submission.submit(workshop.order())

            error = await refusal(workshop, **second)

            assert key == error.key
            assert "Nothing was charged." in workshop.sentence(error)
            refused = (await workshop.jobs())[-1]
            assert JobStatus.REFUSED is refused.status
            assert f"refused-{refused.reason.replace('_', '-')}" == key.removesuffix("-until")
            assert refused.reference == error.values["reference"]
            assert refused.id == error.job_id
            assert (refused.cost_estimated_usd, refused.queued_at) == (None, None)
            if key.endswith("-until"):
                frees_at = first.job.created_at + timedelta(days=1)
                assert frees_at == error.values["frees_at"]
                assert f"<t:{int(frees_at.timestamp())}:R>" in workshop.sentence(error)

    @pytest.mark.parametrize(
        ("caps", "second"), [(caps, second) for caps, key, second in FULL_CAPS if "until" in key]
    )
    async def test_at_the_told_moment_there_is_room_and_not_a_moment_before(
        self, opened: Open, caps: dict[str, Any], second: dict[str, object]
    ) -> None:
        async with limited(opened, **caps) as workshop:
            await workshop.submission.submit(workshop.order())
            error = await refusal(workshop, **second)
            frees_at = error.values["frees_at"]
            assert not isinstance(frees_at, str | int | float)
            wait_s = (frees_at - workshop.clock.now()).total_seconds()

            await workshop.clock.leap(wait_s - 0.001)
            again = await refusal(workshop, **second)
            await workshop.clock.leap(0.001)
            accepted = await workshop.submission.submit(workshop.order(**second))

            assert frees_at == again.values["frees_at"]
            assert JobStatus.QUEUED is accepted.job.status

    @pytest.mark.parametrize(
        ("caps", "key"),
        [
            ({"user_jobs_per_day": 0}, "refused-user-daily-limit"),
            ({"guild_jobs_per_day": 0}, "refused-guild-daily-limit"),
            ({"user_usd_per_day": Decimal("1.39")}, "refused-user-money-limit"),
            ({"guild_usd_per_day": Decimal(0)}, "refused-guild-money-limit"),
            ({"total_usd_per_day": Decimal(0)}, "refused-total-money-limit"),
            ({"user_max_running": 0}, "refused-running-not-allowed"),
            ({"guild_max_running": 0}, "refused-running-not-allowed"),
        ],
    )
    async def test_what_is_never_allowed_is_refused_without_an_end(
        self, opened: Open, caps: dict[str, Any], key: str
    ) -> None:
        async with limited(opened, **caps) as workshop:
            error = await refusal(workshop)

            assert key == error.key
            assert "frees_at" not in error.values
            assert (await workshop.jobs())[0].id == error.job_id
            assert "Nothing was charged." in workshop.sentence(error)

    async def test_a_wait_that_is_too_long_is_told(self, tmp_path: Path) -> None:
        policy = replace(GENEROUS, max_wait_s=3600)
        async with open_workshop(
            tmp_path,
            policy=policy,
            expected_wait_s=lambda duration_s: lambda _usage: duration_s * 1440,
        ) as workshop:
            error = await refusal(workshop)

            assert error.key == "refused-wait-too-long"
            assert "in about 2 hours" in workshop.sentence(error)
            assert (await workshop.jobs())[0].reason == Reason.WAIT_TOO_LONG

    async def test_two_at_once_cannot_both_take_the_last_place(self, opened: Open) -> None:
        async with limited(opened, user_jobs_per_day=1) as workshop:
            outcomes = await asyncio.gather(
                *(workshop.submission.submit(workshop.order()) for _ in range(5)),
                return_exceptions=True,
            )

            refused = [outcome for outcome in outcomes if isinstance(outcome, RefusedError)]
            assert len(refused) == 4
            assert [
                job.status for job in await workshop.jobs() if job.status is not JobStatus.REFUSED
            ] == [JobStatus.QUEUED]

    async def test_what_cost_nothing_does_not_count(self, opened: Open) -> None:
        async with limited(opened, user_jobs_per_day=1, total_usd_per_day=Decimal(2)) as workshop:
            for _ in range(3):
                accepted = await workshop.accept()
                await workshop.cancellation.cancel(accepted.job.id, presser=presser(MEMBER))

            await workshop.accept()

    async def test_the_real_cost_takes_the_place_of_the_estimate(self, opened: Open) -> None:
        async with limited(opened, total_usd_per_day=Decimal("3.00")) as workshop:
            workshop.start()
            job = await workshop.running_job()
            workshop.api.finish(
                job.prediction_id,
                PredictionStatus.FAILED,
                reason="provider_error",
                cost_usd=Decimal("1.70"),
            )
            await workshop.until_status(job.id, JobStatus.FAILED)

            error = await refusal(workshop)

            assert error.key == "refused-total-money-limit-until"


FORGED = [
    (ClipRequest(prompt=" "), "prompt_empty"),
    (ClipRequest(prompt="x" * 2501), "text_too_long"),
    (ClipRequest(prompt="fox", negative_prompt="x" * 10_000), "text_too_long"),
    (ClipRequest(prompt="fox\0 \ud83e"), "text_unreadable"),
    (ClipRequest(prompt="fox", negative_prompt="\udfff"), "text_unreadable"),
    (ClipRequest(prompt="fox", duration_s=7), "duration_unknown"),
    (ClipRequest(prompt="fox", duration_s=10**30), "duration_unknown"),
    (ClipRequest(prompt="fox", duration_s=-(10**30)), "duration_unknown"),
    (ClipRequest(prompt="fox", aspect_ratio="4:3" * 100), "aspect_ratio_unknown"),
    (ClipRequest(prompt="fox", cfg_scale=1.5), "cfg_scale_out_of_range"),
    (ClipRequest(prompt="fox", cfg_scale=math.nan), "cfg_scale_out_of_range"),
    (ClipRequest(prompt="fox", cfg_scale=-math.inf), "cfg_scale_out_of_range"),
    (ClipRequest(prompt="fox", cfg_scale=1e308), "cfg_scale_out_of_range"),
]


class TestForgedOptions:
    @pytest.mark.parametrize(("forged", "problem"), FORGED)
    async def test_a_forged_option_is_refused_told_and_logged_as_far_as_the_log_can_hold_it(
        self, workshop: Workshop, forged: ClipRequest, problem: str
    ) -> None:
        with pytest.raises(InvalidOptionError) as raised:
            await workshop.submission.submit(workshop.order(forged))

        (job,) = await workshop.jobs()
        assert (JobStatus.REFUSED, f"invalid_{problem}") == (job.status, job.reason)
        assert raised.value.values["reference"] == job.reference
        assert raised.value.job_id == job.id
        sentence = workshop.sentence(raised.value)
        assert "Nothing was charged." in sentence
        assert f"Reference `{job.reference}`" in sentence
        assert len(job.request.prompt) <= 2500
        job.request.prompt.encode()


class TestDatabaseAway:
    async def test_nothing_is_accepted_that_cannot_be_counted(self, workshop: Workshop) -> None:
        workshop.start()
        workshop.database.is_away = True

        error = await refusal(workshop)

        assert error.key == "storage-unavailable"
        assert error.job_id is None
        assert "Nothing was charged." in workshop.sentence(error)
        assert f"`{error.values['reference']}`" in workshop.sentence(error)
        workshop.database.is_away = False
        await workshop.clock.advance(10)
        assert list(await workshop.jobs()) == []
        assert workshop.api.created == []

    async def test_a_row_whose_answer_was_lost_is_never_claimed(self, workshop: Workshop) -> None:
        workshop.start()
        await workshop.clock.settle()
        workshop.database.loses_written_answers = True
        error = await refusal(workshop)
        workshop.database.loses_written_answers = False

        assert error.key == "storage-unavailable"
        await workshop.clock.advance(60)
        (job,) = await workshop.jobs()
        assert JobStatus.CANCELLED is job.status
        assert workshop.api.created == []
