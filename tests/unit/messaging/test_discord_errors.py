"""Each of Discord's errors has one meaning for a delivery."""

import asyncio

import aiohttp
import discord
import pytest
from aiohttp.client_reqrep import ConnectionKey

from bot.domain.errors import (
    DiscordAwayError,
    MessageRefusedError,
    NothingSentError,
    TooLargeForDiscordError,
    WayClosedError,
)
from bot.messaging.discord_errors import ChannelGoneError, MessageGoneError, discord_call

CONNECTION = ConnectionKey("discord.com", 443, True, True, None, None, None)


class Response:
    """The little of an HTTP response that discord.py's errors read."""

    def __init__(self, status):
        self.status = status
        self.reason = "reason"


def http_error(status, code):
    kinds = {403: discord.Forbidden, 404: discord.NotFound, 500: discord.DiscordServerError}
    kind = kinds.get(status, discord.HTTPException)
    return kind(Response(status), {"code": code, "message": "message"})


async def meet(error):
    async with discord_call(timeout_s=1.0):
        raise error


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (http_error(403, 50013), WayClosedError),
        (http_error(403, 50001), WayClosedError),
        (http_error(403, 50007), WayClosedError),
        (http_error(404, 10003), ChannelGoneError),
        (http_error(404, 10004), WayClosedError),
        (http_error(404, 10015), WayClosedError),
        (http_error(404, 10062), WayClosedError),
        (http_error(401, 50027), WayClosedError),
        (http_error(400, 50083), WayClosedError),
        (http_error(400, 50024), WayClosedError),
        (http_error(400, 50035), MessageRefusedError),
        (http_error(400, 240000), MessageRefusedError),
        (http_error(404, 10008), MessageGoneError),
        (http_error(413, 0), TooLargeForDiscordError),
        (http_error(400, 40005), TooLargeForDiscordError),
        (http_error(500, 0), DiscordAwayError),
        (http_error(503, 0), DiscordAwayError),
        (http_error(429, 0), NothingSentError),
        (http_error(400, 30046), NothingSentError),
        (http_error(400, 40060), NothingSentError),
        (http_error(401, 0), NothingSentError),
        (discord.RateLimited(2.0), NothingSentError),
        (aiohttp.ClientConnectorError(CONNECTION, ConnectionRefusedError()), NothingSentError),
        (aiohttp.ServerDisconnectedError(), DiscordAwayError),
        (TimeoutError(), DiscordAwayError),
        (ConnectionResetError(), DiscordAwayError),
    ],
)
async def test_every_error_becomes_ours_once(error, meaning):
    with pytest.raises(meaning) as met:
        await meet(error)

    assert type(met.value) is meaning
    assert met.value.__cause__ is error


@pytest.mark.looptime
async def test_a_call_that_hangs_is_given_up():
    with pytest.raises(DiscordAwayError):
        async with discord_call(timeout_s=20.0):
            await asyncio.sleep(3600)


async def test_a_defect_is_not_dressed_up_as_discords():
    with pytest.raises(KeyError):
        await meet(KeyError("defect"))
