"""What the services need of the outside, each by its role. Implementations live above."""

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypedDict, Unpack

from bot.domain.clip import ClipRequest
from bot.domain.ids import GuildId, JobId, MessageId, PredictionId, UserId
from bot.domain.job import Actor, DeliveryWay, Destination, Job, JobEvent, JobStatus, SendWay
from bot.domain.limits import LimitBreach, LimitScope, LimitUsage
from bot.domain.prediction import Execution, Prediction


class Clock(Protocol):
    """Time as a parameter, so that tests decide what time it is."""

    def now(self) -> datetime:
        """The wall clock, aware UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds from an arbitrary start that never go back."""
        ...

    async def sleep(self, seconds: float) -> None: ...


class RequestKind(StrEnum):
    """Every call to Eachlabs is one of these; all share the account's window."""

    CREATE = "create"
    CANCEL = "cancel"
    POLL = "poll"
    LIST = "list"
    BALANCE = "balance"


class RequestGate(Protocol):
    """Admits one request: waits for room in every window, and holds an open request."""

    def admit(
        self, kind: RequestKind, guild_id: GuildId | None = None
    ) -> AbstractAsyncContextManager[None]: ...

    def hold_until(self, monotonic: float) -> None:
        """Obey a Retry-After: nothing is sent before that moment."""
        ...


class RequestLog(Protocol):
    """Remembers when requests were sent, so that a restart does not empty the window."""

    async def record(self, at: datetime, kind: RequestKind, guild_id: GuildId | None) -> None: ...

    async def since(
        self, since: datetime
    ) -> Sequence[tuple[datetime, RequestKind, GuildId | None]]: ...


class PredictionApi(Protocol):
    """Eachlabs, seen by the services.

    Every method may raise TryLaterError (with its kinds KeyRefusedError and so on);
    `create` may raise NeverAgainError and OutcomeUnknownError, `get` and `cancel`
    UnknownPredictionError.
    """

    async def create(
        self,
        request: ClipRequest,
        *,
        guild_id: GuildId,
        job_id: JobId,
        sending: Callable[[], None],
    ) -> PredictionId:
        """`sending` is called before the first byte leaves: what ends before it was not sent.

        It may raise, and then nothing is sent.

        `job_id` stands in the address that Eachlabs calls when the prediction has ended.
        """
        ...

    async def get(self, prediction_id: PredictionId, *, guild_id: GuildId) -> Prediction: ...

    async def cancel(self, prediction_id: PredictionId, *, guild_id: GuildId) -> None: ...

    async def balance_usd(self) -> Decimal: ...

    async def executions(self, *, since: datetime, until: datetime) -> Sequence[Execution]: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class NewAttempt:
    """What a front hands over; `interaction_token` is a secret with an end."""

    request: ClipRequest
    destination: Destination
    reference: str
    created_at: datetime
    interaction_token: str
    interaction_token_expires_at: datetime
    cost_estimated_usd: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Submission:
    """The row that was written, and the limit that refused it, if one did.

    `frees_at` is when that limit and all others of a day or a month let such a clip through
    again; None for a limit that is not about a stretch of time, or that never frees.
    """

    job: Job
    breach: LimitBreach | None = None
    frees_at: datetime | None = None
    ahead: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class WaitingJob:
    """The little that the fair order needs of an accepted, waiting job."""

    job_id: JobId
    guild_id: GuildId
    user_id: UserId
    queued_at: datetime
    duration_s: int


class JobChanges(TypedDict, total=False):
    """The columns a transition may set beside the status."""

    reason: str
    submitted_at: datetime
    model: str
    finished_at: datetime
    delivered_at: datetime
    prediction_id: PredictionId
    predict_seconds: float | None
    cost_usd: Decimal | None
    output_url: str | None
    output_bytes: int | None
    kept_file: str | None
    delivery: DeliveryWay
    result_message_id: MessageId
    message_url: str
    sending: SendWay


class JobStore(Protocol):
    """The jobs and their events. Every method may raise StorageUnavailableError."""

    async def submit(
        self,
        attempt: NewAttempt,
        decide: Callable[[LimitUsage], LimitBreach | None],
        *,
        scope: LimitScope | None = None,
    ) -> Submission:
        """Count, decide and insert in one transaction: `queued`, or `refused` and the breach.

        `scope` None counts the days of the member and of the guild that the attempt names.
        """
        ...

    async def refuse(self, attempt: NewAttempt, reason: str) -> Job:
        """Log an attempt that was refused before any limit was asked."""
        ...

    async def refuse_all(self, attempts: Sequence[NewAttempt], reason: str) -> None:
        """Log many attempts that were refused alike. What stands there already is left out."""
        ...

    async def acknowledge(
        self, job_id: JobId, *, card_message_id: MessageId, at: datetime
    ) -> Job | None:
        """Discord confirmed the card: claimable now. None when it no longer waits.

        The card's id is kept in any case, so that it can be brought up to date.
        """
        ...

    async def get(self, job_id: JobId) -> Job | None: ...

    async def events(self, job_id: JobId) -> Sequence[JobEvent]: ...

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
        """Take one step and write its event. Raises IllegalTransitionError, changing nothing.

        `only_from` is for a step that is meant for one state and would be legal from another.
        A prediction that another job owns already is refused in the same way. Raises
        UnreadableTextError, changing nothing, when a job is to be claimed whose texts no key opens.
        """
        ...

    async def note(
        self,
        job_id: JobId,
        *,
        actor: Actor,
        at: datetime,
        detail: str,
        **changes: Unpack[JobChanges],
    ) -> Job:
        """Write an event that is no step: the state is as it was."""
        ...

    async def mark_told(self, job_id: JobId, status: JobStatus) -> None:
        """The last word about this state was said; a later step owes another one."""
        ...

    async def untold(self, *, created_after: datetime, at_most: int) -> Sequence[Job]:
        """Return jobs in TOLD_STATES whose last word is not known to have been said."""
        ...

    async def creates_without_prediction(
        self, *, since: datetime, until: datetime
    ) -> Sequence[Job]:
        """Return jobs claimed in that time whose create may have made a prediction nobody owns."""
        ...

    async def owned_predictions(
        self, prediction_ids: Collection[PredictionId]
    ) -> frozenset[PredictionId]:
        """Say which of these are some job's."""
        ...

    async def of_member(
        self,
        user_id: UserId,
        *,
        guild_id: GuildId | None,
        at_most: int,
        status: JobStatus | None = None,
    ) -> Sequence[Job]:
        """A member's accepted requests, newest first.

        `guild_id` None means in all servers, `status` None in every state.
        """
        ...

    async def request_cancel(self, job_id: JobId, *, actor: Actor, at: datetime) -> Job:
        """Record the first wish to cancel; the state is as it was."""
        ...

    async def mark_deleted(
        self, job_id: JobId, *, actor: Actor, at: datetime, was_gone: bool = False
    ) -> Job:
        """Note who deleted the result's message, or found it gone; the first time counts."""
        ...

    async def waiting(self, *, acknowledged_after: datetime | None = None) -> Sequence[WaitingJob]:
        """Accepted jobs that wait, oldest first; all, or those acknowledged after a moment."""
        ...

    async def waiting_unreadable(self) -> Sequence[JobId]:
        """Accepted jobs that wait and cannot be claimed, since no key opens their texts."""
        ...

    async def generation_times_s(
        self, *, model: str, duration_s: int, at_most: int
    ) -> Sequence[float]:
        """How long the latest predictions of this model took from create to end, newest first.

        Whatever the end was, as long as Eachlabs came to it by itself.
        """
        ...

    async def with_status(self, *statuses: JobStatus) -> Sequence[Job]: ...

    async def unacknowledged(self, *, created_before: datetime) -> Sequence[Job]: ...

    async def kept_before(self, finished_before: datetime) -> Sequence[Job]:
        """Kept jobs whose time is over, but for those whose clip is held as evidence."""
        ...

    async def fetched_with_file(self) -> Sequence[Job]:
        """Jobs whose member has their kept clip, and whose file nobody holds as evidence."""
        ...

    async def let_go_of_file(self, job_id: JobId) -> str | None:
        """Return the file of such a job, which its row names no longer; None for any other."""
        ...

    async def kept_files(self) -> frozenset[str]: ...

    async def expired_since(self, submitted_after: datetime) -> Sequence[Job]: ...

    async def erase_dead_tokens(self, now: datetime) -> int:
        """Erase interaction tokens that Discord no longer takes; returns how many."""
        ...

    async def erase_texts(self, *, created_before: datetime, at_most: int) -> int:
        """Erase prompts and links of ended jobs past retention, in a small batch."""
        ...

    async def usd_since(self, since: datetime) -> Decimal: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Pause:
    """The operator's switch is on: new requests are refused with the reason."""

    reason: str
    since: datetime


class Switches(Protocol):
    """What commands set beside a running bot, reread before each claim."""

    async def pause(self) -> Pause | None: ...

    async def set_pause(self, pause: Pause | None) -> None: ...

    async def command_hash(self) -> str | None: ...

    async def set_command_hash(self, value: str) -> None: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Incident:
    """Something the operator must know. `kind` is a message key's end and an alert's name."""

    kind: str
    subject: str
    opened_at: datetime
    detail: str


class IncidentStore(Protocol):
    """Open incidents, so that each is reported once, across restarts too."""

    async def open(self, incident: Incident) -> bool:
        """Return False when this kind and subject is open already."""
        ...

    async def close(self, kind: str, subject: str, at: datetime) -> Incident | None:
        """Return the incident that ended, or None when none was open."""
        ...

    async def open_incidents(self) -> Sequence[Incident]: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Clip:
    """A downloaded, checked MP4 on disk."""

    path: Path
    size_bytes: int


class ClipSource(Protocol):
    """Fetches an output safely.

    Raises ClipUnusableError and its kinds, and ClipNotStoredError when our own disk refuses.
    """

    def fetch(self, url: str, *, name: str) -> AbstractAsyncContextManager[Clip]:
        """Stream to a temporary file, which is gone when the context ends unless it was moved."""
        ...


class ClipStore(Protocol):
    """Keeps clips that could not be handed over (`MEDIA_DIR`).

    Every method but `has_room` may raise StorageUnavailableError.
    """

    async def keep(self, clip: Clip, *, name: str) -> str:
        """Move the clip into the store; returns the name it is kept under."""
        ...

    async def clip(self, kept_file: str) -> Clip:
        """Return a kept clip; raises ClipUnusableError when it is gone."""
        ...

    async def discard(self, kept_file: str) -> None: ...

    async def kept_before(self, moment: datetime) -> Sequence[str]:
        """Name what was made before then and is still there."""
        ...

    async def has_room(self) -> bool: ...
