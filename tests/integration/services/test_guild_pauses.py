"""A server's own pause: it stops that server alone, at once, and takes nothing from anybody."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path

import pytest

from bot.domain.audit import AuditAction
from bot.domain.errors import ShowreelError
from bot.domain.ids import GuildId, UserId
from bot.domain.job import Job, JobStatus
from bot.domain.ports import Pause, WaitingJob
from bot.domain.prediction import PredictionStatus
from bot.services import card_views
from bot.services.admission import RefusedError
from bot.services.cards import REFRESH_EVERY_S
from bot.services.worker import TICK_S
from bot.storage.audit import SqlAuditLog
from bot.storage.encryption import TextCipher
from tests.support.clock import ManualClock
from tests.support.fakes import RecordingMessenger, ScriptedApi
from tests.support.workshop import (
    GUILD,
    MEMBER,
    MODERATOR,
    OTHER_GUILD,
    STRANGER,
    Workshop,
    open_workshop,
)

Process = Callable[..., AbstractAsyncContextManager[Workshop]]


@pytest.fixture
def process(tmp_path: Path) -> Process:
    """Each call is one process over the same folder, in the same world at the same time."""
    return partial(
        open_workshop,
        tmp_path,
        clock=ManualClock(),
        api=ScriptedApi(),
        messenger=RecordingMessenger(),
        slots=1,
    )


async def pause(workshop: Workshop, reason: str = "") -> None:
    await workshop.pauses.pause(GUILD, by=MODERATOR, reason=reason)


async def resume(workshop: Workshop) -> None:
    await workshop.pauses.resume(GUILD, by=MODERATOR)


async def status(workshop: Workshop, job: Job) -> JobStatus:
    return (await workshop.job(job.id)).status


async def elsewhere(workshop: Workshop) -> Job:
    order = workshop.order(guild_id=OTHER_GUILD, user_id=STRANGER)
    return (await workshop.accept(order)).job


async def finish(workshop: Workshop, job: Job) -> None:
    running = await workshop.job(job.id)
    assert running.prediction_id is not None
    workshop.api.finish(running.prediction_id, PredictionStatus.FAILED)
    await workshop.until_status(job.id, JobStatus.FAILED)


async def test_a_request_is_refused_with_the_reason_from_the_same_moment_on(
    workshop: Workshop,
) -> None:
    await workshop.accept()
    await pause(workshop, "raid")

    with pytest.raises(RefusedError) as refused:
        await workshop.submission.submit(workshop.order())

    assert workshop.sentence(refused.value).startswith(
        "The moderators of this server have paused new clips (raid). Nothing was charged."
    )
    assert (await workshop.jobs())[-1].reason == "paused_by_moderators"
    await workshop.submission.submit(workshop.order(guild_id=OTHER_GUILD))
    await resume(workshop)
    await workshop.submission.submit(workshop.order())


async def test_waiting_jobs_wait_running_ones_finish_and_other_servers_go_on(
    process: Process,
) -> None:
    async with process() as workshop:
        workshop.start()
        running = await workshop.running_job()
        waiting = [(await workshop.accept()).job for _ in range(3)]
        theirs = await elsewhere(workshop)
        await pause(workshop)

        await finish(workshop, running)
        await workshop.until_status(theirs.id, JobStatus.RUNNING)
        await finish(workshop, theirs)
        await workshop.clock.advance(600)

        assert {await status(workshop, job) for job in waiting} == {JobStatus.QUEUED}
        assert workshop.queue.free_slots == 1


async def test_what_waited_goes_on_at_once_and_in_its_order(process: Process) -> None:
    async with process() as workshop:
        workshop.start()
        theirs = await elsewhere(workshop)
        await workshop.until_status(theirs.id, JobStatus.RUNNING)
        first, second = [(await workshop.accept()).job for _ in range(2)]
        await pause(workshop)
        await finish(workshop, theirs)
        await workshop.clock.advance(10 * TICK_S)
        assert await status(workshop, first) is JobStatus.QUEUED
        before = workshop.clock.monotonic()

        await resume(workshop)
        await workshop.until_status(first.id, JobStatus.RUNNING)

        assert workshop.clock.monotonic() - before < TICK_S
        assert await status(workshop, second) is JobStatus.QUEUED


async def test_a_pause_holds_after_a_restart_and_its_end_is_noticed_from_another_process(
    process: Process,
) -> None:
    async with process() as workshop:
        job = (await workshop.accept()).job
        await pause(workshop)
    async with process() as workshop:
        workshop.start()
        theirs = await elsewhere(workshop)
        await workshop.until_status(theirs.id, JobStatus.RUNNING)
        await finish(workshop, theirs)
        await workshop.clock.advance(60)
        assert await status(workshop, job) is JobStatus.QUEUED

        await workshop.pause_store.end(GUILD, by=MODERATOR, at=workshop.clock.now())
        await workshop.clock.advance(TICK_S)

        assert await status(workshop, job) is JobStatus.RUNNING


@pytest.mark.parametrize("ends_first", ["operator", "moderators"])
async def test_either_pause_is_enough_and_each_ends_by_its_own(
    process: Process, ends_first: str
) -> None:
    async with process() as workshop:
        workshop.start()
        job = (await workshop.submission.submit(workshop.order())).job
        await workshop.switches.set_pause(Pause(reason="upkeep", since=workshop.clock.now()))
        await pause(workshop)
        await workshop.submission.confirm(job.id, card_message_id=1)

        if ends_first == "operator":
            await workshop.switches.set_pause(None)
        else:
            operators = await workshop.pauses.resume(GUILD, by=MODERATOR)
            assert operators is not None
            assert operators.reason == "upkeep"
        await workshop.clock.advance(10)
        with pytest.raises(RefusedError):
            await workshop.submission.submit(workshop.order())
        assert await status(workshop, job) is JobStatus.QUEUED

        if ends_first == "operator":
            await resume(workshop)
        else:
            await workshop.switches.set_pause(None)
        await workshop.clock.advance(TICK_S)
        assert await status(workshop, job) is JobStatus.RUNNING


async def test_pausing_twice_and_resuming_what_goes_on_change_nothing(workshop: Workshop) -> None:
    with pytest.raises(ShowreelError, match="resume-not-paused"):
        await resume(workshop)
    await pause(workshop, "first")

    with pytest.raises(ShowreelError, match="pause-already") as refused:
        await pause(workshop, "second")

    assert refused.value.values["text"] == "first"
    await workshop.switches.set_pause(Pause(reason="", since=workshop.clock.now()))
    await resume(workshop)
    with pytest.raises(ShowreelError, match="resume-operators-pause"):
        await resume(workshop)


async def test_who_paused_and_resumed_is_on_record(workshop: Workshop) -> None:
    await pause(workshop, "raid")
    await workshop.pauses.resume(GUILD, by=UserId(99))

    audit = SqlAuditLog(workshop.database, cipher=TextCipher())
    resumed, paused = await audit.page(GUILD, before=None, rows=5)

    assert (paused.action, paused.actor_id) == (AuditAction.PAUSED, MODERATOR)
    assert (resumed.action, resumed.actor_id) == (AuditAction.RESUMED, UserId(99))
    assert paused.after == resumed.before
    assert paused.after is not None
    assert paused.after["reason"] == "raid"


async def test_cards_of_a_paused_server_say_so_and_others_do_not_count_them(
    process: Process,
) -> None:
    async with process() as workshop:
        workshop.start()
        await workshop.running_job(workshop.order(guild_id=OTHER_GUILD, user_id=STRANGER))
        held = (await workshop.accept()).job
        order = workshop.order(guild_id=OTHER_GUILD, user_id=MEMBER)
        theirs = (await workshop.accept(order)).job
        await pause(workshop)
        for _ in range(3):
            await workshop.clock.advance(REFRESH_EVERY_S)

        cards = {card.id: view for card, view in workshop.messenger.cards}
        assert (cards[held.id].paused, cards[held.id].starts_in) == (True, None)
        assert (cards[theirs.id].paused, cards[theirs.id].place) == (False, 1)
        assert cards[theirs.id].starts_in is not None


async def test_the_cards_of_a_long_line_say_so_too(
    process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_views, "PLACES_SHOWN", 1)
    async with process() as workshop:
        workshop.start()
        await workshop.running_job(workshop.order(guild_id=OTHER_GUILD, user_id=STRANGER))
        held = [(await workshop.accept()).job for _ in range(3)]
        await pause(workshop)
        for _ in range(3):
            await workshop.clock.advance(REFRESH_EVERY_S)

        cards = {card.id: view for card, view in workshop.messenger.cards}
        assert [cards[job.id].paused for job in held] == [True] * 3


async def test_what_is_put_back_in_line_while_pauses_are_read_waits_as_well(
    process: Process,
) -> None:
    async with process() as workshop:
        workshop.start()
        running = await workshop.running_job(workshop.order(guild_id=OTHER_GUILD, user_id=STRANGER))
        theirs = await elsewhere(workshop)
        given_back = (await workshop.submission.submit(workshop.order())).job
        await pause(workshop)
        paused_among = workshop.pause_store.paused_among

        async def answer_late(guild_ids: frozenset[GuildId]) -> frozenset[GuildId]:
            paused = await paused_among(guild_ids)
            if workshop.queue.free_slots:
                workshop.queue.add(
                    WaitingJob(
                        job_id=given_back.id,
                        guild_id=GUILD,
                        user_id=MEMBER,
                        queued_at=given_back.created_at,
                        duration_s=5,
                    )
                )
            return paused

        workshop.pause_store.paused_among = answer_late  # type: ignore[method-assign] -- sets the moment
        await finish(workshop, running)
        await workshop.until_status(theirs.id, JobStatus.RUNNING)

        assert await status(workshop, given_back) is JobStatus.QUEUED


async def test_only_servers_that_wait_are_asked_about(workshop: Workshop) -> None:
    asked: list[set[int]] = []
    paused_among = workshop.pause_store.paused_among

    async def note(guild_ids):
        asked.append(set(guild_ids))
        return await paused_among(guild_ids)

    workshop.pause_store.paused_among = note  # type: ignore[method-assign] -- counts the reads
    workshop.start()
    await workshop.clock.advance(60)
    assert asked == []
    await workshop.accept()
    await workshop.clock.advance(60)

    assert asked == [{GUILD}]


async def test_members_are_not_asked_about_anew_while_nothing_changes(workshop: Workshop) -> None:
    read = []
    of = workshop.pause_store.of
    workshop.pauses._kept._read = lambda guild_id: (read.append(guild_id), of(guild_id))[1]
    for _ in range(20):
        await workshop.submission.submit(workshop.order())

    assert read == [GUILD]
