"""Members who may ask for nothing in a server, for a time or for good."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from bot.domain.ids import BlockId, GuildId, JobId, UserId

# As much of it as a refusal shows.
REASON_MAX_CHARS: Final = 200
# All of a server's are held ready at once, so that no request waits for its own look.
BLOCKS_AT_MOST: Final = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class NewBlock:
    """Who may not ask where, by whose decision. `expires_at` None means for good."""

    guild_id: GuildId
    user_id: UserId
    reason: str
    created_at: datetime
    created_by: UserId
    expires_at: datetime | None

    def holds_at(self, moment: datetime) -> bool:
        """It ends at its very microsecond."""
        return holds_at(self.expires_at, moment)


@dataclass(frozen=True, kw_only=True, slots=True)
class Block(NewBlock):
    """A block as it stands in the database."""

    id: BlockId


@dataclass(frozen=True, kw_only=True, slots=True)
class BlockDone:
    """What was done. `cancelled` counts requests that waited; None when that is yet to be done."""

    block: NewBlock
    replaced: Block | None
    cancelled: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class BlockPage:
    """Some of the blocks that hold, newest first, of `count` in all."""

    blocks: Sequence[Block]
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class BlockedJob:
    """A request that waits although its member is blocked, and who blocked them."""

    job_id: JobId
    blocked_by: UserId


class TooManyBlocksError(Exception):
    """The server has as many blocks as one may have."""


class BlockStore(Protocol):
    """Blocks by server, and the record of changes. Every method may raise StorageUnavailableError.

    One that has ended is as if it were not there.
    """

    async def block(self, block: NewBlock, *, at_most: int, about: JobId | None) -> Block | None:
        """Write it in the place of an earlier one, which is returned.

        `about` is the request that gave occasion. Raises TooManyBlocksError.
        """
        ...

    async def lift(
        self, user_id: UserId, *, guild_id: GuildId, by: UserId, at: datetime
    ) -> Block | None:
        """Return the block that held; None when none did."""
        ...

    async def of(self, user_id: UserId, *, guild_id: GuildId, at: datetime) -> Block | None: ...

    async def ends(self, guild_id: GuildId, *, at: datetime) -> Mapping[UserId, datetime | None]:
        """When the blocks of a server end, by member."""
        ...

    async def page(self, guild_id: GuildId, *, at: datetime, skip: int, rows: int) -> BlockPage: ...

    async def waiting_jobs(self, *, at: datetime, at_most: int) -> Sequence[BlockedJob]:
        """Requests that wait although their members are blocked where they asked."""
        ...

    async def forget_ended(self, *, at: datetime, at_most: int) -> int:
        """Erase what has ended: it is text about a person. Return how many."""
        ...


def holds_at(expires_at: datetime | None, moment: datetime) -> bool:
    return expires_at is None or moment < expires_at
