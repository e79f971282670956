"""A member's list of their own requests. Pure text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from types import MappingProxyType
from typing import Final

from bot.domain.ids import JobId
from bot.domain.job import DeliveryWay, Job, JobStatus
from bot.domain.messenger import OwnJob, OwnJobs
from bot.domain.reasons import Reason
from bot.messaging.cards import title
from bot.messaging.catalogue import Catalogue

MESSAGE_MAX_CHARS: Final = 2000
TITLE_MAX_CHARS: Final = 40

_STATES: Final[Mapping[JobStatus, str]] = MappingProxyType(
    {
        JobStatus.QUEUED: "own-queued",
        JobStatus.SUBMITTING: "own-submitting",
        JobStatus.UNKNOWN: "own-unknown",
        JobStatus.RUNNING: "own-running",
        JobStatus.DELIVERING: "own-delivering",
        JobStatus.DELIVERED: "own-delivered",
        JobStatus.FAILED: "own-failed",
        JobStatus.CANCELLED: "own-cancelled",
        JobStatus.EXPIRED: "own-expired",
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnJobsText:
    """The message, and the kept clips that it numbers, in that order."""

    content: str
    kept: Sequence[JobId]


def render_own_jobs(
    catalogue: Catalogue, locale: str, own: OwnJobs, *, in_server: bool
) -> OwnJobsText:
    """List as many as fit, in the order given; a kept clip is left out last of all."""
    if not own.listed:
        key = "own-none-here" if in_server else "own-none"
        return OwnJobsText(content=catalogue.text(locale, key), kept=())
    listed, kept_besides = list(own.listed), own.kept_besides
    while True:
        content = _content(catalogue, locale, listed, kept_besides)
        if len(content) <= MESSAGE_MAX_CHARS:
            kept = [entry.job.id for entry in listed if entry.kept_until is not None]
            return OwnJobsText(content=content, kept=kept)
        left_out = _least_needed(listed)
        listed.remove(left_out)
        kept_besides += left_out.kept_until is not None


def _least_needed(listed: Sequence[OwnJob]) -> OwnJob:
    """The oldest that cannot be fetched, or else what can be fetched for longest."""
    others = [entry for entry in listed if entry.kept_until is None]
    if others:
        return others[-1]
    return max(listed, key=lambda entry: entry.kept_until or entry.job.created_at)


def _content(catalogue: Catalogue, locale: str, listed: Sequence[OwnJob], kept_besides: int) -> str:
    lines = [catalogue.text(locale, "own-heading")]
    if any(entry.kept_until is not None for entry in listed):
        lines.append(catalogue.text(locale, "own-kept-note"))
    numbers = count(1)
    for entry in listed:
        number = None if entry.kept_until is None else next(numbers)
        lines.append(_line(catalogue, locale, entry, number=number))
    if kept_besides:
        lines.append(catalogue.text(locale, "own-kept-besides", clips=kept_besides))
    return "\n".join(lines)


def _line(catalogue: Catalogue, locale: str, entry: OwnJob, *, number: int | None) -> str:
    job = entry.job
    shown = title(catalogue, locale, job, max_chars=TITLE_MAX_CHARS)
    if entry.kept_until is not None and number is not None:
        return catalogue.text(
            locale,
            "own-kept-line",
            number=number,
            title=shown,
            kept_until=entry.kept_until,
            asked_at=job.created_at,
        )
    state = catalogue.text(locale, state_key(job))
    line = catalogue.text(locale, "own-line", title=shown, state=state, asked_at=job.created_at)
    url = _message_url(job)
    return line if url is None else f"{line} · {url}"


def state_key(job: Job) -> str:
    if job.deleted_at is not None:
        return "own-deleted"
    if job.reason == Reason.KEPT_TOO_LONG:
        return "own-kept-too-long"
    return _STATES[job.status]


def _message_url(job: Job) -> str | None:
    """Nothing leads back to a message that only its reader saw for a while."""
    unseen = job.destination.private and job.delivery is not DeliveryWay.DIRECT_MESSAGE
    return None if unseen or job.deleted_at is not None else job.message_url
