"""How fast `/video` is answered when many ask at once: over the wire, on a short and a long log.

The bot runs as `showreel run` does, in a process of its own, and hears of each request from the
gateway. Discord and Eachlabs are the local ones in this process; limits are raised, so that every
request may be accepted. A request is answered when the last byte of the bot's first answer is
there. A rush of far more than the bot can take shows what becomes of the others.
"""

import argparse
import asyncio
import math
import tempfile
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Self

import aiohttp
import psutil

from bench.crowd import AnswerDesk, Crowd, Rush
from bench.dataset import copy_log
from bench.report import BarChart, Figure, Report, publish
from bench.stage import UNLIMITED, Stage
from bot.clock import SystemClock
from bot.config import Settings
from bot.stores import Stores
from sandbox.discord.world import World

LONG_LOG_ROWS: Final = 1_000_000
# How many ask at once, and how often: a percentile wants some hundred answers.
RUSHES: Final[Mapping[int, int]] = MappingProxyType({1: 30, 30: 5, 300: 3})
OVERLOAD: Final = 2_000
# What a process loads only once is no part of an answer.
WARM_UP: Final = 30
GOAL_S: Final = 1.0
DISCORD_WAITS_S: Final = 3.0
WAIT_FOR_ANSWERS_S: Final = 30.0
QUIET_WITHIN_S: Final = 120.0
QUIET_S: Final = 1.0
PROBE_EVERY_S: Final = 0.1
# No clip ends during the run, so the slots stay as full as they are.
GENERATION_S: Final = 3_600.0
SETTINGS: Final[Mapping[str, Any]] = MappingProxyType(
    {**UNLIMITED, "retention_days": 1000, "log_level": "INFO"}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """Some rushes of the same size."""

    members: int
    rushes: Sequence[Rush]
    bot_cpu_s: float

    @property
    def asked(self) -> int:
        return sum(rush.asked for rush in self.rushes)

    @property
    def accepted_s(self) -> list[float]:
        return [after_s for rush in self.rushes for after_s in rush.accepted_s]

    @property
    def refused_s(self) -> list[float]:
        return [after_s for rush in self.rushes for after_s in rush.refused_s]

    @property
    def answered_s(self) -> list[float]:
        return self.accepted_s + self.refused_s

    @property
    def failed(self) -> int:
        """Requests that Discord would show as failed."""
        in_time = sum(after_s <= DISCORD_WAITS_S for after_s in self.answered_s)
        return self.asked - in_time

    @property
    def discord_cpu_s(self) -> float:
        return sum(rush.discord_cpu_s for rush in self.rushes)


class House:
    """A running bot, and those who are about to ask it."""

    def __init__(
        self, settings: Settings, *, bot: psutil.Process, crowd: Crowd, desk: AnswerDesk
    ) -> None:
        self.settings = settings
        self._bot = bot
        self._crowd = crowd
        self._desk = desk

    @classmethod
    @asynccontextmanager
    async def open(cls, folder: Path) -> AsyncIterator[Self]:
        """Start a bot over the log in this folder, and let one request go all its way."""
        world = World()
        crowd, desk = Crowd(world), AnswerDesk()
        async with (
            Stage.open(
                folder,
                speed=1.0,
                world=world,
                eachlabs={"generation_seconds": lambda _duration_s: GENERATION_S},
                discord_middlewares=(desk.middleware,),
                settings=dict(SETTINGS),
            ) as stage,
            stage.bot() as process,
        ):
            await stage.until_ready(process)
            await crowd.ask_once()
            desk.open()
            yield cls(stage.settings, bot=psutil.Process(process.pid), crowd=crowd, desk=desk)

    async def measure(self, *, members: int, times: int = 1) -> Measured:
        rushes = []
        bot_cpu_s = 0.0
        for _ in range(times):
            before_s = self._bot_cpu_s()
            rushes.append(
                await self._crowd.rush(self._desk, members=members, within_s=WAIT_FOR_ANSWERS_S)
            )
            bot_cpu_s += self._bot_cpu_s() - before_s
            await self._until_quiet()
        return Measured(members=members, rushes=rushes, bot_cpu_s=bot_cpu_s)

    async def _until_quiet(self) -> None:
        """Wait until every accepted request is confirmed, and a moment more."""
        async with (
            asyncio.timeout(QUIET_WITHIN_S),
            Stores.open(self.settings, clock=SystemClock()) as stores,
        ):
            while await stores.jobs.unacknowledged(created_before=datetime.now(UTC)):
                await asyncio.sleep(0.1)
        await asyncio.sleep(QUIET_S)

    def _bot_cpu_s(self) -> float:
        times = self._bot.cpu_times()
        return float(times.user + times.system)


class Probe:
    """Asks the bot for a sign of life again and again: it comes as late as its event loop is."""

    def __init__(self, settings: Settings) -> None:
        self._url = f"http://{settings.http_host}:{settings.http_port}/livez"
        self.longest_s = 0.0

    async def __aenter__(self) -> Self:
        self._probing = asyncio.create_task(self._probe())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._probing.cancel()
        await asyncio.gather(self._probing, return_exceptions=True)

    async def _probe(self) -> None:
        now = asyncio.get_running_loop().time
        async with aiohttp.ClientSession(trust_env=False) as session:
            while True:
                began_s = now()
                async with session.get(self._url):
                    self.longest_s = max(self.longest_s, now() - began_s)
                await asyncio.sleep(PROBE_EVERY_S)


def percentile(values: Sequence[float], share: float) -> float:
    """The least of the values that this share of them does not exceed; nan of none."""
    if not values:
        return math.nan
    return sorted(values)[max(math.ceil(share * len(values)) - 1, 0)]


def measure(
    *,
    long_log_rows: int = LONG_LOG_ROWS,
    rushes: Mapping[int, int] = RUSHES,
    overload: int = OVERLOAD,
) -> Report:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        return asyncio.run(
            _measure(Path(scratch), long_log_rows=long_log_rows, rushes=rushes, overload=overload)
        )


async def _measure(
    folder: Path, *, long_log_rows: int, rushes: Mapping[int, int], overload: int
) -> Report:
    figures: list[Figure] = []
    bars: dict[str, float] = {}
    for rows in (0, long_log_rows):
        log_name = f"{rows:,} rows" if rows else "an empty log"
        scratch = folder / str(rows)
        scratch.mkdir()
        if rows:
            copy_log(scratch / "showreel.db", rows=rows, until=datetime.now(UTC))
        async with House.open(scratch) as house:
            await house.measure(members=WARM_UP)
            for members, times in rushes.items():
                measured = await house.measure(members=members, times=times)
                figures += _rush_figures(measured, log_name=log_name)
                bars[f"{members}, {log_name}"] = percentile(measured.answered_s, 0.99)
            async with Probe(house.settings) as probe:
                measured = await house.measure(members=overload)
            figures += _overload_figures(measured, log_name=log_name, lag_s=probe.longest_s)
    return Report(
        name="acknowledgement",
        title="How fast /video is answered when many ask at once",
        figures=figures,
        charts=[
            BarChart(
                name="acknowledgement",
                title="99 of 100 are answered within",
                x_label="how many ask at once",
                y_label="seconds",
                bars=bars,
            )
        ],
    )


def _rush_figures(measured: Measured, *, log_name: str) -> list[Figure]:
    what = f"{measured.members} at once, {log_name}"
    return [
        _seconds(f"half are answered within, {what}", percentile(measured.answered_s, 0.5)),
        _seconds(
            f"99 of 100 are answered within, {what}",
            percentile(measured.answered_s, 0.99),
            goal=GOAL_S,
        ),
        _count(f"accepted, {what}", len(measured.accepted_s), of=measured),
        *_work(measured, what=what),
    ]


def _overload_figures(measured: Measured, *, log_name: str, lag_s: float) -> list[Figure]:
    what = f"{measured.members} at once, {log_name}"
    return [
        _count(f"accepted, {what}", len(measured.accepted_s), of=measured),
        _count(f"refused with a sentence, {what}", len(measured.refused_s), of=measured),
        _seconds(
            f"99 of 100 are answered within, {what}",
            percentile(measured.answered_s, 0.99),
            reference=DISCORD_WAITS_S,
        ),
        _count(
            f"not answered within Discord's {DISCORD_WAITS_S:g} s, {what}",
            measured.failed,
            of=measured,
            goal=0,
        ),
        _seconds(
            f"longest time in which the event loop answered nobody, {what}",
            lag_s,
            reference=DISCORD_WAITS_S,
        ),
        *_work(measured, what=what),
    ]


def _seconds(
    name: str, value: float, *, reference: float = GOAL_S, goal: float | None = None
) -> Figure:
    return Figure(name=name, value=value, unit="s", reference=reference, goal=goal)


def _count(name: str, value: int, *, of: Measured, goal: float | None = None) -> Figure:
    return Figure(name=name, value=value, unit="", reference=of.asked, goal=goal)


def _work(measured: Measured, *, what: str) -> list[Figure]:
    """Whose work it was. On two cores the local Discord has one to itself."""
    each_ms = {
        "the bot's": 1000 * measured.bot_cpu_s / measured.asked,
        "the local Discord's": 1000 * measured.discord_cpu_s / measured.asked,
    }
    return [
        Figure(name=f"{whose} work for each, {what}", value=value, unit="ms", reference=None)
        for whose, value in each_ms.items()
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=LONG_LOG_ROWS, help="length of the long log")
    publish(measure(long_log_rows=parser.parse_args().rows))


if __name__ == "__main__":
    main()
