"""Shows what a person typed as plain text: nothing in it may act on Discord or on the eye."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"
# More marks than any script stacks on one letter climb over the neighbouring lines.
MARKS_IN_A_ROW: Final = 3
# A cut looks back this far for the end of a word.
WORD_BREAK_CHARS: Final = 24

_ZERO_WIDTH_SPACE: Final = "\N{ZERO WIDTH SPACE}"
# Scripts and emoji need these three between letters; anywhere else they only hide something.
_JOINERS: Final = frozenset(
    "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-16}"
)
# Blank glyphs that Unicode counts among the letters and marks.
_BLANKS: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
# Control and format characters, private use, lone surrogates, and code points with no character.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
_MARKS: Final = frozenset({"Mn", "Me"})
# Styles, code, spoilers, links of every kind, mentions, timestamps, emoji: all need one of these.
_ESCAPES: Final = str.maketrans(
    {character: f"\\{character}" for character in "\\*_~`|<>[]():/#"}
    | {"@": f"@{_ZERO_WIDTH_SPACE}"}
)
_LINE_START: Final = re.compile(r"^(?:[-+]|\d+(?=[.)]))")
_DOTTED_WORD: Final = re.compile(r"(?<=\w)\.(?=\w)")


def legible(text: str) -> str:
    """Keep what can be seen, on one line."""
    kept: list[str] = []
    marks = 0
    for character in text:
        if character.isspace():
            shown = " "
        elif character in _JOINERS:
            shown = character if _joins(kept) else ""
        elif character in _BLANKS or unicodedata.category(character) in _UNSEEN:
            continue
        else:
            shown = character
        marks = marks + 1 if unicodedata.category(character) in _MARKS else 0
        if shown and marks <= MARKS_IN_A_ROW:
            kept.append(shown)
    return " ".join("".join(kept).split()).rstrip("".join(_JOINERS))


def escaped(text: str) -> str:
    """Make legible text inert, wherever in a message it stands; at most doubles its length."""
    line = legible(text).translate(_ESCAPES)
    line = _DOTTED_WORD.sub(r"\\.", line)
    return _LINE_START.sub(_escape_line_start, line)


def cut(text: str, max_chars: int) -> str:
    """Shorten legible text at a word's end, with an ellipsis where something is left out."""
    whole = legible(text)
    if len(whole) <= max_chars:
        return whole
    head = whole[: max_chars - 1]
    word_end = head.rfind(" ", len(head) - WORD_BREAK_CHARS)
    if word_end > 0:
        head = head[:word_end]
    return head.rstrip("".join(_JOINERS) + " ") + ELLIPSIS


def excerpt(text: str, max_chars: int) -> str:
    """Cut, then make inert: at most twice `max_chars` characters."""
    return escaped(cut(text, max_chars))


def role_mention(role_id: int | str) -> str:
    """Discord shows its name; who is told of it is up to the message, and here it is nobody."""
    return f"<@&{role_id}>"


def is_cut(text: str, max_chars: int) -> bool:
    return len(legible(text)) > max_chars


def _joins(before: Sequence[str]) -> bool:
    """A joiner needs a letter before it; emoji use two in a row, never three."""
    return bool(before) and before[-1] != " " and not _JOINERS.issuperset(before[-2:])


def _escape_line_start(match: re.Match[str]) -> str:
    start = match.group()
    return f"\\{start}" if start in "-+" else start + "\\"
