"""How soon a bot works again that was killed with ten clips running and ten thousand waiting.

A first bot really starts ten clips and is killed. The line behind them is written into its
database. Then a second bot starts: the local Eachlabs tells when it first polls, and when it fills
the one slot more that it was given, so that its first create waits for nothing but the bot.

What holds up the event loop is seen from outside, as the longest time in which the bot does not
say that it is alive.
"""

import argparse
import asyncio
import contextlib
import http.client
import sqlite3
import tempfile
import threading
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path

from aiohttp import hdrs, web

from bench.report import Figure, Report, publish
from bench.stage import UNLIMITED, Stage
from bot.log import configure_logging
from sandbox.discord.world import World

RUNNING = 10
WAITING = 10_000
GUILDS = 50
MEMBERS = 2_000
# The cards of the first in line are refreshed ten seconds after the start.
WATCHED_AFTER_READY_S = 15.0
LONGEST_S = 120.0
PING_EVERY_S = 0.005
PING_TIMEOUT_S = 30.0
READY_GOAL_S = 10.0
FIRST_REQUEST_GOAL_S = 10.0
BLOCK_GOAL_S = 0.25
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class FirstRequests:
    """A middleware that notes when Eachlabs is first polled, and first asked to create."""

    def __init__(self) -> None:
        self.poll_at: float | None = None
        self.create_at: float | None = None

    def forget(self) -> None:
        self.poll_at = self.create_at = None

    @property
    def came(self) -> bool:
        return None not in {self.poll_at, self.create_at}

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        is_about_predictions = request.path.startswith("/v1/prediction")
        if is_about_predictions and request.method == hdrs.METH_POST:
            self.create_at = self.create_at or time.monotonic()
        if is_about_predictions and request.method == hdrs.METH_GET:
            self.poll_at = self.poll_at or time.monotonic()
        return await handler(request)


class Pulse(threading.Thread):
    """Asks again and again whether the bot lives; a thread, so that it waits for nobody here."""

    def __init__(self, port: int) -> None:
        super().__init__(name="pulse", daemon=True)
        self._port = port
        self._stopped = threading.Event()
        self.longest_s = 0.0
        self.first_at: float | None = None

    def run(self) -> None:
        while not self._stopped.wait(PING_EVERY_S):
            with contextlib.suppress(OSError, http.client.HTTPException):
                self._listen()

    def stop(self) -> None:
        self._stopped.set()
        self.join()

    def _listen(self) -> None:
        with contextlib.closing(
            http.client.HTTPConnection("127.0.0.1", self._port, timeout=PING_TIMEOUT_S)
        ) as connection:
            while not self._stopped.wait(PING_EVERY_S):
                asked_at = time.monotonic()
                connection.request("GET", "/livez")
                connection.getresponse().read()
                self.first_at = self.first_at or asked_at
                self.longest_s = max(self.longest_s, time.monotonic() - asked_at)


@dataclass(frozen=True, kw_only=True, slots=True)
class Start:
    """Seconds since the process was started."""

    alive_s: float
    ready_s: float
    first_poll_s: float
    first_create_s: float
    longest_block_s: float


def measure(*, waiting: int = WAITING, watched_s: float = WATCHED_AFTER_READY_S) -> Report:
    with tempfile.TemporaryDirectory() as scratch:
        start = asyncio.run(_measure(Path(scratch), waiting=waiting, watched_s=watched_s))
    return _report(start, waiting=waiting)


async def _measure(folder: Path, *, waiting: int, watched_s: float) -> Start:
    requests = FirstRequests()
    async with Stage.open(
        folder,
        speed=1.0,
        eachlabs={"max_concurrent": RUNNING + 1},
        eachlabs_middlewares=(requests.middleware,),
        settings=UNLIMITED,
    ) as stage:
        await _begin(stage)
        with contextlib.closing(sqlite3.connect(folder / "showreel.db")) as connection:
            lengthen_line(connection, waiting=waiting)
        requests.forget()
        one_slot_more = stage.settings.model_copy(update={"eachlabs_max_concurrent": RUNNING + 1})
        return await _restart(replace(stage, settings=one_slot_more), requests, watched_s)


async def _begin(stage: Stage) -> None:
    """Let ten clips run and one wait, and kill the bot."""
    async with stage.bot() as process:
        await stage.until_ready(process)
        for number in range(RUNNING + 1):
            await _ask(stage.world, number)
        async with asyncio.timeout(LONGEST_S):
            while stage.eachlabs.in_flight < RUNNING:
                stage.check_runs(process)
                await asyncio.sleep(0.05)
        await asyncio.sleep(1)  # the last create's step is written
        process.kill()
        await process.wait()


async def _ask(world: World, number: int) -> None:
    asked = await world.run_command(
        "video",
        {"prompt": f"clip {number}: a lighthouse in a storm"},
        person_id=world.person("Mira").id,
        channel_id=world.place("showreel").id,
    )
    await world.settled(int(asked["id"]))


def lengthen_line(connection: sqlite3.Connection, *, waiting: int) -> None:
    """Put jobs behind the waiting one until there are as many, of many members and guilds."""
    columns = [row[1] for row in connection.execute("PRAGMA table_info(jobs)") if row[1] != "id"]
    drawn = {
        "guild_id": f"guild_id + n % {GUILDS}",
        "user_id": f"user_id + n % {MEMBERS}",
        "created_at": "created_at + n",
        "queued_at": "queued_at + n",
        "acknowledged_at": "acknowledged_at + n",
        "reference": "printf('%06X', n)",
        "card_message_id": "card_message_id + n",
        "interaction_token": "NULL",
        "interaction_token_expires_at": "NULL",
    }
    values = ", ".join(drawn.get(column, column) for column in columns)
    connection.execute(
        "WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?) "  # noqa: S608 - the table's own columns
        f"INSERT INTO jobs ({', '.join(columns)}) SELECT {values} FROM counted, "
        "(SELECT * FROM jobs WHERE status = 'queued' LIMIT 1)",
        (waiting - 1,),
    )
    connection.commit()


async def _restart(stage: Stage, requests: FirstRequests, watched_s: float) -> Start:
    pulse = Pulse(stage.settings.http_port)
    pulse.start()
    began_at = time.monotonic()
    try:
        async with stage.bot() as process:
            await stage.until_ready(process)
            ready_at = time.monotonic()
            async with asyncio.timeout(LONGEST_S):
                while not requests.came:
                    stage.check_runs(process)
                    await asyncio.sleep(0.05)
            await asyncio.sleep(watched_s)
            stage.check_runs(process)
            pulse.stop()
    finally:
        pulse.stop()
    moments = (pulse.first_at, ready_at, requests.poll_at, requests.create_at)
    alive_s, ready_s, first_poll_s, first_create_s = ((at or began_at) - began_at for at in moments)
    return Start(
        alive_s=alive_s,
        ready_s=ready_s,
        first_poll_s=first_poll_s,
        first_create_s=first_create_s,
        longest_block_s=pulse.longest_s,
    )


def _report(start: Start, *, waiting: int) -> Report:
    return Report(
        name="restart",
        title=f"Restart with {RUNNING} clips running and {waiting:,} waiting",
        figures=(
            Figure(
                name="from the start of the process until its health server answers",
                value=start.alive_s,
                unit="s",
                reference=None,
            ),
            Figure(
                name="until it is ready, connected to the gateway",
                value=start.ready_s,
                unit="s",
                reference=READY_GOAL_S,
                goal=READY_GOAL_S,
            ),
            Figure(
                name="until the first poll",
                value=start.first_poll_s,
                unit="s",
                reference=FIRST_REQUEST_GOAL_S,
                goal=FIRST_REQUEST_GOAL_S,
            ),
            Figure(
                name="until the first create",
                value=start.first_create_s,
                unit="s",
                reference=FIRST_REQUEST_GOAL_S,
                goal=FIRST_REQUEST_GOAL_S,
            ),
            Figure(
                name="longest time in which the event loop answered nobody",
                value=start.longest_block_s,
                unit="s",
                reference=BLOCK_GOAL_S,
                goal=BLOCK_GOAL_S,
            ),
        ),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--waiting", type=int, default=WAITING)
    arguments = parser.parse_args()
    configure_logging(level="ERROR", fmt="console", secrets=())
    publish(measure(waiting=arguments.waiting))


if __name__ == "__main__":
    main()
