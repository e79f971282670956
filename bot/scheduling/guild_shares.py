"""Each guild's part of the account's window."""

from bot.domain.ids import GuildId
from bot.scheduling.window import RollingWindow

_SWEEP_AT_LEAST = 64


class GuildShares:
    """A share binds only while another guild is busy, but is written always.

    So it holds at once, with all that was sent before, when another guild comes.
    """

    def __init__(self, *, limit: int, length_s: float) -> None:
        self._limit = limit
        self._length_s = length_s
        self._windows: dict[GuildId, RollingWindow] = {}
        self._sweep_at = _SWEEP_AT_LEAST
        self._busy: frozenset[GuildId] = frozenset()

    def set_busy(self, guilds: frozenset[GuildId]) -> None:
        self._busy = guilds

    def free_at(self, guild_id: GuildId | None, now: float) -> float | None:
        """Like RollingWindow.free_at; a request of no guild has no share to keep."""
        if guild_id is None or self._busy <= {guild_id}:
            return now
        return self.window(guild_id, now).free_at(now)

    def has_room(self, guild_id: GuildId | None, now: float) -> bool:
        return self.free_at(guild_id, now) == now

    def window(self, guild_id: GuildId, now: float) -> RollingWindow:
        window = self._windows.get(guild_id)
        if window is None:
            self._sweep(now)
            window = self._windows[guild_id] = RollingWindow(self._limit, self._length_s)
        return window

    def _sweep(self, now: float) -> None:
        """Forget guilds that sent nothing lately; doubling the mark keeps that cheap."""
        if len(self._windows) < self._sweep_at:
            return
        self._windows = {key: window for key, window in self._windows.items() if window.used(now)}
        self._sweep_at = max(_SWEEP_AT_LEAST, 2 * len(self._windows))
