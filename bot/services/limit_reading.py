"""How much of each limit is left to one member in one server, and when more comes back."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from bot.domain.limit_ends import jobs_that_may_stay, usd_that_may_stay
from bot.domain.limits import LimitScope, LookBack
from bot.domain.quota import CountQuota, LimitLog, MoneyQuota


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitReading:
    """Rows are read only for a limit whose end depends on them."""

    limit_log: LimitLog
    scope: LimitScope
    at: datetime
    cheapest_usd: Decimal

    async def month(self, looks_back: LookBack, used: int, limit: int | None) -> CountQuota | None:
        """None without a limit: such a month is not even counted."""
        return None if limit is None else await self.count(looks_back, used, limit)

    async def count(self, looks_back: LookBack, used: int, limit: int | None) -> CountQuota:
        if limit is None or used == 0:
            return CountQuota(used=used, limit=limit)
        # Where some are left, one more comes back when the oldest leaves.
        stay, frees_at = jobs_that_may_stay(min(limit, used)), None
        if stay is not None:
            frees_at = await self.limit_log.jobs_down_to(
                stay, looks_back, scope=self.scope, at=self.at
            )
        return CountQuota(used=used, limit=limit, frees_at=frees_at)

    async def money_month(
        self, looks_back: LookBack, used_usd: Decimal, limit_usd: Decimal | None
    ) -> MoneyQuota | None:
        """None without a limit: such a month is not even counted."""
        return None if limit_usd is None else await self.money(looks_back, used_usd, limit_usd)

    async def money(
        self, looks_back: LookBack, used_usd: Decimal, limit_usd: Decimal | None
    ) -> MoneyQuota:
        if limit_usd is None or (limit_usd > 0 and used_usd + self.cheapest_usd <= limit_usd):
            return MoneyQuota(used_usd=used_usd, limit_usd=limit_usd)
        stay, frees_at = usd_that_may_stay(limit_usd, self.cheapest_usd), None
        if stay is not None:
            frees_at = await self.limit_log.usd_down_to(
                stay, looks_back, scope=self.scope, at=self.at
            )
        return MoneyQuota(
            used_usd=used_usd, limit_usd=limit_usd, is_used_up=True, frees_at=frees_at
        )
