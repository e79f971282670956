"""What is looked for in the log is kept sealed, for a day, and comes back as it was."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import event

from bot.domain.ids import GuildId, UserId
from bot.domain.job import JobStatus
from bot.domain.usage import PageFilter
from bot.domain.usage_views import LogQuery, LogView, PagedCommand
from bot.storage.encryption import TextCipher
from bot.storage.usage_views import SqlUsageViewStore

KEY = Fernet.generate_key().decode()


def view(clock, **changes):
    query = LogQuery(
        page_filter=PageFilter(
            guild_id=GuildId(100),
            user_id=UserId(7),
            statuses=frozenset({JobStatus.FAILED, JobStatus.REFUSED}),
            duration_s=10,
            reason="prompt_rule:12",
            since=clock.now() - timedelta(days=3, microseconds=1),
            until=clock.now(),
        ),
        words="red fox",
    )
    values = {
        "guild_id": GuildId(100),
        "user_id": UserId(99),
        "as_moderator": True,
        "query": query,
        "created_at": clock.now(),
    }
    return LogView(**{**values, **changes})


@pytest.mark.parametrize("keys", [(), (KEY,)], ids=["plain", "sealed"])
async def test_it_comes_back_as_it_was(database, clock, keys):
    views = SqlUsageViewStore(database, cipher=TextCipher(keys))
    wide = view(clock, query=LogQuery(page_filter=PageFilter(guild_id=GuildId(100))))
    for each in (view(clock), wide, view(clock, command=PagedCommand.VIDEO_MOD)):
        assert await views.get(await views.add(each)) == each


async def test_with_a_key_no_word_of_it_can_be_read(database, clock, database_file):
    await SqlUsageViewStore(database, cipher=TextCipher([KEY])).add(view(clock))

    with closing(sqlite3.connect(database_file)) as connection:
        ((stored,),) = connection.execute("SELECT filter FROM usage_views")
    assert stored.startswith("fernet:")
    assert "fox" not in stored


async def test_one_that_a_lost_key_sealed_is_gone(database, clock):
    view_id = await SqlUsageViewStore(database, cipher=TextCipher([KEY])).add(view(clock))

    assert await SqlUsageViewStore(database, cipher=TextCipher()).get(view_id) is None


async def test_old_ones_are_forgotten_oldest_first_in_small_batches_by_an_index(
    database, clock, database_file
):
    views = SqlUsageViewStore(database, cipher=TextCipher())
    ids = [
        await views.add(view(clock, created_at=clock.now() - timedelta(hours=hours)))
        for hours in (50, 40, 30, 1)
    ]
    sent = []
    event.listen(
        database._writer.sync_engine,
        "before_cursor_execute",
        lambda _c, _cursor, statement, values, *_: sent.append((statement, values)),
    )
    before = clock.now() - timedelta(days=1)

    assert await views.forget(created_before=before, at_most=2) == 2
    assert [await views.get(view_id) is None for view_id in ids] == [True, True, False, False]
    assert await views.forget(created_before=before, at_most=2) == 1
    assert await views.forget(created_before=before, at_most=2) == 0
    assert await views.get(ids[-1]) is not None

    statement, values = next(pair for pair in sent if pair[0].startswith("DELETE"))
    with closing(sqlite3.connect(database_file)) as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
    assert not [step for step in plan if step.startswith("SCAN")]
    assert any("usage_views_by_time" in step for step in plan)
