"""What is told about the limits is what the next request meets."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bot.domain.errors import ShowreelError
from bot.domain.limits import DAY, LimitPolicy
from bot.domain.ports import Pause
from bot.domain.quota import CountQuota, MoneyQuota, Quota
from bot.services.blocks import BlockWish
from bot.services.quota import QuotaService
from bot.services.request_limits import RequestLimits
from bot.storage.limit_log import SqlLimitLog
from tests.support.workshop import (
    GENEROUS,
    GUILD,
    MEMBER,
    MODERATOR,
    OTHER_GUILD,
    STRANGER,
    Workshop,
    open_workshop,
)

LIMITED = replace(
    GENEROUS,
    user_max_running=2,
    user_max_queued=5,
    user_jobs_per_day=3,
    guild_max_running=10,
    guild_max_queued=50,
    guild_jobs_per_day=4,
)
HOUR = timedelta(hours=1)


def service(workshop: Workshop, policy: LimitPolicy, **options: Any) -> QuotaService:
    settings: dict[str, Any] = {"show_prices": False, "allowed_guilds": None, **options}
    return QuotaService(
        limit_log=SqlLimitLog(workshop.database),
        switches=workshop.switches,
        guild_pauses=workshop.pause_store,
        blocks=workshop.block_store,
        clock=workshop.clock,
        limits=RequestLimits(
            ceilings=policy,
            guild_settings=workshop.guild_settings,
            pseudonyms=workshop.pseudonyms,
        ),
        prices_usd={5: Decimal("1.40"), 10: Decimal("2.80")},
        **settings,
    )


async def quota(workshop: Workshop, policy: LimitPolicy = LIMITED, **options: Any) -> Quota:
    return await service(workshop, policy, **options).quota(user_id=MEMBER, guild_id=GUILD)


@pytest.fixture
async def limited(tmp_path: Path) -> AsyncIterator[Workshop]:
    async with open_workshop(tmp_path, policy=LIMITED) as opened:
        yield opened


async def test_who_asked_for_nothing_has_all_of_it(limited):
    told = await quota(limited)

    assert told.user.day == CountQuota(used=0, limit=3)
    assert told.user.waiting == CountQuota(used=0, limit=5)
    assert told.user.running == CountQuota(used=0, limit=2)
    assert told.guild.day == CountQuota(used=0, limit=4)
    assert (told.user.money, told.guild.money, told.prices, told.pause) == (None,) * 4


async def test_the_members_and_the_servers_shares_are_told_apart(limited):
    await limited.accept()
    await limited.accept(limited.order(user_id=STRANGER))
    await limited.accept(limited.order(guild_id=OTHER_GUILD))

    told = await quota(limited)

    assert (told.user.day.used, told.user.day.left) == (2, 1)
    assert (told.user.waiting.used, told.guild.waiting.used) == (2, 2)
    assert (told.guild.day.used, told.guild.day.left) == (2, 2)


async def test_one_more_comes_back_when_the_oldest_leaves_the_day(limited):
    first_at = limited.clock.now()
    await limited.accept()
    await limited.clock.advance(HOUR.total_seconds())
    await limited.accept()

    assert (await quota(limited)).user.day.frees_at == first_at + DAY


async def test_who_has_none_left_is_told_the_very_time_at_which_a_request_is_accepted(limited):
    for _ in range(3):
        await limited.accept()
        await limited.clock.advance(60)
    with pytest.raises(ShowreelError) as refused:
        await limited.accept()

    told = (await quota(limited)).user.day

    assert told.left == 0
    assert told.frees_at == refused.value.values["frees_at"]
    await limited.clock.leap((told.frees_at - limited.clock.now()).total_seconds())
    assert (await quota(limited)).user.day.left == 1
    await limited.accept()


async def test_a_limit_lowered_below_what_was_used_frees_when_enough_have_left(limited):
    for _ in range(3):
        await limited.accept()
        await limited.clock.advance(60)

    told = (await quota(limited, replace(LIMITED, user_jobs_per_day=1))).user.day

    assert told.left == 0
    assert told.frees_at == limited.clock.now() - timedelta(seconds=60) + DAY


async def test_no_limit_and_a_limit_of_nothing_are_told_as_such(workshop):
    await workshop.accept()

    free = await quota(workshop, GENEROUS)
    closed = await quota(workshop, replace(GENEROUS, guild_max_running=0, user_jobs_per_day=0))

    assert free.user.day == CountQuota(used=1, limit=None)
    assert free.user.day.left is None
    assert not free.user.is_closed
    assert closed.guild.is_closed
    assert closed.user.is_closed
    assert closed.user.day == CountQuota(used=1, limit=0)


class TestMoney:
    POLICY = replace(
        GENEROUS,
        user_usd_per_day=Decimal("3.00"),
        guild_usd_per_day=Decimal("10.00"),
        total_usd_per_day=Decimal("1.00"),
    )

    async def test_it_is_not_even_read_where_prices_are_not_shown(self, workshop):
        told = await quota(workshop, self.POLICY)

        assert (told.user.money, told.guild.money, told.prices) == (None, None, None)

    async def test_what_is_left_and_what_a_clip_costs(self, workshop):
        first_at = workshop.clock.now()
        await workshop.accept()
        await workshop.clock.advance(60)

        told = await quota(workshop, self.POLICY, show_prices=True)
        assert told.user.money == MoneyQuota(
            used_usd=Decimal("1.40"), limit_usd=Decimal("3.00"), is_used_up=False
        )
        assert told.prices.prices_usd == {5: Decimal("1.40"), 10: Decimal("2.80")}

        await workshop.accept()
        told = await quota(workshop, self.POLICY, show_prices=True)
        assert told.user.money == MoneyQuota(
            used_usd=Decimal("2.80"),
            limit_usd=Decimal("3.00"),
            is_used_up=True,
            frees_at=first_at + DAY,
        )
        assert not told.guild.money.is_used_up

    async def test_a_limit_that_no_clip_fits_in_never_frees(self, workshop):
        told = await quota(workshop, self.POLICY, show_prices=True)

        assert told.prices.everybody.is_used_up
        assert told.prices.everybody.frees_at is None

    async def test_nothing_allowed_is_used_up_even_if_clips_are_free(self, workshop):
        policy = replace(GENEROUS, user_usd_per_day=Decimal(0))

        told = await quota(workshop, policy, show_prices=True)

        assert told.user.money.is_used_up

    async def test_without_a_limit_only_what_was_spent_is_told(self, workshop):
        await workshop.accept()

        told = await quota(workshop, GENEROUS, show_prices=True)

        assert told.user.money == MoneyQuota(used_usd=Decimal("1.40"), limit_usd=None)


async def test_the_operators_pause_is_told(workshop):
    pause = Pause(reason="back at noon", since=workshop.clock.now())
    await workshop.switches.set_pause(pause)

    assert (await quota(workshop)).pause == pause


async def test_a_block_is_told_where_it_holds_and_as_long_as_it_holds(workshop):
    wish = BlockWish(user_id=MEMBER, guild_id=OTHER_GUILD, by=MODERATOR, length="1h")
    await workshop.blocks.block(wish)
    assert (await quota(workshop)).block is None

    await workshop.blocks.block(replace(wish, guild_id=GUILD))

    told = (await quota(workshop)).block
    assert told is not None
    assert told.expires_at == workshop.clock.now() + HOUR
    await workshop.clock.advance(HOUR.total_seconds())
    assert (await quota(workshop)).block is None


async def test_a_server_that_may_not_ask_is_told_so(workshop):
    with pytest.raises(ShowreelError) as refused:
        await quota(workshop, allowed_guilds=frozenset({OTHER_GUILD}))

    assert refused.value.key == "quota-guild-not-allowed"
    assert (await quota(workshop, allowed_guilds=frozenset({GUILD}))).user.day.used == 0


async def test_a_database_that_is_away_is_told(workshop):
    workshop.database.is_away = True

    with pytest.raises(ShowreelError) as away:
        await quota(workshop)

    assert away.value.key == "quota-away"
