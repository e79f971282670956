"""A result that was sent and not recorded is found where it stands, by its own marks alone."""

from dataclasses import replace

import discord
import pytest

from bot.domain.errors import DiscordAwayError, NothingSentError, WayClosedError
from bot.domain.ids import ChannelId, GuildId
from bot.domain.job import DeliveryWay, JobStatus, SendWay
from bot.domain.messenger import StandingResult
from bot.messaging import rest as rest_module
from bot.messaging.rest import DiscordRest, Place

pytestmark = pytest.mark.simcord(shard_count=1)

LINK = "https://storage.example/clip.mp4"
HOUR_S = 3600


@pytest.fixture
def finished(house, accepted):
    """A job whose clip is being handed over."""

    async def build(**options):
        job = await house.take(await accepted(**options), JobStatus.SUBMITTING, JobStatus.RUNNING)
        return await house.take(
            job, JobStatus.DELIVERING, finished_at=house.clock.now(), output_url=LINK
        )

    return build


class TestInTheChannel:
    async def test_a_clip_that_stands_is_found(self, house, finished):
        job = await finished()
        result = house.result(job)
        sent = await house.messenger.send_to_channel(result)

        found = await house.messenger.standing_result(job, SendWay.CHANNEL)

        assert found == StandingResult(
            message=sent, carried=DeliveryWay.ATTACHMENT, size_bytes=result.clip.size_bytes
        )

    async def test_a_link_that_stands_is_found_as_a_link(self, house, finished):
        job = await finished()
        sent = await house.messenger.send_to_channel(house.result(job, link=LINK))

        found = await house.messenger.standing_result(job, SendWay.CHANNEL)

        assert found == StandingResult(message=sent, carried=DeliveryWay.LINK)

    async def test_a_card_and_another_jobs_clip_are_none(self, house, finished):
        other, job = await finished(), await finished()
        await house.messenger.send_to_channel(house.result(other))

        assert await house.messenger.standing_result(job, SendWay.CHANNEL) is None

    async def test_a_silent_channel_that_may_be_read_holds_none(self, house, env, finished):
        job = replace(await finished(), card_message_id=None)
        await env.advance_time(HOUR_S)
        later = replace(job, finished_at=env.now())

        assert await house.messenger.standing_result(later, SendWay.CHANNEL) is None

    async def test_another_bots_button_of_the_same_name_is_none(self, house, town, finished):
        job = await finished()
        sent = await house.messenger.send_to_channel(house.result(job))
        stored = town.env.backend.messages[town.channel.id][sent.message_id]
        stored.author_id = town.bob.id

        assert await house.messenger.standing_result(job, SendWay.CHANNEL) is None

    async def test_it_is_found_behind_pages_of_talk(self, house, town, finished):
        job = await finished()
        for number in range(150):
            await town.bob.send(town.channel, f"talk {number}")
        sent = await house.messenger.send_to_channel(house.result(job))

        found = await house.messenger.standing_result(job, SendWay.CHANNEL)

        assert found is not None
        assert found.message == sent

    async def test_more_talk_than_is_read_cannot_tell(self, house, town, finished, monkeypatch):
        monkeypatch.setattr(rest_module, "LOOK_THROUGH_MESSAGES", 3)
        job = await finished()
        for number in range(4):
            await town.bob.send(town.channel, f"talk {number}")

        with pytest.raises(WayClosedError):
            await house.messenger.standing_result(job, SendWay.CHANNEL)

    @pytest.mark.parametrize("denied", ["view_channel", "read_message_history"])
    async def test_a_channel_whose_history_is_closed_cannot_tell(
        self, house, town, finished, denied
    ):
        """Discord answers with an empty history, which must not pass for an empty channel."""
        closed = town.shut_out_bot(**{denied: False})
        job = await finished()
        job = replace(
            job,
            card_message_id=None,
            destination=replace(job.destination, channel_id=ChannelId(closed.id)),
        )

        with pytest.raises(WayClosedError):
            await house.messenger.standing_result(job, SendWay.CHANNEL)

    async def test_a_channel_that_was_deleted_holds_none(self, house, env, finished):
        job = await finished()
        env.inject_error("GET", "/channels/*/messages", status=404, code=10003)

        assert await house.messenger.standing_result(job, SendWay.CHANNEL) is None

    async def test_a_server_that_is_not_found_cannot_tell(self, house, env, finished):
        job = await finished()
        env.inject_error("GET", "/channels/*/messages", status=404, code=10004)

        with pytest.raises(WayClosedError):
            await house.messenger.standing_result(job, SendWay.CHANNEL)

    async def test_a_discord_that_is_away_does_not_decide_it(self, house, env, finished):
        job = await finished()
        env.inject_error("GET", "/channels/*/messages", status=503)

        with pytest.raises(DiscordAwayError):
            await house.messenger.standing_result(job, SendWay.CHANNEL)


class TestByInteraction:
    async def test_a_public_answer_is_found_in_the_channel(self, house, finished):
        job = await finished()
        sent = await house.messenger.send_by_interaction(house.result(job))

        found = await house.messenger.standing_result(job, SendWay.INTERACTION)

        assert found is not None
        assert found.message == sent

    async def test_an_ephemeral_one_is_out_of_sight(self, house, finished):
        job = await finished(private=True)
        await house.messenger.send_by_interaction(house.result(job))

        with pytest.raises(WayClosedError):
            await house.messenger.standing_result(job, SendWay.INTERACTION)


class TestDirectly:
    async def test_a_clip_that_stands_is_found(self, house, finished):
        job = await finished(private=True)
        result = house.result(job)
        sent = await house.messenger.send_directly(result)

        found = await house.messenger.standing_result(job, SendWay.DIRECT)

        assert found == StandingResult(
            message=sent, carried=DeliveryWay.ATTACHMENT, size_bytes=result.clip.size_bytes
        )

    async def test_a_link_that_stands_is_found(self, house, finished):
        job = await finished()
        sent = await house.messenger.send_directly(house.result(job, link=LINK))

        found = await house.messenger.standing_result(job, SendWay.DIRECT)

        assert found == StandingResult(message=sent, carried=DeliveryWay.LINK)

    async def test_another_jobs_clip_and_this_ones_reference_are_none(self, house, town, finished):
        other, job = await finished(), await finished()
        await house.messenger.send_directly(house.result(other))
        (message,) = town.alice.user.dm_channel.history()
        stored = town.env.backend.messages[message.channel.id][message.id]
        stored.content += f"\nReference `{job.reference}`"

        assert await house.messenger.standing_result(job, SendWay.DIRECT) is None


async def test_before_the_login_nobody_can_look():
    rest = DiscordRest(discord.Client(intents=discord.Intents.none()))
    place = Place(guild_id=GuildId(1), channel_id=ChannelId(2))

    with pytest.raises(NothingSentError):
        await rest.find(place, after_id=0, wanted=lambda _message: True)
