"""What a story happens in: both services, the machine with its disk, and the bot on it."""

import asyncio
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

import structlog

from bot.domain.clip import ClipRequest
from bot.domain.errors import IllegalTransitionError, StorageUnavailableError
from bot.domain.ids import JobId
from bot.domain.job import SLOT_STATES, JobStatus
from bot.domain.reasons import Reason
from tests.property.services.model_discord import ModelDiscord
from tests.property.services.model_eachlabs import ModelEachlabs
from tests.property.services.process import DATABASE, BotProcess, InlineExecutor
from tests.property.services.trouble import Trouble
from tests.property.services.usage_rows import JobRow, UsageRows
from tests.support.clock import ManualClock
from tests.support.workshop import GUILD, MODERATOR

DOWN_FOR_S = 3.0
# An expired job is asked about, and an unknown one looked for, for a day from its create.
LATE = timedelta(hours=25)
MOVING = frozenset(
    {JobStatus.QUEUED, JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.DELIVERING}
)
# Of these a prediction may run upstream as a process starts, so each takes a slot at once.
MAY_HOLD = SLOT_STATES | {JobStatus.EXPIRED}
# Time goes in ever longer steps once the trouble is over.
CALM_STEPS_S = (*[1.0] * 5, *[5.0] * 11, *[30.0] * 10, *[120.0] * 10, *[600.0] * 10, *[3000.0] * 40)
UNDISTURBED_STEPS = 12

# A supervisor caught what nobody foresaw: a defect, whatever became of the job.
_SUPERVISED = frozenset(
    {
        "worker_turn_failed",
        "poller_turn_failed",
        "housekeeping_failed",
        "housekeeping_round_cut_off",
        "background_task_failed",
        "step_failed",
    }
)


class World:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = ManualClock()
        self.trouble = Trouble(self.clock)
        self.eachlabs = ModelEachlabs(clock=self.clock, trouble=self.trouble)
        self.discord = ModelDiscord(clock=self.clock, trouble=self.trouble)
        self.eachlabs.may_be_made = lambda job_id: job_id in self.discord.open_cards
        self.process: BotProcess
        self.defects: list[str] = []
        self.restarts = 0
        self.held_at_start: frozenset[int] = frozenset()
        self._rows: UsageRows
        self._next_life_steps: int | None = None

    @classmethod
    async def open(cls, folder: Path) -> Self:
        asyncio.get_running_loop().set_default_executor(InlineExecutor())
        world = cls(folder)
        await world._start()
        world._rows = UsageRows(folder / DATABASE)
        return world

    async def close(self) -> None:
        await self.process.kill()
        self._rows.close()

    def rows(self) -> Sequence[JobRow]:
        return [row for row in self._rows.read() if row.status is not JobStatus.REFUSED]

    def pauses(self) -> Sequence[tuple[datetime, datetime]]:
        return self._rows.pauses()

    def chosen(self, number: int, *statuses: JobStatus) -> JobRow | None:
        """One of the jobs, or of those in these states, by a number of any size."""
        rows = [row for row in self.rows() if not statuses or row.status in statuses]
        return rows[number % len(rows)] if rows else None

    def order(self, prompt: str, *, card: str, private: bool) -> None:
        workshop = self.process.workshop
        order = workshop.order(ClipRequest(prompt=prompt), private=private)
        self.process.begin(self.process.take_order(order, card=card, discord=self.discord))

    async def pass_time(self, seconds: float) -> None:
        """Second by second at first; hours in a few steps, as on a machine that is overloaded."""
        finely_s = min(seconds, 5.0)
        await self.clock.advance(finely_s)
        for _ in range(10):
            if seconds > finely_s and not self.process.lifeline.is_cut:
                await self.clock.leap((seconds - finely_s) / 10)

    async def settle(self) -> None:
        """Let what was begun come to a rest; a process that died of it is started again."""
        await self.clock.settle()
        while self.process.lifeline.is_cut:
            await self.restart(lambda process: process.kill())

    async def stop_and_start(self) -> None:
        async def stop(process: BotProcess) -> None:
            if not await process.stop():
                self.defects.append("a stop did not end in time")

        await self.restart(stop)

    async def restart(self, end: Callable[[BotProcess], Any]) -> None:
        await end(self.process)
        self.restarts += 1
        await self.clock.leap(DOWN_FOR_S)
        await self._start()
        await self.clock.settle()

    def die_after(self, steps: int, *, and_again_after: int | None) -> None:
        self.process.lifeline.cut_after(steps)
        self._next_life_steps = and_again_after

    async def calm_down(self) -> None:
        """End all trouble, let what runs upstream succeed, and wait until nothing moves."""
        self.trouble.end()
        self._next_life_steps = None
        self._end_pause()
        self.process.lifeline.cut_after(None)
        for number, seconds in enumerate(CALM_STEPS_S):
            if number >= UNDISTURBED_STEPS:
                for made in self.eachlabs.running():
                    self.eachlabs.end(made, "success")
            await self.clock.leap(seconds)
            if number > UNDISTURBED_STEPS and self._is_calm():
                return

    def _end_pause(self) -> None:
        """As another process would: the worker comes to know of it by itself."""
        pauses = self.process.workshop.pause_store
        self.process.begin(pauses.end(GUILD, by=MODERATOR, at=self.clock.now()))

    def _is_calm(self) -> bool:
        rows = self.rows()
        if any(row.status in MOVING or row.owes_word for row in rows):
            return False
        return not any(self._may_move_late(row) for row in rows)

    def _may_move_late(self, row: JobRow) -> bool:
        if row.submitted_at is None or self.clock.now() > row.submitted_at + LATE:
            return False
        if row.status is JobStatus.UNKNOWN:
            return True
        return row.status is JobStatus.EXPIRED and row.reason == Reason.DEADLINE_PASSED

    async def _start(self) -> None:
        self.process = await BotProcess.start(
            self.folder,
            clock=self.clock,
            eachlabs=self.eachlabs,
            discord=self.discord,
            trouble=self.trouble,
        )
        if hasattr(self, "_rows"):
            self.held_at_start = frozenset(row.id for row in self.rows() if row.status in MAY_HOLD)
        self.process.lifeline.cut_after(self._next_life_steps)
        self._next_life_steps = None

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Read the bot's log lines instead of printing them."""
        before = structlog.get_config()
        structlog.configure(processors=[self._read_line])
        try:
            yield
        finally:
            structlog.configure(**before)

    def _read_line(self, _logger: Any, _method: str, line: dict[str, Any]) -> dict[str, Any]:
        if line["event"] in _SUPERVISED:
            given = line.get("exc_info")
            error = given if isinstance(given, BaseException) else sys.exc_info()[1]
            # The two that a step expects: it was raced, or the database is away.
            if not isinstance(error, IllegalTransitionError | StorageUnavailableError):
                self.defects.append(f"{line['event']}: {error!r}")
        raise structlog.DropEvent


def job_id_of(row: JobRow) -> JobId:
    return JobId(row.id)
