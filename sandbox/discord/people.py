"""Who and what is there when the local Discord opens."""

from collections.abc import Sequence
from dataclasses import dataclass

import discord
from simcord.backend.models import Overwrite, Role
from simcord.enums import ChannelType, OverwriteType

from sandbox.discord.backend import LocalBackend

INVITE_PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    attach_files=True,
    embed_links=True,
    read_message_history=True,
)
EVERYONE_PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    attach_files=True,
    embed_links=True,
    read_message_history=True,
    add_reactions=True,
    create_public_threads=True,
    use_application_commands=True,
)
NO_PERMISSIONS = discord.Permissions.none()
MODERATOR_PERMISSIONS = discord.Permissions(manage_messages=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    id: int
    name: str
    locale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A server or a channel, by its name."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    people: tuple[Person, ...]
    owner: Person
    guilds: tuple[Place, ...]
    channels: tuple[Place, ...]


def populate(backend: LocalBackend, *, bot_name: str) -> Population:
    """Two servers, so that one can be seen not to bother the other.

    The owner is a person of their own: servers' owners pass every permission check.
    """
    backend.bot_user.name = bot_name
    owner = _person(backend, "Robin")
    mira = _person(backend, "Mira")
    jonas = _person(backend, "Jonas", locale="de")
    ada = _person(backend, "Ada")
    sol = _person(backend, "Sol")
    harbour, harbour_channels = _guild(
        backend,
        "Harbour Film Club",
        owner,
        ("showreel", "general", "screening-room", "after-dark", "moderators"),
    )
    night, night_channels = _guild(backend, "Night Shift", owner, ("lobby", "late-cuts"))
    backend.add_member(harbour.id, mira.id)
    backend.add_member(harbour.id, jonas.id, roles=[_role(backend, harbour.id, "Patron").id])
    moderator = _role(backend, harbour.id, "Moderator", permissions=MODERATOR_PERMISSIONS)
    backend.add_member(harbour.id, ada.id, roles=[moderator.id])
    backend.add_member(night.id, sol.id)
    *_, after_dark, moderators = harbour_channels
    backend.set_age_restricted(after_dark.id, is_restricted=True)
    own = bot_role(backend, harbour.id)
    _show_only_to(backend, moderators.id, guild_id=harbour.id, roles=(moderator, own))
    return Population(
        people=(mira, jonas, ada, sol, owner),
        owner=owner,
        guilds=(harbour, night),
        channels=(*harbour_channels, *night_channels),
    )


def add_server(
    backend: LocalBackend,
    name: str,
    *,
    owner: Person,
    channel_names: Sequence[str],
    member_names: Sequence[str],
) -> tuple[Place, list[Place], list[Person]]:
    """One more server with the bot in it, and new people."""
    guild, channels = _guild(backend, name, owner, channel_names)
    people = [_person(backend, member_name) for member_name in member_names]
    for person in people:
        backend.add_member(guild.id, person.id)
    return guild, channels, people


def bot_role(backend: LocalBackend, guild_id: int) -> Role:
    """The role that Discord makes for the bot out of its invite."""
    return next(role for role in backend.get_guild(guild_id).roles.values() if role.managed)


def set_channel_permission(
    backend: LocalBackend, *, channel_id: int, member_id: int, permission: str, allowed: bool
) -> None:
    """What a server's owner does in a channel's permission settings for one member."""
    channel = backend.get_channel(channel_id)
    flag = discord.Permissions(**{permission: True}).value
    existing = next((o for o in channel.overwrites if o.target_id == member_id), None)
    allow = existing.allow if existing else 0
    deny = existing.deny if existing else 0
    backend.set_overwrite(
        channel_id,
        Overwrite(
            target_id=member_id,
            type=OverwriteType.MEMBER,
            allow=allow | flag if allowed else allow & ~flag,
            deny=deny & ~flag if allowed else deny | flag,
        ),
    )


def _person(backend: LocalBackend, name: str, *, locale: str = "en-US") -> Person:
    user = backend.make_user(name.lower(), global_name=name)
    return Person(id=user.id, name=name, locale=locale)


def _guild(
    backend: LocalBackend, name: str, owner: Person, channel_names: Sequence[str]
) -> tuple[Place, list[Place]]:
    guild = backend.create_guild(name, owner_id=owner.id)
    guild.everyone_role.permissions = EVERYONE_PERMISSIONS.value
    role = bot_role(backend, guild.id)
    role.name = backend.bot_user.name
    role.permissions = INVITE_PERMISSIONS.value
    channels = [
        backend.create_channel(guild.id, channel_name, type=ChannelType.TEXT)
        for channel_name in channel_names
    ]
    places = [Place(id=channel.id, name=channel.name or "") for channel in channels]
    return Place(id=guild.id, name=name), places


def _role(
    backend: LocalBackend,
    guild_id: int,
    name: str,
    *,
    permissions: discord.Permissions = NO_PERMISSIONS,
) -> Role:
    roles = backend.get_guild(guild_id).roles
    role = Role(
        id=backend.snowflake(), name=name, permissions=permissions.value, position=len(roles)
    )
    roles[role.id] = role
    return role


def _show_only_to(
    backend: LocalBackend, channel_id: int, *, guild_id: int, roles: Sequence[Role]
) -> None:
    view = discord.Permissions(view_channel=True).value
    # The role of everyone has its server's id.
    hidden = Overwrite(target_id=guild_id, type=OverwriteType.ROLE, allow=0, deny=view)
    shown = [
        Overwrite(target_id=role.id, type=OverwriteType.ROLE, allow=view, deny=0) for role in roles
    ]
    for overwrite in (hidden, *shown):
        backend.set_overwrite(channel_id, overwrite)
