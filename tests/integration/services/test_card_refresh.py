"""Open cards are kept true: only what is new, not too often, never while Discord throttles."""

import asyncio
import itertools
from pathlib import Path

import pytest

from bot.domain.ids import PredictionId
from bot.domain.job import Job, JobStatus
from bot.domain.messenger import CardView
from bot.domain.prediction import PredictionStatus
from bot.services.cards import REFRESH_EVERY_S
from tests.support.workshop import Workshop, open_workshop

FIRST = PredictionId("prediction-1")
URL = "https://clips.example/fox.mp4"
# The first guess for five seconds of film, of which nobody is sure.
TYPICAL_S = 340.0


def views(workshop: Workshop, job: Job) -> list[CardView]:
    return [view for card, view in workshop.messenger.cards if card.id == job.id]


def bars(workshop: Workshop, job: Job) -> list[int]:
    return [view.bar_parts for view in views(workshop, job) if view.bar_parts is not None]


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
        await asyncio.sleep(0.2)  # forecasts are made in a thread, which has a time of its own
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
