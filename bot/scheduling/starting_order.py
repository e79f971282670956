"""The order in which waiting jobs would start if nothing else happened."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Generic, TypeVar

from bot.domain.ids import JobId

JobKey = tuple[datetime, JobId]
# Fewest running, served longest ago, and the age of the job it would start: the last only
# decides between those that are equal so far.
Standing = tuple[int, int, JobKey]
Line = TypeVar("Line")


@dataclass(frozen=True, kw_only=True, slots=True)
class MemberLine:
    """One member's waiting jobs in one guild, oldest first; never empty."""

    standing: Standing
    jobs: Iterator[JobKey]


@dataclass(frozen=True, kw_only=True, slots=True)
class GuildLine:
    """One guild's members who wait, by their standings; never empty."""

    standing: Standing
    members: Iterator[MemberLine]


def starting_order(guilds: Iterator[GuildLine], *, last_turn: int) -> Iterator[JobId]:
    """Take one job after another by the fair order, each counting as running from then on.

    Guilds come by their standings. Every line is read only as far as the order is: each job costs
    O(log n) of those before it, however many wait behind.

    Caps on running jobs are left out: they delay a job but give its place to nobody for good.
    """
    line = _Turns((guild.standing, _members_in_turn(guild)) for guild in guilds)
    turn = last_turn
    while line.first() is not None:
        (running, _, (_, job_id)), members = line.pop()
        turn += 1
        yield job_id
        next_job = _serve_first(members, turn=turn)
        if next_job is not None:
            line.put((running + 1, turn, next_job), members)


class _Turns(Generic[Line]):
    """Those without a turn so far are in order already; those who had one go into a heap."""

    def __init__(self, in_order: Iterator[tuple[Standing, Line]]) -> None:
        self._in_order = in_order
        self._new = next(in_order, None)
        # No two standings are equal, since a job stands in one line only: the rest of an entry is
        # never compared.
        self._served: list[tuple[Standing, Line]] = []

    def first(self) -> Standing | None:
        if self._new is None:
            return self._served[0][0] if self._served else None
        return min(self._new[0], self._served[0][0]) if self._served else self._new[0]

    def pop(self) -> tuple[Standing, Line]:
        """Take out whoever is first; there must be somebody."""
        new = self._new
        if new is None or (self._served and self._served[0][0] < new[0]):
            return heapq.heappop(self._served)
        self._new = next(self._in_order, None)
        return new

    def put(self, standing: Standing, line: Line) -> None:
        heapq.heappush(self._served, (standing, line))


def _members_in_turn(guild: GuildLine) -> _Turns[Iterator[JobKey]]:
    return _Turns((member.standing, islice(member.jobs, 1, None)) for member in guild.members)


def _serve_first(members: _Turns[Iterator[JobKey]], *, turn: int) -> JobKey | None:
    """Give the first member a turn; return the job that the guild would start next."""
    (running, _, _), later_jobs = members.pop()
    next_job = next(later_jobs, None)
    if next_job is not None:
        members.put((running + 1, turn, next_job), later_jobs)
    standing = members.first()
    return None if standing is None else standing[2]


class Places:
    """Numbers a line, 1 for the next to start, only as far as somebody asks."""

    def __init__(self, order: Iterator[JobId]) -> None:
        self._order = order
        self._numbers: dict[JobId, int] = {}

    def of(self, job_id: JobId) -> int | None:
        while job_id not in self._numbers:
            if not self._number_next():
                return None
        return self._numbers[job_id]

    def first(self, at_most: int) -> dict[JobId, int]:
        while len(self._numbers) < at_most and self._number_next():
            pass
        return dict(islice(self._numbers.items(), at_most))

    def _number_next(self) -> bool:
        job_id = next(self._order, None)
        if job_id is None:
            return False
        self._numbers[job_id] = len(self._numbers) + 1
        return True
