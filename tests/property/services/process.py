"""One process of the bot in a story: started over a folder, and stopped or killed."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Self

from bot.domain.errors import ShowreelError
from bot.domain.order import Order
from bot.storage.database import Database
from tests.property.services.lifeline import Lifeline, MortalDatabase
from tests.property.services.model_discord import ModelDiscord
from tests.property.services.model_eachlabs import ModelEachlabs
from tests.property.services.trouble import FetchTrouble, Trouble
from tests.support.clock import ManualClock
from tests.support.migrated import migrated_file
from tests.support.workshop import GENEROUS, JOB_TIMEOUT_S, Workshop

SLOTS = 2
# Open steps, what was never sent, last words, and withdrawals: each has a few seconds.
STOP_WITHIN_S = 40
DATABASE = "showreel.db"


class InlineExecutor(ThreadPoolExecutor):
    """Does at once what would go to a thread, so that a story goes the same each time."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:  # noqa: BLE001 - whoever waits for the future meets it
            future.set_exception(error)
        return future


class BotProcess:
    def __init__(self, workshop: Workshop, *, database: MortalDatabase, lifeline: Lifeline) -> None:
        self.workshop = workshop
        self.lifeline = lifeline
        self._database = database
        self._clock = workshop.clock
        self._fronts: set[asyncio.Task[None]] = set()
        self._loops = {
            "worker": asyncio.create_task(workshop.worker.run()),
            "poller": asyncio.create_task(workshop.poller.run()),
            "housekeeping": asyncio.create_task(workshop.housekeeping.run()),
        }

    @classmethod
    async def start(
        cls,
        folder: Path,
        *,
        clock: ManualClock,
        eachlabs: ModelEachlabs,
        discord: ModelDiscord,
        trouble: Trouble,
    ) -> Self:
        path = folder / DATABASE
        if not path.exists():
            path.write_bytes(migrated_file())
        lifeline = eachlabs.lifeline = discord.lifeline = Lifeline()
        opened = await Database.open(f"sqlite:///{path}", clock=clock)
        database = MortalDatabase(opened, lifeline=lifeline, trouble=trouble)
        clock.busy_tasks = lambda: tuple(database.busy)
        workshop = Workshop(
            database=database,  # type: ignore[arg-type] - a database that can die
            clock=clock,
            folder=folder,
            api=eachlabs,
            messenger=discord,
            policy=GENEROUS,
            slots=SLOTS,
            allowed_guilds=None,
            max_media_bytes=10**9,
            job_timeout_s=JOB_TIMEOUT_S,
            expected_wait_s=lambda _duration_s: lambda _usage: 0.0,
        )
        workshop.clips.errors = FetchTrouble(trouble)  # type: ignore[assignment] - asked like a list
        return cls(workshop, database=database, lifeline=lifeline)

    def begin(self, front: Coroutine[Any, Any, None]) -> None:
        """Let a member's, a moderator's or an operator's wish be carried out."""
        task = asyncio.create_task(_unless_refused(front))
        self._fronts.add(task)
        task.add_done_callback(self._fronts.discard)

    async def take_order(self, order: Order, *, card: str, discord: ModelDiscord) -> None:
        """What the command does: reserve, show the card, and confirm what Discord confirmed."""
        submission = self.workshop.submission
        accepted = await submission.submit(order)
        await self.lifeline.step()
        if card == "refused":
            await submission.withdraw(accepted.job.id)
            return
        if card == "lost":
            return
        card_message_id = discord.open_card(accepted.job)
        await self.lifeline.step()
        if card == "unseen":
            return
        await submission.confirm(accepted.job.id, card_message_id=card_message_id)

    def ended_loops(self) -> list[str]:
        return [name for name, task in self._loops.items() if task.done()]

    async def stop(self) -> bool:
        """Stop as after SIGTERM; False when it took too long. A process may also die of it."""
        parking = asyncio.create_task(self._park())
        for _ in range(STOP_WITHIN_S):
            await self._clock.settle()
            if parking.done() or self.lifeline.is_cut:
                break
            await self._clock.advance(1)
        if not parking.done():
            died = self.lifeline.is_cut
            await self.kill()
            return died
        await parking
        await self._database.close()
        return True

    async def kill(self) -> None:
        """End every task without a single further effect; what SQLite has begun, it ends."""
        self.lifeline.cut()
        await self._clock.settle()
        this = asyncio.current_task()
        while others := asyncio.all_tasks() - {this}:
            for task in others:
                task.cancel()
            await self._clock.settle()
        await self._database.close()

    async def _park(self) -> None:
        for task in self._loops.values():
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        for task in tuple(self._fronts):
            task.cancel()
        await asyncio.gather(*self._fronts, return_exceptions=True)
        await self.workshop.submission.close()


async def _unless_refused(front: Coroutine[Any, Any, None]) -> None:
    """A refusal is a sentence for whoever asked."""
    try:
        await front
    except ShowreelError:
        return
