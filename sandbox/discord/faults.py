"""Things that go wrong with the real Discord, to be switched on by a test or by a person."""

import fnmatch
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypedDict


class FaultName(StrEnum):
    SERVER_ERROR = "server_error"
    """A 5xx answer; nothing was carried out."""
    RATE_LIMIT = "rate_limit"
    """A 429 answer, to be tried again after ``seconds``."""
    SLOW_REQUEST = "slow_request"
    """The request takes ``seconds`` to arrive."""
    SLOW_ANSWER = "slow_answer"
    """Carried out at once, answered after ``seconds``."""
    REFUSE_ATTACHMENTS = "refuse_attachments"
    """Every file is too large: 413."""
    REFUSE_MESSAGES = "refuse_messages"
    """Every new message is ill-formed: 400."""
    LOSE_CALLBACK_ANSWER = "lose_callback_answer"
    """The first answer to an interaction is carried out, the connection then cut."""
    LOSE_ANSWER = "lose_answer"
    """The same for any request that changes something."""
    DEAD_INTERACTION_TOKEN = "dead_interaction_token"  # noqa: S105 - a name, not a token
    """Tokens of interactions have run out: 401."""
    CLOSED_DIRECT_MESSAGES = "closed_direct_messages"
    """Nobody accepts direct messages from the bot."""
    CUT_GATEWAY = "cut_gateway"
    """The gateway drops its connections; while it stays on, it takes no new ones."""


class FaultView(TypedDict):
    name: str
    times_left: int | None
    method: str
    path: str
    status: int
    seconds: float


@dataclass(slots=True, kw_only=True)
class Fault:
    """One switched-on fault. ``times_left`` None means: until it is switched off."""

    name: FaultName
    times_left: int | None
    method: str
    path: str
    status: int
    seconds: float

    def concerns(self, method: str, path: str) -> bool:
        return self.method in {"*", method} and fnmatch.fnmatch(path, self.path)

    def view(self) -> FaultView:
        return {
            "name": self.name.value,
            "times_left": self.times_left,
            "method": self.method,
            "path": self.path,
            "status": self.status,
            "seconds": self.seconds,
        }


class FaultSwitches:
    """The faults that are on. Several of one name may be, for different requests."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._listeners: list[Callable[[FaultName], None]] = []

    def switch_on(
        self,
        name: FaultName,
        *,
        times: int | None = None,
        method: str = "*",
        path: str = "*",
        status: int = 503,
        seconds: float = 1.0,
    ) -> None:
        """``path`` is a pattern over the path below ``/api/v10``, e.g. ``/channels/*/messages``."""
        self._faults.append(
            Fault(
                name=name,
                times_left=times,
                method=method,
                path=path,
                status=status,
                seconds=seconds,
            )
        )
        for listener in self._listeners:
            listener(name)

    def switch_off(self, name: FaultName) -> None:
        self._faults = [fault for fault in self._faults if fault.name is not name]

    def all_off(self) -> None:
        self._faults = []

    def active(self) -> list[FaultView]:
        return [fault.view() for fault in self._faults]

    def take(self, name: FaultName, *, method: str = "*", path: str = "") -> Fault | None:
        """The fault if it strikes this request; each strike counts."""
        for fault in self._faults:
            if fault.name is name and fault.concerns(method, path):
                self._count(fault)
                return fault
        return None

    def on_switched_on(self, listener: Callable[[FaultName], None]) -> None:
        self._listeners.append(listener)

    def _count(self, fault: Fault) -> None:
        if fault.times_left is None:
            return
        fault.times_left -= 1
        if fault.times_left <= 0:
            self._faults.remove(fault)
