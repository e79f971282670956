"""What only time settles: unconfirmed cards, dead tokens, old texts, kept clips."""

import os
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.domain.errors import (
    DiscordAwayError,
    ShowreelError,
    StorageUnavailableError,
    WayClosedError,
)
from bot.domain.ids import GuildId, JobId, MessageId, PredictionId, UserId
from bot.domain.job import FRONT, Job, JobStatus
from bot.domain.prediction import PredictionStatus
from bot.domain.reasons import Reason
from bot.domain.usage import PageFilter
from bot.domain.usage_views import LogQuery, LogView
from bot.services.background import BackgroundTasks
from bot.services.delivery import kept_name
from bot.services.housekeeping import ERASE_BATCH, ERASE_EVERY_S, SWEEP_EVERY_S
from bot.storage.tables import jobs
from tests.support.workshop import Workshop, open_workshop

FIRST = PredictionId("prediction-1")
URL = "https://clips.example/fox.mp4"
DAY_S = 24 * 3600
KEPT_FOR = timedelta(days=7)


@pytest.fixture
async def kept_house(workshop: Workshop):
    """The housekeeping runs beside the worker."""
    workshop.start()
    loops = BackgroundTasks()
    loops.start(workshop.housekeeping.run(), name="housekeeping")
    yield workshop
    workshop.database.is_away = False
    await loops.stop()


async def unconfirmed(workshop: Workshop) -> Job:
    return (await workshop.submission.submit(workshop.order())).job


async def status(workshop: Workshop, job_id: JobId) -> JobStatus:
    return (await workshop.job(job_id)).status


async def fetched(workshop: Workshop, job: Job) -> None:
    await workshop.store.transition(
        job.id, JobStatus.DELIVERED, actor=FRONT, at=workshop.clock.now()
    )


async def hold(workshop: Workshop, job: Job, *, held: bool = True) -> None:
    statement = update(jobs).where(jobs.c.id == job.id).values(held=held)
    await workshop.database.write(lambda connection: connection.execute(statement))


def set_age(workshop: Workshop, path: Path, age: timedelta) -> None:
    put_there_at = (workshop.clock.now() - age).timestamp()
    os.utime(path, (put_there_at, put_there_at))


class TestUnconfirmedCards:
    async def test_a_card_that_stands_makes_its_job_claimable(self, kept_house: Workshop) -> None:
        job = await unconfirmed(kept_house)
        kept_house.messenger.standing_cards[job.id] = MessageId(1001)

        found = await kept_house.until_status(job.id, JobStatus.RUNNING)

        assert found.card_message_id == MessageId(1001)

    async def test_a_card_that_does_not_stand_ends_its_job_unpaid(
        self, kept_house: Workshop
    ) -> None:
        job = await unconfirmed(kept_house)

        gone = await kept_house.until_status(job.id, JobStatus.CANCELLED)

        assert (Reason.NOT_ACKNOWLEDGED, Decimal(0)) == (gone.reason, gone.cost_usd)
        assert kept_house.api.created == []
        assert "its card did not appear in time. Nothing was charged." in kept_house.ending(gone)

    async def test_nobody_asks_while_the_front_may_still_confirm(
        self, kept_house: Workshop
    ) -> None:
        job = await unconfirmed(kept_house)
        kept_house.messenger.standing_cards[job.id] = AssertionError("asked too early")

        await kept_house.clock.advance(19)

        assert JobStatus.QUEUED is await status(kept_house, job.id)

    async def test_while_discord_is_away_the_job_waits_for_a_minute(
        self, kept_house: Workshop
    ) -> None:
        job = await unconfirmed(kept_house)
        kept_house.messenger.standing_cards[job.id] = DiscordAwayError("503")
        await kept_house.clock.advance(59)
        assert JobStatus.QUEUED is await status(kept_house, job.id)

        await kept_house.clock.advance(SWEEP_EVERY_S)

        assert JobStatus.CANCELLED is await status(kept_house, job.id)

    async def test_a_card_found_within_that_minute_counts(self, kept_house: Workshop) -> None:
        job = await unconfirmed(kept_house)
        kept_house.messenger.standing_cards[job.id] = DiscordAwayError("503")
        await kept_house.clock.advance(40)
        kept_house.messenger.standing_cards[job.id] = MessageId(1001)

        await kept_house.until_status(job.id, JobStatus.RUNNING)

    async def test_a_job_that_was_confirmed_and_started_meanwhile_is_left_alone(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await unconfirmed(workshop)
        await workshop.clock.leap(25)

        async def look_slowly(_job: Job) -> MessageId | None:
            """Discord's answer is old when it arrives: the front was quicker after all."""
            await workshop.submission.confirm(job.id, card_message_id=MessageId(1001))
            await workshop.until_status(job.id, JobStatus.RUNNING)
            return None

        workshop.messenger.card_message_id = look_slowly
        await workshop.housekeeping.sweep()

        assert JobStatus.RUNNING is await status(workshop, job.id)

    async def test_what_an_earlier_process_left_is_settled_at_once(self, tmp_path: Path) -> None:
        async with open_workshop(tmp_path) as workshop:
            job = await unconfirmed(workshop)
            clock = workshop.clock
        await clock.leap(3600)

        async with open_workshop(tmp_path, clock=clock) as workshop:
            await workshop.housekeeping.sweep()

            assert JobStatus.CANCELLED is await status(workshop, job.id)


class TestErasing:
    async def test_a_dead_token_is_erased(self, kept_house: Workshop) -> None:
        job = (await kept_house.accept()).job
        await kept_house.clock.leap(15 * 60)
        await kept_house.clock.leap(SWEEP_EVERY_S)

        assert (await kept_house.job(job.id)).interaction_token is None

    async def test_texts_past_retention_are_erased_and_counts_stay(
        self, kept_house: Workshop
    ) -> None:
        job = await kept_house.running_job()
        kept_house.api.finish(
            FIRST, PredictionStatus.SUCCEEDED, output_url=URL, cost_usd=Decimal("1.40")
        )
        await kept_house.until_status(job.id, JobStatus.DELIVERED)
        await kept_house.clock.leap(90 * DAY_S - 3600)
        assert (await kept_house.job(job.id)).request.prompt

        await kept_house.clock.leap(2 * ERASE_EVERY_S)

        erased = await kept_house.job(job.id)
        assert (erased.request.prompt, erased.output_url, erased.message_url) == ("", None, None)
        assert (Decimal("1.40"), 1000) == (erased.cost_usd, erased.output_bytes)

    async def test_what_was_looked_for_in_the_log_is_forgotten_after_a_day(
        self, kept_house: Workshop
    ) -> None:
        view_id = await kept_house.usage_views.add(
            LogView(
                guild_id=GuildId(1),
                user_id=UserId(2),
                as_moderator=True,
                query=LogQuery(page_filter=PageFilter(guild_id=GuildId(1)), words="fox"),
                created_at=kept_house.clock.now(),
            )
        )
        await kept_house.clock.leap(DAY_S - 2 * ERASE_EVERY_S)
        assert await kept_house.usage_views.get(view_id) is not None

        await kept_house.clock.leap(4 * ERASE_EVERY_S)

        assert await kept_house.usage_views.get(view_id) is None

    async def test_all_that_is_due_goes_in_one_round_of_small_batches(
        self, workshop: Workshop
    ) -> None:
        first = (await workshop.submission.submit(workshop.order())).job
        await workshop.submission.withdraw(first.id)
        batches = []
        erase_texts = workshop.store.erase_texts

        async def count_batches(**values) -> int:
            batches.append(values["at_most"])
            return await erase_texts(**values) if len(batches) > 1 else ERASE_BATCH

        workshop.store.erase_texts = count_batches
        await workshop.clock.leap(91 * DAY_S)
        await workshop.housekeeping.erase()

        assert batches == [ERASE_BATCH] * 3
        assert (await workshop.job(first.id)).request.prompt == ""


class TestKeptClips:
    async def kept(self, workshop: Workshop) -> Job:
        for way in ("channel", "interaction", "direct"):
            workshop.messenger.errors[way] = [WayClosedError("50007")]
        job = await workshop.running_job()
        workshop.api.finish(
            FIRST, PredictionStatus.SUCCEEDED, output_url=URL, cost_usd=Decimal("1.40")
        )
        return await workshop.until_status(job.id, JobStatus.KEPT)

    async def test_they_are_let_go_when_their_days_are_over(self, kept_house: Workshop) -> None:
        job = await self.kept(kept_house)
        assert job.kept_file is not None
        await kept_house.clock.leap(7 * DAY_S - ERASE_EVERY_S)
        await kept_house.clock.leap(ERASE_EVERY_S - 60)
        assert JobStatus.KEPT is await status(kept_house, job.id)

        await kept_house.clock.leap(ERASE_EVERY_S + 60)
        expired = await kept_house.until_status(job.id, JobStatus.EXPIRED)

        assert (expired.reason, expired.kept_file) == (Reason.KEPT_TOO_LONG, None)
        assert [*(kept_house.folder / "kept").iterdir()] == []
        assert "This clip was charged." in kept_house.ending(expired)

    async def test_the_member_sees_on_the_card_and_is_told_that_it_is_gone(
        self, kept_house: Workshop
    ) -> None:
        job = await self.kept(kept_house)
        await kept_house.clock.leap(8 * DAY_S)
        await kept_house.until_status(job.id, JobStatus.EXPIRED)
        await kept_house.clock.settle()

        assert JobStatus.EXPIRED is kept_house.messenger.cards[-1][0].status
        assert [job.reason for job in kept_house.messenger.ends][-1] == Reason.KEPT_TOO_LONG

    async def test_a_file_that_cannot_be_erased_does_not_hide_the_end(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await self.kept(workshop)
        await workshop.clock.leap(8 * DAY_S)

        async def refuse(_kept_file: str) -> None:
            raise StorageUnavailableError("media folder, discard: read-only")

        workshop.kept_clips.discard = refuse
        await workshop.housekeeping.erase()
        await workshop.clock.settle()

        assert JobStatus.EXPIRED is await status(workshop, job.id)
        assert workshop.messenger.ends[-1].reason == Reason.KEPT_TOO_LONG

    async def test_a_clip_that_was_handed_over_meanwhile_is_not_expired(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await self.kept(workshop)
        await workshop.clock.leap(8 * DAY_S)
        kept_before = workshop.store.kept_before

        async def hand_over_first(finished_before: datetime) -> Sequence[Job]:
            due = await kept_before(finished_before)
            await workshop.store.transition(
                job.id, JobStatus.DELIVERED, actor=FRONT, at=workshop.clock.now()
            )
            return due

        workshop.store.kept_before = hand_over_first
        await workshop.housekeeping.erase()

        assert JobStatus.DELIVERED is await status(workshop, job.id)
        assert JobStatus.EXPIRED not in await workshop.states(job.id)

    async def test_a_file_that_was_left_over_goes_when_its_days_are_over(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await self.kept(workshop)
        left_over = workshop.folder / "kept" / str(job.kept_file)
        # The process died when the row named the file no longer.
        await fetched(workshop, job)
        await workshop.store.let_go_of_file(job.id)
        set_age(workshop, left_over, KEPT_FOR - timedelta(hours=1))
        await workshop.housekeeping.erase()
        assert left_over.exists()

        set_age(workshop, left_over, KEPT_FOR + timedelta(hours=1))
        await workshop.housekeeping.erase()

        assert not left_over.exists()

    async def test_a_fetched_clip_whose_file_was_not_let_go_of_goes_with_the_next_round(
        self, workshop: Workshop
    ) -> None:
        """The process died between the step and its file."""
        workshop.start()
        job = await self.kept(workshop)
        await fetched(workshop, job)

        await workshop.housekeeping.erase()

        assert (await workshop.job(job.id)).kept_file is None
        assert list((workshop.folder / "kept").iterdir()) == []

    async def test_a_held_clip_stays_past_its_days_until_it_is_let_go(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await self.kept(workshop)
        path = workshop.folder / "kept" / str(job.kept_file)
        await hold(workshop, job)
        await workshop.clock.leap(8 * DAY_S)
        set_age(workshop, path, 2 * KEPT_FOR)
        await workshop.housekeeping.erase()
        assert (await status(workshop, job.id), path.exists()) == (JobStatus.KEPT, True)

        await hold(workshop, job, held=False)
        await workshop.housekeeping.erase()

        assert (await status(workshop, job.id), path.exists()) == (JobStatus.EXPIRED, False)

    async def test_a_held_clip_that_was_fetched_stays_until_it_is_let_go(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await self.kept(workshop)
        path = workshop.folder / "kept" / str(job.kept_file)
        await hold(workshop, job)
        await fetched(workshop, job)
        assert await workshop.store.let_go_of_file(job.id) is None
        await workshop.clock.leap(8 * DAY_S)
        set_age(workshop, path, 2 * KEPT_FOR)
        await workshop.housekeeping.erase()
        assert (await workshop.job(job.id)).kept_file == path.name
        assert path.exists()

        await hold(workshop, job, held=False)
        await workshop.housekeeping.erase()

        assert (await workshop.job(job.id)).kept_file is None
        assert not path.exists()

    async def test_a_file_that_a_delivery_may_still_need_stays(self, workshop: Workshop) -> None:
        workshop.start()
        workshop.messenger.may_send.clear()
        job = await workshop.running_job()
        workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
        job = await workshop.until_status(job.id, JobStatus.DELIVERING)
        needed = workshop.folder / "kept" / kept_name(job)
        needed.parent.mkdir(exist_ok=True)
        needed.write_bytes(b"clip")
        set_age(workshop, needed, 2 * KEPT_FOR)

        await workshop.housekeeping.erase()

        assert needed.exists()
        workshop.messenger.may_send.set()
        await workshop.until_status(job.id, JobStatus.DELIVERED)

    async def test_what_the_bot_did_not_put_there_stays(self, workshop: Workshop) -> None:
        others = workshop.folder / "kept" / "for-alice.mp4"
        others.parent.mkdir(exist_ok=True)
        others.write_bytes(b"clip")
        set_age(workshop, others, 2 * KEPT_FOR)

        await workshop.housekeeping.erase()

        assert others.exists()

    async def test_room_again_ends_the_incident(self, tmp_path: Path) -> None:
        async with open_workshop(tmp_path, max_media_bytes=10) as workshop:
            kept = tmp_path / "kept"
            kept.mkdir(exist_ok=True)
            (kept / "job-9.mp4").write_bytes(b"0" * 11)
            with pytest.raises(ShowreelError):
                await workshop.submission.submit(workshop.order())
            await workshop.clock.settle()
            await workshop.housekeeping.sweep()
            assert [key for key, _ in workshop.messenger.told] == ["incident-media-full"]

            (kept / "job-9.mp4").unlink()
            await workshop.housekeeping.sweep()

            assert workshop.messenger.told[-1][0] == "incident-media-full-over"
            await workshop.submission.submit(workshop.order())


class TestTrouble:
    async def test_a_database_that_is_away_delays_the_next_round_only(
        self, kept_house: Workshop
    ) -> None:
        job = await unconfirmed(kept_house)
        kept_house.database.is_away = True
        await kept_house.clock.advance(65)
        kept_house.database.is_away = False

        await kept_house.until_status(job.id, JobStatus.CANCELLED)

    async def test_a_defect_in_one_round_does_not_end_the_rounds(
        self, kept_house: Workshop
    ) -> None:
        job = await unconfirmed(kept_house)
        kept_house.messenger.standing_cards[job.id] = ZeroDivisionError()
        await kept_house.clock.advance(65)
        kept_house.messenger.standing_cards[job.id] = None

        await kept_house.until_status(job.id, JobStatus.CANCELLED)

    async def test_one_job_in_trouble_does_not_keep_the_others_waiting(
        self, kept_house: Workshop
    ) -> None:
        bad = await unconfirmed(kept_house)
        good = await unconfirmed(kept_house)
        kept_house.messenger.standing_cards = {
            bad.id: DiscordAwayError("503"),
            good.id: MessageId(1002),
        }

        await kept_house.until_status(good.id, JobStatus.RUNNING)
        assert timedelta(seconds=60) > kept_house.clock.now() - good.created_at
