"""A window in which those that go first leave room for the rest."""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from bot.domain.ports import RequestKind
from bot.scheduling.window import RollingWindow

# A quarter of sixty asks about each of ten clips every forty seconds, whatever else goes on.
_REQUESTS_PER_KEPT_ONE: Final = 4


class Rank(Enum):
    """Who goes first, in this order."""

    URGENT = "urgent"
    PATIENT = "patient"


# Slots wait for creates, and money for cancels. Reconciliation's lists and probes of the balance
# take turns with polls, in the order they come: none of them can be starved by the others.
RANKS: Final[Mapping[RequestKind, Rank]] = {
    RequestKind.CREATE: Rank.URGENT,
    RequestKind.CANCEL: Rank.URGENT,
    RequestKind.POLL: Rank.PATIENT,
    RequestKind.LIST: Rank.PATIENT,
    RequestKind.BALANCE: Rank.PATIENT,
}


class ReservedWindow:
    """Never more than `limit` requests in any `length_s` seconds, a quarter kept from the urgent.

    At least one is kept. Where there is but one, every second window is.
    """

    def __init__(self, limit: int, length_s: float) -> None:
        self.limit = limit
        self.length_s = length_s
        self._all = RollingWindow(limit, length_s)
        self._urgent = _urgent_window(limit, length_s)
        self._windows: Mapping[Rank, tuple[RollingWindow, ...]] = {
            Rank.URGENT: (self._all, self._urgent),
            Rank.PATIENT: (self._all,),
        }

    @property
    def reach_s(self) -> float:
        """Requests that ended longer ago count in none of the windows."""
        return max(window.length_s for window in self._windows[Rank.URGENT])

    def used(self, now: float) -> int:
        return self._all.used(now)

    def used_by_urgent(self, now: float) -> int:
        return self._urgent.used(now)

    def windows(self, rank: Rank) -> tuple[RollingWindow, ...]:
        """All that a request of this rank has to be entered into."""
        return self._windows[rank]

    def free_at(self, rank: Rank, now: float) -> float | None:
        """Like RollingWindow.free_at."""
        latest = now
        for window in self._windows[rank]:
            free_at = window.free_at(now)
            if free_at is None:
                return None
            latest = max(latest, free_at)
        return latest


def _urgent_window(limit: int, length_s: float) -> RollingWindow:
    if limit == 1:
        return RollingWindow(1, 2 * length_s)
    kept = max(1, limit // _REQUESTS_PER_KEPT_ONE)
    return RollingWindow(max(0, limit - kept), length_s)
