"""What moderators type is read, held against the operator's limits, and set or left alone."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.domain.errors import ShowreelError
from bot.domain.guild_settings import Allowance, GuildSettings, LimitsOwner, LimitsScope, PrivateUse
from bot.domain.ids import ChannelId, GuildId, RoleId, UserId
from bot.domain.limit_ceilings import Ceilings
from bot.domain.opened_forms import ChangedMeanwhileError
from bot.domain.option_defaults import DefaultsPlace, OptionValues
from bot.domain.settings_overview import Access
from bot.services.guild_settings import GuildSettingsService
from bot.services.server_settings import ROLES_AT_MOST, ServerSettings
from bot.storage.encryption import TextCipher
from bot.storage.feed import SqlFeedStore
from bot.storage.guild_settings import SqlGuildSettingsStore
from bot.storage.option_defaults import SqlDefaultsStore

GUILD = GuildId(1)
MOD = UserId(5)
SERVER = LimitsOwner(scope=LimitsScope.SERVER)
MEMBER = LimitsOwner(scope=LimitsScope.MEMBER)
CEILINGS = Ceilings(
    server=Allowance(jobs_per_day=100, jobs_per_month=3000, usd_per_day=Decimal(50)),
    member=Allowance(jobs_per_day=10, jobs_per_month=300),
)


def role(number):
    return LimitsOwner(scope=LimitsScope.ROLE, role_id=RoleId(number))


@pytest.fixture
def server(workshop):
    database, clock = workshop.database, workshop.clock
    return ServerSettings(
        settings=GuildSettingsService(store=SqlGuildSettingsStore(database), clock=clock),
        defaults=SqlDefaultsStore(database, cipher=TextCipher()),
        feeds=SqlFeedStore(database, cipher=TextCipher()),
        ceilings=CEILINGS,
        clock=clock,
    )


async def limit(server, owner, **typed):
    standing = typed.pop("standing_roles", None)
    opened = typed.pop("opened", owner.limits_in(await server.settings(GUILD)))
    await server.set_limits(
        owner, typed, opened=opened, guild_id=GUILD, by=MOD, standing_roles=standing
    )
    return await server.settings(GUILD)


async def test_what_is_typed_is_set_and_what_is_empty_is_not_limited(server):
    settings = await limit(server, SERVER, jobs_per_day="20", usd_per_day="$7,50", usd_per_month="")

    assert settings.server == Allowance(jobs_per_day=20, usd_per_day=Decimal("7.50"))

    settings = await limit(server, SERVER, jobs_per_month="0")

    assert settings.server == Allowance(jobs_per_month=0)


@pytest.mark.parametrize(
    ("typed", "key", "field"),
    [
        ({"jobs_per_day": "many"}, "settings-count-unreadable", "jobs_per_day"),
        (
            {"jobs_per_day": "5", "jobs_per_month": "-5"},
            "settings-count-unreadable",
            "jobs_per_month",
        ),
        ({"usd_per_day": "5 euros"}, "settings-usd-unreadable", "usd_per_day"),
        ({"usd_per_month": "0.001"}, "settings-usd-unreadable", "usd_per_month"),
    ],
)
async def test_what_cannot_be_read_changes_nothing_and_names_the_field(server, typed, key, field):
    before = await limit(server, MEMBER, jobs_per_day="3")

    with pytest.raises(ShowreelError) as refused:
        await limit(server, MEMBER, **typed)

    assert (refused.value.key, refused.value.values) == (key, {"field": field})
    assert await server.settings(GUILD) == before


@pytest.mark.parametrize(
    ("owner", "typed", "key", "values"),
    [
        (
            SERVER,
            {"jobs_per_day": "101"},
            "settings-jobs-above-ceiling",
            {"field": "jobs_per_day", "scope": "server", "highest": 100.0},
        ),
        (
            SERVER,
            {"usd_per_day": "50.01"},
            "settings-usd-above-ceiling",
            {"field": "usd_per_day", "scope": "server", "highest": 50.0},
        ),
        (
            MEMBER,
            {"jobs_per_month": "301"},
            "settings-jobs-above-ceiling",
            {"field": "jobs_per_month", "scope": "member", "highest": 300.0},
        ),
        (
            role(7),
            {"jobs_per_day": "11"},
            "settings-jobs-above-ceiling",
            {"field": "jobs_per_day", "scope": "member", "highest": 10.0},
        ),
    ],
)
async def test_what_is_above_the_operators_limit_is_refused_and_says_it(
    server, owner, typed, key, values
):
    with pytest.raises(ShowreelError) as refused:
        await limit(server, owner, **typed)

    assert (refused.value.key, refused.value.values) == (key, values)
    assert await server.settings(GUILD) == GuildSettings()


async def test_a_roles_limits_come_and_go(server):
    settings = await limit(server, role(7), jobs_per_day="5")
    assert settings.roles == {RoleId(7): Allowance(jobs_per_day=5)}

    settings = await limit(server, role(7))

    assert settings.roles == {}


async def test_there_are_so_many_roles_and_those_that_are_gone_make_room(server):
    for number in range(ROLES_AT_MOST):
        await limit(server, role(number), jobs_per_day="1")
    everyone = frozenset(RoleId(number) for number in range(ROLES_AT_MOST + 1))

    with pytest.raises(ShowreelError) as refused:
        await limit(server, role(ROLES_AT_MOST), jobs_per_day="1", standing_roles=everyone)
    assert refused.value.key == "settings-too-many-roles"
    changed = await limit(server, role(3), jobs_per_day="2", standing_roles=everyone)
    assert len(changed.roles) == ROLES_AT_MOST

    settings = await limit(
        server, role(ROLES_AT_MOST), jobs_per_day="1", standing_roles=everyone - {RoleId(0)}
    )

    assert len(settings.roles) == ROLES_AT_MOST
    assert RoleId(0) not in settings.roles


async def test_one_form_leaves_what_another_set(server):
    await limit(server, SERVER, jobs_per_day="20")
    access = Access(private_use=PrivateUse.NOBODY, spoiler_results=True, age_restricted_only=False)

    await server.set_access(access, opened=Access.of(GuildSettings()), guild_id=GUILD, by=MOD)

    assert await server.settings(GUILD) == GuildSettings(
        server=Allowance(jobs_per_day=20),
        private_use=PrivateUse.NOBODY,
        spoiler_results=True,
    )


@pytest.mark.parametrize("owner", [SERVER, MEMBER, role(7)], ids=["server", "member", "role"])
async def test_what_a_form_did_not_change_stays_as_another_set_it(server, owner):
    await limit(server, owner, jobs_per_day="3")
    opened = owner.limits_in(await server.settings(GUILD))
    await limit(server, owner, jobs_per_day="2", jobs_per_month="30")

    settings = await limit(server, owner, opened=opened, jobs_per_day="3", usd_per_month="9")

    assert owner.limits_in(settings) == Allowance(
        jobs_per_day=2, jobs_per_month=30, usd_per_month=Decimal(9)
    )


async def test_what_another_has_changed_meanwhile_is_told_and_not_undone(server):
    opened = Allowance()
    before = await limit(server, SERVER, jobs_per_day="3", jobs_per_month="30")

    with pytest.raises(ChangedMeanwhileError) as refused:
        await limit(
            server, SERVER, opened=opened, jobs_per_day="5", jobs_per_month="30", usd_per_day="1"
        )

    assert (refused.value.names, refused.value.standing) == (("jobs_per_day",), before.server)
    assert await server.settings(GUILD) == before


async def test_a_limit_above_a_ceiling_that_was_lowered_keeps_no_other_from_being_set(server):
    above = Allowance(jobs_per_day=1000)
    await server._settings.change(GUILD, lambda old: replace(old, server=above), by=MOD)

    settings = await limit(server, SERVER, jobs_per_day="1000", usd_per_day="5")

    assert settings.server == Allowance(jobs_per_day=1000, usd_per_day=Decimal(5))


async def test_the_overview_shows_the_servers_and_this_channels_defaults(server):
    here = DefaultsPlace(guild_id=GUILD, channel_id=ChannelId(10))
    there = DefaultsPlace(guild_id=GUILD)
    await server.set_defaults(there, OptionValues(duration_s=10), opened=OptionValues(), by=MOD)
    await server.set_defaults(
        here, OptionValues(negative_prompt="-"), opened=OptionValues(), by=MOD
    )

    overview = await server.overview(GUILD, channel_id=ChannelId(10))

    assert overview.server_defaults == OptionValues(duration_s=10)
    assert overview.channel_defaults == OptionValues(negative_prompt="")
    assert overview.ceilings == CEILINGS
    elsewhere = await server.overview(GUILD, channel_id=None)
    assert elsewhere.channel_defaults == OptionValues()


async def test_a_default_that_no_request_could_be_made_with_is_refused(server):
    with pytest.raises(ShowreelError) as refused:
        await server.set_defaults(
            DefaultsPlace(guild_id=GUILD),
            OptionValues(duration_s=7),
            opened=OptionValues(),
            by=MOD,
        )

    assert refused.value.key == "defaults-duration-unknown"
