"""What was paid for reaches the member: attached, as a link, directly, or kept; once."""

from decimal import Decimal

import pytest

from bot.domain.errors import (
    ClipTooLargeError,
    ClipUnusableError,
    DiscordAwayError,
    TooLargeForDiscordError,
    WayClosedError,
)
from bot.domain.ids import MessageId
from bot.domain.job import DeliveryWay, Job, JobStatus
from bot.domain.order import Order
from bot.domain.prediction import PredictionStatus
from bot.domain.reasons import Reason
from bot.services.delivery import plain_link
from tests.support.workshop import MIB, Workshop, open_workshop

URL = "https://clips.example/fox.mp4"
TOKEN_LIFE_S = 15 * 60
ENDED = (JobStatus.DELIVERED, JobStatus.KEPT, JobStatus.FAILED)


async def delivered(
    workshop: Workshop, order: Order | None = None, *, url: str | None = URL, late_s: float = 0
) -> Job:
    """Let a clip be made, and return its job once the delivery has ended one way or another."""
    workshop.start()
    job = await workshop.running_job(order)
    await workshop.clock.leap(late_s)
    assert job.prediction_id is not None
    workshop.api.finish(
        job.prediction_id,
        PredictionStatus.SUCCEEDED,
        output_url=url,
        cost_usd=Decimal("1.40"),
    )
    return await workshop.until_status(job.id, *ENDED)


def ways(workshop: Workshop) -> list[tuple[str, str]]:
    """Each message that was sent: the way, and what it carried."""
    return [
        (way, "file" if result.clip is not None else str(result.link))
        for way, result in workshop.messenger.results
    ]


class TestTheRightLoad:
    async def test_a_clip_that_fits_is_attached_in_the_channel(self, workshop: Workshop) -> None:
        job = await delivered(workshop)

        assert ways(workshop) == [("channel", "file")]
        assert (job.delivery, job.output_bytes) == (DeliveryWay.ATTACHMENT, 1000)
        assert (MessageId(9001), "https://discord.test/1") == (
            job.result_message_id,
            job.message_url,
        )
        assert job.delivered_at is not None
        assert JobStatus.DELIVERED is workshop.messenger.cards[-1][0].status

    @pytest.mark.parametrize(
        ("size_bytes", "load"),
        [(9 * MIB, "file"), (int(9.5 * MIB), "file"), (int(9.5 * MIB) + 1, URL), (10 * MIB, URL)],
    )
    async def test_room_is_left_for_the_request_around_the_file(
        self, workshop: Workshop, size_bytes: int, load: str
    ) -> None:
        workshop.clips.size_bytes = size_bytes

        await delivered(workshop)

        assert ways(workshop) == [("channel", load)]

    async def test_a_boosted_servers_larger_limit_is_used(self, workshop: Workshop) -> None:
        workshop.clips.size_bytes = 40 * MIB

        job = await delivered(workshop, workshop.order(filesize_limit_bytes=50 * MIB))

        assert ways(workshop) == [("channel", "file")]
        assert DeliveryWay.ATTACHMENT is job.delivery

    async def test_a_clip_that_discord_refuses_for_its_size_goes_as_a_link(
        self, workshop: Workshop
    ) -> None:
        workshop.messenger.errors["channel"] = [TooLargeForDiscordError("413")]

        job = await delivered(workshop)

        assert ways(workshop) == [("channel", URL)]
        assert DeliveryWay.LINK is job.delivery

    async def test_a_clip_beyond_the_download_cap_goes_as_a_link(self, workshop: Workshop) -> None:
        workshop.clips.errors = [ClipTooLargeError(Reason.OUTPUT_TOO_LARGE)]

        job = await delivered(workshop)

        assert ways(workshop) == [("channel", URL)]
        assert (job.delivery, job.output_bytes) == (DeliveryWay.LINK, None)


class TestTheRightWay:
    async def test_where_the_bot_may_not_write_the_interaction_carries_it(
        self, workshop: Workshop
    ) -> None:
        workshop.messenger.errors["channel"] = [WayClosedError("50013")]

        job = await delivered(workshop)

        assert ways(workshop) == [("interaction", "file")]
        assert JobStatus.DELIVERED is job.status

    async def test_the_interactions_own_limit_decides_there(self, workshop: Workshop) -> None:
        workshop.messenger.errors["channel"] = [WayClosedError("50013")]
        workshop.clips.size_bytes = 20 * MIB

        await delivered(
            workshop,
            workshop.order(filesize_limit_bytes=10 * MIB, attachment_size_limit_bytes=25 * MIB),
        )

        assert ways(workshop) == [("interaction", "file")]

    async def test_when_the_token_is_dead_the_member_is_written_to_directly(
        self, workshop: Workshop
    ) -> None:
        workshop.messenger.errors["channel"] = [WayClosedError("50001")]
        workshop.messenger.errors["interaction"] = [WayClosedError("50027")]

        job = await delivered(workshop)

        assert ways(workshop) == [("direct", "file")]
        assert DeliveryWay.DIRECT_MESSAGE is job.delivery

    async def test_a_token_past_its_time_is_not_even_tried(self, tmp_path) -> None:
        async with open_workshop(tmp_path, job_timeout_s=3600) as workshop:
            workshop.messenger.errors["channel"] = [WayClosedError("50001")]
            workshop.messenger.errors["interaction"] = [AssertionError("a dead token was used")]

            await delivered(workshop, late_s=TOKEN_LIFE_S)

            assert ways(workshop) == [("direct", "file")]

    async def test_a_direct_message_has_discords_common_limit(self, workshop: Workshop) -> None:
        workshop.messenger.errors["channel"] = [WayClosedError("50001")]
        workshop.messenger.errors["interaction"] = [WayClosedError("50027")]
        workshop.clips.size_bytes = 40 * MIB

        job = await delivered(
            workshop,
            workshop.order(filesize_limit_bytes=50 * MIB, attachment_size_limit_bytes=50 * MIB),
        )

        assert ways(workshop) == [("direct", URL)]
        assert DeliveryWay.DIRECT_MESSAGE is job.delivery

    async def test_a_private_clip_goes_by_the_interaction(self, workshop: Workshop) -> None:
        job = await delivered(workshop, workshop.order(private=True))

        assert ways(workshop) == [("interaction", "file")]
        assert JobStatus.DELIVERED is job.status

    async def test_a_private_clip_never_goes_into_the_channel(self, workshop: Workshop) -> None:
        workshop.messenger.errors["interaction"] = [WayClosedError("50027")]
        workshop.messenger.errors["direct"] = [WayClosedError("50007")]

        job = await delivered(workshop, workshop.order(private=True))

        assert ways(workshop) == []
        assert JobStatus.KEPT is job.status


class TestKept:
    @pytest.fixture
    def closed(self, workshop: Workshop) -> Workshop:
        for way in ("channel", "interaction", "direct"):
            workshop.messenger.errors[way] = [WayClosedError("50007")]
        return workshop

    async def test_a_clip_that_nobody_can_be_given_is_kept(self, closed: Workshop) -> None:
        job = await delivered(closed)

        assert (job.status, job.reason) == (JobStatus.KEPT, Reason.NOWHERE_TO_DELIVER)
        assert job.kept_file is not None
        kept = await closed.kept_clips.clip(job.kept_file)
        assert kept.size_bytes == 1000
        assert (job.output_bytes, job.delivery) == (1000, None)

    async def test_the_member_is_told_that_it_is_kept_and_charged(self, closed: Workshop) -> None:
        job = await delivered(closed)
        await closed.until(lambda: closed.messenger.ends)

        assert [job.id] == [told.id for told in closed.messenger.ends]
        sentence = closed.ending(closed.messenger.ends[0])
        assert "no way to hand it over" in sentence
        assert "This clip was charged. It is kept for some days: `/videos list`" in sentence
        assert f"`{job.reference}`" in sentence

    async def test_it_holds_no_slot(self, closed: Workshop) -> None:
        await delivered(closed)

        assert closed.queue.running_count == 0


class TestDiscordAway:
    async def test_the_clip_waits_and_is_sent_once(self, workshop: Workshop) -> None:
        workshop.messenger.errors["channel"] = [DiscordAwayError("503")] * 5

        job = await delivered(workshop)

        assert JobStatus.DELIVERED is job.status
        assert ways(workshop) == [("channel", "file")]
        assert len(workshop.clips.fetched) == 1

    async def test_a_message_whose_record_is_late_is_not_sent_twice(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        job = await workshop.running_job()
        workshop.api.finish(job.prediction_id, PredictionStatus.SUCCEEDED, output_url=URL)
        workshop.messenger.when_sent = lambda: setattr(workshop.database, "is_away", True)
        await workshop.until(lambda: workshop.messenger.results)
        await workshop.clock.advance(20)

        workshop.database.is_away = False
        await workshop.until_status(job.id, JobStatus.DELIVERED)

        assert ways(workshop) == [("channel", "file")]


class TestOutputsThatCannotBeUsed:
    @pytest.mark.parametrize(
        ("reason", "words"),
        [
            (Reason.OUTPUT_NOT_MP4, "not a video that can be played"),
            (Reason.OUTPUT_CUT_SHORT, "arrived damaged"),
            (Reason.OUTPUT_ADDRESS_FORBIDDEN, "an address that this bot does not open"),
        ],
    )
    async def test_it_fails_and_says_that_it_was_charged(
        self, workshop: Workshop, reason: Reason, words: str
    ) -> None:
        workshop.clips.errors = [ClipUnusableError(reason, detail="a detail")]

        job = await delivered(workshop)
        await workshop.until(lambda: workshop.messenger.ends)

        assert (JobStatus.FAILED, reason, Decimal("1.40")) == (job.status, job.reason, job.cost_usd)
        assert words in workshop.ending(job)
        assert "This clip was charged. Ask again" in workshop.ending(job)
        assert [job.id] == [told.id for told in workshop.messenger.ends]
        assert (await workshop.store.events(job.id))[-1].detail == "a detail"
        assert ways(workshop) == []

    async def test_a_success_without_a_clip_fails_and_says_so(self, workshop: Workshop) -> None:
        job = await delivered(workshop, url=None)

        assert (job.status, job.reason) == (JobStatus.FAILED, Reason.OUTPUT_MISSING)
        assert "there was no clip. This clip was charged." in workshop.ending(job)


HOSTILE = [
    "https://clips.example/a b.mp4",
    "https://clips.example/x.mp4\n@everyone",
    "https://clips.example/x.mp4\r",
    "https://clips.example/**x**.mp4",
    "https://clips.example/[x](https://evil.example)",
    "https://clips.example/x.mp4>",
    "https://clips.example/`x`",
    "https://clips.example/\u202egpj.mp4",
    "https://clips.example/\u0430.mp4",
    "https://clips.example/\x07",
    "https://user:password@clips.example/x.mp4",
    "https:///x.mp4",
    "https://[clips.example/x.mp4",
    "javascript:alert(1)",
    "data:video/mp4;base64,AAAA",
    "file:///etc/passwd",
    "discord://x",
    "clips.example/x.mp4",
    "",
    "https://clips.example/" + "x" * 1000,
]


class TestHostileLinks:
    @pytest.mark.parametrize("url", HOSTILE)
    def test_no_link_that_could_be_more_than_a_link_is_posted(self, url: str) -> None:
        assert plain_link(url) is None

    @pytest.mark.parametrize(
        "url",
        [
            URL,
            "http://127.0.0.1:8080/x.mp4",
            "https://clips.example/a%20b.mp4?sign=a_b-c~d&expires=1#t=1",
            "https://clips.example/" + "x" * 978,
        ],
    )
    def test_a_plain_link_is_posted_as_it_is(self, url: str) -> None:
        assert url == plain_link(url)

    @pytest.mark.parametrize("url", HOSTILE)
    async def test_a_clip_too_large_to_fetch_behind_a_hostile_link_fails(
        self, workshop: Workshop, url: str
    ) -> None:
        workshop.clips.errors = [ClipTooLargeError(Reason.OUTPUT_TOO_LARGE)]

        job = await delivered(workshop, url=url)

        assert (job.status, job.reason) == (JobStatus.FAILED, Reason.OUTPUT_TOO_LARGE)
        assert ways(workshop) == []

    async def test_a_clip_too_large_to_attach_behind_a_hostile_link_is_kept(
        self, workshop: Workshop
    ) -> None:
        workshop.clips.size_bytes = 11 * MIB

        job = await delivered(workshop, url=HOSTILE[0])

        assert JobStatus.KEPT is job.status
        assert ways(workshop) == []

    async def test_a_file_refused_for_its_size_behind_a_hostile_link_is_kept(
        self, workshop: Workshop
    ) -> None:
        for way in ("channel", "interaction", "direct"):
            workshop.messenger.errors[way] = [TooLargeForDiscordError("413")]

        job = await delivered(workshop, url=HOSTILE[0])

        assert JobStatus.KEPT is job.status
        assert ways(workshop) == []
