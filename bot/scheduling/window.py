"""A cap that holds in every window of time, as the far end of the wire sees it."""

from bisect import insort
from collections import deque


class WindowEntry:
    """One request's hold on a window."""

    __slots__ = ()


class RollingWindow:
    """Never more than `limit` requests in any `length_s` seconds.

    A request reaches the server at some moment between its start and its answer, so it occupies
    the window from the one until `length_s` after the other. Whatever the network delays, no
    `length_s` seconds on the server's clock then hold more than `limit` arrivals.

    `enter` does not refuse: a guild's window is also written while its cap does not bind.
    """

    def __init__(self, limit: int, length_s: float) -> None:
        if limit < 0 or length_s <= 0:
            raise ValueError("a window needs a limit of 0 or more and a positive length")
        self.limit = limit
        self.length_s = length_s
        self._open: set[WindowEntry] = set()
        self._ended: deque[float] = deque()

    def used(self, now: float) -> int:
        self._drop_expired(now)
        return len(self._open) + len(self._ended)

    def has_room(self, now: float) -> bool:
        return self.used(now) < self.limit

    def free_at(self, now: float) -> float | None:
        """When there is room: `now`, a later moment, or None while that is up to open entries."""
        surplus = self.used(now) - self.limit + 1
        if surplus <= 0:
            return now
        if surplus > len(self._ended):
            return None
        return self._ended[surplus - 1] + self.length_s

    def enter(self, now: float) -> WindowEntry:
        self._drop_expired(now)
        entry = WindowEntry()
        self._open.add(entry)
        return entry

    def leave(self, entry: WindowEntry, now: float) -> None:
        """The answer is here, or never will be: the entry stays for one more length."""
        self._open.remove(entry)
        self.restore(now)

    def give_back(self, entry: WindowEntry) -> None:
        """The request was never sent."""
        self._open.remove(entry)

    def restore(self, ended_at: float) -> None:
        """Count a request that ended at that moment, in any order."""
        if not self._ended or self._ended[-1] <= ended_at:
            self._ended.append(ended_at)
        else:
            insort(self._ended, ended_at)

    def _drop_expired(self, now: float) -> None:
        # The same sum as in free_at, so that rounding never makes the two disagree.
        while self._ended and self._ended[0] + self.length_s <= now:
            self._ended.popleft()
