"""What is done to bring about a row of the fault table, as data."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.job import JobStatus
from sandbox.discord.faults import FaultName
from sandbox.eachlabs.faults import FaultKind


class WorldEvent(StrEnum):
    """What people do in Discord that closes a way to the member."""

    CHANNEL_DELETED = "channel_deleted"
    MAY_NOT_ATTACH = "may_not_attach"
    MAY_NOT_SEND = "may_not_send"
    MEMBER_LEFT = "member_left"
    BOT_REMOVED = "bot_removed"
    DIRECT_MESSAGES_CLOSED = "direct_messages_closed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Eachlabs:
    """Switch a fault of the local Eachlabs on."""

    kind: FaultKind
    times: int | None = None
    amount: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Discord:
    """Switch a fault of the local Discord on, for paths of the row's channel."""

    name: FaultName
    times: int | None = None
    method: str = "POST"
    path: str = "*"
    seconds: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Happens:
    event: WorldEvent


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """The member types /video. A slow prediction goes on until `Finish`."""

    private: bool = False
    slow: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Cancel:
    """The member presses Cancel on the card."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finish:
    """The video service goes on with slow predictions."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Until:
    """Wait until the job is there."""

    status: JobStatus


@dataclass(frozen=True, kw_only=True, slots=True)
class UntilStruck:
    """Wait until a fault of the local Eachlabs has struck so often."""

    kind: FaultKind
    times: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class UntilPutOff:
    """Wait until a create was put off and the job is back in line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pass:
    """Let the product's time pass in strides until the job has left the state, or so many."""

    while_in: JobStatus
    stride_s: float
    at_most: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Mend:
    """Switch every fault off."""


@dataclass(frozen=True, kw_only=True, slots=True)
class UntilCosted:
    """Let minutes pass until the log knows what a job that was given up has cost."""


Step = (
    Eachlabs
    | Discord
    | Happens
    | Ask
    | Cancel
    | Finish
    | Until
    | UntilStruck
    | UntilPutOff
    | UntilCosted
    | Pass
    | Mend
)
