"""Looks for words in texts as people do: whatever their case, width and accents."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from bot.domain.look_alikes import LATIN_VARIANTS

# Of Latin, Greek and Cyrillic. The sound marks of kana make other letters, and stay.
_ACCENTS: Final = re.compile("[\N{COMBINING GRAVE ACCENT}-\N{COMBINING LATIN SMALL LETTER X}]+")
_VARIANTS: Final[Mapping[int, str]] = MappingProxyType(
    str.maketrans({**LATIN_VARIANTS, "\N{LATIN SMALL LETTER DOTLESS I}": "i"})
)


def search_fold(text: str) -> str:
    folded = text.casefold()
    if folded.isascii():
        return folded
    # What shows nothing stands between letters only to hide a word.
    seen = "".join(each for each in text if unicodedata.category(each) != "Cf")
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", seen).casefold())
    return unicodedata.normalize("NFC", _ACCENTS.sub("", letters).translate(_VARIANTS))


class WordSearch:
    """Fits where every word stands, in any order, inside other words too."""

    def __init__(self, words: str) -> None:
        self._words = tuple(dict.fromkeys(search_fold(words).split()))

    def fits(self, *texts: str) -> bool:
        folded = [search_fold(text) for text in texts]
        return all(any(word in text for text in folded) for word in self._words)
