"""An earlier request is handed out again: whole, in time, and to its requester alone."""

from datetime import timedelta

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.errors import NotAllowedError, NotFoundError, ShowreelError
from bot.domain.ids import JobId
from bot.domain.job import Actor, JobStatus
from bot.services.admission import RefusedError
from bot.services.own_requests import OwnRequests
from tests.support.workshop import MEMBER, OTHER_GUILD, STRANGER, Workshop, presser

REQUEST = ClipRequest(prompt="a red fox", duration_s=10, cfg_scale=0.3, negative_prompt="cars")


@pytest.fixture
def own_requests(workshop: Workshop) -> OwnRequests:
    return OwnRequests(store=workshop.store)


async def asked(workshop: Workshop) -> JobId:
    return (await workshop.accept(workshop.order(REQUEST))).job.id


async def test_the_requester_gets_all_of_it(workshop, own_requests):
    job_id = await asked(workshop)

    for look_up in (own_requests.to_repeat, own_requests.to_edit):
        assert (await look_up(job_id, presser=presser(MEMBER))).request == REQUEST


async def test_a_refused_one_is_its_members_too(workshop, own_requests):
    order = workshop.order(ClipRequest(prompt="a red fox", duration_s=7))
    with pytest.raises(ShowreelError) as refused:
        await workshop.submission.submit(order)
    assert not isinstance(refused.value, RefusedError)

    job = await own_requests.to_edit(refused.value.job_id, presser=presser(MEMBER))

    assert (job.status, job.request.prompt) == (JobStatus.REFUSED, "a red fox")


@pytest.mark.parametrize("moderator", [False, True])
async def test_nobody_else_gets_it_whatever_they_may_do(workshop, own_requests, moderator):
    job_id = await asked(workshop)
    stranger = presser(STRANGER, moderator=moderator)

    with pytest.raises(NotAllowedError, match="not-yours-again"):
        await own_requests.to_repeat(job_id, presser=stranger)
    with pytest.raises(NotAllowedError, match="not-yours-edit"):
        await own_requests.to_edit(job_id, presser=stranger)


async def test_in_another_server_and_for_no_row_there_is_none(workshop, own_requests):
    job_id = await asked(workshop)

    with pytest.raises(NotFoundError):
        await own_requests.to_edit(job_id, presser=presser(MEMBER, guild_id=OTHER_GUILD))
    with pytest.raises(NotFoundError):
        await own_requests.to_repeat(JobId(99), presser=presser(MEMBER))


async def test_a_deleted_one_is_not_repeated_and_still_edited(workshop, own_requests):
    job_id = await asked(workshop)
    now = workshop.clock.now()
    await workshop.store.mark_deleted(job_id, actor=Actor.moderator(STRANGER), at=now)

    with pytest.raises(ShowreelError, match="request-deleted"):
        await own_requests.to_repeat(job_id, presser=presser(MEMBER))
    assert (await own_requests.to_edit(job_id, presser=presser(MEMBER))).request == REQUEST


async def test_what_was_erased_is_said_so(workshop, own_requests):
    job = (await workshop.accept(workshop.order(REQUEST))).job
    await workshop.cancellation.cancel(job.id, presser=presser(MEMBER))
    tomorrow = workshop.clock.now() + timedelta(days=1)
    await workshop.store.erase_texts(created_before=tomorrow, at_most=10)

    with pytest.raises(ShowreelError, match="request-erased"):
        await own_requests.to_edit(job.id, presser=presser(MEMBER))


async def test_a_database_that_is_away_is_told(workshop, own_requests):
    job_id = await asked(workshop)
    workshop.database.is_away = True

    with pytest.raises(ShowreelError, match="request-log-away"):
        await own_requests.to_repeat(job_id, presser=presser(MEMBER))
