"""Which waiting job takes the next free slot."""

from collections import Counter
from dataclasses import dataclass, field

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
from bot.scheduling.turn_memory import TurnMemory


@dataclass(kw_only=True, slots=True)
class _Member:
    last_turn: int
    running: int = 0
    jobs: KeyedHeap[JobId, JobKey] = field(default_factory=KeyedHeap)

    @property
    def is_idle(self) -> bool:
        return not self.jobs and not self.running


@dataclass(kw_only=True, slots=True)
class _Guild:
    """`ready` are the members with a waiting job and room under their cap."""

    last_turn: int
    running: int = 0
    members: dict[UserId, _Member] = field(default_factory=dict)
    ready: KeyedHeap[UserId, Standing] = field(default_factory=KeyedHeap)


class FairQueue:
    """Nobody waits behind somebody else's flood.

    The next slot goes to the guild with the fewest running jobs, then the one served longest
    ago; inside a guild the same by member; inside a member the oldest job. Between equals the
    older job decides.

    A guild or a person at their cap is stepped over, so a slot stays idle only when no eligible
    job waits. A person's cap counts their running jobs in all guilds: it is the operator's.
    Every decision is O(log n).
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
        self._ready: KeyedHeap[GuildId, Standing] = KeyedHeap()
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
        """The place in line, 1 for the next to start; None when the job is not waiting."""
        return self._line().of(job_id) if job_id in self._waiting else None

    def places(self, *, limit: int | None = None) -> dict[JobId, int]:
        """The places of all waiting jobs, or of the first ones, in their order."""
        return self._line().first(self.waiting_count if limit is None else limit)

    def waiting_jobs(self, limit: int | None = None) -> list[WaitingJob]:
        """The waiting jobs, or the first of them, in the order of their places."""
        return [self._waiting[job_id] for job_id in self.places(limit=limit)]

    def is_running(self, job_id: JobId) -> bool:
        """Whether the job holds a slot, as one does that is only thought to run upstream."""
        return job_id in self._running

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
            self._reorder_guild(guild_id, job.user_id)
        self._forget_idle(job.guild_id, job.user_id)

    def _reorder_guild(self, guild_id: GuildId, user_id: UserId) -> None:
        guild = self._guilds[guild_id]
        member = guild.members[user_id]
        oldest = member.jobs.first()
        if oldest is None or _is_full(self._running_of[user_id], self._user_max_running):
            guild.ready.remove(user_id)
        else:
            guild.ready.set(user_id, (member.running, member.last_turn, member.jobs.key_of(oldest)))
        first = guild.ready.first()
        if first is None or _is_full(guild.running, self._guild_max_running):
            self._ready.remove(guild_id)
        else:
            _, _, next_job = guild.ready.key_of(first)
            self._ready.set(guild_id, (guild.running, guild.last_turn, next_job))

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

    def _line(self) -> Places:
        if self._places is None:
            lines = [_guild_line(guild) for guild in self._guilds.values()]
            with_waiting = (line for line in lines if line.members)
            self._places = Places(starting_order(with_waiting, last_turn=self._turn))
        return self._places


def _is_full(running: int, cap: int | None) -> bool:
    return cap is not None and running >= cap


def _guild_line(guild: _Guild) -> GuildLine:
    members = [
        MemberLine(
            running=member.running, last_turn=member.last_turn, jobs=sorted(member.jobs.keys())
        )
        for member in guild.members.values()
        if member.jobs
    ]
    return GuildLine(running=guild.running, last_turn=guild.last_turn, members=members)
