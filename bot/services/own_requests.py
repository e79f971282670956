"""Hands a member's earlier request out again: to its requester, and to nobody else."""

import asyncio
from typing import Final

import structlog

from bot.domain.errors import NotAllowedError, ShowreelError, StorageUnavailableError
from bot.domain.ids import JobId
from bot.domain.job import Job
from bot.domain.ports import JobStore
from bot.services.people import Presser, job_for

log = structlog.get_logger(__name__)

# A card or a form must be the first answer to a press, and Discord waits three seconds for it.
LOOK_WITHIN_S: Final = 1.0


class OwnRequests:
    """Refused ones too. Raises NotFoundError, NotAllowedError, or ShowreelError."""

    def __init__(self, *, store: JobStore) -> None:
        self._store = store

    async def to_repeat(self, job_id: JobId, *, presser: Presser) -> Job:
        """What somebody took away is not brought back by a button that was left over."""
        job = await self._own(job_id, presser, refusal_key="not-yours-again")
        if job.deleted_at is not None:
            raise ShowreelError("request-deleted")
        return job

    async def to_edit(self, job_id: JobId, *, presser: Presser) -> Job:
        return await self._own(job_id, presser, refusal_key="not-yours-edit")

    async def _own(self, job_id: JobId, presser: Presser, *, refusal_key: str) -> Job:
        try:
            async with asyncio.timeout(LOOK_WITHIN_S):
                job = await job_for(self._store, job_id, presser)
        except (StorageUnavailableError, TimeoutError) as error:
            log.warning("request_not_read", job_id=job_id, cause=type(error).__name__)
            raise ShowreelError("request-log-away") from None
        if presser.user_id != job.destination.user_id:
            raise NotAllowedError(refusal_key)
        if job.texts_unreadable or not job.request.prompt:
            raise ShowreelError("request-erased")
        return job
