"""What an operator wants to know at a glance, read from the database alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

from bot.domain.guild_pauses import GuildPause, GuildPauseStore
from bot.domain.ids import JobId
from bot.domain.job import SLOT_STATES, Job, JobStatus
from bot.domain.limits import DAY
from bot.domain.ports import (
    Clock,
    Incident,
    IncidentStore,
    JobStore,
    Pause,
    RequestLog,
    Switches,
)
from bot.services.generation import EXPIRED_HOLD

GUILD_PAUSES_AT_MOST: Final = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class Status:
    """`pause` is the operator's, `guild_pauses` are the first of those of servers' moderators.

    `without_key` are those of the waiting that no key opens, `at_work` the jobs between the line
    and their end, `kept` those whose clip waits.
    """

    pause: Pause | None
    guild_pauses: Sequence[GuildPause]
    waiting: int
    without_key: Sequence[JobId]
    slots_taken: int
    at_work: Sequence[Job]
    kept: Sequence[Job]
    requests_in_window: int
    usd_last_day: Decimal
    incidents: Sequence[Incident]


async def read_status(
    *,
    jobs: JobStore,
    switches: Switches,
    guild_pauses: GuildPauseStore,
    incidents: IncidentStore,
    requests: RequestLog,
    clock: Clock,
    window: timedelta,
    job_timeout: timedelta,
) -> Status:
    """Works beside a running bot, and without one. Raises StorageUnavailableError."""
    now = clock.now()
    at_work = await jobs.with_status(*SLOT_STATES, JobStatus.DELIVERING)
    overdue = await jobs.expired_since(now - job_timeout - EXPIRED_HOLD)
    return Status(
        pause=await switches.pause(),
        guild_pauses=await guild_pauses.all(at_most=GUILD_PAUSES_AT_MOST),
        waiting=len(await jobs.waiting()),
        without_key=await jobs.waiting_unreadable(),
        slots_taken=sum(
            _holds_slot(job, given_up_before=now - job_timeout) for job in (*at_work, *overdue)
        ),
        at_work=at_work,
        kept=await jobs.kept_before(now),
        requests_in_window=len(await requests.since(now - window)),
        usd_last_day=await jobs.usd_since(now - DAY),
        incidents=await incidents.open_incidents(),
    )


def _holds_slot(job: Job, *, given_up_before: datetime) -> bool:
    """Of what nobody can ask about, the deadline says when it holds none any more."""
    match job.status:
        case JobStatus.DELIVERING:
            return False
        case JobStatus.UNKNOWN:
            return (job.submitted_at or job.created_at) > given_up_before
        case JobStatus.EXPIRED:
            return job.cost_usd is None
        case _:
            return True
