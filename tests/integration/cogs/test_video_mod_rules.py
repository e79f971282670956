"""`/video-mod rules`: moderators decide what is not made here, and only they are told how."""

import asyncio
from typing import Any

import discord
import pytest
from simcord.actors import _dispatch_actor_interaction
from simcord.enums import InteractionType

from bot.domain.ids import GuildId, UserId
from bot.domain.job import JobStatus
from bot.domain.rules import RULES_AT_MOST, RuleKind
from bot.services.prompt_rules import RuleService
from bot.storage.prompt_rules import SqlRuleStore
from tests.integration.cogs.conftest import PROMPT, Town

# A refusal is an error until the command tree has made a sentence of it.
pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)


async def said(town: Town, command: str, *, who: str = "mod", **options: Any) -> str:
    answer = await getattr(town, who).slash(town.channel, f"video-mod rules {command}", **options)
    assert answer.response.ephemeral
    return answer.response.content


@pytest.fixture
def foreign_rule(house, env):
    """A rule of a server that the moderator here has no say in."""

    async def add(text="fox"):
        other = env.create_guild()
        return await house.rules.add(RuleKind.WORD, text, guild_id=GuildId(other.id), by=UserId(1))

    return add


class TestModerators:
    async def test_a_rule_is_added_listed_tested_and_removed(self, house, town):
        added = await said(town, "add", kind="word", text="fox")
        assert added == "The rule is added, and holds from now on: #1 · word · fox"
        assert (await said(town, "list")).splitlines()[1:] == ["#1 · word · fox"]
        assert (await said(town, "test", text="a f0x")).splitlines()[1:] == [
            "#1 · word · fox: f0x is it in disguise"
        ]
        assert await said(town, "test", text="a badger") == "This text hits no rule."

        removed = await said(town, "remove", rule="1")

        assert removed == "The rule is removed, and holds no longer: #1 · word · fox"
        assert await house.rules.rules(GuildId(town.guild.id)) == []

    async def test_rules_stand_after_a_restart(self, house, town, env):
        await said(town, "add", kind="phrase", text="black cat")

        await env.restart_bot(house.new_bot())

        assert "#1 · phrase · black cat" in await said(town, "list")

    async def test_choices_are_this_servers_rules(self, town, foreign_rule):
        await foreign_rule()
        await said(town, "add", kind="word", text="badger")
        await said(town, "add", kind="word", text="cat")

        offered = await town.mod.autocomplete(town.channel, "video-mod rules remove", "rule", "")
        narrowed = await town.mod.autocomplete(town.channel, "video-mod rules remove", "rule", "CA")

        assert offered == [
            {"name": "#2 · word · badger", "value": "2"},
            {"name": "#3 · word · cat", "value": "3"},
        ]
        assert narrowed == offered[1:]

    async def test_a_long_list_comes_as_a_file(self, house, town):
        for number in range(RULES_AT_MOST):
            await house.rules.add(
                RuleKind.WORD,
                f"{'x' * 40}{number}",
                guild_id=GuildId(town.guild.id),
                by=UserId(1),
            )

        answer = await town.mod.slash(town.channel, "video-mod rules list")

        assert answer.response.ephemeral
        (file,) = answer.response.attachments
        assert file.filename == "rules.txt"

    @pytest.mark.parametrize(
        ("kind", "text", "begin"),
        [
            ("word", "black cat", "That is more than one word."),
            ("pattern", "(", "This pattern cannot be used:"),
            ("word", "...", "A rule needs at least one letter or figure."),
        ],
    )
    async def test_a_rule_that_cannot_be_is_explained_with_an_example(
        self, town, kind, text, begin
    ):
        answer = await said(town, "add", kind=kind, text=text)

        assert answer.startswith(begin)
        assert "An example: `" in answer


class TestForgery:
    async def test_another_servers_rule_answers_like_one_that_does_not_exist(
        self, house, town, foreign_rule
    ):
        theirs = await foreign_rule()

        answers = {await said(town, "remove", rule=each) for each in (str(theirs.id), "12345")}

        assert len(answers) == 1
        assert answers.pop().startswith("This server has no such rule.")
        assert await house.rules.rules(theirs.guild_id) == [theirs]

    async def test_a_test_tells_nothing_of_another_servers_rules(self, town, foreign_rule):
        await foreign_rule()

        assert await said(town, "test", text="a fox") == "This text hits no rule."

    async def test_a_kind_that_is_none_is_refused(self, house, town):
        await _forge_add(town, kind="spell", text="fox")

        assert await house.rules.rules(GuildId(town.guild.id)) == []

    async def test_the_group_is_for_moderators_of_servers_unless_a_server_says_otherwise(self, env):
        (registered,) = [each for each in env.http_requests if each.method == "PUT"]
        (payload,) = [each for each in registered.json if each["name"] == "video-mod"]

        wanted = discord.Permissions(manage_messages=True).value
        assert int(payload["default_member_permissions"]) == wanted
        assert payload["contexts"] == [0]
        assert payload["integration_types"] == [0]


async def _forge_add(town: Town, **options: str) -> Any:
    root = town.mod._resolve_root("video-mod", 1, town.channel.id)
    values = [{"name": name, "type": 3, "value": value} for name, value in options.items()]
    sub = {"name": "add", "type": 1, "options": values}
    data = {
        "id": root["id"],
        "name": "video-mod",
        "type": 1,
        "options": [{"name": "rules", "type": 2, "options": [sub]}],
    }
    return await _dispatch_actor_interaction(
        town.mod, InteractionType.APPLICATION_COMMAND, town.channel, data
    )


class TestMembers:
    @pytest.fixture
    async def ruled(self, town):
        await said(town, "add", kind="word", text="fox")

    @pytest.mark.usefixtures("ruled")
    async def test_a_hit_is_refused_politely_and_teaches_nothing(self, house, town):
        answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)

        assert answer.response.ephemeral
        assert "do not allow what this description asks for" in answer.response.content
        assert "fox" not in answer.response.content
        job = await house.only_job()
        assert (job.status, job.reason) == (JobStatus.REFUSED, "prompt_rule:1")

    @pytest.mark.usefixtures("ruled")
    async def test_other_prompts_pass(self, town):
        answer = await town.alice.slash(town.channel, "video", prompt="A foxglove in the wind")

        assert not answer.response.ephemeral

    async def test_again_is_held_against_the_rules_of_now(self, house, town, accepted):
        job = await accepted()
        await said(town, "add", kind="word", text="fox")
        sent = await house.messenger.send_to_channel(house.result(job))
        await house.delivered(job, sent)

        pressed = await town.alice.click(town.message(sent.message_id), label="Again")

        assert "do not allow" in pressed.response.content
        assert [each.reason for each in await house.jobs()][-1] == "prompt_rule:1"

    async def test_an_edited_prompt_is_held_against_the_rules_too(self, house, town, accepted):
        job = await accepted()
        sent = await house.messenger.send_to_channel(house.result(job))
        await house.delivered(job, sent)
        await said(town, "add", kind="word", text="badger")
        message = town.message(sent.message_id)

        opened = await town.alice.click(message, label="Edit prompt")
        answer = await town.alice.submit_modal(
            opened,
            {
                "prompt": "A b4dger crosses a road",
                "negative_prompt": "",
                "duration": ["5"],
                "aspect_ratio": ["16:9"],
                "cfg_scale": "0.5",
            },
        )

        assert "do not allow" in answer.response.content
        reasons = {each.id: each.reason for each in await house.jobs()}
        assert reasons[max(reasons)] == "prompt_rule:1"

    async def test_rules_that_cannot_be_read_make_nothing(self, house, town):
        house.rules._store = SqlRuleStore(house.store._database)
        await house.store._database.close()

        answer = await town.alice.slash(town.channel, "video", prompt=PROMPT)

        assert answer.response.ephemeral


class SlowRules(RuleService):
    async def rules(self, guild_id):
        await asyncio.sleep(5)
        return await super().rules(guild_id)


class TestSlowLog:
    pytestmark = pytest.mark.simcord(shard_count=1)

    async def test_the_answer_is_deferred_in_time_and_then_given(self, house, town, env):
        house.rules.__class__ = SlowRules

        answer = await town.mod.slash(town.channel, "video-mod rules list")
        await env.advance_time(1.6)
        assert answer.deferred
        await env.advance_time(10)

        assert answer.response.content.startswith("This server has no rules.")
