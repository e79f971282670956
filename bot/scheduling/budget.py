"""The gate every request to Eachlabs passes: the account's window, guild shares, open requests."""

import asyncio
import math
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from typing import Final

from bot.domain.ids import GuildId
from bot.domain.ports import Clock, RequestKind, RequestLog
from bot.scheduling.guild_shares import GuildShares
from bot.scheduling.wake_timer import WakeTimer, sleep_until
from bot.scheduling.window import RollingWindow, WindowEntry

_URGENT: Final = frozenset({RequestKind.CREATE, RequestKind.CANCEL})
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
    """The room one request holds, in the account's window and in its guild's."""

    entries: tuple[tuple[RollingWindow, WindowEntry], ...]
    sent: bool = False


@dataclass(eq=False, kw_only=True, slots=True)
class _Waiter:
    kind: RequestKind
    guild_id: GuildId | None
    granted: asyncio.Future[_Permit]


class RequestBudget:
    """Admits requests so that no cap is ever passed, and nobody is held up by another guild.

    Creates and cancels go before everything else, and first come, first served among equals;
    a guild whose share is used up is stepped over. Every request is in the request log before
    it is sent. Belongs to one event loop.
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
        self._account = RollingWindow(rate_requests, rate_seconds)
        self._shares = GuildShares(limit=guild_rate_requests, length_s=rate_seconds)
        self._max_open = max_open
        self._open = 0
        self._held_until = -math.inf
        self._urgent: dict[_Waiter, None] = {}
        self._patient: dict[_Waiter, None] = {}
        self._timer = WakeTimer(clock=clock, on_ring=self._admit_ready)

    @property
    def poll_gap_s(self) -> float:
        """The even pace of polls, at which a burst of them never empties the window."""
        reserve = max(1, self._account.limit // _REQUESTS_PER_RESERVED_ONE)
        return self._account.length_s / max(1, self._account.limit - reserve)

    async def restore(self) -> None:
        """Count what an earlier process sent. Raises StorageUnavailableError: do not start then.

        A request dated in the future, since the wall clock went back, counts as sent now.
        """
        wall_now, now = self._clock.now(), self._clock.monotonic()
        reach_s = self._account.length_s + _RESTORED_FLIGHT_S
        for at, guild_id in await self._log.since(wall_now - timedelta(seconds=reach_s)):
            age_s = max(0.0, (wall_now - at).total_seconds() - _RESTORED_FLIGHT_S)
            for window in self._windows_of(guild_id, now):
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
        return self._shares.has_room(guild_id, self._clock.monotonic())

    def snapshot(self) -> BudgetSnapshot:
        now = self._clock.monotonic()
        waiting = dict.fromkeys(RequestKind, 0)
        for waiter in self._in_order():
            waiting[waiter.kind] += 1
        return BudgetSnapshot(
            used=self._account.used(now),
            limit=self._account.limit,
            open=self._open,
            max_open=self._max_open,
            held_for_s=max(0.0, self._held_until - now),
            waiting=waiting,
        )

    async def _wait_for_room(self, kind: RequestKind, guild_id: GuildId | None) -> _Permit:
        granted: asyncio.Future[_Permit] = asyncio.get_running_loop().create_future()
        waiter = _Waiter(kind=kind, guild_id=guild_id, granted=granted)
        queue = self._urgent if kind in _URGENT else self._patient
        queue[waiter] = None
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
            queue.pop(waiter, None)

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
        self._open -= 1
        self._admit_ready()

    def _admit_ready(self) -> None:
        """Admit whoever may go now, and set the alarm for when the next one may."""
        now = self._clock.monotonic()
        for waiter in list(self._in_order()):
            if not self._has_room(now):
                break
            if self._shares.has_room(waiter.guild_id, now):
                self._grant(waiter, now)
        next_at = self._next_chance(now)
        if next_at is None:
            self._timer.stop()
        else:
            self._timer.set(next_at)

    def _in_order(self) -> Iterator[_Waiter]:
        # One that was cancelled stays in its queue until its coroutine has run.
        return (
            waiter for waiter in chain(self._urgent, self._patient) if not waiter.granted.done()
        )

    def _has_room(self, now: float) -> bool:
        return (
            self._open < self._max_open and now >= self._held_until and self._account.has_room(now)
        )

    def _grant(self, waiter: _Waiter, now: float) -> None:
        windows = self._windows_of(waiter.guild_id, now)
        permit = _Permit(entries=tuple((window, window.enter(now)) for window in windows))
        self._open += 1
        waiter.granted.set_result(permit)

    def _windows_of(self, guild_id: GuildId | None, now: float) -> tuple[RollingWindow, ...]:
        if guild_id is None:
            return (self._account,)
        return (self._account, self._shares.window(guild_id, now))

    def _next_chance(self, now: float) -> float | None:
        """When time alone may let somebody in; None when that takes an answer or a change."""
        account_at = self._account.free_at(now)
        if account_at is None or self._open >= self._max_open:
            return None
        guilds = {waiter.guild_id for waiter in self._in_order()}
        guild_times = [self._shares.free_at(guild_id, now) for guild_id in guilds]
        known_times = [at for at in guild_times if at is not None]
        if not known_times:
            return None
        return max(self._held_until, account_at, min(known_times))
