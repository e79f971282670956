"""What `showreel check` tries: each thing a start needs, and how to mend what fails."""

import os
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Final

import aiohttp
import discord
from discord.utils import oauth_url

from bot.clock import SystemClock
from bot.config import Settings
from bot.domain.errors import StorageUnavailableError
from bot.eachlabs.client import EachlabsClient
from bot.eachlabs.errors import EachlabsError, StatusError
from bot.storage.location import database_path
from bot.storage.schema import is_current
from bot.storage.writability import is_writable
from bot.stores import Stores

# View Channels, Send Messages, Send Messages in Threads, Attach Files, Embed Links and
# Read Message History: what the invite asks for.
INVITE_PERMISSIONS: Final = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    attach_files=True,
    embed_links=True,
    read_message_history=True,
)

_CHECK_FOLDER: Final = "Check that the folder of DATABASE_URL exists and can be written."


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One line: what was tried, whether it is fine, and a sentence about it."""

    name: str
    is_fine: bool
    sentence: str


async def find_problems(
    settings: Settings, *, discord_connector: aiohttp.BaseConnector | None = None
) -> Sequence[Finding]:
    """Try everything, one after the other; nothing is changed and nothing is paid for."""
    return [
        Finding(name="Settings", is_fine=True, sentence="All can be read."),
        await _finding("Database", lambda: _database(settings)),
        await _finding("Guilds", lambda: _guilds(settings)),
        await _finding("Eachlabs", lambda: _eachlabs(settings)),
        await _finding("Discord", lambda: _discord(settings, discord_connector)),
    ]


class _ProblemError(Exception):
    """What is wrong and how to mend it, in a sentence or two."""


async def _finding(name: str, attempt: Callable[[], Awaitable[str]]) -> Finding:
    try:
        return Finding(name=name, is_fine=True, sentence=await attempt())
    except _ProblemError as problem:
        return Finding(name=name, is_fine=False, sentence=str(problem))


async def _database(settings: Settings) -> str:
    path = database_path(settings.database_url)
    if not _is_there(path):
        if not _can_be_made(path):
            raise _ProblemError(f"It cannot be opened. {_CHECK_FOLDER}")
        return "There is none yet; the start will make it."
    try:
        async with Stores.open(settings, clock=SystemClock()) as stores:
            if not await is_current(stores.database):
                return "It opens. The start will bring it to the newest schema."
            if not await is_writable(stores.database):
                raise _ProblemError(
                    "It can be read but not written. Is the disk full, or the file read-only?"
                )
            return "It opens and takes writes."
    except StorageUnavailableError as error:
        raise _ProblemError(f"It cannot be used ({error}). {_CHECK_FOLDER}") from None


def _is_there(path: Path) -> bool:
    return os.path.lexists(path)


def _can_be_made(path: Path) -> bool:
    """Look only: the start makes the file, and the folders above it that are missing."""
    folder = next(parent for parent in path.absolute().parents if _is_there(parent))
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


async def _guilds(settings: Settings) -> str:
    if not settings.allowed_guild_ids:
        raise _ProblemError(
            "None may make clips. Put the ids of your servers into ALLOWED_GUILD_IDS."
        )
    return (
        f"ALLOWED_GUILD_IDS names {', '.join(str(guild) for guild in settings.allowed_guild_ids)}."
    )


async def _eachlabs(settings: Settings) -> str:
    async with aiohttp.ClientSession() as session:
        client = EachlabsClient(
            session,
            base_url=settings.eachlabs_base_url,
            api_key=settings.eachlabs_api_key,
            clock=SystemClock(),
        )
        try:
            balance_usd = await client.balance_usd()
        except EachlabsError as error:
            if isinstance(error, StatusError) and error.status == HTTPStatus.UNAUTHORIZED:
                raise _ProblemError(
                    "The key is refused. Make a new one in the Eachlabs console and set "
                    "EACHLABS_API_KEY."
                ) from None
            raise _ProblemError(
                f"There was no answer that can be used from {settings.eachlabs_base_url}. Check "
                "the network, or try again later."
            ) from None
    if balance_usd < settings.price_usd_5s:
        raise _ProblemError(
            f"The key works, but the balance of ${balance_usd:.2f} does not cover one clip. Top it "
            "up in the Eachlabs console."
        )
    return f"The key works; the balance is ${balance_usd:.2f}."


async def _discord(settings: Settings, connector: aiohttp.BaseConnector | None) -> str:
    client = discord.Client(intents=discord.Intents.none(), connector=connector)
    try:
        await client.login(settings.discord_token.get_secret_value())
        application_id = client.application_id
        name = client.user.name if client.user is not None else ""
    except discord.LoginFailure:
        raise _ProblemError(
            "The token is refused. Reset it in the Discord developer portal and set DISCORD_TOKEN."
        ) from None
    except (discord.HTTPException, aiohttp.ClientError, OSError):
        raise _ProblemError("Discord does not answer. Check the network.") from None
    finally:
        await client.close()
    if application_id is None:
        raise _ProblemError("The token is accepted, but it belongs to no application.")
    invite = oauth_url(
        application_id,
        permissions=INVITE_PERMISSIONS,
        scopes=("bot", "applications.commands"),
    )
    return f"The token works; the bot is {name}. Invite it with {invite}"
