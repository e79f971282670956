"""A server's settings, and the record of who changed them."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.domain.audit import AuditAction
from bot.domain.guild_settings import Allowance, GuildSettings, PrivateUse
from bot.domain.ids import GuildId, RoleId, UserId
from bot.storage.audit import SqlAuditLog
from bot.storage.encryption import TextCipher
from bot.storage.guild_settings import SqlGuildSettingsStore

GUILD, OTHER_GUILD, MOD = GuildId(1), GuildId(2), UserId(9)
NOW = datetime(2026, 3, 1, tzinfo=UTC)
ALL_SET = GuildSettings(
    server=Allowance(jobs_per_day=50, usd_per_month=Decimal("99.50")),
    member=Allowance(jobs_per_day=0, jobs_per_month=30, usd_per_day=Decimal(0)),
    roles={RoleId(7): Allowance(jobs_per_day=9), RoleId(8): Allowance()},
    private_use=PrivateUse.MODERATORS,
    spoiler_results=True,
    age_restricted_only=True,
)


@pytest.fixture
def store(database):
    return SqlGuildSettingsStore(database)


@pytest.fixture
def audit(database):
    return SqlAuditLog(database, cipher=TextCipher())


async def change(store, changed, *, guild_id=GUILD):
    return await store.change(guild_id, lambda _: changed, by=MOD, at=NOW)


async def test_a_server_that_set_nothing_has_the_operators_limits_alone(store):
    assert GuildSettings() == await store.of(GUILD)


async def test_what_was_set_is_read_again_and_holds_in_that_server_only(store):
    assert await change(store, ALL_SET) == ALL_SET

    assert await store.of(GUILD) == ALL_SET
    assert GuildSettings() == await store.of(OTHER_GUILD)


async def test_a_change_stands_on_record_with_what_it_was_before(store, audit):
    await change(store, ALL_SET)
    await change(store, replace(ALL_SET, server=Allowance(jobs_per_day=60), roles={}))

    newest, _ = await audit.page(GUILD, before=None, rows=10)

    assert (newest.action, newest.actor_id, newest.at) == (AuditAction.SETTINGS_CHANGED, MOD, NOW)
    assert newest.before == {
        "server.jobs_per_day": 50,
        "server.usd_per_month": "99.50",
        "role.7.jobs_per_day": 9,
    }
    assert newest.after == {
        "server.jobs_per_day": 60,
        "server.usd_per_month": None,
        "role.7.jobs_per_day": None,
    }


async def test_setting_what_holds_already_leaves_no_record(store, audit):
    await change(store, ALL_SET)
    await change(store, ALL_SET)

    assert len(await audit.page(GUILD, before=None, rows=10)) == 1


async def test_a_change_that_is_refused_writes_nothing(store, audit):
    def refuse(_settings):
        raise ValueError("above the ceiling")

    with pytest.raises(ValueError, match="above the ceiling"):
        await store.change(GUILD, refuse, by=MOD, at=NOW)

    assert GuildSettings() == await store.of(GUILD)
    assert await audit.page(GUILD, before=None, rows=10) == []
