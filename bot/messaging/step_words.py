"""What a step of a case was about, as moderators read it. Pure text."""

import re
from typing import Final

from bot.messaging.catalogue import Catalogue
from bot.messaging.plain_text import excerpt
from bot.messaging.reason_words import reason_words

# Words by which one part of the program tells another; the case's file has them.
_OF_THE_PROGRAM: Final = re.compile(r"[a-z]+(?:[_:][a-z]+)+")


def step_words(catalogue: Catalogue, locale: str, detail: str, *, max_chars: int) -> str:
    """Say it in a few words; nothing where the state and its actor say it all."""
    key = f"step-{detail.replace('_', '-')}"
    if catalogue.has(key):
        return catalogue.text(locale, key)
    reason = reason_words(catalogue, locale, detail)
    if reason != detail:
        return reason
    return "" if _OF_THE_PROGRAM.fullmatch(detail) else excerpt(detail, max_chars)
