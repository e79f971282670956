"""A server's terms, as its members meet them: nothing shows unasked, no press leads nowhere."""

from dataclasses import replace
from typing import Any
from unittest.mock import create_autospec

import discord
import pytest

from bot.domain.guild_settings import PrivateUse
from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.job import DeliveryWay, JobStatus, SendWay
from bot.domain.option_defaults import DefaultsOwner, DefaultsScope, OptionValues
from cogs.places import is_age_restricted
from tests.integration.cogs.conftest import PROMPT

pytestmark = pytest.mark.simcord(shard_count=1)
LINK = "https://storage.example/clip.mp4"


@pytest.fixture
def settle(house, town):
    async def change(**settings: Any) -> None:
        await house.guild_settings.change(
            GuildId(town.guild.id), lambda old: replace(old, **settings), by=UserId(1)
        )

    return change


@pytest.fixture
def hidden_by(house, town):
    """A default that makes clips private: a member's, a channel's, a server's."""

    async def put(scope: DefaultsScope) -> None:
        owner_id = {
            DefaultsScope.MEMBER: UserId(town.alice.id),
            DefaultsScope.CHANNEL: ChannelId(town.channel.id),
            DefaultsScope.GUILD: GuildId(town.guild.id),
        }[scope]
        await house.defaults_store.put(
            DefaultsOwner(scope=scope, id=owner_id), OptionValues(private=True)
        )

    return put


def labels(message):
    return [button["label"] for row in message.components for button in row["components"]]


async def thread_in(env, town):
    channel = env.bot.get_channel(town.channel.id)
    await channel.create_thread(name="takes", type=discord.ChannelType.public_thread)
    (thread,) = town.channel.threads
    return thread


class TestPrivate:
    async def test_who_may_not_is_told_who_may_and_asks_publicly_with_one_press(
        self, house, town, settle
    ):
        await settle(private_use=PrivateUse.MODERATORS)

        answer = await town.alice.slash(town.channel, "video", prompt=PROMPT, private=True)

        assert answer.response.ephemeral
        assert answer.response.content.startswith(
            "Clips that only you see are for the moderators of this server. Nothing was charged."
        )
        assert labels(answer.response) == ["Ask publicly", "Edit prompt"]
        assert (await house.only_job()).reason == "private_not_allowed"

        card = await town.alice.click(answer.response, label="Ask publicly")

        assert not card.response.ephemeral
        assert PROMPT in card.response.content
        states = {job.status: job.destination.private for job in await house.jobs()}
        assert states == {JobStatus.REFUSED: True, JobStatus.QUEUED: False}

    async def test_moderators_may_where_it_is_theirs(self, town, settle):
        await settle(private_use=PrivateUse.MODERATORS)

        answer = await town.mod.slash(town.channel, "video", prompt=PROMPT, private=True)

        assert answer.response.ephemeral
        assert PROMPT in answer.response.content

    async def test_a_members_default_shows_nothing_unasked_and_says_how_to_go_on(
        self, town, settle, hidden_by
    ):
        await settle(private_use=PrivateUse.NOBODY)
        await hidden_by(DefaultsScope.MEMBER)

        answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)

        assert answer.response.ephemeral
        assert town.messages() == []
        assert "Your defaults ask for clips that only you see" in answer.response.content
        assert "`/videos defaults` changes your defaults" in answer.response.content
        assert labels(answer.response) == ["Ask publicly", "Edit prompt"]

        said = await town.alice.slash(town.channel, "video", prompt=PROMPT, private=False)

        assert not said.response.ephemeral

    @pytest.mark.parametrize("scope", [DefaultsScope.CHANNEL, DefaultsScope.GUILD])
    async def test_a_places_default_gives_way_to_the_places_terms(
        self, town, settle, hidden_by, scope
    ):
        await settle(private_use=PrivateUse.NOBODY)
        await hidden_by(scope)

        answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)

        assert not answer.response.ephemeral

    async def test_an_edited_private_request_can_still_be_asked_publicly(self, town, settle):
        await settle(private_use=PrivateUse.NOBODY)
        refused = await town.alice.slash(town.channel, "video", prompt=PROMPT, private=True)
        opened = await town.alice.click(refused.response, label="Edit prompt")
        fields = {
            "prompt": "a badger",
            "negative_prompt": "",
            "duration": ["5"],
            "aspect_ratio": ["16:9"],
            "cfg_scale": "0.5",
        }

        again = await town.alice.submit_modal(opened, fields)
        card = await town.alice.click(again.response, label="Ask publicly")

        assert "a badger" in card.response.content
        assert not card.response.ephemeral

    async def test_the_button_is_its_members_alone_and_works_after_a_restart(
        self, house, town, env, settle
    ):
        await settle(private_use=PrivateUse.NOBODY)
        refused = await town.alice.slash(town.channel, "video", prompt=PROMPT, private=True)
        job = await house.only_job()
        await env.restart_bot(house.new_bot())
        copy = await env.bot.get_partial_messageable(town.channel.id).send(
            "copied", view=house.buttons.hidden_request(job.id, locale="en-US")
        )

        theirs = await town.bob.click(copy, label="Ask publicly")
        own = await town.alice.click(refused.response, label="Ask publicly")

        assert theirs.response.ephemeral
        assert PROMPT not in theirs.response.content
        assert not own.response.ephemeral


class TestAge:
    async def test_a_channel_for_everybody_is_refused_with_a_way_to_go(self, house, town, settle):
        await settle(age_restricted_only=True)

        answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)

        assert answer.response.ephemeral
        assert "in its age-restricted channels only" in answer.response.content
        assert (await house.only_job()).reason == "age_restricted_only"

    async def test_an_age_restricted_channel_is_accepted_and_its_threads_with_it(
        self, town, env, settle
    ):
        await settle(age_restricted_only=True)
        thread = await thread_in(env, town)
        env.bot.get_channel(town.channel.id).nsfw = True

        for place in (town.channel, thread):
            answer = await town.alice.slash(place, "video", prompt=PROMPT)
            assert not answer.response.ephemeral

    def test_what_is_not_known_of_a_channel_counts_against_it(self, town, env):
        """Discord has kinds of channels that this version has never heard of."""
        asked = create_autospec(discord.Interaction, instance=True)
        for unknown in (None, env.bot.get_partial_messageable(town.channel.id)):
            asked.channel = unknown
            assert not is_age_restricted(asked)

    async def test_a_thread_of_another_channel_is_refused(self, town, env, settle):
        await settle(age_restricted_only=True)

        answer = await town.alice.slash(await thread_in(env, town), "video", prompt=PROMPT)

        assert answer.response.ephemeral


class TestSpoilers:
    @pytest.fixture
    def finished(self, house, accepted, settle):
        async def build():
            await settle(spoiler_results=True)
            job = await accepted()
            await settle(spoiler_results=False)
            job = await house.take(job, JobStatus.SUBMITTING, JobStatus.RUNNING)
            return await house.take(
                job, JobStatus.DELIVERING, finished_at=house.clock.now(), output_url=LINK
            )

        return build

    async def test_what_was_asked_for_under_spoilers_comes_covered(self, house, town, finished):
        job = await finished()
        assert job.destination.spoiler

        sent = await house.messenger.send_to_channel(house.result(job))

        (file,) = town.message(sent.message_id).attachments
        assert file.filename == f"SPOILER_showreel-{job.reference}.mp4"
        assert file.is_spoiler()
        assert PROMPT in file.description

    @pytest.mark.parametrize("link", [None, LINK])
    async def test_a_covered_clip_that_stands_is_found_again(self, house, finished, link):
        job = await finished()
        sent = await house.messenger.send_to_channel(house.result(job, link=link))

        found = await house.messenger.standing_result(job, SendWay.CHANNEL)

        assert found.message == sent
        assert found.carried is (DeliveryWay.ATTACHMENT if link is None else DeliveryWay.LINK)

    @pytest.mark.parametrize("link", [None, LINK])
    async def test_directly_it_comes_plain_and_is_found_again(self, house, finished, link):
        job = await finished()
        sent = await house.messenger.send_directly(house.result(job, link=link))

        found = await house.messenger.standing_result(job, SendWay.DIRECT)

        assert found.message == sent
