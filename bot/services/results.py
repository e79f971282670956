"""Takes a result's message away again, for its requester and for moderators."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

import structlog

from bot.domain.errors import (
    DiscordAwayError,
    ShowreelError,
    StorageUnavailableError,
    WayClosedError,
)
from bot.domain.ids import JobId, MessageId
from bot.domain.job import Actor, DeliveryWay, Job, JobStatus
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
        with _in_words(job_id):
            job = await job_for(self._store, job_id, presser)
            actor = acting_as(job, presser, refusal_key="not-yours-delete")
            await self._delete(replace(job, result_message_id=message_id), actor)

    async def delete_from_afar(self, job_id: JobId, *, moderator: Presser) -> bool:
        """Delete a result whose message the moderator need not see: the row says where it is.

        Returns whether it stood until now: it may have been deleted by hand, unknown to the log.
        Raises NotFoundError, or ShowreelError where there is nothing that could be deleted.
        """
        with _in_words(job_id):
            job = await job_for(self._store, job_id, moderator, refusal_key="case-not-found")
            self._check_within_reach(job)
            return await self._delete(job, Actor.moderator(moderator.user_id))

    def _check_within_reach(self, job: Job) -> None:
        if job.deleted_at is not None:
            raise ShowreelError("mod-delete-already", deleted_at=job.deleted_at)
        if job.result_message_id is None:
            raise ShowreelError("mod-delete-nothing")
        if not is_within_reach(job, now=self._clock.now()):
            raise ShowreelError("mod-delete-out-of-reach")

    async def _delete(self, job: Job, actor: Actor) -> bool:
        stood = await self._messenger.delete_result(job)
        # What only its member sees may be taken away by the press itself.
        was_gone = not stood and not job.destination.private
        deleted = await self._store.mark_deleted(
            job.id, actor=actor, at=self._clock.now(), was_gone=was_gone
        )
        log.info("result_deleted", job_id=job.id, actor=str(actor))
        # In any other state, its next step shows the card anyway.
        if deleted.status is JobStatus.DELIVERED:
            self._show_card(deleted)
        return stood


def is_within_reach(job: Job, *, now: datetime) -> bool:
    """Whether the bot can take the result's message away, wherever its button is pressed.

    What only its member sees goes with the press of its own button, or while the token lives.
    """
    if job.deleted_at is not None or job.result_message_id is None:
        return False
    if job.delivery is DeliveryWay.DIRECT_MESSAGE:
        return False
    if job.destination.private:
        return job.live_token(now) is not None
    # Without an address it was fetched, and is its member's alone; erasure takes addresses too.
    return job.message_url is not None or not (job.request.prompt or job.texts_unreadable)


@contextmanager
def _in_words(job_id: JobId) -> Iterator[None]:
    try:
        yield
    except WayClosedError:
        raise ShowreelError("delete-impossible") from None
    except DiscordAwayError:
        raise ShowreelError("discord-away") from None
    except StorageUnavailableError:
        log.exception("delete_failed", job_id=job_id)
        raise ShowreelError("storage-unavailable-now") from None
