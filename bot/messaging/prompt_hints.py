"""How hints about a request read: one short message, whatever applies."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from bot.domain.prompt_hints import Hint
from bot.messaging.catalogue import Catalogue

_KEYS: Final[Mapping[Hint, str]] = MappingProxyType(
    {
        Hint.HIGH_CFG_SCALE: "hint-high-cfg-scale",
        Hint.LONG_PROMPT: "hint-long-prompt",
        Hint.BRIEF_PROMPT: "hint-brief-prompt",
    }
)


def render_hints(catalogue: Catalogue, locale: str, hints: Sequence[Hint]) -> str:
    """End with what matters most: nothing needs to be done."""
    lines = [catalogue.text(locale, _KEYS[hint]) for hint in hints]
    return "\n".join([*lines, catalogue.text(locale, "hint-goes-on")])
