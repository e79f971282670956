"""What people type: whether there is anything to read, and whether it can be kept."""

import unicodedata
from typing import Final

# Letters and symbols by their category, but drawn as nothing: Braille blank, Hangul fillers.
_BLANK_SYMBOLS: Final = frozenset("\u2800\u115f\u1160\u3164\uffa0")


def is_visible(text: str) -> bool:
    """Whether there is anything to read: spaces, marks of direction and fillers show nothing."""
    return any(
        unicodedata.category(character)[0] not in "CZ" and character not in _BLANK_SYMBOLS
        for character in text
    )


def storable(text: str, max_chars: int) -> str:
    """Lone surrogates and NUL are no text that a database or a model takes."""
    readable = text.encode("utf-8", "replace").decode().replace("\0", "\N{REPLACEMENT CHARACTER}")
    return readable[:max_chars]
