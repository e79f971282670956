"""How long the service asks us to wait."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

# A header gone wrong must not stop the bot for a day; a service that is still busy says so again.
MAX_RETRY_AFTER_S: Final = 120.0
_SECONDS: Final = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")


def read_retry_after(header: str | None, *, now: datetime) -> float | None:
    """Understand both forms, seconds and an HTTP date; None for anything else."""
    if header is None:
        return None
    text = header.strip()
    if _SECONDS.fullmatch(text):
        return min(float(text), MAX_RETRY_AFTER_S)
    try:
        at = parsedate_to_datetime(text)
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
        wait_s = (at - now).total_seconds()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return min(max(wait_s, 0.0), MAX_RETRY_AFTER_S)
