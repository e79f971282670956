"""The log's reasons, as moderators read them. Pure text."""

from bot.domain.reasons import PROMPT_RULE, ROLE_LIMITS
from bot.messaging.catalogue import Catalogue
from bot.messaging.plain_text import role_mention


def reason_words(catalogue: Catalogue, locale: str, reason: str) -> str:
    """Say it in a few words; nothing for no reason. A word that is not known stands as it is."""
    if not reason:
        return ""
    word, _, number = reason.partition(":")
    if word == PROMPT_RULE:
        return catalogue.text(locale, "reason-prompt-rule", number=number)
    if number and word in ROLE_LIMITS:
        key = f"reason-{word.replace('user', 'role').replace('_', '-')}"
        return catalogue.text(locale, key, role=role_mention(number))
    key = f"reason-{reason.replace('_', '-')}"
    return catalogue.text(locale, key) if catalogue.has(key) else reason
