"""Blocks: moderators decide who may ask for nothing in their server, and every request is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.domain.blocks import (
    BLOCKS_AT_MOST,
    REASON_MAX_CHARS,
    Block,
    BlockDone,
    BlockPage,
    BlockStore,
    NewBlock,
    TooManyBlocksError,
    holds_at,
)
from bot.domain.erasure import NOBODY
from bot.domain.errors import NotFoundError, ShowreelError
from bot.domain.ids import GuildId, JobId, UserId
from bot.domain.lengths_of_time import LONGEST, TooLongError, read_length
from bot.domain.order import Order
from bot.domain.ports import Clock, JobStore
from bot.domain.reasons import Reason
from bot.domain.texts import storable
from bot.services.admission import Refusal, RefusedError
from bot.services.block_enforcement import BlockEnforcement
from bot.services.kept_answers import KeptAnswers
from bot.services.people import Presser, job_for

log = structlog.get_logger(__name__)

# Nobody but this process writes blocks; they are read anew all the same.
REREAD_AFTER_S: Final = 30.0
SERVERS_AT_MOST: Final = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class BlockWish:
    """Whom a moderator blocks, with the length and the reason as they typed them.

    `about` is the request that gave occasion.
    """

    user_id: UserId
    guild_id: GuildId
    by: UserId
    length: str = ""
    reason: str = ""
    about: JobId | None = None


class BlockService:
    """Whatever id is handed in, only blocks of the server that asks are seen or touched."""

    def __init__(
        self, *, store: BlockStore, jobs: JobStore, enforcement: BlockEnforcement, clock: Clock
    ) -> None:
        self._store = store
        self._jobs = jobs
        self._enforcement = enforcement
        self._clock = clock
        self._ends = KeptAnswers(
            self._read_ends, clock=clock, reread_after_s=REREAD_AFTER_S, at_most=SERVERS_AT_MOST
        )

    async def block(self, wish: BlockWish) -> BlockDone:
        """Write the block, then cancel what of the member waits in this server.

        Raises ShowreelError for a block that cannot be, and StorageUnavailableError.
        """
        if wish.user_id == wish.by:
            raise ShowreelError("block-self")
        block = self._new_block(wish)
        try:
            replaced = await self._store.block(block, at_most=BLOCKS_AT_MOST, about=wish.about)
        except TooManyBlocksError:
            raise ShowreelError("block-too-many", limit=BLOCKS_AT_MOST) from None
        finally:
            self._ends.forget(wish.guild_id)
        log.info(
            "member_blocked",
            guild_id=wish.guild_id,
            user_id=wish.user_id,
            by=wish.by,
            expires_at=None if block.expires_at is None else block.expires_at.isoformat(),
        )
        cancelled = await self._enforcement.cancel_waiting_of(block)
        return BlockDone(block=block, replaced=replaced, cancelled=cancelled)

    async def requester(self, job_id: JobId, *, presser: Presser) -> UserId:
        """Whom a block for this request would meet. Raises NotFoundError and ShowreelError."""
        job = await job_for(self._jobs, job_id, presser)
        user_id = job.destination.user_id
        if user_id <= NOBODY:
            raise ShowreelError("block-nobody")
        if user_id == presser.user_id:
            raise ShowreelError("block-self")
        return user_id

    async def unblock(self, user_id: UserId, *, guild_id: GuildId, by: UserId) -> Block:
        """Return the block that held. Raises NotFoundError when none did."""
        try:
            lifted = await self._store.lift(user_id, guild_id=guild_id, by=by, at=self._clock.now())
        finally:
            self._ends.forget(guild_id)
        if lifted is None:
            raise NotFoundError("unblock-not-blocked")
        log.info("member_unblocked", guild_id=guild_id, user_id=user_id, by=by)
        return lifted

    async def holding(self, user_id: UserId, *, guild_id: GuildId) -> Block | None:
        """The block that keeps a member from asking at this moment."""
        ends = await self._ends.get(guild_id)
        if user_id not in ends or not holds_at(ends[user_id], self._clock.now()):
            return None
        return await self._store.of(user_id, guild_id=guild_id, at=self._clock.now())

    async def page(self, guild_id: GuildId, *, number: int, rows: int) -> BlockPage:
        """A page of the blocks that hold, 0 the newest; the last one for a number beyond it."""
        page = await self._page(guild_id, number=number, rows=rows)
        last = max(0, page.count - 1) // rows
        return page if number <= last else await self._page(guild_id, number=last, rows=rows)

    async def close(self) -> None:
        await self._ends.close()

    async def _page(self, guild_id: GuildId, *, number: int, rows: int) -> BlockPage:
        return await self._store.page(guild_id, at=self._clock.now(), skip=number * rows, rows=rows)

    async def _read_ends(self, guild_id: GuildId) -> Mapping[UserId, datetime | None]:
        return await self._store.ends(guild_id, at=self._clock.now())

    def _new_block(self, wish: BlockWish) -> NewBlock:
        now, length = self._clock.now(), _length(wish.length)
        return NewBlock(
            guild_id=wish.guild_id,
            user_id=wish.user_id,
            reason=storable(" ".join(wish.reason.split()), REASON_MAX_CHARS),
            created_at=now,
            created_by=wish.by,
            expires_at=None if length is None else now + length,
        )


class BlockCheck:
    """The member is told why, and until when."""

    def __init__(self, blocks: BlockService) -> None:
        self._blocks = blocks

    async def __call__(self, order: Order) -> Refusal | None:
        where = order.destination
        block = await self._blocks.holding(where.user_id, guild_id=where.guild_id)
        if block is None:
            return None
        reason = Reason.MEMBER_BLOCKED
        if block.expires_at is None:
            return Refusal(reason=reason, error=RefusedError(reason, text=block.reason))
        error = RefusedError(reason, "-until", text=block.reason, until=block.expires_at)
        return Refusal(reason=reason, error=error)


def _length(typed: str) -> timedelta | None:
    """None, for good, where nothing was typed."""
    if not typed.strip():
        return None
    try:
        length = read_length(typed)
    except TooLongError:
        raise ShowreelError("block-length-too-long", years=LONGEST.days // 365) from None
    if length is None:
        raise ShowreelError("block-length-unreadable", text=typed)
    return length
