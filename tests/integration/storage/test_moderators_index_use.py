"""What moderators read of a server as a whole is found by an index, however long the log is."""

import sqlite3
from datetime import timedelta

import pytest
from sqlalchemy import event

from bot.domain.ids import AuditId, GuildId
from bot.domain.usage import UsageFilter
from bot.storage.audit import SqlAuditLog
from bot.storage.encryption import TextCipher
from bot.storage.usage_log import SqlUsageLog

HERE = GuildId(1)


async def _first(stream):
    async for _ in stream:
        return


READS = {
    "the newest changes": lambda _log, audit, _span: audit.page(HERE, rows=11),
    "older changes": lambda _log, audit, _span: audit.page(HERE, before=AuditId(9), rows=11),
    "newer changes": lambda _log, audit, _span: audit.page(HERE, after=AuditId(9), rows=11),
    "how many to export": lambda log, _audit, span: log.count(span),
    "what to export": lambda log, _audit, span: _first(log.stream(span)),
}


@pytest.mark.parametrize("read", READS.values(), ids=READS)
async def test_it_searches_an_index_and_sorts_nothing(database, database_file, clock, read):
    sent = []
    event.listen(
        database._readers.sync_engine,
        "before_cursor_execute",
        lambda _c, _cursor, statement, values, *_: sent.append((statement, values)),
    )
    span = UsageFilter(guild_id=HERE, since=clock.now() - timedelta(days=1), until=clock.now())
    cipher = TextCipher()
    await read(SqlUsageLog(database, cipher=cipher), SqlAuditLog(database, cipher=cipher), span)

    statement, values = next(pair for pair in sent if pair[0].startswith("SELECT"))
    connection = sqlite3.connect(database_file)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
    connection.close()
    assert plan[0].startswith("SEARCH"), plan
    assert not [step for step in plan if step.startswith("SCAN") or "TEMP B-TREE" in step], plan
