"""A member's list of their own requests. Pure text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.domain.ids import JobId
from bot.domain.job import DeliveryWay, Job, JobStatus
from bot.domain.messenger import OwnJob
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
    catalogue: Catalogue, locale: str, listed: Sequence[OwnJob], *, in_server: bool
) -> OwnJobsText:
    """List as many as fit, in the order given; kept clips stand first."""
    if not listed:
        key = "own-none-here" if in_server else "own-none"
        return OwnJobsText(content=catalogue.text(locale, key), kept=())
    lines = [catalogue.text(locale, "own-heading")]
    if listed[0].kept_until is not None:
        lines.append(catalogue.text(locale, "own-kept-note"))
    kept: list[JobId] = []
    for entry in listed:
        line = _line(catalogue, locale, entry, number=len(kept) + 1)
        if len("\n".join([*lines, line])) > MESSAGE_MAX_CHARS:
            break
        lines.append(line)
        if entry.kept_until is not None:
            kept.append(entry.job.id)
    return OwnJobsText(content="\n".join(lines), kept=kept)


def _line(catalogue: Catalogue, locale: str, entry: OwnJob, *, number: int) -> str:
    job = entry.job
    shown = title(catalogue, locale, job, max_chars=TITLE_MAX_CHARS)
    if entry.kept_until is not None:
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
