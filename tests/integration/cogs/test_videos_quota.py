"""`/videos quota`: what is left, told to its member alone, with the times at which more frees."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.ids import GuildId
from bot.domain.job import JobStatus
from bot.domain.ports import Pause
from bot.services.quota import QuotaService

# A refusal is an error until the command tree has made a sentence of it.
pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)


@pytest.fixture
def limited(house):
    """Before the bot is made: a bot holds one policy."""
    house.policy = replace(house.policy, user_jobs_per_day=2, user_max_queued=5, user_max_running=2)


@pytest.fixture
def simcord_bot(house, request):
    if "limited" in request.fixturenames:
        request.getfixturevalue("limited")
    return house.new_bot()


async def quota(town, *, who="alice"):
    answer = await getattr(town, who).slash(town.channel, "videos quota")
    assert answer.response.ephemeral
    return answer.response.content.splitlines()


@pytest.mark.usefixtures("limited")
@pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
async def test_what_is_left_counts_what_was_asked_for(house, town, env, accepted, restarted):
    first, _second = await accepted(), await accepted()
    await house.take(first, JobStatus.SUBMITTING)
    if restarted:
        await env.restart_bot(house.new_bot())
    frees_at = int((first.queued_at + timedelta(days=1)).timestamp())

    assert await quota(town) == [
        "**What you have left**",
        f"Clips in 24 hours: 0 of 2 left. One more comes back <t:{frees_at}:R>.",
        "Waiting: 1 of 5 at most. Being made: 1 of 2 at most.",
        "**What this server has left**",
        "Clips in 24 hours: 2 asked for, no limit.",
        "Waiting: 1. Being made: 1.",
    ]
    theirs = await quota(town, who="bob")
    assert theirs[1] == "Clips in 24 hours: 2 of 2 left."
    assert theirs[4] == "Clips in 24 hours: 2 asked for, no limit."


async def test_in_another_server_that_servers_share_is_told(town, env, accepted):
    await accepted()
    other = env.create_guild()
    bob_there = other.add_member(town.bob.user)

    answer = await bob_there.slash(other.create_text_channel("other"), "videos quota")

    assert answer.response.content.splitlines()[4] == "Clips in 24 hours: 0 asked for, no limit."


async def test_in_direct_messages_one_is_asked_kindly_to_ask_in_a_server(town):
    answer = await town.alice.user.slash("videos quota")

    assert answer.response.content == (
        "What you have left is counted for each server. Nothing was charged. "
        "Type `/videos quota` in the server that you want to know about."
    )


async def test_prices_are_told_only_where_the_operator_shows_them(house, town, env, accepted):
    await accepted()
    assert not [line for line in await quota(town) if "$" in line]

    house.show_prices = True
    await env.restart_bot(house.new_bot())

    told = await quota(town)
    assert "Money in 24 hours: $1.40 used, no limit." in told
    assert told[-1] == "A clip of 10 seconds is expected to cost $2.80."


async def test_the_operators_pause_is_told(house, town):
    await house.switches.set_pause(Pause(reason="new year", since=house.clock.now()))

    assert (await quota(town))[-1].startswith(
        "No new clips are being made at the moment (new year)."
    )


async def test_a_server_that_may_not_ask_is_told_so(house, town, env):
    house.allowed_guilds = frozenset({GuildId(1)})
    await env.restart_bot(house.new_bot())

    assert (await quota(town))[0].startswith(
        "This server may not use this bot\u2019s video account"
    )


async def test_a_database_that_is_away_is_told(house, town):
    await house.store._database.close()

    assert (await quota(town))[0].startswith("The log cannot be reached at the moment, so what is")


class SlowQuota(QuotaService):
    async def quota(self, **who):
        await asyncio.sleep(5)
        return await super().quota(**who)


class TestSlowLog:
    pytestmark = pytest.mark.simcord(shard_count=1)

    async def test_the_answer_is_deferred_in_time_and_then_given(self, house, town, env):
        house.videos._desk.quota.__class__ = SlowQuota

        answer = await town.alice.slash(town.channel, "videos quota")
        await env.advance_time(1.6)
        assert answer.deferred
        await env.advance_time(10)

        assert answer.ephemeral
        assert answer.response.content.startswith("**What you have left**")
