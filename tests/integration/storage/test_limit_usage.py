"""What the limits are told, and that the telling stays quick when the log is long."""

import sqlite3
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import event

from bot.domain.guild_pauses import GuildPause
from bot.domain.ids import GuildId, UserId
from bot.domain.job import WORKER, JobStatus
from bot.domain.limits import (
    DAY,
    EVERYBODYS_DAY,
    GUILD_DAY,
    GUILD_MONTH,
    MEMBER_DAY,
    MEMBER_MONTH,
    MONTH,
    USER_DAY,
    LimitBreach,
    LimitScope,
    Spent,
)
from bot.domain.reasons import Reason
from bot.storage.encryption import TextCipher
from bot.storage.guild_pauses import SqlGuildPauseStore
from bot.storage.limit_log import SqlLimitLog

MICROSECOND = timedelta(microseconds=1)
MICRO_USD = Decimal("0.000001")
LOOKS_BACK = (USER_DAY, MEMBER_DAY, MEMBER_MONTH, GUILD_DAY, GUILD_MONTH, EVERYBODYS_DAY)
MONTHS = frozenset({MEMBER_MONTH, GUILD_MONTH})
PSEUDONYM = UserId(-4242)


def scope(*, user_ids=(1,), months=frozenset()):
    return LimitScope(user_ids=user_ids, guild_id=GuildId(100), months=months)


@pytest.fixture
def limit_log(database):
    return SqlLimitLog(database)


@pytest.fixture
def usage_for(store, new_attempt):
    """Ask what a new attempt would see, and refuse it."""

    async def ask(*, scope=None, **attempt):
        seen = []

        def decide(usage):
            seen.append(usage)
            return LimitBreach(reason=Reason.USER_WAITING_LIMIT, limit=Decimal(0))

        await store.submit(new_attempt(**attempt), decide, scope=scope)
        return seen[0]

    return ask


@pytest.fixture
def submit(store, new_attempt, clock):
    async def submit(*steps, cost_usd=None, **attempt):
        job = (await store.submit(new_attempt(**attempt), lambda _usage: None)).job
        for step in steps:
            changes = {} if cost_usd is None or step is not steps[-1] else {"cost_usd": cost_usd}
            job = await store.transition(job.id, step, actor=WORKER, at=clock.now(), **changes)
        return job

    return submit


async def test_an_empty_log_counts_nothing(usage_for):
    usage = await usage_for()

    assert (usage.user_queued, usage.running, usage.ahead, usage.guild_jobs_day) == (0, 0, 0, 0)
    assert isinstance(usage.total_usd_day, Decimal)
    assert usage.total_usd_day == 0


async def test_a_member_counts_in_every_server_and_a_server_for_all_its_members(submit, usage_for):
    await submit(user=1, guild=100)
    await submit(user=1, guild=200)
    await submit(JobStatus.SUBMITTING, user=2, guild=100)

    usage = await usage_for(user=1, guild=100)

    assert (usage.user_queued, usage.user_running, usage.user_jobs_day) == (2, 0, 2)
    assert (usage.guild_queued, usage.guild_running, usage.guild_jobs_day) == (1, 1, 2)
    assert (usage.user_usd_day, usage.guild_usd_day) == (Decimal("2.80"), Decimal("2.80"))
    assert (usage.running, usage.total_usd_day) == (1, Decimal("4.20"))


@pytest.mark.parametrize(
    "steps",
    [
        (JobStatus.SUBMITTING,),
        (JobStatus.SUBMITTING, JobStatus.UNKNOWN),
        (JobStatus.SUBMITTING, JobStatus.RUNNING),
    ],
)
async def test_all_that_may_run_upstream_holds_a_slot(submit, usage_for, steps):
    await submit(*steps)
    usage = await usage_for()

    assert (usage.user_running, usage.guild_running, usage.running) == (1, 1, 1)
    assert usage.user_queued == 0


async def test_money_is_what_was_charged_once_that_is_known(submit, usage_for):
    await submit(
        JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING, cost_usd=Decimal("1.234567")
    )
    await submit(JobStatus.SUBMITTING, usd="2.80")

    assert (await usage_for()).user_usd_day == Decimal("4.034567")


@pytest.mark.parametrize(
    "steps", [(JobStatus.CANCELLED,), (JobStatus.SUBMITTING, JobStatus.FAILED)]
)
async def test_what_ended_free_of_charge_does_not_count(submit, usage_for, steps):
    await submit(*steps, cost_usd=Decimal(0))
    usage = await usage_for()

    assert (usage.user_jobs_day, usage.guild_jobs_day, usage.total_usd_day) == (0, 0, 0)


@pytest.mark.parametrize("end", [JobStatus.FAILED, JobStatus.CANCELLED])
async def test_a_reservation_stays_while_it_is_not_known_whether_anything_was_charged(
    submit, usage_for, end
):
    await submit(JobStatus.SUBMITTING, JobStatus.RUNNING, end)
    usage = await usage_for()

    assert (usage.user_jobs_day, usage.user_usd_day) == (1, Decimal("1.40"))


async def test_what_failed_and_was_charged_counts(submit, usage_for):
    await submit(JobStatus.SUBMITTING, JobStatus.FAILED, cost_usd=Decimal("0.000001"))
    usage = await usage_for()

    assert (usage.user_jobs_day, usage.user_usd_day) == (1, Decimal("0.000001"))


async def test_refused_attempts_never_count(usage_for):
    await usage_for()

    assert (await usage_for()).user_jobs_day == 0


async def test_a_job_leaves_the_day_exactly_24_hours_after_it_was_queued(
    submit, usage_for, limit_log, clock
):
    await submit(at=clock.now() - DAY)
    before = clock.now() - MICROSECOND

    assert await limit_log.jobs_down_to(0, USER_DAY, scope=scope(), at=before) == clock.now()
    assert (await usage_for(at=before)).user_jobs_day == 1
    assert (await usage_for(at=clock.now())).user_jobs_day == 0


@pytest.mark.parametrize(
    ("looks_back", "jobs", "usd"),
    [
        (USER_DAY, 2, "2.30"),
        (MEMBER_DAY, 1, "1.10"),
        (MEMBER_MONTH, 2, "3.20"),
        (GUILD_DAY, 2, "2.40"),
        (GUILD_MONTH, 3, "4.50"),
        (EVERYBODYS_DAY, 4, "5.00"),
    ],
)
async def test_a_limit_looks_at_the_rows_of_its_share_and_its_time(
    limit_log, submit, looks_back, jobs, usd, clock
):
    await submit(user=1, guild=100, usd="1.10")
    await submit(user=1, guild=200, usd="1.20")
    await submit(user=2, guild=100, usd="1.30")
    await submit(user=2, guild=200, usd="1.40")
    await submit(user=1, guild=100, usd="2.10", at=clock.now() - MONTH + MICROSECOND)
    await submit(user=1, guild=100, usd="9", at=clock.now() - MONTH)
    await submit(JobStatus.CANCELLED, user=1, guild=100, usd="9", cost_usd=Decimal(0))

    async def is_more_than(many, much):
        where = {"scope": scope(), "at": clock.now()}
        too_many = await limit_log.jobs_down_to(many, looks_back, **where)
        too_dear = await limit_log.usd_down_to(Decimal(much), looks_back, **where)
        return too_many is not None, too_dear is not None

    assert await is_more_than(jobs, usd) == (False, False)
    assert await is_more_than(jobs - 1, Decimal(usd) - MICRO_USD) == (True, True)


async def test_a_limit_frees_when_the_oldest_above_it_leaves(limit_log, submit, clock):
    ages = [timedelta(minutes=minutes) for minutes in (20, 0, 10)]
    for age in ages:
        await submit(usd="1.00", at=clock.now() - age)
    where = {"scope": scope(), "at": clock.now()}

    async def told(jobs, usd):
        return (
            await limit_log.jobs_down_to(jobs, USER_DAY, **where),
            await limit_log.usd_down_to(Decimal(usd), USER_DAY, **where),
        )

    oldest, middle, newest = (clock.now() + DAY - age for age in sorted(ages, reverse=True))
    assert await told(2, "2.00") == (oldest, oldest)
    assert await told(2, "2.99") == (oldest, oldest)
    # More than the limit, since it was lowered meanwhile: two must leave first.
    assert await told(1, "1.00") == (middle, middle)
    assert await told(0, "0.99") == (newest, newest)
    assert await told(3, "3.00") == (None, None)


async def test_a_month_is_counted_only_where_it_is_limited(submit, usage_for, clock):
    await submit(user=1, guild=100, usd="1.10", at=clock.now() - DAY)
    await submit(user=1, guild=200, usd="1.20")
    await submit(user=2, guild=100, usd="1.30")

    plain = await usage_for(user=1, guild=100)
    both = await usage_for(user=1, guild=100, scope=scope(months=MONTHS))
    one = await usage_for(user=1, guild=100, scope=scope(months=frozenset({GUILD_MONTH})))

    assert (plain.member_month, plain.guild_month) == (None, None)
    assert both.member_month == Spent(jobs=1, usd=Decimal("1.10"))
    assert both.guild_month == Spent(jobs=2, usd=Decimal("2.40"))
    assert (one.member_month, one.guild_month) == (None, both.guild_month)
    assert (both.member_jobs_day, both.user_jobs_day) == (0, 1)


async def test_what_was_erased_for_a_member_still_counts_for_them(submit, usage_for, clock):
    await submit(user=PSEUDONYM, guild=100, usd="1.10")
    await submit(user=PSEUDONYM, guild=100, usd="1.20", at=clock.now() - DAY)
    await submit(user=1, guild=100, usd="1.30")
    await submit(user=-1, guild=100)

    alone = await usage_for(user=1, guild=100)
    together = await usage_for(
        user=1, guild=100, scope=scope(user_ids=(1, PSEUDONYM), months=MONTHS)
    )

    assert (alone.user_jobs_day, alone.user_queued) == (1, 1)
    assert (together.user_jobs_day, together.member_usd_day) == (2, Decimal("2.40"))
    assert together.member_month == Spent(jobs=3, usd=Decimal("3.60"))
    assert together.user_queued == 3


async def test_of_the_limits_that_refuse_the_one_that_frees_last_is_named_and_logged(
    store, new_attempt, submit, clock
):
    long_ago, an_hour_ago = clock.now() - MONTH + MICROSECOND, clock.now() - timedelta(hours=1)
    await submit(user=1, guild=100, at=long_ago)
    await submit(user=1, guild=100, at=an_hour_ago)
    monthly = LimitBreach(
        reason=Reason.USER_MONTHLY_LIMIT, limit=Decimal(2), looks_back=MEMBER_MONTH
    )
    daily = LimitBreach(
        reason=Reason.USER_DAILY_LIMIT, limit=Decimal(1), looks_back=USER_DAY, others=(monthly,)
    )

    submission = await store.submit(new_attempt(user=1, guild=100), lambda _usage: daily)

    assert submission.breach.reason is Reason.USER_DAILY_LIMIT
    assert submission.frees_at == an_hour_ago + DAY
    assert submission.job.reason == "user_daily_limit"

    yesterday = clock.now() - DAY + MICROSECOND
    await submit(user=2, guild=100, at=yesterday)
    submission = await store.submit(new_attempt(user=2, guild=100), lambda _usage: daily)
    assert (submission.breach.reason, submission.frees_at) == (
        Reason.USER_MONTHLY_LIMIT,
        None,
    )


async def test_nobody_waits_behind_somebody_elses_flood(submit, usage_for):
    for _ in range(20):
        await submit(user=9, guild=900)

    usage = await usage_for(user=1, guild=100)
    assert (usage.guild_ahead, usage.ahead) == (0, 1)
    usage = await usage_for(user=1, guild=900)
    assert (usage.guild_ahead, usage.ahead) == (1, 1)


async def test_ones_own_waiting_jobs_come_first_and_give_others_as_many_turns(submit, usage_for):
    for user, guild, count in ((1, 100, 2), (2, 100, 5), (3, 100, 1), (4, 200, 9), (5, 300, 1)):
        for _ in range(count):
            await submit(user=user, guild=guild)

    usage = await usage_for(user=1, guild=100)

    own, second, third = 2, 3, 1
    assert usage.guild_ahead == own + second + third
    assert usage.ahead == usage.guild_ahead + (usage.guild_ahead + 1) + 1


async def test_what_waits_in_a_paused_server_is_ahead_of_nobody_elsewhere(
    database, submit, usage_for, clock
):
    pauses = SqlGuildPauseStore(database, cipher=TextCipher())
    for guild in (200, 300):
        await submit(user=9, guild=guild)
    pause = GuildPause(guild_id=GuildId(200), reason="", since=clock.now(), by=UserId(7))
    await pauses.begin(pause)

    assert (await usage_for(user=1, guild=100)).ahead == 1

    await pauses.end(GuildId(200), by=UserId(7), at=clock.now())
    assert (await usage_for(user=1, guild=100)).ahead == 2


class TestPlans:
    """A limit is asked for before every answer, within Discord's three seconds."""

    @pytest.fixture
    def plans_of(self, database, database_file):
        """Ask SQLite how it carries out the very statements that were sent."""

        async def plans(doing):
            sent = []

            def remember(_connection, _cursor, statement, values, *_rest):
                if statement.startswith(("SELECT", "WITH", "UPDATE", "DELETE")):
                    sent.append((statement, values))

            engines = database._writer.sync_engine, database._readers.sync_engine
            for engine in engines:
                event.listen(engine, "before_cursor_execute", remember)
            await doing
            for engine in engines:
                event.remove(engine, "before_cursor_execute", remember)
            connection = sqlite3.connect(database_file)
            details = [
                row[3]
                for statement, values in sent
                for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)
            ]
            connection.close()
            assert details
            return details

        return plans

    @pytest.mark.parametrize("user_ids", [(1,), (1, PSEUDONYM)], ids=["known", "erased"])
    @pytest.mark.parametrize("months", [frozenset(), MONTHS], ids=["a day", "months too"])
    async def test_counting_for_the_limits_uses_the_partial_indexes(
        self, plans_of, usage_for, user_ids, months
    ):
        plans = await plans_of(usage_for(scope=scope(user_ids=user_ids, months=months)))

        on_jobs = [step for step in plans if step.startswith(("SEARCH jobs", "SCAN jobs"))]
        assert all(step.startswith("SEARCH jobs USING COVERING INDEX") for step in on_jobs)
        used = [step.split()[5] for step in on_jobs]
        assert set(used) == {
            "jobs_by_status",
            "jobs_counted",
            "jobs_counted_by_guild",
            "jobs_counted_by_user",
        }
        of_users = [step for step in on_jobs if "jobs_counted_by_user" in step]
        assert len(of_users) == (2 if months else 1)
        assert all("(user_id=? AND queued_at>?)" in step for step in of_users)

    @pytest.mark.parametrize("looks_back", LOOKS_BACK, ids=str)
    @pytest.mark.parametrize("reason", [Reason.USER_DAILY_LIMIT, Reason.USER_MONEY_LIMIT])
    async def test_telling_when_a_limit_frees_reads_no_more_than_its_time(
        self, plans_of, store, new_attempt, looks_back, reason
    ):
        breach = LimitBreach(reason=reason, limit=Decimal(10), looks_back=looks_back)
        plans = await plans_of(store.submit(new_attempt(), lambda _usage: breach))

        on_jobs = [step for step in plans if step.startswith(("SEARCH jobs", "SCAN jobs"))]
        assert on_jobs
        assert all(step.startswith("SEARCH jobs USING COVERING INDEX") for step in on_jobs)

    @pytest.mark.parametrize(
        ("doing", "index"),
        [
            (lambda store, _now: store.waiting(), "jobs_by_status"),
            (lambda store, now: store.waiting(acknowledged_after=now), "jobs_by_status"),
            (lambda store, _now: store.with_status(*JobStatus), "jobs_by_status"),
            (lambda store, now: store.unacknowledged(created_before=now), "jobs_by_status"),
            (lambda store, now: store.kept_before(now), "jobs_by_status"),
            (lambda store, now: store.erase_dead_tokens(now), "jobs_with_token"),
            (
                lambda store, now: store.erase_texts(created_before=now, at_most=9),
                "jobs_with_texts",
            ),
            (lambda store, now: store.usd_since(now), "jobs_counted"),
            (lambda store, _now: store.events(1), "job_events_by_job"),
            (lambda store, now: store.untold(created_after=now, at_most=9), "jobs_untold"),
            (
                lambda store, now: store.creates_without_prediction(since=now, until=now),
                "jobs_without_prediction",
            ),
            (lambda store, _now: store.owned_predictions(["p-1", "p-2"]), "jobs_by_prediction"),
            (
                lambda store, _now: store.of_member(1, guild_id=100, at_most=9),
                "jobs_by_user_and_time",
            ),
            (
                lambda store, _now: store.of_member(
                    1, guild_id=None, at_most=9, status=JobStatus.KEPT
                ),
                "jobs_by_user_and_time",
            ),
        ],
    )
    async def test_no_regular_work_reads_the_whole_log(self, plans_of, store, clock, doing, index):
        plans = await plans_of(doing(store, clock.now()))

        assert not [step for step in plans if step.startswith("SCAN")]
        assert [step for step in plans if f"INDEX {index}" in step]
