"""How soon one more request would be answered, as far as those before it can tell."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from bot.domain.ports import Clock

# A few that take long tell nothing of how many get done beside each other.
CROWD: Final = 8
# Writes that share a commit are answered in heaps, and the first of a crowd waits for its whole
# arrival: only many answers together tell the pace.
REMEMBERED: Final = 256


class AnswerPace:
    """Counts the requests in hand, and learns from crowds how long one of them takes.

    With n requests in hand, the next is expected to be answered after

        max((n + 1) * t / a, s)

    where t is the time in which there was a crowd, and a how many were answered in it, over the
    last 256 of them, beginning with a guess. s is for how long a crowd has seen no answer: in a
    standstill there is none from which anything could be learned. Without a crowd s is 0, as one
    request that hangs is in nobody's way.
    """

    def __init__(self, *, clock: Clock, first_guess_s: float) -> None:
        self._clock = clock
        self._crowded_s = first_guess_s * REMEMBERED
        self._answers = float(REMEMBERED)
        self._in_hand = 0
        self._counted_until = 0.0

    @property
    def in_hand(self) -> int:
        return self._in_hand

    def expected_s(self) -> float:
        """Seconds until a request that came now would be answered."""
        by_number = (self.in_hand + 1) * self._crowded_s / self._answers
        if self.in_hand < CROWD:
            return by_number
        return max(by_number, self._clock.monotonic() - self._counted_until)

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Hold one request in hand, until it is over in one way or another."""
        self._in_hand += 1
        if self.in_hand == CROWD:
            self._counted_until = self._clock.monotonic()
        try:
            yield
        finally:
            self._in_hand -= 1

    def answered(self) -> None:
        """One of those in hand has what it came for."""
        if self.in_hand < CROWD:
            return
        now = self._clock.monotonic()
        forget = (REMEMBERED - 1) / REMEMBERED
        self._crowded_s = self._crowded_s * forget + now - self._counted_until
        self._answers = self._answers * forget + 1
        self._counted_until = now
