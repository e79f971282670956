"""A server's settings are at hand for every request, and a change of ours holds at once."""

from dataclasses import replace

import pytest

from bot.domain.errors import ShowreelError, StorageUnavailableError
from bot.domain.guild_settings import Allowance, GuildSettings
from bot.services.guild_settings import REREAD_AFTER_S, GuildSettingsService
from bot.storage.guild_settings import SqlGuildSettingsStore
from tests.support.workshop import GUILD, MODERATOR, OTHER_GUILD

FIVE_A_DAY = GuildSettings(member=Allowance(jobs_per_day=5))


@pytest.fixture
def service(workshop):
    return workshop.guild_settings


@pytest.fixture
async def other_process(workshop):
    service = GuildSettingsService(
        store=SqlGuildSettingsStore(workshop.database), clock=workshop.clock
    )
    yield service
    await service.close()


def five_a_day(settings):
    return replace(settings, member=Allowance(jobs_per_day=5))


async def test_a_change_holds_at_once_and_in_that_server_only(service):
    assert await service.of(GUILD) == GuildSettings()

    assert await service.change(GUILD, five_a_day, by=MODERATOR) == FIVE_A_DAY

    assert await service.of(GUILD) == FIVE_A_DAY
    assert await service.of(OTHER_GUILD) == GuildSettings()


async def test_what_was_read_a_moment_ago_is_not_read_again(service, workshop):
    await service.of(GUILD)
    workshop.database.is_away = True

    assert await service.of(GUILD) == GuildSettings()


async def test_a_change_from_elsewhere_holds_within_seconds(service, other_process, workshop):
    await service.of(GUILD)
    await other_process.change(GUILD, five_a_day, by=MODERATOR)

    await workshop.clock.advance(REREAD_AFTER_S)

    assert await service.of(GUILD) == FIVE_A_DAY


async def test_a_change_that_is_refused_changes_nothing(service):
    def refuse(_settings):
        raise ShowreelError("settings-ill")

    with pytest.raises(ShowreelError):
        await service.change(GUILD, refuse, by=MODERATOR)

    assert await service.of(GUILD) == GuildSettings()


async def test_a_change_whose_answer_was_lost_is_read_again(service, workshop):
    await service.of(GUILD)
    workshop.database.loses_written_answers = True

    with pytest.raises(StorageUnavailableError):
        await service.change(GUILD, five_a_day, by=MODERATOR)

    assert await service.of(GUILD) == FIVE_A_DAY
