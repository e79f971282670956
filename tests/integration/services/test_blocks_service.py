"""A blocked member asks in vain, what they have waiting ends, and nobody else notices."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.domain.audit import AuditAction
from bot.domain.blocks import BlockDone
from bot.domain.errors import ConcurrencyCapError, NotFoundError, ShowreelError
from bot.domain.ids import JobId, UserId
from bot.domain.job import Job, JobStatus
from bot.domain.prediction import PredictionStatus
from bot.services.admission import RefusedError
from bot.services.block_enforcement import JOBS_AT_ONCE
from bot.services.blocks import BlockWish
from bot.storage.audit import SqlAuditLog
from bot.storage.encryption import TextCipher
from tests.support.clock import ManualClock
from tests.support.fakes import RecordingMessenger, ScriptedApi
from tests.support.workshop import (
    GUILD,
    MEMBER,
    MODERATOR,
    OTHER_GUILD,
    STRANGER,
    Workshop,
    open_workshop,
    presser,
)

MOD = presser(MODERATOR, moderator=True)

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
        slots=1,
    )


async def block(workshop: Workshop, **values: Any) -> BlockDone:
    wish: dict[str, Any] = {"user_id": MEMBER, "guild_id": GUILD, "by": MODERATOR, **values}
    return await workshop.blocks.block(BlockWish(**wish))


async def refused(workshop: Workshop, **destination: Any) -> str:
    with pytest.raises(RefusedError) as error:
        await workshop.submission.submit(workshop.order(**destination))
    return workshop.sentence(error.value)


async def ends(workshop: Workshop, job: Job) -> tuple[JobStatus, str]:
    ended = await workshop.job(job.id)
    return ended.status, ended.reason


class TestRefusals:
    async def test_the_member_is_told_why_and_until_when(self, workshop: Workshop) -> None:
        done = await block(workshop, length="3d", reason=" Spam \n again ")

        told = await refused(workshop)

        assert done.block.expires_at is not None
        until = int(done.block.expires_at.timestamp())
        assert "blocked you from asking for clips here (Spam again). Nothing was charged." in told
        assert f"The block ends <t:{until}:R>" in told
        assert (await workshop.jobs())[-1].reason == "member_blocked"

    async def test_a_block_for_good_says_so_and_one_without_a_reason_makes_none_up(
        self, workshop: Workshop
    ) -> None:
        await block(workshop)

        told = await refused(workshop)

        assert "from asking for clips here. Nothing was charged. The block has no end" in told

    async def test_it_ends_by_itself_at_its_very_microsecond(self, workshop: Workshop) -> None:
        await block(workshop, length="1h")
        await workshop.clock.advance(3600 - 0.000001)
        await refused(workshop)

        await workshop.clock.advance(0.000001)

        await workshop.submission.submit(workshop.order())

    async def test_others_and_other_servers_are_not_concerned(self, workshop: Workshop) -> None:
        await block(workshop)

        await workshop.submission.submit(workshop.order(user_id=STRANGER))
        await workshop.submission.submit(workshop.order(guild_id=OTHER_GUILD))

    async def test_it_holds_from_the_same_moment_on_and_so_does_its_end(
        self, workshop: Workshop
    ) -> None:
        await workshop.submission.submit(workshop.order())
        await block(workshop)
        await refused(workshop)

        await workshop.blocks.unblock(MEMBER, guild_id=GUILD, by=MODERATOR)

        await workshop.submission.submit(workshop.order())

    async def test_it_holds_after_a_restart(self, process: Process) -> None:
        async with process() as workshop:
            await block(workshop, reason="Spam")
        async with process() as workshop:
            assert "(Spam)" in await refused(workshop)

    async def test_no_request_asks_the_database_anew_while_nothing_changes(
        self, workshop: Workshop
    ) -> None:
        read = []
        keep = workshop.blocks._ends
        really = keep._read

        async def note(guild_id):
            read.append(guild_id)
            return await really(guild_id)

        keep._read = note
        await block(workshop, user_id=STRANGER)
        for _ in range(20):
            await workshop.submission.submit(workshop.order())

        assert read == [GUILD]


class TestWhatWaits:
    async def test_waiting_requests_are_cancelled_free_and_a_running_one_finishes(
        self, process: Process
    ) -> None:
        async with process() as workshop:
            workshop.start()
            running = await workshop.running_job()
            mine = [(await workshop.accept()).job for _ in range(2)]
            theirs = (await workshop.accept(workshop.order(user_id=STRANGER))).job
            abroad = (await workshop.accept(workshop.order(guild_id=OTHER_GUILD))).job

            done = await block(workshop)
            await workshop.clock.settle()

            assert done.cancelled == 2
            for job in mine:
                assert await ends(workshop, job) == (
                    JobStatus.CANCELLED,
                    "cancelled_by_moderator",
                )
                assert (await workshop.job(job.id)).cost_usd == 0
                events = await workshop.store.events(job.id)
                assert events[-1].actor == f"moderator:{MODERATOR}"
            told = {card.id for card, _ in workshop.messenger.cards if card.status == "cancelled"}
            assert told == {job.id for job in mine}
            going_on = await workshop.job(running.id)
            assert (going_on.status, going_on.cancel_requested_at) == (JobStatus.RUNNING, None)
            assert going_on.prediction_id is not None
            for job in (theirs, abroad):
                assert (await workshop.job(job.id)).status is JobStatus.QUEUED
            workshop.api.finish(going_on.prediction_id, PredictionStatus.FAILED)
            await workshop.until_status(running.id, JobStatus.FAILED)

    async def test_more_than_one_look_takes_are_all_cancelled(self, workshop: Workshop) -> None:
        for _ in range(JOBS_AT_ONCE + 1):
            await workshop.accept()

        done = await block(workshop)

        assert done.cancelled == JOBS_AT_ONCE + 1

    async def test_what_a_crash_left_waiting_is_cancelled_at_the_next_start(
        self, process: Process
    ) -> None:
        async with process() as workshop:
            job = (await workshop.accept()).job
            workshop.cancellation.cancel_waiting = _never  # type: ignore[method-assign] -- a crash
            with pytest.raises(KeyboardInterrupt):
                await block(workshop)
        async with process() as workshop:
            workshop.start()
            await workshop.housekeeping.sweep()

            assert await ends(workshop, job) == (JobStatus.CANCELLED, "cancelled_by_moderator")

    async def test_a_database_that_goes_away_in_between_leaves_the_rest_to_the_sweep(
        self, workshop: Workshop
    ) -> None:
        job = (await workshop.accept()).job
        of_member = workshop.store.of_member

        async def go_away(*args, **values):
            workshop.database.is_away = True
            return await of_member(*args, **values)

        workshop.store.of_member = go_away  # type: ignore[method-assign] -- breaks at this moment
        done = await block(workshop)
        assert done.cancelled is None
        workshop.database.is_away = False

        await workshop.housekeeping.sweep()

        assert (await workshop.job(job.id)).status is JobStatus.CANCELLED

    async def test_a_request_that_slipped_past_the_block_is_cancelled_by_the_sweep(
        self, workshop: Workshop
    ) -> None:
        """It was let through before the block was written, and inserted after."""
        order = workshop.order()
        reserve = workshop.store.submit

        async def block_first(*args, **values):
            await block(workshop)
            return await reserve(*args, **values)

        workshop.store.submit = block_first  # type: ignore[method-assign] -- sets the moment
        job = (await workshop.submission.submit(order)).job
        assert (await workshop.job(job.id)).status is JobStatus.QUEUED

        await workshop.housekeeping.sweep()

        assert (await workshop.job(job.id)).status is JobStatus.CANCELLED

    async def test_a_create_that_is_put_back_into_line_is_not_sent_again(
        self, workshop: Workshop
    ) -> None:
        workshop.api.may_answer.clear()
        workshop.api.create_errors = [ConcurrencyCapError("too_many")]
        workshop.start()
        job = (await workshop.accept()).job
        await workshop.until_status(job.id, JobStatus.SUBMITTING)
        assert (await block(workshop)).cancelled == 0

        workshop.api.may_answer.set()
        await workshop.until_status(job.id, JobStatus.QUEUED)
        await workshop.housekeeping.sweep()

        assert (await workshop.job(job.id)).status is JobStatus.CANCELLED


async def _never(_job: Job, **_values: object) -> bool:
    raise KeyboardInterrupt


class TestDecisions:
    @pytest.mark.parametrize(
        ("values", "key"),
        [
            ({"user_id": MODERATOR}, "block-self"),
            ({"length": "soon"}, "block-length-unreadable"),
            ({"length": "11 years"}, "block-length-too-long"),
        ],
    )
    async def test_a_block_that_cannot_be_is_explained_and_changes_nothing(
        self, workshop: Workshop, values: dict[str, Any], key: str
    ) -> None:
        with pytest.raises(ShowreelError, match=key) as error:
            await block(workshop, **values)

        told = workshop.sentence(error.value)
        assert "Nothing was changed." in told or "Nobody was blocked." in told
        assert (await workshop.blocks.page(GUILD, number=0, rows=5)).count == 0

    async def test_the_record_names_the_request_that_gave_occasion(
        self, workshop: Workshop
    ) -> None:
        job = (await workshop.accept()).job
        await block(workshop, about=job.id)

        audit = SqlAuditLog(workshop.database, cipher=TextCipher())
        (entry,) = await audit.page(GUILD, before=None, rows=5)

        assert (entry.action, entry.job_id) == (AuditAction.MEMBER_BLOCKED, job.id)

    async def test_whoever_is_not_blocked_here_cannot_be_unblocked(
        self, workshop: Workshop
    ) -> None:
        await block(workshop, guild_id=OTHER_GUILD)

        for user_id in (MEMBER, UserId(999)):
            with pytest.raises(NotFoundError, match="unblock-not-blocked"):
                await workshop.blocks.unblock(user_id, guild_id=GUILD, by=MODERATOR)
        assert (await workshop.blocks.page(OTHER_GUILD, number=0, rows=5)).count == 1

    async def test_the_requester_of_a_job_is_found_in_ones_own_server_only(
        self, workshop: Workshop
    ) -> None:
        job = (await workshop.accept()).job
        abroad = (await workshop.accept(workshop.order(guild_id=OTHER_GUILD))).job

        assert await workshop.blocks.requester(job.id, presser=MOD) == MEMBER
        for unknown in (abroad.id, JobId(10**17)):
            with pytest.raises(NotFoundError, match="job-not-found"):
                await workshop.blocks.requester(unknown, presser=MOD)

    @pytest.mark.parametrize("left", [-5, 0], ids=["a pseudonym", "nobody"])
    async def test_nobody_is_found_where_the_member_was_erased(
        self, workshop: Workshop, left: int
    ) -> None:
        job = (await workshop.accept(workshop.order(user_id=UserId(left)))).job

        with pytest.raises(ShowreelError, match="block-nobody"):
            await workshop.blocks.requester(job.id, presser=MOD)

    async def test_a_page_beyond_the_last_is_the_last(self, workshop: Workshop) -> None:
        for number in range(1, 4):
            await block(workshop, user_id=UserId(number))

        page = await workshop.blocks.page(GUILD, number=99, rows=2)

        assert [each.user_id for each in page.blocks] == [1]
