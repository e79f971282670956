"""The client: what it registers and when, what it asks Discord for, and how it answers errors."""

import asyncio

import discord
import pytest
from discord import app_commands
from discord.ext import commands

from bot.domain.errors import ShowreelError, StorageUnavailableError
from bot.domain.ids import GuildId
from bot.storage.jobs import SqlJobStore

pytestmark = pytest.mark.simcord(shard_count=1)


def registrations(env):
    return [request for request in env.http_requests if request.method == "PUT"]


def _without_words(option):
    """What a language may change is left out, but not the English names of choices."""
    words = {"description", "name_localizations", "description_localizations"}
    bare = {key: value for key, value in option.items() if key not in words}
    if "choices" in bare:
        bare["choices"] = [
            {"name": choice["name"], "value": choice["value"]} for choice in bare["choices"]
        ]
    return bare


async def test_the_command_is_registered_as_the_contract_says(env):
    (request,) = registrations(env)
    (command,) = [command for command in request.json if command["name"] == "video"]

    options = [_without_words(option) for option in command["options"]]
    assert options == [
        {
            "type": 3,
            "name": "prompt",
            "required": True,
            "autocomplete": True,
            "min_length": 1,
            "max_length": 2500,
        },
        {
            "type": 4,
            "name": "duration",
            "required": False,
            "choices": [{"name": "5 seconds", "value": 5}, {"name": "10 seconds", "value": 10}],
        },
        {
            "type": 3,
            "name": "aspect_ratio",
            "required": False,
            "choices": [
                {"name": "16:9, landscape", "value": "16:9"},
                {"name": "9:16, portrait", "value": "9:16"},
                {"name": "1:1, square", "value": "1:1"},
            ],
        },
        {"type": 10, "name": "cfg_scale", "required": False, "min_value": 0.0, "max_value": 1.0},
        {
            "type": 3,
            "name": "negative_prompt",
            "required": False,
            "autocomplete": True,
            "max_length": 2500,
        },
        {"type": 5, "name": "private", "required": False},
    ]
    assert command["contexts"] == [0]
    assert command["integration_types"] == [0]
    assert command["default_member_permissions"] is None


async def test_a_members_own_commands_work_in_servers_and_in_direct_messages(env):
    (request,) = registrations(env)
    (command,) = [command for command in request.json if command["name"] == "videos"]

    subcommands = [option["name"] for option in command["options"]]
    assert subcommands == ["list", "cancel", "quota", "defaults"]
    assert command["contexts"] == [0, 1]
    assert command["integration_types"] == [0]
    assert command["default_member_permissions"] is None


async def test_unchanged_commands_are_not_registered_again(house, env):
    bot = house.new_bot()
    await env.restart_bot(bot)
    await bot.register_commands()

    assert len(registrations(env)) == 1


async def test_changed_commands_are(house, env):
    bot = house.new_bot()
    house.video.video.description = "Another description"

    await env.restart_bot(bot)
    await bot.register_commands()

    assert len(registrations(env)) == 2


async def test_a_development_server_gets_the_commands_to_itself(house, env):
    guild = env.create_guild()

    bot = house.new_bot(dev_guild_id=GuildId(guild.id))
    await env.restart_bot(bot)
    await bot.register_commands()

    assert registrations(env)[-1].path.endswith(f"/guilds/{guild.id}/commands")
    assert len(registrations(env)) == 2


async def test_a_registration_that_failed_may_be_tried_again(house, env):
    bot = house.new_bot()
    house.video.video.description = "Another description"
    await env.restart_bot(bot)
    env.inject_error("PUT", "/applications/*/commands", status=500)
    with pytest.raises(discord.HTTPException):
        await bot.register_commands()
    assert await house.switches.command_hash() != await bot._payload_hash(None)

    await bot.register_commands()

    assert await house.switches.command_hash() == await bot._payload_hash(None)


def test_nothing_privileged_is_asked_for_and_next_to_nothing_is_cached(house):
    bot = house.new_bot()

    assert bot.intents == discord.Intents(guilds=True)
    assert list(bot.cached_messages) == []
    assert bot.allowed_mentions.to_dict() == {"parse": []}


class Faults(commands.Cog):
    """Commands that fail in every way a command can."""

    @app_commands.command()
    @app_commands.guild_only()
    async def defect(self, _interaction: discord.Interaction) -> None:
        raise ZeroDivisionError("defect")

    @app_commands.command()
    @app_commands.guild_only()
    async def late_defect(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True)
        raise ZeroDivisionError("defect")

    @app_commands.command()
    @app_commands.guild_only()
    async def speechless(self, _interaction: discord.Interaction) -> None:
        raise ShowreelError("no-such-sentence")

    @app_commands.command()
    @app_commands.guild_only()
    async def locked(self, _interaction: discord.Interaction) -> None:
        raise StorageUnavailableError("locked")

    @app_commands.command()
    @app_commands.guild_only()
    @app_commands.checks.has_permissions(administrator=True)
    async def guarded(self, _interaction: discord.Interaction) -> None:
        raise AssertionError("unreachable")


class TestErrors:
    pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)

    @pytest.fixture
    def simcord_bot(self, house):
        bot = house.new_bot()
        bot.equip(cogs=(house.video, Faults()), buttons=())
        return bot

    @pytest.mark.parametrize(
        ("command", "told"),
        [
            ("defect", "Something went wrong here, and it has been noted."),
            ("speechless", "Something went wrong here, and it has been noted."),
            ("locked", "The log cannot be reached at the moment"),
            ("guarded", "You cannot use this command here."),
        ],
    )
    async def test_every_error_ends_as_a_sentence_for_one(self, town, command, told):
        answer = await town.alice.slash(town.channel, command)

        assert answer.response.ephemeral
        assert answer.response.content.startswith(told)
        assert "ZeroDivisionError" not in answer.response.content

    async def test_an_error_after_a_first_answer_is_told_as_a_follow_up(self, town):
        answer = await town.alice.slash(town.channel, "late_defect")

        assert answer.ephemeral
        assert answer.response.content.startswith("Something went wrong here")

    async def test_a_command_that_is_gone_is_told_to_be_unavailable(self, town, env):
        await env.bot.remove_cog("Faults")

        answer = await town.alice.slash(town.channel, "defect")

        assert answer.response.content.startswith("This command is not available just now")

    async def test_a_dead_interaction_is_not_answered_and_nothing_breaks(self, town, env):
        env.inject_error("POST", "/interactions/*", status=404, code=10062, times=None)

        answer = await town.alice.slash(town.channel, "defect")

        assert answer.response is None

    async def test_an_expired_interaction_is_left_alone(self, town, env):
        kept: list[discord.Interaction] = []

        async def keep(_cog: Faults, interaction: discord.Interaction) -> None:
            kept.append(interaction)
            await interaction.response.defer()

        env.bot.tree.get_command("defect")._callback = keep
        await town.alice.slash(town.channel, "defect")
        await env.advance_time(16 * 60)
        sent = len(env.http_requests)

        await env.bot.replies.say(kept[0], "discord-away")

        assert len(env.http_requests) == sent


class HeldStore(SqlJobStore):
    """A database that confirms when a test lets it."""

    async def acknowledge(self, job_id, **values):
        await self.env.external_wait(self.may_confirm.wait(), reason="the test's own gate")
        return await super().acknowledge(job_id, **values)


async def test_closing_waits_for_a_card_that_is_about_to_count(house, town, env):
    house.store.__class__ = HeldStore
    house.store.env, house.store.may_confirm = env, asyncio.Event()
    await town.alice.slash(town.channel, "video", prompt="a red fox")

    closing = asyncio.create_task(env.bot.close())
    await asyncio.sleep(0.01)
    assert not closing.done()
    house.store.may_confirm.set()
    await closing

    (job,) = await house.jobs()
    assert job.acknowledged_at is not None
    assert env.bot.is_closed()
