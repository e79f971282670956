"""Servers as Discord has them: dozens of channels and roles, and a few people the bot knows of."""

import random
from typing import Final

from simcord.backend.models import Overwrite
from simcord.enums import ChannelType, OverwriteType

from sandbox.discord.world import World

CHANNELS: Final = 30
ROLES: Final = 20
CATEGORIES: Final = 5
VOICE_CHANNELS: Final = 6
# How many channels have a topic, and how many are not for everyone.
TOPIC_SHARE: Final = 0.5
PRIVATE_SHARE: Final = 0.3
TOPIC: Final = "What was seen last night, what is worth a second look, and what is cut this week."
MEMBER_PERMISSIONS: Final = 0x0000_0004_4065_EC41


def add_servers(world: World, count: int) -> None:
    """Add servers with the bot in them, before it connects."""
    chance = random.Random(count)
    for number in range(count):
        name = f"Film club {number}"
        world.add_server(name, channel_names=(), member_names=())
        _furnish(world, world.place(name).id, chance)


def _furnish(world: World, guild_id: int, chance: random.Random) -> None:
    backend = world.backend
    roles = [
        backend.create_role(guild_id, f"Crew of stage {number}", permissions=MEMBER_PERMISSIONS)
        for number in range(ROLES - len(backend.get_guild(guild_id).roles))
    ]
    categories = [
        backend.create_channel(guild_id, f"Floor {number}", type=ChannelType.CATEGORY)
        for number in range(CATEGORIES)
    ]
    for number in range(CHANNELS - CATEGORIES):
        is_voice = number < VOICE_CHANNELS
        is_private = chance.random() < PRIVATE_SHARE
        has_topic = not is_voice and chance.random() < TOPIC_SHARE
        backend.create_channel(
            guild_id,
            f"screening-room-{number}",
            type=ChannelType.VOICE if is_voice else ChannelType.TEXT,
            overwrites=_overwrites(guild_id, roles[number % len(roles)].id) if is_private else None,
            topic=TOPIC if has_topic else None,
            parent_id=categories[number % CATEGORIES].id,
        )


def _overwrites(guild_id: int, role_id: int) -> list[Overwrite]:
    """Hidden from everyone but one role."""
    view = 1 << 10
    return [
        Overwrite(target_id=guild_id, type=OverwriteType.ROLE, deny=view),
        Overwrite(target_id=role_id, type=OverwriteType.ROLE, allow=view),
    ]
