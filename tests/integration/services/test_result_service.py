"""A result is taken away by its requester or a moderator, and the log keeps who did it."""

from decimal import Decimal

import pytest

from bot.domain.errors import (
    DiscordAwayError,
    NotAllowedError,
    NotFoundError,
    ShowreelError,
    WayClosedError,
)
from bot.domain.ids import MessageId, PredictionId
from bot.domain.job import Job, JobStatus
from bot.domain.prediction import PredictionStatus
from bot.services.people import Presser
from tests.support.workshop import MEMBER, MODERATOR, OTHER_GUILD, STRANGER, Workshop, presser

FIRST = PredictionId("prediction-1")
PRESSED = MessageId(9001)


@pytest.fixture
async def delivered(workshop: Workshop) -> Job:
    workshop.start()
    job = await workshop.running_job()
    workshop.api.finish(
        FIRST,
        PredictionStatus.SUCCEEDED,
        output_url="https://clips.example/fox.mp4",
        cost_usd=Decimal("1.40"),
    )
    return await workshop.until_status(job.id, JobStatus.DELIVERED)


@pytest.mark.parametrize(
    ("by", "actor"),
    [
        (presser(MEMBER), f"member:{MEMBER}"),
        (presser(MODERATOR, moderator=True), f"moderator:{MODERATOR}"),
    ],
)
async def test_the_message_goes_and_the_row_and_its_cost_stay(
    workshop: Workshop, delivered: Job, by: Presser, actor: str
) -> None:
    await workshop.results.delete(delivered.id, presser=by, message_id=PRESSED)

    job = await workshop.job(delivered.id)
    assert [delivered.id] == workshop.messenger.deleted
    assert (JobStatus.DELIVERED, workshop.clock.now()) == (job.status, job.deleted_at)
    assert Decimal("1.40") == job.cost_usd
    last = (await workshop.store.events(job.id))[-1]
    assert (actor, "result_deleted") == (last.actor, last.detail)


async def test_the_card_says_that_the_clip_was_deleted(workshop: Workshop, delivered: Job) -> None:
    await workshop.results.delete(delivered.id, presser=presser(MEMBER), message_id=PRESSED)
    await workshop.clock.settle()

    shown, _view = workshop.messenger.cards[-1]
    assert workshop.clock.now() == shown.deleted_at
    assert workshop.messenger.ends == []


async def test_a_clip_deleted_while_it_is_being_written_down_is_shown_by_that_step(
    workshop: Workshop,
) -> None:
    workshop.start()
    job = await workshop.running_job()
    workshop.messenger.may_send.clear()
    workshop.api.finish(
        FIRST, PredictionStatus.SUCCEEDED, output_url="https://clips.example/fox.mp4"
    )
    await workshop.until_status(job.id, JobStatus.DELIVERING)
    cards = len(workshop.messenger.cards)

    await workshop.results.delete(job.id, presser=presser(MEMBER), message_id=PRESSED)
    await workshop.clock.settle()
    assert cards == len(workshop.messenger.cards)

    workshop.messenger.may_send.set()
    await workshop.until_status(job.id, JobStatus.DELIVERED)
    assert workshop.messenger.cards[-1][0].deleted_at is not None


async def test_deleting_twice_keeps_the_first_time(workshop: Workshop, delivered: Job) -> None:
    await workshop.results.delete(delivered.id, presser=presser(MEMBER), message_id=PRESSED)
    first = (await workshop.job(delivered.id)).deleted_at
    await workshop.clock.advance(5)

    await workshop.results.delete(delivered.id, presser=presser(MEMBER), message_id=PRESSED)

    assert first == (await workshop.job(delivered.id)).deleted_at


async def test_a_stranger_may_not(workshop: Workshop, delivered: Job) -> None:
    with pytest.raises(NotAllowedError) as raised:
        await workshop.results.delete(delivered.id, presser=presser(STRANGER), message_id=PRESSED)

    assert raised.value.key == "not-yours-delete"
    assert workshop.messenger.deleted == []


async def test_another_servers_moderator_finds_nothing(workshop: Workshop, delivered: Job) -> None:
    with pytest.raises(NotFoundError):
        await workshop.results.delete(
            delivered.id,
            presser=presser(MODERATOR, moderator=True, guild_id=OTHER_GUILD),
            message_id=PRESSED,
        )

    assert workshop.messenger.deleted == []


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (WayClosedError("50013"), "delete-impossible"),
        (DiscordAwayError("503"), "discord-away"),
    ],
)
async def test_what_discord_did_not_do_is_told_and_not_logged_as_done(
    workshop: Workshop, delivered: Job, error: Exception, key: str
) -> None:
    workshop.messenger.errors["delete"] = [error]

    with pytest.raises(ShowreelError) as raised:
        await workshop.results.delete(delivered.id, presser=presser(MEMBER), message_id=PRESSED)

    assert key == raised.value.key
    assert workshop.sentence(raised.value)
    assert (await workshop.job(delivered.id)).deleted_at is None


async def test_while_the_database_is_away_the_member_is_told(
    workshop: Workshop, delivered: Job
) -> None:
    workshop.database.is_away = True

    with pytest.raises(ShowreelError) as raised:
        await workshop.results.delete(delivered.id, presser=presser(MEMBER), message_id=PRESSED)

    assert raised.value.key == "storage-unavailable-now"


@pytest.mark.parametrize(
    ("stood", "detail"), [(True, "result_deleted"), (False, "result_found_gone")]
)
async def test_whoever_finds_it_gone_is_not_noted_as_who_deleted_it(
    workshop: Workshop, delivered: Job, *, stood: bool, detail: str
) -> None:
    workshop.messenger.result_stands = stood

    await workshop.results.delete_from_afar(
        delivered.id, moderator=presser(MODERATOR, moderator=True)
    )

    last = (await workshop.store.events(delivered.id))[-1]
    assert (f"moderator:{MODERATOR}", detail) == (last.actor, last.detail)
    assert workshop.clock.now() == (await workshop.job(delivered.id)).deleted_at
