"""Remembers what a member was advised, so that nobody hears the same thing over and over."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from bot.domain.clip import ClipRequest
from bot.domain.ids import UserId
from bot.domain.ports import Clock
from bot.domain.prompt_hints import Hint, hints_for

REPEATED_AFTER_S: Final = 3600.0
REMEMBERED_AT_MOST: Final = 4096


class Advice:
    """In memory alone: a restart may repeat a hint, which harms nobody."""

    def __init__(self, *, clock: Clock) -> None:
        self._clock = clock
        self._told_at_s: OrderedDict[tuple[UserId, Hint], float] = OrderedDict()

    def due(self, request: ClipRequest, *, user_id: UserId) -> Sequence[Hint]:
        """Name the hints that this member has not had for a while; from now on they had them."""
        hints = [hint for hint in hints_for(request) if not self._is_fresh(user_id, hint)]
        for hint in hints:
            self._note(user_id, hint)
        return hints

    def _is_fresh(self, user_id: UserId, hint: Hint) -> bool:
        told_at_s = self._told_at_s.get((user_id, hint))
        return told_at_s is not None and self._clock.monotonic() - told_at_s < REPEATED_AFTER_S

    def _note(self, user_id: UserId, hint: Hint) -> None:
        self._told_at_s.pop((user_id, hint), None)
        if len(self._told_at_s) >= REMEMBERED_AT_MOST:
            self._told_at_s.popitem(last=False)
        self._told_at_s[user_id, hint] = self._clock.monotonic()
