"""The product in a process of its own, between a local Discord and a local Eachlabs."""

import asyncio
import signal
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import aiohttp

from bot.clock import SystemClock
from bot.config import Settings
from bot.domain.job import Job, JobStatus
from bot.observability.health import ask_ready
from bot.stores import Stores
from sandbox.bot_process import start_bot_process
from sandbox.discord.connector import NEXT_GUILD_WITHIN_S
from sandbox.discord.server import LocalDiscord
from sandbox.discord.world import World
from sandbox.eachlabs.server import LocalEachlabs
from sandbox.settings import sandbox_settings
from tests.support.migrated import put_migrated
from tests.support.ports import reserved_port
from tests.support.signals import send_signal
from tests.support.stage import Stage
from tests.support.waiting import until_async

# Scales what a bot waits for; how long a clip takes is each test's own business.
SETTINGS_SPEED = 30.0
RATE_SECONDS = 60.0 / SETTINGS_SPEED
READY_WITHIN_S = 40.0
STOPPED_WITHIN_S = 40.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """What a bot finds: the same for every process that is started over one folder."""

    settings: Settings
    discord: LocalDiscord
    eachlabs: LocalEachlabs
    folder: Path

    @property
    def world(self) -> World:
        return self.discord.world


class ProcessStage(Stage):
    """Everything a test of a real process touches. Whatever still runs at the end is killed."""

    def __init__(self, surroundings: Surroundings, stores: Stores) -> None:
        super().__init__(surroundings, stores)  # type: ignore[arg-type] - it has what a stage asks
        self._surroundings = surroundings
        self._processes: list[Process] = []
        self.settings = surroundings.settings
        self.output = surroundings.folder / "output.txt"

    @classmethod
    @asynccontextmanager
    async def open(
        cls, folder: Path, *, generation_s: Sequence[float] = (1.0,), **changes: Any
    ) -> AsyncIterator[Self]:
        """Open with no bot running yet. Clips take these times in turn; the last one stays.

        `changes` are settings.
        """
        times = list(generation_s)
        async with (
            LocalDiscord.open() as discord,
            LocalEachlabs.open(
                speed=1.0,
                generation_seconds=lambda _duration_s: times.pop(0) if times[1:] else times[0],
                rate_seconds=RATE_SECONDS,
            ) as eachlabs,
        ):
            with reserved_port() as http_port:
                settings = sandbox_settings(
                    **{
                        "data_dir": folder,
                        "discord_token": discord.token,
                        "eachlabs_base_url": eachlabs.base_url,
                        "eachlabs_api_key": eachlabs.api_key,
                        "speed": SETTINGS_SPEED,
                        "http_port": http_port,
                        "user_max_running": None,
                        **changes,
                    }
                )
                put_migrated(folder)
                surroundings = Surroundings(
                    settings=settings, discord=discord, eachlabs=eachlabs, folder=folder
                )
                async with Stores.open(settings, clock=SystemClock()) as stores:
                    stage = cls(surroundings, stores)
                    try:
                        yield stage
                    finally:
                        await stage._kill_all()

    async def start(self, **changes: Any) -> Process:
        """Start a bot and do not wait for it. `changes` are settings of this one process."""
        certificate = self._surroundings.folder / "discord.pem"
        certificate.write_bytes(self.discord.certificate_pem())
        with self.output.open("ab") as output:
            process = await start_bot_process(
                self.settings.model_copy(update=changes),
                discord_port=self.discord.port,
                certificate=certificate,
                output=output,
                next_guild_within_s=NEXT_GUILD_WITHIN_S,
            )
        self._processes.append(process)
        return process

    async def start_ready(self) -> Process:
        """Start a bot, and return when members can ask it for clips."""
        process = await self.start()
        await until_async(lambda: self._serves(process), within_s=READY_WITHIN_S)
        return process

    @property
    def running(self) -> Process:
        """The process that was started last, and has not ended."""
        process = self._processes[-1]
        assert process.returncode is None
        return process

    @property
    def pid(self) -> int:
        return self.running.pid

    async def until_ready(self) -> None:
        await until_async(self.is_ready, within_s=READY_WITHIN_S)

    async def is_ready(self) -> bool:
        return await ask_ready(self.settings.http_host, self.settings.http_port)

    async def readiness(self) -> dict[str, Any]:
        """What /readyz says, check by check."""
        url = f"http://{self.settings.http_host}:{self.settings.http_port}/readyz"
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            return {"status": response.status, **(await response.json())["checks"]}

    async def statuses(self) -> list[JobStatus]:
        return [job.status for job in await self.jobs()]

    async def until_statuses(self, *wanted: JobStatus, within_s: float = 40.0) -> list[Job]:
        """Wait until the jobs of the log, oldest first, are in these states."""

        async def there() -> bool:
            return await self.statuses() == list(wanted)

        try:
            await until_async(there, within_s=within_s)
        except TimeoutError:
            raise TimeoutError(f"{await self.statuses()}, not {list(wanted)}") from None
        return await self.jobs()

    def clips(self, person: str = "Mira", channel: str = "showreel") -> list[dict[str, Any]]:
        """Every message with a file that a person sees."""
        return [message for message in self.sees(person, channel) if message["attachments"]]

    async def terminate(self, process: Process) -> tuple[int, float]:
        """Send SIGTERM; returns the exit status, and after how many seconds it came."""
        begun = time.monotonic()
        send_signal(process, signal.SIGTERM)
        status = await asyncio.wait_for(process.wait(), STOPPED_WITHIN_S)
        return status, time.monotonic() - begun

    async def kill(self, process: Process) -> None:
        """SIGKILL: nothing in the process gets another turn."""
        send_signal(process, signal.SIGKILL)
        await process.wait()

    async def _serves(self, process: Process) -> bool:
        if process.returncode is not None:
            raise AssertionError(f"the bot ended with {process.returncode}: {self._last_words()}")
        return await self.is_ready() and bool(
            self.world.commands(**self.where())  # registered beside the start
        )

    async def _kill_all(self) -> None:
        for process in self._processes:
            if process.returncode is None:
                await self.kill(process)

    def _last_words(self) -> str:
        return "\n".join(self.output.read_text(errors="replace").splitlines()[-20:])
