"""What a log of a million rows costs: to accept one more, to look at it, to add it up, to export.

The storage of the product works on a database file as it does in the bot; what grows with the log
is held against an empty log, or a short one, in the same run.
"""

import argparse
import asyncio
import csv
import gc
import math
import sqlite3
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final, Self

from bench.dataset import copy_log, make_log
from bench.log_questions import (
    LIMITS,
    MONTH,
    MONTHLY_LIMITS,
    People,
    asked_for,
    decision_by,
    new_attempt,
    scope_of,
)
from bench.loop_watch import LoopWatch
from bench.report import BarChart, Figure, Report, publish
from bot.clock import SystemClock
from bot.domain.ids import GuildId, UserId
from bot.domain.limits import LimitPolicy
from bot.domain.usage import PageFilter, UsageFilter
from bot.domain.usage_stats import StatsFilter
from bot.services.usage_export import export_csv
from bot.storage.database import Database
from bot.storage.encryption import TextCipher
from bot.storage.jobs import SqlJobStore
from bot.storage.migrate import upgrade
from bot.storage.usage_log import SqlUsageLog

ROWS: Final = 1_000_000
SHORT_ROWS: Final = 10_000
PLAIN_ROWS: Final = 100_000
ACCEPTED: Final = 300
PAGE_ROUNDS: Final = 15
STATS_ROUNDS: Final = 9
DAY: Final = timedelta(days=1)
ACCEPT_GOAL_MS: Final = 10.0
PAGE_GOAL_MS: Final = 20.0
STATS_GOAL_MS: Final = 200.0
EXPORT_GOAL_MIB: Final = 20.0
HOLD_GOAL_MS: Final = 20.0
ACCEPT_EVERY_S: Final = 0.5
MIB: Final = 1024 * 1024


class Log:
    """The stores over one database file."""

    def __init__(self, database: Database, *, ends_at: datetime) -> None:
        self.jobs = SqlJobStore(database, cipher=TextCipher())
        self.usage = SqlUsageLog(database, cipher=TextCipher())
        self._ends_at = ends_at
        self._seconds = count(1)

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path, *, ends_at: datetime) -> AsyncIterator[Self]:
        database = await Database.open(f"sqlite:///{path}", clock=SystemClock())
        try:
            yield cls(database, ends_at=ends_at)
        finally:
            await database.close()

    async def accept(
        self, user_id: UserId, guild_id: GuildId, *, policy: LimitPolicy = LIMITS
    ) -> None:
        """One more attempt, a second after the last, with every limit counted."""
        at = self._ends_at + timedelta(seconds=next(self._seconds))
        submission = await self.jobs.submit(
            new_attempt(user_id, guild_id, at),
            decision_by(policy),
            scope=scope_of(user_id, guild_id, policy),
        )
        if submission.breach is not None:
            raise RuntimeError(f"refused: {submission.breach.reason}")


async def measure(*, rows: int = ROWS) -> Report:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        long_file, short_file, empty_file = (folder / n for n in ("long", "short", "empty"))
        # In a process of its own: the memory it takes must not hide what an export takes.
        with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as child:
            ends_at = child.submit(copy_log, long_file, rows=rows, until=_now()).result()
            short_rows = min(rows, SHORT_ROWS)
            child.submit(make_log, short_file, rows=short_rows, until=ends_at).result()
            child.submit(upgrade, f"sqlite:///{empty_file}").result()
            plain = child.submit(
                plain_rows_per_s, long_file, folder / "plain.csv", rows=min(rows, PLAIN_ROWS)
            ).result()
        people = People.of(long_file)
        async with (
            Log.open(long_file, ends_at=ends_at) as long,
            Log.open(short_file, ends_at=ends_at) as short,
            Log.open(empty_file, ends_at=ends_at) as empty,
        ):
            size_mib = long_file.stat().st_size / MIB
            size_figure = Figure(name="database", value=size_mib, unit="MiB", reference=None)
            accepting = await accept_figures(long, empty, people)
            by_filter_ms = await pages_ms(long, people, ends_at)
            short_ms = await pages_ms(short, People.of(short_file), ends_at)
            adding_up = await stats_figures(long, people, ends_at)
            exporting = await export_figures(
                long, folder / "export.csv", people, rows=rows, plain_rows_per_s=plain
            )
    return Report(
        name="log-at-size",
        title=f"The log at {rows:,} rows",
        figures=[
            *accepting,
            *page_figures(by_filter_ms, short_ms),
            *adding_up,
            *exporting,
            size_figure,
        ],
        charts=[
            BarChart(
                name="log-pages",
                title=f"A moderator's page of a log of {rows:,} rows",
                x_label="",
                y_label="median, ms",
                bars={name: statistics.median(own) for name, own in by_filter_ms.items()},
            )
        ],
    )


async def accept_figures(long: Log, empty: Log, people: People) -> Sequence[Figure]:
    """By turns, so that a slow moment of the machine meets both."""
    on_long: list[float] = []
    on_empty: list[float] = []
    monthly_on_long: list[float] = []
    monthly_on_empty: list[float] = []
    turns = (
        (long, LIMITS, on_long),
        (empty, LIMITS, on_empty),
        (long, MONTHLY_LIMITS, monthly_on_long),
        (empty, MONTHLY_LIMITS, monthly_on_empty),
    )
    for n in range(ACCEPTED):
        user_id = people.members[n % len(people.members)]
        for log, policy, times_ms in turns:
            times_ms.append(await timed_ms(log.accept(user_id, people.guild_id, policy=policy)))
    return [
        Figure(
            name="accept a job, limits counted, median; held against an empty log",
            value=statistics.median(on_long),
            unit="ms",
            reference=statistics.median(on_empty),
            goal=ACCEPT_GOAL_MS,
        ),
        Figure(
            name="the same, 99 %",
            value=percentile(on_long, 0.99),
            unit="ms",
            reference=percentile(on_empty, 0.99),
        ),
        Figure(
            name="accept a job with monthly limits, median; held against an empty log",
            value=statistics.median(monthly_on_long),
            unit="ms",
            reference=statistics.median(monthly_on_empty),
            goal=ACCEPT_GOAL_MS,
        ),
    ]


async def pages_ms(log: Log, people: People, ends_at: datetime) -> Mapping[str, Sequence[float]]:
    """By the filter's name."""
    return {name: await page_times_ms(log, asked) for name, asked in asked_for(people, ends_at)}


def page_figures(
    times_ms: Mapping[str, Sequence[float]], reference_ms: Mapping[str, Sequence[float]]
) -> Sequence[Figure]:
    all_ms = [taken_ms for own in times_ms.values() for taken_ms in own]
    short_ms = [taken_ms for own in reference_ms.values() for taken_ms in own]
    slowest = max(times_ms, key=lambda name: statistics.median(times_ms[name]))
    return [
        Figure(
            name="a moderator's page, median over all filters; held against a short log",
            value=statistics.median(all_ms),
            unit="ms",
            reference=statistics.median(short_ms),
            goal=PAGE_GOAL_MS,
        ),
        Figure(
            name="the same, 99 %",
            value=percentile(all_ms, 0.99),
            unit="ms",
            reference=percentile(short_ms, 0.99),
        ),
        Figure(
            name=f"the slowest filter's median ({slowest})",
            value=statistics.median(times_ms[slowest]),
            unit="ms",
            reference=None,
            goal=PAGE_GOAL_MS,
        ),
    ]


async def page_times_ms(log: Log, asked: PageFilter) -> Sequence[float]:
    """The first page, and on through the older ones; from the first again after the last."""
    times_ms: list[float] = []
    place = None
    for _ in range(PAGE_ROUNDS):
        began_at = time.perf_counter()
        page = await log.usage.page(asked, before=place)
        times_ms.append((time.perf_counter() - began_at) * 1e3)
        place = page.older
    return times_ms


async def stats_figures(log: Log, people: People, ends_at: datetime) -> Sequence[Figure]:
    asked = {
        "a month of the largest server": (people.guild_id, MONTH),
        "a day of it": (people.guild_id, DAY),
        "a month of all servers": (None, MONTH),
    }
    figures = []
    for name, (guild_id, length) in asked.items():
        stats_filter = StatsFilter(guild_id=guild_id, since=ends_at - length, until=ends_at)
        times_ms = [await timed_ms(log.usage.stats(stats_filter)) for _ in range(STATS_ROUNDS)]
        stats = await log.usage.stats(stats_filter)
        figures.append(
            Figure(
                name=f"stats, {name} ({sum(stats.attempts.values()):,} attempts), median",
                value=statistics.median(times_ms),
                unit="ms",
                reference=None,
                goal=STATS_GOAL_MS,
            )
        )
    return figures


async def export_figures(
    log: Log, path: Path, people: People, *, rows: int, plain_rows_per_s: float
) -> Sequence[Figure]:
    """The whole log as CSV, while requests go on coming in."""
    accepted_ms: list[float] = []

    async def accept_now_and_then() -> None:
        while True:
            accepted_ms.append(await timed_ms(log.accept(people.keenest, people.guild_id)))
            await asyncio.sleep(ACCEPT_EVERY_S)

    spare_what_stays()
    with path.open("w", encoding="utf-8", newline="") as file:
        async with LoopWatch() as watch:
            accepting = asyncio.create_task(accept_now_and_then())
            began_at = time.perf_counter()
            written = await export_csv(log.usage, UsageFilter(), file)
            took_s = time.perf_counter() - began_at
            accepting.cancel()
            await asyncio.gather(accepting, return_exceptions=True)
    if written < rows:
        raise RuntimeError(f"only {written} of {rows} rows were exported")
    return [
        Figure(
            name="export as CSV; held against bare sqlite3 and csv",
            value=written / took_s,
            unit="rows/s",
            reference=plain_rows_per_s,
            higher_is_better=True,
        ),
        Figure(
            name="memory that an export takes",
            value=watch.more_mib,
            unit="MiB",
            reference=None,
            goal=EXPORT_GOAL_MIB,
        ),
        Figure(
            name="longest hold of the event loop while exporting",
            value=watch.longest_hold_s * 1e3,
            unit="ms",
            reference=None,
            goal=HOLD_GOAL_MS,
        ),
        Figure(
            name="of a hold, the program's own work at most",
            value=watch.longest_work_s * 1e3,
            unit="ms",
            reference=None,
        ),
        Figure(
            name="accept a job while exporting, median",
            value=statistics.median(accepted_ms),
            unit="ms",
            reference=None,
        ),
    ]


def plain_rows_per_s(database: Path, path: Path, *, rows: int) -> float:
    """What Python's own modules do with the same rows, unread and unchanged."""
    with (
        closing(sqlite3.connect(database)) as connection,
        path.open("w", encoding="utf-8", newline="") as file,
    ):
        began_at = time.perf_counter()
        cursor = connection.execute(
            "SELECT id, guild_id, channel_id, user_id, created_at, queued_at, submitted_at, "
            "finished_at, delivered_at, deleted_at, status, reason, prompt, negative_prompt, "
            "duration_s, aspect_ratio, cfg_scale, private, prediction_id, predict_seconds, "
            "cost_usd, cost_estimated_usd, output_url, output_bytes, delivery, message_url "
            "FROM jobs ORDER BY created_at, id LIMIT ?",
            (rows,),
        )
        csv.writer(file).writerows(cursor)
        return rows / (time.perf_counter() - began_at)


def spare_what_stays() -> None:
    """Leave out of garbage collection what is there by now, as the bot does once it has started."""
    gc.collect()
    gc.freeze()


async def timed_ms(work: Awaitable[Any]) -> float:
    began_at = time.perf_counter()
    await work
    return (time.perf_counter() - began_at) * 1e3


def percentile(values: Sequence[float], share: float) -> float:
    """The least value that this share of them does not exceed."""
    return sorted(values)[math.ceil(len(values) * share) - 1]


def _now() -> datetime:
    return datetime.now(tz=UTC)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    publish(asyncio.run(measure(rows=parser.parse_args().rows)))


if __name__ == "__main__":
    main()
