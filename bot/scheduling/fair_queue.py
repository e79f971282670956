"""Which waiting job takes the next free slot."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice, zip_longest
from typing import TypeVar

from bot.domain.ids import GuildId, JobId, UserId
from bot.domain.ports import WaitingJob
from bot.scheduling.keyed_heap import KeyedHeap
from bot.scheduling.starting_order import (
    GuildLine,
    JobKey,
    MemberLine,
    Places,
    Standing,
    starting_order,
)
from bot.scheduling.turn_memory import TurnKey, TurnMemory

Item = TypeVar("Item")


@dataclass(kw_only=True, slots=True)
class _Member:
    last_turn: int
    running: int = 0
    jobs: KeyedHeap[JobId, JobKey] = field(default_factory=KeyedHeap)

    @property
    def is_idle(self) -> bool:
        return not self.jobs and not self.running

    @property
    def standing(self) -> Standing | None:
        """Among the guild's members; None without a waiting job."""
        oldest = self.jobs.first()
        if oldest is None:
            return None
        return self.running, self.last_turn, self.jobs.key_of(oldest)


@dataclass(kw_only=True, slots=True)
class _Guild:
    """`line` are the members with a waiting job, `ready` those with room under their cap, too."""

    last_turn: int
    running: int = 0
    members: dict[UserId, _Member] = field(default_factory=dict)
    line: KeyedHeap[UserId, Standing] = field(default_factory=KeyedHeap)
    ready: KeyedHeap[UserId, Standing] = field(default_factory=KeyedHeap)

    def standing(self, members: KeyedHeap[UserId, Standing]) -> Standing | None:
        """Among guilds, by the job that the first of these members would start."""
        first = members.first()
        if first is None:
            return None
        _, _, next_job = members.key_of(first)
        return self.running, self.last_turn, next_job


class FairQueue:
    """Nobody waits behind somebody else's flood.

    The next slot goes to the guild with the fewest running jobs, then the one served longest
    ago; inside a guild the same by member; inside a member the oldest job. Between equals the
    older job decides.

    A guild or a person at their cap is stepped over, and so is a guild that is paused: a slot
    stays idle only when no eligible job waits. A person's cap counts their running jobs in all
    guilds: it is the operator's. A paused guild's jobs have no place in line; they keep their
    age, so they wait as if they had never left it. Every decision is O(log n), for each guild in
    which the person has jobs; so is every place in line, as far as somebody asks.
    """

    def __init__(
        self, *, slots: int, guild_max_running: int | None, user_max_running: int | None
    ) -> None:
        self._slots = slots
        self._guild_max_running = guild_max_running
        self._user_max_running = user_max_running
        self._waiting: dict[JobId, WaitingJob] = {}
        self._running: dict[JobId, WaitingJob] = {}
        self._running_of: Counter[UserId] = Counter()
        self._guilds: dict[GuildId, _Guild] = {}
        self._guilds_of: dict[UserId, set[GuildId]] = {}
        self._line: KeyedHeap[GuildId, Standing] = KeyedHeap()
        self._ready: KeyedHeap[GuildId, Standing] = KeyedHeap()
        self._paused: frozenset[GuildId] = frozenset()
        self._turn = 0
        self._past_turns = TurnMemory()
        self._places: Places | None = None

    @property
    def waiting_count(self) -> int:
        return len(self._waiting)

    @property
    def running_count(self) -> int:
        return len(self._running)

    @property
    def free_slots(self) -> int:
        return max(0, self._slots - len(self._running))

    def busy_guilds(self) -> frozenset[GuildId]:
        """The guilds with running jobs."""
        return frozenset(job.guild_id for job in self._running.values())

    def waiting_guilds(self) -> frozenset[GuildId]:
        """The guilds with waiting jobs, paused or not."""
        return frozenset(guild_id for guild_id, guild in self._guilds.items() if guild.line)

    def pause(self, guild_ids: frozenset[GuildId]) -> None:
        """Start nothing of these guilds, and of all others again: O(log n) for each change."""
        changed = self._paused ^ guild_ids
        self._paused = guild_ids
        for guild_id in changed & self._guilds.keys():
            self._reorder_guild(guild_id)
            self._places = None

    def add(self, job: WaitingJob) -> None:
        """Let a job wait. A known one is left alone, so it may be told of more than once."""
        if job.job_id in self._waiting or job.job_id in self._running:
            return
        self._waiting[job.job_id] = job
        self._member(job).jobs.set(job.job_id, (job.queued_at, job.job_id))
        self._reorder(job)

    def discard(self, job_id: JobId) -> bool:
        """Forget a waiting job; False when it is not waiting."""
        job = self._waiting.pop(job_id, None)
        if job is None:
            return False
        self._member(job).jobs.remove(job_id)
        self._reorder(job)
        return True

    def take(self) -> WaitingJob | None:
        """Start the next job, or None when no slot is free or nobody is eligible."""
        guild_id = self._ready.first()
        if guild_id is None or not self.free_slots:
            return None
        _, _, (_, job_id) = self._ready.key_of(guild_id)
        job = self._waiting.pop(job_id)
        self._member(job).jobs.remove(job_id)
        self._start(job)
        return job

    def occupy(self, job: WaitingJob) -> None:
        """Count a job that runs already, whatever slots and caps say."""
        if job.job_id in self._running:
            return
        self.discard(job.job_id)
        self._start(job)

    def release(self, job_id: JobId) -> bool:
        """Free the slot of a job that ended; False when it held none."""
        job = self._running.pop(job_id, None)
        if job is None:
            return False
        self._guilds[job.guild_id].running -= 1
        self._member(job).running -= 1
        self._running_of[job.user_id] -= 1
        self._reorder(job)
        return True

    def put_back(self, job: WaitingJob) -> None:
        """A claimed job waits again, as old as it was. Its guild and member had their turn."""
        self.release(job.job_id)
        self.add(job)

    def place(self, job_id: JobId) -> int | None:
        """The place in line, 1 for the next to start; None when the job waits for no slot."""
        return self._numbered().of(job_id) if job_id in self._waiting else None

    def places(self, *, limit: int | None = None) -> dict[JobId, int]:
        """The places of all that wait for a slot, or of the first ones, in their order."""
        return self._numbered().first(self.waiting_count if limit is None else limit)

    def waiting_jobs(self, limit: int | None = None) -> list[WaitingJob]:
        """Those that wait for a slot, or the first of them, in the order of their places."""
        return [self._waiting[job_id] for job_id in self.places(limit=limit)]

    def paused_jobs(self, *, limit: int) -> list[JobId]:
        """Jobs that wait for their guild to go on, or some of them."""
        lines = (_jobs_of(self._guilds[each]) for each in self._paused & self._guilds.keys())
        taking_turns = chain.from_iterable(zip_longest(*lines))
        return list(islice((each for each in taking_turns if each is not None), limit))

    def running_jobs(self) -> list[WaitingJob]:
        """The jobs that hold a slot, those among them that are only thought to run upstream."""
        return list(self._running.values())

    def last_turns(self, jobs: Iterable[WaitingJob]) -> dict[TurnKey, int]:
        """When the guilds and the members of these waiting jobs were served last."""
        turns: dict[TurnKey, int] = {}
        for job in jobs:
            guild = self._guilds[job.guild_id]
            turns[job.guild_id] = guild.last_turn
            turns[job.guild_id, job.user_id] = guild.members[job.user_id].last_turn
        return turns

    def _start(self, job: WaitingJob) -> None:
        member = self._member(job)
        guild = self._guilds[job.guild_id]
        self._turn += 1
        guild.last_turn = member.last_turn = self._turn
        guild.running += 1
        member.running += 1
        self._running_of[job.user_id] += 1
        self._running[job.job_id] = job
        self._reorder(job)

    def _member(self, job: WaitingJob) -> _Member:
        guild_id, user_id = job.guild_id, job.user_id
        guild = self._guilds.get(guild_id)
        if guild is None:
            guild = _Guild(last_turn=self._past_turns.recall(guild_id))
            self._guilds[guild_id] = guild
        member = guild.members.get(user_id)
        if member is None:
            member = _Member(last_turn=self._past_turns.recall((guild_id, user_id)))
            guild.members[user_id] = member
            self._guilds_of.setdefault(user_id, set()).add(guild_id)
        return member

    def _reorder(self, job: WaitingJob) -> None:
        """Everything that one job's change can move: its member, and so their guilds."""
        self._places = None
        for guild_id in self._guilds_of[job.user_id]:
            self._reorder_member(guild_id, job.user_id)
            self._reorder_guild(guild_id)
        self._forget_idle(job.guild_id, job.user_id)

    def _reorder_member(self, guild_id: GuildId, user_id: UserId) -> None:
        guild = self._guilds[guild_id]
        member = guild.members[user_id]
        standing = member.standing
        is_full = _is_full(self._running_of[user_id], self._user_max_running)
        _place(guild.line, user_id, standing)
        _place(guild.ready, user_id, None if is_full else standing)

    def _reorder_guild(self, guild_id: GuildId) -> None:
        guild = self._guilds[guild_id]
        if guild_id in self._paused:
            _place(self._line, guild_id, None)
            _place(self._ready, guild_id, None)
            return
        is_full = _is_full(guild.running, self._guild_max_running)
        _place(self._line, guild_id, guild.standing(guild.line))
        _place(self._ready, guild_id, None if is_full else guild.standing(guild.ready))

    def _forget_idle(self, guild_id: GuildId, user_id: UserId) -> None:
        guild = self._guilds[guild_id]
        member = guild.members[user_id]
        if not member.is_idle:
            return
        self._past_turns.keep((guild_id, user_id), member.last_turn)
        del guild.members[user_id]
        self._guilds_of[user_id].remove(guild_id)
        if not self._guilds_of[user_id]:
            del self._guilds_of[user_id]
            del self._running_of[user_id]
        if not guild.members:
            self._past_turns.keep(guild_id, guild.last_turn)
            del self._guilds[guild_id]

    def _numbered(self) -> Places:
        if self._places is None:
            self._places = Places(starting_order(self._guild_lines(), last_turn=self._turn))
        return self._places

    def _guild_lines(self) -> Iterator[GuildLine]:
        for standing, guild_id in self._line.in_order():
            members = _member_lines(self._guilds[guild_id])
            yield GuildLine(standing=standing, members=members)


def _jobs_of(guild: _Guild) -> Iterator[JobId]:
    for member in guild.members.values():
        for _, job_id in member.jobs.in_order():
            yield job_id


def _member_lines(guild: _Guild) -> Iterator[MemberLine]:
    for standing, user_id in guild.line.in_order():
        jobs = guild.members[user_id].jobs.in_order()
        yield MemberLine(standing=standing, jobs=(key for key, _ in jobs))


def _is_full(running: int, cap: int | None) -> bool:
    return cap is not None and running >= cap


def _place(heap: KeyedHeap[Item, Standing], item: Item, standing: Standing | None) -> None:
    """None takes it out."""
    if standing is None:
        heap.remove(item)
    else:
        heap.set(item, standing)
