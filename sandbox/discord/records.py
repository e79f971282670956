"""What the bot asked of Discord, kept for tests and for whoever looks over its shoulder."""

from collections import deque
from dataclasses import dataclass
from typing import Any

MAX_RECORDED_REQUESTS = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedFile:
    field: str
    filename: str
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedRequest:
    """One REST request; ``path`` begins below ``/api/v10``."""

    method: str
    path: str
    query: dict[str, str]
    content_type: str
    json: Any
    files: tuple[RecordedFile, ...]
    authorized: bool
    status: int


class RequestLog(deque[RecordedRequest]):
    """The newest requests, oldest first."""

    def __init__(self) -> None:
        super().__init__(maxlen=MAX_RECORDED_REQUESTS)

    def matching(self, method: str, path_end: str) -> list[RecordedRequest]:
        return [r for r in self if r.method == method and r.path.endswith(path_end)]
