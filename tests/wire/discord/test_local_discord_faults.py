"""Each switched-on fault shows on the wire, so often as it was asked for."""

import asyncio
import time

import aiohttp
import discord
import pytest

from sandbox.discord.faults import FaultName
from sandbox.discord.ratelimits import RateLimits
from sandbox.discord.server import LocalDiscord
from sandbox.discord.world import World


@pytest.fixture
async def http(discord_server):
    """A client without discord.py's own patience and retries."""
    headers = {"Authorization": f"Bot {discord_server.token}"}
    async with aiohttp.ClientSession(
        "https://discord.com/api/v10/", connector=discord_server.connector(), headers=headers
    ) as session:
        yield session


@pytest.fixture
def say(http, mira):
    """Sends one message over the bare wire and gives the answer."""

    async def send(content="hello", **fields):
        path = f"channels/{mira.channel_id}/messages"
        async with http.post(path, json={"content": content, **fields}) as answer:
            body = await answer.json() if answer.content_type == "application/json" else None
            return answer, body

    return send


async def test_a_server_error_strikes_as_often_as_asked_and_carries_out_nothing(
    discord_server, say, mira
):
    discord_server.faults.switch_on(FaultName.SERVER_ERROR, times=2, status=502)

    statuses = [(await say())[0].status for _ in range(3)]

    assert statuses == [502, 502, 200]
    assert len(mira.sees()) == 1
    assert discord_server.faults.active() == []


async def test_a_rate_limit_tells_when_to_come_back_as_discord_does(discord_server, say):
    discord_server.faults.switch_on(FaultName.RATE_LIMIT, times=1, seconds=2.5)

    answer, body = await say()

    assert answer.status == 429
    assert (body["retry_after"], body["global"]) == (2.5, False)
    assert answer.headers["Via"]
    assert answer.headers["Retry-After"] == "3"


async def test_discord_py_waits_out_a_rate_limit(discord_server, showreel):
    discord_server.faults.switch_on(FaultName.RATE_LIMIT, times=1, seconds=0.05)

    message = await showreel.send("patience")

    assert message.content == "patience"
    assert [r.status for r in discord_server.requests.matching("POST", "/messages")] == [429, 200]


async def test_too_many_requests_to_one_channel_are_limited_and_another_is_not(now):
    world = World(now=now)
    limits = RateLimits(monotonic=time.monotonic, requests=2, window_s=60)
    statuses, headers = [], []
    async with (
        LocalDiscord.open(world=world, rate_limits=limits) as server,
        aiohttp.ClientSession(
            connector=server.connector(), headers={"Authorization": f"Bot {server.token}"}
        ) as session,
    ):
        for channel in ("showreel", "showreel", "showreel", "general"):
            url = f"https://discord.com/api/v10/channels/{world.place(channel).id}/messages"
            async with session.post(url, json={"content": "hello"}) as answer:
                statuses.append(answer.status)
                headers.append(answer.headers)

    assert statuses == [200, 200, 429, 200]
    assert [h["X-RateLimit-Remaining"] for h in headers] == ["1", "0", "0", "1"]
    assert headers[0]["X-RateLimit-Bucket"] == headers[3]["X-RateLimit-Bucket"]


async def test_a_slow_answer_was_carried_out_in_time(discord_server, say, mira):
    discord_server.faults.switch_on(FaultName.SLOW_ANSWER, times=1, seconds=30)

    asking = asyncio.create_task(say())
    await mira.world.until(lambda: mira.sees() or None)
    asking.cancel()

    assert len(mira.sees()) == 1


async def test_a_slow_request_comes_late(discord_server, say, mira):
    discord_server.faults.switch_on(FaultName.SLOW_REQUEST, times=1, seconds=0.05)

    asking = asyncio.create_task(say())
    while discord_server.faults.active():
        await asyncio.sleep(0)

    assert mira.sees() == []
    assert (await asking)[0].status == 200


async def test_refused_attachments_leave_the_rest_alone(discord_server, showreel, make_clip):
    discord_server.faults.switch_on(FaultName.REFUSE_ATTACHMENTS)

    with pytest.raises(discord.HTTPException) as refused:
        await showreel.send(file=make_clip())
    await showreel.send("words still pass")

    assert (refused.value.status, refused.value.code) == (413, 40005)


async def test_refused_messages_can_be_those_of_one_channel(discord_server, showreel, mira):
    path = f"/channels/{showreel.id}/messages"
    discord_server.faults.switch_on(FaultName.REFUSE_MESSAGES, times=1, path=path)

    with pytest.raises(discord.HTTPException) as refused:
        await showreel.send("ill-formed")
    await showreel.send("well-formed")

    assert (refused.value.status, refused.value.code) == (400, 50035)
    assert [message["content"] for message in mira.sees()] == ["well-formed"]


async def test_a_lost_callback_answer_was_carried_out(bot, discord_server, mira):
    """The card stands in the channel though the bot never learns it."""
    discord_server.faults.switch_on(FaultName.LOSE_CALLBACK_ANSWER, times=1)
    await mira.world.run_command("silent", **mira.where)
    interaction = await bot.interactions.get()

    with pytest.raises((aiohttp.ClientError, discord.HTTPException, OSError)):
        await interaction.response.send_message("the card")

    assert [message["content"] for message in mira.sees()] == ["the card"]
    original = await interaction.original_response()
    assert original.content == "the card"


async def test_a_lost_answer_to_a_message_is_mended_by_its_nonce(discord_server, say, mira):
    discord_server.faults.switch_on(FaultName.LOSE_ANSWER, times=1, path="/channels/*/messages")

    with pytest.raises(aiohttp.ClientError):
        await say(nonce="1", enforce_nonce=True)
    _, body = await say(nonce="1", enforce_nonce=True)

    assert [message["id"] for message in mira.sees()] == [body["id"]]


async def test_tokens_of_interactions_can_be_declared_dead(bot, discord_server, mira):
    await mira.slash("later", states=("thinking",))
    interaction = await bot.interactions.get()
    discord_server.faults.switch_on(FaultName.DEAD_INTERACTION_TOKEN)

    with pytest.raises(discord.HTTPException) as refused:
        await interaction.edit_original_response(content="finished")

    assert refused.value.code == 50027


async def test_nobody_takes_direct_messages_while_they_are_closed(bot, discord_server, mira):
    user = await bot.fetch_user(mira.id)
    discord_server.faults.switch_on(FaultName.CLOSED_DIRECT_MESSAGES)

    with pytest.raises(discord.Forbidden) as refused:
        await user.send("hello?")
    discord_server.faults.switch_off(FaultName.CLOSED_DIRECT_MESSAGES)
    await user.send("hello")

    assert refused.value.code == 50007


async def test_a_cut_gateway_comes_back(bot, discord_server):
    discord_server.faults.switch_on(FaultName.CUT_GATEWAY, times=1)

    await asyncio.wait_for(bot.resumed.wait(), 30)

    assert discord_server.gateway.is_bot_online


async def test_a_gateway_that_is_down_takes_nobody(discord_server):
    discord_server.faults.switch_on(FaultName.CUT_GATEWAY)
    async with aiohttp.ClientSession(connector=discord_server.connector()) as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect("wss://gateway.discord.gg/?v=10")

    assert refused.value.status == 503


def test_a_fault_may_concern_some_requests_only(discord_server):
    faults = discord_server.faults
    faults.switch_on(FaultName.SERVER_ERROR, method="PATCH", path="/webhooks/*")

    assert faults.take(FaultName.SERVER_ERROR, method="POST", path="/webhooks/1/x") is None
    assert faults.take(FaultName.SERVER_ERROR, method="PATCH", path="/channels/1") is None
    assert faults.take(FaultName.SERVER_ERROR, method="PATCH", path="/webhooks/1/x") is not None
    assert [fault["name"] for fault in faults.active()] == ["server_error"]
    faults.all_off()
    assert faults.active() == []


async def test_without_the_bots_token_nothing_is_told(http):
    async with http.get("users/@me", headers={"Authorization": "Bot wrong"}) as answer:
        body = await answer.json()

    assert (answer.status, body["code"]) == (401, 0)


async def test_a_route_that_is_not_there_says_so(http):
    async with http.get("soundboard-default-sounds") as answer:
        assert answer.status == 501


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"{", 400, 50109),
        (b'{"content": 5}', 400, 50035),
        (b'{"content": ""}', 400, 50035),
        (b'{"content": "x", "allowed_mentions": {"parse": "all"}}', 400, 50035),
    ],
)
async def test_a_malformed_request_is_refused(http, mira, body, status, code):
    path = f"channels/{mira.channel_id}/messages"
    async with http.post(path, data=body, headers={"Content-Type": "application/json"}) as answer:
        refusal = await answer.json()

    assert (answer.status, refusal["code"]) == (status, code)


async def test_files_are_numbered_from_zero(http, mira):
    form = aiohttp.FormData()
    form.add_field("payload_json", "{}")
    form.add_field("files[3]", b"data", filename="clip.mp4")

    async with http.post(f"channels/{mira.channel_id}/messages", data=form) as answer:
        refusal = await answer.json()

    assert (answer.status, refusal["code"]) == (400, 50035)


async def test_the_gateway_route_names_the_gateway(http):
    async with http.get("gateway") as answer:
        assert await answer.json() == {"url": "wss://gateway.discord.gg"}


async def test_an_unknown_file_is_not_there(http):
    async with http.get("https://cdn.discordapp.com/attachments/1/2/clip.mp4") as answer:
        assert answer.status == 404
