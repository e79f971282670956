"""A member's own texts are found again, and nobody else's; without reading the whole log."""

import sqlite3
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import event

from bot.domain.clip import ClipRequest
from bot.domain.errors import StorageUnavailableError
from bot.domain.ids import GuildId, UserId
from bot.domain.job import WORKER, JobStatus
from bot.storage.encryption import TextCipher
from bot.storage.jobs import SqlJobStore
from bot.storage.recent_texts import SqlRecentTexts

USER, GUILD = UserId(1), GuildId(100)


@pytest.fixture
def texts(database):
    return SqlRecentTexts(database, cipher=TextCipher())


@pytest.fixture
def submit(store, new_attempt, clock):
    async def submit(prompt, negative_prompt="blur", *, store=store, **attempt):
        clock.advance(timedelta(seconds=1))
        request = ClipRequest(prompt=prompt, negative_prompt=negative_prompt)
        return (await store.submit(new_attempt(request=request, **attempt), lambda _: None)).job

    return submit


async def prompts(texts, *, user=USER, guild=GUILD, at_most=100):
    found = await texts.recent_of(user, guild_id=guild, at_most=at_most)
    return [request.prompt for request in found]


async def test_the_newest_come_first_with_both_texts(texts, submit):
    first = await submit("a fox", "fog")
    second = await submit("an owl", "")

    found = await texts.recent_of(USER, guild_id=GUILD, at_most=100)

    assert [(each.job_id, each.prompt, each.negative_prompt) for each in found] == [
        (second.id, "an owl", ""),
        (first.id, "a fox", "fog"),
    ]
    assert await prompts(texts, at_most=1) == ["an owl"]


async def test_neither_others_nor_other_servers_texts_are_found(texts, submit):
    await submit("somebody else's", user=2)
    await submit("elsewhere", guild=200)
    await submit("mine here")

    assert await prompts(texts) == ["mine here"]
    assert await prompts(texts, guild=GuildId(200)) == ["elsewhere"]
    assert await prompts(texts, user=UserId(3)) == []


async def test_a_refused_text_is_found_so_that_nothing_typed_is_lost(
    texts, store, new_attempt, submit
):
    await store.refuse(new_attempt(prompt="refused"), "paused_by_operator")
    await submit("accepted")

    assert await prompts(texts) == ["accepted", "refused"]


async def test_an_erased_text_is_not_found(texts, store, submit, clock):
    job = await submit("old")
    await store.transition(job.id, JobStatus.CANCELLED, actor=WORKER, at=clock.now())
    await store.erase_texts(created_before=clock.now() + timedelta(seconds=1), at_most=10)
    await submit("new")

    assert await prompts(texts) == ["new"]


async def test_sealed_texts_are_opened_and_one_that_cannot_be_hides_no_other(database, submit):
    lost, key = (Fernet.generate_key().decode() for _ in range(2))
    await submit("sealed with a lost key", store=SqlJobStore(database, cipher=TextCipher([lost])))
    cipher = TextCipher([key])
    await submit("sealed", store=SqlJobStore(database, cipher=cipher))

    assert await prompts(SqlRecentTexts(database, cipher=cipher)) == ["sealed"]


async def test_a_database_that_is_away_says_so(database, texts):
    await database.close()

    with pytest.raises(StorageUnavailableError):
        await texts.recent_of(USER, guild_id=GUILD, at_most=100)


async def test_they_are_found_by_their_member_already_in_order(texts, database, database_file):
    sent = []
    engine = database._readers.sync_engine

    def remember(_connection, _cursor, statement, values, *_rest):
        if statement.startswith("SELECT"):
            sent.append((statement, values))

    event.listen(engine, "before_cursor_execute", remember)
    await texts.recent_of(USER, guild_id=GUILD, at_most=100)
    event.remove(engine, "before_cursor_execute", remember)

    ((statement, values),) = sent
    connection = sqlite3.connect(database_file)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
    connection.close()
    assert plan == ["SEARCH jobs USING INDEX jobs_by_user_and_time (user_id=?)"]
