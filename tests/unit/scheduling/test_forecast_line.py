"""What those who wait are told: the line, played forward."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.ports import WaitingJob
from bot.scheduling.fair_queue import FairQueue
from bot.scheduling.forecast import PLAYS, Belief, forecast_line, forecast_running
from bot.scheduling.generation_times import GenerationTimes
from bot.scheduling.line_simulation import Line, LineSimulation, RunningClip

STARTED_AT = datetime(2031, 5, 1, 12, 0, tzinfo=UTC)
FOX, OWL = 100, 200
ANN, BEN, CAT = 1, 2, 3
# All but certain: every clip takes just so long.
EXACT_S = {5: 300.0, 10: 700.0}
EXACT = {
    duration_s: Belief(times=GenerationTimes.log_normal(mean_s=mean_s, cv=1e-9))
    for duration_s, mean_s in EXACT_S.items()
}
VARIED = Belief(times=GenerationTimes.log_normal(mean_s=340, cv=0.2))


def waiting(job_id, guild_id=FOX, user_id=ANN, *, duration_s=5):
    return WaitingJob(
        job_id=job_id,
        guild_id=guild_id,
        user_id=user_id,
        queued_at=STARTED_AT + timedelta(seconds=job_id),
        duration_s=duration_s,
    )


def running(job_id, guild_id=FOX, user_id=ANN, *, age_s=0.0, duration_s=5, frees_in_s=None):
    return RunningClip(
        job_id=job_id,
        guild_id=guild_id,
        user_id=user_id,
        duration_s=duration_s,
        age_s=age_s,
        frees_in_s=frees_in_s,
    )


def make_line(
    *, runs=(), waits=(), served=None, slots=1, guild_max_running=None, user_max_running=None
):
    """`served` are the turns of guilds; all others were never served."""
    members = {(job.guild_id, job.user_id) for job in waits}
    never = dict.fromkeys((*members, *(guild_id for guild_id, _ in members)), 0)
    return Line(
        running=runs,
        waiting=waits,
        last_turns=never | (served or {}),
        slots=slots,
        guild_max_running=guild_max_running,
        user_max_running=user_max_running,
    )


def forecast(line, *, beliefs=EXACT.__getitem__, seed=1, **options):
    return forecast_line(line, beliefs=beliefs, random_source=random.Random(seed), **options)


def at(earliest_s, latest_s=None):
    """A range, as the numbers a test can compare."""
    latest_s = earliest_s if latest_s is None else latest_s
    return pytest.approx((earliest_s, latest_s), abs=0.01)


def ends_in(told):
    return told.ends_in.earliest_s, told.ends_in.latest_s


def starts_in(told):
    return told.starts_in.earliest_s, told.starts_in.latest_s


class TestTheLine:
    def test_the_first_starts_when_a_slot_frees_and_the_next_when_that_clip_ends(self):
        told = forecast(make_line(runs=[running(1, age_s=100)], waits=[waiting(2), waiting(3)]))

        assert starts_in(told[2]) == at(200)
        assert ends_in(told[2]) == at(500) == starts_in(told[3])
        assert ends_in(told[3]) == at(800)

    def test_who_waits_has_made_no_progress_and_is_not_late(self):
        told = forecast(make_line(runs=[running(1)], waits=[waiting(2)]))[2]

        assert (told.progress, told.is_late) == (0.0, False)

    def test_a_free_slot_is_taken_at_once(self):
        told = forecast(make_line(waits=[waiting(2)]))[2]

        assert starts_in(told) == at(0)
        assert ends_in(told) == at(300)

    def test_lengths_of_clips_are_told_apart(self):
        line = make_line(
            runs=[running(1, duration_s=10)], waits=[waiting(2, duration_s=10), waiting(3)]
        )
        told = forecast(line)

        assert starts_in(told[2]) == at(700)
        assert starts_in(told[3]) == at(1400)
        assert ends_in(told[3]) == at(1700)

    def test_a_running_clip_is_told_the_same_with_and_without_a_line(self):
        line = make_line(runs=[running(1, age_s=200)], waits=[waiting(2)])

        assert forecast(line, beliefs=lambda _: VARIED)[1] == forecast_running(
            age_s=200, belief=VARIED
        )

    def test_an_empty_line_has_no_forecasts(self):
        assert forecast(make_line()) == {}

    def test_a_guild_does_not_wait_behind_another_guilds_flood(self):
        flood = [waiting(number, FOX, ANN) for number in range(2, 6)]
        late = waiting(9, OWL, BEN)
        line = make_line(runs=[running(1, FOX, ANN)], waits=[*flood, late], served={FOX: 7})
        told = forecast(line)

        assert starts_in(told[9]) == at(300)
        assert starts_in(told[2]) == at(600)

    def test_the_order_follows_the_slots_as_they_free(self):
        """Fox has two running and Owl none; once Owl has one and Fox one, the older job is next."""
        runs = [running(1, FOX, ANN, age_s=250), running(2, FOX, BEN, age_s=200)]
        waits = [waiting(3, FOX, CAT), waiting(4, OWL, ANN), waiting(5, OWL, ANN)]
        told = forecast(make_line(runs=runs, waits=waits, slots=2))

        assert starts_in(told[4]) == at(50)
        assert starts_in(told[3]) == at(100)
        assert starts_in(told[5]) == at(350)


class TestCaps:
    def test_a_member_at_their_cap_is_stepped_over(self):
        runs = [running(1, FOX, ANN, age_s=100), running(2, FOX, BEN, age_s=200)]
        waits = [waiting(3, FOX, ANN), waiting(4, FOX, CAT)]
        told = forecast(make_line(runs=runs, waits=waits, slots=2, user_max_running=1))

        assert starts_in(told[4]) == at(100)
        assert starts_in(told[3]) == at(200)

    def test_a_members_cap_counts_in_all_guilds(self):
        line = make_line(
            runs=[running(1, FOX, ANN, age_s=100)],
            waits=[waiting(2, OWL, ANN)],
            slots=2,
            user_max_running=1,
        )

        assert starts_in(forecast(line)[2]) == at(200)

    def test_a_guild_at_its_cap_is_stepped_over(self):
        runs = [running(1, FOX, ANN, age_s=100), running(2, OWL, BEN, age_s=250)]
        waits = [waiting(3, FOX, CAT), waiting(4, OWL, CAT)]
        told = forecast(make_line(runs=runs, waits=waits, slots=2, guild_max_running=1))

        assert starts_in(told[4]) == at(50)
        assert starts_in(told[3]) == at(200)

    def test_a_guilds_cap_counts_members_who_wait_for_nothing(self):
        line = make_line(
            runs=[running(1, FOX, BEN, age_s=100)],
            waits=[waiting(2, FOX, ANN)],
            slots=2,
            guild_max_running=1,
        )

        assert starts_in(forecast(line)[2]) == at(200)

    @pytest.mark.parametrize(
        "limits", [{"user_max_running": 0}, {"guild_max_running": 0}, {"slots": 0}]
    )
    def test_what_can_never_start_has_no_forecast(self, limits):
        assert forecast(make_line(waits=[waiting(2)], **limits)) == {}

    def test_more_running_than_slots_must_end_before_anybody_starts(self):
        runs = [running(1, age_s=100), running(2, age_s=200)]

        assert starts_in(forecast(make_line(runs=runs, waits=[waiting(3)]))[3]) == at(200)


class TestUnwatched:
    def test_a_job_of_unknown_outcome_has_no_forecast_but_frees_its_slot_when_known(self):
        line = make_line(runs=[running(1, age_s=900, frees_in_s=1234)], waits=[waiting(2)])
        told = forecast(line)

        assert told.keys() == {2}
        assert starts_in(told[2]) == at(1234)


class TestRanges:
    def test_who_waits_for_one_clip_starts_within_the_range_of_its_end(self):
        line = make_line(runs=[running(1, age_s=200)], waits=[waiting(2)])
        told = forecast(line, beliefs=lambda _: VARIED)

        assert starts_in(told[2]) == pytest.approx(ends_in(told[1]), abs=25)

    def test_another_play_falls_inside_as_often_as_told(self):
        """Ranks, not shares: with 99 plays, 10 and 90 of 100."""
        line = make_line(runs=[running(1), running(2)], waits=[waiting(3), waiting(4)], slots=2)
        simulation, dice, times = LineSimulation(line), random.Random(2), VARIED.times
        starts_s = [
            simulation.play(
                remaining_s=[times.draw(dice), times.draw(dice)],
                generation_s=[times.draw(dice), times.draw(dice)],
            ).starts_s[1]
            for _ in range(3000)
        ]
        held = 0
        for seed in range(20):
            earliest_s, latest_s = starts_in(forecast(line, beliefs=lambda _: VARIED, seed=seed)[4])
            held += sum(earliest_s <= start_s <= latest_s for start_s in starts_s)

        assert held / (20 * len(starts_s)) == pytest.approx(0.8, abs=0.02)

    def test_doubt_adds_up_along_the_line_where_luck_evens_out(self):
        """With ten rounds to wait, doubt of 10 % is 10 % of all ten."""
        line = make_line(
            runs=[running(number) for number in range(10)],
            waits=[waiting(100 + number) for number in range(100)],
            slots=10,
        )
        certain, doubtful = (
            forecast(line, beliefs=lambda _, doubt=doubt: Belief(times=VARIED.times, doubt=doubt))[
                199
            ].starts_in
            for doubt in (0.0, 0.1)
        )

        assert doubtful.latest_s - doubtful.earliest_s > 2 * (certain.latest_s - certain.earliest_s)

    def test_the_same_dice_give_the_same_answer(self):
        line = make_line(runs=[running(1)], waits=[waiting(2), waiting(3)])
        told = [forecast(line, beliefs=lambda _: VARIED, seed=seed) for seed in (1, 1, 2)]

        assert told[0] == told[1] != told[2]

    def test_a_range_told_again_moves_with_the_line_and_not_with_the_dice(self):
        sooner, later = (
            forecast(
                make_line(runs=[running(1, age_s=age_s)], waits=[waiting(2)]),
                beliefs=lambda _: VARIED,
            )[2].starts_in
            for age_s in (100, 101)
        )

        assert sooner.earliest_s - later.earliest_s == pytest.approx(1, abs=0.1)
        assert sooner.latest_s - later.latest_s == pytest.approx(1, abs=0.1)

    def test_the_widest_range_is_all_that_was_played(self):
        line = make_line(runs=[running(1)], waits=[waiting(2)])
        widest = forecast(line, beliefs=lambda _: VARIED, share_inside=1 - 1e-9)[2].starts_in
        dice = random.Random(1)
        belief = VARIED
        played = []
        for _ in range(PLAYS):
            times = belief.of_one_play(dice)
            played.append(times.draw(dice))
            times.draw(dice)

        assert (widest.earliest_s, widest.latest_s) == (min(played), max(played))


class TestWhatTheQueueTells:
    def test_who_holds_a_slot_is_known_and_when_who_waits_was_served_last(self):
        queue = FairQueue(slots=2, guild_max_running=None, user_max_running=None)
        jobs = [waiting(1, FOX, ANN), waiting(2, FOX, BEN), waiting(3, FOX, ANN)]
        for job in jobs:
            queue.add(job)
        queue.take()
        queue.take()

        assert queue.running_jobs() == jobs[:2]
        assert queue.last_turns(queue.waiting_jobs()) == {FOX: 2, (FOX, ANN): 1}
