"""Memory of a real bot process: idle, in a thousand servers, and while large outputs pass through.

The bot runs as `showreel run` does, in a process of its own; Discord and Eachlabs are the local
ones in this process. Resident memory is read from the operating system every few milliseconds.
"""

import asyncio
import shutil
import tempfile
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import psutil
from aiohttp import web

from bench.report import BarChart, Figure, Report, publish
from bench.servers import add_servers
from bench.stage import UNLIMITED, Stage
from bot.clock import SystemClock
from bot.domain.job import DeliveryWay, Job, JobStatus
from bot.domain.usage import UsageFilter
from bot.log import configure_logging
from bot.stores import Stores
from sandbox.discord.world import World
from sandbox.eachlabs.clip_maker import ClipPlan, make_clip
from sandbox.eachlabs.gate import UPLOADS_PATH
from sandbox.eachlabs.options import OptionKeywords

MIB = 1024 * 1024
SAMPLE_S = 0.005
LONGEST_S = 240.0
IDLE_REFERENCE_MIB = 120.0
# What a bot that keeps discord.py's usual caches would be allowed for each thousand servers.
SERVERS_REFERENCE_MIB = 60.0
ONE_OUTPUT_GOAL_MIB = 20.0
AT_ONCE_GOAL_MIB = 60.0
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Scale:
    """How much is tried. A link needs an output above what the boost tier takes as a file."""

    servers: int = 1000
    at_once: int = 10
    attached_mib: int = 90
    linked_mib: int = 100
    boost_tier: int = 3
    idle_s: float = 10.0
    speed: float = 100.0


WHOLE = Scale()


@dataclass(frozen=True, kw_only=True, slots=True)
class Load:
    """So many clips of that size, whose outputs begin to arrive in the same moment."""

    name: str
    clips: int
    size_mib: int
    way: DeliveryWay
    goal_mib: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Readings:
    """`highest_mib` is by the name of the load."""

    idle_mib: float
    highest_mib: Mapping[str, float]
    files_left_over: int


@dataclass(kw_only=True, slots=True)
class StartingLine:
    """A middleware that lets outputs go only when as many as announced are asked for."""

    expected: int = 1
    waiting: int = 0
    opened: asyncio.Event = field(default_factory=asyncio.Event)

    def expect(self, outputs: int) -> None:
        self.expected, self.waiting, self.opened = outputs, 0, asyncio.Event()

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path.startswith(UPLOADS_PATH):
            self.waiting += 1
            if self.waiting >= self.expected:
                self.opened.set()
            await self.opened.wait()
        return await handler(request)


class Peak:
    """The highest resident memory of a process while the context is open."""

    def __init__(self, process: psutil.Process) -> None:
        self._process = process
        self.highest_mib = 0.0

    async def __aenter__(self) -> Self:
        self._sampling = asyncio.create_task(self._sample())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._sampling.cancel()
        await asyncio.gather(self._sampling, return_exceptions=True)

    async def _sample(self) -> None:
        while True:
            self.highest_mib = max(self.highest_mib, _resident_mib(self._process))
            await asyncio.sleep(SAMPLE_S)


def loads(scale: Scale) -> Sequence[Load]:
    """One output and many, attached and as links."""
    ways = (
        (DeliveryWay.ATTACHMENT, scale.attached_mib, "attached"),
        (DeliveryWay.LINK, scale.linked_mib, "linked"),
    )
    one = [
        Load(
            name=f"one output of {size_mib} MiB, {done}",
            clips=1,
            size_mib=size_mib,
            way=way,
            goal_mib=ONE_OUTPUT_GOAL_MIB,
        )
        for way, size_mib, done in ways
    ]
    many = [
        Load(
            name=f"{scale.at_once} outputs of {size_mib} MiB at once, {done}",
            clips=scale.at_once,
            size_mib=size_mib,
            way=way,
            goal_mib=AT_ONCE_GOAL_MIB,
        )
        for way, size_mib, done in ways
    ]
    return (*one, *many)


def measure(scale: Scale = WHOLE) -> Report:
    readings = asyncio.run(_few_servers(scale))
    crowded_mib = asyncio.run(_many_servers(scale))
    return _report(readings, crowded_mib=crowded_mib, scale=scale)


async def _few_servers(scale: Scale) -> Readings:
    line = StartingLine()
    world = World()
    world.set_boost_tier(world.place("Harbour Film Club").id, scale.boost_tier)
    async with _running(world, line, speed=scale.speed) as (stage, process):
        resident = psutil.Process(process.pid)
        await asyncio.sleep(scale.idle_s)
        idle_mib = _resident_mib(resident)
        highest_mib = {}
        for load in loads(scale):
            async with Peak(resident) as peak:
                await _deliver(stage, line, load)
            highest_mib[load.name] = peak.highest_mib
        left_over = sum(path.is_file() for path in stage.settings.media_dir.rglob("*"))
    return Readings(idle_mib=idle_mib, highest_mib=highest_mib, files_left_over=left_over)


async def _many_servers(scale: Scale) -> float:
    world = World()
    add_servers(world, scale.servers)
    async with _running(world, StartingLine(), speed=scale.speed) as (_, process):
        await asyncio.sleep(scale.idle_s)
        return _resident_mib(psutil.Process(process.pid))


@asynccontextmanager
async def _running(
    world: World, line: StartingLine, *, speed: float
) -> AsyncIterator[tuple[Stage, Process]]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        sample = folder / "sample.mp4"
        make_clip(ClipPlan(prompt="a sample", duration_s=5, aspect_ratio="16:9"), sample)

        def copy_sample(_plan: ClipPlan, path: Path) -> None:
            shutil.copyfile(sample, path)

        async with (
            Stage.open(
                folder,
                speed=speed,
                world=world,
                eachlabs=OptionKeywords(make_clip=copy_sample),
                eachlabs_middlewares=(line.middleware,),
                settings=UNLIMITED,
            ) as stage,
            stage.bot() as process,
        ):
            await stage.until_ready(process)
            yield stage, process


async def _deliver(stage: Stage, line: StartingLine, load: Load) -> None:
    """Ask for the clips, and wait until each was delivered in the way that was meant."""
    world = stage.world
    line.expect(load.clips)
    stage.eachlabs.faults.switch_on("file_huge", amount=load.size_mib)
    asked_before = len(stage.eachlabs.ledger)
    for _ in range(load.clips):
        await world.run_command(
            "video",
            {"prompt": "a lighthouse in a storm"},
            person_id=world.person("Mira").id,
            channel_id=world.place("showreel").id,
        )
    async with asyncio.timeout(LONGEST_S), _stores(stage) as stores:
        while True:
            jobs = [job async for job in stores.usage_log.stream(UsageFilter())][asked_before:]
            if len(jobs) == load.clips and all(_has_ended(job) for job in jobs):
                break
            await asyncio.sleep(0.2)
    stage.eachlabs.faults.clear()
    ways = {job.delivery for job in jobs}
    if ways != {load.way}:
        raise ValueError(f"delivered as {ways}, not as {load.way}")


@asynccontextmanager
async def _stores(stage: Stage) -> AsyncIterator[Stores]:
    async with Stores.open(stage.settings, clock=SystemClock()) as stores:
        yield stores


def _has_ended(job: Job) -> bool:
    return job.status in {JobStatus.DELIVERED, JobStatus.KEPT, JobStatus.FAILED}


def _resident_mib(process: psutil.Process) -> float:
    return float(process.memory_info().rss / MIB)


def _report(readings: Readings, *, crowded_mib: float, scale: Scale) -> Report:
    idle_mib = readings.idle_mib
    idle = [
        Figure(
            name="idle, in two servers",
            value=idle_mib,
            unit="MiB",
            reference=IDLE_REFERENCE_MIB,
            goal=IDLE_REFERENCE_MIB,
        ),
        Figure(
            name=f"more in {scale.servers:,} servers of 30 channels and 20 roles",
            value=crowded_mib - idle_mib,
            unit="MiB",
            reference=SERVERS_REFERENCE_MIB,
            goal=SERVERS_REFERENCE_MIB,
        ),
    ]
    passing = [
        Figure(
            name=f"more for {load.name}",
            value=readings.highest_mib[load.name] - idle_mib,
            unit="MiB",
            # Held in memory, it would be all of them.
            reference=load.clips * load.size_mib,
            goal=load.goal_mib,
        )
        for load in loads(scale)
    ]
    files = Figure(
        name="files left over", value=readings.files_left_over, unit="", reference=None, goal=0
    )
    chart = BarChart(
        name="memory",
        title="Resident memory of the bot's process",
        x_label="",
        y_label="MiB",
        bars={
            "idle": idle_mib,
            f"idle in {scale.servers:,} servers": crowded_mib,
            **{load.name: readings.highest_mib[load.name] for load in loads(scale)[-2:]},
        },
    )
    return Report(
        name="memory",
        title="Memory of the bot's process",
        figures=(*idle, *passing, files),
        charts=(chart,),
    )


if __name__ == "__main__":
    configure_logging(level="ERROR", fmt="console", secrets=())
    publish(measure())
