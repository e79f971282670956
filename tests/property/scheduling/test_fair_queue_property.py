"""The queue against a model so simple that it is plainly right."""

from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain.ports import WaitingJob
from bot.scheduling.fair_queue import FairQueue

STARTED_AT = datetime(2031, 5, 1, 12, 0, tzinfo=UTC)
GUILDS = st.sampled_from((100, 200, 300))
USERS = st.sampled_from((1, 2, 3))
CAPS = st.none() | st.integers(0, 3)


class PlainQueue:
    """Looks at everything, each time."""

    def __init__(self, *, slots, guild_max_running, user_max_running):
        self.slots = slots
        self.guild_cap = guild_max_running
        self.user_cap = user_max_running
        self.waiting = []
        self.running = []
        self.turns = {}
        self.turn = 0
        self.paused = frozenset()

    def start(self, job):
        self.turn += 1
        self.turns[job.guild_id] = self.turns[job.guild_id, job.user_id] = self.turn
        self.running.append(job)

    def eligible(self):
        if len(self.running) >= self.slots:
            return []
        return [
            job
            for job in self.waiting
            if job.guild_id not in self.paused
            and under(self.guild_cap, [r for r in self.running if r.guild_id == job.guild_id])
            and under(self.user_cap, [r for r in self.running if r.user_id == job.user_id])
        ]

    def best(self, jobs):
        """The best of each guild, and of those the best."""
        guilds = {job.guild_id for job in jobs}
        firsts = [min((j for j in jobs if j.guild_id == g), key=self.rank_inside) for g in guilds]
        return min(firsts, key=self.rank_of_guild)

    def rank_inside(self, job):
        mine = (job.guild_id, job.user_id)
        running = sum((r.guild_id, r.user_id) == mine for r in self.running)
        return running, self.turns.get(mine, 0), job.queued_at, job.job_id

    def rank_of_guild(self, job):
        running = sum(r.guild_id == job.guild_id for r in self.running)
        return running, self.turns.get(job.guild_id, 0), job.queued_at, job.job_id

    def take(self):
        eligible = self.eligible()
        if not eligible:
            return None
        job = self.best(eligible)
        self.waiting.remove(job)
        self.start(job)
        return job

    def line(self):
        """Let everybody start in a copy without caps who is in no paused guild."""
        copy = PlainQueue(slots=10**6, guild_max_running=None, user_max_running=None)
        copy.waiting = [job for job in self.waiting if job.guild_id not in self.paused]
        copy.running = list(self.running)
        copy.turns, copy.turn = dict(self.turns), self.turn
        return [copy.take().job_id for _ in list(copy.waiting)]


def under(cap, running):
    return cap is None or len(running) < cap


class AnySchedule(RuleBasedStateMachine):
    @initialize(slots=st.integers(0, 5), guild_cap=CAPS, user_cap=CAPS)
    def open(self, slots, guild_cap, user_cap):
        self.caps = {"slots": slots, "guild_max_running": guild_cap, "user_max_running": user_cap}
        self.queue = FairQueue(**self.caps)
        self.model = PlainQueue(**self.caps)
        self.last_id = 0

    @rule()
    def restart(self):
        """What runs is read back first, then what waits; who was served when is forgotten."""
        running, waiting = self.model.running, self.model.waiting
        self.queue, self.model = FairQueue(**self.caps), PlainQueue(**self.caps)
        for job in running:
            self.queue.occupy(job)
            self.model.start(job)
        for job in waiting:
            self.queue.add(job)
        self.model.waiting = waiting

    def new_job(self, guild_id, user_id, age_s):
        self.last_id += 1
        queued_at = STARTED_AT + timedelta(seconds=self.last_id - age_s)
        return WaitingJob(
            job_id=self.last_id,
            guild_id=guild_id,
            user_id=user_id,
            queued_at=queued_at,
            duration_s=5,
        )

    @rule(guild_id=GUILDS, user_id=USERS, age_s=st.integers(0, 5), times=st.integers(1, 4))
    def add(self, guild_id, user_id, age_s, times):
        for _ in range(times):
            job = self.new_job(guild_id, user_id, age_s)
            self.queue.add(job)
            self.model.waiting.append(job)

    @rule(guild_id=GUILDS, user_id=USERS)
    def occupy(self, guild_id, user_id):
        job = self.new_job(guild_id, user_id, 0)
        self.queue.occupy(job)
        self.model.start(job)

    @rule()
    def take(self):
        assert self.queue.take() == self.model.take()

    @rule()
    def fill_every_slot(self):
        while (job := self.model.take()) is not None:
            assert self.queue.take() == job

        assert self.queue.take() is None

    @precondition(lambda self: self.model.running)
    @rule(data=st.data())
    def release(self, data):
        job = data.draw(st.sampled_from(self.model.running))
        self.model.running.remove(job)

        assert self.queue.release(job.job_id)

    @precondition(lambda self: self.model.running)
    @rule(data=st.data())
    def put_back(self, data):
        job = data.draw(st.sampled_from(self.model.running))
        self.model.running.remove(job)
        self.model.waiting.append(job)
        self.queue.put_back(job)

    @precondition(lambda self: self.model.waiting)
    @rule(data=st.data())
    def discard(self, data):
        job = data.draw(st.sampled_from(self.model.waiting))
        self.model.waiting.remove(job)

        assert self.queue.discard(job.job_id)

    @rule(guild_ids=st.frozensets(GUILDS))
    def pause(self, guild_ids):
        self.queue.pause(guild_ids)
        self.model.paused = guild_ids

    @precondition(lambda self: self.model.paused)
    @rule()
    def resume(self):
        """Whatever waited goes on at once, in the order in which it would have gone."""
        self.queue.pause(frozenset())
        self.model.paused = frozenset()

    @rule(limit=st.integers(0, 6))
    def paused_jobs(self, limit):
        waiting = {j.job_id for j in self.model.waiting if j.guild_id in self.model.paused}
        told = self.queue.paused_jobs(limit=limit)

        assert len(set(told)) == len(told) == min(limit, len(waiting))
        assert set(told) <= waiting

    @precondition(lambda self: self.model.waiting)
    @rule(data=st.data(), limit=st.integers(0, 6))
    def places(self, data, limit):
        line = self.model.line()
        job = data.draw(st.sampled_from(self.model.waiting))

        is_paused = job.guild_id in self.model.paused
        assert self.queue.place(job.job_id) == (None if is_paused else line.index(job.job_id) + 1)
        assert list(self.queue.places(limit=limit)) == line[:limit]
        assert [each.job_id for each in self.queue.waiting_jobs(limit)] == line[:limit]
        assert self.queue.places() == {job_id: place for place, job_id in enumerate(line, 1)}

    @invariant()
    def counts_agree(self):
        waiting, running = self.model.waiting, self.model.running

        assert self.queue.waiting_count == len(waiting)
        assert self.queue.waiting_guilds() == {job.guild_id for job in waiting}
        assert self.queue.running_count == len(running)
        assert self.queue.free_slots == max(0, self.model.slots - len(running))
        assert self.queue.busy_guilds() == {job.guild_id for job in running}

    @invariant()
    def only_guilds_with_jobs_are_held(self):
        known = self.model.waiting + self.model.running

        assert set(self.queue._guilds) == {job.guild_id for job in known}
        assert set(self.queue._guilds_of) == {job.user_id for job in known}


AnySchedule.TestCase.settings = settings(max_examples=80, stateful_step_count=40)
TestAnySchedule = AnySchedule.TestCase
