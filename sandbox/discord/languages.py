"""The languages that people can read Discord in, and what a command is called in each."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from simcord.enums import OptionType

from sandbox.discord.refusals import ActionRefusedError

# Discord's codes, and what the speakers of each call it.
LANGUAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en-US": "English",
        "de": "Deutsch",
        "fr": "Français",
        "es-ES": "Español",
        "pt-BR": "Português do Brasil",
        "ja": "日本語",
        "tr": "Türkçe",
    }
)

NESTING: Final = frozenset({OptionType.SUBCOMMAND, OptionType.SUBCOMMAND_GROUP})


def check_language(code: str) -> None:
    if code not in LANGUAGES:
        raise ActionRefusedError("There is no such language here")


def label_of(root: Mapping[str, Any], path: Sequence[str], locale: str) -> str:
    """A command's full name as it is read in one language: ``videos list``, ``vidéos liste``."""
    words = [_localized(root, "name", locale)]
    node = root
    for name in path[1:]:
        node = next(
            option
            for option in node["options"]
            if option["name"] == name and option["type"] in NESTING
        )
        words.append(_localized(node, "name", locale))
    return " ".join(words)


def description_in(node: Mapping[str, Any], locale: str) -> str:
    return _localized(node, "description", locale)


def option_in(option: Mapping[str, Any], locale: str) -> dict[str, Any]:
    """The option with its words in one language; ``name`` stays, as it is what the bot is sent."""
    read: dict[str, Any] = {
        **option,
        "label": _localized(option, "name", locale),
        "description": description_in(option, locale),
    }
    if option.get("choices"):
        read["choices"] = [
            {**choice, "name": _localized(choice, "name", locale)} for choice in option["choices"]
        ]
    return read


def _localized(node: Mapping[str, Any], field: str, locale: str) -> str:
    """What was not translated is shown as it was registered."""
    translated = node.get(f"{field}_localizations") or {}
    return str(translated.get(locale) or node.get(field) or "")
