"""Slash commands in each member's language: Discord is given every translation beforehand."""

from typing import Final

from discord import Locale
from discord.app_commands import (
    Command,
    Group,
    Parameter,
    TranslationContextLocation,
    TranslationContextTypes,
    Translator,
    locale_str,
)

from bot.messaging.catalogue import FALLBACK_LOCALE, Catalogue

_NAMES: Final = frozenset(
    {
        TranslationContextLocation.command_name,
        TranslationContextLocation.group_name,
        TranslationContextLocation.parameter_name,
    }
)


def command_words(catalogue: Catalogue, key: str) -> locale_str:
    """For what cannot be found by its place: descriptions of options, and choices."""
    return locale_str(catalogue.text(FALLBACK_LOCALE, key), key=key)


class CommandTranslator(Translator):
    """Finds the names and descriptions of commands, and the names of options, by their place."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    async def translate(
        self, string: locale_str, locale: Locale, context: TranslationContextTypes
    ) -> str | None:
        key = string.extras.get("key") or _key_of(context)
        return None if key is None else self._catalogue.translation(locale.value, key)


def _key_of(context: TranslationContextTypes) -> str | None:
    place, is_name = context.data, context.location in _NAMES
    if isinstance(place, Parameter):
        return f"option-{_dashed(place.name)}" if is_name else None
    if isinstance(place, Command | Group):
        path = _dashed(place.qualified_name)
        return f"name-{path}" if is_name else f"{path}-description"
    return None


def _dashed(name: str) -> str:
    return name.replace("_", "-").replace(" ", "-")
