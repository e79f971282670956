"""Blocks by server: exact to the microsecond, sealed, and each change on record."""

import sqlite3
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import event

from bot.domain.audit import AuditAction
from bot.domain.blocks import NewBlock, TooManyBlocksError
from bot.domain.ids import GuildId, JobId, MessageId, UserId
from bot.domain.job import WORKER, JobStatus
from bot.storage.audit import SqlAuditLog
from bot.storage.blocks import SqlBlockStore
from bot.storage.encryption import TextCipher
from bot.storage.own_data import SqlOwnData

HERE, ELSEWHERE = GuildId(100), GuildId(200)
MEMBER, MOD, OTHER_MOD = UserId(1), UserId(7), UserId(8)
HOUR, MICROSECOND = timedelta(hours=1), timedelta(microseconds=1)


@pytest.fixture
def store_of_blocks(database):
    return SqlBlockStore(database, cipher=TextCipher())


@pytest.fixture
def block(store_of_blocks, clock):
    async def write(user_id=MEMBER, *, at_most=10, about=None, **values):
        new = NewBlock(
            **{
                "guild_id": HERE,
                "user_id": user_id,
                "reason": "spam",
                "created_at": clock.now(),
                "created_by": MOD,
                "expires_at": None,
                **values,
            }
        )
        return await store_of_blocks.block(new, at_most=at_most, about=about)

    return write


@pytest.fixture
def of(store_of_blocks, clock):
    async def read(user_id=MEMBER, *, guild_id=HERE, after=timedelta(0)):
        return await store_of_blocks.of(user_id, guild_id=guild_id, at=clock.now() + after)

    return read


async def test_without_its_key_a_block_holds_without_words_and_can_be_lifted(database, clock):
    def blocks_with(key):
        return SqlBlockStore(database, cipher=TextCipher([key]))

    lost, new = (Fernet.generate_key().decode() for _ in range(2))
    block = NewBlock(
        guild_id=HERE,
        user_id=MEMBER,
        reason="spam",
        created_at=clock.now(),
        created_by=MOD,
        expires_at=None,
    )
    await blocks_with(lost).block(block, at_most=10, about=None)
    blocks = blocks_with(new)

    held = await blocks.of(MEMBER, guild_id=HERE, at=clock.now())
    assert held is not None
    assert held.reason == ""
    assert (await blocks.page(HERE, at=clock.now(), skip=0, rows=10)).count == 1
    own_data = SqlOwnData(database, cipher=TextCipher([new]))
    assert [each.reason for each in await own_data.blocks_about(MEMBER)] == [""]
    lifted = await blocks.lift(MEMBER, guild_id=HERE, by=OTHER_MOD, at=clock.now())

    assert lifted == held
    audit = await SqlAuditLog(database, cipher=TextCipher([new])).page(HERE, rows=10)
    assert [entry.action for entry in audit] == [
        AuditAction.MEMBER_UNBLOCKED,
        AuditAction.MEMBER_BLOCKED,
    ]


async def test_a_block_holds_until_its_very_microsecond(store_of_blocks, clock, block, of):
    ends = clock.now() + HOUR + 7 * MICROSECOND
    await block(expires_at=ends)

    last = await of(after=HOUR + 6 * MICROSECOND)
    assert last is not None
    assert last.expires_at == ends
    assert await of(after=HOUR + 7 * MICROSECOND) is None
    assert set(await store_of_blocks.ends(HERE, at=ends - MICROSECOND)) == {MEMBER}
    assert await store_of_blocks.ends(HERE, at=ends) == {}
    assert (await store_of_blocks.page(HERE, at=ends, skip=0, rows=5)).count == 0


async def test_a_block_is_for_one_server(block, of):
    await block()

    assert await of() is not None
    assert await of(guild_id=ELSEWHERE) is None
    assert await of(UserId(2)) is None


async def test_a_new_block_replaces_the_old_one_and_the_record_has_both(database, clock, block, of):
    await block(expires_at=clock.now() + HOUR)
    replaced = await block(reason="worse", created_by=OTHER_MOD, about=None)

    assert replaced is not None
    assert replaced.reason == "spam"
    stands = await of()
    assert stands is not None
    assert (stands.reason, stands.expires_at) == ("worse", None)
    audit = SqlAuditLog(database, cipher=TextCipher())
    second, first = await audit.page(HERE, before=None, rows=5)
    assert (first.before, second.before) == (None, first.after)
    assert second.after == {"expires_at": None, "reason": "worse"}
    assert (second.actor_id, second.subject) == (OTHER_MOD, str(MEMBER))


async def test_one_that_has_ended_is_not_what_a_new_one_replaces(clock, block):
    await block(expires_at=clock.now() + HOUR)
    clock.advance(HOUR)

    assert await block() is None


async def test_lifting_is_on_record_and_says_what_held(store_of_blocks, database, clock, block, of):
    await block()

    lifted = await store_of_blocks.lift(MEMBER, guild_id=HERE, by=OTHER_MOD, at=clock.now())

    assert lifted is not None
    assert await of() is None
    entry = (await SqlAuditLog(database, cipher=TextCipher()).page(HERE, before=None, rows=1))[0]
    assert (entry.action, entry.actor_id) == (AuditAction.MEMBER_UNBLOCKED, OTHER_MOD)
    assert entry.before == {"expires_at": None, "reason": "spam"}


@pytest.mark.parametrize("guild_id", [ELSEWHERE, HERE], ids=["elsewhere", "ended"])
async def test_what_does_not_hold_cannot_be_lifted(store_of_blocks, clock, block, guild_id, of):
    await block(expires_at=clock.now() + HOUR)
    if guild_id == HERE:
        clock.advance(HOUR)

    lifted = await store_of_blocks.lift(MEMBER, guild_id=guild_id, by=MOD, at=clock.now())

    assert lifted is None
    assert (await of() is None) == (guild_id == HERE)


async def test_a_server_has_so_many_blocks_and_those_that_ended_do_not_count(clock, block, of):
    await block(UserId(1), at_most=2, expires_at=clock.now() + HOUR)
    await block(UserId(2), at_most=2)
    await block(UserId(2), at_most=2)
    await block(UserId(9), at_most=2, guild_id=ELSEWHERE)
    with pytest.raises(TooManyBlocksError):
        await block(UserId(3), at_most=2)
    assert await of(UserId(3)) is None

    clock.advance(HOUR)
    await block(UserId(3), at_most=2)


async def test_pages_show_the_newest_first_and_count_all(store_of_blocks, clock, block):
    for number in range(1, 6):
        await block(UserId(number))

    first = await store_of_blocks.page(HERE, at=clock.now(), skip=0, rows=3)
    second = await store_of_blocks.page(HERE, at=clock.now(), skip=3, rows=3)

    assert [each.user_id for each in (*first.blocks, *second.blocks)] == [5, 4, 3, 2, 1]
    assert (first.count, second.count) == (5, 5)


async def test_reasons_are_sealed_in_the_row_and_on_record(database, database_file, clock):
    cipher = TextCipher([Fernet.generate_key().decode()])
    store = SqlBlockStore(database, cipher=cipher)
    new = NewBlock(
        guild_id=HERE,
        user_id=MEMBER,
        reason="about a person",
        created_at=clock.now(),
        created_by=MOD,
        expires_at=None,
    )
    await store.block(new, at_most=9, about=None)
    await store.block(new, at_most=9, about=None)

    connection = sqlite3.connect(database_file)
    stored = [
        *connection.execute("SELECT reason FROM blocks"),
        *connection.execute("SELECT before, after FROM audit_log"),
    ]
    connection.close()
    assert "about a person" not in str(stored)
    assert stored[0][0].startswith("fernet:")
    held = await store.of(MEMBER, guild_id=HERE, at=clock.now())
    assert held is not None
    assert held.reason == "about a person"
    (entry, _) = await SqlAuditLog(database, cipher=cipher).page(HERE, before=None, rows=5)
    assert entry.before == entry.after == {"expires_at": None, "reason": "about a person"}


async def test_waiting_requests_of_the_blocked_are_found_where_they_are_blocked(
    store, store_of_blocks, clock, block, new_attempt
):
    async def queued(**where):
        job = (await store.submit(new_attempt(**where), lambda _usage: None)).job
        await store.acknowledge(job.id, card_message_id=MessageId(1), at=clock.now())
        return job.id

    wanted = [await queued(user=1, guild=100) for _ in range(2)]
    await queued(user=2, guild=100)
    await queued(user=1, guild=200)
    begun = await queued(user=1, guild=100)
    await store.transition(
        JobId(begun), JobStatus.SUBMITTING, actor=WORKER, at=clock.now(), submitted_at=clock.now()
    )
    await block(UserId(1), expires_at=clock.now() + HOUR)

    found = await store_of_blocks.waiting_jobs(at=clock.now(), at_most=50)

    assert {each.job_id for each in found} == set(wanted)
    assert {each.blocked_by for each in found} == {MOD}
    assert len(await store_of_blocks.waiting_jobs(at=clock.now(), at_most=1)) == 1
    assert await store_of_blocks.waiting_jobs(at=clock.now() + HOUR, at_most=50) == []


async def test_what_has_ended_is_erased_in_small_batches(
    store_of_blocks, database_file, clock, block
):
    for number in range(1, 5):
        await block(UserId(number), guild_id=GuildId(number), expires_at=clock.now() + HOUR)
    await block(UserId(9))

    assert await store_of_blocks.forget_ended(at=clock.now(), at_most=3) == 0
    erased = [
        await store_of_blocks.forget_ended(at=clock.now() + HOUR, at_most=3) for _ in range(3)
    ]

    assert erased == [3, 1, 0]
    connection = sqlite3.connect(database_file)
    left = connection.execute("SELECT user_id FROM blocks").fetchall()
    connection.close()
    assert left == [(9,)]


READS = {
    "one member's": lambda store, now: store.of(MEMBER, guild_id=HERE, at=now),
    "a server's": lambda store, now: store.ends(HERE, at=now),
    "a page": lambda store, now: store.page(HERE, at=now, skip=0, rows=10),
    "what waits": lambda store, now: store.waiting_jobs(at=now, at_most=50),
    "what has ended": lambda store, now: store.forget_ended(at=now, at_most=50),
}


@pytest.mark.parametrize("read", READS.values(), ids=READS)
async def test_every_look_searches_an_index(database, database_file, store_of_blocks, clock, read):
    sent = []
    for engine in (database._readers, database._writer):
        event.listen(
            engine.sync_engine,
            "before_cursor_execute",
            lambda _c, _cursor, statement, values, *_: sent.append((statement, values)),
        )
    await read(store_of_blocks, clock.now())

    connection = sqlite3.connect(database_file)
    looks = [pair for pair in sent if pair[0].startswith(("SELECT", "DELETE"))]
    plans = [
        row[3]
        for statement, values in looks
        for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)
    ]
    connection.close()
    assert looks
    assert any("SEARCH" in step for step in plans)
    assert not [step for step in plans if step.startswith("SCAN")]
