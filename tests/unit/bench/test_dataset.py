"""The made log is one that the product could have written."""

import re
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bench import dataset
from bench.dataset import copy_log, make_log
from bench.log_rows import draw_jobs, microseconds
from bot.domain.job import FIRST_STATES, SLOT_STATES, TRANSITIONS, JobStatus
from bot.domain.usage import COLUMNS

DOCUMENT = Path(__file__).parents[3] / "docs" / "usage-log.md"
UNTIL = datetime(2026, 3, 1, 12, tzinfo=UTC)
ROWS = 20_000
IN_FLIGHT = 28
HOUR_MICROSECONDS = 3_600_000_000
TIMES = ["created_at", "acknowledged_at", "submitted_at", "finished_at", "delivered_at"]


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    path = tmp_path_factory.mktemp("made") / "log.db"
    make_log(path, rows=ROWS, until=UNTIL, in_flight=IN_FLIGHT)
    return path


@pytest.fixture
def rows(log):
    return read(log, "SELECT *, id AS job_id FROM jobs ORDER BY id")


def read(path, statement):
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return connection.execute(statement).fetchall()


def documented_marks():
    table = [
        [cell.strip().strip("`") for cell in line.strip("|\n ").split("|")]
        for line in DOCUMENT.read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
    ]
    start = next(n for n, row in enumerate(table) if row[1:2] == ["refused"])
    states = table[start][1:]
    return {
        (column, state): mark
        for column, *marks in table[start + 2 :]
        for state, mark in zip(states, marks, strict=True)
    }


def test_each_state_fills_the_columns_that_the_document_says(rows):
    marks = documented_marks()
    wrong = {
        (column, row["status"])
        for row in rows
        for column in COLUMNS
        if {"yes": row[column] in {None, ""}, "may": False}.get(
            marks[column, row["status"]], row[column] not in {None, ""}
        )
    }

    assert wrong == set()
    assert {row["status"] for row in rows} == set(JobStatus)


def test_the_times_of_a_row_come_in_order_within_the_year_before_the_end(rows):
    start, end = microseconds(UNTIL - timedelta(days=365)), microseconds(UNTIL)
    for row in rows:
        times = [row[name] for name in TIMES if row[name] is not None]
        assert times == sorted(times)
        assert start <= times[0]
        assert times[-1] <= end
    created = [row["created_at"] for row in rows]
    assert created == sorted(created)
    assert created[0] < start + 24 * HOUR_MICROSECONDS


def test_every_job_went_a_way_that_is_allowed_and_its_events_tell_it(log, rows):
    events = read(log, "SELECT * FROM job_events ORDER BY id")
    ways = {}
    for event in events:
        way = ways.setdefault(event["job_id"], [])
        assert event["status_before"] == (way[-1] if way else None)
        before = [JobStatus(way[-1])] if way else []
        allowed = TRANSITIONS[before[0]] if before else FIRST_STATES
        assert JobStatus(event["status_after"]) in allowed
        way.append(event["status_after"])

    assert {job: way[-1] for job, way in ways.items()} == {r["id"]: r["status"] for r in rows}
    by_job = Counter(event["job_id"] for event in events)
    assert 1 <= min(by_job.values()) <= max(by_job.values()) <= 6


def test_one_server_has_a_third_of_it_and_some_members_hardly_ask(rows):
    (_, biggest), (_, second) = Counter(row["guild_id"] for row in rows).most_common(2)

    assert biggest / ROWS == pytest.approx(1 / 3, abs=0.03)
    assert second < biggest / 2


def test_the_prompts_are_as_long_as_real_ones_and_the_predictions_differ(rows):
    assert {100 <= len(row["prompt"]) <= 400 for row in rows} == {True}
    predictions = [row["prediction_id"] for row in rows if row["prediction_id"] is not None]
    assert len(predictions) > ROWS / 2
    assert len(set(predictions)) == len(predictions)


def test_no_more_than_ten_jobs_hold_a_slot_and_only_the_newest_live(rows):
    live = {"queued", "submitting", "unknown", "running", "delivering"}
    numbers = [n for n, row in enumerate(rows) if row["status"] in live]

    assert numbers == list(range(ROWS - IN_FLIGHT, ROWS))
    assert sum(row["status"] in SLOT_STATES for row in rows) == 10


def test_the_same_seed_makes_the_same_log_and_another_another():
    def drawn(seed):
        return [
            (job.columns, job.events)
            for job in draw_jobs(rows=50, until=UNTIL, guilds=3, members=20, seed=seed, in_flight=5)
        ]

    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)


def test_a_log_of_one_server_with_nothing_in_flight(tmp_path):
    make_log(tmp_path / "small.db", rows=30, until=UNTIL, guilds=1, members=1, in_flight=0)

    made = read(tmp_path / "small.db", "SELECT DISTINCT guild_id, user_id FROM jobs")
    assert len(made) == 1


def test_the_indexes_are_those_of_the_migrations(log, migrated_schema):
    made = read(log, "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    spaced = {row["name"]: re.sub(r"\s+", " ", row["sql"]) for row in made}

    assert spaced == migrated_schema


@pytest.fixture
def migrated_schema(tmp_path):
    make_log(tmp_path / "empty.db", rows=0, until=UNTIL)
    rows = read(tmp_path / "empty.db", "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    assert any(row["name"] == "jobs_by_time" for row in rows)
    return {row["name"]: re.sub(r"\s+", " ", row["sql"]) for row in rows}


def test_a_log_is_made_once_and_copied_until_it_is_too_old(tmp_path, monkeypatch):
    made = []

    def make_and_count(path, **wanted):
        made.append(wanted["until"])
        make_log(path, **wanted)

    monkeypatch.setattr(dataset, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(dataset, "KEPT_FROM_ROWS", 1)
    monkeypatch.setattr(dataset, "make_log", make_and_count)
    later = [UNTIL, UNTIL + timedelta(hours=2), UNTIL + timedelta(hours=4)]
    ends = [copy_log(tmp_path / f"{n}.db", rows=20, until=at) for n, at in enumerate(later)]

    assert ends == [UNTIL, UNTIL, later[2]]
    assert made == [UNTIL, later[2]]
    assert len(read(tmp_path / "1.db", "SELECT id FROM jobs")) == 20
    assert len(list((tmp_path / "cache").glob("*.db"))) == 1


def test_a_log_of_an_older_schema_is_thrown_away(tmp_path, monkeypatch):
    monkeypatch.setattr(dataset, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(dataset, "KEPT_FROM_ROWS", 1)
    for version in ("old", "new"):
        monkeypatch.setattr(dataset, "_version", lambda version=version: version)
        copy_log(tmp_path / "copy.db", rows=10, until=UNTIL)

    (kept,) = (tmp_path / "cache").glob("*.db")
    assert "-new-" in kept.name


def test_two_kinds_of_log_are_kept_beside_each_other(tmp_path, monkeypatch):
    monkeypatch.setattr(dataset, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(dataset, "KEPT_FROM_ROWS", 1)
    for rows in (10, 20, 10):
        copy_log(tmp_path / "copy.db", rows=rows, until=UNTIL)
        assert len(read(tmp_path / "copy.db", "SELECT id FROM jobs")) == rows

    assert len(list((tmp_path / "cache").glob("*.db"))) == 2


def test_a_short_log_is_not_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(dataset, "CACHE", tmp_path / "cache")
    ends_at = copy_log(tmp_path / "copy.db", rows=10, until=UNTIL)

    assert ends_at == UNTIL
    assert len(read(tmp_path / "copy.db", "SELECT id FROM jobs")) == 10
    assert not (tmp_path / "cache").exists()
