"""A column of text is sealed, and then a new key seals it anew, or it is plain for a reason."""

import sqlite3
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import JSON, String, Text

from bot.domain.blocks import NewBlock
from bot.domain.guild_pauses import GuildPause
from bot.domain.ids import GuildId, UserId
from bot.domain.option_defaults import DefaultsOwner, DefaultsScope, OptionValues
from bot.domain.reporting import NewReport
from bot.storage.audit import SEALED_VALUES
from bot.storage.encryption import TextCipher
from bot.storage.sealed_columns import SEALED
from bot.storage.tables import metadata
from bot.stores import Stores

# What stands in the open, and why that does no harm.
PLAIN = {
    "jobs.output_url": "a link, which is no text of a member",
    "job_events.detail": "words of the program, and of Eachlabs",
    "incidents.detail": "words of the program, for the operator",
    "prompt_rules.text": "moderators' words about words, and no person's",
}
JSON_WITHOUT_TEXTS = {"guild_settings.settings", "guild_settings.feed_categories"}


def registered():
    return {f"{each.table.name}.{column.name}": each for each in SEALED for column in each.columns}


def columns(kind):
    return {
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if type(column.type) is kind
    }


def test_every_column_of_text_is_sealed_or_plain_for_a_reason():
    texts = columns(Text) - PLAIN.keys()

    assert texts == registered().keys() - columns(JSON)
    assert columns(Text) >= PLAIN.keys()


def test_every_column_of_values_names_those_that_are_sealed():
    assert columns(JSON) - registered().keys() == JSON_WITHOUT_TEXTS
    for name in registered().keys() & columns(JSON):
        assert registered()[name].named_values == SEALED_VALUES


def test_nothing_else_could_hold_a_sealed_text():
    assert not {name for name in registered() if name in columns(String)}


@pytest.fixture
def stores(database):
    return Stores.over(database, cipher=TextCipher([Fernet.generate_key().decode()]))


async def test_what_the_stores_seal_stands_in_registered_columns_only(
    stores, new_attempt, database_file, clock
):
    now, member, guild = clock.now(), UserId(7), GuildId(100)
    job = (await stores.jobs.submit(new_attempt(), lambda _usage: None)).job
    owner = DefaultsOwner(scope=DefaultsScope.MEMBER, id=member)
    await stores.defaults.put(owner, OptionValues(negative_prompt="mist"))
    report = NewReport(job_id=job.id, guild_id=guild, reporter_id=member, text="!", created_at=now)
    await stores.reports.file(report, since=now - timedelta(days=1), at_most=5)
    block = NewBlock(
        guild_id=guild,
        user_id=member,
        reason="spam",
        created_at=now,
        created_by=UserId(9),
        expires_at=None,
    )
    await stores.blocks.block(block, at_most=9, about=None)
    await stores.guild_pauses.begin(
        GuildPause(guild_id=guild, reason="raid", since=now, by=UserId(9))
    )
    await stores.pseudonyms.keep()

    sealed = sealed_in(database_file)

    assert sealed - registered().keys() == set()
    assert sealed >= {"jobs.prompt", "reports.text", "blocks.reason", "audit_log.after"}
    assert "guild_settings.pause_reason" in sealed
    assert sealed >= {"option_defaults.negative_prompt", "switches.value"}


def sealed_in(file):
    connection = sqlite3.connect(file)
    found = set()
    for table in metadata.tables.values():
        names = [column.name for column in table.columns]
        for row in connection.execute(f"select {', '.join(names)} from {table.name}"):  # noqa: S608 - ours
            found |= {
                f"{table.name}.{name}"
                for name, value in zip(names, row, strict=True)
                if isinstance(value, str) and "fernet:" in value
            }
    connection.close()
    return found
