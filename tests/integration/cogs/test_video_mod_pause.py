"""`/video-mod pause` and `resume`: moderators stop their own server, and say why."""

import asyncio

import discord
import pytest

from bot.domain.ids import GuildId
from bot.domain.job import JobStatus
from bot.domain.ports import Pause
from tests.integration.cogs.conftest import PROMPT, Town

pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)


async def said(town: Town, command: str, **options: str) -> str:
    answer = await town.mod.slash(town.channel, f"video-mod {command}", **options)
    assert answer.response.ephemeral
    return answer.response.content


async def ask(town: Town) -> str:
    answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)
    return answer.response.content


@pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
async def test_a_paused_server_refuses_with_the_reason_until_it_is_resumed(
    house, town, env, restarted
):
    paused = await said(town, "pause", reason="A raid")
    if restarted:
        await env.restart_bot(house.new_bot())

    refused = await ask(town)
    quota = (await town.alice.slash(town.channel, "videos quota")).response.content

    assert paused.startswith("This server is paused (A raid). New requests are refused")
    assert refused.startswith(
        "The moderators of this server have paused new clips (A raid). Nothing was charged."
    )
    assert "The moderators of this server have paused new clips (A raid)." in quota
    job = await house.only_job()
    assert (job.status, job.reason) == (JobStatus.REFUSED, "paused_by_moderators")

    assert (await said(town, "resume")).startswith("The pause is over.")
    assert "Next in line." in await ask(town)
    quota = (await town.alice.slash(town.channel, "videos quota")).response.content
    assert "paused" not in quota


async def test_pausing_twice_and_resuming_what_goes_on_are_answered_kindly(town):
    assert (await said(town, "resume")).startswith("This server is not paused. Nothing was changed")
    await said(town, "pause")

    assert (await said(town, "pause", reason="again")).startswith("This server was paused <t:")


async def test_it_stops_no_other_server_and_is_ended_by_none(house, town, env):
    other = Town(env)
    await said(town, "pause")

    assert "Next in line." in await ask(other)
    assert (await said(other, "resume")).startswith("This server is not paused.")
    assert await house.stores.guild_pauses.of(GuildId(town.guild.id)) is not None


async def test_who_resumes_is_told_of_the_operators_pause(house, town):
    await said(town, "pause")
    await house.switches.set_pause(Pause(reason="Upkeep", since=house.clock.now()))

    assert "paused it for everyone (Upkeep)" in await said(town, "resume")
    assert "It is the operator of this bot who" in await said(town, "resume")


async def test_the_commands_are_for_moderators_unless_the_server_says_otherwise(env):
    (registered,) = [each for each in env.http_requests if each.method == "PUT"]
    (payload,) = [each for each in registered.json if each["name"] == "video-mod"]

    wanted = {"block", "unblock", "blocks", "pause", "resume"}
    assert wanted <= {option["name"] for option in payload["options"]}
    assert int(payload["default_member_permissions"]) == (
        discord.Permissions(manage_messages=True).value
    )


@pytest.mark.simcord(shard_count=1, check_errors=False, settle_timeout=1.0)
async def test_a_slow_database_is_waited_for(house, town, env):
    store = house.stores.guild_pauses
    begin = type(store).begin

    class SlowPauses(type(store)):
        async def begin(self, pause):
            await asyncio.sleep(5)
            return await begin(self, pause)

    store.__class__ = SlowPauses

    answer = await town.mod.slash(town.channel, "video-mod pause")
    await env.advance_time(1.6)
    assert answer.deferred
    await env.advance_time(10)

    assert answer.response.content.startswith("This server is paused.")
