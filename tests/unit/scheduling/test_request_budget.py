import asyncio
from contextlib import AsyncExitStack
from datetime import timedelta
from itertools import count

import pytest

from bot.domain.errors import StorageUnavailableError
from bot.domain.ports import RequestKind
from bot.scheduling.budget import RequestBudget
from bot.scheduling.guild_shares import GuildShares

pytestmark = pytest.mark.looptime

CREATE, CANCEL, POLL = RequestKind.CREATE, RequestKind.CANCEL, RequestKind.POLL
FOX, OWL = 1, 2


@pytest.fixture
def make_budget(clock, request_log):
    def make(**changes):
        caps = {
            "rate_requests": 3,
            "rate_seconds": 60.0,
            "guild_rate_requests": 2,
            "max_open": 10,
            **changes,
        }
        return RequestBudget(clock=clock, request_log=request_log, **caps)

    return make


@pytest.fixture
def sent():
    """What was sent, in its order, with the time."""
    return []


@pytest.fixture
def send(clock, sent):
    async def send(budget, kind=POLL, guild_id=None, *, takes_s=0.0, name=""):
        async with budget.admit(kind, guild_id):
            sent.append((name or kind.value, clock.monotonic()))
            await asyncio.sleep(takes_s)

    return send


async def settle():
    for _ in range(5):
        await asyncio.sleep(0)


def names(sent):
    return [name for name, _ in sent]


def times(sent):
    return [at for _, at in sent]


class TestAccountWindow:
    async def test_a_burst_passes_up_to_the_limit_and_the_rest_a_window_later(
        self, make_budget, send, sent
    ):
        budget = make_budget()
        await asyncio.gather(*(send(budget) for _ in range(7)))

        assert times(sent) == [0, 0, 0, 60, 60, 60, 120]

    async def test_room_counts_from_the_answer_not_from_the_start(self, make_budget, send, sent):
        budget = make_budget(rate_requests=1)
        await asyncio.gather(send(budget, takes_s=5), send(budget))

        assert times(sent) == [0, 65]

    async def test_a_request_that_failed_keeps_its_room(self, make_budget, send, sent):
        budget = make_budget(rate_requests=1)
        with pytest.raises(OSError, match="cut"):
            async with budget.admit(POLL):
                raise OSError("cut")
        await send(budget)

        assert times(sent) == [60]

    async def test_calls_of_every_kind_share_the_window(self, make_budget, send, sent):
        budget = make_budget(rate_requests=5)
        await asyncio.gather(*(send(budget, kind) for kind in RequestKind))
        await send(budget)

        assert times(sent) == [0, 0, 0, 0, 0, 60]


class TestOpenRequests:
    async def test_no_more_than_the_cap_are_open_at_once(self, make_budget, send, sent):
        budget = make_budget(rate_requests=60, max_open=2)
        await asyncio.gather(*(send(budget, takes_s=10) for _ in range(5)))

        assert times(sent) == [0, 0, 10, 10, 20]

    async def test_nothing_runs_on_while_only_an_answer_can_help(self, make_budget):
        budget = make_budget(max_open=1)
        async with budget.admit(POLL):
            waiter = asyncio.create_task(budget.admit(POLL).__aenter__())
            await settle()
            others = asyncio.all_tasks() - {waiter, asyncio.current_task()}
            waiter.cancel()
            await asyncio.gather(waiter, return_exceptions=True)

        assert others == set()


class TestOrder:
    async def test_creates_and_cancels_go_before_polls(self, make_budget, send, sent):
        budget = make_budget(rate_requests=4)
        await asyncio.gather(*(send(budget, name="earlier") for _ in range(4)))
        async with asyncio.TaskGroup() as group:
            for kind in (POLL, POLL, RequestKind.LIST, CREATE, CANCEL):
                group.create_task(send(budget, kind))

        assert names(sent)[4:] == ["create", "cancel", "poll", "poll", "list"]

    async def test_lists_and_balances_take_turns_with_polls(self, make_budget, send, sent):
        budget = make_budget(rate_requests=1)
        async with asyncio.TaskGroup() as group:
            for kind in (POLL, RequestKind.LIST, POLL, RequestKind.BALANCE, POLL):
                group.create_task(send(budget, kind))

        assert names(sent) == ["poll", "list", "poll", "balance", "poll"]

    async def test_equals_go_in_the_order_they_came(self, make_budget, send, sent):
        budget = make_budget(rate_requests=2)
        async with asyncio.TaskGroup() as group:
            for number in range(7):
                group.create_task(send(budget, name=str(number)))

        assert names(sent) == list("0123456")


class TestReserve:
    @pytest.mark.parametrize(
        ("rate_requests", "creates_at_once"), [(60, 45), (8, 6), (4, 3), (3, 2), (2, 1), (1, 1)]
    )
    async def test_a_burst_of_creates_leaves_a_quarter_of_the_window(
        self, make_budget, send, sent, rate_requests, creates_at_once
    ):
        budget = make_budget(rate_requests=rate_requests, max_open=100)
        burst = [asyncio.create_task(send(budget, CREATE)) for _ in range(rate_requests + 1)]
        await settle()
        assert names(sent) == ["create"] * creates_at_once

        polls = [asyncio.create_task(send(budget, POLL)) for _ in range(rate_requests)]
        await settle()
        for task in (*burst, *polls):
            task.cancel()
        await asyncio.gather(*burst, *polls, return_exceptions=True)
        assert names(sent)[creates_at_once:] == ["poll"] * (rate_requests - creates_at_once)

    async def test_creates_and_cancels_share_what_is_left_to_them(self, make_budget, send, sent):
        budget = make_budget(rate_requests=4)
        await asyncio.gather(*(send(budget, kind) for kind in (CREATE, CANCEL) * 2), send(budget))

        assert sent == [("create", 0), ("cancel", 0), ("create", 0), ("poll", 0), ("cancel", 60)]

    async def test_with_one_request_a_window_polls_have_every_second_one(
        self, make_budget, send, sent
    ):
        budget = make_budget(rate_requests=1)
        async with asyncio.TaskGroup() as group:
            for kind in (CREATE, CREATE, CREATE, POLL, POLL):
                group.create_task(send(budget, kind))

        assert sent == [
            ("create", 0),
            ("poll", 60),
            ("create", 120),
            ("poll", 180),
            ("create", 240),
        ]

    async def test_without_creates_polls_may_use_the_whole_window(self, make_budget, send, sent):
        budget = make_budget(rate_requests=4)
        await asyncio.gather(*(send(budget) for _ in range(5)))

        assert times(sent) == [0, 0, 0, 0, 60]

    async def test_a_guilds_creates_leave_it_a_quarter_of_its_share(self, make_budget, send, sent):
        budget = make_budget(rate_requests=60, guild_rate_requests=4)
        budget.set_busy_guilds(frozenset({FOX, OWL}))
        creates = [send(budget, CREATE, FOX, name="fox creates") for _ in range(4)]
        await asyncio.gather(*creates, send(budget, POLL, FOX), send(budget, CREATE, OWL))

        assert sent[:3] == [("fox creates", 0)] * 3
        assert sorted(sent[3:5]) == [("create", 0), ("poll", 0)]
        assert sent[5:] == [("fox creates", 60)]

    @pytest.mark.parametrize("kind", [CREATE, CANCEL])
    async def test_ten_that_hang_for_minutes_leave_one_open_place_to_polls(
        self, make_budget, send, sent, kind
    ):
        budget = make_budget(rate_requests=60, max_open=10)
        async with asyncio.TaskGroup() as group:
            for _ in range(10):
                group.create_task(send(budget, kind, takes_s=300))
            await asyncio.sleep(1)
            for _ in range(5):
                await send(budget, POLL, takes_s=1)

        hanging, polls = sent[:9], sent[9:14]
        assert hanging == [(kind.value, 0)] * 9
        assert polls == [("poll", at) for at in (1, 2, 3, 4, 5)]
        assert sent[14:] == [(kind.value, 300)]

    async def test_the_only_open_place_is_anybodys(self, make_budget, send, sent):
        budget = make_budget(rate_requests=60, max_open=1)
        await asyncio.gather(send(budget, CREATE, takes_s=2), send(budget, POLL))

        assert sent == [("create", 0), ("poll", 2)]

    async def test_a_restart_does_not_forget_what_creates_had(
        self, make_budget, send, sent, clock, request_log
    ):
        request_log.rows = [(clock.now(), CREATE, None)] * 3
        budget = make_budget(rate_requests=4)
        await budget.restore()
        await asyncio.gather(send(budget, CREATE), send(budget, POLL))

        assert sent == [("poll", 0), ("create", 60)]


class TestManyWaiters:
    @pytest.mark.parametrize("guild_count", [1, 2_000])
    async def test_work_for_each_waiter_does_not_grow_with_their_number(
        self, make_budget, send, sent, monkeypatch, guild_count
    ):
        """Each costs one look at its guild's share, and there are a few more in all."""
        looks = count()
        free_at = GuildShares.free_at

        def counted(self, *args):
            next(looks)
            return free_at(self, *args)

        monkeypatch.setattr(GuildShares, "free_at", counted)
        budget = make_budget(rate_requests=20, guild_rate_requests=10, rate_seconds=1.0)
        budget.set_busy_guilds(frozenset({-1, -2}))
        async with asyncio.TaskGroup() as group:
            for number in range(2_000):
                group.create_task(send(budget, POLL, number % guild_count))

        assert len(sent) == 2_000
        assert next(looks) < 3 * len(sent)


class TestGuildShares:
    async def test_alone_a_guild_may_use_everything(self, make_budget, send, sent):
        budget = make_budget()
        budget.set_busy_guilds(frozenset({FOX}))
        await asyncio.gather(*(send(budget, POLL, FOX) for _ in range(3)))

        assert times(sent) == [0, 0, 0]
        assert budget.guild_has_room(FOX)

    async def test_beside_another_guild_it_keeps_to_its_share(self, make_budget, send, sent):
        budget = make_budget()
        budget.set_busy_guilds(frozenset({FOX, OWL}))
        await asyncio.gather(*(send(budget, POLL, FOX) for _ in range(3)))

        assert times(sent) == [0, 0, 60]

    async def test_a_guild_at_its_share_holds_up_no_other(self, make_budget, send, sent):
        budget = make_budget()
        budget.set_busy_guilds(frozenset({FOX, OWL}))
        async with asyncio.TaskGroup() as group:
            for number in range(4):
                group.create_task(send(budget, POLL, FOX, name=f"fox {number}"))
            group.create_task(send(budget, POLL, OWL, name="owl"))

        assert sent[:3] == [("fox 0", 0), ("fox 1", 0), ("owl", 0)]
        assert times(sent[3:]) == [60, 60]

    async def test_the_share_binds_at_once_with_all_that_was_sent_before(
        self, make_budget, send, sent
    ):
        budget = make_budget(rate_requests=6)
        await asyncio.gather(*(send(budget, POLL, FOX) for _ in range(3)))
        budget.set_busy_guilds(frozenset({OWL}))

        assert not budget.guild_has_room(FOX)
        assert budget.guild_has_room(OWL)
        await asyncio.gather(send(budget, POLL, FOX), send(budget, POLL, OWL))
        assert times(sent) == [0, 0, 0, 0, 60]

    async def test_waiters_go_on_when_the_other_guild_is_done(self, make_budget, send, sent):
        budget = make_budget()
        budget.set_busy_guilds(frozenset({FOX, OWL}))
        async with asyncio.TaskGroup() as group:
            for _ in range(3):
                group.create_task(send(budget, POLL, FOX))
            await asyncio.sleep(10)
            budget.set_busy_guilds(frozenset({FOX}))

        assert times(sent) == [0, 0, 10]

    async def test_a_request_of_no_guild_knows_no_share(self, make_budget, send, sent):
        budget = make_budget(guild_rate_requests=0)
        budget.set_busy_guilds(frozenset({FOX, OWL}))
        await send(budget, RequestKind.BALANCE)

        assert times(sent) == [0]

    async def test_a_share_of_zero_waits_until_no_other_guild_is_busy(
        self, make_budget, send, sent
    ):
        budget = make_budget(guild_rate_requests=0)
        budget.set_busy_guilds(frozenset({OWL}))
        async with asyncio.TaskGroup() as group:
            group.create_task(send(budget, POLL, FOX))
            await asyncio.sleep(300)
            budget.set_busy_guilds(frozenset())

        assert times(sent) == [300]

    async def test_guilds_that_sent_nothing_lately_are_forgotten(self, make_budget, send):
        budget = make_budget(rate_requests=10)
        for guild_id in range(500):
            await send(budget, POLL, guild_id)

        assert len(budget._shares._windows) <= 128


class TestHold:
    async def test_nothing_is_sent_before_a_hold_ends(self, make_budget, send, sent):
        budget = make_budget()
        budget.hold_until(30.0)
        await asyncio.gather(send(budget, CREATE), send(budget, POLL))

        assert times(sent) == [30, 30]

    async def test_the_latest_hold_counts(self, make_budget, send, sent):
        budget = make_budget()
        budget.hold_until(30.0)
        budget.hold_until(20.0)
        async with asyncio.TaskGroup() as group:
            group.create_task(send(budget))
            await asyncio.sleep(25)
            budget.hold_until(40.0)

        assert times(sent) == [40]

    async def test_a_hold_stops_even_a_request_that_is_just_being_logged(
        self, make_budget, send, sent, request_log, clock
    ):
        budget = make_budget()
        request_log.write_s = 2.0
        async with asyncio.TaskGroup() as group:
            group.create_task(send(budget))
            await asyncio.sleep(1)
            budget.hold_until(20.0)

        assert times(sent) == [22]
        assert (clock.now() - request_log.rows[-1][0]) == timedelta(seconds=2)


class TestLog:
    async def test_a_request_is_in_the_log_before_it_is_sent(self, make_budget, request_log, clock):
        budget = make_budget()
        async with budget.admit(CREATE, FOX):
            assert request_log.rows == [(clock.now(), CREATE, FOX)]

    async def test_without_the_log_nothing_is_sent_and_the_room_is_given_back(
        self, make_budget, send, sent, request_log
    ):
        budget = make_budget(rate_requests=1, max_open=1)
        request_log.failures = [StorageUnavailableError()]
        with pytest.raises(StorageUnavailableError):
            await send(budget)

        assert sent == []
        assert budget.snapshot().used == 0
        await send(budget)
        assert times(sent) == [0]

    async def test_the_next_waiter_takes_the_room_that_was_given_back(
        self, make_budget, send, sent, request_log
    ):
        budget = make_budget(rate_requests=1)
        request_log.failures = [StorageUnavailableError()]
        request_log.write_s = 1.0
        results = await asyncio.gather(send(budget), send(budget), return_exceptions=True)

        assert isinstance(results[0], StorageUnavailableError)
        assert times(sent) == [2]


class TestRestart:
    async def test_the_cap_holds_across_a_restart(self, make_budget, send, sent):
        before = make_budget()
        await asyncio.gather(*(send(before) for _ in range(3)))
        await asyncio.sleep(20)
        budget = make_budget()
        await budget.restore()
        await send(budget)

        # Five seconds more than a window: the last process may have sent what it logged late.
        assert times(sent) == [0, 0, 0, 65]

    async def test_a_guilds_share_holds_across_a_restart(self, make_budget, clock, request_log):
        request_log.rows = [(clock.now(), POLL, FOX)] * 2
        budget = make_budget()
        await budget.restore()
        budget.set_busy_guilds(frozenset({OWL}))

        assert not budget.guild_has_room(FOX)
        assert budget.guild_has_room(OWL)

    async def test_what_was_sent_long_ago_does_not_count(self, make_budget, clock, request_log):
        request_log.rows = [(clock.now() - timedelta(seconds=65), POLL, FOX)] * 3
        budget = make_budget()
        await budget.restore()

        assert budget.snapshot().used == 0

    async def test_a_request_from_the_future_counts_as_sent_now(
        self, make_budget, send, sent, clock, request_log
    ):
        request_log.rows = [(clock.now() + timedelta(hours=1), POLL, None)] * 3
        budget = make_budget()
        await budget.restore()
        await send(budget)

        assert times(sent) == [60]

    async def test_a_lower_limit_than_before_waits_until_enough_has_gone(
        self, make_budget, send, sent, clock, request_log
    ):
        now = clock.now()
        request_log.rows = [(now - timedelta(seconds=age), POLL, None) for age in (35, 25, 15)]
        budget = make_budget(rate_requests=1)
        await budget.restore()
        await send(budget)

        assert times(sent) == [50]

    async def test_a_log_that_cannot_be_read_stops_the_start(self, make_budget, request_log):
        request_log.failures = [StorageUnavailableError()]

        with pytest.raises(StorageUnavailableError):
            await make_budget().restore()


class TestCancellation:
    async def test_a_cancelled_waiter_leaves_the_line_and_its_alarm_behind(self, make_budget, send):
        budget = make_budget(rate_requests=1)
        await send(budget)
        waiter = asyncio.create_task(send(budget))
        await settle()
        waiter.cancel()
        await asyncio.gather(waiter, return_exceptions=True)
        await settle()

        assert sum(budget.snapshot().waiting.values()) == 0
        assert asyncio.all_tasks() == {asyncio.current_task()}

    async def test_a_waiter_cancelled_just_as_it_was_admitted_gives_everything_back(
        self, make_budget, send, sent
    ):
        budget = make_budget(max_open=1)
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(budget.admit(POLL))
            first, second = (asyncio.create_task(send(budget, name=name)) for name in "ab")
            await settle()
        first.cancel()
        await asyncio.gather(first, second, return_exceptions=True)

        assert names(sent) == ["b"]
        assert budget.snapshot().open == 0
        assert budget.snapshot().used == 2

    async def test_a_waiter_cancelled_while_its_request_is_logged_gives_everything_back(
        self, make_budget, send, sent, request_log
    ):
        budget = make_budget(rate_requests=1)
        request_log.write_s = 5.0
        waiter = asyncio.create_task(send(budget))
        await asyncio.sleep(1)
        waiter.cancel()
        await asyncio.gather(waiter, return_exceptions=True)

        assert sent == []
        assert budget.snapshot().used == 0
        assert budget.snapshot().open == 0

    async def test_a_request_cancelled_after_it_was_sent_keeps_its_room(
        self, make_budget, send, sent
    ):
        budget = make_budget(rate_requests=1)
        task = asyncio.create_task(send(budget, takes_s=100))
        await asyncio.sleep(4)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await send(budget)

        assert times(sent) == [0, 64]

    async def test_a_cancelled_waiter_is_never_admitted_in_its_last_moment(
        self, make_budget, send, sent
    ):
        budget = make_budget(rate_requests=1)
        await send(budget)
        first, second = (asyncio.create_task(send(budget, name=name)) for name in "ab")
        await asyncio.sleep(60)
        first.cancel()
        budget.set_busy_guilds(frozenset())
        await asyncio.gather(first, second, return_exceptions=True)

        assert names(sent) == ["poll", "b"]
        assert times(sent) == [0, 60]


class TestSnapshotAndPace:
    async def test_a_snapshot_tells_use_openings_holds_and_who_waits(self, make_budget, send):
        budget = make_budget()
        tasks = [asyncio.create_task(send(budget, takes_s=9)) for _ in range(4)]
        tasks.append(asyncio.create_task(send(budget, CREATE)))
        await settle()
        budget.hold_until(5.0)
        snapshot = budget.snapshot()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

        assert (snapshot.used, snapshot.limit) == (3, 3)
        assert (snapshot.open, snapshot.max_open) == (3, 10)
        assert snapshot.held_for_s == 5.0
        assert snapshot.waiting == {**dict.fromkeys(RequestKind, 0), POLL: 1, CREATE: 1}

    async def test_a_budget_at_rest_is_not_held(self, make_budget):
        assert make_budget().snapshot().held_for_s == 0.0

    @pytest.mark.parametrize(
        ("rate_requests", "polls_per_window"), [(60, 56), (30, 28), (10, 9), (2, 1), (1, 1)]
    )
    async def test_polls_at_their_pace_leave_a_few_requests_for_creates(
        self, make_budget, rate_requests, polls_per_window
    ):
        budget = make_budget(rate_requests=rate_requests)

        assert budget.poll_gap_s == pytest.approx(60 / polls_per_window)

    async def test_after_a_burst_of_creates_polls_spread_over_what_it_left(self, make_budget, send):
        budget = make_budget(rate_requests=60)
        await asyncio.gather(*(send(budget, CREATE) for _ in range(30)))
        assert budget.poll_gap_s == 60 / 30

        await asyncio.sleep(60)
        assert budget.poll_gap_s == pytest.approx(60 / 56)

    async def test_polls_at_their_pace_never_wait_beside_a_flood_of_creates(
        self, make_budget, send, clock
    ):
        budget = make_budget(rate_requests=60)
        flood = [asyncio.create_task(send(budget, CREATE)) for _ in range(500)]
        await asyncio.sleep(1)
        for _ in range(60):
            asked_at = clock.monotonic()
            await send(budget)
            assert clock.monotonic() == asked_at
            await asyncio.sleep(budget.poll_gap_s)
        for task in flood:
            task.cancel()
        await asyncio.gather(*flood, return_exceptions=True)

    async def test_a_create_finds_room_however_long_polls_went_on(
        self, make_budget, send, sent, clock
    ):
        budget = make_budget(rate_requests=60)
        for _ in range(200):
            await send(budget, takes_s=0.2)
            await asyncio.sleep(budget.poll_gap_s - 0.2)
        asked_at = clock.monotonic()
        await asyncio.gather(*(send(budget, CREATE) for _ in range(3)))

        assert times(sent)[-3:] == [asked_at] * 3
