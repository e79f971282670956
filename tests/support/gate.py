"""Holds up work in another thread, and says when it has come that far."""

import threading

from tests.support.waiting import until

LONGEST_S = 60.0


class Gate:
    """A test waits until work has `reached` it, and opens it when all else is in place."""

    def __init__(self) -> None:
        self._may_go_on = threading.Event()
        self._comers: list[int] = []

    def pass_through(self) -> None:
        """Called by the work, in its thread."""
        self._comers.append(threading.get_ident())
        self._may_go_on.wait(LONGEST_S)

    async def reached(self, times: int = 1) -> None:
        await until(lambda: len(self._comers) >= times, within_s=LONGEST_S)

    def open(self) -> None:
        self._may_go_on.set()
