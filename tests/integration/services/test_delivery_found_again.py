"""A result that was sent and not recorded is found again and not repeated, or doubt is told."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.errors import (
    DiscordAwayError,
    NothingSentError,
    TooLargeForDiscordError,
    WayClosedError,
)
from bot.domain.ids import MessageId
from bot.domain.job import DeliveryWay, Job, JobStatus, SendWay
from bot.domain.messenger import SentMessage, StandingResult
from bot.domain.prediction import PredictionStatus
from bot.domain.reasons import Reason
from bot.services.incidents import JOB_STUCK
from tests.support.clock import ManualClock
from tests.support.fakes import RecordingMessenger, ScriptedApi
from tests.support.workshop import MEMBER, MODERATOR, Workshop, open_workshop, presser

URL = "https://clips.example/fox.mp4"
STANDS = StandingResult(
    message=SentMessage(message_id=MessageId(777), url="https://discord.test/777"),
    carried=DeliveryWay.ATTACHMENT,
    size_bytes=4321,
)
TOKEN_LIFE_S = 15 * 60
DAY_S = 24 * 3600
CLOSED = {
    SendWay.CHANNEL: (),
    SendWay.INTERACTION: ("channel",),
    SendWay.DIRECT: ("channel", "interaction"),
}
ENDED = (JobStatus.DELIVERED, JobStatus.KEPT, JobStatus.FAILED)
Opener = Callable[[], AbstractAsyncContextManager[Workshop]]


@pytest.fixture
def messenger() -> RecordingMessenger:
    return RecordingMessenger()


@pytest.fixture
def opened(tmp_path: Path, messenger: RecordingMessenger) -> Opener:
    """Open the same workshop again and again: each time after the first is a restart."""
    clock, api = ManualClock(), ScriptedApi()
    return lambda: open_workshop(tmp_path, clock=clock, api=api, messenger=messenger)


@pytest.fixture
async def workshop(opened: Opener) -> AsyncIterator[Workshop]:
    async with opened() as only:
        only.start()
        yield only


async def finished(workshop: Workshop, **destination: object) -> Job:
    job = await workshop.running_job(workshop.order(**destination))
    assert job.prediction_id is not None
    workshop.api.finish(
        job.prediction_id, PredictionStatus.SUCCEEDED, output_url=URL, cost_usd=Decimal("1.40")
    )
    return job


def die() -> None:
    """The process ends here, as far as the job can tell."""
    raise asyncio.CancelledError


async def dies_while_sending(opened: Opener, *, closed: tuple[str, ...], **where: object) -> Job:
    """Send a result, and die before that is recorded."""
    async with opened() as workshop:
        workshop.start()
        workshop.messenger.when_sent = die
        for way in closed:
            workshop.messenger.errors[way] = [WayClosedError("50013")]
        job = await finished(workshop, **where)
        await workshop.until(lambda: workshop.messenger.results)
        await workshop.clock.settle()
        workshop.messenger.when_sent = lambda: None
        assert (await workshop.job(job.id)).status is JobStatus.DELIVERING
    return job


async def details(workshop: Workshop, job: Job) -> list[str]:
    """What the events since the prediction's end say beside the steps."""
    return [
        event.detail
        for event in await workshop.store.events(job.id)
        if event.before is JobStatus.DELIVERING
    ]


class TestBeforeASend:
    @pytest.mark.parametrize("way", [SendWay.CHANNEL, SendWay.INTERACTION])
    async def test_the_way_is_written_down_before_anything_leaves(
        self, workshop: Workshop, way: SendWay
    ) -> None:
        workshop.messenger.may_send.clear()
        job = await finished(workshop, private=way is SendWay.INTERACTION)
        await workshop.until(lambda: workshop.messenger.sending)

        written = await workshop.job(job.id)
        assert (written.status, written.sending) == (JobStatus.DELIVERING, way)
        assert await details(workshop, job) == [f"sending:{way}"]

        workshop.messenger.may_send.set()
        await workshop.until_status(job.id, JobStatus.DELIVERED)

    async def test_each_way_is_written_down_once(self, workshop: Workshop) -> None:
        workshop.messenger.errors["channel"] = [NothingSentError("429"), WayClosedError("50013")]
        workshop.messenger.errors["interaction"] = [WayClosedError("50027")]
        job = await finished(workshop)

        await workshop.until_status(job.id, JobStatus.DELIVERED)

        assert await details(workshop, job) == [
            "sending:channel",
            "sending:interaction",
            "sending:direct",
            "",
        ]


class TestAfterARestart:
    @pytest.mark.parametrize("way", SendWay)
    async def test_a_result_that_stands_is_found_and_not_repeated(
        self, opened: Opener, messenger: RecordingMessenger, way: SendWay
    ) -> None:
        job = await dies_while_sending(opened, closed=CLOSED[way])
        messenger.standing_results[job.id] = STANDS

        async with opened() as workshop:
            workshop.start()
            delivered = await workshop.until_status(job.id, *ENDED)

            assert messenger.looked == [(job.id, way)]
            assert len(messenger.results) == 1
            assert workshop.clips.fetched == []
            assert (await details(workshop, job))[-1] == "found"
            assert (delivered.status, delivered.result_message_id, delivered.message_url) == (
                JobStatus.DELIVERED,
                STANDS.message.message_id,
                STANDS.message.url,
            )
            is_direct = way is SendWay.DIRECT
            expected = DeliveryWay.DIRECT_MESSAGE if is_direct else DeliveryWay.ATTACHMENT
            assert (delivered.delivery, delivered.output_bytes) == (expected, 4321)

    @pytest.mark.parametrize("way", SendWay)
    async def test_a_result_that_never_arrived_is_sent(
        self, opened: Opener, messenger: RecordingMessenger, way: SendWay
    ) -> None:
        job = await dies_while_sending(opened, closed=CLOSED[way])
        messenger.results.clear()

        async with opened() as workshop:
            workshop.start()
            delivered = await workshop.until_status(job.id, *ENDED)

            assert delivered.status is JobStatus.DELIVERED
            assert messenger.looked == [(job.id, way)]
            assert len(messenger.results) == 1
            assert (await details(workshop, job))[-1] == ""

    async def test_where_nobody_can_look_it_is_sent_again_and_the_log_says_so(
        self, opened: Opener, messenger: RecordingMessenger, logged
    ) -> None:
        job = await dies_while_sending(opened, closed=(), private=True)
        messenger.errors["look"] = [WayClosedError("ephemeral")]

        async with opened() as workshop:
            workshop.start()
            await workshop.until_status(job.id, JobStatus.DELIVERED)

            assert [way for way, _ in messenger.results] == ["interaction", "interaction"]
            assert await details(workshop, job) == [
                "sending:interaction",
                "sending:interaction second_copy_possible",
                "second_copy_possible",
            ]
            assert [
                (event["job_id"], event["way"])
                for event in logged
                if event["event"] == "second_copy_possible"
            ] == [(job.id, "interaction")]

    async def test_a_token_that_died_meanwhile_leaves_a_doubt_and_another_way(
        self, opened: Opener, messenger: RecordingMessenger
    ) -> None:
        job = await dies_while_sending(opened, closed=(), private=True)
        messenger.errors["look"] = [WayClosedError("ephemeral")]

        async with opened() as workshop:
            await workshop.clock.leap(TOKEN_LIFE_S)
            workshop.start()
            await workshop.until_status(job.id, JobStatus.DELIVERED)

            assert [way for way, _ in messenger.results] == ["interaction", "direct"]
            assert await details(workshop, job) == [
                "sending:interaction",
                "sending:direct second_copy_possible",
                "second_copy_possible",
            ]

    async def test_a_doubt_is_told_of_a_clip_that_is_kept(
        self, opened: Opener, messenger: RecordingMessenger
    ) -> None:
        job = await dies_while_sending(opened, closed=())
        messenger.errors["look"] = [WayClosedError("50001")]
        for way in ("channel", "interaction", "direct"):
            messenger.errors[way] = [WayClosedError("50001")]

        async with opened() as workshop:
            workshop.start()
            kept = await workshop.until_status(job.id, *ENDED)

            assert (kept.status, kept.reason) == (JobStatus.KEPT, Reason.NOWHERE_TO_DELIVER)
            assert (await details(workshop, job))[-1] == "second_copy_possible"

    async def test_a_discord_that_is_away_is_waited_for_with_the_clip_at_hand(
        self, opened: Opener, messenger: RecordingMessenger
    ) -> None:
        job = await dies_while_sending(opened, closed=())
        messenger.standing_results[job.id] = STANDS
        messenger.errors["look"] = [DiscordAwayError("503")] * 4

        async with opened() as workshop:
            workshop.start()
            await workshop.until_status(job.id, JobStatus.DELIVERED)

            assert workshop.clips.fetched == [URL]
            assert len(messenger.results) == 1
            assert (await details(workshop, job))[-1] == "found"

    async def test_after_a_day_without_an_answer_the_clip_is_kept_with_its_doubt(
        self, opened: Opener, messenger: RecordingMessenger
    ) -> None:
        job = await dies_while_sending(opened, closed=())
        messenger.errors["look"] = [DiscordAwayError("503")] * 100

        async with opened() as workshop:
            workshop.start()
            await workshop.clock.advance(10)
            await workshop.clock.leap(DAY_S)
            kept = await workshop.until_status(job.id, *ENDED)

            assert kept.status is JobStatus.KEPT
            assert len(messenger.results) == 1
            assert (await details(workshop, job))[-1] == "second_copy_possible"


class TestWhileRunning:
    async def test_a_send_without_an_answer_is_looked_for_and_not_repeated(
        self, workshop: Workshop
    ) -> None:
        workshop.messenger.errors["channel"] = [DiscordAwayError("TimeoutError")]
        job = await finished(workshop)
        workshop.messenger.standing_results[job.id] = STANDS

        delivered = await workshop.until_status(job.id, *ENDED)

        assert delivered.result_message_id == STANDS.message.message_id
        assert delivered.output_bytes == 1000
        assert workshop.messenger.sending == ["channel"]
        assert await details(workshop, job) == ["sending:channel", "found"]

    async def test_one_that_did_not_arrive_is_sent_once_more(self, workshop: Workshop) -> None:
        workshop.messenger.errors["channel"] = [DiscordAwayError("503")] * 3
        job = await finished(workshop)

        await workshop.until_status(job.id, JobStatus.DELIVERED)

        assert workshop.messenger.looked == [(job.id, SendWay.CHANNEL)] * 3
        assert [way for way, _ in workshop.messenger.results] == ["channel"]
        assert (await details(workshop, job))[-1] == ""

    async def test_a_private_send_without_an_answer_leaves_a_doubt(
        self, workshop: Workshop
    ) -> None:
        workshop.messenger.errors["interaction"] = [DiscordAwayError("503")]
        workshop.messenger.errors["look"] = [WayClosedError("ephemeral")]
        job = await finished(workshop, private=True)

        await workshop.until_status(job.id, JobStatus.DELIVERED)

        assert (await details(workshop, job))[-1] == "second_copy_possible"

    @pytest.mark.parametrize(
        "refusal",
        [NothingSentError("429"), TooLargeForDiscordError("413"), WayClosedError("50013")],
        ids=lambda error: type(error).__name__,
    )
    async def test_a_certain_refusal_needs_no_look_and_leaves_no_doubt(
        self, workshop: Workshop, refusal: Exception
    ) -> None:
        workshop.messenger.errors["channel"] = [refusal]
        job = await finished(workshop)

        await workshop.until_status(job.id, JobStatus.DELIVERED)

        assert workshop.messenger.looked == []
        assert (await details(workshop, job))[-1] == ""

    async def test_a_step_that_broke_off_looks_before_it_sends_again(
        self, workshop: Workshop
    ) -> None:
        workshop.messenger.errors["channel"] = [KeyError("an answer of another shape")]
        job = await finished(workshop)
        workshop.messenger.standing_results[job.id] = STANDS

        await workshop.until_status(job.id, JobStatus.DELIVERED)

        assert workshop.messenger.sending == ["channel"]
        assert (await details(workshop, job))[-1] == "found"
        assert [key for key, _ in workshop.messenger.told] == [
            f"incident-{JOB_STUCK}",
            f"incident-{JOB_STUCK}-over",
        ]


class TestDeletedBeforeItWasRecorded:
    """Whoever took the clip away saw it stand: it is not put there again."""

    async def test_while_the_answer_to_its_send_was_awaited(self, workshop: Workshop) -> None:
        workshop.messenger.errors["channel"] = [DiscordAwayError("504")]
        job = await finished(workshop)
        await workshop.until(lambda: workshop.messenger.sending)

        await workshop.results.delete(
            job.id, presser=presser(MODERATOR, moderator=True), message_id=MessageId(777)
        )
        ended = await workshop.until_status(job.id, *ENDED)

        assert (ended.status, ended.delivery) == (JobStatus.DELIVERED, None)
        assert workshop.messenger.results == []
        assert (await details(workshop, job))[-1] == "deleted"

    async def test_while_no_process_ran(
        self, opened: Opener, messenger: RecordingMessenger
    ) -> None:
        job = await dies_while_sending(opened, closed=())
        async with opened() as workshop:
            await workshop.results.delete(
                job.id, presser=presser(MEMBER), message_id=MessageId(777)
            )
            workshop.start()
            await workshop.until_status(job.id, JobStatus.DELIVERED)

        assert len(messenger.results) == 1

    async def test_where_nobody_can_look(
        self, opened: Opener, messenger: RecordingMessenger
    ) -> None:
        job = await dies_while_sending(opened, closed=())
        async with opened() as workshop:
            await workshop.results.delete(
                job.id, presser=presser(MEMBER), message_id=MessageId(777)
            )
            messenger.errors["look"] = [WayClosedError("50001")]
            workshop.start()
            await workshop.until_status(job.id, JobStatus.DELIVERED)

        assert len(messenger.results) == 1
