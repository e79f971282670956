"""Defaults of servers and channels: each change is on record, and no server reaches another's."""

from datetime import UTC, datetime

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import select

from bot.domain.audit import AuditAction
from bot.domain.errors import NotFoundError
from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.option_defaults import DefaultsPlace, OptionValues
from bot.storage.encryption import TextCipher
from bot.storage.member_tables import option_defaults
from bot.storage.moderation_tables import audit_log
from bot.stores import Stores

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
SERVER = DefaultsPlace(guild_id=GuildId(1))
CHANNEL = DefaultsPlace(guild_id=GuildId(1), channel_id=ChannelId(10))
KEY = Fernet.generate_key().decode()


@pytest.fixture(params=[(), (KEY,)], ids=["plain", "sealed"])
def stores(database, request):
    return Stores.over(database, cipher=TextCipher(request.param))


async def put(stores, place, **values):
    await stores.defaults.change_on_record(
        place, lambda _before: OptionValues(**values), by=UserId(5), at=NOON
    )


async def held(stores, place):
    (values,) = await stores.defaults.of(place.owner)
    return values


async def recorded(stores, guild_id=1):
    return await stores.audit.page(GuildId(guild_id), before=None, rows=10)


async def test_a_change_and_its_record_are_written_together(stores):
    await put(stores, CHANNEL, duration_s=10, negative_prompt="blur")
    await put(stores, CHANNEL, duration_s=10, private=True)

    assert await held(stores, CHANNEL) == OptionValues(duration_s=10, private=True)
    newest, first = await recorded(stores)
    assert (first.action, first.subject, first.actor_id) == (
        AuditAction.DEFAULTS_CHANGED,
        "10",
        UserId(5),
    )
    assert first.before == {"duration_s": None, "negative_prompt": None}
    assert first.after == {"duration_s": 10, "negative_prompt": "blur"}
    assert newest.before == {"negative_prompt": "blur", "private": None}
    assert newest.after == {"negative_prompt": None, "private": True}


@pytest.mark.parametrize("place", [SERVER, CHANNEL], ids=["server", "channel"])
async def test_what_is_stored_names_its_server_and_hides_its_texts(database, stores, place):
    await put(stores, place, negative_prompt="a secret badger")

    async def read(connection):
        row = (await connection.execute(select(option_defaults))).one()
        record = (await connection.execute(select(audit_log))).one()
        return row, record

    row, record = await database.read(read)

    assert row.guild_id == 1
    is_sealed = "badger" not in row.negative_prompt
    assert is_sealed is ("badger" not in record.after["negative_prompt"])
    assert await held(stores, place) == OptionValues(negative_prompt="a secret badger")
    (entry,) = await recorded(stores)
    assert entry.after == {"negative_prompt": "a secret badger"}


async def test_with_a_key_no_text_stands_open(database):
    stores = Stores.over(database, cipher=TextCipher((KEY,)))
    await put(stores, CHANNEL, negative_prompt="a secret badger")

    async def read(connection):
        return [
            str(tuple(row))
            for table in (option_defaults, audit_log)
            for row in await connection.execute(select(table))
        ]

    assert not any("badger" in row for row in await database.read(read))


async def test_a_server_and_its_channels_have_defaults_of_their_own(stores):
    await put(stores, SERVER, duration_s=10)
    await put(stores, CHANNEL, aspect_ratio="9:16")

    assert await held(stores, SERVER) == OptionValues(duration_s=10)
    assert [entry.subject for entry in await recorded(stores)] == ["10", ""]


async def test_what_held_already_is_no_change(stores):
    await put(stores, SERVER, cfg_scale=0.5, negative_prompt="")
    await put(stores, SERVER, cfg_scale=0.5, negative_prompt="")

    assert len(await recorded(stores)) == 1


async def test_a_text_that_no_key_opens_any_more_stays_until_another_is_set(database):
    with_key = Stores.over(database, cipher=TextCipher((KEY,)))
    await put(with_key, SERVER, negative_prompt="blur")
    without = Stores.over(database, cipher=TextCipher())

    await put(without, SERVER, duration_s=10)

    assert await held(without, SERVER) == OptionValues(duration_s=10)
    assert await held(with_key, SERVER) == OptionValues(duration_s=10, negative_prompt="blur")


async def test_nothing_said_takes_the_defaults_away(stores):
    await put(stores, SERVER, duration_s=10)
    await put(stores, SERVER)

    assert (await held(stores, SERVER)).is_empty
    assert len(await recorded(stores)) == 2


async def test_another_servers_channel_is_out_of_reach(stores):
    await put(stores, CHANNEL, duration_s=10)
    forged = DefaultsPlace(guild_id=GuildId(2), channel_id=ChannelId(10))

    with pytest.raises(NotFoundError):
        await put(stores, forged, duration_s=5)

    assert await held(stores, CHANNEL) == OptionValues(duration_s=10)
    assert await recorded(stores, 2) == []
