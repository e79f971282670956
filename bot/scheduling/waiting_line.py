"""Requests that wait for room."""

import asyncio
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Generic, TypeVar

from bot.domain.ids import GuildId
from bot.domain.ports import RequestKind
from bot.scheduling.keyed_heap import KeyedHeap

PermitT = TypeVar("PermitT")


@dataclass(eq=False, kw_only=True, slots=True)
class Waiter(Generic[PermitT]):
    """One request, until `granted` is done: with its permit, or cancelled."""

    kind: RequestKind
    guild_id: GuildId | None
    granted: asyncio.Future[PermitT]


@dataclass(eq=False, kw_only=True, slots=True)
class GuildWaiters(Generic[PermitT]):
    """One guild's waiters with their numbers, first come first. None: those of no guild."""

    guild_id: GuildId | None
    numbers: OrderedDict[Waiter[PermitT], int] = field(default_factory=OrderedDict)

    @property
    def first(self) -> Waiter[PermitT]:
        return next(iter(self.numbers))


class WaitingLine(Generic[PermitT]):
    """First come, first served, with a guild's waiters held together.

    A guild that may not go is stepped over as a whole, however many of its requests wait. Every
    step is O(log n) in the number of guilds.
    """

    def __init__(self) -> None:
        self._guilds: dict[GuildId | None, GuildWaiters[PermitT]] = {}
        self._by_first: KeyedHeap[GuildWaiters[PermitT], int] = KeyedHeap()
        self._numbers = count()

    def __iter__(self) -> Iterator[Waiter[PermitT]]:
        """All that wait, in no order. One that was cancelled stays until its coroutine has run."""
        everybody = chain.from_iterable(guild.numbers for guild in self._guilds.values())
        return (waiter for waiter in everybody if not waiter.granted.done())

    def add(self, waiter: Waiter[PermitT]) -> None:
        guild = self._guilds.get(waiter.guild_id)
        if guild is None:
            guild = self._guilds[waiter.guild_id] = GuildWaiters(guild_id=waiter.guild_id)
        guild.numbers[waiter] = next(self._numbers)
        self.take_back(guild)

    def remove(self, waiter: Waiter[PermitT]) -> None:
        """Take the waiter out, if it is there."""
        guild = self._guilds.get(waiter.guild_id)
        if guild is None or guild.numbers.pop(waiter, None) is None:
            return
        if guild.numbers:
            self.take_back(guild)
        else:
            del self._guilds[waiter.guild_id]
            self._by_first.remove(guild)

    def first(self) -> GuildWaiters[PermitT] | None:
        """The guild whose first waiter came before all others that were not stepped over."""
        while (guild := self._by_first.first()) is not None:
            if not guild.first.granted.done():
                return guild
            self.remove(guild.first)
        return None

    def step_over(self, guild: GuildWaiters[PermitT]) -> None:
        """Leave the guild out, until `take_back`."""
        self._by_first.remove(guild)

    def take_back(self, guild: GuildWaiters[PermitT]) -> None:
        self._by_first.set(guild, guild.numbers[guild.first])
