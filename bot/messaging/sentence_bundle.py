"""One language's Fluent bundle, which reads a sentence when it is first said."""

from collections.abc import Callable, Mapping
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bot.messaging.catalogue_files import entry_name


class SentenceBundle:
    """Most sentences are never said by a process, and each takes memory once it is parsed."""

    def __init__(
        self,
        locale: str,
        *,
        entries: Mapping[str, str],
        functions: Mapping[str, Callable[[Any], Any]],
    ) -> None:
        self._entries = entries
        self._parsed: set[str] = set()
        self._bundle = FluentBundle([locale], functions=dict(functions), use_isolating=False)

    def format(self, key: str, values: Mapping[str, str | int | float]) -> str:
        """Say a key, `message.attribute` for an attribute.

        Raises LookupError where there is no such sentence, or one of its values is missing.
        """
        name, _, attribute = key.partition(".")
        self._parse(name)
        message = self._bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise LookupError(key)
        text, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors:
            raise LookupError(f"{key}: {errors[0]}")
        return str(text)

    def _parse(self, name: str) -> None:
        """Parse an entry and all that it refers to, each once."""
        if name in self._parsed or name not in self._entries:
            return
        self._parsed.add(name)
        resource = FluentResource(self._entries[name])
        self._bundle.add_resource(resource)
        references = _References()
        references.visit(resource)
        for referred in references.names:
            self._parse(referred)


class _References(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the library's name
        self.names.add(entry_name(node))

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - the library's name
        self.names.add(entry_name(node))
        self.generic_visit(node)
