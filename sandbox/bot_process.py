"""`showreel run` in a process of its own, led to a local Discord: for what is measured or killed.

Settings come from the environment as ever; a few more variables say how Discord is found.
"""

import os
import ssl
import sys
from asyncio.subprocess import DEVNULL, Process, create_subprocess_exec
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Final

import aiohttp

from bot.__main__ import run_bot
from bot.config import Settings
from sandbox.discord.connector import local_connector

PORT_VARIABLE: Final = "SANDBOX_DISCORD_PORT"
CERTIFICATE_VARIABLE: Final = "SANDBOX_DISCORD_CERTIFICATE"
NEXT_GUILD_VARIABLE: Final = "SANDBOX_NEXT_GUILD_WITHIN_S"


async def start_bot_process(
    settings: Settings,
    *,
    discord_port: int,
    certificate: Path,
    output: IO[bytes] | None = None,
    next_guild_within_s: float = 2.0,
) -> Process:
    """Start it; whoever starts it ends it. `certificate` is the local Discord's, as PEM."""
    return await create_subprocess_exec(
        sys.executable,
        "-m",
        "sandbox.bot_process",
        stdin=DEVNULL,
        stdout=output or DEVNULL,
        stderr=output or DEVNULL,
        env={
            **environment_of(settings),
            PORT_VARIABLE: str(discord_port),
            CERTIFICATE_VARIABLE: str(certificate),
            NEXT_GUILD_VARIABLE: str(next_guild_within_s),
        },
    )


def environment_of(settings: Settings) -> Mapping[str, str]:
    """Write every setting as the environment would hold it, and nothing else but the path."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {
        name.upper(): _as_text(getattr(settings, name)) for name in type(settings).model_fields
    }


def _as_text(value: object) -> str:
    match value:
        case None:
            return ""
        case tuple():
            return ",".join(str(part) for part in value)
        case bool():
            return str(value).lower()
        case _ if hasattr(value, "get_secret_value"):
            return str(value.get_secret_value())
        case _:
            return str(value)


def _connector() -> aiohttp.TCPConnector:
    context = ssl.create_default_context(cafile=os.environ[CERTIFICATE_VARIABLE])
    return local_connector(port=int(os.environ[PORT_VARIABLE]), context=context)


if __name__ == "__main__":
    run_bot(_connector, next_guild_within_s=float(os.environ[NEXT_GUILD_VARIABLE]))
