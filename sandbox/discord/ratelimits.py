"""Discord's rate limits as the wire shows them: buckets, headers and 429."""

import hashlib
import math
from collections.abc import Callable
from dataclasses import dataclass

DEFAULT_REQUESTS = 50
DEFAULT_WINDOW_S = 1.0
MAX_BUCKETS = 1000
MAJOR_PARTS = {"channels": 2, "guilds": 2, "webhooks": 3, "interactions": 3}


@dataclass(slots=True)
class _Window:
    started_s: float
    used: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What is left in the bucket of one request."""

    limit: int
    remaining: int
    reset_after_s: float
    bucket: str
    allowed: bool

    def headers(self, *, now_unix_s: float) -> dict[str, str]:
        headers = {
            "X-RateLimit-Limit": str(self.limit),
            "X-RateLimit-Remaining": str(self.remaining),
            "X-RateLimit-Reset": f"{now_unix_s + self.reset_after_s:.3f}",
            "X-RateLimit-Reset-After": f"{self.reset_after_s:.3f}",
            "X-RateLimit-Bucket": self.bucket,
        }
        return headers if self.allowed else {**headers, **limited_headers(self.reset_after_s)}


def limited_headers(retry_after_s: float) -> dict[str, str]:
    return {"Retry-After": str(math.ceil(retry_after_s)), "X-RateLimit-Scope": "user"}


class RateLimits:
    """So many requests to one route of one channel, server or webhook in each window.

    The real figures are secret and change; the default is what Discord documents for a bot.
    """

    def __init__(
        self,
        *,
        monotonic: Callable[[], float],
        requests: int = DEFAULT_REQUESTS,
        window_s: float = DEFAULT_WINDOW_S,
    ) -> None:
        self._monotonic = monotonic
        self._requests = requests
        self._window_s = window_s
        self._windows: dict[str, _Window] = {}

    def use(self, method: str, path: str) -> Allowance:
        now_s = self._monotonic()
        key, route = _bucket_key(method, path)
        window = self._windows.get(key)
        if window is None or now_s - window.started_s >= self._window_s:
            window = self._windows[key] = _Window(now_s)
            self._forget_old(now_s)
        allowed = window.used < self._requests
        window.used += allowed
        return Allowance(
            limit=self._requests,
            remaining=self._requests - window.used,
            reset_after_s=window.started_s + self._window_s - now_s,
            bucket=hashlib.sha256(route.encode()).hexdigest()[:32],
            allowed=allowed,
        )

    def _forget_old(self, now_s: float) -> None:
        if len(self._windows) > MAX_BUCKETS:
            self._windows = {
                key: window
                for key, window in self._windows.items()
                if now_s - window.started_s < self._window_s
            }


def _bucket_key(method: str, path: str) -> tuple[str, str]:
    """The bucket of a request, and the route that it shares with others."""
    parts = path.strip("/").split("/")
    major = MAJOR_PARTS.get(parts[0], 1)
    rest = ["{id}" if part.isdecimal() else part for part in parts[major:]]
    return (
        f"{method} {'/'.join([*parts[:major], *rest])}",
        f"{method} {'/'.join([parts[0], *rest])}",
    )
