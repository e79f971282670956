"""Reads why something failed, from any of the envelopes the service has used over time.

Codes decide. The wording counts only where no code says anything, as in the oldest answers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, TypeGuard

from bot.eachlabs.detail import MAX_DETAIL_CHARS, safe_detail
from bot.eachlabs.values import parse_json, word

_CODE_KEYS: Final = ("error_code", "category", "error_classification", "classification", "code")
_MESSAGE_KEYS: Final = ("error_message", "output", "error", "message", "details", "logs")
_NESTED_KEYS: Final = ("output", "error", "details", "classification")
_MAX_DEPTH: Final = 4
# No real answer comes near these; a broken one is read no further.
_MAX_MESSAGE_CHARS: Final = 2000
_MAX_CODES: Final = 8

# What the service documents; other codes are shown only if the prompt does not hold them.
_KNOWN_CODES: Final = frozenset(
    {
        "input_validation_error",
        "input_download_error",
        "provider_auth_error",
        "provider_bad_request",
        "provider_rejected",
        "provider_rate_limit",
        "provider_server_error",
        "provider_failed",
        "network_error",
        "execution_timeout",
        "pipeline_config_error",
        "publish_failed",
        "worker_lost",
        "iteration_error",
        "validation",
        "provider",
        "auth",
        "rate_limit",
        "network",
        "timeout",
        "internal",
        "unknown",
        "content_moderation",
        "invalid_user_input",
        "invalid_model_config",
        "invalid_input",
        "provider_auth",
        "provider_error",
        "provider_unavailable",
        "internal_error",
    }
)
_UNSPECIFIC_CODES: Final = frozenset({"provider_failed", "provider", "provider_error", "unknown"})
_SAFETY_HINTS: Final = ("moderation", "safety", "content_policy", "nsfw", "sensitive")
_SAFETY_WORDING: Final = ("risk control", "content policy", "moderation", "nsfw", "safety")
_INPUT_HINTS: Final = ("input_", "validation", "invalid_user_input", "invalid_input")
_INPUT_WORDING: Final = ("invalid input", "validation failed", "validation error")


class FailureKind(StrEnum):
    """Who has to change something before another try makes sense."""

    REJECTED = "rejected"
    INVALID_INPUT = "invalid_input"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """`detail` is safe to log: codes, and of the message what the prompt does not hold."""

    kind: FailureKind
    detail: str


def read_failure(body: Any, *, secrets: Sequence[str] | None) -> Failure:
    """Never fails itself: a body that says nothing gives OTHER without a detail."""
    envelopes = list(_envelopes(body))
    codes = list(dict.fromkeys(code for part in envelopes for code in _codes(part)))[:_MAX_CODES]
    message = _message(body, envelopes)
    shown = [code for code in codes if code in _KNOWN_CODES or _is_harmless(code, secrets)]
    detail = " ".join([*shown, safe_detail(message, secrets=secrets)]).strip()
    return Failure(kind=_kind(codes, message.casefold()), detail=detail[:MAX_DETAIL_CHARS])


def _envelopes(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Walk what an error may hide in, innermost first: it is the most telling."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        yield from _envelopes(value[0] if value else None, depth + 1)
    if isinstance(value, str):
        yield from _envelopes(_encoded_object(value), depth + 1)
    if isinstance(value, dict):
        for key in _NESTED_KEYS:
            yield from _envelopes(value.get(key), depth + 1)
        yield value


def _encoded_object(text: str) -> Any:
    if not text.lstrip().startswith("{"):
        return None
    try:
        return parse_json(text)
    except ValueError:
        return None


def _codes(envelope: Mapping[str, Any]) -> Iterator[str]:
    for key in _CODE_KEYS:
        code = word(envelope.get(key))
        if code is not None:
            yield code.casefold()


def _message(body: Any, envelopes: Sequence[Mapping[str, Any]]) -> str:
    texts = [body, *(part.get(key) for part in envelopes for key in _MESSAGE_KEYS)]
    first = next((text for text in texts if _is_message(text)), "")
    # A refusal's `error` is a phrase; what the operator can do about it stands in `details`.
    details = (part.get("details") for part in envelopes)
    more = next((text for text in details if _is_message(text) and text != first), "")
    return ": ".join(text[:_MAX_MESSAGE_CHARS] for text in (first, more) if text)


def _is_message(text: Any) -> TypeGuard[str]:
    return isinstance(text, str) and bool(text.strip()) and _encoded_object(text) is None


def _is_harmless(code: str, secrets: Sequence[str] | None) -> bool:
    return safe_detail(code, secrets=secrets) == code


def _kind(codes: Sequence[str], message: str) -> FailureKind:
    if "provider_rejected" in codes or _hints(codes, _SAFETY_HINTS):
        return FailureKind.REJECTED
    if _hints(codes, _INPUT_HINTS):
        return FailureKind.INVALID_INPUT
    if not _UNSPECIFIC_CODES.issuperset(codes):
        return FailureKind.OTHER
    if any(words in message for words in _SAFETY_WORDING):
        return FailureKind.REJECTED
    if any(words in message for words in _INPUT_WORDING):
        return FailureKind.INVALID_INPUT
    return FailureKind.OTHER


def _hints(codes: Sequence[str], hints: Sequence[str]) -> bool:
    return any(hint in code for code in codes for hint in hints)
