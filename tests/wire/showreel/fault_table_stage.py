"""The product between its two local services, on a clock that a test may push on.

The clock runs as real time does and is shared by all three, so that none of them lags behind
when hours are skipped. How long a prediction takes is the bench's own business.
"""

import asyncio
import random
import shutil
import time
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from bot.app import Edges, open_showreel
from bot.clock import SystemClock
from bot.runner import Runner
from bot.stores import Stores
from sandbox.app import Sandbox
from sandbox.discord.connector import NEXT_GUILD_WITHIN_S
from sandbox.discord.server import LocalDiscord
from sandbox.discord.world import World
from sandbox.eachlabs.clip_maker import ClipPlan, make_clip
from sandbox.eachlabs.server import LocalEachlabs
from sandbox.settings import sandbox_settings
from tests.support.stage import Stage

SERVER: Final = "Fault Club"
LEAVING_SERVER: Final = "Leaving Club"
LEAVING_CHANNEL: Final = "stage-door"
MEMBER: Final = "Nell"
LEAVING_SOON: Final = "Otto"
LEAVING_MEMBER: Final = "Iris"
# A clip of 340 s takes 0.1 s, or as good as for ever.
BRISK: Final = 3400.0
HALTED: Final = 1e-6
READY_WITHIN_S: Final = 30.0
MANY: Final = 1000


class PushableClock:
    """Implements the Clock port: real time, and what was pushed."""

    def __init__(self) -> None:
        self._pushed_s = 0.0
        self._pushed = asyncio.Event()
        self.busy_tasks: Callable[[], Collection[asyncio.Task[Any]]] = tuple

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self._pushed_s)

    def monotonic(self) -> float:
        return time.monotonic() + self._pushed_s

    async def sleep(self, seconds: float) -> None:
        until = self.monotonic() + seconds
        while (left_s := until - self.monotonic()) > 0:
            pushed = self._pushed
            try:
                async with asyncio.timeout(left_s):
                    await pushed.wait()
            except TimeoutError:
                continue
        await asyncio.sleep(0)

    async def push(self, seconds: float) -> None:
        """Skip this time: whatever is due wakes.

        Not while the database is at work: its answer is a matter of milliseconds, whose time-out
        must not strike because hours were skipped.
        """
        while busy := self.busy_tasks():
            await asyncio.wait(busy)
        self._pushed_s += seconds
        self._pushed.set()
        self._pushed = asyncio.Event()


class ClipShelf:
    """Every row's clip is the same film, so it is encoded once."""

    def __init__(self, folder: Path) -> None:
        self._film = folder / "film.mp4"

    def __call__(self, plan: ClipPlan, path: Path) -> None:
        if not self._film.exists():
            make_clip(ClipPlan(prompt="", duration_s=5, aspect_ratio=plan.aspect_ratio), self._film)
        shutil.copyfile(self._film, path)


@asynccontextmanager
async def open_fault_stage(
    folder: Path, *, channels: list[str], **changes: Any
) -> AsyncIterator[tuple[Stage, PushableClock]]:
    """Open with a channel of its own for each row: no row's messages stand in another's way."""
    clock = PushableClock()
    world = World(now=clock.now)
    world.add_server(SERVER, channel_names=channels, member_names=(MEMBER, LEAVING_SOON))
    world.add_server(
        LEAVING_SERVER, channel_names=(LEAVING_CHANNEL,), member_names=(LEAVING_MEMBER,)
    )
    async with (
        LocalDiscord.open(world=world) as discord_server,
        LocalEachlabs.open(
            speed=BRISK,
            now=clock.now,
            rate_requests=MANY * MANY,
            max_concurrent=MANY,
            max_open_requests=MANY,
            balance_usd=10**6,
            generation_seconds=lambda _duration_s: 340.0,
            make_clip=ClipShelf(folder),
        ) as eachlabs,
    ):
        settings = sandbox_settings(
            data_dir=folder,
            discord_token=discord_server.token,
            eachlabs_base_url=eachlabs.base_url,
            eachlabs_api_key=eachlabs.api_key,
            speed=1.0,
            **(_ROOMY | changes),
        )
        sandbox = Sandbox(
            settings=settings, discord_server=discord_server, eachlabs=eachlabs, page_url=""
        )
        edges = Edges(
            clock=clock,
            random_source=random.Random(1),
            discord_connector=discord_server.connector(),
            next_guild_within_s=NEXT_GUILD_WITHIN_S,
        )
        async with open_showreel(settings, edges) as runner:
            clock.busy_tasks = _transactions_of(runner)
            stop = asyncio.Event()
            running = asyncio.create_task(runner.run(stop), name="bot")
            try:
                async with asyncio.timeout(READY_WITHIN_S):
                    await runner.wait_until_ready()
                async with Stores.open(settings, clock=SystemClock()) as stores:
                    yield Stage(sandbox, stores), clock
            finally:
                stop.set()
                await running
    world.close()


def _transactions_of(runner: Runner) -> Callable[[], Collection[asyncio.Task[Any]]]:
    database = runner._jobs._database
    return lambda: tuple(database._running)


# Nothing here is about limits, and no row may wait for another.
_ROOMY: Final = {
    "eachlabs_rate_requests": MANY,
    "eachlabs_rate_seconds": 1.0,
    "guild_rate_requests": MANY,
    "eachlabs_max_concurrent": MANY,
    "guild_max_running": MANY,
    "user_max_running": MANY,
    "guild_max_queued": MANY,
    "user_max_queued": MANY,
    "guild_jobs_per_day": MANY,
    "user_jobs_per_day": MANY,
    "total_usd_per_day": None,
    "poll_min_seconds": 0.05,
    "max_wait_seconds": 10**6,
}
