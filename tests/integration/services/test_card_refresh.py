"""Open cards are kept true: only what is new, not too often, never while Discord throttles."""

import asyncio
import itertools
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.errors import DiscordAwayError, NoBalanceError
from bot.domain.ids import ChannelId, JobId, PredictionId
from bot.domain.job import Job, JobStatus
from bot.domain.messenger import CardView
from bot.domain.order import Order
from bot.domain.prediction import PredictionStatus
from bot.services import card_views
from bot.services.cards import REFRESH_EVERY_S, REFRESHED_IN_CHANNEL
from tests.support.workshop import MEMBER, Workshop, open_workshop, presser

FIRST = PredictionId("prediction-1")
URL = "https://clips.example/fox.mp4"
# The first guess for five seconds of film, of which nobody is sure.
TYPICAL_S = 340.0
DAY = timedelta(days=1)


def views(workshop: Workshop, job: Job) -> list[CardView]:
    return [view for card, view in workshop.messenger.cards if card.id == job.id]


def bars(workshop: Workshop, job: Job) -> list[int]:
    return [view.bar_parts for view in views(workshop, job) if view.bar_parts is not None]


async def waiting_job(workshop: Workshop, order: Order | None = None) -> Job:
    """One that stands in line, as the worker would have it."""
    job = (await workshop.accept(order)).job
    for waiting in await workshop.store.waiting():
        workshop.queue.add(waiting)
    return job


async def refresh(workshop: Workshop, *, paused: bool = False) -> None:
    """One round, to its end."""
    await workshop.cards.refresh(paused=paused)
    await workshop.clock.settle()


async def test_a_bar_grows_and_a_range_shrinks_while_a_clip_is_made(workshop: Workshop) -> None:
    workshop.start()
    job = await workshop.running_job()
    await workshop.clock.advance(0.7 * TYPICAL_S)

    grown = bars(workshop, job)
    assert grown[0] == 0
    assert grown == sorted(grown)
    assert grown[-1] >= 5
    first, last = views(workshop, job)[1].ends_in, views(workshop, job)[-1].ends_in
    assert first is not None
    assert last is not None
    assert last.to_min < first.to_min


async def test_no_card_is_edited_twice_in_ten_seconds_or_without_news(workshop: Workshop) -> None:
    workshop.start()
    job = await workshop.running_job()
    workshop.messenger.cards.clear()
    for _ in range(30):
        before = len(views(workshop, job))
        await workshop.clock.advance(REFRESH_EVERY_S)
        assert len(views(workshop, job)) - before <= 2  # one round, and its neighbour's edge

    said = views(workshop, job)
    assert len(said) <= 30
    assert all(one != other for one, other in itertools.pairwise(said))


async def test_ten_seconds_lie_between_two_edits_however_often_there_is_news(
    tmp_path: Path,
) -> None:
    async with open_workshop(tmp_path, slots=0) as workshop:
        workshop.start()
        job = (await workshop.accept()).job
        await workshop.clock.settle()
        (waiting,) = workshop.queue.waiting_jobs()
        edited_at = []
        for second in range(45):
            # Every second another one stands before it.
            ahead = waiting.queued_at - timedelta(seconds=second + 1)
            workshop.queue.add(replace(waiting, job_id=JobId(1000 + second), queued_at=ahead))
            before = len(views(workshop, job))
            await workshop.clock.advance(1)
            edited_at += [second] * (len(views(workshop, job)) - before)

        gaps = [later - earlier for earlier, later in itertools.pairwise(edited_at)]
        assert len(gaps) >= 3
        assert all(gap >= 10 for gap in gaps)


async def test_a_clip_that_takes_longer_than_usual_is_said_to(tmp_path: Path) -> None:
    async with open_workshop(tmp_path, job_timeout_s=3600.0) as workshop:
        workshop.start()
        job = await workshop.running_job()
        assert not views(workshop, job)[-1].is_late

        await workshop.clock.advance(2.5 * TYPICAL_S)

        assert views(workshop, job)[-1].is_late
        assert bars(workshop, job)[-1] == 9


async def test_while_discord_throttles_no_card_is_refreshed(workshop: Workshop) -> None:
    workshop.start()
    job = await workshop.running_job()
    workshop.messenger.cards.clear()
    workshop.messenger.is_throttled = True
    await workshop.clock.advance(0.7 * TYPICAL_S)
    assert views(workshop, job) == []

    workshop.messenger.is_throttled = False
    await workshop.clock.advance(2 * REFRESH_EVERY_S)

    assert bars(workshop, job)[-1] >= 5


async def test_the_end_is_said_although_discord_throttles(workshop: Workshop) -> None:
    workshop.start()
    job = await workshop.running_job()
    workshop.messenger.is_throttled = True
    workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
    await workshop.until_status(job.id, JobStatus.DELIVERED)
    await workshop.clock.settle()

    assert workshop.messenger.cards[-1][0].status is JobStatus.DELIVERED


async def test_after_a_restart_the_numbers_are_right_again(tmp_path: Path) -> None:
    async with open_workshop(tmp_path, slots=1) as workshop:
        workshop.start()
        running = await workshop.running_job()
        waiting = (await workshop.accept()).job
        await workshop.clock.advance(0.5 * TYPICAL_S)
        before = bars(workshop, running)[-1]
    async with open_workshop(tmp_path, slots=1, clock=workshop.clock) as again:
        again.start()
        await again.clock.advance(REFRESH_EVERY_S)

        assert bars(again, running)[-1] >= before
        assert views(again, waiting)[-1].place == 1
        assert views(again, waiting)[-1].starts_in is not None


@pytest.mark.parametrize("private", [True, False])
async def test_a_private_card_has_a_last_edit_before_its_token_dies(
    tmp_path: Path, *, private: bool
) -> None:
    async with open_workshop(tmp_path, job_timeout_s=7200.0) as workshop:
        workshop.start()
        job = (await workshop.accept(workshop.order(private=private))).job
        await workshop.clock.advance(14 * 60)
        assert not any(view.is_last for view in views(workshop, job))

        await workshop.clock.advance(50)
        at_the_end = views(workshop, job)
        assert at_the_end[-1].is_last is private

        await workshop.clock.advance(600)
        assert (views(workshop, job) == at_the_end) is private


async def test_a_bar_never_goes_back_although_clips_turn_out_to_take_longer(
    workshop: Workshop,
) -> None:
    workshop.start()
    job = await workshop.running_job()
    await workshop.clock.advance(0.5 * TYPICAL_S)
    before = bars(workshop, job)[-1]
    workshop.latency.relearn(5, [4 * TYPICAL_S] * 200)
    await workshop.clock.advance(3 * REFRESH_EVERY_S)

    assert before >= 4
    assert bars(workshop, job) == sorted(bars(workshop, job))


async def test_an_edit_that_failed_is_made_up_for(tmp_path: Path) -> None:
    async with open_workshop(tmp_path, slots=0) as workshop:
        job = await waiting_job(workshop)
        workshop.messenger.errors["card"] = [DiscordAwayError("503")]
        for _ in range(3):
            await refresh(workshop)

        assert [view.place for view in views(workshop, job)] == [1]


async def test_who_falls_far_back_in_line_is_told_no_place_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_views, "PLACES_SHOWN", 1)
    async with open_workshop(tmp_path, slots=0) as workshop:
        first = await waiting_job(workshop)
        await refresh(workshop)
        assert [view.place for view in views(workshop, first)] == [1]

        workshop.queue.add(
            replace(
                workshop.queue.waiting_jobs()[0],
                job_id=JobId(999),
                queued_at=first.created_at - DAY,
            )
        )
        for _ in range(3):
            await refresh(workshop)

        assert [view.place for view in views(workshop, first)] == [1, None]
        assert workshop.cards._said == {}


async def test_a_card_that_says_being_started_or_stopped_is_left_alone(workshop: Workshop) -> None:
    workshop.start()
    job = await workshop.running_job()
    await workshop.cancellation.cancel(job.id, presser=presser(MEMBER))
    await workshop.clock.settle()
    workshop.messenger.cards.clear()
    await workshop.clock.advance(0.7 * TYPICAL_S)

    assert views(workshop, job) == []


async def test_a_round_edits_a_few_cards_of_a_channel_and_the_next_one_others(
    tmp_path: Path,
) -> None:
    """Discord takes few edits in a channel, and a last word must not wait behind fifty."""
    async with open_workshop(tmp_path, slots=0) as workshop:
        jobs = [await waiting_job(workshop) for _ in range(2 * REFRESHED_IN_CHANNEL + 1)]
        elsewhere = await waiting_job(workshop, workshop.order(channel_id=ChannelId(801)))
        told = []
        for _ in range(3):
            workshop.messenger.cards.clear()
            await refresh(workshop)
            told.append({card.id for card, _ in workshop.messenger.cards})

        assert [len(edited - {elsewhere.id}) for edited in told] == [
            REFRESHED_IN_CHANNEL,
            REFRESHED_IN_CHANNEL,
            1,
        ]
        assert elsewhere.id in told[0]
        assert set().union(*told) == {job.id for job in [*jobs, elsewhere]}


async def test_while_no_create_is_sent_nobody_is_told_when_they_start(tmp_path: Path) -> None:
    """Though no switch was set: here, the balance is used up."""
    async with open_workshop(tmp_path) as workshop:
        workshop.api.create_errors = [NoBalanceError("no_balance")]
        workshop.api.balance_answers = [Decimal(0)] * 100
        workshop.start()
        job = (await workshop.accept()).job
        await workshop.clock.advance(2)
        for _ in range(3):
            await workshop.clock.advance(REFRESH_EVERY_S)

        last = views(workshop, job)[-1]
        assert last.place == 1
        assert last.paused
        assert last.starts_in is None


async def test_whose_card_was_left_out_of_a_round_comes_first_in_the_next(tmp_path: Path) -> None:
    async with open_workshop(tmp_path, slots=0) as workshop:
        jobs = [await waiting_job(workshop) for _ in range(2 * REFRESHED_IN_CHANNEL)]
        for paused in (False, False, True, False, True, False):
            workshop.messenger.cards.clear()
            await refresh(workshop, paused=paused)
            edited = {card.id for card, _ in workshop.messenger.cards}
            halves = (
                {job.id for job in jobs[:REFRESHED_IN_CHANNEL]},
                {job.id for job in jobs[REFRESHED_IN_CHANNEL:]},
            )
            assert edited in halves


class TestRaces:
    async def test_a_step_taken_while_a_row_is_read_is_not_undone(self, tmp_path: Path) -> None:
        """As after a restart, when nothing is known of what the card says."""
        async with open_workshop(tmp_path, slots=0) as workshop:
            job = await waiting_job(workshop)
            get = workshop.store.get

            async def get_late(job_id: JobId) -> Job | None:
                old = await get(job_id)
                workshop.store.get = get
                await workshop.cancellation.cancel(job_id, presser=presser(MEMBER))
                return old

            workshop.store.get = get_late
            await refresh(workshop)

            assert [card.status for card, _ in workshop.messenger.cards if card.id == job.id] == [
                JobStatus.CANCELLED
            ]

    async def test_a_round_is_not_overtaken_by_the_next_one(self, tmp_path: Path) -> None:
        async with open_workshop(tmp_path, slots=0) as workshop:
            job = await waiting_job(workshop)
            may_read, get = asyncio.Event(), workshop.store.get

            async def get_slowly(job_id: JobId) -> Job | None:
                await may_read.wait()
                return await get(job_id)

            workshop.store.get = get_slowly
            slow = asyncio.create_task(workshop.cards.refresh(paused=True))
            await workshop.clock.settle()
            await workshop.cards.refresh(paused=False)
            may_read.set()
            await slow
            await refresh(workshop)

            assert [view.paused for view in views(workshop, job)] == [True, False]
