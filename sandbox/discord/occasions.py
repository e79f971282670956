"""What Discord tells a bot when a person uses it: the payload of INTERACTION_CREATE."""

from dataclasses import dataclass
from typing import Any

import discord
from simcord.backend import serializers
from simcord.backend.models import Interaction, Message
from simcord.enums import AppCommandType, InteractionType

from sandbox.discord.backend import LocalBackend
from sandbox.discord.languages import NESTING

GUILD_CONTEXT = 0
BOT_DM_CONTEXT = 1
GUILD_INSTALL = "0"
OWN_DIRECT_MESSAGES = "0"
DIRECT_MESSAGE_PERMISSIONS = discord.Permissions(
    attach_files=True, embed_links=True, mention_everyone=True, external_emojis=True
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Who does something with the bot, and where.

    Without ``attachment_size_limit`` the server's own limit applies; a member with a paid
    account has a larger one, which is why it can be given.
    """

    person_id: int
    locale: str
    channel_id: int
    attachment_size_limit: int | None = None


def begin_interaction(
    backend: LocalBackend,
    occasion: Occasion,
    *,
    kind: InteractionType,
    data: dict[str, Any],
    message: Message | None = None,
) -> tuple[Interaction, dict[str, Any]]:
    channel = backend.get_channel(occasion.channel_id)
    record = backend.new_interaction(kind, channel.id, occasion.person_id, channel.guild_id)
    limit = occasion.attachment_size_limit
    if limit is None:
        limit = backend.file_limit_bytes(channel.guild_id)
    backend.file_limits_by_interaction[record.id] = limit
    payload: dict[str, Any] = {
        "id": str(record.id),
        "application_id": str(backend.application_id),
        "type": int(kind),
        "token": record.token,
        "version": 1,
        "data": data,
        "channel_id": str(channel.id),
        "channel": backend.channel_payload(channel),
        "locale": occasion.locale,
        "entitlements": backend.interaction_entitlements(occasion.person_id, channel.guild_id),
        "attachment_size_limit": limit,
    }
    if channel.guild_id is None:
        payload |= _direct_message_part(backend, occasion.person_id)
    else:
        payload |= _guild_part(backend, occasion, channel.guild_id)
    if kind is InteractionType.APPLICATION_COMMAND:
        record.command_name = _full_name(data)
        record.command_type = AppCommandType(data.get("type", AppCommandType.CHAT_INPUT))
    if message is not None:
        record.source_message_id = message.id
        payload["message"] = dict(serializers.message_payload(backend, message))
    return record, payload


def _full_name(command: dict[str, Any]) -> str | None:
    """Discord shows above an answer which subcommand was used: ``videos list``."""
    if "name" not in command:
        return None
    names = [command["name"]]
    options = command.get("options") or []
    while options and options[0].get("type") in NESTING:
        names.append(options[0]["name"])
        options = options[0].get("options") or []
    return " ".join(names)


def _direct_message_part(backend: LocalBackend, person_id: int) -> dict[str, Any]:
    return {
        "user": dict(serializers.user_payload(backend.get_user(person_id))),
        "app_permissions": str(DIRECT_MESSAGE_PERMISSIONS.value),
        "authorizing_integration_owners": {GUILD_INSTALL: OWN_DIRECT_MESSAGES},
        "context": BOT_DM_CONTEXT,
    }


def _guild_part(backend: LocalBackend, occasion: Occasion, guild_id: int) -> dict[str, Any]:
    guild = backend.get_guild(guild_id)
    channel_id = occasion.channel_id
    member = dict(
        serializers.member_payload(backend, guild, backend.get_member(guild_id, occasion.person_id))
    )
    member["permissions"] = str(
        backend.compute_permissions(guild_id, occasion.person_id, channel_id)
    )
    return {
        "guild_id": str(guild_id),
        "guild": {
            "id": str(guild_id),
            "locale": guild.preferred_locale,
            "features": [],
        },
        "guild_locale": guild.preferred_locale,
        "member": member,
        "app_permissions": str(
            backend.compute_permissions(guild_id, backend.bot_user.id, channel_id)
        ),
        "authorizing_integration_owners": {GUILD_INSTALL: str(guild_id)},
        "context": GUILD_CONTEXT,
    }
