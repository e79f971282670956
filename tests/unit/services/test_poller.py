"""Asking goes at the budget's pace, to whoever the planner names, and never spins."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.errors import TryLaterError
from bot.domain.ids import ChannelId, GuildId, JobId, PredictionId, UserId
from bot.domain.job import Destination, Job, JobStatus
from bot.domain.ports import RequestKind
from bot.domain.prediction import Prediction, PredictionStatus
from bot.scheduling.budget import RequestBudget
from bot.scheduling.generation_times import GenerationTimes
from bot.scheduling.poll_planner import PollPlanner
from bot.services.poller import Poller
from tests.support.clock import ManualClock

FOX, OWL = GuildId(1), GuildId(2)
MIN_GAP_S = 2.0
TIMES = GenerationTimes.log_normal(mean_s=340.0, cv=0.2, early_share=0.02)


class NoLog:
    """Keeps no requests: no test here restarts."""

    async def record(self, at: datetime, kind: RequestKind, guild_id: GuildId | None) -> None:
        pass

    async def since(self, _since: datetime) -> list[tuple[datetime, RequestKind, GuildId | None]]:
        return []


class Service:
    """Answers through the gate; `ended` are those whose clip is made."""

    def __init__(self, budget: RequestBudget, clock: ManualClock) -> None:
        self._budget = budget
        self._clock = clock
        self.asked: list[tuple[PredictionId, float]] = []
        self.ended: set[PredictionId] = set()
        self.is_broken = False
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    async def get(self, prediction_id: PredictionId, *, guild_id: GuildId) -> Prediction:
        async with self._budget.admit(RequestKind.POLL, guild_id):
            self.asked.append((prediction_id, self._clock.monotonic()))
            await self.may_answer.wait()
            if self.is_broken:
                raise TryLaterError("eachlabs_broken")
        has_ended = prediction_id in self.ended
        status = PredictionStatus.SUCCEEDED if has_ended else PredictionStatus.RUNNING
        return Prediction(id=prediction_id, status=status)

    def times(self, prediction_id: str) -> list[float]:
        return [at for asked, at in self.asked if asked == prediction_id]


class Looks(PollPlanner):
    """Counts how often somebody looks for a choice."""

    count = 0

    def choose(self, now: float, *, may_ask: Callable[[GuildId], bool]) -> JobId | None:
        self.count += 1
        return super().choose(now, may_ask=may_ask)


class Desk:
    """A poller at work, and jobs that wait at it."""

    def __init__(self, **caps: float) -> None:
        self.clock = ManualClock()
        values = {"rate_requests": 60, "rate_seconds": 60.0, "guild_rate_requests": 60, **caps}
        self.budget = RequestBudget(
            clock=self.clock,
            request_log=NoLog(),
            max_open=10,
            **values,  # type: ignore[arg-type] - whole numbers, where they must be
        )
        self.service = Service(self.budget, self.clock)
        self.planner = Looks(lambda _duration_s: TIMES, min_gap_s=MIN_GAP_S)
        self.poller = Poller(
            api=self.service,  # type: ignore[arg-type] - the poller asks, and nothing else
            planner=self.planner,
            budget=self.budget,
            clock=self.clock,
        )
        self.waits: list[asyncio.Task[Prediction]] = []

    async def wait(self, job_id: int, guild_id: GuildId = FOX, *, age_s: float = 0.0) -> None:
        waiting = self.poller.wait_until_ended(_job(job_id, guild_id), age_s=age_s, timeout_s=3600)
        self.waits.append(asyncio.create_task(waiting))
        await self.clock.settle()


def _job(job_id: int, guild_id: GuildId) -> Job:
    return Job(
        id=JobId(job_id),
        reference="A1B2C3",
        status=JobStatus.RUNNING,
        reason="",
        request=ClipRequest(prompt="a fox"),
        destination=Destination(
            guild_id=guild_id,
            channel_id=ChannelId(3),
            user_id=UserId(4),
            attachment_size_limit_bytes=1,
            filesize_limit_bytes=1,
            app_permissions=0,
            user_locale="en-US",
            guild_locale="en-US",
            private=False,
        ),
        created_at=datetime(2026, 3, 1, tzinfo=UTC),
        prediction_id=PredictionId(f"p{job_id}"),
    )


@asynccontextmanager
async def working(**caps: float) -> AsyncIterator[Desk]:
    desk = Desk(**caps)
    running = asyncio.create_task(desk.poller.run())
    await desk.clock.settle()
    try:
        yield desk
    finally:
        tasks = [running, *desk.waits]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def test_asking_goes_at_the_budgets_pace_and_each_clip_has_its_turn():
    async with working() as desk:
        for job_id in range(1, 11):
            await desk.wait(job_id, age_s=300.0)
        await desk.clock.advance(60)

        asked_at = sorted(at for _, at in desk.service.asked)
        gaps = [later - earlier for earlier, later in pairwise(asked_at)]
        assert min(gaps) == pytest.approx(desk.budget.poll_gap_s)
        assert len(asked_at) == pytest.approx(56, abs=1)
        assert all(len(desk.service.times(f"p{job_id}")) >= 3 for job_id in range(1, 11))


@pytest.mark.parametrize("rate_requests", [1, 2, 3])
async def test_the_smallest_budgets_still_ask(rate_requests):
    async with working(rate_requests=rate_requests) as desk:
        for job_id in (1, 2, 3):
            await desk.wait(job_id)
        await desk.clock.advance(600)

        assert all(desk.service.times(f"p{job_id}") for job_id in (1, 2, 3))
        assert len(desk.service.asked) <= 10 * rate_requests + 1


async def test_one_clip_alone_is_asked_about_no_more_often_than_the_least_gap():
    async with working() as desk:
        await desk.wait(1, age_s=340.0)
        await desk.clock.advance(30)

        asked_at = desk.service.times("p1")
        assert len(asked_at) >= 10
        assert all(later - earlier >= MIN_GAP_S for earlier, later in pairwise(asked_at))


async def test_while_every_share_is_used_up_it_looks_at_its_pace_and_then_goes_on():
    async with working(guild_rate_requests=2) as desk:
        desk.budget.set_busy_guilds(frozenset({FOX, OWL}))
        for job_id, guild_id in ((1, FOX), (2, FOX), (3, OWL), (4, OWL)):
            await desk.wait(job_id, guild_id, age_s=340.0)
        await desk.clock.advance(20)
        used_up, looks_before = len(desk.service.asked), desk.planner.count
        await desk.clock.advance(30)

        assert used_up == 4
        assert len(desk.service.asked) == used_up
        assert desk.planner.count - looks_before <= 30 / desk.budget.poll_gap_s + 1

        await desk.clock.advance(60)
        assert len(desk.service.asked) == 2 * used_up


async def test_a_retry_after_is_waited_for_with_one_question_for_each_clip_and_no_more():
    async with working() as desk:
        desk.budget.hold_until(desk.clock.monotonic() + 120)
        for job_id in (1, 2, 3):
            await desk.wait(job_id, age_s=340.0)
        await desk.clock.advance(119)

        assert desk.service.asked == []
        assert desk.budget.snapshot().waiting[RequestKind.POLL] == 3

        await desk.clock.advance(2)
        assert {asked for asked, _ in desk.service.asked} == {"p1", "p2", "p3"}


async def test_whoever_is_hurried_is_asked_about_at_once():
    async with working() as desk:
        await desk.wait(1)
        began_at = desk.clock.monotonic()
        await desk.clock.advance(0.5)
        desk.service.ended.add(PredictionId("p1"))
        desk.poller.hurry(JobId(1))
        await desk.clock.settle()

        assert desk.service.times("p1") == [began_at + 0.5]
        assert desk.waits[0].done()


async def test_a_hurry_that_comes_while_an_answer_is_awaited_is_asked_about_again():
    async with working() as desk:
        desk.service.may_answer.clear()
        await desk.wait(1, age_s=340.0)
        await desk.wait(2, age_s=345.0)
        await desk.clock.advance(3)
        assert len(desk.service.asked) == 2
        desk.poller.hurry(JobId(1))
        desk.service.may_answer.set()
        await desk.clock.settle()
        await desk.clock.advance(MIN_GAP_S + 0.1)

        assert desk.service.asked[2][0] == "p1"


async def test_a_question_that_failed_is_asked_again():
    async with working() as desk:
        await desk.wait(1, age_s=340.0)
        desk.service.is_broken = True
        await desk.clock.advance(10)
        assert desk.service.asked
        assert not desk.waits[0].done()

        desk.service.is_broken = False
        desk.service.ended.add(PredictionId("p1"))
        await desk.clock.advance(10)

        assert desk.waits[0].done()


async def test_nothing_is_kept_of_those_who_have_gone():
    async with working() as desk:
        for job_id in (1, 2):
            await desk.wait(job_id, age_s=340.0)
        desk.poller.hurry(JobId(2))
        desk.service.ended.add(PredictionId("p1"))
        await desk.clock.advance(10)
        desk.waits[1].cancel()
        await desk.clock.settle()
        desk.poller.hurry(JobId(2))

        assert desk.waits[0].result().status is PredictionStatus.SUCCEEDED
        assert not desk.poller._watches
        assert not desk.poller._hurried
        assert not desk.planner._plans
