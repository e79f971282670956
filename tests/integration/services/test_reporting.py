"""Reporting a clip: who may, what is refused in words, and that evidence outlasts its time."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.typing import EventDict

from bot.domain.errors import NotFoundError, ShowreelError
from bot.domain.ids import JobId
from bot.domain.job import WORKER, Job, JobStatus
from bot.domain.ports import Clip
from bot.domain.reporting import FilingOutcome, ReportDecision
from bot.services.people import Presser
from bot.services.reporting import ReportingService
from bot.storage.encryption import TextCipher
from bot.storage.member_tables import reports
from bot.storage.reports import SqlReportStore
from tests.support.workshop import (
    MEMBER,
    MODERATOR,
    OTHER_GUILD,
    STRANGER,
    Workshop,
    presser,
)

TEXT = "It shows a real person."
PATHS = {
    JobStatus.QUEUED: [],
    JobStatus.CANCELLED: [JobStatus.CANCELLED],
    JobStatus.SUBMITTING: [JobStatus.SUBMITTING],
    JobStatus.UNKNOWN: [JobStatus.SUBMITTING, JobStatus.UNKNOWN],
    JobStatus.FAILED: [JobStatus.SUBMITTING, JobStatus.FAILED],
    JobStatus.RUNNING: [JobStatus.SUBMITTING, JobStatus.RUNNING],
    JobStatus.EXPIRED: [JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.EXPIRED],
    JobStatus.DELIVERING: [JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING],
    JobStatus.KEPT: [
        JobStatus.SUBMITTING,
        JobStatus.RUNNING,
        JobStatus.DELIVERING,
        JobStatus.KEPT,
    ],
    JobStatus.DELIVERED: [
        JobStatus.SUBMITTING,
        JobStatus.RUNNING,
        JobStatus.DELIVERING,
        JobStatus.DELIVERED,
    ],
}
TOO_EARLY = {JobStatus.QUEUED, JobStatus.SUBMITTING, JobStatus.UNKNOWN, JobStatus.RUNNING}


@pytest.fixture
def report_store(workshop: Workshop) -> SqlReportStore:
    return SqlReportStore(workshop.database, cipher=TextCipher(), pseudonyms=workshop.pseudonyms)


@pytest.fixture
def reporting(workshop: Workshop, report_store: SqlReportStore) -> ReportingService:
    return ReportingService(jobs=workshop.store, reports=report_store, clock=workshop.clock)


async def brought_to(workshop: Workshop, status: JobStatus, **destination: object) -> Job:
    job = (await workshop.accept(workshop.order(**destination))).job
    for step in PATHS[status]:
        job = await workshop.store.transition(job.id, step, actor=WORKER, at=workshop.clock.now())
    return job


async def delivered(workshop: Workshop, **destination: object) -> Job:
    return await brought_to(workshop, JobStatus.DELIVERED, **destination)


async def refused(
    workshop: Workshop, reporting: ReportingService, job_id: JobId, *, by: Presser
) -> ShowreelError:
    """The press and the form both say no, in the same words."""
    with pytest.raises(ShowreelError) as at_the_press:
        await reporting.draft(job_id, reporter=by)
    with pytest.raises(ShowreelError) as at_the_form:
        await reporting.file(job_id, reporter=by, text=TEXT)

    first, second = at_the_press.value, at_the_form.value
    assert (first.key, first.values) == (second.key, second.values)
    assert "harged" in workshop.sentence(second)
    return second


@pytest.mark.parametrize("by", [presser(STRANGER), presser(MODERATOR, moderator=True)])
async def test_anyone_in_the_server_may_report(
    workshop: Workshop, reporting: ReportingService, report_store: SqlReportStore, by: Presser
) -> None:
    job = await delivered(workshop)

    assert await reporting.draft(job.id, reporter=by) == ""
    assert await reporting.file(job.id, reporter=by, text=TEXT) is FilingOutcome.FILED

    (report,) = await report_store.of_job(job.id)
    assert (by.user_id, by.guild_id, TEXT) == (report.reporter_id, report.guild_id, report.text)
    assert workshop.clock.now() == report.created_at
    last = (await workshop.store.events(job.id))[-1]
    assert (f"member:{by.user_id}", "reported") == (last.actor, last.detail)
    assert (await workshop.job(job.id)) == job


@pytest.mark.parametrize("status", PATHS)
async def test_what_is_not_there_yet_is_not_reported_and_what_has_ended_is(
    workshop: Workshop, reporting: ReportingService, status: JobStatus
) -> None:
    job = await brought_to(workshop, status)

    if status in TOO_EARLY:
        error = await refused(workshop, reporting, job.id, by=presser(STRANGER))
        assert error.key == "report-too-early"
    else:
        outcome = await reporting.file(job.id, reporter=presser(STRANGER), text=TEXT)
        assert outcome is FilingOutcome.FILED


async def test_ones_own_clip_is_deleted_rather_than_reported(
    workshop: Workshop, reporting: ReportingService
) -> None:
    job = await delivered(workshop)

    error = await refused(workshop, reporting, job.id, by=presser(MEMBER))

    assert error.key == "report-own"
    assert "press Delete" in workshop.sentence(error)


async def test_another_servers_member_is_told_what_a_made_up_id_is_told(
    workshop: Workshop, reporting: ReportingService
) -> None:
    job = await delivered(workshop)
    elsewhere = presser(STRANGER, guild_id=OTHER_GUILD)

    forged = await refused(workshop, reporting, job.id, by=elsewhere)
    made_up = await refused(workshop, reporting, JobId(999), by=elsewhere)

    assert isinstance(forged, NotFoundError)
    assert (forged.key, forged.values) == (made_up.key, made_up.values)


async def test_nobody_learns_of_a_private_clip_by_reporting_it(
    workshop: Workshop, reporting: ReportingService
) -> None:
    job = await delivered(workshop, private=True)
    waiting = await brought_to(workshop, JobStatus.QUEUED, private=True)

    for hidden in (job, waiting):
        error = await refused(workshop, reporting, hidden.id, by=presser(MODERATOR, moderator=True))
        assert error.key == "job-not-found"


async def test_nobody_learns_of_a_refused_request_by_reporting_it(
    workshop: Workshop, reporting: ReportingService
) -> None:
    with pytest.raises(ShowreelError):
        await workshop.submission.submit(
            workshop.order(workshop.order().request.__class__(prompt=" "))
        )
    (job,) = await workshop.jobs()
    assert job.status is JobStatus.REFUSED

    error = await refused(workshop, reporting, job.id, by=presser(STRANGER))

    assert error.key == "job-not-found"


class TestText:
    @pytest.mark.parametrize("text", ["", "   \n\t", "\u200b\u200e", "\u2800"])
    async def test_nothing_to_read_is_no_report(
        self,
        workshop: Workshop,
        reporting: ReportingService,
        report_store: SqlReportStore,
        text: str,
    ) -> None:
        job = await delivered(workshop)

        with pytest.raises(ShowreelError) as raised:
            await reporting.file(job.id, reporter=presser(STRANGER), text=text)

        assert raised.value.key == "report-empty"
        assert workshop.sentence(raised.value)
        assert await report_store.of_job(job.id) == []

    @pytest.mark.parametrize(
        ("text", "kept"),
        [
            ("ß" * 1000, "ß" * 1000),
            ("x" * 1001, "x" * 1000),
            ("  It is me. \n", "It is me."),
            ("half \ud83d and \0", "half ? and \N{REPLACEMENT CHARACTER}"),
        ],
        ids=["the longest", "forged longer", "spaces around", "no text at all in it"],
    )
    async def test_it_is_kept_as_far_as_it_is_text(
        self,
        workshop: Workshop,
        reporting: ReportingService,
        report_store: SqlReportStore,
        text: str,
        kept: str,
    ) -> None:
        job = await delivered(workshop)

        await reporting.file(job.id, reporter=presser(STRANGER), text=text)

        assert [kept] == [report.text for report in await report_store.of_job(job.id)]

    async def test_the_second_report_begins_with_the_first_and_replaces_it(
        self, workshop: Workshop, reporting: ReportingService, report_store: SqlReportStore
    ) -> None:
        job = await delivered(workshop)
        await reporting.file(job.id, reporter=presser(STRANGER), text=TEXT)

        assert await reporting.draft(job.id, reporter=presser(STRANGER)) == TEXT
        assert await reporting.draft(job.id, reporter=presser(MODERATOR)) == ""
        outcome = await reporting.file(job.id, reporter=presser(STRANGER), text="It is me.")

        assert outcome is FilingOutcome.CHANGED
        assert [report.text for report in await report_store.of_job(job.id)] == ["It is me."]

    async def test_no_text_stands_in_the_program_log(
        self, workshop: Workshop, reporting: ReportingService, logged: list[EventDict]
    ) -> None:
        job = await delivered(workshop)
        await reporting.file(job.id, reporter=presser(STRANGER), text=TEXT)
        workshop.database.is_away = True
        with pytest.raises(ShowreelError):
            await reporting.file(job.id, reporter=presser(STRANGER), text=TEXT)

        assert "report_filed" in {event["event"] for event in logged}
        assert TEXT not in repr(logged)


async def test_after_a_decision_there_is_nothing_to_add(
    workshop: Workshop, reporting: ReportingService, report_store: SqlReportStore
) -> None:
    job = await delivered(workshop)
    await reporting.file(job.id, reporter=presser(STRANGER), text=TEXT)
    dismissed = reports.update().values(
        decided_at=workshop.clock.now(), decided_by=MODERATOR, decision=ReportDecision.DISMISSED
    )
    await workshop.database.write(lambda connection: connection.execute(dismissed))

    error = await refused(workshop, reporting, job.id, by=presser(STRANGER))

    assert error.key == "report-decided"
    assert [report.text for report in await report_store.of_job(job.id)] == [TEXT]


class TestLimit:
    async def test_the_sixth_in_a_day_waits_until_the_first_is_a_day_old(
        self, workshop: Workshop, reporting: ReportingService
    ) -> None:
        clips = [await delivered(workshop) for _ in range(7)]
        first_at = workshop.clock.now()
        for job in clips[:5]:
            await reporting.file(job.id, reporter=presser(STRANGER), text=TEXT)
            await workshop.clock.advance(60)

        error = await refused(workshop, reporting, clips[5].id, by=presser(STRANGER))

        frees_at = first_at + timedelta(hours=24)
        assert ("report-limit", {"limit": 5, "frees_at": frees_at}) == (error.key, error.values)
        assert f"<t:{int(frees_at.timestamp())}:R>" in workshop.sentence(error)
        await workshop.clock.advance((frees_at - workshop.clock.now()).total_seconds())
        await reporting.file(clips[5].id, reporter=presser(STRANGER), text=TEXT)
        again = await refused(workshop, reporting, clips[6].id, by=presser(STRANGER))
        assert first_at + timedelta(hours=24, minutes=1) == again.values["frees_at"]

    async def test_what_was_reported_already_can_still_be_changed(
        self, workshop: Workshop, reporting: ReportingService
    ) -> None:
        clips = [await delivered(workshop) for _ in range(5)]
        for job in clips:
            await reporting.file(job.id, reporter=presser(STRANGER), text=TEXT)

        assert await reporting.draft(clips[0].id, reporter=presser(STRANGER)) == TEXT
        outcome = await reporting.file(clips[0].id, reporter=presser(STRANGER), text="It is me.")
        assert outcome is FilingOutcome.CHANGED

    async def test_six_at_once_are_five(
        self, workshop: Workshop, reporting: ReportingService
    ) -> None:
        clips = [await delivered(workshop) for _ in range(6)]

        answers = await asyncio.gather(
            *(reporting.file(job.id, reporter=presser(STRANGER), text=TEXT) for job in clips),
            return_exceptions=True,
        )

        assert answers.count(FilingOutcome.FILED) == 5
        (error,) = [answer for answer in answers if isinstance(answer, ShowreelError)]
        assert error.key == "report-limit"


async def test_two_members_at_once_both_report_one_clip(
    workshop: Workshop, reporting: ReportingService, report_store: SqlReportStore
) -> None:
    job = await delivered(workshop)

    outcomes = await asyncio.gather(
        reporting.file(job.id, reporter=presser(STRANGER), text="one"),
        reporting.file(job.id, reporter=presser(MODERATOR), text="two"),
    )

    assert outcomes == [FilingOutcome.FILED, FilingOutcome.FILED]
    assert {"one", "two"} == {report.text for report in await report_store.of_job(job.id)}


class TestDatabaseTroubles:
    async def test_while_it_is_away_the_press_says_so_before_anything_is_typed(
        self, workshop: Workshop, reporting: ReportingService
    ) -> None:
        job = await delivered(workshop)
        workshop.database.is_away = True

        with pytest.raises(ShowreelError) as raised:
            await reporting.draft(job.id, reporter=presser(STRANGER))

        assert raised.value.key == "report-log-away"

    async def test_an_answer_that_was_lost_is_said_to_be_uncertain_and_repeated_without_harm(
        self, workshop: Workshop, reporting: ReportingService, report_store: SqlReportStore
    ) -> None:
        job = await delivered(workshop)
        workshop.database.loses_written_answers = True
        with pytest.raises(ShowreelError) as raised:
            await reporting.file(job.id, reporter=presser(STRANGER), text=TEXT)
        assert raised.value.key == "report-uncertain"
        workshop.database.loses_written_answers = False

        await reporting.file(job.id, reporter=presser(STRANGER), text=TEXT)

        assert len(await report_store.of_job(job.id)) == 1


class TestHeldEvidence:
    @pytest.fixture
    def keep(self, workshop: Workshop, tmp_path: Path) -> Callable[[], object]:
        """A public clip whose message may stand, though nobody could confirm it: it is kept."""

        async def build() -> Job:
            job = await brought_to(workshop, JobStatus.DELIVERING)
            path = tmp_path / f"clip-{job.id}"
            path.write_bytes(b"clip")
            kept_file = await workshop.kept_clips.keep(
                Clip(path=path, size_bytes=4), name=f"job-{job.id}.mp4"
            )
            now = workshop.clock.now()
            return await workshop.store.transition(
                job.id,
                JobStatus.KEPT,
                actor=WORKER,
                at=now,
                finished_at=now,
                kept_file=kept_file,
            )

        return build

    async def test_texts_of_a_reported_clip_outlast_retention(
        self, workshop: Workshop, reporting: ReportingService
    ) -> None:
        held, free = await delivered(workshop), await delivered(workshop)
        await reporting.file(held.id, reporter=presser(STRANGER), text=TEXT)
        await workshop.clock.advance(timedelta(days=91).total_seconds())

        await workshop.housekeeping.erase()

        assert (await workshop.job(held.id)).request == held.request
        assert (await workshop.job(free.id)).request.prompt == ""

    async def test_a_kept_clip_that_is_reported_outlasts_its_week(
        self, workshop: Workshop, reporting: ReportingService, keep: Callable[[], object]
    ) -> None:
        held, free = await keep(), await keep()
        await reporting.file(held.id, reporter=presser(STRANGER), text=TEXT)
        await workshop.clock.advance(timedelta(days=8).total_seconds())

        await workshop.housekeeping.erase()

        job = await workshop.job(held.id)
        assert job.status is JobStatus.KEPT
        assert (await workshop.kept_clips.clip(job.kept_file)).size_bytes == 4
        assert (await workshop.job(free.id)).status is JobStatus.EXPIRED
