"""Which running prediction to ask about next.

The one that has wasted most by now: W of `GenerationTimes`, the seconds for which its end is
expected to have gone unseen since the last question.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.ids import GuildId, JobId
from bot.scheduling.generation_times import GenerationTimes


@dataclass(kw_only=True, slots=True)
class _Plan:
    guild_id: GuildId
    duration_s: int
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


class PollPlanner:
    """Chooses among running jobs. Times are monotonic seconds; unknown jobs are ignored.

    A hurried job goes first, then whoever was not asked about for `max_gap_s`, the longest ago
    first, then the largest W; nobody goes more often than once in `min_gap_s`. A job never asked
    about counts from its start, but a hurry lets the first question come at once. Looks at every
    job, since slots keep them few.
    """

    def __init__(
        self,
        times: Callable[[int], GenerationTimes],
        *,
        min_gap_s: float,
        max_gap_s: float = 60.0,
    ) -> None:
        self._times = times
        self._min_gap_s = min_gap_s
        self._max_gap_s = max_gap_s
        self._plans: dict[JobId, _Plan] = {}

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
        self._plans[job_id] = _Plan(
            guild_id=guild_id,
            duration_s=duration_s,
            started_at=started_at,
            last_asked_at=last_asked_at,
        )

    def remove(self, job_id: JobId) -> None:
        self._plans.pop(job_id, None)

    def hurry(self, job_id: JobId) -> None:
        """Ask about this one next: a cancel or a webhook says that something changed."""
        plan = self._plans.get(job_id)
        if plan is not None:
            plan.hurried = True

    def asked(self, job_id: JobId, at: float) -> None:
        """Note a request; it answers every `hurry` before it."""
        plan = self._plans.get(job_id)
        if plan is not None:
            plan.last_asked_at, plan.hurried = at, False

    def choose(self, now: float, *, may_ask: Callable[[GuildId], bool]) -> JobId | None:
        """The job to ask about now; None when none is due, or none of a guild that may ask.

        A choice changes nothing: tell with `asked` when it was followed.
        """
        due = (
            job_id
            for job_id, plan in self._plans.items()
            if plan.due_at(self._min_gap_s) <= now and may_ask(plan.guild_id)
        )
        return min(due, key=lambda job_id: self._turn(job_id, now), default=None)

    def next_at(self, now: float) -> float | None:
        """When the next job may be due: `now`, later, or None without jobs.

        Guilds are left out of account: `choose` may still find that none of them may ask.
        """
        if not self._plans:
            return None
        return max(now, min(plan.due_at(self._min_gap_s) for plan in self._plans.values()))

    def _turn(self, job_id: JobId, now: float) -> tuple[bool, bool, float, JobId]:
        """The least goes first."""
        plan = self._plans[job_id]
        overdue = plan.waits_since + self._max_gap_s <= now
        order = plan.waits_since if plan.hurried or overdue else -self._wasted_s(plan, now)
        return (not plan.hurried, not overdue, order, job_id)

    def _wasted_s(self, plan: _Plan, now: float) -> float:
        return self._times(plan.duration_s).wasted_s(
            asked_at_age_s=plan.waits_since - plan.started_at, age_s=now - plan.started_at
        )
