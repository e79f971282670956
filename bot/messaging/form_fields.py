"""What a person typed or chose, as Discord hands it over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import discord


class Fields:
    """A filled-in form, by the ids of its fields. Whatever is not there reads as empty."""

    def __init__(self, values: Mapping[str, Sequence[str]]) -> None:
        self._values = MappingProxyType(dict(values))

    @classmethod
    def submitted(cls, interaction: discord.Interaction[Any]) -> "Fields":
        components = data_of(interaction).get("components", ())
        return cls({field["custom_id"]: _values(field) for field in _fields(components)})

    @classmethod
    def of_command(cls, interaction: discord.Interaction[Any]) -> "Fields":
        """The options of a slash command, wherever among its subcommands they stand."""
        options = data_of(interaction).get("options", ())
        return cls({option["name"]: _values(option) for option in _options(options)})

    def text(self, custom_id: str) -> str:
        """What was typed, or the one thing that was chosen."""
        return next(iter(self.chosen(custom_id)), "")

    def chosen(self, custom_id: str) -> Sequence[str]:
        return self._values.get(custom_id, ())


def data_of(interaction: discord.Interaction[Any]) -> Mapping[str, Any]:
    return interaction.data or {}


def _fields(components: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """A field stands in a label, or alone in a row."""
    for component in components:
        if "component" in component:
            yield from _fields((component["component"],))
        elif "components" in component:
            yield from _fields(component["components"])
        elif "custom_id" in component:
            yield component


def _options(options: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for option in options:
        if "options" in option:
            yield from _options(option["options"])
        elif "name" in option:
            yield option


def _values(field: Mapping[str, Any]) -> Sequence[str]:
    """Menus send a list, everything else one value, or none when nothing was chosen."""
    if "values" in field:
        return tuple(str(value) for value in field["values"])
    value = field.get("value")
    return () if value is None else (str(value),)
