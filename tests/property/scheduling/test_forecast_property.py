"""A line that is played forward is the line that comes true, if the clips take as long."""

import heapq
import math
import random
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.ports import WaitingJob
from bot.scheduling.fair_queue import FairQueue
from bot.scheduling.forecast import Belief, forecast_line
from bot.scheduling.generation_times import GenerationTimes
from bot.scheduling.line_simulation import Line, LineSimulation, RunningClip

STARTED_AT = datetime(2031, 5, 1, 12, 0, tzinfo=UTC)
CAPS = st.none() | st.integers(0, 3)
JOBS = st.lists(st.tuples(st.sampled_from((100, 200, 300)), st.integers(1, 4)), max_size=25)
LIMITS = st.fixed_dictionaries(
    {"slots": st.integers(0, 5), "guild_max_running": CAPS, "user_max_running": CAPS}
)


def waiting(number, guild_id, user_id):
    return WaitingJob(
        job_id=number,
        guild_id=guild_id,
        user_id=user_id,
        queued_at=STARTED_AT + timedelta(seconds=number // 3),
        duration_s=5,
    )


def queue_with_a_past(jobs, limits, dice):
    """Some were served already, and some of those have ended."""
    queue = FairQueue(**limits)
    for number, (guild_id, user_id) in enumerate(jobs, start=1):
        queue.add(waiting(number, guild_id, user_id))
        while dice.random() < 0.3 and queue.take() is not None:
            pass
        for job in queue.running_jobs():
            if dice.random() < 0.2:
                queue.release(job.job_id)
    return queue


def line_of(queue, limits):
    waits = queue.waiting_jobs()
    return Line(
        running=[
            RunningClip(
                job_id=job.job_id,
                guild_id=job.guild_id,
                user_id=job.user_id,
                duration_s=job.duration_s,
                age_s=7.0 * job.job_id,
            )
            for job in queue.running_jobs()
        ],
        waiting=waits,
        last_turns=queue.last_turns(waits),
        **limits,
    )


def really_start(queue, ends, generation_s):
    """Drive the queue itself; when each job started."""
    starts_s, now_s = {}, 0.0
    heapq.heapify(ends)
    while True:
        while (job := queue.take()) is not None:
            starts_s[job.job_id] = now_s
            heapq.heappush(ends, (now_s + generation_s[job.job_id], job.job_id))
        if not ends:
            return starts_s
        now_s, ended = heapq.heappop(ends)
        queue.release(ended)


@settings(max_examples=200)
@given(jobs=JOBS, limits=LIMITS, seed=st.integers(0, 2**32))
def test_everybody_starts_in_a_play_exactly_when_the_fair_queue_starts_them(jobs, limits, seed):
    dice = random.Random(seed)
    queue = queue_with_a_past(jobs, limits, dice)
    line = line_of(queue, limits)
    simulation = LineSimulation(line)
    remaining_s = [dice.uniform(1, 500) for _ in line.running]
    generation_s = {job.job_id: dice.uniform(200, 500) for job in simulation.jobs}

    future = simulation.play(
        remaining_s=remaining_s, generation_s=[generation_s[job.job_id] for job in simulation.jobs]
    )

    ends = list(zip(remaining_s, (clip.job_id for clip in line.running), strict=True))
    expected = really_start(queue, ends, generation_s)
    played = {
        job.job_id: start_s
        for job, start_s in zip(simulation.jobs, future.starts_s, strict=True)
        if not math.isnan(start_s)
    }
    assert expected == played


@settings(max_examples=50)
@given(jobs=JOBS, limits=LIMITS, seed=st.integers(0, 2**32), cv=st.sampled_from((0.05, 0.3, 1.0)))
def test_every_range_lies_ahead_and_no_job_ends_before_it_starts(jobs, limits, seed, cv):
    dice = random.Random(seed)
    queue = queue_with_a_past(jobs, limits, dice)
    line = line_of(queue, limits)
    belief = Belief(
        times=GenerationTimes.log_normal(mean_s=340, cv=cv, early_share=0.05),
        doubt=0.1,
        longest_s=3600.0,
    )
    told = forecast_line(line, beliefs=lambda _: belief, random_source=dice)

    can_start = 0 not in limits.values()
    expected = {clip.job_id for clip in line.running}
    if can_start:
        expected |= {job.job_id for job in line.waiting}
    assert told.keys() == expected
    for forecast in told.values():
        assert 0 <= forecast.ends_in.earliest_s <= forecast.ends_in.latest_s
        assert 0 <= forecast.progress < 1
        if forecast.starts_in is not None:
            assert 0 <= forecast.starts_in.earliest_s <= forecast.starts_in.latest_s
            assert forecast.starts_in.earliest_s <= forecast.ends_in.earliest_s
            assert forecast.starts_in.latest_s <= forecast.ends_in.latest_s
