"""What goes wrong in a story: the next calls of a kind, parts that are away, ways that are shut."""

from collections import defaultdict, deque
from collections.abc import Mapping

from bot.domain.errors import (
    ClipHostAwayError,
    ClipNotStoredError,
    ClipTooLargeError,
    ClipUnreachableError,
    ClipUnusableError,
)
from bot.domain.reasons import Reason
from tests.support.clock import ManualClock

_SENDS = ("away", "unseen", "nothing_sent", "closed", "too_large", "slow")
# Each kind of call, and the words for how it can go wrong. `unseen` is always carried out.
FAULTS: Mapping[str, tuple[str, ...]] = {
    "create": (
        "concurrency_cap",
        "no_balance",
        "key_refused",
        "not_reached",
        "refused",
        "not_logged",
        "held_back",
        "slow",
        "cut",
        "unseen",
        "slow_unseen",
        "unseen_listed_late",
    ),
    "get": ("not_reached", "not_known", "slow"),
    "list": ("not_reached", "slow"),
    "cancel": ("not_reached", "unseen", "ignored", "too_late"),
    "balance": ("not_reached", "too_low"),
    "fetch": ("unreachable", "host_away", "not_mp4", "too_large", "not_stored"),
    "channel": _SENDS,
    "interaction": _SENDS,
    "direct": _SENDS,
    "look": ("away", "closed"),
    "card": ("away", "unseen"),
    "card_look": ("away",),
    "end": ("away", "unseen"),
    "operator": ("away",),
    "write": ("refused", "unseen"),
}
_FETCH_ERRORS: Mapping[str, Exception] = {
    "unreachable": ClipUnreachableError(Reason.OUTPUT_UNREACHABLE),
    "host_away": ClipHostAwayError(Reason.OUTPUT_UNREACHABLE),
    "not_mp4": ClipUnusableError(Reason.OUTPUT_NOT_MP4),
    "too_large": ClipTooLargeError(Reason.OUTPUT_TOO_LARGE),
    "not_stored": ClipNotStoredError("disk full"),
}
PARTS = ("database", "eachlabs", "discord", "clip_host")


class Trouble:
    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock
        self._lined_up: defaultdict[str, deque[str]] = defaultdict(deque)
        self._away_until: dict[str, float] = {}
        self.closed_ways: set[str] = set()

    def line_up(self, call: str, fault: str, *, times: int) -> None:
        self._lined_up[call].extend([fault] * times)

    def next(self, call: str) -> str:
        lined_up = self._lined_up[call]
        return lined_up.popleft() if lined_up else ""

    def send_away(self, part: str, *, seconds: float) -> None:
        self._away_until[part] = self._clock.monotonic() + seconds

    def is_away(self, part: str) -> bool:
        return self._clock.monotonic() < self._away_until.get(part, 0.0)

    def end(self) -> None:
        self._lined_up.clear()
        self._away_until.clear()
        self.closed_ways.clear()


class FetchTrouble:
    """Stands in for the list of errors that a folder's clip source raises first."""

    def __init__(self, trouble: Trouble) -> None:
        self._trouble = trouble
        self._next: Exception | None = None

    def __bool__(self) -> bool:
        self._next = self._error()
        return self._next is not None

    def pop(self, _index: int) -> Exception:
        assert self._next is not None
        return self._next

    def _error(self) -> Exception | None:
        if self._trouble.is_away("clip_host"):
            return ClipHostAwayError(Reason.OUTPUT_UNREACHABLE)
        return _FETCH_ERRORS.get(self._trouble.next("fetch"))
