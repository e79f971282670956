"""How the name of a choice fits what Discord takes. Choices know no markup, so none is escaped."""

from itertools import accumulate
from typing import Final

from bot.domain.suggestions import CHOICE_MAX_UNITS, choice_units
from bot.messaging.plain_text import cut, legible

LABEL_MAX_CHARS: Final = CHOICE_MAX_UNITS


def label_of(text: str) -> str:
    """Empty where there is nothing to read."""
    return fitted(legible(text), LABEL_MAX_CHARS)


def fitted(text: str, max_units: int) -> str:
    """Cut legible text that is too long."""
    if choice_units(text) <= max_units:
        return text
    kept = sum(1 for total in accumulate(map(choice_units, text)) if total < max_units)
    return cut(text, min(kept + 1, len(text) - 1))
