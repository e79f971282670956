"""The log's reasons, as moderators read them. Pure text."""

from bot.domain.reasons import PROMPT_RULE
from bot.messaging.catalogue import Catalogue


def reason_words(catalogue: Catalogue, locale: str, reason: str) -> str:
    """Say it in a few words; nothing for no reason. A word that is not known stands as it is."""
    if not reason:
        return ""
    word, _, number = reason.partition(":")
    if word == PROMPT_RULE:
        return catalogue.text(locale, "reason-prompt-rule", number=number)
    key = f"reason-{reason.replace('_', '-')}"
    return catalogue.text(locale, key) if catalogue.has(key) else reason
