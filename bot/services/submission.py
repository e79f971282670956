"""Accepts or refuses a request. Accepted means that Discord confirmed the card."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

import structlog

from bot.domain.clip import ClipRequest
from bot.domain.errors import (
    InvalidOptionError,
    MessageValue,
    ShowreelError,
    StorageUnavailableError,
)
from bot.domain.ids import GuildId, JobId, MessageId
from bot.domain.job import Destination, Job
from bot.domain.limits import (
    LimitBreach,
    LimitPolicy,
    LimitUsage,
    count_frees_at,
    find_breach,
    money_frees_at,
)
from bot.domain.messenger import CardView
from bot.domain.ports import ClipStore, Clock, JobStore, NewAttempt, Submission, Switches
from bot.domain.reasons import PROMPT_RULE, Reason, prompt_rule
from bot.scheduling.answer_pace import AnswerPace
from bot.scheduling.turnstile import Turnstile
from bot.services.background import BackgroundTasks
from bot.services.incidents import GUILD_REFUSED, MEDIA_FULL, IncidentDesk
from bot.services.prompt_rules import RuleService
from bot.services.refusal_log import RefusalLog
from bot.services.shared_answer import SharedAnswer
from bot.services.withdrawals import Withdrawals

log = structlog.get_logger(__name__)

# Discord waits three seconds; who could not be answered by then is better refused at once.
ANSWER_WITHIN_S: Final = 1.5
# A refusal takes the event loop for about half of this; the other half is for those in hand.
REFUSALS_APART_S: Final = 0.0015
REFUSE_WITHIN_S: Final = 1.8
# Until a crowd has shown how long a request takes here.
FIRST_GUESS_S: Final = 0.003

_MONEY = frozenset({Reason.USER_MONEY_LIMIT, Reason.GUILD_MONEY_LIMIT, Reason.TOTAL_MONEY_LIMIT})
_COUNTS = frozenset({Reason.USER_DAILY_LIMIT, Reason.GUILD_DAILY_LIMIT})

# For a length of clip: how long one would wait, by what the log says at the moment of deciding.
WaitForecast = Callable[[int], Callable[[LimitUsage], float]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What a front hands over: a request, where to answer, and the way that dies in 15 minutes."""

    request: ClipRequest
    destination: Destination
    interaction_token: str
    interaction_token_expires_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Accepted:
    """A reserved job, and what its card says first."""

    job: Job
    view: CardView


class RefusedError(ShowreelError):
    """The attempt was refused and logged; `key` and `values` say why and until when."""

    def __init__(
        self,
        reason: str,
        suffix: str = "",
        /,
        *,
        job_id: JobId | None = None,
        **values: MessageValue,
    ) -> None:
        super().__init__(f"refused-{reason.replace('_', '-')}{suffix}", **values)
        self.job_id = job_id


class SubmissionService:
    """Every attempt ends as a row: `queued` when it may wait for a slot, else `refused`."""

    def __init__(
        self,
        *,
        store: JobStore,
        switches: Switches,
        clips: ClipStore,
        rules: RuleService,
        incidents: IncidentDesk,
        clock: Clock,
        policy: LimitPolicy,
        prices_usd: Mapping[int, Decimal],
        allowed_guilds: frozenset[GuildId] | None,
        expected_wait_s: WaitForecast,
        new_reference: Callable[[], str],
        wake_worker: Callable[[], None],
        answer_within_s: float = ANSWER_WITHIN_S,
    ) -> None:
        """`allowed_guilds` None means all of them."""
        self._store = store
        self._pause = SharedAnswer(switches.pause)
        self._has_room = SharedAnswer(clips.has_room)
        self._rules = rules
        self._incidents = incidents
        self._clock = clock
        self._policy = policy
        self._prices_usd = prices_usd
        self._allowed_guilds = allowed_guilds
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
            await self._check_switches(attempt)
            await self._check_options(attempt, order.request)
            await self._check_rules(attempt)
            submission = await self._reserve(attempt)
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
            raise self._refusal(submission, submission.breach, attempt)
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
        await self._pause.close()
        await self._has_room.close()
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

    async def _check_switches(self, attempt: NewAttempt) -> None:
        guild_id = attempt.destination.guild_id
        if self._allowed_guilds is not None and guild_id not in self._allowed_guilds:
            row = await self._refuse(attempt, Reason.GUILD_NOT_ALLOWED)
            self._background.start(
                self._incidents.open(GUILD_REFUSED, subject=str(guild_id)), name="guild_refused"
            )
            raise RefusedError(Reason.GUILD_NOT_ALLOWED, job_id=row.id, reference=attempt.reference)
        pause = await self._pause.get()
        if pause is not None:
            row = await self._refuse(attempt, Reason.PAUSED_BY_OPERATOR)
            raise RefusedError(
                Reason.PAUSED_BY_OPERATOR,
                job_id=row.id,
                text=pause.reason,
                reference=attempt.reference,
            )
        if not await self._has_room.get():
            row = await self._refuse(attempt, Reason.STORAGE_FULL)
            self._background.start(self._incidents.open(MEDIA_FULL), name="media_full")
            raise RefusedError(Reason.STORAGE_FULL, job_id=row.id, reference=attempt.reference)

    async def _check_options(self, attempt: NewAttempt, request: ClipRequest) -> None:
        try:
            request.check()
        except InvalidOptionError as error:
            row = await self._refuse(attempt, error.reason)
            error.job_id = row.id
            error.values["reference"] = attempt.reference
            raise

    async def _check_rules(self, attempt: NewAttempt) -> None:
        """Only the prompt: to want something left out is not to ask for it."""
        hit = await self._rules.first_hit(
            attempt.request.prompt, guild_id=attempt.destination.guild_id
        )
        if hit is None:
            return
        row = await self._refuse(attempt, prompt_rule(hit.rule.id))
        raise RefusedError(PROMPT_RULE, job_id=row.id, reference=attempt.reference)

    async def _refuse(self, attempt: NewAttempt, reason: str) -> Job:
        job = await self._store.refuse(attempt, reason)
        log.info(
            "job_refused",
            job_id=job.id,
            reference=job.reference,
            guild_id=job.destination.guild_id,
            reason=reason,
        )
        return job

    async def _reserve(self, attempt: NewAttempt) -> Submission:
        writing = asyncio.create_task(self._store.submit(attempt, self._decision_about(attempt)))
        try:
            return await asyncio.shield(writing)
        except (asyncio.CancelledError, StorageUnavailableError):
            # The member will be told that nothing was started, but the row may yet be written.
            self._withdrawals.withdraw_unseen(writing, reference=attempt.reference)
            raise

    def _decision_about(self, attempt: NewAttempt) -> Callable[[LimitUsage], LimitBreach | None]:
        """Return what is called within the write, in a thread of the database's."""
        policy, estimate_usd = self._policy, attempt.cost_estimated_usd
        wait_s = self._expected_wait_s(attempt.request.duration_s)
        return lambda usage: find_breach(
            policy, usage, estimate_usd=estimate_usd, expected_wait_s=wait_s(usage)
        )

    def _refusal(
        self, submission: Submission, breach: LimitBreach, attempt: NewAttempt
    ) -> RefusedError:
        values: dict[str, MessageValue] = {
            "limit": float(breach.limit),
            "reference": attempt.reference,
        }
        frees_at = None
        if breach.reason in _MONEY:
            frees_at = money_frees_at(submission.counted, breach.limit, attempt.cost_estimated_usd)
        elif breach.reason in _COUNTS:
            frees_at = count_frees_at(submission.counted, int(breach.limit))
        elif breach.reason is Reason.WAIT_TOO_LONG:
            values["wait_s"] = float(breach.limit)
        job_id = submission.job.id
        if frees_at is None:
            return RefusedError(breach.reason, job_id=job_id, **values)
        return RefusedError(breach.reason, "-until", job_id=job_id, frees_at=frees_at, **values)
