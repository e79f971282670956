"""Discord's rules that SimCord does not know: sizes, nonces, permissions, closed messages."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from simcord.backend import serializers
from simcord.backend.errors import BackendError, cannot_dm_bot, unknown_message
from simcord.enums import ChannelType

from sandbox.discord.backend import DEFAULT_FILE_LIMIT_BYTES
from sandbox.discord.faults import FaultName, FaultSwitches
from sandbox.discord.uploads import RequestBody
from sandbox.discord.world import World

MAX_NONCE_CHARACTERS = 25
NONCE_MEMORY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request to the REST API; ``path`` begins below ``/api/v10``."""

    method: str
    path: str
    query: dict[str, str]
    body: RequestBody

    @property
    def parts(self) -> list[str]:
        return self.path.strip("/").split("/")

    @property
    def payload(self) -> dict[str, Any]:
        return self.body.payload if isinstance(self.body.payload, dict) else {}

    @property
    def is_new_channel_message(self) -> bool:
        match self.parts:
            case ["channels", _, "messages"]:
                return self.method == "POST"
            case _:
                return False

    @property
    def is_first_answer(self) -> bool:
        match self.parts:
            case ["interactions", _, _, "callback"]:
                return self.method == "POST"
            case _:
                return False


def interaction_id_of(world: World, path: str) -> int | None:
    match path.strip("/").split("/"):
        case ["interactions", interaction_id, *_] if interaction_id.isdecimal():
            return int(interaction_id)
        case ["webhooks", _, token, *_]:
            return world.backend.interaction_tokens.get(token)
        case _:
            return None


def file_limit_bytes(world: World, path: str) -> int:
    """Interactions bring a limit of their own; elsewhere the server's boosts decide."""
    interaction_id = interaction_id_of(world, path)
    if interaction_id is not None:
        limits = world.backend.file_limits_by_interaction
        return limits.get(interaction_id, DEFAULT_FILE_LIMIT_BYTES)
    match path.strip("/").split("/"):
        case ["channels", channel_id, *_] if channel_id.isdecimal():
            channel = world.backend.channels.get(int(channel_id))
            return world.backend.file_limit_bytes(None if channel is None else channel.guild_id)
        case _:
            return DEFAULT_FILE_LIMIT_BYTES


class ChannelRules:
    """What Discord checks before a bot's message enters a channel."""

    def __init__(self, world: World, faults: FaultSwitches) -> None:
        self._world = world
        self._faults = faults

    def check(self, call: Call) -> None:
        match call.parts:
            case ["channels", channel_id, "messages", *_] if channel_id.isdecimal():
                self._check_channel(call, int(channel_id))
            case _:
                return

    def _check_channel(self, call: Call, channel_id: int) -> None:
        channel = self._world.backend.channels.get(channel_id)
        if channel is None or call.method not in {"POST", "PATCH"}:
            return
        if channel.type == ChannelType.DM:
            self._check_direct_messages_open(call, channel.recipient_ids)
            return
        needed = []
        if call.body.files:
            needed.append("attach_files")
        if call.payload.get("embeds"):
            needed.append("embed_links")
        if call.payload.get("message_reference"):
            needed.append("read_message_history")
        backend = self._world.backend
        backend.require_permissions(channel.guild_id, backend.bot_user.id, channel_id, *needed)

    def _check_direct_messages_open(self, call: Call, recipient_ids: list[int]) -> None:
        if not call.is_new_channel_message:
            return
        closed = any(person in self._world.closed_direct_messages for person in recipient_ids)
        stranger = not any(self._shares_a_guild(person) for person in recipient_ids)
        if closed or stranger or self._faults.take(FaultName.CLOSED_DIRECT_MESSAGES):
            raise cannot_dm_bot()

    def _shares_a_guild(self, person_id: int) -> bool:
        return any(person_id in guild.members for guild in self._world.backend.guilds.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class _SentOnce:
    message_id: int
    at: datetime


class Nonces:
    """A repeated nonce brings back the first message instead of making a second."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._sent: dict[tuple[int, str], _SentOnce] = {}

    def earlier_message(self, call: Call) -> dict[str, Any] | None:
        key = self._key(call)
        if key is None:
            return None
        self._forget_old()
        sent = self._sent.get(key)
        if sent is None:
            return None
        message = self._world.backend.messages.get(key[0], {}).get(sent.message_id)
        if message is None:
            raise unknown_message()
        payload = dict(serializers.message_payload(self._world.backend, message))
        return {**payload, "nonce": key[1]}

    def remember(self, call: Call, answer: dict[str, Any]) -> dict[str, Any]:
        key = self._key(call)
        if key is not None:
            now = self._world.backend.clock.now()
            self._sent[key] = _SentOnce(message_id=int(answer["id"]), at=now)
        nonce = call.payload.get("nonce")
        return answer if nonce is None else {**answer, "nonce": nonce}

    def _key(self, call: Call) -> tuple[int, str] | None:
        nonce = call.payload.get("nonce")
        if not call.is_new_channel_message or nonce is None:
            return None
        if len(str(nonce)) > MAX_NONCE_CHARACTERS:
            raise BackendError(
                400, 50035, f"Invalid Form Body: nonce: at most {MAX_NONCE_CHARACTERS} characters"
            )
        if call.payload.get("enforce_nonce") is not True:
            return None
        return int(call.parts[1]), str(nonce)

    def _forget_old(self) -> None:
        oldest = self._world.backend.clock.now() - NONCE_MEMORY
        self._sent = {key: sent for key, sent in self._sent.items() if sent.at >= oldest}
