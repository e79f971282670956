"""What a lost key sealed cannot be read any more, and hides nothing else from moderators."""

import io
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet

from bot.domain.audit import AuditAction, NewAuditEntry
from bot.domain.cases import CaseNote
from bot.domain.errors import UnreadableTextError
from bot.domain.ids import GuildId, MessageId, UserId
from bot.domain.job import WORKER, JobStatus
from bot.domain.reporting import NewReport
from bot.domain.usage import PageFilter, UsageFilter
from bot.services.usage_export import export_csv, export_jsonl
from bot.storage.audit import SqlAuditLog
from bot.storage.cases import SqlCaseStore
from bot.storage.encryption import TextCipher
from bot.storage.jobs import SqlJobStore
from bot.storage.live_jobs import SqlLiveJobs
from bot.storage.pseudonyms import SqlPseudonyms
from bot.storage.reports import SqlReportStore
from bot.storage.usage_log import SqlUsageLog

GUILD = GuildId(100)
MODERATOR = UserId(99)
LOST = TextCipher([Fernet.generate_key().decode()])
KEPT = TextCipher([Fernet.generate_key().decode()])


@pytest.fixture
async def written(database, new_attempt, clock):
    """Two attempts: one that a lost key sealed, and a newer one."""
    old = await SqlJobStore(database, cipher=LOST).refuse(new_attempt(prompt="An old fox"), "x")
    clock.advance(timedelta(minutes=1))
    new = await SqlJobStore(database, cipher=KEPT).refuse(new_attempt(prompt="A new fox"), "x")
    return old, new


@pytest.fixture
def log(database):
    return SqlUsageLog(database, cipher=KEPT)


async def test_a_page_of_the_log_shows_the_attempt_without_its_texts(log, written):
    old, new = written

    jobs = (await log.page(PageFilter(guild_id=GUILD))).jobs

    assert [job.id for job in jobs] == [new.id, old.id]
    assert [job.texts_unreadable for job in jobs] == [False, True]
    assert [job.request.prompt for job in jobs] == ["A new fox", ""]


async def test_a_search_goes_on_past_it_and_says_that_it_could_not_look(log, written):
    _old, new = written

    found = await log.look_through(
        PageFilter(guild_id=GUILD), lambda *texts: "fox" in texts[0], rows=10, at_most=10
    )

    assert [job.id for job in found.jobs] == [new.id]
    assert found.unreadable == 1


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("export", [export_csv, export_jsonl])
async def test_an_export_holds_the_row_and_tells_of_it(log, export):
    file, told = io.StringIO(), []

    rows = await export(log, UsageFilter(guild_id=GUILD), file, on_unreadable=told.append)

    assert (rows, told) == (2, [1])
    assert "A new fox" in file.getvalue()


async def test_a_case_shows_all_else(database, written, clock):
    old, _new = written
    report = NewReport(
        job_id=old.id, guild_id=GUILD, reporter_id=UserId(7), text="bad", created_at=clock.now()
    )
    lost, kept = (SqlCaseStore(database, cipher=cipher) for cipher in (LOST, KEPT))
    reports = SqlReportStore(database, cipher=LOST, pseudonyms=SqlPseudonyms(database, cipher=KEPT))
    await reports.file(report, since=clock.now() - timedelta(days=1), at_most=5)
    for store, text in ((lost, "old"), (kept, "new")):
        note = CaseNote(author_id=MODERATOR, text=text, created_at=clock.now())
        await store.add_note(old.id, note, guild_id=GUILD, at_most=9)

    case = await kept.case(old.id, guild_id=GUILD)

    assert case.job.texts_unreadable
    assert not case.is_erased
    assert [(note.text, note.is_unreadable) for note in case.notes] == [("", True), ("new", False)]
    assert [report.is_unreadable for report in case.reports] == [True]


async def test_a_job_in_any_state_is_there_without_its_texts(database, written, new_attempt):
    old, _new = written
    accepted = await SqlJobStore(database, cipher=LOST).submit(new_attempt(), lambda _usage: None)
    store = SqlJobStore(database, cipher=KEPT)

    for job in (old, accepted.job):
        read = await store.get(job.id)
        assert (read.texts_unreadable, read.request.prompt) == (True, "")
        assert read.interaction_token is None


async def test_what_waits_for_its_key_is_named_and_cannot_be_claimed(database, new_attempt, clock):
    now = clock.now()
    waiting = []
    for cipher in (LOST, KEPT):
        store = SqlJobStore(database, cipher=cipher)
        for card in (MessageId(1), None):
            job = (await store.submit(new_attempt(), lambda _usage: None)).job
            waiting.append(job.id)
            if card is not None:
                await store.acknowledge(job.id, card_message_id=card, at=now)

    assert await store.waiting_unreadable() == [waiting[0]]
    with pytest.raises(UnreadableTextError):
        await store.transition(waiting[0], JobStatus.SUBMITTING, actor=WORKER, at=now)
    assert (await store.get(waiting[0])).status is JobStatus.QUEUED
    assert len(await store.events(waiting[0])) == 1


async def test_a_member_who_has_all_cancelled_has_the_readable_ones_cancelled(
    database, new_attempt
):
    for cipher in (LOST, KEPT):
        store = SqlJobStore(database, cipher=cipher)
        submitted = await store.submit(new_attempt(), lambda _usage: None)
    member = submitted.job.destination.user_id

    live = await SqlLiveJobs(database, cipher=KEPT).live_of(member, guild_id=None, at_most=9)

    assert [job.texts_unreadable for job in live] == [False, True]


async def test_the_record_of_changes_goes_on(database, clock):
    log = SqlAuditLog(database, cipher=KEPT)
    for cipher in (LOST, KEPT):
        await log.record(
            NewAuditEntry(
                guild_id=GUILD,
                actor_id=MODERATOR,
                action=AuditAction.PAUSED,
                at=clock.now(),
                after={"reason": cipher.seal("a raid"), "expires_at": None},
            )
        )

    newest, oldest = await log.page(GUILD, rows=10)

    assert newest.after == {"reason": "a raid", "expires_at": None}
    assert oldest.after == {"reason": None, "expires_at": None}
    assert (newest.unreadable, oldest.unreadable) == (frozenset(), frozenset({"after.reason"}))
