"""A small ordinary bot and a local Discord for it; nothing here knows the product."""

import asyncio
import io
import re
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Self

import discord
import pytest
from discord import app_commands
from discord.ext import commands

from sandbox.discord.server import LocalDiscord
from sandbox.discord.world import World

# Sync tests need no event loop, and looptime would make them one that nobody closes.
asyncio.set_event_loop(None)

FRUITS = ("apple", "apricot", "banana")
CLIP = bytes(range(256)) * 64
CLIP_BYTES = len(CLIP)


class FakeNow:
    """A wall clock that moves when a test says so."""

    def __init__(self):
        self.time = datetime.now(UTC)

    def __call__(self):
        return self.time

    def advance(self, **duration):
        self.time += timedelta(**duration)


class CountButton(discord.ui.DynamicItem[discord.ui.Button], template=r"count:(?P<value>\d+)"):
    def __init__(self, value):
        super().__init__(discord.ui.Button(label=f"Counted {value}", custom_id=f"count:{value}"))
        self.value = value

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction, _item: discord.ui.Item, match: re.Match[str]
    ) -> Self:
        return cls(int(match["value"]))

    async def callback(self, interaction: discord.Interaction):
        await interaction.response.edit_message(view=count_view(self.value + 1))


def count_view(value):
    view = discord.ui.View(timeout=None)
    view.add_item(CountButton(value))
    return view


class NoteForm(discord.ui.Modal, title="A note"):
    words = discord.ui.Label(
        text="Words", component=discord.ui.TextInput(custom_id="words", max_length=20)
    )

    async def on_submit(self, interaction: discord.Interaction):
        await interaction.response.send_message(f"Noted: {self.words.component.value}")


class FruitMenu(discord.ui.Select):
    def __init__(self):
        options = [discord.SelectOption(label=fruit) for fruit in FRUITS]
        super().__init__(custom_id="fruits", options=options, max_values=2)

    async def callback(self, interaction: discord.Interaction):
        await interaction.response.send_message(" and ".join(self.values), ephemeral=True)


def clip_of(size_bytes=CLIP_BYTES):
    content = (CLIP * (size_bytes // CLIP_BYTES + 1))[:size_bytes]
    return discord.File(io.BytesIO(content), filename="clip.mp4", description="A clip")


class PlainBot(commands.AutoShardedBot):
    def __init__(self, connector):
        super().__init__(
            command_prefix=commands.when_mentioned,
            intents=discord.Intents.default(),
            connector=connector,
            guild_ready_timeout=0.05,
        )
        self.interactions: asyncio.Queue[discord.Interaction] = asyncio.Queue()
        self.resumed = asyncio.Event()
        for command in (echo, later, silent, form, fruit, count, menu):
            self.tree.add_command(command)

    async def setup_hook(self):
        self.add_dynamic_items(CountButton)
        await self.tree.sync()

    async def on_interaction(self, interaction):
        self.interactions.put_nowait(interaction)

    async def on_shard_resumed(self, _shard_id):
        self.resumed.set()


@app_commands.command(description="Says it again")
@app_commands.describe(text="What to say", secretly="Only to you", whom="Whom to greet")
async def echo(
    interaction: discord.Interaction,
    text: app_commands.Range[str, 1, 100],
    secretly: bool = False,  # noqa: FBT001, FBT002 - a slash option
    whom: discord.User | None = None,
):
    greeting = "" if whom is None else f"{whom.mention} "
    await interaction.response.send_message(f"{greeting}{text}", ephemeral=secretly)


@app_commands.command(description="Thinks first")
@app_commands.describe(secretly="Only to you")
async def later(
    interaction: discord.Interaction,
    secretly: bool = False,  # noqa: FBT001, FBT002 - a slash option
):
    await interaction.response.defer(ephemeral=secretly, thinking=True)


@app_commands.command(description="Never answers")
async def silent(_interaction: discord.Interaction):
    return


@app_commands.command(description="Shows a form")
async def form(interaction: discord.Interaction):
    await interaction.response.send_modal(NoteForm())


@app_commands.command(description="Names a fruit")
@app_commands.describe(name="Which one")
async def fruit(interaction: discord.Interaction, name: str):
    await interaction.response.send_message(name)


@fruit.autocomplete("name")
async def suggest_fruit(_interaction: discord.Interaction, current: str):
    return [app_commands.Choice(name=f, value=f) for f in FRUITS if f.startswith(current)]


@app_commands.command(description="A button that counts")
async def count(interaction: discord.Interaction):
    await interaction.response.send_message("How many?", view=count_view(0))


@app_commands.command(description="A menu of fruits")
async def menu(interaction: discord.Interaction):
    view = discord.ui.View(timeout=None)
    view.add_item(FruitMenu())
    await interaction.response.send_message("Which ones?", view=view)


@pytest.fixture
def clip():
    """The bytes of the usual upload."""
    return CLIP


@pytest.fixture
def make_clip():
    """Makes an upload; of a given size, when the size is the point."""
    return clip_of


@pytest.fixture
def now():
    return FakeNow()


@pytest.fixture
async def discord_server(now) -> AsyncIterator[LocalDiscord]:
    world = World(now=now)
    async with LocalDiscord.open(world=world) as server:
        yield server
    world.close()


@asynccontextmanager
async def running(bot, token):
    async with bot:
        task = asyncio.create_task(bot.start(token))
        ready = asyncio.create_task(bot.wait_until_ready())
        await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED, timeout=10)
        ready.cancel()
        if task.done():
            await task
        yield bot
        await bot.close()
        await task


@pytest.fixture
def run_bot(discord_server):
    """Starts a bot that is ready within the ``async with``; a second one is a restart."""

    def run(token=None) -> AbstractAsyncContextManager[PlainBot]:
        return running(PlainBot(discord_server.connector()), token or discord_server.token)

    return run


@pytest.fixture
async def bot(run_bot):
    async with run_bot() as bot:
        yield bot


class Someone:
    """A person in one channel, so that tests read as what people do."""

    def __init__(self, world, *, name, channel):
        self.world = world
        self.id = world.person(name).id
        self.channel_id = world.place(channel).id
        self.where = {"person_id": self.id, "channel_id": self.channel_id}

    async def slash(self, name, options=None, *, states=None, **given):
        begun = await self.world.run_command(name, options, **self.where, **given)
        states = states or ("answered", "modal", "failed")
        return await self.world.settled(int(begun["id"]), states=states)

    async def press(self, message, custom_id):
        begun = await self.world.press_button(
            custom_id, **self.where, message_id=int(message["id"])
        )
        return await self.world.settled(int(begun["id"]))

    def sees(self):
        return self.world.messages(self.channel_id, person_id=self.id)


@pytest.fixture
def mira(discord_server):
    return Someone(discord_server.world, name="Mira", channel="showreel")


@pytest.fixture
def showreel(bot, mira):
    """The channel as the bot knows it."""
    return bot.get_channel(mira.channel_id)


@pytest.fixture
def jonas(discord_server):
    return Someone(discord_server.world, name="Jonas", channel="showreel")
