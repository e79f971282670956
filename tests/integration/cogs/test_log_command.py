"""`/usage log`: pages that turn after a restart, for their asker alone, in their server alone."""

import asyncio
import re
from typing import Any

import discord
import pytest
from simcord.actors import _dispatch_actor_interaction
from simcord.enums import InteractionType

from bot.domain.ids import GuildId, UserId
from bot.domain.rules import RuleKind
from bot.domain.usage_views import VIEWS_KEPT_FOR
from bot.storage.usage_log import SqlUsageLog
from tests.integration.cogs.conftest import PROMPT, Town

# A refusal is an error until the command tree has made a sentence of it.
pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)

GONE = "This list cannot be continued"
MENU = 3


async def log_of(town: Town, *, who: str = "mod", **options: Any) -> Any:
    answer = await getattr(town, who).slash(town.channel, "usage log", **options)
    assert answer.response.ephemeral
    return answer.response


def lines(message: discord.Message) -> list[str]:
    """The references of the attempts on a page."""
    return re.findall("^`(REF[0-9]+)`", message.content, flags=re.MULTILINE)


def labels(message: discord.Message) -> list[str]:
    parts = [part for row in message.components for part in row["components"]]
    return [part["label"] for part in parts if part["type"] != MENU]


@pytest.fixture
def asked(town):
    """So many requests of alice, a minute apart."""

    async def build(count: int, *, prompt: str = PROMPT) -> None:
        for _ in range(count):
            await town.alice.slash(town.channel, "video", prompt=prompt)
            await town.env.advance_time(60)

    return build


async def press_forged(town: Town, actor: Any, custom_id: str, *, values: list[str] | None = None):
    """Press a component that stands in a message which was never the bot's to give."""
    view = discord.ui.View(timeout=None)
    if values is None:
        view.add_item(discord.ui.Button(label="x", custom_id=custom_id))
    else:
        options = [discord.SelectOption(label=value, value=value) for value in values]
        view.add_item(discord.ui.Select(custom_id=custom_id, options=options))
    place = town.env.bot.get_partial_messageable(town.channel.id)
    message = await place.send("forged", view=view)
    view.stop()
    if values is None:
        return await actor.click(message, label="x")
    return await actor.select(message, values, custom_id=custom_id)


class TestPages:
    async def test_a_page_tells_of_ten_attempts_newest_first(self, house, town, asked):
        await asked(11)

        page = await log_of(town)

        content = page.content.splitlines()
        assert content[0] == "**Log of this server**, newest first"
        assert lines(page) == [f"REF{number:03}" for number in range(11, 1, -1)]
        job = max(await house.jobs(), key=lambda job: job.id)
        assert content[1] == (
            f"`REF011` **waiting in line** · <@{town.alice.id}>"
            f" · <t:{int(job.created_at.timestamp())}:R>"
        )
        assert content[2] == f"-# 5 s · $1.40 expected · {PROMPT}"
        assert labels(page) == ["Older"]

    async def test_pages_turn_there_and_back_after_a_restart(self, house, town, env, asked):
        await asked(21)
        page = await log_of(town)
        first = lines(page)
        await env.restart_bot(house.new_bot())

        await town.mod.click(page, label="Older")
        assert lines(page) == [f"REF{number:03}" for number in range(11, 1, -1)]
        assert labels(page) == ["Newest", "Newer", "Older"]
        await town.mod.click(page, label="Older")
        assert lines(page) == ["REF001"]
        await town.mod.click(page, label="Newer")
        assert lines(page) == [f"REF{number:03}" for number in range(11, 1, -1)]
        await town.mod.click(page, label="Newer")
        assert lines(page) == first
        assert labels(page) == ["Older"]

    async def test_newest_shows_what_came_in_meanwhile(self, town, asked):
        await asked(11)
        page = await log_of(town)
        await town.mod.click(page, label="Older")
        await asked(1)

        await town.mod.click(page, label="Newest")

        assert lines(page)[0] == "REF012"

    async def test_the_menu_opens_a_case_of_the_page_after_a_restart(self, house, town, env, asked):
        await asked(2)
        page = await log_of(town)
        await env.restart_bot(house.new_bot())
        first, second = sorted(job.id for job in await house.jobs())

        answer = await town.mod.select(page, [str(first)])

        assert answer.response.ephemeral
        assert answer.response.content.startswith(f"**Case {first}**")
        menu = page.components[0]["components"][0]
        assert [option["value"] for option in menu["options"]] == [str(second), str(first)]
        assert menu["options"][0]["label"] == "REF002 · waiting in line"

    async def test_nothing_on_a_page_acts_and_it_always_fits(self, town):
        for number in range(10):
            prompt = f"@everyone **bold** [x](https://evil.example) <@&{number}> " + "*_`" * 40
            await town.alice.slash(town.channel, "video", prompt=prompt)

        page = await log_of(town)

        assert len(page.content) <= 2000
        assert "@everyone" not in page.content
        assert "https://" not in page.content


class TestFilters:
    async def test_private_requests_are_there_and_say_so(self, town):
        await town.alice.slash(town.channel, "video", prompt=PROMPT, private=True)

        page = await log_of(town)

        assert "waiting in line, private" in page.content
        assert PROMPT in page.content

    async def test_by_member_also_one_who_left(self, town):
        await town.alice.slash(town.channel, "video", prompt=PROMPT)
        await town.bob.slash(town.channel, "video", prompt=PROMPT)
        town.guild.remove_member(town.bob)

        page = await log_of(town, member=town.bob.user)

        assert lines(page) == ["REF002"]
        assert f"Only: by <@{town.bob.id}>" in page.content

    async def test_by_state_length_time_words_and_reason_all_at_once(self, house, town, asked):
        await house.rules.add(
            RuleKind.WORD, "badger", guild_id=GuildId(town.guild.id), by=UserId(1)
        )
        await asked(1, prompt="A Bädger at dawn")
        await asked(1, prompt="A badger at night")
        await asked(1)

        page = await log_of(
            town,
            member=town.alice.user,
            state="refused",
            duration=5,
            since="3d",
            until="2026-01-02",
            text="NIGHT badger",
            reason="prompt_rule:1",
        )

        assert lines(page) == ["REF002"]
        (wanted,) = [line for line in page.content.splitlines() if line.startswith("Only: ")]
        assert wanted.split(" · ")[1:3] == ["refused", "5 s"]
        assert wanted.endswith("with the words “NIGHT badger” · for the reason “rule \\#1”")

    async def test_words_are_found_in_what_is_left_out_and_whatever_their_accents(
        self, town, asked
    ):
        await town.alice.slash(
            town.channel,
            "video",
            prompt="A quiet street",
            negative_prompt="Café, \uff22\uff2c\uff35\uff32",
        )
        await asked(1)

        assert lines(await log_of(town, text="cafe blur")) == ["REF001"]
        assert lines(await log_of(town, text="STREET")) == ["REF001"]

    async def test_a_filter_is_kept_when_pages_are_turned(self, town, asked):
        await asked(6, prompt="A red fox")
        await asked(6, prompt="A grey badger")
        await asked(6, prompt="A red fox")

        page = await log_of(town, text="fox")
        assert lines(page) == [f"REF{number:03}" for number in (*range(18, 12, -1), 6, 5, 4, 3)]
        await town.mod.click(page, label="Older")

        assert lines(page) == ["REF002", "REF001"]
        assert "with the words “fox”" in page.content

    async def test_reasons_are_offered_in_words_and_with_this_servers_rules(self, house, town, env):
        await house.rules.add(
            RuleKind.WORD, "badger", guild_id=GuildId(town.guild.id), by=UserId(1)
        )
        other = env.create_guild()
        await house.rules.add(RuleKind.WORD, "ferret", guild_id=GuildId(other.id), by=UserId(1))

        async def offered(typed):
            return await town.mod.autocomplete(town.channel, "usage log", "reason", typed)

        assert await offered("safety") == [
            {"name": "the video service\u2019s safety check", "value": "provider_rejected"}
        ]
        assert await offered("badger") == [{"name": "#1 · word · badger", "value": "prompt_rule:1"}]
        assert await offered("ferret") == []


class TestBadInput:
    @pytest.mark.parametrize(
        ("options", "begin", "example"),
        [
            ({"since": "yesterday-ish"}, "This cannot be read as a time", "`2026-03-01 14:30`"),
            ({"until": "2026-13-40"}, "This cannot be read as a time", "`2026-03-01`"),
            ({"since": "1d", "until": "2d"}, "The end lies before the beginning", "`2026-03-01`"),
            ({"text": "\u0301"}, "There is no word to look for.", "`red fox`"),
            (
                {"reason": "@everyone nonsense"},
                "The log knows no such reason (@\u200beveryone nonsense).",
                "`user_daily_limit`",
            ),
        ],
    )
    async def test_what_cannot_be_read_is_explained_with_an_example(
        self, town, options, begin, example
    ):
        page = await log_of(town, **options)

        assert page.content.startswith(begin)
        assert example in page.content

    async def test_words_are_given_back_and_a_chosen_reason_is_not(self, town):
        page = await log_of(town, since="soon", text="red fox", reason="user_daily_limit")

        assert page.content.endswith("```\nred fox\n```")
        assert "user_daily_limit" not in page.content

    async def test_an_empty_result_says_what_was_looked_for_and_how_to_find_more(self, town, asked):
        await asked(1)

        page = await log_of(town, text="unicorn", state="failed")

        assert page.content == (
            "Nothing in the log of this server fits. Looked for: failed · with the words “unicorn”."
            " To find more, leave one of these out, or take a longer time."
        )
        assert page.components == []

    async def test_an_empty_log_says_so(self, town):
        page = await log_of(town)

        assert page.content.startswith("Nothing was asked for in this server yet.")

    @pytest.mark.parametrize(
        ("options", "begin"),
        [
            ({"state": "sleeping"}, "The state has to be one of those"),
            ({"duration": 7}, "A clip is 5 or 10 seconds long."),
        ],
    )
    async def test_a_forged_choice_is_refused(self, town, options, begin):
        root = town.mod._resolve_root("usage", 1, town.channel.id)
        kinds = {"state": 3, "duration": 4}
        values = [
            {"name": name, "type": kinds[name], "value": value} for name, value in options.items()
        ]
        answer = await _dispatch_actor_interaction(
            town.mod,
            InteractionType.APPLICATION_COMMAND,
            town.channel,
            {
                "id": root["id"],
                "name": "usage",
                "type": 1,
                "options": [{"name": "log", "type": 1, "options": values}],
            },
        )

        assert answer.response.content.startswith(begin)


class TestForgery:
    async def test_another_servers_attempts_are_never_shown(self, town, env, asked):
        other = Town(env)
        await other.alice.slash(other.channel, "video", prompt="Not from here")
        await asked(1)

        page = await log_of(town)

        assert lines(page) == ["REF002"]
        assert lines(await log_of(town, member=other.alice.user)) == []

    @pytest.mark.parametrize("who", ["alice", "bob"])
    @pytest.mark.parametrize(
        "custom_id", ["showreel:log:1:newest", "showreel:log:1:older:zzzzzzzzzzz-zzzzzzzzzzzz"]
    )
    async def test_nobody_but_its_asker_turns_a_page(self, town, asked, who, custom_id):
        await asked(1)
        await log_of(town)

        answer = await press_forged(town, getattr(town, who), custom_id)

        assert answer.response.ephemeral
        assert answer.response.content.startswith(GONE)
        assert PROMPT not in answer.response.content

    @pytest.mark.parametrize("view_id", ["1", "2", "999999999999999999"])
    async def test_a_page_is_not_turned_in_another_server(self, town, env, asked, view_id):
        """The asker of the first list is a moderator in both servers."""
        await asked(1)
        other = Town(env)
        await log_of(town)
        twin = other.guild.add_member(town.mod.user)

        answer = await press_forged(other, twin, f"showreel:log:{view_id}:newest")

        assert answer.response.content.startswith(GONE)

    async def test_the_menu_opens_no_case_for_others_nor_of_other_servers(
        self, house, town, env, asked
    ):
        await asked(1)
        await log_of(town)
        other = Town(env)
        await other.alice.slash(other.channel, "video", prompt="Not from here")
        own, theirs = sorted(job.id for job in await house.jobs())

        stranger = await press_forged(town, town.bob, "showreel:log-case:1", values=[str(own)])
        foreign = await press_forged(town, town.mod, "showreel:log-case:1", values=[str(theirs)])
        ill = await press_forged(town, town.mod, "showreel:log-case:1", values=["fox"])

        assert stranger.response.content.startswith(GONE)
        assert foreign.response.content.startswith("There is no such case in this server.")
        assert ill.response.content == foreign.response.content

    async def test_a_list_is_gone_after_a_day(self, town, env, asked):
        await asked(1)
        page = await log_of(town)
        await env.advance_time(VIEWS_KEPT_FOR.total_seconds())

        answer = await press_forged(town, town.mod, "showreel:log:1:newest")

        assert answer.response.content.startswith(GONE)
        assert "`/usage log`" in answer.response.content
        assert lines(page) == ["REF001"]

    async def test_who_is_no_moderator_any_more_goes_on_no_longer(self, town, asked):
        await asked(1)
        await log_of(town)
        town.env.backend.get_guild(town.guild.id).members[town.mod.id].role_ids.clear()

        answer = await press_forged(town, town.mod, "showreel:log:1:newest")

        assert answer.response.content.startswith(GONE)

    async def test_the_group_is_for_moderators_of_servers_unless_a_server_says_otherwise(self, env):
        (registered,) = [each for each in env.http_requests if each.method == "PUT"]
        (payload,) = [each for each in registered.json if each["name"] == "usage"]

        wanted = discord.Permissions(manage_messages=True).value
        assert int(payload["default_member_permissions"]) == wanted
        assert payload["contexts"] == [0]
        assert payload["integration_types"] == [0]

    async def test_whom_a_server_lets_in_reads_and_turns_pages_too(self, town, asked):
        """Integrations settings may open the command to others; its buttons follow."""
        command = town.mod._resolve_root("usage", 1, town.channel.id)
        town.guild.set_command_permissions(int(command["id"]), {town.bob: True})
        await asked(11)
        page = await log_of(town, who="bob")

        await town.bob.click(page, label="Older")

        assert lines(page) == ["REF001"]


class SlowLog(SqlUsageLog):
    async def page(self, *args, **options):
        await asyncio.sleep(5)
        return await super().page(*args, **options)


class TestSlowLog:
    pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False, settle_timeout=1.0)

    async def test_discord_is_told_in_time_and_the_page_turns_in_its_place(
        self, house, town, env, asked
    ):
        await asked(11)
        page = await log_of(town)
        house.log.__class__ = SlowLog

        answer = await town.mod.click(page, label="Older")
        await env.advance_time(1.6)
        assert answer.deferred
        assert lines(page)[0] == "REF011"
        await env.advance_time(10)

        assert lines(page) == ["REF001"]

    async def test_a_log_that_is_away_leaves_the_page_and_says_so(self, house, town, asked):
        await asked(11)
        page = await log_of(town)
        await house.store._database.close()

        answer = await town.mod.click(page, label="Older")

        assert answer.response.content.startswith("The log cannot be reached at the moment")
        assert lines(page)[0] == "REF011"
