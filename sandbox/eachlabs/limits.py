"""The promises a client makes to the account, counted from the server's side of the wire."""

from collections import Counter, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

# What the balance route allows, whatever the account: three a second, three at once.
BALANCE_REQUESTS_PER_SECOND: Final = 3
# A client that keeps no promise must not fill the memory; one violation is one too many.
VIOLATIONS_KEPT: Final = 1000


class RequestKind(StrEnum):
    """DOWNLOAD fetches from the file host, which no account limit covers."""

    CREATE = "create"
    POLL = "poll"
    CANCEL = "cancel"
    LIST = "list"
    BALANCE = "balance"
    OTHER = "other"
    DOWNLOAD = "download"


class Promise(StrEnum):
    RATE = "rate"
    CONCURRENCY = "concurrency"
    OPEN_REQUESTS = "open_requests"


@dataclass(frozen=True, kw_only=True, slots=True)
class Violation:
    """A promise broken at a moment of the handed-in clock: `reached` where `allowed` was less."""

    promise: Promise
    at: float
    reached: int
    allowed: int


class ArrivalWindow:
    """Counts arrivals in the window that ends now; one that is `length_s` old is outside."""

    def __init__(self, *, length_s: float) -> None:
        self._length_s = length_s
        self._arrivals: deque[float] = deque()

    def arrive(self, at: float) -> int:
        self._arrivals.append(at)
        return self.count(at)

    def count(self, at: float) -> int:
        while self._arrivals and self._arrivals[0] <= at - self._length_s:
            self._arrivals.popleft()
        return len(self._arrivals)

    def free_again_in_s(self, at: float) -> float:
        """Seconds until the oldest arrival leaves."""
        return self._arrivals[0] + self._length_s - at if self.count(at) else 0.0


class Promises:
    """Watches rate, open requests and predictions in flight; it never refuses anything."""

    def __init__(
        self,
        *,
        clock: Callable[[], float],
        rate_requests: int,
        rate_seconds: float,
        max_concurrent: int,
        max_open_requests: int,
    ) -> None:
        self._clock = clock
        self._rate_requests = rate_requests
        self._max_concurrent = max_concurrent
        self._max_open_requests = max_open_requests
        self._window = ArrivalWindow(length_s=rate_seconds)
        self.open_requests = 0
        self._requests: Counter[RequestKind] = Counter()
        self._violations: deque[Violation] = deque(maxlen=VIOLATIONS_KEPT)
        self.window_peak = 0
        self.open_peak = 0
        self.concurrency_peak = 0

    @property
    def violations(self) -> tuple[Violation, ...]:
        return tuple(self._violations)

    @property
    def requests(self) -> Mapping[RequestKind, int]:
        return MappingProxyType(self._requests)

    @property
    def in_window(self) -> int:
        return self._window.count(self._clock())

    def download_arrived(self) -> None:
        self._requests[RequestKind.DOWNLOAD] += 1

    def request_arrived(self, kind: RequestKind) -> bool:
        """Tell whether the request is within the rate."""
        self._requests[kind] += 1
        in_window = self._window.arrive(self._clock())
        self.window_peak = max(self.window_peak, in_window)
        self._watch(Promise.RATE, reached=in_window, allowed=self._rate_requests)
        self.open_requests += 1
        self.open_peak = max(self.open_peak, self.open_requests)
        self._watch(
            Promise.OPEN_REQUESTS, reached=self.open_requests, allowed=self._max_open_requests
        )
        return in_window <= self._rate_requests

    def request_ended(self) -> None:
        self.open_requests -= 1

    def in_flight(self, predictions: int) -> None:
        self.concurrency_peak = max(self.concurrency_peak, predictions)
        self._watch(Promise.CONCURRENCY, reached=predictions, allowed=self._max_concurrent)

    def within_rate_again_in_s(self) -> float:
        return self._window.free_again_in_s(self._clock())

    def _watch(self, promise: Promise, *, reached: int, allowed: int) -> None:
        if reached > allowed:
            self._violations.append(
                Violation(promise=promise, at=self._clock(), reached=reached, allowed=allowed)
            )


class BalanceLimit:
    """The balance route's own token bucket."""

    def __init__(self, *, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._tokens = float(BALANCE_REQUESTS_PER_SECOND)
        self._filled_at = clock()

    def allow(self) -> bool:
        now = self._clock()
        earned = (now - self._filled_at) * BALANCE_REQUESTS_PER_SECOND
        self._tokens = min(float(BALANCE_REQUESTS_PER_SECOND), self._tokens + earned)
        self._filled_at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True
