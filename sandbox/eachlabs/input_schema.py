"""The model's input schema, and what the API says to a create that does not keep it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

DURATIONS_S: Final = (5, 10)
DURATION_DEFAULT_S: Final = 5
ASPECT_RATIOS: Final = ("16:9", "9:16", "1:1")
ASPECT_RATIO_DEFAULT: Final = "16:9"
TEXT_MAX_CHARS: Final = 2500
INPUT_KEYS: Final = frozenset(
    {"prompt", "negative_prompt", "duration", "aspect_ratio", "cfg_scale"}
)


class InvalidInputError(Exception):
    """Answered with 400. `details` is None where the service gives none."""

    def __init__(self, error: str, *, details: str | None = None) -> None:
        super().__init__(error)
        self.error = error
        self.details = details


class UnknownModelError(Exception):
    """Answered with 404."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CreateRequest:
    """A create that keeps the schema; `model_input` is as it was sent."""

    model: str
    model_input: Mapping[str, Any]
    webhook_url: str
    webhook_secret: str

    @property
    def prompt(self) -> str:
        prompt: str = self.model_input["prompt"]
        return prompt

    @property
    def duration_s(self) -> int:
        duration_s: int = self.model_input.get("duration", DURATION_DEFAULT_S)
        return duration_s

    @property
    def aspect_ratio(self) -> str:
        aspect_ratio: str = self.model_input.get("aspect_ratio", ASPECT_RATIO_DEFAULT)
        return aspect_ratio


def parse_create(body: Any, *, model: str) -> CreateRequest:
    """Keys beside `model` and `input` are ignored, as the service does with `version`."""
    if not isinstance(body, dict):
        raise InvalidInputError("invalid request body")
    if not body.get("model"):
        raise InvalidInputError("model field is required")
    if body["model"] != model:
        raise UnknownModelError
    model_input = body.get("input")
    if not isinstance(model_input, dict):
        raise InvalidInputError("input field is required")
    _check_input(model_input)
    return CreateRequest(
        model=model,
        model_input=dict(model_input),
        webhook_url=_text(body, "webhook_url"),
        webhook_secret=_text(body, "webhook_secret"),
    )


def _check_input(model_input: Mapping[str, Any]) -> None:
    unknown = sorted(set(model_input) - INPUT_KEYS)
    if unknown:
        raise _invalid(f"additional properties are not allowed: {', '.join(unknown)}")
    if "prompt" not in model_input:
        raise _invalid("prompt is required")
    for key in ("prompt", "negative_prompt"):
        _check_text(key, model_input.get(key, ""))
    if not model_input["prompt"].strip():
        raise _invalid("prompt must not be empty")
    duration = model_input.get("duration", DURATION_DEFAULT_S)
    if isinstance(duration, bool) or not isinstance(duration, int) or duration not in DURATIONS_S:
        raise _invalid("duration must be one of the integers 5, 10")
    if model_input.get("aspect_ratio", ASPECT_RATIO_DEFAULT) not in ASPECT_RATIOS:
        raise _invalid(f"aspect_ratio must be one of {', '.join(ASPECT_RATIOS)}")
    cfg_scale = model_input.get("cfg_scale", 0.5)
    if isinstance(cfg_scale, bool) or not isinstance(cfg_scale, int | float):
        raise _invalid("cfg_scale must be a number")
    if not 0 <= cfg_scale <= 1:
        raise _invalid("cfg_scale must be between 0 and 1")


def _check_text(key: str, value: Any) -> None:
    if not isinstance(value, str):
        raise _invalid(f"{key} must be a string")
    if len(value) > TEXT_MAX_CHARS:
        raise _invalid(f"{key} must have at most {TEXT_MAX_CHARS} characters")


def _invalid(details: str) -> InvalidInputError:
    return InvalidInputError("Invalid input for model", details=details)


def _text(body: Mapping[str, Any], key: str) -> str:
    value = body.get(key) or ""
    if not isinstance(value, str):
        raise InvalidInputError(f"{key} must be a string")
    return value
