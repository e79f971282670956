"""Runs the policies over a case, and says how long they took to notice ends."""

import math
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean

from bench.poll_cases import Case
from bench.poll_policies import Planner, RoundRobinPlanner
from bench.poll_simulation import (
    Account,
    DrawnClip,
    Noticed,
    Outcome,
    PacedRun,
    ask_at_intervals,
    ignore,
)
from bot.clock import SystemClock
from bot.domain.ids import GuildId
from bot.domain.ports import RequestKind
from bot.scheduling.budget import RequestBudget
from bot.scheduling.latency import LatencyModel
from bot.scheduling.poll_planner import PollPlanner

MIN_GAP_S = 2.0
LEARNED, TRUE, IN_TURN = "learned model", "true distribution", "asking in turn"
PACED = (LEARNED, TRUE, IN_TURN)
INTERVALS_S = (0.5, 1.0, 3.0, 5.0, 10.0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """How much is drawn. The first `warm_up` clips of each run are left out."""

    seeds: int = 4
    clips: int = 900
    warm_up: int = 200
    first_seeds: int = 24
    first_clips: int = 140

    def counted(self, account: Account) -> range:
        # The last to start still run when a run ends, so the longest of them are missing.
        return range(self.warm_up, self.clips - 5 * account.slots)


@dataclass(frozen=True, kw_only=True, slots=True)
class Lags:
    """What was measured of one policy, over all seeds: lags since the API showed the ends."""

    sorted_s: Sequence[float]
    mean_since_end_s: float
    requests_per_minute: float

    @classmethod
    def of(cls, outcomes: Sequence[Outcome], *, clips: range) -> "Lags":
        counted = [
            noticed for outcome in outcomes for noticed in outcome.noticed if noticed.clip in clips
        ]
        return cls(
            sorted_s=sorted(noticed.shown_lag_s for noticed in counted),
            mean_since_end_s=fmean(noticed.lag_s for noticed in counted),
            requests_per_minute=fmean(outcome.requests_per_minute for outcome in outcomes),
        )

    @property
    def mean_s(self) -> float:
        return fmean(self.sorted_s)

    @property
    def p95_s(self) -> float:
        return self.sorted_s[math.ceil(0.95 * len(self.sorted_s)) - 1]


def paced_lags(case: Case, account: Account, size: Size) -> Mapping[str, Lags]:
    outcomes = [play(case, case.draw(size.clips, seed=seed), account) for seed in range(size.seeds)]
    return _by_policy(outcomes, clips=size.counted(account))


def first_lags(
    case: Case, account: Account, size: Size, *, stretches: Sequence[range]
) -> Sequence[Mapping[str, Lags]]:
    """What is measured while the model still learns, by stretches of clips."""
    outcomes = [
        play(case, case.draw(size.first_clips, seed=seed), account)
        for seed in range(size.first_seeds)
    ]
    return [_by_policy(outcomes, clips=stretch) for stretch in stretches]


def interval_lags(case: Case, account: Account, size: Size) -> Mapping[float, Lags]:
    draws = [case.draw(size.clips, seed=seed) for seed in range(size.seeds)]

    def outcomes(interval_s: float) -> Sequence[Outcome]:
        return [
            ask_at_intervals(
                clips,
                account=account,
                interval_s=interval_s,
                random_source=random.Random(seed),
            )
            for seed, clips in enumerate(draws)
        ]

    return {
        interval_s: Lags.of(outcomes(interval_s), clips=size.counted(account))
        for interval_s in INTERVALS_S
    }


def play(case: Case, clips: Sequence[DrawnClip], account: Account) -> Mapping[str, Outcome]:
    """Run the paced policies on the same clips."""
    model = LatencyModel(case.first_guess_s)
    gap_s = poll_gap_s(account)

    def learn(noticed: Noticed) -> None:
        model.learn(clips[noticed.clip].duration_s, noticed.seen_after_s)

    def run(planner: Planner, on_noticed: Callable[[Noticed], None] = ignore) -> Outcome:
        paced = PacedRun(clips, planner, account=account, gap_s=gap_s, on_noticed=on_noticed)
        return paced.play()

    return {
        LEARNED: run(PollPlanner(model.times, min_gap_s=MIN_GAP_S), learn),
        TRUE: run(PollPlanner(case.times.__getitem__, min_gap_s=MIN_GAP_S)),
        IN_TURN: run(RoundRobinPlanner(min_gap_s=MIN_GAP_S)),
    }


def poll_gap_s(account: Account) -> float:
    """The pace that the product's budget sets while creates keep within their reserve."""
    budget = RequestBudget(
        clock=SystemClock(),
        request_log=_NoRequests(),
        rate_requests=account.rate_requests,
        rate_seconds=account.rate_seconds,
        guild_rate_requests=account.rate_requests,
        max_open=account.slots,
    )
    return budget.poll_gap_s


def _by_policy(outcomes: Sequence[Mapping[str, Outcome]], *, clips: range) -> Mapping[str, Lags]:
    return {
        policy: Lags.of([outcome[policy] for outcome in outcomes], clips=clips) for policy in PACED
    }


class _NoRequests:
    """The log of a budget that is only asked for its pace."""

    async def record(self, at: datetime, kind: RequestKind, guild_id: GuildId | None) -> None:
        raise NotImplementedError

    async def since(
        self, since: datetime
    ) -> Sequence[tuple[datetime, RequestKind, GuildId | None]]:
        raise NotImplementedError
