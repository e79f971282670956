"""Lengths of time as people type them, in the languages of the bot: `1h`, `3d`, `2 weeks`."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Final

# No answer to "for how long" or "how long ago" is longer; above this "for good" is meant.
LONGEST: Final = timedelta(days=3650)

_WORDS: Final[Mapping[timedelta, str]] = MappingProxyType(
    {
        timedelta(minutes=1): (
            "m min mins minute minutes minuten minuto minutos dk dakika 分 分間"
        ),
        timedelta(hours=1): (
            "h hr hrs hour hours std stunde stunden heure heures hora horas sa saat 時間"
        ),
        timedelta(days=1): (
            "d day days t tag tage tagen j jour jours día días dia dias g gün gun 日 日間"
        ),
        timedelta(weeks=1): (
            "w wk wks week weeks woche wochen sem semaine semaines semana semanas hafta 週 週間"
        ),
        timedelta(days=30): (
            "mo month months monat monate monaten mois mes meses mês ay か月 カ月 ヶ月 ヵ月 ヶ月間"
        ),
        timedelta(days=365): (
            "y yr yrs year years jahr jahre jahren an ans année années año años ano anos "
            "y\N{LATIN SMALL LETTER DOTLESS I}l yil 年 年間"
        ),
    }
)
_UNITS: Final = MappingProxyType(
    {word: unit for unit, words in _WORDS.items() for word in words.split()}
)
_PART: Final = re.compile(r"(?P<number>[0-9]{1,9})\s*(?P<word>[^\W\d_]+)[\s,]*")


class TooLongError(ValueError):
    """It was read, and is longer than LONGEST."""


def read_length(text: str) -> timedelta | None:
    """Return None where it cannot be read, and for nothing at all; raises TooLongError."""
    rest = unicodedata.normalize("NFKC", text).casefold().strip()
    total = timedelta(0)
    while rest:
        part = _PART.match(rest)
        unit = None if part is None else _UNITS.get(part["word"])
        if part is None or unit is None:
            return None
        number = int(part["number"])
        if number > LONGEST // unit or total + number * unit > LONGEST:
            raise TooLongError
        total += number * unit
        rest = rest[part.end() :]
    return total or None
