"""Keeps what the service wrote about a failure, without what the member wrote.

A message may quote the prompt, whole or in part. So a foreign text is kept only when the
prompt is known, and every word of it that the prompt holds too is blanked.
"""

import re
from collections.abc import Sequence
from typing import Final

BLANK: Final = "***"
MAX_DETAIL_CHARS: Final = 200
# Escapes and foreign scripts could carry a prompt past the comparison word by word.
_PLAIN: Final = re.compile(r"[A-Za-z0-9 .,:;'\"()$_/-]+")
_TOKEN: Final = re.compile(r"[A-Za-z0-9]{3,}")
# They tell nothing about a prompt, and without them a message cannot be read.
_FUNCTION_WORDS: Final = frozenset(
    {"and", "are", "for", "has", "not", "that", "the", "this", "was", "with", "you", "your"}
)


def safe_detail(message: str, *, secrets: Sequence[str] | None) -> str:
    """Blank what `secrets` hold; with None they are not known, and nothing is kept."""
    text = " ".join(message.split())
    if secrets is None or not _PLAIN.fullmatch(text):
        return ""
    hidden = "\n".join(secrets).casefold()
    return _TOKEN.sub(lambda token: _shown(token[0], hidden), text)[:MAX_DETAIL_CHARS]


def _shown(token: str, hidden: str) -> str:
    folded = token.casefold()
    return BLANK if folded in hidden and folded not in _FUNCTION_WORDS else token
