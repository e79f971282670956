"""Slash commands as a person meets them: what is offered, and what may be filled in."""

from collections.abc import Mapping
from typing import Any

from simcord.backend.command_access import command_access
from simcord.enums import OptionType
from simcord.interactions import (
    check_options,
    command_leaves,
    nest_options,
    validate_option_value,
    walk_to_subcommand,
)

from sandbox.discord.backend import LocalBackend
from sandbox.discord.entities import EntityPicker
from sandbox.discord.languages import description_in, label_of, option_in
from sandbox.discord.refusals import ActionRefusedError, refusals

ENTITY_OPTIONS = frozenset(
    {OptionType.USER, OptionType.CHANNEL, OptionType.ROLE, OptionType.MENTIONABLE}
)


def offered_commands(
    backend: LocalBackend, *, person_id: int, channel_id: int, locale: str
) -> list[dict[str, Any]]:
    """Every command the person's picker shows here, subcommands flattened to full names.

    ``name`` is what the bot registered, ``label`` what the person reads and may type.
    """
    offered: dict[str, dict[str, Any]] = {}
    visible = backend.visible_commands(user_id=person_id, channel_id=channel_id)
    for root in sorted(visible, key=lambda command: "guild_id" in command):
        for path, leaf in command_leaves(root):
            name = " ".join(path)
            offered[name] = {
                "name": name,
                "label": label_of(root, path, locale),
                "id": root["id"],
                "description": description_in(leaf, locale),
                "options": [option_in(option, locale) for option in leaf.get("options") or []],
            }
    return sorted(offered.values(), key=lambda command: str(command["name"]))


class CommandForm:
    """One command being filled in by one person in one channel."""

    def __init__(
        self, backend: LocalBackend, *, person_id: int, channel_id: int, name: str
    ) -> None:
        self._backend = backend
        self._person_id = person_id
        self._channel_id = channel_id
        self._name = name
        root_name, *subcommands = name.split()
        self._root = self._find_root(root_name)
        with refusals():
            self._leaf, self._nesting = walk_to_subcommand(self._root, subcommands)

    def filled_in(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The interaction's data, checked as Discord's servers check it."""
        picker = self._picker()
        declared = self._declared()
        entities = {k: v for k, v in values.items() if self._is_entity(declared.get(k))}
        plain = {k: v for k, v in values.items() if k not in entities}
        with refusals():
            check_options(self._name, {**self._leaf, "options": self._plain_options()}, plain)
        for name, option in declared.items():
            if option.get("required") and name not in values:
                raise ActionRefusedError(f"{name} is required", option=name)
        options = [self._wire_option(declared[name], values[name], picker) for name in values]
        return self._data(options, picker)

    def being_typed(
        self, option_name: str, text: str, *, filled: Mapping[str, Any]
    ) -> dict[str, Any]:
        """An autocomplete request: half-typed values that do not fit are left out."""
        declared = self._declared()
        focused = declared.get(option_name)
        if focused is None or not focused.get("autocomplete"):
            raise ActionRefusedError(f"{option_name} offers no suggestions", option=option_name)
        picker = self._picker()
        options = []
        for name, value in filled.items():
            if name == option_name or name not in declared:
                continue
            try:
                options.append(self._wire_option(declared[name], value, picker))
            except ActionRefusedError:
                continue
        options.append(
            {"name": option_name, "type": focused["type"], "value": text, "focused": True}
        )
        return self._data(options, picker)

    def _find_root(self, root_name: str) -> dict[str, Any]:
        guild_id = self._backend.get_channel(self._channel_id).guild_id
        root = self._backend.find_command(root_name, guild_id)
        if root is None:
            raise ActionRefusedError(f"There is no command /{root_name} here")
        access = command_access(
            self._backend, root, user_id=self._person_id, channel_id=self._channel_id
        )
        if not access.allowed:
            raise ActionRefusedError(f"/{root_name} is not offered here ({access.reason})")
        return root

    def _picker(self) -> EntityPicker:
        return EntityPicker(self._backend, person_id=self._person_id, channel_id=self._channel_id)

    def _declared(self) -> dict[str, dict[str, Any]]:
        return {option["name"]: option for option in self._leaf.get("options") or []}

    def _plain_options(self) -> list[dict[str, Any]]:
        return [o for o in self._leaf.get("options") or [] if not self._is_entity(o)]

    @staticmethod
    def _is_entity(option: Mapping[str, Any] | None) -> bool:
        return option is not None and option["type"] in ENTITY_OPTIONS

    def _wire_option(
        self, option: dict[str, Any], value: Any, picker: EntityPicker
    ) -> dict[str, Any]:
        if self._is_entity(option):
            wire_value: Any = self._picked(option, value, picker)
        else:
            with refusals():
                checked = validate_option_value(self._name, option, value)
            is_file = option["type"] == OptionType.ATTACHMENT
            wire_value = picker.upload(*checked) if is_file else checked
        return {"name": option["name"], "type": option["type"], "value": wire_value}

    @staticmethod
    def _picked(option: dict[str, Any], value: Any, picker: EntityPicker) -> str:
        if not str(value).isdecimal():
            raise ActionRefusedError(f"{option['name']} takes an id", option=option["name"])
        try:
            return picker.pick_for_option(option, int(value))
        except ActionRefusedError as error:
            raise ActionRefusedError(error.reason, option=option["name"]) from error

    def _data(self, options: list[dict[str, Any]], picker: EntityPicker) -> dict[str, Any]:
        data: dict[str, Any] = {
            "id": self._root["id"],
            "name": self._root["name"],
            "type": self._root["type"],
            "options": nest_options(self._root, self._nesting, options),
        }
        if picker.resolved:
            data["resolved"] = picker.resolved
        if "guild_id" in self._root:
            data["guild_id"] = self._root["guild_id"]
        return data
