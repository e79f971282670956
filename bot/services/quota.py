"""Tells members what the limits leave them, before they ask for a clip."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import structlog

from bot.domain.errors import ShowreelError, StorageUnavailableError
from bot.domain.guild_pauses import GuildPauseStore
from bot.domain.ids import GuildId, UserId
from bot.domain.limits import LimitPolicy, LimitUsage, count_frees_at, money_frees_at
from bot.domain.ports import Clock, Switches
from bot.domain.quota import CountQuota, LimitLog, MoneyQuota, PriceQuota, Quota, ShareQuota
from bot.domain.reasons import Reason

log = structlog.get_logger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Asked:
    user_id: UserId
    guild_id: GuildId
    at: datetime


class QuotaService:
    """Counts as the limits do: what is told here is what the next request meets."""

    def __init__(
        self,
        *,
        limit_log: LimitLog,
        switches: Switches,
        guild_pauses: GuildPauseStore,
        clock: Clock,
        policy: LimitPolicy,
        prices_usd: Mapping[int, Decimal],
        show_prices: bool,
        allowed_guilds: frozenset[GuildId] | None,
    ) -> None:
        """`allowed_guilds` None means all of them."""
        self._limit_log = limit_log
        self._switches = switches
        self._guild_pauses = guild_pauses
        self._clock = clock
        self._policy = policy
        self._prices_usd = prices_usd
        self._show_prices = show_prices
        self._allowed_guilds = allowed_guilds

    async def quota(self, *, user_id: UserId, guild_id: GuildId) -> Quota:
        """Raise ShowreelError with the sentence that says why nothing can be told."""
        if self._allowed_guilds is not None and guild_id not in self._allowed_guilds:
            raise ShowreelError("quota-guild-not-allowed")
        asked = _Asked(user_id=user_id, guild_id=guild_id, at=self._clock.now())
        try:
            return await self._read(asked)
        except StorageUnavailableError:
            log.exception("quota_not_read")
            raise ShowreelError("quota-away") from None

    async def _read(self, asked: _Asked) -> Quota:
        usage = await self._limit_log.limit_usage(
            user_id=asked.user_id, guild_id=asked.guild_id, at=asked.at
        )
        return Quota(
            user=await self._users_share(asked, usage),
            guild=await self._guilds_share(asked, usage),
            prices=await self._prices(asked, usage) if self._show_prices else None,
            pause=await self._switches.pause(),
            guild_pause=await self._guild_pauses.of(asked.guild_id),
        )

    async def _users_share(self, asked: _Asked, usage: LimitUsage) -> ShareQuota:
        policy = self._policy
        return ShareQuota(
            day=await self._day(
                asked, Reason.USER_DAILY_LIMIT, usage.user_jobs_day, policy.user_jobs_per_day
            ),
            waiting=CountQuota(used=usage.user_queued, limit=policy.user_max_queued),
            running=CountQuota(used=usage.user_running, limit=policy.user_max_running),
            money=await self._shown_money(
                asked, Reason.USER_MONEY_LIMIT, usage.user_usd_day, policy.user_usd_per_day
            ),
        )

    async def _guilds_share(self, asked: _Asked, usage: LimitUsage) -> ShareQuota:
        policy = self._policy
        return ShareQuota(
            day=await self._day(
                asked, Reason.GUILD_DAILY_LIMIT, usage.guild_jobs_day, policy.guild_jobs_per_day
            ),
            waiting=CountQuota(used=usage.guild_queued, limit=policy.guild_max_queued),
            running=CountQuota(used=usage.guild_running, limit=policy.guild_max_running),
            money=await self._shown_money(
                asked, Reason.GUILD_MONEY_LIMIT, usage.guild_usd_day, policy.guild_usd_per_day
            ),
        )

    async def _prices(self, asked: _Asked, usage: LimitUsage) -> PriceQuota:
        everybody = await self._money(
            asked, Reason.TOTAL_MONEY_LIMIT, usage.total_usd_day, self._policy.total_usd_per_day
        )
        return PriceQuota(prices_usd=self._prices_usd, everybody=everybody)

    async def _day(self, asked: _Asked, reason: Reason, used: int, limit: int | None) -> CountQuota:
        if limit is None or used == 0:
            return CountQuota(used=used, limit=limit)
        counted = await self._limit_log.counted_jobs(
            reason, user_id=asked.user_id, guild_id=asked.guild_id, at=asked.at
        )
        # Where some are left, one more comes back when the oldest leaves the day.
        frees_at = count_frees_at(counted, min(limit, len(counted)))
        return CountQuota(used=used, limit=limit, frees_at=frees_at)

    async def _shown_money(
        self, asked: _Asked, reason: Reason, used_usd: Decimal, limit_usd: Decimal | None
    ) -> MoneyQuota | None:
        if not self._show_prices:
            return None
        return await self._money(asked, reason, used_usd, limit_usd)

    async def _money(
        self, asked: _Asked, reason: Reason, used_usd: Decimal, limit_usd: Decimal | None
    ) -> MoneyQuota:
        cheapest_usd = min(self._prices_usd.values())
        if limit_usd is None or (limit_usd > 0 and used_usd + cheapest_usd <= limit_usd):
            return MoneyQuota(used_usd=used_usd, limit_usd=limit_usd)
        counted = await self._limit_log.counted_jobs(
            reason, user_id=asked.user_id, guild_id=asked.guild_id, at=asked.at
        )
        frees_at = money_frees_at(counted, limit_usd, cheapest_usd)
        return MoneyQuota(
            used_usd=used_usd, limit_usd=limit_usd, is_used_up=True, frees_at=frees_at
        )
