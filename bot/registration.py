"""Registers the slash commands beside the running bot, as often as that must be tried."""

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from itertools import chain, repeat
from typing import Final

import aiohttp
import discord
import structlog

from bot.domain.errors import StorageUnavailableError
from bot.domain.ports import Clock

log = structlog.get_logger(__name__)

# The last wait is repeated.
REGISTRATION_WAITS_S: Final = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0)

_NOT_A_MEMBER: Final = (
    "The bot may not register commands there. Check DISCORD_DEV_GUILD_ID: the bot must be a "
    "member of that server."
)
_REFUSED: Final = "Discord refuses the slash commands. Those that it has already stay in use."


class CommandRegistration:
    """The bot works meanwhile: buttons, running jobs, and the commands that Discord has already."""

    def __init__(self, *, register: Callable[[], Awaitable[None]], clock: Clock) -> None:
        self._register = register
        self._clock = clock
        self._tried = asyncio.Event()

    async def run(self) -> None:
        """Return once the commands are registered, or are refused for good."""
        waits_s = chain(REGISTRATION_WAITS_S, repeat(REGISTRATION_WAITS_S[-1]))
        while not await self._is_settled():
            await self._clock.sleep(next(waits_s))

    async def wait_until_tried(self) -> None:
        """Return once it was tried, whatever came of it."""
        await self._tried.wait()

    async def _is_settled(self) -> bool:
        try:
            await self._register()
        except discord.HTTPException as error:
            if _may_pass(error):
                log.warning("commands_not_registered_yet", status=error.status, code=error.code)
                return False
            _report_refusal(error)
        except (
            discord.RateLimited,
            aiohttp.ClientError,
            OSError,
            StorageUnavailableError,
        ) as error:
            log.warning("commands_not_registered_yet", error=type(error).__name__)
            return False
        finally:
            self._tried.set()
        return True


def _may_pass(error: discord.HTTPException) -> bool:
    return error.status >= HTTPStatus.INTERNAL_SERVER_ERROR or error.status in {
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.REQUEST_TIMEOUT,
    }


def _report_refusal(error: discord.HTTPException) -> None:
    hint = _NOT_A_MEMBER if error.status == HTTPStatus.FORBIDDEN else _REFUSED
    log.error("commands_refused", status=error.status, code=error.code, hint=hint)
