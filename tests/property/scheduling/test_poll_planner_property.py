"""Turns are fair whatever may not be asked, and never closer than the least gap."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.scheduling.poll_planner import RoundRobinPlanner

MIN_GAP_S = 3
SECONDS = 80


@given(
    starts=st.lists(st.integers(0, 20), min_size=1, max_size=8),
    closed=st.sets(st.integers(0, SECONDS - 1)),
    hurries=st.lists(st.tuples(st.integers(0, 7), st.integers(0, SECONDS - 1)), max_size=5),
)
def test_gaps_hold_and_nobody_who_may_be_asked_is_passed_over_twice(starts, closed, hurries):
    """Even jobs belong to a guild that may not be asked in the `closed` seconds."""
    planner = RoundRobinPlanner(float(MIN_GAP_S))
    for job_id, started_at in enumerate(starts):
        planner.add(
            job_id,
            guild_id=job_id % 2,
            duration_s=5,
            started_at=float(started_at),
            last_asked_at=None,
        )
    asked = {job_id: [] for job_id in range(len(starts))}
    for second in range(20, SECONDS):
        for job_id, at in hurries:
            if at == second:
                planner.hurry(job_id)
        job_id = planner.choose(
            float(second), may_ask=lambda guild_id, at=second: guild_id == 1 or at not in closed
        )
        if job_id is not None:
            planner.asked(job_id, float(second))
            asked[job_id].append(second)

    for times in asked.values():
        assert all(later - earlier >= MIN_GAP_S for earlier, later in pairwise(times))
    longest_round = max(len(starts), MIN_GAP_S) + len(hurries) + 1
    for job_id, times in asked.items():
        if job_id % 2 == 1 or not closed:
            turns = [20, *times, SECONDS]
            assert all(
                later - earlier <= longest_round + MIN_GAP_S for earlier, later in pairwise(turns)
            )
