"""What a word may be meant to be read as, beside what it is. Pure and linear."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from bot.domain.look_alikes import (
    BAR,
    EXACT_LOOK_ALIKES,
    FOREIGN_LOOK_ALIKES,
    SIGN_LETTERS,
)

# Fewer letters than that happen to stand in a row by themselves.
DISGUISE_MIN_LETTERS: Final = 3
LATIN: Final = "LATIN"

_MIXED: Final = "mixed"
_TEXT_MIN_LETTERS: Final = 2
_WIDE_GAP: Final = 2
_AS_BAR: Final = str.maketrans("il", BAR * 2)
_SIGNS: Final = frozenset(sign for sign in SIGN_LETTERS if not sign.isdigit())
# "45s" are seconds, whatever they look like.
_MEASURE: Final = re.compile(
    "[0-9]+(?:s|st|nd|rd|th|k|m|x|p|d|h|g|l|w|v|am|pm|ms|min|mins|in|ft|mm|cm|km|ml|kg|mg|oz|lb|lbs"
    "|px|hz|khz|bit|deg|ans)"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """A word folded, and the same with what looks exactly like a Latin letter read as that."""

    plain: str
    seen: str
    has_capitals: bool = False


def is_sign(character: str) -> bool:
    """Whether a character that is part of no word may stand for a letter inside one."""
    return character in _SIGNS


def as_seen(visible: str) -> str:
    """Read what cannot be told from a Latin letter by its look, capital I beside small letters."""
    letters = unicodedata.normalize("NFD", visible)
    read = "".join(EXACT_LOOK_ALIKES.get(each, each) for each in letters)
    small = {each for each in read if each.islower()}
    if "I" in read and small:
        return read.replace("I", BAR)
    if small == {"l"} and any(each.isupper() for each in read):
        return read.replace("l", BAR)
    return read


def skeleton(plain: str) -> str:
    """Read every look-alike as the Latin letter."""
    return "".join(FOREIGN_LOOK_ALIKES.get(each, each) for each in plain).replace("\u00f1", "n")


def bare(word: str) -> str:
    """A rule's word, as a disguised one is read."""
    return skeleton(word).replace(BAR, "l")


def same_key(reading: str) -> str:
    """Equal for all that a reading with bars may stand for."""
    return reading.translate(_AS_BAR)


def with_likely_bars(reading: str) -> str:
    """Take a bar for an "l" beside an "i" or an "l", and for an "i" elsewhere."""
    read: list[str] = []
    for each in reading:
        is_second = bool(read) and read[-1] in {"i", "l"}
        read.append(("l" if is_second else "i") if each == BAR else each)
    return "".join(read)


def reads_as(reading: str, word: str) -> bool:
    """Whether a reading is this word, its letters held longer or not."""
    if BAR not in reading:
        return reading == word or is_stretched(reading, word)
    if len(reading) == len(word):
        pairs = zip(reading, word, strict=True)
        return all(read == each or (read == BAR and each in "il") for read, each in pairs)
    return is_stretched(same_key(reading), same_key(word))


def is_stretched(word: str, to_find: str) -> bool:
    """Whether `word` is `to_find` with letters held: three of a kind, or all of them doubled."""
    if len(to_find) < DISGUISE_MIN_LETTERS or len(word) <= len(to_find) or not word.isalpha():
        return False
    held, usual = _runs(word), _runs(to_find)
    if [letter for letter, _ in held] != [letter for letter, _ in usual]:
        return False
    if any(count < least for (_, count), (_, least) in zip(held, usual, strict=True)):
        return False
    counts = [count for _, count in held]
    return max(counts) > _WIDE_GAP or (min(counts) >= _WIDE_GAP and len(counts) > _WIDE_GAP)


def _runs(word: str) -> list[tuple[str, int]]:
    return [(letter, len(list(run))) for letter, run in groupby(word)]


def in_own_script(words: Sequence[Written]) -> list[bool]:
    """For each word, whether it belongs to a text in another script than the Latin one.

    Words of one script that stand in a row are such a text if one of them looks like no Latin
    word. A single letter says nothing.
    """
    found: list[bool] = []
    scripts: list[str] = []
    for word in words:
        own = script(word.plain)
        scripts.append(own or (scripts[-1] if scripts else ""))
    for name, group in groupby(zip(scripts, words, strict=True), key=lambda pair: pair[0]):
        run = [word for _, word in group]
        is_text = name not in {LATIN, _MIXED, ""} and any(map(_is_foreign_text, run))
        found += [is_text] * len(run)
    return found


def _is_foreign_text(word: Written) -> bool:
    return len(word.plain) >= _TEXT_MIN_LETTERS and not _looks_latin(word.seen)


def _looks_latin(seen: str) -> bool:
    return seen.replace(BAR, "").isascii()


def script(plain: str) -> str:
    """The script of a word's letters; empty for figures."""
    scripts = {_script(each) for each in plain if each.isalpha()}
    return _MIXED if len(scripts) > 1 else "".join(scripts)


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").partition(" ")[0]


def disguises(word: Written, *, is_own: bool) -> frozenset[str]:
    """Read look-alikes and signs as letters, where they are not simply what they are."""
    found = letters_of(word, is_own=is_own) | {word.plain}
    found |= {read_signs(each, has_capitals=word.has_capitals) for each in found}
    return frozenset(each for each in found if len(each) >= DISGUISE_MIN_LETTERS) - {word.plain}


def letters_of(word: Written, *, is_own: bool) -> set[str]:
    """Readings of the letters alone."""
    if script(word.plain) == _MIXED or word.plain.count("\u00f1") > 1:
        return {skeleton(word.plain), skeleton(word.seen)}
    return set() if is_own or not _looks_latin(word.seen) else {word.seen}


def likeliest(word: Written) -> str:
    """The one reading of a word by itself."""
    letters = skeleton(word.seen) if letters_of(word, is_own=False) else word.plain
    return read_signs(letters, has_capitals=word.has_capitals)


def read_signs(written: str, *, has_capitals: bool) -> str:
    """Read figures and signs among letters as letters; a measure or a model's name is itself."""
    letters = sum(each.isalpha() for each in written)
    signs = [each for each in written if each in SIGN_LETTERS]
    if not signs or letters == 0 or _MEASURE.fullmatch(written):
        return written
    is_figures_only = not any(map(is_sign, signs))
    if letters == 1 and is_figures_only and (has_capitals or not written[0].isalpha()):
        return written
    return "".join(SIGN_LETTERS.get(each, each) for each in written)
