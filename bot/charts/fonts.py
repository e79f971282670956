"""Which of the fonts here can write a text; the one that comes along has no Japanese letters."""

from functools import cache
from typing import Final

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

BUNDLED_FAMILY: Final = "DejaVu Sans"
# The first that is installed and has every letter is taken.
FAMILIES: Final = (
    BUNDLED_FAMILY,
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Source Han Sans JP",
    "IPAexGothic",
    "IPAGothic",
    "TakaoPGothic",
    "VL PGothic",
    "Hiragino Sans",
    "Yu Gothic",
    "MS Gothic",
)


def family_for(text: str) -> str | None:
    """None when no font here has every letter."""
    letters = {ord(letter) for letter in text if not letter.isspace()}
    return next((family for family in FAMILIES if letters <= _letters_of(family)), None)


@cache
def _letters_of(family: str) -> frozenset[int]:
    try:
        path = font_manager.findfont(family, fallback_to_default=False)
    except ValueError:
        return frozenset()
    return frozenset(FT2Font(path).get_charmap())
