"""What a member and their server may still ask for. Pure text."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.domain.blocks import Block
from bot.domain.errors import MessageValue
from bot.domain.quota import CountQuota, MoneyQuota, MoneyWait, PriceQuota, Quota, ShareQuota
from bot.messaging.catalogue import Catalogue

MESSAGE_MAX_CHARS: Final = 2000


def render_quota(catalogue: Catalogue, locale: str, quota: Quota) -> str:
    """The member's share first, then the server's, and what stands against both.

    Why somebody paused or blocked is left out where there is no room for it.
    """
    words = _Words(catalogue, locale)
    text = _render(words, quota)
    return text if len(text) <= MESSAGE_MAX_CHARS else _render(words, _without_reasons(quota))


def _without_reasons(quota: Quota) -> Quota:
    pause, here, block = quota.pause, quota.guild_pause, quota.block
    return replace(
        quota,
        pause=None if pause is None else replace(pause, reason=""),
        guild_pause=None if here is None else replace(here, reason=""),
        block=None if block is None else replace(block, reason=""),
    )


def _render(words: "_Words", quota: Quota) -> str:
    lines = [
        words.say("quota-user"),
        *words.share(quota.user),
        *words.by_role(quota),
        words.say("quota-guild"),
        *words.share(quota.guild),
    ]
    if quota.prices is not None:
        lines += words.prices(quota.prices)
    if quota.money_wait is not None:
        lines.append(words.money_wait(quota.money_wait))
    if quota.user.is_closed or quota.guild.is_closed:
        lines.append(words.say("quota-closed"))
    if quota.pause is not None:
        lines.append(words.say("quota-paused", text=quota.pause.reason))
    if quota.guild_pause is not None:
        lines.append(words.say("quota-paused-here", text=quota.guild_pause.reason))
    if quota.block is not None:
        lines.append(words.block(quota.block))
    return "\n".join(lines)


class _Words:
    """One reader's language."""

    def __init__(self, catalogue: Catalogue, locale: str) -> None:
        self._catalogue = catalogue
        self._locale = locale

    def say(self, key: str, /, **values: MessageValue) -> str:
        return self._catalogue.text(self._locale, key, **values)

    def share(self, share: ShareQuota) -> list[str]:
        lines = [self._day(share.day)]
        if share.month is not None:
            lines.append(self._month(share.month))
        lines.append(
            self.say(
                "quota-now", waiting=self._count(share.waiting), running=self._count(share.running)
            )
        )
        if share.money is not None:
            lines.append(self._money(share.money))
        if share.money_month is not None:
            lines.append(self._money_month(share.money_month))
        return lines

    def by_role(self, quota: Quota) -> tuple[str, ...]:
        return (self.say("quota-by-role"),) if quota.by_role else ()

    def money_wait(self, wait: MoneyWait) -> str:
        if wait.frees_at is None:
            return self.say("quota-spent")
        return self.say("quota-spent-until", frees_at=wait.frees_at)

    def block(self, block: Block) -> str:
        if block.expires_at is None:
            return self.say("quota-blocked", text=block.reason)
        return self.say("quota-blocked-until", text=block.reason, until=block.expires_at)

    def prices(self, prices: PriceQuota) -> list[str]:
        lines = self._price_list(prices.prices_usd)
        if not prices.everybody.is_used_up:
            return lines
        frees_at = prices.everybody.frees_at
        if frees_at is None:
            return [*lines, self.say("quota-everybody")]
        return [*lines, self.say("quota-everybody-until", frees_at=frees_at)]

    def _price_list(self, prices_usd: Mapping[int, Decimal]) -> list[str]:
        return [
            self.say("quota-price", duration=duration_s, price=float(usd))
            for duration_s, usd in sorted(prices_usd.items())
        ]

    def _day(self, day: CountQuota) -> str:
        if day.limit is None or day.left is None:
            return self.say("quota-day-free", used=day.used)
        if day.frees_at is None:
            return self.say("quota-day", left=day.left, limit=day.limit)
        return self.say("quota-day-frees", left=day.left, limit=day.limit, frees_at=day.frees_at)

    def _month(self, month: CountQuota) -> str:
        left, limit = month.left or 0, month.limit or 0
        if month.frees_at is None:
            return self.say("quota-month", left=left, limit=limit)
        return self.say("quota-month-frees", left=left, limit=limit, frees_at=month.frees_at)

    def _count(self, count: CountQuota) -> str:
        if count.limit is None:
            return self.say("quota-of-any", used=count.used)
        return self.say("quota-of", used=count.used, limit=count.limit)

    def _money(self, money: MoneyQuota) -> str:
        spent = float(money.used_usd)
        if money.limit_usd is None:
            return self.say("quota-money-free", spent=spent)
        line = self.say("quota-money", spent=spent, limit=float(money.limit_usd))
        return self._with_end(line, money)

    def _money_month(self, money: MoneyQuota) -> str:
        spent, limit = float(money.used_usd), float(money.limit_usd or 0)
        return self._with_end(self.say("quota-money-month", spent=spent, limit=limit), money)

    def _with_end(self, line: str, money: MoneyQuota) -> str:
        if not money.is_used_up:
            return line
        if money.frees_at is None:
            return f"{line} {self.say('quota-used-up')}"
        return f"{line} {self.say('quota-used-up-until', frees_at=money.frees_at)}"
