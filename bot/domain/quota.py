"""What a member and a server may still ask for, as the log tells it at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from bot.domain.blocks import Block
from bot.domain.guild_pauses import GuildPause
from bot.domain.limits import LimitScope, LimitUsage, LookBack
from bot.domain.ports import Pause


class LimitLog(Protocol):
    """What the limits see, without asking for anything. May raise StorageUnavailableError."""

    async def limit_usage(self, scope: LimitScope, *, at: datetime) -> LimitUsage: ...

    async def jobs_down_to(
        self, at_most: int, looks_back: LookBack, *, scope: LimitScope, at: datetime
    ) -> datetime | None:
        """When no more than so many of the jobs that count now still count."""
        ...

    async def usd_down_to(
        self, at_most: Decimal, looks_back: LookBack, *, scope: LimitScope, at: datetime
    ) -> datetime | None:
        """When no more than so much of the money that counts now still counts."""
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
    """One member's share, or one server's.

    `month` and `money_month` are None where a month has no limit, and all money where prices are
    not shown.
    """

    day: CountQuota
    waiting: CountQuota
    running: CountQuota
    money: MoneyQuota | None
    month: CountQuota | None = None
    money_month: MoneyQuota | None = None

    @property
    def is_closed(self) -> bool:
        """A limit of nothing refuses everything, whatever time it is."""
        counts = (self.day, self.month, self.waiting, self.running)
        return any(count is not None and count.limit == 0 for count in counts)


@dataclass(frozen=True, kw_only=True, slots=True)
class PriceQuota:
    """What clips are expected to cost by their seconds, and what everybody may spend together."""

    prices_usd: Mapping[int, Decimal]
    everybody: MoneyQuota


@dataclass(frozen=True, kw_only=True, slots=True)
class MoneyWait:
    """No clip can be paid for at the moment. `frees_at` is when the cheapest one can again."""

    frees_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Quota:
    """`prices` is None where prices are not shown; there `money_wait` tells what is in the way.

    `by_role`: a role of the member's sets their share. `pause` is the operator's, `guild_pause`
    that of the server's moderators, and `block` is theirs of this member.
    """

    user: ShareQuota
    guild: ShareQuota
    prices: PriceQuota | None
    pause: Pause | None
    guild_pause: GuildPause | None = None
    block: Block | None = None
    by_role: bool = False
    money_wait: MoneyWait | None = None
