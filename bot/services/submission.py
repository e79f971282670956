"""Accepts or refuses a request. Accepted means that Discord confirmed the card."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, TypeVar

import structlog

from bot.domain.errors import MessageValue, ShowreelError, StorageUnavailableError
from bot.domain.ids import JobId, MessageId
from bot.domain.job import Job
from bot.domain.limits import LimitBreach, LimitPolicy, LimitUsage, find_breach
from bot.domain.messenger import CardView
from bot.domain.order import Order
from bot.domain.ports import Clock, JobStore, NewAttempt, Submission
from bot.domain.reasons import Reason
from bot.scheduling.answer_pace import AnswerPace
from bot.scheduling.turnstile import Turnstile
from bot.services.admission import Admission, RefusedError
from bot.services.background import BackgroundTasks
from bot.services.incidents import GUILD_REFUSED, IncidentDesk
from bot.services.refusal_log import RefusalLog
from bot.services.request_limits import HeldTo, RequestLimits
from bot.services.withdrawals import Withdrawals

log = structlog.get_logger(__name__)

# Discord waits three seconds; who could not be answered by then is better refused at once.
ANSWER_WITHIN_S: Final = 1.5
# A refusal takes the event loop for about half of this; the other half is for those in hand.
REFUSALS_APART_S: Final = 0.0015
REFUSE_WITHIN_S: Final = 1.8
# Until a crowd has shown how long a request takes here.
FIRST_GUESS_S: Final = 0.003

ErrorT = TypeVar("ErrorT", bound=ShowreelError)
# For a length of clip: how long one would wait, by what the log says at the moment of deciding.
WaitForecast = Callable[[int], Callable[[LimitUsage], float]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Accepted:
    """A reserved job, and what its card says first."""

    job: Job
    view: CardView


class SubmissionService:
    """Every attempt ends as a row: `queued` when it may wait for a slot, else `refused`."""

    def __init__(
        self,
        *,
        store: JobStore,
        admission: Admission,
        incidents: IncidentDesk,
        clock: Clock,
        limits: RequestLimits,
        prices_usd: Mapping[int, Decimal],
        expected_wait_s: WaitForecast,
        new_reference: Callable[[], str],
        wake_worker: Callable[[], None],
        answer_within_s: float = ANSWER_WITHIN_S,
    ) -> None:
        self._store = store
        self._admission = admission
        self._incidents = incidents
        self._clock = clock
        self._limits = limits
        self._prices_usd = prices_usd
        self._expected_wait_s = expected_wait_s
        self._new_reference = new_reference
        self._wake_worker = wake_worker
        self._answer_within_s = answer_within_s
        self._pace = AnswerPace(clock=clock, first_guess_s=FIRST_GUESS_S)
        self._turnstile = Turnstile(
            clock=clock, apart_s=REFUSALS_APART_S, longest_s=REFUSE_WITHIN_S
        )
        self._overflow = RefusalLog(store=store, clock=clock, reason=Reason.OVERLOADED)
        self._background = BackgroundTasks()
        self._withdrawals = Withdrawals(store=store, clock=clock)

    @asynccontextmanager
    async def in_hand(self, order: Order) -> AsyncIterator[None]:
        """Count the request among those that are being answered, from first to last.

        Raises ShowreelError when there are too many for another one to be answered in time: at
        once, but one after another, so that those in hand get on.
        """
        if self._pace.expected_s() > self._answer_within_s:
            attempt = self._attempt(order)
            self._overflow.add(attempt)
            await self._turnstile.pass_through()
            raise RefusedError(Reason.OVERLOADED, reference=attempt.reference)
        with self._pace.holding():
            yield

    async def submit(self, order: Order) -> Accepted:
        """Reserve a place. Raises ShowreelError with the sentence for the member.

        Cancelling this call (no time left to answer Discord) withdraws the reservation.
        """
        attempt = self._attempt(order)
        try:
            order = await self._admission.settled(order)
            attempt = replace(attempt, destination=order.destination)
            await self._admit(order, attempt)
            held_to = await self._held_to(order)
            submission = await self._reserve(attempt, held_to)
        except StorageUnavailableError:
            log.exception("submit_failed", reference=attempt.reference)
            raise ShowreelError("storage-unavailable", reference=attempt.reference) from None
        job = submission.job
        log.info(
            "job_submitted",
            job_id=job.id,
            reference=job.reference,
            guild_id=job.destination.guild_id,
            status=job.status.value,
            reason=job.reason,
        )
        if submission.breach is not None:
            raise _refusal(submission, submission.breach)
        self._background.start(
            self._incidents.close(GUILD_REFUSED, subject=str(job.destination.guild_id)),
            name="guild_allowed",
        )
        return Accepted(job=job, view=CardView(place=submission.ahead + 1))

    async def confirm(self, job_id: JobId, *, card_message_id: MessageId) -> None:
        """Discord confirmed the card: the job may be claimed from now on."""
        self._pace.answered()
        try:
            job = await self._store.acknowledge(
                job_id, card_message_id=card_message_id, at=self._clock.now()
            )
        except StorageUnavailableError:
            log.warning("confirm_failed", job_id=job_id)  # the sweeper asks Discord for the card
            return
        if job is not None:
            self._wake_worker()

    async def withdraw(self, job_id: JobId) -> None:
        """The card never appeared, so the job ends unpaid."""
        await self._withdrawals.withdraw(job_id)

    async def close(self) -> None:
        """Let withdrawals end: what they take back must not be found and carried out."""
        await self._withdrawals.close()
        await self._overflow.close()
        await self._admission.close()
        await self._limits.close()
        await self._background.stop()

    def _attempt(self, order: Order) -> NewAttempt:
        request = order.request.loggable()
        price_usd = self._prices_usd.get(request.duration_s, Decimal(0))
        return NewAttempt(
            request=request,
            destination=order.destination,
            reference=self._new_reference(),
            created_at=self._clock.now(),
            interaction_token=order.interaction_token,
            interaction_token_expires_at=order.interaction_token_expires_at,
            cost_estimated_usd=price_usd,
        )

    async def _admit(self, order: Order, attempt: NewAttempt) -> None:
        """Raise what the member is told, once the attempt stands in the log."""
        refusal = await self._admission.refusal(order)
        if refusal is None:
            return
        job = await self._store.refuse(attempt, refusal.reason)
        log.info(
            "job_refused",
            job_id=job.id,
            reference=job.reference,
            guild_id=job.destination.guild_id,
            reason=str(refusal.reason),
        )
        raise _logged(refusal.error, job)

    async def _held_to(self, order: Order) -> HeldTo:
        where = order.destination
        return await self._limits.of(
            user_id=where.user_id, guild_id=where.guild_id, role_ids=order.role_ids
        )

    async def _reserve(self, attempt: NewAttempt, held_to: HeldTo) -> Submission:
        decide = self._decision_about(attempt, held_to.policy)
        writing = asyncio.create_task(self._store.submit(attempt, decide, scope=held_to.scope))
        try:
            return await asyncio.shield(writing)
        except (asyncio.CancelledError, StorageUnavailableError):
            # The member will be told that nothing was started, but the row may yet be written.
            self._withdrawals.withdraw_unseen(writing, reference=attempt.reference)
            raise

    def _decision_about(
        self, attempt: NewAttempt, policy: LimitPolicy
    ) -> Callable[[LimitUsage], LimitBreach | None]:
        """Return what is called within the write, in a thread of the database's."""
        estimate_usd = attempt.cost_estimated_usd
        wait_s = self._expected_wait_s(attempt.request.duration_s)
        return lambda usage: find_breach(
            policy, usage, estimate_usd=estimate_usd, expected_wait_s=wait_s(usage)
        )


def _refusal(submission: Submission, breach: LimitBreach) -> RefusedError:
    values: dict[str, MessageValue] = {"limit": float(breach.limit)}
    if breach.reason is Reason.WAIT_TOO_LONG:
        values["wait_s"] = float(breach.limit)
    error = RefusedError(breach.reason, **values)
    if submission.frees_at is not None:
        error = RefusedError(breach.reason, "-until", frees_at=submission.frees_at, **values)
    error.role_id = breach.role_id
    return _logged(error, submission.job)


def _logged(error: ErrorT, job: Job) -> ErrorT:
    """Say where the log has it, so that what was typed can be taken up again."""
    error.job_id = job.id
    error.values["reference"] = job.reference
    return error
