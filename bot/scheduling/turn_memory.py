"""When guilds and members that have no jobs now were served last, as far as that fits."""

from typing import Final

from bot.domain.ids import GuildId, UserId

TurnKey = GuildId | tuple[GuildId, UserId]
NEVER: Final = 0
_REMEMBERED: Final = 4096


class TurnMemory:
    """Somebody whose jobs are all done must not come back as if never served.

    Bounded: whoever left first is forgotten first, and is then ahead of those remembered.
    """

    def __init__(self) -> None:
        self._turns: dict[TurnKey, int] = {}

    def keep(self, key: TurnKey, turn: int) -> None:
        if turn == NEVER:
            return
        self._turns[key] = turn
        if len(self._turns) > _REMEMBERED:
            del self._turns[next(iter(self._turns))]

    def recall(self, key: TurnKey) -> int:
        """Hand the turn back; whoever asks keeps it from now on."""
        return self._turns.pop(key, NEVER)
