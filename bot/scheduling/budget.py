"""The gate every request to Eachlabs passes: the account's window, guild shares, open requests."""

import asyncio
import math
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.domain.ids import GuildId
from bot.domain.ports import Clock, RequestKind, RequestLog
from bot.scheduling.guild_shares import GuildShares
from bot.scheduling.reserved_window import RANKS, Rank, ReservedWindow
from bot.scheduling.waiting_line import GuildWaiters, Waiter, WaitingLine
from bot.scheduling.wake_timer import WakeTimer, sleep_until
from bot.scheduling.window import RollingWindow, WindowEntry

# One request in fifteen is left to creates, cancels and the rare rest: ten slots of clips that
# take minutes start about two a minute, and a request in flight keeps its room a moment longer.
_REQUESTS_PER_RESERVED_ONE: Final = 15
# The log knows when a request was recorded, not when the server had it: a slow commit and the
# wire lie in between, and a process that was killed never saw the answer.
_RESTORED_FLIGHT_S: Final = 5.0


@dataclass(frozen=True, kw_only=True, slots=True)
class BudgetSnapshot:
    """The budget at one moment, for metrics and the operator's status."""

    used: int
    limit: int
    open: int
    max_open: int
    held_for_s: float
    waiting: Mapping[RequestKind, int]


@dataclass(eq=False, kw_only=True, slots=True)
class _Permit:
    """The room one request holds: an open place, and the account's window and its guild's."""

    rank: Rank
    entries: tuple[tuple[RollingWindow, WindowEntry], ...]
    sent: bool = False


class RequestBudget:
    """Admits requests so that no cap is ever passed, and nobody is held up by another guild.

    Creates and cancels go before everything else, but together they leave a quarter of every
    window, and one open place, to the rest: no burst of them stops the polling. Equals go in the
    order they came; a guild whose share is used up is stepped over. So everybody gets a turn.
    Every request is in the request log before it is sent. Belongs to one event loop.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        request_log: RequestLog,
        rate_requests: int,
        rate_seconds: float,
        guild_rate_requests: int,
        max_open: int,
    ) -> None:
        self._clock = clock
        self._log = request_log
        self._account = ReservedWindow(rate_requests, rate_seconds)
        self._shares = GuildShares(limit=guild_rate_requests, length_s=rate_seconds)
        self._max_open = max_open
        self._open = dict.fromkeys(Rank, 0)
        self._held_until = -math.inf
        self._lines: Mapping[Rank, WaitingLine[_Permit]] = {rank: WaitingLine() for rank in Rank}
        self._timer = WakeTimer(clock=clock, on_ring=self._admit_ready)

    @property
    def poll_gap_s(self) -> float:
        """The even pace at which polls fill what creates and cancels leave of the window.

        That is counted from what those took lately, so polls spread out evenly after a burst, too;
        a few requests are left to the next ones in any case.
        """
        reserve = max(1, self._account.limit // _REQUESTS_PER_RESERVED_ONE)
        taken = self._account.used_by_urgent(self._clock.monotonic())
        return self._account.length_s / max(1, self._account.limit - max(reserve, taken))

    async def restore(self) -> None:
        """Count what an earlier process sent. Raises StorageUnavailableError: do not start then.

        A request dated in the future, since the wall clock went back, counts as sent now.
        """
        wall_now, now = self._clock.now(), self._clock.monotonic()
        reach_s = self._account.reach_s + _RESTORED_FLIGHT_S
        for at, kind, guild_id in await self._log.since(wall_now - timedelta(seconds=reach_s)):
            age_s = max(0.0, (wall_now - at).total_seconds() - _RESTORED_FLIGHT_S)
            for window in self._windows_of(RANKS[kind], guild_id, now):
                window.restore(now - age_s)

    @asynccontextmanager
    async def admit(
        self, kind: RequestKind, guild_id: GuildId | None = None
    ) -> AsyncIterator[None]:
        """Wait for room, and keep it while the request is open.

        Raises StorageUnavailableError when the request could not be logged: it is not admitted.
        """
        permit = await self._wait_for_room(kind, guild_id)
        try:
            await self._record(kind, guild_id)
            permit.sent = True
            yield
        finally:
            self._release(permit)

    def hold_until(self, monotonic: float) -> None:
        """Obey a Retry-After: nothing is sent before that moment. The latest one counts."""
        self._held_until = max(self._held_until, monotonic)

    def set_busy_guilds(self, guilds: frozenset[GuildId]) -> None:
        """Name the guilds with jobs in flight: a share binds while another one is among them."""
        self._shares.set_busy(guilds)
        self._admit_ready()

    def guild_has_room(self, guild_id: GuildId) -> bool:
        """Whether the guild's share has room for a poll."""
        return self._shares.has_room(guild_id, Rank.PATIENT, self._clock.monotonic())

    def snapshot(self) -> BudgetSnapshot:
        now = self._clock.monotonic()
        waiting = dict.fromkeys(RequestKind, 0)
        for line in self._lines.values():
            for waiter in line:
                waiting[waiter.kind] += 1
        return BudgetSnapshot(
            used=self._account.used(now),
            limit=self._account.limit,
            open=self._open_count,
            max_open=self._max_open,
            held_for_s=max(0.0, self._held_until - now),
            waiting=waiting,
        )

    async def _wait_for_room(self, kind: RequestKind, guild_id: GuildId | None) -> _Permit:
        granted: asyncio.Future[_Permit] = asyncio.get_running_loop().create_future()
        waiter = Waiter(kind=kind, guild_id=guild_id, granted=granted)
        line = self._lines[RANKS[kind]]
        line.add(waiter)
        self._admit_ready()
        try:
            return await granted
        except asyncio.CancelledError:
            # The cancel may come after the permit, before this coroutine could take it.
            if granted.done() and not granted.cancelled():
                self._release(granted.result())
            self._admit_ready()
            raise
        finally:
            line.remove(waiter)

    async def _record(self, kind: RequestKind, guild_id: GuildId | None) -> None:
        """Log the request; a hold that came meanwhile still stops it, and dates it anew."""
        await self._log.record(self._clock.now(), kind, guild_id)
        while self._clock.monotonic() < self._held_until:
            await sleep_until(self._clock, self._held_until)
            await self._log.record(self._clock.now(), kind, guild_id)

    def _release(self, permit: _Permit) -> None:
        now = self._clock.monotonic()
        for window, entry in permit.entries:
            if permit.sent:
                window.leave(entry, now)
            else:
                window.give_back(entry)
        self._open[permit.rank] -= 1
        self._admit_ready()

    def _admit_ready(self) -> None:
        """Admit whoever may go now, and set the alarm for when the next one may."""
        now = self._clock.monotonic()
        chances = [self._admit_from(rank, now) for rank in Rank]
        next_at = min((at for at in chances if at is not None), default=None)
        if next_at is None:
            self._timer.stop()
        else:
            self._timer.set(next_at)

    def _admit_from(self, rank: Rank, now: float) -> float | None:
        """Return when time alone may let the next of this rank in; None when it cannot.

        A share can be used up only by guilds that sent that much lately, so few are stepped over.
        """
        line = self._lines[rank]
        share_times: dict[GuildWaiters[_Permit], float | None] = {}
        while (guild := line.first()) is not None and self._free_at(rank, now) == now:
            share_at = self._shares.free_at(guild.guild_id, rank, now)
            if share_at == now:
                self._grant(guild.first, now)
            else:
                share_times[guild] = share_at
                line.step_over(guild)
        for stepped_over in share_times:
            line.take_back(stepped_over)
        account_at = self._free_at(rank, now)
        if account_at is None or guild is not None:
            return account_at
        known_times = [at for at in share_times.values() if at is not None]
        return max(account_at, min(known_times)) if known_times else None

    def _free_at(self, rank: Rank, now: float) -> float | None:
        """When the account has room for this rank; None while that takes an answer."""
        if not self._has_open_place(rank):
            return None
        window_at = self._account.free_at(rank, now)
        return None if window_at is None else max(window_at, self._held_until)

    def _has_open_place(self, rank: Rank) -> bool:
        if self._open_count >= self._max_open:
            return False
        return rank is not Rank.URGENT or self._open[rank] < max(1, self._max_open - 1)

    def _grant(self, waiter: Waiter[_Permit], now: float) -> None:
        rank = RANKS[waiter.kind]
        windows = self._windows_of(rank, waiter.guild_id, now)
        permit = _Permit(rank=rank, entries=tuple((each, each.enter(now)) for each in windows))
        self._open[rank] += 1
        waiter.granted.set_result(permit)

    def _windows_of(
        self, rank: Rank, guild_id: GuildId | None, now: float
    ) -> tuple[RollingWindow, ...]:
        windows = self._account.windows(rank)
        if guild_id is None:
            return windows
        return windows + self._shares.window(guild_id, now).windows(rank)

    @property
    def _open_count(self) -> int:
        return sum(self._open.values())
