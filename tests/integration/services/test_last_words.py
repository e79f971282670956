"""Nobody is left without the last word, and nobody is told the same end twice in a row."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.domain.errors import DiscordAwayError, StorageUnavailableError, WayClosedError
from bot.domain.ids import MessageId, PredictionId
from bot.domain.job import EACHLABS, OPERATOR, WORKER, Job, JobStatus
from bot.domain.messenger import CardView
from bot.domain.reasons import Reason
from bot.services.cards import LAST_WORD_WAITS_S, STOP_WITHIN_S
from bot.services.housekeeping import LONGEST_LIFE, SPEAK_EVERY_S, SWEEP_EVERY_S
from tests.support.clock import ManualClock
from tests.support.fakes import RecordingMessenger
from tests.support.workshop import Workshop, open_workshop

FIRST = PredictionId("prediction-1")
AWAY = DiscordAwayError("503")
MINUTE_S = 60
DAY_S = 24 * 3600

Process = Callable[..., AbstractAsyncContextManager[Workshop]]


@pytest.fixture
def process(tmp_path: Path) -> Process:
    """One life of the bot after another, over one database and one Discord."""
    return partial(open_workshop, tmp_path, clock=ManualClock(), messenger=RecordingMessenger())


@asynccontextmanager
async def housekeeping(workshop: Workshop) -> AsyncIterator[None]:
    running = asyncio.create_task(workshop.housekeeping.run())
    await workshop.clock.settle()
    try:
        yield
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running


async def take(workshop: Workshop, job: Job, *steps: JobStatus, reason: str = "") -> Job:
    """Write the steps as a process does that is killed before anybody is told."""
    for to in steps:
        now = workshop.clock.now()
        job = await workshop.store.transition(
            job.id, to, actor=WORKER, at=now, reason=reason, submitted_at=now, finished_at=now
        )
    return job


async def failed_unseen(workshop: Workshop) -> Job:
    job = (await workshop.accept()).job
    steps = JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.FAILED
    return await take(workshop, job, *steps, reason=Reason.PROVIDER_ERROR)


async def fail(workshop: Workshop, job: Job) -> Job:
    return await workshop.ledger.write(
        job.id,
        JobStatus.FAILED,
        actor=EACHLABS,
        reason=Reason.PROVIDER_ERROR,
        finished_at=workshop.clock.now(),
    )


def announced(workshop: Workshop) -> list[tuple[int, JobStatus]]:
    return [(job.id, job.status) for job in workshop.messenger.ends]


def folded(workshop: Workshop) -> list[tuple[int, JobStatus]]:
    return [(job.id, job.status) for job, _ in workshop.messenger.cards]


async def owed(workshop: Workshop) -> list[int]:
    long_ago = workshop.clock.now() - LONGEST_LIFE
    return [job.id for job in await workshop.store.untold(created_after=long_ago, at_most=100)]


class TestAfterAKill:
    async def test_the_next_process_folds_the_card_and_announces_the_end(
        self, process: Process
    ) -> None:
        async with process() as workshop:
            job = await failed_unseen(workshop)

        async with process() as workshop, housekeeping(workshop):
            assert folded(workshop) == [(job.id, JobStatus.FAILED)]
            assert announced(workshop) == [(job.id, JobStatus.FAILED)]
            assert await owed(workshop) == []

    @pytest.mark.parametrize(
        "steps",
        [
            (JobStatus.CANCELLED,),
            (
                JobStatus.SUBMITTING,
                JobStatus.RUNNING,
                JobStatus.DELIVERING,
                JobStatus.DELIVERED,
            ),
        ],
        ids=lambda steps: steps[-1].value,
    )
    async def test_an_end_that_speaks_for_itself_folds_its_card_only(
        self, process: Process, steps: tuple[JobStatus, ...]
    ) -> None:
        async with process() as workshop:
            job = await take(workshop, (await workshop.accept()).job, *steps)

        async with process() as workshop, housekeeping(workshop):
            assert folded(workshop) == [(job.id, steps[-1])]
            assert announced(workshop) == []
            assert await owed(workshop) == []

    async def test_what_was_said_is_not_said_again(self, process: Process) -> None:
        async with process() as workshop:
            workshop.start()
            await fail(workshop, await workshop.running_job())
            await workshop.clock.settle()
            assert len(workshop.messenger.ends) == 1

        async with process() as workshop, housekeeping(workshop):
            workshop.start()
            await workshop.clock.advance(3 * SPEAK_EVERY_S)

            assert len(workshop.messenger.ends) == 1

    async def test_what_a_stop_cut_off_is_said_by_the_next_process(self, process: Process) -> None:
        async with process() as workshop:
            workshop.start()
            job = await workshop.running_job()
            workshop.messenger.errors["end"] = [AWAY] * 2
            await fail(workshop, job)
            stopping = asyncio.create_task(workshop.stop())
            await workshop.clock.settle()
            await workshop.clock.advance(STOP_WITHIN_S)
            await stopping
            assert announced(workshop) == []

        async with process() as workshop, housekeeping(workshop):
            assert announced(workshop) == [(job.id, JobStatus.FAILED)]
            assert await owed(workshop) == []

    async def test_a_job_that_went_unknown_is_told_and_later_its_settling(
        self, process: Process
    ) -> None:
        async with process() as workshop:
            job = (await workshop.accept()).job
            await take(workshop, job, JobStatus.SUBMITTING, JobStatus.UNKNOWN)

        async with process() as workshop, housekeeping(workshop):
            assert announced(workshop) == [(job.id, JobStatus.UNKNOWN)]
            await workshop.store.transition(
                job.id, JobStatus.FAILED, actor=OPERATOR, at=workshop.clock.now()
            )
            await workshop.clock.advance(SPEAK_EVERY_S)

            assert announced(workshop)[1:] == [(job.id, JobStatus.FAILED)]

    async def test_last_weeks_words_are_said_and_last_months_are_not(
        self, process: Process
    ) -> None:
        async with process() as workshop:
            await failed_unseen(workshop)
            await workshop.clock.leap(20 * DAY_S)
            recent = await failed_unseen(workshop)
            await workshop.clock.leap(7 * DAY_S)

        async with process() as workshop, housekeeping(workshop):
            assert announced(workshop) == [(recent.id, JobStatus.FAILED)]


class TestWhileDiscordIsAway:
    async def test_a_word_that_was_given_up_is_said_when_discord_is_back(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await workshop.running_job()
        workshop.messenger.errors["end"] = [AWAY] * (2 * len(LAST_WORD_WAITS_S) + 3)
        async with housekeeping(workshop):
            await fail(workshop, job)
            await workshop.clock.advance(2 * sum(LAST_WORD_WAITS_S) + 3 * SPEAK_EVERY_S)
            assert workshop.messenger.errors["end"] == []

            await workshop.clock.advance(2 * SPEAK_EVERY_S)

            assert announced(workshop) == [(job.id, JobStatus.FAILED)]
            assert await owed(workshop) == []

    async def test_a_closed_way_counts_as_told(self, workshop: Workshop) -> None:
        workshop.start()
        job = await workshop.running_job()
        workshop.messenger.errors["end"] = [WayClosedError("50001")]
        async with housekeeping(workshop):
            await fail(workshop, job)
            await workshop.clock.advance(3 * SPEAK_EVERY_S)

            assert announced(workshop) == []
            assert await owed(workshop) == []

    async def test_a_newer_state_does_not_wait_behind_an_old_word(self, workshop: Workshop) -> None:
        workshop.start()
        job = await workshop.running_job()
        workshop.messenger.errors["end"] = [AWAY] * 4
        expired = await workshop.ledger.write(
            job.id, JobStatus.EXPIRED, actor=WORKER, reason=Reason.DEADLINE_PASSED
        )
        await workshop.clock.settle()
        await workshop.clock.advance(sum(LAST_WORD_WAITS_S[:3]) + 1)
        assert workshop.messenger.errors["end"] == []

        await workshop.ledger.write(expired.id, JobStatus.DELIVERING, actor=EACHLABS)
        await workshop.clock.settle()

        assert (job.id, JobStatus.DELIVERING) == folded(workshop)[-1]
        assert announced(workshop) == []


class TestOnce:
    async def test_two_who_tell_of_one_end_announce_it_once(self, workshop: Workshop) -> None:
        job = await failed_unseen(workshop)
        job = await workshop.job(job.id)

        workshop.cards.changed(job)
        await workshop.clock.settle()
        workshop.cards.changed(job)
        workshop.cards.changed(job)
        await workshop.clock.settle()

        assert announced(workshop) == [(job.id, JobStatus.FAILED)]

    async def test_a_round_beside_an_announcement_under_way_adds_none(
        self, workshop: Workshop
    ) -> None:
        may_announce = asyncio.Event()
        announce_end = workshop.messenger.announce_end

        async def announce_slowly(job: Job) -> None:
            await may_announce.wait()
            await announce_end(job)

        workshop.messenger.announce_end = announce_slowly
        job = await failed_unseen(workshop)
        workshop.cards.changed(job)
        await workshop.clock.settle()

        await workshop.housekeeping.speak()
        await workshop.clock.settle()
        may_announce.set()
        await workshop.clock.settle()

        assert announced(workshop) == [(job.id, JobStatus.FAILED)]

    async def test_a_round_that_read_the_log_before_the_word_was_said_adds_none(
        self, workshop: Workshop
    ) -> None:
        job = await failed_unseen(workshop)
        untold = workshop.store.untold

        async def read_slowly(**values):
            rows = await untold(**values)
            workshop.cards.changed(job)
            await workshop.clock.settle()
            return rows

        workshop.store.untold = read_slowly
        await workshop.housekeeping.speak()
        await workshop.clock.settle()

        assert announced(workshop) == [(job.id, JobStatus.FAILED)]

    async def test_a_word_that_cannot_be_marked_is_not_said_each_minute(
        self, workshop: Workshop
    ) -> None:
        job = await failed_unseen(workshop)
        mark_told = workshop.store.mark_told

        async def refuse(_job_id, _status) -> None:
            raise StorageUnavailableError("disk full")

        workshop.store.mark_told = refuse
        async with housekeeping(workshop):
            await workshop.clock.advance(5 * SPEAK_EVERY_S)
            assert announced(workshop) == [(job.id, JobStatus.FAILED)]
            assert await owed(workshop) == [job.id]

            workshop.store.mark_told = mark_told
            await workshop.clock.advance(SPEAK_EVERY_S)

            assert announced(workshop) == [(job.id, JobStatus.FAILED)]
            assert await owed(workshop) == []

    async def test_an_end_that_comes_twice_for_two_reasons_is_told_twice(
        self, workshop: Workshop
    ) -> None:
        job = (await workshop.accept()).job
        steps = JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.EXPIRED
        workshop.cards.changed(await take(workshop, job, *steps, reason=Reason.DEADLINE_PASSED))
        await workshop.clock.settle()
        steps = JobStatus.DELIVERING, JobStatus.KEPT, JobStatus.EXPIRED
        workshop.cards.changed(await take(workshop, job, *steps, reason=Reason.KEPT_TOO_LONG))
        await workshop.clock.settle()

        assert [told.reason for told in workshop.messenger.ends] == [
            Reason.DEADLINE_PASSED,
            Reason.KEPT_TOO_LONG,
        ]


class UnconfirmedMessenger(RecordingMessenger):
    """Shows cards as the product does: without a known card, Discord is asked for it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked_for_card = 0

    async def card_message_id(self, job: Job) -> MessageId | None:
        self.asked_for_card += 1
        return await super().card_message_id(job)

    async def show_card(self, job: Job, view: CardView) -> None:
        if job.card_message_id is not None or await self.card_message_id(job) is not None:
            await super().show_card(job, view)


class TestWithoutACard:
    async def test_a_request_that_was_never_confirmed_owes_nothing_in_the_end(
        self, tmp_path: Path
    ) -> None:
        messenger = UnconfirmedMessenger()
        async with open_workshop(tmp_path, messenger=messenger) as workshop:
            job = (await workshop.submission.submit(workshop.order())).job
            async with housekeeping(workshop):
                await workshop.until_status(job.id, JobStatus.CANCELLED)
                await workshop.clock.advance(30 * MINUTE_S)

            assert messenger.asked_for_card == 2
            assert await owed(workshop) == []
            assert announced(workshop) == []

    async def test_one_that_was_withdrawn_is_looked_at_once_and_owes_nothing(
        self, tmp_path: Path
    ) -> None:
        messenger = UnconfirmedMessenger()
        async with open_workshop(tmp_path, messenger=messenger) as workshop:
            job = (await workshop.submission.submit(workshop.order())).job
            await workshop.submission.withdraw(job.id)
            async with housekeeping(workshop):
                await workshop.clock.advance(30 * MINUTE_S)

            assert messenger.asked_for_card == 1
            assert await owed(workshop) == []

    async def test_a_refusal_owes_nothing(self, workshop: Workshop) -> None:
        order = workshop.order()
        accepted = await workshop.submission.submit(order)
        await workshop.store.refuse(workshop.submission._attempt(order), "guild_not_allowed")

        assert await owed(workshop) == []
        assert accepted.job.owes_word is False


class TestAConfirmationCutByAKill:
    """The row is there and the card may stand, but nobody wrote down that it does."""

    async def reserve(self, process: Process) -> Job:
        async with process() as workshop:
            return (await workshop.submission.submit(workshop.order())).job

    async def test_a_card_that_stands_is_confirmed_within_a_minute_of_the_restart(
        self, process: Process
    ) -> None:
        job = await self.reserve(process)

        async with process() as workshop, housekeeping(workshop):
            workshop.messenger.standing_cards[job.id] = MessageId(1001)
            workshop.start()
            restarted_at = workshop.clock.now()
            await workshop.until_status(job.id, JobStatus.RUNNING)

            assert workshop.clock.now() - restarted_at < timedelta(seconds=MINUTE_S)
            assert len(workshop.api.created) == 1

    async def test_one_that_does_not_is_cancelled_unpaid_within_a_minute(
        self, process: Process
    ) -> None:
        job = await self.reserve(process)

        async with process() as workshop, housekeeping(workshop):
            workshop.start()
            restarted_at = workshop.clock.now()
            cancelled = await workshop.until_status(job.id, JobStatus.CANCELLED)

            assert workshop.clock.now() - restarted_at < timedelta(seconds=MINUTE_S)
            assert cancelled.reason == Reason.NOT_ACKNOWLEDGED
            assert workshop.api.created == []

    async def test_a_restart_that_took_its_time_settles_it_at_once(self, process: Process) -> None:
        job = await self.reserve(process)

        async with process() as workshop:
            await workshop.clock.leap(5 * MINUTE_S)
            workshop.messenger.standing_cards[job.id] = MessageId(1001)
            await workshop.housekeeping.sweep()

            assert (await workshop.job(job.id)).acknowledged_at is not None


class TestTheLoops:
    async def test_a_wait_that_others_cancelled_ends_no_loop(self, workshop: Workshop) -> None:
        job = (await workshop.submission.submit(workshop.order())).job
        look = workshop.messenger.card_message_id
        waits: list[asyncio.Future[MessageId | None]] = []

        async def wait_for_what_is_cancelled(_job: Job) -> MessageId | None:
            waits.append(asyncio.Future())
            waits[-1].cancel()
            return await waits[-1]

        workshop.messenger.card_message_id = wait_for_what_is_cancelled
        workshop.start()
        async with housekeeping(workshop):
            await workshop.until(lambda: waits)
            workshop.messenger.card_message_id = look
            workshop.messenger.standing_cards[job.id] = MessageId(1001)

            await workshop.until_status(job.id, JobStatus.RUNNING)

    async def test_a_defect_in_saying_words_does_not_end_the_saying(
        self, workshop: Workshop
    ) -> None:
        job = await failed_unseen(workshop)
        untold = workshop.store.untold

        async def break_down(**_values):
            raise ZeroDivisionError

        workshop.store.untold = break_down
        async with housekeeping(workshop):
            workshop.store.untold = untold
            await workshop.clock.advance(SPEAK_EVERY_S)

            assert announced(workshop) == [(job.id, JobStatus.FAILED)]

    async def test_a_loop_that_ends_all_the_same_ends_the_housekeeping_loudly(
        self, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        running = asyncio.create_task(workshop.housekeeping.run())
        await workshop.clock.settle()

        async def broken_clock(_seconds: float) -> None:
            raise OSError

        monkeypatch.setattr(workshop.clock, "sleep", broken_clock)
        await workshop.clock.advance(SWEEP_EVERY_S)

        with pytest.raises(ExceptionGroup):
            await running

    async def test_a_stop_ends_all_of_them(self, workshop: Workshop) -> None:
        async with housekeeping(workshop):
            pass

        assert [task for task in asyncio.all_tasks() if task.get_name() in {"sweep", "speak"}] == []
