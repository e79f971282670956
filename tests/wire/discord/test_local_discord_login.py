"""A real client logs in, stays connected and comes back."""

import asyncio
from contextlib import asynccontextmanager

import aiohttp
import discord
import pytest

from sandbox.discord.gateway import MAX_SESSIONS
from sandbox.discord.server import LocalDiscord
from sandbox.discord.sessions import MAX_UNSENT_FRAMES, REPLAYED_EVENTS, Session
from sandbox.discord.world import World

PATIENCE = aiohttp.ClientWSTimeout(ws_receive=20, ws_close=20)
GUILD_EVENTS = (1 << 0) | (1 << 9)


@asynccontextmanager
async def raw_gateway(server):
    """A bare WebSocket that has heard HELLO, and leaves as one who may come back."""
    async with (
        aiohttp.ClientSession(connector=server.connector()) as session,
        session.ws_connect("wss://gateway.discord.gg/?v=10", timeout=PATIENCE) as socket,
    ):
        hello = await socket.receive_json()
        assert hello["op"] == 10
        yield socket
        await socket.close(code=4000)


async def identify(socket, server, shard=(0, 1)):
    identity = {"token": server.token, "intents": GUILD_EVENTS, "shard": list(shard)}
    await socket.send_json({"op": 2, "d": identity})
    return await event_named(socket, "READY")


async def event_named(socket, name):
    while (event := await socket.receive_json())["t"] != name:
        pass
    return event


async def test_a_bot_logs_in_and_finds_its_servers(bot, discord_server):
    assert {"Harbour Film Club", "Night Shift"} == {guild.name for guild in bot.guilds}
    assert discord_server.world.backend.bot_user.id == bot.user.id
    assert discord_server.gateway.is_bot_online


async def test_a_wrong_token_is_refused(run_bot):
    with pytest.raises(discord.LoginFailure):
        async with run_bot(token="someone.elses.token"):
            pytest.fail("the bot became ready with a wrong token")


async def test_the_owner_of_the_application_is_a_person(bot, discord_server):
    application = await bot.application_info()

    assert discord_server.world.owner.id == application.owner.id


@pytest.mark.usefixtures("bot")
async def test_synced_commands_are_offered_with_their_bounds(mira):
    offered = {c["name"]: c for c in mira.world.commands(mira.channel_id, person_id=mira.id)}

    text = offered["echo"]["options"][0]
    assert (text["min_length"], text["max_length"], text["required"]) == (1, 100, True)
    assert offered["fruit"]["options"][0]["autocomplete"] is True


async def test_after_a_cut_the_bot_resumes_and_misses_nothing(bot, discord_server, mira):
    discord_server.gateway.cut()
    await mira.world.until(lambda: None if discord_server.gateway.is_bot_online else True)
    begun = await mira.world.run_command("echo", {"text": "still here"}, **mira.where)
    await asyncio.wait_for(bot.resumed.wait(), 30)
    answered = await mira.world.settled(int(begun["id"]))

    assert answered["state"] == "answered"
    assert mira.sees()[-1]["content"] == "still here"


async def test_asked_to_reconnect_the_bot_resumes(bot, discord_server):
    await discord_server.gateway.ask_to_reconnect()
    await asyncio.wait_for(bot.resumed.wait(), 30)

    assert discord_server.gateway.is_bot_online


async def test_a_session_that_is_gone_cannot_be_resumed(discord_server):
    async with raw_gateway(discord_server) as socket:
        await socket.send_json(
            {"op": 6, "d": {"token": discord_server.token, "session_id": "gone", "seq": 3}}
        )

        assert await socket.receive_json() == {"op": 9, "d": False, "s": None, "t": None}


async def test_a_resume_replays_just_what_was_missed(discord_server, mira):
    async with raw_gateway(discord_server) as socket:
        ready = await identify(socket, discord_server)
        await mira.world.send_message("first", **mira.where)
        await event_named(socket, "MESSAGE_CREATE")
    await mira.world.send_message("second", **mira.where)
    async with raw_gateway(discord_server) as socket:
        last_seen = ready["s"] + 3
        session_id = ready["d"]["session_id"]
        resume = {"token": discord_server.token, "session_id": session_id, "seq": last_seen}
        await socket.send_json({"op": 6, "d": resume})
        missed = await socket.receive_json()
        resumed = await socket.receive_json()

    assert (missed["t"], missed["s"]) == ("MESSAGE_CREATE", last_seen + 1)
    assert (resumed["t"], resumed["d"]) == ("RESUMED", {})


@pytest.mark.parametrize(
    ("first_word", "close_code"),
    [
        ({"op": 2, "d": {"token": "wrong", "intents": 1}}, 4004),
        ({"op": 6, "d": {"token": "wrong"}}, 4004),
        ({"op": 8, "d": {}}, 4003),
        ({"op": 2, "d": None}, 4002),
        ({"no": "op"}, 4002),
    ],
)
async def test_the_gateway_closes_with_discords_codes(discord_server, first_word, close_code):
    async with raw_gateway(discord_server) as socket:
        await socket.send_json(first_word)
        await socket.receive()

        assert socket.close_code == close_code


@pytest.mark.parametrize(
    ("change", "close_code"),
    [({"intents": 1 << 15}, 4014), ({"shard": [2, 2]}, 4010)],
)
async def test_privileged_intents_and_ill_shards_are_refused(discord_server, change, close_code):
    async with raw_gateway(discord_server) as socket:
        identity = {"token": discord_server.token, "intents": 1} | change
        await socket.send_json({"op": 2, "d": identity})
        await socket.receive()

        assert socket.close_code == close_code


async def test_a_second_identify_and_an_unknown_word_end_the_connection(discord_server):
    for word, close_code in (({"op": 2, "d": {}}, 4005), ({"op": 77}, 4002)):
        async with raw_gateway(discord_server) as socket:
            await identify(socket, discord_server)
            await socket.send_json({"op": 3, "d": {}})
            await socket.send_json(word)
            while not socket.closed:
                await socket.receive()

            assert socket.close_code == close_code


async def test_each_shard_hears_of_its_own_servers(now):
    async with LocalDiscord.open(world=World(now=now), shards=2) as server:
        heard = []
        for shard_id in range(2):
            async with raw_gateway(server) as socket:
                ready = await identify(socket, server, shard=[shard_id, 2])
                heard.append({int(guild["id"]) for guild in ready["d"]["guilds"]})

    assert all((guild_id >> 22) % 2 == 0 for guild_id in heard[0])
    assert all((guild_id >> 22) % 2 == 1 for guild_id in heard[1])
    assert len(heard[0] | heard[1]) == 2


async def test_members_can_be_looked_up_by_name(bot, mira):
    found = await bot.guilds[0].query_members("mi", limit=5)

    assert [member.id for member in found] == [mira.id]


async def test_no_other_name_and_no_other_address_can_be_reached(discord_server):
    async with aiohttp.ClientSession(connector=discord_server.connector()) as session:
        for url in ("https://example.com/", "https://192.0.2.1/", "http://127.0.0.1:9/"):
            with pytest.raises(aiohttp.ClientConnectorError):
                await session.get(url)


@pytest.mark.parametrize(("resumable", "outcome"), [(True, "RESUMED"), (False, None)])
async def test_an_invalidated_session_tells_whether_it_may_be_resumed(
    discord_server, resumable, outcome
):
    async with raw_gateway(discord_server) as socket:
        ready = await identify(socket, discord_server)
        await discord_server.gateway.invalidate_sessions(resumable=resumable)
        while (word := await socket.receive_json())["op"] != 9:
            pass
    session_id = ready["d"]["session_id"]
    async with raw_gateway(discord_server) as socket:
        resume = {"token": discord_server.token, "session_id": session_id, "seq": 3}
        await socket.send_json({"op": 6, "d": resume})
        answered = await socket.receive_json()

    assert word["d"] is resumable
    assert answered["t"] == outcome


async def test_a_resume_from_the_future_or_the_far_past_is_refused(discord_server, mira):
    async with raw_gateway(discord_server) as socket:
        ready = await identify(socket, discord_server)
    for number in range(REPLAYED_EVENTS + 1):
        await mira.world.send_message(str(number), **mira.where)
    session_id = ready["d"]["session_id"]
    for seq in (1, REPLAYED_EVENTS * 2):
        async with raw_gateway(discord_server) as socket:
            resume = {"token": discord_server.token, "session_id": session_id, "seq": seq}
            await socket.send_json({"op": 6, "d": resume})

            assert (await socket.receive_json())["op"] == 9


async def test_a_client_that_stops_reading_is_hung_up_on(discord_server):
    session = Session(discord_server.world.backend, intents=GUILD_EVENTS, shard_id=0, shard_count=1)
    hung_up = []
    session.attach(hang_up=lambda: hung_up.append(True))
    for _ in range(MAX_UNSENT_FRAMES + 2):
        session.dispatch("TYPING_START", {})

    assert hung_up == [True]
    assert not session.is_connected


async def test_a_binary_word_ends_the_connection(discord_server):
    async with raw_gateway(discord_server) as socket:
        await socket.send_bytes(b"{}")
        await socket.receive()

        assert socket.close_code == 4002


async def test_only_so_many_sessions_are_kept(discord_server):
    async with raw_gateway(discord_server) as socket:
        first = await identify(socket, discord_server)
    for _ in range(MAX_SESSIONS):
        async with raw_gateway(discord_server) as socket:
            await identify(socket, discord_server)
    async with raw_gateway(discord_server) as socket:
        session_id = first["d"]["session_id"]
        resume = {"token": discord_server.token, "session_id": session_id, "seq": 3}
        await socket.send_json({"op": 6, "d": resume})

        assert (await socket.receive_json())["op"] == 9


async def test_members_of_a_server_the_bot_left_are_not_told(discord_server):
    async with raw_gateway(discord_server) as socket:
        await identify(socket, discord_server)
        await socket.send_json({"op": 8, "d": {"guild_id": "1", "query": "m", "limit": 1}})
        guild_id = str(discord_server.world.place("Night Shift").id)
        sol = str(discord_server.world.person("Sol").id)
        await socket.send_json({"op": 8, "d": {"guild_id": guild_id, "user_ids": [sol, "5"]}})
        chunk = await event_named(socket, "GUILD_MEMBERS_CHUNK")

    assert [member["user"]["id"] for member in chunk["d"]["members"]] == [sol]
    assert chunk["d"]["not_found"] == ["5"]


async def test_a_server_of_its_own_making_keeps_its_own_world():
    async with LocalDiscord.open() as first, LocalDiscord.open() as second:
        assert first.port != second.port
        assert first.world is not second.world
