"""A job as a row, and a row as a job."""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import Row

from bot.domain.clip import ClipRequest
from bot.domain.errors import UnreadableTextError
from bot.domain.job import Destination, Job, JobEvent, JobStatus
from bot.domain.ports import NewAttempt
from bot.storage.encryption import TextCipher
from bot.storage.tables import jobs

_DESTINATION_COLUMNS = tuple(Destination.__dataclass_fields__)
_OWN_COLUMNS = tuple(
    name for name in Job.__dataclass_fields__ if name in jobs.c and name != "interaction_token"
)


def new_row(attempt: NewAttempt, cipher: TextCipher) -> dict[str, Any]:
    """What every attempt's row holds, accepted or refused."""
    request, where = attempt.request.loggable(), attempt.destination
    return {
        "reference": attempt.reference,
        "prompt": cipher.seal(request.prompt),
        "negative_prompt": cipher.seal(request.negative_prompt),
        "duration_s": request.duration_s,
        "aspect_ratio": request.aspect_ratio,
        "cfg_scale": None if math.isnan(request.cfg_scale) else request.cfg_scale,
        "created_at": attempt.created_at,
        "texts_erased": False,
        **{name: getattr(where, name) for name in _DESTINATION_COLUMNS},
    }


def accepted_row(attempt: NewAttempt, cipher: TextCipher) -> dict[str, Any]:
    return {
        **new_row(attempt, cipher),
        "status": JobStatus.QUEUED,
        "reason": "",
        "queued_at": attempt.created_at,
        "interaction_token": cipher.seal(attempt.interaction_token),
        "interaction_token_expires_at": attempt.interaction_token_expires_at,
        "cost_estimated_usd": attempt.cost_estimated_usd,
    }


def refused_row(attempt: NewAttempt, reason: str, cipher: TextCipher) -> dict[str, Any]:
    """Neither token nor estimate: nothing will be delivered, and nothing will be charged."""
    return {**new_row(attempt, cipher), "status": JobStatus.REFUSED, "reason": str(reason)}


def job_from(row: Row[Any], cipher: TextCipher) -> Job:
    """What no key opens is left out, and all else is there."""
    try:
        return _job(row, cipher.open)
    except UnreadableTextError:
        job = _job(row, cipher.open_if_possible)
    return replace(job, texts_unreadable=True, interaction_token=job.interaction_token or None)


def _job(row: Row[Any], opened: Callable[[str], str]) -> Job:
    # A plain dictionary: an export asks it fifty million times.
    values = dict(zip(row._fields, row, strict=True))
    cfg_scale, token = values["cfg_scale"], values["interaction_token"]
    return Job(
        request=ClipRequest(
            prompt=opened(values["prompt"]),
            negative_prompt=opened(values["negative_prompt"]),
            duration_s=values["duration_s"],
            aspect_ratio=values["aspect_ratio"],
            cfg_scale=math.nan if cfg_scale is None else cfg_scale,
        ),
        destination=Destination(**{name: values[name] for name in _DESTINATION_COLUMNS}),
        interaction_token=None if token is None else opened(token),
        **{name: values[name] for name in _OWN_COLUMNS},
    )


def event_from(row: Row[Any]) -> JobEvent:
    return JobEvent(
        job_id=row.job_id,
        at=row.at,
        before=row.status_before,
        after=row.status_after,
        actor=row.actor,
        detail=row.detail,
    )
