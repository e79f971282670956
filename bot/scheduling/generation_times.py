"""How long Eachlabs takes from a create until the prediction has come to an end.

A mixture: a share `e` of predictions is rejected early, after an exponential time with the mean
`tau`; the others take a log-normal time T, log T ~ N(mu, sigma^2), with the mean
m = exp(mu + sigma^2 / 2). With z(x) = (log x - mu) / sigma and the normal's upper tail Q:

    survival         S(x) = e exp(-x / tau) + (1 - e) Q(z(x))
    mean left at x   early: tau        log-normal: r(x) = m Q(z(x) - sigma) / Q(z(x)) - x

A job asked about at age l and now of age a, if it has ended since, did so at an age x between,
and that answer has waited a - x. What is wasted, then, is expected to be

    W = integral from l to a of (S(l) - S(x)) dx / S(l)
      = (a - l) - r(l) + r(a) S(a) / S(l)          for each part with its own r and S,

and the parts' W count by what they had left at l: e exp(-l / tau) : (1 - e) Q(z(l)).
Everything is worked out in logarithms, so it holds for any age, however unlikely.
"""

import math
import random
from dataclasses import dataclass
from typing import Final, Self

from bot.scheduling.normal_tail import FAR, log_tail, mills_ratio, tail, tail_quantile

_EARLY_MEAN_S: Final = 4.0
# A part this unlikely changes nothing that matters; the second is the logarithm of its odds.
_NEGLIGIBLE: Final = 1e-15
_LONG_ODDS: Final = 700.0
# How exactly a quantile is searched for, relative to itself.
_PRECISION: Final = 1e-9


@dataclass(frozen=True, kw_only=True, slots=True)
class GenerationTimes:
    """A distribution of generation times: early rejections and a log-normal rest."""

    mu: float
    sigma: float
    early_share: float = 0.0
    early_mean_s: float = _EARLY_MEAN_S

    def __post_init__(self) -> None:
        is_sound = math.isfinite(self.mu) and 0 < self.sigma < math.inf and self.early_mean_s > 0
        if not is_sound or not 0 <= self.early_share < 1:
            raise ValueError("a distribution of times needs a finite centre and a positive spread")

    @classmethod
    def log_normal(
        cls,
        *,
        mean_s: float,
        cv: float,
        early_share: float = 0.0,
        early_mean_s: float = _EARLY_MEAN_S,
    ) -> Self:
        """Build it from the log-normal part's mean and coefficient of variation."""
        if mean_s <= 0 or cv <= 0:
            raise ValueError("a log-normal time has a positive mean and spread")
        variance = math.log1p(cv * cv)
        return cls(
            mu=math.log(mean_s) - variance / 2,
            sigma=math.sqrt(variance),
            early_share=early_share,
            early_mean_s=early_mean_s,
        )

    @property
    def typical_s(self) -> float:
        """The mean of those that are not rejected early."""
        return math.exp(self.mu + self.sigma * self.sigma / 2)

    @property
    def mean_s(self) -> float:
        """The mean of all, the rejected ones among them."""
        return self.early_share * self.early_mean_s + (1 - self.early_share) * self.typical_s

    def survival(self, age_s: float) -> float:
        """How likely a prediction is to take longer than that."""
        if age_s <= 0:
            return 1.0
        early = self.early_share * math.exp(-age_s / self.early_mean_s)
        return early + (1 - self.early_share) * tail(self._z(age_s))

    def early_left(self, age_s: float) -> float:
        """How likely one that still runs at that age is to be of the early part."""
        log_rest, _ = self._rest_at(max(0.0, age_s))
        return self._early_weight(max(0.0, age_s), log_rest)

    def wasted_s(self, *, asked_at_age_s: float, age_s: float) -> float:
        """The expected seconds for which an end since the last question has gone unseen: W."""
        asked_s = max(0.0, asked_at_age_s)
        gap_s = age_s - asked_s
        if gap_s <= 0:
            return 0.0
        log_before, left_before_s = self._rest_at(asked_s)
        log_after, left_after_s = self._rest_at(age_s)
        rest_s = gap_s - left_before_s + left_after_s * math.exp(log_after - log_before)
        # What rounding leaves of two equal numbers may be below zero.
        rest_s = max(0.0, rest_s)
        early = self._early_weight(asked_s, log_before)
        if early < _NEGLIGIBLE:
            return rest_s
        early_s = gap_s + self.early_mean_s * math.expm1(-gap_s / self.early_mean_s)
        return early * early_s + (1 - early) * rest_s

    def quantile(self, p: float, *, given_age_s: float = 0.0) -> float:
        """The age by which a share `p` has ended of those that still run at the given age."""
        if not 0 < p < 1:
            raise ValueError("a quantile lies between 0 and 1")
        age_s, log_longer = max(0.0, given_age_s), math.log1p(-p)
        log_before, _ = self._rest_at(age_s)
        early = self._early_weight(age_s, log_before)
        rest_s = self._rest_quantile(log_before + log_longer, age_s)
        if early < _NEGLIGIBLE:
            return rest_s
        early_s = age_s - self.early_mean_s * log_longer
        # At either, one part has ended to a share of `p`: the mixture has somewhere between.
        low_s, high_s = min(early_s, rest_s), max(early_s, rest_s)
        while high_s - low_s > _PRECISION * high_s:
            middle_s = (low_s + high_s) / 2
            longer = early * math.exp((age_s - middle_s) / self.early_mean_s)
            longer += (1 - early) * math.exp(log_tail(self._z(middle_s)) - log_before)
            if longer > 1 - p:
                low_s = middle_s
            else:
                high_s = middle_s
        return high_s

    def draw(self, random_source: random.Random, *, given_age_s: float = 0.0) -> float:
        """Draw the age at the end of one that still runs at the given age."""
        age_s = max(0.0, given_age_s)
        log_before, _ = self._rest_at(age_s)
        log_longer = math.log1p(-random_source.random())
        if random_source.random() < self._early_weight(age_s, log_before):
            return age_s - self.early_mean_s * log_longer
        return self._rest_quantile(log_before + log_longer, age_s)

    def _z(self, age_s: float) -> float:
        return (math.log(age_s) - self.mu) / self.sigma

    def _rest_at(self, age_s: float) -> tuple[float, float]:
        """Of the log-normal part, log Q(z) and r at that age."""
        if age_s <= 0:
            return 0.0, self.typical_s
        z = self._z(age_s)
        log_longer, near_z = log_tail(z), z - self.sigma
        if near_z < FAR:
            return log_longer, self.typical_s * math.exp(log_tail(near_z) - log_longer) - age_s
        # There, m phi(z - sigma) = x phi(z) spares a difference of two numbers that are alike.
        return log_longer, age_s * (mills_ratio(near_z) / mills_ratio(z) - 1)

    def _early_weight(self, age_s: float, log_rest: float) -> float:
        """The early part's share of what is left at that age."""
        if self.early_share == 0:
            return 0.0
        log_odds = math.log(self.early_share / (1 - self.early_share))
        log_odds -= age_s / self.early_mean_s + log_rest
        return 1 / (1 + math.exp(-log_odds)) if log_odds > -_LONG_ODDS else 0.0

    def _rest_quantile(self, log_longer: float, age_s: float) -> float:
        return max(age_s, math.exp(self.mu + self.sigma * tail_quantile(log_longer)))
