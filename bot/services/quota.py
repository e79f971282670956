"""Tells members what the limits leave them, before they ask for a clip."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Final

import structlog

from bot.domain.blocks import BlockStore
from bot.domain.errors import ShowreelError, StorageUnavailableError
from bot.domain.guild_pauses import GuildPauseStore
from bot.domain.ids import GuildId, RoleId, UserId
from bot.domain.limits import (
    EVERYBODYS_DAY,
    GUILD_DAY,
    GUILD_MONTH,
    MEMBER_DAY,
    MEMBER_MONTH,
    USER_DAY,
    LimitUsage,
    Spent,
)
from bot.domain.ports import Clock, Switches
from bot.domain.quota import (
    CountQuota,
    LimitLog,
    MoneyQuota,
    MoneyWait,
    PriceQuota,
    Quota,
    ShareQuota,
)
from bot.services.limit_reading import LimitReading
from bot.services.request_limits import HeldTo, RequestLimits

log = structlog.get_logger(__name__)

_LAST: Final = datetime.max.replace(tzinfo=UTC)
_NOTHING: Final = Spent(jobs=0, usd=Decimal(0))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Money:
    """Every limit of money; None for a month without one."""

    user: MoneyQuota
    user_month: MoneyQuota | None
    guild: MoneyQuota
    guild_month: MoneyQuota | None
    everybody: MoneyQuota

    @property
    def all(self) -> Sequence[MoneyQuota]:
        months = [month for month in (self.user_month, self.guild_month) if month is not None]
        return (self.user, self.guild, self.everybody, *months)


class QuotaService:
    """Counts as the limits do: what is told here is what the next request meets."""

    def __init__(
        self,
        *,
        limit_log: LimitLog,
        switches: Switches,
        guild_pauses: GuildPauseStore,
        blocks: BlockStore,
        clock: Clock,
        limits: RequestLimits,
        prices_usd: Mapping[int, Decimal],
        show_prices: bool,
        allowed_guilds: frozenset[GuildId] | None,
    ) -> None:
        """`allowed_guilds` None means all of them."""
        self._limit_log = limit_log
        self._switches = switches
        self._guild_pauses = guild_pauses
        self._blocks = blocks
        self._clock = clock
        self._limits = limits
        self._prices_usd = prices_usd
        self._show_prices = show_prices
        self._allowed_guilds = allowed_guilds

    async def quota(
        self, *, user_id: UserId, guild_id: GuildId, role_ids: Collection[RoleId] = ()
    ) -> Quota:
        """Raise ShowreelError with the sentence that says why nothing can be told."""
        if self._allowed_guilds is not None and guild_id not in self._allowed_guilds:
            raise ShowreelError("quota-guild-not-allowed")
        try:
            held_to = await self._limits.of(user_id=user_id, guild_id=guild_id, role_ids=role_ids)
            return await self._read(held_to, user_id)
        except StorageUnavailableError:
            log.exception("quota_not_read")
            raise ShowreelError("quota-away") from None

    async def _read(self, held_to: HeldTo, user_id: UserId) -> Quota:
        at, guild_id = self._clock.now(), held_to.scope.guild_id
        usage = await self._limit_log.limit_usage(held_to.scope, at=at)
        reading = LimitReading(
            limit_log=self._limit_log,
            scope=held_to.scope,
            at=at,
            cheapest_usd=min(self._prices_usd.values()),
        )
        money = await _money(reading, held_to, usage)
        shown = money if self._show_prices else None
        return Quota(
            user=await _users_share(reading, held_to, usage, shown),
            guild=await _guilds_share(reading, held_to, usage, shown),
            prices=None if shown is None else self._prices(shown),
            pause=await self._switches.pause(),
            guild_pause=await self._guild_pauses.of(guild_id),
            block=await self._blocks.of(user_id, guild_id=guild_id, at=at),
            by_role=held_to.by_role,
            money_wait=None if self._show_prices else _money_wait(money.all),
        )

    def _prices(self, money: _Money) -> PriceQuota:
        return PriceQuota(prices_usd=self._prices_usd, everybody=money.everybody)


async def _users_share(
    reading: LimitReading, held_to: HeldTo, usage: LimitUsage, money: _Money | None
) -> ShareQuota:
    policy, month = held_to.policy, usage.member_month or _NOTHING
    everywhere = await reading.count(USER_DAY, usage.user_jobs_day, policy.user_jobs_per_day)
    here = await reading.count(MEMBER_DAY, usage.member_jobs_day, policy.member_jobs_per_day)
    return ShareQuota(
        day=min((everywhere, here), key=_room),
        month=await reading.month(MEMBER_MONTH, month.jobs, policy.member_jobs_per_month),
        waiting=CountQuota(used=usage.user_queued, limit=policy.user_max_queued),
        running=CountQuota(used=usage.user_running, limit=policy.user_max_running),
        money=None if money is None else money.user,
        money_month=None if money is None else money.user_month,
    )


async def _guilds_share(
    reading: LimitReading, held_to: HeldTo, usage: LimitUsage, money: _Money | None
) -> ShareQuota:
    policy, month = held_to.policy, usage.guild_month or _NOTHING
    return ShareQuota(
        day=await reading.count(GUILD_DAY, usage.guild_jobs_day, policy.guild_jobs_per_day),
        month=await reading.month(GUILD_MONTH, month.jobs, policy.guild_jobs_per_month),
        waiting=CountQuota(used=usage.guild_queued, limit=policy.guild_max_queued),
        running=CountQuota(used=usage.guild_running, limit=policy.guild_max_running),
        money=None if money is None else money.guild,
        money_month=None if money is None else money.guild_month,
    )


async def _money(reading: LimitReading, held_to: HeldTo, usage: LimitUsage) -> _Money:
    policy = held_to.policy
    member_month, guild_month = usage.member_month or _NOTHING, usage.guild_month or _NOTHING
    everywhere = await reading.money(USER_DAY, usage.user_usd_day, policy.user_usd_per_day)
    here = await reading.money(MEMBER_DAY, usage.member_usd_day, policy.member_usd_per_day)
    return _Money(
        user=min((everywhere, here), key=_room_for_money),
        user_month=await reading.money_month(
            MEMBER_MONTH, member_month.usd, policy.member_usd_per_month
        ),
        guild=await reading.money(GUILD_DAY, usage.guild_usd_day, policy.guild_usd_per_day),
        guild_month=await reading.money_month(
            GUILD_MONTH, guild_month.usd, policy.guild_usd_per_month
        ),
        everybody=await reading.money(
            EVERYBODYS_DAY, usage.total_usd_day, policy.total_usd_per_day
        ),
    )


def _money_wait(limits: Sequence[MoneyQuota]) -> MoneyWait | None:
    """The one that frees last: until then, each request is refused."""
    in_the_way = [limit for limit in limits if limit.is_used_up]
    if not in_the_way:
        return None
    return MoneyWait(frees_at=min(in_the_way, key=_room_for_money).frees_at)


def _room(count: CountQuota) -> tuple[float, float]:
    """The least comes first, and of two alike the one that frees last."""
    left = float("inf") if count.left is None else count.left
    return left, -(count.frees_at or _LAST).timestamp()


def _room_for_money(money: MoneyQuota) -> tuple[bool, float, float]:
    """What is used up comes first, of that what frees last, and else what has least left."""
    frees_at = (money.frees_at or _LAST).timestamp() if money.is_used_up else 0
    left = float("inf") if money.limit_usd is None else float(money.limit_usd - money.used_usd)
    return not money.is_used_up, -frees_at, left
