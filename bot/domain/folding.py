"""Reads a text as a person would, whatever characters it is written with. Pure and linear."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from bot.domain.look_alikes import LATIN_VARIANTS
from bot.domain.readings import (
    DISGUISE_MIN_LETTERS,
    Written,
    as_seen,
    disguises,
    in_own_script,
    is_sign,
    read_signs,
    skeleton,
)

# Stands where something stood that cannot be seen.
UNSEEN: Final = "\N{ZERO WIDTH SPACE}"

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
_LETTERS_OF_A_FLAG: Final = 2
_BADGES: Final = {
    **{0x1F150 + number: chr(ord("a") + number) for number in range(26)},
    **{0x1F170 + number: chr(ord("a") + number) for number in range(26)},
}
APOSTROPHES: Final = frozenset("'\u2019\u2018\u02bc`\u00b4")
# Between letters these may be letters; at a word's end or begin most of them only end it.
_EDGE_SIGNS: Final = "@$\u20ac"
_BAR_SIGN: Final = "|"
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
    """A text as sequences of words: where one ends can be read in more than one way.

    In `parted`, words end at what cannot be seen as well: soft hyphens stand inside of ordinary
    words, so only phrases are looked for in it.
    """

    plain: str
    unspaced: Sequence[str]
    sequences: Sequence[Sequence[Word]]
    parted: Sequence[Word] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Chunk:
    """What stands between two blanks."""

    typed: str
    plain: str
    seen: str
    words: Sequence[Written]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Piece:
    text: str
    blanks_before: int


def fold(text: str) -> FoldedText:
    """Take a text for what it says."""
    spread = spread_badges(text)
    chunks = _chunks(spread)
    sequences = [_words(chunks), _all_joined(chunks)]
    if spread != text and _FLAG_LETTERS.search(text):
        # Beside flags that spell nothing, a word is a word.
        sequences.append(_words(_chunks(_FLAG_LETTERS.sub(" ", text))))
    spelled = _with_spelled_out(spread)
    if spelled:
        sequences.append(spelled)
    marked = seen_marked(spread)
    dense = ("".join(parts(plain_fold(part))) for part in _SENTENCE_ENDS.split(text))
    return FoldedText(
        plain=" ".join(chunk.plain for chunk in chunks),
        unspaced=[part for part in dense if part],
        sequences=sequences,
        parted=_words(_chunks(marked.replace(UNSEEN, " "))) if UNSEEN in marked else (),
    )


def visible(text: str) -> str:
    """Drop what cannot be seen; every kind of blank is a space."""
    return seen_marked(text).replace("\n", " ").replace(UNSEEN, "")


def seen_marked(text: str) -> str:
    """Mark what cannot be seen. Every kind of blank is a space, and a line's end stays one."""
    shown = unicodedata.normalize("NFKC", _SENTENCE_SIGNS.sub(" ", text))
    return "".join(map(_shown, _BLANKS.sub(UNSEEN, shown)))


def _shown(character: str) -> str:
    if character.isspace():
        return "\n" if character == "\n" else " "
    return UNSEEN if unicodedata.category(character) in _UNSEEN_CATEGORIES else character


def plain_fold(text: str) -> str:
    """Fold case, width, styles and accents; the letters stay those of their script.

    The Spanish letter with the tilde stays itself: without it, words mean something else.
    """
    letters = unicodedata.normalize("NFKD", visible(text).casefold())
    kept = _ACCENTS.sub("", letters.replace(_ENYE, "\u00f1"))
    return unicodedata.normalize("NFC", "".join(map(_folded, kept)))


def _folded(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return LATIN_VARIANTS.get(character, character)


def words_of(text: str) -> Sequence[str]:
    """The words of a rule, folded."""
    return parts(plain_fold(text))


def is_unspaced(plain: str) -> bool:
    return _UNSPACED.search(plain) is not None


def spread_badges(text: str) -> str:
    """Read letters in circles and boxes. Two flag letters are a flag, any other number is text."""
    return _FLAG_LETTERS.sub(_flag_letters, text.translate(_BADGES))


def _flag_letters(match: re.Match[str]) -> str:
    flags = match.group()
    if len(flags) == _LETTERS_OF_A_FLAG:
        return flags
    return "".join(chr(ord(flag) - 0x1F1E6 + ord("a")) for flag in flags)


def parts(chunk: str) -> list[str]:
    """Split at everything that is part of no word."""
    return "".join(each if is_of_word(each) else " " for each in chunk).split()


def is_of_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character) in {"Mn", "Mc"}


def may_be_edge(character: str) -> bool:
    """Whether a word may begin or end with this."""
    return is_of_word(character) or character in _EDGE_SIGNS


def written(typed: str) -> Written:
    """Fold one word, the signs inside it included."""
    return _whole(_chunk(typed), with_signs=True)


def _chunks(text: str) -> Sequence[_Chunk]:
    return [_chunk(typed) for typed in text.split()]


def _chunk(typed: str) -> _Chunk:
    plain, seen = plain_fold(typed), plain_fold(as_seen(visible(typed)))
    has_capitals = any(each.isupper() for each in typed)
    plain_parts, seen_parts = parts(plain), parts(seen)
    if len(plain_parts) != len(seen_parts):
        seen, seen_parts = plain, plain_parts
    words = [
        Written(plain=part, seen=looks, has_capitals=has_capitals)
        for part, looks in zip(plain_parts, seen_parts, strict=True)
    ]
    return _Chunk(typed=typed, plain=plain, seen=seen, words=words)


def _with_owners(chunks: Sequence[_Chunk]) -> Iterator[tuple[_Chunk, Sequence[bool]]]:
    """Each chunk, and for each of its words whether it is text in another script."""
    owned = iter(in_own_script([word for chunk in chunks for word in chunk.words]))
    for chunk in chunks:
        yield chunk, [next(owned) for _ in chunk.words]


def _words(chunks: Sequence[_Chunk]) -> Sequence[Word]:
    return [
        _word(chunk.typed, word, is_own=is_own)
        for chunk, owned in _with_owners(chunks)
        for word, is_own in zip(chunk.words, owned, strict=True)
    ]


def _word(typed: str, word: Written, *, is_own: bool) -> Word:
    return Word(typed=typed, plain=word.plain, disguised_as=disguises(word, is_own=is_own))


def _all_joined(chunks: Sequence[_Chunk]) -> Sequence[Word]:
    return [
        word
        for chunk, owned in _with_owners(chunks)
        for word in _joined(chunk, owned, is_own=any(owned))
    ]


def _joined(chunk: _Chunk, owned: Sequence[bool], *, is_own: bool) -> Sequence[Word]:
    """Read what stands between two spaces as one word, signs and separators in it included."""
    strangers = {each for each in chunk.plain if not is_of_word(each)}
    if len(chunk.words) > 1 and strangers <= APOSTROPHES:
        # "he'll" is two words, and never the one that its letters make.
        pairs = zip(chunk.words, owned, strict=True)
        return [_word(chunk.typed, word, is_own=each) for word, each in pairs]
    whole = "".join(word.plain for word in chunk.words)
    readings = disguises(_whole(chunk, with_signs=True), is_own=is_own) | disguises(
        _whole(chunk, with_signs=False), is_own=is_own
    )
    if len(chunk.words) > 1 and len(whole) >= DISGUISE_MIN_LETTERS:
        readings |= {whole}
    if not chunk.words and not readings:
        return []
    plain = " ".join(word.plain for word in chunk.words)
    return [Word(typed=chunk.typed, plain=plain, disguised_as=readings)]


def _whole(chunk: _Chunk, *, with_signs: bool) -> Written:
    plain, seen = (
        "".join(
            each
            for each in (_without_edge_signs(text) if with_signs else text)
            if is_of_word(each) or (with_signs and is_sign(each))
        )
        for text in (chunk.plain, chunk.seen)
    )
    return Written(
        plain=plain, seen=seen, has_capitals=any(word.has_capitals for word in chunk.words)
    )


def _without_edge_signs(chunk: str) -> str:
    """Exclamation marks at the edge of a word are just that; so are bars on both sides of it."""
    start, end = 0, len(chunk)
    while start < end and not may_be_edge(chunk[start]):
        start += 1
    bars_are_letters = not chunk.startswith(_BAR_SIGN)
    while end > start and not may_be_edge(chunk[end - 1]):
        if bars_are_letters and chunk[end - 1] == _BAR_SIGN:
            break
        end -= 1
    return chunk[start:end]


def _with_spelled_out(text: str) -> list[Word]:
    """Read letters that stand one by one as words; empty where there are none."""
    sequence: list[Word] = []
    found = False
    for is_single, group in groupby(_pieces(plain_fold(text)), key=lambda one: len(one.text) == 1):
        run = list(group)
        if is_single and len(run) >= DISGUISE_MIN_LETTERS:
            found = True
            sequence += map(_spelled, _at_wide_gaps(run))
        else:
            alone = (Written(plain=piece.text, seen=piece.text) for piece in run)
            sequence += [_word(word.plain, word, is_own=False) for word in alone]
    return sequence if found else []


def _pieces(folded: str) -> Iterator[_Piece]:
    """Each word, and how many blanks stand before it."""
    blanks = 0
    for is_word, group in groupby(folded, key=is_of_word):
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
    found = skeleton(whole)
    readings = {found, read_signs(found, has_capitals=False)}
    # "I" and "a" are words too, and may stand before the spelled one.
    readings |= {each[1:] for each in readings if each[:1] in {"a", "i"}}
    kept = frozenset(each for each in readings if len(each) >= DISGUISE_MIN_LETTERS)
    typed = " ".join(letters)
    return Word(typed=typed, plain=typed, disguised_as=kept)
