"""What a bot may put before moderators: menus of every kind, files, covers, forms with menus."""

import gzip
import io

import discord
from discord import app_commands
from PIL import Image

SHAPES = ("Wide", "Tall", "Square")
LONG_SHAPE = "As wide as the wall of the big hall, and then a little wider, for those at the back"
COVERED_WORDS = "||the butler did it||"


def chosen(values):
    return "Chosen: " + ", ".join(str(getattr(value, "name", value)) for value in values)


def answering(select_class, **options):
    class Menu(select_class):
        async def callback(self, interaction):
            await interaction.response.send_message(chosen(self.values), ephemeral=True)

    return Menu(**options)


def menus():
    view = discord.ui.View(timeout=None)
    shapes = [discord.SelectOption(label=shape) for shape in SHAPES]
    more = [*shapes, discord.SelectOption(label=LONG_SHAPE)]
    for menu in (
        answering(discord.ui.Select, custom_id="one", placeholder="One shape", options=more),
        answering(
            discord.ui.Select,
            custom_id="two",
            placeholder="Two shapes",
            options=shapes,
            min_values=2,
            max_values=2,
        ),
        answering(discord.ui.UserSelect, custom_id="who", placeholder="A member"),
        answering(discord.ui.RoleSelect, custom_id="role", placeholder="A role"),
        answering(discord.ui.ChannelSelect, custom_id="where", placeholder="A channel"),
    ):
        view.add_item(menu)
    return view


def buttons():
    view = discord.ui.View(timeout=None)
    for number in range(12):
        view.add_item(discord.ui.Button(label=f"Button {number}", row=number // 5))
    return view


def picture():
    drawn = io.BytesIO()
    Image.new("RGB", (640, 360), "#8c2f39").save(drawn, "PNG")
    return drawn.getvalue()


def as_file(content, name, **options):
    return discord.File(io.BytesIO(content), filename=name, **options)


class LimitsForm(discord.ui.Modal, title="Limits"):
    def __init__(self, role, channel):
        super().__init__()
        self.menus = (
            discord.ui.RoleSelect(custom_id="role", default_values=[role]),
            discord.ui.ChannelSelect(
                custom_id="channels",
                max_values=3,
                default_values=[channel],
                channel_types=[discord.ChannelType.text],
            ),
            discord.ui.UserSelect(custom_id="member", required=False),
        )
        for name, menu in zip(("Role", "Channels", "Member"), self.menus, strict=True):
            self.add_item(discord.ui.Label(text=name, component=menu))

    async def on_submit(self, interaction):
        values = [value for menu in self.menus for value in menu.values]
        await interaction.response.send_message(chosen(values), ephemeral=True)


rules = app_commands.Group(name="house", description="What moderators do")
words = app_commands.Group(name="words", description="Words nobody may use", parent=rules)


@words.command(name="add", description="Forbid a word")
async def add_word(interaction: discord.Interaction, word: str):
    await interaction.response.send_message(f"Forbidden: {word}", ephemeral=True)


@rules.command(name="name", description="Takes one of everything")
async def name_all(
    interaction: discord.Interaction,
    member: discord.User,
    role: discord.Role,
    channel: discord.TextChannel,
    *,
    loud: bool,
):
    answer = f"{chosen((member, role, channel))}, {loud}"
    await interaction.response.send_message(answer, ephemeral=True)


@rules.command(name="limits", description="Opens a form with menus")
async def limits(interaction: discord.Interaction):
    role = next(role for role in interaction.guild.roles if role.name == "Patron")
    await interaction.response.send_modal(LimitsForm(role, interaction.channel))


@rules.command(name="papers", description="Shows files, covers and menus")
async def papers(interaction: discord.Interaction):
    me = interaction.user
    role = next(role for role in interaction.guild.roles if role.name == "Moderator")
    await interaction.response.send_message(
        f"{COVERED_WORDS} {me.mention} {role.mention} {interaction.channel.mention} <t:0:D>",
        files=[
            as_file(picture(), "chart.png", description="Clips a day: seven on Monday"),
            as_file(picture(), "chart.png", spoiler=True, description="The last picture"),
            as_file(b"a;b\n", "log.csv"),
            as_file(gzip.compress(b"a;b\n"), "log.csv.gz"),
        ],
        view=buttons(),
    )
    await interaction.followup.send("Choose", view=menus(), ephemeral=True)
