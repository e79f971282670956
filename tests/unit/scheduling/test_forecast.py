"""What a clip that runs is told, from its age and the distribution alone."""

import math
import random

import pytest

from bot.scheduling.forecast import Belief, forecast_running
from bot.scheduling.generation_times import GenerationTimes

TIMES = GenerationTimes.log_normal(mean_s=340, cv=0.2)
BELIEF = Belief(times=TIMES)
AGES_S = [0.0, 1.0, 30.0, 170.0, 300.0, 340.0, 450.0, 600.0, 3000.0, 10**6]


def width_s(forecast):
    return forecast.ends_in.latest_s - forecast.ends_in.earliest_s


def test_a_new_clip_ends_between_the_quantiles_of_all():
    ends_in = forecast_running(age_s=0.0, belief=BELIEF).ends_in

    assert ends_in.earliest_s == pytest.approx(TIMES.quantile(0.1))
    assert ends_in.latest_s == pytest.approx(TIMES.quantile(0.9))


def test_an_older_clip_ends_between_the_quantiles_of_those_that_got_as_old():
    ends_in = forecast_running(age_s=300.0, belief=BELIEF).ends_in

    assert ends_in.earliest_s == pytest.approx(TIMES.quantile(0.1, given_age_s=300.0) - 300.0)
    assert ends_in.latest_s == pytest.approx(TIMES.quantile(0.9, given_age_s=300.0) - 300.0)


def test_a_running_clip_has_no_start_to_come():
    assert forecast_running(age_s=5.0, belief=BELIEF).starts_in is None


def test_a_range_for_more_is_wider():
    half, most = (
        forecast_running(age_s=100.0, belief=BELIEF, share_inside=share) for share in (0.5, 0.95)
    )

    assert width_s(half) < width_s(forecast_running(age_s=100.0, belief=BELIEF)) < width_s(most)


def test_doubt_about_the_typical_time_widens_the_range():
    doubtful = Belief(times=TIMES, doubt=0.15)
    spread = math.hypot(TIMES.sigma, 0.15)

    assert doubtful.of_one_clip() == GenerationTimes(mu=TIMES.mu, sigma=spread)
    assert width_s(forecast_running(age_s=100.0, belief=doubtful)) > 1.2 * width_s(
        forecast_running(age_s=100.0, belief=BELIEF)
    )


def test_a_play_draws_how_far_off_the_typical_time_is():
    belief = Belief(times=TIMES, doubt=0.15)
    dice = random.Random(1)
    centres = [belief.of_one_play(dice).mu for _ in range(4000)]

    assert sum(centres) / len(centres) == pytest.approx(TIMES.mu, abs=0.01)
    assert sum(abs(centre - TIMES.mu) <= 0.15 for centre in centres) == pytest.approx(2731, abs=120)
    assert belief.of_one_play(dice).sigma == TIMES.sigma


@pytest.mark.parametrize("early_share", [0.02, 0.1, 0.14])
def test_nobody_is_told_that_a_clip_takes_from_seconds_to_minutes(early_share):
    """Early rejections stay outside the range, which still holds eight times out of ten."""
    times = GenerationTimes.log_normal(mean_s=340, cv=0.2, early_share=early_share)
    ends_in = forecast_running(age_s=0.0, belief=Belief(times=times)).ends_in

    assert ends_in.earliest_s > 150
    assert times.survival(ends_in.earliest_s) - times.survival(ends_in.latest_s) == pytest.approx(
        0.8
    )


def test_progress_grows_with_age_from_nothing_and_is_never_full():
    progress = [forecast_running(age_s=age_s, belief=BELIEF).progress for age_s in AGES_S]

    assert progress == sorted(progress)
    assert progress[0] == 0.0
    assert progress[-1] < 1.0


def test_progress_keeps_pace_with_time_in_the_first_half():
    typical_s = TIMES.quantile(0.5)

    for part in (0.1, 0.3, 0.5):
        forecast = forecast_running(age_s=part * typical_s, belief=BELIEF)
        assert forecast.progress == pytest.approx(part, rel=0.02)


def test_a_clip_is_late_once_nineteen_in_twenty_have_ended_sooner():
    late_after_s = TIMES.quantile(0.95)

    assert not forecast_running(age_s=late_after_s - 1, belief=BELIEF).is_late
    assert forecast_running(age_s=late_after_s + 1, belief=BELIEF).is_late


def test_no_clip_is_expected_to_run_past_the_age_at_which_it_is_given_up():
    belief = Belief(times=TIMES, longest_s=360.0)

    assert forecast_running(age_s=300.0, belief=belief).ends_in.latest_s == 60.0


def test_one_that_is_due_to_be_given_up_ends_now():
    ends_in = forecast_running(age_s=400.0, belief=Belief(times=TIMES, longest_s=360.0)).ends_in

    assert (ends_in.earliest_s, ends_in.latest_s) == (0.0, 0.0)


def test_however_late_a_clip_is_its_range_lies_ahead():
    for age_s in AGES_S:
        ends_in = forecast_running(age_s=age_s, belief=BELIEF).ends_in
        assert 0 <= ends_in.earliest_s <= ends_in.latest_s < math.inf
