"""The order in which waiting jobs would start if nothing else happened."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from bot.domain.ids import JobId

JobKey = tuple[datetime, JobId]
# Fewest running, served longest ago, and the age of the job it would start: the last only
# decides between those that are equal so far.
Standing = tuple[int, int, JobKey]


@dataclass(frozen=True, kw_only=True, slots=True)
class MemberLine:
    """One member's waiting jobs in one guild, oldest first; never empty."""

    running: int
    last_turn: int
    jobs: Sequence[JobKey]


@dataclass(frozen=True, kw_only=True, slots=True)
class GuildLine:
    """One guild's members who wait; never empty."""

    running: int
    last_turn: int
    members: Sequence[MemberLine]


def starting_order(guilds: Iterable[GuildLine], *, last_turn: int) -> Iterator[JobId]:
    """Take one job after another by the fair order, each counting as running from then on.

    Caps on running jobs are left out: they delay a job but give its place to nobody for good.
    """
    line = [_guild_entry(guild) for guild in guilds]
    heapq.heapify(line)
    turn = last_turn
    while line:
        turn += 1
        (running, _, _), members = line[0]
        (member_running, _, job), later_jobs = members[0]
        yield job[1]
        next_job = next(later_jobs, None)
        if next_job is None:
            heapq.heappop(members)
        else:
            heapq.heapreplace(members, ((member_running + 1, turn, next_job), later_jobs))
        if members:
            heapq.heapreplace(line, ((running + 1, turn, members[0][0][2]), members))
        else:
            heapq.heappop(line)


_MemberEntry = tuple[Standing, Iterator[JobKey]]
_GuildEntry = tuple[Standing, list[_MemberEntry]]


def _member_entry(member: MemberLine) -> _MemberEntry:
    jobs = iter(member.jobs)
    return (member.running, member.last_turn, next(jobs)), jobs


def _guild_entry(guild: GuildLine) -> _GuildEntry:
    # No two standings are equal, since a job stands in one line only: the rest is never compared.
    members = [_member_entry(member) for member in guild.members]
    heapq.heapify(members)
    return (guild.running, guild.last_turn, members[0][0][2]), members


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
