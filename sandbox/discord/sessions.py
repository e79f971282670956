"""One bot session at the gateway: what it may hear, and what it missed while it was away."""

import asyncio
import json
import secrets
from collections import deque
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

import discord
from simcord.intents import censor_message, prune_guild_create, required_intent

from sandbox.discord.backend import LocalBackend

REPLAYED_EVENTS = 1000
MAX_UNSENT_FRAMES = 5000
DISPATCH = 0

Outbox = asyncio.Queue[str]


def frame(
    opcode: int, data: Any = None, *, seq: int | None = None, event: str | None = None
) -> str:
    return json.dumps({"op": opcode, "d": data, "s": seq, "t": event}, separators=(",", ":"))


class Session:
    def __init__(
        self, backend: LocalBackend, *, intents: int, shard_id: int, shard_count: int
    ) -> None:
        self.session_id = secrets.token_hex(16)
        self.shard_id = shard_id
        self.shard_count = shard_count
        self._backend = backend
        self._intents = discord.Intents.none()
        self._intents.value = intents
        self._seq = 0
        self._sent: deque[tuple[int, str]] = deque(maxlen=REPLAYED_EVENTS)
        self._outbox: Outbox | None = None
        self._hang_up: Callable[[], None] | None = None

    @property
    def is_connected(self) -> bool:
        return self._outbox is not None

    def attach(self, *, hang_up: Callable[[], None]) -> Outbox:
        """From now on frames go into this outbox; ``hang_up`` ends its connection."""
        self._outbox = asyncio.Queue(MAX_UNSENT_FRAMES)
        self._hang_up = hang_up
        return self._outbox

    def detach(self, outbox: Outbox) -> None:
        """A late goodbye of an old connection must not silence its successor."""
        if self._outbox is outbox:
            self._outbox = None

    def guild_ids(self) -> list[int]:
        return [guild_id for guild_id in self._backend.guilds if self._is_home_of(guild_id)]

    def hears(self, event: str, payload: Mapping[str, Any]) -> bool:
        if not self._is_home_of(_guild_id(event, payload)):
            return False
        intent = required_intent(event, payload)
        return intent is None or bool(getattr(self._intents, intent))

    def dispatch(self, event: str, payload: Mapping[str, Any]) -> None:
        shown = deepcopy(dict(payload))
        self._censor(event, shown)
        self._seq += 1
        text = frame(DISPATCH, shown, seq=self._seq, event=event)
        self._sent.append((self._seq, text))
        self._put(text)

    def missed_since(self, seq: int) -> list[str] | None:
        """What came after ``seq``; None when that is more than was kept."""
        if seq > self._seq:
            return None
        missed = [text for sent_seq, text in self._sent if sent_seq > seq]
        return missed if len(missed) == self._seq - seq else None

    def resume(self, missed: list[str]) -> None:
        for text in missed:
            self._put(text)
        self.dispatch("RESUMED", {})

    def _put(self, text: str) -> None:
        if self._outbox is None:
            return
        try:
            self._outbox.put_nowait(text)
        except asyncio.QueueFull:
            self._give_up()

    def _give_up(self) -> None:
        """A client that stopped reading loses its connection; it may resume."""
        self._outbox = None
        if self._hang_up is not None:
            self._hang_up()

    def _is_home_of(self, guild_id: int | None) -> bool:
        """Discord's own rule; direct messages live on shard 0."""
        return ((guild_id or 0) >> 22) % self.shard_count == self.shard_id

    def _censor(self, event: str, payload: dict[str, Any]) -> None:
        """Without the intent for it, other people's words arrive empty."""
        bot_id = self._backend.bot_user.id
        if event == "GUILD_CREATE":
            prune_guild_create(payload, self._intents, bot_id)
        elif event in {"MESSAGE_CREATE", "MESSAGE_UPDATE"}:
            censor_message(payload, bot_id, backend=self._backend)


def _guild_id(event: str, payload: Mapping[str, Any]) -> int | None:
    key = "id" if event in {"GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE"} else "guild_id"
    value = payload.get(key)
    return None if value is None else int(value)
