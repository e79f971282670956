"""Patterns of prompt rules by RE2, whose time is linear in the text whatever the pattern is."""

from typing import Final

import re2  # type: ignore[import-untyped]  # ships no types

# Steps for each character at the worst: a letter of any script costs 1200 of them.
PATTERN_MAX_COST: Final = 1500
_MAX_MEMORY_BYTES: Final = 256 * 1024


class BoundedPattern:
    """The port `Pattern`. Letter case never matters."""

    def __init__(self, text: str) -> None:
        """Raise ValueError for what is no pattern, is too large, or fits every text."""
        options = re2.Options()
        options.case_sensitive = False
        options.log_errors = False
        options.max_mem = _MAX_MEMORY_BYTES
        try:
            self._compiled = re2.compile(text, options)
        except (re2.error, UnicodeError):
            raise ValueError("not a pattern of RE2") from None
        if self.cost > PATTERN_MAX_COST:
            raise ValueError("a pattern that takes too many steps")
        if self._compiled.search("") is not None:
            raise ValueError("a pattern that fits every text")

    @property
    def cost(self) -> int:
        return int(self._compiled.programsize)

    def find(self, text: str) -> str | None:
        found = self._compiled.search(text)
        return None if found is None else str(found.group())
