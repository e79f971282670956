"""What a member is told of their share and of their live clips is what the limits would see."""

import sqlite3
from datetime import timedelta
from decimal import Decimal

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import event

from bot.domain.errors import StorageUnavailableError
from bot.domain.ids import GuildId, UserId
from bot.domain.job import WORKER, JobStatus
from bot.domain.limits import GUILD_MONTH, MEMBER_MONTH, LimitBreach, LimitScope
from bot.domain.reasons import Reason
from bot.storage.encryption import TextCipher
from bot.storage.jobs import SqlJobStore
from bot.storage.limit_log import SqlLimitLog
from bot.storage.live_jobs import SqlLiveJobs

USER, GUILD = UserId(1), GuildId(100)
SCOPE = LimitScope(user_ids=(USER,), guild_id=GUILD, months=frozenset({MEMBER_MONTH, GUILD_MONTH}))
TO_RUNNING = (JobStatus.SUBMITTING, JobStatus.RUNNING)
LIVE = {
    JobStatus.QUEUED: (),
    JobStatus.SUBMITTING: (JobStatus.SUBMITTING,),
    JobStatus.UNKNOWN: (JobStatus.SUBMITTING, JobStatus.UNKNOWN),
    JobStatus.RUNNING: TO_RUNNING,
}
OVER = {
    JobStatus.CANCELLED: (JobStatus.CANCELLED,),
    JobStatus.FAILED: (*TO_RUNNING, JobStatus.FAILED),
    JobStatus.EXPIRED: (*TO_RUNNING, JobStatus.EXPIRED),
    JobStatus.DELIVERING: (*TO_RUNNING, JobStatus.DELIVERING),
    JobStatus.DELIVERED: (*TO_RUNNING, JobStatus.DELIVERING, JobStatus.DELIVERED),
}


@pytest.fixture
def limit_log(database):
    return SqlLimitLog(database)


@pytest.fixture
def live_jobs(database):
    return SqlLiveJobs(database, cipher=TextCipher())


@pytest.fixture
def submit(store, new_attempt, clock):
    async def submit(*steps, **attempt):
        job = (await store.submit(new_attempt(**attempt), lambda _usage: None)).job
        for step in steps:
            job = await store.transition(job.id, step, actor=WORKER, at=clock.now())
        return job

    return submit


@pytest.fixture
def sent(database):
    """Remember the statements that are sent to readers."""
    statements = []

    def remember(_connection, _cursor, statement, values, *_rest):
        if statement.startswith(("SELECT", "WITH")):
            statements.append((statement, values))

    engine = database._readers.sync_engine
    event.listen(engine, "before_cursor_execute", remember)
    yield statements
    event.remove(engine, "before_cursor_execute", remember)


class TestLimitLog:
    async def test_it_tells_what_the_next_request_would_be_measured_by(
        self, limit_log, store, new_attempt, submit, clock
    ):
        await submit()
        await submit(*TO_RUNNING, guild=200)
        await submit(JobStatus.SUBMITTING, user=2)
        seen = []

        def decide(usage):
            seen.append(usage)
            return LimitBreach(reason=Reason.USER_DAILY_LIMIT, limit=Decimal(1))

        await store.submit(new_attempt(), decide, scope=SCOPE)

        told = await limit_log.limit_usage(SCOPE, at=clock.now())
        assert [told] == seen
        assert (told.user_jobs_day, told.member_jobs_day, told.guild_jobs_day) == (2, 1, 2)
        assert (told.member_month.jobs, told.guild_month.jobs) == (1, 2)

    async def test_looking_leaves_no_trace(self, limit_log, store, clock):
        await limit_log.limit_usage(SCOPE, at=clock.now())

        assert await store.with_status(*JobStatus) == []

    async def test_a_database_that_is_away_says_so(self, database, limit_log, clock):
        await database.close()

        with pytest.raises(StorageUnavailableError):
            await limit_log.limit_usage(SCOPE, at=clock.now())


class TestLiveJobs:
    async def test_live_ones_are_found_and_no_others_newest_first(self, live_jobs, submit, clock):
        wanted = []
        for steps in (*OVER.values(), *LIVE.values()):
            job = await submit(*steps)
            clock.advance(timedelta(seconds=1))
            if steps in LIVE.values():
                wanted.insert(0, job.id)

        found = await live_jobs.live_of(USER, guild_id=GUILD, at_most=100)

        assert [job.id for job in found] == wanted

    async def test_only_the_members_own_and_only_of_the_server_that_is_asked_about(
        self, live_jobs, submit
    ):
        here = await submit()
        elsewhere = await submit(guild=200)
        await submit(user=2)

        assert [job.id for job in await live_jobs.live_of(USER, guild_id=GUILD, at_most=9)] == [
            here.id
        ]
        assert [job.id for job in await live_jobs.live_of(USER, guild_id=None, at_most=9)] == [
            elsewhere.id,
            here.id,
        ]
        assert len(await live_jobs.live_of(USER, guild_id=None, at_most=1)) == 1

    async def test_sealed_prompts_are_opened(self, database, new_attempt):
        cipher = TextCipher([Fernet.generate_key().decode()])
        await SqlJobStore(database, cipher=cipher).submit(new_attempt(), lambda _usage: None)

        (job,) = await SqlLiveJobs(database, cipher=cipher).live_of(USER, guild_id=GUILD, at_most=9)

        assert job.request.prompt == "A red fox"

    @pytest.mark.parametrize("guild_id", [GUILD, None])
    async def test_one_members_are_found_without_reading_the_whole_log(
        self, live_jobs, database_file, sent, guild_id
    ):
        await live_jobs.live_of(USER, guild_id=guild_id, at_most=9)

        ((statement, values),) = sent
        connection = sqlite3.connect(database_file)
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
        connection.close()
        assert not [step for step in plan if step.startswith("SCAN")]
