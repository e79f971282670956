"""What is kept for a member is handed to them alone, and let go of when they have it."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.domain.errors import (
    ClipHostAwayError,
    ClipNotStoredError,
    ClipTooLargeError,
    ClipUnreachableError,
    DiscordAwayError,
    NotAllowedError,
    NotFoundError,
    ShowreelError,
    StorageUnavailableError,
    TooLargeForDiscordError,
    WayClosedError,
)
from bot.domain.ids import GuildId, JobId, MessageId, PredictionId, UserId
from bot.domain.job import WORKER, DeliveryWay, Job, JobStatus
from bot.domain.messenger import OwnJobs, Result
from bot.domain.prediction import PredictionStatus
from bot.domain.reasons import Reason
from bot.services.shelf import LISTED_AT_MOST, OTHERS_AT_LEAST, Shelf, Taker
from bot.storage.tables import jobs
from tests.support.workshop import GUILD, MEMBER, MIB, MODERATOR, OTHER_GUILD, Workshop

FIRST = PredictionId("prediction-1")
LINK = "https://clips.example/fox.mp4"
KEPT_FOR = timedelta(days=7)
MESSAGE = MessageId(7001)
DEAD_LINK = ClipUnreachableError(Reason.OUTPUT_UNREACHABLE, detail="status 404")
ROAD = (JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING)


class Hand:
    """Receives what is given, as Discord does; `errors` are raised first."""

    def __init__(self) -> None:
        self.received: list[Result] = []
        self.sizes: list[int] = []
        self.errors: list[Exception] = []
        self.asked = asyncio.Event()
        self.may_receive = asyncio.Event()
        self.may_receive.set()

    async def __call__(self, result: Result) -> MessageId:
        self.asked.set()
        await self.may_receive.wait()
        if self.errors:
            raise self.errors.pop(0)
        self.received.append(result)
        if result.clip is not None:
            self.sizes.append(result.clip.path.stat().st_size)
        return MESSAGE


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def shelf(workshop: Workshop) -> Shelf:
    return Shelf(
        store=workshop.store,
        ledger=workshop.ledger,
        kept_clips=workshop.kept_clips,
        clips=workshop.clips,
        critical=workshop.critical,
        clock=workshop.clock,
        kept_for=KEPT_FOR,
    )


@pytest.fixture
async def kept(workshop: Workshop) -> Job:
    """A clip that could not be handed over anywhere."""
    closed = [WayClosedError("50013")]
    workshop.messenger.errors = {"channel": closed, "interaction": closed[:], "direct": closed[:]}
    workshop.start()
    job = await workshop.running_job()
    workshop.api.finish(
        FIRST, PredictionStatus.SUCCEEDED, output_url=LINK, cost_usd=Decimal("1.40")
    )
    return await workshop.until_status(job.id, JobStatus.KEPT)


@pytest.fixture
async def kept_link(workshop: Workshop) -> Job:
    """A clip that is too large to be fetched, and was too large to be kept."""
    workshop.clips.errors = [ClipTooLargeError(Reason.OUTPUT_TOO_LARGE)]
    job = (await workshop.accept()).job
    at = workshop.clock.now()
    steps: list[dict[str, Any]] = [{"submitted_at": at}, {}, {"finished_at": at}]
    steps[2]["output_url"] = LINK
    for step, changes in zip(ROAD, steps, strict=True):
        await workshop.store.transition(job.id, step, actor=WORKER, at=at, **changes)
    return await workshop.store.transition(job.id, JobStatus.KEPT, actor=WORKER, at=at)


def taker(
    user_id: UserId = MEMBER, *, guild_id: GuildId | None = GUILD, limit_bytes: int = 10 * MIB
) -> Taker:
    return Taker(user_id=user_id, guild_id=guild_id, limit_bytes=limit_bytes)


def kept_path(workshop: Workshop, job: Job) -> Path:
    assert job.kept_file is not None
    return workshop.folder / "kept" / job.kept_file


async def refusal(handing_over: Awaitable[None]) -> ShowreelError:
    with pytest.raises(ShowreelError) as raised:
        await handing_over
    return raised.value


async def assert_still_kept(workshop: Workshop, job: Job) -> None:
    assert (await workshop.job(job.id)).status is JobStatus.KEPT
    assert kept_path(workshop, job).exists()


@pytest.mark.parametrize("guild_id", [GUILD, None], ids=["in its server", "in direct messages"])
async def test_the_requester_gets_the_file_and_then_it_is_let_go(
    workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand, guild_id: GuildId | None
) -> None:
    path = kept_path(workshop, kept)
    assert path.exists()

    await shelf.hand_over(kept.id, taker=taker(guild_id=guild_id), give=hand)

    job = await workshop.job(kept.id)
    (given,) = hand.received
    assert (given.link, hand.sizes) == (None, [workshop.clips.size_bytes])
    assert (job.status, job.delivery) == (JobStatus.DELIVERED, DeliveryWay.ATTACHMENT)
    assert (job.delivered_at, job.result_message_id) == (workshop.clock.now(), MESSAGE)
    assert (job.message_url, job.kept_file) == (None, None)
    assert job.cost_usd == Decimal("1.40")
    assert not path.exists()
    assert (await workshop.store.events(job.id))[-1].actor == f"member:{MEMBER}"


async def test_what_is_held_as_evidence_is_handed_over_and_its_file_stays(
    workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand
) -> None:
    held = update(jobs).where(jobs.c.id == kept.id).values(held=True)
    await workshop.database.write(lambda connection: connection.execute(held))

    await shelf.hand_over(kept.id, taker=taker(), give=hand)

    job = await workshop.job(kept.id)
    assert (hand.sizes, job.status) == ([workshop.clips.size_bytes], JobStatus.DELIVERED)
    assert (job.kept_file, kept_path(workshop, kept).exists()) == (kept.kept_file, True)
    (listed,) = (await shelf.own_jobs(MEMBER, guild_id=GUILD)).listed
    assert listed.kept_until is None


async def test_the_public_card_folds_when_the_clip_was_fetched(
    workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand
) -> None:
    await shelf.hand_over(kept.id, taker=taker(), give=hand)
    await workshop.clock.settle()

    shown, _view = workshop.messenger.cards[-1]
    assert (shown.id, shown.status) == (kept.id, JobStatus.DELIVERED)
    assert workshop.steps[-1].status is JobStatus.DELIVERED


@pytest.mark.parametrize("user_id", [UserId(71), MODERATOR])
async def test_nobody_else_gets_it_not_even_a_moderator(
    workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand, user_id: UserId
) -> None:
    error = await refusal(shelf.hand_over(kept.id, taker=taker(user_id), give=hand))

    assert isinstance(error, NotAllowedError)
    assert "Only the person who asked" in workshop.sentence(error)
    assert hand.received == []
    await assert_still_kept(workshop, kept)


async def test_in_another_server_there_is_no_such_clip(
    workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand
) -> None:
    there = taker(guild_id=OTHER_GUILD)
    found = await refusal(shelf.hand_over(kept.id, taker=there, give=hand))
    unknown = await refusal(shelf.hand_over(JobId(999), taker=taker(), give=hand))

    assert isinstance(found, NotFoundError)
    assert isinstance(unknown, NotFoundError)
    await assert_still_kept(workshop, kept)


async def test_a_second_time_it_says_that_it_was_handed_over(
    workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand
) -> None:
    await shelf.hand_over(kept.id, taker=taker(), give=hand)

    error = await refusal(shelf.hand_over(kept.id, taker=taker(), give=hand))

    assert "was handed over" in workshop.sentence(error)
    assert len(hand.received) == 1


async def test_a_clip_whose_time_is_over_is_told_so(
    workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand
) -> None:
    await workshop.stop()
    await workshop.clock.advance(KEPT_FOR.total_seconds() + 1)
    await workshop.housekeeping.erase()

    error = await refusal(shelf.hand_over(kept.id, taker=taker(), give=hand))

    assert "its time was over" in workshop.sentence(error)


async def test_a_request_without_a_kept_clip_has_nothing_to_hand_over(
    workshop: Workshop, shelf: Shelf, hand: Hand
) -> None:
    job = (await workshop.accept()).job

    error = await refusal(shelf.hand_over(job.id, taker=taker(), give=hand))

    assert error.key == "fetch-not-kept"
    assert workshop.sentence(error)


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (DiscordAwayError("503"), "fetch-uncertain"),
        (WayClosedError("404/10015"), "fetch-refused"),
    ],
)
async def test_what_discord_did_not_confirm_stays_kept_and_can_be_fetched_again(
    workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand, error: Exception, key: str
) -> None:
    hand.errors = [error]

    told = await refusal(shelf.hand_over(kept.id, taker=taker(), give=hand))

    assert told.key == key
    assert "still kept" in workshop.sentence(told)
    await assert_still_kept(workshop, kept)
    await shelf.hand_over(kept.id, taker=taker(), give=hand)
    assert (await workshop.job(kept.id)).status is JobStatus.DELIVERED


async def test_two_presses_at_once_hand_over_once(
    workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand
) -> None:
    hand.may_receive.clear()
    first = asyncio.create_task(shelf.hand_over(kept.id, taker=taker(), give=hand))
    await hand.asked.wait()

    error = await refusal(shelf.hand_over(kept.id, taker=taker(), give=hand))
    hand.may_receive.set()
    await first

    assert "on its way to you already" in workshop.sentence(error)
    assert len(hand.received) == 1


async def test_another_process_that_was_quicker_keeps_its_word_and_nothing_is_lost(
    workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand
) -> None:
    """The transition decides who lets go of the file."""
    hand.may_receive.clear()
    handing = asyncio.create_task(shelf.hand_over(kept.id, taker=taker(), give=hand))
    await hand.asked.wait()
    await workshop.store.transition(
        kept.id, JobStatus.DELIVERED, actor=WORKER, at=workshop.clock.now()
    )
    hand.may_receive.set()
    await handing

    assert len(hand.received) == 1
    assert kept_path(workshop, kept).exists()
    assert (await workshop.states(kept.id))[-2:] == [JobStatus.KEPT, JobStatus.DELIVERED]


async def test_a_caller_that_goes_away_does_not_cut_the_hand_over(
    workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand
) -> None:
    hand.may_receive.clear()
    handing = asyncio.create_task(shelf.hand_over(kept.id, taker=taker(), give=hand))
    await hand.asked.wait()
    handing.cancel()
    hand.may_receive.set()
    await asyncio.gather(handing, return_exceptions=True)

    assert (await workshop.until_status(kept.id, JobStatus.DELIVERED)).delivered_at
    assert not kept_path(workshop, kept).exists()


async def test_while_the_log_is_away_nothing_is_handed_over_and_nothing_lost(
    workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand
) -> None:
    workshop.database.is_away = True

    told = await refusal(shelf.hand_over(kept.id, taker=taker(), give=hand))
    listing = await refusal(shelf.own_jobs(MEMBER, guild_id=GUILD))  # type: ignore[arg-type] -- never returns

    workshop.database.is_away = False
    assert told.key == listing.key == "shelf-log-away"
    assert "still kept" in workshop.sentence(told)
    assert hand.received == []
    await assert_still_kept(workshop, kept)


async def test_a_clip_given_while_the_log_goes_away_is_written_down_when_it_is_back(
    workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand
) -> None:
    hand.may_receive.clear()
    handing = asyncio.create_task(shelf.hand_over(kept.id, taker=taker(), give=hand))
    await hand.asked.wait()
    workshop.database.is_away = True
    hand.may_receive.set()
    await workshop.clock.advance(5)
    assert kept_path(workshop, kept).exists()

    workshop.database.is_away = False
    await workshop.until(handing.done)

    assert (await workshop.job(kept.id)).status is JobStatus.DELIVERED
    assert not kept_path(workshop, kept).exists()


async def test_a_file_that_the_disk_does_not_let_go_of_is_no_failure_for_the_member(
    workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(_kept_file: str) -> None:
        raise StorageUnavailableError("read-only")

    monkeypatch.setattr(workshop.kept_clips, "discard", refuse)

    await shelf.hand_over(kept.id, taker=taker(), give=hand)

    assert (await workshop.job(kept.id)).status is JobStatus.DELIVERED


class TestTooLargeForThisPlace:
    """The kept file does not fit, so the link has to work."""

    SMALL = taker(limit_bytes=100)

    async def test_a_link_that_works_is_handed_over_instead(
        self, workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand
    ) -> None:
        tried_before = len(workshop.clips.fetched)

        await shelf.hand_over(kept.id, taker=self.SMALL, give=hand)

        (given,) = hand.received
        assert (given.clip, given.link) == (None, LINK)
        assert workshop.clips.fetched[tried_before:] == [LINK]
        assert (await workshop.job(kept.id)).delivery is DeliveryWay.LINK
        assert not kept_path(workshop, kept).exists()

    async def test_a_file_that_just_does_not_fit_with_all_that_is_around_it_is_not_tried(
        self, shelf: Shelf, workshop: Workshop, kept: Job, hand: Hand
    ) -> None:
        exactly = taker(limit_bytes=workshop.clips.size_bytes)

        await shelf.hand_over(kept.id, taker=exactly, give=hand)

        assert hand.received[0].clip is None

    async def test_what_discord_finds_too_large_after_all_goes_as_a_link(
        self, shelf: Shelf, kept: Job, hand: Hand
    ) -> None:
        hand.errors = [TooLargeForDiscordError("413")]

        await shelf.hand_over(kept.id, taker=taker(), give=hand)

        assert [(given.clip, given.link) for given in hand.received] == [(None, LINK)]

    async def test_with_a_dead_link_the_clip_stays_kept_and_its_member_learns_what_to_do(
        self, workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand
    ) -> None:
        workshop.clips.errors = [DEAD_LINK]

        error = await refusal(shelf.hand_over(kept.id, taker=self.SMALL, give=hand))

        assert kept.finished_at is not None
        until = int((kept.finished_at + KEPT_FOR).timestamp())
        sentence = workshop.sentence(error)
        assert "A boosted server takes larger files" in sentence
        assert f"<t:{until}:R>" in sentence
        await assert_still_kept(workshop, kept)

    @pytest.mark.parametrize(
        "error",
        [ClipHostAwayError(Reason.OUTPUT_UNREACHABLE), ClipNotStoredError("no space")],
        ids=["host away", "own disk full"],
    )
    async def test_a_link_that_could_not_be_tried_is_not_called_dead(
        self, workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand, error: Exception
    ) -> None:
        workshop.clips.errors = [error]

        told = await refusal(shelf.hand_over(kept.id, taker=self.SMALL, give=hand))

        assert told.key == "fetch-link-unsure"
        assert "Try again in a few minutes" in workshop.sentence(told)
        assert hand.received == []
        await assert_still_kept(workshop, kept)


class TestLinkOnly:
    """A clip too large to be fetched is kept as its link."""

    async def test_within_its_promise_the_link_is_handed_over_as_it_is(
        self, workshop: Workshop, shelf: Shelf, kept_link: Job, hand: Hand
    ) -> None:
        await shelf.hand_over(kept_link.id, taker=taker(), give=hand)

        job = await workshop.job(kept_link.id)
        assert hand.received[0].link == LINK
        assert (job.status, job.delivery) == (JobStatus.DELIVERED, DeliveryWay.LINK)
        assert workshop.clips.fetched == []

    async def test_past_its_promise_it_is_tried_and_too_large_means_that_it_works(
        self, workshop: Workshop, shelf: Shelf, kept_link: Job, hand: Hand
    ) -> None:
        await workshop.clock.advance(timedelta(hours=24).total_seconds())

        await shelf.hand_over(kept_link.id, taker=taker(), give=hand)

        assert workshop.clips.fetched == [LINK]
        assert hand.received[0].link == LINK

    async def test_a_dead_link_is_not_handed_out_as_if_it_worked(
        self, workshop: Workshop, shelf: Shelf, kept_link: Job, hand: Hand
    ) -> None:
        await workshop.clock.advance(timedelta(hours=25).total_seconds())
        workshop.clips.errors = [DEAD_LINK]

        error = await refusal(shelf.hand_over(kept_link.id, taker=taker(), give=hand))

        assert kept_link.reference in workshop.sentence(error)
        assert "no longer works" in workshop.sentence(error)
        assert (await workshop.job(kept_link.id)).status is JobStatus.KEPT


async def test_a_kept_file_that_went_missing_leaves_the_link(
    workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand
) -> None:
    kept_path(workshop, kept).unlink()

    await shelf.hand_over(kept.id, taker=taker(), give=hand)

    assert hand.received[0].link == LINK


async def test_an_address_that_can_be_no_link_is_not_handed_out(
    workshop: Workshop, shelf: Shelf, kept: Job, hand: Hand
) -> None:
    await workshop.store.note(
        kept.id, actor=WORKER, at=workshop.clock.now(), detail="", output_url="https://x/<@1>"
    )

    error = await refusal(shelf.hand_over(kept.id, taker=taker(limit_bytes=1), give=hand))

    assert error.key == "fetch-too-large"


@pytest.fixture
def asked(workshop: Workshop) -> Callable[..., Awaitable[Job]]:
    """A request in some state, a second after the one before."""

    @asynccontextmanager
    async def later():
        await workshop.clock.advance(1)
        yield

    async def ask(*road: JobStatus, **where: Any) -> Job:
        async with later():
            job = (await workshop.accept(workshop.order(**where))).job
            at = workshop.clock.now()
            for step in road:
                changes: dict[str, Any] = {"finished_at": at} if step is ROAD[2] else {}
                job = await workshop.store.transition(job.id, step, actor=WORKER, at=at, **changes)
            return job

    return ask


class TestOwnJobs:
    async def test_the_newest_come_first_and_kept_clips_among_them(
        self, shelf: Shelf, asked: Callable[..., Awaitable[Job]]
    ) -> None:
        kept = await asked(*ROAD, JobStatus.KEPT)
        waiting = await asked()
        later = await asked(*ROAD, JobStatus.KEPT)
        newest = await asked()

        own = (await shelf.own_jobs(MEMBER, guild_id=GUILD)).listed

        assert [newest.id, later.id, waiting.id, kept.id] == [entry.job.id for entry in own]
        assert kept.finished_at is not None
        assert own[-1].kept_until == kept.finished_at + KEPT_FOR
        assert own[0].kept_until is None

    async def test_a_kept_clip_is_listed_however_much_was_asked_since(
        self, shelf: Shelf, asked: Callable[..., Awaitable[Job]]
    ) -> None:
        kept = await asked(*ROAD, JobStatus.KEPT)
        for _ in range(LISTED_AT_MOST + 2):
            await asked()

        own = (await shelf.own_jobs(MEMBER, guild_id=GUILD)).listed

        assert own[-1].job.id == kept.id
        assert len(own) == LISTED_AT_MOST

    async def test_many_kept_clips_leave_room_for_news_and_those_without_a_line_are_counted(
        self, shelf: Shelf, asked: Callable[..., Awaitable[Job]]
    ) -> None:
        kept = [await asked(*ROAD, JobStatus.KEPT) for _ in range(LISTED_AT_MOST + 2)]
        others = [await asked() for _ in range(OTHERS_AT_LEAST + 1)]

        own = await shelf.own_jobs(MEMBER, guild_id=GUILD)

        room = LISTED_AT_MOST - OTHERS_AT_LEAST
        soonest = [job.id for job in kept[:room]]
        assert [entry.job.id for entry in own.listed] == [
            *(job.id for job in reversed(others[1:])),
            *reversed(soonest),
        ]
        assert own.kept_besides == len(kept) - room

    async def test_a_server_sees_its_own_requests_and_direct_messages_all(
        self, shelf: Shelf, asked: Callable[..., Awaitable[Job]]
    ) -> None:
        here = await asked()
        there = await asked(guild_id=OTHER_GUILD)
        await asked(user_id=MODERATOR)

        in_server = (await shelf.own_jobs(MEMBER, guild_id=GUILD)).listed
        directly = (await shelf.own_jobs(MEMBER, guild_id=None)).listed

        assert [here.id] == [entry.job.id for entry in in_server]
        assert [there.id, here.id] == [entry.job.id for entry in directly]

    async def test_who_asked_for_nothing_has_an_empty_list(self, shelf: Shelf) -> None:
        assert await shelf.own_jobs(MEMBER, guild_id=None) == OwnJobs(listed=[])
