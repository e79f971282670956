"""The bot in a process of its own, as `showreel run` starts it, between the local services."""

import asyncio
import socket
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from aiohttp.typedefs import Middleware

from bot.config import Settings
from bot.observability.health import ask_ready
from sandbox.bot_process import start_bot_process
from sandbox.discord.server import LocalDiscord
from sandbox.discord.world import World
from sandbox.eachlabs.options import OptionKeywords
from sandbox.eachlabs.server import LocalEachlabs
from sandbox.settings import sandbox_settings

READY_WITHIN_S = 60.0
STOPPED_WITHIN_S = 30.0
LOOK_EVERY_S = 0.02
RATE_SECONDS = 60.0
# For those whose clips are not what is measured: everybody may have as many as they like.
UNLIMITED: dict[str, Any] = {
    "user_max_running": None,
    "user_max_queued": None,
    "user_jobs_per_day": None,
    "guild_max_queued": None,
    "guild_jobs_per_day": None,
    "total_usd_per_day": None,
    "max_wait_seconds": 10**7,
}


class BotEndedError(Exception):
    """The bot's process ended although nobody asked it to; its last lines are the message."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """What a bot finds: the same for every process that is started over one folder."""

    settings: Settings
    discord: LocalDiscord
    eachlabs: LocalEachlabs
    folder: Path

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        folder: Path,
        *,
        speed: float,
        world: World | None = None,
        eachlabs: OptionKeywords | None = None,
        discord_middlewares: Sequence[Middleware] = (),
        eachlabs_middlewares: Sequence[Middleware] = (),
        settings: dict[str, Any] | None = None,
    ) -> AsyncIterator[Self]:
        """Open the services, with no bot running yet."""
        options: OptionKeywords = {
            "speed": speed,
            "rate_seconds": RATE_SECONDS / speed,
            **(eachlabs or {}),
        }
        async with (
            LocalDiscord.open(world=world, middlewares=discord_middlewares) as discord_server,
            LocalEachlabs.open(middlewares=eachlabs_middlewares, **options) as eachlabs_server,
        ):
            (folder / "discord.pem").write_bytes(discord_server.certificate_pem())
            yield cls(
                settings=sandbox_settings(
                    data_dir=folder,
                    discord_token=discord_server.token,
                    eachlabs_base_url=eachlabs_server.base_url,
                    eachlabs_api_key=eachlabs_server.api_key,
                    speed=speed,
                    **{"http_port": free_port(), "log_level": "ERROR", **(settings or {})},
                ),
                discord=discord_server,
                eachlabs=eachlabs_server,
                folder=folder,
            )

    @property
    def world(self) -> World:
        return self.discord.world

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[Process]:
        """Start a bot and do not wait for it; it ends when the context does."""
        with (self.folder / "bot.log").open("ab") as output:
            process = await start_bot_process(
                self.settings,
                discord_port=self.discord.port,
                certificate=self.folder / "discord.pem",
                output=output,
            )
        try:
            yield process
        finally:
            await _end(process)

    async def until_ready(self, process: Process) -> None:
        """Return when members can ask for clips. Raises BotEndedError, and TimeoutError."""
        async with asyncio.timeout(READY_WITHIN_S):
            while not await self._serves():
                self.check_runs(process)
                await asyncio.sleep(LOOK_EVERY_S)

    def check_runs(self, process: Process) -> None:
        """Raise BotEndedError when the process has ended."""
        if process.returncode is not None:
            log = (self.folder / "bot.log").read_text(encoding="utf-8", errors="replace")
            last_words = "\n".join(log.splitlines()[-20:])
            raise BotEndedError(f"exit status {process.returncode}: {last_words}")

    async def _serves(self) -> bool:
        """Commands are registered beside the start, so that readiness alone does not tell."""
        commands = self.world.backend.commands.get(None)
        return bool(commands) and await ask_ready(self.settings.http_host, self.settings.http_port)


async def _end(process: Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        async with asyncio.timeout(STOPPED_WITHIN_S):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
