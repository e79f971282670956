"""Discord's REST side, as the services need it. The implementation lives in `messaging`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.errors import MessageValue
from bot.domain.forecast import MinuteRange
from bot.domain.ids import MessageId
from bot.domain.job import DeliveryWay, Job, SendWay
from bot.domain.ports import Clip


@dataclass(frozen=True, kw_only=True, slots=True)
class CardView:
    """What a card says beside the job itself: only what is new to a reader makes two differ.

    `place` is 1 for the next to start. `bar_parts` are those of ten that are full. `is_last` is
    set when nothing newer can be shown, since the interaction's token is about to die.
    """

    place: int | None = None
    paused: bool = False
    starts_in: MinuteRange | None = None
    ends_in: MinuteRange | None = None
    bar_parts: int | None = None
    is_late: bool = False
    is_last: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnJob:
    """One line of a member's list. `kept_until` is set for a clip that can be fetched."""

    job: Job
    kept_until: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnJobs:
    """A member's list, newest first. `kept_besides` clips can be fetched that have no line."""

    listed: Sequence[OwnJob] = ()
    kept_besides: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class SentMessage:
    """A message that stands."""

    message_id: MessageId
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StandingResult:
    """A result that was sent before and is there. `carried` is attachment or link."""

    message: SentMessage
    carried: DeliveryWay
    size_bytes: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """What a member receives: a file, or else the link."""

    job: Job
    clip: Clip | None
    link: str | None


class Messenger(Protocol):
    """Discord's REST side. Raises MessengerError and its kinds."""

    @property
    def is_throttled(self) -> bool:
        """Whether Discord has asked for fewer requests just now: niceties must wait."""
        ...

    async def show_card(self, job: Job, view: CardView) -> None:
        """Bring the card up to date; for an ended job it folds to what became of it."""
        ...

    async def card_message_id(self, job: Job) -> MessageId | None:
        """Ask Discord, with the interaction's token, whether the card stands.

        An answer that is not this job's card, such as an apology, does not count as one.
        """
        ...

    async def send_to_channel(self, result: Result) -> SentMessage:
        """Use the bot's own token: a new message that mentions the requester once."""
        ...

    async def send_by_interaction(self, result: Result) -> SentMessage:
        """The interaction's token, while it lives; ephemeral for a private job."""
        ...

    async def send_directly(self, result: Result) -> SentMessage:
        """A direct message to the requester."""
        ...

    async def standing_result(self, job: Job, way: SendWay) -> StandingResult | None:
        """Look whether a result that may have been sent this way stands already.

        Raises WayClosedError where the bot cannot look: an ephemeral message, a channel whose
        history it may not read, or one with too much in it.
        """
        ...

    async def announce_end(self, job: Job) -> None:
        """Tell the requester that a job ended without a clip: what, what it cost, what now."""
        ...

    async def delete_result(self, job: Job) -> bool:
        """Take away the message `result_message_id`, which stands in the job's server.

        Returns whether it stood until now: somebody may have deleted it by hand.
        """
        ...

    async def tell_operator(self, key: str, **values: MessageValue) -> None: ...
