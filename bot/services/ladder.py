"""The ladder of ways to one member: who is tried when, and what may stand unseen already."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import chain, repeat
from typing import Final

import structlog

from bot.domain.errors import (
    DiscordAwayError,
    NothingSentError,
    TooLargeForDiscordError,
    WayClosedError,
)
from bot.domain.job import WORKER, DeliveryWay, Job, JobStatus, SendWay
from bot.domain.messenger import Messenger, Result, SentMessage, StandingResult
from bot.domain.ports import Clip, Clock
from bot.services.background import CriticalSections
from bot.services.ledger import Ledger

log = structlog.get_logger(__name__)

# Discord counts the whole request against the limit, so a file needs some room around it.
ATTACHMENT_SHARE: Final = 0.95
# Discord's limit where no server boosts it: direct messages.
DIRECT_LIMIT_BYTES: Final = 10 * 1024 * 1024
# While Discord is away nothing says that a way is closed; the last wait is repeated.
SEND_WAITS_S: Final = (1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0)
# Output links are promised for a day, so after that a link would lead nowhere.
SEND_PATIENCE: Final = timedelta(days=1)
FOUND: Final = "found"
DELETED: Final = "deleted"
SECOND_COPY: Final = "second_copy_possible"


@dataclass(frozen=True, kw_only=True, slots=True)
class Load:
    """What there is to hand over: a file, a link, or both."""

    clip: Clip | None
    link: str | None

    def result_for(self, job: Job, *, limit_bytes: int) -> Result | None:
        if self.clip is not None and self.clip.size_bytes <= limit_bytes * ATTACHMENT_SHARE:
            return Result(job=job, clip=self.clip, link=None)
        return None if self.link is None else Result(job=job, clip=None, link=self.link)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Rung:
    """One way to the member, and how much it carries."""

    way: SendWay
    send: Callable[[Result], Awaitable[SentMessage]]
    limit_bytes: int


class DeliveryLadder:
    """One job's result on its way: sent, recorded, and looked for where that is not certain.

    The way is noted before the first send on it. After a restart, and after a send whose outcome
    is not known, the bot looks there before it sends again.
    """

    def __init__(
        self,
        job: Job,
        *,
        ledger: Ledger,
        messenger: Messenger,
        critical: CriticalSections,
        clock: Clock,
    ) -> None:
        self._job = job
        self._ledger = ledger
        self._messenger = messenger
        self._critical = critical
        self._clock = clock
        self._noted = job.sending
        self._unseen = job.sending
        self._second_copy_possible = False

    @property
    def doubt(self) -> str:
        """What the event that ends this delivery must say beside the step itself."""
        return SECOND_COPY if self._second_copy_possible or self._unseen is not None else ""

    async def find(self) -> Job | None:
        """Look once for what an earlier run may have sent; returns the job as delivered."""
        try:
            return await self._find_unseen(load=None)
        except DiscordAwayError as error:
            log.warning("standing_result_not_sought", job_id=self._job.id, cause=str(error))
            return None

    async def climb(self, load: Load) -> Job | None:
        """Return None when every way is closed, or Discord stayed away for a day."""
        try:
            return await self._first_open_way(load)
        except DiscordAwayError as error:
            log.warning("delivery_given_up", job_id=self._job.id, cause=str(error))
            return None

    async def _first_open_way(self, load: Load) -> Job | None:
        for rung in self._ladder():
            result = load.result_for(self._job, limit_bytes=rung.limit_bytes)
            if result is None:
                continue
            delivered = await self._try_way(rung, result, load)
            if delivered is not None:
                return delivered
        return None

    def _ladder(self) -> Sequence[_Rung]:
        where = self._job.destination
        to_channel = _Rung(
            way=SendWay.CHANNEL,
            send=self._messenger.send_to_channel,
            limit_bytes=where.filesize_limit_bytes,
        )
        by_interaction = _Rung(
            way=SendWay.INTERACTION,
            send=self._messenger.send_by_interaction,
            limit_bytes=where.attachment_size_limit_bytes,
        )
        directly = _Rung(
            way=SendWay.DIRECT,
            send=self._messenger.send_directly,
            limit_bytes=DIRECT_LIMIT_BYTES,
        )
        token_lives = self._job.live_token(self._clock.now()) is not None
        public = () if where.private else (to_channel,)
        return (*public, *((by_interaction,) if token_lives else ()), directly)

    async def _try_way(self, rung: _Rung, result: Result, load: Load) -> Job | None:
        """Return None when this way is closed. Raises DiscordAwayError when patience is over."""
        patient_until = (self._job.finished_at or self._clock.now()) + SEND_PATIENCE
        waits_s = chain(SEND_WAITS_S, repeat(SEND_WAITS_S[-1]))
        while True:
            try:
                found = await self._find_unseen(load)
                return found or await self._critical.run(self._send(rung, result, load))
            except WayClosedError as error:
                log.info("way_closed", job_id=self._job.id, cause=str(error))
                return None
            except TooLargeForDiscordError:
                if result.clip is None or load.link is None:
                    return None
                result = replace(result, clip=None, link=load.link)
            except DiscordAwayError as error:
                if self._clock.now() >= patient_until:
                    raise
                wait_s = next(waits_s)
                log.warning("discord_away", job_id=self._job.id, cause=str(error), wait_s=wait_s)
                await self._clock.sleep(wait_s)

    async def _send(self, rung: _Rung, result: Result, load: Load) -> Job:
        await self._note(rung.way)
        try:
            sent = await rung.send(result)
        except NothingSentError:
            raise
        except DiscordAwayError:
            self._unseen = rung.way
            raise
        carried = DeliveryWay.LINK if result.clip is None else DeliveryWay.ATTACHMENT
        standing = StandingResult(message=sent, carried=carried)
        return await self._record(rung.way, standing, load=load, detail=self.doubt)

    async def _note(self, way: SendWay) -> None:
        """Write down where a result may stand from now on, once for each way."""
        if self._noted is way:
            return
        detail = _details(f"sending:{way}", self.doubt)
        await self._ledger.note(self._job.id, actor=WORKER, detail=detail, sending=way)
        self._noted = way

    async def _find_unseen(self, load: Load | None) -> Job | None:
        """Look where a result may stand unseen. Raises DiscordAwayError: then it is not known."""
        way = self._unseen
        if way is None:
            return None
        try:
            standing = await self._messenger.standing_result(self._job, way)
        except WayClosedError as error:
            deleted = await self._record_if_deleted()
            if deleted is None:
                self._doubt(way, cause=str(error))
            return deleted
        self._unseen = None
        if standing is None:
            return await self._record_if_deleted()
        log.info("standing_result_found", job_id=self._job.id, way=way.value)
        detail = _details(FOUND, self.doubt)
        return await self._critical.run(self._record(way, standing, load=load, detail=detail))

    async def _record_if_deleted(self) -> Job | None:
        """Whoever deleted the result saw it stand, and wants it to stay away."""
        deleted_at = (await self._ledger.read(self._job.id)).deleted_at
        if deleted_at is None:
            return None
        log.info("result_deleted_already", job_id=self._job.id)
        return await self._ledger.write(
            self._job.id,
            JobStatus.DELIVERED,
            actor=WORKER,
            detail=DELETED,
            delivered_at=deleted_at,
        )

    def _doubt(self, way: SendWay, *, cause: str) -> None:
        """Nobody can look, so it is sent again: the event before that send says so too."""
        log.warning(SECOND_COPY, job_id=self._job.id, way=way.value, cause=cause)
        self._second_copy_possible = True
        self._unseen = None
        self._noted = None

    async def _record(
        self, way: SendWay, standing: StandingResult, *, load: Load | None, detail: str
    ) -> Job:
        delivery = DeliveryWay.DIRECT_MESSAGE if way is SendWay.DIRECT else standing.carried
        clip = None if load is None else load.clip
        return await self._ledger.write(
            self._job.id,
            JobStatus.DELIVERED,
            actor=WORKER,
            detail=detail,
            delivered_at=self._clock.now(),
            delivery=delivery,
            output_bytes=standing.size_bytes if clip is None else clip.size_bytes,
            result_message_id=standing.message.message_id,
            message_url=standing.message.url,
        )


def _details(*parts: str) -> str:
    return " ".join(part for part in parts if part)
