"""Discord's errors become ours here, once."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from types import MappingProxyType
from typing import Final

import aiohttp
import discord

from bot.domain.errors import (
    DiscordAwayError,
    MessageRefusedError,
    NothingSentError,
    TooLargeForDiscordError,
    WayClosedError,
)

BAD_REQUEST_STATUS: Final = 400
TOO_LARGE_STATUS: Final = 413
TOO_LARGE_CODE: Final = 40005
TOO_MANY_REQUESTS_STATUS: Final = 429
SERVER_ERRORS_FROM: Final = 500
# A 400, and yet about the channel: it takes no text, is of another type, is an archived thread.
CHANNEL_CODES: Final = frozenset({50008, 50024, 50083})
UNAUTHORISED_STATUS: Final = 401
UNKNOWN_CHANNEL_CODE: Final = 10003
UNKNOWN_MESSAGE_CODE: Final = 10008
DEAD_TOKEN_CODE: Final = 50027
# The answer to a first response that was sent twice: the first one did arrive.
ALREADY_ANSWERED_CODE: Final = 40060
# Discord takes no more edits of an old message for the moment.
TOO_MANY_EDITS_CODE: Final = 30046


class MessageGoneError(WayClosedError):
    """The message was deleted meanwhile."""


class ChannelGoneError(MessageGoneError):
    """Its whole channel was. One that the bot may not see is another matter: it stands."""


_GONE: Final[Mapping[int, type[MessageGoneError]]] = MappingProxyType(
    {UNKNOWN_MESSAGE_CODE: MessageGoneError, UNKNOWN_CHANNEL_CODE: ChannelGoneError}
)


@asynccontextmanager
async def discord_call(*, timeout_s: float) -> AsyncIterator[None]:
    """Bound one call to Discord, and raise MessengerError's kinds for whatever it meets."""
    try:
        async with asyncio.timeout(timeout_s):
            yield
    except discord.RateLimited as error:
        raise NothingSentError("throttled") from error
    except discord.HTTPException as error:
        raise _translated(error) from error
    except aiohttp.ClientConnectorError as error:
        raise NothingSentError(type(error).__name__) from error
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise DiscordAwayError(type(error).__name__) from error


def _translated(error: discord.HTTPException) -> Exception:
    what = f"{error.status}/{error.code}"
    if error.status == TOO_LARGE_STATUS or error.code == TOO_LARGE_CODE:
        return TooLargeForDiscordError(what)
    if error.code in _GONE:
        return _GONE[error.code](what)
    if error.status >= SERVER_ERRORS_FROM:
        return DiscordAwayError(what)
    if _may_pass(error):
        return NothingSentError(what)
    if error.status == BAD_REQUEST_STATUS and error.code not in CHANNEL_CODES:
        return MessageRefusedError(what)
    return WayClosedError(what)


def _may_pass(error: discord.HTTPException) -> bool:
    """A 401 without a code is the bot's own token: no way is closed for good by that."""
    return (
        error.status == TOO_MANY_REQUESTS_STATUS
        or (error.status == UNAUTHORISED_STATUS and error.code != DEAD_TOKEN_CODE)
        or error.code in {ALREADY_ANSWERED_CODE, TOO_MANY_EDITS_CODE}
    )
