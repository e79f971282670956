"""The address of a job's own webhook, as it is given out and as it comes back."""

import re
from dataclasses import dataclass
from typing import Final

from pydantic import SecretStr

from bot.domain.ids import JobId

_PREFIX: Final = "/eachlabs/"
_PATH: Final = re.compile(rf"{_PREFIX}([1-9][0-9]{{0,17}})")


@dataclass(frozen=True, kw_only=True, slots=True)
class WebhookTarget:
    """Where completions are announced to, and the secret that signs them."""

    public_url: str
    secret: SecretStr

    def url_for(self, job_id: JobId) -> str:
        """Name the job, so that a call also settles one whose create was cut off."""
        return f"{self.public_url}{_PREFIX}{job_id}"


def job_called(path: str) -> JobId | None:
    """Give the job of such an address, or None for any other path."""
    found = _PATH.fullmatch(path)
    return None if found is None else JobId(int(found[1]))
