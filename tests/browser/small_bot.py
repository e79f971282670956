"""A small ordinary bot with one of everything the page can show; nothing here knows the product."""

import asyncio
import io
import time
from contextlib import asynccontextmanager

import discord
from discord import app_commands
from discord.ext import commands

PHRASES = ("blurry", "low quality", "distorted hands", "watermark")
Bounded = app_commands.Range
GERMAN = {
    "video": "film",
    "Turn a few words into a short clip": "Aus ein paar Worten einen kurzen Clip machen",
    "duration": "dauer",
    "Length in seconds": "Länge in Sekunden",
    "10 seconds": "10 Sekunden",
}


class SmallBot(commands.AutoShardedBot):
    def __init__(self, connector, clip: bytes):
        super().__init__(
            command_prefix=commands.when_mentioned,
            intents=discord.Intents.default(),
            connector=connector,
            guild_ready_timeout=0.05,
        )
        self.clip = clip
        self.received: list[dict] = []
        for command in (video, facts, menu, log_command, silent, survey, words):
            self.tree.add_command(command)

    async def setup_hook(self):
        await self.tree.set_translator(GermanWords())
        await self.tree.sync()

    def clip_file(self):
        return discord.File(
            io.BytesIO(self.clip), filename="clip.mp4", description="Clip: a red fox at dawn"
        )


class GermanWords(app_commands.Translator):
    async def translate(self, string, locale, _context):
        return GERMAN.get(string.message) if locale is discord.Locale.german else None


def card_view(requester_id):
    view = discord.ui.View(timeout=None)
    cancel = discord.ui.Button(label="Cancel", style=discord.ButtonStyle.danger, custom_id="cancel")

    async def pressed(interaction):
        if interaction.user.id != requester_id:
            await interaction.response.send_message(
                "Only whoever asked may cancel this.", ephemeral=True
            )
            return
        await interaction.response.edit_message(
            content="**Cancelled.** Nothing was charged.", view=None
        )

    cancel.callback = pressed
    view.add_item(cancel)
    return view


class EditForm(discord.ui.Modal, title="Edit prompt"):
    prompt = discord.ui.Label(
        text="Prompt",
        description="What the clip should show",
        component=discord.ui.TextInput(
            custom_id="prompt",
            style=discord.TextStyle.paragraph,
            max_length=2500,
            default="A red fox crosses a snowy road at dawn",
        ),
    )
    ratio = discord.ui.Label(
        text="Aspect ratio",
        component=discord.ui.Select(
            custom_id="ratio",
            options=[
                discord.SelectOption(label=r, default=r == "16:9") for r in ("16:9", "9:16", "1:1")
            ],
        ),
    )

    async def on_submit(self, interaction):
        ratio = self.ratio.component.values[0]
        await interaction.response.send_message(
            f"Noted: {self.prompt.component.value} in {ratio}", ephemeral=True
        )


def result_view(*, reportable=True):
    view = discord.ui.View(timeout=None)
    edit = discord.ui.Button(label="Edit prompt", custom_id="edit")
    delete = discord.ui.Button(label="Delete", style=discord.ButtonStyle.danger, custom_id="delete")

    async def open_form(interaction):
        await interaction.response.send_modal(EditForm())

    async def remove(interaction):
        await interaction.response.defer()
        await interaction.delete_original_response()

    edit.callback = open_form
    delete.callback = remove
    view.add_item(discord.ui.Button(label="Again", style=discord.ButtonStyle.primary))
    view.add_item(edit)
    view.add_item(delete)
    if reportable:
        view.add_item(discord.ui.Button(label="Report"))
    return view


@app_commands.command(description="Turn a few words into a short clip")
@app_commands.guild_only()
@app_commands.describe(
    prompt="What you want to see",
    duration="Length in seconds",
    aspect_ratio="Shape of the picture",
    cfg_scale="How closely the clip follows the prompt",
    negative_prompt="What should not appear",
    private="Only you see the result",
)
@app_commands.choices(
    duration=[
        app_commands.Choice(name="5 seconds", value=5),
        app_commands.Choice(name="10 seconds", value=10),
    ],
    aspect_ratio=[app_commands.Choice(name=r, value=r) for r in ("16:9", "9:16", "1:1")],
)
async def video(
    interaction: discord.Interaction,
    prompt: Bounded[str, 1, 2500],
    duration: int = 5,
    aspect_ratio: str = "16:9",
    cfg_scale: Bounded[float, 0, 1] = 0.5,
    negative_prompt: Bounded[str, 0, 2500] = "",
    private: bool = False,  # noqa: FBT001, FBT002 - a slash option
):
    interaction.client.received.append(vars(interaction.namespace))
    without = f" · without {negative_prompt}" if negative_prompt else ""
    card = (
        f"**{prompt}**\n{duration} s · {aspect_ratio} · cfg {cfg_scale}{without}\n"
        f"▰▰▰▰▰▱▱▱▱▱  ready <t:{int(time.time()) + 40}:R>"
    )
    await interaction.response.send_message(
        card, view=card_view(interaction.user.id), ephemeral=private
    )
    if "wait" in prompt or private:
        return
    original = await interaction.original_response()
    await interaction.channel.send(
        f"{interaction.user.mention} here is your clip.\n"
        f"{duration} s · {aspect_ratio} · made in 5 min 12 s\n-# AI-generated",
        file=interaction.client.clip_file(),
        reference=original,
        view=result_view(),
    )


@video.autocomplete("negative_prompt")
async def suggest_phrases(_interaction: discord.Interaction, current: str):
    return [app_commands.Choice(name=p, value=p) for p in PHRASES if p.startswith(current)]


@app_commands.command(description="What is left of your limits today")
async def facts(interaction: discord.Interaction):
    embed = discord.Embed(title="Today", description="You have **7** clips left.", colour=0x2F6B45)
    embed.add_field(name="Clips", value="3 of 10")
    embed.add_field(name="Waiting", value="0 of 5")
    embed.set_footer(text=f"You read {interaction.locale}, here {interaction.guild_locale}")
    await interaction.response.send_message(embed=embed, ephemeral=True)


class ShapeMenu(discord.ui.Select):
    def __init__(self):
        options = [discord.SelectOption(label=shape) for shape in ("Wide", "Tall", "Square")]
        super().__init__(custom_id="shape", placeholder="Pick a shape", options=options)

    async def callback(self, interaction):
        await interaction.response.edit_message(content=f"Chosen: {self.values[0]}", view=None)


@app_commands.command(description="Choose your usual shape")
async def menu(interaction: discord.Interaction):
    view = discord.ui.View(timeout=None)
    view.add_item(ShapeMenu())
    await interaction.response.send_message("Which shape do you like?", view=view)


@app_commands.command(name="log", description="What was asked for in this server")
@app_commands.default_permissions(manage_messages=True)
@app_commands.describe(member="Only this member's requests")
async def log_command(interaction: discord.Interaction, member: discord.Member | None = None):
    whom = "everyone" if member is None else member.mention
    await interaction.response.send_message(f"Nothing yet for {whom}.", ephemeral=True)


def labelled(text, component, description=None):
    return discord.ui.Label(text=text, description=description, component=component)


class NobodyError(Exception):
    pass


class SurveyForm(discord.ui.Modal, title="Everything a form can ask"):
    name = labelled("Name", discord.ui.TextInput(custom_id="name", min_length=3, max_length=8))
    shapes = labelled(
        "Shapes",
        discord.ui.Select(
            custom_id="shapes",
            max_values=2,
            options=[discord.SelectOption(label=shape) for shape in ("Wide", "Tall", "Square")],
        ),
        description="One or two of them",
    )
    pace = labelled(
        "Pace",
        discord.ui.RadioGroup(
            custom_id="pace",
            options=[discord.RadioGroupOption(label=pace) for pace in ("Slow", "Fast")],
        ),
    )
    extras = labelled(
        "Extras",
        discord.ui.CheckboxGroup(
            custom_id="extras",
            required=False,
            options=[discord.CheckboxGroupOption(label=extra) for extra in ("Rain", "Snow")],
        ),
    )
    again = labelled("Ask me again", discord.ui.Checkbox(custom_id="again", default=True))

    async def on_submit(self, interaction):
        if self.name.component.value == "nobody":
            raise NobodyError
        chosen = [
            self.name.component.value,
            *self.shapes.component.values,
            self.pace.component.value,
            *self.extras.component.values,
            str(self.again.component.value),
        ]
        await interaction.response.send_message(" · ".join(chosen), ephemeral=True)

    async def on_error(self, _interaction, _error):
        """Stays silent; a form that ended well would be forgotten."""


@app_commands.command(description="Asks for everything a form can ask")
async def survey(interaction: discord.Interaction):
    await interaction.response.send_modal(SurveyForm())


@app_commands.command(description="Never answers")
async def silent(_interaction: discord.Interaction):
    return


@app_commands.command(description="Says something with every mark there is")
@app_commands.describe(text="What to say", link="An address to add")
async def words(interaction: discord.Interaction, text: str, link: str | None = None):
    await interaction.response.send_message("\n".join(filter(None, (text, link))))


@asynccontextmanager
async def running(bot, token):
    async with bot:
        task = asyncio.create_task(bot.start(token))
        ready = asyncio.create_task(bot.wait_until_ready())
        await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED, timeout=20)
        ready.cancel()
        if task.done():
            await task
        yield bot
        await bot.close()
        await task
