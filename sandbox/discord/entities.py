"""Members, roles, channels and files that a person gives in an option, a menu or a form."""

from enum import Enum, auto
from typing import Any

from simcord.backend import serializers
from simcord.backend.access import channel_accessible
from simcord.enums import ComponentType, OptionType

from sandbox.discord.backend import LocalBackend
from sandbox.discord.refusals import ActionRefusedError


class EntityKind(Enum):
    """Options and menus number these kinds differently, so neither numbering is used here."""

    USER = auto()
    ROLE = auto()
    CHANNEL = auto()
    USER_OR_ROLE = auto()


KIND_OF_OPTION = {
    OptionType.USER: EntityKind.USER,
    OptionType.ROLE: EntityKind.ROLE,
    OptionType.CHANNEL: EntityKind.CHANNEL,
    OptionType.MENTIONABLE: EntityKind.USER_OR_ROLE,
}
KIND_OF_MENU = {
    ComponentType.USER_SELECT: EntityKind.USER,
    ComponentType.ROLE_SELECT: EntityKind.ROLE,
    ComponentType.CHANNEL_SELECT: EntityKind.CHANNEL,
    ComponentType.MENTIONABLE_SELECT: EntityKind.USER_OR_ROLE,
}

Resolved = dict[str, dict[str, Any]]


class EntityPicker:
    """Checks that what was picked exists for this person, and describes it for the bot."""

    def __init__(self, backend: LocalBackend, *, person_id: int, channel_id: int) -> None:
        self._backend = backend
        self._person_id = person_id
        self._channel_id = channel_id
        self._guild_id = backend.get_channel(channel_id).guild_id
        self.resolved: Resolved = {}

    def pick_for_option(self, option: dict[str, Any], entity_id: int) -> str:
        kind = KIND_OF_OPTION[OptionType(option["type"])]
        return self._pick(kind, entity_id, channel_types=option.get("channel_types"))

    def pick_for_select(self, menu: dict[str, Any], entity_id: int) -> str:
        kind = KIND_OF_MENU[ComponentType(menu["type"])]
        return self._pick(kind, entity_id, channel_types=menu.get("channel_types"))

    def upload(self, filename: str, content: bytes) -> str:
        """A file given with an option or a form; the answer is what stands for it there."""
        attachment_id = self._backend.snowflake()
        attachment = self._backend.attachments.store_attachment(
            attachment_id, self._channel_id, filename, content, None
        )
        self._add("attachments", attachment_id, attachment)
        return str(attachment_id)

    def _pick(self, kind: EntityKind, entity_id: int, *, channel_types: list[int] | None) -> str:
        match kind:
            case EntityKind.USER:
                return self._user(entity_id)
            case EntityKind.ROLE:
                return self._role(entity_id)
            case EntityKind.CHANNEL:
                return self._channel(entity_id, allowed_types=channel_types)
            case EntityKind.USER_OR_ROLE:
                is_user = entity_id in self._backend.users
                return self._user(entity_id) if is_user else self._role(entity_id)

    def _user(self, user_id: int) -> str:
        user = self._backend.users.get(user_id)
        if user is None:
            raise ActionRefusedError("There is no such user")
        self._add("users", user_id, dict(serializers.user_payload(user)))
        guild = self._backend.guilds.get(self._guild_id or 0)
        if guild is not None and user_id in guild.members:
            member = dict(
                serializers.member_payload(
                    self._backend, guild, guild.members[user_id], with_user=False
                )
            )
            member["permissions"] = str(self._backend.compute_permissions(guild.id, user_id))
            self._add("members", user_id, member)
        return str(user_id)

    def _role(self, role_id: int) -> str:
        guild = self._backend.guilds.get(self._guild_id or 0)
        role = None if guild is None else guild.roles.get(role_id)
        if role is None:
            raise ActionRefusedError("There is no such role here")
        self._add("roles", role_id, dict(serializers.role_payload(role)))
        return str(role_id)

    def _channel(self, channel_id: int, *, allowed_types: list[int] | None) -> str:
        channel = self._backend.channels.get(channel_id)
        if (
            channel is None
            or channel.guild_id is None
            or channel.guild_id != self._guild_id
            or not channel_accessible(self._backend, channel_id, self._person_id)
        ):
            raise ActionRefusedError("There is no such channel here")
        if allowed_types and channel.type not in allowed_types:
            raise ActionRefusedError("That kind of channel cannot be picked")
        payload = self._backend.channel_payload(channel)
        payload["permissions"] = str(
            self._backend.compute_permissions(channel.guild_id, self._person_id, channel_id)
        )
        self._add("channels", channel_id, payload)
        return str(channel_id)

    def _add(self, bucket: str, entity_id: int, payload: dict[str, Any]) -> None:
        self.resolved.setdefault(bucket, {})[str(entity_id)] = payload
