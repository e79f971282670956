import pytest

from bot.scheduling.poll_planner import RoundRobinPlanner

FOX, OWL = 100, 200


@pytest.fixture
def planner():
    return RoundRobinPlanner(2.0)


def plan(planner, job_id, *, guild_id=FOX, started_at=0.0, last_asked_at=None):
    planner.add(
        job_id,
        guild_id=guild_id,
        duration_s=5,
        started_at=started_at,
        last_asked_at=last_asked_at,
    )


def anyone(_):
    return True


def nobody(_):
    return False


def test_without_jobs_there_is_nothing_to_ask_and_no_next_time(planner):
    assert planner.choose(0.0, may_ask=anyone) is None
    assert planner.next_at(0.0) is None


def test_the_job_asked_longest_ago_comes_first(planner):
    plan(planner, 1, last_asked_at=20.0)
    plan(planner, 2, last_asked_at=10.0)

    assert planner.choose(30.0, may_ask=anyone) == 2
    planner.asked(2, 30.0)
    assert planner.choose(32.0, may_ask=anyone) == 1


def test_a_job_never_asked_about_counts_from_its_start(planner):
    plan(planner, 1, last_asked_at=10.0)
    plan(planner, 2, started_at=5.0)
    plan(planner, 3, started_at=15.0)

    assert planner.choose(30.0, may_ask=anyone) == 2


def test_no_job_is_asked_more_often_than_the_least_gap(planner):
    plan(planner, 1, last_asked_at=10.0)

    assert planner.choose(11.9, may_ask=anyone) is None
    assert planner.next_at(11.9) == 12.0
    assert planner.choose(12.0, may_ask=anyone) == 1
    assert planner.next_at(15.0) == 15.0


def test_a_choice_that_was_not_followed_stands(planner):
    plan(planner, 1)

    assert planner.choose(5.0, may_ask=anyone) == 1
    assert planner.choose(6.0, may_ask=anyone) == 1


def test_a_guild_that_may_not_ask_keeps_nobody_from_it(planner):
    plan(planner, 1, guild_id=FOX)
    plan(planner, 2, guild_id=OWL, started_at=1.0)

    assert planner.choose(9.0, may_ask=lambda guild_id: guild_id == OWL) == 2
    assert planner.choose(9.0, may_ask=nobody) is None


def test_a_hurried_job_is_asked_next(planner):
    plan(planner, 1, last_asked_at=10.0)
    plan(planner, 2, last_asked_at=20.0)
    planner.hurry(2)

    assert planner.choose(30.0, may_ask=anyone) == 2


def test_hurrying_does_not_break_the_least_gap(planner):
    plan(planner, 1, last_asked_at=10.0)
    planner.hurry(1)

    assert planner.choose(11.0, may_ask=anyone) is None
    assert planner.next_at(11.0) == 12.0


def test_a_hurried_job_never_asked_about_is_due_at_once(planner):
    plan(planner, 1, started_at=10.0)
    planner.hurry(1)

    assert planner.next_at(10.0) == 10.0
    assert planner.choose(10.0, may_ask=anyone) == 1


def test_one_question_answers_a_hurry(planner):
    plan(planner, 1, last_asked_at=10.0)
    plan(planner, 2, last_asked_at=20.0)
    planner.hurry(2)
    planner.asked(2, 30.0)

    assert planner.choose(40.0, may_ask=anyone) == 1


def test_a_removed_job_is_not_asked_about(planner):
    plan(planner, 1)
    planner.remove(1)

    assert planner.choose(9.0, may_ask=anyone) is None


def test_news_of_a_job_that_is_gone_is_ignored(planner):
    planner.hurry(1)
    planner.asked(1, 5.0)
    planner.remove(1)

    assert planner.next_at(9.0) is None


def test_everyone_is_asked_in_turn(planner):
    for job_id in range(5):
        plan(planner, job_id, started_at=float(job_id))
    asked = []
    for second in range(10, 20):
        job_id = planner.choose(float(second), may_ask=anyone)
        planner.asked(job_id, float(second))
        asked.append(job_id)

    assert asked == [0, 1, 2, 3, 4, 0, 1, 2, 3, 4]
