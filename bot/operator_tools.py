"""What the operator's short commands do, beside a running bot or without one."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from decimal import Decimal
from typing import Literal, TextIO

from bot.clock import SystemClock
from bot.config import Settings
from bot.domain.erasure import Erasure
from bot.domain.errors import IllegalTransitionError
from bot.domain.ids import JobId, UserId
from bot.domain.job import OPERATOR, Job, JobStatus
from bot.domain.ports import Pause
from bot.domain.usage import UsageFilter
from bot.migration import migrate_if_needed
from bot.services.cancellation import CancellationService
from bot.services.own_data import OwnData, write_own_data
from bot.services.status import Status, read_status
from bot.services.usage_export import export_csv, export_jsonl
from bot.storage.lock import DatabaseLock
from bot.storage.schema import is_current
from bot.stores import Stores


class NotMigratedError(Exception):
    """The database has no schema yet, or an older one."""


@asynccontextmanager
async def ready_stores(settings: Settings) -> AsyncIterator[Stores]:
    """Open the database of a bot. Raises NotMigratedError and StorageUnavailableError."""
    async with Stores.open(settings, clock=SystemClock()) as stores:
        if not await is_current(stores.database):
            raise NotMigratedError
        yield stores


async def migrate(settings: Settings) -> bool:
    """Say whether there was anything to do. Raises DatabaseHeldError and MigrationError."""
    with DatabaseLock.acquire(settings.database_url) as lock:
        return await migrate_if_needed(settings, lock, clock=SystemClock())


async def status(settings: Settings) -> Status:
    async with ready_stores(settings) as stores:
        return await read_status(
            jobs=stores.jobs,
            switches=stores.switches,
            guild_pauses=stores.guild_pauses,
            incidents=stores.incidents,
            requests=stores.requests,
            clock=SystemClock(),
            window=timedelta(seconds=settings.eachlabs_rate_seconds),
            job_timeout=timedelta(seconds=settings.job_timeout_seconds),
        )


async def pause(settings: Settings, reason: str) -> None:
    async with ready_stores(settings) as stores:
        await stores.switches.set_pause(Pause(reason=reason, since=SystemClock().now()))


async def resume(settings: Settings) -> bool:
    """Say whether there was a pause to end."""
    async with ready_stores(settings) as stores:
        was_paused = await stores.switches.pause() is not None
        await stores.switches.set_pause(None)
        return was_paused


async def settle(settings: Settings, job_id: JobId, *, charged: bool) -> None:
    """Close a job whose create has an unknown outcome. Raises IllegalTransitionError for others."""
    now = SystemClock().now()
    async with ready_stores(settings) as stores:
        job = await stores.jobs.get(job_id)
        if job is None:
            raise IllegalTransitionError("no such job")
        await stores.jobs.transition(
            job_id,
            JobStatus.FAILED,
            actor=OPERATOR,
            at=now,
            detail="settled as charged" if charged else "settled as not charged",
            only_from=JobStatus.UNKNOWN,
            finished_at=now,
            cost_usd=job.cost_estimated_usd if charged else Decimal(0),
        )


async def cancel(settings: Settings, job_id: JobId) -> bool:
    """Cancel a job that waits, and say whether it did."""
    async with ready_stores(settings) as stores:
        cancellation = CancellationService(
            store=stores.jobs, clock=SystemClock(), cancel_wanted=_tell_nobody
        )
        job = await stores.jobs.get(job_id)
        return job is not None and await cancellation.cancel_waiting(job, by=OPERATOR)


def _tell_nobody(_cancelled: Job) -> None:
    """A running bot reads it from the database: it owes the member a last word."""


async def count_attempts(settings: Settings, usage_filter: UsageFilter) -> int:
    async with ready_stores(settings) as stores:
        return await stores.usage_log.count(usage_filter)


async def export_usage(
    settings: Settings,
    usage_filter: UsageFilter,
    file: TextIO,
    *,
    file_format: Literal["csv", "jsonl"],
    on_progress: Callable[[int], None],
    on_unreadable: Callable[[int], None],
) -> int:
    """Return how many attempts were written."""
    export = export_csv if file_format == "csv" else export_jsonl
    async with ready_stores(settings) as stores:
        return await export(
            stores.usage_log,
            usage_filter,
            file,
            on_progress=on_progress,
            on_unreadable=on_unreadable,
        )


async def export_own_data(settings: Settings, user_id: UserId, file: TextIO) -> None:
    """Write what is kept under a member's id."""
    async with ready_stores(settings) as stores:
        own_data = OwnData(
            usage_log=stores.usage_log,
            defaults=stores.defaults,
            own_data=stores.own_data,
            clock=SystemClock(),
        )
        await write_own_data(own_data, user_id, file)


async def erase_own_data(settings: Settings, user_id: UserId) -> int:
    """Write down a member's wish to be erased; return of how many requests."""
    async with ready_stores(settings) as stores:
        outlook = await stores.erasures.outlook(user_id)
        await stores.erasures.request(Erasure(user_id=user_id, requested_at=SystemClock().now()))
        return outlook.requests
