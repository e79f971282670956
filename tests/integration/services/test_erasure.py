"""What a member has erased goes, whatever cuts the work off; what must stay is nobody's."""

import sqlite3
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import insert, update

from bot.domain.audit import AuditAction
from bot.domain.blocks import NewBlock
from bot.domain.erasure import Erasure
from bot.domain.errors import ShowreelError, WayClosedError
from bot.domain.ids import MessageId, PredictionId, UserId
from bot.domain.job import WORKER, Actor, Job, JobStatus
from bot.domain.option_defaults import DefaultsOwner, DefaultsScope, OptionValues
from bot.domain.prediction import PredictionStatus
from bot.domain.reasons import Reason
from bot.domain.reporting import REPORTS_AT_MOST, FilingOutcome, NewReport, ReportDecision
from bot.services.background import BackgroundTasks
from bot.services.erasure import BATCH, ERASE_EVERY_S, LONGEST_WINDOW
from bot.storage.audit import SqlAuditLog
from bot.storage.cases import SqlCaseStore
from bot.storage.encryption import TextCipher
from bot.storage.member_tables import erasures, reports
from bot.storage.moderation_tables import case_notes, usage_views
from bot.storage.option_defaults import SqlDefaultsStore
from bot.storage.pseudonyms import SqlPseudonyms
from bot.storage.reports import SqlReportStore
from bot.storage.tables import jobs
from tests.support.workshop import (
    GENEROUS,
    GUILD,
    MEMBER,
    MODERATOR,
    OTHER_GUILD,
    STRANGER,
    Workshop,
    open_workshop,
)

FIRST = PredictionId("prediction-1")
URL = "https://clips.example/fox.mp4"
TO_DELIVERED = (
    JobStatus.SUBMITTING,
    JobStatus.RUNNING,
    JobStatus.DELIVERING,
    JobStatus.DELIVERED,
)


async def ended(
    workshop: Workshop, *steps: JobStatus, told: bool = True, **destination: Any
) -> Job:
    """A job that was led through these steps, with everything on it that can be erased."""
    accepted = await workshop.accept(workshop.order(**destination))
    job = accepted.job
    for step in steps or TO_DELIVERED:
        changes: dict[str, Any] = {}
        if step is JobStatus.SUBMITTING:
            changes["submitted_at"] = workshop.clock.now()
        if step is JobStatus.DELIVERED:
            changes = {
                "output_url": URL,
                "message_url": "https://discord.com/channels/1/2/3",
                "result_message_id": MessageId(77),
                "cost_usd": Decimal("1.40"),
            }
        job = await workshop.store.transition(
            job.id, step, actor=Actor.member(MEMBER), at=workshop.clock.now(), **changes
        )
    if told:
        await workshop.store.mark_told(job.id, job.status)
    return await workshop.job(job.id)


async def ask(workshop: Workshop, user_id: UserId = MEMBER) -> Erasure:
    erasure = Erasure(user_id=user_id, requested_at=workshop.clock.now())
    await workshop.erasures.request(erasure)
    return erasure


async def hold(workshop: Workshop, job: Job, *, held: bool = True) -> None:
    statement = update(jobs).where(jobs.c.id == job.id).values(held=held)
    await workshop.database.write(lambda connection: connection.execute(statement))


def stored(workshop: Workshop) -> str:
    """Everything that stands in the file, as text."""
    connection = sqlite3.connect(workshop.folder / "showreel.db")
    dump = "\n".join(connection.iterdump())
    connection.close()
    return dump


def is_whole(job: Job) -> bool:
    return bool(job.request.prompt) and job.destination.user_id == MEMBER


def report_store(workshop: Workshop) -> SqlReportStore:
    return SqlReportStore(workshop.database, cipher=TextCipher(), pseudonyms=workshop.pseudonyms)


async def report(workshop: Workshop, job: Job, *, by: UserId, decided: bool) -> None:
    await report_store(workshop).file(
        NewReport(
            job_id=job.id,
            guild_id=GUILD,
            reporter_id=by,
            text="It shows me.",
            created_at=workshop.clock.now(),
        ),
        since=workshop.clock.now() - timedelta(days=1),
        at_most=5,
    )
    if decided:
        decision = update(reports).values(
            decided_at=workshop.clock.now(), decision=ReportDecision.DISMISSED
        )
        await workshop.database.write(lambda connection: connection.execute(decision))
        await hold(workshop, job, held=False)


class TestWhatGoes:
    async def test_texts_links_messages_and_tokens_go_in_every_server(
        self, workshop: Workshop
    ) -> None:
        here = await ended(workshop)
        there = await ended(workshop, guild_id=OTHER_GUILD)
        await ask(workshop)

        await workshop.eraser.erase()

        for before in (here, there):
            job = await workshop.job(before.id)
            assert (job.request.prompt, job.request.negative_prompt) == ("", "")
            assert (job.output_url, job.message_url) == (None, None)
            assert (job.card_message_id, job.result_message_id) == (None, None)
            assert job.interaction_token is None
            assert job.destination.user_locale == ""
            assert job.destination.user_id == workshop.pseudonyms.of(MEMBER) < 0

    async def test_the_id_stands_nowhere_any_more(self, workshop: Workshop) -> None:
        job = await ended(workshop)
        await workshop.store.mark_deleted(
            job.id, actor=Actor.member(MEMBER), at=workshop.clock.now()
        )
        cancelled = (await workshop.accept()).job
        await workshop.store.request_cancel(
            cancelled.id, actor=Actor.member(MEMBER), at=workshop.clock.now()
        )
        await workshop.store.transition(
            cancelled.id, JobStatus.CANCELLED, actor=WORKER, at=workshop.clock.now()
        )
        await workshop.store.mark_told(cancelled.id, JobStatus.CANCELLED)
        foreign = await ended(workshop, user_id=STRANGER)
        await report(workshop, foreign, by=MEMBER, decided=True)
        own_defaults = DefaultsOwner(scope=DefaultsScope.MEMBER, id=MEMBER)
        defaults = SqlDefaultsStore(workshop.database, cipher=TextCipher())
        await defaults.put(own_defaults, OptionValues(duration_s=10))
        view = insert(usage_views).values(
            guild_id=GUILD, user_id=MEMBER, filter="fox", created_at=workshop.clock.now()
        )
        await workshop.database.write(lambda connection: connection.execute(view))
        # As a number of its own, and not as a part of another one.
        needles = (f",{MEMBER},", f":{MEMBER}'", f"({MEMBER},", f",{MEMBER})")
        assert any(needle in stored(workshop) for needle in needles)
        await ask(workshop)

        await workshop.eraser.erase()

        assert [needle for needle in needles if needle in stored(workshop)] == []
        assert "It shows me." in stored(workshop)

    async def test_counts_and_costs_stay(self, workshop: Workshop) -> None:
        job = await ended(workshop)
        await ask(workshop)

        await workshop.eraser.erase()

        erased = await workshop.job(job.id)
        assert (erased.status, erased.cost_usd) == (JobStatus.DELIVERED, Decimal("1.40"))
        assert erased.created_at == job.created_at
        assert await workshop.store.usd_since(job.created_at) == Decimal("1.40")

    async def test_notes_and_decided_reports_on_a_request_go_with_it(
        self, workshop: Workshop
    ) -> None:
        job = await ended(workshop)
        await report(workshop, job, by=STRANGER, decided=True)
        note = insert(case_notes).values(
            job_id=job.id,
            author_id=MODERATOR,
            text="Talked to the member.",
            created_at=workshop.clock.now(),
        )
        await workshop.database.write(lambda connection: connection.execute(note))
        await ask(workshop)

        await workshop.eraser.erase()

        found = stored(workshop)
        assert ("Talked to the member." in found, "It shows me." in found) == (False, False)

    async def test_nothing_leads_from_a_block_to_the_request_that_it_was_about(
        self, workshop: Workshop
    ) -> None:
        job = await ended(workshop)
        await report(workshop, job, by=STRANGER, decided=False)
        await workshop.clock.leap(60)
        blocked_at = workshop.clock.now()
        block = NewBlock(
            guild_id=GUILD,
            user_id=MEMBER,
            reason="Spam.",
            created_at=blocked_at,
            created_by=MODERATOR,
            expires_at=None,
        )
        await workshop.block_store.block(block, at_most=9, about=job.id)
        await ask(workshop)

        await workshop.eraser.erase()

        audit_log = SqlAuditLog(workshop.database, cipher=TextCipher())
        record = await audit_log.page(GUILD, before=None, rows=9)
        blocked = next(each for each in record if each.action is AuditAction.MEMBER_BLOCKED)
        decided = next(each for each in record if each.action is AuditAction.REPORT_DECIDED)
        assert (blocked.subject, blocked.job_id) == (str(MEMBER), None)
        assert (decided.subject, decided.job_id) == ("", None)
        case = await SqlCaseStore(workshop.database, cipher=TextCipher()).case(
            job.id, guild_id=GUILD
        )
        assert case is not None
        (left,) = case.reports
        assert (left.decided_at is None, left.decision, left.decided_by) == (False, None, None)
        assert blocked_at not in {left.decided_at, *(event.at for event in case.events)}
        assert f"moderator:{MODERATOR}" not in {event.actor for event in case.events}

    async def test_what_they_did_about_their_own_request_as_a_moderator_names_it_no_longer(
        self, workshop: Workshop
    ) -> None:
        job = await ended(workshop)
        await workshop.store.mark_deleted(
            job.id, actor=Actor.moderator(MEMBER), at=workshop.clock.now()
        )
        await ask(workshop)

        await workshop.eraser.erase()

        audit_log = SqlAuditLog(workshop.database, cipher=TextCipher())
        record = await audit_log.page(GUILD, before=None, rows=9)
        (deleted,) = [each for each in record if each.action is AuditAction.RESULT_DELETED]
        assert (deleted.actor_id, deleted.subject, deleted.job_id) == (MEMBER, "", None)

    async def test_a_kept_clip_goes_and_its_card_says_so(self, workshop: Workshop) -> None:
        workshop.start()
        for way in ("channel", "interaction", "direct"):
            workshop.messenger.errors[way] = [WayClosedError("50007")]
        job = await workshop.running_job()
        workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
        await workshop.until_status(job.id, JobStatus.KEPT)
        await ask(workshop)

        await workshop.eraser.erase()
        await workshop.clock.settle()
        await workshop.eraser.erase()

        expired = await workshop.job(job.id)
        assert (expired.status, expired.reason) == (JobStatus.EXPIRED, Reason.ERASED)
        assert [*(workshop.folder / "kept").iterdir()] == []
        assert workshop.messenger.ends[-1].reason == Reason.ERASED
        assert not is_whole(expired)
        assert (await workshop.store.expired_since(job.created_at)) == []


class TestWhatStays:
    async def test_what_was_asked_for_later_is_untouched(self, workshop: Workshop) -> None:
        await ended(workshop)
        await ask(workshop)
        await workshop.clock.leap(1)
        later = await ended(workshop)

        await workshop.eraser.erase()

        assert is_whole(await workshop.job(later.id))

    async def test_others_keep_theirs(self, workshop: Workshop) -> None:
        job = await ended(workshop, user_id=STRANGER)
        await ask(workshop)

        await workshop.eraser.erase()

        kept = await workshop.job(job.id)
        assert (kept.request.prompt != "", kept.destination.user_id) == (True, STRANGER)

    async def test_a_clip_in_the_making_is_delivered_and_erased_right_after(
        self, workshop: Workshop
    ) -> None:
        workshop.start()
        loops = BackgroundTasks()
        loops.start(workshop.eraser.run(), name="eraser")
        job = await workshop.running_job()
        await ask(workshop)
        workshop.eraser.wake()
        await workshop.clock.advance(ERASE_EVERY_S)
        assert is_whole(await workshop.job(job.id))

        workshop.api.finish(FIRST, PredictionStatus.SUCCEEDED, output_url=URL)
        await workshop.until_status(job.id, JobStatus.DELIVERED)
        await workshop.clock.advance(ERASE_EVERY_S)

        assert not is_whole(await workshop.job(job.id))
        assert workshop.messenger.cards[-1][0].destination.user_id == MEMBER
        await loops.stop()

    @pytest.mark.parametrize(
        ("steps", "told"),
        [
            ((), False),
            ((JobStatus.SUBMITTING,), True),
            ((JobStatus.SUBMITTING, JobStatus.UNKNOWN), True),
            ((JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.EXPIRED), True),
        ],
        ids=["its last word is owed", "being sent", "nobody knows", "may be finished after all"],
    )
    async def test_what_is_not_over_waits(
        self, workshop: Workshop, steps: tuple[JobStatus, ...], told: Any
    ) -> None:
        job = await ended(workshop, *steps, told=told)
        await ask(workshop)

        await workshop.eraser.erase()

        assert is_whole(await workshop.job(job.id))
        assert len(await workshop.erasures.pending(after=None, at_most=10)) == 1

    async def test_what_is_never_told_or_found_is_erased_in_the_end(
        self, workshop: Workshop
    ) -> None:
        untold = await ended(workshop, told=False)
        late = await ended(
            workshop, JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.EXPIRED, told=True
        )
        await ask(workshop)

        await workshop.clock.leap(timedelta(days=11).total_seconds())
        await workshop.eraser.erase()

        assert not is_whole(await workshop.job(untold.id))
        assert not is_whole(await workshop.job(late.id))

    @pytest.mark.parametrize("last_step", [JobStatus.KEPT, JobStatus.DELIVERED])
    async def test_a_held_clip_stays_until_it_is_let_go(
        self, workshop: Workshop, last_step: JobStatus
    ) -> None:
        """Also one that its member has fetched."""
        job = await ended(workshop, *TO_DELIVERED[:-1], JobStatus.KEPT)
        path = workshop.folder / "kept" / "job-9-A.mp4"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"clip")
        await workshop.store.note(
            job.id, actor=WORKER, at=workshop.clock.now(), detail="", kept_file=path.name
        )
        if last_step is JobStatus.DELIVERED:
            await workshop.store.transition(
                job.id, JobStatus.DELIVERED, actor=WORKER, at=workshop.clock.now()
            )
        await hold(workshop, job)
        await ask(workshop)
        await workshop.eraser.erase()
        assert is_whole(await workshop.job(job.id))
        assert path.exists()

        await hold(workshop, job, held=False)
        await workshop.eraser.erase()
        await workshop.store.mark_told(job.id, (await workshop.job(job.id)).status)
        await workshop.eraser.erase()

        assert not is_whole(await workshop.job(job.id))
        assert (await workshop.job(job.id)).kept_file is None
        assert not path.exists()

    async def test_held_evidence_waits_until_it_is_let_go(self, workshop: Workshop) -> None:
        job = await ended(workshop)
        await hold(workshop, job)
        await ask(workshop)
        await workshop.eraser.erase()
        assert is_whole(await workshop.job(job.id))

        await hold(workshop, job, held=False)
        await workshop.eraser.erase()

        assert not is_whole(await workshop.job(job.id))
        assert await workshop.erasures.pending(after=None, at_most=10) == []

    async def test_an_undecided_report_keeps_its_words_and_loses_its_author(
        self, workshop: Workshop
    ) -> None:
        job = await ended(workshop, user_id=STRANGER)
        await report(workshop, job, by=MEMBER, decided=False)
        await ask(workshop)

        await workshop.eraser.erase()

        (left,) = await report_store(workshop).of_job(job.id)
        assert (left.text, left.reporter_id) == (
            "It shows me.",
            workshop.pseudonyms.of(MEMBER),
        )


class TestTheWishItself:
    async def test_it_is_forgotten_once_it_is_carried_out(self, workshop: Workshop) -> None:
        await ended(workshop)
        await ask(workshop)

        await workshop.eraser.erase()

        assert await workshop.erasures.pending(after=None, at_most=10) == []

    async def test_asking_twice_is_fine(self, workshop: Workshop) -> None:
        first = await ended(workshop)
        await ask(workshop)
        await workshop.clock.leap(60)
        second = await ended(workshop)
        await ask(workshop)

        await workshop.eraser.erase()

        assert not is_whole(await workshop.job(first.id))
        assert not is_whole(await workshop.job(second.id))
        assert await workshop.erasures.pending(after=None, at_most=10) == []

    async def test_a_round_goes_on_from_where_an_older_wish_was_read(
        self, workshop: Workshop
    ) -> None:
        await ended(workshop)
        old = await ask(workshop)
        await workshop.eraser.erase()
        await ask(workshop)

        assert not await workshop.erasures.finish(
            Erasure(user_id=MEMBER, requested_at=old.requested_at - timedelta(seconds=1))
        )
        assert len(await workshop.erasures.pending(after=None, at_most=10)) == 1

    async def test_a_clock_that_was_set_back_leaves_nothing_behind(
        self, workshop: Workshop
    ) -> None:
        job = await ended(workshop)
        reported = await ended(workshop, user_id=STRANGER)
        await report(workshop, reported, by=MEMBER, decided=True)
        workshop.clock._start -= timedelta(hours=1)
        await ask(workshop)

        await workshop.eraser.erase()

        assert not is_whole(await workshop.job(job.id))
        (left,) = await report_store(workshop).of_job(reported.id)
        assert left.reporter_id == workshop.pseudonyms.of(MEMBER)

    async def test_each_server_has_it_on_record_without_a_name(self, workshop: Workshop) -> None:
        await ended(workshop)
        await ended(workshop, guild_id=OTHER_GUILD)
        await ask(workshop)

        for guild_id in (GUILD, OTHER_GUILD):
            (entry,) = await SqlAuditLog(workshop.database, cipher=TextCipher()).page(
                guild_id, before=None, rows=10
            )
            assert (entry.action, entry.actor_id) == (AuditAction.MEMBER_DATA_ERASED, 0)

    async def test_many_members_are_seen_to_in_one_round(self, workshop: Workshop) -> None:
        now = workshop.clock.now()
        rows = [{"user_id": 1000 + n, "requested_at": now} for n in range(BATCH + 5)]
        await workshop.database.write(lambda connection: connection.execute(insert(erasures), rows))

        await workshop.eraser.erase()

        assert await workshop.erasures.pending(after=None, at_most=10) == []


class TestPseudonyms:
    async def test_they_are_the_same_after_a_restart(self, workshop: Workshop) -> None:
        await ended(workshop)
        await ask(workshop)
        await workshop.eraser.erase()

        later = SqlPseudonyms(workshop.database, cipher=TextCipher())
        assert later.of(MEMBER) != workshop.pseudonyms.of(MEMBER)
        await later.load()

        assert later.of(MEMBER) == workshop.pseudonyms.of(MEMBER)
        assert later.of(STRANGER) != later.of(MEMBER)

    async def test_they_go_when_no_limit_looks_at_them_any_more(self, workshop: Workshop) -> None:
        job = await ended(workshop)
        foreign = await ended(workshop, user_id=STRANGER)
        for reporter in (MEMBER, MODERATOR):
            await report(workshop, foreign, by=reporter, decided=True)
            await ask(workshop, reporter)
        await workshop.eraser.erase()
        pseudonyms = [str(workshop.pseudonyms.of(each)) for each in (MEMBER, MODERATOR)]
        await workshop.clock.leap(LONGEST_WINDOW.total_seconds() - 60)
        await workshop.eraser.forget()
        assert all(each in stored(workshop) for each in pseudonyms)

        await workshop.clock.leap(120)
        await workshop.eraser.forget()

        found = stored(workshop)
        assert [each for each in pseudonyms if each in found] == []
        assert (await workshop.job(job.id)).destination.user_id == 0
        assert {event.actor for event in await workshop.store.events(job.id)} >= {"member"}

    async def test_a_key_that_nothing_opens_any_more_is_replaced(self, workshop: Workshop) -> None:
        lost = SqlPseudonyms(
            workshop.database,
            cipher=TextCipher([Fernet.generate_key().decode()]),
        )
        await lost.keep()

        await workshop.pseudonyms.load()
        await workshop.pseudonyms.keep()
        own = workshop.pseudonyms.of(MEMBER)
        await workshop.pseudonyms.load()

        assert workshop.pseudonyms.of(MEMBER) == own


async def test_whatever_round_is_cut_off_the_next_ones_bring_it_to_the_same_end(
    workshop: Workshop,
) -> None:
    """The process dies after each of its writes in turn, and starts anew."""
    kept = workshop.folder / "kept"
    kept.mkdir(exist_ok=True)
    for _ in range(3):
        await ended(workshop)
    clip = await ended(
        workshop, JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING, JobStatus.KEPT
    )
    (kept / "job-9-A.mp4").write_bytes(b"clip")
    await workshop.store.note(
        clip.id, actor=WORKER, at=workshop.clock.now(), detail="", kept_file="job-9-A.mp4"
    )
    foreign = await ended(workshop, user_id=STRANGER)
    await report(workshop, foreign, by=MEMBER, decided=False)
    await ask(workshop)
    write = workshop.database.write
    lives = 0
    while await workshop.erasures.pending(after=None, at_most=1):
        lives += 1
        written = count(1)

        async def dies_after(work: Any, *, life: int = lives, written: Any = written) -> Any:
            answer = await write(work)
            if next(written) == life:
                raise KeyboardInterrupt
            return answer

        workshop.database.write = dies_after
        with suppress(KeyboardInterrupt):
            await workshop.eraser.erase()
        workshop.database.write = write
        await workshop.store.mark_told(clip.id, JobStatus.EXPIRED)
        assert lives < 50

    assert lives > 3
    assert all(
        job.request.prompt == "" and job.destination.user_id == workshop.pseudonyms.of(MEMBER)
        for job in await workshop.jobs()
        if job.id != foreign.id
    )
    assert list(kept.iterdir()) == []


class TestLimits:
    async def test_they_are_not_reset_by_erasing(self, tmp_path: Path) -> None:
        policy = replace(GENEROUS, user_jobs_per_day=2)
        async with open_workshop(tmp_path, policy=policy) as workshop:
            for _ in range(2):
                await ended(workshop)
            await ask(workshop)
            await workshop.eraser.erase()

            with pytest.raises(ShowreelError) as refused:
                await workshop.submission.submit(workshop.order())
            assert refused.value.key.startswith("refused-user-daily-limit")

            await workshop.clock.leap(timedelta(days=1).total_seconds())
            await workshop.submission.submit(workshop.order())

    async def test_money_counts_on_too_and_after_a_restart(self, tmp_path: Path) -> None:
        policy = replace(GENEROUS, user_usd_per_day=Decimal("2.00"))
        async with open_workshop(tmp_path, policy=policy) as workshop:
            clock = workshop.clock
            await ended(workshop)
            await ask(workshop)
            await workshop.eraser.erase()
        async with open_workshop(tmp_path, policy=policy, clock=clock) as workshop:
            await workshop.pseudonyms.load()

            with pytest.raises(ShowreelError) as refused:
                await workshop.submission.submit(workshop.order())

        assert refused.value.key.startswith("refused-user-money-limit")

    async def test_reports_count_on_too(self, workshop: Workshop) -> None:
        for _ in range(REPORTS_AT_MOST):
            foreign = await ended(workshop, user_id=STRANGER)
            await report(workshop, foreign, by=MEMBER, decided=False)
        await ask(workshop)
        await workshop.eraser.erase()
        one_more = await ended(workshop, user_id=STRANGER)

        filing = await report_store(workshop).prospect(
            one_more.id,
            MEMBER,
            since=workshop.clock.now() - timedelta(days=1),
            at_most=REPORTS_AT_MOST,
        )

        assert filing.outcome is FilingOutcome.TOO_MANY

    async def test_a_report_that_is_written_anew_has_its_author_again(
        self, workshop: Workshop
    ) -> None:
        foreign = await ended(workshop, user_id=STRANGER)
        await report(workshop, foreign, by=MEMBER, decided=False)
        await ask(workshop)
        await workshop.eraser.erase()

        await report(workshop, foreign, by=MEMBER, decided=False)

        (written,) = await report_store(workshop).of_job(foreign.id)
        assert written.reporter_id == MEMBER
