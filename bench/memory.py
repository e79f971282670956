"""Memory of a real bot process: idle, and while large outputs pass through.

The bot runs as `showreel run` does, in a process of its own; Discord and Eachlabs are the local
ones in this process. Resident memory is read from the operating system every few milliseconds.
"""

import argparse
import asyncio
import json
import socket
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

import psutil

from bot.clock import SystemClock
from bot.config import Settings
from bot.domain.job import Job, JobStatus
from bot.domain.usage import UsageFilter
from bot.observability.health import ask_ready
from bot.stores import Stores
from sandbox.bot_process import start_bot_process
from sandbox.discord.server import LocalDiscord
from sandbox.discord.world import World
from sandbox.eachlabs.server import LocalEachlabs
from sandbox.settings import sandbox_settings

MIB = 1024 * 1024
SPEED = 340.0
IDLE_S = 10.0
SAMPLE_S = 0.005
BOOSTED_TIER = 3
IDLE_REFERENCE_MIB = 120.0
EXTRA_REFERENCE_MIB = 20.0


@dataclass(frozen=True, kw_only=True)
class Figure:
    name: str
    mib: float
    reference_mib: float

    @property
    def ratio(self) -> float:
        return self.mib / self.reference_mib


class Peak:
    """The highest resident memory of a process while the context is open."""

    def __init__(self, pid: int) -> None:
        self._process = psutil.Process(pid)
        self.highest_mib = 0.0

    async def __aenter__(self) -> Self:
        self._sampling = asyncio.create_task(self._sample())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._sampling.cancel()
        await asyncio.gather(self._sampling, return_exceptions=True)

    async def _sample(self) -> None:
        while True:
            self.highest_mib = max(self.highest_mib, self._process.memory_info().rss / MIB)
            await asyncio.sleep(SAMPLE_S)


async def measure(folder: Path) -> list[Figure]:
    world = World()
    world.set_boost_tier(world.place("Harbour Film Club").id, BOOSTED_TIER)
    async with (
        LocalDiscord.open(world=world) as discord_server,
        LocalEachlabs.open(speed=SPEED, rate_seconds=60 / SPEED) as eachlabs,
    ):
        settings = sandbox_settings(
            data_dir=folder,
            discord_token=discord_server.token,
            eachlabs_base_url=eachlabs.base_url,
            eachlabs_api_key=eachlabs.api_key,
            speed=SPEED,
            http_port=_free_port(),
        )
        certificate = folder / "discord.pem"
        certificate.write_bytes(discord_server.certificate_pem())
        process = await start_bot_process(
            settings, discord_port=discord_server.port, certificate=certificate
        )
        try:
            await _until_ready(settings)
            await asyncio.sleep(IDLE_S)
            idle_mib = psutil.Process(process.pid).memory_info().rss / MIB
            figures = [Figure(name="idle", mib=idle_mib, reference_mib=IDLE_REFERENCE_MIB)]
            # One ordinary clip first: what is loaded once for a delivery is not the file's.
            await _one_clip(settings, world, eachlabs, size_mib=None)
            for name, size_mib in (("attached", 90), ("as a link", 100)):
                before_mib = psutil.Process(process.pid).memory_info().rss / MIB
                async with Peak(process.pid) as peak:
                    job = await _one_clip(settings, world, eachlabs, size_mib=size_mib)
                figures.append(
                    Figure(
                        name=f"more for a {job.output_bytes / MIB:.0f} MiB output, {name}",
                        mib=peak.highest_mib - before_mib,
                        reference_mib=EXTRA_REFERENCE_MIB,
                    )
                )
        finally:
            process.terminate()
            await process.wait()
    return figures


async def _until_ready(settings: Settings) -> None:
    async with asyncio.timeout(60):
        while not await ask_ready(settings.http_host, settings.http_port):
            await asyncio.sleep(0.2)


async def _one_clip(
    settings: Settings, world: World, eachlabs: LocalEachlabs, *, size_mib: int | None
) -> Job:
    if size_mib is not None:
        eachlabs.faults.switch_on("file_huge", amount=size_mib)
    asked_before = len(eachlabs.ledger)
    await world.run_command(
        "video",
        {"prompt": "a lighthouse in a storm"},
        person_id=world.person("Mira").id,
        channel_id=world.place("showreel").id,
    )
    async with asyncio.timeout(120), Stores.open(settings, clock=SystemClock()) as stores:
        while True:
            jobs = [job async for job in stores.usage_log.stream(UsageFilter())]
            if len(jobs) > asked_before and jobs[-1].status is JobStatus.DELIVERED:
                eachlabs.faults.clear()
                return jobs[-1]
            await asyncio.sleep(0.2)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, help="write the figures to this file, too")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(measure(Path(folder)))
    for figure in figures:
        print(
            f"{figure.name:45} {figure.mib:7.1f} MiB   "
            f"reference {figure.reference_mib:5.0f} MiB   ratio {figure.ratio:.2f}"
        )
    if arguments.json is not None:
        arguments.json.write_text(json.dumps([asdict(figure) for figure in figures], indent=2))


if __name__ == "__main__":
    main()
