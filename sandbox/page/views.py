"""What one person sees of the world, in the page's words."""

from typing import Any, TypedDict

import discord
from simcord.backend.access import channel_accessible
from simcord.backend.models import Channel, Guild

from sandbox.discord.backend import LocalBackend
from sandbox.discord.languages import LANGUAGES
from sandbox.discord.world import World

ROLE_WORDS = {"owner": "Server owner", "moderator": "Moderator", "member": "Member"}


class PersonCard(TypedDict):
    id: str
    name: str
    note: str
    locale: str
    bot: bool


class ChannelCard(TypedDict):
    id: str
    name: str
    label: str
    kind: str
    type: int
    topic: str | None
    can_send: bool
    can_moderate: bool
    age_restricted: bool
    hidden: bool


def people_cards(world: World) -> list[PersonCard]:
    """Everyone one can be, the owner last: owners see no refusals and make poor witnesses."""
    people = sorted(world.people(), key=lambda person: int(person["id"]) == world.owner.id)
    return [
        {
            "id": person["id"],
            "name": person["name"],
            "note": _note(world.backend, int(person["id"])),
            "locale": person["locale"],
            "bot": False,
        }
        for person in people
    ]


async def view_of(world: World, person_id: int) -> dict[str, Any]:
    backend = world.backend
    direct = await world.open_direct_messages(person_id=person_id)
    you = next(card for card in people_cards(world) if int(card["id"]) == person_id)
    return {
        "you": you,
        "languages": [{"code": code, "name": name} for code, name in LANGUAGES.items()],
        "servers": [
            _server_card(backend, guild, person_id)
            for guild in backend.guilds.values()
            if person_id in guild.members
        ],
        "direct": [_direct_card(backend, backend.channels[int(direct["id"])])],
    }


def _note(backend: LocalBackend, person_id: int) -> str:
    guilds = [guild for guild in backend.guilds.values() if person_id in guild.members]
    if any(guild.owner_id == person_id for guild in guilds):
        return ROLE_WORDS["owner"]
    moderates = any(_permissions(backend, guild, person_id).manage_messages for guild in guilds)
    role = ROLE_WORDS["moderator" if moderates else "member"]
    others = {name: None for guild in guilds for name in _role_names(guild, person_id)}
    role = " · ".join((role, *(name for name in others if name != role)))
    # Most people share the first server; only the others need telling apart.
    first = next(iter(backend.guilds.values()), None)
    if first is None or first in guilds:
        return role
    return f"{role}, {guilds[0].name}" if guilds else role


def _permissions(
    backend: LocalBackend, guild: Guild, person_id: int, channel_id: int | None = None
) -> discord.Permissions:
    return discord.Permissions(backend.compute_permissions(guild.id, person_id, channel_id))


def _server_card(backend: LocalBackend, guild: Guild, person_id: int) -> dict[str, Any]:
    channels = [backend.channels[one] for one in (*guild.channel_ids, *guild.thread_ids)]
    roles = [role for role in guild.roles.values() if role.id != guild.id]
    return {
        "id": str(guild.id),
        "name": guild.name,
        "locale": guild.preferred_locale,
        "channels": [
            _channel_card(backend, guild, channel, person_id)
            for channel in channels
            if channel_accessible(backend, channel.id, person_id)
        ],
        "members": [_member_card(backend, guild, user_id) for user_id in guild.members],
        "roles": [{"id": str(role.id), "name": role.name} for role in roles],
    }


def _member_card(backend: LocalBackend, guild: Guild, user_id: int) -> dict[str, Any]:
    user = backend.users[user_id]
    return {
        "id": str(user_id),
        "name": user.global_name or user.name,
        "bot": user.bot,
        "roles": _role_names(guild, user_id),
    }


def _role_names(guild: Guild, user_id: int) -> list[str]:
    """The highest first, as Discord's list of members has them."""
    roles = [guild.roles[role_id] for role_id in guild.members[user_id].role_ids]
    return [role.name for role in sorted(roles, key=lambda role: -role.position)]


def _everyone_sees(backend: LocalBackend, guild: Guild, channel: Channel) -> bool:
    overwrites = backend.channels[channel.permission_channel_id()].overwrites
    everyone = next((one for one in overwrites if one.target_id == guild.id), None)
    return everyone is None or not discord.Permissions(everyone.deny).view_channel


def _channel_card(
    backend: LocalBackend, guild: Guild, channel: Channel, person_id: int
) -> ChannelCard:
    may = _permissions(backend, guild, person_id, channel.id)
    name = channel.name or "unnamed"
    return {
        "id": str(channel.id),
        "name": name,
        "label": f"#{name}",
        "kind": "text",
        "type": int(channel.type),
        "topic": channel.topic,
        "can_send": may.send_messages_in_threads if channel.is_thread else may.send_messages,
        "can_moderate": may.manage_messages,
        "age_restricted": backend.is_age_restricted(channel),
        "hidden": not _everyone_sees(backend, guild, channel),
    }


def _direct_card(backend: LocalBackend, channel: Channel) -> ChannelCard:
    name = backend.bot_user.global_name or backend.bot_user.name
    return {
        "id": str(channel.id),
        "name": name,
        "label": f"@{name}",
        "kind": "direct",
        "type": int(channel.type),
        "topic": None,
        "can_send": True,
        "can_moderate": False,
        "age_restricted": False,
        "hidden": False,
    }
