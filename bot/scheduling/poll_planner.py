"""Which running prediction to ask about next."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.domain.ids import GuildId, JobId


class PollPlanner(Protocol):
    """Chooses among running jobs. Times are monotonic seconds; unknown jobs are ignored."""

    def add(
        self,
        job_id: JobId,
        *,
        guild_id: GuildId,
        duration_s: int,
        started_at: float,
        last_asked_at: float | None,
    ) -> None:
        """Plan a job, or plan a known one anew."""
        ...

    def remove(self, job_id: JobId) -> None: ...

    def hurry(self, job_id: JobId) -> None:
        """Ask about this one next: a cancel or a webhook says that something changed."""
        ...

    def asked(self, job_id: JobId, at: float) -> None:
        """Note a request; it answers every `hurry` before it."""
        ...

    def choose(self, now: float, *, may_ask: Callable[[GuildId], bool]) -> JobId | None:
        """The job to ask about now; None when none is due, or none of a guild that may ask.

        A choice changes nothing: tell with `asked` when it was followed.
        """
        ...

    def next_at(self, now: float) -> float | None:
        """When the next job may be due: `now`, later, or None without jobs.

        Guilds are left out of account: `choose` may still find that none of them may ask.
        """
        ...


@dataclass(kw_only=True, slots=True)
class _Plan:
    guild_id: GuildId
    started_at: float
    last_asked_at: float | None
    hurried: bool = False

    @property
    def waits_since(self) -> float:
        return self.started_at if self.last_asked_at is None else self.last_asked_at

    def due_at(self, min_gap_s: float) -> float:
        if self.hurried and self.last_asked_at is None:
            return -math.inf
        return self.waits_since + min_gap_s


class RoundRobinPlanner:
    """Asks in turn: the job asked longest ago first, none more often than `min_gap_s`.

    A job never asked about counts from its start. A hurried one goes first, and the first
    question may then come at once. Looks at every job, since slots keep them few.
    """

    def __init__(self, min_gap_s: float) -> None:
        self._min_gap_s = min_gap_s
        self._plans: dict[JobId, _Plan] = {}

    def add(
        self,
        job_id: JobId,
        *,
        guild_id: GuildId,
        duration_s: int,  # noqa: ARG002 - turns are the same for every length of clip
        started_at: float,
        last_asked_at: float | None,
    ) -> None:
        self._plans[job_id] = _Plan(
            guild_id=guild_id, started_at=started_at, last_asked_at=last_asked_at
        )

    def remove(self, job_id: JobId) -> None:
        self._plans.pop(job_id, None)

    def hurry(self, job_id: JobId) -> None:
        plan = self._plans.get(job_id)
        if plan is not None:
            plan.hurried = True

    def asked(self, job_id: JobId, at: float) -> None:
        plan = self._plans.get(job_id)
        if plan is not None:
            plan.last_asked_at, plan.hurried = at, False

    def choose(self, now: float, *, may_ask: Callable[[GuildId], bool]) -> JobId | None:
        gap_s = self._min_gap_s
        due = [job_id for job_id, plan in self._plans.items() if plan.due_at(gap_s) <= now]
        due.sort(key=self._turn)
        return next((job_id for job_id in due if may_ask(self._plans[job_id].guild_id)), None)

    def next_at(self, now: float) -> float | None:
        if not self._plans:
            return None
        return max(now, min(plan.due_at(self._min_gap_s) for plan in self._plans.values()))

    def _turn(self, job_id: JobId) -> tuple[bool, float, JobId]:
        plan = self._plans[job_id]
        return (not plan.hurried, plan.waits_since, job_id)
