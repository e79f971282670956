"""Whoever wastes most is asked next, never closer than the least gap, and nobody is forgotten."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.scheduling.generation_times import GenerationTimes
from bot.scheduling.poll_planner import PollPlanner

MIN_GAP_S, MAX_GAP_S = 3, 40
FIRST, LAST = 20, 120
TIMES = {
    5: GenerationTimes.log_normal(mean_s=30.0, cv=0.3, early_share=0.05),
    10: GenerationTimes.log_normal(mean_s=70.0, cv=0.2),
}

jobs = st.lists(
    st.tuples(st.integers(-2000, FIRST), st.sampled_from((5, 10))), min_size=1, max_size=8
)


def planned(starts):
    planner = PollPlanner(TIMES.__getitem__, min_gap_s=float(MIN_GAP_S), max_gap_s=float(MAX_GAP_S))
    for job_id, (started_at, duration_s) in enumerate(starts):
        planner.add(
            job_id,
            guild_id=job_id % 2,
            duration_s=duration_s,
            started_at=float(started_at),
            last_asked_at=None,
        )
    return planner


@given(
    starts=jobs,
    closed=st.sets(st.integers(FIRST, LAST - 1)),
    hurries=st.lists(st.tuples(st.integers(0, 7), st.integers(FIRST, LAST - 1)), max_size=5),
)
def test_gaps_hold_and_nobody_who_may_be_asked_is_forgotten(starts, closed, hurries):
    """Even jobs belong to a guild that may not be asked in the `closed` seconds."""
    planner = planned(starts)
    asked = {job_id: [] for job_id in range(len(starts))}
    for second in range(FIRST, LAST):
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
    # Over the limit, one waits for the others who are, and for the hurried.
    longest_wait = MAX_GAP_S + len(starts) + len(hurries) + MIN_GAP_S
    for job_id, times in asked.items():
        if job_id % 2 == 1 or not closed:
            turns = [FIRST, *times, LAST]
            assert all(later - earlier <= longest_wait for earlier, later in pairwise(turns))


@given(
    starts=jobs,
    asked_after=st.lists(st.floats(0, MAX_GAP_S - 1), min_size=8, max_size=8),
    closed_guild=st.sampled_from((0, 1, 2)),
)
def test_the_choice_is_whoever_has_wasted_most(starts, asked_after, closed_guild):
    planner = planned(starts)
    now = FIRST + MAX_GAP_S - 1.0
    wasted = {}
    for job_id, (started_at, duration_s) in enumerate(starts):
        asked_at = FIRST + asked_after[job_id]
        planner.asked(job_id, asked_at)
        if asked_at + MIN_GAP_S <= now and job_id % 2 != closed_guild:
            wasted[job_id] = TIMES[duration_s].wasted_s(
                asked_at_age_s=asked_at - started_at, age_s=now - started_at
            )
    choice = planner.choose(now, may_ask=lambda guild_id: guild_id != closed_guild)

    assert choice == max(wasted, key=lambda job_id: (wasted[job_id], -job_id), default=None)


@given(
    overdue_s=st.floats(0, 1e6),
    ages=st.lists(st.floats(0, 200), min_size=2, max_size=8),
)
def test_clips_far_overdue_share_turns(overdue_s, ages):
    """Nobody's second turn comes long before everybody's first."""
    planner = planned([(-age_s - 1000 - overdue_s, 5) for age_s in ages])
    for job_id in range(len(ages)):
        planner.asked(job_id, 0.0)
    turns = []
    for second in range(MIN_GAP_S, MIN_GAP_S + 4 * max(len(ages), MIN_GAP_S)):
        job_id = planner.choose(float(second), may_ask=lambda _guild_id: True)
        if job_id is not None:
            planner.asked(job_id, float(second))
            turns.append(job_id)

    counts = [turns.count(job_id) for job_id in range(len(ages))]
    assert max(counts) - min(counts) <= 1
