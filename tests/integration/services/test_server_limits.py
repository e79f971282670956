"""What a server's moderators set is what its members meet, and what they are told beforehand."""

import asyncio
import random
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from types import MappingProxyType

import pytest

from bot.domain.clip import ClipRequest
from bot.domain.erasure import Erasure
from bot.domain.errors import ShowreelError
from bot.domain.guild_settings import Allowance, GuildSettings
from bot.domain.ids import RoleId, UserId
from bot.domain.job import WORKER, JobStatus
from bot.domain.limits import DAY, GUILD_MONTH, MEMBER_MONTH, MONTH
from bot.domain.quota import CountQuota, MoneyQuota, MoneyWait
from bot.services.admission import RefusedError
from bot.services.quota import QuotaService
from bot.storage.limit_log import SqlLimitLog
from tests.support.workshop import (
    GENEROUS,
    GUILD,
    MEMBER,
    MODERATOR,
    OTHER_GUILD,
    STRANGER,
    open_workshop,
)

SMALL, LARGE, OTHER = RoleId(11), RoleId(12), RoleId(13)
MICROSECOND = timedelta(microseconds=1)
PRICE = Decimal("1.40")


@pytest.fixture
def set_limits(workshop):
    async def set_limits(*, guild_id=GUILD, **settings):
        roles = MappingProxyType(settings.pop("roles", {}))
        changed = GuildSettings(**settings, roles=roles)
        await workshop.guild_settings.change(guild_id, lambda _: changed, by=MODERATOR)

    return set_limits


@pytest.fixture
def ask(workshop):
    """Ask for a clip; the error is what the member is told."""

    async def ask(*role_ids, duration_s=5, **destination):
        order = workshop.order(
            ClipRequest(prompt="a red fox", duration_s=duration_s), **destination
        )
        try:
            await workshop.accept(replace(order, role_ids=frozenset(role_ids)))
        except ShowreelError as error:
            return error
        return None

    return ask


def quota_service(workshop, *, show_prices=True):
    return QuotaService(
        limit_log=SqlLimitLog(workshop.database),
        switches=workshop.switches,
        guild_pauses=workshop.pause_store,
        blocks=workshop.block_store,
        clock=workshop.clock,
        limits=workshop.limits,
        prices_usd={5: PRICE, 10: Decimal("2.80")},
        show_prices=show_prices,
        allowed_guilds=None,
    )


@pytest.fixture
def quota(workshop):
    async def quota(*role_ids, **options):
        service = quota_service(workshop, **options)
        return await service.quota(user_id=MEMBER, guild_id=GUILD, role_ids=role_ids)

    return quota


async def until(workshop, moment):
    await workshop.clock.leap((moment - workshop.clock.now()).total_seconds())


async def test_a_servers_limit_counts_what_was_asked_for_in_that_server(set_limits, ask, quota):
    await set_limits(member=Allowance(jobs_per_day=2))
    for _ in range(3):
        assert await ask(guild_id=OTHER_GUILD) is None

    assert [await ask(), await ask()] == [None, None]
    assert (await ask()).key == "refused-user-daily-limit-until"
    assert (await quota()).user.day.left == 0
    assert await ask(user_id=STRANGER) is None
    assert await ask(guild_id=OTHER_GUILD) is None


async def test_a_change_holds_from_the_next_request_on(set_limits, ask):
    await set_limits(member=Allowance(jobs_per_day=0))
    assert (await ask()).key == "refused-user-daily-limit"

    await set_limits(member=Allowance(jobs_per_day=1))

    assert await ask() is None


async def test_nothing_lifts_the_operators_ceiling(tmp_path):
    policy = replace(GENEROUS, user_jobs_per_day=1, guild_jobs_per_day=2)
    async with open_workshop(tmp_path, policy=policy) as workshop:
        generous = GuildSettings(
            server=Allowance(jobs_per_day=100),
            member=Allowance(jobs_per_day=50),
            roles={LARGE: Allowance()},
        )
        await workshop.guild_settings.change(GUILD, lambda _: generous, by=MODERATOR)

        def order(user_id):
            return replace(workshop.order(user_id=user_id), role_ids=frozenset({LARGE}))

        await workshop.accept(order(MEMBER))
        with pytest.raises(ShowreelError, match="refused-user-daily-limit"):
            await workshop.accept(order(MEMBER))
        await workshop.accept(order(STRANGER))
        with pytest.raises(ShowreelError, match="refused-guild-daily-limit"):
            await workshop.accept(order(UserId(99)))


async def test_roles_stand_in_the_place_of_the_members_limits_and_the_most_generous_counts(
    set_limits, ask, quota
):
    await set_limits(
        member=Allowance(jobs_per_day=1, usd_per_month=Decimal(50)),
        roles={
            SMALL: Allowance(jobs_per_day=0, usd_per_month=Decimal(9)),
            LARGE: Allowance(jobs_per_day=3, usd_per_month=Decimal(5)),
        },
    )

    assert (await ask(SMALL)).key == "refused-user-daily-limit"
    assert [await ask(SMALL, LARGE, OTHER) for _ in range(3)] == [None] * 3
    assert (await ask(OTHER)).key == "refused-user-daily-limit-until"
    by_role, plain = await quota(SMALL, LARGE), await quota(OTHER)
    assert (by_role.by_role, by_role.user.day.limit) == (True, 3)
    assert by_role.user.money_month == MoneyQuota(used_usd=3 * PRICE, limit_usd=Decimal(9))
    assert (plain.by_role, plain.user.day.limit) == (False, 1)


@pytest.mark.parametrize(
    ("settings", "key", "reason"),
    [
        (
            {"member": Allowance(jobs_per_month=2)},
            "refused-user-monthly-limit-until",
            "user_monthly_limit",
        ),
        (
            {"member": Allowance(usd_per_month=Decimal("4.00"))},
            "refused-user-monthly-money-limit-until",
            "user_monthly_money_limit",
        ),
        (
            {"server": Allowance(jobs_per_month=2)},
            "refused-guild-monthly-limit-until",
            "guild_monthly_limit",
        ),
        (
            {"server": Allowance(usd_per_month=Decimal("4.00"))},
            "refused-guild-monthly-money-limit-until",
            "guild_monthly_money_limit",
        ),
    ],
)
async def test_a_month_refuses_names_itself_and_frees_at_the_very_moment_that_was_told(
    set_limits, ask, workshop, settings, key, reason
):
    await set_limits(**settings)
    first_at = workshop.clock.now()
    await ask()
    await workshop.clock.leap(2 * DAY.total_seconds())
    await ask()

    refused = await ask()

    assert (refused.key, refused.values["frees_at"]) == (key, first_at + MONTH)
    assert (await workshop.jobs())[-1].reason == reason
    assert "30 days" in workshop.sentence(refused)
    assert f"<t:{int((first_at + MONTH).timestamp())}:R>" in workshop.sentence(refused)
    await until(workshop, first_at + MONTH - MICROSECOND)
    assert (await ask()).key == key
    await until(workshop, first_at + MONTH)
    assert await ask() is None


async def test_of_a_day_and_a_month_the_one_that_frees_last_is_told(set_limits, ask, workshop):
    await set_limits(member=Allowance(jobs_per_day=1, jobs_per_month=2))
    first_at = workshop.clock.now()
    await ask()
    await until(workshop, first_at + MONTH - timedelta(hours=2))
    second_at = workshop.clock.now()
    await ask()

    refused = await ask()

    assert refused.key == "refused-user-daily-limit-until"
    assert refused.values["frees_at"] == second_at + DAY
    await until(workshop, second_at + DAY)
    assert await ask() is None


async def test_what_is_told_of_a_month_is_its_share_and_when_more_comes_back(
    set_limits, ask, quota, workshop
):
    await set_limits(
        member=Allowance(jobs_per_month=3, usd_per_month=Decimal("4.00")),
        server=Allowance(jobs_per_month=5),
    )
    first_at = workshop.clock.now()
    await ask()
    await ask(user_id=STRANGER)
    await workshop.clock.leap(DAY.total_seconds())
    await ask()

    told = await quota()

    assert told.user.month == CountQuota(used=2, limit=3, frees_at=first_at + MONTH)
    assert told.guild.month == CountQuota(used=3, limit=5, frees_at=first_at + MONTH)
    assert told.user.money_month == MoneyQuota(
        used_usd=2 * PRICE,
        limit_usd=Decimal("4.00"),
        is_used_up=True,
        frees_at=first_at + MONTH,
    )
    assert (told.user.money.limit_usd, told.guild.money_month, told.money_wait) == (None,) * 3


async def test_where_prices_are_not_shown_money_in_the_way_is_told_without_a_sum(
    set_limits, ask, quota, workshop
):
    assert (await quota(show_prices=False)).money_wait is None
    await set_limits(member=Allowance(usd_per_day=PRICE), server=Allowance(usd_per_month=PRICE))
    first_at = workshop.clock.now()
    await ask()

    told = await quota(show_prices=False)

    assert told.money_wait == MoneyWait(frees_at=first_at + MONTH)
    assert (told.user.money, told.guild.money_month, told.prices) == (None, None, None)
    await set_limits(server=Allowance(usd_per_day=Decimal("1.39")))
    assert (await quota(show_prices=False)).money_wait == MoneyWait(frees_at=None)


async def test_a_request_reads_nothing_more_while_nothing_changes(ask, workshop, monkeypatch):
    await ask()
    reads = []
    read = workshop.database.read
    monkeypatch.setattr(workshop.database, "read", lambda work: (reads.append(work), read(work))[1])

    limits = [
        await workshop.limits.of(user_id=MEMBER, guild_id=GUILD, role_ids={LARGE}) for _ in range(3)
    ]

    assert reads == []
    assert limits[0].policy == GENEROUS
    assert limits[0].scope.months == frozenset()


async def test_only_the_months_that_are_limited_are_counted(set_limits, workshop):
    await set_limits(
        member=Allowance(usd_per_month=Decimal(1)),
        server=Allowance(jobs_per_month=1),
        roles={LARGE: Allowance()},
    )

    async def months(*role_ids):
        held_to = await workshop.limits.of(user_id=MEMBER, guild_id=GUILD, role_ids=role_ids)
        return held_to.scope.months

    assert await months() == {MEMBER_MONTH, GUILD_MONTH}
    assert await months(LARGE) == {GUILD_MONTH}


async def test_two_at_once_cannot_both_take_the_last_place_of_a_month(set_limits, workshop):
    await set_limits(member=Allowance(usd_per_month=2 * PRICE))

    outcomes = await asyncio.gather(
        *(workshop.submission.submit(workshop.order()) for _ in range(6)), return_exceptions=True
    )

    refused = [each for each in outcomes if isinstance(each, RefusedError)]
    assert [each.key for each in refused] == ["refused-user-monthly-money-limit-until"] * 4


async def test_when_the_settings_cannot_be_read_nothing_is_accepted(ask, workshop):
    workshop.database.is_away = True

    assert (await ask()).key == "storage-unavailable"


async def test_erasing_ones_data_gives_nothing_back(set_limits, ask, quota, workshop):
    await set_limits(member=Allowance(jobs_per_month=2))
    await ask()
    await ask()
    for job in await workshop.jobs():
        await workshop.store.transition(
            job.id, JobStatus.SUBMITTING, actor=WORKER, at=workshop.clock.now()
        )
        await workshop.store.transition(
            job.id, JobStatus.FAILED, actor=WORKER, at=workshop.clock.now(), cost_usd=PRICE
        )
        await workshop.store.mark_told(job.id, JobStatus.FAILED)
    await workshop.clock.leap(10 * DAY.total_seconds())
    await workshop.erasures.request(Erasure(user_id=MEMBER, requested_at=workshop.clock.now()))
    await workshop.eraser.erase()

    refused = await ask()

    kept = [job.destination.user_id for job in await workshop.jobs()][:2]
    assert kept == [workshop.pseudonyms.of(MEMBER)] * 2
    assert refused.key == "refused-user-monthly-limit-until"
    assert (await quota()).user.month.left == 0


@pytest.mark.parametrize("seed", range(4))
async def test_what_is_told_is_what_the_next_request_meets(set_limits, ask, quota, workshop, seed):
    chance = random.Random(seed)

    def allowance():
        return Allowance(
            jobs_per_day=chance.choice([None, None, 1, 2, 3]),
            jobs_per_month=chance.choice([None, 2, 4, 6]),
            usd_per_day=chance.choice([None, None, Decimal("2.80"), Decimal("5.00")]),
            usd_per_month=chance.choice([None, Decimal("4.20"), Decimal("9.00")]),
        )

    await set_limits(server=allowance(), member=allowance(), roles={LARGE: allowance()})
    for _ in range(12):
        await workshop.clock.leap(chance.choice([60, 3600, 20 * 3600, 3 * 86_400]))
        roles = chance.choice([(), (LARGE,)])
        told = await quota(*roles, show_prices=False)
        shares = (told.user.day, told.user.month, told.guild.day, told.guild.month)
        has_room = told.money_wait is None and not [
            share for share in shares if share is not None and share.left == 0
        ]

        refused = await ask(*roles)

        assert (refused is None) is has_room
        if refused is not None and "frees_at" in refused.values:
            frees_at = refused.values["frees_at"]
            await until(workshop, frees_at - MICROSECOND)
            assert await ask(*roles) is not None
            await until(workshop, frees_at)
            assert await ask(*roles) is None
