"""A clip that was paid for is not given up early, and never lost to our own disk."""

import asyncio
from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.errors import (
    ClipNotStoredError,
    ClipTooLargeError,
    ClipUnreachableError,
    ShowreelError,
    WayClosedError,
)
from bot.domain.job import DeliveryWay, Job, JobStatus
from bot.domain.prediction import PredictionStatus
from bot.domain.reasons import Reason
from bot.services.fetching import FETCH_WAITS_S, UNTOLD_FAILURES
from tests.support.clock import ManualClock
from tests.support.fakes import RecordingMessenger, ScriptedApi
from tests.support.workshop import Workshop, open_workshop

URL = "https://clips.example/fox.mp4"
LARGE_URL = "https://clips.example/large.mp4"
HOSTILE_URL = "https://clips.example/a b.mp4"
SAVED = b"kept before"
HOUR_S = 3600.0
LONGEST_WAIT_S = FETCH_WAITS_S[-1]
FIRST_WAITS_S = sum(FETCH_WAITS_S[:UNTOLD_FAILURES])
WAYS = ("channel", "interaction", "direct")
ENDED = (JobStatus.DELIVERED, JobStatus.KEPT, JobStatus.FAILED)
UNREACHABLE = ["incident-output-unreachable"]
DISK_FULL = ["incident-disk-full"]


@pytest.fixture
async def workshop(tmp_path: Path) -> AsyncIterator[Workshop]:
    async with open_workshop(tmp_path) as opened:
        opened.start()
        yield opened


async def finished(workshop: Workshop, *errors: Exception, url: str = URL) -> Job:
    """Let a clip be made whose output meets these errors, and be tried for the first time."""
    workshop.clips.errors = list(errors)
    job = await workshop.running_job()
    assert job.prediction_id is not None
    workshop.api.finish(
        job.prediction_id, PredictionStatus.SUCCEEDED, output_url=url, cost_usd=Decimal("1.40")
    )
    await workshop.until(lambda: workshop.clips.fetched)
    return job


async def hours_pass(workshop: Workshop, hours: float) -> None:
    for _ in range(int(hours * HOUR_S / LONGEST_WAIT_S)):
        await workshop.clock.leap(LONGEST_WAIT_S)


def no_way(messenger: RecordingMessenger) -> None:
    for way in WAYS:
        messenger.errors[way] = [WayClosedError("50001")]


def told(messenger: RecordingMessenger) -> list[str]:
    return [key for key, _ in messenger.told]


def unreachable(times: int) -> list[Exception]:
    return [ClipUnreachableError(Reason.OUTPUT_UNREACHABLE, detail="status 404")] * times


def not_stored(times: int) -> list[Exception]:
    return [ClipNotStoredError("No space left on device")] * times


class TestOutputOutOfReach:
    async def test_one_that_fails_at_first_is_fetched_and_nobody_is_troubled(
        self, workshop: Workshop
    ) -> None:
        job = await finished(workshop, *unreachable(UNTOLD_FAILURES))

        await workshop.until_status(job.id, JobStatus.DELIVERED)

        assert len(workshop.clips.fetched) == UNTOLD_FAILURES + 1
        assert told(workshop.messenger) == []

    async def test_the_operator_is_told_after_some_minutes_and_when_it_is_over(
        self, workshop: Workshop
    ) -> None:
        job = await finished(workshop, *unreachable(UNTOLD_FAILURES + 2))
        await workshop.clock.advance(FIRST_WAITS_S - 1)
        assert told(workshop.messenger) == []

        await workshop.clock.advance(2)
        assert workshop.messenger.told == [
            ("incident-output-unreachable", {"subject": str(job.id)})
        ]

        await workshop.until_status(job.id, JobStatus.DELIVERED)
        assert told(workshop.messenger) == [*UNREACHABLE, "incident-output-unreachable-over"]

    async def test_it_is_still_fetched_in_the_last_hour_of_its_day(
        self, workshop: Workshop
    ) -> None:
        job = await finished(workshop, *unreachable(1000))
        await hours_pass(workshop, 23.5)
        assert (await workshop.job(job.id)).status is JobStatus.DELIVERING

        workshop.clips.errors.clear()
        await workshop.clock.leap(LONGEST_WAIT_S)

        assert (await workshop.until_status(job.id, *ENDED)).status is JobStatus.DELIVERED

    async def test_after_a_day_it_fails_charged_and_says_so(self, workshop: Workshop) -> None:
        job = await finished(workshop, *unreachable(1000))

        await hours_pass(workshop, 24.5)

        failed = await workshop.until_status(job.id, *ENDED)
        assert (failed.status, failed.reason, failed.cost_usd) == (
            JobStatus.FAILED,
            Reason.OUTPUT_UNREACHABLE,
            Decimal("1.40"),
        )
        assert "could not be fetched. This clip was charged." in workshop.ending(failed)
        assert told(workshop.messenger) == [*UNREACHABLE, "incident-output-unreachable-over"]
        assert (await workshop.store.events(job.id))[-1].detail == "status 404"
        assert len(workshop.clips.fetched) < 24 * HOUR_S / LONGEST_WAIT_S + len(FETCH_WAITS_S) + 2

    async def test_a_restart_goes_on_with_the_same_day_and_the_same_incident(
        self, tmp_path: Path
    ) -> None:
        clock, api, messenger = ManualClock(), ScriptedApi(), RecordingMessenger()
        async with open_workshop(tmp_path, clock=clock, api=api, messenger=messenger) as workshop:
            workshop.start()
            job = await finished(workshop, *unreachable(1000))
            await hours_pass(workshop, 12)

        async with open_workshop(tmp_path, clock=clock, api=api, messenger=messenger) as workshop:
            workshop.clips.errors = unreachable(1000)
            workshop.start()
            await hours_pass(workshop, 13)
            failed = await workshop.until_status(job.id, *ENDED)

        assert failed.status is JobStatus.FAILED
        assert told(messenger) == [*UNREACHABLE, "incident-output-unreachable-over"]


class TestOurOwnDisk:
    async def test_a_clip_waits_for_room_and_the_operator_is_told_once(
        self, workshop: Workshop
    ) -> None:
        job = await finished(workshop, *not_stored(1000))
        await hours_pass(workshop, 20)
        assert (await workshop.job(job.id)).status is JobStatus.DELIVERING
        assert told(workshop.messenger) == DISK_FULL

        workshop.clips.errors.clear()
        await workshop.clock.leap(LONGEST_WAIT_S)

        delivered = await workshop.until_status(job.id, *ENDED)
        assert (delivered.status, delivered.delivery) == (
            JobStatus.DELIVERED,
            DeliveryWay.ATTACHMENT,
        )
        assert told(workshop.messenger) == [*DISK_FULL, "incident-disk-full-over"]

    async def test_a_clip_that_still_finds_room_does_not_end_the_trouble_of_another(
        self, workshop: Workshop
    ) -> None:
        (workshop.clips.errors_by_url[LARGE_URL],) = not_stored(1)
        large = await finished(workshop, url=LARGE_URL)
        small = await finished(workshop)
        await workshop.until_status(small.id, *ENDED)
        assert (await workshop.job(large.id)).status is JobStatus.DELIVERING
        assert told(workshop.messenger) == DISK_FULL

        workshop.clips.errors_by_url.clear()
        await workshop.clock.leap(LONGEST_WAIT_S)

        await workshop.until_status(large.id, *ENDED)
        assert told(workshop.messenger) == [*DISK_FULL, "incident-disk-full-over"]

    async def test_a_clip_that_is_no_longer_tried_does_not_keep_the_trouble_open(
        self, workshop: Workshop
    ) -> None:
        too_large = ClipTooLargeError(Reason.OUTPUT_TOO_LARGE)
        given_up = await finished(workshop, *not_stored(1), too_large)
        await workshop.clock.leap(LONGEST_WAIT_S)
        await workshop.until_status(given_up.id, *ENDED)
        assert told(workshop.messenger) == DISK_FULL

        fitting = await finished(workshop)

        await workshop.until_status(fitting.id, *ENDED)
        assert told(workshop.messenger) == [*DISK_FULL, "incident-disk-full-over"]

    async def test_while_the_link_still_holds_the_member_is_given_it(
        self, workshop: Workshop
    ) -> None:
        job = await finished(workshop, *not_stored(1000))

        await hours_pass(workshop, 23.5)

        delivered = await workshop.until_status(job.id, *ENDED)
        assert (delivered.status, delivered.delivery) == (JobStatus.DELIVERED, DeliveryWay.LINK)
        assert told(workshop.messenger) == DISK_FULL

    async def test_a_link_that_cannot_be_posted_fails_then(self, workshop: Workshop) -> None:
        job = await finished(workshop, *not_stored(1000), url=HOSTILE_URL)

        await hours_pass(workshop, 23.5)

        failed = await workshop.until_status(job.id, *ENDED)
        assert (failed.status, failed.reason) == (JobStatus.FAILED, Reason.OUTPUT_UNREACHABLE)

    async def test_a_clip_that_cannot_be_kept_yet_is_held_and_not_fetched_again(
        self, workshop: Workshop
    ) -> None:
        no_way(workshop.messenger)
        job = await workshop.running_job()
        blocked = workshop.folder / "kept"
        blocked.rmdir()
        blocked.touch()  # a file where the folder should be: nothing can be kept
        workshop.api.finish(job.prediction_id, PredictionStatus.SUCCEEDED, output_url=URL)
        await workshop.until(lambda: workshop.clips.fetched)
        await hours_pass(workshop, 2)
        assert (await workshop.job(job.id)).status is JobStatus.DELIVERING
        assert told(workshop.messenger) == DISK_FULL

        blocked.unlink()
        kept = await workshop.until_status(job.id, *ENDED)

        assert kept.status is JobStatus.KEPT
        assert workshop.clips.fetched == [URL]
        assert told(workshop.messenger) == [*DISK_FULL, "incident-disk-full-over"]

    async def test_a_full_store_keeps_what_was_paid_for_and_takes_nothing_new(
        self, tmp_path: Path
    ) -> None:
        async with open_workshop(tmp_path, max_media_bytes=1500) as workshop:
            workshop.start()
            jobs = [await workshop.running_job() for _ in range(3)]
            for job in jobs:
                no_way(workshop.messenger)
                workshop.api.finish(job.prediction_id, PredictionStatus.SUCCEEDED, output_url=URL)
                kept = await workshop.until_status(job.id, *ENDED)
                assert kept.status is JobStatus.KEPT
                assert (await workshop.kept_clips.clip(kept.kept_file)).size_bytes == 1000

            with pytest.raises(ShowreelError):
                await workshop.accept()


class TestKeptBefore:
    """The process died after a clip was kept and before that was written down."""

    @pytest.fixture
    def saved(self, workshop: Workshop) -> Path:
        folder = workshop.folder / "kept"
        folder.mkdir(exist_ok=True)
        path = folder / "job-1-REF001.mp4"
        path.write_bytes(SAVED)
        return path

    async def ended(self, workshop: Workshop) -> Job:
        job = await workshop.running_job()
        workshop.api.finish(job.prediction_id, PredictionStatus.SUCCEEDED, output_url=URL)
        return await workshop.until_status(job.id, *ENDED)

    async def test_it_stays_kept_though_its_link_is_dead(
        self, workshop: Workshop, saved: Path
    ) -> None:
        workshop.clips.errors = unreachable(1000)
        no_way(workshop.messenger)

        kept = await self.ended(workshop)

        assert (kept.status, kept.kept_file) == (JobStatus.KEPT, saved.name)
        assert (await workshop.kept_clips.clip(saved.name)).size_bytes == len(SAVED)

    async def test_a_file_that_another_log_left_is_not_taken_for_it(
        self, workshop: Workshop, saved: Path
    ) -> None:
        """A new database beside an old folder counts its jobs from one again."""
        await asyncio.to_thread(saved.rename, saved.with_name("job-1-A1B2C3.mp4"))

        delivered = await self.ended(workshop)

        assert workshop.clips.fetched == [URL]
        assert delivered.output_bytes == 1000

    async def test_a_way_that_has_opened_takes_it_and_the_file_goes(
        self, workshop: Workshop, saved: Path
    ) -> None:
        workshop.clips.errors = unreachable(1000)

        delivered = await self.ended(workshop)

        assert (delivered.status, delivered.output_bytes) == (
            JobStatus.DELIVERED,
            len(SAVED),
        )
        assert not await asyncio.to_thread(saved.exists)


async def test_a_clip_too_large_to_fetch_is_kept_as_its_link(workshop: Workshop) -> None:
    no_way(workshop.messenger)
    job = await finished(workshop, ClipTooLargeError(Reason.OUTPUT_TOO_LARGE))

    kept = await workshop.until_status(job.id, *ENDED)

    assert (kept.status, kept.reason, kept.kept_file, kept.output_url) == (
        JobStatus.KEPT,
        Reason.NOWHERE_TO_DELIVER,
        None,
        URL,
    )
    assert "This clip was charged." in workshop.ending(kept)
    assert "`/videos list` gives you its link" in workshop.ending(kept)
