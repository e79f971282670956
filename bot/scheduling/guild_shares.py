"""Each guild's part of the account's window."""

from bot.domain.ids import GuildId
from bot.scheduling.reserved_window import Rank, ReservedWindow

_SWEEP_AT_LEAST = 64


class GuildShares:
    """A share binds only while another guild is busy, but is written always.

    So it holds at once, with all that was sent before, when another guild comes.
    """

    def __init__(self, *, limit: int, length_s: float) -> None:
        self._limit = limit
        self._length_s = length_s
        self._windows: dict[GuildId, ReservedWindow] = {}
        self._sweep_at = _SWEEP_AT_LEAST
        self._busy: frozenset[GuildId] = frozenset()

    def set_busy(self, guilds: frozenset[GuildId]) -> None:
        self._busy = guilds

    def free_at(self, guild_id: GuildId | None, rank: Rank, now: float) -> float | None:
        """Like RollingWindow.free_at; a request of no guild has no share to keep."""
        if guild_id is None or self._busy <= {guild_id}:
            return now
        return self.window(guild_id, now).free_at(rank, now)

    def has_room(self, guild_id: GuildId | None, rank: Rank, now: float) -> bool:
        return self.free_at(guild_id, rank, now) == now

    def window(self, guild_id: GuildId, now: float) -> ReservedWindow:
        window = self._windows.get(guild_id)
        if window is None:
            self._sweep(now)
            window = self._windows[guild_id] = ReservedWindow(self._limit, self._length_s)
        return window

    def _sweep(self, now: float) -> None:
        """Forget guilds that sent nothing lately; doubling the mark keeps that cheap."""
        if len(self._windows) < self._sweep_at:
            return
        self._windows = {
            guild_id: window
            for guild_id, window in self._windows.items()
            if window.used(now) or window.used_by_urgent(now)
        }
        self._sweep_at = max(_SWEEP_AT_LEAST, 2 * len(self._windows))
