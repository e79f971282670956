"""What was said about a request goes with its texts; held evidence and records of rules stay."""

from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select, update

from bot.domain.ids import GuildId, UserId
from bot.domain.job import JobStatus
from bot.domain.reporting import ReportDecision
from bot.domain.rules import NewRule, RuleKind
from bot.storage.encryption import TextCipher
from bot.storage.member_tables import reports
from bot.storage.moderation_tables import case_notes
from bot.storage.tables import jobs
from bot.stores import Stores

RETENTION = timedelta(days=90)
GUILD = GuildId(100)
MODERATOR = UserId(9)


@pytest.fixture
def stores(database):
    return Stores.over(database, cipher=TextCipher())


@pytest.fixture
def log(stores, new_attempt, clock):
    return Log(stores, new_attempt, clock)


class Log:
    """Requests that have ended, and what is said about them."""

    def __init__(self, stores, new_attempt, clock):
        self.stores = stores
        self.new_attempt = new_attempt
        self.clock = clock

    async def ended(self, *, held=False):
        job = (await self.stores.jobs.submit(self.new_attempt(), lambda _usage: None)).job
        await self.do(
            update(jobs)
            .where(jobs.c.id == job.id)
            .values(status=JobStatus.DELIVERED, held=held, output_url="https://clips.example")
        )
        return job.id

    async def note(self, job_id):
        await self.do(
            insert(case_notes).values(
                job_id=job_id, author_id=MODERATOR, text="a note", created_at=self.clock.now()
            )
        )

    async def report(self, job_id, *, decided):
        decision = {"decided_at": self.clock.now(), "decision": ReportDecision.DISMISSED}
        await self.do(
            insert(reports).values(
                job_id=job_id,
                guild_id=GUILD,
                reporter_id=7,
                text="it is me",
                created_at=self.clock.now(),
                **(decision if decided else {}),
            )
        )

    async def do(self, statement):
        await self.stores.database.write(lambda connection: connection.execute(statement))

    async def erase(self):
        before = self.clock.now() - RETENTION
        while await self.stores.jobs.erase_texts(created_before=before, at_most=2):
            pass

    async def left(self):
        """How many prompts, notes and words of reports are still there."""

        async def work(connection):
            counts = (
                select(func.count()).select_from(jobs).where(jobs.c.prompt != ""),
                select(func.count()).select_from(case_notes),
                select(func.count()).select_from(reports).where(reports.c.text != ""),
            )
            return [(await connection.execute(each)).scalar_one() for each in counts]

        return await self.stores.database.read(work)


async def test_notes_and_decided_reports_go_with_the_texts_and_not_before(log, clock):
    for _ in range(3):
        job_id = await log.ended()
        await log.note(job_id)
        await log.report(job_id, decided=True)
    clock.advance(RETENTION)
    await log.erase()
    assert await log.left() == [3, 3, 3]

    clock.advance(timedelta(seconds=1))
    await log.erase()

    assert await log.left() == [0, 0, 0]


async def test_held_evidence_keeps_everything_until_it_is_let_go(log, clock):
    job_id = await log.ended(held=True)
    await log.note(job_id)
    await log.report(job_id, decided=True)
    clock.advance(2 * RETENTION)
    await log.erase()
    assert await log.left() == [1, 1, 1]

    await log.do(update(jobs).values(held=False))
    await log.erase()

    assert await log.left() == [0, 0, 0]


async def test_what_is_said_about_erased_texts_goes_by_its_own_age(log, clock):
    job_id = await log.ended()
    clock.advance(RETENTION + timedelta(seconds=1))
    await log.erase()
    await log.note(job_id)
    await log.report(job_id, decided=True)
    clock.advance(RETENTION)
    await log.erase()
    assert await log.left() == [0, 1, 1]

    clock.advance(timedelta(seconds=1))
    await log.erase()

    assert await log.left() == [0, 0, 0]


async def test_what_is_said_about_erased_texts_stays_too_while_the_case_is_held(log, clock):
    """As by a report that came later, and that nobody has decided."""
    job_id = await log.ended()
    clock.advance(RETENTION + timedelta(seconds=1))
    await log.erase()
    await log.note(job_id)
    await log.report(job_id, decided=True)
    await log.do(update(jobs).values(held=True))
    clock.advance(2 * RETENTION)
    await log.erase()
    assert await log.left() == [0, 1, 1]

    await log.do(update(jobs).values(held=False))
    await log.erase()

    assert await log.left() == [0, 0, 0]


async def test_an_undecided_report_keeps_its_words(log, clock):
    job_id = await log.ended(held=True)
    await log.report(job_id, decided=False)
    clock.advance(2 * RETENTION)

    await log.erase()

    assert await log.left() == [1, 0, 1]


async def test_who_reported_and_what_was_decided_stays_on_the_case(log, clock, stores):
    job_id = await log.ended()
    await log.report(job_id, decided=True)
    clock.advance(2 * RETENTION)

    await log.erase()

    (report,) = await stores.reports.of_job(job_id)
    assert (report.text, report.reporter_id, report.decision) == (
        "",
        7,
        ReportDecision.DISMISSED,
    )


async def test_the_record_of_rules_keeps_their_words(log, clock, stores):
    rule = NewRule(
        guild_id=GUILD,
        kind=RuleKind.WORD,
        text="fox",
        created_at=clock.now(),
        created_by=MODERATOR,
    )
    await stores.rules.add(rule, at_most=9)
    clock.advance(4 * RETENTION)

    await log.erase()

    (entry,) = await stores.audit.page(GUILD, before=None, rows=9)
    assert entry.after == {"kind": "word", "text": "fox"}
