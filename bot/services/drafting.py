"""Completes what a member typed: with texts they chose by reference, and with defaults."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import structlog

from bot.domain.clip import ClipRequest
from bot.domain.errors import ShowreelError, StorageUnavailableError
from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.option_defaults import STANDARD, DefaultsScope, OptionValues, ResolvedOptions
from bot.domain.suggestions import TextKind
from bot.services.option_defaults import DefaultsService
from bot.services.suggestions import SuggestionService

log = structlog.get_logger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """A request that says everything.

    `private_by` is whose default made it private; None where that was said, or it is not.
    """

    request: ClipRequest
    private: bool
    private_by: DefaultsScope | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A request as it was typed, and where: the place has defaults of its own."""

    prompt: str
    options: OptionValues
    user_id: UserId
    channel_ids: Sequence[ChannelId]
    guild_id: GuildId | None

    @property
    def as_typed(self) -> Wish:
        """Before anything is looked up, for the log of what could not wait for that."""
        options: dict[str, Any] = dict(self.options.or_else(STANDARD).said)
        return _wish(self.prompt, ResolvedOptions(**options))


class DraftService:
    """Nothing is completed without the log: a guess could cost what nobody asked for."""

    def __init__(
        self,
        *,
        suggestions: SuggestionService,
        defaults: DefaultsService,
        new_reference: Callable[[], str],
    ) -> None:
        self._suggestions = suggestions
        self._defaults = defaults
        self._new_reference = new_reference

    async def complete(self, draft: Draft) -> Wish:
        """Raises ShowreelError with the sentence for the member."""
        try:
            return await self._complete(draft)
        except StorageUnavailableError:
            reference = self._new_reference()
            log.exception("draft_not_completed", reference=reference)
            raise ShowreelError("storage-unavailable", reference=reference) from None

    async def _complete(self, draft: Draft) -> Wish:
        prompt = await self._full_text(draft, TextKind.PROMPT, draft.prompt)
        options = draft.options
        if options.negative_prompt is not None:
            negative_prompt = await self._full_text(
                draft, TextKind.NEGATIVE_PROMPT, options.negative_prompt
            )
            options = replace(options, negative_prompt=negative_prompt)
        resolved = await self._defaults.resolve(
            options,
            user_id=draft.user_id,
            channel_ids=draft.channel_ids,
            guild_id=draft.guild_id,
        )
        return _wish(prompt, resolved)

    async def _full_text(self, draft: Draft, kind: TextKind, said: str) -> str:
        return await self._suggestions.full_text(
            kind, said, user_id=draft.user_id, guild_id=draft.guild_id
        )


def _wish(prompt: str, options: ResolvedOptions) -> Wish:
    return Wish(
        request=options.request(prompt), private=options.private, private_by=options.private_by
    )
