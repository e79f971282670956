"""Every change is on record, server by server, newest first."""

import pytest

from bot.domain.audit import AuditAction, NewAuditEntry
from bot.domain.ids import GuildId, UserId
from bot.storage.audit import SqlAuditLog
from bot.storage.encryption import TextCipher

HERE, ELSEWHERE = GuildId(100), GuildId(200)


@pytest.fixture
def audit_log(database):
    return SqlAuditLog(database, cipher=TextCipher())


@pytest.fixture
def record(audit_log, clock):
    async def record(subject, *, guild_id=HERE, **values):
        entry = NewAuditEntry(
            guild_id=guild_id,
            actor_id=UserId(7),
            action=AuditAction.RULE_ADDED,
            at=clock.now(),
            subject=subject,
            **values,
        )
        await audit_log.record(entry)
        return entry

    return record


async def test_an_entry_is_read_as_it_was_written(audit_log, record):
    entry = await record("12", before=None, after={"kind": "word", "at_most": 3, "off": None})

    (read,) = await audit_log.page(HERE, before=None, rows=10)

    assert {name: getattr(read, name) for name in NewAuditEntry.__dataclass_fields__} == {
        name: getattr(entry, name) for name in NewAuditEntry.__dataclass_fields__
    }


async def test_pages_go_from_the_newest_back_and_hold_no_other_servers_entries(audit_log, record):
    for number in range(5):
        await record(str(number))
        await record("not here", guild_id=ELSEWHERE)

    first = await audit_log.page(HERE, before=None, rows=3)
    second = await audit_log.page(HERE, before=first[-1].id, rows=3)

    assert [entry.subject for entry in (*first, *second)] == ["4", "3", "2", "1", "0"]


async def test_pages_go_back_up_as_they_came_down(audit_log, record):
    for number in range(5):
        await record(str(number))
        await record("not here", guild_id=ELSEWHERE)
    last = await audit_log.page(HERE, before=None, rows=5)

    upwards = await audit_log.page(HERE, after=last[-1].id, rows=3)

    assert [entry.subject for entry in upwards] == ["3", "2", "1"]
