"""The benchmark of the log: it measures what it says, and its smallest run goes through."""

import asyncio
import time
from datetime import UTC, datetime

import pytest

from bench import log_at_size
from bench.dataset import make_log
from bench.log_at_size import measure, percentile, timed_ms
from bench.log_questions import People, asked_for
from bench.loop_watch import LoopWatch
from bot.domain.job import JobStatus

UNTIL = datetime(2026, 3, 1, 12, tzinfo=UTC)


async def test_its_smallest_run_tells_every_figure(monkeypatch):
    monkeypatch.setattr(log_at_size, "ACCEPTED", 3)
    monkeypatch.setattr(log_at_size, "PAGE_ROUNDS", 2)
    monkeypatch.setattr(log_at_size, "STATS_ROUNDS", 1)
    monkeypatch.setattr(log_at_size, "spare_what_stays", lambda: None)
    report = await measure(rows=300)

    assert len(report.figures) == 15
    assert [figure.name for figure in report.figures if figure.value < 0] == []
    goals = {figure.goal for figure in report.figures if figure.unit == "ms"}
    assert goals == {None, 10.0, 20.0, 200.0}
    (chart,) = report.charts
    assert len(chart.bars) == 15


async def test_a_hold_of_the_loop_is_seen():
    async with LoopWatch() as held:
        await asyncio.sleep(0.01)
        time.sleep(0.05)  # noqa: ASYNC251 -- this is the hold
        await asyncio.sleep(0.01)

    assert held.longest_hold_s >= 0.04
    assert held.longest_work_s < held.longest_hold_s
    assert held.more_mib >= 0


@pytest.mark.parametrize(("share", "value"), [(0.5, 2.0), (0.99, 4.0), (0.25, 1.0)])
def test_a_percentile_is_one_of_the_values(share, value):
    assert percentile([4.0, 1.0, 3.0, 2.0], share) == value


async def test_what_is_timed_is_the_work():
    assert await timed_ms(asyncio.sleep(0.01)) >= 9.0


def test_the_filters_ask_for_what_occurs_and_for_what_does_not(tmp_path):
    make_log(tmp_path / "log.db", rows=3000, until=UNTIL)
    people = People.of(tmp_path / "log.db")
    asked = dict(asked_for(people, UNTIL))

    assert len({people.keenest, people.rarest}) == 2
    assert people.members[0] == people.keenest
    assert {wanted.guild_id for wanted in asked.values()} == {people.guild_id}
    assert asked["length that never occurs"].duration_s == 7
    assert JobStatus.REFUSED in asked["four states"].statuses
