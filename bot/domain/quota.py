"""What a member and a server may still ask for, as the log tells it at one moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from bot.domain.guild_pauses import GuildPause
from bot.domain.ids import GuildId, UserId
from bot.domain.limits import CountedJob, LimitUsage
from bot.domain.ports import Pause
from bot.domain.reasons import Reason


class LimitLog(Protocol):
    """What the limits see, without asking for anything. May raise StorageUnavailableError."""

    async def limit_usage(
        self, *, user_id: UserId, guild_id: GuildId, at: datetime
    ) -> LimitUsage: ...

    async def counted_jobs(
        self, reason: Reason, *, user_id: UserId, guild_id: GuildId, at: datetime
    ) -> Sequence[CountedJob]:
        """The rows of the last 24 hours that the limit of this reason looks at."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class CountQuota:
    """`limit` None means no cap; `frees_at` is when the next one comes back."""

    used: int
    limit: int | None
    frees_at: datetime | None = None

    @property
    def left(self) -> int | None:
        return None if self.limit is None else max(self.limit - self.used, 0)


@dataclass(frozen=True, kw_only=True, slots=True)
class MoneyQuota:
    """`is_used_up`: not even the cheapest clip fits. `frees_at` is when one does again."""

    used_usd: Decimal
    limit_usd: Decimal | None
    is_used_up: bool = False
    frees_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ShareQuota:
    """One member's share, or one server's. `money` is None where prices are not shown."""

    day: CountQuota
    waiting: CountQuota
    running: CountQuota
    money: MoneyQuota | None

    @property
    def is_closed(self) -> bool:
        """A limit of nothing refuses everything, whatever time it is."""
        return 0 in {self.day.limit, self.waiting.limit, self.running.limit}


@dataclass(frozen=True, kw_only=True, slots=True)
class PriceQuota:
    """What clips are expected to cost by their seconds, and what everybody may spend together."""

    prices_usd: Mapping[int, Decimal]
    everybody: MoneyQuota


@dataclass(frozen=True, kw_only=True, slots=True)
class Quota:
    """`prices` is None where prices are not shown.

    `pause` is the operator's, `guild_pause` that of the server's moderators.
    """

    user: ShareQuota
    guild: ShareQuota
    prices: PriceQuota | None
    pause: Pause | None
    guild_pause: GuildPause | None = None
