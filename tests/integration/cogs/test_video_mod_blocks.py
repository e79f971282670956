"""`/video-mod block`, `unblock` and `blocks`: moderators decide, and the member is told why."""

import re
from datetime import timedelta

import discord
import pytest
from simcord.builders import UserHandle

from bot.domain.ids import GuildId, UserId
from bot.domain.job import JobStatus
from bot.domain.usage_views import ViewId
from bot.services.blocks import BlockWish
from cogs.video_mod_blocks import BlocksPageButton
from tests.integration.cogs.conftest import PROMPT, Town

# A refusal is an error until the command tree has made a sentence of it.
pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)


async def said(town: Town, command: str, **options: object) -> str:
    answer = await town.mod.slash(town.channel, f"video-mod {command}", **options)
    assert answer.response.ephemeral
    return answer.response.content


async def ask(town: Town, who: str = "alice") -> discord.Message:
    answer = await getattr(town, who).slash(town.channel, "video", prompt=PROMPT)
    return answer.response


@pytest.fixture
def blocked_many(house, town):
    """So many blocks in the town, the oldest of user 1."""

    async def write(count):
        for number in range(1, count + 1):
            wish = BlockWish(
                user_id=UserId(number),
                guild_id=GuildId(town.guild.id),
                by=UserId(town.mod.id),
                reason=f"reason *{number}*",
            )
            await house_blocks(house).block(wish)

    return write


@pytest.fixture
def forged(house, env, town):
    """Stand a message of the bot's with a button to any page."""

    async def build(number, view_id=None):
        (button,) = [item for item in house.parts.items if issubclass(item, BlocksPageButton)]
        view = discord.ui.View(timeout=None)
        view.add_item(button(number, view_id, label="Older"))
        where = env.bot.get_partial_messageable(town.channel.id)
        return town.message((await where.send("forged", view=view)).id)

    return build


def house_blocks(house):
    (check,) = [check for check in house.parts.checks if hasattr(check, "_blocks")]
    return check._blocks


class TestModerators:
    @pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
    async def test_a_member_is_blocked_told_and_unblocked(self, house, town, env, restarted):
        done = await said(town, "block", member=town.alice, duration="3 days", reason="Spam")
        if restarted:
            await env.restart_bot(house.new_bot())

        refused = await ask(town)

        assert re.fullmatch(
            rf"<@{town.alice.id}> is blocked and may ask for no clips in this server \(Spam\)\. "
            r"The block ends <t:\d+:R>\.\nNo request of theirs was waiting\. .*",
            done,
        )
        assert refused.flags.ephemeral
        assert re.search(
            r"here \(Spam\)\. Nothing was charged\. The block ends <t:\d+:R>", (refused.content)
        )
        job = await house.only_job()
        assert (job.status, job.reason) == (JobStatus.REFUSED, "member_blocked")
        assert "Next in line" in (await ask(town, "bob")).content

        lifted = await said(town, "unblock", member=str(town.alice.id))

        assert lifted == (f"<@{town.alice.id}> is no longer blocked and may ask for clips again.")
        assert "in line" in (await ask(town)).content

    async def test_a_block_ends_by_itself(self, town, env):
        await said(town, "block", member=town.alice, duration="1h")
        await env.advance_time(3590)
        assert "blocked you" in (await ask(town)).content

        await env.advance_time(20)

        assert "Next in line" in (await ask(town)).content

    async def test_what_the_member_has_waiting_is_cancelled_and_counted(
        self, house, town, accepted
    ):
        job = await accepted()

        done = await said(town, "block", member=town.alice)

        assert "One request of theirs that was waiting is cancelled" in done
        assert [each.id for each in house.cancels] == [job.id]
        assert (await house.job(job.id)).reason == "cancelled_by_moderator"

    async def test_a_block_that_cannot_be_gives_back_the_reason_to_be_copied(self, town):
        answer = await said(
            town, "block", member=town.alice, duration="soon", reason="Spam, time and again"
        )

        assert answer.startswith("This cannot be read as a length of time (soon).")
        assert answer.endswith(
            "\nWhat you typed, so that it is not lost:\n```\nSpam, time and again\n```"
        )

    async def test_one_who_left_is_blocked_by_id_and_stays_so_when_they_come_back(self, town, env):
        carol = env.create_user("carol")
        assert "is blocked for good" in await said(town, "block", member=carol)

        member = town.guild.add_member(carol)
        answer = await member.slash(town.channel, "video", prompt=PROMPT)

        assert "blocked you" in answer.response.content

    async def test_a_second_block_replaces_the_first_and_says_so(self, town):
        await said(town, "block", member=town.alice, duration="1h", reason="Spam")

        done = await said(town, "block", member=town.alice, reason="Worse")

        assert "It replaces an earlier block." in done
        assert "(Worse)" in (await ask(town)).content
        assert "(Worse)" in await said(town, "blocks")

    async def test_choices_to_unblock_are_this_servers_with_names_and_reasons(self, town, env):
        other = Town(env)
        await other.mod.slash(other.channel, "video-mod block", member=other.alice)
        await said(town, "block", member=town.alice, reason="Spam")
        await said(town, "block", member=town.bob)

        offered = await town.mod.autocomplete(town.channel, "video-mod unblock", "member", "")
        narrowed = await town.mod.autocomplete(town.channel, "video-mod unblock", "member", "SPA")

        assert offered == [
            {"name": f"bob · {town.bob.id}", "value": str(town.bob.id)},
            {"name": f"alice · {town.alice.id} · Spam", "value": str(town.alice.id)},
        ]
        assert narrowed == offered[1:]

    async def test_names_are_asked_for_after_a_restart(self, house, town, env):
        await said(town, "block", member=town.alice)
        await env.restart_bot(house.new_bot())

        (offered,) = await town.mod.autocomplete(town.channel, "video-mod unblock", "member", "")

        assert offered["name"] == f"alice · {town.alice.id}"

    @pytest.mark.parametrize("typed", ["<@{}>", " {} ", "<@!{}>"])
    async def test_a_mention_names_a_member_too(self, town, typed):
        await said(town, "block", member=town.alice)

        answer = await said(town, "unblock", member=typed.format(town.alice.id))

        assert answer.startswith(f"<@{town.alice.id}> is no longer blocked")


class TestList:
    async def test_an_empty_list_says_how_to_fill_it(self, town):
        assert await said(town, "blocks") == (
            "Nobody is blocked in this server. `/video-mod block` blocks a member."
        )

    @pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
    async def test_pages_turn(self, house, town, env, blocked_many, restarted):
        await blocked_many(12)
        answer = await town.mod.slash(town.channel, "video-mod blocks")
        first = answer.response
        if restarted:
            await env.restart_bot(house.new_bot())

        lines = first.content.splitlines()
        assert lines[0] == "**Blocked members**: 12 · page 1 of 2"
        assert lines[1] == f"<@12> · for good · by <@{town.mod.id}> (reason \\*12\\*)"
        await town.mod.click(first, label="Older")
        lines = first.content.splitlines()
        assert lines[0].endswith("page 2 of 2")
        assert [line.split(" ")[0] for line in lines[1:]] == ["<@2>", "<@1>"]
        await town.mod.click(first, label="Newer")
        assert first.content.splitlines()[0].endswith("page 1 of 2")

    @pytest.mark.parametrize("who", ["alice", "bob"])
    async def test_nobody_but_a_moderator_turns_a_page(self, town, blocked_many, forged, who):
        await blocked_many(12)
        message = await forged(1)

        answer = await getattr(town, who).click(message, label="Older")

        assert answer.response.ephemeral
        assert answer.response.content.startswith("This is for moderators")
        assert message.content == "forged"

    @pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
    async def test_whom_a_server_lets_in_turns_pages_and_nobody_else_with_their_buttons(
        self, house, town, env, blocked_many, restarted
    ):
        """Integrations settings may open the command to others; its buttons follow."""
        command = town.mod._resolve_root("video-mod", 1, town.channel.id)
        town.guild.set_command_permissions(int(command["id"]), {town.bob: True})
        await blocked_many(29)
        shown = (await town.bob.slash(town.channel, "video-mod blocks")).response
        if restarted:
            await env.restart_bot(house.new_bot())

        for label, number in (("Older", 2), ("Older", 3), ("Newer", 2)):
            await town.bob.click(shown, label=label)
            assert shown.content.splitlines()[0].endswith(f"page {number} of 3")

        older = shown.components[0]["components"][-1]
        view = discord.ui.View(timeout=None)
        view.add_item(discord.ui.Button(label="copied", custom_id=older["custom_id"]))
        copy = await env.bot.get_partial_messageable(town.channel.id).send("copied", view=view)
        view.stop()
        pressed = await town.alice.click(copy, label="copied")

        assert pressed.response.content.startswith("This is for moderators")

    async def test_who_is_let_into_the_log_alone_is_not_let_in_here(
        self, house, town, blocked_many, forged
    ):
        usage = town.mod._resolve_root("usage", 1, town.channel.id)
        town.guild.set_command_permissions(int(usage["id"]), {town.bob: True})
        await blocked_many(12)
        await town.bob.slash(town.channel, "usage audit")
        message = await forged(1, view_id=ViewId(1))
        assert await house.stores.usage_views.get(ViewId(1)) is not None

        answer = await town.bob.click(message, label="Older")

        assert answer.response.content.startswith("This is for moderators")

    async def test_a_forged_page_is_one_of_this_servers(self, town, env, blocked_many, forged):
        await blocked_many(12)
        other = Town(env)
        await other.mod.slash(other.channel, "video-mod block", member=other.alice)
        message = await forged(999999)

        await town.mod.click(message, label="Older")

        shown = town.message(message.id).content
        assert shown.splitlines()[0].endswith("12 · page 2 of 2")
        assert str(other.alice.id) not in shown

    async def test_the_fullest_page_fits_a_message(self, house, town):
        for number in range(10):
            wish = BlockWish(
                user_id=UserId(2**62 + number),
                guild_id=GuildId(town.guild.id),
                by=UserId(town.mod.id),
                length="9 years",
                reason="*" * 200,
            )
            await house_blocks(house).block(wish)

        assert "**Blocked members**: 10" in await said(town, "blocks")


class TestBadInput:
    async def test_a_length_that_cannot_be_read_is_answered_with_examples(self, town):
        answer = await said(town, "block", member=town.alice, duration="until *Tuesday*")

        assert answer.startswith(
            "This cannot be read as a length of time (until \\*Tuesday\\*). Nobody was blocked."
        )
        assert "`1h`, `3d`, `2 weeks`" in answer
        assert "Next in line" in (await ask(town)).content

    async def test_neither_oneself_nor_the_bot_can_be_blocked(self, town, env):
        assert (await said(town, "block", member=town.mod)).startswith("This is about yourself")
        bot = UserHandle(env, env.backend.get_user(env.bot.user.id))
        assert (await said(town, "block", member=bot)).startswith("This bot itself cannot")

    @pytest.mark.parametrize("typed", ["alice", "<#5>", "9" * 21, "-5"])
    async def test_what_names_no_member_is_answered_with_an_example(self, town, typed):
        answer = await said(town, "unblock", member=typed)

        assert answer.startswith("This names no member. Nothing was changed.")

    async def test_another_servers_block_answers_like_none(self, house, town, env):
        other = Town(env)
        await other.mod.slash(other.channel, "video-mod block", member=other.alice)

        answers = {
            await said(town, "unblock", member=str(each))
            for each in (other.alice.id, 123456789012345678)
        }

        assert len(answers) == 1
        assert answers.pop().startswith("This member is not blocked in this server.")
        at = house.clock.now() + timedelta(days=1)
        ends = await house.stores.blocks.ends(GuildId(other.guild.id), at=at)
        assert set(ends) == {UserId(other.alice.id)}
