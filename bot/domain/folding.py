"""Reads a text as a person would, whatever characters it is written with. Pure and linear."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from bot.domain.look_alikes import FOREIGN_LOOK_ALIKES, LATIN_VARIANTS, SIGN_LETTERS

# Fewer letters than that happen to stand in a row by themselves.
DISGUISE_MIN_LETTERS: Final = 3

_ENYE: Final = "n\N{COMBINING TILDE}"
# Accents of Latin, Greek and Cyrillic letters, and the points of Hebrew and Arabic. The marks of
# other scripts are part of their letters.
_ACCENTS: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_UNSEEN_CATEGORIES: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
# Blank glyphs and selectors that Unicode counts among letters and marks.
_BLANKS: Final = re.compile(
    "[\u034f\u0640\u115f\u1160\u17b4\u17b5\u180b-\u180d\u2800\u3164\uffa0"
    "\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
# Signs that stand for whole Arabic sentences: a prompt of them would fold to a book.
_SENTENCE_SIGNS: Final = re.compile("[\ufdf0-\ufdfb]")
_FLAG_LETTERS: Final = re.compile("[\U0001f1e6-\U0001f1ff]+")
_BADGES: Final = {
    **{0x1F150 + number: chr(ord("a") + number) for number in range(26)},
    **{0x1F170 + number: chr(ord("a") + number) for number in range(26)},
}
_APOSTROPHES: Final = frozenset("'\u2019\u2018\u02bc`\u00b4")
# Between letters these may be letters; at a word's end or begin most of them only end it.
_EDGE_SIGNS: Final = "@$\u20ac"
_SIGNS: Final = frozenset(sign for sign in SIGN_LETTERS if not sign.isdigit())
# Han, kana, Thai, Lao, Burmese, Khmer: words stand without spaces between them.
_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
_SENTENCE_ENDS: Final = re.compile("[\u3002\uff01\uff1f.!?\n]")
_WIDE_GAP: Final = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """One word as it is written, and what else it may be meant to be read as."""

    typed: str
    plain: str
    disguised_as: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class FoldedText:
    """A text as sequences of words: where one ends can be read in more than one way."""

    plain: str
    unspaced: Sequence[str]
    sequences: Sequence[Sequence[Word]]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Piece:
    text: str
    blanks_before: int


def fold(text: str) -> FoldedText:
    """Take a text for what it says."""
    chunks = [(chunk, plain_fold(chunk)) for chunk in _spread_badges(text).split()]
    own_scripts = _own_scripts(chunk for _, chunk in chunks)
    words = [_word(typed, part, own_scripts) for typed, chunk in chunks for part in _parts(chunk)]
    joined = [word for typed, chunk in chunks for word in _joined(typed, chunk, own_scripts)]
    spelled = _with_spelled_out(text, own_scripts)
    sequences = [words, joined] + ([spelled] if spelled else [])
    dense = ("".join(_parts(plain_fold(part))) for part in _SENTENCE_ENDS.split(text))
    return FoldedText(
        plain=" ".join(chunk for _, chunk in chunks),
        unspaced=[part for part in dense if part],
        sequences=sequences,
    )


def visible(text: str) -> str:
    """Drop what cannot be seen; every kind of blank is a space."""
    shown = (
        " " if character.isspace() else character
        for character in _BLANKS.sub(
            "", unicodedata.normalize("NFKC", _SENTENCE_SIGNS.sub(" ", text))
        )
        if character.isspace() or unicodedata.category(character) not in _UNSEEN_CATEGORIES
    )
    return "".join(shown)


def plain_fold(text: str) -> str:
    """Fold case, width, styles and accents; the letters stay those of their script.

    The Spanish letter with the tilde stays itself: without it, words mean something else.
    """
    letters = unicodedata.normalize("NFKD", visible(text).casefold())
    kept = _ACCENTS.sub("", letters.replace(_ENYE, "\u00f1"))
    return unicodedata.normalize("NFC", "".join(LATIN_VARIANTS.get(each, each) for each in kept))


def skeleton(plain: str) -> str:
    """Read every look-alike as the Latin letter."""
    return "".join(FOREIGN_LOOK_ALIKES.get(each, each) for each in plain).replace("\u00f1", "n")


def words_of(text: str) -> Sequence[str]:
    """The words of a rule, folded."""
    return _parts(plain_fold(text))


def is_unspaced(plain: str) -> bool:
    return _UNSPACED.search(plain) is not None


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


def _spread_badges(text: str) -> str:
    """Letters in circles and boxes. Two flag letters are a flag, one by itself is a letter."""
    return _FLAG_LETTERS.sub(_flag_letters, text.translate(_BADGES))


def _flag_letters(match: re.Match[str]) -> str:
    flags = match.group()
    if len(flags) % 2 == 0:
        return flags
    return "".join(chr(ord(flag) - 0x1F1E6 + ord("a")) for flag in flags)


def _parts(chunk: str) -> list[str]:
    """Split at everything that is part of no word."""
    return "".join(each if _is_of_word(each) else " " for each in chunk).split()


def _is_of_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character) in {"Mn", "Mc"}


def _word(typed: str, plain: str, own_scripts: frozenset[str]) -> Word:
    return Word(typed=typed, plain=plain, disguised_as=_disguises(plain, own_scripts))


def _disguises(written: str, own_scripts: frozenset[str]) -> frozenset[str]:
    """Read look-alikes and signs as letters, where they are not simply what they are."""
    bare = skeleton(written) if _is_mixed(written, own_scripts) else written
    found = {bare} | set(_sign_readings(bare))
    return frozenset(each for each in found if len(each) >= DISGUISE_MIN_LETTERS) - {written}


def _is_mixed(plain: str, own_scripts: frozenset[str]) -> bool:
    """Whether letters of another script stand in for Latin ones."""
    scripts = _scripts(plain)
    return len(scripts) > 1 or bool(scripts - own_scripts - {"LATIN"}) or plain.count("\u00f1") > 1


def _own_scripts(chunks: Iterator[str]) -> frozenset[str]:
    """Scripts in which something is written that looks like no Latin word."""
    own: set[str] = set()
    for chunk in chunks:
        for part in _parts(chunk):
            scripts = _scripts(part)
            if len(scripts) == 1 and not skeleton(part).isascii():
                own |= scripts
    return frozenset(own)


def _scripts(plain: str) -> frozenset[str]:
    return frozenset(_script(each) for each in plain if each.isalpha())


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").partition(" ")[0]


def _sign_readings(written: str) -> Iterator[str]:
    letters = sum(each.isalpha() for each in written)
    signs = [each for each in written if each in SIGN_LETTERS]
    has_sign_of_none = any(each in _SIGNS for each in signs)
    if not signs or letters == 0 or (letters == 1 and not has_sign_of_none):
        return
    for choice in range(2):
        read = (SIGN_LETTERS.get(each, each) for each in written)
        yield "".join(each[min(choice, len(each) - 1)] for each in read)


def _joined(typed: str, chunk: str, own_scripts: frozenset[str]) -> Sequence[Word]:
    """Read what stands between two spaces as one word, signs and separators in it included."""
    parts = _parts(chunk)
    bare = "".join(parts)
    strangers = {each for each in chunk if not _is_of_word(each)}
    if len(parts) > 1 and strangers <= _APOSTROPHES:
        # "he'll" is two words, and never the one that its letters make.
        return [_word(typed, part, own_scripts) for part in parts]
    core = _without_edge_signs(chunk)
    written = "".join(each for each in core if _is_of_word(each) or each in _SIGNS)
    readings = _disguises(written, own_scripts) | _disguises(bare, own_scripts)
    if len(parts) > 1 and len(bare) >= DISGUISE_MIN_LETTERS:
        readings |= {bare}
    if not parts and not readings:
        return []
    return [Word(typed=typed, plain=" ".join(parts), disguised_as=readings)]


def _without_edge_signs(chunk: str) -> str:
    """Exclamation marks and bars at the edge of a word are just that."""
    start, end = 0, len(chunk)
    while start < end and not _may_be_edge(chunk[start]):
        start += 1
    while end > start and not _may_be_edge(chunk[end - 1]):
        end -= 1
    return chunk[start:end]


def _may_be_edge(character: str) -> bool:
    return _is_of_word(character) or character in _EDGE_SIGNS


def _with_spelled_out(text: str, own_scripts: frozenset[str]) -> list[Word]:
    """Read letters that stand one by one as words; empty where there are none."""
    sequence: list[Word] = []
    found = False
    pieces = _pieces(plain_fold(_spread_badges(text)))
    for is_single, group in groupby(pieces, key=lambda piece: len(piece.text) == 1):
        run = list(group)
        if is_single and len(run) >= DISGUISE_MIN_LETTERS:
            found = True
            sequence += map(_spelled, _at_wide_gaps(run))
        else:
            sequence += [_word(piece.text, piece.text, own_scripts) for piece in run]
    return sequence if found else []


def _pieces(folded: str) -> Iterator[_Piece]:
    """Each word, and how many blanks stand before it."""
    blanks = 0
    for is_word, group in groupby(folded, key=_is_of_word):
        piece = "".join(group)
        if is_word:
            yield _Piece(text=piece, blanks_before=blanks)
        blanks = 0 if is_word else piece.count(" ")


def _at_wide_gaps(run: Sequence[_Piece]) -> Iterator[Sequence[str]]:
    """One word's letters stand closer together than two words do."""
    narrow = min(piece.blanks_before for piece in run[1:])
    letters = [run[0].text]
    for piece in run[1:]:
        if piece.blanks_before >= _WIDE_GAP and piece.blanks_before > narrow:
            yield letters
            letters = []
        letters.append(piece.text)
    yield letters


def _spelled(letters: Sequence[str]) -> Word:
    whole = "".join(letters)
    bare = skeleton(whole)
    readings = {bare, *_sign_readings(bare)}
    # "I" and "a" are words too, and may stand before the spelled one.
    readings |= {each[1:] for each in readings if each[:1] in {"a", "i"}}
    kept = frozenset(each for each in readings if len(each) >= DISGUISE_MIN_LETTERS)
    typed = " ".join(letters)
    return Word(typed=typed, plain=typed, disguised_as=kept)
