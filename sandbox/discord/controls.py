"""Buttons, select menus and modals: what a person may press, choose and write."""

from collections.abc import Mapping, Sequence
from typing import Any

from simcord.backend.models import Message
from simcord.components import walk_components
from simcord.enums import SELECT_TYPES, ComponentType

from sandbox.discord.entities import EntityPicker
from sandbox.discord.refusals import ActionRefusedError

LINK_AND_PREMIUM_STYLES = (5, 6)
LEAF_TYPES = frozenset(
    {
        ComponentType.TEXT_INPUT,
        *SELECT_TYPES,
        ComponentType.FILE_UPLOAD,
        ComponentType.RADIO_GROUP,
        ComponentType.CHECKBOX_GROUP,
        ComponentType.CHECKBOX,
    }
)


def pressed_button(message: Message, *, custom_id: str) -> dict[str, Any]:
    button = _component(message, custom_id=custom_id, types=(ComponentType.BUTTON,))
    if button.get("style") in LINK_AND_PREMIUM_STYLES:
        raise ActionRefusedError("That button opens a page; the bot hears nothing of it")
    return _component_data(button)


def chosen_in_menu(
    message: Message, *, custom_id: str, values: Sequence[str], picker: EntityPicker
) -> dict[str, Any]:
    menu = _component(message, custom_id=custom_id, types=SELECT_TYPES)
    data = _component_data(menu)
    data["values"] = _menu_values(menu, values, picker=picker)
    if picker.resolved:
        data["resolved"] = picker.resolved
    return data


def written_in_modal(
    modal: Mapping[str, Any], values: Mapping[str, Any], *, picker: EntityPicker
) -> dict[str, Any]:
    """The data of a submitted modal; every control is checked as Discord's form checks it."""
    known = {leaf["custom_id"] for leaf in walk_components(modal["components"]) if _is_leaf(leaf)}
    unknown = sorted(set(values) - known)
    if unknown:
        raise ActionRefusedError(f"The form has no field {unknown[0]!r}")
    data: dict[str, Any] = {
        "custom_id": modal["custom_id"],
        "components": [_submitted(node, values, picker) for node in modal["components"]],
    }
    if picker.resolved:
        data["resolved"] = picker.resolved
    return data


def _component(message: Message, *, custom_id: str, types: Sequence[int]) -> dict[str, Any]:
    for component in walk_components(message.components):
        if component.get("custom_id") == custom_id and component.get("type") in types:
            if component.get("disabled"):
                raise ActionRefusedError("That control is disabled")
            return component
    raise ActionRefusedError("That message has no such control")


def _component_data(component: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "custom_id": component["custom_id"],
        "component_type": component["type"],
        "id": component.get("id", 0),
    }


def _is_leaf(node: Mapping[str, Any]) -> bool:
    return node.get("type") in LEAF_TYPES


def _submitted(
    node: dict[str, Any], values: Mapping[str, Any], picker: EntityPicker
) -> dict[str, Any]:
    submitted: dict[str, Any] = {"type": node["type"], "id": node.get("id", 0)}
    if node["type"] == ComponentType.LABEL:
        submitted["component"] = _submitted(node["component"], values, picker)
    elif node["type"] == ComponentType.ACTION_ROW:
        submitted["components"] = [_submitted(n, values, picker) for n in node["components"]]
    elif _is_leaf(node):
        submitted["custom_id"] = node["custom_id"]
        submitted |= _leaf_value(node, values.get(node["custom_id"]), picker)
    return submitted


def _leaf_value(leaf: dict[str, Any], value: Any, picker: EntityPicker) -> dict[str, Any]:
    match leaf["type"]:
        case ComponentType.TEXT_INPUT:
            return {"value": _text(leaf, value)}
        case ComponentType.CHECKBOX:
            return {"value": bool(leaf.get("default", False) if value is None else value)}
        case ComponentType.RADIO_GROUP:
            return {"value": _radio(leaf, value)}
        case _:
            return {"values": _several_values(leaf, value or [], picker)}


def _several_values(leaf: dict[str, Any], values: Sequence[Any], picker: EntityPicker) -> list[str]:
    if not values and not leaf.get("required", True):
        return []
    if leaf["type"] in SELECT_TYPES:
        return _menu_values(leaf, values, picker=picker)
    _check_count(leaf, values, at_most=len(leaf.get("options") or []) or 1)
    if leaf["type"] == ComponentType.FILE_UPLOAD:
        return [picker.upload(filename, content) for filename, content in values]
    return _options_chosen(leaf, values)


def _text(leaf: Mapping[str, Any], value: Any) -> str:
    text = leaf.get("value", "") if value is None else value
    if not isinstance(text, str):
        raise ActionRefusedError("That field takes text")
    if not text and not leaf.get("required", True):
        return text
    shortest = max(leaf.get("min_length") or 0, 1)
    longest = leaf.get("max_length") or 4000
    if not shortest <= len(text) <= longest:
        raise ActionRefusedError(f"That field takes {shortest} to {longest} characters")
    return text


def _radio(leaf: Mapping[str, Any], value: Any) -> str | None:
    if value is None:
        if leaf.get("required", False):
            raise ActionRefusedError("One of these has to be picked")
        return None
    return _options_chosen(leaf, [value])[0]


def _options_chosen(leaf: Mapping[str, Any], values: Sequence[Any]) -> list[str]:
    offered = {option["value"] for option in leaf.get("options") or []}
    if not set(values) <= offered:
        raise ActionRefusedError("That is not among the choices")
    return [str(value) for value in values]


def _menu_values(menu: dict[str, Any], values: Sequence[str], *, picker: EntityPicker) -> list[str]:
    _check_count(menu, values, at_most=1)
    if menu["type"] == ComponentType.STRING_SELECT:
        return _options_chosen(menu, values)
    return [picker.pick_for_select(menu, int(value)) for value in values]


def _check_count(leaf: Mapping[str, Any], values: Sequence[Any], *, at_most: int) -> None:
    fewest = 1 if leaf.get("min_values") is None else leaf["min_values"]
    most = leaf.get("max_values") or at_most
    if not fewest <= len(values) <= most or len(set(values)) != len(values):
        raise ActionRefusedError(f"Pick {fewest} to {most} different values")
