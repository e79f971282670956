"""What a server's moderators do not want to be asked for: words, phrases and patterns."""

from enum import StrEnum


class RuleKind(StrEnum):
    """How a rule's text is read."""

    WORD = "word"
    PHRASE = "phrase"
    PATTERN = "pattern"
