"""`/usage audit`: what was changed in a server, for its moderators, page by page."""

import discord
import pytest

from bot.domain.audit import AuditAction, NewAuditEntry
from bot.domain.ids import GuildId, UserId
from tests.integration.cogs.conftest import Town

pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)


@pytest.fixture
def record(house):
    async def build(town, *, count=1, first=0):
        for number in range(first, first + count):
            await house.stores.audit.record(
                NewAuditEntry(
                    guild_id=GuildId(town.guild.id),
                    actor_id=UserId(town.mod.id),
                    action=AuditAction.RULE_ADDED,
                    at=house.clock.now(),
                    subject=str(number),
                    after={"kind": "word", "text": f"word{number}"},
                )
            )

    return build


def words_in(message):
    return [line.rsplit(" ", 1)[-1] for line in message.content.splitlines()[1:]]


def words(first, last):
    return [f"word{number}" for number in range(first, last - 1, -1)]


def labels(message):
    return [button["label"] for row in message.components for button in row["components"]]


@pytest.fixture
def stray(house, env):
    """Buttons in a channel, of which nobody knows how they came there."""

    async def show(town, **places):
        (button,) = [each for each in house.parts.items if each.__name__ == "AuditTurnButton"]
        view = discord.ui.View(timeout=None)
        for way, entry_id in places.items():
            view.add_item(button(way, entry_id, label=way))
        return await env.bot.get_channel(town.channel.id).send("lost and found", view=view)

    return show


class TestModerators:
    async def test_what_a_moderator_did_is_told(self, town):
        await town.mod.slash(town.channel, "video-mod rules add", kind="word", text="fox")

        answer = await town.mod.slash(town.channel, "usage audit")

        assert answer.response.ephemeral
        assert answer.response.content.endswith(f"<@{town.mod.id}> added rule #1: word, fox")
        assert answer.response.components == []

    async def test_nothing_changed_is_a_sentence(self, town):
        answer = await town.mod.slash(town.channel, "usage audit")

        assert answer.response.content.startswith("Nothing has been changed in this server yet.")

    async def test_pages_turn_there_and_back_after_a_restart(self, house, town, env, record):
        await record(town, count=25)
        first = await town.mod.slash(town.channel, "usage audit")
        assert words_in(first.response) == words(24, 15)
        assert labels(first.response) == ["Older"]

        await env.restart_bot(house.new_bot())
        second = await town.mod.click(first.response, label="Older")
        assert words_in(second.response) == words(14, 5)
        assert labels(second.response) == ["Newer", "Older"]
        third = await town.mod.click(second.response, label="Older")
        assert words_in(third.response) == words(4, 0)
        assert labels(third.response) == ["Newer"]
        back = await town.mod.click(third.response, label="Newer")
        assert words_in(back.response) == words(14, 5)
        newest = await town.mod.click(back.response, label="Newer")
        assert words_in(newest.response) == words(24, 15)

    async def test_changes_that_come_meanwhile_make_no_page_skip_or_repeat(self, town, record):
        await record(town, count=20)
        first = await town.mod.slash(town.channel, "usage audit")
        await record(town, first=20, count=3)

        second = await town.mod.click(first.response, label="Older")
        assert words_in(second.response) == words(9, 0)

        back = await town.mod.click(second.response, label="Newer")

        assert words_in(back.response) == words(19, 10)
        assert labels(back.response) == ["Newer", "Older"]


class TestOthers:
    async def test_members_are_not_offered_it(self, town):
        with pytest.raises(Exception, match="permission"):
            await town.alice.slash(town.channel, "usage audit")

    async def test_a_page_turned_without_the_permission_shows_nothing(self, town, record, stray):
        await record(town, count=11)
        message = await stray(town, older=5)

        pressed = await town.alice.click(message, label="older")

        assert pressed.response.ephemeral
        assert "word" not in pressed.response.content

    async def test_whom_a_server_lets_in_turns_pages_and_nobody_else_with_their_buttons(
        self, town, env, record
    ):
        """Integrations settings may open the command to others; its buttons follow."""
        command = town.mod._resolve_root("usage", 1, town.channel.id)
        town.guild.set_command_permissions(int(command["id"]), {town.bob: True})
        await record(town, count=11)
        first = await town.bob.slash(town.channel, "usage audit")
        second = await town.bob.click(first.response, label="Older")
        assert words_in(second.response) == words(0, 0)

        button = second.response.components[0]["components"][0]
        view = discord.ui.View(timeout=None)
        view.add_item(discord.ui.Button(label="forged", custom_id=button["custom_id"]))
        message = await env.bot.get_channel(town.channel.id).send("lost and found", view=view)
        view.stop()

        pressed = await town.alice.click(message, label="forged")

        assert pressed.response.content.startswith("This is for moderators")

    async def test_another_servers_changes_are_never_shown(self, env, town, record, stray):
        await record(town, count=15)
        elsewhere = Town(env)
        await record(elsewhere, first=100)

        for place in ({"older": 10**18 - 1}, {"older": 10}, {"newer": 3}, {"newer": 0}):
            message = await stray(elsewhere, **place)
            pressed = await elsewhere.mod.click(message, label=next(iter(place)))
            assert words_in(pressed.response) == ["word100"]
