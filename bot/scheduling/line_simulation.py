"""Possible futures of the line: who starts when, if clips take as long as somebody says."""

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from bot.domain.ids import GuildId, JobId, UserId
from bot.domain.ports import WaitingJob
from bot.scheduling.turn_memory import TurnKey

Key = TypeVar("Key")

# A standing is one whole number of three parts: that compares faster than a tuple.
_PART: Final = 1 << 20
_NOBODY: Final = _PART**3


@dataclass(frozen=True, kw_only=True, slots=True)
class RunningClip:
    """A clip that holds a slot.

    `frees_in_s` is for one that nobody watches, since its outcome is unknown or it was given up:
    its slot is held until that moment, whatever becomes of it.
    """

    job_id: JobId
    guild_id: GuildId
    user_id: UserId
    duration_s: int
    age_s: float
    frees_in_s: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """Everyone in the slots, and those who wait for one.

    `last_turns` says when the guilds and members of those who wait were served last.
    """

    running: Sequence[RunningClip]
    waiting: Sequence[WaitingJob]
    last_turns: Mapping[TurnKey, int]
    slots: int
    guild_max_running: int | None
    user_max_running: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Future:
    """Seconds from now, in the order of `LineSimulation.jobs`; NaN for what never starts."""

    starts_s: Sequence[float]
    ends_s: Sequence[float]


# Whose counts a slot adds to: a member, their guild and the person in all guilds, by number;
# None for those of whom nobody waits.
_Holder = tuple[int | None, int | None, int | None]


class LineSimulation:
    """Plays the fair order forward: each end frees a slot for whoever is first by then.

    The order is the fair queue's, caps included. It is decided anew at each start, as it moves
    when clips end, so it is not the order of places that the queue tells now.
    """

    def __init__(self, line: Line) -> None:
        self._slots = line.slots
        # By age, so that a job's number is its seniority.
        self.jobs = sorted(line.waiting, key=lambda job: (job.queued_at, job.job_id))
        self._cast = _Cast(line, self.jobs)

    def play(self, *, remaining_s: Sequence[float], generation_s: Sequence[float]) -> Future:
        """Play once. `remaining_s` goes with `Line.running`, `generation_s` with `jobs`."""
        cast, line = self._cast, _PlayedLine(self._cast)
        ends = [(end_s, number) for number, end_s in enumerate(remaining_s)]
        heapq.heapify(ends)
        starts_s, ends_s = [math.nan] * len(self.jobs), [math.nan] * len(self.jobs)
        free, left, now_s = self._slots - len(ends), len(self.jobs), 0.0
        while True:
            while free > 0 and (job := line.start_next()) is not None:
                free, left = free - 1, left - 1
                starts_s[job], ends_s[job] = now_s, now_s + generation_s[job]
                heapq.heappush(ends, (ends_s[job], len(cast.holders) - len(self.jobs) + job))
            if not left or not ends:
                return Future(starts_s=starts_s, ends_s=ends_s)
            now_s, number = heapq.heappop(ends)
            line.end(cast.holders[number])
            free += 1


class _Cast:
    """All who wait, by number, and what they hold now; made once for many plays."""

    def __init__(self, line: Line, jobs: Sequence[WaitingJob]) -> None:
        guilds = _numbered(job.guild_id for job in line.waiting)
        people = _numbered(job.user_id for job in line.waiting)
        members = _numbered((job.guild_id, job.user_id) for job in line.waiting)
        past = sorted(set(line.last_turns.values()))
        turns = {key: past.index(turn) for key, turn in line.last_turns.items()}
        self.guild_turn = [turns[guild_id] for guild_id in guilds]
        self.member_turn = [turns[member] for member in members]
        self.guild_cap = _cap(line.guild_max_running)
        self.person_cap = _cap(line.user_max_running)
        self.guild_of = [guilds[guild_id] for guild_id, _ in members]
        self.person_of = [people[user_id] for _, user_id in members]
        self.members_of_guild = _grouped(self.guild_of, groups=len(guilds))
        self.place_in_guild = [
            self.members_of_guild[guild].index(member) for member, guild in enumerate(self.guild_of)
        ]
        self.members_of_person = _grouped(self.person_of, groups=len(people))
        self.member_of_job = [members[job.guild_id, job.user_id] for job in jobs]
        self.jobs_of_member = _grouped(self.member_of_job, groups=len(members))
        running: list[_Holder] = [
            (
                members.get((clip.guild_id, clip.user_id)),
                guilds.get(clip.guild_id),
                people.get(clip.user_id),
            )
            for clip in line.running
        ]
        self.member_running = _counted((member for member, _, _ in running), of=len(members))
        self.guild_running = _counted((guild for _, guild, _ in running), of=len(guilds))
        self.person_running = _counted((person for _, _, person in running), of=len(people))
        self.holders: Sequence[_Holder] = [
            *running,
            *(
                (member, self.guild_of[member], self.person_of[member])
                for member in self.member_of_job
            ),
        ]


class _PlayedLine:
    """The line at one moment of a play.

    Standings are kept ready for all, and worked out anew for those whom a step concerns.
    """

    def __init__(self, cast: _Cast) -> None:
        self._cast = cast
        self._turn = max((*cast.member_turn, *cast.guild_turn), default=0)
        self._started = [0] * len(cast.guild_of)
        self._member_running = cast.member_running.copy()
        self._guild_running = cast.guild_running.copy()
        self._person_running = cast.person_running.copy()
        self._member_turn = cast.member_turn.copy()
        self._guild_turn = cast.guild_turn.copy()
        self._standings_in_guild = [[_NOBODY] * len(them) for them in cast.members_of_guild]
        self._guild_standing = [_NOBODY] * len(cast.members_of_guild)
        for member in range(len(cast.guild_of)):
            self._place_member(member)
        for guild in range(len(cast.members_of_guild)):
            self._place_guild(guild)

    def start_next(self) -> int | None:
        """Start the job that is first now, as the fair queue would."""
        first = min(self._guild_standing, default=_NOBODY)
        if first == _NOBODY:
            return None
        job = first % _PART
        member = self._cast.member_of_job[job]
        guild = self._cast.guild_of[member]
        self._turn += 1
        self._guild_turn[guild] = self._member_turn[member] = self._turn
        self._started[member] += 1
        self._count((member, guild, self._cast.person_of[member]), by=1)
        return job

    def end(self, holder: _Holder) -> None:
        self._count(holder, by=-1)

    def _count(self, holder: _Holder, *, by: int) -> None:
        member, guild, person = holder
        if member is not None:
            self._member_running[member] += by
        if guild is not None:
            self._guild_running[guild] += by
        if person is not None:
            self._person_running[person] += by
            for concerned in self._cast.members_of_person[person]:
                self._place_member(concerned)
                self._place_guild(self._cast.guild_of[concerned])
        if guild is not None and member is None:
            self._place_guild(guild)

    def _place_member(self, member: int) -> None:
        cast, guild = self._cast, self._cast.guild_of[member]
        jobs, started = cast.jobs_of_member[member], self._started[member]
        is_full = self._person_running[cast.person_of[member]] >= cast.person_cap
        self._standings_in_guild[guild][cast.place_in_guild[member]] = (
            _NOBODY
            if is_full or started == len(jobs)
            else _standing(self._member_running[member], self._member_turn[member], jobs[started])
        )

    def _place_guild(self, guild: int) -> None:
        running, first = self._guild_running[guild], min(self._standings_in_guild[guild])
        self._guild_standing[guild] = (
            _NOBODY
            if first == _NOBODY or running >= self._cast.guild_cap
            else _standing(running, self._guild_turn[guild], first % _PART)
        )


def _standing(running: int, turn: int, job: int) -> int:
    """Fewest running first, then the one served longest ago, then the older job."""
    return (running * _PART + turn) * _PART + job


def _numbered(keys: Iterable[Key]) -> dict[Key, int]:
    return {key: number for number, key in enumerate(dict.fromkeys(keys))}


def _grouped(group_of: Sequence[int], *, groups: int) -> list[list[int]]:
    grouped: list[list[int]] = [[] for _ in range(groups)]
    for number, group in enumerate(group_of):
        grouped[group].append(number)
    return grouped


def _counted(numbers: Iterable[int | None], *, of: int) -> list[int]:
    counts = [0] * of
    for number in numbers:
        if number is not None:
            counts[number] += 1
    return counts


def _cap(cap: int | None) -> float:
    return math.inf if cap is None else cap
