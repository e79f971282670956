"""A Discord that remembers what really stands, whatever its answers said."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.errors import (
    DiscordAwayError,
    MessengerError,
    NothingSentError,
    TooLargeForDiscordError,
    WayClosedError,
)
from bot.domain.ids import JobId, MessageId
from bot.domain.job import DeliveryWay, Job, JobStatus, SendWay
from bot.domain.messenger import CardView, Result, SentMessage, StandingResult
from tests.property.services.lifeline import Lifeline
from tests.property.services.trouble import Trouble
from tests.support.clock import ManualClock
from tests.support.fakes import RecordingMessenger

SLOW_S = 8.0
# For how long a repeated nonce gives back the first message; interactions know none.
NONCE_MEMORY = timedelta(minutes=3)
FIRST_CARD_ID = 1000
FIRST_RESULT_ID = 9000


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """A result that people can see."""

    job_id: JobId
    way: SendWay
    sent_at: datetime
    result: StandingResult


class ModelDiscord(RecordingMessenger):
    def __init__(self, *, clock: ManualClock, trouble: Trouble) -> None:
        super().__init__()
        self.lifeline = Lifeline()
        self.standing: list[Standing] = []
        self.looked_in_vain: set[JobId] = set()
        self.open_cards: set[JobId] = set()
        self.card_says: dict[JobId, JobStatus] = {}
        self.announced: Counter[tuple[JobId, JobStatus]] = Counter()
        self._clock = clock
        self._trouble = trouble

    def open_card(self, job: Job) -> MessageId:
        """The answer to the member's command: from now on the card stands."""
        self.open_cards.add(job.id)
        self.card_says[job.id] = job.status
        return MessageId(FIRST_CARD_ID + job.id)

    def results_of(self, job_id: JobId) -> list[Standing]:
        return [standing for standing in self.standing if standing.job_id == job_id]

    async def show_card(self, job: Job, view: CardView) -> None:  # noqa: ARG002 - the port's signature
        await self.lifeline.step()
        fault = self._fault("card")
        if job.id not in self.open_cards:
            raise WayClosedError("no card")
        if fault == "away":
            raise DiscordAwayError("away")
        self.card_says[job.id] = job.status
        await self.lifeline.step()
        if fault == "unseen":
            raise DiscordAwayError("no answer")

    async def card_message_id(self, job: Job) -> MessageId | None:
        if self._fault("card_look") == "away":
            raise DiscordAwayError("away")
        if job.live_token(self._clock.now()) is None:
            raise WayClosedError("the token is dead")
        return MessageId(FIRST_CARD_ID + job.id) if job.id in self.open_cards else None

    async def standing_result(self, job: Job, way: SendWay) -> StandingResult | None:
        fault = self._fault("look")
        if fault == "away":
            raise DiscordAwayError("away")
        is_ephemeral = way is SendWay.INTERACTION and job.destination.private
        if fault == "closed" or is_ephemeral or "look" in self._trouble.closed_ways:
            self.looked_in_vain.add(job.id)
            raise WayClosedError("cannot look")
        results = [standing for standing in self.results_of(job.id) if standing.way is way]
        return results[0].result if results else None

    async def announce_end(self, job: Job) -> None:
        await self.lifeline.step()
        fault = self._fault("end")
        if fault == "away":
            raise DiscordAwayError("away")
        self.announced[job.id, job.status] += 1
        await self.lifeline.step()
        if fault == "unseen":
            raise DiscordAwayError("no answer")

    async def tell_operator(self, key: str, **values: object) -> None:
        if self._fault("operator") == "away":
            raise DiscordAwayError("away")
        self.told.append((key, values))

    async def _send(self, way: str, result: Result) -> SentMessage:
        await self.lifeline.step()
        fault = self._fault(way)
        self._refuse(SendWay(way), result, fault)
        if fault == "slow":
            await self._clock.sleep(SLOW_S)
        sent = self._stand(SendWay(way), result)
        await self.lifeline.step()
        if fault == "unseen":
            raise DiscordAwayError("no answer")
        return sent

    def _refuse(self, way: SendWay, result: Result, fault: str) -> None:
        refusals: dict[str, MessengerError] = {
            "away": DiscordAwayError("away"),
            "nothing_sent": NothingSentError("throttled"),
            "closed": WayClosedError("closed"),
        }
        if fault in refusals:
            raise refusals[fault]
        if way in self._trouble.closed_ways:
            raise WayClosedError("closed")
        if way is SendWay.INTERACTION and result.job.live_token(self._clock.now()) is None:
            raise WayClosedError("the token is dead")
        if fault == "too_large" and result.clip is not None:
            raise TooLargeForDiscordError("too large")

    def _stand(self, way: SendWay, result: Result) -> SentMessage:
        now = self._clock.now()
        for standing in self.results_of(result.job.id):
            is_remembered = now - standing.sent_at <= NONCE_MEMORY
            if way is not SendWay.INTERACTION and standing.way is way and is_remembered:
                return standing.result.message
        number = FIRST_RESULT_ID + len(self.standing)
        message = SentMessage(message_id=MessageId(number), url=f"https://discord.test/{number}")
        carried = DeliveryWay.LINK if result.clip is None else DeliveryWay.ATTACHMENT
        self.standing.append(
            Standing(
                job_id=result.job.id,
                way=way,
                sent_at=now,
                result=StandingResult(message=message, carried=carried),
            )
        )
        return message

    def _fault(self, call: str) -> str:
        return "away" if self._trouble.is_away("discord") else self._trouble.next(call)
