"""Single values of a JSON answer, each believed only as far as it was checked."""

import json
import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final, NoReturn
from urllib.parse import urlsplit

# Ids become part of an address, hence no dots or slashes. The real ones are UUIDs.
_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
_WORD: Final = re.compile(r"[A-Za-z0-9_.-]{1,40}")
_MAX_URL_CHARS: Final = 2048
# No clip costs this much, and no account holds it: a larger number is a broken one.
_MAX_PLAUSIBLE_USD: Final = 1_000_000_000


def parse_json(text: bytes | str) -> Any:
    """Raise ValueError for anything but JSON, also where the parser would choke on depth."""
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def as_mapping(value: Any) -> Mapping[str, Any]:
    """Give an empty mapping for anything that is not an object."""
    return value if isinstance(value, dict) else {}


def safe_id(value: Any) -> str | None:
    return value if isinstance(value, str) and _ID.fullmatch(value) else None


def word(value: Any) -> str | None:
    """A status or a code: one short word, fit for a log."""
    return value if isinstance(value, str) and _WORD.fullmatch(value) else None


def finite(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def usd(value: Any) -> Decimal | None:
    """Go by way of the shortest text of the number, so that 0.07 stays 0.07."""
    number = finite(value)
    if number is None or abs(number) > _MAX_PLAUSIBLE_USD:
        return None
    return Decimal(repr(number))


def aware_time(value: Any) -> datetime | None:
    """An RFC 3339 time in UTC; one without an offset is taken as UTC."""
    if not isinstance(value, str):
        return None
    try:
        at = datetime.fromisoformat(value)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def web_url(value: Any) -> str | None:
    """Only the form is checked here: where an address may lead is judged by the download."""
    if not isinstance(value, str) or len(value) > _MAX_URL_CHARS:
        return None
    url = value.strip()
    if not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return None
    return url if is_web else None
