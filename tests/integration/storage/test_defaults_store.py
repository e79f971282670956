"""Defaults are kept by owner, survive a restart, and never stand in the way."""

import asyncio
import sqlite3

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import event, select, text
from structlog.testing import capture_logs

from bot.domain.errors import StorageUnavailableError
from bot.domain.ids import ChannelId, GuildId, UserId
from bot.domain.option_defaults import DefaultsOwner, DefaultsScope, OptionValues
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.member_tables import option_defaults
from bot.storage.option_defaults import SqlDefaultsStore

MEMBER = DefaultsOwner(scope=DefaultsScope.MEMBER, id=UserId(7))
CHANNEL = DefaultsOwner(scope=DefaultsScope.CHANNEL, id=ChannelId(7))
GUILD = DefaultsOwner(scope=DefaultsScope.GUILD, id=GuildId(8))
NOTHING = OptionValues()
EVERYTHING = OptionValues(
    duration_s=10, aspect_ratio="9:16", cfg_scale=0.25, negative_prompt="blur", private=True
)


@pytest.fixture
def defaults(database):
    return SqlDefaultsStore(database, cipher=TextCipher())


async def rows(database):
    async def work(connection):
        return (await connection.execute(select(option_defaults))).all()

    return await database.read(work)


async def test_every_option_is_kept_across_a_restart(database_file, database, defaults, clock):
    await defaults.put(MEMBER, EVERYTHING)
    await database.close()

    reopened = await Database.open(f"sqlite:///{database_file}", clock=clock)
    again = SqlDefaultsStore(reopened, cipher=TextCipher())
    assert await again.of(MEMBER) == (EVERYTHING,)
    await reopened.close()


async def test_the_answer_comes_in_the_order_asked_for(defaults):
    await defaults.put(GUILD, OptionValues(duration_s=10))
    await defaults.put(MEMBER, OptionValues(private=False))

    assert await defaults.of(GUILD, CHANNEL, MEMBER) == (
        OptionValues(duration_s=10),
        NOTHING,
        OptionValues(private=False),
    )
    assert await defaults.of() == ()


async def test_a_member_and_a_channel_of_one_number_are_two_owners(defaults):
    await defaults.put(MEMBER, OptionValues(duration_s=10))

    assert await defaults.of(CHANNEL, MEMBER) == (NOTHING, OptionValues(duration_s=10))


async def test_what_is_not_said_stays_as_it_was(defaults):
    await defaults.put(MEMBER, OptionValues(duration_s=10, negative_prompt="blur"))

    await defaults.change(MEMBER, OptionValues(duration_s=5, private=True))

    assert await defaults.of(MEMBER) == (
        OptionValues(duration_s=5, negative_prompt="blur", private=True),
    )


async def test_who_had_none_may_begin_with_one(defaults):
    await defaults.change(MEMBER, OptionValues(negative_prompt=""))

    assert await defaults.of(MEMBER) == (OptionValues(negative_prompt=""),)


async def test_two_changes_at_once_are_both_kept(defaults):
    await asyncio.gather(
        defaults.change(MEMBER, OptionValues(duration_s=10)),
        defaults.change(MEMBER, OptionValues(aspect_ratio="1:1")),
    )

    assert await defaults.of(MEMBER) == (OptionValues(duration_s=10, aspect_ratio="1:1"),)


async def test_setting_all_forgets_what_is_not_said(database, defaults):
    await defaults.put(MEMBER, EVERYTHING)

    await defaults.put(MEMBER, OptionValues(duration_s=5))
    assert await defaults.of(MEMBER) == (OptionValues(duration_s=5),)

    await defaults.put(MEMBER, NOTHING)
    assert await rows(database) == []


async def test_a_change_that_says_nothing_leaves_no_row_behind(database, defaults):
    await defaults.change(MEMBER, NOTHING)

    assert await rows(database) == []


class TestSealed:
    @pytest.fixture
    def sealed(self, database):
        return SqlDefaultsStore(database, cipher=TextCipher([Fernet.generate_key().decode()]))

    async def test_a_negative_prompt_is_not_readable_in_the_file(self, database, sealed):
        await sealed.put(MEMBER, OptionValues(negative_prompt="my own face"))

        (row,) = await rows(database)
        assert row.negative_prompt.startswith("fernet:")
        assert "face" not in row.negative_prompt
        assert await sealed.of(MEMBER) == (OptionValues(negative_prompt="my own face"),)

    async def test_another_change_leaves_it_readable(self, sealed):
        await sealed.put(MEMBER, OptionValues(negative_prompt="my own face"))

        await sealed.change(MEMBER, OptionValues(duration_s=10))

        assert await sealed.of(MEMBER) == (
            OptionValues(negative_prompt="my own face", duration_s=10),
        )

    async def test_one_whose_key_is_lost_is_left_out_and_can_be_set_anew(self, defaults, sealed):
        """A lost key must not keep its members from asking for clips."""
        await sealed.put(MEMBER, OptionValues(negative_prompt="my own face", duration_s=10))

        with capture_logs() as logged:
            assert await defaults.of(MEMBER) == (OptionValues(duration_s=10),)

        assert [(line["event"], line["owner_id"]) for line in logged] == [
            ("default_not_readable", 7)
        ]
        await defaults.change(MEMBER, OptionValues(private=True))
        await defaults.change(MEMBER, OptionValues(negative_prompt="blur"))
        assert await defaults.of(MEMBER) == (
            OptionValues(negative_prompt="blur", duration_s=10, private=True),
        )


async def test_values_of_other_days_are_read_as_they_are(database, defaults):
    """The service knows what to ignore; here nothing breaks over them."""

    async def forge(connection):
        await connection.execute(
            text(
                "INSERT INTO option_defaults (scope, owner_id, duration_s, aspect_ratio, cfg_scale,"
                " private) VALUES ('member', 7, 'long', 'round', 'high', 2)"
            )
        )

    await database.write(forge)

    (values,) = await defaults.of(MEMBER)
    assert values.unusable == ["duration_s", "aspect_ratio", "cfg_scale"]


async def test_all_owners_are_read_in_one_statement_by_their_keys(
    database, database_file, defaults
):
    sent = []

    def remember(_connection, _cursor, statement, values, *_rest):
        if statement.startswith("SELECT"):
            sent.append((statement, values))

    engine = database._readers.sync_engine
    event.listen(engine, "before_cursor_execute", remember)
    await defaults.of(MEMBER, CHANNEL, GUILD)

    ((statement, values),) = sent
    connection = sqlite3.connect(database_file)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
    connection.close()
    assert not [step for step in plan if step.startswith("SCAN")]


async def test_a_database_that_is_away_says_so(database, defaults):
    await database.close()

    for doing in (
        defaults.of(MEMBER),
        defaults.put(MEMBER, EVERYTHING),
        defaults.change(MEMBER, EVERYTHING),
    ):
        with pytest.raises(StorageUnavailableError):
            await doing
