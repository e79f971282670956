"""What a person sees, as plain data: a page can send it on as JSON. Ids are strings."""

from copy import deepcopy
from typing import Any, Literal, TypedDict

from simcord.backend import serializers
from simcord.backend.access import channel_accessible, message_accessible
from simcord.backend.models import Channel, Interaction, Message, ResponseKind
from simcord.components import walk_components

from sandbox.discord.backend import LocalBackend

LOADING_FLAG = 1 << 7
NO_ANSWER = "The application did not respond"

InteractionState = Literal["waiting", "thinking", "answered", "modal", "failed"]


class PersonView(TypedDict):
    id: str
    name: str
    locale: str


class ChannelView(TypedDict):
    id: str
    name: str
    guild_id: str | None


class GuildView(TypedDict):
    id: str
    name: str
    channels: list[ChannelView]


class InteractionView(TypedDict):
    """Where an interaction stands: ``error`` is what Discord's app shows when it failed."""

    id: str
    person_id: str
    channel_id: str
    command: str | None
    state: InteractionState
    ephemeral: bool
    message_id: str | None
    source_message_id: str | None
    modal: dict[str, Any] | None
    choices: list[dict[str, Any]] | None
    error: str | None


def channel_view(backend: LocalBackend, channel: Channel) -> ChannelView:
    if channel.guild_id is None:
        return {"id": str(channel.id), "name": backend.bot_user.name, "guild_id": None}
    return {
        "id": str(channel.id),
        "name": channel.name or "",
        "guild_id": str(channel.guild_id),
    }


def guild_views(backend: LocalBackend, person_id: int) -> list[GuildView]:
    """The servers a person is in, each with the channels they may look into."""
    return [
        {
            "id": str(guild.id),
            "name": guild.name,
            "channels": [
                channel_view(backend, backend.channels[channel_id])
                for channel_id in (*guild.channel_ids, *guild.thread_ids)
                if channel_accessible(backend, channel_id, person_id)
            ],
        }
        for guild in backend.guilds.values()
        if person_id in guild.members
    ]


def message_view(backend: LocalBackend, message: Message) -> dict[str, Any]:
    """Discord's own message object, and what an app derives from it.

    ``pinged_user_ids`` are those who really get a notification; ``mentions`` also holds
    people who are only named.
    """
    view: dict[str, Any] = deepcopy(dict(serializers.message_payload(backend, message)))
    view["ephemeral"] = message.is_ephemeral
    view["thinking"] = bool(message.flags & LOADING_FLAG)
    _write_ids_as_text(view["components"])
    view["pinged_user_ids"] = [str(user_id) for user_id in message.ping_user_ids]
    return view


def visible_messages(
    backend: LocalBackend, *, channel_id: int, person_id: int, limit: int
) -> list[dict[str, Any]]:
    """The newest messages this person sees, oldest of them first."""
    seen = [
        message
        for message in backend.messages.get(channel_id, {}).values()
        if message_accessible(backend, channel_id, message, person_id, history=True)
    ]
    newest = sorted(seen, key=lambda message: message.id)[-limit:]
    return [message_view(backend, message) for message in newest]


def audience(backend: LocalBackend, message: Message) -> frozenset[int]:
    """Everybody who sees this message."""
    return frozenset(
        user_id
        for user_id in backend.users
        if message_accessible(backend, message.channel_id, message, user_id)
    )


def interaction_view(backend: LocalBackend, record: Interaction) -> InteractionView:
    state = _interaction_state(backend, record)
    modal = deepcopy(record.modal)
    if modal is not None:
        _write_ids_as_text(modal["components"])
    return {
        "id": str(record.id),
        "person_id": str(record.user_id),
        "channel_id": str(record.channel_id),
        "command": record.command_name,
        "state": state,
        "ephemeral": record.ephemeral,
        "message_id": None if record.message_id is None else str(record.message_id),
        "source_message_id": (
            None if record.source_message_id is None else str(record.source_message_id)
        ),
        "modal": modal,
        "choices": deepcopy(record.autocomplete_choices),
        "error": NO_ANSWER if state == "failed" else None,
    }


def _write_ids_as_text(components: list[dict[str, Any]]) -> None:
    """A bot may send what a menu begins with as numbers; a browser would round them."""
    for component in walk_components(components):
        for value in component.get("default_values") or []:
            value["id"] = str(value["id"])


def _interaction_state(backend: LocalBackend, record: Interaction) -> InteractionState:
    now = backend.now_iso()
    if not record.responded:
        deadline = record.initial_response_deadline
        return "failed" if deadline is not None and now >= deadline else "waiting"
    if record.response_kind is ResponseKind.MODAL:
        return "modal"
    if record.loading:
        expired = record.expires_at is not None and now >= record.expires_at
        return "failed" if expired else "thinking"
    return "answered"
