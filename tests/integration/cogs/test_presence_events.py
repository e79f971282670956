"""Being removed from a server and being taken in again, as Discord's gateway tells it."""

import pytest

from bot.composition.privacy import presence_part
from bot.domain.errors import StorageUnavailableError
from bot.domain.ids import GuildId
from bot.domain.job import JobStatus
from bot.services.presence import PresenceService

pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)


@pytest.fixture
async def presence(house, env):
    service = PresenceService(
        store=house.stores.presence,
        jobs=house.store,
        kept_clips=house.clips,
        clock=house.clock,
        present=env.bot.guild_ids,
        application_id=lambda: env.bot.application_id,
        cancelled=house.cancels.append,
    )
    (cog,) = presence_part(service).cogs
    await env.bot.add_cog(cog)
    return service


def listener(env, event):
    """What the bot has listening for it: called here, so that the test knows when it has ended."""
    (found,) = [
        method for name, method in env.bot.get_cog("PresenceCog").get_listeners() if name == event
    ]
    return found


async def left_at(house, town):
    return (await house.stores.presence.known())[GuildId(town.guild.id)]


@pytest.mark.usefixtures("presence")
async def test_a_removal_is_written_down_and_its_waiting_clips_end(house, town, env, accepted):
    job = await accepted()

    env.backend.remove_guild(town.guild.id)
    await env.settle()

    assert await left_at(house, town) == house.clock.now()
    assert (await house.job(job.id)).status is JobStatus.CANCELLED
    assert [each.id for each in house.cancels] == [job.id]


async def test_an_outage_is_no_removal(house, town, env, accepted, presence):
    await accepted()

    env.bot._connection.parse_guild_delete({"id": str(town.guild.id), "unavailable": True})
    await env.settle()
    await presence.compare()

    assert await left_at(house, town) is None


async def test_a_server_that_takes_the_bot_in_again_is_present(
    house, town, env, accepted, presence
):
    await accepted()
    await presence.left(GuildId(town.guild.id))

    await listener(env, "on_guild_join")(env.bot.get_guild(town.guild.id))

    assert await left_at(house, town) is None


@pytest.mark.usefixtures("presence")
async def test_what_was_missed_is_made_up_for_when_the_gateway_is_ready(
    house, town, env, accepted, monkeypatch
):
    await accepted()

    async def away(*_args, **_values):
        raise StorageUnavailableError("away")

    with monkeypatch.context() as patched:
        patched.setattr(house.stores.presence, "mark_left", away)
        env.backend.remove_guild(town.guild.id)
        await env.settle()
    assert await left_at(house, town) is None

    await listener(env, "on_ready")()

    assert await left_at(house, town) is not None
