"""What is learned from the log, and how little ill samples spoil it."""

import math
import random

import pytest

from bot.scheduling.generation_times import GenerationTimes
from bot.scheduling.latency import SAMPLES, LatencyModel

TRUTH = GenerationTimes.log_normal(mean_s=300.0, cv=0.2)
HOURS_LATE_S = (3_600.0, 30_000.0)


@pytest.fixture
def model():
    return LatencyModel({5: 340.0, 10: 720.0})


def drawn(count, *, times=TRUTH, seed=1):
    random_source = random.Random(seed)
    return [times.draw(random_source) for _ in range(count)]


def taught(model, times_s, *, duration_s=5):
    for time_s in times_s:
        model.learn(duration_s, time_s)
    return model.times(duration_s)


class TestFirstGuess:
    def test_the_settings_times_hold_until_something_is_learned(self, model):
        assert model.typical_s(5) == pytest.approx(340.0)
        assert model.typical_s(10) == pytest.approx(720.0)

    def test_an_unknown_length_is_not_made_to_look_quick(self, model):
        assert model.times(3) == model.times(5)
        assert model.times(8) == model.times(10)
        assert model.times(30) == model.times(10)

    @pytest.mark.parametrize("times", [{}, {5: 0.0}, {5: 340.0, 10: -1.0}])
    def test_times_without_sense_are_refused(self, times):
        with pytest.raises(ValueError, match="positive"):
            LatencyModel(times)

    def test_a_new_clip_is_looked_at_early_since_it_may_be_rejected(self, model):
        assert 0 < model.times(5).early_share < 0.05
        assert model.times(5).early_mean_s < 10

    def test_one_sample_does_not_overthrow_it(self):
        for odd_s in (2.0, 40.0, 30_000.0):
            fresh = LatencyModel({5: 340.0})
            fresh.learn(5, odd_s)

            assert fresh.typical_s(5) == pytest.approx(340.0, rel=0.15)


class TestLearning:
    @pytest.mark.parametrize("cv", [0.1, 0.2, 0.3, 0.5])
    def test_centre_and_spread_come_from_the_log(self, model, cv):
        truth = GenerationTimes.log_normal(mean_s=300.0, cv=cv)
        learned = taught(model, drawn(SAMPLES, times=truth))

        assert learned.mu == pytest.approx(truth.mu, abs=0.15 * truth.sigma)
        assert learned.sigma == pytest.approx(truth.sigma, rel=0.12)

    def test_lengths_are_learned_apart(self, model):
        taught(model, drawn(SAMPLES))

        assert model.typical_s(5) == pytest.approx(300.0, rel=0.03)
        assert model.typical_s(10) == pytest.approx(720.0)

    @pytest.mark.parametrize("guess_s", [60.0, 150.0, 600.0, 3_000.0])
    def test_a_first_guess_far_off_is_given_up_within_thirty_clips(self, guess_s):
        learned = taught(LatencyModel({5: guess_s}), drawn(30))

        assert learned.typical_s == pytest.approx(300.0, rel=0.1)

    def test_a_model_that_became_quicker_is_noticed(self, model):
        taught(model, drawn(SAMPLES))
        quicker = GenerationTimes.log_normal(mean_s=150.0, cv=0.2)
        learned = taught(model, drawn(SAMPLES, times=quicker, seed=2))

        assert learned.typical_s == pytest.approx(150.0, rel=0.03)

    def test_only_the_newest_count(self, model):
        old, new = drawn(300, seed=2), drawn(SAMPLES, seed=3)

        assert taught(model, old + new) == taught(LatencyModel({5: 340.0}), new)

    def test_relearning_is_learning_them_from_the_oldest_on(self, model):
        newest_first = drawn(SAMPLES + 50)
        taught(model, drawn(20, seed=9))
        model.relearn(5, newest_first)

        assert model.times(5) == taught(LatencyModel({5: 340.0}), reversed(newest_first))

    def test_relearning_from_an_empty_log_is_the_first_guess(self, model):
        taught(model, drawn(SAMPLES))
        model.relearn(5, [])

        assert model.typical_s(5) == pytest.approx(340.0)

    def test_what_is_learned_counts_at_once(self, model):
        before = model.times(5)
        model.learn(5, 250.0)

        assert model.times(5) != before
        assert model.times(5) is model.times(5)

    def test_doubt_shrinks_with_every_clip(self, model):
        doubts = []
        for time_s in drawn(100):
            doubts.append(model.doubt(5))
            model.learn(5, time_s)

        assert doubts[0] == pytest.approx(0.3)
        assert doubts[99] < 0.025
        assert model.doubt(10) == pytest.approx(0.3)


class TestIllSamples:
    def test_times_that_are_none_are_ignored(self, model):
        before = model.times(5)
        for ill in (0.0, -3.0, math.nan, math.inf, -math.inf):
            model.learn(5, ill)
        model.relearn(5, [math.nan, 0.0])

        assert model.times(5) == before

    @pytest.mark.parametrize("cv", [0.1, 0.2, 0.5])
    @pytest.mark.parametrize("count", [30, SAMPLES])
    def test_one_in_ten_noticed_hours_late_changes_next_to_nothing(self, cv, count):
        truth = GenerationTimes.log_normal(mean_s=300.0, cv=cv)
        clean = drawn(count, times=truth)
        late = random.Random(5)
        spoilt = [
            late.uniform(*HOURS_LATE_S) if number % 10 == 7 else time_s
            for number, time_s in enumerate(clean)
        ]
        from_clean = taught(LatencyModel({5: 340.0}), clean)
        from_spoilt = taught(LatencyModel({5: 340.0}), spoilt)

        assert from_spoilt.mu == pytest.approx(from_clean.mu, abs=0.2 * truth.sigma)
        assert from_spoilt.sigma == pytest.approx(from_clean.sigma, rel=0.2)

    def test_rejections_count_as_rejections_only(self, model):
        clean = drawn(150)
        learned = taught(model, [*clean, *[3.0] * 10, *[12.0] * 10, *[30.0] * 5])

        assert learned.early_share == pytest.approx(25 / 175, abs=0.02)
        assert learned.typical_s == pytest.approx(taught(LatencyModel({5: 340.0}), clean).typical_s)

    def test_a_wave_of_rejections_leaves_the_typical_time_alone(self, model):
        before = taught(model, drawn(SAMPLES)).typical_s
        learned = taught(model, [4.0] * (SAMPLES - 10))

        assert learned.typical_s == pytest.approx(before, rel=0.1)
        assert learned.early_share == 0.25

    def test_after_nothing_but_rejections_the_first_guess_holds(self, model):
        assert taught(model, [4.0] * 500).typical_s == pytest.approx(340.0)

    def test_times_all_alike_leave_some_spread(self, model):
        learned = taught(model, [300.0] * SAMPLES)

        assert learned.typical_s == pytest.approx(300.0, rel=0.01)
        assert learned.sigma == 0.05

    def test_times_without_any_order_leave_a_spread_that_can_be_used(self, model):
        learned = taught(model, [50.0 * 1.05**step for step in range(100)])

        assert learned.sigma == 0.8

    def test_absurd_times_break_nothing(self, model):
        learned = taught(model, [5e-324, 1e-200, 1e300, 1.7e308] * 50)

        assert 0 < learned.typical_s < math.inf


class TestRemaining:
    @pytest.mark.parametrize("truth", [TRUTH, GenerationTimes.log_normal(mean_s=400.0, cv=0.4)])
    @pytest.mark.parametrize("age_s", [0.0, 100.0, 330.0])
    def test_eight_in_ten_end_inside_the_range(self, model, truth, age_s):
        taught(model, drawn(SAMPLES, times=truth))
        expected = model.remaining(5, age_s)
        random_source = random.Random(11)
        ends_s = [truth.draw(random_source, given_age_s=age_s) - age_s for _ in range(4_000)]
        inside = sum(expected.earliest_s <= end_s <= expected.latest_s for end_s in ends_s)

        assert inside / len(ends_s) == pytest.approx(0.8, abs=0.05)

    def test_a_range_never_reaches_into_the_past(self, model):
        for age_s in (0.0, 340.0, 5_000.0, 1e6):
            expected = model.remaining(5, age_s)

            assert 0 <= expected.earliest_s < expected.latest_s

    def test_rejections_do_not_stretch_a_range_down_to_seconds(self, model):
        taught(model, [*drawn(150), *[4.0] * 18])

        assert model.remaining(5, 0.0).earliest_s > 150
