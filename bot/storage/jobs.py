"""The jobs and their events: every step and its event in one transaction."""

import asyncio
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, Unpack

from sqlalchemy import ColumnElement, Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import IllegalTransitionError, UnreadableTextError
from bot.domain.ids import GuildId, JobId, MessageId, PredictionId, RoleId, UserId
from bot.domain.job import (
    FRONT,
    SLOT_STATES,
    TOLD_STATES,
    Actor,
    Job,
    JobEvent,
    JobStatus,
    check_transition,
)
from bot.domain.limits import LimitBreach, LimitScope, LimitUsage
from bot.domain.ports import JobChanges, NewAttempt, Submission, WaitingJob
from bot.domain.reasons import Reason, of_role
from bot.storage.database import Database
from bot.storage.deletions import mark_deleted
from bot.storage.encryption import TextCipher
from bot.storage.erasure import erase_dead_tokens, erase_texts
from bot.storage.job_rows import accepted_row, event_from, job_from, refused_row
from bot.storage.job_steps import change_job, confirm_card, insert_job, row_to_change
from bot.storage.kept_files import IS_TO_LET_GO_OF, kept_files, let_go_of_file
from bot.storage.limit_ends import end_of
from bot.storage.limit_usage import USD_SUM, own_scope, usage_at
from bot.storage.refusals import insert_refused
from bot.storage.tables import (
    COUNTS,
    IS_EXPIRED,
    OWES_WORD,
    RAN_TO_ITS_END,
    WITHOUT_PREDICTION,
    job_events,
    jobs,
)
from bot.storage.unreadable_jobs import unreadable_of, waiting_texts

_CANCELLABLE: Final = SLOT_STATES | {JobStatus.QUEUED}
# A create of these may have been carried out; one that failed was settled by the operator.
_MAY_HAVE_CREATED: Final = frozenset({JobStatus.SUBMITTING, JobStatus.UNKNOWN, JobStatus.FAILED})


class SqlJobStore:
    """The port `JobStore` over the database."""

    def __init__(self, database: Database, *, cipher: TextCipher) -> None:
        self._database = database
        self._cipher = cipher

    async def submit(
        self,
        attempt: NewAttempt,
        decide: Callable[[LimitUsage], LimitBreach | None],
        *,
        scope: LimitScope | None = None,
    ) -> Submission:
        whose = scope or own_scope(attempt)

        async def work(connection: AsyncConnection) -> Submission:
            usage = await usage_at(connection, whose, at=attempt.created_at)
            breach = decide(usage)
            if breach is None:
                job = await self._insert_accepted(connection, attempt)
                return Submission(job=job, ahead=usage.ahead)
            end = await end_of(connection, breach, whose, attempt)
            return Submission(
                job=await self._insert_refused(
                    connection, attempt, end.breach.reason, role_id=end.breach.role_id
                ),
                breach=end.breach,
                frees_at=end.frees_at,
            )

        return await self._database.write(work)

    async def refuse(self, attempt: NewAttempt, reason: str) -> Job:
        return await self._database.write(
            lambda connection: self._insert_refused(connection, attempt, reason)
        )

    async def refuse_all(self, attempts: Sequence[NewAttempt], reason: str) -> None:
        await self._database.write(
            lambda connection: insert_refused(connection, attempts, reason, self._cipher)
        )

    async def acknowledge(
        self, job_id: JobId, *, card_message_id: MessageId, at: datetime
    ) -> Job | None:
        async def work(connection: AsyncConnection) -> Job | None:
            row = await confirm_card(connection, job_id, card_message_id=card_message_id, at=at)
            return self._job(row) if row is not None and row.status is JobStatus.QUEUED else None

        return await self._database.write(work)

    async def get(self, job_id: JobId) -> Job | None:
        async def work(connection: AsyncConnection) -> Job | None:
            row = (await connection.execute(select(jobs).where(jobs.c.id == job_id))).one_or_none()
            return None if row is None else self._job(row)

        return await self._database.read(work)

    async def events(self, job_id: JobId) -> Sequence[JobEvent]:
        columns = job_events.c

        async def work(connection: AsyncConnection) -> Sequence[JobEvent]:
            rows = await connection.execute(
                select(job_events).where(columns.job_id == job_id).order_by(columns.id)
            )
            return [event_from(row) for row in rows]

        return await self._database.read(work)

    async def transition(
        self,
        job_id: JobId,
        to: JobStatus,
        *,
        actor: Actor,
        at: datetime,
        detail: str = "",
        only_from: JobStatus | None = None,
        **changes: Unpack[JobChanges],
    ) -> Job:
        async def work(connection: AsyncConnection) -> Job:
            before = await row_to_change(connection, job_id)
            check_transition(before.status, to)
            if only_from not in {None, before.status}:
                raise IllegalTransitionError(f"{before.status} -> {to}, not from {only_from}")
            await _refuse_foreign_prediction(connection, job_id, changes)
            values: dict[str, Any] = {**changes, "status": to, "owes_word": to in TOLD_STATES}
            # The token outlives the last step, since the card is folded with it; a dead one goes.
            expires_at = before.interaction_token_expires_at
            if expires_at is not None and expires_at <= at:
                values["interaction_token"] = None
            row = await change_job(
                connection, before, actor=actor, at=at, detail=detail, values=values
            )
            job = self._job(row)
            if to is JobStatus.SUBMITTING and job.texts_unreadable:
                raise UnreadableTextError(f"job {job_id} asks for what nobody can read")
            return job

        return await self._database.write(work)

    async def note(
        self,
        job_id: JobId,
        *,
        actor: Actor,
        at: datetime,
        detail: str,
        **changes: Unpack[JobChanges],
    ) -> Job:
        async def work(connection: AsyncConnection) -> Job:
            before = await row_to_change(connection, job_id)
            values: dict[str, Any] = {**changes, "status": before.status}
            row = await change_job(
                connection, before, actor=actor, at=at, detail=detail, values=values
            )
            return self._job(row)

        return await self._database.write(work)

    async def request_cancel(self, job_id: JobId, *, actor: Actor, at: datetime) -> Job:
        """Record the first wish while there is something to cancel; later ones change nothing."""

        async def work(connection: AsyncConnection) -> Job:
            before = await row_to_change(connection, job_id)
            if before.status not in _CANCELLABLE or before.cancel_requested_at is not None:
                return self._job(before)
            values = {"cancel_requested_by": str(actor), "cancel_requested_at": at}
            row = await change_job(
                connection, before, actor=actor, at=at, detail="cancel_requested", values=values
            )
            return self._job(row)

        return await self._database.write(work)

    async def mark_deleted(
        self, job_id: JobId, *, actor: Actor, at: datetime, was_gone: bool = False
    ) -> Job:
        async def work(connection: AsyncConnection) -> Job:
            return self._job(
                await mark_deleted(connection, job_id, actor=actor, at=at, was_gone=was_gone)
            )

        return await self._database.write(work)

    async def waiting(self, *, acknowledged_after: datetime | None = None) -> Sequence[WaitingJob]:
        columns = jobs.c.id, jobs.c.guild_id, jobs.c.user_id, jobs.c.queued_at, jobs.c.duration_s
        is_accepted = (
            jobs.c.acknowledged_at.is_not(None)
            if acknowledged_after is None
            else jobs.c.acknowledged_at > acknowledged_after
        )

        async def work(connection: AsyncConnection) -> Sequence[WaitingJob]:
            rows = await connection.execute(
                select(*columns)
                .where(jobs.c.status == JobStatus.QUEUED, is_accepted)
                .order_by(jobs.c.queued_at, jobs.c.id)
            )
            return [
                WaitingJob(
                    job_id=job_id,
                    guild_id=guild_id,
                    user_id=user_id,
                    queued_at=queued_at,
                    duration_s=duration_s,
                )
                for job_id, guild_id, user_id, queued_at, duration_s in rows
            ]

        return await self._database.read(work)

    async def waiting_unreadable(self) -> Sequence[JobId]:
        rows = await self._database.read(waiting_texts)
        # A line of thousands takes a while to be opened.
        return await asyncio.to_thread(unreadable_of, rows, self._cipher)

    async def generation_times_s(
        self, *, model: str, duration_s: int, at_most: int
    ) -> Sequence[float]:
        latest = (
            select(jobs.c.submitted_at, jobs.c.finished_at)
            .where(RAN_TO_ITS_END, jobs.c.model == model, jobs.c.duration_s == duration_s)
            .order_by(jobs.c.finished_at.desc())
            .limit(at_most)
        )

        async def work(connection: AsyncConnection) -> Sequence[float]:
            rows = await connection.execute(latest)
            return [(finished - submitted).total_seconds() for submitted, finished in rows]

        return await self._database.read(work)

    async def with_status(self, *statuses: JobStatus) -> Sequence[Job]:
        return await self._select(jobs.c.status.in_(statuses))

    async def unacknowledged(self, *, created_before: datetime) -> Sequence[Job]:
        return await self._select(
            jobs.c.status == JobStatus.QUEUED,
            jobs.c.acknowledged_at.is_(None),
            jobs.c.created_at < created_before,
        )

    async def kept_before(self, finished_before: datetime) -> Sequence[Job]:
        return await self._select(
            jobs.c.status == JobStatus.KEPT,
            jobs.c.finished_at < finished_before,
            jobs.c.held.is_(False),
        )

    async def fetched_with_file(self) -> Sequence[Job]:
        return await self._select(*IS_TO_LET_GO_OF)

    async def let_go_of_file(self, job_id: JobId) -> str | None:
        return await self._database.write(lambda connection: let_go_of_file(connection, job_id))

    async def kept_files(self) -> frozenset[str]:
        return await self._database.read(kept_files)

    async def expired_since(self, submitted_after: datetime) -> Sequence[Job]:
        """Predictions that may finish after all; a clip that was made and has gone is over."""
        return await self._select(
            IS_EXPIRED,
            jobs.c.submitted_at > submitted_after,
            jobs.c.reason.not_in((Reason.KEPT_TOO_LONG, Reason.ERASED)),
        )

    async def mark_told(self, job_id: JobId, status: JobStatus) -> None:
        told = update(jobs).where(jobs.c.id == job_id, jobs.c.status == status)

        async def work(connection: AsyncConnection) -> None:
            await connection.execute(told.values(owes_word=False))

        await self._database.write(work)

    async def untold(self, *, created_after: datetime, at_most: int) -> Sequence[Job]:
        return await self._select(
            OWES_WORD,
            jobs.c.created_at > created_after,
            order_by=(jobs.c.created_at,),
            at_most=at_most,
        )

    async def creates_without_prediction(
        self, *, since: datetime, until: datetime
    ) -> Sequence[Job]:
        claimed = await self._select(
            WITHOUT_PREDICTION,
            jobs.c.submitted_at.between(since, until),
            order_by=(jobs.c.submitted_at,),
        )
        # Here and not in SQL, where it would lead SQLite to the index of states.
        return [job for job in claimed if job.status in _MAY_HAVE_CREATED]

    async def owned_predictions(
        self, prediction_ids: Collection[PredictionId]
    ) -> frozenset[PredictionId]:
        owned = select(jobs.c.prediction_id).where(jobs.c.prediction_id.in_(prediction_ids))

        async def work(connection: AsyncConnection) -> frozenset[PredictionId]:
            return frozenset((await connection.execute(owned)).scalars())

        return await self._database.read(work)

    async def of_member(
        self,
        user_id: UserId,
        *,
        guild_id: GuildId | None,
        at_most: int,
        status: JobStatus | None = None,
    ) -> Sequence[Job]:
        in_guild = () if guild_id is None else (jobs.c.guild_id == guild_id,)
        in_state = jobs.c.status != JobStatus.REFUSED if status is None else jobs.c.status == status
        return await self._select(
            jobs.c.user_id == user_id,
            in_state,
            *in_guild,
            order_by=(jobs.c.created_at.desc(), jobs.c.id.desc()),
            at_most=at_most,
        )

    async def erase_dead_tokens(self, now: datetime) -> int:
        return await self._database.write(lambda connection: erase_dead_tokens(connection, now))

    async def erase_texts(self, *, created_before: datetime, at_most: int) -> int:
        return await self._database.write(
            lambda connection: erase_texts(connection, created_before, at_most)
        )

    async def usd_since(self, since: datetime) -> Decimal:
        """Money of the jobs accepted since then: charged, or expected while not known."""
        total = select(USD_SUM).where(COUNTS, jobs.c.queued_at >= since)

        async def work(connection: AsyncConnection) -> Decimal:
            usd: Decimal = (await connection.execute(total)).scalar_one()
            return usd

        return await self._database.read(work)

    async def _select(
        self,
        *conditions: ColumnElement[bool],
        order_by: Sequence[ColumnElement[Any]] = (jobs.c.id,),
        at_most: int | None = None,
    ) -> Sequence[Job]:
        statement = select(jobs).where(*conditions).order_by(*order_by).limit(at_most)

        async def work(connection: AsyncConnection) -> Sequence[Job]:
            rows = await connection.execute(statement)
            return [self._job(row) for row in rows]

        return await self._database.read(work)

    async def _insert_accepted(self, connection: AsyncConnection, attempt: NewAttempt) -> Job:
        values = accepted_row(attempt, self._cipher)
        member = Actor.member(attempt.destination.user_id)
        return self._job(await insert_job(connection, values, actor=member))

    async def _insert_refused(
        self,
        connection: AsyncConnection,
        attempt: NewAttempt,
        reason: str,
        *,
        role_id: RoleId | None = None,
    ) -> Job:
        values, detail = refused_row(attempt, reason, self._cipher), of_role(reason, role_id)
        return self._job(await insert_job(connection, values, actor=FRONT, detail=detail))

    def _job(self, row: Row[Any]) -> Job:
        return job_from(row, self._cipher)


async def _refuse_foreign_prediction(
    connection: AsyncConnection, job_id: JobId, changes: JobChanges
) -> None:
    """One prediction is one job's: two that took the same one would deliver it twice."""
    prediction_id = changes.get("prediction_id")
    if prediction_id is None:
        return
    owner = await connection.execute(
        select(jobs.c.id).where(jobs.c.prediction_id == prediction_id, jobs.c.id != job_id)
    )
    if owner.first() is not None:
        raise IllegalTransitionError(f"prediction {prediction_id} is another job's")
