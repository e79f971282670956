from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from bot.domain.ports import WaitingJob
from bot.scheduling.fair_queue import FairQueue

FOX, OWL, HARE = 100, 200, 300
ANN, BEN, CAT = 1, 2, 3
STARTED_AT = datetime(2031, 5, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def job():
    """A job that is younger than all before it, unless the test says how old it is."""
    numbers = count(1)

    def make(guild_id=FOX, user_id=ANN, *, age_s=0):
        number = next(numbers)
        queued_at = STARTED_AT + timedelta(seconds=number - age_s)
        return WaitingJob(
            job_id=number, guild_id=guild_id, user_id=user_id, queued_at=queued_at, duration_s=5
        )

    return make


def make_queue(*jobs, slots=10, guild_max_running=None, user_max_running=None):
    queue = FairQueue(
        slots=slots, guild_max_running=guild_max_running, user_max_running=user_max_running
    )
    for waiting in jobs:
        queue.add(waiting)
    return queue


def take_all(queue):
    return list(iter(queue.take, None))


class TestOrder:
    def test_a_members_jobs_start_oldest_first(self, job):
        young, old = job(), job(age_s=60)

        assert take_all(make_queue(young, old)) == [old, young]

    def test_jobs_of_the_same_moment_start_by_their_number(self, job):
        first, second = job(age_s=0), job(age_s=1)

        assert first.queued_at == second.queued_at
        assert take_all(make_queue(second, first)) == [first, second]

    def test_a_guild_does_not_wait_behind_another_guilds_flood(self, job):
        flood = [job(FOX) for _ in range(5)]
        late = job(OWL, BEN)

        assert take_all(make_queue(*flood, late))[:3] == [flood[0], late, flood[1]]

    def test_a_member_does_not_wait_behind_another_members_flood(self, job):
        flood = [job(FOX, ANN) for _ in range(5)]
        late = job(FOX, BEN)

        assert take_all(make_queue(*flood, late))[:3] == [flood[0], late, flood[1]]

    def test_the_guild_with_the_fewest_running_jobs_goes_first(self, job):
        queue = make_queue(job(FOX, age_s=900), job(OWL))
        queue.occupy(job(FOX, BEN))

        assert [taken.guild_id for taken in take_all(queue)] == [OWL, FOX]

    def test_of_two_idle_guilds_the_one_served_longest_ago_goes_first(self, job):
        first, second = job(FOX), job(OWL)
        queue = make_queue(first, second, slots=1)
        for done in (first, second):
            assert queue.take() == done
            queue.release(done.job_id)
        queue.add(job(OWL, age_s=900))
        queue.add(job(FOX))

        assert queue.take().guild_id == FOX

    def test_of_two_idle_members_the_one_served_longest_ago_goes_first(self, job):
        first, second = job(FOX, ANN), job(FOX, BEN)
        queue = make_queue(first, second, slots=1)
        for done in (first, second):
            assert queue.take() == done
            queue.release(done.job_id)
        queue.add(job(FOX, BEN, age_s=900))
        queue.add(job(FOX, ANN))

        assert queue.take().user_id == ANN

    def test_among_guilds_never_served_the_oldest_job_decides(self, job):
        young, old = job(FOX), job(OWL, age_s=60)

        assert make_queue(young, old).take() == old

    def test_a_job_put_back_keeps_its_age_and_its_guild_has_had_its_turn(self, job):
        claimed, later, other = job(FOX), job(FOX), job(OWL)
        queue = make_queue(claimed, later, other)
        queue.put_back(queue.take())

        assert queue.running_count == 0
        assert take_all(queue) == [other, claimed, later]


class TestCaps:
    def test_no_more_jobs_run_than_there_are_slots(self, job):
        queue = make_queue(*(job(guild_id, guild_id) for guild_id in range(5)), slots=2)
        taken = take_all(queue)

        assert len(taken) == 2
        assert (queue.free_slots, queue.running_count, queue.waiting_count) == (0, 2, 3)
        queue.release(taken[0].job_id)
        assert queue.take() is not None

    def test_a_guild_at_its_cap_blocks_nobody(self, job):
        queue = make_queue(job(FOX), job(FOX, BEN), job(OWL), job(OWL, BEN), guild_max_running=1)

        assert [taken.guild_id for taken in take_all(queue)] == [FOX, OWL]

    def test_a_member_at_the_cap_blocks_nobody_of_the_guild(self, job):
        queue = make_queue(job(FOX, ANN), job(FOX, ANN), job(FOX, BEN), user_max_running=1)

        assert [taken.user_id for taken in take_all(queue)] == [ANN, BEN]

    def test_a_persons_cap_counts_their_jobs_in_all_guilds(self, job):
        here, there = job(FOX, ANN), job(OWL, ANN)
        queue = make_queue(here, there, user_max_running=1)

        assert take_all(queue) == [here]
        queue.release(here.job_id)
        assert take_all(queue) == [there]

    def test_room_under_a_cap_is_used_as_soon_as_it_is_there(self, job):
        first, second = job(), job()
        queue = make_queue(first, second, guild_max_running=1, user_max_running=1)

        assert take_all(queue) == [first]
        assert queue.release(first.job_id)
        assert take_all(queue) == [second]

    @pytest.mark.parametrize(
        "cap", [{"slots": 0}, {"guild_max_running": 0}, {"user_max_running": 0}]
    )
    def test_a_cap_of_zero_lets_nothing_start(self, job, cap):
        queue = make_queue(job(), **cap)

        assert queue.take() is None
        assert queue.waiting_count == 1

    def test_jobs_that_run_already_may_be_more_than_the_slots(self, job):
        queue = make_queue(slots=1)
        running = [job(), job()]
        for restored in running:
            queue.occupy(restored)
        queue.add(job(OWL))

        assert (queue.free_slots, queue.take()) == (0, None)
        queue.release(running[0].job_id)
        assert queue.take() is None
        queue.release(running[1].job_id)
        assert queue.take() is not None


class TestBookkeeping:
    def test_a_job_may_be_told_of_twice(self, job):
        waiting, running = job(), job()
        queue = make_queue(waiting, waiting)
        queue.occupy(running)
        queue.occupy(running)
        queue.add(running)

        assert (queue.waiting_count, queue.running_count) == (1, 1)

    def test_a_waiting_job_that_turns_out_to_run_waits_no_more(self, job):
        waiting = job()
        queue = make_queue(waiting)
        queue.occupy(waiting)

        assert (queue.waiting_count, queue.running_count) == (0, 1)
        assert queue.take() is None

    def test_a_discarded_job_never_starts(self, job):
        gone, stays = job(), job()
        queue = make_queue(gone, stays)

        assert queue.discard(gone.job_id)
        assert not queue.discard(gone.job_id)
        assert take_all(queue) == [stays]
        assert not queue.discard(stays.job_id)

    def test_a_slot_is_freed_once(self, job):
        queue = make_queue(job())
        taken = queue.take()

        assert queue.release(taken.job_id)
        assert not queue.release(taken.job_id)
        assert queue.free_slots == 10

    def test_busy_guilds_are_those_with_running_jobs(self, job):
        queue = make_queue(job(FOX), job(OWL), job(HARE), slots=2)
        taken = take_all(queue)

        assert queue.busy_guilds() == {FOX, OWL}
        queue.release(taken[0].job_id)
        assert queue.busy_guilds() == {OWL}

    def test_the_running_jobs_and_who_was_served_when_can_be_read(self, job):
        first, second, waits = job(FOX, ANN), job(OWL, BEN), job(FOX, CAT)
        queue = make_queue(first, second, waits, slots=2)
        take_all(queue)

        assert queue.running_jobs() == [first, second]
        turns = queue.last_turns([waits])
        assert turns == {FOX: 1, (FOX, CAT): 0}

    def test_memory_does_not_grow_with_guilds_that_have_no_jobs(self, job):
        queue = make_queue(user_max_running=1)
        for guild_id in range(10_000):
            queue.add(job(guild_id, guild_id % 700))
            queue.release(queue.take().job_id)

        assert not queue._guilds
        assert not queue._guilds_of
        assert not queue._running_of
        assert len(queue._ready._heap) < 50
        assert len(queue._past_turns._turns) <= 4096


class TestPausedGuilds:
    def test_an_older_flood_of_a_paused_guild_holds_up_nobody(self, job):
        flood = [job(FOX) for _ in range(20)]
        late = job(OWL, BEN)
        queue = make_queue(*flood, late, slots=1)
        queue.pause(frozenset({FOX}))

        assert queue.take() == late
        queue.release(late.job_id)
        assert queue.take() is None
        assert queue.places() == {}
        assert queue.waiting_guilds() == {FOX}

        queue.pause(frozenset())
        assert queue.take() == flood[0]

    def test_a_job_that_comes_during_the_pause_waits_too(self, job):
        queue = make_queue()
        queue.pause(frozenset({FOX}))
        queue.add(job(FOX))

        assert queue.take() is None

    def test_what_waits_for_its_guild_is_told_guild_by_guild(self, job):
        flood, late = [job(FOX) for _ in range(5)], job(OWL, BEN)
        queue = make_queue(*flood, late)
        queue.pause(frozenset({FOX, OWL}))

        assert set(queue.paused_jobs(limit=2)) == {flood[0].job_id, late.job_id}


class TestPlaces:
    def test_places_follow_the_order_in_which_jobs_would_start(self, job):
        flood = [job(FOX) for _ in range(3)]
        late = job(OWL, BEN)
        queue = make_queue(*flood, late)
        places = queue.places()

        assert places == {
            flood[0].job_id: 1,
            late.job_id: 2,
            flood[1].job_id: 3,
            flood[2].job_id: 4,
        }
        assert [places[taken.job_id] for taken in take_all(queue)] == [1, 2, 3, 4]

    def test_the_first_places_can_be_had_without_the_rest(self, job):
        jobs = [job() for _ in range(5)]
        queue = make_queue(*jobs)

        assert queue.places(limit=2) == {jobs[0].job_id: 1, jobs[1].job_id: 2}
        assert len(queue.places(limit=99)) == 5
        assert queue.places(limit=0) == {}

    def test_the_waiting_jobs_can_be_had_in_the_same_order(self, job):
        flood = [job(FOX) for _ in range(3)]
        late = job(OWL, BEN)
        queue = make_queue(*flood, late)

        assert queue.waiting_jobs() == [flood[0], late, *flood[1:]]
        assert queue.waiting_jobs(2) == [flood[0], late]

    def test_a_place_is_told_for_waiting_jobs_only(self, job):
        first, second = job(), job()
        queue = make_queue(first, second)
        queue.take()

        assert queue.place(second.job_id) == 1
        assert queue.place(first.job_id) is None
        assert queue.place(999) is None

    def test_places_move_up_when_somebody_leaves(self, job):
        first, second = job(), job()
        queue = make_queue(first, second)

        assert queue.place(second.job_id) == 2
        queue.discard(first.job_id)
        assert queue.place(second.job_id) == 1

    def test_a_cap_delays_a_job_but_leaves_it_in_line(self, job):
        queue = make_queue(job(), job(), slots=0, user_max_running=0)

        assert list(queue.places().values()) == [1, 2]
