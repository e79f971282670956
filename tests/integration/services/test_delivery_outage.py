"""Discord away for minutes, hours or a whole day: nothing is lost, and nothing changes its way."""

from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.errors import ClipTooLargeError, DiscordAwayError, WayClosedError
from bot.domain.job import DeliveryWay, Job, JobStatus
from bot.domain.prediction import PredictionStatus
from bot.domain.reasons import Reason
from bot.services.ladder import SEND_PATIENCE, SEND_WAITS_S
from tests.support.clock import ManualClock
from tests.support.fakes import RecordingMessenger, ScriptedApi
from tests.support.workshop import Workshop, open_workshop

URL = "https://clips.example/fox.mp4"
WAYS = ("channel", "interaction", "direct")
MINUTE_S = 60.0
HOUR_S = 3600.0
ENDED = (JobStatus.DELIVERED, JobStatus.KEPT, JobStatus.FAILED)


@pytest.fixture
async def workshop(tmp_path: Path) -> AsyncIterator[Workshop]:
    async with open_workshop(tmp_path) as opened:
        opened.start()
        yield opened


async def finished(workshop: Workshop, **destination: object) -> Job:
    """Let a clip be made while Discord does not answer, on any way."""
    job = await workshop.running_job(workshop.order(**destination))
    assert job.prediction_id is not None
    for way in WAYS:
        workshop.messenger.errors[way] = [DiscordAwayError("503/0")] * 2000
    workshop.api.finish(
        job.prediction_id, PredictionStatus.SUCCEEDED, output_url=URL, cost_usd=Decimal("1.40")
    )
    return await workshop.until_status(job.id, JobStatus.DELIVERING)


def comes_back(workshop: Workshop) -> None:
    workshop.messenger.errors.clear()


async def test_a_public_clip_never_slips_into_a_direct_message(workshop: Workshop) -> None:
    job = await finished(workshop)

    await workshop.clock.advance(20 * MINUTE_S)

    assert (await workshop.job(job.id)).status is JobStatus.DELIVERING
    assert set(workshop.messenger.sending) == {"channel"}
    comes_back(workshop)
    delivered = await workshop.until_status(job.id, *ENDED)
    assert (delivered.status, delivered.delivery) == (
        JobStatus.DELIVERED,
        DeliveryWay.ATTACHMENT,
    )
    assert [way for way, _ in workshop.messenger.results] == ["channel"]


async def test_a_clip_waits_for_hours_on_disk_and_is_fetched_once(workshop: Workshop) -> None:
    job = await finished(workshop)

    await workshop.clock.leap(12 * HOUR_S)
    comes_back(workshop)

    assert (await workshop.until_status(job.id, *ENDED)).status is JobStatus.DELIVERED
    assert workshop.clips.fetched == [URL]


async def test_an_outage_is_asked_about_ever_more_slowly(workshop: Workshop) -> None:
    await finished(workshop)

    await workshop.clock.advance(sum(SEND_WAITS_S))
    asked = len(workshop.messenger.sending)
    await workshop.clock.advance(4 * SEND_WAITS_S[-1])

    assert asked == len(SEND_WAITS_S) + 1
    assert len(workshop.messenger.sending) == asked + 4


async def test_a_clip_too_large_to_fetch_waits_as_a_link(workshop: Workshop) -> None:
    workshop.clips.errors = [ClipTooLargeError(Reason.OUTPUT_TOO_LARGE)]
    job = await finished(workshop)

    await workshop.clock.leap(HOUR_S)
    comes_back(workshop)

    delivered = await workshop.until_status(job.id, *ENDED)
    assert (delivered.status, delivered.delivery) == (JobStatus.DELIVERED, DeliveryWay.LINK)


async def test_a_way_that_turns_out_to_be_closed_after_an_outage_gives_place_to_the_next(
    workshop: Workshop,
) -> None:
    job = await finished(workshop, private=True)

    await workshop.clock.advance(20 * MINUTE_S)
    comes_back(workshop)
    workshop.messenger.errors["interaction"] = [WayClosedError("401/50027")]

    delivered = await workshop.until_status(job.id, *ENDED)
    assert delivered.delivery is DeliveryWay.DIRECT_MESSAGE


async def test_after_a_day_a_clip_is_kept_and_no_other_way_is_tried(workshop: Workshop) -> None:
    job = await finished(workshop)

    await workshop.clock.leap(SEND_PATIENCE.total_seconds() - MINUTE_S)
    assert (await workshop.job(job.id)).status is JobStatus.DELIVERING
    await workshop.clock.advance(2 * MINUTE_S)

    kept = await workshop.until_status(job.id, JobStatus.KEPT)
    assert (kept.status, kept.reason) == (JobStatus.KEPT, Reason.NOWHERE_TO_DELIVER)
    assert set(workshop.messenger.sending) == {"channel"}


async def test_after_a_day_a_link_waits_to_be_asked_for(workshop: Workshop) -> None:
    workshop.clips.errors = [ClipTooLargeError(Reason.OUTPUT_TOO_LARGE)]
    job = await finished(workshop)

    await workshop.clock.leap(SEND_PATIENCE.total_seconds())

    kept = await workshop.until_status(job.id, JobStatus.KEPT)
    assert (kept.reason, kept.kept_file) == (Reason.NOWHERE_TO_DELIVER, None)
    assert "This clip was charged." in workshop.ending(kept)


async def test_a_stop_does_not_wait_for_discord_and_the_next_run_delivers(tmp_path: Path) -> None:
    clock, api, messenger = ManualClock(), ScriptedApi(), RecordingMessenger()
    async with open_workshop(tmp_path, clock=clock, api=api, messenger=messenger) as workshop:
        workshop.start()
        job = await finished(workshop)
        await clock.leap(30 * MINUTE_S)
        stopped_at = clock.now()
        await workshop.stop()
        assert clock.now() == stopped_at
        assert (await workshop.job(job.id)).status is JobStatus.DELIVERING
    messenger.errors.clear()

    async with open_workshop(tmp_path, clock=clock, api=api, messenger=messenger) as workshop:
        workshop.start()
        assert (await workshop.until_status(job.id, *ENDED)).status is JobStatus.DELIVERED
