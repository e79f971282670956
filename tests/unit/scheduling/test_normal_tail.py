import math
from statistics import NormalDist

import pytest

from bot.scheduling.normal_tail import FAR, log_tail, mills_ratio, tail, tail_quantile


@pytest.mark.parametrize("z", [-40.0, -3.0, 0.0, 1.0, 5.0])
def test_the_tail_is_what_the_distribution_leaves(z):
    assert tail(z) == pytest.approx(NormalDist().cdf(-z), rel=1e-9)


@pytest.mark.parametrize("z", [FAR, 9.0, 15.0, 25.0, 35.0])
def test_mills_ratio_agrees_with_the_tail_wherever_both_can_be_had(z):
    assert log_tail(z) == pytest.approx(math.log(tail(z)), rel=1e-13)


def test_far_beyond_any_float_the_tail_still_has_a_logarithm():
    # Q(z) lies between phi(z) z / (1 + z^2) and phi(z) / z.
    z = 1000.0
    log_density = -z * z / 2 - math.log(2 * math.pi) / 2

    assert tail(z) == 0
    assert log_density + math.log(z / (1 + z * z)) <= log_tail(z) <= log_density - math.log(z)
    assert mills_ratio(1e6) == pytest.approx(1e-6)


@pytest.mark.parametrize("z", [-8.0, -1.0, 0.0, 0.5, 7.9, 8.1, 20.0, 37.0, 38.0, 500.0])
def test_a_quantile_leads_back(z):
    assert tail_quantile(log_tail(z)) == pytest.approx(z, rel=1e-9, abs=1e-9)


def test_a_probability_that_rounds_to_one_has_no_lower_bound():
    assert tail_quantile(-0.0) == -math.inf
