"""What a server's moderators do not want to be asked for: words, phrases and patterns."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import chain, groupby
from typing import Final, Protocol

from bot.domain.folding import FoldedText, Word, fold, is_unspaced, visible, words_of
from bot.domain.ids import GuildId, RuleId, UserId
from bot.domain.look_alikes import BAR
from bot.domain.readings import (
    DISGUISE_MIN_LETTERS,
    bare,
    is_stretched,
    reads_as,
    same_key,
    with_likely_bars,
)
from bot.domain.split_words import split_words

RULES_AT_MOST: Final = 100
WORD_MAX_CHARS: Final = 100
PATTERN_MAX_CHARS: Final = 200


class RuleKind(StrEnum):
    """How a rule's text is read."""

    WORD = "word"
    PHRASE = "phrase"
    PATTERN = "pattern"


class HitKind(StrEnum):
    """Why a text hits a rule."""

    WRITTEN = "written"
    DISGUISED = "disguised"
    STRETCHED = "stretched"
    INSIDE = "inside"
    PATTERN = "pattern"


@dataclass(frozen=True, kw_only=True, slots=True)
class NewRule:
    """A rule as a moderator writes it."""

    guild_id: GuildId
    kind: RuleKind
    text: str
    created_at: datetime
    created_by: UserId


@dataclass(frozen=True, kw_only=True, slots=True)
class PromptRule(NewRule):
    """A rule as it stands. Its id is never used for another one."""

    id: RuleId


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleHit:
    """One rule, why a text hits it, and the place."""

    rule: PromptRule
    kind: HitKind
    found: str


class TooManyRulesError(Exception):
    """The server has as many rules as it may."""


class KnownRuleError(Exception):
    """The server has this rule already."""


class RuleStore(Protocol):
    """Rules by server; each change is on record. Every method may raise StorageUnavailableError."""

    async def of(self, guild_id: GuildId) -> Sequence[PromptRule]:
        """Oldest first."""
        ...

    async def add(self, rule: NewRule, *, at_most: int) -> PromptRule:
        """Raise TooManyRulesError or KnownRuleError when it is not added."""
        ...

    async def remove(
        self, rule_id: RuleId, *, guild_id: GuildId, by: UserId, at: datetime
    ) -> PromptRule | None:
        """Return what was removed; None when this server has no such rule."""
        ...


class Pattern(Protocol):
    """A regular expression whose time grows no faster than the text."""

    @property
    def cost(self) -> int:
        """How much there is to do for each character, at the worst."""
        ...

    def find(self, text: str) -> str | None:
        """Return the first place that fits, whatever the case."""
        ...


# Raises ValueError for a text that is no pattern.
CompilePattern = Callable[[str], Pattern]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Needle:
    """Words to be found one after the other."""

    rule: PromptRule
    words: Sequence[str]
    bare: Sequence[str]


class RuleBook:
    """A server's rules, made ready to be looked for. Takes a text in about linear time."""

    def __init__(
        self, rules: Sequence[PromptRule], patterns: Sequence[tuple[PromptRule, Pattern]]
    ) -> None:
        self._patterns = patterns
        self._inside = [
            (rule, "".join(words_of(rule.text)))
            for rule in rules
            if rule.kind is not RuleKind.PATTERN and is_unspaced(rule.text)
        ]
        self._needles: dict[str, list[_Needle]] = defaultdict(list)
        for rule in rules:
            for needle in _needles(rule):
                first, first_bare = needle.words[0], needle.bare[0]
                for key in _keys(first, first_bare, same_key(first_bare)):
                    self._needles[key].append(needle)
        self._whole = frozenset(_whole_keys(self._needles.values()))
        self._begun = frozenset(key[:end] for key in self._whole for end in range(1, len(key) + 1))

    def hits(self, text: str) -> Sequence[RuleHit]:
        """Every rule that the text hits, each once, oldest first."""
        folded = fold(text)
        found: dict[RuleId, RuleHit] = {}
        for hit in (
            *self._word_hits(folded),
            *self._parted_hits(folded),
            *self._split_hits(text),
            *self._inside_hits(folded),
            *self._pattern_hits(text, folded),
        ):
            found.setdefault(hit.rule.id, hit)
        return [found[rule_id] for rule_id in sorted(found)]

    def _word_hits(self, folded: FoldedText) -> Iterator[RuleHit]:
        for sequence in folded.sequences:
            for start, word in enumerate(sequence):
                for needle in self._candidates(word):
                    hit = _hit(needle, sequence[start : start + len(needle.words)])
                    if hit is not None:
                        yield hit

    def _parted_hits(self, folded: FoldedText) -> Iterator[RuleHit]:
        for start, word in enumerate(folded.parted):
            for needle in self._candidates(word):
                if len(needle.words) > 1:
                    hit = _hit(needle, folded.parted[start : start + len(needle.words)])
                    if hit is not None:
                        yield hit

    def _split_hits(self, text: str) -> Iterator[RuleHit]:
        for word in split_words(
            text, could_begin=self._begun.__contains__, could_be=self._whole.__contains__
        ):
            for needle in self._candidates(word):
                hit = _hit(needle, [word])
                if hit is not None:
                    yield hit

    def _candidates(self, word: Word) -> Iterator[_Needle]:
        readings = (same_key(each) if BAR in each else each for each in word.disguised_as)
        keys = _keys(word.plain, *readings)
        for key in keys & self._needles.keys():
            yield from self._needles[key]

    def _inside_hits(self, folded: FoldedText) -> Iterator[RuleHit]:
        for rule, needle in self._inside:
            if any(needle in part for part in folded.unspaced):
                yield RuleHit(rule=rule, kind=HitKind.INSIDE, found=needle)

    def _pattern_hits(self, text: str, folded: FoldedText) -> Iterator[RuleHit]:
        if not self._patterns:
            return
        texts = _searched(text, folded)
        for rule, pattern in self._patterns:
            for searched in texts:
                found = pattern.find(searched)
                if found is not None:
                    yield RuleHit(rule=rule, kind=HitKind.PATTERN, found=found)
                    break


def _needles(rule: PromptRule) -> Iterator[_Needle]:
    words = () if rule.kind is RuleKind.PATTERN else tuple(words_of(rule.text))
    if not words:
        return
    yield _Needle(rule=rule, words=words, bare=[bare(word) for word in words])
    if len(words) > 1:
        # Spelled out or disguised as one word; written plainly, "therapist" is not "the rapist".
        yield _Needle(rule=rule, words=(" ".join(words),), bare=(bare("".join(words)),))


def _whole_keys(needles: Iterable[Sequence[_Needle]]) -> Iterator[str]:
    """What split words are looked up by: rules of one word, or a phrase as one."""
    for needle in chain.from_iterable(needles):
        if len(needle.words) == 1:
            yield from (same_key(word) for word in (needle.words[0], needle.bare[0]))


def _keys(*words: str) -> set[str]:
    """A word's own key, and the one it shares with those whose letters are held longer."""
    return {key for word in words for key in (word, _without_doubles(word))}


def _without_doubles(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word))


def _hit(needle: _Needle, words: Sequence[Word]) -> RuleHit | None:
    if len(words) < len(needle.words):
        return None
    kinds = [
        _hit_kind(word, plain, plainest)
        for word, plain, plainest in zip(words, needle.words, needle.bare, strict=True)
    ]
    if None in kinds:
        return None
    unusual = [kind for kind in kinds if kind is not None and kind is not HitKind.WRITTEN]
    return RuleHit(rule=needle.rule, kind=(*unusual, HitKind.WRITTEN)[0], found=_found(words))


def _found(words: Sequence[Word]) -> str:
    """What was typed; each word of "red-fox" has all of it, and it is told once."""
    pieces = [
        [typed] if len(words_of(typed)) > 1 else list(same)
        for typed, same in groupby(word.typed for word in words)
    ]
    return " ".join(typed for piece in pieces for typed in piece)


def _hit_kind(word: Word, plain: str, plainest: str) -> HitKind | None:
    if word.plain == plain:
        return HitKind.WRITTEN
    if is_stretched(word.plain, plain):
        return HitKind.STRETCHED
    if len(plainest) < DISGUISE_MIN_LETTERS:
        return None
    if any(reads_as(reading, plainest) for reading in word.disguised_as):
        return HitKind.DISGUISED
    return None


def _searched(text: str, folded: FoldedText) -> Sequence[str]:
    """A pattern is looked for in what is written, and in what that may be meant to be read as."""
    texts = [visible(text), folded.plain]
    disguised = [
        " ".join(min(word.disguised_as, default=word.plain) for word in sequence)
        for sequence in folded.sequences
        if any(word.disguised_as for word in sequence)
    ]
    texts += map(with_likely_bars, disguised)
    texts += [each.replace(BAR, "l") for each in disguised[:1]]
    return list(dict.fromkeys(texts))
