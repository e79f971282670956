"""Reads a language's sentences from its files, and finds those that say the same to everybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser, ast


class CatalogueError(ValueError):
    """A catalogue file that cannot be read as a whole."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentences:
    """One language.

    `plain` are the sentences without values, which need no bundle to be said. `entries` is every
    message and term as it is written, by its name, a term's with its dash: parsed, all of them
    would take six times the memory.
    """

    keys: frozenset[str]
    plain: Mapping[str, str]
    entries: Mapping[str, str]


def read_sentences(folder: Path) -> Sentences:
    """Raise CatalogueError for a file with a mistake, and for a key that stands twice."""
    parser = FluentParser()
    entries: dict[str, str] = {}
    plain: dict[str, str] = {}
    keys: set[str] = set()
    for file in sorted(folder.glob("*.ftl")):
        text = file.read_text(encoding="utf-8")
        body = parser.parse(text).body
        found = _patterns(file, body)
        twice = keys & found.keys()
        if twice:
            raise CatalogueError(f"{file.name}: {min(twice)} stands twice")
        keys |= found.keys()
        plain |= _plain_texts(found)
        entries |= _entries(text, body)
    return Sentences(keys=frozenset(keys), plain=plain, entries=entries)


def _patterns(file: Path, body: Sequence[Any]) -> Mapping[str, ast.Pattern]:
    """By key; `message.attribute` for an attribute."""
    found: dict[str, ast.Pattern] = {}
    for entry in body:
        if isinstance(entry, ast.Junk):
            raise CatalogueError(f"{file.name}: cannot read {str(entry.content).strip()!r}")
        if not isinstance(entry, ast.Message):
            continue
        own = [] if entry.value is None else [(entry.id.name, entry.value)]
        own += [(f"{entry.id.name}.{each.id.name}", each.value) for each in entry.attributes]
        for key, pattern in own:
            if key in found:
                raise CatalogueError(f"{file.name}: {key} stands twice")
            found[key] = pattern
    return found


def _plain_texts(patterns: Mapping[str, ast.Pattern]) -> Mapping[str, str]:
    return {
        key: "".join(each.value for each in pattern.elements if isinstance(each, ast.TextElement))
        for key, pattern in patterns.items()
        if all(isinstance(each, ast.TextElement) for each in pattern.elements)
    }


def _entries(text: str, body: Sequence[Any]) -> Mapping[str, str]:
    return {
        entry_name(entry): text[entry.span.start : entry.span.end]
        for entry in body
        if isinstance(entry, ast.Message | ast.Term) and entry.span is not None
    }


def entry_name(named: ast.Message | ast.Term | ast.MessageReference | ast.TermReference) -> str:
    is_term = isinstance(named, ast.Term | ast.TermReference)
    return f"-{named.id.name}" if is_term else named.id.name
