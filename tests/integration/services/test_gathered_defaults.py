"""In a rush the defaults of all who ask are read together, and nobody gets somebody else's."""

import asyncio

import pytest

from bot.domain.errors import StorageUnavailableError
from bot.domain.option_defaults import DefaultsOwner, DefaultsScope, OptionValues
from bot.services.gathered_defaults import GatheredDefaults
from bot.storage.encryption import TextCipher
from bot.storage.option_defaults import SqlDefaultsStore
from tests.support.workshop import GUILD, Workshop

SERVER = DefaultsOwner(scope=DefaultsScope.GUILD, id=GUILD)


class CountedStore(SqlDefaultsStore):
    readings = 0

    async def of(self, *owners):
        self.readings += 1
        return await super().of(*owners)


def member(number: int) -> DefaultsOwner:
    return DefaultsOwner(scope=DefaultsScope.MEMBER, id=number)


@pytest.fixture
def store(workshop: Workshop) -> CountedStore:
    return CountedStore(workshop.database, cipher=TextCipher())


@pytest.fixture
def gathered(store: CountedStore) -> GatheredDefaults:
    return GatheredDefaults(store)


async def test_who_asks_in_the_same_moment_shares_a_reading_and_gets_their_own(store, gathered):
    await gathered.put(SERVER, OptionValues(cfg_scale=0.3))
    for number in range(0, 300, 2):
        await gathered.put(member(number), OptionValues(negative_prompt=f"fog {number}"))

    found = await asyncio.gather(*(gathered.of(member(number), SERVER) for number in range(300)))

    for number, (own, server) in enumerate(found):
        expected = None if number % 2 else f"fog {number}"
        assert (own.negative_prompt, server.cfg_scale) == (expected, 0.3)
    assert store.readings == 1


async def test_who_asks_during_a_reading_sees_what_was_set_before_they_asked(store, gathered):
    await gathered.put(member(1), OptionValues(duration_s=10))
    first = asyncio.create_task(gathered.of(member(1)))
    await asyncio.sleep(0)
    await gathered.change(member(1), OptionValues(cfg_scale=0.2))

    later = await gathered.of(member(1), member(2))

    assert later == (OptionValues(duration_s=10, cfg_scale=0.2), OptionValues())
    assert (await first)[0].duration_s == 10
    assert store.readings == 2


async def test_whoever_stops_waiting_stops_it_for_nobody_else(gathered):
    await gathered.put(member(1), OptionValues(duration_s=10))
    impatient = asyncio.create_task(gathered.of(member(2)))
    patient = asyncio.create_task(gathered.of(member(1)))
    await asyncio.sleep(0)

    impatient.cancel()

    assert await patient == (OptionValues(duration_s=10),)


async def test_a_database_that_is_away_is_told_to_all_and_asked_again(workshop, gathered):
    workshop.database.is_away = True
    told = await asyncio.gather(
        *(gathered.of(member(number)) for number in range(3)), return_exceptions=True
    )
    assert [type(error) for error in told] == [StorageUnavailableError] * 3

    workshop.database.is_away = False

    assert await gathered.of(member(1)) == (OptionValues(),)
