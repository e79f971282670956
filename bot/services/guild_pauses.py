"""A server's own pause: set and ended by its moderators, asked about with every request."""

from collections.abc import Callable
from typing import Final

import structlog

from bot.domain.errors import ShowreelError
from bot.domain.guild_pauses import PAUSE_REASON_MAX_CHARS, GuildPause, GuildPauseStore
from bot.domain.ids import GuildId, UserId
from bot.domain.order import Order
from bot.domain.ports import Clock, Pause, Switches
from bot.domain.reasons import Reason
from bot.domain.texts import storable
from bot.services.admission import Refusal, plain_refusal
from bot.services.kept_answers import KeptAnswers

log = structlog.get_logger(__name__)

# Another process may change it; it is never older than this.
REREAD_AFTER_S: Final = 5.0
SERVERS_AT_MOST: Final = 2000


class GuildPauses:
    """The worker reads the same rows by itself; it is woken so that it does so at once."""

    def __init__(
        self,
        *,
        store: GuildPauseStore,
        switches: Switches,
        clock: Clock,
        wake_worker: Callable[[], None],
    ) -> None:
        self._store = store
        self._switches = switches
        self._clock = clock
        self._wake_worker = wake_worker
        self._kept = KeptAnswers(
            store.of, clock=clock, reread_after_s=REREAD_AFTER_S, at_most=SERVERS_AT_MOST
        )

    async def of(self, guild_id: GuildId) -> GuildPause | None:
        return await self._kept.get(guild_id)

    async def pause(self, guild_id: GuildId, *, by: UserId, reason: str) -> GuildPause:
        """Raise ShowreelError when the server is paused already."""
        pause = GuildPause(
            guild_id=guild_id,
            reason=storable(" ".join(reason.split()), PAUSE_REASON_MAX_CHARS),
            since=self._clock.now(),
            by=by,
        )
        try:
            standing = await self._store.begin(pause)
        finally:
            self._changed(guild_id)
        if standing is not None:
            raise ShowreelError("pause-already", since=standing.since, text=standing.reason)
        log.info("guild_paused", guild_id=guild_id, by=by)
        return pause

    async def resume(self, guild_id: GuildId, *, by: UserId) -> Pause | None:
        """Return the operator's pause where that goes on. Raises ShowreelError when none held."""
        try:
            ended = await self._store.end(guild_id, by=by, at=self._clock.now())
        finally:
            self._changed(guild_id)
        operators = await self._switches.pause()
        if ended is None and operators is None:
            raise ShowreelError("resume-not-paused")
        if ended is None:
            raise ShowreelError("resume-operators-pause")
        log.info("guild_resumed", guild_id=guild_id, by=by)
        return operators

    def _changed(self, guild_id: GuildId) -> None:
        self._kept.forget(guild_id)
        self._wake_worker()


class GuildPauseCheck:
    """Beside the operator's pause: either is enough, and each ends by its own."""

    def __init__(self, pauses: GuildPauses) -> None:
        self._pauses = pauses

    async def __call__(self, order: Order) -> Refusal | None:
        pause = await self._pauses.of(order.destination.guild_id)
        if pause is None:
            return None
        return plain_refusal(Reason.PAUSED_BY_MODERATORS, text=pause.reason)
