"""A server's rules for prompts: moderators write them, every request is held against them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import structlog

from bot.domain.errors import NotFoundError, ShowreelError
from bot.domain.folding import words_of
from bot.domain.ids import GuildId, RuleId, UserId
from bot.domain.ports import Clock
from bot.domain.rules import (
    PATTERN_MAX_CHARS,
    RULES_AT_MOST,
    WORD_MAX_CHARS,
    CompilePattern,
    KnownRuleError,
    NewRule,
    Pattern,
    PromptRule,
    RuleBook,
    RuleHit,
    RuleKind,
    RuleStore,
    TooManyRulesError,
)
from bot.services.kept_answers import KeptAnswers

log = structlog.get_logger(__name__)

# Another process may change rules; they are never older than this.
REREAD_AFTER_S: Final = 5.0
BOOKS_AT_MOST: Final = 500
# All patterns of a server together: with the longest prompt a part of a second at the worst.
PATTERNS_MAX_COST: Final = 4000


@dataclass(frozen=True, kw_only=True, slots=True)
class _Shelved:
    """Rules as they were read, made ready for matching."""

    rules: Sequence[PromptRule]
    book: RuleBook


class RuleService:
    """Whatever id is handed in, only rules of the server that asks are seen or touched."""

    def __init__(self, *, store: RuleStore, clock: Clock, compile_pattern: CompilePattern) -> None:
        self._store = store
        self._clock = clock
        self._compile_pattern = compile_pattern
        self._shelf = KeptAnswers(
            self._read, clock=clock, reread_after_s=REREAD_AFTER_S, at_most=BOOKS_AT_MOST
        )

    async def first_hit(self, prompt: str, *, guild_id: GuildId) -> RuleHit | None:
        """Return the oldest rule that the prompt hits. Raises StorageUnavailableError."""
        hits = await self.hits(prompt, guild_id=guild_id)
        return hits[0] if hits else None

    async def hits(self, text: str, *, guild_id: GuildId) -> Sequence[RuleHit]:
        """Return every rule that a text hits, oldest first. Raises StorageUnavailableError."""
        shelved = await self._shelf.get(guild_id)
        if not shelved.rules:
            return ()
        return await asyncio.to_thread(shelved.book.hits, text)

    async def rules(self, guild_id: GuildId) -> Sequence[PromptRule]:
        """Return the rules as they stand now, oldest first. Raises StorageUnavailableError."""
        return await self._store.of(guild_id)

    async def add(self, kind: RuleKind, text: str, *, guild_id: GuildId, by: UserId) -> PromptRule:
        """Raise ShowreelError for a rule that cannot be."""
        text = " ".join(text.split()) if kind is not RuleKind.PATTERN else text.strip()
        await self._check(kind, text, guild_id)
        rule = NewRule(
            guild_id=guild_id, kind=kind, text=text, created_at=self._clock.now(), created_by=by
        )
        try:
            added = await self._store.add(rule, at_most=RULES_AT_MOST)
        except KnownRuleError:
            raise ShowreelError("rule-known") from None
        except TooManyRulesError:
            raise ShowreelError("rule-too-many", limit=RULES_AT_MOST) from None
        finally:
            self._shelf.forget(guild_id)
        log.info("rule_added", guild_id=guild_id, rule_id=added.id, kind=kind.value, user_id=by)
        return added

    async def remove(self, rule_id: str, *, guild_id: GuildId, by: UserId) -> PromptRule:
        """Raise NotFoundError for an id that this server does not have."""
        number = _rule_id(rule_id)
        if number is None:
            raise ShowreelError("rule-id-unreadable")
        try:
            removed = await self._store.remove(
                number, guild_id=guild_id, by=by, at=self._clock.now()
            )
        finally:
            self._shelf.forget(guild_id)
        if removed is None:
            raise NotFoundError("rule-not-found")
        log.info("rule_removed", guild_id=guild_id, rule_id=number, user_id=by)
        return removed

    async def _check(self, kind: RuleKind, text: str, guild_id: GuildId) -> None:
        limit = PATTERN_MAX_CHARS if kind is RuleKind.PATTERN else WORD_MAX_CHARS
        if len(text) > limit:
            raise ShowreelError("rule-too-long", chars=len(text), limit=limit)
        if kind is RuleKind.PATTERN:
            await self._check_pattern(text, guild_id)
            return
        words = words_of(text)
        if not words:
            raise ShowreelError("rule-empty")
        if kind is RuleKind.WORD and len(words) > 1:
            raise ShowreelError("rule-not-one-word")

    async def _check_pattern(self, text: str, guild_id: GuildId) -> None:
        try:
            pattern = await asyncio.to_thread(self._compile_pattern, text)
        except ValueError:
            raise ShowreelError("rule-pattern-ill") from None
        standing = _compiled(await self._store.of(guild_id), self._compile_pattern)
        if sum(each.cost for _, each in standing) + pattern.cost > PATTERNS_MAX_COST:
            raise ShowreelError("rule-patterns-too-heavy")

    async def close(self) -> None:
        await self._shelf.close()

    async def _read(self, guild_id: GuildId) -> _Shelved:
        shelved = self._shelf.last(guild_id)
        rules = await self._store.of(guild_id)
        if shelved is not None and shelved.rules == rules:
            return shelved
        return _Shelved(rules=rules, book=await asyncio.to_thread(self._book, rules))

    def _book(self, rules: Sequence[PromptRule]) -> RuleBook:
        return RuleBook(rules, _compiled(rules, self._compile_pattern))


def _compiled(
    rules: Sequence[PromptRule], compile_pattern: CompilePattern
) -> Sequence[tuple[PromptRule, Pattern]]:
    found: list[tuple[PromptRule, Pattern]] = []
    for rule in rules:
        if rule.kind is not RuleKind.PATTERN:
            continue
        try:
            found.append((rule, compile_pattern(rule.text)))
        except ValueError:
            # It was a pattern when it was added; a newer engine must not silence the others.
            log.exception("pattern_no_longer_readable", rule_id=rule.id, guild_id=rule.guild_id)
    return found


def _rule_id(text: str) -> RuleId | None:
    digits = text.strip().removeprefix("#")
    if not digits.isascii() or not digits.isdigit() or len(digits) > len(str(2**63)) - 1:
        return None
    return RuleId(int(digits))
