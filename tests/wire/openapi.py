"""Holds requests to Discord's own description of its API.

The description lies outside the project: it is Discord's, and it changes without us.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

DESCRIPTION = Path(__file__).parents[3] / "shared" / "discord-openapi.json"
ROOT = "urn:discord"
SMALLEST_SNOWFLAKE = 1 << 22


class DiscordDescription:
    def __init__(self, document: dict[str, Any]) -> None:
        self._paths = document["paths"]
        resource = Resource(contents=document, specification=DRAFT202012)
        self._registry = Registry().with_resource(ROOT, resource)
        self._validators: dict[tuple[str, str], Draft202012Validator | None] = {}

    @classmethod
    def from_file(cls, path: Path = DESCRIPTION) -> "DiscordDescription":
        return cls(json.loads(path.read_text(encoding="utf-8")))

    def faults(self, method: str, path: str, payload: Any) -> list[str]:
        """What is wrong with a request, in words; ``path`` begins below ``/api/v10``."""
        template = self._template(method, path)
        if template is None:
            return [f"{method} {path} is no route of Discord"]
        validator = self._validator(method, template)
        if validator is None:
            return []
        return [
            f"{method} {template}: {error.json_path}: {error.message}"
            for error in validator.iter_errors(with_text_ids(payload))
        ]

    def _template(self, method: str, path: str) -> str | None:
        """Of several that match, the one with the most literal parts, as a server picks it."""
        parts = path.split("/")
        matching = [
            (sum(not part.startswith("{") for part in template.split("/")), template)
            for template, operations in self._paths.items()
            if method.lower() in operations and _matches(template.split("/"), parts)
        ]
        return max(matching)[1] if matching else None

    def _validator(self, method: str, template: str) -> Draft202012Validator | None:
        key = method.lower(), template
        if key not in self._validators:
            self._validators[key] = self._build_validator(*key)
        return self._validators[key]

    def _build_validator(self, method: str, template: str) -> Draft202012Validator | None:
        contents = self._paths[template][method].get("requestBody", {}).get("content", {})
        if "application/json" not in contents:
            return None
        pointer = "/".join(
            part.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
            for part in ("paths", template, method, "requestBody", "content", "application/json")
        )
        schema = {"$ref": f"{ROOT}#/{pointer}/schema"}
        return Draft202012Validator(schema, registry=self._registry)


def with_text_ids(payload: Any) -> Any:
    """Discord reads ids written as numbers; its description knows them as text only."""
    return dict(_with_text_ids(payload)) if isinstance(payload, dict) else _converted("", payload)


def _with_text_ids(fields: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in fields.items():
        if key == "attachments" and isinstance(value, list):
            yield key, [entry | {"id": str(entry["id"])} for entry in value]
        else:
            yield key, _converted(key, value)


def _converted(key: str, value: Any) -> Any:
    if isinstance(value, dict):
        return with_text_ids(value)
    if isinstance(value, list):
        return [_converted(key, entry) for entry in value]
    names_an_id = key in {"id", "users", "roles"} or key.endswith("_id")
    if names_an_id and isinstance(value, int) and value >= SMALLEST_SNOWFLAKE:
        return str(value)
    return value


def _matches(template: list[str], parts: list[str]) -> bool:
    return len(template) == len(parts) and all(
        part.startswith("{") or part == given for part, given in zip(template, parts, strict=True)
    )
