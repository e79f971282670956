"""The simulated account against cases worked out by hand."""

import random

import pytest

from bench.poll_policies import RoundRobinPlanner
from bench.poll_simulation import Account, DrawnClip, PacedRun, ask_at_intervals


class NotedPlanner(RoundRobinPlanner):
    """Asks in turn, and notes when requests went out."""

    def __init__(self, *, min_gap_s=2.0):
        super().__init__(min_gap_s=min_gap_s)
        self.started_at = []
        self.asked_at = []

    def add(self, job_id, *, started_at, **values):
        self.started_at.append(started_at)
        super().add(job_id, started_at=started_at, **values)

    def choose(self, now, *, may_ask):
        job_id = super().choose(now, may_ask=may_ask)
        if job_id is not None:
            self.asked_at.append(now)
        return job_id


class FixedPhase(random.Random):
    def random(self):
        return 0.5


def clips_of(*generation_s):
    return [DrawnClip(duration_s=5, generation_s=time_s) for time_s in generation_s]


def account_of(**values):
    return Account(**{"slots": 1, "rate_requests": 1000, **values})


def lags(outcome):
    return [(noticed.clip, noticed.lag_s, noticed.shown_lag_s) for noticed in outcome.noticed]


class TestPacedRun:
    def test_one_slot_is_asked_about_every_least_gap_and_filled_when_it_is_seen_to_end(self):
        """Asked at 2, 4 .. 12 about a clip that ends at 10.5; the next starts at 12."""
        planner = NotedPlanner()
        outcome = PacedRun(
            clips_of(10.5, 3.0, 50.0), planner, account=account_of(), gap_s=1.0
        ).play()

        assert lags(outcome) == [(0, 1.5, 1.5), (1, 1.0, 1.0)]
        assert planner.started_at == [0.0, 12.0, 16.0]
        assert planner.asked_at == [2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0, 16.0]
        assert outcome.requests == 8 + 3
        assert outcome.noticed[0].seen_after_s == 12.0

    def test_with_more_slots_than_the_pace_allows_turns_come_round(self):
        """Three slots, a question a second: each is asked about every third second."""
        planner = NotedPlanner()
        outcome = PacedRun(
            clips_of(4.2, 5.2, 6.2, 100.0, 100.0, 100.0),
            planner,
            account=account_of(slots=3),
            gap_s=1.0,
        ).play()

        assert planner.asked_at == [float(second) for second in range(2, 8)]
        # The first is asked about at 2, 5; the second at 3, 6; the third at 4, 7.
        assert [clip for clip, _, _ in lags(outcome)] == [0, 1, 2]
        assert [lag for _, lag, _ in lags(outcome)] == pytest.approx([0.8, 0.8, 0.8])

    def test_a_status_in_steps_shows_an_end_at_the_next_step(self):
        """It ends at 10.5 and is shown at 15; of the questions at even seconds, 16 sees it."""
        outcome = PacedRun(
            clips_of(10.5, 50.0),
            NotedPlanner(),
            account=account_of(status_step_s=5.0),
            gap_s=1.0,
        ).play()

        assert lags(outcome) == [(0, 5.5, 1.0)]

    def test_the_accounts_window_holds_whatever_the_pace(self):
        outcome = PacedRun(
            clips_of(*[5.0] * 40),
            NotedPlanner(min_gap_s=0.0),
            account=account_of(slots=4, rate_requests=10, rate_seconds=60.0),
            gap_s=0.1,
        ).play()

        # Ten go out in the first moment of each minute.
        assert outcome.requests == pytest.approx(10 * outcome.took_s / 60, abs=10)
        assert outcome.took_s > 7 * 60

    def test_what_is_noticed_is_told_as_it_happens(self):
        told = []
        outcome = PacedRun(
            clips_of(10.5, 3.0, 50.0),
            NotedPlanner(),
            account=account_of(),
            gap_s=1.0,
            on_noticed=told.append,
        ).play()

        assert told == outcome.noticed


class TestFixedIntervals:
    def test_each_clip_is_asked_about_at_its_interval_until_it_is_seen(self):
        """Asked at 2, 6, 10, 14 about one that ends at 12; the next, of 1 s, at 16."""
        outcome = ask_at_intervals(
            clips_of(12.0, 1.0), account=account_of(), interval_s=4.0, random_source=FixedPhase()
        )

        assert lags(outcome) == [(0, 2.0, 2.0), (1, 1.0, 1.0)]
        assert outcome.requests == (1 + 4) + (1 + 1)
        assert outcome.took_s == 16.0
        assert outcome.requests_per_minute == 7 / 16 * 60

    def test_steps_hold_for_them_too(self):
        outcome = ask_at_intervals(
            clips_of(12.0),
            account=account_of(status_step_s=5.0),
            interval_s=4.0,
            random_source=FixedPhase(),
        )

        assert lags(outcome) == [(0, 6.0, 3.0)]

    def test_slots_run_side_by_side(self):
        outcome = ask_at_intervals(
            clips_of(12.0, 12.0, 12.0),
            account=account_of(slots=2),
            interval_s=4.0,
            random_source=FixedPhase(),
        )

        assert [noticed.seen_after_s for noticed in outcome.noticed] == [14.0, 14.0, 14.0]
        assert outcome.took_s == (14 + 28) / 2


class TestRoundRobin:
    def test_the_one_asked_longest_ago_is_next_and_ties_go_by_number(self):
        planner = RoundRobinPlanner(min_gap_s=2.0)
        for job_id in (2, 1):
            planner.add(job_id, guild_id=1, duration_s=5, started_at=0.0, last_asked_at=None)
        asked = []
        for second in range(2, 8):
            job_id = planner.choose(float(second), may_ask=lambda _guild_id: True)
            planner.asked(job_id, float(second))
            asked.append(job_id)

        assert asked == [1, 2, 1, 2, 1, 2]

    def test_gaps_and_guilds_bind(self):
        planner = RoundRobinPlanner(min_gap_s=2.0)
        planner.add(1, guild_id=1, duration_s=5, started_at=0.0, last_asked_at=9.0)

        assert planner.choose(10.9, may_ask=lambda _guild_id: True) is None
        assert planner.next_at(10.9) == 11.0
        assert planner.choose(11.0, may_ask=lambda _guild_id: False) is None

    def test_nobody_is_asked_about_when_nobody_is_left(self):
        planner = RoundRobinPlanner(min_gap_s=2.0)
        planner.add(1, guild_id=1, duration_s=5, started_at=0.0, last_asked_at=None)
        planner.remove(1)
        planner.remove(1)
        planner.asked(1, 3.0)

        assert planner.choose(10.0, may_ask=lambda _guild_id: True) is None
        assert planner.next_at(10.0) is None
