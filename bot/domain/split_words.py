"""Finds words that were split: short pieces with blanks, hyphens or line ends between them.

Two words that stand side by side are no split word, whatever their letters make together ("pen is",
"big ass ets"). Pieces are joined only where something tells that they were no words:

- a piece that is no word of its own: one consonant, or letters without any vowel ("fu ck", "s ex");
- a hyphen at the end of a piece, with a blank or a line's end after it ("nu- de");
- something unseen beside the blank ("na", a zero-width space, " ked").
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.folding import (
    APOSTROPHES,
    UNSEEN,
    Word,
    may_be_edge,
    seen_marked,
    spread_badges,
    written,
)
from bot.domain.look_alikes import BAR
from bot.domain.readings import Written, is_sign, likeliest, same_key, script, skeleton

_VOWELS: Final = {
    "LATIN": frozenset(f"aeiouy\N{LATIN SMALL LETTER DOTLESS I}{BAR}"),
    "CYRILLIC": frozenset("аеиоуыэюяіїєёѐ"),
    "GREEK": frozenset("αεηιουω"),
}
# Prepositions of Russian and its neighbours.
_ONE_LETTER_WORDS: Final = frozenset("бвжзкс")
_HYPHENS: Final = "-\u2010\u2011"
# No commas, quotation marks or dashes: those stand between words.
_GAP: Final = re.compile(
    rf"[{_HYPHENS}\s{UNSEEN}_*~`\u00b7\u2022\u2600-\u27bf\U0001f300-\U0001faff]+"
)
_DANGLING_HYPHEN: Final = re.compile(rf"[{_HYPHENS}]\s+")
_BLANKS_ONLY: Final = re.compile(rf"[{_HYPHENS}\s{UNSEEN}]+")
# A word, with signs and unseen characters inside it.
_TOKEN: Final = re.compile("w(?:[wi]*w)?")
_SENTENCE_ENDS: Final = frozenset(".!?\n:")
# "it s" and "don t": what is left of an apostrophe that nobody typed.
_ENDINGS: Final = frozenset({"s", "d", "m", "t", "ll", "re", "ve"})
_BEFORE_ENDINGS: Final = frozenset(
    """
    i you he she it we they that this there here who what where how when let one somebody
    someone everybody everyone nobody everything nothing don can won isn aren wasn weren hasn
    haven hadn didn doesn couldn wouldn shouldn ain mustn needn
    """.split()  # noqa: SIM905 - a list of them is a page long
)
# "the letter c lit by neon": a letter that is named as one.
_BEFORE_LABELS: Final = frozenset(
    """
    letter letters vitamin model type plan size class grade group note key row series
    buchstabe buchstaben grosse lettre lettres taille letra letras harf harfi
    """.split()  # noqa: SIM905 - a list of them is a page long
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Piece:
    """Letters that stand together, and how they stand to the piece before."""

    typed: str
    plain: str
    read: str
    is_joined: bool
    is_gap_odd: bool
    is_fragment: bool
    is_upper: bool
    starts_sentence: bool

    @property
    def is_lone_consonant(self) -> bool:
        return len(self.plain) == 1 and self.is_fragment


def split_words(
    text: str, *, could_begin: Callable[[str], bool], could_be: Callable[[str], bool]
) -> Iterator[Word]:
    """Join pieces to words. What a word may begin with bounds the work; both are asked by key."""
    pieces = list(_pieces(text))
    for spelling in dict.fromkeys(tuple(map(letters, pieces)) for letters in (_plain, _read)):
        keys = [same_key(each) for each in spelling]
        for start in range(len(pieces) - 1):
            for end, key in _begun(pieces, keys, start, could_begin):
                if could_be(key) and _is_split(pieces, start, end):
                    whole = "".join(spelling[start:end])
                    typed = " ".join(piece.typed for piece in pieces[start:end])
                    readings = frozenset({whole, skeleton(whole)})
                    yield Word(typed=typed, plain=typed, disguised_as=readings)


def _plain(piece: _Piece) -> str:
    return piece.plain


def _read(piece: _Piece) -> str:
    return piece.read


def _begun(
    pieces: Sequence[_Piece],
    keys: Sequence[str],
    start: int,
    could_begin: Callable[[str], bool],
) -> Iterator[tuple[int, str]]:
    """Where a word may end that begins at `start`, and what it is: two pieces or more."""
    begun = keys[start]
    end = start + 1
    while could_begin(begun) and end < len(pieces) and pieces[end].is_joined:
        begun += keys[end]
        end += 1
        yield end, begun


def _is_split(pieces: Sequence[_Piece], start: int, end: int) -> bool:
    """Whether something tells that these pieces are one word, and a whole one."""
    run = pieces[start:end]
    after = pieces[end : end + 1]
    # "c l a ss" goes on at its begin: it is no "a ss".
    if start and run[0].is_joined and pieces[start - 1].is_lone_consonant:
        return False
    if after and after[0].is_joined and after[0].is_lone_consonant:
        return False
    return any(piece.is_gap_odd for piece in run[1:]) or any(_tells(piece, run) for piece in run)


def _tells(piece: _Piece, run: Sequence[_Piece]) -> bool:
    """Whether a piece is no word. Capitals among small letters are a name: "a SS"."""
    if not piece.is_fragment:
        return False
    if not piece.is_upper or (len(piece.plain) == 1 and piece.starts_sentence):
        return True
    others = [each for each in run if each is not piece]
    return all(each.is_upper for each in others) and any(len(each.plain) > 1 for each in others)


def _pieces(text: str) -> Iterator[_Piece]:
    shown = seen_marked(spread_badges(text))
    before, last_end = "", 0
    for match in _TOKEN.finditer("".join(map(_kind, shown))):
        around = shown[last_end : match.start()][-1:] + shown[match.end() : match.end() + 1]
        typed = shown[match.start() : match.end()].replace(UNSEEN, "")
        gap = shown[last_end : match.start()]
        word = written(typed)
        yield _Piece(
            typed=typed,
            plain=word.plain,
            read=likeliest(word),
            is_joined=_GAP.fullmatch(gap) is not None,
            is_gap_odd=_is_odd(gap),
            # "the car's hit": an apostrophe tells what its letters are.
            is_fragment=APOSTROPHES.isdisjoint(around) and _is_fragment(word, before),
            is_upper=typed.isupper(),
            starts_sentence=last_end == 0 or not _SENTENCE_ENDS.isdisjoint(gap),
        )
        before, last_end = word.plain, match.end()


def _kind(character: str) -> str:
    if may_be_edge(character):
        return "w"
    return "i" if character == UNSEEN or is_sign(character) else " "


def _is_odd(gap: str) -> bool:
    return _DANGLING_HYPHEN.fullmatch(gap) is not None or (
        UNSEEN in gap and _BLANKS_ONLY.fullmatch(gap) is not None
    )


def _is_fragment(word: Written, before: str) -> bool:
    """Whether letters are no word of any language that has vowels."""
    plain = word.plain
    letters = plain if script(plain) in _VOWELS else likeliest(word)
    vowels = _VOWELS.get(script(letters))
    if vowels is None or not letters.isalpha() or not vowels.isdisjoint(letters):
        return False
    if len(plain) == 1 and (plain in _ONE_LETTER_WORDS or before in _BEFORE_LABELS):
        return False
    if before.isdigit():
        return False
    return not (plain in _ENDINGS and before in _BEFORE_ENDINGS)
