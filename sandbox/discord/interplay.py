"""Sends what people do to the bot, and looks whether the bot answers in time."""

import asyncio
from collections.abc import Mapping
from typing import Any

from simcord.backend.models import Message
from simcord.enums import InteractionType

from sandbox.discord.backend import LocalBackend
from sandbox.discord.news import News
from sandbox.discord.occasions import Occasion, begin_interaction
from sandbox.discord.views import InteractionView, interaction_view

ANSWER_DEADLINE_S = 3.0
LOOK_AFTER_S = ANSWER_DEADLINE_S + 0.01


class Interplay:
    def __init__(self, backend: LocalBackend, news: News) -> None:
        self._backend = backend
        self._news = news
        self._deadlines: set[asyncio.TimerHandle] = set()

    def begin(
        self,
        occasion: Occasion,
        *,
        kind: InteractionType,
        data: dict[str, Any],
        message: Message | None = None,
        forged: Mapping[str, Any] | None = None,
    ) -> InteractionView:
        """``forged`` replaces parts of what Discord would truthfully say."""
        record, payload = begin_interaction(
            self._backend, occasion, kind=kind, data=data, message=message
        )
        self._backend.emit("INTERACTION_CREATE", {**payload, **(forged or {})})
        self._watch_deadline(record.id)
        self._news.interaction_changed(record.id)
        return interaction_view(self._backend, record)

    def close(self) -> None:
        for deadline in self._deadlines:
            deadline.cancel()
        self._deadlines.clear()

    def _watch_deadline(self, interaction_id: int) -> None:
        """Nothing happens on the wire when a bot stays silent, so we must look ourselves."""

        def look() -> None:
            self._deadlines.discard(handle)
            self._news.interaction_changed(interaction_id)

        handle = asyncio.get_running_loop().call_later(LOOK_AFTER_S, look)
        self._deadlines.add(handle)
