"""A decision is written with its event and its entry, and lets go what nobody holds any more."""

import re
import sqlite3
from datetime import timedelta

import pytest
from sqlalchemy import event, select, update

from bot.domain.audit import AuditAction
from bot.domain.blocks import NewBlock
from bot.domain.ids import ChannelId, GuildId, MessageId, ReportId, UserId
from bot.domain.job import WORKER, Actor, JobStatus
from bot.domain.report_cards import ReportHistory
from bot.domain.reporting import NewReport, ReportDecision
from bot.storage.audit import SqlAuditLog
from bot.storage.blocks import SqlBlockStore
from bot.storage.encryption import TextCipher
from bot.storage.pseudonyms import SqlPseudonyms
from bot.storage.report_cards import SqlReportCards
from bot.storage.report_decisions import SqlReportDecisions
from bot.storage.reports import SqlReportStore
from bot.storage.tables import jobs

GUILD, OTHER_GUILD = GuildId(100), GuildId(7)
MODERATOR = UserId(99)
REQUESTER = UserId(1)
DAY = timedelta(days=1)
TO_DELIVERED = (
    JobStatus.SUBMITTING,
    JobStatus.RUNNING,
    JobStatus.DELIVERING,
    JobStatus.DELIVERED,
)


class Files:
    """Everything that has to do with reports, over one file."""

    def __init__(self, database, store, clock, new_attempt):
        cipher = TextCipher()
        self.store, self.clock, self.new_attempt = store, clock, new_attempt
        self.database = database
        self.reports = SqlReportStore(
            database, cipher=cipher, pseudonyms=SqlPseudonyms(database, cipher=cipher)
        )
        self.decisions = SqlReportDecisions(database, cipher=cipher)
        self.cards = SqlReportCards(database, cipher=cipher)
        self.blocks = SqlBlockStore(database, cipher=cipher)
        self.audit = SqlAuditLog(database, cipher=cipher)

    async def delivered(self):
        job = (await self.store.submit(self.new_attempt(), lambda _usage: None)).job
        for step in TO_DELIVERED:
            job = await self.store.transition(job.id, step, actor=WORKER, at=self.clock.now())
        return job

    async def filed(self, job, *, by=7, text="It shows a real person."):
        new = NewReport(
            job_id=job.id,
            guild_id=GUILD,
            reporter_id=UserId(by),
            text=text,
            created_at=self.clock.now(),
        )
        return (await self.reports.file(new, since=self.clock.now() - DAY, at_most=50)).report

    async def dismiss(self, report, *, guild_id=GUILD):
        return await self.decisions.dismiss(
            report.id, guild_id=guild_id, by=MODERATOR, at=self.clock.now()
        )

    async def is_held(self, job):
        async def work(connection):
            held = select(jobs.c.held).where(jobs.c.id == job.id)
            return (await connection.execute(held)).scalar_one()

        return await self.database.read(work)

    async def hold(self, job):
        held = update(jobs).where(jobs.c.id == job.id).values(held=True, held_by=MODERATOR)
        await self.database.write(lambda connection: connection.execute(held))

    async def record(self):
        entries = await self.audit.page(GUILD, before=None, rows=20)
        return [(each.action, each.subject, each.after) for each in reversed(entries)]

    async def decisions_about(self, job):
        return [report.decision for report in await self.reports.of_job(job.id)]

    async def due(self, *, feeds=(GUILD,), not_in=()):
        due = await self.cards.due(feeds=feeds, not_in=not_in, at_most=10)
        return [report.id for report in due]

    async def card(self, report):
        return await self.cards.card(report, clips_since=self.clock.now() - DAY)

    async def shown(self, report, *, card=None):
        said = card or await self.card(report)
        await self.cards.shown(said, channel_id=ChannelId(900), message_id=MessageId(500))

    async def deleted(self, job, actor, **how):
        return await self.store.mark_deleted(job.id, actor=actor, at=self.clock.now(), **how)


@pytest.fixture
def files(database, store, clock, new_attempt):
    return Files(database, store, clock, new_attempt)


class TestDeciding:
    async def test_a_dismissal_its_event_its_entry_and_the_hold_go_together(self, files):
        job = await files.delivered()
        report = await files.filed(job)
        assert await files.is_held(job)

        assert await files.dismiss(report)

        (decided,) = await files.reports.of_job(job.id)
        assert (decided.decision, decided.decided_by, decided.decided_at) == (
            ReportDecision.DISMISSED,
            MODERATOR,
            files.clock.now(),
        )
        assert not await files.is_held(job)
        last = (await files.store.events(job.id))[-1]
        assert (last.actor, last.detail) == ("moderator:99", "report_decided")
        assert await files.record() == [
            (AuditAction.REPORT_DECIDED, str(report.id), {"decision": "dismissed"})
        ]

    async def test_what_is_decided_once_is_not_decided_again(self, files):
        report = await files.filed(await files.delivered())
        await files.dismiss(report)

        assert not await files.dismiss(report)
        assert len(await files.record()) == 1

    async def test_another_servers_report_is_neither_seen_nor_decided(self, files):
        job = await files.delivered()
        report = await files.filed(job)

        assert not await files.dismiss(report, guild_id=OTHER_GUILD)
        assert await files.decisions.get(report.id, guild_id=OTHER_GUILD) is None
        assert await files.decisions.get(ReportId(12345), guild_id=GUILD) is None
        assert await files.decisions_about(job) == [None]

    async def test_evidence_stays_while_another_report_or_a_moderator_holds_it(self, files):
        job = await files.delivered()
        first, second = await files.filed(job), await files.filed(job, by=8)
        await files.dismiss(first)
        assert await files.is_held(job)
        await files.hold(job)

        await files.dismiss(second)

        assert await files.is_held(job)

    async def test_a_moderators_deletion_decides_all_reports_about_it(self, files):
        job = await files.delivered()
        for reporter in (7, 8):
            await files.filed(job, by=reporter)

        await files.store.mark_deleted(
            job.id, actor=Actor.moderator(MODERATOR), at=files.clock.now()
        )

        assert await files.decisions_about(job) == [ReportDecision.DELETED] * 2
        assert not await files.is_held(job)

    async def test_a_moderator_who_comes_second_decides_them_too(self, files):
        """Both pressed Delete at once, and the member's press was noted first."""
        job = await files.delivered()
        await files.filed(job)
        await files.deleted(job, Actor.member(REQUESTER))

        await files.deleted(job, Actor.moderator(MODERATOR), was_gone=True)

        assert await files.decisions_about(job) == [ReportDecision.DELETED]
        assert [action for action, *_ in await files.record()] == [AuditAction.REPORT_DECIDED]

    async def test_its_members_own_deletion_decides_nothing(self, files):
        job = await files.delivered()
        await files.filed(job)

        await files.store.mark_deleted(job.id, actor=Actor.member(REQUESTER), at=files.clock.now())

        assert await files.decisions_about(job) == [None]
        assert await files.is_held(job)

    async def test_a_block_about_a_clip_decides_all_reports_about_it(self, files):
        job, other = await files.delivered(), await files.delivered()
        for each in (job, other):
            await files.filed(each)
        block = NewBlock(
            guild_id=GUILD,
            user_id=REQUESTER,
            reason="",
            created_at=files.clock.now(),
            created_by=MODERATOR,
            expires_at=None,
        )

        await files.blocks.block(block, at_most=10, about=job.id)

        assert await files.decisions_about(job) == [ReportDecision.BLOCKED]
        assert await files.decisions_about(other) == [None]


class TestCards:
    async def test_a_report_is_due_until_its_card_stands_and_again_when_it_changes(self, files):
        job = await files.delivered()
        report = await files.filed(job)
        assert await files.due() == [report.id]
        assert await files.due(feeds=()) == []
        assert await files.due(not_in=(GUILD,)) == []

        await files.shown(report)
        assert await files.due() == []
        await files.filed(job, text="And it says my name.")

        assert await files.due(feeds=()) == [report.id]

    async def test_a_card_that_stands_is_due_when_its_report_is_decided(self, files):
        report = await files.filed(await files.delivered())
        await files.shown(report)
        await files.dismiss(report)

        assert await files.due(feeds=()) == [report.id]

    async def test_a_report_that_was_decided_without_a_card_gets_none(self, files):
        report = await files.filed(await files.delivered())
        await files.dismiss(report)

        assert await files.due() == []

    @pytest.mark.parametrize("decided", [False, True])
    async def test_a_card_that_stands_is_due_when_its_clip_is_deleted(self, files, decided):
        job = await files.delivered()
        report = await files.filed(job)
        if decided:
            await files.shown(report)
            await files.dismiss(report)
            (report,) = await files.reports.of_job(job.id)
        await files.shown(report)
        assert await files.due() == []

        await files.deleted(job, Actor.member(REQUESTER))

        assert await files.due(feeds=()) == [report.id]

    async def test_a_clip_that_was_deleted_while_its_card_was_shown_is_due_still(self, files):
        job = await files.delivered()
        report = await files.filed(job)
        card = await files.card(report)
        await files.deleted(job, Actor.member(REQUESTER))

        await files.shown(report, card=card)

        assert await files.due() == [report.id]

    @pytest.mark.parametrize("actor", [Actor.member(REQUESTER), Actor.moderator(MODERATOR)])
    async def test_it_names_who_deleted_the_clip_and_nobody_who_found_it_gone(self, files, actor):
        job = await files.delivered()
        report = await files.filed(job)
        assert (await files.card(report)).deleted_by is None
        await files.deleted(job, Actor.moderator(UserId(98)), was_gone=True)
        found = await files.card(report)
        assert (found.deleted_by, found.job.deleted_at) == (None, files.clock.now())

        await files.deleted(job, actor)
        await files.deleted(job, Actor.moderator(UserId(97)))

        assert (await files.card(report)).deleted_by == actor
        details = [event.detail for event in await files.store.events(job.id)]
        assert details.count("result_deleted") == 1
        assert details.count("result_found_gone") == 1

    async def test_what_changed_while_it_was_shown_is_due_still(self, files):
        report = await files.filed(await files.delivered())
        await files.dismiss(report)

        await files.shown(report)

        assert await files.due() == [report.id]

    async def test_the_history_counts_what_moderators_ask_about(self, files):
        jobs_of = [await files.delivered() for _ in range(3)]
        first = await files.filed(jobs_of[0])
        await files.filed(jobs_of[1], by=8)
        await files.dismiss(first)
        block = NewBlock(
            guild_id=GUILD,
            user_id=REQUESTER,
            reason="",
            created_at=files.clock.now(),
            created_by=MODERATOR,
            expires_at=None,
        )
        await files.blocks.block(block, at_most=10, about=None)
        report = await files.filed(jobs_of[2])

        card = await files.card(report)

        assert card.job.id == jobs_of[2].id
        assert card.history == ReportHistory(
            clips=3, earlier=2, blocks=1, is_blocked=True, filed=2, dismissed=1
        )

    async def test_no_statement_of_a_card_reads_a_whole_table(self, files, database, database_file):
        job = await files.delivered()
        report = await files.filed(job)
        await files.deleted(job, Actor.member(REQUESTER))
        sent = []
        event.listen(
            database._readers.sync_engine,
            "before_cursor_execute",
            lambda _c, _cursor, statement, values, *_: sent.append((statement, values)),
        )
        await files.card(report)
        await files.due()

        connection = sqlite3.connect(database_file)
        statements = [pair for pair in sent if pair[0].startswith("SELECT")]
        assert len(statements) == 9
        for statement, values in statements:
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values):
                is_scan = re.match("SCAN (jobs|job_events|reports|audit_log|blocks)", row[3])
                assert not is_scan or "reports_with_card_due" in row[3]
        connection.close()
