"""The usage log as people and other programs read it: filters, pages, the contract's columns."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from bot.domain.ids import GuildId, JobId, UserId
from bot.domain.job import Job, JobStatus

LogCell = str | int | float | bool | None

COLUMNS: Final = (
    "job_id",
    "guild_id",
    "channel_id",
    "user_id",
    "created_at",
    "queued_at",
    "submitted_at",
    "finished_at",
    "delivered_at",
    "deleted_at",
    "status",
    "reason",
    "prompt",
    "negative_prompt",
    "duration_s",
    "aspect_ratio",
    "cfg_scale",
    "private",
    "prediction_id",
    "predict_seconds",
    "cost_usd",
    "cost_estimated_usd",
    "output_url",
    "output_bytes",
    "delivery",
    "message_url",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class UsageFilter:
    """`since` is included and `until` is not; both look at `created_at`."""

    guild_id: GuildId | None = None
    user_id: UserId | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PageFilter:
    """What a page shows of one server's log; what is left out is not asked about.

    `since` is included and `until` is not; both look at `created_at`.
    """

    guild_id: GuildId
    user_id: UserId | None = None
    statuses: frozenset[JobStatus] = frozenset()
    duration_s: int | None = None
    reason: str | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PagePlace:
    """A place in the log, from which a page goes on: what stands there is not on that page."""

    created_at: datetime
    job_id: JobId


def place_above(first: PagePlace | None, *, before: PagePlace | None) -> PagePlace | None:
    """From where newer attempts follow than those of a page: None where it is the newest.

    `first` is the page's first attempt. Without any, the page began before a place that it does
    not show, and that comes next on the way back.
    """
    if before is None:
        return None
    if first is not None:
        return first
    return PagePlace(created_at=before.created_at, job_id=JobId(before.job_id - 1))


@dataclass(frozen=True, kw_only=True, slots=True)
class LookedThrough:
    """A stretch of the log that was looked through for words: what fits, in the order of the way.

    `go_on` is the place from which the next stretch begins: None at the end of the log.
    `unreadable` counts the attempts whose texts no key opens.
    """

    jobs: Sequence[Job]
    go_on: PagePlace | None
    unreadable: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class UsagePage:
    """Some attempts, newest first, and where to go on from here: None where nothing more is.

    A search among attempts that hardly ever fit ends after a while. `searched_back_to` then says
    how far it came; `older` (or `newer`, on the way back) goes on from there, so a page may hold
    few attempts, or none, and still have a next one. `unreadable` counts the attempts on the way
    that could not be looked at, since no key opens their texts.
    """

    jobs: Sequence[Job]
    older: PagePlace | None
    newer: PagePlace | None
    searched_back_to: datetime | None = None
    unreadable: int = 0


def log_row(job: Job) -> Mapping[str, LogCell]:
    """One job under the contract's column names, in their order."""
    where, request = job.destination, job.request
    return {
        "job_id": job.id,
        "guild_id": str(where.guild_id),
        "channel_id": str(where.channel_id),
        "user_id": str(where.user_id),
        "created_at": _iso(job.created_at),
        "queued_at": _iso(job.queued_at),
        "submitted_at": _iso(job.submitted_at),
        "finished_at": _iso(job.finished_at),
        "delivered_at": _iso(job.delivered_at),
        "deleted_at": _iso(job.deleted_at),
        "status": job.status.value,
        "reason": job.reason,
        "prompt": request.prompt,
        "negative_prompt": request.negative_prompt,
        "duration_s": request.duration_s,
        "aspect_ratio": request.aspect_ratio,
        "cfg_scale": request.cfg_scale if math.isfinite(request.cfg_scale) else None,
        "private": where.private,
        "prediction_id": job.prediction_id,
        "predict_seconds": job.predict_seconds,
        "cost_usd": None if job.cost_usd is None else str(job.cost_usd),
        "cost_estimated_usd": (
            None if job.cost_estimated_usd is None else str(job.cost_estimated_usd)
        ),
        "output_url": job.output_url,
        "output_bytes": job.output_bytes,
        "delivery": None if job.delivery is None else job.delivery.value,
        "message_url": job.message_url,
    }


def _iso(at: datetime | None) -> str | None:
    if at is None:
        return None
    return (at if at.tzinfo is UTC else at.astimezone(UTC)).isoformat()
