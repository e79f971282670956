"""What an interaction's token sends leaves once: a repetition nobody sees may be a second clip."""

import discord
import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.domain.errors import DiscordAwayError
from bot.messaging.sent_once import SentOnceSession


@pytest.fixture
async def answering():
    """A server that gives these answers in turn, and counts the questions."""
    servers = []

    async def start(*statuses):
        left = list(statuses)

        async def answer(_request):
            return web.json_response({"id": "1"}, status=left.pop(0))

        app = web.Application()
        app.router.add_post("/", answer)
        server = TestServer(app, host="127.0.0.1")
        await server.start_server()
        servers.append(server)
        return str(server.make_url("/")), left

    yield start
    for server in servers:
        await server.close()


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_a_server_error_is_told_at_once_and_not_repeated(answering, status):
    url, left = await answering(status, 200)

    async with ClientSession() as session:
        once = SentOnceSession(session)
        with pytest.raises(DiscordAwayError):
            await discord.webhook.async_.AsyncWebhookAdapter().request(route_to(url), once)

    assert left == [200]


@pytest.mark.parametrize("status", [200, 404])
async def test_every_other_answer_passes_as_it_is(answering, status):
    url, left = await answering(status)

    async with ClientSession() as session, SentOnceSession(session).request("POST", url) as answer:
        assert answer.status == status
        assert await answer.json() == {"id": "1"}

    assert left == []


def route_to(url):
    route = discord.webhook.async_.Route("POST", "/webhooks/1/token")
    route.url = url
    return route
