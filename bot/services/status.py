"""What an operator wants to know at a glance, read from the database alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from bot.domain.job import Job, JobStatus
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Status:
    """`in_flight` are the jobs that hold a slot or are being delivered."""

    pause: Pause | None
    waiting: int
    in_flight: Sequence[Job]
    requests_in_window: int
    usd_last_day: Decimal
    incidents: Sequence[Incident]


async def read_status(
    *,
    jobs: JobStore,
    switches: Switches,
    incidents: IncidentStore,
    requests: RequestLog,
    clock: Clock,
    window: timedelta,
) -> Status:
    """Works beside a running bot, and without one. Raises StorageUnavailableError."""
    now = clock.now()
    return Status(
        pause=await switches.pause(),
        waiting=len(await jobs.waiting()),
        in_flight=await jobs.with_status(
            JobStatus.SUBMITTING, JobStatus.RUNNING, JobStatus.UNKNOWN, JobStatus.DELIVERING
        ),
        requests_in_window=len(await requests.since(now - window)),
        usd_last_day=await jobs.usd_since(now - DAY),
        incidents=await incidents.open_incidents(),
    )
