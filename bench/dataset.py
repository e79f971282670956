"""Makes a log of any length in a migrated database, for benchmarks to stand on.

A million rows take about a minute, so a made log is kept in `bench/.cache` and copied.
"""

import argparse
import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from bench import log_rows, log_shares, log_texts
from bench.log_rows import DrawnJob, draw_jobs
from bot.storage.migrate import upgrade

CACHE: Final = Path(__file__).parent / ".cache"
GUILDS: Final = 50
MEMBERS: Final = 5000
SEED: Final = 1
IN_FLIGHT: Final = 28
# A log that ends this long before the wanted moment serves as well: most of its last day is in it.
FRESH_FOR: Final = timedelta(hours=3)
# Shorter logs are made as fast as they are copied.
KEPT_FROM_ROWS: Final = 20_000

_DRAWN_BY: Final = [Path(str(module.__file__)) for module in (log_rows, log_shares, log_texts)]
_BATCH_ROWS: Final = 10_000
# Faults here cost nothing: a file that was not finished is thrown away.
_FILLING_PRAGMAS: Final = (
    "journal_mode = OFF",
    "synchronous = OFF",
    "foreign_keys = OFF",
    "cache_size = -262144",
    "temp_store = MEMORY",
)


def make_log(
    path: Path,
    *,
    rows: int,
    until: datetime,
    guilds: int = GUILDS,
    members: int = MEMBERS,
    seed: int = SEED,
    in_flight: int = IN_FLIGHT,
) -> None:
    """Make a migrated database whose log covers the year before `until`.

    One guild has a third of the rows. The `in_flight` newest jobs still wait or run; 0 leaves a
    worker nothing to do. All texts are there, so a bot that is to keep them needs a
    `RETENTION_DAYS` of more than a year.
    """
    upgrade(f"sqlite:///{path}")
    drawn = draw_jobs(
        rows=rows, until=until, guilds=guilds, members=members, seed=seed, in_flight=in_flight
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in _FILLING_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        indexes = _take_indexes(connection)
        connection.execute("BEGIN")
        _fill(connection, drawn)
        # Sorting once is much faster than finding a place for each row.
        for statement in indexes:
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")


def copy_log(
    path: Path,
    *,
    rows: int,
    until: datetime,
    guilds: int = GUILDS,
    members: int = MEMBERS,
    seed: int = SEED,
    in_flight: int = 0,
) -> datetime:
    """Copy such a log to `path`, made anew only where the cache has none; returns where it ends.

    That is at most a few hours before `until`.
    """
    wanted = {"rows": rows, "guilds": guilds, "members": members, "seed": seed}
    if rows < KEPT_FROM_ROWS:
        make_log(path, until=until, in_flight=in_flight, **wanted)
        return until
    CACHE.mkdir(exist_ok=True)
    (CACHE / ".gitignore").write_text("*\n", encoding="utf-8")
    kind = "-".join(map(str, ("log", *wanted.values(), in_flight)))
    version = _version()
    cached, ends_at = _cached(kind, version, until)
    if cached is None:
        cached, ends_at = CACHE / f"{kind}-{version}-{int(until.timestamp())}.db", until
        with tempfile.TemporaryDirectory(dir=CACHE) as folder:
            unfinished = Path(folder) / "log.db"
            make_log(unfinished, until=until, in_flight=in_flight, **wanted)
            unfinished.rename(cached)
    shutil.copyfile(cached, path)
    return ends_at


def _cached(kind: str, version: str, until: datetime) -> tuple[Path | None, datetime]:
    """The log that ends within hours before `until`; others of the kind are thrown away."""
    for path in CACHE.glob(f"{kind}-*-*.db"):
        _, made_by, end = path.stem.rsplit("-", 2)
        ends_at = datetime.fromtimestamp(int(end), tz=UTC)
        if made_by == version and timedelta(0) <= until - ends_at <= FRESH_FOR:
            return path, ends_at
        path.unlink()
    return None, until


def _version() -> str:
    """Changes with the schema, and with the way rows are drawn."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.db"
        upgrade(f"sqlite:///{empty}")
        with closing(sqlite3.connect(empty)) as connection:
            schema = connection.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()
    drawing = [path.read_bytes() for path in _DRAWN_BY]
    return hashlib.sha256(repr((schema, drawing)).encode()).hexdigest()[:12]


def _take_indexes(connection: sqlite3.Connection) -> Sequence[str]:
    """Drop the indexes; returns the statements that make them again."""
    found = connection.execute(
        "SELECT name, sql FROM sqlite_master "
        "WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('jobs', 'job_events')"
    ).fetchall()
    for name, _ in found:
        connection.execute(f'DROP INDEX "{name}"')
    return [statement for _, statement in found]


def _fill(connection: sqlite3.Connection, drawn: Iterable[DrawnJob]) -> None:
    batch: list[DrawnJob] = []
    first_id = 1
    for job in drawn:
        batch.append(job)
        if len(batch) == _BATCH_ROWS:
            _insert(connection, batch, first_id)
            first_id += len(batch)
            batch.clear()
    if batch:
        _insert(connection, batch, first_id)


def _insert(connection: sqlite3.Connection, batch: Sequence[DrawnJob], first_id: int) -> None:
    columns = ("id", *batch[0].columns)
    marks = ", ".join("?" * len(columns))
    connection.executemany(
        f"INSERT INTO jobs ({', '.join(columns)}) VALUES ({marks})",  # noqa: S608 -- our own names
        ((job_id, *job.columns.values()) for job_id, job in enumerate(batch, first_id)),
    )
    connection.executemany(
        "INSERT INTO job_events (job_id, at, status_before, status_after, actor, detail) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        ((job_id, *event) for job_id, job in enumerate(batch, first_id) for event in job.events),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Make a log, for a look at it.")
    parser.add_argument("path", type=Path)
    parser.add_argument("--rows", type=int, default=100_000)
    arguments = parser.parse_args()
    make_log(arguments.path, rows=arguments.rows, until=datetime.now(tz=UTC))


if __name__ == "__main__":
    main()
