"""Live news of what happens in the world, for a page or a test that watches."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Any, Literal, NotRequired, TypedDict

from sandbox.discord.views import InteractionView

MAX_UNREAD_CHANGES = 1000

ChangeKind = Literal[
    "message_created",
    "message_updated",
    "message_deleted",
    "interaction_changed",
    "channels_changed",
    "commands_changed",
    "bot_connection",
    "missed_changes",
]


class Change(TypedDict):
    """One thing that happened. Ids are strings, as on Discord's wire."""

    kind: ChangeKind
    channel_id: NotRequired[str]
    message_id: NotRequired[str]
    message: NotRequired[dict[str, Any]]
    interaction: NotRequired[InteractionView]
    online: NotRequired[bool]


class Subscription:
    """An endless async iterator over the changes one person may see."""

    def __init__(self) -> None:
        self._unread: asyncio.Queue[Change] = asyncio.Queue(MAX_UNREAD_CHANGES)

    def push(self, change: Change) -> None:
        """A reader that fell far behind is told to read everything afresh instead."""
        if self._unread.full():
            while not self._unread.empty():
                self._unread.get_nowait()
            change = {"kind": "missed_changes"}
        self._unread.put_nowait(change)

    async def next(self) -> Change:
        return await self._unread.get()

    def __aiter__(self) -> AsyncIterator[Change]:
        return self

    async def __anext__(self) -> Change:
        return await self.next()


class ChangeFeed:
    """Hands each change to the subscriptions whose person may see it."""

    def __init__(self) -> None:
        self._subscriptions: dict[Subscription, int | None] = {}

    @contextmanager
    def subscribe(self, person_id: int | None) -> Iterator[Subscription]:
        """Without a person, everything is seen, ephemeral messages too."""
        subscription = Subscription()
        self._subscriptions[subscription] = person_id
        try:
            yield subscription
        finally:
            del self._subscriptions[subscription]

    def publish(self, change: Change, *, audience: frozenset[int] | None = None) -> None:
        """Without an audience, everybody is told."""
        for subscription, person_id in list(self._subscriptions.items()):
            if audience is None or person_id is None or person_id in audience:
                subscription.push(change)
