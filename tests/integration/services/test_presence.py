"""A server that removes the bot is erased after 30 days, and costs nothing more meanwhile."""

import sqlite3
from collections.abc import Collection
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.domain.audit import AuditAction, NewAuditEntry
from bot.domain.blocks import NewBlock
from bot.domain.cases import CaseNote
from bot.domain.guild_settings import GuildSettings
from bot.domain.ids import ChannelId, GuildId, JobId
from bot.domain.job import WORKER, Actor, Job, JobStatus
from bot.domain.option_defaults import DefaultsOwner, DefaultsScope, OptionValues
from bot.domain.reasons import Reason
from bot.domain.reporting import NewReport
from bot.domain.rules import NewRule, RuleKind
from bot.services.presence import BATCH, KEPT_AFTER_LEAVING, PresenceService
from bot.storage.audit import SqlAuditLog
from bot.storage.cases import SqlCaseStore
from bot.storage.encryption import TextCipher
from bot.storage.guild_settings import SqlGuildSettingsStore
from bot.storage.member_tables import option_defaults
from bot.storage.option_defaults import SqlDefaultsStore
from bot.storage.presence import SqlPresenceStore
from bot.storage.prompt_rules import SqlRuleStore
from bot.storage.reports import SqlReportStore
from tests.support.workshop import GUILD, MEMBER, MODERATOR, OTHER_GUILD, STRANGER, Workshop

TABLES = (
    "jobs",
    "job_events",
    "reports",
    "case_notes",
    "audit_log",
    "prompt_rules",
    "blocks",
    "guild_settings",
    "option_defaults",
)
MONTH_S = KEPT_AFTER_LEAVING.total_seconds()


class Servers:
    """What Discord says of the servers that have the bot."""

    def __init__(self, workshop: Workshop) -> None:
        self.present: Collection[GuildId] | None = {GUILD, OTHER_GUILD}
        self.application_id = 1
        self.store = SqlPresenceStore(workshop.database)
        self.service = PresenceService(
            store=self.store,
            jobs=workshop.store,
            kept_clips=workshop.kept_clips,
            clock=workshop.clock,
            present=lambda: self.present,
            application_id=lambda: self.application_id,
            cancelled=workshop.worker.cancel_wanted,
        )


@pytest.fixture
def servers(workshop: Workshop) -> Servers:
    return Servers(workshop)


async def ended(workshop: Workshop, guild_id: GuildId = GUILD) -> Job:
    job = (await workshop.submission.submit(workshop.order(guild_id=guild_id))).job
    return await workshop.store.transition(
        job.id,
        JobStatus.CANCELLED,
        actor=WORKER,
        at=workshop.clock.now(),
        cost_usd=Decimal(0),
    )


async def furnish(workshop: Workshop, guild_id: GuildId) -> None:
    """Something of everything that is kept about a server."""
    now, cipher = workshop.clock.now(), TextCipher()
    job = await ended(workshop, guild_id)
    await SqlReportStore(workshop.database, cipher=cipher, pseudonyms=workshop.pseudonyms).file(
        NewReport(job_id=job.id, guild_id=guild_id, reporter_id=STRANGER, text="!", created_at=now),
        since=now - timedelta(days=1),
        at_most=5,
    )
    await SqlRuleStore(workshop.database).add(
        NewRule(
            guild_id=guild_id,
            kind=RuleKind.WORD,
            text=f"fox{guild_id}",
            created_at=now,
            created_by=MODERATOR,
        ),
        at_most=9,
    )
    await SqlAuditLog(workshop.database, cipher=cipher).record(
        NewAuditEntry(
            guild_id=guild_id,
            actor_id=MODERATOR,
            action=AuditAction.RESULT_DELETED,
            at=now,
            job_id=job.id,
        )
    )
    block = NewBlock(
        guild_id=guild_id,
        user_id=STRANGER,
        reason="Spam.",
        created_at=now,
        created_by=MODERATOR,
        expires_at=None,
    )
    await workshop.block_store.block(block, at_most=9, about=job.id)
    note = CaseNote(author_id=MODERATOR, text="Talked to them.", created_at=now)
    await SqlCaseStore(workshop.database, cipher=cipher).add_note(
        job.id, note, guild_id=guild_id, at_most=9
    )
    defaults = SqlDefaultsStore(workshop.database, cipher=cipher)
    await defaults.put(
        DefaultsOwner(scope=DefaultsScope.GUILD, id=guild_id), OptionValues(duration_s=10)
    )
    channel = {
        "scope": DefaultsScope.CHANNEL,
        "owner_id": ChannelId(guild_id + 1),
        "guild_id": guild_id,
        "duration_s": 5,
    }
    await workshop.database.write(
        lambda connection: connection.execute(option_defaults.insert().values(**channel))
    )
    await SqlGuildSettingsStore(workshop.database).change(
        guild_id,
        lambda _before: GuildSettings(spoiler_results=True),
        by=MODERATOR,
        at=now,
    )


def rows(workshop: Workshop) -> dict[str, int]:
    connection = sqlite3.connect(workshop.folder / "showreel.db")
    counts = {
        table: connection.execute(f"select count(*) from {table}").fetchone()[0]  # noqa: S608 - ours
        for table in TABLES
    }
    connection.close()
    return counts


class TestErasing:
    async def test_everything_about_it_goes_after_thirty_days_and_not_before(
        self, workshop: Workshop, servers: Servers
    ) -> None:
        await furnish(workshop, OTHER_GUILD)
        alone = rows(workshop)
        await furnish(workshop, GUILD)
        both = rows(workshop)
        await servers.service.left(GUILD)

        await workshop.clock.leap(MONTH_S - 60)
        await servers.service.erase()
        assert rows(workshop) == both
        await workshop.clock.leap(120)
        await servers.service.erase()

        assert rows(workshop) == alone
        assert all(alone[table] for table in TABLES)

    async def test_more_than_a_batch_goes_in_one_round(
        self, workshop: Workshop, servers: Servers
    ) -> None:
        for _ in range(3):
            await ended(workshop)
        sizes: list[int] = []
        erase_jobs = servers.store.erase_jobs

        async def in_ones(guild_id: GuildId, **values: Any) -> Any:
            sizes.append(values["at_most"])
            erased = await erase_jobs(guild_id, **{**values, "at_most": 1})
            return erased if not erased.count else type(erased)(count=BATCH, kept_files=())

        servers.store.erase_jobs = in_ones
        await servers.service.left(GUILD)
        await workshop.clock.leap(MONTH_S + 60)

        await servers.service.erase()

        assert sizes == [BATCH] * 4
        assert rows(workshop)["jobs"] == rows(workshop)["guild_settings"] == 0

    async def test_one_that_came_back_keeps_everything(
        self, workshop: Workshop, servers: Servers
    ) -> None:
        await furnish(workshop, GUILD)
        before = rows(workshop)
        await servers.service.left(GUILD)
        await workshop.clock.leap(MONTH_S + 60)
        (due,) = await servers.store.left(before=workshop.clock.now(), at_most=9)
        await servers.service.joined(GUILD)

        # A round that had begun meanwhile.
        now = workshop.clock.now()
        assert not (await servers.store.erase_jobs(due, left_before=now, at_most=9)).count
        assert not await servers.store.erase_records(due, left_before=now, at_most=9)
        await servers.store.finish(due, left_before=now)
        await servers.service.erase()

        assert rows(workshop) == before
        settings = await SqlGuildSettingsStore(workshop.database).of(GUILD)
        assert settings.spoiler_results

    async def test_kept_clips_go_with_it(self, workshop: Workshop, servers: Servers) -> None:
        job = (await workshop.accept()).job
        kept = workshop.folder / "kept"
        kept.mkdir(exist_ok=True)
        (kept / "job-1-A.mp4").write_bytes(b"clip")
        steps = (JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING)
        for step in steps:
            await workshop.store.transition(job.id, step, actor=WORKER, at=workshop.clock.now())
        await workshop.store.transition(
            job.id,
            JobStatus.KEPT,
            actor=WORKER,
            at=workshop.clock.now(),
            kept_file="job-1-A.mp4",
        )
        await servers.service.left(GUILD)
        await workshop.clock.leap(MONTH_S + 60)

        await servers.service.erase()

        assert list(kept.iterdir()) == []
        assert rows(workshop)["jobs"] == 0

    async def test_what_nobody_knows_the_end_of_stays_until_it_is_settled(
        self, workshop: Workshop, servers: Servers
    ) -> None:
        job = (await workshop.accept()).job
        for step in (JobStatus.SUBMITTING, JobStatus.UNKNOWN):
            await workshop.store.transition(job.id, step, actor=WORKER, at=workshop.clock.now())
        await servers.service.left(GUILD)
        await workshop.clock.leap(MONTH_S + 60)
        await servers.service.erase()
        assert rows(workshop)["jobs"] == rows(workshop)["guild_settings"] == 1

        await workshop.store.transition(
            job.id, JobStatus.FAILED, actor=WORKER, at=workshop.clock.now()
        )
        await servers.service.erase()

        assert rows(workshop)["jobs"] == rows(workshop)["guild_settings"] == 0

    async def test_limits_of_others_do_not_change_by_it(
        self, workshop: Workshop, servers: Servers
    ) -> None:
        await ended(workshop)
        there = await ended(workshop, OTHER_GUILD)
        await servers.service.left(GUILD)
        await workshop.clock.leap(MONTH_S + 60)

        await servers.service.erase()

        assert [job.id for job in await workshop.jobs()] == [there.id]


class TestWaiting:
    async def test_waiting_clips_are_cancelled_unpaid_and_running_ones_go_on(
        self, workshop: Workshop, servers: Servers
    ) -> None:
        workshop.start()
        running = await workshop.running_job()
        await workshop.stop()
        waiting = (await workshop.accept()).job
        elsewhere = (await workshop.accept(workshop.order(guild_id=OTHER_GUILD))).job

        await servers.service.left(GUILD)

        cancelled = await workshop.job(waiting.id)
        assert (cancelled.status, cancelled.reason) == (
            JobStatus.CANCELLED,
            Reason.CANCELLED_BY_OPERATOR,
        )
        assert cancelled.cost_usd == 0
        event = (await workshop.store.events(waiting.id))[-1]
        assert (event.actor, event.detail) == ("operator", "server_left")
        assert (await workshop.job(running.id)).status is JobStatus.RUNNING
        assert (await workshop.job(elsewhere.id)).status is JobStatus.QUEUED


class TestComparing:
    async def left(self, servers: Servers) -> set[GuildId]:
        return {each for each, left_at in (await servers.store.known()).items() if left_at}

    async def test_a_removal_that_no_bot_saw_is_noticed_at_start(
        self, workshop: Workshop, servers: Servers
    ) -> None:
        waiting = (await workshop.accept()).job
        servers.present = {OTHER_GUILD}

        await servers.service.look_after()

        assert await self.left(servers) == {GUILD}
        assert (await workshop.job(JobId(waiting.id))).status is JobStatus.CANCELLED

    async def test_another_bots_token_makes_no_server_a_lost_one(
        self, workshop: Workshop, servers: Servers
    ) -> None:
        waiting = (await workshop.accept()).job
        await servers.service.look_after()
        servers.application_id, servers.present = 2, {OTHER_GUILD}

        await servers.service.look_after()
        await workshop.clock.leap(3600)
        await servers.service.look_after()

        assert await self.left(servers) == set()
        assert (await workshop.job(waiting.id)).status is JobStatus.QUEUED

    @pytest.mark.parametrize("application_id", [1, 2])
    async def test_a_day_after_another_token_removals_are_noticed_again(
        self, workshop: Workshop, servers: Servers, application_id: int
    ) -> None:
        """Whether it was a mistake, or is to stay so."""
        await ended(workshop)
        await servers.service.compare()
        servers.application_id = 2
        await servers.service.compare()
        servers.application_id, servers.present = application_id, {OTHER_GUILD}
        await servers.service.compare()
        assert await self.left(servers) == set()
        await workshop.clock.leap(timedelta(days=1, seconds=1).total_seconds())

        await servers.service.compare()

        assert await self.left(servers) == {GUILD}

    async def test_the_first_time_counts(self, workshop: Workshop, servers: Servers) -> None:
        await ended(workshop)
        servers.present = set()
        await servers.service.compare()
        first = (await servers.store.known())[GUILD]
        await workshop.clock.leap(3600)

        await servers.service.compare()
        await servers.service.left(GUILD)

        assert (await servers.store.known())[GUILD] == first

    async def test_one_that_took_the_bot_back_is_present_again(
        self, workshop: Workshop, servers: Servers
    ) -> None:
        await ended(workshop)
        await servers.service.left(GUILD)

        await servers.service.compare()

        assert await self.left(servers) == set()

    async def test_nothing_is_believed_before_discord_has_told_all(
        self, workshop: Workshop, servers: Servers
    ) -> None:
        await ended(workshop)
        servers.present = None

        await servers.service.compare()

        assert await self.left(servers) == set()

    @pytest.mark.parametrize("application_id", [1, 2])
    async def test_one_that_came_back_unseen_is_not_erased_before_that_is_known(
        self, workshop: Workshop, servers: Servers, application_id: int
    ) -> None:
        """Neither by a start that has not heard from Discord yet, nor by another bot's."""
        await furnish(workshop, GUILD)
        await servers.service.compare()
        before = rows(workshop)
        await servers.service.left(GUILD)
        await workshop.clock.leap(MONTH_S + 60)
        servers.application_id = application_id
        servers.present = None if application_id == 1 else set()
        await servers.service.look_after()
        servers.application_id, servers.present = 1, {GUILD}

        await servers.service.look_after()

        assert rows(workshop) == before

    async def test_every_server_that_anything_is_kept_about_is_known(
        self, workshop: Workshop, servers: Servers
    ) -> None:
        await ended(workshop, GuildId(7))
        await ended(workshop, GuildId(2**62))
        await SqlAuditLog(workshop.database, cipher=TextCipher()).record(
            NewAuditEntry(
                guild_id=GuildId(8),
                actor_id=MODERATOR,
                action=AuditAction.PAUSED,
                at=workshop.clock.now(),
            )
        )
        await SqlGuildSettingsStore(workshop.database).change(
            GuildId(9),
            lambda _before: GuildSettings(spoiler_results=True),
            by=MODERATOR,
            at=workshop.clock.now(),
        )

        assert set(await servers.store.known()) == {7, 8, 9, 2**62}

    async def test_a_member_who_left_no_trace_there_names_no_server(
        self, workshop: Workshop, servers: Servers
    ) -> None:
        job = await ended(workshop)
        await workshop.store.mark_deleted(
            job.id, actor=Actor.member(MEMBER), at=workshop.clock.now()
        )

        assert set(await servers.store.known()) == {GUILD}
