"""A channel for moderators in SimCord's model of Discord, and the loop that tells it."""

import asyncio
from typing import Any

import discord
from simcord import ChannelHandle, Env

from tests.support.town import Town

SECONDS = 8


def moderators_channel(town: Town) -> ChannelHandle:
    """For moderators alone, and for the bot."""
    closed = discord.PermissionOverwrite(view_channel=False)
    bot = discord.PermissionOverwrite(view_channel=True, send_messages=True, attach_files=True)
    return town.guild.create_text_channel(
        "video-log",
        overwrites={
            town.guild.default_role: closed,
            town.env.bot.user: bot,
            town.mod: discord.PermissionOverwrite(view_channel=True),
        },
    )


async def run_feed(house: Any, env: Env) -> None:
    """Run the loop for a few seconds of Discord's time."""
    (loop,) = house.parts.loops
    running = asyncio.create_task(loop())
    for _ in range(SECONDS):
        await _quiet(house)
        await env.advance_time(1)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def _quiet(house: Any) -> None:
    """Let everything run that waits for neither the clock nor anything but the database."""
    for _ in range(50):
        await asyncio.sleep(0)
        if busy := tuple(house.stores.database._running):
            await asyncio.wait(busy)
