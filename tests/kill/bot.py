"""The bot under test: a real process that is started, killed and started again."""

import asyncio
import signal
from pathlib import Path

from bot.config import Settings
from sandbox.bot_process import start_bot_process
from sandbox.discord.connector import NEXT_GUILD_WITHIN_S
from sandbox.discord.server import LocalDiscord
from tests.support.signals import send_signal
from tests.support.waiting import until

ONLINE_WITHIN_S = 40.0
GONE_WITHIN_S = 5.0
STOPPED_WITHIN_S = 30.0
HELD_STATUS = 75
STARTS_WHILE_HELD = 10
START_AGAIN_S = 0.5


class ProcessEndedError(Exception):
    """It ended although nobody killed it: that is a finding, too."""


class BotProcess:
    def __init__(self, settings: Settings, *, discord: LocalDiscord, folder: Path) -> None:
        self._settings = settings
        self._discord = discord
        self._log = folder / "bot.log"
        self._certificate = folder / "discord.pem"
        self._certificate.write_bytes(discord.certificate_pem())
        self._process: asyncio.subprocess.Process | None = None

    @property
    def runs(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def start(self) -> None:
        await self._started()

    async def _started(self) -> asyncio.subprocess.Process:
        if self._process is not None and self._process.returncode is None:
            return self._process
        with self._log.open("ab") as output:
            self._process = await start_bot_process(
                self._settings,
                discord_port=self._discord.port,
                certificate=self._certificate,
                output=output,
                next_guild_within_s=NEXT_GUILD_WITHIN_S,
            )
        return self._process

    async def be_online(self) -> None:
        """Start it if need be, and wait until members can ask for something."""
        for _ in range(STARTS_WHILE_HELD):
            process = await self._started()
            await until(
                lambda: self._discord.gateway.is_bot_online or not self.runs,
                within_s=ONLINE_WITHIN_S,
            )
            if process.returncode != HELD_STATUS:
                break
            # A migration outlived the process that began it, and holds the database till it ends.
            await asyncio.sleep(START_AGAIN_S)
        # Killed while it started: that is no ending of its own.
        if process.returncode is not None and process.returncode >= 0:
            raise ProcessEndedError(f"exit status {process.returncode}: {self.last_words()}")

    def kill(self) -> None:
        """SIGKILL, at once: nothing in the process gets another turn."""
        if self._process is not None and self._process.returncode is None:
            send_signal(self._process, signal.SIGKILL)

    async def wait_gone(self) -> None:
        if self._process is None:
            return
        async with asyncio.timeout(GONE_WITHIN_S):
            await self._process.wait()
        await until(lambda: not self._discord.gateway.is_bot_online, within_s=GONE_WITHIN_S)

    async def stop(self) -> int | None:
        """SIGTERM, as an operator stops it; returns the exit status."""
        if self._process is None:
            return None
        if self._process.returncode is None:
            send_signal(self._process, signal.SIGTERM)
        try:
            async with asyncio.timeout(STOPPED_WITHIN_S):
                return await self._process.wait()
        except TimeoutError:
            send_signal(self._process, signal.SIGKILL)
            return await self._process.wait()

    def last_words(self) -> str:
        if not self._log.exists():
            return ""
        return "\n".join(self._log.read_text(errors="replace").splitlines()[-30:])
