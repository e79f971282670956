from collections import Counter
from itertools import pairwise

import pytest

from bot.scheduling.generation_times import GenerationTimes
from bot.scheduling.poll_planner import PollPlanner

FOX, OWL = 100, 200
SHORT = GenerationTimes.log_normal(mean_s=340.0, cv=0.2)
LONG = GenerationTimes.log_normal(mean_s=720.0, cv=0.2)


@pytest.fixture
def times():
    return {5: SHORT, 10: LONG}


@pytest.fixture
def planner(times):
    return PollPlanner(times.__getitem__, min_gap_s=2.0)


def plan(planner, job_id, *, guild_id=FOX, duration_s=5, started_at=0.0, last_asked_at=None):
    planner.add(
        job_id,
        guild_id=guild_id,
        duration_s=duration_s,
        started_at=started_at,
        last_asked_at=last_asked_at,
    )


def anyone(_):
    return True


def nobody(_):
    return False


def asked_each_second(planner, seconds):
    """Follow every choice; return who was asked when."""
    asked = []
    for second in seconds:
        job_id = planner.choose(float(second), may_ask=anyone)
        if job_id is not None:
            planner.asked(job_id, float(second))
        asked.append(job_id)
    return asked


class TestOrder:
    def test_without_jobs_there_is_nothing_to_ask_and_no_next_time(self, planner):
        assert planner.choose(0.0, may_ask=anyone) is None
        assert planner.next_at(0.0) is None

    def test_a_clip_that_is_due_goes_before_one_that_has_just_begun(self, planner):
        plan(planner, 1, started_at=300.0, last_asked_at=630.0)
        plan(planner, 2, started_at=600.0, last_asked_at=601.0)

        assert planner.choose(640.0, may_ask=anyone) == 1

    def test_of_two_equally_old_clips_the_one_asked_longest_ago_comes_first(self, planner):
        plan(planner, 1, last_asked_at=330.0)
        plan(planner, 2, last_asked_at=320.0)

        assert planner.choose(340.0, may_ask=anyone) == 2
        planner.asked(2, 340.0)
        assert planner.choose(342.0, may_ask=anyone) == 1

    def test_a_long_clip_is_not_asked_about_when_a_short_one_would_end(self, planner):
        plan(planner, 1, duration_s=10, last_asked_at=320.0)
        plan(planner, 2, duration_s=5, last_asked_at=330.0)

        assert planner.choose(340.0, may_ask=anyone) == 2

    def test_what_was_learned_since_counts_at_once(self, planner, times):
        plan(planner, 1, duration_s=10, last_asked_at=320.0)
        plan(planner, 2, duration_s=5, last_asked_at=330.0)
        times[10], times[5] = SHORT, LONG

        assert planner.choose(340.0, may_ask=anyone) == 1

    def test_equals_go_by_their_number(self, planner):
        for job_id in (3, 1, 2):
            plan(planner, job_id, started_at=0.0, last_asked_at=330.0)

        assert planner.choose(340.0, may_ask=anyone) == 1

    def test_a_choice_that_was_not_followed_stands(self, planner):
        plan(planner, 1)

        assert planner.choose(5.0, may_ask=anyone) == 1
        assert planner.choose(6.0, may_ask=anyone) == 1

    def test_a_guild_that_may_not_ask_keeps_nobody_from_it(self, planner):
        plan(planner, 1, guild_id=FOX, last_asked_at=300.0)
        plan(planner, 2, guild_id=OWL, last_asked_at=330.0)

        assert planner.choose(340.0, may_ask=lambda guild_id: guild_id == OWL) == 2
        assert planner.choose(340.0, may_ask=nobody) is None

    def test_clips_far_overdue_share_turns(self, planner):
        for job_id in range(3):
            plan(planner, job_id, started_at=float(job_id), last_asked_at=2000.0 + job_id)
        asked = asked_each_second(planner, range(2010, 2040))

        assert Counter(asked) == {0: 10, 1: 10, 2: 10}

    def test_absurd_ages_break_nothing(self, planner):
        for job_id in range(3):
            plan(planner, job_id, started_at=-1e9, last_asked_at=10.0 + job_id)

        assert set(asked_each_second(planner, range(20, 26))) == {0, 1, 2}


class TestGaps:
    def test_no_job_is_asked_more_often_than_the_least_gap(self, planner):
        plan(planner, 1, last_asked_at=10.0)

        assert planner.choose(11.9, may_ask=anyone) is None
        assert planner.next_at(11.9) == 12.0
        assert planner.choose(12.0, may_ask=anyone) == 1
        assert planner.next_at(15.0) == 15.0

    def test_whoever_was_not_asked_about_for_a_minute_goes_first(self, planner):
        plan(planner, 1, started_at=0.0, last_asked_at=330.0)
        plan(planner, 2, started_at=300.0, last_asked_at=300.5)

        assert planner.choose(360.4, may_ask=anyone) == 1
        assert planner.choose(360.5, may_ask=anyone) == 2

    def test_after_a_minute_the_one_asked_longest_ago_goes_first_whatever_it_wastes(self, planner):
        plan(planner, 1, started_at=0.0, last_asked_at=310.0)
        plan(planner, 2, started_at=300.0, last_asked_at=305.0)

        assert planner.choose(400.0, may_ask=anyone) == 2

    def test_young_clips_are_asked_about_every_minute_beside_due_ones(self, planner):
        for job_id in range(4):
            plan(planner, job_id, started_at=300.0)
        plan(planner, 9, started_at=0.0)
        asked = asked_each_second(planner, range(300, 500))

        for job_id in range(4):
            times = [300, *(300 + at for at, who in enumerate(asked) if who == job_id), 500]
            assert max(later - earlier for earlier, later in pairwise(times)) <= 64


class TestHurry:
    def test_a_hurried_job_is_asked_next(self, planner):
        plan(planner, 1, started_at=0.0, last_asked_at=300.0)
        plan(planner, 2, started_at=330.0, last_asked_at=335.0)
        planner.hurry(2)

        assert planner.choose(340.0, may_ask=anyone) == 2

    def test_hurrying_goes_before_a_minute_without_question(self, planner):
        plan(planner, 1, last_asked_at=200.0)
        plan(planner, 2, last_asked_at=335.0)
        planner.hurry(2)

        assert planner.choose(340.0, may_ask=anyone) == 2

    def test_hurrying_does_not_break_the_least_gap(self, planner):
        plan(planner, 1, last_asked_at=10.0)
        planner.hurry(1)

        assert planner.choose(11.0, may_ask=anyone) is None
        assert planner.next_at(11.0) == 12.0

    def test_a_hurried_job_never_asked_about_is_due_at_once(self, planner):
        plan(planner, 1, started_at=10.0)
        planner.hurry(1)

        assert planner.next_at(10.0) == 10.0
        assert planner.choose(10.0, may_ask=anyone) == 1

    def test_one_question_answers_a_hurry(self, planner):
        plan(planner, 1, last_asked_at=310.0)
        plan(planner, 2, last_asked_at=320.0)
        planner.hurry(2)
        planner.asked(2, 330.0)

        assert planner.choose(340.0, may_ask=anyone) == 1


class TestRemoval:
    def test_a_removed_job_is_not_asked_about(self, planner):
        plan(planner, 1)
        planner.remove(1)

        assert planner.choose(9.0, may_ask=anyone) is None

    def test_news_of_a_job_that_is_gone_is_ignored(self, planner):
        planner.hurry(1)
        planner.asked(1, 5.0)
        planner.remove(1)

        assert planner.next_at(9.0) is None
