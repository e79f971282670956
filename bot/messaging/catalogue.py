"""Every sentence a person reads, by locale and key (Project Fluent)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from fluent.runtime.types import FluentInt, fluent_number

from bot.domain.errors import MessageValue
from bot.messaging.catalogue_files import CatalogueError, Sentences, read_sentences
from bot.messaging.dates import as_date, as_day, as_month
from bot.messaging.plain_text import excerpt
from bot.messaging.sentence_bundle import SentenceBundle

LOCALES_FOLDER: Final = Path(__file__).parent / "locales"
FALLBACK_LOCALE: Final = "en-US"
NOTE_MAX_CHARS: Final = 200


class MissingMessageError(LookupError):
    """A defect: no locale has this key, or the sentence lacks one of its values."""


class Catalogue:
    """The loaded catalogues. A locale that lacks a key, or is not there, falls back to English."""

    def __init__(self, sentences: Mapping[str, Sentences]) -> None:
        self._sentences = sentences
        self._bundles: dict[str, SentenceBundle] = {}
        self._by_language = {
            locale.partition("-")[0]: locale for locale in sorted(sentences, reverse=True)
        }

    @classmethod
    def load(cls, folder: Path = LOCALES_FOLDER) -> "Catalogue":
        """Read one sub-folder per locale. Raises CatalogueError for a file with a mistake."""
        folders = sorted(path for path in folder.iterdir() if path.is_dir())
        sentences = {each.name: read_sentences(each) for each in folders}
        if FALLBACK_LOCALE not in sentences:
            raise CatalogueError(f"no {FALLBACK_LOCALE} among the catalogues")
        return cls(MappingProxyType(sentences))

    @property
    def locales(self) -> Sequence[str]:
        return tuple(self._sentences)

    def keys_of(self, locale: str = FALLBACK_LOCALE) -> frozenset[str]:
        """Every key of one locale; `message.attribute` for an attribute."""
        return self._sentences[locale].keys

    def has(self, key: str) -> bool:
        return key in self._sentences[FALLBACK_LOCALE].keys

    def text(self, locale: str, key: str, /, **values: MessageValue) -> str:
        """Say it in the reader's language, or else in English."""
        spoken = self._locale_with(key, locale)
        plain = self._sentences[spoken].plain.get(key)
        if plain is not None:
            return plain
        shown = {name: _shown(value) for name, value in values.items()}
        try:
            return self._bundle(spoken).format(key, shown)
        except LookupError as error:
            raise MissingMessageError(str(error)) from error

    def translation(self, locale: str, key: str) -> str | None:
        """Say it as the reader's language does, or not at all where English would stand in."""
        if not self.has(key):
            return None
        spoken = self._locale_with(key, locale)
        return None if spoken == FALLBACK_LOCALE else self.text(spoken, key)

    def _locale_with(self, key: str, locale: str) -> str:
        language = self._by_language.get(locale.partition("-")[0], FALLBACK_LOCALE)
        for candidate in (locale, language, FALLBACK_LOCALE):
            sentences = self._sentences.get(candidate)
            if sentences is not None and key in sentences.keys:
                return candidate
        raise MissingMessageError(key)

    def _bundle(self, locale: str) -> SentenceBundle:
        """Made when somebody first reads this language: its rules of number take a megabyte."""
        bundle = self._bundles.get(locale)
        if bundle is None:
            entries = self._sentences[locale].entries
            bundle = SentenceBundle(locale, entries=entries, functions=_FUNCTIONS)
            self._bundles[locale] = bundle
        return bundle


def relative_time(moment: datetime) -> str:
    """Discord shows it in each reader's own words and keeps it current: "in 5 minutes"."""
    return f"<t:{int(moment.timestamp())}:R>"


def _hours(seconds: float) -> FluentInt:
    return FluentInt(round(float(seconds) / 3600))


def _minutes(seconds: float) -> FluentInt:
    return FluentInt(max(1, round(float(seconds) / 60)))


def _usd(dollars: float) -> Any:
    """In the reader's own way of writing money."""
    return fluent_number(float(dollars), style="currency", currency="USD")


def _note(text: str) -> str:
    """What somebody typed, in brackets and inert; nothing for nothing."""
    shown = excerpt(text, NOTE_MAX_CHARS)
    return f" ({shown})" if shown else ""


_FUNCTIONS: Final[dict[str, Callable[[Any], Any]]] = {
    "DATE": as_date,
    "DAY": as_day,
    "HOURS": _hours,
    "MINUTES": _minutes,
    "MONTH": as_month,
    "NOTE": _note,
    "USD": _usd,
}


def _shown(value: MessageValue) -> str | int | float:
    if isinstance(value, datetime):
        return relative_time(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
