"""How soon one more request would be answered, as far as those before it can tell."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
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

        max((n + 1) * t / a, age of the oldest in hand)

    where t is the time in which there was a crowd, and a how many were answered in it, over the
    last 256 of them, beginning with a guess. The age tells of a standstill, in which no answer
    comes from which anything could be learned.
    """

    def __init__(self, *, clock: Clock, first_guess_s: float) -> None:
        self._clock = clock
        self._crowded_s = first_guess_s * REMEMBERED
        self._answers = float(REMEMBERED)
        self._numbers = count()
        self._begun_at: dict[int, float] = {}  # oldest first
        self._counted_until = 0.0

    @property
    def in_hand(self) -> int:
        return len(self._begun_at)

    def expected_s(self) -> float:
        """Seconds until a request that came now would be answered."""
        by_number = (self.in_hand + 1) * self._crowded_s / self._answers
        if not self._begun_at:
            return by_number
        oldest_at = next(iter(self._begun_at.values()))
        return max(by_number, self._clock.monotonic() - oldest_at)

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Hold one request in hand, until it is over in one way or another."""
        number = next(self._numbers)
        self._begun_at[number] = self._clock.monotonic()
        if self.in_hand == CROWD:
            self._counted_until = self._clock.monotonic()
        try:
            yield
        finally:
            del self._begun_at[number]

    def answered(self) -> None:
        """One of those in hand has what it came for."""
        if self.in_hand < CROWD:
            return
        now = self._clock.monotonic()
        forget = (REMEMBERED - 1) / REMEMBERED
        self._crowded_s = self._crowded_s * forget + now - self._counted_until
        self._answers = self._answers * forget + 1
        self._counted_until = now
