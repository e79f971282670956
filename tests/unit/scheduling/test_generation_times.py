import math
import random
from itertools import pairwise
from statistics import fmean, stdev

import pytest

from bot.scheduling.generation_times import GenerationTimes

PURE = GenerationTimes.log_normal(mean_s=340.0, cv=0.2)
WIDE = GenerationTimes.log_normal(mean_s=340.0, cv=0.5, early_share=0.05)
REJECTING = GenerationTimes.log_normal(mean_s=340.0, cv=0.2, early_share=0.4, early_mean_s=20.0)
ALL = [PURE, WIDE, REJECTING]
AGES = [0.0, 3.0, 40.0, 200.0, 340.0, 700.0]
FAR_AGES = [2_000.0, 1e5, 1e9]


def integrated_waste_s(times, asked_at_age_s, age_s, steps=4_000):
    """The definition of W, by the midpoint rule."""
    step_s = (age_s - asked_at_age_s) / steps
    running = times.survival(asked_at_age_s)
    ended = (
        running - times.survival(asked_at_age_s + (step + 0.5) * step_s) for step in range(steps)
    )
    return math.fsum(ended) * step_s / running


class TestShape:
    def test_the_log_normal_part_has_the_mean_and_the_spread_asked_for(self):
        drawn = [PURE.draw(random.Random(seed)) for seed in range(20_000)]

        assert PURE.typical_s == pytest.approx(340.0)
        assert fmean(drawn) == pytest.approx(340.0, rel=0.01)
        assert stdev(drawn) / fmean(drawn) == pytest.approx(0.2, rel=0.03)

    def test_rejections_lower_the_mean_but_not_the_typical_time(self):
        assert REJECTING.mean_s == pytest.approx(0.4 * 20 + 0.6 * 340)
        assert REJECTING.typical_s == pytest.approx(340.0)
        assert PURE.mean_s == PURE.typical_s

    def test_survival_falls_from_one_to_nothing(self):
        for times in ALL:
            left = [times.survival(age_s) for age_s in range(-10, 3000, 10)]

            assert left[0] == left[1] == 1.0
            assert left == sorted(left, reverse=True)
            assert times.survival(1e9) < 1e-200

    def test_who_lives_past_the_first_minutes_was_not_rejected(self):
        assert REJECTING.early_left(0.0) == 0.4
        assert REJECTING.early_left(20.0) == pytest.approx(0.4 / math.e / (0.4 / math.e + 0.6))
        assert REJECTING.early_left(200.0) < 1e-4
        assert PURE.early_left(5.0) == 0

    def test_a_rest_that_cannot_be_alive_leaves_the_early_part_alone(self):
        slow_rejections = GenerationTimes(mu=0.0, sigma=0.05, early_share=0.01, early_mean_s=1000.0)

        assert slow_rejections.early_left(100.0) == pytest.approx(1.0)
        assert slow_rejections.quantile(0.5, given_age_s=100.0) == pytest.approx(
            100 + 1000 * math.log(2)
        )

    @pytest.mark.parametrize(
        "values",
        [
            {"mu": math.inf, "sigma": 0.2},
            {"mu": 5.0, "sigma": 0.0},
            {"mu": 5.0, "sigma": math.nan},
            {"mu": 5.0, "sigma": 0.2, "early_share": 1.0},
            {"mu": 5.0, "sigma": 0.2, "early_share": -0.1},
            {"mu": 5.0, "sigma": 0.2, "early_mean_s": 0.0},
        ],
    )
    def test_a_distribution_without_sense_is_refused(self, values):
        with pytest.raises(ValueError, match="distribution"):
            GenerationTimes(**values)

    @pytest.mark.parametrize(("mean_s", "cv"), [(0.0, 0.2), (340.0, 0.0)])
    def test_a_log_normal_without_mean_or_spread_is_refused(self, mean_s, cv):
        with pytest.raises(ValueError, match="positive"):
            GenerationTimes.log_normal(mean_s=mean_s, cv=cv)


class TestWaste:
    @pytest.mark.parametrize("times", ALL)
    @pytest.mark.parametrize("asked_s", AGES)
    @pytest.mark.parametrize("gap_s", [1.0, 5.0, 60.0, 500.0])
    def test_the_closed_form_is_the_integral(self, times, asked_s, gap_s):
        age_s = asked_s + gap_s

        assert times.wasted_s(asked_at_age_s=asked_s, age_s=age_s) == pytest.approx(
            integrated_waste_s(times, asked_s, age_s), rel=1e-4, abs=1e-10
        )

    @pytest.mark.parametrize("times", ALL)
    @pytest.mark.parametrize("asked_s", [*AGES, *FAR_AGES])
    def test_waste_grows_with_time_and_never_faster(self, times, asked_s):
        gaps_s = [0.0, 0.5, 2.0, 10.0, 60.0, 600.0, 1e5]
        wasted = [times.wasted_s(asked_at_age_s=asked_s, age_s=asked_s + gap) for gap in gaps_s]

        assert wasted[0] == 0
        for (gap_s, less), (longer_s, more) in pairwise(zip(gaps_s, wasted, strict=True)):
            assert 0 <= less <= more <= less + (longer_s - gap_s) * (1 + 1e-9)

    def test_of_one_that_cannot_run_any_more_everything_is_wasted(self):
        """Asked in the far tail, where no float holds the survival."""
        narrow = GenerationTimes.log_normal(mean_s=340.0, cv=0.001)

        assert narrow.survival(1_000.0) == 0
        assert narrow.wasted_s(asked_at_age_s=1_000.0, age_s=1_060.0) == pytest.approx(60, rel=0.01)

    def test_time_before_the_start_wastes_nothing(self):
        assert PURE.wasted_s(asked_at_age_s=-50.0, age_s=-10.0) == 0
        assert PURE.wasted_s(asked_at_age_s=-50.0, age_s=340.0) == PURE.wasted_s(
            asked_at_age_s=0.0, age_s=340.0
        )

    def test_a_fresh_clip_is_worth_a_look_for_its_rejection(self):
        assert WIDE.wasted_s(asked_at_age_s=0.0, age_s=10.0) == pytest.approx(
            0.05 * (10 - 4 * (1 - math.exp(-2.5))), rel=1e-6
        )


class TestQuantile:
    @pytest.mark.parametrize("times", ALL)
    @pytest.mark.parametrize("age_s", AGES)
    @pytest.mark.parametrize("p", [0.001, 0.1, 0.5, 0.9, 0.999])
    def test_that_share_of_those_still_running_has_ended_by_then(self, times, age_s, p):
        end_s = times.quantile(p, given_age_s=age_s)

        assert end_s >= age_s
        assert times.survival(end_s) / times.survival(age_s) == pytest.approx(1 - p, abs=1e-6)

    @pytest.mark.parametrize("times", ALL)
    @pytest.mark.parametrize("age_s", FAR_AGES)
    def test_however_old_an_end_lies_ahead_and_in_order(self, times, age_s):
        ends_s = [times.quantile(p, given_age_s=age_s) for p in (0.1, 0.5, 0.9)]

        assert age_s < ends_s[0] < ends_s[1] < ends_s[2] < 1.5 * age_s

    @pytest.mark.parametrize("p", [0.0, 1.0, -0.5, math.nan])
    def test_there_is_no_quantile_beyond_all(self, p):
        with pytest.raises(ValueError, match="between 0 and 1"):
            PURE.quantile(p)

    def test_an_age_before_the_start_is_the_start(self):
        assert PURE.quantile(0.5, given_age_s=-60.0) == PURE.quantile(0.5)


class TestDraw:
    @pytest.mark.parametrize("times", ALL)
    @pytest.mark.parametrize("age_s", [0.0, 10.0, 300.0, 600.0, 1e5])
    def test_draws_fall_evenly_between_the_quantiles(self, times, age_s):
        random_source = random.Random(4)
        drawn = [times.draw(random_source, given_age_s=age_s) for _ in range(4_000)]

        assert min(drawn) >= age_s
        for p in (0.1, 0.3, 0.5, 0.7, 0.9):
            limit_s = times.quantile(p, given_age_s=age_s)
            assert fmean(end_s <= limit_s for end_s in drawn) == pytest.approx(p, abs=0.03)

    def test_the_same_random_numbers_draw_the_same_times(self):
        assert WIDE.draw(random.Random(7)) == WIDE.draw(random.Random(7))

    def test_the_ends_of_the_random_range_are_times_too(self):
        class Edge(random.Random):
            def __init__(self, value):
                super().__init__(1)
                self.value = value

            def random(self):
                return self.value

        for age_s in (0.0, 100.0, 1e6):
            for value in (0.0, 1 - 2**-53):
                assert age_s <= WIDE.draw(Edge(value), given_age_s=age_s) < math.inf
