"""Offers a member their own texts while they type, and finds again what they choose."""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from bot.domain.errors import NotFoundError
from bot.domain.ids import GuildId, UserId
from bot.domain.ports import Clock, JobStore
from bot.domain.suggestions import (
    PastRequest,
    PastText,
    Suggestion,
    TextKind,
    is_reference,
    past_texts,
    referred_job,
    suggested_negative_prompts,
    suggested_prompts,
)

# More than are offered: the same text may have been asked for often.
LOOKED_THROUGH: Final = 100
# Typing asks again with every letter; a new request may be offered this much later.
REMEMBERED_S: Final = 10.0
MEMBERS_REMEMBERED: Final = 64


class RecentTexts(Protocol):
    """The texts of a member's newest requests. May raise StorageUnavailableError."""

    async def recent_of(
        self, user_id: UserId, *, guild_id: GuildId, at_most: int
    ) -> Sequence[PastRequest]:
        """Newest first, refused ones too; those whose texts are erased are left out."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class _Past:
    prompts: Sequence[PastText]
    negative_prompts: Sequence[PastText]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Remembered:
    reading: asyncio.Task[_Past]
    begun_at_s: float


class SuggestionService:
    """Only a member's own texts of one server are ever looked at.

    What was read serves some seconds of typing, and everybody who waits for the same reading.
    """

    def __init__(self, *, recent_texts: RecentTexts, store: JobStore, clock: Clock) -> None:
        self._recent_texts = recent_texts
        self._store = store
        self._clock = clock
        self._remembered: OrderedDict[tuple[UserId, GuildId], _Remembered] = OrderedDict()

    async def matching(
        self, kind: TextKind, typed: str, *, user_id: UserId, guild_id: GuildId
    ) -> Sequence[Suggestion]:
        """Offer what goes with what was typed so far. Raises StorageUnavailableError."""
        past = await self._past(user_id, guild_id)
        if kind is TextKind.PROMPT:
            return suggested_prompts(past.prompts, typed)
        return suggested_negative_prompts(past.negative_prompts, typed)

    async def full_text(
        self, kind: TextKind, said: str, *, user_id: UserId, guild_id: GuildId | None
    ) -> str:
        """Return what a reference stands for; every other text stands for itself.

        Raises NotFoundError for a reference to a text that is erased, or was never theirs here,
        and StorageUnavailableError.
        """
        if not is_reference(said):
            return said
        job_id = referred_job(kind, said)
        job = None if job_id is None else await self._store.get(job_id)
        if job is None or (job.destination.user_id, job.destination.guild_id) != (
            user_id,
            guild_id,
        ):
            raise NotFoundError("suggestion-gone")
        request = job.request
        text = request.prompt if kind is TextKind.PROMPT else request.negative_prompt
        if not text or is_reference(text):
            raise NotFoundError("suggestion-gone")
        return text

    async def _past(self, user_id: UserId, guild_id: GuildId) -> _Past:
        self._forget_old()
        key = (user_id, guild_id)
        remembered = self._remembered.get(key)
        if remembered is None:
            remembered = _Remembered(
                reading=asyncio.create_task(self._read(user_id, guild_id)),
                begun_at_s=self._clock.monotonic(),
            )
            remembered.reading.add_done_callback(_look_at)
            self._remembered[key] = remembered
        # Somebody who stops waiting must not stop it for the others.
        return await asyncio.shield(remembered.reading)

    async def _read(self, user_id: UserId, guild_id: GuildId) -> _Past:
        try:
            requests = await self._recent_texts.recent_of(
                user_id, guild_id=guild_id, at_most=LOOKED_THROUGH
            )
        except BaseException:
            self._remembered.pop((user_id, guild_id), None)
            raise
        return _Past(
            prompts=past_texts(TextKind.PROMPT, requests),
            negative_prompts=past_texts(TextKind.NEGATIVE_PROMPT, requests),
        )

    def _forget_old(self) -> None:
        """Oldest first, as they came; one place is left for whoever comes now."""
        now_s = self._clock.monotonic()
        while self._remembered:
            oldest = next(iter(self._remembered.values()))
            is_full = len(self._remembered) >= MEMBERS_REMEMBERED
            if not is_full and now_s - oldest.begun_at_s < REMEMBERED_S:
                return
            self._remembered.popitem(last=False)


def _look_at(reading: asyncio.Task[_Past]) -> None:
    """Nobody may be waiting any more, and an error that nobody looks at is complained about."""
    if not reading.cancelled():
        reading.exception()
