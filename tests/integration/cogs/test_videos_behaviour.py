"""`/videos list`: what a member reads, and the button that fetches a kept clip for them alone."""

import asyncio

import discord
import pytest

from bot.domain.job import DeliveryWay, JobStatus
from bot.domain.messenger import OwnJobs
from bot.services.shelf import Shelf
from tests.integration.cogs.conftest import MP4, PROMPT

pytestmark = pytest.mark.simcord(shard_count=1)


def buttons_of(message) -> list[str]:
    return [button.label for row in message.components for button in row.children]


def shown(town, answer, *, directly: bool = False):
    """The answer as alice sees it, with its buttons."""
    channel = town.alice.user.dm_channel if directly else town.channel
    viewer = town.alice.user if directly else town.alice
    (found,) = [m for m in channel.history(viewer=viewer) if m.id == answer.response.id]
    return found


async def listing(town):
    return await town.alice.slash(town.channel, "videos list")


@pytest.fixture
async def kept(house, accepted):
    return await house.keep(await accepted())


class TestList:
    async def test_who_asked_for_nothing_reads_how_to_begin(self, town):
        answer = await listing(town)

        assert answer.response.ephemeral
        assert answer.response.content == (
            "You have not asked for a clip in this server yet. "
            "Type `/video` and say what it should show."
        )

    async def test_requests_are_listed_for_their_member_alone(self, town, accepted):
        job = await accepted()
        asked_at = int(job.created_at.timestamp())

        answer = await listing(town)
        others = await town.bob.slash(town.channel, "videos list")

        assert answer.response.ephemeral
        assert answer.response.content.splitlines() == [
            "**Your newest requests**",
            f"**{PROMPT}** · waiting in line · asked for <t:{asked_at}:R>",
        ]
        assert buttons_of(shown(town, answer)) == []
        assert others.response.content.startswith("You have not asked")

    async def test_a_clip_that_was_handed_over_is_linked(self, house, town, accepted):
        job = await accepted()
        sent = await house.messenger.send_to_channel(house.result(job))
        await house.delivered(job, sent, delivery=DeliveryWay.ATTACHMENT)

        answer = await listing(town)

        assert answer.response.content.endswith(sent.url)

    @pytest.mark.usefixtures("kept")
    async def test_a_kept_clip_has_a_button(self, town):
        answer = await listing(town)

        assert "ready, erased <t:" in answer.response.content
        assert buttons_of(shown(town, answer)) == ["Get the clip"]

    async def test_several_kept_clips_are_numbered_as_their_lines_are(
        self, house, town, env, accepted, kept
    ):
        await env.advance_time(60)
        newer = await house.keep(await accepted())
        await env.advance_time(60)
        await accepted()

        answer = await listing(town)
        await town.alice.click(shown(town, answer), label="Get clip 2")

        lines = answer.response.content.splitlines()[2:]
        assert ["waiting in line" in lines[0], lines[1][:2], lines[2][:2]] == [True, "1.", "2."]
        assert buttons_of(shown(town, answer)) == ["Get clip 1", "Get clip 2"]
        assert (await house.job(newer.id)).status is JobStatus.KEPT
        assert (await house.job(kept.id)).status is JobStatus.DELIVERED

    @pytest.mark.usefixtures("kept")
    async def test_in_direct_messages_all_servers_requests_are_listed(self, town):
        answer = await town.alice.user.slash("videos list")

        assert PROMPT in answer.response.content
        assert buttons_of(shown(town, answer, directly=True)) == ["Get the clip"]

    async def test_in_direct_messages_an_empty_list_says_where_to_begin(self, town):
        answer = await town.alice.user.slash("videos list")

        assert "in a server that has this bot" in answer.response.content


class SlowShelf(Shelf):
    async def own_jobs(self, user_id, *, guild_id) -> OwnJobs:
        await asyncio.sleep(5)
        return await super().own_jobs(user_id, guild_id=guild_id)


class TestSlowLog:
    pytestmark = pytest.mark.simcord(shard_count=1)

    @pytest.mark.usefixtures("kept")
    async def test_the_list_is_deferred_in_time_and_then_given(self, house, town, env):
        house.shelf.__class__ = SlowShelf

        answer = await listing(town)
        await env.advance_time(1.6)
        assert answer.deferred
        await env.advance_time(10)

        assert answer.ephemeral
        assert buttons_of(shown(town, answer)) == ["Get the clip"]


@pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
class TestFetch:
    @pytest.fixture
    async def message(self, house, town, env, kept, restarted):  # noqa: ARG002 -- before the list
        message = shown(town, await listing(town))
        if restarted:
            await env.restart_bot(house.new_bot())
        return message

    async def test_the_requester_gets_the_very_bytes_and_nobody_else_sees_them(
        self, house, town, env, kept, message
    ):
        answer = await town.alice.click(message, label="Get the clip")

        got = shown(town, answer)
        (clip,) = got.attachments
        first_answer = [r for r in env.http_requests if r.path.endswith("/callback")][-1]
        assert first_answer.json == {"type": 5, "data": {"flags": 64}}
        assert got.flags.ephemeral
        assert await clip.read() == MP4
        assert clip.filename == f"showreel-{kept.reference}.mp4"
        assert PROMPT in clip.description
        assert "Save the clip: only you see this message" in got.content
        assert got.components == []
        job = await house.job(kept.id)
        assert (job.status, job.delivery) == (JobStatus.DELIVERED, DeliveryWay.ATTACHMENT)
        assert list((house.folder / "kept").iterdir()) == []

    async def test_a_second_press_says_that_it_was_handed_over(self, town, message):
        await town.alice.click(message, label="Get the clip")

        answer = await town.alice.click(message, label="Get the clip")

        assert answer.response.content.startswith("This clip was handed over")
        assert shown(town, answer).attachments == []


class TestRefusals:
    @pytest.mark.parametrize("who", ["bob", "mod"])
    async def test_somebody_else_is_refused_politely_even_a_moderator(
        self, house, town, env, kept, who
    ):
        """Others do not see the list; but a button's id can be guessed."""
        view = house.videos._buttons.fetch([kept.id], locale="en-US")
        public = await env.bot.get_channel(town.channel.id).send("forged", view=view)

        answer = await getattr(town, who).click(public, label="Get the clip")

        assert answer.response.content.startswith("Only the person who asked for this clip can")
        assert answer.ephemeral
        assert (await house.job(kept.id)).status is JobStatus.KEPT

    async def test_discord_that_refuses_leaves_the_clip_kept(self, house, town, env, kept):
        message = shown(town, await listing(town))
        env.inject_error("POST", "/webhooks/*", status=503, times=1)

        answer = await town.alice.click(message, label="Get the clip")

        assert answer.response.content.startswith("Discord did not answer in time")
        assert (await house.job(kept.id)).status is JobStatus.KEPT
        assert [path.read_bytes() for path in (house.folder / "kept").iterdir()] == [MP4]

    async def test_a_clip_too_large_for_discord_comes_as_its_link(self, house, town, env, kept):
        message = shown(town, await listing(town))
        env.inject_error("POST", "/webhooks/*", status=413, code=40005, times=1)

        answer = await town.alice.click(message, label="Get the clip")

        got = shown(town, answer)
        assert got.attachments == []
        assert got.content.splitlines()[-1] == kept.output_url
        assert "may stop working" in got.content
        assert (await house.job(kept.id)).delivery is DeliveryWay.LINK


async def test_in_direct_messages_the_button_works_too(house, town, kept):
    answer = await town.alice.user.slash("videos list")

    pressed = await town.alice.user.click(shown(town, answer, directly=True), label="Get the clip")

    (clip,) = shown(town, pressed, directly=True).attachments
    assert await clip.read() == MP4
    assert (await house.job(kept.id)).status is JobStatus.DELIVERED


async def test_a_view_of_the_list_holds_buttons_that_outlive_the_bot(house, kept):
    """Other items in it would unregister the buttons when it ends."""
    view = house.videos._buttons.fetch([kept.id] * 10, locale="en-US")

    assert len(view.children) == 10
    assert view.timeout is None
    assert all(isinstance(item, discord.ui.DynamicItem) for item in view.children)
