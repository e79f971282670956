"""The sandbox: the same bot object between a local Discord and a local Eachlabs."""

import asyncio
import random
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, Final, Self

from bot.app import Edges, open_showreel
from bot.clock import SystemClock
from bot.config import Settings
from bot.log import configure_logging
from bot.runner import Runner
from sandbox.discord.connector import NEXT_GUILD_WITHIN_S
from sandbox.discord.server import LocalDiscord
from sandbox.discord.world import World
from sandbox.eachlabs.server import LocalEachlabs
from sandbox.page.server import PageServer
from sandbox.settings import sandbox_settings

READY_WITHIN_S: Final = 30.0


class SandboxNotReadyError(Exception):
    """The bot did not come up; what it said stands in the log above."""


class Sandbox:
    """Everything that is open, for the page and for tests. The bot alone may be restarted."""

    def __init__(
        self,
        *,
        settings: Settings,
        discord_server: LocalDiscord,
        eachlabs: LocalEachlabs,
        page_url: str,
    ) -> None:
        self.settings = settings
        self.discord = discord_server
        self.world = discord_server.world
        self.eachlabs = eachlabs
        self.page_url = page_url
        self._bot = AsyncExitStack()
        self._runner: Runner | None = None

    @property
    def runner(self) -> Runner:
        """Raise SandboxNotReadyError while the bot is stopped."""
        if self._runner is None:
            raise SandboxNotReadyError
        return self._runner

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        *,
        speed: float = 30.0,
        port: int = 0,
        data_dir: Path | None = None,
        world: World | None = None,
        eachlabs_options: dict[str, Any] | None = None,
        **setting_changes: Any,
    ) -> AsyncIterator[Self]:
        """Open everything and wait until the bot is ready.

        Raises SandboxNotReadyError, and OSError when the page's port is taken.
        """
        async with AsyncExitStack() as stack:
            folder = data_dir or Path(stack.enter_context(_temporary_folder()))
            discord_server = await stack.enter_async_context(LocalDiscord.open(world=world))
            eachlabs = await stack.enter_async_context(
                LocalEachlabs.open(speed=speed, **{**_limits(speed), **(eachlabs_options or {})})
            )
            page = await stack.enter_async_context(
                PageServer(
                    world=discord_server.world,
                    discord_server=discord_server,
                    eachlabs=eachlabs,
                    port=port,
                )
            )
            settings = sandbox_settings(
                data_dir=folder,
                discord_token=discord_server.token,
                eachlabs_base_url=eachlabs.base_url,
                eachlabs_api_key=eachlabs.api_key,
                speed=speed,
                **setting_changes,
            )
            sandbox = cls(
                settings=settings,
                discord_server=discord_server,
                eachlabs=eachlabs,
                page_url=page.url,
            )
            stack.push_async_callback(sandbox.stop_bot)
            await sandbox.start_bot()
            yield sandbox

    async def start_bot(self) -> None:
        """Start the bot on what it left behind, and wait until it is ready."""
        self._runner = await self._bot.enter_async_context(
            _running_bot(self.settings, self.discord, random.SystemRandom())
        )

    async def stop_bot(self) -> None:
        """Stop the bot as SIGTERM does; Discord and Eachlabs go on."""
        self._runner = None
        await self._bot.aclose()


@asynccontextmanager
async def _running_bot(
    settings: Settings, discord_server: LocalDiscord, random_source: random.Random
) -> AsyncIterator[Runner]:
    edges = Edges(
        clock=SystemClock(),
        random_source=random_source,
        discord_connector=discord_server.connector(),
        next_guild_within_s=NEXT_GUILD_WITHIN_S,
    )
    async with open_showreel(settings, edges) as runner:
        stop = asyncio.Event()
        running = asyncio.create_task(runner.run(stop), name="bot")
        try:
            await _until_ready(runner, running)
            yield runner
        finally:
            stop.set()
            await running


async def _until_ready(runner: Runner, running: asyncio.Task[None]) -> None:
    ready = asyncio.create_task(runner.wait_until_ready())
    try:
        await asyncio.wait(
            {ready, running}, timeout=READY_WITHIN_S, return_when=asyncio.FIRST_COMPLETED
        )
        if running.done():
            await running
        if not ready.done():
            raise SandboxNotReadyError
    finally:
        ready.cancel()


async def serve_sandbox(*, port: int, speed: float, stop: asyncio.Event) -> None:
    """Open the sandbox for a person, print where its page is, and last until `stop` is set."""
    configure_logging(level="WARNING", fmt="console", secrets=())
    async with Sandbox.open(speed=speed, port=port) as sandbox:
        print(_welcome(sandbox.page_url, speed), flush=True)  # noqa: T201 - what the command says
        await stop.wait()


def _welcome(page_url: str, speed: float) -> str:
    seconds = round(340 / speed)
    return (
        f"\nShowreel is on stage: {page_url}\n"
        "Open the page, type /video, describe a clip and press Enter.\n"
        f"Time runs {speed:g} times faster: a clip takes about {seconds} s. Ctrl+C ends it.\n"
    )


def _limits(speed: float) -> dict[str, Any]:
    return {"rate_requests": 60, "rate_seconds": 60.0 / speed, "max_concurrent": 10}


def _temporary_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="showreel-", ignore_cleanup_errors=True)
