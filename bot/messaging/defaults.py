"""What a member's clips are made with, and whose default each option is. Pure text."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from bot.domain.option_defaults import DefaultsScope, HeldOption, OptionValue
from bot.messaging.catalogue import Catalogue
from bot.messaging.plain_text import excerpt

NEGATIVE_MAX_CHARS: Final = 200

_OPTIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "duration_s": "defaults-duration",
        "aspect_ratio": "defaults-aspect-ratio",
        "cfg_scale": "defaults-cfg-scale",
        "negative_prompt": "defaults-negative-prompt",
        "private": "defaults-private",
    }
)
_SOURCES: Final[Mapping[DefaultsScope | None, str]] = MappingProxyType(
    {
        DefaultsScope.MEMBER: "defaults-source-member",
        DefaultsScope.CHANNEL: "defaults-source-channel",
        DefaultsScope.GUILD: "defaults-source-guild",
        None: "defaults-source-standard",
    }
)


def render_defaults(
    catalogue: Catalogue,
    locale: str,
    held: Sequence[HeldOption],
    *,
    news_key: str | None,
    in_server: bool,
) -> str:
    """`news_key` names the sentence about what was just changed."""
    news = [] if news_key is None else [catalogue.text(locale, news_key)]
    elsewhere = [] if in_server else [catalogue.text(locale, "defaults-directly")]
    lines = [
        *news,
        catalogue.text(locale, "defaults-heading"),
        *(_line(catalogue, locale, option) for option in held),
        *elsewhere,
        catalogue.text(locale, "defaults-hint"),
    ]
    return "\n".join(lines)


def _line(catalogue: Catalogue, locale: str, option: HeldOption) -> str:
    return catalogue.text(
        locale,
        "defaults-line",
        option=option_in_words(catalogue, locale, option.name),
        value=value_in_words(catalogue, locale, option.name, option.value),
        source=catalogue.text(locale, _SOURCES[option.scope]),
    )


def option_in_words(catalogue: Catalogue, locale: str, name: str) -> str:
    return catalogue.text(locale, _OPTIONS[name])


def value_in_words(
    catalogue: Catalogue,
    locale: str,
    name: str,
    value: OptionValue,
    *,
    max_chars: int = NEGATIVE_MAX_CHARS,
) -> str:
    match name:
        case "duration_s":
            return catalogue.text(locale, "defaults-value-duration", duration=value)
        case "cfg_scale":
            return catalogue.text(locale, "defaults-value-cfg-scale", cfg=value)
        case "private":
            key = "defaults-value-yes" if value else "defaults-value-no"
            return catalogue.text(locale, key)
        case "aspect_ratio":
            return str(value)
        case _:
            shown = excerpt(str(value), max_chars)
            return shown or catalogue.text(locale, "defaults-value-nothing")
