"""Reports, their events and the evidence they hold, in a real file."""

import asyncio
import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import event, select, update

from bot.domain.erasure import Erasure
from bot.domain.errors import IllegalTransitionError, StorageUnavailableError
from bot.domain.ids import GuildId, JobId, ReportId, UserId
from bot.domain.job import WORKER, JobStatus
from bot.domain.reporting import (
    Filing,
    FilingOutcome,
    NewReport,
    Report,
    ReportDecision,
)
from bot.storage.encryption import TextCipher
from bot.storage.member_erasure import SqlErasureStore
from bot.storage.member_tables import reports
from bot.storage.pseudonyms import SqlPseudonyms
from bot.storage.reports import SqlReportStore
from bot.storage.tables import jobs

REPORTER = UserId(7)
OTHER = UserId(8)
GUILD = GuildId(100)
DAY = timedelta(hours=24)
MINUTE = timedelta(minutes=1)
TO_DELIVERED = (
    JobStatus.SUBMITTING,
    JobStatus.RUNNING,
    JobStatus.DELIVERING,
    JobStatus.DELIVERED,
)


@pytest.fixture
def report_store(database):
    return SqlReportStore(
        database, cipher=TextCipher(), pseudonyms=SqlPseudonyms(database, cipher=TextCipher())
    )


@pytest.fixture
def delivered(store, new_attempt, clock):
    async def build(**attempt):
        job = (await store.submit(new_attempt(**attempt), lambda _usage: None)).job
        for step in TO_DELIVERED:
            job = await store.transition(job.id, step, actor=WORKER, at=clock.now())
        return job

    return build


@pytest.fixture
def file(report_store, clock):
    async def build(job, *, by=REPORTER, text="It shows a real person.", at_most=5, guild=GUILD):
        new = NewReport(
            job_id=job.id, guild_id=guild, reporter_id=by, text=text, created_at=clock.now()
        )
        return await report_store.file(new, since=clock.now() - DAY, at_most=at_most)

    return build


@pytest.fixture
def decide(database, clock):
    async def build(report, decision=ReportDecision.DISMISSED):
        decided = update(reports).where(reports.c.id == report.id)
        await database.write(
            lambda connection: connection.execute(
                decided.values(decided_at=clock.now(), decided_by=99, decision=decision)
            )
        )

    return build


@pytest.fixture
def is_held(database):
    async def look(job):
        statement = select(jobs.c.held).where(jobs.c.id == job.id)

        async def work(connection):
            return (await connection.execute(statement)).scalar_one()

        return await database.read(work)

    return look


class TestFiling:
    async def test_a_report_its_event_and_the_hold_are_written_together(
        self, delivered, file, store, is_held, report_store, clock
    ):
        job = await delivered()
        assert not await is_held(job)

        filing = await file(job)

        expected = Report(
            id=ReportId(1),
            job_id=job.id,
            guild_id=GUILD,
            reporter_id=REPORTER,
            text="It shows a real person.",
            created_at=clock.now(),
        )
        assert filing == Filing(outcome=FilingOutcome.FILED, report=expected)
        assert await report_store.of_job(job.id) == [expected]
        last = (await store.events(job.id))[-1]
        assert (last.actor, last.detail, last.at) == ("member:7", "reported", clock.now())
        assert (last.before, last.after) == (JobStatus.DELIVERED, JobStatus.DELIVERED)
        assert await is_held(job)

    async def test_a_second_report_of_the_same_member_changes_the_first(
        self, delivered, file, store, report_store, clock
    ):
        job = await delivered()
        first = (await file(job)).report
        clock.advance(MINUTE)

        filing = await file(job, text="And it says my name.")

        changed = replace(first, text="And it says my name.")
        assert filing == Filing(outcome=FilingOutcome.CHANGED, report=changed)
        assert await report_store.of_job(job.id) == [changed]
        details = [event.detail for event in await store.events(job.id)][-2:]
        assert details == ["reported", "report_changed"]

    async def test_two_of_one_member_at_once_become_one(self, delivered, file, report_store):
        job = await delivered()

        filings = await asyncio.gather(file(job, text="one"), file(job, text="two"))

        assert [filing.outcome for filing in filings] == [
            FilingOutcome.FILED,
            FilingOutcome.CHANGED,
        ]
        assert [report.text for report in await report_store.of_job(job.id)] == ["two"]

    async def test_two_members_at_once_each_have_theirs(self, delivered, file, report_store):
        job = await delivered()

        await asyncio.gather(file(job, by=REPORTER), file(job, by=OTHER))

        assert {report.reporter_id for report in await report_store.of_job(job.id)} == {
            REPORTER,
            OTHER,
        }

    async def test_a_decided_report_is_not_written_over(
        self, delivered, file, decide, report_store, store
    ):
        job = await delivered()
        first = (await file(job)).report
        await decide(first)
        events = len(await store.events(job.id))

        filing = await file(job, text="Look again.")

        assert filing.outcome is FilingOutcome.DECIDED
        (stands,) = await report_store.of_job(job.id)
        assert (stands.text, stands.decision) == (first.text, ReportDecision.DISMISSED)
        assert len(await store.events(job.id)) == events

    async def test_a_job_that_does_not_exist_gets_none(self, delivered, file, report_store):
        job = replace(await delivered(), id=JobId(999))

        with pytest.raises(IllegalTransitionError):
            await file(job)

        assert await report_store.of_job(job.id) == []

    async def test_while_the_file_is_locked_nothing_is_half_written(
        self, delivered, file, database_file, report_store, is_held, clock
    ):
        job = await delivered()
        lock = sqlite3.connect(database_file)
        lock.execute("BEGIN IMMEDIATE")
        filing = asyncio.create_task(file(job))
        await asyncio.sleep(0.02)
        clock.advance(MINUTE)

        with pytest.raises(StorageUnavailableError):
            await filing
        assert await report_store.of_job(job.id) == []
        assert not await is_held(job)

        lock.rollback()
        lock.close()


class TestLimit:
    async def test_who_has_filed_enough_files_no_more_until_the_first_is_a_day_old(
        self, delivered, file, is_held, clock
    ):
        clips = [await delivered() for _ in range(4)]
        began = clock.now()
        for job in clips[:2]:
            await file(job, at_most=2)
            clock.advance(MINUTE)

        refused = await file(clips[2], at_most=2)

        assert refused == Filing(outcome=FilingOutcome.TOO_MANY, counted=(began, began + MINUTE))
        assert not await is_held(clips[2])
        clock.advance(DAY - 2 * MINUTE)
        assert (await file(clips[2], at_most=2)).outcome is FilingOutcome.FILED
        assert (await file(clips[3], at_most=2)).outcome is FilingOutcome.TOO_MANY

    async def test_a_change_counts_no_more_and_is_possible_at_the_limit(self, delivered, file):
        job, another = await delivered(), await delivered()
        await file(job, at_most=2)
        await file(job, at_most=2)
        await file(another, at_most=2)

        assert (await file(job, at_most=2)).outcome is FilingOutcome.CHANGED

    async def test_it_is_one_for_all_servers_and_each_members_own(self, delivered, file):
        here, there = await delivered(), await delivered(guild=200)
        await file(here, at_most=1)

        assert (await file(there, at_most=1, guild=GuildId(200))).outcome is (
            FilingOutcome.TOO_MANY
        )
        assert (await file(here, by=OTHER, at_most=1)).outcome is FilingOutcome.FILED

    async def test_six_at_once_are_not_more_than_five(self, delivered, file):
        clips = [await delivered() for _ in range(6)]

        filings = await asyncio.gather(*(file(job) for job in clips))

        outcomes = [filing.outcome for filing in filings]
        assert outcomes.count(FilingOutcome.FILED) == 5
        assert outcomes.count(FilingOutcome.TOO_MANY) == 1


class TestChanges:
    async def test_a_report_is_changed_three_times_and_no_more(
        self, delivered, file, report_store, store, clock
    ):
        job = await delivered()
        await file(job, text="0")
        for change in (1, 2, 3):
            assert (await file(job, text=str(change))).outcome is FilingOutcome.CHANGED

        filing = await file(job, text="4")
        prospect = await report_store.prospect(job.id, REPORTER, since=clock.now() - DAY, at_most=5)

        assert {filing.outcome, prospect.outcome} == {FilingOutcome.CHANGED_ENOUGH}
        assert [report.text for report in await report_store.of_job(job.id)] == ["3"]
        details = [event.detail for event in await store.events(job.id)]
        assert details.count("report_changed") == 3

    async def test_days_later_it_is_changed_no_more_either(self, delivered, file, clock):
        job = await delivered()
        for change in range(4):
            await file(job, text=str(change))
        clock.advance(2 * DAY)

        assert (await file(job, text="more")).outcome is FilingOutcome.CHANGED_ENOUGH

    async def test_each_report_and_each_reporter_has_its_own(self, delivered, file):
        job, another = await delivered(), await delivered()
        for change in range(4):
            await file(job, text=str(change))
        for by, about in ((OTHER, job), (REPORTER, another)):
            await file(about, by=by)
            assert (await file(about, by=by, text="more")).outcome is FilingOutcome.CHANGED

    async def test_ten_at_once_are_three(self, delivered, file):
        job = await delivered()
        await file(job)

        filings = await asyncio.gather(*(file(job, text=str(number)) for number in range(10)))

        outcomes = [filing.outcome for filing in filings]
        assert outcomes.count(FilingOutcome.CHANGED) == 3
        assert outcomes.count(FilingOutcome.CHANGED_ENOUGH) == 7

    async def test_what_it_says_already_is_no_change_at_the_limit_either(
        self, delivered, file, store, database
    ):
        job = await delivered()
        for change in range(4):
            await file(job, text=str(change))
        shown = update(reports).values(card_due=False)
        await database.write(lambda connection: connection.execute(shown))
        events = len(await store.events(job.id))

        filing = await file(job, text="3")

        assert (filing.outcome, filing.report.text) == (FilingOutcome.CHANGED, "3")
        assert not filing.report.card_due
        assert len(await store.events(job.id)) == events

    async def test_an_erased_reporter_has_no_more_of_them(
        self, database, report_store, delivered, file, clock
    ):
        job = await delivered()
        for change in range(4):
            await file(job, text=str(change))
        erasure = Erasure(user_id=REPORTER, requested_at=clock.now())
        pseudonym = report_store._pseudonyms.of(REPORTER)

        erased = await SqlErasureStore(database, cipher=TextCipher()).erase_reports(
            erasure, pseudonym=pseudonym, at_most=9
        )

        assert erased == 1
        assert (await file(job, text="more")).outcome is FilingOutcome.CHANGED_ENOUGH


class TestProspect:
    async def test_it_tells_and_writes_nothing(self, delivered, file, report_store, clock, is_held):
        job, another = await delivered(), await delivered()

        async def prospect(of, **values):
            return await report_store.prospect(
                of.id, REPORTER, since=clock.now() - DAY, **{"at_most": 1, **values}
            )

        assert await prospect(job) == Filing(outcome=FilingOutcome.FILED)
        assert not await is_held(job)

        written = (await file(job)).report
        assert await prospect(job) == Filing(outcome=FilingOutcome.CHANGED, report=written)
        assert (await prospect(another)).outcome is FilingOutcome.TOO_MANY
        assert await prospect(another, at_most=2) == Filing(
            outcome=FilingOutcome.FILED, counted=(written.created_at,)
        )


class TestReading:
    async def test_undecided_are_one_servers_oldest_first_and_not_too_many(
        self, delivered, file, decide, report_store, clock
    ):
        filed = []
        for _ in range(4):
            filed.append((await file(await delivered())).report)
            clock.advance(MINUTE)
        await decide(filed[1])
        await file(await delivered(guild=200), by=OTHER, guild=GuildId(200))

        assert await report_store.undecided(GUILD, at_most=9) == [filed[0], filed[2], filed[3]]
        assert await report_store.undecided(GUILD, at_most=2) == [filed[0], filed[2]]

    @pytest.mark.parametrize(
        ("doing", "plan"),
        [
            (
                lambda store, _now: store.undecided(GUILD, at_most=9),
                ["SEARCH reports USING INDEX reports_undecided"],
            ),
            (
                lambda store, _now: store.of_job(JobId(1)),
                ["SEARCH reports USING INDEX reports_by_job", "USE TEMP B-TREE FOR ORDER BY"],
            ),
            (
                lambda store, now: store.prospect(JobId(1), REPORTER, since=now, at_most=5),
                [
                    "SEARCH reports USING INDEX reports_by_job",
                    "SEARCH reports USING COVERING INDEX reports_by_reporter",
                ],
            ),
        ],
    )
    async def test_each_look_uses_its_index(
        self, report_store, database, database_file, clock, doing, plan
    ):
        sent = []
        event.listen(
            database._readers.sync_engine,
            "before_cursor_execute",
            lambda _c, _cursor, statement, values, *_: sent.append((statement, values)),
        )
        await doing(report_store, clock.now())

        connection = sqlite3.connect(database_file)
        steps = [
            row[3].split(" (")[0]
            for statement, values in sent
            if statement.startswith("SELECT")
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)
        ]
        connection.close()
        assert steps == plan


class TestEncryption:
    async def test_with_a_key_a_report_is_sealed_in_the_file_and_read_again(
        self, database, database_file, delivered, clock
    ):
        job = await delivered()
        sealing = SqlReportStore(
            database,
            cipher=TextCipher([Fernet.generate_key().decode()]),
            pseudonyms=SqlPseudonyms(database, cipher=TextCipher()),
        )
        new = NewReport(
            job_id=job.id,
            guild_id=GUILD,
            reporter_id=REPORTER,
            text="a-private-accusation",
            created_at=clock.now(),
        )
        for text in ("a-private-accusation", "another-private-accusation"):
            await sealing.file(replace(new, text=text), since=clock.now() - DAY, at_most=5)
            (read,) = await sealing.of_job(job.id)
            assert read.text == text

        await database.close()
        for file in database_file.parent.glob("showreel.db*"):
            assert b"private-accusation" not in file.read_bytes()

    async def test_a_report_from_before_the_key_is_still_read(self, database, delivered, file):
        job = await delivered()
        await file(job)
        keyed = TextCipher([Fernet.generate_key().decode()])

        (read,) = await SqlReportStore(
            database, cipher=keyed, pseudonyms=SqlPseudonyms(database, cipher=TextCipher())
        ).of_job(job.id)
        assert read.text == "It shows a real person."


class TestHeldEvidence:
    async def test_what_is_reported_keeps_its_texts_and_links_past_retention(
        self, store, delivered, file, clock
    ):
        held = await delivered(at=clock.now() - MINUTE)
        free = await delivered(at=clock.now() - MINUTE)
        await file(held)

        assert await store.erase_texts(created_before=clock.now(), at_most=9) == 1

        assert await store.get(held.id) == held
        assert (await store.get(free.id)).request.prompt == ""

    async def test_held_ones_never_fill_a_batch(self, store, delivered, file, clock):
        """A round of erasing goes on while something was erased: held rows must not end it."""
        for by in (REPORTER, OTHER):
            await file(await delivered(at=clock.now() - 2 * MINUTE), by=by)
        await delivered(at=clock.now() - MINUTE)

        assert await store.erase_texts(created_before=clock.now(), at_most=1) == 1
        assert await store.erase_texts(created_before=clock.now(), at_most=1) == 0
