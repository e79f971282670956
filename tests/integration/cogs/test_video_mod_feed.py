"""`/video-mod feed`: moderators choose a channel, and find there what became of every request."""

from functools import partial

import discord
import pytest
from simcord.actors import _dispatch_actor_interaction
from simcord.enums import InteractionType

from bot.domain.audit import AuditAction
from bot.domain.ids import GuildId, JobId
from bot.domain.job import JobStatus
from cogs.case_menu import CaseMenu
from tests.integration.cogs.conftest import PROMPT, Town
from tests.support.feed_channel import moderators_channel, run_feed

pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)


@pytest.fixture
def log_channel(town):
    return moderators_channel(town)


async def said(town: Town, command: str, **options):
    answer = await town.mod.slash(town.channel, f"video-mod feed {command}", **options)
    assert answer.response.ephemeral
    return answer.response.content


@pytest.fixture
def feed(house, env):
    return partial(run_feed, house, env)


class TestSetting:
    async def test_a_feed_is_set_tried_and_switched_off(self, house, town, log_channel):
        answer = await said(town, "set", channel=log_channel, cancelled=False)
        assert answer == (
            f"The feed is on. <#{log_channel.id}> is told of: clips that were made, refused"
            " requests, failures, reports."
        )

        assert (await said(town, "test")).startswith("A sample line")
        line, card = sorted(log_channel.history(), key=lambda message: message.id)
        for sample in (line, card):
            assert sample.content.startswith("This is a sample.")
            assert all(button.disabled for row in sample.components for button in row.children)
        assert "**Delivered**" in line.content
        assert "**Reported**" in card.content

        assert (await said(town, "off")).startswith("The feed is off;")
        assert (await said(town, "off")).startswith("This server has no feed.")
        record = await house.stores.audit.page(GuildId(town.guild.id), before=None, rows=5)
        assert [entry.action for entry in record] == [AuditAction.FEED_OFF, AuditAction.FEED_SET]

    async def test_a_channel_that_everyone_reads_is_warned_of(self, town):
        answer = await said(town, "set", channel=town.channel)

        assert "Everyone here can read" in answer

    @pytest.mark.parametrize(
        ("kind", "is_warned_of"),
        [
            (discord.ChannelType.private_thread, False),
            (discord.ChannelType.public_thread, True),
        ],
        ids=lambda value: getattr(value, "name", str(value)),
    )
    async def test_a_thread_is_warned_of_unless_only_its_members_read_it(
        self, town, env, kind, is_warned_of
    ):
        made = await env.bot.get_channel(town.channel.id).create_thread(name="log", type=kind)
        await made.add_user(discord.Object(town.mod.id))
        (thread,) = town.channel.threads

        answer = await said(town, "set", channel=thread)

        assert answer.startswith("The feed is on.")
        assert ("Everyone here can read" in answer) is is_warned_of

    async def test_what_the_bot_lacks_is_named(self, town):
        silent = town.shut_out_bot(name="silent", send_messages=False, attach_files=False)

        answer = await said(town, "set", channel=silent)
        tried = await said(town, "test")

        assert "Showreel lacks there: Send Messages, Attach Files." in answer
        assert "Discord did not take the sample" in tried
        assert "Showreel lacks there: Send Messages, Attach Files." in tried

    async def test_a_feed_that_tells_nothing_is_not_set(self, town, log_channel):
        kinds = ("delivered", "refused", "failed", "cancelled", "reports")

        answer = await said(town, "set", channel=log_channel, **dict.fromkeys(kinds, False))

        assert answer.startswith("A feed has to tell of something.")
        assert (await said(town, "test")).startswith("This server has no feed.")

    async def test_a_channel_of_another_server_answers_like_one_that_does_not_exist(
        self, town, env
    ):
        theirs = env.create_guild().create_text_channel("theirs")

        answers = {await _forge_set(town, channel_id) for channel_id in (theirs.id, 12345)}

        assert len(answers) == 1
        assert (await said(town, "test")).startswith("This server has no feed.")

    async def test_members_have_no_such_command(self, env):
        (registered,) = [each for each in env.http_requests if each.method == "PUT"]
        (payload,) = [each for each in registered.json if each["name"] == "video-mod"]

        wanted = discord.Permissions(manage_messages=True).value
        assert int(payload["default_member_permissions"]) == wanted
        (group,) = [each for each in payload["options"] if each["name"] == "feed"]
        assert {each["name"] for each in group["options"]} == {"set", "off", "test"}


async def _forge_set(town: Town, channel_id: int) -> str:
    root = town.mod._resolve_root("video-mod", 1, town.channel.id)
    option = {"name": "channel", "type": 7, "value": str(channel_id)}
    sub = {"name": "set", "type": 1, "options": [option]}
    shown = {"id": str(channel_id), "name": "x", "type": 0, "permissions": "8"}
    data = {
        "id": root["id"],
        "name": "video-mod",
        "type": 1,
        "options": [{"name": "feed", "type": 2, "options": [sub]}],
        "resolved": {"channels": {str(channel_id): shown}},
    }
    answer = await _dispatch_actor_interaction(
        town.mod, InteractionType.APPLICATION_COMMAND, town.channel, data
    )
    assert answer.response.ephemeral
    return answer.response.content


class TestLines:
    @pytest.fixture
    async def told(self, town, log_channel):
        await said(town, "set", channel=log_channel)

    @pytest.mark.usefixtures("told")
    async def test_a_line_names_all_that_a_moderator_needs_and_calls_nobody(
        self, house, town, log_channel, accepted, feed, env
    ):
        job = await accepted()
        sent = await house.messenger.send_to_channel(house.result(job))
        job = await house.delivered(job, sent)

        await feed()

        (line,) = log_channel.history()
        assert line.content.startswith(
            f"**Delivered** · {town.alice.mention} · <#{town.channel.id}>"
        )
        assert f"> {PROMPT}" in line.content
        for fact in ("5 s · 16:9", "about $1.40", job.reference, sent.url):
            assert fact in line.content
        (sent_line,) = [
            each.json
            for each in env.http_requests
            if each.method == "POST" and each.path.endswith(f"/channels/{log_channel.id}/messages")
        ]
        assert sent_line["allowed_mentions"] == {"parse": [], "users": []}
        labels = [button.label for row in line.components for button in row.children]
        assert labels == ["Case", "Delete result", "Block member"]

    @pytest.mark.usefixtures("told")
    async def test_the_buttons_are_moderators_alone_and_work_after_a_restart(
        self, house, town, log_channel, accepted, feed, env
    ):
        job = await accepted()
        sent = await house.messenger.send_to_channel(house.result(job))
        await house.delivered(job, sent)
        await feed()
        (line,) = log_channel.history()
        await env.restart_bot(house.new_bot())

        opened = await town.mod.click(line, label="Case")
        deleted = await town.mod.click(line, label="Delete result")

        assert job.reference in opened.response.content
        assert deleted.response.ephemeral
        assert (await house.job(job.id)).deleted_at is not None

    @pytest.mark.usefixtures("told")
    async def test_a_flood_is_one_message_whose_menu_opens_each_case(
        self, house, town, log_channel, feed, env
    ):
        await town.mod.slash(town.channel, "video-mod rules add", kind="word", text="fox")
        for _ in range(3):
            await town.alice.slash(town.channel, "video", prompt=PROMPT)
        await feed()
        (message,) = log_channel.history()
        jobs = await house.jobs()
        await env.restart_bot(house.new_bot())

        opened = await town.mod.select(message, [str(jobs[1].id)])

        assert message.content.count("**Refused**: rule #1") == 3
        assert message.content.count("||") == 6
        assert jobs[1].reference in opened.response.content

    @pytest.mark.usefixtures("told")
    async def test_a_member_who_sees_the_feed_cannot_open_cases(self, house, town, feed, accepted):
        await said(town, "set", channel=town.channel)
        for _ in range(2):
            job = await accepted()
            await house.take(job, JobStatus.CANCELLED, reason="cancelled_by_member")
        await feed()
        bundle = town.messages()[-1]

        answer = await town.bob.select(bundle, [str(job.id)])

        assert answer.response.content.startswith("This is for moderators")

    async def test_a_forged_choice_opens_no_case_of_another_server(self, house, env, accepted):
        other = Town(env)
        theirs = await accepted()
        (menu,) = [each for each in house.parts.items if issubclass(each, CaseMenu)]
        view = discord.ui.View(timeout=None)
        choices = [(JobId(number), str(number)) for number in (theirs.id, 12345)]
        view.add_item(menu(choices, placeholder="x"))
        message = await env.bot.get_partial_messageable(other.channel.id).send("x", view=view)

        answers = {
            (await other.mod.select(message, [str(number)])).response.content
            for number, _ in choices
        }

        assert len(answers) == 1
        assert PROMPT not in answers.pop()

    @pytest.mark.usefixtures("told")
    async def test_a_private_request_is_told_without_its_prompt(
        self, house, log_channel, accepted, feed
    ):
        job = await accepted(private=True)
        await house.take(job, JobStatus.CANCELLED, reason="cancelled_by_member")

        await feed()

        (line,) = log_channel.history()
        assert PROMPT not in line.content
        assert "> private; the case shows the prompt" in line.content
