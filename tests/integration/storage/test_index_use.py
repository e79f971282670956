"""Reads of the job store that must not grow with the log find their rows by an index."""

import sqlite3

import pytest
from sqlalchemy import event

READS = {
    "generation times": (
        lambda store, _now: store.generation_times_s(model="m@1", duration_s=5, at_most=200),
        "jobs_generation_times",
    ),
    "given up lately": (lambda store, now: store.expired_since(now), "jobs_expired"),
    "last words owed": (
        lambda store, now: store.untold(created_after=now, at_most=100),
        "jobs_untold",
    ),
    "fetched clips": (lambda store, _now: store.fetched_with_file(), "jobs_with_kept_file"),
}


@pytest.mark.parametrize(("read", "index"), READS.values(), ids=READS)
async def test_it_searches_an_index(store, database, database_file, clock, read, index):
    sent = []
    event.listen(
        database._readers.sync_engine,
        "before_cursor_execute",
        lambda _c, _cursor, statement, values, *_: sent.append((statement, values)),
    )
    await read(store, clock.now())

    statement, values = next(pair for pair in sent if pair[0].startswith("SELECT"))
    connection = sqlite3.connect(database_file)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
    connection.close()
    assert f"SEARCH jobs USING INDEX {index}" in plan[0]
    assert not [step for step in plan if step.startswith("SCAN")]
