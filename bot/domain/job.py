"""A job is one attempt to get a clip; its states and steps are the contract's table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bot.domain.clip import ClipRequest
from bot.domain.errors import IllegalTransitionError
from bot.domain.ids import ChannelId, GuildId, JobId, MessageId, PredictionId, UserId


class JobStatus(StrEnum):
    """The words that program, log, documents and tests share."""

    REFUSED = "refused"
    QUEUED = "queued"
    SUBMITTING = "submitting"
    UNKNOWN = "unknown"
    RUNNING = "running"
    DELIVERING = "delivering"
    DELIVERED = "delivered"
    KEPT = "kept"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


_S = JobStatus
TRANSITIONS: Final[Mapping[JobStatus, frozenset[JobStatus]]] = MappingProxyType(
    {
        _S.REFUSED: frozenset(),
        _S.QUEUED: frozenset({_S.CANCELLED, _S.SUBMITTING}),
        _S.SUBMITTING: frozenset({_S.RUNNING, _S.QUEUED, _S.FAILED, _S.UNKNOWN}),
        _S.UNKNOWN: frozenset({_S.RUNNING, _S.FAILED}),
        _S.RUNNING: frozenset({_S.DELIVERING, _S.FAILED, _S.CANCELLED, _S.EXPIRED}),
        _S.EXPIRED: frozenset({_S.DELIVERING}),
        _S.DELIVERING: frozenset({_S.DELIVERED, _S.KEPT, _S.FAILED}),
        _S.KEPT: frozenset({_S.DELIVERED, _S.EXPIRED}),
        _S.DELIVERED: frozenset(),
        _S.FAILED: frozenset(),
        _S.CANCELLED: frozenset(),
    }
)
FIRST_STATES: Final = frozenset({_S.REFUSED, _S.QUEUED})
# A prediction of these may be running at Eachlabs, so each holds one of the account's slots.
SLOT_STATES: Final = frozenset({_S.SUBMITTING, _S.UNKNOWN, _S.RUNNING})
LIVE_STATES: Final = frozenset({_S.QUEUED, *SLOT_STATES, _S.DELIVERING})
# The requester is owed a last word in these; `unknown` is one, until it is found or settled.
TOLD_STATES: Final = frozenset(
    {_S.DELIVERED, _S.KEPT, _S.FAILED, _S.CANCELLED, _S.EXPIRED, _S.UNKNOWN}
)


def check_transition(before: JobStatus, after: JobStatus) -> None:
    """Raise IllegalTransitionError unless the contract's table has this step."""
    if after not in TRANSITIONS[before]:
        raise IllegalTransitionError(f"{before} -> {after}")


class DeliveryWay(StrEnum):
    """How a clip reached the member: the log's `delivery`."""

    ATTACHMENT = "attachment"
    LINK = "link"
    DIRECT_MESSAGE = "direct_message"


class SendWay(StrEnum):
    """A way to the member, noted before a result is sent on it: only there can it stand unseen."""

    CHANNEL = "channel"
    INTERACTION = "interaction"
    DIRECT = "direct"


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """Who made a step happen, for the event log."""

    kind: str
    user_id: UserId | None = None

    def __str__(self) -> str:
        return self.kind if self.user_id is None else f"{self.kind}:{self.user_id}"

    @classmethod
    def read(cls, word: str) -> "Actor":
        """Read what `str` wrote; who was erased has no id any more."""
        kind, _, number = word.partition(":")
        is_id = number.removeprefix("-").isdecimal()
        return cls(kind=kind, user_id=UserId(int(number)) if is_id else None)

    @classmethod
    def member(cls, user_id: UserId) -> "Actor":
        return cls(kind="member", user_id=user_id)

    @classmethod
    def moderator(cls, user_id: UserId) -> "Actor":
        return cls(kind="moderator", user_id=user_id)


WORKER: Final = Actor(kind="worker")
FRONT: Final = Actor(kind="front")
OPERATOR: Final = Actor(kind="operator")
EACHLABS: Final = Actor(kind="eachlabs")


@dataclass(frozen=True, kw_only=True, slots=True)
class Destination:
    """All that a delivery needs later, when the interaction is long gone.

    `attachment_size_limit_bytes` came with the interaction and holds for its token;
    `filesize_limit_bytes` is the guild's and holds for the bot's own. `spoiler` is what the
    server wanted when the request was accepted.
    """

    guild_id: GuildId
    channel_id: ChannelId
    user_id: UserId
    attachment_size_limit_bytes: int
    filesize_limit_bytes: int
    app_permissions: int
    user_locale: str
    guild_locale: str
    private: bool
    spoiler: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """One row of the log. Times are aware UTC, money is US dollars.

    `texts_unreadable` says that they were sealed with a key that is not given any more; they are
    empty then. Such a job goes on without them, but is never claimed and never compared.
    """

    id: JobId
    reference: str
    status: JobStatus
    reason: str
    request: ClipRequest
    destination: Destination
    created_at: datetime
    acknowledged_at: datetime | None = None
    queued_at: datetime | None = None
    submitted_at: datetime | None = None
    # What its last create asked for, as the log keeps it.
    model: str | None = None
    finished_at: datetime | None = None
    delivered_at: datetime | None = None
    deleted_at: datetime | None = None
    interaction_token: str | None = None
    interaction_token_expires_at: datetime | None = None
    card_message_id: MessageId | None = None
    cancel_requested_by: str | None = None
    cancel_requested_at: datetime | None = None
    prediction_id: PredictionId | None = None
    predict_seconds: float | None = None
    cost_usd: Decimal | None = None
    cost_estimated_usd: Decimal | None = None
    output_url: str | None = None
    output_bytes: int | None = None
    kept_file: str | None = None
    delivery: DeliveryWay | None = None
    result_message_id: MessageId | None = None
    message_url: str | None = None
    sending: SendWay | None = None
    owes_word: bool = False
    texts_unreadable: bool = False

    def live_token(self, now: datetime) -> str | None:
        """The interaction token while Discord still takes it (15 minutes)."""
        if self.interaction_token is None or self.interaction_token_expires_at is None:
            return None
        return self.interaction_token if now < self.interaction_token_expires_at else None


@dataclass(frozen=True, kw_only=True, slots=True)
class JobEvent:
    """One step of a job: written in the transaction that takes it."""

    job_id: JobId
    at: datetime
    before: JobStatus | None
    after: JobStatus
    actor: str
    detail: str
