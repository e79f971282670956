"""The upper tail of the standard normal, Q(z) = P(Z > z), exact where 1 - cdf is all rounding.

With the density phi, Mills' ratio R(z) = Q(z) / phi(z) stays tame where both underflow:

    R(z) = 1 / (z + 1 / (z + 2 / (z + 3 / (z + ...))))        log Q(z) = log R(z) + log phi(z)
"""

import math
from statistics import NormalDist
from typing import Final

_NORMAL: Final = NormalDist()
_SQRT_2: Final = math.sqrt(2)
_LOG_SQRT_2_PI: Final = 0.5 * math.log(2 * math.pi)
# From here on, Mills' ratio is used. The fraction then needs few terms, and erfc is far from zero.
FAR: Final = 8.0
_FRACTION_TERMS: Final = 40
# Below that log-probability a float cannot hold the probability itself.
_LOG_SMALLEST: Final = -700.0
_NEWTON_STEPS: Final = 4


def tail(z: float) -> float:
    return 0.5 * math.erfc(z / _SQRT_2)


def mills_ratio(z: float) -> float:
    """R(z), for z from FAR on."""
    denominator = z
    for numerator in range(_FRACTION_TERMS, 0, -1):
        denominator = z + numerator / denominator
    return 1 / denominator


def log_tail(z: float) -> float:
    if z < 0:
        return math.log1p(-tail(-z))
    if z < FAR:
        return math.log(tail(z))
    return math.log(mills_ratio(z)) - 0.5 * z * z - _LOG_SQRT_2_PI


def tail_quantile(log_probability: float) -> float:
    """The z with log Q(z) = `log_probability`, which is below 0 or rounds to it."""
    if log_probability > _LOG_SMALLEST:
        above = math.exp(log_probability)
        if above < 0.5:  # noqa: PLR2004 - the smaller of the two probabilities is the exact one
            return -_NORMAL.inv_cdf(above)
        below = -math.expm1(log_probability)
        return _NORMAL.inv_cdf(below) if below > 0 else -math.inf
    z = math.sqrt(-2 * log_probability)
    for _ in range(_NEWTON_STEPS):
        # The slope of log Q is -1 / R.
        z += (log_tail(z) - log_probability) * mills_ratio(z)
    return z
