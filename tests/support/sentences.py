"""What the sentences of a catalogue are made of, read from their files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import product
from typing import Any

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.domain.errors import MessageValue
from bot.messaging.catalogue import LOCALES_FOLDER

# What a number may be where a sentence chooses by it.
COUNTS = (0, 1, 2, 3, 4, 5, 6, 11, 21, 100, 2500)
SECONDS = (60.0, 1500.0, 3600.0, 7200.0, 18000.0)
PLURALS = {"zero", "one", "two", "few", "many", "other"}
MOMENT = datetime(2026, 3, 1, tzinfo=UTC)


@dataclass
class Values(Visitor):
    """The values of one sentence: which it shows, and which it chooses by and how."""

    shown: set[str] = field(default_factory=set)
    chosen_by: dict[str, set[str]] = field(default_factory=dict)
    passed_to: dict[str, set[str]] = field(default_factory=dict)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 -- by name
        words = {
            variant.key.name for variant in node.variants if isinstance(variant.key, ast.Identifier)
        }
        for name in _names(node.selector):
            self.chosen_by.setdefault(name, set()).update(words)
            self._note_functions(node.selector)
        for variant in node.variants:
            self.visit(variant.value)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802 -- by name
        self._note_functions(node)
        self.generic_visit(node)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 -- by name
        self.shown.add(node.id.name)

    def _note_functions(self, node: Any) -> None:
        if isinstance(node, ast.FunctionReference):
            for name in _names(node):
                self.passed_to.setdefault(name, set()).add(node.id.name)

    @property
    def names(self) -> set[str]:
        return self.shown | set(self.chosen_by)


def values_of(locale: str) -> Mapping[str, Values]:
    """By key; `message.attribute` for an attribute."""
    return {key: _values(pattern) for key, pattern in _patterns(locale)}


def samples(*sentences: Values) -> Iterator[dict[str, MessageValue]]:
    """Values enough to take every way through sentences that say the same."""
    names = sorted(set().union(*(sentence.names for sentence in sentences)))
    ranges = [_range(name, sentences) for name in names]
    for row in product(*ranges):
        yield dict(zip(names, row, strict=True))


def _range(name: str, sentences: Sequence[Values]) -> Sequence[MessageValue]:
    functions = set().union(*(sentence.passed_to.get(name, set()) for sentence in sentences))
    words = set().union(*(sentence.chosen_by.get(name, set()) for sentence in sentences))
    is_chosen_by = any(name in sentence.chosen_by for sentence in sentences)
    kinds: Sequence[tuple[object, Sequence[MessageValue]]] = (
        (functions & {"HOURS", "MINUTES", "DATE", "DAY", "MONTH"}, SECONDS),
        (functions & {"NOTE"}, ("", "x" * 300)),
        (words - PLURALS, sorted(words)),
        (is_chosen_by, COUNTS),
        (functions & {"NUMBER", "USD"}, (0.0, 0.5, 1234567.25)),
        (name.endswith(("_at", "_until")), (MOMENT,)),
    )
    return next((values for fits, values in kinds if fits), ("x" * 40, 2500))


def _patterns(locale: str) -> Iterator[tuple[str, ast.Pattern]]:
    for file in sorted((LOCALES_FOLDER / locale).glob("*.ftl")):
        resource = FluentParser().parse(file.read_text(encoding="utf-8"))
        for entry in resource.body:
            if not isinstance(entry, ast.Message):
                continue
            if entry.value is not None:
                yield entry.id.name, entry.value
            for attribute in entry.attributes:
                yield f"{entry.id.name}.{attribute.id.name}", attribute.value


def _values(pattern: ast.Pattern) -> Values:
    values = Values()
    values.visit(pattern)
    return values


def _names(node: Any) -> set[str]:
    found = Values()
    if isinstance(node, ast.VariableReference):
        return {node.id.name}
    for argument in getattr(getattr(node, "arguments", None), "positional", ()):
        found.visit(argument)
    return found.shown
