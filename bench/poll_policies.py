"""The ways of asking that are held against the product's planner."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.domain.ids import GuildId, JobId


class Planner(Protocol):
    """What a simulation needs of the product's PollPlanner, and of whatever stands in for it."""

    def add(
        self,
        job_id: JobId,
        *,
        guild_id: GuildId,
        duration_s: int,
        started_at: float,
        last_asked_at: float | None,
    ) -> None: ...

    def remove(self, job_id: JobId) -> None: ...

    def asked(self, job_id: JobId, at: float) -> None: ...

    def choose(self, now: float, *, may_ask: Callable[[GuildId], bool]) -> JobId | None: ...

    def next_at(self, now: float) -> float | None: ...


@dataclass(kw_only=True, slots=True)
class _Turn:
    guild_id: GuildId
    waits_since: float


class RoundRobinPlanner:
    """Asks in turn: the job asked longest ago first, none more often than `min_gap_s`.

    A job never asked about counts from its start.
    """

    def __init__(self, *, min_gap_s: float) -> None:
        self._min_gap_s = min_gap_s
        self._turns: dict[JobId, _Turn] = {}

    def add(
        self,
        job_id: JobId,
        *,
        guild_id: GuildId,
        duration_s: int,  # noqa: ARG002 - turns are the same for every length of clip
        started_at: float,
        last_asked_at: float | None,
    ) -> None:
        waits_since = started_at if last_asked_at is None else last_asked_at
        self._turns[job_id] = _Turn(guild_id=guild_id, waits_since=waits_since)

    def remove(self, job_id: JobId) -> None:
        self._turns.pop(job_id, None)

    def asked(self, job_id: JobId, at: float) -> None:
        if turn := self._turns.get(job_id):
            turn.waits_since = at

    def choose(self, now: float, *, may_ask: Callable[[GuildId], bool]) -> JobId | None:
        due = (
            (turn.waits_since, job_id)
            for job_id, turn in self._turns.items()
            if turn.waits_since + self._min_gap_s <= now and may_ask(turn.guild_id)
        )
        _, job_id = min(due, default=(math.inf, None))
        return job_id

    def next_at(self, now: float) -> float | None:
        if not self._turns:
            return None
        return max(now, min(turn.waits_since for turn in self._turns.values()) + self._min_gap_s)
