"""The messenger on Discord's side: what stands where, for whom, by which way."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import discord
import pytest

from bot.domain.errors import DiscordAwayError, TooLargeForDiscordError, WayClosedError
from bot.domain.ids import ChannelId, MessageId
from bot.domain.job import DeliveryWay, JobStatus
from bot.domain.messenger import CardView, Result
from bot.domain.ports import Clip, Pause
from bot.domain.reasons import Reason
from bot.messaging.rest import DiscordRest

pytestmark = pytest.mark.simcord(shard_count=1)

TOKEN_LIFE_S = 15 * 60
LINK = "https://storage.example/clip.mp4"


@pytest.fixture
def last_sent(env):
    return lambda part: [r for r in env.http_requests if part in r.path][-1].json


@pytest.fixture
def answered_otherwise(house, town, env):
    """The same job, had its interaction been answered with an apology: and that one's id."""

    async def build(job):
        await house.switches.set_pause(Pause(reason="back at noon", since=env.now()))
        refused = await town.alice.slash(town.channel, "video", prompt="a fox")
        callback = [r.path for r in env.http_requests if r.path.endswith("/callback")][-1]
        token = callback.split("/")[-2]
        return replace(job, interaction_token=token, card_message_id=None), refused.response.id

    return build


class TestResultInTheChannel:
    async def test_the_clip_plays_and_its_requester_is_called_once(
        self, house, town, accepted, last_sent
    ):
        job = await accepted()

        sent = await house.messenger.send_to_channel(house.result(job))

        message = town.message(sent.message_id)
        assert message.content.startswith(f"<@{town.alice.id}>\n**A red fox")
        assert [user.id for user in message.mentions] == [town.alice.id]
        (attachment,) = message.attachments
        assert attachment.filename == f"showreel-{job.reference}.mp4"
        assert attachment.description.startswith("AI-generated video: A red fox")
        assert await attachment.read() == (house.folder / f"clip-{job.id}.mp4").read_bytes()
        assert message.reference.message_id == job.card_message_id
        assert sent.url == message.jump_url
        payload = last_sent(f"/channels/{town.channel.id}/messages")
        assert (payload["nonce"], payload["enforce_nonce"]) == (str(job.id), True)
        assert payload["allowed_mentions"] == {"parse": [], "users": [town.alice.id]}
        assert payload["message_reference"]["fail_if_not_exists"] is False
        assert [button["custom_id"] for button in payload["components"][0]["components"]] == [
            f"showreel:{verb}:{job.id}" for verb in ("again", "edit", "delete", "report")
        ]

    async def test_a_link_stands_as_text_without_a_file(self, house, town, accepted):
        job = await accepted()

        sent = await house.messenger.send_to_channel(house.result(job, link=LINK))

        message = town.message(sent.message_id)
        assert message.attachments == []
        assert message.content.endswith(f"\n{LINK}")

    async def test_a_long_prompt_comes_along_as_a_file(self, house, town):
        prompt = "a fox and " * 240
        await town.alice.slash(town.channel, "video", prompt=prompt)
        job = await house.only_job()

        sent = await house.messenger.send_to_channel(house.result(job))

        clip, text = town.message(sent.message_id).attachments
        assert clip.filename.endswith(".mp4")
        assert text.filename == "prompt.txt"
        assert (await text.read()).decode() == job.request.prompt

    async def test_a_job_without_a_card_is_answered_without_a_reply(self, house, town, accepted):
        job = replace(await accepted(), card_message_id=None)

        sent = await house.messenger.send_to_channel(house.result(job))

        assert town.message(sent.message_id).reference is None

    @pytest.mark.parametrize("denied", ["view_channel", "send_messages"])
    async def test_a_channel_that_is_closed_to_the_bot_is_a_closed_way(
        self, house, town, accepted, denied
    ):
        closed = town.shut_out_bot(**{denied: False})
        job = await accepted()
        job = replace(job, destination=replace(job.destination, channel_id=ChannelId(closed.id)))

        with pytest.raises(WayClosedError):
            await house.messenger.send_to_channel(house.result(job))

    async def test_discords_refusal_of_the_size_is_told_apart(self, house, env, accepted):
        job = await accepted()
        env.inject_error("POST", "/channels/*/messages", status=413, code=40005)

        with pytest.raises(TooLargeForDiscordError):
            await house.messenger.send_to_channel(house.result(job))

    async def test_a_discord_that_is_away_may_be_asked_again(self, house, env, town, accepted):
        job = await accepted()
        env.inject_error("POST", "/channels/*/messages", status=503)

        with pytest.raises(DiscordAwayError):
            await house.messenger.send_to_channel(house.result(job))

        assert await house.messenger.send_to_channel(house.result(job))
        assert len(town.messages()) == 2

    async def test_a_clip_that_has_left_the_disk_is_not_discords_fault_for_good(
        self, house, accepted
    ):
        gone = Result(
            job=await accepted(), clip=Clip(path=Path("/nowhere/clip.mp4"), size_bytes=1), link=None
        )

        with pytest.raises(DiscordAwayError):
            await house.messenger.send_to_channel(gone)


class TestResultByInteraction:
    async def test_a_private_clip_is_for_its_member_alone(self, house, town, accepted):
        job = await accepted(private=True)

        sent = await house.messenger.send_by_interaction(house.result(job))

        message = town.message(sent.message_id)
        assert message.flags.ephemeral
        assert "<@" not in message.content
        assert town.channel.history(viewer=town.bob) == []

    async def test_a_public_clip_calls_its_requester_here_too(self, house, town, accepted):
        job = await accepted()

        sent = await house.messenger.send_by_interaction(house.result(job))

        message = town.message(sent.message_id)
        assert not message.flags.ephemeral
        assert [user.id for user in message.mentions] == [town.alice.id]
        assert sent.url == message.jump_url

    async def test_a_token_past_its_time_is_not_tried(self, house, env, accepted):
        job = await accepted()
        await env.advance_time(TOKEN_LIFE_S + 1)
        asked = len(env.http_requests)

        with pytest.raises(WayClosedError):
            await house.messenger.send_by_interaction(house.result(job))

        assert len(env.http_requests) == asked

    @pytest.mark.parametrize(("status", "code"), [(401, 50027), (404, 10015)])
    async def test_a_token_that_died_early_is_a_closed_way(
        self, house, env, accepted, status, code
    ):
        job = await accepted()
        env.inject_error("POST", "/webhooks/*", status=status, code=code)

        with pytest.raises(WayClosedError):
            await house.messenger.send_by_interaction(house.result(job))


class TestResultDirectly:
    async def test_the_clip_comes_as_a_direct_message_without_buttons(self, house, town, accepted):
        job = await accepted()

        sent = await house.messenger.send_directly(house.result(job))

        (message,) = town.alice.user.dm_channel.history()
        assert message.id == sent.message_id
        assert message.components == []
        assert len(message.attachments) == 1
        assert sent.url.startswith("https://discord.com/channels/@me/")

    async def test_closed_direct_messages_are_a_closed_way(self, house, env, accepted):
        job = await accepted()
        env.inject_error("POST", "/channels/*/messages", status=403, code=50007)

        with pytest.raises(WayClosedError):
            await house.messenger.send_directly(house.result(job))


class TestCard:
    async def test_a_public_card_follows_its_job_by_the_bots_own_token(
        self, house, town, env, accepted
    ):
        job = await house.take(await accepted(), JobStatus.SUBMITTING, JobStatus.RUNNING)
        await env.advance_time(TOKEN_LIFE_S + 60)

        await house.messenger.show_card(job, CardView())

        card = town.message(job.card_message_id)
        assert card.content.splitlines()[-1].startswith("Being made. Started <t:")
        assert len(card.components) == 1

    async def test_a_delivered_card_folds_to_one_line_with_a_link(self, house, town, accepted):
        job = await accepted()
        sent = await house.messenger.send_to_channel(house.result(job))
        job = await house.delivered(job, sent, delivery=DeliveryWay.ATTACHMENT)

        await house.messenger.show_card(job, CardView())

        card = town.message(job.card_message_id)
        assert card.content == f"**A red fox crosses a snowy road at dawn** · Done: {sent.url}"
        assert card.components == []

    async def test_a_channel_the_bot_may_not_see_is_reached_by_the_token(
        self, house, town, env, accepted
    ):
        job = await accepted()
        env.inject_error("PATCH", "/channels/*", status=403, code=50001)

        await house.messenger.show_card(job, CardView(place=7))

        assert "Number 7 in line." in town.message(job.card_message_id).content

    async def test_a_private_card_lives_as_long_as_its_token(self, house, town, env, accepted):
        job = await accepted(private=True)
        await house.messenger.show_card(job, CardView(place=7))
        assert "Number 7 in line." in town.message(job.card_message_id).content
        await env.advance_time(TOKEN_LIFE_S + 1)
        asked = len(env.http_requests)

        await house.messenger.show_card(job, CardView(place=1))

        assert len(env.http_requests) == asked
        assert "Number 7 in line." in town.message(job.card_message_id).content

    async def test_a_card_out_of_every_reach_is_left_in_peace(self, house, env, accepted):
        job = await accepted()
        await env.advance_time(TOKEN_LIFE_S + 1)
        env.inject_error("PATCH", "/channels/*", status=403, code=50001)

        await house.messenger.show_card(job, CardView(place=7))

        assert env.http_requests[-1].method == "PATCH"

    async def test_a_card_that_was_deleted_is_left_in_peace(self, house, town, accepted):
        job = await accepted()
        await town.mod.delete(town.message(job.card_message_id))

        await house.messenger.show_card(job, CardView(place=7))

        assert town.messages() == []

    async def test_a_card_whose_id_was_never_written_is_found_and_folded(
        self, house, town, accepted
    ):
        job = await accepted()
        cancelled = await house.take(job, JobStatus.CANCELLED, reason=Reason.CANCELLED_BY_MEMBER)

        await house.messenger.show_card(replace(cancelled, card_message_id=None), CardView())

        card = town.message(job.card_message_id)
        assert "Cancelled, as asked." in card.content
        assert [button.label for row in card.components for button in row.children] == [
            "Edit prompt"
        ]

    async def test_an_apology_is_not_written_over_with_a_card(
        self, house, town, accepted, answered_otherwise
    ):
        job, apology_id = await answered_otherwise(await accepted())

        await house.messenger.show_card(job, CardView())

        assert town.message(apology_id).content.startswith("No new clips are being made")

    async def test_a_job_whose_token_died_before_its_card_was_known_is_not_shown(
        self, house, env, accepted
    ):
        job = replace(await accepted(), card_message_id=None)
        await env.advance_time(TOKEN_LIFE_S + 1)
        asked = len(env.http_requests)

        await house.messenger.show_card(job, CardView())

        assert len(env.http_requests) == asked

    async def test_a_discord_that_is_away_is_said_so(self, house, env, accepted):
        job = await accepted()
        env.inject_error("PATCH", "/channels/*", status=500)

        with pytest.raises(DiscordAwayError):
            await house.messenger.show_card(job, CardView())


class TestWhetherACardStands:
    async def test_discord_names_the_card(self, house, accepted):
        job = await accepted()

        assert await house.messenger.card_message_id(job) == job.card_message_id

    async def test_an_apology_is_not_a_card(self, house, accepted, answered_otherwise):
        job, _ = await answered_otherwise(await accepted())

        assert await house.messenger.card_message_id(job) is None

    async def test_another_jobs_card_is_none(self, house, accepted):
        first, second = await accepted(), await accepted()

        mistaken = replace(second, interaction_token=first.interaction_token)

        assert await house.messenger.card_message_id(mistaken) is None

    @pytest.mark.parametrize(("status", "code"), [(404, 10015), (404, 10008), (401, 50027)])
    async def test_a_card_that_discord_does_not_know_does_not_stand(
        self, house, env, accepted, status, code
    ):
        job = await accepted()
        env.inject_error("GET", "/webhooks/*", status=status, code=code)

        assert await house.messenger.card_message_id(job) is None

    async def test_a_discord_that_is_away_does_not_decide_it(self, house, env, accepted):
        job = await accepted()
        env.inject_error("GET", "/webhooks/*", status=502)

        with pytest.raises(DiscordAwayError):
            await house.messenger.card_message_id(job)

    async def test_a_dead_token_cannot_tell(self, house, env, accepted):
        job = await accepted()
        await env.advance_time(TOKEN_LIFE_S + 1)

        assert await house.messenger.card_message_id(job) is None


class TestEnds:
    @pytest.fixture
    async def failed(self, house, accepted):
        async def build(**options):
            return await house.take(
                await accepted(**options),
                JobStatus.SUBMITTING,
                JobStatus.RUNNING,
                JobStatus.FAILED,
                reason=Reason.PROVIDER_REJECTED,
                cost_usd=Decimal(0),
            )

        return build

    async def test_the_requester_is_called_to_the_end_of_a_public_request(
        self, house, town, failed, last_sent
    ):
        job = await failed()

        await house.messenger.announce_end(job)

        message = town.messages()[-1]
        assert message.content == (
            f"<@{town.alice.id}>\n**A red fox crosses a snowy road at dawn**\n"
            "The description did not pass the video service\u2019s safety check. "
            "Nothing was charged. "
            f"Ask again with a different description. Reference `{job.reference}`."
        )
        assert [user.id for user in message.mentions] == [town.alice.id]
        assert message.reference.message_id == job.card_message_id
        nonce = last_sent("/messages")["nonce"]
        assert nonce == f"{job.id}-fail"
        assert nonce != str(job.id), "Discord would keep the clip of an expired job from being sent"

    async def test_a_closed_channel_is_reached_by_the_token(self, house, town, env, failed):
        job = await failed()
        env.inject_error("POST", "/channels/*", status=403, code=50001)

        await house.messenger.announce_end(job)

        assert town.messages()[-1].content.startswith(f"<@{town.alice.id}>")

    @pytest.mark.parametrize("dies", ["by time", "early"])
    async def test_a_closed_channel_and_a_dead_token_leave_the_direct_message(
        self, house, town, env, failed, dies
    ):
        job = await failed()
        env.inject_error("POST", f"/channels/{town.channel.id}/*", status=403, code=50001)
        if dies == "by time":
            await env.advance_time(TOKEN_LIFE_S + 1)
        else:
            env.inject_error("POST", "/webhooks/*", status=401, code=50027)

        await house.messenger.announce_end(job)

        (message,) = town.alice.user.dm_channel.history()
        assert message.content.startswith("**A red fox")
        assert job.reference in message.content

    async def test_with_no_way_open_the_caller_hears_of_it(self, house, env, failed):
        job = await failed()
        await env.advance_time(TOKEN_LIFE_S + 1)
        env.inject_error("POST", "/channels/*", status=403, code=50001, times=2)

        with pytest.raises(WayClosedError):
            await house.messenger.announce_end(job)

    async def test_a_private_end_is_told_to_its_member_alone(self, house, town, failed):
        job = await failed(private=True)

        await house.messenger.announce_end(job)

        assert town.channel.history(viewer=town.bob) == []
        assert town.channel.history(viewer=town.alice)[-1].flags.ephemeral

    @pytest.mark.parametrize("dies", ["by time", "early"])
    async def test_a_late_private_end_comes_as_a_direct_message(
        self, house, town, env, failed, dies
    ):
        job = await failed(private=True)
        if dies == "by time":
            await env.advance_time(TOKEN_LIFE_S + 1)
        else:
            env.inject_error("POST", "/webhooks/*", status=401, code=50027)

        await house.messenger.announce_end(job)

        (message,) = town.alice.user.dm_channel.history()
        assert message.content.startswith("**A red fox")


class TestDelete:
    async def test_what_is_gone_already_is_fine(self, house, town, accepted):
        job = await accepted()
        sent = await house.messenger.send_to_channel(house.result(job))
        job = await house.delivered(job, sent, delivery=DeliveryWay.ATTACHMENT)
        await town.mod.delete(town.message(sent.message_id))

        assert not await house.messenger.delete_result(job)

        assert [message.id for message in town.messages()] == [job.card_message_id]

    async def test_what_went_with_its_channel_is_fine(self, house, town, env, accepted):
        job = await accepted()
        sent = await house.messenger.send_to_channel(house.result(job))
        job = await house.delivered(job, sent, delivery=DeliveryWay.ATTACHMENT)
        await env.advance_time(TOKEN_LIFE_S + 1)
        env.backend.delete_channel(town.channel.id)

        assert not await house.messenger.delete_result(job)

    async def test_a_job_without_a_message_has_nothing_to_delete(self, house, env, accepted):
        job = await accepted()
        asked = len(env.http_requests)

        await house.messenger.delete_result(job)

        assert len(env.http_requests) == asked

    async def test_a_closed_channel_is_reached_by_the_token(self, house, town, env, accepted):
        job = await accepted()
        sent = await house.messenger.send_by_interaction(house.result(job))
        job = await house.delivered(job, sent, delivery=DeliveryWay.ATTACHMENT)
        env.inject_error("DELETE", "/channels/*", status=403, code=50001)

        assert await house.messenger.delete_result(job)

        assert [message.id for message in town.messages()] == [job.card_message_id]

    async def test_without_any_way_the_caller_hears_of_it(self, house, env, accepted):
        job = await accepted()
        sent = await house.messenger.send_to_channel(house.result(job))
        job = await house.delivered(job, sent, delivery=DeliveryWay.ATTACHMENT)
        await env.advance_time(TOKEN_LIFE_S + 1)
        env.inject_error("DELETE", "/channels/*", status=403, code=50001)

        with pytest.raises(WayClosedError):
            await house.messenger.delete_result(job)


class TestOperator:
    async def test_without_a_channel_the_applications_owner_is_written_to(self, house, env):
        owner = env.create_user("owner")
        env.bot.application.owner = discord.Object(owner.id)

        await house.messenger.tell_operator("incident-no-balance", subject="")

        (message,) = owner.dm_channel.history()
        assert "has no balance left" in message.content

    async def test_a_teams_owner_is_found(self, house, env):
        team_owner = env.create_user("teamowner")

        class Team:
            owner_id = team_owner.id

        env.bot.application.team = Team()

        await house.messenger.tell_operator("incident-no-balance-over", subject="")

        assert len(team_owner.dm_channel.history()) == 1

    async def test_the_operators_channel_is_used_when_it_is_named(self, house, town):
        house.messenger._operator_channel_id = ChannelId(town.channel.id)

        await house.messenger.tell_operator("incident-outcome-unknown", subject="42")

        assert "`showreel jobs settle 42 --charged`" in town.messages()[-1].content


async def test_a_closed_client_is_away_and_not_closed_for_good(house, env, accepted):
    job = await accepted()
    await env.bot.close()

    with pytest.raises(DiscordAwayError):
        await house.messenger.send_to_channel(house.result(job))


async def test_before_the_login_every_token_call_waits():
    rest = DiscordRest(discord.Client(intents=discord.Intents.none()))

    with pytest.raises(DiscordAwayError):
        await rest.delete_by_token("token", MessageId(1))
