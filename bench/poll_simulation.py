"""Full slots in virtual time, to see how long after its end a clip is noticed.

Requests take no time here, and no two policies ever see different generation times: the clip
that starts as the k-th takes as long under each of them.
"""

import heapq
import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.poll_policies import Planner
from bot.domain.ids import GuildId, JobId
from bot.scheduling.window import RollingWindow

GUILD = GuildId(1)


@dataclass(frozen=True, kw_only=True, slots=True)
class DrawnClip:
    """A clip to come."""

    duration_s: int
    generation_s: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Noticed:
    """A clip that was seen to have ended; `clip` says which by its place among the drawn.

    `lag_s` counts from its end, `shown_lag_s` from when the API first shows it.
    """

    clip: int
    seen_after_s: float
    lag_s: float
    shown_lag_s: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """One run, in the order in which the clips were noticed."""

    noticed: Sequence[Noticed]
    requests: int
    took_s: float

    @property
    def requests_per_minute(self) -> float:
        return self.requests / self.took_s * 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """What Eachlabs allows and shows: at any time, the status of the last multiple of a step."""

    slots: int = 10
    rate_requests: int = 60
    rate_seconds: float = 60.0
    status_step_s: float = 0.0

    def shown_at(self, ended_at: float) -> float:
        if self.status_step_s == 0:
            return ended_at
        return math.ceil(ended_at / self.status_step_s) * self.status_step_s


@dataclass(frozen=True, kw_only=True, slots=True)
class _Running:
    clip: int
    started_at: float
    ended_at: float
    shown_at: float

    def noticed(self, now: float) -> Noticed:
        return Noticed(
            clip=self.clip,
            seen_after_s=now - self.started_at,
            lag_s=now - self.ended_at,
            shown_lag_s=now - self.shown_at,
        )


def ignore(_noticed: Noticed) -> None:
    return


class PacedRun:
    """One policy at the pace of the budget, with the account's window as the cap.

    A question goes out every `gap_s`, as the poller's do. A clip that is noticed is followed at
    once by the next create, which goes before every question.
    """

    def __init__(
        self,
        clips: Sequence[DrawnClip],
        planner: Planner,
        *,
        account: Account,
        gap_s: float,
        on_noticed: Callable[[Noticed], None] = ignore,
    ) -> None:
        self._clips = clips
        self._planner = planner
        self._account = account
        self._gap_s = gap_s
        self._on_noticed = on_noticed
        self._window = RollingWindow(account.rate_requests, account.rate_seconds)
        self._running: dict[JobId, _Running] = {}
        self._noticed: list[Noticed] = []
        self._requests = 0
        self._next_clip = 0
        self._now = 0.0

    def play(self) -> Outcome:
        """Run until the last clip has started: until then, every slot is full."""
        while self._next_clip < len(self._clips):
            if len(self._running) < self._account.slots:
                self._create()
            else:
                self._ask()
        return Outcome(noticed=self._noticed, requests=self._requests, took_s=self._now)

    def _create(self) -> None:
        self._send()
        clip, started_at = self._clips[self._next_clip], self._now
        ended_at = started_at + clip.generation_s
        job_id = JobId(self._next_clip)
        self._running[job_id] = _Running(
            clip=self._next_clip,
            started_at=started_at,
            ended_at=ended_at,
            shown_at=self._account.shown_at(ended_at),
        )
        self._planner.add(
            job_id,
            guild_id=GUILD,
            duration_s=clip.duration_s,
            started_at=started_at,
            last_asked_at=None,
        )
        self._next_clip += 1

    def _ask(self) -> None:
        job_id = self._planner.choose(self._now, may_ask=lambda _guild_id: True)
        if job_id is None:
            due_at = self._planner.next_at(self._now) or 0.0
            self._now = max(due_at, self._now + self._gap_s)
            return
        self._send()
        running = self._running[job_id]
        if running.shown_at <= self._now:
            self._end(job_id, running)
            if self._next_clip < len(self._clips):
                self._create()
        else:
            self._planner.asked(job_id, self._now)
        self._now += self._gap_s

    def _end(self, job_id: JobId, running: _Running) -> None:
        del self._running[job_id]
        self._planner.remove(job_id)
        noticed = running.noticed(self._now)
        self._noticed.append(noticed)
        self._on_noticed(noticed)

    def _send(self) -> None:
        """Wait for room in the window, and take it."""
        self._now = self._window.free_at(self._now) or self._now
        self._window.leave(self._window.enter(self._now), self._now)
        self._requests += 1


def ask_at_intervals(
    clips: Sequence[DrawnClip],
    *,
    account: Account,
    interval_s: float,
    random_source: random.Random,
) -> Outcome:
    """Ask about every clip at that interval, whatever the account allows.

    The first question comes after a random part of it, as answers to creates take their time:
    otherwise questions would stay in step with statuses that change in steps.
    """
    slots = [0.0] * account.slots
    noticed: list[Noticed] = []
    requests = 0
    for number, clip in enumerate(clips):
        started_at = heapq.heappop(slots)
        ended_at = started_at + clip.generation_s
        running = _Running(
            clip=number,
            started_at=started_at,
            ended_at=ended_at,
            shown_at=account.shown_at(ended_at),
        )
        first_at = started_at + interval_s * random_source.random()
        further = max(0, math.ceil((running.shown_at - first_at) / interval_s))
        seen_at = first_at + further * interval_s
        noticed.append(running.noticed(seen_at))
        requests += 2 + further
        heapq.heappush(slots, seen_at)
    return Outcome(noticed=noticed, requests=requests, took_s=sum(slots) / len(slots))
