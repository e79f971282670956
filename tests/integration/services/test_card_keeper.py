"""Cards tell the truth, in order, and never hold up the work."""

import asyncio
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.errors import DiscordAwayError, WayClosedError
from bot.domain.ids import PredictionId
from bot.domain.job import Job, JobStatus
from bot.domain.messenger import CardView
from bot.domain.prediction import PredictionStatus
from bot.messaging.cards import render_card
from bot.services.cards import LAST_WORD_WAITS_S, REFRESH_EVERY_S, STOP_WITHIN_S
from tests.support.workshop import MEMBER, Workshop, open_workshop, presser

FIRST = PredictionId("prediction-1")
URL = "https://clips.example/fox.mp4"


def shown(workshop: Workshop, job: Job) -> list[str]:
    """What the card's last line said, edit by edit."""
    return [
        render_card(workshop.catalogue, card, view).splitlines()[-1]
        for card, view in workshop.messenger.cards
        if card.id == job.id
    ]


def places(workshop: Workshop, job: Job) -> list[int | None]:
    """The places its card has told, each once while it stayed the same."""
    told = [view.place for card, view in workshop.messenger.cards if card.id == job.id]
    return [place for place, before in zip(told, [None, *told], strict=False) if place != before]


def states(workshop: Workshop, job: Job) -> list[JobStatus]:
    return [card.status for card, _ in workshop.messenger.cards if card.id == job.id]


async def fail(workshop: Workshop) -> Job:
    workshop.start()
    job = await workshop.running_job()
    workshop.api.finish(
        FIRST, PredictionStatus.FAILED, reason="provider_rejected", cost_usd=Decimal(0)
    )
    return await workshop.until_status(job.id, JobStatus.FAILED)


async def test_a_card_follows_its_job_from_start_to_end(workshop: Workshop) -> None:
    workshop.start()
    job = await workshop.running_job()
    workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
    await workshop.until_status(job.id, JobStatus.DELIVERED)

    followed = states(workshop, job)
    assert JobStatus.DELIVERED is followed[-1]
    assert followed == sorted(followed, key=list(JobStatus).index)
    assert shown(workshop, job)[-1].endswith("Done: https://discord.test/1")


async def test_a_failure_folds_the_card_and_tells_the_member_once(workshop: Workshop) -> None:
    job = await fail(workshop)
    await workshop.clock.advance(30)

    assert JobStatus.FAILED is states(workshop, job)[-1]
    assert [job.id] == [told.id for told in workshop.messenger.ends]
    assert shown(workshop, job)[-1] == (
        "The description did not pass the video service\u2019s safety check. Nothing was charged. "
        f"Ask again with a different description. Reference `{job.reference}`."
    )


@pytest.mark.parametrize("ending", ["delivered", "cancelled"])
async def test_what_ends_as_wished_is_not_announced_beside_its_card(
    workshop: Workshop, ending: str
) -> None:
    workshop.start()
    if ending == "delivered":
        job = await workshop.running_job()
        workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
    else:
        job = (await workshop.submission.submit(workshop.order())).job
        await workshop.cancellation.cancel(job.id, presser=presser(MEMBER))

    await workshop.until_status(job.id, JobStatus(ending))
    await workshop.clock.advance(30)

    assert workshop.messenger.ends == []


async def test_a_slow_edit_is_followed_by_the_newest_state_only(workshop: Workshop) -> None:
    workshop.start()
    may_edit = asyncio.Event()
    show_card = workshop.messenger.show_card

    async def show_slowly(job, view):
        await may_edit.wait()
        await show_card(job, view)

    workshop.messenger.show_card = show_slowly
    job = await workshop.running_job()
    workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
    await workshop.until_status(job.id, JobStatus.DELIVERED)
    may_edit.set()
    await workshop.clock.settle()

    assert len(states(workshop, job)) == 2
    assert JobStatus.DELIVERED is states(workshop, job)[-1]


async def test_a_card_that_cannot_be_shown_does_not_hold_up_the_job(workshop: Workshop) -> None:
    workshop.messenger.errors["card"] = [DiscordAwayError("503"), WayClosedError("50001")] * 5
    workshop.start()
    job = await workshop.running_job()
    workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)

    await workshop.until_status(job.id, JobStatus.DELIVERED)


async def test_an_edit_that_never_ends_holds_up_the_end_for_seconds_only(tmp_path: Path) -> None:
    async def hang(_job: Job, _view: CardView) -> None:
        await asyncio.Event().wait()

    async with open_workshop(tmp_path) as workshop:
        workshop.messenger.show_card = hang
        workshop.start()
        await workshop.running_job()
        left_at = workshop.clock.monotonic()

    assert workshop.clock.monotonic() - left_at == STOP_WITHIN_S


class TestWaitingCards:
    async def test_each_tells_its_place_and_is_edited_only_when_that_changes(
        self, tmp_path: Path
    ) -> None:
        async with open_workshop(tmp_path, slots=1) as workshop:
            workshop.start()
            running = await workshop.running_job()
            second = (await workshop.accept()).job
            third = (await workshop.accept()).job
            await workshop.clock.advance(3 * REFRESH_EVERY_S)
            assert places(workshop, second) == [1]
            assert places(workshop, third) == [2]

            workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
            await workshop.until_status(running.id, JobStatus.DELIVERED)
            await workshop.clock.advance(3 * REFRESH_EVERY_S)

            assert places(workshop, third) == [2, 1]

    async def test_a_row_that_cannot_be_read_is_shown_in_a_later_round(
        self, tmp_path: Path
    ) -> None:
        async with open_workshop(tmp_path, slots=1) as workshop:
            workshop.start()
            await workshop.running_job()
            waiting = (await workshop.accept()).job
            workshop.database.is_away = True
            await workshop.clock.advance(REFRESH_EVERY_S)
            assert shown(workshop, waiting) == []

            workshop.database.is_away = False
            await workshop.clock.advance(2 * REFRESH_EVERY_S)

            assert places(workshop, waiting) == [1]


class TestTheLastWord:
    async def test_it_waits_for_a_discord_that_is_away(self, workshop: Workshop) -> None:
        workshop.start()
        job = await workshop.running_job()
        workshop.messenger.errors["card"] = [DiscordAwayError("503")] * 3
        workshop.messenger.errors["end"] = [DiscordAwayError("503")] * 2
        workshop.api.finish(FIRST, PredictionStatus.FAILED, reason="provider_error")
        await workshop.until_status(job.id, JobStatus.FAILED)
        await workshop.clock.advance(60)

        assert JobStatus.FAILED is states(workshop, job)[-1]
        assert len(workshop.messenger.ends) == 1

    async def test_it_is_given_up_in_the_end(self, workshop: Workshop) -> None:
        workshop.start()
        job = await workshop.running_job()
        tries = len(LAST_WORD_WAITS_S) + 1
        workshop.messenger.errors["end"] = [DiscordAwayError("503")] * (tries + 1)
        workshop.api.finish(FIRST, PredictionStatus.FAILED, reason="provider_error")
        await workshop.until_status(job.id, JobStatus.FAILED)
        for wait_s in (*LAST_WORD_WAITS_S, 3600):
            await workshop.clock.leap(wait_s)

        assert workshop.messenger.ends == []
        assert len(workshop.messenger.errors["end"]) == 1

    async def test_nothing_more_is_said_where_the_way_is_closed(self, workshop: Workshop) -> None:
        workshop.start()
        job = await workshop.running_job()
        workshop.messenger.errors["end"] = [WayClosedError("50001")]
        workshop.api.finish(FIRST, PredictionStatus.FAILED, reason="provider_error")
        await workshop.until_status(job.id, JobStatus.FAILED)
        for wait_s in LAST_WORD_WAITS_S:
            await workshop.clock.leap(wait_s)

        assert workshop.messenger.ends == []
