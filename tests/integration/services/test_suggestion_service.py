"""Typing is served from one reading; what is chosen is found again, and only by its owner."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.errors import NotFoundError, StorageUnavailableError
from bot.domain.ids import UserId
from bot.domain.job import WORKER, JobStatus
from bot.domain.suggestions import TextKind
from bot.services.suggestions import MEMBERS_REMEMBERED, REMEMBERED_S, SuggestionService
from bot.storage.encryption import TextCipher
from bot.storage.recent_texts import SqlRecentTexts
from tests.support.workshop import GUILD, MEMBER, OTHER_GUILD, STRANGER, Workshop

HERE = {"user_id": MEMBER, "guild_id": GUILD}
LONG = "a red fox crosses a snowy road at dawn, " * 60


class CountedTexts(SqlRecentTexts):
    """Counts its readings, which a test may hold up."""

    readings = 0

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        self.may_read = asyncio.Event()
        self.may_read.set()

    async def recent_of(self, *who, **where):
        self.readings += 1
        await self.may_read.wait()
        return await super().recent_of(*who, **where)


@pytest.fixture
def texts(workshop: Workshop) -> CountedTexts:
    return CountedTexts(workshop.database, cipher=TextCipher())


@pytest.fixture
def service(workshop: Workshop, texts: CountedTexts) -> SuggestionService:
    return SuggestionService(recent_texts=texts, store=workshop.store, clock=workshop.clock)


async def asked(workshop: Workshop, prompt: str = "a red fox", negative: str = "", **where):
    await workshop.clock.advance(1)
    request = ClipRequest(prompt=prompt, negative_prompt=negative)
    return (await workshop.accept(workshop.order(request, **where))).job


async def offered(service: SuggestionService, typed: str = "", *, kind=TextKind.PROMPT, **who):
    found = await service.matching(kind, typed, **{**HERE, **who})
    return [suggestion.value for suggestion in found]


class TestOffered:
    async def test_ones_own_newest_first_and_nobody_elses(self, workshop, service):
        await asked(workshop, "mine")
        await asked(workshop, "theirs", user_id=STRANGER)
        await asked(workshop, "elsewhere", guild_id=OTHER_GUILD)
        await asked(workshop, "mine too")

        assert await offered(service) == ["mine too", "mine"]
        assert await offered(service, user_id=STRANGER) == ["theirs"]
        assert await offered(service, guild_id=OTHER_GUILD) == ["elsewhere"]

    async def test_what_to_leave_out_has_ones_own_and_the_usual_phrases(self, workshop, service):
        await asked(workshop, negative="fog and smoke")

        kind = TextKind.NEGATIVE_PROMPT
        assert (await offered(service, kind=kind))[:2] == [
            "fog and smoke",
            "blur, distort, and low quality",
        ]
        assert await offered(service, "fog", kind=kind) == ["fog and smoke"]

    async def test_a_text_asked_for_often_does_not_hide_the_others(self, workshop, service):
        await asked(workshop, "the other one")
        for _ in range(30):
            await asked(workshop, "again and again")

        assert await offered(service) == ["again and again", "the other one"]


class TestReading:
    async def test_fast_typing_reads_once(self, workshop, service, texts):
        await asked(workshop)
        texts.may_read.clear()
        typing = [asyncio.create_task(offered(service, "a red"[:end])) for end in range(5)]
        await workshop.clock.settle()
        texts.may_read.set()

        assert await asyncio.gather(*typing) == [["a red fox"]] * 5
        assert await offered(service, "fox") == ["a red fox"]
        assert texts.readings == 1

    async def test_a_new_request_is_offered_some_seconds_later(self, workshop, service):
        await asked(workshop, "first")
        assert await offered(service) == ["first"]
        await asked(workshop, "second")
        assert await offered(service) == ["first"]

        await workshop.clock.advance(REMEMBERED_S)

        assert await offered(service) == ["second", "first"]

    async def test_whoever_stops_waiting_stops_it_for_nobody_else(self, workshop, service, texts):
        await asked(workshop)
        texts.may_read.clear()
        impatient = asyncio.create_task(offered(service))
        patient = asyncio.create_task(offered(service))
        await workshop.clock.settle()

        impatient.cancel()
        await workshop.clock.settle()
        texts.may_read.set()

        assert await patient == ["a red fox"]
        assert impatient.cancelled()
        assert texts.readings == 1

    async def test_a_reading_that_failed_is_tried_again(self, workshop, service, texts):
        await asked(workshop)
        workshop.database.is_away = True
        with pytest.raises(StorageUnavailableError):
            await offered(service)

        workshop.database.is_away = False

        assert await offered(service) == ["a red fox"]
        assert texts.readings == 2

    async def test_a_failure_that_nobody_waits_for_is_no_complaint(self, workshop, service, texts):
        texts.may_read.clear()
        waiting = asyncio.create_task(offered(service))
        await workshop.clock.settle()
        waiting.cancel()
        workshop.database.is_away = True

        texts.may_read.set()
        await workshop.clock.settle()

        workshop.database.is_away = False
        assert await offered(service) == []

    async def test_no_more_members_are_remembered_than_there_is_room_for(self, service, texts):
        for number in range(MEMBERS_REMEMBERED + 10):
            await offered(service, user_id=UserId(number))

        assert len(service._remembered) == MEMBERS_REMEMBERED
        await offered(service, user_id=UserId(0))
        assert texts.readings == MEMBERS_REMEMBERED + 11

    async def test_nothing_is_remembered_for_longer_than_it_serves(self, workshop, service):
        for number in range(5):
            await offered(service, user_id=UserId(number))
        await workshop.clock.advance(REMEMBERED_S)

        await offered(service)

        assert len(service._remembered) == 1

    async def test_a_reading_that_was_cut_off_is_forgotten(self, service, texts, workshop):
        texts.may_read.clear()
        waiting = asyncio.create_task(offered(service))
        await workshop.clock.settle()
        (remembered,) = service._remembered.values()

        remembered.reading.cancel()

        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert service._remembered == {}


class TestChosen:
    @pytest.fixture
    async def job(self, workshop):
        return await asked(workshop, LONG, "fog, " * 50)

    async def chosen(self, service, said, *, kind=TextKind.PROMPT, **who):
        return await service.full_text(kind, said, **{**HERE, **who})

    async def test_a_long_text_comes_back_whole(self, service, job):
        (prompt,) = await offered(service)
        negative = (await offered(service, kind=TextKind.NEGATIVE_PROMPT))[0]

        assert prompt == f"showreel:prompt:{job.id}"
        assert await self.chosen(service, prompt) == LONG
        assert await self.chosen(service, negative, kind=TextKind.NEGATIVE_PROMPT) == "fog, " * 50

    async def test_what_is_typed_stays_as_it_is_and_reads_nothing(self, workshop, service):
        workshop.database.is_away = True

        assert await self.chosen(service, " a fox, prompt:7 ") == " a fox, prompt:7 "

    @pytest.mark.parametrize(
        "who",
        [{"user_id": STRANGER}, {"guild_id": OTHER_GUILD}, {"guild_id": None}],
        ids=["stranger", "other server", "direct messages"],
    )
    async def test_somebody_elses_or_from_elsewhere_is_gone(self, service, job, who):
        with pytest.raises(NotFoundError) as gone:
            await self.chosen(service, f"showreel:prompt:{job.id}", **who)

        assert gone.value.key == "suggestion-gone"

    @pytest.mark.parametrize("forged", ["999999", "0", "x", "9" * 30, ""])
    @pytest.mark.usefixtures("job")
    async def test_a_forged_one_is_gone_too(self, service, forged):
        with pytest.raises(NotFoundError) as gone:
            await self.chosen(service, f"showreel:prompt:{forged}")

        assert gone.value.key == "suggestion-gone"

    async def test_an_erased_one_is_gone(self, workshop, service, job):
        await workshop.store.transition(
            job.id, JobStatus.CANCELLED, actor=WORKER, at=workshop.clock.now()
        )
        await workshop.store.erase_texts(
            created_before=workshop.clock.now() + timedelta(seconds=1), at_most=10
        )

        for kind in TextKind:
            with pytest.raises(NotFoundError):
                await self.chosen(service, f"showreel:{kind.value}:{job.id}", kind=kind)

    async def test_a_reference_that_was_logged_as_it_is_leads_nowhere(self, workshop, service):
        job = await asked(workshop, "showreel:prompt:1")

        with pytest.raises(NotFoundError):
            await self.chosen(service, f"showreel:prompt:{job.id}")

    async def test_with_the_log_away_it_is_not_taken_for_gone(self, workshop, service, job):
        workshop.database.is_away = True

        with pytest.raises(StorageUnavailableError):
            await self.chosen(service, f"showreel:prompt:{job.id}")
