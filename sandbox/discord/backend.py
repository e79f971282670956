"""SimCord's model of Discord with a real clock, files on disk and news of every change."""

import secrets
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from simcord._clock import Clock
from simcord.backend import Backend, serializers
from simcord.backend.errors import BackendError, unknown_webhook
from simcord.backend.models import Channel, Interaction, Message

from sandbox.discord.attachments import AttachmentStore

MIB = 1024 * 1024
DEFAULT_FILE_LIMIT_BYTES = 10 * MIB
FILE_LIMIT_BYTES_BY_BOOST_TIER = {
    0: DEFAULT_FILE_LIMIT_BYTES,
    1: DEFAULT_FILE_LIMIT_BYTES,
    2: 50 * MIB,
    3: 100 * MIB,
}
MAX_LOG_ENTRIES = 500

EntryT = TypeVar("EntryT")


class BackendObserver(Protocol):
    """Is told of what people would see, ephemeral messages included."""

    def message_created(self, message: Message) -> None: ...
    def message_updated(self, message: Message) -> None: ...
    def message_deleted(self, message: Message) -> None: ...
    def channels_changed(self) -> None: ...
    def commands_changed(self) -> None: ...


class _WorldClock(Clock):
    """SimCord asks its clock for the time; ours asks whoever was handed in."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now

    def now(self) -> datetime:
        return self._now() + timedelta(seconds=self.elapsed)


class _RecentEntries(list[EntryT]):
    """SimCord keeps its logs for ever; a sandbox that runs for days must not."""

    def append(self, entry: EntryT, /) -> None:
        super().append(entry)
        if len(self) > MAX_LOG_ENTRIES:
            del self[: MAX_LOG_ENTRIES // 2]


class LocalBackend(Backend):
    """The state behind the local Discord."""

    attachments: AttachmentStore

    def __init__(self, *, now: Callable[[], datetime], attachments: AttachmentStore) -> None:
        super().__init__(clock=_WorldClock(now))
        self.attachments = attachments
        self.cdn = attachments
        self.http_requests = _RecentEntries()
        self.transcript = _RecentEntries()
        self.observer: BackendObserver | None = None
        self.file_limits_by_interaction: dict[int, int] = {}
        self._boost_tiers: dict[int, int] = {}
        self._age_restricted: set[int] = set()

    # -- what SimCord does not know of servers

    def boost_tier(self, guild_id: int) -> int:
        return self._boost_tiers.get(guild_id, 0)

    def set_boost_tier(self, guild_id: int, tier: int) -> None:
        if tier not in FILE_LIMIT_BYTES_BY_BOOST_TIER:
            raise ValueError(f"A server's boost tier is 0 to 3, not {tier}")
        self._boost_tiers[guild_id] = tier
        self.edit_guild(guild_id, {})

    def file_limit_bytes(self, guild_id: int | None) -> int:
        tier = 0 if guild_id is None else self.boost_tier(guild_id)
        return FILE_LIMIT_BYTES_BY_BOOST_TIER[tier]

    def set_age_restricted(self, channel_id: int, *, is_restricted: bool) -> None:
        if is_restricted:
            self._age_restricted.add(channel_id)
        else:
            self._age_restricted.discard(channel_id)
        self.edit_channel(channel_id, {})

    def is_age_restricted(self, channel: Channel) -> bool:
        return channel.permission_channel_id() in self._age_restricted

    def channel_payload(self, channel: Channel) -> dict[str, Any]:
        return self.with_age(dict(serializers.channel_payload(self, channel)))

    def guild_create_payload(self, guild_id: int) -> dict[str, Any]:
        return self._with_server_facts(
            dict(serializers.guild_create_payload(self, self.guilds[guild_id]))
        )

    def with_age(self, payload: Mapping[str, Any]) -> dict[str, Any]:
        return {**payload, "nsfw": int(payload["id"]) in self._age_restricted}

    def _with_server_facts(self, payload: Mapping[str, Any]) -> dict[str, Any]:
        facts = {**payload, "premium_tier": self.boost_tier(int(payload["id"]))}
        if "channels" in payload:
            facts["channels"] = [self.with_age(channel) for channel in payload["channels"]]
        return facts

    # -- interactions

    def new_interaction(
        self,
        type: int,  # noqa: A002 - SimCord's own name for it
        channel_id: int,
        user_id: int,
        guild_id: int | None,
    ) -> Interaction:
        """Discord's tokens are long and opaque, and code that handles secrets should meet such."""
        record = super().new_interaction(type, channel_id, user_id, guild_id)
        del self.interaction_tokens[record.token]
        record.token = secrets.token_urlsafe(120)
        self.interaction_tokens[record.token] = record.id
        return record

    def interaction_by_token(self, token: str) -> Interaction:
        interaction_id = self.interaction_tokens.get(token)
        if interaction_id is None:
            raise unknown_webhook()
        record = self.interactions[interaction_id]
        if record.expires_at is not None and self.now_iso() >= record.expires_at:
            raise BackendError(401, 50027, "Invalid Webhook Token")
        if not record.responded:
            raise unknown_webhook()
        return record

    # -- news

    def emit(self, event: str, payload: Mapping[str, Any]) -> None:
        if event in {"GUILD_CREATE", "GUILD_UPDATE"}:
            payload = self._with_server_facts(payload)
        if event in {"CHANNEL_CREATE", "CHANNEL_UPDATE"}:
            payload = self.with_age(payload)
        super().emit(event, payload)
        if self.observer is not None and event.startswith(("CHANNEL_", "THREAD_", "GUILD_")):
            self.observer.channels_changed()

    def commit_message(self, message: Message, *, broadcast: bool = True) -> Message:
        committed = super().commit_message(message, broadcast=broadcast)
        kept = committed.id in self.messages[committed.channel_id]
        if kept and self.observer is not None:
            self.observer.message_created(committed)
        return committed

    def edit_message(self, channel_id: int, message_id: int, fields: dict[str, Any]) -> Message:
        before = self.get_message(channel_id, message_id).attachments
        message = super().edit_message(channel_id, message_id, fields)
        self._forget_files(before, keep=message.attachments)
        if self.observer is not None:
            self.observer.message_updated(message)
        return message

    def delete_message(self, channel_id: int, message_id: int) -> None:
        message = self.get_message(channel_id, message_id)
        super().delete_message(channel_id, message_id)
        self._message_gone(message)

    def bulk_delete_messages(self, channel_id: int, message_ids: Iterable[int]) -> list[int]:
        wanted = list(message_ids)
        stored = self.messages.get(channel_id, {})
        present = {message_id: stored[message_id] for message_id in wanted if message_id in stored}
        deleted = super().bulk_delete_messages(channel_id, wanted)
        for message_id in deleted:
            self._message_gone(present[message_id])
        return deleted

    def delete_channel(self, channel_id: int) -> None:
        messages = self.messages.get(channel_id, {})
        super().delete_channel(channel_id)
        for message in messages.values():
            self._forget_files(message.attachments, keep=[])

    def register_commands(
        self, guild_id: int | None, payloads: list[dict[str, Any]]
    ) -> list[dict[str, Any]]:
        registered = super().register_commands(guild_id, payloads)
        for command in registered:
            command.setdefault("version", command["id"])
        if self.observer is not None:
            self.observer.commands_changed()
        return registered

    def _message_gone(self, message: Message) -> None:
        self._forget_files(message.attachments, keep=[])
        if self.observer is not None:
            self.observer.message_deleted(message)

    def _forget_files(
        self, attachments: list[dict[str, Any]], *, keep: list[dict[str, Any]]
    ) -> None:
        kept = {str(attachment["id"]) for attachment in keep}
        for attachment in attachments:
            if str(attachment["id"]) not in kept:
                self.attachments.forget(int(attachment["id"]))
