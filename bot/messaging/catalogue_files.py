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
    """One language. `plain` are the sentences without values, which need no bundle to be said."""

    resources: Sequence[ast.Resource]
    keys: frozenset[str]
    plain: Mapping[str, str]


def read_sentences(folder: Path) -> Sentences:
    """Raise CatalogueError for a file with a mistake, and for a key that stands twice."""
    # Without spans, which nobody asks for: with them a sentence takes five times the memory.
    parser = FluentParser(with_spans=False)
    resources: list[ast.Resource] = []
    patterns: dict[str, ast.Pattern] = {}
    for file in sorted(folder.glob("*.ftl")):
        resource = parser.parse(file.read_text(encoding="utf-8"))
        found = _patterns(file, resource.body)
        twice = patterns.keys() & found.keys()
        if twice:
            raise CatalogueError(f"{file.name}: {min(twice)} stands twice")
        patterns.update(found)
        resources.append(resource)
    texts = {key: _plain_text(pattern) for key, pattern in patterns.items()}
    return Sentences(
        resources=resources,
        keys=frozenset(patterns),
        plain={key: text for key, text in texts.items() if text is not None},
    )


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


def _plain_text(pattern: ast.Pattern) -> str | None:
    texts = [each.value for each in pattern.elements if isinstance(each, ast.TextElement)]
    return "".join(texts) if len(texts) == len(pattern.elements) else None
