"""Named switches for everything that can go wrong at Eachlabs or on the way to it.

A switch is on until it is switched off, or for a number of `times`; with a `share`
it strikes only that part of the calls (AWAY knows neither: it is on or off). A panel
lists FAULTS and needs to know no more.
"""

import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class FaultKind(StrEnum):
    """What may go wrong. The words before the first underscore say where."""

    AWAY = "away"
    KEY_REFUSED = "key_refused"

    CREATE_NO_BALANCE = "create_no_balance"
    CREATE_TOO_MANY = "create_too_many"
    CREATE_REFUSED = "create_refused"
    CREATE_EMPTY_ERROR = "create_empty_error"
    CREATE_ERROR_BEFORE = "create_error_before"
    CREATE_ERROR_AFTER = "create_error_after"
    CREATE_CUT_BEFORE = "create_cut_before"
    CREATE_CUT_AFTER = "create_cut_after"
    CREATE_HANGS = "create_hangs"
    CREATE_NONSENSE = "create_nonsense"

    PROMPT_REJECTED = "prompt_rejected"
    PROVIDER_ERROR = "provider_error"
    STUCK = "stuck"

    POLL_SLOW = "poll_slow"
    POLL_ERROR = "poll_error"
    POLL_EMPTY_ERROR = "poll_empty_error"
    POLL_CUT = "poll_cut"
    POLL_HTML = "poll_html"
    POLL_WRONG_SHAPE = "poll_wrong_shape"
    POLL_UNKNOWN_STATUS = "poll_unknown_status"
    POLL_NOT_FOUND = "poll_not_found"

    CANCEL_ERROR = "cancel_error"
    CANCEL_IGNORED = "cancel_ignored"
    LIST_ERROR = "list_error"
    BALANCE_UNAVAILABLE = "balance_unavailable"
    WEBHOOK_LOST = "webhook_lost"

    OUTPUT_MISSING = "output_missing"
    OUTPUT_EMPTY = "output_empty"
    OUTPUT_LIST = "output_list"
    OUTPUT_OBJECT = "output_object"
    OUTPUT_JSON_TEXT = "output_json_text"
    OUTPUT_PRIVATE_ADDRESS = "output_private_address"
    OUTPUT_NO_SUCH_HOST = "output_no_such_host"

    FILE_NOT_MP4 = "file_not_mp4"
    FILE_CUT_SHORT = "file_cut_short"
    FILE_LATE = "file_late"
    FILE_GONE = "file_gone"
    FILE_HUGE = "file_huge"
    FILE_REDIRECTED = "file_redirected"
    FILE_SLOW = "file_slow"


@dataclass(frozen=True, kw_only=True, slots=True)
class FaultDescription:
    """What a panel shows. `unit` is empty when the fault takes no amount."""

    title: str
    unit: str = ""
    usual_amount: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class FaultSwitch:
    """A switch that is on. `times_left` None means until it is switched off."""

    kind: FaultKind
    times_left: int | None
    share: float
    amount: float


def _told(title: str, unit: str = "", usual_amount: float = 0.0) -> FaultDescription:
    return FaultDescription(title=title, unit=unit, usual_amount=usual_amount)


FAULTS: Final[Mapping[FaultKind, FaultDescription]] = MappingProxyType(
    {
        FaultKind.AWAY: _told("Eachlabs is away: connections are refused"),
        FaultKind.KEY_REFUSED: _told("The API key is refused"),
        FaultKind.CREATE_NO_BALANCE: _told("Create: no balance left"),
        FaultKind.CREATE_TOO_MANY: _told("Create: too many executions, try later"),
        FaultKind.CREATE_REFUSED: _told("Create: the input is refused"),
        FaultKind.CREATE_EMPTY_ERROR: _told("Create: refused with an empty error"),
        FaultKind.CREATE_ERROR_BEFORE: _told("Create: server error, nothing was created"),
        FaultKind.CREATE_ERROR_AFTER: _told("Create: server error, but it was created"),
        FaultKind.CREATE_CUT_BEFORE: _told("Create: connection cut, nothing was created"),
        FaultKind.CREATE_CUT_AFTER: _told("Create: connection cut, but it was created"),
        FaultKind.CREATE_HANGS: _told("Create: created, then no answer", "seconds", 3600),
        FaultKind.CREATE_NONSENSE: _told("Create: created, but a web page is the answer"),
        FaultKind.PROMPT_REJECTED: _told("The provider rejects the prompt"),
        FaultKind.PROVIDER_ERROR: _told("The provider fails at the end"),
        FaultKind.STUCK: _told("The generation never ends"),
        FaultKind.POLL_SLOW: _told("Poll: a slow answer", "seconds", 5),
        FaultKind.POLL_ERROR: _told("Poll: server error"),
        FaultKind.POLL_EMPTY_ERROR: _told("Poll: server error with an empty body"),
        FaultKind.POLL_CUT: _told("Poll: the answer is cut off"),
        FaultKind.POLL_HTML: _told("Poll: a web page is the answer"),
        FaultKind.POLL_WRONG_SHAPE: _told("Poll: JSON of another shape"),
        FaultKind.POLL_UNKNOWN_STATUS: _told("Poll: a status nobody has heard of"),
        FaultKind.POLL_NOT_FOUND: _told("Poll: the prediction is not found"),
        FaultKind.CANCEL_ERROR: _told("Cancel: server error"),
        FaultKind.CANCEL_IGNORED: _told("Cancel: confirmed, but it goes on"),
        FaultKind.LIST_ERROR: _told("List of executions: server error"),
        FaultKind.BALANCE_UNAVAILABLE: _told("Balance: unavailable"),
        FaultKind.WEBHOOK_LOST: _told("Webhook: never sent"),
        FaultKind.OUTPUT_MISSING: _told("Output: missing"),
        FaultKind.OUTPUT_EMPTY: _told("Output: an empty text"),
        FaultKind.OUTPUT_LIST: _told("Output: a list"),
        FaultKind.OUTPUT_OBJECT: _told("Output: an object"),
        FaultKind.OUTPUT_JSON_TEXT: _told("Output: JSON inside a text"),
        FaultKind.OUTPUT_PRIVATE_ADDRESS: _told("Output: points into a private network"),
        FaultKind.OUTPUT_NO_SUCH_HOST: _told("Output: points to a host that is not there"),
        FaultKind.FILE_NOT_MP4: _told("File: a web page instead of an MP4"),
        FaultKind.FILE_CUT_SHORT: _told("File: ends half way"),
        FaultKind.FILE_LATE: _told("File: not found at first", "requests", 2),
        FaultKind.FILE_GONE: _told("File: never found"),
        FaultKind.FILE_HUGE: _told("File: huge", "MiB", 30),
        FaultKind.FILE_REDIRECTED: _told("File: redirected", "redirects", 2),
        FaultKind.FILE_SLOW: _told("File: arrives slowly", "seconds", 10),
    }
)


class Faults:
    """The switches. Chance is handed in, so that a share strikes the same calls every time."""

    def __init__(self, *, chance: random.Random, on_change: Callable[[], None]) -> None:
        self._chance = chance
        self._on_change = on_change
        self._switches: dict[FaultKind, FaultSwitch] = {}
        self._struck: Counter[FaultKind] = Counter()

    def switch_on(
        self,
        kind: FaultKind | str,
        *,
        times: int | None = None,
        share: float = 1.0,
        amount: float | None = None,
    ) -> None:
        """Raise ValueError for an unknown name or a figure that makes no sense."""
        kind = FaultKind(kind)
        usual = FAULTS[kind].usual_amount
        chosen = usual if amount is None else amount
        if (times is not None and times < 1) or not 0 < share <= 1 or chosen < 0:
            raise ValueError(f"{kind}: times={times}, share={share}, amount={amount}")
        self._switches[kind] = FaultSwitch(kind=kind, times_left=times, share=share, amount=chosen)
        self._on_change()

    def switch_off(self, kind: FaultKind | str) -> None:
        self._switches.pop(FaultKind(kind), None)
        self._on_change()

    def clear(self) -> None:
        self._switches.clear()
        self._on_change()

    def is_on(self, kind: FaultKind) -> bool:
        return kind in self._switches

    @property
    def active(self) -> tuple[FaultSwitch, ...]:
        return tuple(self._switches.values())

    @property
    def struck(self) -> Mapping[FaultKind, int]:
        """How often each fault has struck."""
        return MappingProxyType(self._struck)

    def strike(self, *kinds: FaultKind) -> FaultSwitch | None:
        """The first of these that strikes this time, used up by one; None when all is well."""
        for kind in kinds:
            switch = self._switches.get(kind)
            if switch is None or (switch.share < 1 and self._chance.random() >= switch.share):
                continue
            self._use_up(switch)
            self._struck[kind] += 1
            return switch
        return None

    def _use_up(self, switch: FaultSwitch) -> None:
        if switch.times_left is None:
            return
        if switch.times_left == 1:
            del self._switches[switch.kind]
        else:
            self._switches[switch.kind] = replace(switch, times_left=switch.times_left - 1)
