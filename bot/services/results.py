"""Takes a result's message away again, for its requester and for moderators."""

from collections.abc import Callable
from dataclasses import replace

import structlog

from bot.domain.errors import (
    DiscordAwayError,
    ShowreelError,
    StorageUnavailableError,
    WayClosedError,
)
from bot.domain.ids import JobId, MessageId
from bot.domain.job import Job, JobStatus
from bot.domain.messenger import Messenger
from bot.domain.ports import Clock, JobStore
from bot.services.people import Presser, acting_as, job_for

log = structlog.get_logger(__name__)


class ResultService:
    """A deletion is logged with who did it; the row and its cost stay."""

    def __init__(
        self,
        *,
        store: JobStore,
        messenger: Messenger,
        clock: Clock,
        show_card: Callable[[Job], None],
    ) -> None:
        self._store = store
        self._messenger = messenger
        self._clock = clock
        self._show_card = show_card

    async def delete(self, job_id: JobId, *, presser: Presser, message_id: MessageId) -> None:
        """Raise NotFoundError, NotAllowedError, or ShowreelError when Discord did not do it.

        `message_id` is the message that was pressed: the row may not know it yet.
        """
        try:
            job = await job_for(self._store, job_id, presser)
            actor = acting_as(job, presser, refusal_key="not-yours-delete")
            await self._messenger.delete_result(replace(job, result_message_id=message_id))
            job = await self._store.mark_deleted(job_id, actor=actor, at=self._clock.now())
        except WayClosedError:
            raise ShowreelError("delete-impossible") from None
        except DiscordAwayError:
            raise ShowreelError("discord-away") from None
        except StorageUnavailableError:
            log.exception("delete_failed", job_id=job_id)
            raise ShowreelError("storage-unavailable-now") from None
        log.info("result_deleted", job_id=job_id, actor=str(actor))
        # In any other state, its next step shows the card anyway.
        if job.status is JobStatus.DELIVERED:
            self._show_card(job)
