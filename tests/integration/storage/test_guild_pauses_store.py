"""Pauses stand in the rows of a server's settings, beside whatever else is set there."""

import sqlite3

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import event

from bot.domain.guild_pauses import GuildPause
from bot.domain.guild_settings import GuildSettings, PrivateUse
from bot.domain.ids import GuildId, UserId
from bot.storage.audit import SqlAuditLog
from bot.storage.encryption import TextCipher
from bot.storage.guild_pauses import ASKED_AT_ONCE, SqlGuildPauseStore
from bot.storage.guild_settings import SqlGuildSettingsStore

HERE, MOD = GuildId(100), UserId(7)


@pytest.fixture
def pauses(database):
    return SqlGuildPauseStore(database, cipher=TextCipher())


@pytest.fixture
def a_pause(clock):
    def build(guild_id=HERE, reason="raid"):
        return GuildPause(guild_id=guild_id, reason=reason, since=clock.now(), by=MOD)

    return build


async def test_without_its_key_a_pause_holds_without_words_and_can_be_ended(
    database, clock, a_pause
):
    lost, new = (TextCipher([Fernet.generate_key().decode()]) for _ in range(2))
    await SqlGuildPauseStore(database, cipher=lost).begin(a_pause(reason="raid"))
    pauses = SqlGuildPauseStore(database, cipher=new)

    assert await pauses.of(HERE) == a_pause(reason="")
    assert await pauses.all(at_most=5) == [a_pause(reason="")]
    assert await pauses.end(HERE, by=MOD, at=clock.now()) is not None

    assert await pauses.of(HERE) is None


async def test_a_pause_leaves_what_is_set_as_it_is_and_the_other_way_round(
    database, clock, pauses, a_pause
):
    settings = SqlGuildSettingsStore(database)
    wanted = GuildSettings(private_use=PrivateUse.NOBODY)
    await pauses.begin(a_pause())
    await settings.change(HERE, lambda _settings: wanted, by=MOD, at=clock.now())
    assert await pauses.of(HERE) == a_pause()

    await pauses.end(HERE, by=MOD, at=clock.now())
    await pauses.begin(a_pause())

    assert await settings.of(HERE) == wanted


async def test_paused_servers_are_found_among_many(pauses, a_pause):
    paused = {GuildId(number) for number in (1, ASKED_AT_ONCE, ASKED_AT_ONCE + 1)}
    for guild_id in (*paused, GuildId(9999)):
        await pauses.begin(a_pause(guild_id))

    among = [GuildId(number) for number in range(2 * ASKED_AT_ONCE)]

    assert await pauses.paused_among(among) == paused
    assert await pauses.paused_among(()) == frozenset()
    assert [each.guild_id for each in await pauses.all(at_most=2)] == [1, ASKED_AT_ONCE]


async def test_reasons_are_sealed_in_the_row_and_on_record(database, database_file, clock, a_pause):
    cipher = TextCipher([Fernet.generate_key().decode()])
    pauses = SqlGuildPauseStore(database, cipher=cipher)
    await pauses.begin(a_pause(reason="about a person"))
    await pauses.end(HERE, by=MOD, at=clock.now())
    await pauses.begin(a_pause(reason="about a person"))

    connection = sqlite3.connect(database_file)
    stored = [
        *connection.execute("SELECT pause_reason FROM guild_settings"),
        *connection.execute("SELECT before, after FROM audit_log"),
    ]
    connection.close()
    assert "about a person" not in str(stored)
    pause = await pauses.of(HERE)
    assert pause is not None
    assert pause.reason == "about a person"
    entries = await SqlAuditLog(database, cipher=cipher).page(HERE, before=None, rows=5)
    told = [(entry.after or entry.before)["reason"] for entry in entries]
    assert told == ["about a person"] * 3


@pytest.mark.parametrize(
    ("read", "index"),
    [
        (lambda pauses: pauses.paused_among([HERE]), "SEARCH guild_settings USING"),
        (lambda pauses: pauses.all(at_most=50), "guild_settings_paused"),
    ],
    ids=["among those that wait", "all of them"],
)
async def test_no_look_goes_through_all_settings(database, database_file, pauses, read, index):
    sent = []
    event.listen(
        database._readers.sync_engine,
        "before_cursor_execute",
        lambda _c, _cursor, statement, values, *_: sent.append((statement, values)),
    )
    await read(pauses)

    statement, values = next(pair for pair in sent if pair[0].startswith("SELECT"))
    connection = sqlite3.connect(database_file)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
    connection.close()
    assert index in plan[0]
