"""`/videos defaults`: a member sets options once, sees what holds and why, and takes it back."""

from typing import Any

import discord
import pytest
from simcord.actors import _dispatch_actor_interaction
from simcord.enums import InteractionType

from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.option_defaults import DefaultsOwner, DefaultsScope, OptionValues
from tests.integration.cogs.conftest import House, Town

# A refusal is an error until the command tree has made a sentence of it.
pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)

STANDARD = [
    "Length: 5 seconds · standard",
    "Shape: 16:9 · standard",
    "Keeps to the description: 0.5 · standard",
    "Leaves out: nothing · standard",
    "Only you see it: no · standard",
]


async def defaults(town: Town, *, who: str = "alice", **options: Any) -> list[str]:
    answer = await getattr(town, who).slash(town.channel, "videos defaults", **options)
    assert answer.response.ephemeral
    return answer.response.content.splitlines()


def held(lines: list[str]) -> list[str]:
    return [line for line in lines if " · " in line]


async def put(house: House, scope: DefaultsScope, owner_id: int, **values: Any) -> None:
    owner_ids = {
        DefaultsScope.CHANNEL: ChannelId(owner_id),
        DefaultsScope.GUILD: GuildId(owner_id),
        DefaultsScope.MEMBER: UserId(owner_id),
    }
    owner = DefaultsOwner(scope=scope, id=owner_ids[scope])
    await house.defaults_store.put(owner, OptionValues(**values))


async def test_with_no_option_it_shows_what_holds_and_changes_nothing(town):
    lines = await defaults(town)

    assert lines[0] == "**What your clips are made with unless you say otherwise**"
    assert held(lines) == STANDARD
    assert held(await defaults(town)) == STANDARD


@pytest.mark.parametrize("restarted", [False, True], ids=["same bot", "after a restart"])
async def test_what_is_set_holds_for_its_member_alone_and_others_stay(house, town, env, restarted):
    lines = await defaults(town, duration=10, aspect_ratio="9:16", cfg_scale=0.7)
    assert lines[0].startswith("Your defaults are changed. Nothing was charged.")
    if restarted:
        await env.restart_bot(house.new_bot())

    lines = await defaults(town, negative_prompt="blur, *text*", private=True)

    assert held(lines) == [
        "Length: 10 seconds · yours",
        "Shape: 9:16 · yours",
        "Keeps to the description: 0.7 · yours",
        "Leaves out: blur, \\*text\\* · yours",
        "Only you see it: yes · yours",
    ]
    assert held(await defaults(town, who="bob")) == STANDARD
    assert held(await defaults(town, who="mod")) == STANDARD


async def test_whose_default_each_one_is_is_told(house, town):
    await put(house, DefaultsScope.GUILD, town.guild.id, duration_s=10, aspect_ratio="1:1")
    await put(house, DefaultsScope.CHANNEL, town.channel.id, aspect_ratio="9:16", cfg_scale=0.2)
    await defaults(town, cfg_scale=0.5)

    assert held(await defaults(town)) == [
        "Length: 10 seconds · this server\u2019s",
        "Shape: 9:16 · this channel\u2019s",
        "Keeps to the description: 0.5 · yours",
        *STANDARD[3:],
    ]


async def test_a_threads_own_go_before_those_of_its_channel(house, town, env):
    channel = env.bot.get_channel(town.channel.id)
    await channel.create_thread(name="takes", type=discord.ChannelType.public_thread)
    (thread,) = town.channel.threads
    await put(house, DefaultsScope.CHANNEL, town.channel.id, duration_s=10, cfg_scale=0.2)
    await put(house, DefaultsScope.CHANNEL, thread.id, cfg_scale=0.3)

    answer = await town.alice.slash(thread, "videos defaults")

    assert held(answer.response.content.splitlines())[:3] == [
        "Length: 10 seconds · this channel\u2019s",
        "Shape: 16:9 · standard",
        "Keeps to the description: 0.3 · this channel\u2019s",
    ]


async def test_in_another_server_ones_own_hold_too_and_this_servers_do_not(house, town, env):
    await put(house, DefaultsScope.GUILD, town.guild.id, aspect_ratio="1:1")
    await defaults(town, duration=10)
    other = env.create_guild()
    alice_there = other.add_member(town.alice.user)

    answer = await alice_there.slash(other.create_text_channel("other"), "videos defaults")

    assert held(answer.response.content.splitlines()) == [
        "Length: 10 seconds · yours",
        *STANDARD[1:],
    ]


async def test_in_direct_messages_they_can_be_seen_and_set(town):
    answer = await town.alice.user.slash("videos defaults", duration=10)

    lines = answer.response.content.splitlines()
    assert held(lines)[0] == "Length: 10 seconds · yours"
    assert lines[-2].startswith("Servers and channels may have set some too")
    assert held(await defaults(town))[0] == "Length: 10 seconds · yours"


class TestTakingBack:
    async def test_clear_forgets_all_of_them(self, town):
        await defaults(town, duration=10, negative_prompt="blur")

        lines = await defaults(town, clear=True)

        assert lines[0].startswith("Your defaults are forgotten. Nothing was charged.")
        assert held(lines) == STANDARD

    async def test_what_is_said_beside_clear_is_kept(self, town):
        await defaults(town, duration=10, negative_prompt="blur")

        lines = await defaults(town, clear=True, duration=10)

        assert lines[0].startswith("Your defaults are changed, and those that you did not say")
        assert held(lines) == ["Length: 10 seconds · yours", *STANDARD[1:]]

    async def test_clear_that_is_false_clears_nothing(self, town):
        await defaults(town, duration=10)

        assert held(await defaults(town, clear=False))[0] == "Length: 10 seconds · yours"

    async def test_a_dash_leaves_nothing_out_though_the_server_does(self, house, town):
        await put(house, DefaultsScope.GUILD, town.guild.id, negative_prompt="blur")
        assert held(await defaults(town))[3] == "Leaves out: blur · this server\u2019s"

        lines = await defaults(town, negative_prompt="-")

        assert held(lines)[3] == "Leaves out: nothing · yours"


class TestForged:
    """A client can send anything."""

    @pytest.mark.parametrize(
        ("name", "kind", "value", "told"),
        [
            ("duration", 4, 7, "A clip is 5 or 10 seconds long."),
            ("duration", 4, "10", "A clip is 5 or 10 seconds long."),
            ("aspect_ratio", 3, "4:3", "The shape of a clip is"),
            ("aspect_ratio", 3, ["16:9"], "The shape of a clip is"),
            ("cfg_scale", 10, "nan", "How closely a clip keeps to the description"),
            ("cfg_scale", 10, 1.5, "How closely a clip keeps to the description"),
            ("negative_prompt", 3, "half \ud800", "The list of what to leave out"),
            ("negative_prompt", 3, "x" * 2501, "The list of what to leave out"),
            ("private", 5, "perhaps", "Whether only you see a clip"),
        ],
    )
    async def test_an_ill_value_ends_as_a_sentence_and_changes_nothing(
        self, town, capsys, name, kind, value, told
    ):
        await defaults(town, private=True)
        capsys.readouterr()

        answer = await forge(
            town,
            {"name": "clear", "type": 5, "value": True},
            {"name": name, "type": kind, "value": value},
        )

        assert answer.response.content.startswith(told)
        assert "Nothing was" in answer.response.content
        assert answer.response.ephemeral
        assert "Traceback" not in capsys.readouterr().out
        assert held(await defaults(town)) == [*STANDARD[:4], "Only you see it: yes · yours"]

    async def test_a_clear_that_is_neither_true_nor_false_clears_nothing(self, town):
        await defaults(town, private=True)

        await forge(town, {"name": "clear", "type": 5, "value": "perhaps"})

        assert held(await defaults(town))[4] == "Only you see it: yes · yours"


async def forge(town: Town, *options: dict[str, Any]) -> Any:
    root = town.alice._resolve_root("videos", 1, town.channel.id)
    data = {
        "id": root["id"],
        "name": "videos",
        "type": 1,
        "options": [{"name": "defaults", "type": 1, "options": list(options)}],
    }
    return await _dispatch_actor_interaction(
        town.alice, InteractionType.APPLICATION_COMMAND, town.channel, data
    )


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({}, "The log cannot be reached at the moment, so your defaults cannot be shown."),
        ({"duration": 10}, "The log cannot be reached at the moment, so it is not certain"),
        ({"clear": True}, "The log cannot be reached at the moment, so it is not certain"),
    ],
)
async def test_a_database_that_is_away_is_told(house, town, options, told):
    await house.store._database.close()

    assert (await defaults(town, **options))[0].startswith(told)


async def test_what_is_set_stays_out_of_the_log(town, capsys):
    await defaults(town, negative_prompt="my own face")

    logged = capsys.readouterr().out
    assert "defaults_changed" in logged
    assert "face" not in logged


@pytest.mark.usefixtures("town")
async def test_what_discord_registers_fits_its_limits_and_asks_for_what_video_asks_for(env):
    commands = {command["name"]: command for command in registered(env)}
    subcommands = {option["name"]: option for option in commands["videos"]["options"]}
    options = {option["name"]: option for option in subcommands["defaults"]["options"]}
    videos_own = {option["name"]: option for option in commands["video"]["options"]}

    assert set(subcommands) == {"list", "cancel", "quota", "defaults"}
    assert subcommands["cancel"]["options"][0]["autocomplete"]
    for texts in (*subcommands.values(), *options.values(), *subcommands["cancel"]["options"]):
        assert 1 <= len(texts["description"]) <= 100
        assert texts["description"] != "…"
    assert set(options) == (set(videos_own) - {"prompt"}) | {"clear"}
    for name in set(options) - {"clear"}:
        assert not options[name].get("required", False)
        for bound in ("choices", "min_value", "max_value", "min_length", "max_length"):
            assert options[name].get(bound) == videos_own[name].get(bound)


def registered(env: Any) -> list[dict[str, Any]]:
    return [command.to_dict(env.bot.tree) for command in env.bot.tree.get_commands()]
