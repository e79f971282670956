"""A member finds and cancels their own live clips by name, and nobody else's."""

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.errors import NotFoundError, ShowreelError
from bot.domain.job import WORKER, Job, JobStatus
from bot.domain.reasons import Reason
from bot.services.own_clips import OwnClips
from bot.storage.encryption import TextCipher
from bot.storage.live_jobs import SqlLiveJobs
from tests.support.workshop import GUILD, MEMBER, OTHER_GUILD, STRANGER, Workshop

HERE = {"user_id": MEMBER, "guild_id": GUILD}


@pytest.fixture
def own_clips(workshop: Workshop) -> OwnClips:
    return OwnClips(
        live_jobs=SqlLiveJobs(workshop.database, cipher=TextCipher()),
        store=workshop.store,
        cancellation=workshop.cancellation,
    )


async def asked(workshop: Workshop, prompt: str = "a red fox", **where: object) -> Job:
    await workshop.clock.advance(1)
    order = workshop.order(ClipRequest(prompt=prompt), **where)
    return (await workshop.accept(order)).job


async def take(workshop: Workshop, job: Job, *steps: JobStatus) -> None:
    for step in steps:
        await workshop.store.transition(job.id, step, actor=WORKER, at=workshop.clock.now())


async def offered(own_clips: OwnClips, typed: str = "", **who: object) -> list[int]:
    found = await own_clips.cancellable(typed=typed, **{**HERE, **who})
    return [job.id for job in found]


class TestOffered:
    async def test_what_is_typed_is_looked_for_in_prompts_and_references(self, workshop, own_clips):
        fox = await asked(workshop, "A red FOX at dawn")
        strasse = await asked(workshop, "eine leere Straße")

        assert await offered(own_clips) == [strasse.id, fox.id]
        assert await offered(own_clips, " fox") == [fox.id]
        assert await offered(own_clips, "STRASSE") == [strasse.id]
        assert await offered(own_clips, fox.reference.lower()) == [fox.id]
        assert await offered(own_clips, "badger") == []

    async def test_neither_others_nor_other_servers_are_offered(self, workshop, own_clips):
        await asked(workshop, user_id=STRANGER)
        elsewhere = await asked(workshop, guild_id=OTHER_GUILD)
        here = await asked(workshop)

        assert await offered(own_clips) == [here.id]
        assert await offered(own_clips, guild_id=None) == [here.id, elsewhere.id]

    async def test_one_that_is_asked_to_stop_already_is_not_offered_again(
        self, workshop, own_clips
    ):
        job = await asked(workshop)
        await take(workshop, job, JobStatus.SUBMITTING)
        assert await offered(own_clips) == [job.id]

        await own_clips.cancel(job.reference, **HERE)

        assert await offered(own_clips) == []


class TestCancel:
    @pytest.mark.parametrize("guild_id", [GUILD, None], ids=["in the server", "directly"])
    @pytest.mark.parametrize("typed", ["REF001", " ref001 "])
    async def test_a_waiting_clip_is_cancelled_at_once(self, workshop, own_clips, guild_id, typed):
        job = await asked(workshop)

        cancelled = await own_clips.cancel(typed, user_id=MEMBER, guild_id=guild_id)

        assert (cancelled.id, cancelled.status) == (job.id, JobStatus.CANCELLED)
        assert cancelled.reason == Reason.CANCELLED_BY_MEMBER

    async def test_one_that_is_being_made_is_asked_to_stop(self, workshop, own_clips):
        job = await asked(workshop)
        await take(workshop, job, JobStatus.SUBMITTING, JobStatus.UNKNOWN)

        wished = await own_clips.cancel(job.reference, **HERE)

        assert wished.status is JobStatus.UNKNOWN
        assert wished.cancel_requested_at == workshop.clock.now()

    async def test_one_that_ended_while_its_member_chose_is_too_late(self, workshop, own_clips):
        job = await asked(workshop)
        await take(workshop, job, JobStatus.SUBMITTING, JobStatus.FAILED)

        with pytest.raises(ShowreelError) as late:
            await own_clips.cancel(job.reference, **HERE)

        assert late.value.key == "cancel-too-late"

    @pytest.mark.parametrize("typed", ["", "nothing", "1", "\0", "x" * 6000])
    async def test_what_is_no_reference_is_not_found(self, workshop, own_clips, typed):
        job = await asked(workshop)

        with pytest.raises(NotFoundError) as missing:
            await own_clips.cancel(typed, **HERE)

        assert missing.value.key == "cancel-not-found"
        assert (await workshop.job(job.id)).status is JobStatus.QUEUED

    @pytest.mark.parametrize(
        "who", [{"user_id": STRANGER}, {"guild_id": OTHER_GUILD}], ids=["stranger", "elsewhere"]
    )
    async def test_what_is_not_theirs_here_is_answered_as_if_it_did_not_exist(
        self, workshop, own_clips, who
    ):
        job = await asked(workshop)

        with pytest.raises(NotFoundError) as missing:
            await own_clips.cancel(job.reference, **{**HERE, **who})

        assert missing.value.key == "cancel-not-found"
        assert (await workshop.job(job.id)).status is JobStatus.QUEUED

    async def test_of_two_with_one_reference_the_live_one_is_meant(self, workshop, own_clips):
        live = await asked(workshop)
        workshop.submission._new_reference = lambda: live.reference
        ended = await asked(workshop)
        await take(workshop, ended, JobStatus.CANCELLED)

        assert (await own_clips.cancel(live.reference, **HERE)).id == live.id

    async def test_a_database_that_is_away_is_told(self, workshop, own_clips):
        job = await asked(workshop)
        workshop.database.is_away = True

        with pytest.raises(ShowreelError) as away:
            await own_clips.cancel(job.reference, **HERE)

        assert away.value.key == "storage-unavailable-now"
