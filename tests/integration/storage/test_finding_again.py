"""What the store answers about work that was paid for and is looked for."""

from datetime import timedelta

import pytest

from bot.domain.errors import IllegalTransitionError
from bot.domain.ids import GuildId, UserId
from bot.domain.job import WORKER, JobStatus, SendWay

S = JobStatus
HOUR = timedelta(hours=1)


@pytest.fixture
def drive(store, new_attempt, clock):
    """Bring a new job along these steps; the changes go with the last."""

    async def drive(*steps, attempt=None, **changes):
        job = (await store.submit(new_attempt(**(attempt or {})), lambda _usage: None)).job
        for number, step in enumerate(steps, start=1):
            written = {"submitted_at": clock.now()} if step is S.SUBMITTING else {}
            written |= changes if number == len(steps) else {}
            job = await store.transition(job.id, step, actor=WORKER, at=clock.now(), **written)
        return job

    return drive


async def ids(rows):
    return [job.id for job in await rows]


async def test_one_prediction_is_one_jobs(drive, store, clock):
    owner = await drive(S.SUBMITTING, S.RUNNING, prediction_id="p-1")
    other = await drive(S.SUBMITTING)

    with pytest.raises(IllegalTransitionError):
        await store.transition(
            other.id, S.RUNNING, actor=WORKER, at=clock.now(), prediction_id="p-1"
        )

    assert await store.get(other.id) == other
    assert await store.owned_predictions(["p-1", "p-2"]) == {"p-1"}
    assert (await store.get(owner.id)).prediction_id == "p-1"


async def test_a_create_may_have_made_a_prediction_until_one_is_known_or_ruled_out(
    drive, store, clock
):
    sent = await drive(S.SUBMITTING)
    unknown = await drive(S.SUBMITTING, S.UNKNOWN)
    settled = await drive(S.SUBMITTING, S.UNKNOWN, S.FAILED)
    await drive(S.SUBMITTING, S.QUEUED)
    await drive(S.SUBMITTING, S.RUNNING, prediction_id="p-1")
    await drive()
    now = clock.now()

    within = store.creates_without_prediction(since=now, until=now)
    assert await ids(within) == [sent.id, unknown.id, settled.id]
    earlier = store.creates_without_prediction(since=now - HOUR, until=now - timedelta(seconds=1))
    assert await ids(earlier) == []


async def test_a_note_is_an_event_that_changes_no_state(drive, store, clock):
    job = await drive(S.SUBMITTING, S.RUNNING, S.DELIVERING)

    noted = await store.note(
        job.id, actor=WORKER, at=clock.now(), detail="sending:channel", sending=SendWay.CHANNEL
    )

    assert noted.sending is SendWay.CHANNEL
    assert noted == await store.get(job.id)
    event = (await store.events(job.id))[-1]
    assert (event.before, event.after, event.detail) == (
        S.DELIVERING,
        S.DELIVERING,
        "sending:channel",
    )


async def test_every_state_that_ends_something_owes_a_last_word(drive, store, clock):
    since = clock.now() - HOUR
    running = S.SUBMITTING, S.RUNNING
    owed = [
        await drive(S.CANCELLED),
        await drive(S.SUBMITTING, S.UNKNOWN),
        await drive(S.SUBMITTING, S.FAILED),
        await drive(*running, S.EXPIRED, prediction_id="p-1"),
        await drive(*running, S.DELIVERING, S.KEPT),
        await drive(*running, S.DELIVERING, S.DELIVERED),
    ]
    await drive()
    await drive(S.SUBMITTING)
    await drive(*running, S.DELIVERING)

    assert await ids(store.untold(created_after=since, at_most=9)) == [job.id for job in owed]
    assert await ids(store.untold(created_after=since, at_most=2)) == [job.id for job in owed[:2]]
    assert await ids(store.untold(created_after=clock.now(), at_most=9)) == []


async def test_a_last_word_is_said_once_for_each_state(drive, store, clock):
    since = clock.now() - HOUR
    job = await drive(S.SUBMITTING, S.UNKNOWN)

    await store.mark_told(job.id, S.UNKNOWN)
    assert await ids(store.untold(created_after=since, at_most=9)) == []

    await store.transition(job.id, S.FAILED, actor=WORKER, at=clock.now())
    await store.mark_told(job.id, S.UNKNOWN)
    assert await ids(store.untold(created_after=since, at_most=9)) == [job.id]


async def test_a_member_finds_their_own_requests_newest_first(drive, store, clock):
    first = await drive(attempt={"user": 1, "guild": 100})
    clock.advance(timedelta(seconds=1))
    second = await drive(S.CANCELLED, attempt={"user": 1, "guild": 200})
    await drive(attempt={"user": 2, "guild": 100})
    clock.advance(timedelta(seconds=1))
    third = await drive(attempt={"user": 1, "guild": 100})

    async def found(guild, at_most=9):
        guild_id = None if guild is None else GuildId(guild)
        return await ids(store.of_member(UserId(1), guild_id=guild_id, at_most=at_most))

    assert await found(None) == [third.id, second.id, first.id]
    assert await found(100) == [third.id, first.id]
    assert await found(None, at_most=1) == [third.id]


async def test_a_member_finds_what_is_kept_for_them_however_much_they_asked_since(drive, store):
    road = (S.SUBMITTING, S.RUNNING, S.DELIVERING, S.KEPT)
    kept = await drive(*road, attempt={"user": 1, "guild": 100})
    await drive(*road, attempt={"user": 2, "guild": 100})
    for _ in range(3):
        await drive(attempt={"user": 1, "guild": 100})

    found = store.of_member(UserId(1), guild_id=GuildId(100), at_most=2, status=S.KEPT)

    assert await ids(found) == [kept.id]


async def test_refused_attempts_are_not_among_a_members_requests(store, new_attempt):
    await store.refuse(new_attempt(user=1), "user_daily_limit")

    assert await ids(store.of_member(UserId(1), guild_id=None, at_most=9)) == []
